"""Closing a conference, and opening it again."""

from domain.actor import Permission, require
from domain.conference import Conference, ConferenceState
from domain.refusal import Refusal
from domain.views import Reply
from services.desk import Work
from services.reporting import collect
from services.tasklists import conference_of
from services.views.report import ConferenceEnded, ConferenceReopened, EndQuestion
from storage import programmes

_OPEN_TASKS = ("draft", "assigned", "accepted", "in_progress", "refused", "reported", "returned")


async def _in_state(work: Work, revision: int, state: ConferenceState) -> Conference:
    require(work.actor, Permission.PUBLISH)
    conference = await conference_of(work)
    if conference.revision != revision or conference.state is not state:
        raise Refusal("report_outdated")
    return conference


async def ask_end(work: Work, revision: int) -> Reply:
    """Before the conference is closed: what is still open."""
    conference = await _in_state(work, revision, ConferenceState.PUBLISHED)
    view = await collect(work)
    question = EndQuestion(
        title=conference.title,
        revision=revision,
        tasks_open=sum(number for state, number in view.tasks if state in _OPEN_TASKS),
        questions_open=view.asked - view.answered,
        reminders_waiting=dict(view.rounds).get("waiting", 0),
    )
    return Reply(it=question, edit=False)


async def end(work: Work, revision: int) -> Reply:
    """Close the conference: nobody is reminded or chased any more; questions and figures stay."""
    conference = await _in_state(work, revision, ConferenceState.PUBLISHED)
    await _becomes(work, ConferenceState.CLOSED)
    return Reply(it=ConferenceEnded(title=conference.title, revision=revision), edit=True)


async def reopen(work: Work, revision: int) -> Reply:
    """The conference goes on."""
    conference = await _in_state(work, revision, ConferenceState.CLOSED)
    await _becomes(work, ConferenceState.PUBLISHED)
    return Reply(it=ConferenceReopened(title=conference.title), edit=True)


async def _becomes(work: Work, state: ConferenceState) -> None:
    await programmes.change_conference(work.connection, work.conference, state=state.value)
    await work.note("conference_closed" if state is ConferenceState.CLOSED else "conference_reopened")
