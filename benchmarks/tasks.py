"""60 units and 400 tasks: the board, a morning's digests, and a year of ladders, as one JSON object.

Run as `python benchmarks/tasks.py [--json]`; needs nothing but the project.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import func, select

from domain.actor import Actor, Role
from domain.chasing import Ladder
from domain.conference import Conference, ConferenceState, Programme, Task, Unit
from domain.ids import AccountId, ConferenceId, TaskId, UnitId
from services import collecting, tasking, tasklists, taskreviews
from services.desk import SYSTEM, Desk, file_store
from storage import people, programmes
from storage.database import Database
from storage.migrate import upgrade
from storage.schema import deliveries, notices

UNITS, TASKS = 60, 400
START = datetime(2026, 1, 5, 1, tzinfo=UTC)  # Monday, 8:00 in Hanoi


def _programme() -> Programme:
    """Deadlines spread over a year, at 17:00 on every day of the week."""
    first = datetime.fromisoformat("2026-01-12T17:00")
    return Programme(
        conference=Conference(code="B", title="Hội nghị", state=ConferenceState.PUBLISHED, starts_on=date(2027, 2, 1)),
        units=tuple(Unit(id=UnitId(n), name=f"Đơn vị {n}", position=n) for n in range(1, UNITS + 1)),
        tasks=tuple(
            Task(
                id=TaskId(n),
                unit=UnitId(n % UNITS + 1),
                text=f"Nhiệm vụ số {n} của hội nghị",
                deadline=first + timedelta(days=n * 350 // TASKS),
                position=n,
            )
            for n in range(1, TASKS + 1)
        ),
    )


async def measure(folder: Path) -> dict[str, Any]:
    database = Database(f"sqlite+aiosqlite:///{folder / 'conference.db'}")
    await upgrade(database)
    now = [START]
    desk = Desk(database=database, files=file_store(folder), now=lambda: now[0])
    async with database.begin() as connection:
        made = await programmes.create(connection, _programme(), START)
        await people.meet(connection, AccountId(1), "vi", START)
        await people.make_organizer(connection, made.conference.id, AccountId(1), "organizer", START)
        for unit in made.units:
            await people.meet(connection, AccountId(1000 + unit.id), "vi", START)
            await people.make_focal(connection, made.conference.id, unit.id, AccountId(1000 + unit.id), START)
    organizer = Actor(account=AccountId(1), conference=made.conference.id, roles=frozenset({Role.ORGANIZER}))
    found: dict[str, Any] = {"units": UNITS, "tasks": TASKS}
    found["assign_ms"] = await _timed(desk.do(organizer, tasking.assign_all))
    found["board_ms"] = await _timed(desk.see(organizer, tasklists.board))
    found["board_picture_ms"] = await _timed(desk.see(organizer, taskreviews.picture))
    found["morning_screen_ms"] = await _timed(desk.see(organizer, taskreviews.morning))
    found["reports_ms"] = await _timed(desk.see(organizer, collecting.board))
    found["board_late_ms"] = await _timed(desk.see(organizer, tasklists.board, "assigned"))
    began = time.perf_counter()
    worst = 0.0
    for day in range(380):
        now[0] = START + timedelta(days=day)
        worst = max(worst, await _timed(desk.do(SYSTEM, tasking.tick)))
    found["year_s"] = round(time.perf_counter() - began, 2)
    found["worst_morning_ms"] = worst
    found["digests"], found["twice"] = await _digests(database, made.conference.id)
    found["expected"] = _expected(made)
    found["exact"] = found["digests"] == found["expected"] and not found["twice"]
    await database.close()
    return found


def _expected(made: Programme) -> int:
    """How many digests a year of ladders comes to: one a person and morning on which a rung of theirs falls.

    Reckoned from the calendar alone. Of rungs of one task that fall on one day only the latest is climbed, and those
    whose day had come when the tasks were given out are left out.
    """
    ladder = Ladder()
    given = (START + timedelta(hours=7)).date()
    mornings = set()
    for task in made.tasks:
        assert task.deadline is not None
        days = {ladder.day_of(task.deadline.date(), rung) for rung in ladder.rungs}
        mornings |= {(task.unit, day) for day in days if given < day < given + timedelta(days=380)}
    return len(mornings)


async def _timed(awaited: Any) -> float:
    began = time.perf_counter()
    await awaited
    return round((time.perf_counter() - began) * 1000, 1)


async def _digests(database: Database, conference: ConferenceId) -> tuple[int, int]:
    """How many digests there are, and how many people got more than one on a day."""
    query = (
        select(deliveries.c.chat_id, func.date(notices.c.created_at), func.count())
        .join(notices, notices.c.id == deliveries.c.notice_id)
        .where(notices.c.view == "tasks/task_digest", deliveries.c.conference_id == conference)
        .group_by(deliveries.c.chat_id, func.date(notices.c.created_at))
    )
    async with database.begin() as connection:
        rows = (await connection.execute(query)).all()
    return sum(int(row[2]) for row in rows), sum(row[2] > 1 for row in rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(measure(Path(folder)))
    print(json.dumps(found) if as_json else "\n".join(f"{name}: {value}" for name, value in found.items()))


if __name__ == "__main__":
    main()
