"""Lists of people as a whole: 20,000 imported with 300 bad rows, their QR codes, and one of them erased.

Run as `python benchmarks/people_lists.py [--people 20000] [--json]`; `benchmarks/people.py` runs it too, in a process
of its own, so that the memory is that of this work alone.
"""

import argparse
import asyncio
import io
import json
import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import xlsxwriter
from sqlalchemy import insert, select

from domain.actor import Actor, Role
from domain.conference import Conference, ConferenceState, Group, Programme
from domain.delegates import DelegateState
from domain.ids import AccountId, DelegateId, GroupId
from services import enrolling, linking, privacy
from services.desk import Desk, file_store
from services.flows import Upload
from services.notifying import Notice, notify
from services.views.joining import LinkTakenNotice
from services.views.linking import QrProgress
from storage import delegates, organizers, people, plans, programmes
from storage.database import Database
from storage.migrate import upgrade
from storage.schema import delegates as delegates_table
from storage.schema import metadata, questions

NOW = datetime(2026, 7, 1, 1, tzinfo=UTC)
BAD = 300
GROUPS, UNITS = 12, 300
SOMEBODY = AccountId(77001122)


def workbook(count: int, bad: int) -> bytes:
    """A list of so many people as Excel, of whose rows some have no name, a wrong phone or an unknown group."""
    out = io.BytesIO()
    every = count // bad if bad else count + 1
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, ("Họ và tên", "Chức vụ", "Đơn vị", "Thành phần", "Điện thoại"))
        for n in range(count):
            row = [f"Nguyễn Văn {n}", "Chủ tịch", f"Xã số {n % UNITS}", f"Thành phần {n % GROUPS + 1}", f"09{n:08d}"]
            if n % every == 0 and n // every < bad:
                column, value = ((0, ""), (4, "09x"), (3, "Không có"))[n // every % 3]
                row[column] = value
            page.write_row(n + 1, 0, row)
    return out.getvalue()


async def _open(folder: Path) -> tuple[Desk, Actor]:
    database = Database(f"sqlite+aiosqlite:///{folder / 'lists.db'}")
    await upgrade(database)
    desk = Desk(database=database, files=file_store(folder), now=lambda: NOW)
    programme = Programme(
        conference=Conference(code="L", title="Hội nghị", state=ConferenceState.PUBLISHED, revision=1),
        groups=tuple(Group(id=GroupId(n), description=f"Thành phần {n}", position=n) for n in range(1, GROUPS + 1)),
    )
    async with database.begin() as connection:
        made = await plans.create(connection, programme, NOW)
        await programmes.publish(connection, made, NOW, AccountId(1))
        await people.meet(connection, AccountId(1), "vi", NOW)
        await organizers.make_organizer(connection, made.conference.id, AccountId(1), "organizer", NOW)
    roles = frozenset({Role.ORGANIZER})
    return desk, Actor(account=AccountId(1), conference=made.conference.id, roles=roles, consented=True)


async def measure(folder: Path, count: int) -> dict[str, Any]:
    desk, organizer = await _open(folder)
    found: dict[str, Any] = {"people": count}
    found |= await _import(desk, organizer, workbook(count, BAD))
    found |= await _print(desk, organizer)
    found |= await _erase(desk, organizer)
    await desk.database.close()
    return found


async def _import(desk: Desk, organizer: Actor, content: bytes) -> dict[str, Any]:
    began = time.perf_counter()
    shown = (await desk.do(organizer, enrolling.take_list, Upload("danh-sach.xlsx", content))).it
    looked = time.perf_counter()
    added = (await desk.do(organizer, enrolling.confirm_list, shown.check)).it
    ended = time.perf_counter()
    return {
        "import_s": round(ended - began, 2),
        "import_read_s": round(looked - began, 2),
        "good_rows": added.count,
        "bad_rows": shown.bad,
        "import_rss_mb": _peak(),
    }


async def _print(desk: Desk, organizer: Actor) -> dict[str, Any]:
    """Everybody's QR codes in one archive, as one press gives them."""
    began, slowest, before = time.perf_counter(), 0.0, time.perf_counter()
    order = await desk.do(organizer, linking.qr_order)
    async for reply in linking.archive(order):
        slowest, before = max(slowest, time.perf_counter() - before), time.perf_counter()
        print(f"QR {reply.it.done}/{reply.it.total}" if isinstance(reply.it, QrProgress) else "QR", file=sys.stderr)
    return {
        "qr_s": round(time.perf_counter() - began, 2),
        "qr_files": len(reply.files),
        "qr_longest_silence_s": round(slowest, 2),
        "qr_mb": round(sum(len(each.content) for each in reply.files) / 2**20, 1),
        "qr_rss_mb": _peak(),
    }


async def _erase(desk: Desk, organizer: Actor) -> dict[str, Any]:
    """One person who is linked, answered, asked and was written about is erased; then everything is searched."""
    words = await _known(desk, organizer)
    before = await _hits(desk, words)
    actor = Actor(account=SOMEBODY, conference=organizer.conference, roles=frozenset({Role.DELEGATE}), consented=True)
    began = time.perf_counter()
    await desk.do(actor, privacy.erase)
    took = time.perf_counter() - began
    return {"erase_s": round(took, 3), "hits_before": before, "hits_after": await _hits(desk, words)}


async def _known(desk: Desk, organizer: Actor) -> tuple[str, ...]:
    conference = organizer.conference
    assert conference is not None
    async with desk.database.begin() as connection:
        await people.meet(connection, SOMEBODY, "vi", NOW)
        key = DelegateId(
            (
                await connection.execute(select(delegates_table.c.id).order_by(delegates_table.c.id.desc()).limit(1))
            ).scalar_one()
        )
        named = {"name": "Quách Hiếm Có", "name_key": "co hiem quach", "phone": "+84977111222"}
        state = {"state": DelegateState.INVITED.value, "rsvp": "declined", "rsvp_reason": "Quách Hiếm Có ốm"}
        await delegates.change(connection, key, account_id=SOMEBODY, **named, **state)
        asked = {"conference_id": conference, "account_id": SOMEBODY, "language": "vi", "asked_at": NOW}
        row = asked | {"text": "Quách Hiếm Có hỏi", "text_key": "quach hiem co hoi"}
        await connection.execute(insert(questions).values(row))

    async def tell(work: Any) -> None:
        view = LinkTakenNotice(purpose="delegate", name="Quách Hiếm Có", title="Hội nghị")
        await notify(work, Notice(kind="link", it=view, subject="delegate", subject_id=key), [AccountId(1), SOMEBODY])

    await desk.do(organizer, tell)
    return ("Quách Hiếm", "co hiem quach", "977111222", str(SOMEBODY))


async def _hits(desk: Desk, words: tuple[str, ...]) -> int:
    """How many rows of the whole database hold one of these."""
    hits = 0
    async with desk.database.begin() as connection:
        for table in metadata.sorted_tables:
            for row in (await connection.execute(select(table))).all():
                text = repr(tuple(row))
                hits += any(word in text for word in words)
    return hits


def _peak() -> float:
    """The process's largest memory so far, in megabytes."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(measure(Path(folder), given.people))
    print(json.dumps(found) if given.json else "\n".join(f"{name}: {value}" for name, value in found.items()))


if __name__ == "__main__":
    main()
