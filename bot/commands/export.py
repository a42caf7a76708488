"""`python -m bot export`: the figures of a conference on the terminal, as JSON, and as an Excel workbook."""

import argparse
import asyncio
import json
import sys
from pathlib import Path

from bot.commands.common import UserError, add_config, config_of, language, mistake
from bot.config import Config
from bot.plain import plain_text
from domain.refusal import Refusal


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    add_config(parser)
    parser.add_argument("--conference", type=int, default=None, metavar="N", help="its number; the newest by default")
    parser.add_argument("--xlsx", type=Path, default=None, metavar="OUT", help="write the workbook here")
    parser.add_argument("--json", action="store_true", help="the figures as one JSON object")


def run(args: argparse.Namespace) -> int:
    """0 after printing, 2 where there is no such conference, the file cannot be written, or a bot is running."""
    config = config_of(args)
    if isinstance(config, int):
        return config
    try:
        text, content = asyncio.run(_export(config, args.conference, args.json))
        if args.xlsx is not None:
            args.xlsx.write_bytes(content)
        print(text)
    except (UserError, Refusal) as fault:
        return mistake(fault)
    except OSError as error:
        print(f"{args.xlsx}: {error.strerror}", file=sys.stderr)
        return 2
    return 0


async def _export(config: Config, number: int | None, as_json: bool) -> tuple[str, bytes]:
    from dataclasses import replace

    from bot.commands.database import opened
    from services import reporting
    from services.desk import SYSTEM
    from storage import figures
    from storage.codec import to_json
    from templates import render

    async with opened(config) as desk:
        async with desk.database.begin() as connection:
            known = dict(await figures.conference_ids(connection))
        chosen = next((key for key in known if number in (None, key)), None)
        if chosen is None:
            raise Refusal("export_without_conference")
        actor = replace(SYSTEM, conference=chosen, language=language())

        view, content = await desk.do(actor, reporting.exported)
    if as_json:
        return json.dumps(to_json(view), ensure_ascii=False), content
    return plain_text(render.text(view, language())), content
