"""Seat, lodging, transport, meals, diet, badge name: asked of people, arranged for them, and told when it changes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain.actor import Permission, require
from domain.delegates import Delegate, DelegateState, Rsvp
from domain.ids import ConferenceId, DelegateId, NoticeId
from domain.logistics import MOST, OWN, Change, Entry, Field, inherited, merged
from domain.refusal import Refusal
from domain.views import Reply
from services import flows
from services.desk import Work
from services.flows import Flow, Step, register, some_text
from services.naming import short_text
from services.notifying import Notice, notify
from services.occasions import enter
from services.tasklists import conference_of
from services.views.logistics import (
    ArrangedAnew,
    FieldCount,
    Guest,
    GuestCard,
    GuestPage,
    LogisticsDesk,
    MyNeeds,
    NeedLine,
)
from services.views.logistics_buttons import ALL
from storage import checkins, delegates, logistics, notices, people, rolls
from storage.codec import from_json, to_json

A_PAGE = 8
SETTLING = timedelta(minutes=1)
"""How long a notice waits, so that several changes in a row are told as one."""


async def arranged(work: Work, who: Delegate) -> dict[Field, Entry]:
    """What is known of a person; a substitute has the seat, bed, transport and meals of whom they stand in for."""
    own = await logistics.of(work.connection, who.id)
    if who.substitute_for is None:
        return own
    return inherited(own, await logistics.of(work.connection, who.substitute_for))


async def seat_and_lodging(work: Work) -> tuple[str | None, str | None]:
    """Where the actor sits and sleeps, for questions in their own words."""
    who = None if work.actor.delegate is None else await delegates.get(work.connection, work.actor.delegate)
    if who is None or who.rsvp is Rsvp.SUBSTITUTED:
        return None, None
    known = await arranged(work, who)
    return known.get(Field.SEAT, Entry()).value, known.get(Field.LODGING, Entry()).value


def _lines(known: dict[Field, Entry]) -> tuple[NeedLine, ...]:
    return tuple(
        NeedLine(field=each.value, wish=known.get(each, Entry()).wish, value=known.get(each, Entry()).value)
        for each in Field
    )


# --- the delegate's own form ----------------------------------------------------------------------------------------


async def home(work: Work) -> Reply:
    """`/haucan`: the organizers' overview, or a delegate's own form."""
    return await overview(work) if work.actor.may(Permission.MANAGE_PEOPLE) else await mine(work)


async def mine(work: Work, saved: str | None = None) -> Reply:
    """The delegate's own form."""
    who = await _me(work)
    title = (await conference_of(work)).title
    return Reply(it=MyNeeds(title=title, lines=_lines(await arranged(work, who)), saved=saved))


async def mine_in(work: Work, conference: ConferenceId) -> Reply:
    """The delegate's own form in the conference of a message, which becomes the current one."""
    who = await delegates.of_account(work.connection, conference, work.actor.account)
    if who is None or who.state is not DelegateState.INVITED:
        raise Refusal("not_invited_here")
    await people.change(work.connection, work.actor.account, conference_id=conference)
    enter(work, conference)
    work.actor = replace(work.actor, delegate=who.id)
    return await mine(work)


async def _me(work: Work) -> Delegate:
    who = None if work.actor.delegate is None else await delegates.get(work.connection, work.actor.delegate)
    if who is None or who.state is not DelegateState.INVITED:
        raise Refusal("not_a_delegate")
    if who.rsvp is Rsvp.SUBSTITUTED:
        raise Refusal("logistics_substituted")
    return who


async def ask_need(work: Work, field: str) -> Reply:
    """Begin to say what one needs: of one matter, or of all in one form."""
    await _me(work)
    if field == ALL:
        return await flows.begin(work, "needs")
    if field not in OWN:
        raise Refusal("stale_button")
    return await flows.begin(work, "need", field=field)


async def _keep_need(work: Work, data: dict[str, Any]) -> Reply:
    who = await _me(work)
    field = Field(data["field"])
    await logistics.wish(work.connection, work.conference, who.id, field, data["text"], work.now)
    await work.note("need_said", "delegate", who.id, field=field.value)
    return await mine(work, saved=field.value)


async def _keep_needs(work: Work, data: dict[str, Any]) -> Reply:
    who = await _me(work)
    said = [each for each in OWN if data[each.value] is not None]  # what was passed over stays as it was
    for field in said:
        await logistics.wish(work.connection, work.conference, who.id, field, data[field.value], work.now)
    if said:
        await work.note("need_said", "delegate", who.id, fields=[each.value for each in said])
    return await mine(work, saved=ALL if said else None)


# --- the organizers' side -------------------------------------------------------------------------------------------


async def overview(work: Work, edit: bool = False) -> Reply:
    """How many asked for what, and for how many it is arranged."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    known = (await logistics.everybody(work.connection, work.conference)).values()
    counts = tuple(
        FieldCount(
            field=each.value,
            wished=sum(bool(one.get(each, Entry()).wish) for one in known),
            arranged=sum(bool(one.get(each, Entry()).value) for one in known),
        )
        for each in Field
    )
    view = LogisticsDesk(
        title=(await conference_of(work)).title,
        people=await rolls.how_many(work.connection, work.conference),
        counts=counts,
        also_delegate=work.actor.delegate is not None,
    )
    return Reply(it=view, edit=edit)


async def ask_whom(work: Work) -> Reply:
    """Begin to look for somebody."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    _ = work.conference
    return await flows.begin(work, "find_guest")


