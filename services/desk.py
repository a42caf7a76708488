"""The desk: what every service is given, and the one way a service is run.

A service is `async def service(work: Work, …) -> Reply`. `Desk.do` runs it in one transaction and, in the same
transaction, marks the Telegram update that asked for it as handled and keeps the reply until it is out: an effect is
never lost and never had twice, and a crash before the reply leaves nobody in silence.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.actor import Actor, Role
from domain.answers import Index
from domain.conference import Programme
from domain.ids import AccountId, ConferenceId
from domain.refusal import Refusal
from domain.settings import Settings
from services import unsaid
from services.talks import Talks
from storage import inbox, journal
from storage.database import Database, is_awake, written
from storage.files import FileStore

AWAKE_SECONDS = 2.0  # a session on PostgreSQL may be silent for ten in the middle of a transaction

P = ParamSpec("P")
R = TypeVar("R")
Service = Callable[Concatenate["Work", P], Awaitable[R]]

SYSTEM = Actor(account=AccountId(0), roles=frozenset({Role.OWNER}), consented=True)
"""The desk itself, when a tick and not a person asks."""


_PEOPLE = frozenset({"conferences", "accounts", "organizers", "focal_people", "delegates", "units"})
_PROGRAMME = frozenset(
    {"conferences", "publications", "sessions", "groups", "units", "tasks", "task_units", "facts", "moments"}
)
"""The tables that remembered people and programmes are read from."""


class HandledElsewhere(Exception):
    """Another process on the same database has handled the update meanwhile: there is nothing left to do or say."""


@dataclass(slots=True, kw_only=True)
class Desk:
    """The services' surroundings: database, files, settings, the time, the bot's name for links."""

    database: Database
    files: FileStore
    now: Callable[[], datetime]
    settings: Settings = field(default_factory=Settings)
    bot_name: str = "bot"
    wake_sender: Callable[[], None] = lambda: None
    actors: dict[AccountId, Actor] = field(default_factory=dict)
    programmes: dict[ConferenceId, Programme] = field(default_factory=dict)
    indexes: dict[ConferenceId, tuple[Programme, Index]] = field(default_factory=dict)
    talks: Talks = field(default_factory=Talks)
    noted: set[int] = field(default_factory=set)
    """Updates that a transaction of this process has marked as handled, until they have been answered."""

    @property
    def alone(self) -> bool:
        """Whether only this process writes (SQLite's lock file sees to that): what it remembers is then right."""
        return self.database.is_sqlite

    async def do(self, actor: Actor, service: Service[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a service for an actor in one transaction. A `Refusal` it raises undoes everything.

        On PostgreSQL a service may run more than once before its transaction gets through: what it does besides the
        database must bear that. Raises `HandledElsewhere` where another process was quicker with the update.
        """

        async def once(connection: AsyncConnection) -> tuple[Work, R]:
            work = Work(desk=self, connection=connection, actor=actor, now=self.now())
            if actor.update_id is not None and not self.alone and await inbox.is_done(connection, actor.update_id):
                raise HandledElsewhere
            result = await service(work, *args, **kwargs)
            if actor.update_id is not None:
                await inbox.mark_done(connection, [actor.update_id], work.now, reply=unsaid.kept(result))
            work.written = written(connection)
            return work, result

        work, result = await self.database.run(once, patient=not actor.account)
        if actor.update_id is not None:
            self.noted.add(actor.update_id)
        self._forget(work)
        if work.notified:
            self.wake_sender()
        return result

    def _forget(self, work: "Work") -> None:
        """Drop what the transaction may have made untrue; it is read again when it is next asked for."""
        if work.written & _PEOPLE:
            self.actors.clear()
        if "forms" in work.written:
            self.actors.pop(work.actor.account, None)
        if work.written & _PROGRAMME:
            self.programmes.clear()

    async def see(self, actor: Actor, service: Service[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a service that only reads: nothing remembered is forgotten."""

        async def once(connection: AsyncConnection) -> R:
            work = Work(desk=self, connection=connection, actor=actor, now=self.now())
            return await service(work, *args, **kwargs)

        return await self.database.look(once, patient=not actor.account)

    def index(self, programme: Programme) -> Index:
        """The programme made searchable; kept as long as the very same programme is asked about."""
        known = self.indexes.get(programme.conference.id)
        if known is None or known[0] is not programme:
            known = (programme, Index.of(programme))
            self.indexes[programme.conference.id] = known
        return known[1]

    def link(self, token: str) -> str:
        """The deep link that opens the bot with a token."""
        return f"https://t.me/{self.bot_name}?start={token}"


@dataclass(slots=True, kw_only=True)
class Work:
    """One transaction of one actor. `now` stays the same for all of it.

    A service that adds to the outbox sets `notified`, which wakes the sender after the commit. `written` are the
    tables it has written to, known when it is through.
    """

    desk: Desk
    connection: AsyncConnection
    actor: Actor
    now: datetime
    notified: bool = False
    written: frozenset[str] = frozenset()

    @property
    def settings(self) -> Settings:
        return self.desk.settings

    @property
    def conference(self) -> ConferenceId:
        """The conference the actor is in; refuses with the next step where there is none."""
        if self.actor.conference is None:
            raise Refusal("no_conference_yet" if self.actor.organizes else "no_conference")
        return self.actor.conference

    async def aside(self, make: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The result of what only reckons, made in a thread however long it takes: the database hears meanwhile that
        nobody has fallen asleep."""
        made = asyncio.ensure_future(asyncio.to_thread(make, *args, **kwargs))
        while not (await asyncio.wait({made}, timeout=AWAKE_SECONDS))[0]:
            await is_awake(self.connection)
        return made.result()

    async def note(self, act: str, subject: str | None = None, subject_id: int | None = None, **data: Any) -> None:
        """A line in the journal for what the actor did."""
        await journal.note(
            self.connection,
            at=self.now,
            conference=self.actor.conference,
            account=self.actor.account or None,
            act=act,
            subject=subject,
            subject_id=subject_id,
            **data,
        )

    async def note_each(self, act: str, subject: str, subjects: Iterable[int]) -> None:
        """The same line in the journal for several subjects."""
        await journal.note_each(
            self.connection,
            at=self.now,
            conference=self.actor.conference,
            account=self.actor.account or None,
            act=act,
            subject=subject,
            subjects=subjects,
        )


def local(moment: datetime, zone: str) -> datetime:
    """An instant as the wall clock of a zone shows it (naive)."""
    return moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def file_store(folder: str | Path) -> FileStore:
    """Where files people send are kept."""
    return FileStore(Path(folder))
