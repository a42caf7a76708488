"""The organizers' side of questions: alike ones together, answered once for all who asked; what is asked most."""

from collections.abc import Sequence
from typing import Any

from documents.charts import Bar, bars_png
from domain.actor import Permission, require
from domain.answers import alike, grouped, key_of, language_of
from domain.buttons import press
from domain.ids import AccountId
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import faq, flows
from services.desk import Work, local
from services.flows import Flow, Step, some_text
from services.notifying import Notice, Urgency, notify
from services.views.questions import (
    AnsweredRight,
    AnswerSent,
    AskedMost,
    AskedOften,
    FactSaved,
    OpenQuestions,
    PassOn,
    QuestionAnswered,
    WaitingQuestion,
    WrongAnswer,
    WrongAnswers,
    WrongNoted,
)
from storage import answered, questions
from templates import render

_LISTED = 9
_CHARTED = 12


async def open_questions(work: Work) -> Reply:
    """What waits for an organizer's answer, alike questions as one line."""
    require(work.actor, Permission.ANSWER_QUESTIONS)
    rows = await questions.open_ones(work.connection, work.conference, 500)
    groups = grouped([row.text for row in rows])
    firsts = [(rows[places[0]], len(places)) for places in groups]
    lines = tuple(
        WaitingQuestion(
            id=row.id,
            number=number,
            text=row.text,
            asked_at=local(row.asked_at, work.settings.timezone),
            alike=count - 1,
        )
        for number, (row, count) in enumerate(firsts[:_LISTED], 1)
    )
    wrong = await questions.wrong_ones(work.connection, work.conference, 100)
    count = await questions.count_open(work.connection, work.conference)
    return Reply(it=OpenQuestions(lines=lines, count=count, wrong=len(wrong)))


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
    """Send the answer to everybody who had asked the same and waits, to each person once."""
    require(work.actor, Permission.ANSWER_QUESTIONS)
    row = await questions.find(work.connection, work.conference, data["question"])
    if row is None:
        raise Refusal("stale_button")
    own = key_of(row.text)
    waiting = await questions.unanswered(work.connection, work.conference)
    same = [each for each in waiting if each.id != row.id and alike(key_of(each.text), own)]
    told: set[int] = set()
    for each in (row, *same):
        if await questions.answer(work.connection, each.id, data["answer"], work.actor.account, work.now):
            if each.account_id not in told:
                await _tell(work, each, data["answer"])
            told.add(each.account_id)
    if not told:
        raise Refusal("question_answered_already")
    await work.note("question_answered", "question", row.id)
    return Reply(it=AnswerSent(question=row.id, alike=len(told) - 1))


async def _tell(work: Work, row: Any, answer: str) -> None:
    view = QuestionAnswered(text=row.text, answer=answer)
    notice = Notice(kind="answer", it=view, urgency=Urgency.URGENT, subject="question", subject_id=row.id)
    await notify(work, notice, [AccountId(row.account_id)])


async def save_as_fact(work: Work, question: int) -> Reply:
    """Make an answer one of the bot's own; pressing twice saves once."""
    require(work.actor, Permission.ANSWER_QUESTIONS)
    row = await questions.find(work.connection, work.conference, question)
    if row is None or row.answer is None:
        raise Refusal("stale_button")
    await faq.save(work, row.text, row.answer)
    await work.note("fact_saved", "question", question)
    return Reply(it=FactSaved(text=row.text, answer=row.answer), edit=True)


async def asked_most(work: Work) -> Reply:
    """What the bot was asked most, as a table and as a picture."""
    require(work.actor, Permission.ANSWER_QUESTIONS)
    rows = await questions.kept(work.connection, work.conference)
    asked = [(row.text, row.answered_at is not None, row.passed_at is not None) for row in rows]
    asked += [(text, True, False) for text in await answered.latest(work.connection, work.conference)]
    groups = grouped([text for text, _, _ in asked])[:_CHARTED]
    lines = tuple(_often([asked[place] for place in places]) for places in groups)
    return Reply(it=AskedMost(lines=lines, total=len(asked)), files=await _picture(work, lines))


def _often(alike: Sequence[tuple[str, bool, bool]]) -> AskedOften:
    """The line of questions that ask the same: text, whether answered, whether passed on."""
    return AskedOften(
        text=alike[-1][0],
        count=len(alike),
        answered=sum(done for _, done, _ in alike),
        waiting=sum(passed and not done for _, done, passed in alike),
    )


async def _picture(work: Work, lines: Sequence[AskedOften]) -> tuple[Attachment, ...]:
    words = render.words(render.known(work.actor.language))["charts"]
    bars = [Bar(line.text, line.answered, line.waiting, line.count) for line in lines]
    legend = (words["answered"], words["waiting"], words["left"])
    picture = await work.aside(bars_png, words["asked_most"], legend, bars)
    return () if picture is None else (Attachment("cau-hoi.png", picture, photo=True),)


# --- right or wrong? ------------------------------------------------------------------------------------------------


async def called_right(work: Work, mark: int) -> Reply:
    """Somebody says that an answer was right."""
    return Reply(it=AnsweredRight())


async def called_wrong(work: Work, mark: int) -> Reply:
    """Somebody says that an answer was wrong: organizers will see it, and a person may answer."""
    account = work.actor.account
    known = await answered.find(work.connection, work.conference, account, mark)
    if known is None:
        raise Refusal("answer_forgotten")
    text, said, language = known.text, known.said, language_of(known.text)
    key = await questions.keep_wrong(work.connection, work.conference, account, text, said, language, work.now)
    await work.note("answer_called_wrong", "question", key)
    return Reply(it=WrongNoted(text=text), buttons=((press(PassOn(key), style="primary"),),))


async def wrong_answers(work: Work) -> Reply:
    """The answers that were called wrong."""
    require(work.actor, Permission.ANSWER_QUESTIONS)
    rows = await questions.wrong_ones(work.connection, work.conference, _LISTED)
    lines = tuple(
        WrongAnswer(id=row.id, number=number, text=row.text, said=row.said or "") for number, row in enumerate(rows, 1)
    )
    return Reply(it=WrongAnswers(lines=lines))


flows.register(Flow("answer_question", (Step("answer", some_text),), _answer))
