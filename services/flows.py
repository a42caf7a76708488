"""Dialogues of several steps: pure descriptions, stored at every step, left by `/huy` or any command.

A flow is a list of steps and what to do with the answers. It is declared beside the service that finishes it:

    register(Flow("refuse_task", (Step("reason", some_text),), finish=_refuse))

The prompts stand in the table `prompts` of the templates under `<kind>.<step>`.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any
from unicodedata import category

from domain.delegates import clean
from domain.refusal import Refusal
from domain.views import Reply
from services.desk import Work
from services.views.forms import FormLeft, FormPrompt
from services.views.menu import Refused
from storage import forms
from storage.forms import OpenForm


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody sent: the name they gave it, its bytes, the words that came with it, its album."""

    name: str
    content: bytes
    caption: str = ""
    album: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to enter. `parse` gives the value (plain JSON) or raises a `Refusal` that says what is wrong.

    A step that `takes_files` is given an `Upload` through `parse_file`. An `optional` step can be skipped.
    """

    name: str
    parse: Callable[[str], Any]
    optional: bool = False
    takes_files: bool = False


Finish = Callable[[Work, dict[str, Any]], Awaitable[Reply]]
FinishWithFile = Callable[[Work, dict[str, Any], Upload], Awaitable[Reply]]


@dataclass(frozen=True, slots=True)
class Flow:
    """A dialogue. A stored form of another `version` is dropped politely instead of being misread.

    After one of the refusals `ends_with` no other entry would help: the form is left, and the person is told why.
    """

    kind: str
    steps: tuple[Step, ...]
    finish: Finish
    finish_with_file: FinishWithFile | None = None
    version: int = 1
    ends_with: frozenset[str] = frozenset()


FLOWS: dict[str, Flow] = {}


def register(flow: Flow) -> Flow:
    """Declare a flow; its kind is its name in the database."""
    if flow.kind in FLOWS:
        raise ValueError(f"there is a flow {flow.kind!r} already")
    FLOWS[flow.kind] = flow
    return flow


def some_text(text: str, most: int = 1000) -> str:
    """A non-empty line of at most `most` characters, without any that control or hide others."""
    found = clean(text)
    if not found:
        raise Refusal("form_empty")
    if len(found) > most:
        raise Refusal("form_too_long", most=most)
    return found


def plain(text: str) -> str:
    """The text without control characters other than line ends and tabs: no database and no sheet takes those."""
    return "".join(each for each in text if each in "\n\r\t" or category(each) != "Cc")


async def begin(work: Work, kind: str, **data: Any) -> Reply:
    """Open a form in place of whatever was open, and ask for its first step."""
    flow = FLOWS[kind]
    form = OpenForm(kind, flow.steps[0].name, flow.version, data, work.actor.conference)
    return await _ask(work, flow, form)


async def take(work: Work, text: str) -> Reply:
    """What somebody typed, for the form they have open."""
    opened = await _open(work)
    if isinstance(opened, Reply):
        return opened
    flow, form, step = opened
    try:
        value = step.parse(plain(text))
    except Refusal as refusal:
        return _prompt(flow, form, complaint=refusal)
    return await _go_on(work, flow, form, value)


async def take_file(work: Work, upload: Upload) -> Reply:
    """A file somebody sent, for the form they have open."""
    opened = await _open(work)
    if isinstance(opened, Reply):
        return opened
    flow, form, step = opened
    if not step.takes_files or flow.finish_with_file is None:
        return _prompt(flow, form, complaint=Refusal("form_wants_text"))
    await forms.close(work.connection, work.actor.account)
    return await flow.finish_with_file(work, form.data, upload)


async def take_unreadable(work: Work) -> Reply:
    """Something that no form can take (a sticker, a voice message, a place): the step is asked for again."""
    opened = await _open(work)
    if isinstance(opened, Reply):
        return opened
    flow, form, _ = opened
    return _prompt(flow, form, complaint=Refusal("form_unreadable"))


async def skip(work: Work) -> Reply:
    """Leave an optional step empty."""
    opened = await _open(work)
    if isinstance(opened, Reply):
        return opened
    flow, form, step = opened
    if not step.optional:
        return _prompt(flow, form, complaint=Refusal("form_empty"))
    return await _go_on(work, flow, form, None)


async def leave(work: Work) -> Reply:
    """Close the open form; nothing of it has had any effect."""
    return Reply(it=FormLeft(was_open=await forms.close(work.connection, work.actor.account)))


async def _open(work: Work) -> tuple[Flow, OpenForm, Step] | Reply:
    """The open form; it is left where the person has gone to another conference meanwhile."""
    form = await forms.of(work.connection, work.actor.account)
    flow = FLOWS.get(form.kind) if form else None
    if form is None or flow is None or flow.version != form.version:
        raise Refusal("form_gone")
    step = next((step for step in flow.steps if step.name == form.step), None)
    if step is None:
        raise Refusal("form_gone")
    if form.conference not in (None, work.actor.conference):
        await forms.close(work.connection, work.actor.account)
        return Reply(it=Refused(code="form_elsewhere", values={}))
    return flow, form, step


async def _go_on(work: Work, flow: Flow, form: OpenForm, value: Any) -> Reply:
    names = [step.name for step in flow.steps]
    filled = replace(form, data={**form.data, form.step: value})
    here = names.index(form.step)
    if here + 1 < len(names):
        return await _ask(work, flow, replace(filled, step=names[here + 1]))
    await forms.close(work.connection, work.actor.account)
    try:
        async with work.connection.begin_nested():  # a refusal undoes what `finish` did, not that the form is left
            return await flow.finish(work, filled.data)
    except Refusal as refusal:
        if refusal.code not in flow.ends_with:
            raise
        return Reply(it=Refused(code=refusal.code, values=refusal.values))


async def _ask(work: Work, flow: Flow, form: OpenForm) -> Reply:
    await forms.save(work.connection, work.actor.account, form, work.now)
    return _prompt(flow, form)


def _prompt(flow: Flow, form: OpenForm, complaint: Refusal | None = None) -> Reply:
    step = next(step for step in flow.steps if step.name == form.step)
    place = flow.steps.index(step) + 1
    view = FormPrompt(
        code=f"{flow.kind}.{step.name}",
        values=form.data,
        place=place,
        steps=len(flow.steps),
        optional=step.optional,
        complaint=None if complaint is None else (complaint.code, complaint.values),
    )
    return Reply(it=view)
