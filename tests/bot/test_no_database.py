"""A start without a database says so in one line; one that loses it on the way waits for it."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from services import inviting
from simulator.house import House
from simulator.stage import Stage
from storage import inbox
from storage.database import Unavailable

WRONG = 2


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("postgresql+asyncpg://desk@/desk?host={folder}", "FileNotFoundError"),
        ("postgresql+asyncpg://desk@127.0.0.1:1/desk", "ConnectionRefusedError"),
        ("sqlite+aiosqlite:///{folder}/conference.db", "SQLITE_CANTOPEN"),
    ],
)
@pytest.mark.parametrize("command", ["run", "migrate"])
def test_a_database_that_is_not_to_be_had_is_one_line(
    command: str,
    url: str,
    reason: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123456:test")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    (tmp_path / "conference.db").mkdir()
    config = tmp_path / "config.toml"
    config.write_text(f'[database]\nurl = "{url.format(folder=tmp_path)}"\n', encoding="utf-8")
    assert main([command, "--config", str(config)]) == WRONG
    said = capsys.readouterr().err
    assert (said.count("\n"), f"cannot be used ({reason})" in said) == (1, True)


def fails_twice(real: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    failures = iter(range(2))

    async def planted(*given: Any) -> Any:
        if next(failures, None) is not None:
            raise Unavailable("disk full")
        return await real(*given)

    return planted


async def test_a_start_that_loses_its_database_on_the_way_waits_until_it_is_back(
    tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    house = House(tmp_path, url=database_url)
    async with Stage.in_process(house, speed=60) as stage:
        lan = stage.person("Lan")
        await lan.opens(house.owner_link)
        await lan.presses("Đồng ý")
        await lan.sees("chủ bot")
        monkeypatch.setattr(inviting, "owner_link", fails_twice(inviting.owner_link))
        monkeypatch.setattr(inbox, "left", fails_twice(inbox.left))
        await stage.restart()
        await lan.says("/trogiup")
        await lan.sees("Chưa có hội nghị nào")
        await stage.settled()
        assert len(lan.texts()) == 1
    assert "the start waits for the database" in caplog.messages
