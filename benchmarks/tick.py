"""What the desk's pulse costs: a tick with nothing due, planning all reminders, and a tick that reminds everybody.

.venv/bin/python benchmarks/tick.py [--people 10000] [--sessions 500] [--json]

Planning is by session and lead, not by person, so it is measured with 30 sessions and with all of them; the people
come in when a reminder is due, in one statement. `idle_tick_ms` is a tick days before anything,
`idle_tick_on_the_day_ms` one after the first reminders. The same on PostgreSQL where there is one, as `postgresql`.
"""

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from outbox import Place, add_accounts, open_desk, postgresql, programs
from sqlalchemy import func, insert, select

from bot.chores import Chores
from bot.outgoing import NotSent, Outcome, Outgoing
from bot.ticks import Ticks
from domain.conference import Programme, Session
from domain.ids import ConferenceId, SessionId
from services import reminding
from services.desk import SYSTEM, Desk, Work
from storage import plans, programmes
from storage.schema import delegates, deliveries, reminders, sessions

_CHUNK = 5_000
_TICKS = 50
ME = replace(SYSTEM, conference=ConferenceId(1))


class Nobody:
    """No message is edited here."""

    async def edit(self, chat: int, message: int, out: Outgoing) -> Outcome:
        return NotSent("nobody")


async def timed(call: Any) -> float:
    """Seconds that awaiting it takes."""
    start = time.perf_counter()
    await call
    return time.perf_counter() - start


async def add_delegates(desk: Desk, people: int) -> None:
    """So many delegates who are linked."""
    common = {"conference_id": 1, "name": "A", "name_key": "a", "state": "invited", "rsvp": "attending"}
    common |= {"created_at": datetime.now(UTC)}
    numbers = await add_accounts(desk, people)
    async with desk.database.begin() as connection:
        for at in range(0, people, _CHUNK):
            rows = [common | {"account_id": number} for number in numbers[at : at + _CHUNK]]
            await connection.execute(insert(delegates), rows)


async def programme(desk: Desk, count: int, first: datetime) -> Programme:
    """A stored and published programme of so many sessions, half an hour apart from `first` on."""
    async with desk.database.begin() as connection:
        old = await programmes.working(connection, ConferenceId(1))
        stored = []
        for number in range(1, count + 1):
            start = first + timedelta(minutes=30 * number)
            session = Session(id=SessionId(number), title=f"Phiên {number}", day=start.date(), start=start.time())
            values = plans.session_columns(session) | {"id": number, "conference_id": 1}
            await connection.execute(insert(sessions).values(values))
            stored.append(session)
        revision = old.conference.revision + 1
        new = replace(old, conference=replace(old.conference, revision=revision), sessions=tuple(stored))
        await programmes.change_conference(connection, ConferenceId(1), revision=revision)
        await programmes.publish(connection, new, datetime.now(UTC), ME.account)
    return new


async def measure(place: Place, people: int, count: int) -> dict[str, Any]:
    """All figures on one database."""
    desk = await open_desk(place)
    await add_delegates(desk, people)
    first = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=3)
    plan = await programme(desk, count, first)
    thirty = await timed(desk.do(ME, reminding.plan, replace(plan, sessions=plan.sessions[:30])))
    everything = await timed(desk.do(ME, reminding.plan, plan))
    again = await timed(desk.do(ME, reminding.plan, plan))
    ticks = Ticks(desk)
    ticks.also(Chores(desk, Nobody()).do_what_is_due)
    idle = await idle_ticks(ticks)
    due = await desk.see(ME, _first_due)
    desk.now = lambda: due
    remind = await timed(ticks.tick())
    between = due + timedelta(minutes=1)
    desk.now = lambda: between
    await ticks.tick()
    on_the_day = await idle_ticks(ticks)
    async with desk.database.begin() as connection:
        rows = [
            (await connection.execute(select(func.count()).select_from(table))).scalar_one()
            for table in (reminders, deliveries)
        ]
    await desk.database.close()
    return {
        "idle_tick_ms": round(statistics.median(idle) * 1000, 2),
        "idle_tick_worst_ms": round(max(idle) * 1000, 2),
        "idle_tick_on_the_day_ms": round(statistics.median(on_the_day) * 1000, 2),
        "plan_30_sessions_s": round(thirty, 4),
        "plan_all_sessions_s": round(everything, 4),
        "plan_again_s": round(again, 4),
        "reminder_rows": rows[0],
        "remind_everybody_s": round(remind, 4),
        "delivery_rows": rows[1],
    }


async def idle_ticks(ticks: Ticks) -> list[float]:
    """Seconds that each of many ticks takes that find nothing to do."""
    return [await timed(ticks.tick()) for _ in range(_TICKS)]


async def measure_all(people: int, count: int) -> dict[str, Any]:
    """On SQLite, and on PostgreSQL where a server can be had."""
    with tempfile.TemporaryDirectory() as name:
        figures = {"people": people, "sessions": count} | await measure(Path(name), people, count)
    if programs() is None:
        return figures | {"postgresql": None}
    with postgresql() as server:
        await server.execute("create database bench")
        return figures | {"postgresql": await measure(server.url("bench"), people, count)}


async def _first_due(work: Work) -> datetime:
    found: datetime = (await work.connection.execute(select(func.min(reminders.c.due_at)))).scalar_one()
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--sessions", type=int, default=500)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = asyncio.run(measure_all(options.people, options.sessions))
    print(json.dumps(figures) if options.json else "\n".join(f"{name}: {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
