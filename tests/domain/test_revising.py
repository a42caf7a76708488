"""A second version of a plan: what is matched, what changes, what stays."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from domain.amending import amends
from domain.conference import (
    REST,
    Conference,
    ConferenceState,
    Fact,
    Group,
    Moment,
    Programme,
    Session,
    Task,
    TaskState,
    Unit,
)
from domain.differences import Difference, differences
from domain.ids import GroupId, SessionId, TaskId, UnitId
from domain.likeness import matched
from domain.revising import revised

DAY = date(2026, 7, 27)
OLD = Programme(
    conference=Conference(title="Hội nghị sơ kết", venue="Hội trường A", state=ConferenceState.PUBLISHED),
    sessions=(
        Session(id=SessionId(11), title="Khai mạc", day=DAY, start=time(8), end=time(8, 10), position=1),
        Session(id=SessionId(12), title="Thảo luận", day=DAY, start=time(9), position=2),
        Session(id=SessionId(13), title="Thảo luận", day=DAY, start=time(14), position=3),
    ),
    groups=(Group(id=GroupId(21), level="Ở tỉnh", description="Lãnh đạo Sở Nội vụ", position=1),),
    units=(Unit(id=UnitId(31), name="Văn phòng UBND tỉnh", aliases=("Văn phòng",), position=1),),
    tasks=(
        Task(id=TaskId(41), unit=UnitId(31), text="Gửi giấy mời", state=TaskState.ACCEPTED, position=1),
        Task(id=TaskId(42), unit=UnitId(31), text="Chuẩn bị hội trường", state=TaskState.DRAFT, position=2),
    ),
)


def paper(title: str = "Hội nghị sơ kết", **more: object) -> Programme:
    return replace(Programme(conference=Conference(title=title)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Điều chỉnh Kế hoạch số 12/KH-UBND", True),
        ("Sửa đổi, bổ sung Kế hoạch tổ chức Hội nghị", True),
        ("Kế hoạch điều chỉnh thời gian tổ chức Hội nghị", True),
        ("Về việc lùi thời gian tổ chức Hội nghị sơ kết", True),
        ("Hoãn Hội nghị sơ kết", True),
        ("Chuyển đổi số trong trường học", False),
        ("Tổ chức Hội nghị sơ kết", False),
        ("Tổ chức Hội nghị công bố điều chỉnh quy hoạch chung", False),
    ],
)
def test_a_paper_that_amends_says_so_in_its_title(title: str, expected: bool) -> None:
    assert amends(title) is expected


def test_equal_titles_are_told_apart_by_their_time() -> None:
    read = paper(
        sessions=(
            Session(id=SessionId(1), title="Thảo luận", day=DAY, start=time(14)),
            Session(id=SessionId(2), title="Thảo luận", day=DAY, start=time(9)),
        )
    )
    assert [session.id for session in revised(OLD, read).sessions if session.id in (12, 13)] == [13, 12]


def test_what_a_paper_does_not_speak_of_stays() -> None:
    new = revised(OLD, paper(conference=Conference(title="Điều chỉnh Kế hoạch", venue="Hội trường B")))
    assert new == replace(OLD, conference=replace(OLD.conference, venue="Hội trường B"))


def test_the_name_of_the_paper_is_no_other_name_of_the_conference() -> None:
    assert revised(OLD, paper("Tổ chức Hội nghị sơ kết")).conference.title == OLD.conference.title


def test_a_given_task_stays_and_is_named_where_the_paper_words_it_otherwise() -> None:
    due = datetime.fromisoformat("2026-07-20T17:00")
    read = paper(
        units=(Unit(id=UnitId(1), name="Văn phòng UBND tỉnh"),),
        tasks=(Task(id=TaskId(1), unit=UnitId(1), text="Gửi giấy mời", deadline=due),),
    )
    new = revised(OLD, read)
    assert [(task.id, task.deadline) for task in new.tasks] == [(41, None)]
    assert differences(OLD, new, read) == (
        Difference(what="task", kind="removed", title="Văn phòng UBND tỉnh: Chuẩn bị hội trường"),
        Difference(
            what="task",
            kind="kept",
            title="Gửi giấy mời",
            was="Văn phòng UBND tỉnh: Gửi giấy mời",
            now="Văn phòng UBND tỉnh: Gửi giấy mời (17:00 20/07/2026)",
        ),
    )


def test_a_unit_is_known_by_an_alias_and_a_new_one_gets_an_id_of_its_own() -> None:
    read = paper(units=(Unit(id=UnitId(1), name="Văn phòng"), Unit(id=UnitId(2), name="Công an tỉnh")))
    assert [(unit.id, unit.name) for unit in revised(OLD, read).units] == [
        (31, "Văn phòng UBND tỉnh"),
        (-2, "Công an tỉnh"),
    ]


def test_nothing_unlike_is_matched() -> None:
    assert matched(OLD.groups, OLD.groups, lambda was, now: 0.0) == {}


def test_conference_that_is_moved_as_a_whole_takes_its_sessions_along() -> None:
    old = replace(OLD, conference=replace(OLD.conference, starts_on=DAY, ends_on=DAY))
    moved = date(2026, 7, 28)
    amending = Conference(title="Điều chỉnh thời gian Hội nghị", starts_on=moved, ends_on=moved)
    assert {each.day for each in revised(old, paper(conference=amending)).sessions} == {moved}
    longer = replace(amending, ends_on=date(2026, 7, 29))
    assert {each.day for each in revised(old, paper(conference=longer)).sessions} == {DAY}


def test_new_hour_alone_moves_the_sessions_of_the_day_that_stays() -> None:
    whole = Moment(what="", text="8h00 ngày 27/7/2026", start=datetime.combine(DAY, time(8)))
    old = replace(OLD, conference=replace(OLD.conference, starts_on=DAY, ends_on=DAY), moments=(whole,))
    amending = paper("Điều chỉnh thời gian Hội nghị", moments=(Moment(what="", text="13h30"),))
    new = revised(old, amending)
    assert [each.start for each in new.sessions] == [time(13, 30), time(14, 30), time(19, 30)]
    assert {each.day for each in new.sessions} == {DAY}
    assert [(each.text, each.start) for each in new.moments] == [("13h30", datetime.combine(DAY, time(13, 30)))]
    assert (new.conference.starts_on, new.conference.ends_on) == (DAY, DAY)


def test_an_amending_paper_that_only_leaves_lines_as_they_stand_keeps_the_facts_known() -> None:
    dress, line = Fact(topic="dress", text="Mặc áo dài"), Fact(topic=REST, text="Chợ họp như mọi phiên")
    again = Fact(topic=REST, text="Các điểm khác giữ nguyên")
    old = replace(OLD, facts=(dress, line))
    title = "Điều chỉnh Kế hoạch tổ chức Hội nghị sơ kết"
    assert revised(old, paper(title, facts=(again,))).facts == (dress, line, again)
    assert revised(old, paper(facts=(again,))).facts == (again,)
