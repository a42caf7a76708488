"""The door: codes, search, once, taken back, other people's codes, several doors at once."""

import asyncio
import io
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import pytest_asyncio
from python_calamine import CalamineWorkbook
from sqlalchemy import func, insert, select

from domain.actor import Actor
from domain.checkin import Mode
from domain.conference import Conference, Group, Programme, Session
from domain.delegates import ERASED_NAME, DelegateState
from domain.ids import AccountId, ConferenceId, GroupId, SessionId
from domain.refusal import Refusal
from services import boards, checking, doors, flows, privacy, rollcall, screencodes, screens, substituting
from services.views.boards import SAMPLES as BOARDS
from services.views.boards import BoardLine
from services.views.checkin import Arrival, CodeForOthers, OwnCode
from services.views.doors import SlotLine
from services.views.screencodes import CodeForScreen, CodeMissed, SelfCheckInClosed
from storage import checkins, delegates, organizers, people
from storage.schema import check_ins, journal, session_absences
from templates.render import words

DAY = date(2026, 7, 30)
PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=DAY, venue="Hội trường"),
    sessions=(
        Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), position=1),
        Session(id=SessionId(2), title="Thảo luận", day=DAY, start=time(13, 30), room="Phòng 2", position=2),
    ),
    groups=(
        Group(id=GroupId(1), description="Lãnh đạo xã", quota=2, position=1),
        Group(id=GroupId(2), description="Hộ gia đình", position=2),
    ),
)
EARLY = datetime(2026, 7, 30, 0, 40, tzinfo=UTC)
"""7:40 in Hanoi on the day."""
SLOT = SlotLine(key="d2026-07-30", day=DAY, start=time(8))


@pytest_asyncio.fixture
async def open_door(office: Any) -> Any:
    """A published conference on its day, an organizer (1) and two of the door staff (2, 3)."""
    await office.opens(PROGRAMME)
    await office.organizer(1)
    for account in (2, 3):
        await door_staff(office, account)
    office.clock.now = EARLY
    return office


async def door_staff(office: Any, account: int) -> Actor:
    await office.person(account)
    async with office.desk.database.begin() as connection:
        await organizers.make_organizer(connection, office.conference, AccountId(account), "door", office.clock())
    return await office.person(account)


async def code_of(office: Any, key: Any) -> str:
    async with office.desk.database.begin() as connection:
        return await checkins.token_of(connection, office.conference, key)


async def scans(office: Any, account: int, key: Any) -> Any:
    return (await office.do(await office.person(account), checking.open_code, await code_of(office, key))).it


async def refused(awaited: Any) -> str:
    with pytest.raises(Refusal) as found:
        await awaited
    return found.value.code


async def rows(office: Any) -> int:
    async with office.desk.database.begin() as connection:
        return int((await connection.execute(select(func.count()).select_from(check_ins))).scalar_one())


async def test_a_code_scanned_at_the_door_checks_its_person_in(open_door: Any) -> None:
    key, _ = await open_door.invited("Nguyễn Văn An", post="Chủ tịch", unit="Xã A", group=GroupId(1))
    seen = await scans(open_door, 2, key)
    assert seen == Arrival(
        check_in=seen.check_in,
        name="Nguyễn Văn An",
        post="Chủ tịch",
        unit="Xã A",
        group="Lãnh đạo xã",
        slot=SLOT,
        at=datetime(2026, 7, 30, 7, 40),  # noqa: DTZ001 - local time
        fresh=True,
        by="door",
        place="Hội trường",
        may_undo=True,
    )


async def test_a_second_scan_says_when_where_and_by_whom(open_door: Any) -> None:
    key, _ = await open_door.invited()
    await open_door.do(await open_door.person(2), doors.ask_place)
    await open_door.do(await open_door.person(2), flows.take, "Cửa chính")
    async with open_door.desk.database.begin() as connection:
        await people.call_by_name(connection, open_door.conference, AccountId(2), "Bùi Thị Cúc")
    first = await scans(open_door, 2, key)
    open_door.clock.forward(minutes=3)
    again = await scans(open_door, 3, key)
    assert again == replace(first, fresh=False, may_undo=False, by_name="Bùi Thị Cúc")
    assert (again.by, again.by_name, again.place) == ("door", "Bùi Thị Cúc", "Cửa chính")
    assert (await scans(open_door, 1, key)).by_name == "Bùi Thị Cúc"
    assert await rows(open_door) == 1


