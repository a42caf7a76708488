"""Questions to a small made-up conference, and the answer values that come back."""

from datetime import date, datetime, time

import pytest

from domain.answers import Asker, Context, Index, answer, answer_each, explain, language_of
from domain.answers import values as v
from domain.conference import Conference, Fact, Group, Moment, Programme, Session, Source, Task, Unit
from domain.ids import GroupId, SessionId, TaskId, UnitId

DAY = date(2025, 6, 12)
NEXT_DAY = date(2025, 6, 13)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    return datetime.combine(day, time(hour, minute))


def session(number: int, title: str, start: str | None, *, day: date | None = DAY, by: str | None = None) -> Session:
    return Session(
        id=SessionId(number),
        title=title,
        day=day,
        start=time.fromisoformat(start) if start else None,
        responsible=by,
        position=number,
        source=Source(title, number, number),
    )


PROGRAMME = Programme(
    conference=Conference(
        title="Hội nghị nuôi cá lồng huyện Vân Hải",
        issuer="UBND huyện Vân Hải",
        venue="Nhà văn hóa thị trấn Vân Hải",
        starts_on=DAY,
        ends_on=NEXT_DAY,
        expected_count=120,
        expected_text="120 người",
        signer="Lò Thị Đào",
        contact="Phòng Nông nghiệp, 0207.111.222",
    ),
    sessions=(
        session(1, "Đón tiếp đại biểu", "07:30"),
        session(2, "Khai mạc Hội nghị", "08:00", by="Chủ tịch UBND huyện"),
        session(3, "Nghỉ giữa giờ", "09:30"),
        session(4, "Tham luận của các hộ nuôi cá", "09:45"),
        session(5, "Tham quan bè cá", "08:30", day=NEXT_DAY),
        session(6, "Bế mạc", "11:00", day=NEXT_DAY, by="Phó Chủ tịch UBND huyện"),
    ),
    groups=(
        Group(id=GroupId(1), level="Cấp huyện", description="Lãnh đạo các phòng, ban"),
        Group(id=GroupId(2), level="Cấp xã", description="Chủ tịch UBND các xã ven hồ"),
    ),
    units=(Unit(id=UnitId(1), name="Phòng Nông nghiệp"), Unit(id=UnitId(2), name="Văn phòng UBND huyện")),
    tasks=(
        Task(
            id=TaskId(1),
            unit=UnitId(1),
            text="Xây dựng báo cáo",
            deadline=datetime.combine(date(2025, 6, 5), time(23, 59)),
            deadline_text="trước ngày 05/6/2025",
        ),
        Task(id=TaskId(2), unit=UnitId(2), text="Phát hành giấy mời, bố trí chỗ nghỉ cho đại biểu ở xa"),
    ),
    facts=(Fact(topic="dress", text="Nam sơ mi; nữ áo dài"),),
)
INDEX = Index.of(PROGRAMME)


def test_the_time_of_a_session_is_answered_with_its_line_and_source() -> None:
    found = answer("mấy giờ khai mạc?", INDEX, None)
    assert isinstance(found, v.SessionTimes)
    assert [(line.title, line.day, line.start) for line in found.lines] == [("Khai mạc Hội nghị", DAY, time(8))]
    assert found.sources == (Source("Khai mạc Hội nghị", 2, 2),)


def test_who_sends_the_same_in_the_same_minute_gets_the_very_same_answers() -> None:
    index, message = Index.of(PROGRAMME), "Khai mạc mấy giờ? Bế mạc ngày nào?"
    first = answer_each(message, index, at(9))
    assert len(first) == 2
    assert answer_each(message, index, at(9).replace(second=40)) is first
    assert answer_each(message, index, at(9, 1)) is not first


