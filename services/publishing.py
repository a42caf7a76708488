"""*Công bố*: the working copy becomes what people see, everybody touched is told once, tasks go to their units."""

from collections.abc import Sequence
from dataclasses import replace

from domain.actor import Permission, require
from domain.conference import ConferenceState, Programme, Session, TaskState
from domain.refusal import Refusal
from domain.views import Reply
from services import agendas, changing, correcting, reminding, tasking
from services.desk import Work
from services.views.publication import PublicationPreview, Published
from storage import editing, programmes


async def preview(work: Work) -> Reply:
    """What a publication would change, and how many people it would tell."""
    require(work.actor, Permission.PUBLISH)
    new = await programmes.working(work.connection, work.conference)
    old = await _published(work, new)
    changes = () if old is None else changing.diff(old, new)
    waiting = [task for task in new.tasks if task.state is TaskState.DRAFT]
    view = PublicationPreview(
        revision=new.conference.revision,
        edits=await editing.edits(work.connection, work.conference),
        first=old is None,
        sessions=len(new.sessions),
        tasks=sum(not task.conditional for task in waiting),
        dormant=sum(task.conditional for task in waiting),
        without_unit_contact=await tasking.units_without_contact(work),
        changes=changes,
        touched=0 if old is None else await changing.touched(work, changes),
        gaps=_gaps(new),
    )
    return Reply(it=view)


def _gaps(found: Programme) -> tuple[str, ...]:
    """What people will be told is not known yet."""
    gaps = []
    if found.conference.starts_on is None:
        gaps.append("dates")
    if found.conference.venue is None:
        gaps.append("venue")
    if not any(session.start for session in found.sessions):
        gaps.append("clock")
    if found.conference.contact is None:
        gaps.append("contact")
    return tuple(gaps)


async def _published(work: Work, new: Programme) -> Programme | None:
    """What people know now, or None before the first publication."""
    if new.conference.state is ConferenceState.DRAFT:
        return None
    return await programmes.published(work.connection, work.conference, new.conference.revision)


async def publish(work: Work, revision: int, edits: int) -> Reply:
    """Publish what the preview showed; anything edited or published since refuses it."""
    require(work.actor, Permission.PUBLISH)
    new = await programmes.working(work.connection, work.conference)
    if (new.conference.revision, await editing.edits(work.connection, work.conference)) != (revision, edits):
        raise Refusal("changed_since_preview")
    _complete(new)
    old = await _published(work, new)
    new = await _make_public(work, new)
    told = 0 if old is None else await changing.announce(work, old, new)
    if old is not None:
        await correcting.correct(work, old, new)  # before waiting ones are rewritten: sent and waiting share a text
        await agendas.correct(work, old, new)
    await reminding.plan(work, new)
    await tasking.recompute_deadlines(work, new)
    assigned = await tasking.assign_all(work)
    await work.note("published", "conference", work.conference, revision=new.conference.revision)
    return Reply(it=Published(revision=new.conference.revision, told=told, assigned=assigned, code=new.conference.code))


def _complete(found: Programme) -> None:
    """A conference needs a title and something to happen."""
    if not found.conference.title:
        raise Refusal("publish_without_title")
    if not found.sessions:
        raise Refusal("publish_without_sessions")
    if found.conference.state is ConferenceState.CLOSED:
        raise Refusal("conference_closed")
    if _impossible(found.sessions):
        raise Refusal("session_ends_before_start", title=_impossible(found.sessions)[0].title)


def _impossible(sessions: Sequence[Session]) -> list[Session]:
    return [each for each in sessions if each.start and each.end and each.end <= each.start]


async def _make_public(work: Work, new: Programme) -> Programme:
    conference = replace(new.conference, state=ConferenceState.PUBLISHED, revision=new.conference.revision + 1)
    public = replace(new, conference=conference)
    await programmes.change_conference(
        work.connection, work.conference, state=conference.state.value, revision=conference.revision, edits=0
    )
    await programmes.publish(work.connection, public, work.now, work.actor.account)
    return public