async def test_two_doors_at_once_count_a_person_once(open_door: Any) -> None:
    keys = [(await open_door.invited(f"Người {n}"))[0] for n in range(5)]
    staff = [await open_door.person(account) for account in (2, 3)]
    seen = await asyncio.gather(*(open_door.do(who, checking.check_in, key) for key in keys for who in staff))
    assert sum(each.it.fresh for each in seen) == 5
    assert await rows(open_door) == 5


async def test_a_delegate_who_opens_their_own_code_sees_where_they_stand(open_door: Any) -> None:
    key, token = await open_door.invited("Nguyễn Văn An")
    await open_door.joins(7, token)
    reply = await open_door.do(await open_door.person(7), checking.open_code, await code_of(open_door, key))
    assert reply.it == OwnCode(title="Hội nghị sơ kết", name="Nguyễn Văn An")
    assert await rows(open_door) == 0


async def test_a_code_tells_others_nothing_personal(open_door: Any) -> None:
    key, _ = await open_door.invited("Nguyễn Văn An")
    assert await scans(open_door, 9, key) == CodeForOthers()
    _, token = await open_door.invited("Trần Thị Bình")
    await open_door.joins(8, token)
    assert await scans(open_door, 8, key) == CodeForOthers()
    assert await rows(open_door) == 0


async def test_a_forged_code_is_a_useless_link(open_door: Any) -> None:
    reply = await open_door.do(await open_door.person(2), checking.open_code, "c_" + "A" * 22)
    assert type(reply.it).__name__ == "LinkUseless"


async def test_a_code_of_another_conference_is_said_to_be_one(open_door: Any) -> None:
    key, _ = await open_door.invited()
    code, first = await code_of(open_door, key), open_door.conference
    await open_door.opens(replace(PROGRAMME, conference=replace(PROGRAMME.conference, code="KHAC", title="Khác")))
    stranger, both = await door_staff(open_door, 5), await door_staff(open_door, 2)
    assert open_door.conference != first
    assert await refused(open_door.do(stranger, checking.open_code, code)) == "checkin_other_conference"
    with pytest.raises(Refusal) as told:
        await open_door.do(both, checking.open_code, code)
    assert (told.value.code, told.value.values) == ("checkin_switch_conference", {"title": "Hội nghị sơ kết"})
    assert await rows(open_door) == 0


async def test_nobody_is_checked_in_before_the_day(open_door: Any) -> None:
    key, _ = await open_door.invited()
    open_door.clock.forward(days=-1)
    assert await refused(scans(open_door, 2, key)) == "checkin_too_early"


@pytest.mark.parametrize(("state", "code"), [("removed", "checkin_removed"), ("asking", "checkin_asking")])
async def test_whoever_is_not_on_the_list_is_refused(open_door: Any, state: str, code: str) -> None:
    key, _ = await open_door.invited()
    async with open_door.desk.database.begin() as connection:
        await delegates.change(connection, key, state=DelegateState(state).value)
    assert await refused(scans(open_door, 2, key)) == code


async def test_the_substitute_is_checked_in_and_the_original_is_not(open_door: Any) -> None:
    key, token = await open_door.invited("Nguyễn Văn An")
    await open_door.joins(7, token)
    open_door.clock.forward(days=-3)
    await open_door.do(await open_door.person(7), substituting.ask, key)
    for line in ("Trần Thị Bình", "Phó phòng"):
        await open_door.do(await open_door.person(7), flows.take, line)
    open_door.clock.now = EARLY
    async with open_door.desk.database.begin() as connection:
        other = await delegates.substitute_of(connection, key)
    assert other is not None
    assert await refused(scans(open_door, 2, key)) == "checkin_substituted"
    assert await refused(open_door.do(await open_door.person(7), checking.my_code)) == "checkin_own_substituted"
    seen = await scans(open_door, 2, other.id)
    assert (seen.name, seen.substitute, seen.fresh) == ("Trần Thị Bình", True, True)


