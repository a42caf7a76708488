"""Agenda answers a second, end to end: update in, answer out; ours on real SQLite against aiogram's bare echo.

The same stub hands both sides the same number of updates from the same number of chats, with an API that answers at
once and one that takes 50 ms. Ours stores every update before it confirms it, finds out who asks, understands the
question, answers it from the published programme, and marks the update as handled; the other side echoes.
"""

import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sides import ROOT, aiogram, arguments, ours, report, stub, temporary

Start = Callable[[str], AbstractContextManager["subprocess.Popen[bytes]"]]
sys.path.insert(0, str(ROOT))  # the house's packages, to fill its database
PLAN = ROOT / "simulator" / "plans" / "hoi-nghi-mau.txt"
QUESTIONS = [
    "mấy giờ khai mạc?",
    "hội nghị ở đâu ạ",
    "chiều có gì",
    "sau giải lao là gì",
    "ai chủ trì",
    "mặc gì đi hội nghị",
    "ăn trưa ở đâu",
    "đơn vị nào lo giấy mời",
    "where is the conference?",
    "may gio ket thuc",
    "có bao nhiêu đại biểu",
    "bế mạc lúc mấy giờ vậy",
    "tham quan ở đâu",
    "tiếp theo là gì",
    "số điện thoại liên hệ",
    "Phòng Nội vụ phải làm gì",
]


async def prepare(folder: Path, chats: int) -> None:
    """A published conference with a delegate in every chat, as the first morning of a conference finds it."""
    from documents.reading import read_plan
    from domain.conference import ConferenceState
    from domain.plan import PlanDraft
    from domain.plan_programme import programme
    from domain.vietnamese import name_key
    from storage import plans, programmes
    from storage.database import Database
    from storage.migrate import upgrade
    from storage.schema import accounts, delegates

    draft = read_plan(PLAN.name, PLAN.read_bytes())
    assert isinstance(draft, PlanDraft)
    found = programme(draft)
    public = replace(found.conference, code="BENCH", state=ConferenceState.PUBLISHED, revision=1)
    database = Database(f"sqlite+aiosqlite:///{folder}/conference.db")
    await upgrade(database)
    now = datetime.now(UTC)
    async with database.begin() as connection:
        made = await plans.create(connection, replace(found, conference=public), now)
        await programmes.publish(connection, made, now, 1)  # type: ignore[arg-type]
        key = made.conference.id
        people = [_account(number, key, now) for number in range(chats)]
        await connection.execute(accounts.insert(), people)
        names = [f"Đại biểu {number}" for number in range(chats)]
        guests = [
            {
                "conference_id": key,
                "name": name,
                "name_key": name_key(name),
                "account_id": 1000 + number,
                "state": "invited",
                "rsvp": "attending",
                "created_at": now,
            }
            for number, name in enumerate(names)
        ]
        await connection.execute(delegates.insert(), guests)
    await database.close()


def _account(number: int, conference: int, now: datetime) -> dict[str, Any]:
    return {
        "account_id": 1000 + number,
        "conference_id": conference,
        "language": "vi",
        "is_owner": False,
        "consent_version": 1,
        "reachability": "linked",
        "created_at": now,
    }


def rate(start: Start, updates: int, chats: int, delay: float, questions: Path) -> float:
    """Answers a second, from the first answer to the last: what a start takes is measured by `boot.py`."""
    options = ("--updates", str(updates), "--chats", str(chats), "--delay", str(delay), "--questions", str(questions))
    with stub(*options) as telegram, start(telegram.root):
        telegram.told()
        return updates / float(telegram.told()["sending"])


def measure(args: Any, delay: float) -> dict[str, float]:
    """Both sides in turn, so many rounds; the medians."""
    found: dict[str, list[float]] = {"ours": [], "aiogram": []}
    for _ in range(args.rounds):
        with temporary() as name:
            folder = Path(name)
            questions = folder / "questions.json"
            questions.write_text(json.dumps(QUESTIONS, ensure_ascii=False), encoding="utf-8")
            asyncio.run(prepare(folder, args.chats))
            run = (args.updates, args.chats, delay, questions)
            found["ours"].append(rate(lambda root, folder=folder: ours(root, folder), *run))
            found["aiogram"].append(rate(aiogram, *run))
            time.sleep(0.2)
    ours_rate, theirs = (statistics.median(found[side]) for side in ("ours", "aiogram"))
    return {"ours": round(ours_rate), "aiogram": round(theirs), "ratio": round(ours_rate / theirs, 3)}


def main() -> None:
    args = arguments(__doc__, ("--updates", int, 6000), ("--chats", int, 1000), ("--rounds", int, 3))
    figures = {"api_0ms": measure(args, 0.0), "api_50ms": measure(args, 0.05)}
    report(figures, args.json)


if __name__ == "__main__":
    main()