@pytest.mark.parametrize(
    "question",
    [
        "mấy giờ khai mạc",
        "MẤY GIỜ KHAI MẠC???",
        "may gio khai mac",
        "mấy h khai mạc v",
        "cho em hỏi mấy giờ khai mạc ạ",
        "khai mạc lúc nào vậy ad",
        "when is the opening?",
        "mấy giờ khia mạc",
        "giờ khai mạc là mấy giờ thế",
        "<b>mấy giờ khai mạc</b>",
    ],
)
def test_the_same_question_in_other_clothes_has_the_same_answer(question: str) -> None:
    found = answer(question, INDEX, None)
    assert isinstance(found, v.SessionTimes)
    assert [line.id for line in found.lines] == [SessionId(2)]


@pytest.mark.parametrize(
    ("question", "now", "kind"),
    [
        ("hội nghị ở đâu", None, v.WhereIs),
        ("chiều mai có gì", at(7), v.DayPlan),
        ("đang diễn ra cái gì", at(9), v.NowNext),
        ("tiếp theo là gì", at(9), v.NowNext),
        ("sau giải lao là gì", None, v.Neighbour),
        ("trước bế mạc là gì", None, v.Neighbour),
        ("chương trình gồm những gì", None, v.WholeAgenda),
        ("ai lo giấy mời", None, v.Responsible),
        ("ai bế mạc", None, v.Responsible),
        ("Phòng Nông nghiệp phải làm gì", None, v.UnitTasks),
        ("hạn báo cáo", None, v.Deadline),
        ("ai tham dự", None, v.Attendance),
        ("chủ tịch xã có được dự không", None, v.Attendance),
        ("bao nhiêu đại biểu", None, v.HeadCount),
        ("có tham quan không", None, v.Existence),
        ("có văn nghệ không", None, v.Existence),
        ("nữ mặc gì", None, v.Practical),
        ("ai ký kế hoạch", None, v.PlanField),
        ("còn bao lâu nữa khai mạc", at(7), v.TimeLeft),
        ("xin chào", None, v.Greeting),
        ("bạn làm được gì", None, v.Abilities),
        ("mật khẩu wifi là gì", None, v.NoInformation),
        ("ở khách sạn nào", None, v.NoInformation),
        ("đại hội của tỉnh khi nào", None, v.NoInformation),
        ("cho xin số điện thoại các đại biểu", None, v.Private),
        ("thời tiết ngày mai thế nào", at(7), v.OutOfScope),
        ("kể chuyện cười đi", None, v.OutOfScope),
        ("hôm nay có gì", None, v.NeedDate),
        ("🙂🙂", None, v.NotUnderstood),
        ("?!...", None, v.NotUnderstood),
        ("会议几点开始？", None, v.Abilities),
    ],
)
def test_each_kind_of_question_gets_its_kind_of_answer(question: str, now: datetime | None, kind: type) -> None:
    assert type(answer(question, INDEX, now)) is kind


def test_a_matter_nobody_wrote_down_names_who_looks_after_it() -> None:
    found = answer("đoàn mình ở khách sạn nào vậy?", INDEX, None)
    assert found == v.NoInformation(
        topic="lodging", by=("Văn phòng UBND huyện",), contact="Phòng Nông nghiệp, 0207.111.222"
    )
    assert not found.answered


def test_a_fact_is_cut_down_to_the_clause_that_was_asked_for() -> None:
    assert answer("nữ mặc gì", INDEX, None) == v.Practical(topic="dress", texts=("nữ áo dài",))


def test_the_running_item_and_the_next_are_told_by_the_clock() -> None:
    found = answer("giờ đang đến phần nào rồi", INDEX, at(9, 50))
    assert isinstance(found, v.NowNext)
    assert ([line.id for line in found.now], [line.id for line in found.next]) == ([SessionId(4)], [])


def test_a_follow_up_borrows_what_it_leaves_out() -> None:
    context = Context(question="mấy giờ khai mạc", session=SessionId(2), day=DAY)
    found = answer("ở đâu?", INDEX, None, context=context)
    assert isinstance(found, v.WhereIs)
    assert [line.id for line in found.lines] == [SessionId(2)]
    tomorrow = answer("còn ngày mai?", INDEX, at(7), context=context)
    assert isinstance(tomorrow, v.DayPlan)
    assert tomorrow.first == NEXT_DAY


