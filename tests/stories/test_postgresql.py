"""Bots on one PostgreSQL: two that share the work, and one whose server goes away and comes back."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot.app import App
from simulator.house import House
from simulator.stage import InProcessStage, Stage
from storage.database import Database
from tests.postgres import BACKENDS, Cluster

pytestmark = pytest.mark.skipif("postgresql" not in BACKENDS, reason="no PostgreSQL server: see tests/storage")

START = datetime(2026, 7, 20, 1, tzinfo=UTC)


@pytest.fixture
def house(postgresql: Database, tmp_path: Path) -> House:
    return House(tmp_path, url=str(postgresql.url))


@pytest_asyncio.fixture
async def stage(house: House) -> AsyncIterator[InProcessStage]:
    async with Stage.in_process(house, start=START) as stage:
        yield stage


async def test_of_two_bots_one_polls_and_the_other_takes_over_when_it_stops(
    stage: InProcessStage, house: House
) -> None:
    an = stage.person("An")
    second = house(stage._wires())
    await second.start()
    await an.starts()
    await stage.settled()
    first_words = an.texts()
    assert len(first_words) == 1
    first = stage.bot
    assert isinstance(first, App)
    assert (polls(first), polls(second)) == (True, False)
    await first.stop()
    stage.bot = second
    await an.starts()
    await an.sees(first_words[0].splitlines()[0])
    await stage.settled()
    assert an.texts() == first_words
    assert polls(second)


def polls(app: App) -> bool:
    return app.polling.last_good_poll is not None


async def test_what_is_said_while_the_server_is_down_is_answered_once_when_it_is_back(
    stage: InProcessStage, cluster: Cluster
) -> None:
    an = stage.person("An")
    await an.starts()
    await stage.settled()
    first_words = an.texts()
    stage.hindered = True
    cluster.stop("immediate")
    try:
        await an.starts()
        await stage.passes(minutes=2)
    finally:
        cluster.start()
        stage.hindered = False
    await an.sees(first_words[0].splitlines()[0])
    await stage.settled()
    assert an.texts() == first_words


async def test_a_bot_whose_sessions_are_ended_goes_on(
    stage: InProcessStage, cluster: Cluster, postgresql: Database
) -> None:
    an = stage.person("An")
    await an.starts()
    await stage.settled()
    first_words = an.texts()
    name = postgresql.url.database
    await cluster.execute(f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'")
    await an.starts()
    await an.sees(first_words[0].splitlines()[0])
    await stage.settled()
    assert an.texts() == first_words
