"""The whole plan as an Excel workbook, out; what comes back is shown as differences before it changes anything."""

from collections.abc import Mapping

from documents.planbook import Doubts, Person, plan_book
from documents.planbook_reading import read_plan_book
from documents.planbook_rows import SentBook
from domain.actor import Permission, require
from domain.conference import SessionState
from domain.plan import PlanDraft
from domain.plan_programme import programme
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import importing
from services.desk import Work, local
from services.views.importing import BadBookCell, WorkbookReady
from storage import delegates, editing, programmes
from storage.codec import to_json
from templates.render import LANGUAGES, known, words

SHOWN_FAULTS = 10


def book_words(language: str) -> Mapping[str, str]:
    """How the workbook's sheets and columns are called in a language."""
    return words(known(language))["book"]


def all_book_words() -> list[Mapping[str, str]]:
    """The same in every language spoken here: a workbook comes back in the one it went out in."""
    return [words(language)["book"] for language in LANGUAGES]


async def book_in(content: bytes) -> SentBook | None:
    """The workbook that a file holds, if it is one; a stranger's file is opened apart from the bot."""
    from documents.reading import open_book_safely  # costs time and memory that most starts do not need

    return await open_book_safely(content, all_book_words())


def book_of(draft: PlanDraft, language: str) -> bytes:
    """The workbook of a plan that was only read."""
    found = programme(draft)
    names = words(known(language))["doubts"]
    doubts: dict[tuple[str, int], str] = {}
    for doubt in draft.doubts:
        kind, _, number = doubt.field.partition(":")
        doubts[kind, int(number) if number.isdigit() else 0] = f"{names[doubt.code]}: {doubt.quote}"
    for session in found.sessions:
        if session.state is SessionState.CANCELLED and session.source is not None:
            doubts["sessions", session.id] = f"{names['taken_away']}: {session.source.quote}"
    return plan_book(found, book_words(language), (), doubts)


async def export(work: Work) -> Reply:
    """The working copy as a workbook, doubtful cells marked."""
    require(work.actor, Permission.EDIT_PLAN)
    found = await programmes.working(work.connection, work.conference)
    people = await _people(work) if work.actor.may(Permission.MANAGE_PEOPLE) else ()
    texts = book_words(work.actor.language)
    content = await work.aside(plan_book, found, texts, people, await _doubts(work))
    await work.note("plan_exported", "conference", work.conference)
    return Reply(it=WorkbookReady(), files=(Attachment(texts["file"], content),))


async def _people(work: Work) -> tuple[Person, ...]:
    groups = {each.id: each.description for each in (await programmes.working(work.connection, work.conference)).groups}
    return tuple(
        Person(
            id=each.id,
            name=each.name,
            post=each.post,
            unit=each.unit,
            group=groups.get(each.group) if each.group is not None else None,
            phone=each.phone,
        )
        for each in await delegates.listed(work.connection, work.conference)
    )


async def _doubts(work: Work) -> Doubts:
    names = words(known(work.actor.language))["doubts"]
    rows = await editing.open_doubts(work.connection, work.conference)
    return {
        (row.subject, row.subject_id or 0): f"{names[row.code]}: {row.quote}" if row.quote else names[row.code]
        for row in reversed(rows)
    }


async def take_book(work: Work, sent: SentBook) -> Reply:
    """A workbook that came back: what it would change, and the cells that cannot be taken."""
    require(work.actor, Permission.EDIT_PLAN)
    if sent.pages is None:
        raise Refusal("plan_damaged")
    old = await programmes.working(work.connection, work.conference)
    people = await _people(work) if work.actor.may(Permission.MANAGE_PEOPLE) else ()
    today = local(work.now, old.conference.timezone).date()
    book = await work.aside(read_plan_book, sent.pages, old, all_book_words(), people, today)
    data = {
        "new": to_json(book.programme),
        "people": [to_json(each) for each in book.people],
        "check": sent.check,
    }
    faults = tuple(BadBookCell(each.sheet, each.cell, each.code, each.value) for each in book.faults)
    return await importing.propose(
        work,
        old,
        book.programme,
        data,
        faults=faults[:SHOWN_FAULTS],
        more_faults=max(len(faults) - SHOWN_FAULTS, 0),
        people=len(book.people),
    )