async def _look(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.MANAGE_PEOPLE)
    await checkins.set_post(work.connection, work.conference, work.actor.account, query=data["query"])
    return await found(work, 0, edit=False)


async def found(work: Work, page: int, edit: bool = True) -> Reply:
    """A page of those looked for last."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    query = (await checkins.post(work.connection, work.conference, work.actor.account)).query
    if query is None:
        raise Refusal("stale_button")
    page = max(page, 0)
    rows, total = await rolls.search(work.connection, work.conference, query, A_PAGE, page * A_PAGE)
    items = tuple(Guest(delegate=each.delegate, name=each.name, unit=each.unit) for each in rows)
    pages = max(1, -(-total // A_PAGE))
    return Reply(it=GuestPage(query=query, items=items, total=total, page=page, pages=pages), edit=edit)


async def show(work: Work, key: DelegateId) -> Reply:
    """One person's needs and arrangements."""
    return Reply(it=await _card(work, await _guest(work, key)), edit=True)


async def _guest(work: Work, key: DelegateId) -> Delegate:
    require(work.actor, Permission.MANAGE_PEOPLE)
    who = await delegates.get(work.connection, key)
    if who is None or who.conference != work.conference or who.state is not DelegateState.INVITED:
        raise Refusal("delegate_gone")
    return who


async def _card(work: Work, who: Delegate, done: bool = False, told: bool = False) -> GuestCard:
    return GuestCard(
        delegate=who.id,
        name=who.name,
        post=who.post,
        unit=who.unit,
        number=await rolls.number_of(work.connection, who.id),
        lines=_lines(await arranged(work, who)),
        done=done,
        told=told,
    )


async def ask_arrangement(work: Work, key: DelegateId, field: str) -> Reply:
    """Begin to arrange something for a person."""
    who = await _guest(work, key)
    if field not in tuple(Field):
        raise Refusal("stale_button")
    return await flows.begin(work, "arrange", delegate=who.id, field=field, name=who.name)


async def _arrange(work: Work, data: dict[str, Any]) -> Reply:
    who = await _guest(work, DelegateId(data["delegate"]))
    field = Field(data["field"])
    told = await arrange(work, {who.id: [(field, data["text"])]})
    return Reply(it=await _card(work, who, done=True, told=bool(told)))


async def arrange(work: Work, wanted: dict[DelegateId, Sequence[tuple[Field, str | None]]]) -> int:
    """Arrange what differs, and tell each person whose things have changed, once; how many are told."""
    known = await logistics.everybody(work.connection, work.conference)
    told = 0
    for key, values in wanted.items():
        own = known.get(key, {})
        changes = tuple(
            Change(field, before, value)
            for field, value in values
            if (before := own.get(field, Entry()).value) != value
        )
        if not changes:
            continue
        rows = [(key, each.field, each.after) for each in changes]
        await logistics.arrange(work.connection, work.conference, rows, work.now)
        await work.note("arranged", "delegate", key, fields=[each.field.value for each in changes])
        told += await _tell(work, key, changes)
    return told


async def _tell(work: Work, key: DelegateId, changes: tuple[Change, ...]) -> bool:
    """One notice, old and new; while an earlier one still waits it says both."""
    who = await delegates.get(work.connection, key)
    if who is not None and who.rsvp is Rsvp.SUBSTITUTED:
        who = await delegates.substitute_of(work.connection, key)
    if who is None:
        return False
    waiting = await notices.waiting_about(work.connection, "logistics", "delegate", key)
    if waiting:
        return await _tell_more(work, waiting[0], changes) and who.account is not None
    if who.account is None:
        return False
    view = ArrangedAnew(title=(await conference_of(work)).title, changes=_told(changes))
    due = work.now + SETTLING
    await notify(work, Notice(kind="logistics", it=view, subject="delegate", subject_id=key, due_at=due), [who.account])
    return True


async def tell_all(work: Work, who: Delegate) -> None:
    """All that is arranged for somebody who has just been linked."""
    known = await arranged(work, who)
    changes = tuple(Change(field, None, known[field].value) for field in Field if field in known and known[field].value)
    now = await delegates.get(work.connection, who.id)
    if changes and now is not None and now.account is not None:
        view = ArrangedAnew(title=(await conference_of(work)).title, changes=_told(changes))
        await notify(work, Notice(kind="logistics", it=view, subject="delegate", subject_id=who.id), [now.account])


async def _tell_more(work: Work, waiting: NoticeId, changes: tuple[Change, ...]) -> bool:
    view = from_json(await notices.view_data(work.connection, waiting), ArrangedAnew)
    earlier = tuple(Change(Field(field), before, after) for field, before, after in view.changes)
    both = merged(earlier, changes)
    if not both:
        await notices.withdraw(work.connection, waiting, work.now, "superseded", "taken_back")
        return False
    await notices.rewrite(work.connection, waiting, to_json(ArrangedAnew(title=view.title, changes=_told(both))))
    return True


def _told(changes: tuple[Change, ...]) -> tuple[tuple[str, str | None, str | None], ...]:
    return tuple((each.field.value, each.before, each.after) for each in changes)


def _entry(text: str) -> str:
    return some_text(short_text(text), most=MOST)


register(Flow("need", (Step("text", _entry, optional=True),), finish=_keep_need))
register(Flow("needs", tuple(Step(each.value, _entry, optional=True) for each in OWN), finish=_keep_needs))
register(Flow("arrange", (Step("text", _entry, optional=True),), finish=_arrange))
register(Flow("find_guest", (Step("query", short_text),), finish=_look))
