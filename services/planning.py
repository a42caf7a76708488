"""A plan comes in and is looked over: the draft conference, its doubts and gaps."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row

from domain.actor import Permission, require
from domain.conference import Conference, ConferenceState, Group, Programme, Session, SessionState, event_name
from domain.editing import CONFERENCE_FIELDS
from domain.ids import ConferenceId
from domain.plan import Doubt, PlanDraft
from domain.plan_programme import programme
from domain.refusal import Refusal
from domain.views import Reply
from services.desk import Work
from services.views.plan import DateLine, DoubtCard, DraftDropped, DropAsked, FieldList, PlanSummary
from storage import documents, editing, organizers, people, plans, programmes
from storage.files import Kept
from storage.plans import source_columns

_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that are misread for another
_CODE_LENGTH = 5


def _new_code() -> str:
    """A conference code that can be read out over the telephone."""
    return "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan as read: the programme with ids of its own making, the reader's doubts, and the gaps by their codes."""

    programme: Programme
    doubts: tuple[Doubt, ...] = ()
    missing: tuple[str, ...] = ()


async def take_plan(work: Work, name: str, content: bytes, draft: PlanDraft) -> Reply:
    """Store a plan that was read as a new draft conference, and move the organizer there."""
    read = ReadPlan(programme(draft), draft.doubts, draft.missing)
    return await take_read(work, read, name, work.desk.files.put(content))


async def take_read(work: Work, read: ReadPlan, name: str, kept: Kept) -> Reply:
    """As `take_plan`, of a file that is kept already."""
    require(work.actor, Permission.EDIT_PLAN)
    made = await create_from(work, read)
    await keep_file(work, made.conference.id, name, kept)
    work.actor = replace(work.actor, conference=made.conference.id)
    await work.note("plan_imported", "conference", made.conference.id, sessions=len(made.sessions))
    return await review(work)


async def create_from(work: Work, plan: ReadPlan) -> Programme:
    """A new draft conference with everything the plan says, its doubts and gaps kept beside it."""
    read = replace(plan.programme, sessions=tuple(each for each in plan.programme.sessions if not _is_gone(each)))
    title = event_name(read.conference.title)
    conference = replace(read.conference, title=title, code=_new_code(), timezone=work.settings.timezone)
    made = await plans.create(work.connection, replace(read, conference=conference), work.now)
    ids = {id(was): now.id for was, now in zip(_in_order(read), _in_order(made), strict=True)}
    rows = doubt_rows(plan, lambda entry: ids.get(id(entry)))
    await editing.keep_doubts(work.connection, made.conference.id, rows)
    if work.actor.account:
        await people.change(work.connection, work.actor.account, conference_id=made.conference.id)
        if not work.actor.may(Permission.MANAGE_ORGANIZERS):
            account = work.actor.account
            await organizers.make_organizer(work.connection, made.conference.id, account, "organizer", work.now)
    return made


def _is_gone(session: Session) -> bool:
    """Whether the paper takes the item away from a programme that this conference never had."""
    return session.state is SessionState.CANCELLED


def _in_order(found: Programme) -> tuple[Session | Group, ...]:
    """What doubts can speak of, in the order in which it is stored."""
    return (*sorted(found.sessions, key=lambda each: each.position), *found.groups)


async def keep_file(work: Work, conference: ConferenceId, name: str, kept: Kept) -> None:
    """Note which paper the conference was read from."""
    await documents.add(work.connection, conference, "plan", kept, name, work.actor.account, work.now)


def doubt_rows(read: ReadPlan, id_of: Callable[[Session | Group], int | None]) -> list[dict[str, Any]]:
    """The reader's doubts and gaps as rows; those about a session or group carry its stored id."""

    def subject(field: str) -> dict[str, Any]:
        """`sessions:3` is the third session read, which has that id; other fields are their own name."""
        name, _, number = field.partition(":")
        lists: dict[str, Sequence[Session | Group]] = {
            "sessions": read.programme.sessions,
            "groups": read.programme.groups,
        }
        entry = next((each for each in lists.get(name, ()) if str(each.id) == number), None)
        return {"subject": name, "subject_id": None if entry is None else id_of(entry)}

    rows = [
        {"kind": "doubt", "code": doubt.code, **subject(doubt.field), **source_columns(doubt.source)}
        for doubt in read.doubts
    ]
    gaps = [gap for gap in read.missing if not gap.startswith("deadline")]  # asked when the tasks are given out
    return rows + [{"kind": "missing", "code": gap, **subject(gap), **source_columns(None)} for gap in gaps]