def test_the_askers_own_unit_is_meant_by_my_unit() -> None:
    found = answer("đơn vị tôi phải làm gì", INDEX, None, asker=Asker(unit=UnitId(2)))
    assert isinstance(found, v.UnitTasks)
    assert (found.unit, found.own) == ("Văn phòng UBND huyện", True)


def test_several_questions_in_one_message_are_each_answered_up_to_three() -> None:
    found = answer_each("Mấy giờ khai mạc? Hội nghị ở đâu?\nAi bế mạc? Có văn nghệ không?", INDEX, None)
    assert [type(each) for each in found] == [v.SessionTimes, v.WhereIs, v.Responsible, v.AskAgain]


@pytest.mark.parametrize(
    "text", ["a" * 4096, "khai mạc " * 450, "'; DROP TABLE sessions; --", "{{ it }}", "\u202e\u200b", ""]
)
def test_no_text_makes_it_stumble(text: str) -> None:
    assert answer_each(text, INDEX, at(9))


@pytest.mark.parametrize("text", ["😀😀🎉", "?!…", "...", "👍", "<b></b>", "\u200b\u200d"])
def test_what_says_nothing_is_not_understood(text: str) -> None:
    assert answer_each(text, INDEX, at(9)) == (v.NotUnderstood(empty=True),)


@pytest.mark.parametrize(
    "text", ["<b>mấy giờ</b> khai mạc", '<a href="x">mấy giờ</a> khai <u>mạc</u>', "😀 mấy giờ khai mạc 🎉"]
)
def test_markup_and_pictures_in_a_question_change_nothing(text: str) -> None:
    plain, found = answer("mấy giờ khai mạc", INDEX, at(9)), answer(text, INDEX, at(9))
    assert isinstance(plain, v.SessionTimes)
    assert isinstance(found, v.SessionTimes)
    assert found.lines == plain.lines


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("when is lunch?", "en"),
        ("where is the hall", "en"),
        ("may gio an trua", "vi"),
        ("mấy giờ lunch", "vi"),
        ("hn o dau v", "vi"),
        ("Khai mạc?", "vi"),
        ("who is the chairman", "en"),
        ("wifi?", "vi"),
    ],
)
def test_the_language_of_a_question_is_told(text: str, language: str) -> None:
    assert language_of(text) == language


def test_an_explanation_shows_how_a_question_was_read() -> None:
    found = explain("mấy h khai mạc v", INDEX, None)
    assert (found.tokens, found.kinds[0], found.answer) == (
        ("may", "gio", "khai", "mac"),
        ("when", 3.0),
        "SessionTimes",
    )


def test_what_is_only_nearly_named_is_offered_to_choose_from_and_the_choice_answers() -> None:
    found = answer("tham quan nhà máy lúc mấy giờ", INDEX, None)
    assert isinstance(found, v.Ambiguous)
    assert not found.answered
    assert [choice.label for choice in found.choices] == ["Tham quan bè cá"]
    chosen = answer(found.choices[0].question, INDEX, None)
    assert isinstance(chosen, v.SessionTimes)
    assert [line.id for line in chosen.lines] == [SessionId(5)]


def test_a_task_that_arranges_something_at_a_place_tells_where_it_is() -> None:
    unit = Unit(id=UnitId(1), name="Văn phòng huyện")
    lunch = Task(id=TaskId(1), unit=UnitId(1), text="Bố trí ăn trưa cho đại biểu tại Nhà khách huyện")
    programme = Programme(conference=Conference(title="Hội nghị"), units=(unit,), tasks=(lunch,))
    told = answer("ăn trưa ở đâu", programme, None)
    assert isinstance(told, v.Responsible)
    assert [(each.unit, each.text) for each in told.tasks] == [(unit.name, lunch.text)]
    assert isinstance(answer("nghỉ ở đâu", programme, None), v.NoInformation)


