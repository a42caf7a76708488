"""How many messages a second the pretend Telegram takes: in-process and over HTTP, through the library's Bot.

.venv/bin/python benchmarks/simulator.py [--json] [--messages 3000]
"""

import argparse
import asyncio
import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.transport import AiohttpRequest
from simulator.clock import SimulatedClock
from simulator.engine import Engine
from simulator.limits import Limits
from simulator.server import Server
from simulator.transport import BASE_FILE_URL, BASE_URL, SimulatedRequest
from simulator.world import World

CHATS = 1000
WORKERS = 16
TEXT = "<b>Khai mạc</b>\n08:00, Thứ Năm 27/7, <i>Hội trường A</i>"
KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Đã nhận", callback_data="ack:1")]])


def stage() -> Engine:
    """An engine without limits and a thousand people who pressed Start."""
    engine = Engine(World(SimulatedClock(datetime(2026, 7, 27, tzinfo=UTC)), limits=Limits.none()))
    for number in range(CHATS):
        engine.people.start(engine.people.add(f"Người {number}").id)
    return engine


async def rate(bot: Bot, engine: Engine, messages: int) -> float:
    """Messages a second with a few workers; the ledger must hold every one."""
    people = list(engine.world.accounts)
    queue = iter(range(messages))

    async def worker() -> None:
        for number in queue:
            await bot.send_message(people[number % CHATS], TEXT, parse_mode="HTML", reply_markup=KEYBOARD)

    start = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(WORKERS)))
    seconds = time.perf_counter() - start
    assert len(engine.world.ledger) == messages
    return messages / seconds


async def measure(messages: int) -> dict[str, float]:
    """Both transports in one run."""
    engine = stage()
    clients = SimulatedRequest(engine), SimulatedRequest(engine)
    async with Bot(engine.world.bot.token, BASE_URL, BASE_FILE_URL, *clients) as bot:
        in_process = await rate(bot, engine, messages)
    engine = stage()
    http = AiohttpRequest(), AiohttpRequest()
    async with Server(engine) as server:
        root = server.url
        async with Bot(engine.world.bot.token, f"{root}/bot", f"{root}/file/bot", *http) as bot:
            over_http = await rate(bot, engine, messages)
    return {"in_process_sends_per_second": round(in_process), "http_sends_per_second": round(over_http)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--messages", type=int, default=3000)
    options = parser.parse_args()
    figures = asyncio.run(measure(options.messages))
    print(json.dumps(figures) if options.json else "\n".join(f"{name}: {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
