"""The typed way in, for people without a link: code and name, or a request to the organizers.

Whatever goes wrong, the answer is the same, so that nobody learns who stands on the list.
"""

from datetime import timedelta
from typing import Any

from domain.actor import Permission, require
from domain.conference import Conference, ConferenceState
from domain.delegates import Delegate, DelegateState, Entry
from domain.ids import ConferenceId, DelegateId
from domain.joining import BY_CODE, Tries
from domain.refusal import Refusal
from domain.views import Reply
from services import flows
from services.desk import Work
from services.flows import Flow, Step, register
from services.joining import ask_consent, link_delegate, standing
from services.naming import name_text, short_text
from services.notifying import Notice, notify
from services.occasions import enter, occasion
from services.views.joining import (
    AskedToJoin,
    Joined,
    JoinMissed,
    JoinPaused,
    TurnedAway,
    WalkInAsks,
    WalkInSettled,
)
from storage import delegates, invitations, newphone, organizers, people, privacy, programmes


async def by_code(work: Work) -> Reply:
    """Begin the typed way in: consent first, then code and name."""
    return await _begin(work, "join_by_code")


async def ask(work: Work) -> Reply:
    """Begin a request to the organizers."""
    return await _begin(work, "walk_in")


async def _begin(work: Work, kind: str) -> Reply:
    await people.meet(work.connection, work.actor.account, work.actor.language, work.now)
    paused = await _paused(work)
    if paused is not None:
        return paused
    if not work.actor.consented:
        return await ask_consent(work, BY_CODE)
    return await flows.begin(work, kind)


async def _by_code(work: Work, data: dict[str, Any]) -> Reply:
    paused = await _paused(work)
    if paused is not None:
        return paused
    conference = await programmes.by_code(work.connection, data["code"])
    if conference is None or conference.state is ConferenceState.CLOSED:
        return await _missed(work)
    before = work.actor
    enter(work, conference.id)
    found = await delegates.named(work.connection, conference.id, data["name"])
    if len(found) == 1 and found[0].account == work.actor.account:
        await people.change(work.connection, work.actor.account, conference_id=conference.id)
        return await standing(work)
    mine = await delegates.of_account(work.connection, conference.id, work.actor.account)
    taken = mine is not None and mine.state is DelegateState.INVITED
    shut = len(found) == 1 and await newphone.wants_link(work.connection, found[0].id)
    if len(found) != 1 or found[0].account is not None or taken or shut:
        work.actor = before
        return await _missed(work)
    who = await delegates.lock(work.connection, found[0].id)
    if who is None or who.account is not None:
        return await _missed(work)
    return await link_delegate(work, who)


async def _walk_in(work: Work, data: dict[str, Any]) -> Reply:
    paused = await _paused(work)
    if paused is not None:
        return paused
    conference = await programmes.by_code(work.connection, data["code"])
    if conference is None or conference.state is ConferenceState.CLOSED:
        return await _missed(work)
    await _count_try(work)
    enter(work, conference.id)
    mine = await delegates.of_account(work.connection, conference.id, work.actor.account)
    if mine is not None and mine.state is DelegateState.INVITED:
        return await standing(work)
    if mine is None or mine.state is DelegateState.REMOVED:
        await _ask_organizers(work, conference, data, mine)
    return Reply(it=AskedToJoin(title=conference.title))


async def _ask_organizers(work: Work, conference: Conference, data: dict[str, Any], before: Delegate | None) -> None:
    if before is not None:
        await delegates.change(work.connection, before.id, account_id=None)
    entry = Entry(name=data["name"], post=data["post"], unit=data["unit"])
    asking = {"state": DelegateState.ASKING.value, "account_id": work.actor.account}
    key = await delegates.add(work.connection, conference.id, entry, work.now, **asking)
    view = await _request(work, conference.id, key, entry)
    notice = Notice(kind="walk_in", it=view, subject="delegate", subject_id=key)
    await notify(work, notice, await organizers.organizer_accounts(work.connection, conference.id))
    await work.note("asked_to_join", "delegate", key)


async def _request(work: Work, conference: ConferenceId, key: DelegateId, entry: Entry) -> WalkInAsks:
    """Who asks, and who on the list may be the same person."""
    alike = [each for each in await delegates.named(work.connection, conference, entry.name) if not each.account]
    listed = alike[0] if len(alike) == 1 else None
    return WalkInAsks(
        delegate=key,
        name=entry.name,
        post=entry.post,
        unit=entry.unit,
        title=(await occasion(work)).title,
        listed=listed.id if listed else None,
        listed_unit=listed.unit if listed else None,
    )


