"""Coming in by a personal link: consent first, then the role that the link gives."""

from dataclasses import replace

from domain.actor import Permission, Role
from domain.conference import ConferenceState
from domain.delegates import Delegate, DelegateState
from domain.ids import DelegateId
from domain.joining import BY_CODE, RENEW, Fate, Link, Purpose, fate, token_in
from domain.refusal import Refusal
from domain.views import Reply
from services import flows, latecomers, menus, tasking
from services.desk import Work
from services.listing import card, own
from services.notifying import Notice, notify
from services.occasions import enter, occasion
from services.views.joining import (
    Appointed,
    ConsentAsked,
    ConsentRefused,
    Joined,
    LinkTakenNotice,
    LinkUseless,
    Welcome,
)
from services.views.privacy import WithdrawalAsked
from storage import attendance, delegates, inbox, invitations, newphone, organizers, people, programmes


async def open_link(work: Work, text: str) -> Reply:
    """What `/start <token>` comes to: consent, the role the link gives, or one sentence why it does nothing."""
    await people.meet(work.connection, work.actor.account, work.actor.language, work.now)
    link = await invitations.find(work.connection, token_in(text))
    if link is not None and link.conference is not None:
        enter(work, link.conference)
    outcome = fate(link, work.actor.account, work.now)
    if link is None or outcome is Fate.UNKNOWN:
        return _useless(work, "unknown")
    await invitations.opened(work.connection, link.token, work.now)
    if outcome is Fate.MINE:
        return await _once_more(work, link)
    if link.delegate is not None and work.actor.may(Permission.MANAGE_PEOPLE) and outcome in (Fate.LIVE, Fate.TAKEN):
        return await _show_to_organizer(work, link.delegate)
    if outcome is Fate.TAKEN:
        return await _taken(work, link)
    if outcome is not Fate.LIVE:
        return _useless(work, outcome.value)
    if link.purpose is Purpose.GROUP:
        return _useless(work, "group_only")
    return _useless(work, "closed") if await _is_over(work) else await _use(work, link)


async def _show_to_organizer(work: Work, key: DelegateId) -> Reply:
    """An organizer who opens a delegate's link sees whose it is and does not use it up by looking."""
    shown = await card(work, key)
    return Reply(it=replace(shown, may_be_me=shown.reach == "not_linked" and work.actor.delegate is None))


async def that_is_me(work: Work, key: DelegateId) -> Reply:
    """The organizer who opened a delegate's link is that delegate."""
    who = await own(work, key)
    if who.account is not None:
        raise Refusal("delegate_linked_already")
    return await link_delegate(work, who) if work.actor.consented else await ask_consent(work, RENEW)


async def _is_over(work: Work) -> bool:
    if work.actor.conference is None:
        return False
    found = await programmes.conference(work.connection, work.actor.conference)
    return found is not None and found.state is ConferenceState.CLOSED


async def greet(work: Work) -> Reply:
    """`/start` alone: where a known person stands and what they can do, or how a stranger comes in."""
    await people.meet(work.connection, work.actor.account, work.actor.language, work.now)
    if work.actor.roles and not work.actor.consented:
        return await ask_consent(work, RENEW)
    only_delegate = work.actor.roles == frozenset({Role.DELEGATE})
    return await menus.menu(work) if work.actor.roles and not only_delegate else await standing(work)


async def standing(work: Work) -> Reply:
    """Where the person stands in the current conference."""
    found = None
    if work.actor.conference is not None:
        found = await delegates.of_account(work.connection, work.conference, work.actor.account)
    if found is not None and found.state is DelegateState.INVITED:
        return Reply(it=await _card(work, found, again=True))
    role = next(
        (role for role in (Role.OWNER, Role.ORGANIZER, Role.DOOR, Role.FOCAL) if role in work.actor.roles), None
    )
    if role is None:
        return Reply(it=Welcome(help_contact=work.settings.help_contact))
    purpose = Purpose.UNIT if role is Role.FOCAL else Purpose(role.value)
    unit = work.actor.units[0] if work.actor.units else None
    return Reply(it=await _appointed(work, Link(token="", purpose=purpose, unit=unit), again=True))


async def agree(work: Work) -> Reply:
    """The person agrees; then what they came for happens."""
    account = await people.account(work.connection, work.actor.account)
    if account is None or account.pending_token is None:
        return replace(await standing(work), edit=True)
    version = work.settings.consent_version
    await people.change(
        work.connection, work.actor.account, consent_version=version, consented_at=work.now, pending_token=None
    )
    work.actor = replace(work.actor, consented=True)
    await work.note("consented", version=version)
    if account.pending_token == BY_CODE:
        return await flows.begin(work, "join_by_code")
    if account.pending_token == RENEW:
        return await greet(work)
    return await open_link(work, account.pending_token)


async def disagree(work: Work) -> Reply:
    """The person does not agree: nothing is kept, and there is a human way out."""
    await people.change(work.connection, work.actor.account, pending_token=None)
    if work.actor.roles:  # agreed once: taking that back is asked for first, because links and roles go with it
        return Reply(it=WithdrawalAsked(), edit=True)
    await inbox.forget_chat(work.connection, work.actor.account)
    return Reply(it=ConsentRefused(help_contact=await _contact(work)), edit=True)


async def ask_consent(work: Work, pending: str) -> Reply:
    """Who keeps what and why; `pending` is what happens once the person agrees (a token, or BY_CODE)."""
    await people.change(work.connection, work.actor.account, pending_token=pending)
    about = None if work.actor.conference is None else await occasion(work)
    contact = work.settings.help_contact
    return Reply(it=ConsentAsked(occasion=about, days=work.settings.retention_days, help_contact=contact))


