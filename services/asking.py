"""Questions: answered from the programme at once, or passed on to a person whose answer reaches the asker."""

from typing import Any

from domain.actor import Actor, Permission, require
from domain.answers import Asker, answer_each, whole_agenda
from domain.answers.language import clear_language
from domain.answers.values import Ambiguous, NoInformation, NotUnderstood, Practical, Unanswered
from domain.buttons import press
from domain.conference import Programme
from domain.ids import AccountId
from domain.refusal import Refusal
from domain.vietnamese import search_key
from domain.views import Keyboard, Reply
from services import flows, programmes
from services.desk import Desk, Work, local
from services.flows import Flow, Step, some_text
from services.logistics import seat_and_lodging
from services.notifying import Notice, Urgency, notify
from services.views.menu import RunCommand
from services.views.questions import (
    AnswerSent,
    ChooseReading,
    FactSaved,
    OpenQuestions,
    PassOn,
    QuestionAnswered,
    QuestionForOrganizers,
    QuestionPassed,
    WaitingQuestion,
)
from storage import people, questions

_LISTED = 9
_AGENDA = (press(RunCommand("lich"), label="do_lich"),)


async def ask(desk: Desk, actor: Actor, text: str) -> list[Reply]:
    """Answer a question; what gets no answer is kept, so that it can be passed on.

    While nothing has changed since the programme was read, an answered question needs no transaction at all; where
    other processes write, it needs one that only reads.
    """
    if actor.conference is not None:
        remembered = programmes.remembered(desk, actor.conference)
        known = await desk.see(actor, programmes.current) if remembered is None else remembered
        found = _answers(desk, known, actor, text)
        if not any(isinstance(each, Unanswered) or _is_arranged(actor, each) for each in found):
            return [Reply(it=each, language=_language(actor, text)) for each in found]
    return await desk.do(actor, _ask, text)


async def _ask(work: Work, text: str) -> list[Reply]:
    found = await programmes.current(work)
    seat, lodging = await seat_and_lodging(work)
    replies = []
    for each in _answers(work.desk, found, work.actor, text, seat, lodging):
        buttons = await _ways_on(work, each, text) if isinstance(each, Unanswered) else None
        replies.append(Reply(it=each, buttons=buttons, language=_language(work.actor, text)))
    return replies


def _is_arranged(actor: Actor, answer: Any) -> bool:
    """Whether the answer is of a kind that may have been arranged for this person by name."""
    return actor.delegate is not None and isinstance(answer, Practical) and answer.topic in ("seat", "lodging")


def _answers(
    desk: Desk, found: Programme, actor: Actor, text: str, seat: str | None = None, lodging: str | None = None
) -> tuple[Any, ...]:
    now = local(desk.now(), found.conference.timezone)
    unit = actor.units[0] if actor.units else None
    asker = Asker(unit=unit, registered=actor.delegate is not None, seat=seat, lodging=lodging)
    return answer_each(text, desk.index(found), now, asker=asker)


def _language(actor: Actor, text: str) -> str:
    """The language of the question; a text that could be either is taken in the person's own."""
    return clear_language(text) or actor.language


async def _ways_on(work: Work, answer: Unanswered, text: str) -> Keyboard:
    """The next steps under an answer that is none."""
    if not isinstance(answer, Ambiguous | NotUnderstood | NoInformation):
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
    now = local(work.now, found.conference.timezone)
    return [Reply(it=whole_agenda(work.desk.index(found), now))]


async def choose_reading(work: Work, question: int, choice: int) -> list[Reply]:
    """Answer one reading of an ambiguous question."""
    row = await questions.find(work.connection, work.conference, question)
    if row is None or row.account_id != work.actor.account:
        raise Refusal("stale_button")
    found = await programmes.current(work)
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
        await notify(work, notice, await people.organizer_accounts(work.connection, work.conference))
        await work.note("question_passed", "question", question)
    return Reply(it=QuestionPassed())


async def open_questions(work: Work) -> Reply:
    """What waits for an organizer's answer."""
    require(work.actor, Permission.ANSWER_QUESTIONS)
    rows = await questions.open_ones(work.connection, work.conference, _LISTED)
    lines = tuple(
        WaitingQuestion(id=row.id, number=number, text=row.text, asked_at=local(row.asked_at, work.settings.timezone))
        for number, row in enumerate(rows, 1)
    )
    return Reply(it=OpenQuestions(lines=lines, count=await questions.count_open(work.connection, work.conference)))


async def ask_for_answer(work: Work, question: int) -> Reply:
    """Ask the organizer for the answer."""
    require(work.actor, Permission.ANSWER_QUESTIONS)
    row = await questions.find(work.connection, work.conference, question)
    if row is None:
        raise Refusal("stale_button")
    if row.answered_at is not None:
        raise Refusal("question_answered_already")
    return await flows.begin(work, "answer_question", question=question, text=row.text)


async def _answer(work: Work, data: dict[str, Any]) -> Reply:
    """Send the answer to everybody who had asked the same and waits."""
    require(work.actor, Permission.ANSWER_QUESTIONS)
    row = await questions.find(work.connection, work.conference, data["question"])
    if row is None:
        raise Refusal("stale_button")
    answered = 0
    for each in await questions.alike(work.connection, work.conference, row.text_key):
        if await questions.answer(work.connection, each.id, data["answer"], work.actor.account, work.now):
            view = QuestionAnswered(text=each.text, answer=data["answer"])
            notice = Notice(kind="answer", it=view, urgency=Urgency.URGENT, subject="question", subject_id=each.id)
            await notify(work, notice, [AccountId(each.account_id)])
            answered += 1
    if not answered:
        raise Refusal("question_answered_already")
    await work.note("question_answered", "question", row.id)
    return Reply(it=AnswerSent(question=row.id, alike=answered - 1))


async def save_as_fact(work: Work, question: int) -> Reply:
    """Make an answer one of the bot's own."""
    require(work.actor, Permission.ANSWER_QUESTIONS)
    row = await questions.find(work.connection, work.conference, question)
    if row is None or row.answer is None:
        raise Refusal("stale_button")
    await questions.add_fact(work.connection, work.conference, "faq", row.answer, question=search_key(row.text))
    await work.note("fact_saved", "question", question)
    return Reply(it=FactSaved(text=row.text, answer=row.answer), edit=True)


flows.register(Flow("answer_question", (Step("answer", some_text),), _answer))
