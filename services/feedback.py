"""Feedback after an item and at the end: a score of one to five and a remark, without a name unless it is signed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from documents.workbook import Column, sheet
from domain.actor import Permission, require
from domain.conference import Programme, SessionState
from domain.feedback import SCORES, WHOLE, Asking, check_score, scores, slots_for, to_ask_about
from domain.ids import DelegateId
from domain.live import order_of
from domain.refusal import Refusal
from domain.reminders import Quiet
from domain.views import Attachment, Reply
from services import flows
from services.desk import SYSTEM, Work, local
from services.flows import Flow, Step, register, some_text
from services.notifying import Notice, add_recipients, announce, notify_selected
from services.programmes import current
from services.views.feedback import (
    FeedbackAsked,
    FeedbackChoice,
    FeedbackGiven,
    FeedbackPreview,
    FeedbackResults,
    FeedbackRound,
    FeedbackWanted,
    RemarkKept,
    ResultLine,
)
from storage import feedback, inbox
from storage.feedback import Asked
from templates.render import known as known_language
from templates.render import words

SHOWN = 30
SHOWN_REMARKS = 5


async def home(work: Work) -> Reply:
    """`/gopy`: what came in, for organizers; for everybody else what they may say something about."""
    return await results(work) if work.actor.organizes else await choose(work)


async def choose(work: Work) -> Reply:
    """The items that have begun, and the conference as a whole; what the person has scored already is left out."""
    who = _delegate(work)
    programme = await current(work)
    given = await feedback.given(work.connection, work.conference, who)
    heard = [(int(each.id), each.title) for each in _heard(work, programme) if each.id not in given]
    whole = () if WHOLE in given else ((WHOLE, ""),)
    return Reply(it=FeedbackChoice(items=(*heard[-SHOWN:], *whole)))


def _heard(work: Work, programme: Programme) -> list[Any]:
    """The items that are over, running, or should have begun by now."""
    now = local(work.now, programme.conference.timezone)

    def begun(each: Any) -> bool:
        day = each.day or programme.conference.starts_on
        late = day is not None and (day < now.date() or (day == now.date() and each.start and each.start <= now.time()))
        return bool(each.state in (SessionState.RUNNING, SessionState.DONE) or late)

    return [each for each in order_of(programme) if begun(each)]


async def want(work: Work, session: int) -> Reply:
    """Ask the person for a score."""
    _delegate(work)
    return Reply(it=FeedbackWanted(session=session, title=_title(await current(work), session)))


async def give(work: Work, session: int, score: int) -> Reply:
    """Count the person's score, once; nothing of what we keep says whose it was."""
    who, title = _delegate(work), _title(await current(work), session)
    check_score(score)
    await inbox.hide_answer(work.connection, work.actor.update_id)
    if not await feedback.give(work.connection, work.conference, session, who, score):
        raise Refusal("feedback_given")
    return Reply(it=FeedbackGiven(session=session, title=title), edit=True)


async def ask_remark(work: Work, session: int, signed: bool) -> Reply:
    """Begin a remark, signed or not."""
    given = await feedback.given(work.connection, work.conference, _delegate(work))
    if given.get(session) is not False:
        raise Refusal("feedback_remarked")
    title = _title(await current(work), session)
    return await flows.begin(work, "remark_signed" if signed else "remark", session=session, title=title)


async def _remark(work: Work, data: dict[str, Any], signed: bool) -> Reply:
    await inbox.hide_answer(work.connection, work.actor.update_id)
    kept = await feedback.remark(
        work.connection, work.conference, data["session"], _delegate(work), data["text"], signed
    )
    if not kept:
        raise Refusal("feedback_remarked")
    return Reply(it=RemarkKept(signed=signed))


async def _remark_unsigned(work: Work, data: dict[str, Any]) -> Reply:
    return await _remark(work, data, signed=False)


async def _remark_signed(work: Work, data: dict[str, Any]) -> Reply:
    return await _remark(work, data, signed=True)


# --- organizers -----------------------------------------------------------------------------------------------------


async def preview(work: Work, session: int) -> Reply:
    """How many would be asked for a score."""
    require(work.actor, Permission.BROADCAST)
    programme = await current(work)
    title = _title(programme, session)
    count = await feedback.count_to_ask(work.connection, work.conference, session, slots_for(programme, session))
    return Reply(it=FeedbackPreview(session=session, title=title, count=count))


async def ask_all(work: Work, session: int) -> Reply:
    """Ask everybody linked who was there and has not said anything yet."""
    require(work.actor, Permission.BROADCAST)
    programme = await current(work)
    title, slots = _title(programme, session), slots_for(programme, session)
    count = await feedback.count_to_ask(work.connection, work.conference, session, slots)
    if not count:
        raise Refusal("feedback_nobody")
    notice = Notice(kind="feedback", it=FeedbackWanted(session=session, title=title), dedup=feedback.dedup_of(session))
    asked = await notify_selected(work, notice, feedback.to_ask(work.conference, session, slots))
    if asked is None:
        raise Refusal("feedback_asked_already")
    await work.note("feedback_asked", "session", session or None, count=count)
    return Reply(it=FeedbackAsked(title=title, count=count), edit=True)


async def tick(work: Work) -> int:
    """Ask about what is over, once each, and not while people sleep; how many notices."""
    if work.settings.ask_feedback is Asking.OFF:
        return 0
    count = 0
    for key in await feedback.around(work.connection, work.now):
        mine = replace(work, actor=replace(SYSTEM, conference=key))
        count += await _ask_by_itself(mine)
        work.notified = work.notified or mine.notified
    return count


