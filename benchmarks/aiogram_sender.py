"""The other side of `ceiling.py`: a bare aiogram bot that sends the same text to many, with nothing behind it.

python benchmarks/aiogram_sender.py ROOT PEOPLE TEXT_FILE
"""

import asyncio
import os
import sys
from pathlib import Path

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

TOKEN = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
FIRST_PERSON = 1_000_000


async def main(root: str, people: int, text: str, at_once: int = 128) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(root), limit=at_once)
    bot = Bot(os.environ.get("TELEGRAM_BOT_TOKEN", TOKEN), session=session)
    numbers = iter(range(FIRST_PERSON, FIRST_PERSON + people))

    async def work() -> None:
        for number in numbers:
            await bot.send_message(number, text, parse_mode="HTML")

    await asyncio.gather(*(work() for _ in range(at_once)))
    await bot.session.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]).read_text(encoding="utf-8")))
