"""Agendas that people have in their chats are put right in place when the programme changes.

The change itself is told by a message of its own (`services/changing.py`); an edit makes no sound.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row

from domain.answers import Answer, agenda_of, whole_agenda
from domain.answers.values import DayPlan, WholeAgenda
from domain.conference import Programme, SessionState
from domain.ids import ChatId
from domain.views import AgendaShown, Reply
from services.desk import Desk, Work, local
from services.notifying import Notice, Urgency, Way, notify_again
from services.occasions import enter
from services.views.agenda import AgendaCorrected, ways_from
from storage import agendas, programmes
from storage.agendas import AgendaMessage
from storage.schema import agenda_messages

RECENT = timedelta(hours=48)
"""What is older has been scrolled away; Telegram bears edits of messages for as long at least."""


def whole(desk: Desk, programme: Programme, now: datetime) -> Reply:
    """The whole agenda with its ways on."""
    return _shown(programme, None, whole_agenda(desk.index(programme), now))


def of_day(desk: Desk, programme: Programme, day: date, now: datetime) -> Reply:
    """One day of it."""
    return _shown(programme, day, agenda_of(desk.index(programme), day, now))


def _shown(programme: Programme, day: date | None, found: Answer) -> Reply:
    known = programme.conference
    shows = AgendaShown(known.id, known.revision, day) if isinstance(found, WholeAgenda | DayPlan) else None
    return Reply(it=found, buttons=ways_from(found), shows=shows)


def note(desk: Desk, chat: ChatId, message: int, shown: AgendaShown) -> None:
    """This message shows an agenda from now on; it is stored with the mark that its update is handled."""
    row = AgendaMessage(
        chat_id=chat,
        message_id=message,
        conference_id=shown.conference,
        revision=shown.revision,
        day=shown.day,
        said_at=desk.now(),
    )
    desk.talks.show(row)


async def correct(work: Work, old: Programme, new: Programme) -> int:
    """Put the agendas of the last days right that show `old`, where they differ from `new`; how many messages."""
    was, now = old.conference.revision, new.conference.revision
    await agendas.forget(work.connection, agenda_messages.c.said_at <= work.now - RECENT)
    by_day: dict[date | None, list[Row[Any]]] = {}
    for row in await agendas.standing(work.connection, work.conference, was, work.now - RECENT):
        by_day.setdefault(row.day, []).append(row)
    await agendas.put_right(work.connection, work.conference, was, now)
    count = 0
    for day, rows in by_day.items():
        if _told(old, day) != _told(new, day):
            count += await _correct(work, new, day, rows)
    return count


async def catch_up(work: Work) -> int:
    """Put right what was on its way while a programme was published; how many messages. Called with each tick."""
    count = 0
    for conference, revision in await agendas.behind(work.connection):
        enter(work, conference)
        known = await programmes.conference(work.connection, work.conference)
        assert known is not None
        new = await programmes.published(work.connection, work.conference, known.revision)
        shown = await programmes.published(work.connection, work.conference, revision) if revision else new  # a draft's
        count += await correct(work, replace(shown, conference=replace(shown.conference, revision=revision)), new)
    return count


def _told(programme: Programme, day: date | None) -> list[Any]:
    """What an agenda tells, whichever numbers its items have and whatever is running."""
    known, places = programme.conference, {each.id: at for at, each in enumerate(programme.sessions)}
    told: list[Any] = [(known.title, known.venue, known.starts_on, known.ends_on, known.dates_text)]
    for each in programme.sessions:
        if day is None or each.day == day:
            told.append((each.day, each.start, each.end, each.title, each.place, each.room, each.responsible))
            told.append((each.state is SessionState.CANCELLED, places.get(each.parent) if each.parent else None))
    return told


async def _correct(work: Work, new: Programme, day: date | None, rows: Sequence[Row[Any]]) -> int:
    now = local(work.now, new.conference.timezone)
    found = (whole(work.desk, new, now) if day is None else of_day(work.desk, new, day, now)).it
    if not isinstance(found, WholeAgenda | DayPlan):
        return 0
    notice = Notice(
        kind="correction",
        it=AgendaCorrected(shown=found, at=now),
        urgency=Urgency.BROADCAST,
        useful_until=work.now + RECENT,
        way=Way.EDIT,
    )
    await notify_again(work, notice, rows)
    return len(rows)
