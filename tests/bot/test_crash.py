"""The real bot process, killed and hindered while it sends; a judge compares the outbox with what really arrived."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks.outbox import Verdict, config, count, database_of, fill, judge, meet
from services.notifying import Policy
from simulator.faults import FaultKind
from simulator.limits import Limits
from simulator.process import ProcessStage
from storage import inbox
from tests.bot.planted import PEOPLE, at_rest, bulk, delivered, locked, planted, reasons
from tests.stories.killing import UNHEARD, Killer

pytestmark = [pytest.mark.process, pytest.mark.long]
MARK = "Câu trả lời này có thể đã đến rồi"


def stage_in(folder: Path, rate: float = 100.0) -> ProcessStage:
    stage = ProcessStage(folder, config(rate), limits=Limits.none(), bot_starts=False, patience=60)
    meet(stage.engine, PEOPLE)
    return stage


async def claimed(stage: ProcessStage) -> None:
    """Two rows are leased, the first of them is out."""
    await delivered(stage, 1)


async def asked(stage: ProcessStage) -> None:
    """Telegram was asked, and has not done it."""
    await happened(stage, FaultKind.HANG, "broken")


async def arrived(stage: ProcessStage) -> None:
    """Telegram has done it, and has not answered."""
    await happened(stage, FaultKind.SLOW_ANSWER, "message")


async def happened(stage: ProcessStage, fault: FaultKind, kind: str) -> None:
    events = stage.world.events
    mark = events.last
    stage.fault(fault, "sendmessage", times=None, seconds=UNHEARD[fault])
    async with asyncio.timeout(60):
        while not any(event.kind == kind for event in events.after(mark)):
            await events.wait(events.last)


async def answered(stage: ProcessStage) -> None:
    """Telegram has answered, and it cannot be recorded."""
    await delivered(stage, 1)
    while stage.running:  # of what was leased before the lock something may be out and unrecorded, or nothing
        with locked(stage) as other, suppress(TimeoutError):
            (recorded,) = other.execute("select count(*) from deliveries where state = 'sent'").fetchone()
            await asyncio.wait_for(delivered(stage, recorded + 1), 1)
            await stage.kill()


@pytest.mark.parametrize(("step", "twice"), [(claimed, 0), (asked, 0), (arrived, 1), (answered, 1)])
async def test_killed_at_each_step_between_claim_and_record_what_may_be_out_is_sent_again_and_marked(
    tmp_path: Path, step: Callable[[ProcessStage], Awaitable[None]], twice: int
) -> None:
    async with planted(tmp_path, rate=20) as (stage, _):
        await stage.start()
        await step(stage)
        if stage.running:
            await stage.kill()
        in_flight = await count(tmp_path, "sending")
        stage.world.faults.clear()
        await stage.start()
        await at_rest(stage)
        assert await stage.terminate() == 0
        found = await judge(tmp_path, bulk(stage))
        marked = [reason for _, reason in (await reasons(tmp_path)).values() if reason == "repeat:crash"]
    assert (found.delivered, found.lost, found.unmarked_repeats, found.uncertain) == (PEOPLE, 0, 0, 0)
    assert twice <= found.repeated <= in_flight == len(marked)


@pytest.mark.parametrize(("policy", "kills_at"), [(Policy.RESEND, (20, 50)), (Policy.HOLD, (30,))])
async def test_killed_in_the_middle_nothing_is_lost_and_every_repeat_is_marked(
    tmp_path: Path, policy: Policy, kills_at: tuple[int, ...]
) -> None:
    await fill(tmp_path, PEOPLE, policy)
    in_flight = 0
    async with stage_in(tmp_path) as stage:
        await stage.start()
        for wanted in kills_at:
            await delivered(stage, wanted)
            await stage.kill()
            in_flight += await count(tmp_path, "sending")
            await stage.start()
        await at_rest(stage)
        assert await stage.terminate() == 0
    found = await judge(tmp_path, stage.world.ledger)
    assert (found.lost, found.unmarked_repeats) == (0, 0)
    assert found.repeated + found.uncertain <= in_flight
    assert found.repeated == 0 or policy is Policy.RESEND


async def test_a_stop_in_good_order_leaves_nothing_in_doubt(tmp_path: Path) -> None:
    await fill(tmp_path, PEOPLE)
    async with stage_in(tmp_path) as stage:
        await stage.start()
        await delivered(stage, 40)
        assert await stage.terminate() == 0
        assert await count(tmp_path, "sending") == 0
        await stage.start()
        await at_rest(stage)
        await stage.terminate()
    whole = Verdict(delivered=PEOPLE, lost=0, repeated=0, unmarked_repeats=0, uncertain=0)
    assert await judge(tmp_path, stage.world.ledger) == whole


async def test_faults_of_the_network_lose_nothing_and_double_only_what_nobody_could_know(tmp_path: Path) -> None:
    await fill(tmp_path, PEOPLE)
    async with stage_in(tmp_path) as stage:
        for kind, times in (
            (FaultKind.RESET, 2),
            (FaultKind.BAD_GATEWAY, 2),
            (FaultKind.SERVER_ERROR, 1),
            (FaultKind.LOST_ANSWER, 3),
            (FaultKind.FLOOD, 1),
        ):
            stage.fault(kind, "sendmessage", times=times, seconds=1)
        await stage.start()
        await at_rest(stage)
        await stage.terminate()
    found = await judge(tmp_path, stage.world.ledger)
    assert (found.delivered + found.uncertain >= PEOPLE, found.lost, found.unmarked_repeats) == (True, 0, 0)
    assert found.repeated <= 3


async def test_an_answer_that_was_out_when_the_bot_was_killed_is_repeated_and_marked(tmp_path: Path) -> None:
    async with planted(tmp_path) as (stage, lan):
        await stage.start()
        await at_rest(stage)
        await Killer(stage).after(lan.says("/trogiup"), "sendMessage")
        await lan.sees(MARK)
        await stage.settled()
        first, second = lan.texts()
        assert second == f"{MARK}, xin gửi lại cho chắc:\n\n{first}"
        await stage.restart()
        await stage.settled()
        assert lan.texts() == [first, second]


async def test_what_waited_behind_it_was_not_answered_and_is_answered_without_a_mark(tmp_path: Path) -> None:
    """Three questions in a row: the first was answered, and the bot dies before it hears of that."""
    async with planted(tmp_path) as (stage, lan):
        await stage.start()
        await at_rest(stage)
        mark = stage.world.events.last
        stage.fault(FaultKind.SLOW_ANSWER, "sendMessage", times=None, seconds=UNHEARD[FaultKind.SLOW_ANSWER])
        for words in ("/trogiup", "/menu", "/trogiup"):
            await lan.says(words)
        async with asyncio.timeout(30):
            while not any(e.kind == "message" and e.body.get("outgoing") for e in stage.world.events.after(mark)):
                await stage.world.events.wait(stage.world.events.last)
            while await _stored(tmp_path) < 3:  # noqa: ASYNC110 - the bot is another process
                await asyncio.sleep(0.01)
        await stage.kill()
        stage.world.faults.clear()
        await stage.restart()
        await lan.sees(MARK)
        await stage.settled()
        marked = [text.startswith(MARK) for text in lan.texts()]
    assert marked == [False, True, False, False]


async def _stored(folder: Path) -> int:
    """Updates that are stored and not handled."""
    database = database_of(folder)
    async with database.begin() as connection:
        found = len(await inbox.left(connection))
    await database.close()
    return found
