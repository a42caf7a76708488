"""A plan pasted into the chat: Telegram cuts a long text into messages, and they are kept until all have come.

The parts stand in the organizer's open form; the button reads them as one paper, as a file would be.
"""

from typing import Any

from documents.pasted import written_lines
from domain.actor import Permission, require
from domain.plan import PlanDraft
from domain.refusal import Refusal
from domain.views import Reply
from services import importing
from services.desk import Work
from services.flows import Flow, Step, register
from services.views.importing import PlanPasted
from storage import forms
from storage.forms import OpenForm

FILE_NAME = "ke-hoach.txt"
MOST = 200_000
"""Characters of all parts together: some seventy pages."""

_COMPLAINTS = {"not_a_plan": "paste_not_a_plan", "empty": "paste_not_a_plan", "called_off": "plan_called_off"}
_KIND = "paste_plan"
_CUT = 4096  # Telegram's longest message: a part of just this length ends wherever it was cut


async def begin(work: Work, text: str) -> Reply:
    """The first part: kept, and asked whether more comes."""
    require(work.actor, Permission.EDIT_PLAN)
    return await _keep(work, text, parts=1, last=len(text))


async def _join(work: Work, data: dict[str, Any]) -> Reply:
    """One more part, behind those before; what would be too much is not taken, and those before stay."""
    require(work.actor, Permission.EDIT_PLAN)
    whole, part, parts, last = data["text"], data["part"], data["parts"], data["last"]
    joined = whole + ("" if last >= _CUT else "\n") + part
    if len(joined) > MOST:
        return await _keep(work, whole, parts=parts, last=last, complaint="paste_too_long")
    return await _keep(work, joined, parts=parts + 1, last=len(part))


async def _keep(work: Work, text: str, *, parts: int, last: int, complaint: str | None = None) -> Reply:
    data = {"text": text, "parts": parts, "last": last}
    form = OpenForm(_KIND, "part", 1, data, work.actor.conference)
    await forms.save(work.connection, work.actor.account, form, work.now)
    return _told(form, complaint)


def _told(form: OpenForm, complaint: str | None = None) -> Reply:
    return Reply(
        it=PlanPasted(parts=form.data["parts"], lines=len(written_lines(form.data["text"])), complaint=complaint)
    )


async def _opened(work: Work) -> OpenForm:
    require(work.actor, Permission.EDIT_PLAN)
    form = await forms.of(work.connection, work.actor.account)
    if form is None or form.kind != _KIND or form.conference != work.actor.conference:
        raise Refusal("paste_gone")
    return form


async def content(work: Work) -> bytes:
    """All parts so far as a text file."""
    return str((await _opened(work)).data["text"]).encode("utf-8", errors="replace")


async def not_read(work: Work, code: str) -> Reply:
    """The reader could make nothing of it: the parts stay, so that more can be sent."""
    complaint = _COMPLAINTS.get(code, "paste_unreadable")
    return _told(await _opened(work), complaint)


async def take(work: Work, read: bytes, draft: PlanDraft) -> Reply:
    """The parts were read: the form is left, and they go the way of a plan's file."""
    await _opened(work)
    await forms.close(work.connection, work.actor.account)
    return await importing.take_plan(work, FILE_NAME, read, draft)


def _part(text: str) -> str:
    if not text.strip():
        raise Refusal("form_empty")
    return text.strip()


register(Flow(_KIND, (Step("part", _part),), finish=_join))
