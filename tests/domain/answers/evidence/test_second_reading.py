"""The likeliest line of the paper: given where the rules have no answer, added where they answer something else."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.answers import Index, answer_each, asking
from domain.answers.asked import Asked
from domain.answers.evidence import second_reading
from domain.answers.evidence.lines import PaperLines
from domain.answers.evidence.second_reading import Weighed, read_again
from domain.answers.query import Context, Kind
from domain.answers.reading import understand
from domain.answers.unanswered_values import NoInformation, NotUnderstood, Private
from domain.answers.values import Greeting, Practical, Quoted
from domain.conference import REST, Conference, Fact, Programme, Session, SessionState, Source
from domain.ids import SessionId
from templates.render import text

BUS = "Xe của đoàn Khe Lim đậu ở bến Cây Gạo, chạy lúc 5h45"
MONEY = "Người đến muộn đóng 20.000 đồng vào quỹ vui chung"
INDEX = Index.of(
    Programme(
        conference=Conference(title="Hội nghị đầu bờ", venue="Nhà văn hóa Bản Mấu", starts_on=date(2026, 10, 14)),
        sessions=(Session(id=SessionId(1), title="Khai mạc", day=date(2026, 10, 14)),),
        facts=tuple(
            Fact(topic=REST, text=line, source=Source(f"- {line}", number, number))
            for number, line in enumerate((BUS, MONEY), 5)
        ),
    )
)


def _likely(monkeypatch: pytest.MonkeyPatch, text: str, odds: float, other: float = 0.0) -> None:
    """From here on the line with this text is as likely the answer, and every other one as `other`."""

    def weighed(u: Any, index: Index) -> list[Weighed]:
        lines = PaperLines.of(index).lines
        found = [Weighed(line, odds if line.text == text else other) for line in lines]
        return sorted(found, key=lambda each: -each.likely)

    monkeypatch.setattr(second_reading, "weighed", weighed)


def _again(question: str, found: Any) -> Any:
    [again] = read_again(Asked(understand(question, INDEX), INDEX, None), (found,))
    return again


def test_a_likely_line_is_quoted_where_the_rules_have_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    _likely(monkeypatch, BUS, 0.9)
    found = _again("đoàn Khe Lim đi lúc mấy giờ", NoInformation(topic="other"))
    assert isinstance(found, Quoted) and "5h45" in text(found, "vi")
    assert [source.first for source in found.sources] == [5]


def test_an_unlikely_line_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    _likely(monkeypatch, BUS, second_reading.SURE - 0.01)
    nothing = NoInformation(topic="other")
    assert _again("đoàn Khe Lim đi lúc mấy giờ", nothing) is nothing


@pytest.mark.parametrize(
    "refusal",
    [
        Private(),
        NotUnderstood(empty=True),
        NoInformation(topic="awardees"),
        NoInformation(topic="other_event"),
        NoInformation(topic="registration"),
        NoInformation(topic="contact"),
        NoInformation(topic="list"),
        NoInformation(topic="seat"),
        NoInformation(topic="wifi", by=("Văn phòng",)),
    ],
)
def test_what_the_rules_refuse_for_a_reason_stays_refused(monkeypatch: pytest.MonkeyPatch, refusal: Any) -> None:
    _likely(monkeypatch, BUS, 0.99)
    assert _again("đoàn Khe Lim đi lúc mấy giờ", refusal) is refusal


@pytest.mark.parametrize(
    ("line", "told"),
    [("Xe về muộn thì liên hệ ông Khà, 0912 000 111", True), ("Khe Lim; ông Khà; 0912 000 111; đã đăng ký xe", False)],
)
def test_of_contacts_only_whom_to_turn_to_is_told(monkeypatch: pytest.MonkeyPatch, line: str, told: bool) -> None:
    index = Index.of(replace(INDEX.programme, facts=(Fact(topic=REST, text=line),)))
    _likely(monkeypatch, line, 0.99)
    asked = Asked(understand("xe Khe Lim gọi số nào", index), index, None)
    [found] = read_again(asked, (NoInformation(topic="contact"),))
    assert found.answered is told


@pytest.mark.parametrize(
    ("line", "told"),
    [("Đại biểu Khe Lim họp tại phòng số 3", True), ("Khe Lim; ông Lò Văn Khà; phòng 3; có xe", False)],
)
def test_where_a_group_sits_is_told_and_no_persons_seat(monkeypatch: pytest.MonkeyPatch, line: str, told: bool) -> None:
    index = Index.of(replace(INDEX.programme, facts=(Fact(topic=REST, text=line),)))
    _likely(monkeypatch, line, 0.99)
    asked = Asked(understand("đại biểu Khe Lim ngồi phòng nào", index), index, None)
    [found] = read_again(asked, (NoInformation(topic="seat"),))
    assert found.answered is told


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("ai lái xe của đoàn Khe Lim", BUS),
        ("xe của đoàn Khe Lim ở tầng mấy", BUS),
        ("xe đoàn Khe Lim đậu ở cổng nào", BUS),
        ("bao nhiêu người đến muộn", BUS),
        ("hội nghị còn chỗ không", "Địa điểm: Nhà văn hóa Bản Mấu"),
    ],
)
def test_a_line_without_what_is_asked_for_is_none(monkeypatch: pytest.MonkeyPatch, question: str, line: str) -> None:
    _likely(monkeypatch, line, 0.99)
    nothing = NoInformation(topic="other")
    assert _again(question, nothing) is nothing


def test_a_much_likelier_line_stands_below_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    _likely(monkeypatch, BUS, 0.9)
    found = _again("xe Khe Lim đậu ở đâu", Practical(topic="parking", texts=("Bãi xe sau chợ",)))
    assert found.beside == (BUS,)
    assert text(found, "vi").endswith(f"Kế hoạch còn ghi:\n<blockquote>{BUS}</blockquote>")
    assert "The plan also says:" in text(found, "en")


def test_a_line_that_the_answer_tells_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    _likely(monkeypatch, BUS, 0.9)
    by_words = Practical(topic="parking", texts=(BUS,))
    by_source = Practical(topic="parking", texts=("bến Cây Gạo",), sources=(Source(f"- {BUS}", 5, 5),))
    for found in (by_words, by_source):
        assert _again("xe Khe Lim đậu ở đâu", found) is found


def test_a_line_hardly_likelier_than_what_is_told_is_not_added(monkeypatch: pytest.MonkeyPatch) -> None:
    _likely(monkeypatch, BUS, 0.7, other=0.6)
    found = Practical(topic="fee", texts=(MONEY,))
    assert _again("đến muộn đóng bao nhiêu", found) is found


@pytest.mark.parametrize(
    ("question", "told", "added"),
    [
        ("xe máy gửi ở đâu", "Xe con đậu tại bãi cỏ", True),
        ("xe máy gửi ở đâu", "Xe máy gửi bên nhà rông", False),
        ("xe con đậu đâu", "Xe con đậu tại bãi cỏ", False),
        ("mấy giờ ăn trưa", "Xe con đậu tại bãi cỏ", False),
    ],
)
def test_of_a_line_that_is_told_in_part_the_clause_that_is_meant_is_added(
    monkeypatch: pytest.MonkeyPatch, question: str, told: str, added: bool
) -> None:
    line = "Xe con đậu tại bãi cỏ; xe máy gửi bên nhà rông"
    facts = (Fact(topic=REST, text=line, source=Source(f"- {line}", 7, 7)),)
    index = Index.of(replace(INDEX.programme, facts=facts))
    _likely(monkeypatch, line, second_reading.LIKELY)
    found = Practical(topic="parking", texts=(told,), sources=(Source(f"- {line}", 7, 7),))
    [again] = read_again(Asked(understand(question, index), index, None), (found,))
    assert again.beside == ((line,) if added else ())


def test_what_the_rules_quote_is_taken_back_where_no_line_is_likely(monkeypatch: pytest.MonkeyPatch) -> None:
    quoted = Practical(topic="parking", texts=(BUS,))
    _likely(monkeypatch, BUS, second_reading.DOUBTED - 0.01)
    assert isinstance(_again("xe Khe Lim đậu ở đâu", quoted), NoInformation)
    _likely(monkeypatch, BUS, second_reading.DOUBTED)
    assert _again("xe Khe Lim đậu ở đâu", quoted) is quoted


def test_a_line_of_another_day_or_a_long_one_is_not_read_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for text_, asked in (
        (f"Ngày 15/10/2026: {BUS}", "14/10 xe Khe Lim đậu ở đâu"),
        (f"{BUS}; " * 9, "xe Khe Lim ở đâu"),
    ):
        index = Index.of(replace(INDEX.programme, facts=(Fact(topic=REST, text=text_.strip()),)))
        _likely(monkeypatch, PaperLines.of(index).lines[-1].text, 0.9)
        found = (Practical(topic="parking", texts=("Bãi xe sau chợ",)),)
        assert read_again(Asked(understand(asked, index), index, None), found) is found


def test_of_two_matters_the_one_that_was_not_found_is_read_out(monkeypatch: pytest.MonkeyPatch) -> None:
    _likely(monkeypatch, BUS, 0.9)
    asked = Asked(understand("đóng bao nhiêu, xe Khe Lim chạy lúc mấy giờ", INDEX), INDEX, None)
    told, gap = Practical(topic="fee", texts=(MONEY,)), NoInformation(topic="transport")
    first, second = read_again(asked, (told, gap))
    assert first is told and isinstance(second, Quoted) and "5h45" in text(second, "vi")
    assert read_again(asked, (gap, Practical(topic="transport", texts=(BUS,))))[0] is gap


def test_a_part_that_was_not_found_stays_so_where_the_line_would_not_do_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    found = (Practical(topic="fee", texts=(MONEY,)), NoInformation(topic="who"))
    who = Asked(understand("đóng bao nhiêu, ai lái xe Khe Lim", INDEX), INDEX, None)
    _likely(monkeypatch, BUS, 0.99)
    assert read_again(who, found) == found
    when = Asked(understand("đóng bao nhiêu, xe Khe Lim chạy lúc mấy giờ", INDEX), INDEX, None)
    _likely(monkeypatch, BUS, second_reading.SURE - 0.01)
    assert read_again(when, found) == found


def test_what_was_cancelled_is_no_line_and_is_told_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    off = Session(id=SessionId(2), title="Tham quan làng gốm", state=SessionState.CANCELLED)
    index = Index.of(replace(INDEX.programme, sessions=(*INDEX.programme.sessions, off)))
    _likely(monkeypatch, BUS, 0.0)
    for question in ("có tham quan làng gốm không", "có đi làng gốm không"):
        said = " ".join(text(each, "vi") for each in answer_each(question, index, None))
        assert "làng gốm" in said, question


def test_below_two_answers_a_line_stands_once(monkeypatch: pytest.MonkeyPatch) -> None:
    _likely(monkeypatch, BUS, 0.9)
    asked = Asked(understand("đóng bao nhiêu, xe Khe Lim chạy lúc mấy giờ", INDEX), INDEX, None)
    found = read_again(asked, (Practical(topic="fee", texts=(MONEY,)), Practical(topic="parking", texts=("Bãi xe",))))
    assert [each.beside for each in found] == [(), (BUS,)]


def test_a_greeting_needs_no_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    _likely(monkeypatch, BUS, 0.99)
    hello = Greeting(title="Hội nghị đầu bờ")
    assert _again("chào bot", hello) is hello


def test_markup_in_a_line_is_shown_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = replace(Practical(topic="parking", texts=("Bãi xe",)), beside=("<b>& xe</b>",))
    assert "&lt;b&gt;&amp; xe&lt;/b&gt;" in text(hostile, "vi")


def test_the_learned_forest_finds_a_plain_line() -> None:
    said = " ".join(text(each, "vi") for each in answer_each("xe của đoàn Khe Lim chạy lúc mấy giờ", INDEX, None))
    assert "5h45" in said


def test_who_has_asked_before_is_read_to_again_unless_the_question_borrows(monkeypatch: pytest.MonkeyPatch) -> None:
    def read_it(asked: Any, found: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(replace(each, beside=("đọc lại",)) for each in found)

    monkeypatch.setattr(asking, "read_again", read_it)
    before = Context(question="khai mạc mấy giờ", kind=Kind.WHEN, session=SessionId(1))
    index = Index.of(INDEX.programme)
    texts = ("xe của đoàn Khe Lim chạy lúc mấy giờ", "ở đâu?", "ở đâu? Khai mạc ngày nào?")
    found = [[each.beside for each in answer_each(text, index, None, context=before)] for text in texts]
    assert found == [[("đọc lại",)], [()], [(), ("đọc lại",)]]


def test_no_list_tells_when_somebody_was_born_or_the_number_of_their_card() -> None:
    rows = ("Lê Văn Tám, sinh năm 1961, thường trú tại thôn Đông", "Lê Thị Lụa, thôn Đoài, CCCD 036061001234")
    facts = tuple(Fact(topic=topic, text=row) for topic in (REST, "note") for row in rows)
    index = Index.of(replace(INDEX.programme, facts=facts))
    for question in ("anh Tám ở đâu", "ai sinh năm 1961", "Lê Thị Lụa là ai", "đại biểu thôn Đông là ai"):
        said = " ".join(text(each, "vi") for each in answer_each(question, index, None))
        assert "sinh năm 1961, thường" not in said and "036061001234" not in said
