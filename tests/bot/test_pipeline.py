"""Polling, intake and gateway together on the pretend Telegram, under the faults of the worst day of the year."""

import asyncio
import io
import json
import logging
from collections.abc import AsyncIterator, Collection, Sequence

import pytest

from bot import logs
from bot.gateway import Api
from bot.intake import Handled, Intake, RawUpdate
from bot.lanes import Gateway
from bot.outgoing import Button, Outgoing
from bot.polling import Polling
from simulator.faults import FaultKind
from simulator.stage import InProcessStage, Stage, Wires

POLLS = ("getupdates",)
SENDS = ("sendmessage",)


class Store:
    """What outlives the bot: the updates kept and those done."""

    def __init__(self) -> None:
        self.kept: dict[int, RawUpdate] = {}
        self.done: set[int] = set()

    async def keep(self, updates: Sequence[RawUpdate]) -> Collection[int]:
        new = {each["update_id"] for each in updates} - self.kept.keys()
        self.kept |= {each["update_id"]: each for each in updates}
        return new

    async def record(self, results: Sequence[Handled]) -> None:
        self.done |= {each.update_id for each in results}


class Echo:
    """The smallest bot of our own parts."""

    def __init__(self, wires: Wires, store: Store) -> None:
        self.store = store
        root = wires.base_url.removesuffix("/bot")
        self.gateway = Gateway(Api(wires.request, wires.token, root), wires.clock)
        self.intake = Intake(self.handle, store.record, wires.clock)
        api = Api(wires.polling, wires.token, root)
        self.polling = Polling(api, store.keep, self.intake, wires.clock, timeout=10)
        self.running: asyncio.Task[None] | None = None

    async def handle(self, update: RawUpdate) -> None:
        if press := update.get("callback_query"):
            await self.gateway.answer_press(press["id"])
            at = press["message"]
            await self.gateway.edit(at["chat"]["id"], at["message_id"], Outgoing(text=f"Đã bấm {press['data']}"))
        elif message := update.get("message"):
            if message["text"] == "lỗi":
                raise ValueError(f"{message['chat']['first_name']}: {message['text']}")
            rows = ((Button("Bấm", data="a:1"),),)
            await self.gateway.reply(message["chat"]["id"], Outgoing(text=f"Nghe: {message['text']}", rows=rows))

    async def start(self) -> None:
        self.intake.submit(each for number, each in sorted(self.store.kept.items()) if number not in self.store.done)
        self.running = asyncio.create_task(self.polling.run())

    async def stop(self) -> None:
        self.polling.stop()
        assert self.running is not None
        await self.running
        await self.intake.drain(5)

    async def idle(self) -> None:
        await self.intake.idle()


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
async def stage(store: Store) -> AsyncIterator[InProcessStage]:
    async with Stage.in_process(lambda wires: Echo(wires, store), speed=50) as stage:
        yield stage


async def test_what_people_say_and_press_is_answered(stage: InProcessStage, store: Store) -> None:
    an = stage.person("An")
    await an.starts()
    await an.says("xin chào")
    await an.sees("Nghe: xin chào")
    await an.presses("Bấm")
    await an.sees("Đã bấm a:1")
    await stage.settled()
    assert store.done == store.kept.keys()


@pytest.mark.parametrize(
    "kind",
    [
        FaultKind.SERVER_ERROR,
        FaultKind.BAD_GATEWAY,
        FaultKind.RESET,
        FaultKind.LOST_ANSWER,
        FaultKind.FLOOD,
        FaultKind.UNAUTHORIZED,
        FaultKind.NOT_FOUND,
        FaultKind.CONFLICT,
        FaultKind.HANG,
        FaultKind.LATENCY,
    ],
)
async def test_no_fault_of_polling_loses_or_doubles_an_answer(stage: InProcessStage, kind: FaultKind) -> None:
    an, binh = stage.person("An"), stage.person("Bình")
    await an.starts()
    await binh.starts()
    stage.fault(kind, *POLLS, times=3, seconds=2)
    await an.says("một")
    await an.says("hai")
    await binh.says("ba")
    await an.sees("Nghe: hai")
    await binh.sees("Nghe: ba")
    await stage.settled()
    assert (an.texts(), binh.texts()) == (
        ["Nghe: /start", "Nghe: một", "Nghe: hai"],
        ["Nghe: /start", "Nghe: ba"],
    )


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (FaultKind.FLOOD, 1),
        (FaultKind.RESET, 1),
        (FaultKind.UNAUTHORIZED, 1),
        (FaultKind.LOST_ANSWER, 1),
        (FaultKind.BAD_GATEWAY, 1),
    ],
)
async def test_a_reply_is_said_once_or_given_up_and_never_twice(
    stage: InProcessStage, kind: FaultKind, said: int
) -> None:
    an = stage.person("An")
    await an.starts()
    await stage.settled()
    stage.fault(kind, *SENDS, seconds=2)
    await an.says("một")
    await stage.settled()
    assert an.texts().count("Nghe: một") == said


async def test_a_poisonous_message_harms_nobody_else(stage: InProcessStage) -> None:
    an = stage.person("An")
    await an.starts()
    await an.says("lỗi")
    await an.says("còn đó không?")
    await an.sees("Nghe: còn đó không?")


async def test_the_log_of_a_bad_day_names_nobody_and_no_token(stage: InProcessStage) -> None:
    told = io.StringIO()
    root = logging.getLogger()
    handler = logging.StreamHandler(told)
    handler.setFormatter(logs.LineFormatter("json", logs.Redactor([stage.world.bot.token])))
    handler.setLevel(logging.INFO)
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        buoi = stage.person("Nguyễn Thị Bưởi", username="buoi_nguyen")
        await buoi.starts()
        stage.fault(FaultKind.BAD_GATEWAY, *POLLS)
        stage.fault(FaultKind.FLOOD, *SENDS)
        await buoi.says("khách sạn nào?")
        await buoi.says("lỗi")
        await stage.settled()
        await buoi.says("còn đó không?")
        await buoi.sees("Nghe: còn đó không?")
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    lines = [json.loads(line) for line in told.getvalue().splitlines()]
    assert {"polling is failing", "polling goes well again", "telegram asks for silence", "update failed"} <= {
        line["event"] for line in lines
    }
    private = ("Nguyễn", "Bưởi", "buoi_nguyen", "khách sạn", stage.world.bot.token)
    assert [each for each in private if each in told.getvalue()] == []


async def test_what_was_stored_and_not_handled_is_taken_up_by_the_next_start(
    stage: InProcessStage, store: Store
) -> None:
    an = stage.person("An")
    await an.starts()
    await stage.settled()
    chat = {"id": an.id, "type": "private", "first_name": "An"}
    store.kept[900_000_000] = {"update_id": 900_000_000, "message": {"message_id": 1, "chat": chat, "text": "bỏ dở"}}
    await stage.restart()
    await an.sees("Nghe: bỏ dở")
    await stage.settled()
    assert store.done == store.kept.keys()
