"""Faults planted around the real bot process, each of its kind; the judge looks at what arrived."""

import asyncio
import os
import signal
from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.outbox import FIRST_PERSON, Verdict, config, database_of, fill, judge, meet
from simulator.faults import FaultKind
from simulator.limits import Limits
from simulator.process import ProcessStage
from storage.schema import deliveries
from tests.bot.planted import PEOPLE, at_rest, bulk, delivered, planted, reasons, rogue

pytestmark = [pytest.mark.process, pytest.mark.long]


def stage_in(folder: Path, rate: float = 100.0, people: int = PEOPLE) -> ProcessStage:
    stage = ProcessStage(folder, config(rate), limits=Limits.none(), bot_starts=False, patience=60)
    meet(stage.engine, people)
    return stage


async def also_to(folder: Path, chat: int) -> None:
    """The notice goes to one chat more."""
    database = database_of(folder)
    async with database.begin() as connection:
        row = (await connection.execute(deliveries.select().limit(1))).mappings().one()
        await connection.execute(deliveries.insert().values(dict(row) | {"id": None, "chat_id": chat}))
    await database.close()


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


async def test_a_process_that_slept_past_its_lease_gives_its_rows_back_and_sends_nothing_twice(tmp_path: Path) -> None:
    async with planted(tmp_path, rate=50, lease=3) as (stage, _):
        await stage.start()
        await delivered(stage, 30)
        os.kill(stage.pid, signal.SIGSTOP)
        await asyncio.sleep(4)
        os.kill(stage.pid, signal.SIGCONT)
        await at_rest(stage)
        assert await stage.terminate() == 0
    found = await judge(tmp_path, bulk(stage))
    assert (found.delivered, found.lost, found.repeated) == (PEOPLE, 0, 0)


async def test_an_outage_of_minutes_and_a_long_silence_are_waited_out(tmp_path: Path) -> None:
    async with planted(tmp_path, rate=5, speed=40) as (stage, lan):
        await stage.start()
        await delivered(stage, 20)
        stage.fault(FaultKind.OUTAGE, seconds=200)
        await lan.says("/trogiup")
        await delivered(stage, 40)
        stage.fault(FaultKind.FLOOD, "sendmessage", seconds=150)
        await at_rest(stage)
        await lan.sees("Xin chọn việc")
        assert await stage.terminate() == 0
    found = await judge(tmp_path, bulk(stage))
    # A connection that breaks twice leaves it open whether anything arrived: the organizers see those.
    assert (found.delivered + found.uncertain, found.lost, found.repeated) == (PEOPLE, 0, 0)
    assert found.uncertain <= PEOPLE // 4
    moments = [entry.at for entry in bulk(stage)]
    pauses = sorted((after - before).total_seconds() for before, after in pairwise(moments))
    assert [pause >= seconds for pause, seconds in zip(pauses[-2:], (145, 195), strict=True)] == [True, True]


async def test_a_group_that_became_a_supergroup_gets_it_under_its_new_number(tmp_path: Path) -> None:
    async with planted(tmp_path) as (stage, lan):
        group = stage.group("Tổ thư ký", lan)
        await also_to(tmp_path, group.chat_id)
        moved = stage.engine.people.migrate(group.chat_id)
        await stage.start()
        await at_rest(stage)
        assert await stage.terminate() == 0
    found = await reasons(tmp_path)
    assert (found.get(group.chat_id), found[moved.id]) == (None, ("sent", None))
    assert len(stage.world.ledger.of(moved.id)) == 1


async def test_a_second_poller_with_the_same_token_delays_answers_and_no_notice(tmp_path: Path) -> None:
    async with planted(tmp_path, rate=20) as (stage, lan):
        await stage.start()
        await delivered(stage, 10)
        with rogue(stage):
            await stage.prints("polling is failing.*terminated by other getUpdates")
            await lan.says("/trogiup")
            await lan.sees("Xin chọn việc")
            await delivered(stage, PEOPLE)
        await lan.says("/menu")
        await lan.sees("Xin chọn việc")
        await at_rest(stage)
        assert await stage.terminate() == 0
        assert len(lan.texts()) == 1
    whole = Verdict(delivered=PEOPLE, lost=0, repeated=0, unmarked_repeats=0, uncertain=0)
    assert await judge(tmp_path, bulk(stage)) == whole
