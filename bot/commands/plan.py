"""`python -m bot plan FILE`: what a plan says, with sources and doubts."""

import argparse
import asyncio
import json
from pathlib import Path

from bot.commands.common import UserError, content_of, language, mistake
from documents.reading import Unreadable, explain_plan_safely, read_plan_safely
from domain.plan import PlanDraft
from domain.plan_json import as_json
from domain.plan_programme import programme
from domain.refusal import Refusal
from templates import render

_MEGABYTES = 20


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("file", type=Path)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="everything, as JSON")
    form.add_argument("--xlsx", type=Path, metavar="OUT", help="the whole plan as an Excel workbook")
    form.add_argument("--explain", action="store_true", help="the outline, with what each line was taken for")


def run(args: argparse.Namespace) -> int:
    """0 after printing what was read, 2 for a file that is no plan."""
    try:
        content = content_of(args.file)
        if args.explain:
            _explain(args.file.name, content)
        else:
            draft = draft_of(args.file.name, content)
            if args.xlsx is not None:
                _write_book(args.xlsx, draft)
                return 0
            print(json.dumps(as_json(draft), ensure_ascii=False, indent=1) if args.json else _summary(draft))
    except (UserError, Refusal) as fault:
        return mistake(fault)
    return 0


def draft_of(name: str, content: bytes) -> PlanDraft:
    """The plan in the file, or a `Refusal` that says why there is none."""
    draft = asyncio.run(read_plan_safely(name, content))
    if isinstance(draft, Unreadable):
        raise refusal(draft, _MEGABYTES)
    return draft


def refusal(reason: Unreadable, megabytes: int) -> Refusal:
    """Why a file could not be read, as a sentence of the templates."""
    return Refusal("not_a_plan" if reason.code == "not_a_plan" else f"plan_{reason.code}", megabytes=megabytes)


def _write_book(out: Path, draft: PlanDraft) -> None:
    from services.workbooks import book_of

    try:
        out.write_bytes(book_of(draft, language()))
    except OSError as fault:
        raise UserError("not_writable", name=out) from fault


def _summary(draft: PlanDraft) -> str:
    from bot.plain import plain_text
    from services.planning import summary_of

    found = programme(draft)
    view = summary_of(found, doubts=len(draft.doubts), gaps=len(draft.missing))
    return plain_text(render.text(view, language()))


def _explain(name: str, content: bytes) -> None:
    lines = asyncio.run(explain_plan_safely(name, content))
    if isinstance(lines, Unreadable):
        raise refusal(lines, _MEGABYTES)
    for line in lines:
        place = str(line.first) if line.first == line.last else f"{line.first}-{line.last}"
        about = " ".join(line.about)
        print(f"{place:>9}  {line.kind:<9} {about:<18} {'  ' * line.depth}{line.marker} {line.text}".rstrip())
