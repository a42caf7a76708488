"""`python -m bot ask`: questions about a plan, answered as a delegate would read it."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from bot.commands.common import UserError, content_of, mistake
from bot.commands.plan import draft_of
from bot.plain import plain_text
from domain.answers import Index, answer_each, language_of
from domain.plan_programme import programme
from domain.refusal import Refusal
from templates import render


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its id, its words, when it is asked (local time), in which language, about which plan."""

    id: str
    text: str
    now: datetime | None
    language: str | None
    plan: Path


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("question", nargs="*")
    parser.add_argument("--plan", type=Path, default=None, metavar="FILE")
    parser.add_argument("--questions", type=Path, default=None, metavar="FILE.jsonl", help="one JSON object a line")
    parser.add_argument("--now", default=None, metavar="ISO", help="the local time at which it is asked")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a question")
    form.add_argument("--explain", action="store_true", help="tokens, entities, kinds with their scores")


def run(args: argparse.Namespace) -> int:
    """0 after answering, 2 when there is nothing to answer or to answer from."""
    try:
        for asked in _asked(args):
            print(_explained(asked) if args.explain else _told(asked, args.json))
    except (UserError, Refusal) as fault:
        return mistake(fault)
    return 0


def _asked(args: argparse.Namespace) -> Iterator[Asked]:
    now = _moment(args.now)
    if args.questions is None:
        if not args.question:
            raise UserError("no_question")
        yield Asked("1", " ".join(args.question), now, None, _plan(args.plan))
        return
    lines = content_of(args.questions).decode("utf-8-sig", "replace").splitlines()
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _of_line(args, line, number, now)


def _of_line(args: argparse.Namespace, line: str, number: int, now: datetime | None) -> Asked:
    try:
        data: dict[str, Any] = json.loads(line)
        text = str(data["question"])
    except (ValueError, TypeError, KeyError):
        raise UserError("bad_line", name=args.questions, line=number) from None
    plan = args.plan or (args.questions.parent / data["plan"] if data.get("plan") else None)
    moment = _moment(data.get("now")) or now
    return Asked(str(data.get("id", number)), text, moment, _spoken(data.get("language")), _plan(plan))


def _spoken(name: Any) -> str | None:
    """`vi-nodiac` and its like are Vietnamese."""
    return str(name).split("-")[0] if name else None


def _plan(path: Path | None) -> Path:
    if path is None:
        raise UserError("no_plan")
    return path


def _moment(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        raise UserError("bad_moment", text=text) from None


@cache
def _index(path: Path) -> Index:
    return Index.of(programme(draft_of(path.name, content_of(path))))


def _told(asked: Asked, as_json: bool) -> str:
    found = answer_each(asked.text, _index(asked.plan), asked.now)
    language = language_of(asked.text) or asked.language or "vi"
    text = "\n\n".join(plain_text(render.text(each, language)) for each in found)
    if not as_json:
        return text
    answered = any(each.answered for each in found)  # what is not known of the rest stands in the text
    sources = [source.quote for each in found for source in each.sources]
    kinds = "+".join(each.kind for each in found)
    told = {"id": asked.id, "answered": answered, "kind": kinds, "text": text, "sources": sources}
    return json.dumps(told, ensure_ascii=False)


def _explained(asked: Asked) -> str:
    from domain.answers import explain_each

    parts = [asdict(each) for each in explain_each(asked.text, _index(asked.plan), asked.now)]
    return json.dumps({"id": asked.id, "parts": parts}, ensure_ascii=False, indent=1)
