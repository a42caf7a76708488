"""What organizers answer once and for all (`/hoidap`): a question and its answer, used before anything else."""

from typing import Any

from domain.actor import Permission, require
from domain.answers import alike, key_of
from domain.refusal import Refusal
from domain.views import Reply
from services import flows
from services.desk import Work
from services.flows import Flow, Step, some_text
from services.views.faq import Faq, FaqCard, FaqDropped, FaqLine, FaqSaved
from storage import questions

A_PAGE = 8
TOPIC = "faq"
"""What such facts are filed under: they are found by their question."""


async def listed(work: Work, page: int = 0, edit: bool = False) -> Reply:
    """The questions that organizers have answered themselves, the newest first."""
    require(work.actor, Permission.ANSWER_QUESTIONS)
    rows = list(reversed(await questions.own_facts(work.connection, work.conference)))
    pages = max(1, -(-len(rows) // A_PAGE))
    page = min(max(page, 0), pages - 1)
    lines = tuple(
        FaqLine(id=row.id, number=number, question=row.question)
        for number, row in enumerate(rows[page * A_PAGE : (page + 1) * A_PAGE], page * A_PAGE + 1)
    )
    return Reply(it=Faq(lines=lines, count=len(rows), page=page, pages=pages), edit=edit)


async def show(work: Work, key: int) -> Reply:
    """One of them."""
    row = await _row(work, key)
    return Reply(it=FaqCard(id=row.id, question=row.question, answer=row.text))


async def _row(work: Work, key: int) -> Any:
    require(work.actor, Permission.ANSWER_QUESTIONS)
    row = await questions.own_fact(work.connection, work.conference, key)
    if row is None:
        raise Refusal("faq_gone")
    return row


async def save(work: Work, question: str, answer: str) -> int:
    """Keep an answer; one to a question alike is replaced."""
    own = key_of(question)
    for row in await questions.own_facts(work.connection, work.conference):
        if alike(key_of(row.question), own):
            await questions.change_fact(work.connection, work.conference, row.id, answer)
            return int(row.id)
    return await questions.add_fact(work.connection, work.conference, TOPIC, answer, question=question)


async def ask_new(work: Work) -> Reply:
    """Ask for a question and its answer."""
    require(work.actor, Permission.ANSWER_QUESTIONS)
    return await flows.begin(work, "new_faq")


async def _add(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.ANSWER_QUESTIONS)
    key = await save(work, data["question"], data["answer"])
    await work.note("faq_saved", "fact", key)
    return Reply(it=FaqSaved(id=key, question=data["question"], answer=data["answer"]))


async def ask_other(work: Work, key: int) -> Reply:
    """Ask for another answer to the same question."""
    row = await _row(work, key)
    return await flows.begin(work, "other_faq", id=row.id, question=row.question, was=row.text)


async def _change(work: Work, data: dict[str, Any]) -> Reply:
    row = await _row(work, data["id"])
    await questions.change_fact(work.connection, work.conference, row.id, data["answer"])
    await work.note("faq_saved", "fact", row.id)
    return Reply(it=FaqSaved(id=row.id, question=row.question, answer=data["answer"]))


async def drop(work: Work, key: int) -> Reply:
    """The bot no longer answers this by itself."""
    row = await _row(work, key)
    await questions.drop_fact(work.connection, work.conference, key)
    await work.note("faq_dropped", "fact", key)
    return Reply(it=FaqDropped(question=row.question), edit=True)


def _question(text: str) -> str:
    return some_text(text, most=300)


flows.register(Flow("new_faq", (Step("question", _question), Step("answer", some_text)), _add))
flows.register(Flow("other_faq", (Step("answer", some_text),), _change))
