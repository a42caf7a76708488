"""`python -m bot import FILE`: a draft conference from a plan, as if the file had been sent to the bot."""

import argparse
import asyncio
from pathlib import Path

from bot.commands.common import UserError, add_config, config_of, content_of, mistake, told
from bot.commands.plan import draft_of
from bot.config import Config
from domain.plan import PlanDraft
from domain.refusal import Refusal


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("file", type=Path)
    add_config(parser)


def run(args: argparse.Namespace) -> int:
    """0 after making the draft, 2 for a file that is no plan, or while a bot runs on the database."""
    config = config_of(args)
    if isinstance(config, int):
        return config
    try:
        content = content_of(args.file)
        print(asyncio.run(_import(config, args.file.name, content, draft_of(args.file.name, content))))
    except (UserError, Refusal) as fault:
        return mistake(fault)
    return 0


async def _import(config: Config, name: str, content: bytes, draft: PlanDraft) -> str:
    from bot.commands.database import opened
    from services.desk import SYSTEM
    from services.planning import take_plan
    from services.views.plan import PlanSummary

    async with opened(config) as desk:
        reply = await desk.do(SYSTEM, take_plan, name, content, draft)
    assert isinstance(reply.it, PlanSummary)
    return told("imported", title=reply.it.title, code=reply.it.code)