async def link_delegate(work: Work, who: Delegate) -> Reply:
    """The account is this delegate from now on, with the confirmation."""
    mine = await delegates.of_account(work.connection, who.conference, work.actor.account)
    if mine is not None and mine.id != who.id and mine.state is not DelegateState.REMOVED:
        return _useless(work, "other")
    if mine is not None and mine.id != who.id:
        await delegates.change(work.connection, mine.id, account_id=None)
    await delegates.link(work.connection, who.id, work.actor.account)
    await invitations.use_all(work.connection, work.actor.account, work.now, who.id)
    if await newphone.give_held(work.connection, who.id, work.actor.account, work.now):
        work.notified = True
    await _settle_in(work, Role.DELEGATE)
    await work.note("joined", "delegate", who.id)
    await latecomers.catch_up(work, who)
    return Reply(it=await _card(work, who))


async def _use(work: Work, link: Link) -> Reply:
    if not work.actor.consented:
        return await ask_consent(work, link.token)
    if link.purpose is Purpose.DELEGATE:
        return await _use_as_delegate(work, link)
    if not await invitations.use(work.connection, link.token, work.actor.account, work.now):
        return _useless(work, "taken")
    return await _appoint(work, link)


async def _use_as_delegate(work: Work, link: Link) -> Reply:
    who = None if link.delegate is None else await delegates.lock(work.connection, link.delegate)
    if who is None or who.state is not DelegateState.INVITED:
        return _useless(work, "revoked")
    return await link_delegate(work, who)


async def _appoint(work: Work, link: Link) -> Reply:
    account, conference = work.actor.account, link.conference
    if link.purpose is Purpose.OWNER:
        role = await _claim(work)
    elif conference is None:
        return _useless(work, "unknown")
    elif link.purpose is Purpose.UNIT and link.unit is not None:
        await people.make_focal(work.connection, conference, link.unit, account, work.now)
        role = Role.FOCAL
    else:
        role = Role(link.purpose.value)
        await organizers.make_organizer(work.connection, conference, account, role.value, work.now, link.name)
    await _settle_in(work, role)
    await work.note("joined", link.purpose.value, link.unit)
    if role is Role.FOCAL and link.unit is not None:
        await tasking.on_unit_linked(work, link.unit, account)
    return Reply(it=await _appointed(work, link))


async def _claim(work: Work) -> Role:
    """The desk has an owner, who starts in the newest conference if one was imported before."""
    await people.change(work.connection, work.actor.account, is_owner=True)
    work.actor = replace(work.actor, roles=work.actor.roles | {Role.OWNER})
    known = await people.conferences_of(work.connection, work.actor)
    if work.actor.conference is None and known:
        work.actor = replace(work.actor, conference=known[0][0])
    return Role.OWNER


async def _settle_in(work: Work, role: Role) -> None:
    """The conference becomes the person's current one, and they have the role for the rest of the transaction."""
    await people.change(work.connection, work.actor.account, conference_id=work.actor.conference)
    work.actor = replace(work.actor, roles=work.actor.roles | {role})


async def _once_more(work: Work, link: Link) -> Reply:
    """A link pressed again by who used it. A delegate who had left comes back by it; a lost role does not."""
    who = None if link.delegate is None else await delegates.get(work.connection, link.delegate)
    if who is not None and who.state is DelegateState.INVITED and who.account is None:
        return await _use_again(work, link, who)
    if work.actor.conference is not None:
        await people.change(work.connection, work.actor.account, conference_id=work.actor.conference)
        fresh = await people.actor(work.connection, work.actor.account, work.settings.consent_version)
        work.actor = replace(fresh or work.actor, update_id=work.actor.update_id)
    return await standing(work)


async def _use_again(work: Work, link: Link, who: Delegate) -> Reply:
    return await link_delegate(work, who) if work.actor.consented else await ask_consent(work, link.token)


async def _taken(work: Work, link: Link) -> Reply:
    """Refused, and the organizers are told once for each account that tried."""
    if link.conference is not None:
        who = None if link.delegate is None else await delegates.get(work.connection, link.delegate)
        notice = Notice(
            kind="link",
            it=LinkTakenNotice(
                purpose=link.purpose.value,
                name=who.name if who else link.name,
                title=(await occasion(work)).title,
            ),
            dedup=f"taken:{link.token[:12]}:{work.actor.account}",
            subject="delegate" if who else None,
            subject_id=who.id if who else None,
        )
        await notify(work, notice, await organizers.organizer_accounts(work.connection, link.conference))
        await work.note("link_refused", link.purpose.value, link.delegate)
    return _useless(work, "taken")


def _useless(work: Work, why: str) -> Reply:
    return Reply(it=LinkUseless(why=why, help_contact=work.settings.help_contact))


async def _card(work: Work, who: Delegate, again: bool = False) -> Joined:
    return Joined(
        delegate=who.id,
        name=who.name,
        rsvp=who.rsvp.value,
        occasion=await occasion(work),
        again=again,
        is_substitute=who.substitute_for is not None,
        away=await attendance.left_out(work.connection, who.id),
    )


async def _appointed(work: Work, link: Link, again: bool = False) -> Appointed:
    conference = work.actor.conference
    unit = named = None
    if conference is not None:
        unit = None if link.unit is None else await people.unit_name(work.connection, conference, link.unit)
        named = await people.own_name(work.connection, conference, work.actor.account)
    about = None if conference is None else await occasion(work)
    return Appointed(purpose=link.purpose.value, occasion=about, unit=unit, again=again, named=named is not None)


async def _contact(work: Work) -> str:
    about = None if work.actor.conference is None else await occasion(work)
    return work.settings.help_contact or (about.contact if about and about.contact else "")
