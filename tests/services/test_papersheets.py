"""Paper at the door: numbers that stay, a ticked sheet typed in, badges."""

import io
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import docx
import pytest
import pytest_asyncio
from python_calamine import CalamineWorkbook

from domain.conference import Conference, Programme, Session
from domain.delegates import DelegateState
from domain.ids import AccountId, SessionId
from domain.refusal import Refusal
from services import checking, flows, papersheets
from services.views.doors import SlotLine
from services.views.papersheets import BadgesProgress, PaperReady, PassedOver, SheetEntered, SheetUndone
from storage import checkins, delegates, organizers

DAY, NEXT = date(2026, 7, 30), date(2026, 7, 31)
PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=DAY, ends_on=NEXT),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), position=1),),
)
MORNING = datetime(2026, 7, 30, 2, tzinfo=UTC)
"""9:00 in Hanoi on the first day."""
SLOT = SlotLine(key="d2026-07-30", day=DAY, start=time(8))
NAMES = ("An", "Bình", "Cường", "Dung", "Giang", "Hà")


@pytest_asyncio.fixture
async def hall(office: Any) -> Any:
    """Six people on the list, an organizer (1) and one of the door staff (2)."""
    await office.opens(PROGRAMME)
    await office.organizer(1)
    await office.person(2)
    async with office.desk.database.begin() as connection:
        await organizers.make_organizer(connection, office.conference, AccountId(2), "door", office.clock())
    office.keys = [(await office.invited(name, unit="Xã A"))[0] for name in NAMES]
    office.clock.now = MORNING
    return office


async def roll(office: Any) -> list[list[Any]]:
    reply = await office.do(await office.person(2), papersheets.roll_sheet)
    book = CalamineWorkbook.from_filelike(io.BytesIO(reply.files[0].content))
    return book.get_sheet_by_index(0).to_python()[1:]


async def enters(office: Any, text: str, account: int = 2) -> Any:
    who = await office.person(account)
    await office.do(who, papersheets.ask_numbers, SLOT.key)
    return (await office.do(who, flows.take, text)).it


async def refused(awaited: Any) -> str:
    with pytest.raises(Refusal) as found:
        await awaited
    return found.value.code


async def came(office: Any) -> dict[str, datetime]:
    async with office.desk.database.begin() as connection:
        found = await checkins.present(connection, office.conference, SLOT.key)
        return {NAMES[office.keys.index(key)]: at for key, at in found.items()}


async def test_numbers_stay_when_people_come_and_go(hall: Any) -> None:
    before = {row[1]: row[0] for row in await roll(hall)}
    assert before == {name: number for number, name in enumerate(NAMES, 1)}
    async with hall.desk.database.begin() as connection:
        await delegates.change(connection, hall.keys[0], state=DelegateState.REMOVED.value)
    await hall.invited("Ánh", unit="A đầu tiên")
    after = {row[1]: row[0] for row in await roll(hall)}
    assert after == {name: number for name, number in before.items() if name != "An"} | {"Ánh": 7}


async def test_the_printed_list_has_no_phones_and_no_formulas(hall: Any) -> None:
    await hall.invited('=HYPERLINK("http://x")', phone="+84912345678")
    rows = await roll(hall)
    assert rows[-1][1] == '=HYPERLINK("http://x")'
    assert "912345678" not in repr(rows)


async def test_a_sheet_counts_who_is_ticked_with_the_real_time(hall: Any) -> None:
    await roll(hall)
    await hall.do(await hall.person(2), checking.check_in, hall.keys[1])
    seen = await enters(hall, "1-4, 6, trừ 3 lúc 7h45")
    assert seen == SheetEntered(
        slot=SLOT,
        at=datetime(2026, 7, 30, 7, 45),  # noqa: DTZ001 - local time
        added=3,
        known=1,
        batch=seen.batch,
    )
    real = datetime(2026, 7, 30, 0, 45, tzinfo=UTC)
    assert await came(hall) == {"An": real, "Bình": MORNING, "Dung": real, "Hà": real}


async def test_the_same_sheet_twice_counts_nobody_twice(hall: Any) -> None:
    await roll(hall)
    await enters(hall, "1-6 lúc 7h45")
    seen = await enters(hall, "1-6 lúc 8h", account=1)
    assert (seen.added, seen.known) == (0, 6)
    assert set((await came(hall)).values()) == {datetime(2026, 7, 30, 0, 45, tzinfo=UTC)}


async def test_without_a_time_on_the_sheet_it_is_the_start(hall: Any) -> None:
    await roll(hall)
    assert (await enters(hall, "1")).at == datetime(2026, 7, 30, 8)  # noqa: DTZ001
    hall.clock.now = MORNING - timedelta(hours=1, minutes=10)
    assert (await enters(hall, "2")).at == datetime(2026, 7, 30, 7, 50)  # noqa: DTZ001


