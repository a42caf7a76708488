"""Two bots on one database, wrong tokens, a full disk, and a log that keeps everybody's secrets."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from simulator.process import ProcessStage

Town = Any
TOKEN = "TELEGRAM_BOT_TOKEN"


def config(root: str) -> str:
    return f'[telegram]\nbase_url = "{root}"\npoll_timeout = 5\n[log]\nlevel = "info"\n'


def run(folder: Path, project_root: Path, token: str) -> subprocess.CompletedProcess[str]:
    """`python -m bot run` in a folder, until it gives up by itself."""
    environment = os.environ | {"PYTHONPATH": str(project_root), "PYTHONUTF8": "1", TOKEN: token, "LANG": "vi_VN"}
    command = [sys.executable, "-m", "bot", "run", "--config", "config.toml"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=30, check=False)


@pytest.mark.process
async def test_a_second_bot_on_the_database_is_sent_away_and_the_log_names_nobody(
    tmp_path: Path, project_root: Path
) -> None:
    async with ProcessStage(tmp_path, config) as stage:
        owner = stage.person("Trần Thị Lan", phone="+84912345678")
        link = await stage.prints(r"^https://t\.me/\S+$")
        second = run(tmp_path, project_root, stage.world.bot.token)
        assert (second.returncode, second.stdout) == (2, "")
        assert second.stderr.strip() == (
            "Đã có một bot khác đang chạy trên cơ sở dữ liệu này. "
            "Dừng bot đó trước, hoặc đặt [database] url khác trong config.toml."
        )
        await owner.opens(link)
        await owner.presses("Đồng ý")
        await owner.sees("chủ bot")
        await owner.says("Số của tôi là 0987 654 321, xin đừng ghi lại")
        await owner.sees("Chưa có hội nghị nào", "tệp kế hoạch")
        await owner.sends_contact()
        await owner.sends_file("bi-mat-nhan-su.txt", "Danh sách bí mật".encode())
        await owner.sees("không giống một kế hoạch")
        owner.looks_away()
        stage.world.updates.put_raw({"callback_query": {"id": "1", "from": {"first_name": "Trần Thị Lan"}}})
        await stage.settled()
        assert await stage.terminate() == 0
        for secret in (stage.world.bot.token, stage.world.bot.token.partition(":")[2]):
            assert secret not in stage.output
        said = stage.output.replace(link, "").casefold()
        for secret in ("Lan", "Trần", "912345678", "0987", "654 321", "đừng ghi", "bi-mat", "bí mật"):
            assert secret.casefold() not in said, stage.output
        assert "Traceback" not in second.stderr


@pytest.mark.process
def test_an_empty_or_mangled_token_is_named_before_anything_starts(tmp_path: Path, project_root: Path) -> None:
    (tmp_path / "config.toml").write_text(config("http://127.0.0.1:9"), encoding="utf-8")
    for token in ("", "not a token"):
        ended = run(tmp_path, project_root, token)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert TOKEN in ended.stderr and "Traceback" not in ended.stderr
        assert not token or token not in ended.stderr


@pytest.mark.process
async def test_sigterm_says_what_is_in_flight_and_nothing_twice(tmp_path: Path) -> None:
    async with ProcessStage(tmp_path, config) as stage:
        owner = stage.person("Trần Thị Lan")
        await owner.opens(await stage.prints(r"^https://t\.me/\S+$"))
        await owner.presses("Đồng ý")
        os.kill(stage.pid, signal.SIGTERM)
        assert await stage._process.wait() == 0  # type: ignore[union-attr]
        await stage.restart()
        await owner.sees("chủ bot")
        await stage.settled()
        assert sum("chủ bot" in text for text in owner.texts()) == 1


async def test_a_full_disk_loses_nothing_and_heals_by_itself(town: Town) -> None:
    """Not even updates can be stored, so they stay with Telegram until there is room again."""
    disk = Disk(town)
    await town.an.says("/thamdu")
    await town.an.sees("10/12/2026")
    disk.full_for("")
    await town.an.presses("Vắng")
    await town.stage.passes(minutes=1)
    disk.has_room()
    await town.an.sees("lý do")
    await town.an.says("Bận họp")
    await town.an.sees("Đã ghi", "Bận họp")


@pytest.mark.parametrize(("who", "words"), [("an", "thử lại sau ít phút"), ("emily", "try again in a few minutes")])
async def test_what_cannot_be_written_asks_for_patience_and_is_not_half_done(town: Town, who: str, words: str) -> None:
    disk, person = Disk(town), getattr(town, who)
    await person.says("/thamdu")
    await person.sees("2026")
    disk.full_for("forms")
    await person.presses("Vắng" if who == "an" else "I cannot come")
    await person.sees(words)
    disk.has_room()
    assert (town.count("forms"), town.count("inbox", "incident is not null")) == (0, 0)
    await person.presses("Vắng" if who == "an" else "I cannot come")
    await person.sees("/huy")


class Disk:
    """The disk under the bot's database, which can be full for what concerns one table (or any)."""

    def __init__(self, town: Town) -> None:
        self._stage = town.stage
        self._table: str | None = None
        engine = town.stage.bot.database.engine.sync_engine
        event.listen(engine, "before_cursor_execute", self._before)

    def full_for(self, table: str) -> None:
        self._table = table
        self._stage.hindered = not table

    def has_room(self) -> None:
        self._table = None
        self._stage.hindered = False

    def _before(self, connection: Any, cursor: Any, statement: str, *_rest: Any) -> None:
        writes = statement.startswith(("INSERT", "UPDATE", "DELETE"))
        full = self._table is not None and writes and self._table in statement
        if connection.dialect.name == "sqlite":
            cursor.execute(f"PRAGMA query_only = {'on' if full else 'off'}")
        elif full:
            cursor.execute("set local transaction_read_only = on")
