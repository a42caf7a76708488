"""What people are told after a programme has changed."""

from dataclasses import replace
from datetime import date, time

from domain.changes import Change, ChangeKind, Slot, diff, still_ahead
from domain.conference import Conference, Programme, Session, SessionState
from domain.ids import SessionId

THU, FRI, SAT = date(2026, 7, 30), date(2026, 7, 31), date(2026, 8, 1)
CONFERENCE = Conference(title="Hội nghị", starts_on=THU, ends_on=THU, venue="Hội trường A")
TALK = Session(id=SessionId(1), title="Thảo luận", day=THU, start=time(14), end=time(15))
LUNCH = Session(id=SessionId(2), title="Ăn trưa", day=THU, start=time(12))
PART = Session(id=SessionId(3), title="Tổ 1", parent=SessionId(1), place="Phòng 1")
OLD = Programme(conference=CONFERENCE, sessions=(TALK, LUNCH, PART))


def changed(**by_title: dict[str, object]) -> Programme:
    names = {"talk": TALK, "lunch": LUNCH, "part": PART}
    sessions = [replace(each, **by_title.get(name, {})) for name, each in names.items()]
    return Programme(conference=CONFERENCE, sessions=tuple(sessions))


def test_the_same_programme_has_no_changes() -> None:
    assert diff(OLD, OLD) == ()


def test_what_people_do_not_plan_by_is_no_change() -> None:
    assert diff(OLD, changed(talk={"responsible": "Văn phòng", "position": 9, "state": SessionState.RUNNING})) == ()


def test_a_move_is_one_change_and_takes_its_timeless_parts_along() -> None:
    assert diff(OLD, changed(talk={"day": FRI, "start": time(8), "end": time(9)})) == (
        Change(
            kind=ChangeKind.MOVED,
            title="Thảo luận",
            session=SessionId(1),
            was=Slot(day=THU, start=time(14), end=time(15)),
            now=Slot(day=FRI, start=time(8), end=time(9)),
        ),
    )


def test_a_move_with_a_new_name_is_still_one_change() -> None:
    found = diff(OLD, changed(lunch={"start": time(11, 30), "title": "Cơm trưa"}))
    assert [(each.kind, each.title, each.was_title) for each in found] == [(ChangeKind.MOVED, "Cơm trưa", "Ăn trưa")]


def test_another_room_is_a_change_of_place() -> None:
    assert diff(OLD, changed(lunch={"room": "P.2", "place": "Nhà khách"})) == (
        Change(
            kind=ChangeKind.MOVED,
            title="Ăn trưa",
            session=SessionId(2),
            was=Slot(day=THU, start=time(12)),
            now=Slot(day=THU, start=time(12), place="P.2, Nhà khách"),
        ),
    )


def test_cancelled_stays_cancelled_and_is_told_once() -> None:
    cancelled = changed(lunch={"state": SessionState.CANCELLED})
    gone = Change(kind=ChangeKind.CANCELLED, title="Ăn trưa", session=SessionId(2), was=Slot(day=THU, start=time(12)))
    assert diff(OLD, cancelled) == (gone,)
    assert diff(cancelled, changed(lunch={"state": SessionState.CANCELLED, "start": time(11)})) == ()
    removed = Programme(conference=CONFERENCE, sessions=(TALK, PART))
    assert diff(cancelled, removed) == ()


def test_sessions_that_come_and_go_are_told() -> None:
    extra = Session(id=SessionId(9), title="Bế mạc", day=THU, start=time(16))
    new = Programme(conference=CONFERENCE, sessions=(TALK, PART, extra))
    assert [(each.kind, each.title) for each in diff(OLD, new)] == [
        (ChangeKind.REMOVED, "Ăn trưa"),
        (ChangeKind.ADDED, "Bế mạc"),
    ]


def test_a_plan_read_anew_keeps_its_sessions_by_their_titles() -> None:
    read = tuple(replace(each, id=SessionId(each.id + 50), parent=None) for each in (TALK, LUNCH))
    moved = (read[0], replace(read[1], title="ĂN  TRƯA", start=time(11)))
    before = Programme(conference=CONFERENCE, sessions=(TALK, LUNCH))
    found = diff(before, Programme(conference=CONFERENCE, sessions=moved))
    assert [(each.kind, each.session, each.was_title) for each in found] == [(ChangeKind.MOVED, 52, "Ăn trưa")]


