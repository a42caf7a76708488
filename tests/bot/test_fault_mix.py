"""All faults in one story, in an order that a seed decides, on both databases; the judge looks at what arrived."""

import asyncio
import os
import random
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import pytest_asyncio

from benchmarks.outbox import FIRST_PERSON, Place, count, judge
from services.notifying import Policy
from simulator.faults import FaultKind
from simulator.process import ProcessStage
from tests.bot.planted import PEOPLE, at_rest, bulk, delivered, limited, locked, planted, read_only, reasons, rogue
from tests.postgres import BACKENDS, Cluster

pytestmark = [pytest.mark.process, pytest.mark.long]
LEASE = 3
HERE = {"locked": locked, "quota": limited, "read only": read_only, "rogue": rogue}
"""What is planted around the process, and taken away again."""
EVERYWHERE = ("kill", "stop", "sleep", "network", "network", "outage", "unreachable", "rogue")
OF_DATABASE = {"sqlite": ("locked", "quota", "read only"), "postgresql": ("sessions", "server")}
NETWORK = (
    FaultKind.RESET,
    FaultKind.BAD_GATEWAY,
    FaultKind.SERVER_ERROR,
    FaultKind.LOST_ANSWER,
    FaultKind.HALF_ANSWER,
    FaultKind.STRANGE_PAGE,
    FaultKind.FLOOD,
)
_TRIES = 12
"""So many sends at most begin in an outage of two seconds; each may have arrived, for all that anybody knows."""


@dataclass
class Mix:
    """One story. `in_flight` and `unsure` bound what may arrive twice or be left to a decision."""

    stage: ProcessStage
    place: Place
    dice: random.Random
    cluster: Cluster | None
    in_flight: int = 0
    unsure: int = 0
    away: set[int] = field(default_factory=set)

    async def plant(self, what: str) -> None:
        """Let it happen, and wait until it is over."""
        match what:
            case "kill":
                await self.stage.kill()
                self.in_flight += await count(self.place, "sending")
                await self.stage.start()
            case "stop":
                assert await self.stage.terminate() == 0
                await self.stage.start()
            case "sleep":
                os.kill(self.stage.pid, signal.SIGSTOP)
                await asyncio.sleep(LEASE + 1)
                os.kill(self.stage.pid, signal.SIGCONT)
            case "network":
                times = self.dice.randint(1, 3)
                self.unsure += times
                self.stage.fault(self.dice.choice(NETWORK), "sendmessage", times=times, seconds=1)
            case "outage":
                self.unsure += _TRIES
                self.stage.fault(FaultKind.OUTAGE, seconds=2)
            case "unreachable":
                self._goes_away()
            case "sessions" | "server":
                await self._of_server(what)
            case _:
                with HERE[what](self.stage):
                    await asyncio.sleep(self.dice.uniform(0.5, 3))

    def _goes_away(self) -> None:
        """Somebody who has not got it yet (if there is anybody left) blocks the bot, or is no more."""
        had = {entry.chat_id for entry in bulk(self.stage)}
        left = [chat for chat in range(FIRST_PERSON + PEOPLE // 2, FIRST_PERSON + PEOPLE) if chat not in had]
        for chat in self.dice.sample(left, min(1, len(left))):
            setattr(self.stage.world.accounts[chat], self.dice.choice(("blocked", "deactivated")), True)
            self.away.add(chat)

    async def _of_server(self, what: str) -> None:
        assert self.cluster is not None and isinstance(self.place, str)
        if what == "server":
            self.cluster.stop("immediate")
            await asyncio.sleep(self.dice.uniform(0.1, 2))
            self.cluster.start()
            return
        name = self.place.partition("?")[0].rpartition("/")[2]
        await self.cluster.execute(f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'")


@pytest_asyncio.fixture(params=BACKENDS)
async def backend(request: pytest.FixtureRequest) -> AsyncIterator[tuple[str, Cluster | None, str | None]]:
    """The kind of database, its server, and its address where it is not a file in the bot's folder."""
    if request.param == "sqlite":
        yield request.param, None, None
        return
    server: Cluster = request.getfixturevalue("cluster")
    async with server.fresh() as url:
        yield request.param, server, url


@pytest.mark.parametrize("seed", [1, 2])
async def test_a_random_mix_of_all_faults_loses_nothing_and_marks_what_it_repeats(
    disk_path: Path, backend: tuple[str, Cluster | None, str | None], seed: int
) -> None:
    kind, cluster, url = backend
    dice = random.Random(f"{kind} {seed}")
    policy = dice.choice(list(Policy))
    faults = [*OF_DATABASE[kind], *EVERYWHERE]
    dice.shuffle(faults)
    moments = sorted(dice.sample(range(5, PEOPLE // 2), len(faults)))
    async with planted(disk_path, url, rate=40, lease=LEASE, policy=policy) as (stage, _):
        mix = Mix(stage, url or disk_path, dice, cluster)
        await stage.start()
        for wanted, fault in zip(moments, faults, strict=True):
            await delivered(stage, wanted - mix.unsure - mix.in_flight)
            await mix.plant(fault)
        await at_rest(stage, url)
        assert await stage.terminate() == 0
        arrived = bulk(stage)
    found = await judge(mix.place, arrived)
    told = (kind, seed, policy, faults, found)
    assert (found.lost, found.unmarked_repeats) == (0, 0), told
    assert found.repeated + found.uncertain <= mix.in_flight + 2 * mix.unsure, (*told, mix.in_flight, mix.unsure)
    states = await reasons(mix.place)
    unreachable = {chat for chat, (state, _) in states.items() if state == "unreachable"}
    had = {entry.chat_id for entry in arrived}
    assert unreachable == {chat for chat in mix.away - had if states[chat][0] != "uncertain"}, told
