"""A desk on a real database, with a clock that is set by hand, and people to try the services with."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from domain.actor import Actor
from domain.conference import ConferenceState, Programme
from domain.delegates import Delegate, Entry
from domain.ids import AccountId, ConferenceId, DelegateId, UnitId
from services import joining
from services.desk import Desk, file_store
from storage import delegates, invitations, organizers, people, plans, programmes
from storage.database import Database
from storage.schema import deliveries, notices

NOW = datetime(2026, 7, 1, 2, tzinfo=UTC)
"""A Wednesday, 9:00 in Hanoi."""


@dataclass
class Clock:
    """Shows what it is set to."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **passed: float) -> None:
        self.now += timedelta(**passed)


@dataclass
class Office:
    """The desk and one conference in it."""

    desk: Desk
    clock: Clock
    conference: ConferenceId = ConferenceId(0)
    programme: Programme | None = None

    async def do(self, who: Actor, service: Any, *args: Any, **kwargs: Any) -> Any:
        return await self.desk.do(who, service, *args, **kwargs)

    async def opens(self, programme: Programme, published: bool = True) -> Programme:
        """Store the programme as the conference everybody is in."""
        state = ConferenceState.PUBLISHED if published else ConferenceState.DRAFT
        revision = 1 if published else 0
        prepared = replace(programme, conference=replace(programme.conference, state=state, revision=revision))
        async with self.desk.database.begin() as connection:
            made = await plans.create(connection, prepared, self.clock())
            if published:
                await programmes.publish(connection, made, self.clock(), AccountId(1))
        self.conference, self.programme = made.conference.id, made
        return made

    async def person(self, account: int) -> Actor:
        """Somebody in the conference, with the roles that they have by now."""
        who = AccountId(account)
        async with self.desk.database.begin() as connection:
            await people.meet(connection, who, "vi", self.clock())
            await people.change(connection, who, conference_id=self.conference, consent_version=1)
            found = await people.actor(connection, who, 1)
        assert found is not None
        return found

    async def organizer(self, account: int = 1) -> Actor:
        await self.person(account)
        async with self.desk.database.begin() as connection:
            await organizers.make_organizer(connection, self.conference, AccountId(account), "organizer", self.clock())
        return await self.person(account)

    async def focal(self, account: int, unit: UnitId) -> Actor:
        """Somebody who answers for the unit."""
        await self.person(account)
        async with self.desk.database.begin() as connection:
            await people.make_focal(connection, self.conference, unit, AccountId(account), self.clock())
        return await self.person(account)

    async def again(self, account: int) -> Actor:
        """Somebody as the next update finds them after a restart: nothing remembered, the database opened anew."""
        await self.desk.database.close()
        self.desk.actors.clear()
        self.desk.programmes.clear()
        async with self.desk.database.begin() as connection:
            found = await people.actor(connection, AccountId(account), 1)
        return found or Actor(account=AccountId(account))

    async def invited(self, name: str = "Nguyễn Văn An", **more: Any) -> tuple[DelegateId, str]:
        """Somebody on the list, and the token of their personal link."""
        async with self.desk.database.begin() as connection:
            key = await delegates.add(connection, self.conference, Entry(name=name, **more), self.clock())
            token = await invitations.create(
                connection, "delegate", self.clock(), conference=self.conference, delegate=key
            )
        return key, token

    async def joins(self, account: int, token: str) -> Any:
        """Somebody opens a link and agrees; the view they see then."""
        await self.do(await self.again(account), joining.open_link, token)
        return (await self.do(await self.again(account), joining.agree)).it

    async def delegate(self, key: DelegateId) -> Delegate:
        """The delegate as stored."""
        async with self.desk.database.begin() as connection:
            found = await delegates.get(connection, key)
        assert found is not None
        return found

    async def outbox(self, chat: int | None = None) -> list[str]:
        """The views waiting in the outbox, for one chat or for all, oldest first."""
        query = select(notices.c.view, deliveries.c.chat_id).join(deliveries, deliveries.c.notice_id == notices.c.id)
        if chat is not None:
            query = query.where(deliveries.c.chat_id == chat)
        async with self.desk.database.begin() as connection:
            rows = (await connection.execute(query.order_by(notices.c.id, deliveries.c.id))).all()
        return [row.view for row in rows]

    async def waiting_for(self, chat: int) -> list[str]:
        """The views that are on their way to a chat, as they will be sent."""
        query = select(notices.c.view).join(deliveries, deliveries.c.notice_id == notices.c.id)
        query = query.where(deliveries.c.chat_id == chat, deliveries.c.state == "waiting")
        query = query.order_by(deliveries.c.urgency, deliveries.c.turn, deliveries.c.id)
        async with self.desk.database.begin() as connection:
            return [str(each) for each in (await connection.execute(query)).scalars()]

    async def last_notice(self, chat: int) -> dict[str, Any]:
        """The fields of the newest notice to a chat."""
        query = select(notices.c.data).join(deliveries, deliveries.c.notice_id == notices.c.id)
        query = query.where(deliveries.c.chat_id == chat).order_by(notices.c.id.desc()).limit(1)
        async with self.desk.database.begin() as connection:
            found: dict[str, Any] = (await connection.execute(query)).scalar_one()
        return found


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(database: Database, clock: Clock, tmp_path: Path) -> Desk:
    return Desk(database=database, files=file_store(tmp_path / "files"), now=clock)


@pytest.fixture
def office(desk: Desk, clock: Clock) -> Office:
    return Office(desk, clock)
