"""Whom a round of reminders concerns, and what some of them read besides: by settings, choices, attendance, parts."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row

from domain.conference import Group, Programme, Session
from domain.ids import DelegateId, NoticeId, SessionId
from domain.reminders import leads_for
from domain.speakers import Person, honoured, honours, speaks
from services.desk import Work
from storage import reminders


async def conditions(
    work: Work, programme: Programme, going: Sequence[Row[Any]], sessions: tuple[SessionId, ...]
) -> list[ColumnElement[bool]]:
    """For each session, whether a delegate is to be reminded of it now."""
    chosen, absent = await reminders.peculiar(work.connection, work.conference)
    found: dict[SessionId, list[ColumnElement[bool]]] = {each: [] for each in sessions}
    by_id = {session.id: session for session in programme.sessions}
    for row in going:
        usual = _usual(work, programme, by_id[SessionId(row.session_id)], row.lead)
        found[usual.session].append(reminders.wanted(work.conference, usual, chosen, absent))
    return [reminders.any_of(each) for each in found.values()]


def _usual(work: Work, programme: Programme, session: Session, lead: str) -> reminders.Usual:
    """For whom a reminder of this session holds by the settings."""

    def holds(group: Group | None) -> bool:
        leads = leads_for(session, group, work.settings.leads, work.settings.lead_rules)
        return any(each.code == lead for each in leads)

    others = holds(None)
    apart = {group.id: holds(group) for group in programme.groups if holds(group) != others}
    return reminders.Usual(
        session=session.id,
        lead=lead,
        within=frozenset() if session.parent is None else frozenset({session.parent}),
        groups=frozenset(key for key, included in apart.items() if included),
        not_groups=frozenset(key for key, included in apart.items() if not included),
        others=others,
    )


async def say_parts(work: Work, programme: Programme, notice: NoticeId, going: set[SessionId]) -> None:
    """Speakers and those who are honoured read first what is theirs."""
    sessions = [each for each in programme.sessions if each.id in going and (each.responsible or honours(each))]
    if not sessions:
        return
    honoured_groups = {group.id for group in programme.groups if honoured(group)}
    parts: dict[tuple[tuple[int, ...], tuple[int, ...]], list[DelegateId]] = {}
    for row in await reminders.people_with_parts(work.connection, work.conference):
        person = Person(name=row.name, post=row.post or "", unit=row.unit_text or "")
        own = tuple(int(each.id) for each in sessions if speaks(each, person))
        prize = tuple(int(each.id) for each in sessions if row.group_id in honoured_groups and honours(each))
        if own or prize:
            parts.setdefault((own, prize), []).append(DelegateId(row.id))
    for (own, prize), people in parts.items():
        data = {"speaks": list(own), "honoured": list(prize)}
        await reminders.say_besides(work.connection, notice, people, data)
