"""Questions: answered from the programme at once, or passed on to a person whose answer reaches the asker."""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

from domain.actor import Actor
from domain.answers import Asker, Context, Index, about_asker, answer_each, concepts_in, context_of
from domain.answers.language import clear_language
from domain.answers.standing import list_of_the_desk
from domain.answers.values import (
    Abilities,
    Ambiguous,
    AskAgain,
    Changes,
    Greeting,
    NoDeadline,
    NoInformation,
    NotUnderstood,
    Practical,
    Quoted,
    Unanswered,
)
from domain.buttons import press
from domain.changes import diff
from domain.conference import Programme
from domain.ids import SessionId, UnitId
from domain.refusal import Refusal
from domain.vietnamese import search_key
from domain.views import Keyboard, Reply
from services import agendas, logistics, programmes
from services.desk import Desk, Work, local
from services.notifying import Notice, Urgency, notify
from services.views.agenda import ways_from
from services.views.changes import ProgrammeChanged
from services.views.menu import RunCommand
from services.views.questions import (
    AnswerRight,
    AnswerWrong,
    ChooseReading,
    OnTheDesk,
    PassOn,
    QuestionForOrganizers,
    QuestionPassed,
)
from storage import answered as by_bot
from storage import organizers, questions
from storage import programmes as stored
from storage.answered import Answered

_ARRANGED = frozenset({"seat", "lodging"})
"""Practical matters that may be arranged for a person by name."""

_KEPT_CHARACTERS = 300
"""Of a question that the bot has answered; enough to see what was meant."""

_AGENDA = (press(RunCommand("lich"), label="do_lich"),)


async def ask(desk: Desk, actor: Actor, text: str) -> list[Reply]:
    """Answer a question; what gets no answer is kept, so that it can be passed on.

    While nothing has changed since the programme was read, an answered question needs no transaction at all; where
    other processes write, it needs one that only reads. What was arranged for the person themselves is looked up.
    An organizer who asks how things stand ("ai chưa trả lời") is brought to the desk's own list.
    """
    if actor.organizes and (name := list_of_the_desk(text)) is not None:
        return [Reply(it=OnTheDesk(matter=name), language=_language(actor, text))]
    if actor.conference is not None:
        known = programmes.remembered(desk, actor.conference)
        if known is None:
            known = await desk.see(actor, programmes.current)
        if not about_asker(text, desk.index(known)):
            found = _answers(desk, known, actor, text)
            matters = concepts_in(text, desk.index(known))
            if not any(not each.answered or _is_arranged(actor, each, matters) for each in found):
                for row in _rows(desk, actor, text, found):
                    desk.talks.note(row)
                return [_answered(desk, actor, text, each) for each in found]
    return await desk.do(actor, _ask, text)


async def _ask(work: Work, text: str) -> list[Reply]:
    found = await programmes.current(work)
    index = work.desk.index(found)
    own = about_asker(text, index) or _ARRANGED & concepts_in(text, index)
    seat, lodging = await logistics.seat_and_lodging(work) if own else (None, None)
    replies = []
    answers = _answers(work.desk, found, work.actor, text, seat, lodging)
    await by_bot.keep(work.connection, _rows(work.desk, work.actor, text, answers))
    for each in answers:
        if isinstance(each, NoInformation) and each.topic == "changes":
            replies.append(await _changes(work, found))
        elif not each.answered:
            buttons = await _ways_on(work, each, text)
            replies.append(Reply(it=each, buttons=buttons, language=_language(work.actor, text)))
        else:
            replies.append(_answered(work.desk, work.actor, text, each))
    return replies


def _is_arranged(actor: Actor, answer: Any, matters: frozenset[str]) -> bool:
    """Whether the answer is of a kind that may have been arranged for this person by name, a quoted line among them."""
    if actor.delegate is None:
        return False
    quoted = isinstance(answer, Quoted) and bool(_ARRANGED & matters)
    return quoted or (isinstance(answer, Practical) and answer.topic in _ARRANGED)


def _answered(desk: Desk, actor: Actor, text: str, answer: Any) -> Reply:
    """The answer with what can be done from there: other days, a calendar file, and whether it was right."""
    buttons = ways_from(answer)
    if desk.settings.ask_if_right and answer.sources:
        mark = _mark(text, answer.kind)
        buttons = (*buttons, (press(AnswerRight(mark)), press(AnswerWrong(mark))))
    return Reply(it=answer, buttons=buttons, language=_language(actor, text))


def _mark(text: str, said: str) -> int:
    """A number for a question and the kind of answer it got, small enough for a button."""
    return crc32(f"{text}\n{said}".encode())


