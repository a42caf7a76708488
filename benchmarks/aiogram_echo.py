"""The other side: a bare aiogram bot that echoes, with nothing behind it."""

import asyncio
import os
import sys

from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Message

TOKEN = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


async def main(root: str) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(root))
    bot, dispatcher = Bot(os.environ.get("TELEGRAM_BOT_TOKEN", TOKEN), session=session), Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