async def test_whoever_may_not_be_counted_is_named_with_the_reason(hall: Any) -> None:
    await roll(hall)
    async with hall.desk.database.begin() as connection:
        await delegates.change(connection, hall.keys[0], rsvp="substituted")
        await delegates.change(connection, hall.keys[1], state=DelegateState.REMOVED.value)
    seen = await enters(hall, "1-3")
    assert (seen.added, seen.passed_over) == (
        1,
        (
            PassedOver(number=1, name="An", why="checkin_substituted"),
            PassedOver(number=2, name="Bình", why="checkin_removed"),
        ),
    )


async def test_a_sheet_is_taken_back_whole_and_leaves_the_scans(hall: Any) -> None:
    await roll(hall)
    await hall.do(await hall.person(1), checking.check_in, hall.keys[0])
    seen = await enters(hall, "1-3")
    assert (await hall.do(await hall.person(2), papersheets.undo, seen.batch)).it == SheetUndone(count=2)
    assert list(await came(hall)) == ["An"]
    again = hall.do(await hall.person(2), papersheets.undo, seen.batch)
    assert await refused(again) == "checkin_undone_already"


async def test_a_late_sheet_is_of_the_day_it_names(hall: Any) -> None:
    await roll(hall)
    hall.clock.forward(days=5)
    staff = await hall.person(2)
    offered = (await hall.do(staff, papersheets.ask_slot)).it
    assert [each.key for each in offered.items] == ["d2026-07-31", "d2026-07-30"]
    assert (await enters(hall, "1-2")).slot == SLOT
    await hall.do(staff, papersheets.ask_numbers, "d2026-07-31")
    assert await refused(hall.do(staff, flows.take, "1-2")) == "sheet_wants_time"
    assert (await hall.do(staff, flows.take, "1-2 lúc 8h")).it.added == 2


@pytest.mark.parametrize(
    ("text", "code"), [("1-9", "sheet_unknown_number"), ("1 lúc 9h01", "sheet_ahead"), ("một", "sheet_unreadable")]
)
async def test_a_wrong_sheet_counts_nobody_and_may_be_typed_again(hall: Any, text: str, code: str) -> None:
    await roll(hall)
    assert await refused(enters(hall, text)) == code
    assert await came(hall) == {}
    assert (await hall.do(await hall.person(2), flows.take, "1")).it.added == 1


async def test_there_is_no_sheet_before_the_day_nor_before_the_list_was_printed(hall: Any) -> None:
    staff = await hall.person(2)
    assert await refused(hall.do(staff, papersheets.ask_numbers, SLOT.key)) == "sheet_no_list"
    assert await refused(hall.do(staff, papersheets.ask_numbers, "d2026-07-31")) == "checkin_too_early"
    assert await refused(hall.do(staff, papersheets.ask_numbers, "s99")) == "checkin_slot_gone"
    hall.clock.forward(days=-2)
    assert await refused(hall.do(staff, papersheets.ask_slot)) == "checkin_too_early"


async def test_badges_carry_name_and_code_of_everybody_who_comes(hall: Any) -> None:
    async with hall.desk.database.begin() as connection:
        await delegates.change(connection, hall.keys[1], rsvp="substituted")
    *_, reply = await badge_replies(hall)
    assert (reply.it, [each.name for each in reply.files]) == (
        PaperReady(kind="badges", count=5),
        ["the-dai-bieu-001.docx"],
    )
    made = docx.Document(io.BytesIO(reply.files[0].content))
    text = "\n".join(cell.text for row in made.tables[0].rows for cell in row.cells)
    assert [name for name in NAMES if name in text] == [name for name in NAMES if name != "Bình"]
    assert len(made.inline_shapes) == 5
    assert await refused(hall.do(await hall.person(2), papersheets.badges)) == "not_allowed"


async def badge_replies(hall: Any) -> list[Any]:
    order = await hall.do(await hall.person(1), papersheets.badges)
    return [reply async for reply in papersheets.badge_files(order)]


async def test_many_badges_come_in_one_archive_with_progress(hall: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(papersheets, "BADGES_A_FILE", 4)
    *progress, reply = await badge_replies(hall)
    assert [each.it for each in progress] == [BadgesProgress(done=0, total=6), BadgesProgress(done=4, total=6)]
    assert reply.it == PaperReady(kind="badges", count=6, files=2)
    (file,) = reply.files
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        assert (file.name, archive.namelist()) == (
            "the-dai-bieu-1.zip",
            ["the-dai-bieu-001.docx", "the-dai-bieu-002.docx"],
        )
