"""Deadlines are recalled: by an organizer's press with a preview, and by the ladder with one digest a morning."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio

from domain.actor import Actor
from domain.conference import Conference, Programme, Session, Task, Unit
from domain.ids import SessionId, TaskId, UnitId
from domain.refusal import Refusal
from services import chasing, ending, taskdates, taskediting, tasking
from services.desk import SYSTEM
from storage import tasks

at = datetime.fromisoformat
PLAN = Programme(
    conference=Conference(code="HN1", title="Hội nghị thử", starts_on=date(2026, 7, 27)),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=date(2026, 7, 27)),),
    units=(
        Unit(id=UnitId(1), name="Phòng Xanh"),
        Unit(id=UnitId(2), name="Phòng Đỏ", position=1),
        Unit(id=UnitId(3), name="Phòng Vàng", position=2),
    ),
    tasks=(
        Task(id=TaskId(1), unit=UnitId(1), text="Soạn báo cáo", deadline=at("2026-07-24T17:00"), position=1),
        Task(id=TaskId(2), unit=UnitId(2), text="In tài liệu", deadline=at("2026-07-24T23:59"), position=2),
        Task(id=TaskId(3), unit=UnitId(3), text="Trang trí", deadline=at("2026-07-24T23:59"), position=3),
        Task(id=TaskId(4), unit=UnitId(1), text="Mượn loa", position=4),
    ),
)


@dataclass
class Scene:
    """An answers for Xanh and Đỏ, Bình for Đỏ, nobody for Vàng."""

    office: Any
    organizer: Actor
    an: Actor
    tasks: dict[str, TaskId]

    async def days(self, number: int) -> list[tuple[str, int, list[str]]]:
        """Tick every hour for so many days: day, chat, the tasks in each digest."""
        found = []
        for _ in range(number * 24):
            before = {chat: len(await self.digests(chat)) for chat in (11, 12)}
            await self.office.do(SYSTEM, tasking.tick)
            for chat in (11, 12):
                fresh = (await self.digests(chat))[before[chat] :]
                if fresh:
                    texts = [line["text"] for line in (await self.office.last_notice(chat))["tasks"]]
                    day = f"{self.office.clock.now + timedelta(hours=7):%a %d %H}"
                    found.append((day, chat, texts))
            self.office.clock.forward(hours=1)
        return found

    async def digests(self, chat: int) -> list[str]:
        return [view for view in await self.office.outbox(chat) if view == "tasks/task_digest"]


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    made = await office.opens(PLAN)
    units = {unit.name: unit.id for unit in made.units}
    organizer = await office.organizer(1)
    await office.focal(11, units["Phòng Xanh"])
    an = await office.focal(11, units["Phòng Đỏ"])
    await office.focal(12, units["Phòng Đỏ"])
    await office.do(organizer, tasking.assign_all)
    return Scene(office, organizer, an, {task.text: task.id for task in made.tasks})


async def test_the_ladder_sends_one_digest_a_person_and_rung_and_stops_when_it_is_answered(scene: Scene) -> None:
    scene.office.clock.now = datetime(2026, 7, 19, 17, tzinfo=UTC)  # Monday 20, midnight in Hanoi
    both = ["Soạn báo cáo", "In tài liệu"]
    assert await scene.days(2) == [
        ("Mon 20 08", 11, both),  # T-7 was missed while nobody ticked
        ("Mon 20 08", 12, ["In tài liệu"]),
        ("Tue 21 08", 11, both),
        ("Tue 21 08", 12, ["In tài liệu"]),
    ]
    async with scene.office.desk.database.begin() as connection:
        found = await tasks.get(connection, scene.office.conference, scene.tasks["In tài liệu"])
    await scene.office.do(scene.organizer, taskediting.withdraw, found.id, found.revision)
    assert await scene.days(7) == [
        ("Thu 23 08", 11, ["Soạn báo cáo"]),
        ("Fri 24 08", 11, ["Soạn báo cáo"]),
        ("Mon 27 08", 11, ["Soạn báo cáo"]),
    ]


async def test_organizers_get_one_digest_of_what_is_overdue_and_of_whom_to_telephone(scene: Scene) -> None:
    scene.office.clock.now = datetime(2026, 7, 24, 2, tzinfo=UTC)
    await scene.office.do(SYSTEM, tasking.tick)
    told = await scene.office.last_notice(1)
    assert ([x["text"] for x in told["overdue"]], [x["text"] for x in told["unreached"]]) == ([], ["Trang trí"])
    scene.office.clock.now = datetime(2026, 7, 27, 2, tzinfo=UTC)
    await scene.office.do(SYSTEM, tasking.tick)
    told = await scene.office.last_notice(1)
    assert [x["text"] for x in told["overdue"]] == ["Soạn báo cáo", "In tài liệu", "Trang trí"]
    assert (await scene.office.outbox(1)).count("tasks/overdue_digest") == 2


async def test_a_new_deadline_begins_the_ladder_anew(scene: Scene) -> None:
    scene.office.clock.now = datetime(2026, 7, 24, 2, tzinfo=UTC)
    await scene.office.do(SYSTEM, tasking.tick)
    async with scene.office.desk.database.begin() as connection:
        found = await tasks.get(connection, scene.office.conference, scene.tasks["Soạn báo cáo"])
    minutes = int(datetime(2026, 7, 31, 10, tzinfo=UTC).timestamp()) // 60
    await scene.office.do(scene.organizer, taskdates.keep_deadline, found.id, found.revision, minutes)
    scene.office.clock.now = datetime(2026, 7, 28, 2, tzinfo=UTC)
    await scene.office.do(SYSTEM, tasking.tick)
    assert [line["text"] for line in (await scene.office.last_notice(11))["tasks"]] == [
        "In tài liệu",
        "Soạn báo cáo",
    ]


async def test_an_organizer_chases_after_a_preview_and_only_once_an_hour(scene: Scene) -> None:
    shown = (await scene.office.do(scene.organizer, chasing.preview)).it
    assert (shown.tasks, shown.people, shown.units, shown.unreached) == (4, 2, 3, ("Phòng Vàng",))
    stale = await scene.office.do(scene.organizer, chasing.send, 9, 9)
    assert (stale.toast, await scene.digests(11)) == ("task_changed", [])
    sent = await scene.office.do(scene.organizer, chasing.send, 4, 2)
    assert (sent.it.people, await scene.digests(11), await scene.digests(12)) == (
        2,
        ["tasks/task_digest"],
        ["tasks/task_digest"],
    )
    with pytest.raises(Refusal) as refused:
        await scene.office.do(scene.organizer, chasing.send, 4, 2)
    assert refused.value.code == "chased_already"


async def test_nobody_is_chased_in_a_conference_that_is_closed(scene: Scene) -> None:
    await scene.office.do(scene.organizer, ending.end, 1)
    scene.office.clock.now = datetime(2026, 7, 24, 2, tzinfo=UTC)
    assert await scene.office.do(SYSTEM, tasking.tick) == 0
