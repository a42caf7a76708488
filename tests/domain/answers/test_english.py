"""English questions: everything that the Vietnamese side knows has its English words."""

import re
from datetime import date, time

import pytest

from domain.answers import Index, answer, answer_each, concepts, cues, language_of, names
from domain.answers import values as v
from domain.answers.query import Kind
from domain.conference import Conference, Fact, Programme, Session, Source
from domain.ids import SessionId
from domain.when import DayOfMonth, find_when
from templates.render import text
from tests.questions import index_from

_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gi?|gh|kh?|l|m|ng?h?|p|ph|qu|r|s|t|th|tr|v|x|h)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$"
)
_ONLY_VIETNAMESE = frozenset({Kind.UNKNOWN})
"""Kinds that nothing asks for."""


def english(phrase: str) -> bool:
    """Whether a phrase has a word that no Vietnamese syllable is spelt like, and no mark."""
    return phrase.isascii() and any(not _SYLLABLE.match(word) for word in re.findall(r"[a-z]+", phrase.lower()))


@pytest.mark.parametrize("table", [concepts.AGENDA, concepts.TOPICS], ids=["agenda", "topics"])
def test_every_thing_of_a_conference_has_an_english_name(table: dict[str, tuple[str, ...]]) -> None:
    missing = [code for code, phrases in table.items() if not any(map(english, phrases))]
    assert missing == []


def test_every_office_has_an_english_name() -> None:
    missing = [code for code, phrases in names.NAMES.items() if not any(map(english, phrases))]
    assert missing == []


def test_every_kind_of_question_can_be_asked_in_english() -> None:
    spoken = {kind for phrase, kind, _ in cues.CUES if english(phrase)}
    told_by_others = {
        kind for kind in Kind if kind not in {kind for _, kind, _ in cues.CUES}
    }  # read from what else the question holds: a day, a topic, a number
    assert set(Kind) - spoken - told_by_others - _ONLY_VIETNAMESE == set()


INDEX = Index.of(
    Programme(
        conference=Conference(title="Đại hội Đoàn xã Bản Mo", venue="Nhà văn hóa xã"),
        sessions=tuple(
            Session(id=SessionId(at), title=title, day=date(2025, 9, 18), start=time(7 + at), position=at)
            for at, title in enumerate(("Chào cờ", "Bầu Ban Chấp hành", "Gặp mặt cựu học sinh tại lớp học"), 1)
        ),
        facts=(
            Fact(
                topic="note",
                text="Đại biểu mang theo máy tính xách tay",
                source=Source("Đại biểu mang theo máy tính xách tay", 9, 9),
            ),
        ),
    )
)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("What time is the ballot for the Executive Committee?", "Bầu Ban Chấp hành"),
        ("When is the flag salute?", "Chào cờ"),
        ("When do former students meet?", "Gặp mặt cựu học sinh tại lớp học"),
    ],
)
def test_english_words_find_the_item_in_vietnamese(question: str, title: str) -> None:
    given = answer(question, INDEX, None)
    assert isinstance(given, v.SessionTimes)
    assert [line.title for line in given.lines] == [title]


INVITED = index_from(
    "HUYỆN ĐOÀN KHE SÂU\n\nKẾ HOẠCH\nTổ chức Hội nghị tổng kết công tác Đoàn\n\n"
    "1. Thời gian: 8h00 ngày 14/5/2026.\n2. Địa điểm: Hội trường huyện.\n"
    "3. Thành phần: Bí thư các chi đoàn; tổng số 64 đại biểu.\n\n"
    "CHƯƠNG TRÌNH\n- 8h00: Khai mạc\n- 9h00: Thảo luận\n- 11h00: Bế mạc\n"
)


@pytest.mark.parametrize(
    "question", ["Who should attend?", "who can come", "Who will be there?", "Who is supposed to take part?"]
)
def test_who_comes_is_told_however_it_is_put(question: str) -> None:
    given = answer(question, INVITED, None)
    assert isinstance(given, v.Attendance) and "chi đoàn" in text(given, "en")


@pytest.mark.parametrize("question", ["What is the total number of delegates?", "the number of participants please"])
def test_the_number_of_those_who_come_is_a_count(question: str) -> None:
    assert "64" in text(answer(question, INVITED, None), "en")


@pytest.mark.parametrize("question", ["Who is the organizer?", "who are the organisers"])
def test_who_organizes_is_whose_paper_it_is(question: str) -> None:
    assert "KHE SÂU" in text(answer(question, INVITED, None), "en").upper()


