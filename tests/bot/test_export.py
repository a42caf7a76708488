"""`python -m bot export`: figures on the terminal, as JSON and as a workbook."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.__main__ import main
from domain.conference import Conference, Programme
from storage import plans
from storage.database import Database
from storage.migrate import upgrade

NOW = datetime(2026, 7, 1, 2, tzinfo=UTC)


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Settings of an office with two conferences."""
    file = tmp_path / "config.toml"
    url = f"sqlite+aiosqlite:///{tmp_path / 'conference.db'}"
    file.write_text(f'[database]\nurl = "{url}"\nfiles = "{tmp_path / "files"}"\n', encoding="utf-8")
    asyncio.run(_two_conferences(url))
    return file


async def _two_conferences(url: str) -> None:
    database = Database(url)
    await upgrade(database)
    async with database.begin() as connection:
        for code in ("A", "B"):
            programme = Programme(conference=Conference(code=code, title=f"Hội nghị {code}"))
            await plans.create(connection, programme, NOW)
    await database.close()


def test_the_newest_conference_is_told_and_written_as_a_workbook(
    config: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.xlsx"
    assert main(["export", "--config", str(config), "--xlsx", str(out)]) == 0
    assert capsys.readouterr().out.splitlines()[0].endswith("Hội nghị B")
    assert out.read_bytes().startswith(b"PK")


def test_a_conference_is_chosen_by_number_and_told_as_json(config: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--config", str(config), "--conference", "1", "--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["title"], figures["total"]["invited"]) == ("Hội nghị A", 0)


@pytest.mark.parametrize("extra", [["--conference", "9"], ["--xlsx", "/nowhere/out.xlsx"]])
def test_what_cannot_be_is_one_line_on_stderr(
    config: Path, extra: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--config", str(config), *extra]) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
