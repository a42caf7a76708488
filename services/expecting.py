"""Who is to be expected: the sums against quotas and the number expected, a forecast, and how answers are taken."""

from dataclasses import replace
from datetime import UTC, date
from typing import Any
from zoneinfo import ZoneInfo

from domain import deadlines
from domain.actor import Permission, require
from domain.conference import Conference
from domain.refusal import Refusal
from domain.rsvp import Substitutes, forecast, open_until, places_left
from domain.views import Reply
from services import flows
from services.desk import Work, local
from services.flows import Flow, Step, register, some_text
from services.views.expecting import AnswerRulesCard, AttendanceBoard, GroupLine
from storage import attendance, programmes

SHOWN_SESSIONS = 20


async def board(work: Work, edit: bool = False) -> Reply:
    """Every group against its quota, everybody against the number expected, and how many will be there."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    conference = await _conference(work)
    sums = await attendance.counts(work.connection, work.conference)
    away = await attendance.away_by_session(work.connection, work.conference)
    live = await programmes.working(work.connection, work.conference)
    seats = sums.seats
    foreseen = forecast(seats.attending, seats.declined, seats.silent)
    groups = tuple(
        GroupLine(
            text=": ".join(part for part in (each.level, each.description) if part),
            quota=each.quota,
            named=each.seats.invited,
            attending=each.seats.attending,
            left=places_left(each.quota, each.seats.invited, each.seats.declined),
        )
        for each in sums.by_group
        if each.group is not None
    )
    view = AttendanceBoard(
        title=conference.title,
        expected=conference.expected_count,
        invited=seats.invited,
        attending=seats.attending,
        declined=seats.declined,
        substituted=seats.substituted,
        silent=seats.silent,
        least=foreseen.least,
        likely=foreseen.likely,
        most=foreseen.most,
        groups=groups,
        away=tuple((each.title, away[each.id]) for each in live.sessions if each.id in away)[:SHOWN_SESSIONS],
        at=local(work.now, conference.timezone),
    )
    return Reply(it=view, edit=edit)


async def board_again(work: Work) -> Reply:
    """The board as it stands now, in place."""
    return await board(work, edit=True)


async def rules(work: Work, done: bool = False) -> Reply:
    """How answers are taken."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    conference = await _conference(work)
    found = await attendance.rules(work.connection, work.conference)
    begins = open_until(await programmes.working(work.connection, work.conference))
    view = AnswerRulesCard(
        until=None if found.until is None else local(found.until, conference.timezone),
        begins=begins,
        looked_at=found.substitutes is Substitutes.ORGANIZERS,
        waiting=len(await attendance.substitutes_to_settle(work.connection, work.conference)),
    )
    return Reply(it=view, edit=done)


async def ask_deadline(work: Work) -> Reply:
    """Until when are answers taken?"""
    require(work.actor, Permission.MANAGE_PEOPLE)
    return await flows.begin(work, "answer_deadline")


async def _set_deadline(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.MANAGE_PEOPLE)
    conference = await _conference(work)
    now = local(work.now, conference.timezone)
    moment = deadlines.typed(data["moment"], now, _days(conference))
    if moment <= now:
        raise Refusal("answer_deadline_past")
    before = await attendance.rules(work.connection, work.conference)
    until = moment.replace(tzinfo=ZoneInfo(conference.timezone)).astimezone(UTC)
    await attendance.set_rules(work.connection, work.conference, replace(before, until=until))
    await work.note("answer_deadline", "conference", work.conference, until=until.isoformat(timespec="minutes"))
    return await rules(work)


def _days(conference: Conference) -> list[date]:
    return [each for each in (conference.starts_on, conference.ends_on) if each is not None]


async def clear_deadline(work: Work) -> Reply:
    """Answers are taken until the conference begins."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    before = await attendance.rules(work.connection, work.conference)
    await attendance.set_rules(work.connection, work.conference, replace(before, until=None))
    await work.note("answer_deadline", "conference", work.conference, until=None)
    return await rules(work, done=True)


async def look_at_substitutes(work: Work, looked_at: bool) -> Reply:
    """Whether organizers decide about each substitute; those who wait already still do."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    before = await attendance.rules(work.connection, work.conference)
    wanted = Substitutes.ORGANIZERS if looked_at else Substitutes.NONE
    await attendance.set_rules(work.connection, work.conference, replace(before, substitutes=wanted))
    await work.note("substitute_policy", "conference", work.conference, policy=wanted.value)
    return await rules(work, done=True)


async def _conference(work: Work) -> Conference:
    found = await programmes.conference(work.connection, work.conference)
    if found is None:
        raise Refusal("no_conference")
    return found


def _moment(text: str) -> str:
    return some_text(text, most=100)


register(Flow("answer_deadline", (Step("moment", _moment),), finish=_set_deadline))
