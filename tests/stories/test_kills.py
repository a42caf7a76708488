"""The bot is killed in the middle of every dialogue; everybody goes on where they were."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_asyncio

from simulator.process import ProcessStage
from tests.stories.conftest import LINK, Desk
from tests.stories.killing import Killer, judge, rows

pytestmark = pytest.mark.process
START = datetime(2026, 11, 20, 1, tzinfo=UTC)


def config(root: str) -> str:
    return f'[telegram]\nbase_url = "{root}"\npoll_timeout = 5\n[reminders]\ntick_seconds = 1\n'


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with ProcessStage(tmp_path, config, start=START) as stage:
        link = await stage.prints(r"^https://t\.me/\S+$")
        house: Any = SimpleNamespace(owner_link=link)
        theatre: Any = stage
        yield Desk(theatre, house, stage.person("Trần Thị Lan"))


async def test_nobody_loses_a_word_however_often_the_bot_is_killed(
    desk: Desk, tmp_path: Path, project_root: Path
) -> None:
    stage: Any = desk.stage
    killer, owner = Killer(stage), desk.owner
    plan = (project_root / "simulator" / "plans" / "hoi-nghi-mau.txt").read_bytes()

    await killer.at(owner.opens(desk.house.owner_link))
    await owner.sees("Tự nguyện")
    await killer.before(owner.presses("Đồng ý"))
    await owner.sees("chủ bot")

    await killer.at(owner.sends_file("ke-hoach.txt", plan), "getFile")
    await owner.sees("Bản nháp", "12 mục")
    await owner.says("/kehoach")
    await owner.presses("Sửa thông tin")
    await killer.at(owner.presses("Liên hệ"))
    await owner.sees("Người liên hệ")
    await killer.at(owner.says("Bà Hạnh, 0200 3000 142"))
    await owner.sees("mã hội nghị")
    print(stage.dialogue())
    assert judge(stage, tmp_path) == []
