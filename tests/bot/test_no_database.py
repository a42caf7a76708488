"""A start without a database says so in one line."""

from pathlib import Path

import pytest

from bot.__main__ import main

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