PANELS = Index.of(
    Programme(
        conference=Conference(
            title="Lễ kỷ niệm 40 năm thành lập trường",
            issuer="Trường THCS Bến Đá",
            starts_on=DAY,
            signer="Ma Thị Hiên",
            signer_title="HIỆU TRƯỞNG",
        ),
        sessions=(
            session(1, "Phiên thứ nhất: Ôn truyền thống", "08:00", by="Cô Phạm Thị Nụ"),
            session(2, "Phiên II: Thầy và trò", "09:00", by="Thầy Vũ Văn Cẩn"),
            session(3, "Ăn trưa", "12:00"),
            session(4, "Phiên 3: Trồng cây, báo cáo", "13:30", by="Chi đoàn giáo viên"),
        ),
    )
)


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("phiên 2 nói về gì", "Phiên II: Thầy và trò"),
        ("phiên thứ hai mấy giờ", "Phiên II: Thầy và trò"),
        ("phien thu ba luc nao", "Phiên 3: Trồng cây, báo cáo"),
        ("when is the first session", "Phiên thứ nhất: Ôn truyền thống"),
        ("buổi chiều bắt đầu lúc nào", "Phiên 3: Trồng cây, báo cáo"),
        ("chi đoàn giáo viên báo cáo lúc mấy giờ", "Phiên 3: Trồng cây, báo cáo"),
    ],
)
def test_a_part_is_found_by_its_number_in_either_writing(question: str, item: str) -> None:
    found = answer(question, PANELS, None)
    assert isinstance(found, v.SessionTimes)
    assert [line.title for line in found.lines] == [item]


def test_a_number_that_no_part_carries_is_not_counted_off() -> None:
    assert answer("phiên 7 là gì", PANELS, None) == v.NoInformation(topic="other")


def test_an_item_is_counted_off_where_items_carry_no_numbers() -> None:
    found = answer("mục thứ ba là gì", INDEX, None)
    assert isinstance(found, v.SessionTimes)
    assert [line.title for line in found.lines] == ["Nghỉ giữa giờ"]


def test_who_holds_an_office_is_told_by_the_signature() -> None:
    told = v.PlanField(field="signer", value="Ma Thị Hiên", detail="HIỆU TRƯỞNG")
    assert answer("hiệu trưởng tên gì", PANELS, None) == told
    assert answer("hiệu trưởng tên là gì ạ", PANELS, None) == told


def test_years_are_not_counted_as_people() -> None:
    title = "Lễ kỷ niệm 40 năm thành lập trường"
    assert answer("lễ kỷ niệm bao nhiêu năm", PANELS, None) == v.PlanField(field="title", value=title)


def test_a_public_holiday_is_not_the_end_of_the_conference() -> None:
    assert isinstance(answer("nghỉ lễ đến ngày nào", INDEX, None), v.OutOfScope)


def test_what_a_named_part_of_the_days_holds_is_listed() -> None:
    moments = (
        Moment(what="Phiên trù bị", text="chiều 12/6 từ 14 giờ", start=at(14)),
        Moment(what="Phiên chính thức", text="cả ngày 13/6", start=at(7, 30, NEXT_DAY)),
    )
    items = (
        session(1, "Bầu Đoàn Chủ tịch", "14:00"),
        session(2, "Viếng đài tưởng niệm", "16:00"),
        session(3, "Chào cờ", "07:30", day=NEXT_DAY),
        session(4, "Ký giao ước", "15:00", day=NEXT_DAY),
    )
    congress = Conference(title="Đại hội thi đua huyện Vân Hải", starts_on=DAY, ends_on=NEXT_DAY)
    index = Index.of(Programme(conference=congress, sessions=items, moments=moments))
    for question, titles in (
        ("phiên trù bị làm những gì", ["Bầu Đoàn Chủ tịch", "Viếng đài tưởng niệm"]),
        ("phiên chính thức gồm những gì", ["Chào cờ", "Ký giao ước"]),
    ):
        found = answer(question, index, None)
        assert isinstance(found, v.WholeAgenda)
        assert [line.title for day in found.days for line in day.lines] == titles


def test_the_congress_of_the_level_above_is_another_one() -> None:
    assert answer("hội nghị tỉnh tổ chức ngày nào", INDEX, None) == v.NoInformation(
        topic="other_event", contact="Phòng Nông nghiệp, 0207.111.222"
    )