async def review(work: Work) -> Reply:
    """The summary of the working copy, with what waits for a person."""
    require(work.actor, Permission.EDIT_PLAN)
    found = await programmes.working(work.connection, work.conference)
    waiting = await editing.open_doubts(work.connection, work.conference)
    doubts = sum(row.kind == "doubt" for row in waiting)
    view = summary_of(found, doubts=doubts, gaps=len(waiting) - doubts)
    return Reply(it=replace(view, edited=await editing.edits(work.connection, work.conference) > 0))


def summary_of(found: Programme, *, doubts: int, gaps: int) -> PlanSummary:
    """The summary of a programme."""
    conference = found.conference
    return PlanSummary(
        title=conference.title,
        code=conference.code,
        published=conference.state is not ConferenceState.DRAFT,
        revision=conference.revision,
        edited=False,
        dates=date_line(conference),
        venue=conference.venue,
        issuer=conference.issuer,
        expected=conference.expected_text or (str(conference.expected_count) if conference.expected_count else None),
        sessions=len(found.sessions),
        groups=len(found.groups),
        units=len(found.units),
        tasks=len(found.tasks),
        doubts=doubts,
        gaps=gaps,
    )


def date_line(conference: Conference) -> DateLine:
    """What is known of the dates."""
    return DateLine(first=conference.starts_on, last=conference.ends_on, text=conference.dates_text)


_FIELD_OF = {
    "month": "dates",
    "clock": "dates",
    "times": "dates",
    "starts_on": "dates",
    "impossible_date": "dates",
    "count": "expected_count",
}
"""Where something is mended that the reader names otherwise than the editor."""


async def next_doubt(work: Work) -> Reply:
    """The first open doubt or gap, or the summary when there is none left."""
    require(work.actor, Permission.EDIT_PLAN)
    waiting = await editing.open_doubts(work.connection, work.conference)
    if not waiting:
        return await review(work)
    found = await programmes.working(work.connection, work.conference)
    return Reply(it=_doubt_card(waiting[0], found, len(waiting) - 1))


def _doubt_card(row: Row[Any], found: Programme, left: int) -> DoubtCard:
    session = next((each for each in found.sessions if row.subject == "sessions" and each.id == row.subject_id), None)
    field = _FIELD_OF.get(row.subject, row.subject)
    return DoubtCard(
        doubt=row.id,
        kind=row.kind,
        code=row.code,
        quote=row.quote,
        line=row.first_line,
        value=_value_of(found, field),
        session=None if session is None else session.id,
        session_title=None if session is None else session.title,
        field=field if field in CONFERENCE_FIELDS else None,
        left=left,
    )


def _value_of(found: Programme, field: str) -> str | None:
    """What was read into the field, for somebody who compares it with the quotation."""
    value = getattr(found.conference, field, None) if field in CONFERENCE_FIELDS else None
    return None if value is None else str(value)


async def settle_doubt(work: Work, doubt: int) -> Reply:
    """Somebody has looked at it; the next one."""
    require(work.actor, Permission.EDIT_PLAN)
    await editing.settle(work.connection, work.conference, work.now, id=doubt)
    return await next_doubt(work)


async def fields(work: Work) -> Reply:
    """The conference's fields with their values."""
    require(work.actor, Permission.EDIT_PLAN)
    found = await programmes.conference(work.connection, work.conference)
    if found is None:
        raise Refusal("no_conference")
    values = {name: getattr(found, name, None) for name in CONFERENCE_FIELDS}
    shown = tuple((name, None if value is None else str(value)) for name, value in values.items())
    return Reply(it=FieldList(fields=shown, dates=date_line(found)))


async def drop_draft(work: Work, sure: bool) -> Reply:
    """Throw an unpublished draft away, asked for twice."""
    require(work.actor, Permission.EDIT_PLAN)
    found = await programmes.conference(work.connection, work.conference)
    if found is None or found.state is not ConferenceState.DRAFT:
        raise Refusal("not_a_draft")
    if not sure:
        return Reply(it=DropAsked(title=found.title))
    await people.leave_conference(work.connection, found.id)
    await programmes.remove(work.connection, found.id)
    work.actor = replace(work.actor, conference=None)
    await work.note("draft_dropped")
    return Reply(it=DraftDropped(title=found.title))