RALLY = Index.of(
    Programme(
        conference=Conference(
            title="Lễ kỷ niệm ngày truyền thống", venue="Sân trường", dates_text="trong tháng 9/2025"
        ),
        facts=(
            Fact(topic="documents", text="Tài liệu phát cho đại biểu bằng bản điện tử", source=Source("", 1, 1)),
            Fact(topic="note", text="Đại biểu có mặt trước 19h30", source=Source("", 2, 2)),
        ),
    )
)


@pytest.mark.parametrize("question", ["Will we get printed papers?", "Có phát tài liệu giấy không?"])
def test_files_are_no_yes_to_who_asks_for_paper(question: str) -> None:
    found = answer(question, RALLY, None)
    assert isinstance(found, v.Practical)
    assert found.texts == ("Tài liệu phát cho đại biểu bằng bản điện tử",)
    assert not found.yes


@pytest.mark.parametrize("question", ["When do we have to be seated?", "mấy giờ phải ngồi vào chỗ"])
def test_taking_a_seat_is_being_there(question: str) -> None:
    found = answer(question, RALLY, None)
    assert isinstance(found, v.ConferenceTimes | v.Quoted)
    assert "19h30" in str(found)


def test_a_name_in_vietnamese_does_not_make_an_english_question_vietnamese() -> None:
    assert language_of("Which province co-chairs together with Bình Định?") == "en"


def test_what_one_needs_it_for_is_no_part_of_asking_for_the_date() -> None:
    found = answer_each("Has the date been fixed yet? I need to arrange leave.", RALLY, None)
    assert [type(each) for each in found] == [v.ConferenceTimes]


def test_the_end_of_an_address_is_no_meal() -> None:
    fact = Fact(topic="note", text="Đăng ký qua thư điện tử le.hoi@gmail.com", source=Source("", 1, 1))
    index = Index.of(Programme(conference=Conference(title="Lễ hội", contact="le.hoi@gmail.com"), facts=(fact,)))
    assert not answer("trưa có ăn không", index, None).answered


@pytest.mark.parametrize("question", ["When is the flag salute scheduled?", "When exactly is the flag salute?"])
def test_light_words_of_english_are_no_matter(question: str) -> None:
    found = answer(question, INDEX, None)
    assert isinstance(found, v.SessionTimes)
    assert [line.title for line in found.lines] == ["Chào cờ"]


FAIR = Index.of(
    Programme(
        conference=Conference(
            title="Ngày hội Nông dân xã Bản Mo", venue="Sân vận động xã", starts_on=date(2025, 9, 23)
        ),
        sessions=tuple(
            Session(id=SessionId(at), title=title, day=date(2025, 9, 22 + at), start=time(8, 30), position=at)
            for at, title in enumerate(("Thi bắn nỏ", "Trình diễn máy bay không người lái", "Thi kéo co"), 1)
        ),
        facts=(
            Fact(topic="note", text="Trao 12 suất học bổng cho học sinh nghèo", source=Source("", 1, 1)),
            Fact(topic="broadcast", text="Lễ bế mạc được truyền hình trực tiếp", source=Source("", 2, 2)),
            Fact(topic="dress", text="Người dân tộc thiểu số mặc trang phục truyền thống", source=Source("", 4, 4)),
            Fact(topic="note", text="Trưng bày ảnh đến hết ngày 26/9/2025 tại sảnh", source=Source("", 3, 3)),
        ),
    )
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What time is the drone demonstration?", "08:30"),
        ("When is the tug of war?", "Thi kéo co"),
        ("How many scholarships will be given?", "12"),
        ("Will it be shown on TV?", "truyền hình trực tiếp"),
        ("What is on the 24th?", "không người lái"),
        ("Which day is the crossbow contest?", "bắn nỏ"),
        ("What do ethnic minority people wear?", "truyền thống"),
    ],
)
def test_english_questions_find_what_only_a_glossary_translates(question: str, told: str) -> None:
    given = answer(question, FAIR, None)
    assert given.answered
    assert told in text(given, "en")


def test_the_50th_anniversary_is_not_the_50th_of_a_month() -> None:
    assert find_when("When is the 50th anniversary?").day is None
    assert find_when("What is on the 24th?").day == DayOfMonth(24)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Which session does Mr Phan Ba Kien teach?", "en"),
        ("Who is Lò Văn Đại?", "en"),
        ("Do ai chủ trì", "vi"),
        ("may gio khai mac", "vi"),
    ],
)
def test_a_name_tells_nothing_of_the_language(question: str, language: str) -> None:
    assert language_of(question) == language


def test_what_is_shown_on_tv_is_no_body_with_those_initials() -> None:
    index = Index.of(Programme(conference=Conference(title="Lễ hội tại Trung tâm Văn hóa xã")))
    assert "tv" not in index.initials
