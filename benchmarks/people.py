"""The day itself: check-ins at 30 a second for a minute on one process, and the arrival board of 20,000 people.

The lists before it (import, QR codes, erasing) are in `people_lists.py`.

Run as `python benchmarks/people.py [--people 20000] [--seconds 60] [--rate 30] [--json]`.
"""

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from datetime import time as clock
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import func, insert, select

from domain.actor import Actor, Role
from domain.conference import Conference, ConferenceState, Group, Programme, Session
from domain.ids import AccountId, ConferenceId, DelegateId, GroupId, SessionId
from services import checking, screens
from services.desk import Desk, file_store
from storage import checkins, organizers, people, plans, programmes
from storage.database import Database
from storage.migrate import upgrade
from storage.schema import check_ins, delegates

DAY = date(2026, 7, 30)
NOW = datetime(2026, 7, 30, 0, 40, tzinfo=UTC)  # 7:40 in Hanoi
DOORS, GROUPS, UNITS = 4, 12, 300
SLICES = 6
IDLE = 5
"""Check-ins a second when little is going on."""
_CHUNK = 5000


def _programme() -> Programme:
    return Programme(
        conference=Conference(
            code="B", title="Hội nghị", state=ConferenceState.PUBLISHED, revision=1, starts_on=DAY, venue="Hội trường"
        ),
        sessions=(Session(id=SessionId(1), title="Khai mạc", day=DAY, start=clock(8), position=1),),
        groups=tuple(Group(id=GroupId(n), description=f"Thành phần {n}", position=n) for n in range(1, GROUPS + 1)),
    )


async def _open(folder: Path, count: int) -> tuple[Desk, list[Actor], list[DelegateId]]:
    """A conference with so many delegates, on its day, and the staff at its doors."""
    database = Database(f"sqlite+aiosqlite:///{folder / 'conference.db'}")
    await upgrade(database)
    desk = Desk(database=database, files=file_store(folder), now=lambda: NOW)
    async with database.begin() as connection:
        made = await plans.create(connection, _programme(), NOW)
        await programmes.publish(connection, made, NOW, AccountId(1))
        for door in range(1, DOORS + 1):
            await people.meet(connection, AccountId(door), "vi", NOW)
            await organizers.make_organizer(connection, made.conference.id, AccountId(door), "door", NOW)
        for at in range(0, count, _CHUNK):
            rows = [_delegate(made.conference.id, n) for n in range(at, min(at + _CHUNK, count))]
            await connection.execute(insert(delegates), rows)
        keys = [DelegateId(each) for each in (await connection.execute(select(delegates.c.id))).scalars()]
    staff = [
        Actor(account=AccountId(door), conference=made.conference.id, roles=frozenset({Role.DOOR}), consented=True)
        for door in range(1, DOORS + 1)
    ]
    return desk, staff, keys


def _delegate(conference: ConferenceId, n: int) -> dict[str, Any]:
    answers = ("attending", "attending", "attending", "declined", "none")
    return {
        "conference_id": conference,
        "name": f"Nguyễn Văn {n}",
        "name_key": f"{n} nguyen van",
        "unit_text": f"Đơn vị {n % UNITS}",
        "group_id": n % GROUPS + 1,
        "state": "invited",
        "rsvp": answers[n % len(answers)],
        "created_at": NOW,
    }


