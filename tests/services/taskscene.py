"""Two units with people, an organizer, some tasks: what the tests of working together start from."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, update

from domain.actor import Actor
from domain.conference import Conference, Programme, Session, Task, Unit
from domain.ids import SessionId, TaskId, UnitId
from services import flows, tasking
from storage import tasks, units
from storage.schema import deliveries, notices
from storage.tasks import StoredTask

at = datetime.fromisoformat
PLAN = Programme(
    conference=Conference(code="HN1", title="Hội nghị thử", starts_on=date(2026, 7, 27), ends_on=date(2026, 7, 28)),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=date(2026, 7, 27)),),
    units=(Unit(id=UnitId(1), name="Phòng Xanh"), Unit(id=UnitId(2), name="Phòng Đỏ", position=1)),
    tasks=(
        Task(id=TaskId(1), unit=UnitId(1), text="Gửi báo cáo sơ kết", deadline=at("2026-07-20T17:00"), position=1),
        Task(id=TaskId(2), unit=UnitId(1), text="In tài liệu và phát", coordinating=(UnitId(2),), position=2),
        Task(id=TaskId(3), unit=UnitId(2), text="Trang trí hội trường", deadline=at("2026-07-24T23:59"), position=3),
    ),
)
REPORT, PRINT, HALL = "Gửi báo cáo sơ kết", "In tài liệu và phát", "Trang trí hội trường"


@dataclass
class Scene:
    """An (11) and Bình (12) answer for Xanh, Cúc (21) for Đỏ; 1 and 2 are organizers."""

    office: Any
    organizer: Actor
    second: Actor
    an: Actor
    binh: Actor
    cuc: Actor
    tasks: dict[str, TaskId]
    units: dict[str, UnitId]

    async def task(self, text: str) -> StoredTask:
        async with self.office.desk.database.begin() as connection:
            found = await tasks.get(connection, self.office.conference, self.tasks[text])
        assert found is not None
        return found

    async def do(self, who: Actor, service: Any, text: str, *args: Any) -> Any:
        """A press under the card as it stands now."""
        found = await self.task(text)
        return await self.office.do(who, service, found.id, found.revision, *args)

    async def types(self, who: Actor, words: str) -> Any:
        return await self.office.do(who, flows.take, words)

    async def unit(self, name: str, service: Any, *args: Any, who: Actor | None = None) -> Any:
        return await self.office.do(who or self.organizer, service, self.units[name], *args)

    async def answerers(self, name: str) -> list[tuple[int, str]]:
        async with self.office.desk.database.begin() as connection:
            found = await units.answerers(connection, [self.units[name]])
        return [(who.account, who.rank.value) for who in found.get(self.units[name], [])]

    async def sent(self) -> None:
        """Everything that waits goes out."""
        async with self.office.desk.database.begin() as connection:
            await connection.execute(update(deliveries).values(state="sent"))

    async def waiting(self, chat: int) -> list[str]:
        """The views that wait for one chat."""
        return [view for view, _ in await self.waiting_views(chat)]

    async def waiting_views(self, chat: int) -> list[tuple[str, Any]]:
        """What waits for one chat: each view with its values."""
        query = select(notices.c.view, notices.c.data).join(deliveries, deliveries.c.notice_id == notices.c.id)
        query = query.where(deliveries.c.chat_id == chat, deliveries.c.state == "waiting").order_by(notices.c.id)
        async with self.office.desk.database.begin() as connection:
            return [(row.view.partition("/")[2], row.data) for row in (await connection.execute(query)).all()]


async def build(office: Any, plan: Programme = PLAN) -> Scene:
    made = await office.opens(plan)
    known = {unit.name: unit.id for unit in made.units}
    organizer, second = await office.organizer(1), await office.organizer(2)
    an, binh = await office.focal(11, known["Phòng Xanh"]), await office.focal(12, known["Phòng Xanh"])
    cuc = await office.focal(21, known["Phòng Đỏ"])
    await office.do(organizer, tasking.assign_all)
    by_text = {task.text: task.id for task in made.tasks}
    return Scene(office, organizer, second, an, binh, cuc, by_text, known)
