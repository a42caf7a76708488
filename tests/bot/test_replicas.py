"""Real processes on one PostgreSQL: one is put to sleep, one is killed, the server goes away; the judge counts."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import pytest_asyncio

from benchmarks.outbox import count, judge
from simulator.process import CONFIG_NAME, ROOT, ProcessStage
from tests.bot.planted import ALARM, PEOPLE, TRY_LATER, at_rest, bulk, delivered, planted
from tests.postgres import BACKENDS, Cluster

pytestmark = [
    pytest.mark.process,
    pytest.mark.long,
    pytest.mark.skipif("postgresql" not in BACKENDS, reason="no PostgreSQL server: see tests/storage"),
]
LEASE = 3


@pytest_asyncio.fixture
async def url(cluster: Cluster) -> AsyncIterator[str]:
    async with cluster.fresh() as url:
        yield url


@asynccontextmanager
async def second(stage: ProcessStage) -> AsyncIterator[asyncio.subprocess.Process]:
    """One more bot with the same settings."""
    folder = stage.folder / "second"
    folder.mkdir()
    (stage.folder / "files").mkdir(exist_ok=True)
    (folder / "files").symlink_to(stage.folder / "files", target_is_directory=True)
    settings = (stage.folder / CONFIG_NAME).read_text(encoding="utf-8").replace('"warning"', '"info"')
    (folder / CONFIG_NAME).write_text(settings, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TELEGRAM_BOT_TOKEN": stage.world.bot.token}
    with (folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", "--config", CONFIG_NAME, cwd=folder, env=environment, stderr=log
        )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def until_it_runs(stage: ProcessStage) -> None:
    """The second one has been through its first tick."""
    async with asyncio.timeout(60):
        while b"bot is running" not in (stage.folder / "second" / "log").read_bytes():  # noqa: ASYNC110 - another process
            await asyncio.sleep(0.05)


async def test_one_polls_and_sends_where_the_other_sleeps_past_its_lease_and_then_takes_over(
    url: str, tmp_path: Path
) -> None:
    async with planted(tmp_path, url, rate=25, lease=LEASE) as (stage, lan):
        await stage.start()
        await delivered(stage, 10)
        async with second(stage) as other:
            await delivered(stage, 30)
            os.kill(stage.pid, signal.SIGSTOP)
            in_flight = await count(url, "sending")
            await lan.says("/trogiup")
            await lan.sees("Xin chọn việc")
            await at_rest(stage, url)
            os.kill(stage.pid, signal.SIGCONT)
            await stage.settled()
            other.kill()
            await other.wait()
            await lan.says("/trogiup")
            await lan.sees("Xin chọn việc")
        await at_rest(stage, url)
        assert await stage.terminate() == 0
    found = await judge(url, bulk(stage))
    assert (found.delivered, found.lost, found.unmarked_repeats, found.uncertain) == (PEOPLE, 0, 0, 0)
    assert found.repeated <= in_flight


async def test_a_server_that_ends_all_sessions_and_then_crashes_loses_and_doubles_nothing(
    url: str, tmp_path: Path, cluster: Cluster
) -> None:
    name = url.partition("?")[0].rpartition("/")[2]
    async with planted(tmp_path, url, rate=40, lease=LEASE) as (stage, lan):
        await stage.start()
        await delivered(stage, 15)
        await cluster.execute(f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'")
        await delivered(stage, 40)
        in_flight = await count(url, "sending")
        cluster.stop("immediate")
        try:
            await lan.says("/trogiup")
            await lan.sees(TRY_LATER)
            await lan.sees(ALARM)
            sent = len(bulk(stage))
        finally:
            cluster.start()
        await at_rest(stage, url)
        heard = lan.texts()
        assert await stage.terminate() == 0
    assert sent <= 40 + in_flight + 10, "what was leased may still go out, nothing after it"
    assert [sum(words in text for text in heard) for words in (TRY_LATER, ALARM)] == [1, 1]
    found = await judge(url, bulk(stage))
    assert (found.delivered, found.lost, found.unmarked_repeats) == (PEOPLE, 0, 0)
    assert found.repeated == 0


@pytest.mark.parametrize("dies", [False, True], ids=["both live", "the one that polls dies"])
async def test_of_two_processes_without_a_server_one_rings_even_where_the_other_dies_before(
    url: str, tmp_path: Path, cluster: Cluster, dies: bool
) -> None:
    async with planted(tmp_path, url, rate=100, lease=LEASE) as (stage, lan):
        await stage.start()
        async with second(stage) as other:
            await at_rest(stage, url)
            await until_it_runs(stage)
            cluster.stop("immediate")
            try:
                if dies:
                    await stage.kill()
                await lan.sees(ALARM)
                await asyncio.sleep(8)  # as long as the other one would take to notice, and more
            finally:
                cluster.start()
            await at_rest(stage, url)
            heard = lan.texts()
            assert other.returncode is None
        if not dies:
            assert await stage.terminate() == 0
    assert sum(ALARM in text for text in heard) == 1
