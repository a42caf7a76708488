"""A tiny bot to try the stage with: run as a script it polls the server named in its config.toml."""

import asyncio
import os
import signal
import tomllib
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from simulator.stage import Wires

Handler = Callable[[Update, ContextTypes.DEFAULT_TYPE], Awaitable[None]]
COLOURS = InlineKeyboardMarkup([[InlineKeyboardButton("Xanh", callback_data="xanh")]])


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text(f"Chào, mã {' '.join(context.args or ['trống'])}", reply_markup=COLOURS)


async def repeat(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text(f"Nhắc lại: {update.message.text}")


async def keep(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None and update.message.document is not None
    content = await (await update.message.document.get_file()).download_as_bytearray()
    await update.message.reply_document(bytes(content).upper(), filename=f"in hoa {update.message.document.file_name}")


async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer("Đã ghi")
    await query.edit_message_text(f"Màu {query.data}")


class Parrot:
    """An application of the library that can be started and stopped."""

    def __init__(self, builder: "ApplicationBuilder[Any, Any, Any, Any, Any, Any]") -> None:
        self.application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
        private = filters.TEXT & ~filters.COMMAND
        self.application.add_handler(CommandHandler("start", start))
        self.application.add_handler(MessageHandler(filters.Document.ALL, keep))
        self.application.add_handler(MessageHandler(private, repeat))
        self.application.add_handler(CallbackQueryHandler(pressed))

    async def start(self) -> None:
        await self.application.initialize()
        assert self.application.updater is not None
        await self.application.updater.start_polling(timeout=10)
        await self.application.start()

    async def stop(self) -> None:
        assert self.application.updater is not None
        await self.application.updater.stop()
        await self.application.stop()
        await self.application.shutdown()


def build(wires: Wires) -> Parrot:
    """The parrot on in-process wires."""
    builder = ApplicationBuilder().token(wires.token).request(wires.request).get_updates_request(wires.polling)
    return Parrot(builder.base_url(wires.base_url).base_file_url(wires.base_file_url).job_queue(None))


async def main(root: str) -> None:
    builder = ApplicationBuilder().token(os.environ["TELEGRAM_BOT_TOKEN"])
    parrot = Parrot(builder.base_url(f"{root}/bot").base_file_url(f"{root}/file/bot").job_queue(None))
    await parrot.start()
    print("https://t.me/hoi_nghi_bot?start=chu")
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    await ended.wait()
    await parrot.stop()


if __name__ == "__main__":
    config = tomllib.loads(Path("config.toml").read_text(encoding="utf-8"))
    asyncio.run(main(config["telegram"]["base_url"]))
