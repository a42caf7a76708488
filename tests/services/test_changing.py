"""One old → new notice for a publication, to everybody it touches."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest_asyncio
from sqlalchemy import insert, select

from domain.conference import Conference, Programme, Session, SessionState, Unit
from domain.ids import SessionId, UnitId
from services import changing
from services.desk import SYSTEM
from services.views.changes import ProgrammeChanged
from storage.codec import from_json
from storage.schema import delegates, deliveries, notices
from templates import render

from .conftest import NOW, Office

FRIDAY = date(2026, 7, 3)
TALK = Session(id=SessionId(1), title="Thảo luận", day=FRIDAY, start=time(14))
OLD = Programme(
    conference=Conference(title="Hội nghị", code="HN", contact="Văn phòng", revision=1),
    sessions=(TALK,),
    units=(Unit(id=UnitId(1), name="Văn phòng"),),
)


def moved(**changes: Any) -> Programme:
    return replace(
        OLD, conference=replace(OLD.conference, revision=2), sessions=(replace(TALK, **changes or {"start": time(8)}),)
    )


@pytest_asyncio.fixture
async def people(office: Office) -> Office:
    """Two delegates (one not linked), one who declined, and a focal person who is a delegate too."""
    made = await office.opens(OLD)
    for account in (101, 102, 103, 104):
        await office.person(account)
    await office.focal(103, made.units[0].id)
    await office.focal(104, made.units[0].id)
    rows = [(101, "none"), (None, "attending"), (102, "declined"), (103, "attending")]
    async with office.desk.database.begin() as connection:
        for account, rsvp in rows:
            values = {"conference_id": office.conference, "name": "A", "name_key": "a", "account_id": account}
            values |= {"state": "invited", "rsvp": rsvp, "created_at": NOW}
            await connection.execute(insert(delegates).values(values))
    return office


async def announce(office: Office, new: Programme) -> int:
    told: int = await office.do(replace(SYSTEM, conference=office.conference), changing.announce, OLD, new)
    return told


async def sent(office: Office) -> list[tuple[int | None, str, str | None]]:
    query = select(deliveries.c.chat_id, deliveries.c.state, deliveries.c.reason).order_by(deliveries.c.id)
    async with office.desk.database.begin() as connection:
        found = [tuple(row) for row in (await connection.execute(query)).all()]
    return sorted(found, key=lambda row: row[0] or 0)


async def test_everybody_touched_is_told_once_and_who_is_not_linked_stays_accounted_for(people: Office) -> None:
    assert await announce(people, moved()) == 3
    assert await sent(people) == [
        (None, "unreachable", "not_linked"),
        (101, "waiting", None),
        (103, "waiting", None),
        (104, "waiting", None),
    ]
    assert await announce(people, moved()) == 3
    assert len(await sent(people)) == 4


async def test_nothing_to_tell_tells_nobody(people: Office) -> None:
    assert await announce(people, replace(OLD, conference=replace(OLD.conference, revision=2))) == 0
    assert await sent(people) == []


async def test_a_change_to_what_is_over_tells_nobody(people: Office) -> None:
    people.clock.now = datetime(2026, 7, 5, tzinfo=UTC)
    assert await announce(people, moved()) == 0


async def test_the_first_line_is_the_change_and_a_receipt_is_asked_for(people: Office) -> None:
    await announce(people, moved(day=date(2026, 7, 4), start=time(8)))
    async with people.desk.database.begin() as connection:
        row = (await connection.execute(select(notices))).one()
    assert (row.kind, row.urgency, row.policy, row.wants_receipt) == ("change", 30, "resend", True)
    text = render.text(from_json(row.data, ProgrammeChanged), "vi")
    assert text.splitlines()[:2] == ["<b>Thứ Sáu 3/7 14:00 → Thứ Bảy 4/7 08:00</b>", "Thảo luận"]


async def test_a_change_in_the_night_waits_for_the_morning_unless_it_is_about_to_begin(people: Office) -> None:
    people.clock.now = datetime(2026, 7, 1, 16, tzinfo=UTC)
    await announce(people, moved())
    people.clock.now = datetime(2026, 7, 2, 20, tzinfo=UTC)
    soon = replace(moved(state=SessionState.CANCELLED), conference=replace(OLD.conference, revision=3))
    await announce(people, soon)
    query = select(notices.c.urgency, deliveries.c.due_at).join(deliveries).distinct().order_by(deliveries.c.due_at)
    async with people.desk.database.begin() as connection:
        assert [tuple(row) for row in (await connection.execute(query)).all()] == [
            (30, datetime(2026, 7, 1, 23, tzinfo=UTC)),
            (10, datetime(2026, 7, 2, 20, tzinfo=UTC)),
        ]