async def next_request(work: Work) -> Reply:
    """The request that has waited longest, to be decided."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    who = await delegates.first_asking(work.connection, work.conference)
    if who is None:
        raise Refusal("nobody_asks")
    entry = Entry(name=who.name, post=who.post, unit=who.unit)
    return Reply(it=await _request(work, work.conference, who.id, entry))


async def let_in(work: Work, key: DelegateId, listed: DelegateId | None = None) -> Reply:
    """An organizer lets a person in who asked; as somebody on the list, where `listed` says whom."""
    who = await _asking(work, key)
    assert who.account is not None
    admitted = who
    if listed is None:
        await delegates.change(work.connection, who.id, state=DelegateState.INVITED.value)
    else:
        admitted = await _become(work, who, listed)
    await people.change(work.connection, who.account, conference_id=who.conference)
    card = Joined(delegate=admitted.id, name=admitted.name, rsvp=admitted.rsvp.value, occasion=await occasion(work))
    await notify(work, Notice(kind="walk_in", it=card, subject="delegate", subject_id=admitted.id), [who.account])
    await work.note("let_in", "delegate", admitted.id)
    return Reply(it=WalkInSettled(name=admitted.name, let_in=True), edit=True)


async def _become(work: Work, who: Delegate, listed: DelegateId) -> Delegate:
    there = await delegates.lock(work.connection, listed)
    if there is None or there.conference != who.conference or there.account is not None or who.account is None:
        raise Refusal("walk_in_settled")
    if there.state is not DelegateState.INVITED:
        raise Refusal("walk_in_settled")
    await privacy.forget_lines(work.connection, [who.id])
    await delegates.change(work.connection, who.id, state=DelegateState.REMOVED.value, account_id=None)
    await delegates.link(work.connection, there.id, who.account)
    await invitations.use_all(work.connection, who.account, work.now, there.id)
    return there


async def turn_away(work: Work, key: DelegateId) -> Reply:
    """An organizer does not let a person in who asked."""
    who = await _asking(work, key)
    assert who.account is not None
    await privacy.forget_lines(work.connection, [who.id])
    await delegates.change(work.connection, who.id, state=DelegateState.REMOVED.value, account_id=None)
    title = (await occasion(work)).title
    view = TurnedAway(title=title, help_contact=work.settings.help_contact)
    await notify(work, Notice(kind="walk_in", it=view, subject="delegate", subject_id=who.id), [who.account])
    await work.note("turned_away", "delegate", who.id)
    return Reply(it=WalkInSettled(name=who.name, let_in=False), edit=True)


async def _asking(work: Work, key: DelegateId) -> Delegate:
    """The person who asks, for an organizer of the same conference."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    who = await delegates.lock(work.connection, key)
    if who is None or who.conference != work.conference:
        raise Refusal("delegate_gone")
    if who.state is not DelegateState.ASKING or who.account is None:
        raise Refusal("walk_in_settled")
    return who


async def _tries(work: Work) -> Tries:
    row = await people.account(work.connection, work.actor.account)
    held = Tries() if row is None else Tries(row.tries, row.tries_since)
    return held.at(work.now, timedelta(minutes=work.settings.code_pause_minutes))


async def _paused(work: Work) -> Reply | None:
    tries = await _tries(work)
    if tries.count < work.settings.code_tries or tries.since is None:
        return None
    over = tries.since + timedelta(minutes=work.settings.code_pause_minutes)
    minutes = max(1, -(-int((over - work.now).total_seconds()) // 60))
    return Reply(it=JoinPaused(minutes=minutes, help_contact=work.settings.help_contact))


async def _count_try(work: Work) -> Tries:
    tries = (await _tries(work)).missed(work.now)
    await people.change(work.connection, work.actor.account, tries=tries.count, tries_since=tries.since)
    return tries


async def _missed(work: Work) -> Reply:
    tries = await _count_try(work)
    left = max(0, work.settings.code_tries - tries.count)
    return Reply(it=JoinMissed(left=left, help_contact=work.settings.help_contact))


register(Flow("join_by_code", (Step("code", short_text), Step("name", name_text)), finish=_by_code))
register(
    Flow(
        "walk_in",
        (
            Step("code", short_text),
            Step("name", name_text),
            Step("post", short_text, optional=True),
            Step("unit", short_text, optional=True),
        ),
        finish=_walk_in,
    )
)