async def measure(folder: Path, count: int, seconds: int, rate: int) -> dict[str, Any]:
    desk, staff, keys = await _open(folder, count)
    found: dict[str, Any] = {"people": count, "rate": rate, "seconds": seconds}
    waiting = iter(keys)
    sides: dict[str, list[float]] = {"idle": [], "busy": []}
    for _ in range(SLICES):  # by turns, so that both are measured on the same machine at the same time
        for name, pace, twice in (("idle", IDLE, 0), ("busy", rate, 10)):
            sides[name] += await _arrive(desk, staff, waiting, pace, seconds // SLICES, twice)
    for name, times in sides.items():
        found[f"{name}_p50_ms"], found[f"{name}_p99_ms"] = _percentile(times, 50), _percentile(times, 99)
        found[f"{name}_usual_p99_ms"] = _usual_p99(times)
    found["p99_ratio"] = round(found["busy_p99_ms"] / found["idle_p99_ms"], 2)
    found["usual_p99_ratio"] = round(found["busy_usual_p99_ms"] / found["idle_usual_p99_ms"], 2)
    found["expected"], found["rows"], found["twice"] = (
        seconds // SLICES * SLICES * (IDLE + rate),
        *(await _counted(desk)),
    )
    found["present"] = await _fill(desk, staff[0], keys[: count * 3 // 4])
    boards_ms = [await _timed(desk.see(staff[0], screens.board)) for _ in range(20)]
    found["board_p50_ms"], found["board_worst_ms"] = _percentile(boards_ms, 50), max(boards_ms)
    await desk.database.close()
    return found


async def _arrive(
    desk: Desk, staff: list[Actor], waiting: Iterator[DelegateId], rate: int, seconds: int, twice: int
) -> list[float]:
    """People come at an even pace, whether those before are through or not: a stall is felt by all who come in it.

    Every so many-th is scanned at two doors at the same moment. Milliseconds each check-in took from its moment on.
    """
    at_once, began = [], time.perf_counter()
    for n in range(seconds * rate):
        await asyncio.sleep(max(0.0, began + n / rate - time.perf_counter()))
        key = next(waiting)
        at_once.append(asyncio.create_task(_check_in(desk, staff[n % DOORS], key)))
        if twice and n % twice == 0:
            at_once.append(asyncio.create_task(_check_in(desk, staff[(n + 1) % DOORS], key)))
    return list(await asyncio.gather(*at_once))


async def _fill(desk: Desk, who: Actor, keys: list[DelegateId]) -> int:
    """Most people have come by now; how many."""
    board = (await desk.see(who, screens.board)).it
    row = {"conference_id": who.conference, "slot": board.slot.key, "at": NOW, "recorded_at": NOW}
    row |= {"account_id": who.account, "role": "door", "way": "sheet"}
    async with desk.database.begin() as connection:
        for at in range(0, len(keys), 500):
            rows = [row | {"delegate_id": key} for key in keys[at : at + 500]]
            await checkins.add(connection, rows)
    return int((await desk.see(who, screens.board)).it.total.present)


async def _check_in(desk: Desk, who: Actor, key: DelegateId) -> float:
    return await _timed(desk.do(who, checking.check_in, key, "scan"))


async def _timed(awaited: Any) -> float:
    began = time.perf_counter()
    await awaited
    return round((time.perf_counter() - began) * 1000, 2)


def _percentile(values: list[float], percent: int) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def _usual_p99(times: list[float]) -> float:
    """The median of six slices' 99th percentiles: one stall of a shared disk does not decide it."""
    size = max(1, len(times) // SLICES)
    return round(statistics.median(_percentile(times[at : at + size], 99) for at in range(0, size * SLICES, size)), 2)


async def _counted(desk: Desk) -> tuple[int, int]:
    """The check-ins there are, and how many people have more than one."""
    query = select(func.count()).select_from(check_ins).group_by(check_ins.c.delegate_id)
    async with desk.database.begin() as connection:
        each = [int(number) for number in (await connection.execute(query)).scalars()]
    return sum(each), sum(number > 1 for number in each)


def lists(count: int) -> dict[str, Any]:
    """Import, QR codes and erasing, measured in a process of their own, so that the memory is theirs alone."""
    command = [sys.executable, str(Path(__file__).with_name("people_lists.py")), "--people", str(count), "--json"]
    found: dict[str, Any] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--rate", type=int, default=30)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(measure(Path(folder), given.people, given.seconds, given.rate))
    found["lists"] = lists(given.people)
    print(json.dumps(found) if given.json else "\n".join(f"{name}: {value}" for name, value in found.items()))


if __name__ == "__main__":
    main()