def test_a_conference_moved_as_a_whole_is_one_change() -> None:
    later = replace(CONFERENCE, starts_on=SAT, ends_on=SAT)
    sessions = tuple(replace(each, day=SAT) if each.day else each for each in (TALK, LUNCH, PART))
    assert diff(OLD, Programme(conference=later, sessions=sessions)) == (
        Change(kind=ChangeKind.DATES, title="Hội nghị", was=Slot(day=THU, until=THU), now=Slot(day=SAT, until=SAT)),
    )


def test_dates_set_for_the_first_time_come_before_the_sessions_that_get_their_times() -> None:
    unknown = replace(CONFERENCE, starts_on=None, ends_on=None, dates_text="dự kiến tháng 7")
    undated = replace(LUNCH, day=None, start=None)
    found = diff(
        Programme(conference=unknown, sessions=(undated,)), Programme(conference=CONFERENCE, sessions=(LUNCH,))
    )
    assert found == (
        Change(kind=ChangeKind.DATES, title="Hội nghị", was=Slot(text="dự kiến tháng 7"), now=Slot(day=THU, until=THU)),
        Change(
            kind=ChangeKind.MOVED,
            title="Ăn trưa",
            session=SessionId(2),
            was=Slot(),
            now=Slot(day=THU, start=time(12)),
        ),
    )


def test_another_venue_is_told() -> None:
    new = replace(OLD, conference=replace(CONFERENCE, venue="Hội trường B"))
    assert diff(OLD, new) == (
        Change(kind=ChangeKind.VENUE, title="Hội nghị", was=Slot(place="Hội trường A"), now=Slot(place="Hội trường B")),
    )


def test_changes_to_what_is_over_are_told_to_nobody() -> None:
    found = diff(OLD, changed(lunch={"place": "Nhà khách"}))
    assert still_ahead(found, THU) == found
    assert still_ahead(found, FRI) == ()
    moved = diff(OLD, changed(lunch={"day": SAT}))
    assert still_ahead(moved, FRI) == moved


MORNING = Session(id=SessionId(7), title="Thảo luận", day=THU, start=time(8), end=time(11))
FIRST_HALF = Slot(day=THU, start=time(8), end=time(9, 30))
SECOND_HALF = Slot(day=THU, start=time(9, 30), end=time(11))
WHOLE = Slot(day=THU, start=time(8), end=time(11))
SHORTER = replace(MORNING, end=time(9, 30))
REST = Session(id=SessionId(8), title="Chất vấn", day=THU, start=time(9, 30), end=time(11))


def of(*sessions: Session) -> Programme:
    return Programme(conference=CONFERENCE, sessions=sessions)


def test_a_session_that_is_split_is_one_change_with_its_parts() -> None:
    assert diff(of(MORNING), of(SHORTER, REST)) == (
        Change(
            kind=ChangeKind.SPLIT,
            title="Thảo luận",
            session=SessionId(7),
            was=WHOLE,
            now=FIRST_HALF,
            parts=(("Chất vấn", SECOND_HALF),),
        ),
    )


def test_a_session_that_is_replaced_by_two_was_split() -> None:
    halves = (replace(SHORTER, id=SessionId(9), title="Tham luận"), REST)
    assert diff(of(MORNING), of(*halves)) == (
        Change(
            kind=ChangeKind.SPLIT,
            title="Thảo luận",
            session=SessionId(7),
            was=WHOLE,
            parts=(("Tham luận", FIRST_HALF), ("Chất vấn", SECOND_HALF)),
        ),
    )


def test_sessions_that_are_merged_are_one_change() -> None:
    assert diff(of(SHORTER, REST), of(MORNING)) == (
        Change(
            kind=ChangeKind.MERGED,
            title="Thảo luận",
            session=SessionId(7),
            was=FIRST_HALF,
            now=WHOLE,
            parts=(("Chất vấn", SECOND_HALF),),
        ),
    )


def test_a_new_session_at_another_time_is_no_part_of_a_split() -> None:
    later = replace(REST, start=time(14), end=time(15))
    assert [each.kind for each in diff(of(MORNING), of(SHORTER, later))] == [ChangeKind.MOVED, ChangeKind.ADDED]