async def test_somebody_erased_is_refused(open_door: Any) -> None:
    key, token = await open_door.invited("Nguyễn Văn An")
    await open_door.joins(7, token)
    code = await code_of(open_door, key)
    await open_door.do(await open_door.person(7), privacy.erase)
    staff = await open_door.person(2)
    assert await refused(open_door.do(staff, checking.check_in, key)) == "checkin_erased"
    reply = await open_door.do(staff, checking.open_code, code)
    assert type(reply.it).__name__ == "LinkUseless"


async def test_staff_find_people_by_name_unit_and_number_without_phones(open_door: Any) -> None:
    an, _ = await open_door.invited("Nguyễn Văn Án", unit="Xã Đồng Tâm", phone="+84912345678")
    await open_door.invited("Lò Thị Hoa", unit="Phòng Đất đai")
    staff = await open_door.person(2)

    async def found(query: str) -> list[str]:
        await open_door.do(staff, checking.ask_whom)
        reply = await open_door.do(staff, flows.take, query)
        assert "912345678" not in repr(reply)
        return [each.name for each in reply.it.items]

    assert await found("an nguyen") == ["Nguyễn Văn Án"]
    assert await found("dong tam") == ["Nguyễn Văn Án"]
    assert await found("đất") == ["Lò Thị Hoa"]
    assert await found("1") == []
    async with open_door.desk.database.begin() as connection:
        from storage import rolls

        await rolls.number_everybody(connection, open_door.conference)
        number = await rolls.number_of(connection, an)
    assert await found(str(number)) == ["Nguyễn Văn Án"]


async def test_names_alike_are_told_apart_over_pages(open_door: Any) -> None:
    for n in range(10):
        await open_door.invited("Nguyễn Văn An", unit=f"Xã {n}")
    staff = await open_door.person(2)
    await open_door.do(staff, checking.ask_whom)
    first = (await open_door.do(staff, flows.take, "nguyen van an")).it
    second = (await open_door.do(staff, checking.found, 1)).it
    assert (first.total, first.pages, len(first.items), len(second.items)) == (10, 2, 8, 2)
    assert len({each.unit for each in (*first.items, *second.items)}) == 10


async def test_door_staff_undo_their_own_for_a_while_and_organizers_always(open_door: Any) -> None:
    key, _ = await open_door.invited()
    seen = await scans(open_door, 2, key)
    assert await refused(open_door.do(await open_door.person(3), checking.undo, seen.check_in)) == "checkin_undo_late"
    await open_door.do(await open_door.person(2), checking.undo, seen.check_in)
    assert await rows(open_door) == 0
    seen = await scans(open_door, 2, key)
    open_door.clock.forward(minutes=16)
    assert await refused(open_door.do(await open_door.person(2), checking.undo, seen.check_in)) == "checkin_undo_late"
    await open_door.do(await open_door.person(1), checking.undo, seen.check_in)
    again = open_door.do(await open_door.person(1), checking.undo, seen.check_in)
    assert await refused(again) == "checkin_undone_already"
    assert await rows(open_door) == 0


async def test_every_step_stands_in_the_journal_without_names(open_door: Any) -> None:
    key, _ = await open_door.invited()
    seen = await scans(open_door, 2, key)
    await open_door.do(await open_door.person(1), checking.undo, seen.check_in)
    query = select(journal.c.account_id, journal.c.act, journal.c.subject_id, journal.c.data).order_by(journal.c.id)
    async with open_door.desk.database.begin() as connection:
        lines = [tuple(each) for each in (await connection.execute(query)).all()]
    assert lines == [
        (2, "checked_in", key, {"slot": "d2026-07-30", "way": "scan"}),
        (1, "check_in_undone", key, {"slot": "d2026-07-30"}),
    ]