async def _ask_by_itself(work: Work) -> int:
    """What is due at once is one message; who was written down as present later gets it too."""
    programme = await current(work)
    now = local(work.now, programme.conference.timezone)
    due = dict(to_ask_about(programme, now, work.settings.ask_feedback))
    if not due:
        return 0
    known = await feedback.asked(work.connection, work.conference, due)
    newest = await feedback.last_check_in(work.connection, work.conference) if known else None
    for key, before in known.items():
        if newest is not None and newest > before.at and not before.part:
            together = tuple(each for each in known if known[each].at == before.at)
            await _ask_late(work, programme, key, before, _slots(programme, together))
    return await _ask_about(work, programme, {key: due[key] for key in due if key not in known})


async def _ask_about(work: Work, programme: Programme, due: Mapping[int, datetime]) -> int:
    """One question about all that is due: about one thing, or which of several."""
    if not due:
        return 0
    key = WHOLE if WHOLE in due else max(due, key=lambda each: (due[each], each))
    slots = _slots(programme, tuple(due))
    if not await feedback.count_to_ask(work.connection, work.conference, key, slots):
        return 0
    items = tuple((each, _title(programme, each)) for each in sorted(due, key=lambda each: (each == WHOLE, due[each])))
    zone = ZoneInfo(programme.conference.timezone)
    notice = Notice(
        kind="feedback",
        it=FeedbackRound(items=items) if len(items) > 1 else FeedbackWanted(session=key, title=_title(programme, key)),
        dedup=feedback.dedup_of(key),
        due_at=Quiet(work.settings.quiet_from, work.settings.quiet_until, zone).send_at(work.now, None),
        useful_until=max(due.values()).replace(tzinfo=zone).astimezone(UTC),
    )
    if await notify_selected(work, notice, feedback.to_ask(work.conference, key, slots)) is None:
        return 0
    for other in due:
        if other != key:
            await announce(work, replace(notice, kind=feedback.PART, dedup=feedback.dedup_of(other)))
        await work.note("feedback_asked", "session", other or None)
    return 1


def _slots(programme: Programme, keys: Sequence[int]) -> tuple[str, ...] | None:
    """The check-ins that show who was in any of these."""
    found: list[str] = []
    for key in keys:
        slots = slots_for(programme, key)
        if slots is None:
            return None
        found += slots
    return tuple(dict.fromkeys(found))


async def _ask_late(work: Work, programme: Programme, key: int, before: Asked, slots: tuple[str, ...] | None) -> None:
    """A sheet was typed in late: those on it get what the others got, also where that was about several things."""
    if not await feedback.count_to_ask(work.connection, work.conference, key, slots, before.notice):
        return
    notice = Notice(kind="feedback", it=FeedbackWanted(session=key, title=_title(programme, key)))
    zone = ZoneInfo(programme.conference.timezone)
    late = Quiet(work.settings.quiet_from, work.settings.quiet_until, zone).send_at(work.now, None)
    await add_recipients(
        work, before.notice, replace(notice, due_at=late), feedback.to_ask(work.conference, key, slots)
    )


async def results(work: Work) -> Reply:
    """The scores of every item and some remarks; all remarks go along as a sheet."""
    require(work.actor, Permission.SEE_REPORT)
    programme = await current(work)
    found = await feedback.scores(work.connection, work.conference)
    remarks = await feedback.remarks(work.connection, work.conference)
    titles = {int(each.id): each.title for each in order_of(programme)} | {WHOLE: ""}
    lines = []
    for key, title in titles.items():
        if key in found:
            summed = scores(found[key])
            lines.append(ResultLine(session=key, title=title, average=summed.average, votes=summed.votes))
    shown = tuple((titles.get(row.session_key, ""), row.text, row.name) for row in remarks[:SHOWN_REMARKS])
    view = FeedbackResults(items=tuple(lines[-SHOWN:]), remarks=shown, more=max(0, len(remarks) - SHOWN_REMARKS))
    await work.note("feedback_seen", "feedback")
    return Reply(it=view, files=_sheet(work, lines, remarks, titles) if lines else ())


def _sheet(work: Work, lines: list[ResultLine], remarks: Any, titles: dict[int, str]) -> tuple[Attachment, ...]:
    texts = words(known_language(work.actor.language))["feedback_sheet"]
    columns = tuple(Column(heading=texts[name], width=width) for name, width in (("item", 50), ("kind", 14)))
    columns += tuple(Column(heading=str(score), width=8) for score in SCORES)
    columns += (Column(heading=texts["text"], width=80), Column(heading=texts["name"], width=30))
    rows: list[Any] = [
        (
            each.title or texts["whole"],
            texts["scores"],
            *each.votes,
            None if each.average is None else str(each.average),
            None,
        )
        for each in lines
    ]
    rows += [
        (titles.get(row.session_key) or texts["whole"], texts["remark"], *[None] * 5, row.text, row.name)
        for row in remarks
    ]
    return (Attachment(texts["file"], sheet(texts["title"], columns, rows)),)


def _delegate(work: Work) -> DelegateId:
    if work.actor.delegate is None:
        raise Refusal("not_a_delegate")
    return work.actor.delegate


def _title(programme: Programme, session: int) -> str:
    """The item's title; empty for the conference as a whole."""
    if session == WHOLE:
        return ""
    found = next((each for each in programme.sessions if each.id == session), None)
    if found is None:
        raise Refusal("stale_button")
    return found.title


def _text(text: str) -> str:
    return some_text(text, most=1000)


_DONE = frozenset({"feedback_remarked", "not_a_delegate"})
register(Flow("remark", (Step("text", _text),), finish=_remark_unsigned, ends_with=_DONE))
register(Flow("remark_signed", (Step("text", _text),), finish=_remark_signed, ends_with=_DONE))
