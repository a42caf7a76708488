"""Somebody comes in a delegate's place: named by the delegate, looked at by the organizers where they want that."""

from typing import Any

from documents.qr import qr_png
from domain.actor import Permission, require
from domain.delegates import Delegate, DelegateState, Entry, Rsvp
from domain.ids import DelegateId
from domain.ranks import ranks_lower
from domain.refusal import Refusal
from domain.rsvp import Substitutes, check_may_substitute
from domain.views import Attachment, Reply
from services import flows, speechhanding
from services.attending import TOO_LATE, answering, check_not_here, drop_substitute, set_rsvp
from services.desk import Work
from services.flows import Flow, Step, register
from services.inviting import delegate_link
from services.naming import name_text, short_text
from services.notifying import Notice, notify
from services.occasions import occasion
from services.views.substitutes import (
    SubstituteAsked,
    SubstituteNamed,
    SubstituteRefused,
    SubstituteSettled,
    SubstituteWaits,
)
from storage import attendance, delegates, organizers


async def ask(work: Work, key: DelegateId) -> Reply:
    """Begin to name a substitute."""
    await check_may_name(work, await answering(work, key))
    return await flows.begin(work, "substitute", delegate=key)


async def check_may_name(work: Work, who: Delegate) -> None:
    """Refuse a substitute of a substitute, a second one, and one for somebody who is here already."""
    check_may_substitute(who)
    await check_not_here(work, who, "already_here")
    if await delegates.substitute_of(work.connection, who.id) is not None:
        raise Refusal("substitute_waits")


async def _name(work: Work, data: dict[str, Any]) -> Reply:
    who = await answering(work, DelegateId(data["delegate"]))
    await check_may_name(work, who)
    looked_at = (await attendance.rules(work.connection, who.conference)).substitutes is Substitutes.ORGANIZERS
    entry = Entry(name=data["name"], post=data["post"], unit=who.unit, group=who.group)
    key = await name_substitute(work, who, entry, waits=looked_at)
    lower = await ranks_below(work, who, entry.post)
    if looked_at or lower:
        await _tell_organizers(work, await _asked(work, key, waits=looked_at))
    if looked_at:
        return Reply(it=SubstituteWaits(delegate=who.id, name=entry.name, post=entry.post, lower=lower))
    await take_over(work, who, key)
    view = await _named(work, who, key, entry.name, entry.post)
    return Reply(it=view, files=(Attachment("qr.png", qr_png(view.link), photo=True),))


async def name_substitute(work: Work, who: Delegate, entry: Entry, waits: bool) -> DelegateId:
    """Put the substitute on the list, where they may have to wait for the organizers."""
    state = DelegateState.ASKING if waits else DelegateState.INVITED
    more = {"substitute_for": who.id, "state": state.value}
    key = await delegates.add(work.connection, who.conference, entry, work.now, **more)
    await work.note("substitute_named", "delegate", key, original=who.id)
    return key


async def take_over(work: Work, who: Delegate, key: DelegateId) -> None:
    """The substitute has the place and the speech from now on."""
    await set_rsvp(work, who, Rsvp.SUBSTITUTED)
    await speechhanding.hand_over(work, who.id, key)


async def tell_original(work: Work, who: Delegate, key: DelegateId, entry: Entry) -> None:
    """The person invited gets the link to pass on."""
    if who.account is not None:
        view = await _named(work, who, key, entry.name, entry.post)
        await notify(work, Notice(kind="substitute", it=view, subject="delegate", subject_id=key), [who.account])


async def ranks_below(work: Work, who: Delegate, post: str | None) -> bool:
    """Whether this post ranks lower than the person's place asks for, or than the person."""
    return ranks_lower(post, await _group(work, who), who.post)


async def _group(work: Work, who: Delegate) -> str | None:
    """The line of the plan that the person stands for, its heading included."""
    return None if who.group is None else (await delegates.groups_of(work.connection, who.conference)).get(who.group)


async def _named(work: Work, who: Delegate, key: DelegateId, name: str, post: str | None) -> SubstituteNamed:
    return SubstituteNamed(
        delegate=who.id,
        name=name,
        post=post,
        link=await delegate_link(work, key),
        occasion=await occasion(work),
        lower=await ranks_below(work, who, post),
    )


async def _asked(work: Work, key: DelegateId, waits: bool) -> SubstituteAsked:
    other = await delegates.get(work.connection, key)
    assert other is not None and other.substitute_for is not None
    who = await delegates.get(work.connection, other.substitute_for)
    assert who is not None
    return SubstituteAsked(
        delegate=key,
        name=other.name,
        post=other.post,
        original=who.name,
        original_post=who.post,
        unit=who.unit,
        group=await _group(work, who),
        lower=await ranks_below(work, who, other.post),
        waits=waits,
    )


async def _tell_organizers(work: Work, view: SubstituteAsked) -> None:
    notice = Notice(kind="substitute", it=view, subject="delegate", subject_id=view.delegate)
    await notify(work, notice, await organizers.organizer_accounts(work.connection, work.conference))


# --- organizers -----------------------------------------------------------------------------------------------------


async def next_one(work: Work) -> Reply:
    """The substitute who has waited longest for the organizers."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    waiting = await attendance.substitutes_to_settle(work.connection, work.conference)
    if not waiting:
        raise Refusal("no_substitute_waits")
    return Reply(it=await _asked(work, waiting[0], waits=True))


async def approve(work: Work, key: DelegateId) -> Reply:
    """The substitute may come: the original gets the link to pass on."""
    other, who = await _waiting(work, key)
    await check_not_here(work, who, "already_here")
    await delegates.change(work.connection, key, state=DelegateState.INVITED.value)
    await take_over(work, who, key)
    await work.note("substitute_approved", "delegate", key, original=who.id)
    await tell_original(work, who, key, Entry(name=other.name, post=other.post))
    return Reply(it=SubstituteSettled(name=other.name, original=who.name, approved=True), edit=True)


async def refuse(work: Work, key: DelegateId) -> Reply:
    """The substitute may not come: the original is told, and answers anew."""
    other, who = await _waiting(work, key)
    await drop_substitute(work, key)
    await work.note("substitute_refused", "delegate", key, original=who.id)
    if who.account is not None:
        view = SubstituteRefused(
            delegate=who.id, name=other.name, rsvp=who.rsvp.value, help_contact=work.settings.help_contact
        )
        await notify(work, Notice(kind="substitute", it=view, subject="delegate", subject_id=key), [who.account])
    return Reply(it=SubstituteSettled(name=other.name, original=who.name, approved=False), edit=True)


async def _waiting(work: Work, key: DelegateId) -> tuple[Delegate, Delegate]:
    """The substitute who waits, and whose place they are to take."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    other = await delegates.lock(work.connection, key)
    if other is None or other.conference != work.conference or other.substitute_for is None:
        raise Refusal("substitute_settled")
    who = await delegates.lock(work.connection, other.substitute_for)
    if other.state is not DelegateState.ASKING or who is None or who.state is not DelegateState.INVITED:
        raise Refusal("substitute_settled")
    return other, who


register(
    Flow(
        "substitute",
        (Step("name", name_text), Step("post", short_text, optional=True)),
        finish=_name,
        ends_with=TOO_LATE | {"no_second_substitute", "already_substituted", "already_here", "substitute_waits"},
    )
)
