"""60 units and 400 tasks: the board, a morning's digests, and a year of ladders, as one JSON object.

Run as `python benchmarks/tasks.py [--json]`; needs nothing but the project.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import select

from domain.actor import Actor, Role
from domain.chasing import RUNGS, Rank
from domain.conference import Conference, ConferenceState, Programme, Task, Unit
from domain.ids import AccountId, TaskId, UnitId
from services import collecting, tasking, tasklists, taskreviews
from services.desk import SYSTEM, Desk, file_store
from storage import organizers, people, plans, taskhistory, units
from storage.database import Database
from storage.migrate import upgrade
from storage.schema import deliveries, notices

UNITS, TASKS = 60, 400
DAYS = 380
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


async def _opened(folder: Path, name: str, programme: Programme, now: list[datetime]) -> tuple[Desk, Programme, Actor]:
    """The programme in a database of its own, with the people of its units and an organizer."""
    database = Database(f"sqlite+aiosqlite:///{folder / name}")
    await upgrade(database)
    desk = Desk(database=database, files=file_store(folder), now=lambda: now[0])
    async with database.begin() as connection:
        made = await plans.create(connection, programme, START)
        await people.meet(connection, AccountId(1), "vi", START)
        await organizers.make_organizer(connection, made.conference.id, AccountId(1), "organizer", START)
        for unit in made.units:
            for account, rank in _people_of(unit.position):
                await people.meet(connection, account, "vi", START)
                await people.make_focal(connection, made.conference.id, unit.id, account, START)
                await units.set_rank(connection, unit.id, account, rank)
        at = {unit.position: unit.id for unit in made.units}
        for position, above in _TREE.items():
            await units.set_parent(connection, at[position], at[above])
    return desk, made, Actor(account=AccountId(1), conference=made.conference.id, roles=frozenset({Role.ORGANIZER}))


async def _full_morning(folder: Path) -> float:
    """The slowest morning when all tasks are due on one day: 60 units, some with three people, a digest each."""
    now = [START]
    due = datetime.fromisoformat("2026-02-20T17:00")
    programme = _programme()
    same_day = replace(programme, tasks=tuple(replace(task, deadline=due) for task in programme.tasks))
    desk, _, organizer = await _opened(folder, "morning.db", same_day, now)
    await desk.do(organizer, tasking.assign_all)
    worst = 0.0
    for day in range(30, 55):
        now[0] = START + timedelta(days=day)
        worst = max(worst, await _timed(desk.do(SYSTEM, tasking.tick)))
    await desk.database.close()
    return worst


async def measure(folder: Path) -> dict[str, Any]:
    now = [START]
    desk, made, organizer = await _opened(folder, "conference.db", _programme(), now)
    database = desk.database
    found: dict[str, Any] = {"units": UNITS, "tasks": TASKS}
    found["assign_ms"] = await _timed(desk.do(organizer, tasking.assign_all))
    found["board_ms"] = await _timed(desk.see(organizer, tasklists.board))
    found["board_picture_ms"] = await _timed(desk.see(organizer, taskreviews.picture))
    found["morning_screen_ms"] = await _timed(desk.see(organizer, taskreviews.morning))
    found["reports_ms"] = await _timed(desk.see(organizer, collecting.board))
    found["board_late_ms"] = await _timed(desk.see(organizer, tasklists.board, "assigned"))
    began = time.perf_counter()
    worst = 0.0
    for day in range(DAYS):
        now[0] = START + timedelta(days=day)
        worst = max(worst, await _timed(desk.do(SYSTEM, tasking.tick)))
    found["year_s"] = round(time.perf_counter() - began, 2)
    found["worst_morning_ms"] = worst
    found["full_morning_ms"] = await _full_morning(folder)
    told = await _told(database, made)
    expected = _expected(made)
    found["messages"], found["tellings"] = len({each[:2] + each[4:] for each in told}), len(told)
    found["tellings"], found["missing"], found["surplus"] = (
        len(told),
        len(expected - set(told)),
        len(set(told) - expected),
    )
    found["exact"] = set(told) == expected and len(told) == len(expected)
    await database.close()
    return found


Told = tuple[AccountId, str, TaskId, int, date]
"""Who was told, in which message, of which task, on which rung, on which day."""


def _people_of(position: int) -> list[tuple[AccountId, Rank]]:
    """A focal person in every unit, a deputy in every second, a head in every third."""
    found = [(AccountId(1000 + position), Rank.FOCAL)]
    found += [(AccountId(2000 + position), Rank.DEPUTY)] if position % 2 == 0 else []
    return found + ([(AccountId(3000 + position), Rank.HEAD)] if position % 3 == 0 else [])


_TREE = {position: position // 10 + 1 for position in range(11, UNITS + 1)}
"""The units from the eleventh on stand under one of the first ten."""
_RANK_FROM = {Rank.FOCAL: -7, Rank.DEPUTY: -3, Rank.HEAD: -1}
_HOLIDAYS = {(1, 1), (30, 4), (1, 5), (2, 9)}


def _expected(made: Programme) -> set[Told]:
    """What a year of ladders comes to, reckoned from the calendar alone, without the code that climbs them.

    Of rungs of one task that fall on one day only the latest is climbed, and those whose day had come when the tasks
    were given out are left out.
    """
    given = (START + timedelta(hours=7)).date()
    position = {unit.id: unit.position for unit in made.units}
    found: set[Told] = set()
    for task in made.tasks:
        assert task.deadline is not None
        on = {_working(task.deadline.date() + timedelta(days=rung), 1 if rung > 0 else -1): rung for rung in RUNGS}
        for day, rung in on.items():
            if not given < day < given + timedelta(days=DAYS):
                continue
            own = _people_of(position[task.unit])
            found |= {(who, "task_digest", task.id, rung, day) for who, rank in own if rung >= _RANK_FROM[rank]}
            if rung > 0:
                found.add((AccountId(1), "overdue_digest", task.id, rung, day))
                above = _people_of(_TREE[position[task.unit]]) if position[task.unit] in _TREE else []
                found |= {(who, "tasks_below", task.id, rung, day) for who, _ in above}
    return found


def _working(day: date, step: int) -> date:
    while day.weekday() > 4 or (day.day, day.month) in _HOLIDAYS:
        day += timedelta(days=step)
    return day


async def _timed(awaited: Any) -> float:
    began = time.perf_counter()
    await awaited
    return round((time.perf_counter() - began) * 1000, 1)


async def _told(database: Database, made: Programme) -> list[Told]:
    """What the outbox holds; the rung of a task on a day stands in its history."""
    sent = (
        select(deliveries.c.chat_id, notices.c.view, notices.c.data, notices.c.created_at)
        .join(notices, notices.c.id == deliveries.c.notice_id)
        .where(notices.c.kind == "chase", deliveries.c.conference_id == made.conference.id)
    )
    async with database.begin() as connection:
        lines = await taskhistory.lines_of(connection, [task.id for task in made.tasks], ("chase",))
        rows = (await connection.execute(sent)).all()
    rungs = {(key, _day(line.at)): int((line.note or "").partition(" ")[0]) for key, line in lines}
    found = []
    for row in rows:
        day = _day(row.created_at)
        for line in row.data.get("tasks") or [*row.data["overdue"], *row.data["unreached"]]:
            key = TaskId(line["id"])
            found.append((AccountId(row.chat_id), row.view.partition("/")[2], key, rungs[key, day], day))
    return found


def _day(moment: datetime) -> date:
    return (moment + timedelta(hours=7)).date()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    as_json = parser.parse_args().json
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(measure(Path(folder)))
    print(json.dumps(found) if as_json else "\n".join(f"{name}: {value}" for name, value in found.items()))


if __name__ == "__main__":
    main()
