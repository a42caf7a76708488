"""Two lines of the list that are one person: found, looked at, put together."""

from zlib import crc32

from documents.phones import shown
from domain.actor import Permission, require
from domain.delegates import Delegate, DelegateState
from domain.duplicates import near_pairs
from domain.ids import AccountId, DelegateId
from domain.merging import Candidate, check_mergeable, merged
from domain.refusal import Refusal
from domain.views import Reply
from services.desk import Work
from services.listing import card, line, own
from services.notifying import Notice, notify
from services.occasions import occasion
from services.views.merging import Alike, Duplicates, MergedAway, MergeShown, Near, Side
from storage import checkins, delegates, journal, merging, newphone, polls, privacy

SHOWN = 20


async def duplicates(work: Work) -> Reply:
    """Names that stand more than once, and names that come near each other; nothing happens by itself."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    rows = await merging.twice(work.connection, work.conference)
    items = tuple((int(row.first), str(row.name), int(row.n)) for row in rows[:SHOWN])
    pairs = await work.aside(near_pairs, await merging.everybody(work.connection, work.conference))
    near = tuple(
        Near(one=one.id, other=other.id, name=one.name, second=other.name, unit=one.unit or other.unit)
        for one, other in pairs[:SHOWN]
    )
    return Reply(it=Duplicates(items=items, total=len(rows), near=near, near_total=len(pairs)))


async def choose(work: Work, key: DelegateId) -> Reply:
    """Everybody of the same name as this person."""
    who = await own(work, key)
    others = [each for each in await delegates.named(work.connection, work.conference, who.name) if each.id != key]
    if not others:
        raise Refusal("merge_nobody")
    return Reply(it=Alike(who=line(who), items=tuple(line(each) for each in others[:SHOWN])), edit=True)


async def preview(work: Work, keep: DelegateId, drop: DelegateId) -> Reply:
    """Both lines, and the one that they become."""
    return Reply(it=await _shown(work, keep, drop), edit=True)


async def _shown(work: Work, keep: DelegateId, drop: DelegateId) -> MergeShown:
    one, other = await _pair(work, keep, drop)
    values = merged(one, other)
    became = Side(
        name=one.who.name,
        post=_text(values["post"]),
        unit=_text(values["unit_text"]),
        phone=shown(_text(values["phone"])) or None,
        rsvp=str(values["rsvp"]),
        linked=values["account_id"] is not None,
        came=len({each.slot for key in (keep, drop) for each in await checkins.of_delegate(work.connection, key)}),
    )
    sides = await _side(work, one.who), await _side(work, other.who)
    two = None not in (one.who.account, other.who.account)
    check = crc32(repr((sides, became)).encode()) & 0x7FFFFFFF
    return MergeShown(
        keep=keep, drop=drop, check=check, kept=sides[0], dropped=sides[1], became=became, two_accounts=two
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


async def _side(work: Work, who: Delegate) -> Side:
    return Side(
        name=who.name,
        post=who.post,
        unit=who.unit,
        phone=shown(who.phone) or None,
        rsvp=who.rsvp.value,
        linked=who.account is not None,
        came=len(await checkins.of_delegate(work.connection, who.id)),
    )


async def _pair(work: Work, keep: DelegateId, drop: DelegateId) -> tuple[Candidate, Candidate]:
    one, other = await own(work, keep), await own(work, drop)
    check_mergeable(one, other)
    mine, theirs = [await delegates.substitute_of(work.connection, each) for each in (keep, drop)]
    if mine is not None and theirs is not None:
        raise Refusal("merge_two_substitutes")
    if len(await polls.secret_voters(work.connection, work.conference, [keep, drop])) > 1:
        raise Refusal("merge_both_voted")
    return (
        Candidate(who=one, answered_at=await merging.answered_at(work.connection, keep)),
        Candidate(who=other, answered_at=await merging.answered_at(work.connection, drop)),
    )


async def merge(work: Work, keep: DelegateId, drop: DelegateId, check: int) -> Reply:
    """Put the lines together as the preview showed; an account that loses its line is told."""
    if (await _shown(work, keep, drop)).check != check:
        raise Refusal("merge_changed")
    one, other = await _pair(work, keep, drop)
    values = merged(one, other)
    leaver = None if values["account_id"] is not None else await privacy.left_by(work.connection, drop)
    gone = privacy.NOBODY | {"state": DelegateState.REMOVED.value, "substitute_for": None}
    await delegates.change(work.connection, drop, **gone)  # first: an account and an original are each on one line only
    await delegates.change(work.connection, keep, **values)
    await merging.move(work.connection, keep, drop, work.now)
    await work.note("delegates_merged", "delegate", keep, dropped=int(drop))
    if leaver is not None:  # who had withdrawn from the line that is gone may still see and erase themselves
        await _note_account(work, keep, leaver, "place_left")
    if one.who.account is None and other.who.account is not None:  # as it would be had they come by the line's own link
        if await newphone.give_held(work.connection, keep, other.who.account, work.now):
            work.notified = True
        await _note_account(work, keep, other.who.account, "joined")
    if other.who.account is not None and values["account_id"] != other.who.account:
        view = MergedAway(title=(await occasion(work)).title, help_contact=work.settings.help_contact)
        await notify(work, Notice(kind="merge", it=view, subject="delegate", subject_id=drop), [other.who.account])
    return Reply(it=await card(work, keep, done="merged"), edit=True)


async def _note_account(work: Work, key: DelegateId, account: AccountId, act: str) -> None:
    """What an account did with the line that is gone, it did with the one that stays."""
    await journal.note(
        work.connection,
        at=work.now,
        conference=work.actor.conference,
        account=account,
        act=act,
        subject="delegate",
        subject_id=key,
    )
