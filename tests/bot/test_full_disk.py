"""A disk that is full or read-only and a database that somebody else has locked, around the real process that sends.

Who asks is told to try again, sending stops, the organizers hear of it once, and it goes on by itself.
"""

import asyncio
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.outbox import count, judge
from simulator.person import Person
from simulator.process import ProcessStage
from tests.bot.planted import (
    ALARM,
    PEOPLE,
    TRY_LATER,
    Trouble,
    at_rest,
    bulk,
    delivered,
    limited,
    locked,
    planted,
    read_only,
)

pytestmark = [pytest.mark.process, pytest.mark.long]


@contextmanager
def full(stage: ProcessStage) -> Iterator[None]:
    """Somebody else has filled the disk."""
    ballast = stage.folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    try:
        yield
    finally:
        ballast.unlink()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of a few megabytes."""
    tried = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", tmp_path], capture_output=True)
    if tried.returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield tmp_path
    subprocess.run(["umount", "--lazy", tmp_path], check=True)


async def hears(stage: ProcessStage, person: Person, messages: int) -> None:
    """Wait until somebody has had so many."""
    async with asyncio.timeout(60):
        while len(person.texts()) < messages:
            await stage.world.events.wait(stage.world.events.last)


async def goes_on_by_itself(folder: Path, trouble: Trouble) -> None:
    async with planted(folder, rate=15.0) as (stage, lan):
        await stage.start()
        await delivered(stage, 20)
        with trouble(stage):
            await lan.says("chương trình thế nào?")
            await lan.sees(TRY_LATER)
            await lan.sees(ALARM)
            stopped = len(bulk(stage))
            an = stage.person("Nguyễn Văn An")
            await an.says("/start")
            await an.sees(TRY_LATER)
            assert stopped == len(bulk(stage)) < PEOPLE, "what was leased may still go out, nothing after it"
        await at_rest(stage)
        await hears(stage, lan, 3)
        await stage.settled()
        heard = lan.texts()
        assert await stage.terminate() == 0
    assert [sum(words in text for text in heard) for words in (TRY_LATER, ALARM)] == [1, 1]
    assert len(heard) == 3, "the question was answered in the end"
    found = await judge(folder, bulk(stage))
    assert (found.delivered, found.lost, found.repeated) == (PEOPLE, 0, 0)
    assert await count(folder, "sent") == PEOPLE


@pytest.mark.parametrize("trouble", [locked, limited, read_only])
async def test_where_nothing_can_be_written_nothing_is_sent_and_it_goes_on_by_itself(
    disk_path: Path, trouble: Trouble
) -> None:
    await goes_on_by_itself(disk_path, trouble)


async def test_a_full_disk_stops_the_sending_until_there_is_room(small_disk: Path) -> None:
    await goes_on_by_itself(small_disk, full)
