"""Asking once more those who have not answered the invitation: the count first, then the words, only to them."""

from domain.actor import Permission, require
from domain.refusal import Refusal
from domain.views import Reply
from services.desk import Work
from services.notifying import Notice, notify_selected
from services.occasions import occasion
from services.views.attendance import AnswerWanted, ChasePreview, ChaseSent
from storage import delegates


async def preview(work: Work) -> Reply:
    """How many are silent and can be reached, and what they would read."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    reached = await delegates.how_many(work.connection, work.conference, "silent_linked")
    silent = await delegates.how_many(work.connection, work.conference, "silent")
    return Reply(it=ChasePreview(reached=reached, unreached=silent - reached, occasion=await occasion(work)))


async def chase(work: Work) -> Reply:
    """Ask everybody who is silent and can be reached."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    reached = await delegates.how_many(work.connection, work.conference, "silent_linked")
    if not reached:
        raise Refusal("nobody_silent")
    notice = Notice(kind="rsvp", it=AnswerWanted(conference=work.conference, occasion=await occasion(work)))
    await notify_selected(work, notice, delegates.recipients(work.conference, "silent_linked"))
    await work.note("silent_chased", "delegates", None, count=reached)
    return Reply(it=ChaseSent(reached=reached), edit=True)