@pytest.mark.parametrize("service", [checking.ask_whom, doors.desk, doors.ask_place, screens.board])
async def test_a_delegate_has_no_business_at_the_desk(open_door: Any, service: Any) -> None:
    _, token = await open_door.invited()
    await open_door.joins(7, token)
    assert await refused(open_door.do(await open_door.person(7), service)) == "not_allowed"


async def test_door_staff_neither_change_the_rules_nor_see_the_code(open_door: Any) -> None:
    staff = await open_door.person(2)
    assert await refused(open_door.do(staff, doors.switch_mode, "session")) == "not_allowed"
    assert await refused(open_door.do(staff, screencodes.show)) == "not_allowed"


async def test_each_session_counts_by_itself_and_people_are_counted_once(open_door: Any) -> None:
    await open_door.do(await open_door.person(1), doors.switch_mode, Mode.SESSION.value)
    key, _ = await open_door.invited()
    other, _ = await open_door.invited("Lê Bình")
    assert (await scans(open_door, 2, key)).slot.title == "Khai mạc"
    open_door.clock.now = EARLY + timedelta(hours=6)
    seen = await scans(open_door, 2, key)
    assert (seen.slot.title, seen.fresh, seen.place) == ("Thảo luận", True, "Phòng 2")
    await scans(open_door, 3, other)
    lines, distinct = await open_door.do(await open_door.person(1), boards.figures)
    assert [(each.slot.title, each.sums.present) for each in lines] == [("Khai mạc", 1), ("Thảo luận", 2)]
    assert distinct == 2


async def test_the_board_counts_distinct_people_by_group_and_unit(open_door: Any) -> None:
    here, _ = await open_door.invited("An", unit="Xã A", group=GroupId(1))
    away, _ = await open_door.invited("Bình", unit="Xã A", group=GroupId(1))
    await open_door.invited("Cường", unit="Xã B", group=GroupId(2))
    coming, _ = await open_door.invited("Dung")
    async with open_door.desk.database.begin() as connection:
        await delegates.change(connection, away, rsvp="declined")
        await delegates.change(connection, coming, rsvp="attending")
    for account in (2, 3, 2):
        await scans(open_door, account, here)
    board = (await open_door.do(await open_door.person(2), screens.board)).it
    assert board.total == BoardLine(name="", expected=4, present=1, with_leave=1, without_leave=2)
    assert (board.likely, board.silent) == (2, 1)
    assert board.lines == (
        BoardLine(name="Lãnh đạo xã", expected=2, present=1, with_leave=1, without_leave=0),
        BoardLine(name="Hộ gia đình", expected=1, present=0, with_leave=0, without_leave=1),
        BoardLine(name="", expected=1, present=0, with_leave=0, without_leave=1),
    )
    by_unit = (await open_door.do(await open_door.person(2), screens.board, "unit")).it
    assert [(each.name, each.present, each.expected) for each in by_unit.lines] == [
        ("Xã A", 1, 2),
        ("Xã B", 0, 1),
        ("", 0, 1),
    ]
    await scans(open_door, 2, away)
    board = (await open_door.do(await open_door.person(2), screens.board)).it
    assert board.total == BoardLine(name="", expected=4, present=2, with_leave=0, without_leave=2)


