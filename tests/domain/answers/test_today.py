"""What is left until then, whether the conference is on this day, and the items that one noun names."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from domain.answers import answer
from domain.answers.values import (
    Attendance,
    ConferenceTimes,
    DayPlan,
    Existence,
    ItemCount,
    NowNext,
    Quoted,
    Responsible,
    SessionTimes,
    WhereIs,
    WholeAgenda,
)
from domain.conference import Conference, Fact, Group, Programme, Session, Source, Task, Unit
from domain.ids import GroupId, SessionId, TaskId, UnitId

DAY = date(2026, 8, 4)
NEXT = date(2026, 8, 5)


def session(number: int, title: str, start: str, day: date = DAY, **more: object) -> Session:
    return Session(id=SessionId(number), title=title, day=day, start=time.fromisoformat(start), position=number, **more)  # type: ignore[arg-type]


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment)


ROW = Source(quote="Sinh hoạt theo tổ. Lao động: quét dọn bờ ruộng. Nhắc về lễ mừng muối mới.", first=7, last=9)
PROGRAMME = Programme(
    conference=Conference(title="Hội nghị nghề muối", starts_on=DAY, ends_on=NEXT),
    sessions=(
        session(1, "Khai mạc", "08:00"),
        session(2, "Báo cáo vụ muối đông", "08:30"),
        session(3, "Báo cáo giá muối", "09:00", responsible="Sở Công thương"),
        session(4, "Nghỉ giải lao", "10:00"),
        session(5, "Thảo luận", "10:15"),
        session(6, "Ăn trưa", "11:30"),
        session(7, "Thăm đồng muối", "14:00"),
        session(8, "Sinh hoạt theo tổ", "08:00", NEXT, source=ROW),
        session(9, "Bế mạc", "09:30", NEXT),
    ),
)
MONTH_ALONE = Programme(
    conference=Conference(title="Hội nghị nghề muối", month="2026-08", dates_text="Dự kiến tháng 8/2026"),
    sessions=(Session(id=SessionId(1), title="Khai mạc"),),
)


@pytest.mark.parametrize(
    ("question", "hour", "items"),
    [
        ("Từ giờ tới trưa còn những mục gì?", "09:10", [3, 4, 5, 6]),
        ("từ bây giờ đến lúc giải lao còn gì", "08:40", [2, 3, 4]),
        ("tu gio den chieu con gi nua", "10:20", [5, 6, 7]),
        ("từ giờ đến hết buổi còn phần nào", "14:30", [7]),
        ("đang thảo luận, còn mấy mục nữa thì xong", "10:30", [5, 6, 7]),
        ("còn mấy phần nữa thì đến ăn trưa", "10:05", [4, 5, 6]),
    ],
)
def test_what_is_left_until_then_is_what_begins_before_it(question: str, hour: str, items: list[int]) -> None:
    found = answer(question, PROGRAMME, datetime.combine(DAY, time.fromisoformat(hour)))
    assert isinstance(found, DayPlan)
    assert [line.id for line in found.lines] == items


def test_what_there_is_from_an_hour_on_is_what_begins_then_or_later() -> None:
    found = answer("ngày 4/8 từ 10h có những gì", PROGRAMME, None)
    assert isinstance(found, DayPlan)
    assert [line.id for line in found.lines] == [4, 5, 6, 7]


@pytest.mark.parametrize(
    "question", ["hôm nay đã phải ngày họp chưa", "hôm nay có họp hội nghị không nhỉ", "mai họp phải không"]
)
def test_whether_it_is_today_is_told_by_when_it_is(question: str) -> None:
    known = answer(question, PROGRAMME, at("2026-07-30T07:00"))
    assert isinstance(known, ConferenceTimes)
    assert known.known.starts_on == DAY
    unknown = answer(question, MONTH_ALONE, at("2026-08-04T07:00"))
    assert isinstance(unknown, ConferenceTimes)
    assert unknown.known.text == "Dự kiến tháng 8/2026"


def test_the_parts_of_one_kind_are_told_by_their_numbers() -> None:
    talks = tuple(session(n, f"Đối thoại phiên {n}: {on}", f"0{n + 7}:00") for n, on in ((1, "thuế"), (2, "đất đai")))
    held = Programme(conference=Conference(title="Hội nghị gặp mặt doanh nghiệp", starts_on=DAY), sessions=talks)
    listed = answer("hai phiên đối thoại nói về những vấn đề nào", held, None)
    assert isinstance(listed, WholeAgenda)
    assert [line.id for line in listed.days[0].lines] == [1, 2]
    second = answer("phiên đối thoại thứ hai bàn những gì", held, None)
    assert isinstance(second, SessionTimes)
    assert [line.id for line in second.lines] == [2]


def test_where_and_when_of_a_meal_that_tells_its_place_are_told_together() -> None:
    lunch = session(1, "Ăn trưa tại căn tin bệnh viện", "11:30")
    held = Programme(conference=Conference(title="Hội nghị", venue="Hội trường A", starts_on=DAY), sessions=(lunch,))
    found = answer("ăn trưa ở đâu, mấy giờ", held, None)
    assert isinstance(found, SessionTimes)
    assert (found.lines[0].start, found.lines[0].place) == (time(11, 30), "căn tin bệnh viện")


def test_items_of_one_noun_are_counted_and_listed() -> None:
    assert answer("Hội nghị nghe mấy báo cáo, về nội dung gì?", PROGRAMME, None) == ItemCount(
        what="named", count=2, names=("Báo cáo vụ muối đông", "Báo cáo giá muối")
    )
    listed = answer("các báo cáo nói về những gì", PROGRAMME, None)
    assert isinstance(listed, WholeAgenda)
    assert [line.id for day in listed.days for line in day.lines] == [2, 3]


@pytest.mark.parametrize("question", ["các báo cáo về nước mắm nói về gì", "mấy báo cáo gửi về tỉnh"])
def test_items_of_one_noun_are_not_told_for_something_else(question: str) -> None:
    assert not isinstance(answer(question, PROGRAMME, None), ItemCount | WholeAgenda)


def test_an_item_is_found_by_what_its_row_says_beside_its_title() -> None:
    found = answer("hôm nào quét dọn bờ ruộng", PROGRAMME, None)
    assert isinstance(found, SessionTimes)
    assert [line.id for line in found.lines] == [8]
    assert found.note == "Lao động: quét dọn bờ ruộng."


def test_an_item_that_reminds_of_something_else_does_not_tell_when_that_is() -> None:
    assert not answer("lễ mừng muối mới ngày nào", PROGRAMME, None).answered


def test_the_whole_asked_about_on_one_of_its_days_begins_with_that_days_first_item() -> None:
    found = answer("mai mấy giờ họp hội nghị", PROGRAMME, at("2026-08-04T20:00"))
    assert isinstance(found, SessionTimes)
    assert [line.id for line in found.lines] == [8]


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("giờ tới phiên nào", "now"),
        ("dang den chuyen de may", "now"),
        ("đang ở khúc nào vậy", "now"),
        ("sau đây là gì", "next"),
        ("sau đây có gì thế", "next"),
    ],
)
def test_how_far_it_is_is_asked_by_any_noun_for_an_item(question: str, shown: str) -> None:
    found = answer(question, PROGRAMME, at("2026-08-04T08:40"))
    assert isinstance(found, NowNext)
    assert found.asked == shown
    assert [line.id for line in found.now] == [2]


def test_how_often_something_is_on_counts_its_items() -> None:
    twice = replace(PROGRAMME, sessions=(*PROGRAMME.sessions, session(10, "Nghỉ giải lao", "15:00")))
    for question in ("giải lao mấy lần", "how many times do we break?"):
        found = answer(question, twice, None)
        assert isinstance(found, ItemCount), question
        assert found.count == 2


def test_a_year_is_no_limit_and_a_share_no_number() -> None:
    told = (
        Fact(topic="other", text="Hội nghị tiếp nối việc nhận đăng ký gửi bài của mùa muối 2024"),
        Fact(topic="other", text="Bảo đảm 100% diêm dân được tập huấn"),
    )
    programme = replace(PROGRAMME, facts=told)
    assert not answer("deadline gửi bài", programme, None).answered
    assert not answer("có bao nhiêu diêm dân", programme, None).answered
    assert answer("bao nhiêu phần trăm diêm dân được tập huấn", programme, None).answered


@pytest.mark.parametrize(
    "question",
    ["Nội dung chính của hội nghị là gì?", "noi dung hoi nghi gom nhung gi", "nội dung trọng tâm ra sao vạy"],
)
def test_what_it_is_about_is_told_by_its_programme(question: str) -> None:
    assert isinstance(answer(question, PROGRAMME, None), WholeAgenda)
    assert not answer("nội dung chính của luật đất đai là gì", PROGRAMME, None).answered


def test_whom_the_host_invites_is_told_by_those_invited() -> None:
    level = "Đại biểu mời của địa phương đăng cai (tỉnh Muối Mặn)"
    invited = (
        Group(id=GroupId(1), level=level, description="Hội Diêm dân tỉnh"),
        Group(id=GroupId(2), level=level, description="Báo Muối Mặn"),
        Group(id=GroupId(3), level="Các huyện", description="Phòng Kinh tế"),
    )
    programme = replace(PROGRAMME, groups=invited)
    found = answer("Địa phương đăng cai mời những ai?", programme, None)
    assert isinstance(found, Attendance)
    assert [member for group in found.groups for member in group.members] == ["Hội Diêm dân tỉnh", "Báo Muối Mặn"]
    assert isinstance(answer("tỉnh nào đăng cai", programme, None), Quoted)


def test_how_long_each_may_speak_is_told_by_the_one_limit_there_is() -> None:
    limit = Fact(topic="other", text="Mỗi ý kiến phát biểu không quá 5 phút")
    found = answer("Mỗi người được nói mấy phút?", replace(PROGRAMME, facts=(limit,)), None)
    assert isinstance(found, Quoted)
    assert found.texts == (limit.text,)
    assert not answer("Mỗi người được nói mấy phút?", PROGRAMME, None).answered
    assert not isinstance(answer("mỗi buổi họp mấy tiếng", replace(PROGRAMME, facts=(limit,)), None), Quoted)


@pytest.mark.parametrize("question", ["Có phần thảo luận không ạ?", "co phan thao luan khong"])
def test_an_item_is_there_by_its_matter_whatever_its_noun(question: str) -> None:
    found = answer(question, PROGRAMME, None)
    assert isinstance(found, Existence)
    assert found.present
    assert [line.id for line in found.lines] == [5]


def test_who_introduces_is_told_by_the_work_where_the_agenda_names_nobody() -> None:
    item = session(11, "Tuyên bố lý do, giới thiệu đại biểu", "07:45")
    unit = Unit(id=UnitId(1), name="Văn phòng xã")
    work = Task(id=TaskId(1), unit=UnitId(1), text="Xếp chỗ ngồi, giới thiệu thành phần dự họp")
    arranged = replace(PROGRAMME, sessions=(item, *PROGRAMME.sessions), units=(unit,), tasks=(work,))
    found = answer("ai giới thiệu đại biểu", arranged, None)
    assert isinstance(found, Responsible)
    assert [task.unit for task in found.tasks] == ["Văn phòng xã"]


def test_where_is_asked_by_the_province_too() -> None:
    placed = replace(PROGRAMME, conference=replace(PROGRAMME.conference, venue="Nhà văn hóa tỉnh Muối Mặn"))
    for question in ("tổ chức tỉnh nào vậy", "to chuc tinh nao v"):
        found = answer(question, placed, None)
        assert isinstance(found, WhereIs), question
        assert found.place == "Nhà văn hóa tỉnh Muối Mặn"


def test_a_line_that_counts_something_else_tells_no_number_of_the_noun_in_it() -> None:
    line = Fact(topic="other", text="Phòng Kinh tế in 40 bộ tài liệu")
    found = replace(PROGRAMME, facts=(line,))
    assert not answer("có bao nhiêu phòng", found, None).answered
    assert isinstance(answer("có bao nhiêu bộ tài liệu", found, None), Quoted)


@pytest.mark.parametrize(
    "question", ["đã bắt đầu chưa", "hội nghị khai mạc chưa vậy", "sao giờ vẫn chưa bắt đầu", "họp chưa"]
)
def test_whether_it_has_begun_is_told_by_what_is_on(question: str) -> None:
    running = answer(question, PROGRAMME, at("2026-08-04T08:40"))
    assert isinstance(running, NowNext) and [line.title for line in running.now] == ["Báo cáo vụ muối đông"]
    before = answer(question, PROGRAMME, at("2026-08-04T07:00"))
    assert isinstance(before, NowNext) and not before.now
