"""Faults planted around the real bot process, each of its kind and a seeded mix; the judge looks at what arrived."""

import asyncio
import os
import random
import signal
import sqlite3
from pathlib import Path

import pytest

from benchmarks.outbox import FIRST_PERSON, config, count, database_of, fill, judge, meet
from services.notifying import Policy
from simulator.faults import FaultKind
from simulator.limits import Limits
from simulator.process import ProcessStage
from storage.schema import deliveries

PEOPLE = 80
pytestmark = pytest.mark.process


def stage_in(folder: Path, rate: float = 100.0, people: int = PEOPLE) -> ProcessStage:
    stage = ProcessStage(folder, config(rate), limits=Limits.none(), bot_starts=False, patience=60)
    meet(stage.engine, people)
    return stage


async def delivered(stage: ProcessStage, wanted: int) -> None:
    while len(stage.world.ledger) < wanted:
        await stage.world.events.wait(stage.world.events.last)


async def at_rest(stage: ProcessStage) -> None:
    await stage.settled()
    while await count(stage.folder, "waiting", "sending"):
        await stage.settled()


async def reasons(folder: Path) -> dict[int, tuple[str, str | None]]:
    """State and reason of every delivery by chat."""
    database = database_of(folder)
    async with database.begin() as connection:
        rows = (await connection.execute(deliveries.select())).all()
    await database.close()
    return {row.chat_id: (row.state, row.reason) for row in rows}


async def test_people_who_cannot_be_reached_are_told_apart_and_all_others_get_it(tmp_path: Path) -> None:
    await fill(tmp_path, PEOPLE)
    async with stage_in(tmp_path) as stage:
        accounts = stage.world.accounts
        blocked, gone, never = (accounts[FIRST_PERSON + number] for number in (3, 7, 11))
        blocked.blocked = True
        gone.deactivated = True
        never.started = False
        await stage.start()
        await at_rest(stage)
        await stage.terminate()
    found = await reasons(tmp_path)
    assert {chat - FIRST_PERSON: how for chat, how in found.items() if how[0] != "sent"} == {
        3: ("unreachable", "blocked"),
        7: ("unreachable", "deactivated"),
        11: ("unreachable", "never_started"),
    }
    assert len({entry.chat_id for entry in stage.world.ledger}) == len(stage.world.ledger) == PEOPLE - 3


async def test_a_process_that_was_stopped_for_a_while_goes_on_and_sends_nothing_twice(tmp_path: Path) -> None:
    """Sleeping past the lease itself, with another worker, is tested with a clock that jumps: `test_sender.py`."""
    await fill(tmp_path, PEOPLE)
    async with stage_in(tmp_path) as stage:
        await stage.start()
        await delivered(stage, 30)
        os.kill(stage.pid, signal.SIGSTOP)
        await asyncio.sleep(2)
        os.kill(stage.pid, signal.SIGCONT)
        await at_rest(stage)
        await stage.terminate()
    found = await judge(tmp_path, stage.world.ledger)
    assert (found.delivered, found.lost, found.repeated) == (PEOPLE, 0, 0)


async def test_while_the_database_is_locked_nothing_is_sent_unrecorded(tmp_path: Path) -> None:
    await fill(tmp_path, PEOPLE)
    async with stage_in(tmp_path) as stage:
        await stage.start()
        await delivered(stage, 20)
        locked = sqlite3.connect(tmp_path / "conference.db", isolation_level=None, timeout=20)
        locked.execute("BEGIN IMMEDIATE")
        (recorded,) = locked.execute("select count(*) from deliveries where state = 'sent'").fetchone()
        (leased,) = locked.execute("select count(*) from deliveries where state = 'sending'").fetchone()
        await asyncio.sleep(6.5)  # longer than the bot waits for a lock
        assert len(stage.world.ledger) <= recorded + leased
        locked.execute("ROLLBACK")
        locked.close()
        await at_rest(stage)
        await stage.terminate()
    found = await judge(tmp_path, stage.world.ledger)
    assert (found.delivered, found.lost, found.repeated) == (PEOPLE, 0, 0)


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_random_mix_of_faults_loses_nothing_and_marks_what_it_repeats(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    policy = dice.choice(list(Policy))
    await fill(tmp_path, PEOPLE, policy)
    in_flight = unsure = 0
    async with stage_in(tmp_path) as stage:
        await stage.start()
        for wanted in sorted(dice.sample(range(5, PEOPLE - 20), 6)):
            await delivered(stage, wanted - unsure)
            match dice.choice(("kill", "stop", "network", "network")):
                case "kill":
                    await stage.kill()
                    in_flight += await count(tmp_path, "sending")
                    await stage.start()
                case "stop":
                    assert await stage.terminate() == 0
                    await stage.start()
                case _:
                    kind = dice.choice(
                        (
                            FaultKind.RESET,
                            FaultKind.BAD_GATEWAY,
                            FaultKind.SERVER_ERROR,
                            FaultKind.LOST_ANSWER,
                            FaultKind.HALF_ANSWER,
                            FaultKind.STRANGE_PAGE,
                            FaultKind.FLOOD,
                        )
                    )
                    times = dice.randint(1, 3)
                    unsure += times
                    stage.fault(kind, "sendmessage", times=times, seconds=1)
        await at_rest(stage)
        assert await stage.terminate() == 0
    found = await judge(tmp_path, stage.world.ledger)
    assert (found.lost, found.unmarked_repeats) == (0, 0), (seed, found)
    assert found.repeated + found.uncertain <= in_flight + 2 * unsure, (seed, found, in_flight, unsure)
