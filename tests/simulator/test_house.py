"""The real bot on both stages: in this process, and as a process that is killed while its time is moved."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from simulator.house import House
from simulator.process import ProcessStage
from simulator.stage import Stage

START = datetime(2026, 7, 26, 1, 0, tzinfo=UTC)


def config(root: str) -> str:
    return f'[telegram]\nbase_url = "{root}"\npoll_timeout = 5\n'


async def test_the_real_bot_keeps_what_it_knows_over_a_restart(tmp_path: Path) -> None:
    house = House(tmp_path)
    async with Stage.in_process(house) as stage:
        owner = stage.person("Trần Thị Bình")
        await owner.opens(house.owner_link)
        await owner.sees_button("Đồng ý")
        await stage.restart()
        await owner.presses("Đồng ý")
        await owner.sees("chủ bot")
        await stage.settled()
        await stage.passes(hours=5)
        await owner.sees_nothing()


@pytest.mark.long
@pytest.mark.process
async def test_a_killed_process_lives_on_in_the_time_of_the_stage(tmp_path: Path) -> None:
    async with ProcessStage(tmp_path, config, start=START) as stage:
        owner = stage.person("Trần Thị Bình")
        await owner.opens(await stage.prints(r"^https://t\.me/\S+$"))
        await owner.sees_button("Đồng ý")
        await stage.kill()
        await owner.presses("Đồng ý")
        await stage.passes(hours=5)
        await stage.restart()
        await owner.sees("chủ bot")
        assert stage.clock.now() - START >= timedelta(hours=5)
        assert await stage.terminate() == 0


@pytest.mark.long
@pytest.mark.process
async def test_the_bot_as_an_office_runs_it_survives_a_kill(tmp_path: Path) -> None:
    async with ProcessStage(tmp_path, config) as stage:
        owner = stage.person("Trần Thị Bình")
        await owner.opens(await stage.prints(r"^https://t\.me/\S+$"))
        await stage.kill()
        await stage.restart()
        await owner.presses("Đồng ý")
        await owner.sees("chủ bot")