def _rows(desk: Desk, actor: Actor, text: str, answers: Sequence[Any]) -> list[Answered]:
    """What is kept of a message that the bot has answered; greetings and the like are no questions."""
    if actor.conference is None:
        return []
    return [
        Answered(
            conference_id=actor.conference,
            account_id=actor.account,
            mark=_mark(text, each.kind),
            text=text[:_KEPT_CHARACTERS],
            said=each.kind,
            asked_at=desk.now(),
        )
        for each in answers
        if each.answered and not isinstance(each, Greeting | Abilities | AskAgain)
    ]


def _answers(
    desk: Desk, found: Programme, actor: Actor, text: str, seat: str | None = None, lodging: str | None = None
) -> tuple[Any, ...]:
    index, who, instant = desk.index(found), (actor.account, found.conference.id), desk.now()
    asker = Asker(
        unit=actor.units[0] if actor.units else None,
        sessions=_own_sessions(index, actor.units),
        registered=actor.delegate is not None,
        seat=seat,
        lodging=lodging,
    )
    now = local(instant, found.conference.timezone)
    answers = answer_each(text, index, now, asker=asker, context=desk.talks.context(who, instant))
    told = [each for each in answers if not isinstance(each, AskAgain)]
    if told and not isinstance(told[-1], NotUnderstood):
        desk.talks.keep(who, instant, context_of(text, index, told[-1]))
    return answers


def _own_sessions(index: Index, units: tuple[UnitId, ...]) -> frozenset[SessionId]:
    """The sessions of which one of the person's units is in charge."""
    if not units:
        return frozenset()
    known: dict[tuple[UnitId, ...], frozenset[SessionId]] = index.cache.setdefault("own", {})  # type: ignore[assignment]
    if units not in known:
        names = [search_key(index.bodies[unit].name) for unit in units if unit in index.bodies]
        known[units] = frozenset(
            each.id
            for each in index.programme.sessions
            if each.responsible and any(name in search_key(each.responsible) for name in names)
        )
    return known[units]


def _language(actor: Actor, text: str) -> str:
    """The language of the question; a text that could be either is taken in the person's own."""
    return clear_language(text) or actor.language


async def _changes(work: Work, found: Programme) -> Reply:
    """What the last publication changed."""
    revision = found.conference.revision
    old = await stored.published(work.connection, work.conference, revision - 1) if revision > 1 else found
    changes = diff(old, found)
    if not changes:
        return Reply(it=Changes(changes=()))
    contact = found.conference.contact or work.settings.help_contact or None
    return Reply(it=ProgrammeChanged(conference=found.conference.title, changes=changes, contact=contact))


async def _ways_on(work: Work, answer: Any, text: str) -> Keyboard:
    """The next steps under an answer that is none."""
    if isinstance(answer, Unanswered) and not isinstance(
        answer, Ambiguous | NotUnderstood | NoInformation | NoDeadline
    ):
        return (_AGENDA,)
    language = _language(work.actor, text)
    key = await questions.keep(work.connection, work.conference, work.actor.account, text, language, work.now)
    if isinstance(answer, Ambiguous):
        choices = tuple(
            (press(ChooseReading(key, number), label="reading", words=choice.label),)
            for number, choice in enumerate(answer.choices)
        )
        return (*choices, (press(PassOn(key)),))
    return ((press(PassOn(key), style="primary"),), _AGENDA)


async def agenda(work: Work) -> list[Reply]:
    """The whole agenda, as if somebody had asked for it."""
    found = await programmes.current(work)
    return [agendas.whole(work.desk, found, local(work.now, found.conference.timezone))]


async def choose_reading(work: Work, question: int, choice: int) -> list[Reply]:
    """Answer one reading of an ambiguous question."""
    row = await questions.find(work.connection, work.conference, question)
    if row is None or row.account_id != work.actor.account:
        raise Refusal("stale_button")
    found = await programmes.current(work)
    work.desk.talks.keep((work.actor.account, work.conference), work.now, Context())  # read as it was first
    for each in _answers(work.desk, found, work.actor, row.text):
        if isinstance(each, Ambiguous) and 0 <= choice < len(each.choices):
            return await _ask(work, each.choices[choice].question)
    return await _ask(work, row.text)


async def pass_on(work: Work, question: int) -> Reply:
    """Bring the question to the organizers; pressing twice asks once."""
    row = await questions.find(work.connection, work.conference, question)
    if row is None or row.account_id != work.actor.account:
        raise Refusal("stale_button")
    if await questions.pass_on(work.connection, question, work.now):
        asked = local(row.asked_at, work.settings.timezone)
        view = QuestionForOrganizers(question=question, text=row.text, asked_at=asked)
        notice = Notice(kind="question", it=view, urgency=Urgency.URGENT, subject="question", subject_id=question)
        await notify(work, notice, await organizers.organizer_accounts(work.connection, work.conference))
        await work.note("question_passed", "question", question)
    return Reply(it=QuestionPassed())
