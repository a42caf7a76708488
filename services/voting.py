"""Short polls and votes: only who is checked in, one vote each, open or secret, closed by the organizer."""

from typing import Any

from documents.pollcharts import votes_png
from documents.workbook import Column, sheet
from domain.actor import Permission, require
from domain.ids import DelegateId, PollId
from domain.polls import Poll, PollState, check_quorum, needed, read_options, read_quorum, shares
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import flows, presence
from services.desk import Work
from services.flows import Flow, Step, register, some_text
from services.notifying import Notice, Urgency, notify_selected
from services.views.polls import (
    Ballot,
    PollClosed,
    PollDraft,
    PollHome,
    PollLine,
    PollOpened,
    PollResult,
    PollShare,
    PollStanding,
    VoteKept,
)
from storage import inbox, notices, polls
from templates.render import known as known_language
from templates.render import words

SHOWN = 20


async def home(work: Work) -> Reply:
    """`/bieuquyet`: all polls for organizers, the open ones for those who may vote."""
    organizes = work.actor.organizes
    states = () if organizes else (PollState.OPEN,)
    found = await polls.listed(work.connection, work.conference, *states)
    lines = tuple(PollLine(poll=each.id, question=each.question, state=each.state.value) for each in found[:SHOWN])
    if not organizes:
        await _voter(work)
    return Reply(it=PollHome(items=lines, organizes=organizes, votes=work.actor.delegate is not None))


async def show(work: Work, key: PollId) -> Reply:
    """A poll as the person may see it: its draft or standing for organizers, else the ballot."""
    poll = await _poll(work, key)
    if not work.actor.organizes:
        return await ballot(work, key)
    if poll.state is PollState.DRAFT:
        return Reply(it=await _draft(work, poll), edit=True)
    if poll.state is PollState.OPEN:
        return Reply(it=await _standing(work, poll), edit=True)
    return await result(work, key)


# --- the organizer --------------------------------------------------------------------------------------------------


async def ask(work: Work) -> Reply:
    """Begin a question: its words, the options, the quorum."""
    require(work.actor, Permission.BROADCAST)
    return await flows.begin(work, "poll")


async def _create(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.BROADCAST)
    asked = {name: data[name] for name in ("question", "options", "quorum")}
    key = await polls.create(work.connection, work.conference, work.now, work.actor.account, secret=True, **asked)
    await work.note("poll_made", "poll", key)
    return Reply(it=await _draft(work, await _poll(work, key)))


async def set_secret(work: Work, key: PollId, secret: bool) -> Reply:
    """Secret, or with names; only before it is opened."""
    require(work.actor, Permission.BROADCAST)
    poll = await _in_state(work, key, PollState.DRAFT, "poll_opened_already")
    await polls.change(work.connection, poll.id, secret=secret)
    return Reply(it=await _draft(work, await _poll(work, key)), edit=True)


async def _draft(work: Work, poll: Poll) -> PollDraft:
    present = await presence.count(work)
    expected = await polls.count_expected(work.connection, work.conference)
    return PollDraft(
        poll=poll.id,
        question=poll.question,
        options=poll.options,
        secret=poll.secret,
        quorum=poll.quorum,
        present=present,
        expected=expected,
        needed=needed(poll.quorum, expected),
    )


async def open_it(work: Work, key: PollId) -> Reply:
    """Ask everybody who is checked in; refused without a quorum."""
    require(work.actor, Permission.BROADCAST)
    poll = await _in_state(work, key, PollState.DRAFT, "poll_opened_already")
    present = await presence.count(work)
    expected = await polls.count_expected(work.connection, work.conference)
    check_quorum(poll.quorum, present, expected)
    opened = {"state": PollState.OPEN.value, "entitled": present, "expected": expected, "opened_at": work.now}
    await polls.change(work.connection, key, **opened)
    view = Ballot(poll=poll.id, question=poll.question, options=poll.options, secret=poll.secret)
    notice = Notice(kind="poll", it=view, urgency=Urgency.URGENT, dedup=f"poll:{key}", subject="poll", subject_id=key)
    await notify_selected(work, notice, await presence.everybody(work))
    await work.note("poll_opened", "poll", key, present=present)
    told = PollOpened(poll=key, question=poll.question, present=present, reached=await presence.reached(work))
    return Reply(it=told, edit=True)


async def _standing(work: Work, poll: Poll) -> PollStanding:
    votes = await polls.tally(work.connection, poll.id)
    present = await presence.count(work)
    return PollStanding(poll=poll.id, question=poll.question, voted=sum(votes.values()), present=present)


async def close(work: Work, key: PollId) -> Reply:
    """No vote counts any more; of those cast, the ones of people who are checked in now; the result stands."""
    require(work.actor, Permission.BROADCAST)
    poll = await _poll(work, key)
    if poll.state is PollState.DRAFT:
        raise Refusal("poll_not_open")
    if poll.state is PollState.OPEN:
        entitled = await presence.settle(work, poll)
        await polls.change(work.connection, key, state=PollState.CLOSED.value, entitled=entitled, closed_at=work.now)
        for late in await notices.waiting_about(work.connection, "poll", "poll", key):  # nobody is asked any more
            await notices.withdraw(work.connection, late, work.now, "superseded", "poll_closed")
        await work.note("poll_closed", "poll", key)
    return await result(work, key)


