"""Which programme a person is answered from: the published one, or for organizers of a draft the working copy."""

from dataclasses import replace

from domain.conference import REST, ConferenceState, Fact, Programme, TaskState
from domain.ids import ConferenceId
from domain.live import with_states
from domain.refusal import Refusal
from services.desk import Desk, Work
from storage import programmes


async def current(work: Work) -> Programme:
    """The programme of the actor's conference; refuses people who are not organizers while it is a draft."""
    known = remembered(work.desk, work.conference)
    if known is not None:
        return known
    live = await programmes.working(work.connection, work.conference)
    if live.conference.state is ConferenceState.DRAFT:
        if not work.actor.organizes:
            raise Refusal("not_published")
        return live
    stored = await programmes.published(work.connection, work.conference, live.conference.revision)
    # Sessions and groups are what was published, and so are lines that no field holds: they may tell of either. Tasks
    # and practical facts change by themselves and hold at once.
    conference = replace(stored.conference, state=live.conference.state)
    tasks = tuple(task for task in live.tasks if task.state is not TaskState.WITHDRAWN)
    found = replace(stored, conference=conference, units=live.units, tasks=tasks, facts=_facts(stored, live))
    found = with_states(found, {each.id: each.state for each in live.sessions})  # what is running holds at once too
    if work.desk.programmes.get(work.conference) != found:  # the same one stays: it has been made searchable
        work.desk.programmes[work.conference] = found
    return work.desk.programmes[work.conference]


def _facts(stored: Programme, live: Programme) -> tuple[Fact, ...]:
    return (
        *(fact for fact in live.facts if fact.topic != REST),
        *(fact for fact in stored.facts if fact.topic == REST),
    )


def remembered(desk: Desk, conference: ConferenceId) -> Programme | None:
    """The published programme, when it has been read since the last change and nobody else can have changed it."""
    return desk.programmes.get(conference) if desk.alone else None
