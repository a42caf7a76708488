"""An answer that did not get through is said later: marked where it may have arrived, and only while it is of use."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App
from simulator.faults import FaultKind
from simulator.house import House
from simulator.person import Person
from simulator.stage import InProcessStage, Stage

MARK = "Câu trả lời này có thể đã đến rồi"
SAYING = "sendmessage"


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.fixture
async def stage(house: House) -> AsyncIterator[InProcessStage]:
    async with Stage.in_process(house, speed=20) as stage:
        yield stage


@pytest.fixture
async def lan(stage: InProcessStage, house: House) -> Person:
    """The owner, who has nothing new to read."""
    lan = stage.person("Lan")
    await lan.opens(house.owner_link)
    await lan.presses("Đồng ý")
    await lan.sees("chủ bot")
    await stage.settled()
    await stage.passes(minutes=1)
    return lan


def bot_of(stage: InProcessStage) -> App:
    assert isinstance(stage.bot, App)
    return stage.bot


async def put_off(stage: InProcessStage, lan: Person, seconds: float) -> None:
    """She asks, and Telegram wants nothing said for so long."""
    stage.fault(FaultKind.FLOOD, SAYING, seconds=seconds)
    await lan.says("/trogiup")
    bot = bot_of(stage)
    async with asyncio.timeout(60):
        while not bot.gateway.silence(lan.id):  # noqa: ASYNC110 - the gateway has no bell
            await asyncio.sleep(0.01)
    await bot.intake.idle()


async def heard(stage: InProcessStage, lan: Person, minutes: float = 0) -> list[str]:
    """The first line of whatever she has seen after so much time and a tick."""
    bot = bot_of(stage)
    stage.clock.advance(60 * minutes)
    await bot.intake.idle()
    assert bot.rooms is not None
    await bot.rooms.ticks.tick()
    await bot.intake.idle()
    return [text.splitlines()[0] for text in lan.texts()]


async def test_an_answer_that_may_have_arrived_is_said_again_and_marked(stage: InProcessStage, lan: Person) -> None:
    stage.fault(FaultKind.LOST_ANSWER, SAYING)
    await lan.says("/trogiup")
    await stage.settled()
    first, second = await heard(stage, lan, minutes=1)
    assert (first.startswith(MARK), second.startswith(MARK)) == (False, True)
    assert await heard(stage, lan, minutes=10) == [first, second]


async def test_an_answer_that_telegram_puts_off_for_minutes_is_said_then_once_and_unmarked(
    stage: InProcessStage, lan: Person
) -> None:
    await put_off(stage, lan, 600)
    assert await heard(stage, lan, minutes=5) == []
    said = await heard(stage, lan, minutes=6)
    assert (len(said), said[0].startswith(MARK)) == (1, False)
    assert await heard(stage, lan, minutes=10) == said


async def test_an_answer_that_nobody_waits_for_any_more_is_dropped(stage: InProcessStage, lan: Person) -> None:
    await put_off(stage, lan, 2 * 3600)
    assert await heard(stage, lan, minutes=90) == []
    assert await heard(stage, lan, minutes=60) == []
    await stage.restart()
    assert await heard(stage, lan) == []


async def test_what_was_put_off_outlives_a_restart(stage: InProcessStage, lan: Person) -> None:
    await put_off(stage, lan, 600)
    await stage.restart()
    stage.clock.advance(700)
    await stage.settled()
    assert len(await heard(stage, lan, minutes=10)) == 1


async def test_only_what_a_life_before_may_have_said_is_marked_not_what_it_cannot_have_done(
    stage: InProcessStage, lan: Person
) -> None:
    bot = bot_of(stage)
    for number, words in enumerate(("/trogiup", "/huy", "/khongcolenhnay"), 900):
        chat = {"id": lan.id, "type": "private", "first_name": "Lan"}
        message = {"message_id": number, "date": 0, "chat": chat, "from": chat | {"is_bot": False}, "text": words}
        assert bot.rooms is not None
        await bot.rooms.handle({"update_id": number, "message": message}, again=True)
    assert [text.startswith(MARK) for text in lan.texts()] == [True, False, True]
    assert bot.rooms.desk.noted == set()