async def test_the_list_by_name_says_of_everybody_whether_they_came_or_had_leave(open_door: Any) -> None:
    here, _ = await open_door.invited("An", unit="Xã A", group=GroupId(1), phone="+84912345678")
    away, _ = await open_door.invited("Bình", unit="Xã A", group=GroupId(1))
    await open_door.invited("Cường", post="Chủ tịch")
    async with open_door.desk.database.begin() as connection:
        await delegates.change(connection, away, rsvp="declined", rsvp_reason="ốm")
    await scans(open_door, 2, here)
    assert await refused(open_door.do(await open_door.person(2), rollcall.listed)) == "not_allowed"
    reply = await open_door.do(await open_door.person(1), rollcall.listed)
    assert (reply.it.present, reply.it.with_leave, reply.it.without_leave) == (1, 1, 1)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(reply.files[0].content)).get_sheet_by_index(0).to_python()
    told = [[row[1], row[5], bool(row[6]), row[8]] for row in rows if row[1] in ("An", "Bình", "Cường")]
    assert told == [
        ["An", "Có mặt", True, ""],
        ["Bình", "Vắng có phép", False, "ốm"],
        ["Cường", "Vắng không phép", False, ""],
    ]
    assert "912345678" not in str(rows)
    whole = await open_door.do(await open_door.person(1), rollcall.everything)
    assert [row[3] for row in whole] == ["An", "Bình", "Cường"]
    board = (await open_door.do(await open_door.person(2), screens.board)).it
    assert (board.organizer, (await open_door.do(await open_door.person(1), screens.board)).it.organizer) == (
        False,
        True,
    )


async def test_who_leaves_out_just_this_session_has_leave_in_it_alone(open_door: Any) -> None:
    away, _ = await open_door.invited("An")
    opening = open_door.programme.sessions[0].id
    async with open_door.desk.database.begin() as connection:
        await delegates.change(connection, away, rsvp="attending")
        values = {"conference_id": open_door.conference, "delegate_id": away, "session_id": opening}
        await connection.execute(insert(session_absences).values(values))

    async def total() -> BoardLine:
        seen: BoardLine = (await open_door.do(await open_door.person(2), screens.board)).it.total
        return seen

    missing = BoardLine(name="", expected=1, present=0, with_leave=0, without_leave=1)
    assert await total() == missing
    await open_door.do(await open_door.person(1), doors.switch_mode, Mode.SESSION.value)
    assert await total() == replace(missing, with_leave=1, without_leave=0)
    open_door.clock.now = EARLY + timedelta(hours=6)
    assert await total() == missing


async def test_of_those_erased_only_who_came_is_counted(open_door: Any) -> None:
    here, _ = await open_door.invited("An")
    never, _ = await open_door.invited("Bình")
    await scans(open_door, 2, here)
    async with open_door.desk.database.begin() as connection:
        for key in (here, never):
            await delegates.change(connection, key, name=ERASED_NAME)
    board = (await open_door.do(await open_door.person(2), screens.board)).it
    assert board.total == BoardLine(name="", expected=1, present=1, with_leave=0, without_leave=0)


async def test_the_chart_is_a_picture_with_the_same_facts_in_words(open_door: Any) -> None:
    await open_door.invited("An", group=GroupId(1))
    reply = await open_door.do(await open_door.person(1), boards.chart)
    assert reply.it.total.expected == 1
    assert [(each.name, each.content[:4]) for each in reply.files] == [
        ("diem-danh-1.png", b"\x89PNG")
    ] * reply.it.picture


async def test_no_unit_drops_out_of_the_pictures(open_door: Any) -> None:
    for number in range(boards.BARS * 2 + 1):
        await open_door.invited(f"Người {number}", unit=f"Xã số {number:02d}")
    reply = await open_door.do(await open_door.person(1), boards.chart, "unit")
    assert (reply.it.by, reply.it.total.expected) == ("unit", boards.BARS * 2 + 1)
    assert len(reply.files) == 3 * reply.it.picture