async def result(work: Work, key: PollId) -> Reply:
    """What came out, in words, as a chart, and as a table."""
    require(work.actor, Permission.SEE_REPORT)
    poll = await _in_state(work, key, PollState.CLOSED, "poll_not_closed")
    view = await _result(work, poll)
    texts = words(known_language(work.actor.language))["poll_sheet"]
    chart = votes_png(poll.question, [(each.text, each.votes, each.percent) for each in view.shares])
    table = Attachment(texts["file"], await _table(work, poll, view, texts))
    files = (table,) if chart is None else (Attachment(texts["chart"], chart, photo=True), table)
    return Reply(it=view, files=files)


async def _result(work: Work, poll: Poll) -> PollResult:
    votes = await polls.tally(work.connection, poll.id)
    return PollResult(
        poll=poll.id,
        question=poll.question,
        shares=tuple(PollShare(each.text, each.votes, each.percent) for each in shares(poll.options, votes)),
        voted=sum(votes.values()),
        entitled=poll.entitled or 0,
        expected=poll.expected or 0,
        needed=needed(poll.quorum, poll.expected or 0) if poll.quorum is not None else None,
        secret=poll.secret,
        reached=await presence.reached(work),
    )


async def _table(work: Work, poll: Poll, view: PollResult, texts: dict[str, str]) -> bytes:
    names = ("option", "votes", "percent", "name", "unit")
    columns = tuple(
        Column(heading=texts[name], width=40 if name in ("option", "name", "unit") else 10) for name in names
    )
    rows: list[Any] = [(each.text, each.votes, each.percent, None, None) for each in view.shares]
    named = await polls.votes_by_name(work.connection, poll.id)
    if named:
        await work.note("votes_exported", "poll", poll.id, count=len(named))
    for name, unit, choice in named:
        rows.append((poll.options[choice], None, None, name, unit))
    return sheet(texts["title"], columns, rows)


async def tell(work: Work, key: PollId) -> Reply:
    """The result to everybody who is checked in, once."""
    require(work.actor, Permission.BROADCAST)
    poll = await _in_state(work, key, PollState.CLOSED, "poll_not_closed")
    view = await _result(work, poll)
    told = PollClosed(question=view.question, shares=view.shares, voted=view.voted, entitled=view.entitled)
    notice = Notice(kind="poll_result", it=told, dedup=f"poll:{key}:result", subject="poll", subject_id=key)
    if await notify_selected(work, notice, await presence.everybody(work)) is None:
        raise Refusal("poll_told_already")
    await work.note("poll_told", "poll", key)
    return Reply(it=view, buttons=(), toast="poll_told")


# --- those who vote -------------------------------------------------------------------------------------------------


async def ballot(work: Work, key: PollId) -> Reply:
    """The question with its options, for somebody who is checked in and has not voted yet."""
    poll = await _in_state(work, key, PollState.OPEN, "poll_closed")
    who = await _voter(work)
    if await polls.has_voted(work.connection, poll.id, who):
        raise Refusal("poll_voted_already")
    return Reply(it=Ballot(poll=poll.id, question=poll.question, options=poll.options, secret=poll.secret))


async def vote(work: Work, key: PollId, choice: int) -> Reply:
    """One vote of one person. What was chosen in a secret vote is kept nowhere, not even in the stored update."""
    poll = await _in_state(work, key, PollState.OPEN, "poll_closed")
    who = await _voter(work)
    if not 0 <= choice < len(poll.options):
        raise Refusal("stale_button")
    if poll.secret:
        await inbox.hide_answer(work.connection, work.actor.update_id)
    if not await polls.vote(work.connection, work.conference, poll, who, choice):
        raise Refusal("poll_voted_already")
    return Reply(it=VoteKept(question=poll.question, choice=None if poll.secret else poll.options[choice]), edit=True)


async def _voter(work: Work) -> DelegateId:
    if work.actor.delegate is None:
        raise Refusal("not_a_delegate")
    if not await presence.is_here(work, work.actor.delegate):
        raise Refusal("poll_not_present")
    return work.actor.delegate


async def _poll(work: Work, key: PollId) -> Poll:
    found = await polls.get(work.connection, work.conference, key)
    if found is None or (found.state is PollState.DRAFT and not work.actor.organizes):
        raise Refusal("poll_gone")
    return found


async def _in_state(work: Work, key: PollId, state: PollState, otherwise: str) -> Poll:
    found = await _poll(work, key)
    if found.state is not state:
        raise Refusal(otherwise)
    return found


def _question(text: str) -> str:
    return some_text(text, most=500)


def _steps() -> tuple[Step, ...]:
    return (Step("question", _question), Step("options", read_options), Step("quorum", read_quorum, optional=True))


register(Flow("poll", _steps(), finish=_create))
