"""Correcting the working copy in the chat, one field at a time. Nobody is told before *Công bố*."""

from dataclasses import replace
from datetime import date
from typing import Any

from domain.actor import Permission, require
from domain.conference import ConferenceState, Session, SessionState
from domain.editing import (
    CONFERENCE_FIELDS,
    SESSION_FIELDS,
    Dates,
    moved_days,
    read_count,
    read_field,
    read_text,
)
from domain.ids import SessionId
from domain.refusal import Refusal
from domain.views import Reply
from services import flows, plan_lists, planning, quotas
from services.desk import Work, local
from services.flows import Flow, Step
from storage import editing, programmes

GROUP_FIELDS = ("description", "level", "quota")


async def ask_field(work: Work, name: str) -> Reply:
    """Ask for a new value of a field of the conference."""
    require(work.actor, Permission.EDIT_PLAN)
    if name not in CONFERENCE_FIELDS:
        raise Refusal("stale_button")
    return await flows.begin(work, f"edit_{name}")


async def ask_session_field(work: Work, session: int, name: str) -> Reply:
    """Ask for a new value of a field of a session."""
    require(work.actor, Permission.EDIT_PLAN)
    if name not in SESSION_FIELDS:
        raise Refusal("stale_button")
    return await flows.begin(work, f"edit_session_{name}", session=session)


async def ask_group_field(work: Work, group: int, name: str) -> Reply:
    """Ask for a new value of a field of a group."""
    require(work.actor, Permission.EDIT_PLAN)
    if name not in GROUP_FIELDS:
        raise Refusal("stale_button")
    return await flows.begin(work, f"edit_group_{name}", group=group)


async def ask_new_session(work: Work) -> Reply:
    """Ask for a new session."""
    require(work.actor, Permission.EDIT_PLAN)
    return await flows.begin(work, "add_session")


async def ask_new_group(work: Work) -> Reply:
    """Ask for a new group."""
    require(work.actor, Permission.EDIT_PLAN)
    return await flows.begin(work, "add_group")


async def cancel_session(work: Work, session: int) -> Reply:
    """The session does not take place: cancelled where people know of it, removed where they do not."""
    require(work.actor, Permission.EDIT_PLAN)
    found = await programmes.conference(work.connection, work.conference)
    if found is not None and found.state is ConferenceState.DRAFT:
        await editing.remove_session(work.connection, work.conference, SessionId(session))
        await _edited(work, "session_removed", "session", session)
        return await plan_lists.agenda(work)
    await _change_session(work, session, {"state": SessionState.CANCELLED.value})
    return await plan_lists.session_card(work, session)


async def _today(work: Work) -> date:
    found = await programmes.conference(work.connection, work.conference)
    return local(work.now, work.settings.timezone if found is None else found.timezone).date()


async def _edited(work: Work, act: str, subject: str, key: int) -> None:
    await editing.count_edit(work.connection, work.conference)
    await work.note(act, subject, key)


async def _finish_field(work: Work, name: str, typed: str) -> Reply:
    require(work.actor, Permission.EDIT_PLAN)
    values = read_field(CONFERENCE_FIELDS, name, typed, await _today(work))
    if values.get("starts_on") is not None:
        await _move(work, Dates(values["starts_on"], values["ends_on"]))
    await programmes.change_conference(work.connection, work.conference, **values)
    await editing.settle(work.connection, work.conference, work.now, subject=name)
    await _edited(work, f"edited_{name}", "conference", work.conference)
    return await planning.review(work)


async def _move(work: Work, dates: Dates) -> None:
    """Let the sessions follow; the paper's own sentences about times are no longer true."""
    found = await programmes.working(work.connection, work.conference)
    days = moved_days(found.sessions, found.conference.starts_on, dates)
    await editing.set_days(work.connection, days)
    await programmes.forget_moments(work.connection, work.conference)


async def _change_session(work: Work, session: int, values: dict[str, Any]) -> None:
    if not await editing.change_session(work.connection, work.conference, SessionId(session), values):
        raise Refusal("session_gone")
    await _edited(work, "edited_session", "session", session)


async def _finish_session_field(work: Work, name: str, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.EDIT_PLAN)
    values = read_field(SESSION_FIELDS, name, data[name], await _today(work))
    await _change_session(work, data["session"], values)
    return await plan_lists.session_card(work, data["session"])


async def _finish_group_field(work: Work, name: str, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.EDIT_PLAN)
    value = read_count(data[name]) if name == "quota" else read_text(data[name])
    if not await editing.change_group(work.connection, work.conference, data["group"], {name: value}):
        raise Refusal("group_gone")
    await _edited(work, "edited_group", "group", data["group"])
    warned = await quotas.lowered(work, data["group"]) if name == "quota" else None
    return warned or await plan_lists.group_card(work, data["group"])


async def _finish_new_session(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.EDIT_PLAN)
    today = await _today(work)
    found = await programmes.working(work.connection, work.conference)
    session = Session(title=data["title"], position=len(found.sessions) + 1)
    for name in ("day", "clock"):
        if data.get(name):
            session = replace(session, **SESSION_FIELDS[name](data[name], today))
    if session.day is None and found.conference.starts_on == found.conference.ends_on:
        session = replace(session, day=found.conference.starts_on)
    key = await editing.add_session(work.connection, work.conference, session)
    await _edited(work, "session_added", "session", key)
    return await plan_lists.session_card(work, key)


async def _finish_new_group(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.EDIT_PLAN)
    await editing.add_group(work.connection, work.conference, data["level"], data["description"])
    await _edited(work, "group_added", "conference", work.conference)
    return await plan_lists.groups(work, 10**6)


def _checked(fields: Any, name: str) -> Any:
    """A step's parser that refuses what the field would refuse; the text itself is kept (it is plain JSON).

    Days are read only when the form is finished, because a day without a year needs to know today.
    """

    def parse(typed: str) -> str:
        if name not in ("dates", "day"):
            read_field(fields, name, typed, date.min)
        return read_text(typed)

    return parse


def _register() -> None:
    for name in CONFERENCE_FIELDS:

        async def finish(work: Work, data: dict[str, Any], name: str = name) -> Reply:
            return await _finish_field(work, name, data[name])

        flows.register(Flow(f"edit_{name}", (Step(name, _checked(CONFERENCE_FIELDS, name)),), finish))
    for name in SESSION_FIELDS:

        async def finish_session(work: Work, data: dict[str, Any], name: str = name) -> Reply:
            return await _finish_session_field(work, name, data)

        flows.register(Flow(f"edit_session_{name}", (Step(name, _checked(SESSION_FIELDS, name)),), finish_session))
    for name in GROUP_FIELDS:

        async def finish_group(work: Work, data: dict[str, Any], name: str = name) -> Reply:
            return await _finish_group_field(work, name, data)

        def parse(typed: str, name: str = name) -> str:
            return str(read_count(typed)) if name == "quota" else read_text(typed)

        flows.register(Flow(f"edit_group_{name}", (Step(name, parse),), finish_group))
    day, clock = (Step(name, _checked(SESSION_FIELDS, name), optional=True) for name in ("day", "clock"))
    flows.register(Flow("add_session", (Step("title", read_text), day, clock), _finish_new_session))
    flows.register(Flow("add_group", (Step("level", read_text), Step("description", read_text)), _finish_new_group))


_register()