def test_what_is_too_much_for_pictures_is_said_on_the_last(open_door: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []
    monkeypatch.setattr(boards, "bars_png", lambda title, *args, **kwargs: titles.append(title) or b"")
    lines = [BoardLine(name=f"Xã {n}", expected=1, present=0, with_leave=0, without_leave=1) for n in range(203)]
    view = BOARDS[0]
    texts = words("vi")["chart"]
    boards._pictures(view, lines, texts)
    assert titles[0].endswith("(1/10)") and titles[-1].endswith("(10/10), còn 3 dòng trong bảng chữ")


# --- the digits on the screen ---------------------------------------------------------------------------------------


async def delegate(office: Any, account: int) -> Any:
    key, token = await office.invited(f"Người {account}")
    moment, office.clock.now = office.clock.now, EARLY - timedelta(days=3)
    await office.joins(account, token)
    office.clock.now = moment
    return key


async def types(office: Any, account: int, text: str) -> Any:
    return (await office.do(await office.person(account), flows.take, text)).it


async def test_a_delegate_types_the_digits_on_the_screen_and_is_here(open_door: Any) -> None:
    key = await delegate(open_door, 7)
    shown = await open_door.do(await open_door.person(1), screencodes.show)
    assert isinstance(shown.it, CodeForScreen)
    assert [(each.name, each.photo, each.content[:4]) for each in shown.files] == [
        ("ma-diem-danh.png", True, b"\x89PNG")
    ]
    await open_door.do(await open_door.person(7), screencodes.ask)
    seen = await types(open_door, 7, shown.it.code)
    assert (type(seen), seen.just_now, len(seen.came)) == (OwnCode, True, 1)
    again = await scans(open_door, 2, key)
    assert (again.fresh, again.by, again.way, again.by_name) == (False, "delegate", "code", None)


async def test_outside_the_window_there_is_neither_a_code_nor_a_question(open_door: Any) -> None:
    await delegate(open_door, 7)
    open_door.clock.now = EARLY - timedelta(hours=1)
    seen = await open_door.do(await open_door.person(7), screencodes.ask)
    assert (type(seen.it), seen.it.opens) == (SelfCheckInClosed, datetime(2026, 7, 30, 7, 30))  # noqa: DTZ001
    assert await refused(open_door.do(await open_door.person(1), screencodes.show)) == "checkin_code_early"
    open_door.clock.now = EARLY + timedelta(hours=2)
    assert (await open_door.do(await open_door.person(7), screencodes.ask)).it == SelfCheckInClosed()
    assert await refused(open_door.do(await open_door.person(1), screencodes.show)) == "checkin_code_never"


async def test_guesses_are_limited_and_the_pause_ends(open_door: Any) -> None:
    await delegate(open_door, 7)
    code = (await open_door.do(await open_door.person(1), screencodes.show)).it.code
    wrong = f"{(int(code) + 5000) % 10000:04d}"
    await open_door.do(await open_door.person(7), screencodes.ask)
    assert [(await types(open_door, 7, wrong)).left for _ in range(5)] == [4, 3, 2, 1, 0]
    assert await refused(types(open_door, 7, code)) == "form_gone"
    assert (await open_door.do(await open_door.person(7), screencodes.ask)).it == CodeMissed(left=0, minutes=10)
    open_door.clock.forward(minutes=11)
    await open_door.do(await open_door.person(7), screencodes.ask)
    code = (await open_door.do(await open_door.person(1), screencodes.show)).it.code
    assert (await types(open_door, 7, code)).just_now


async def test_an_old_code_is_of_no_use_when_the_window_has_closed(open_door: Any) -> None:
    await delegate(open_door, 7)
    code = (await open_door.do(await open_door.person(1), screencodes.show)).it.code
    await open_door.do(await open_door.person(7), screencodes.ask)
    open_door.clock.forward(hours=2)
    assert await types(open_door, 7, code) == SelfCheckInClosed()
    assert await rows(open_door) == 0


async def test_no_code_holds_before_one_was_ever_shown(open_door: Any) -> None:
    await delegate(open_door, 7)
    await open_door.do(await open_door.person(7), screencodes.ask)
    assert (await types(open_door, 7, "0000")).left == 4


async def test_the_conference_of_a_draft_checks_nobody_in(office: Any) -> None:
    await office.opens(PROGRAMME, published=False)
    await office.organizer(1)
    office.clock.now = EARLY
    key, _ = await office.invited()
    assert await refused(scans(office, 1, key)) == "not_published"
    assert office.conference == ConferenceId(1)
