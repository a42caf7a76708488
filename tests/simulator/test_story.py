"""Stories as files, played from the command line."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.__main__ import main
from simulator.story import StoryError, minutes, read_story

HEAD = """
title = "Hai người và một con vẹt"
start = 2026-07-26T08:00:00+07:00

[[person]]
key = "an"
name = "Nguyễn Văn An"

[[person]]
key = "binh"
name = "Bình"

[[group]]
key = "to"
title = "Tổ thư ký"
members = ["binh", "an"]
"""
STEPS = """
[[step]]
who = "an"
starts = "abc"
sees = ["Chào", "mã abc"]
finds = { ma = "mã (\\\\w+)" }

[[step]]
who = "an"
presses = "Xanh"
sees = "Màu xanh"

[[step]]
advance = "1h30m"

[[step]]
who = "binh"
says = "{ma} hai"
sees = "Nhắc lại: abc hai"
not_sees = "ba"

[[step]]
who = "binh"
where = "to"
says = "@hoi_nghi_bot ơi"
sees = "ơi"

[[step]]
who = "binh"
as = "thư.txt"
file = "thu.txt"
sees_file = "in hoa thư.txt"

[[step]]
restart = true
"""


@pytest.fixture
def bot(monkeypatch: pytest.MonkeyPatch) -> str:
    """The parrot under a name by which the command line finds it."""
    spec = importlib.util.spec_from_file_location("parrot", Path(__file__).with_name("parrot.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setitem(sys.modules, "parrot", module)
    return "parrot:build"


def story(folder: Path, text: str) -> Path:
    (folder / "thu.txt").write_bytes(b"abc")
    path = folder / "story.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_story_that_comes_true_prints_its_dialogue(
    tmp_path: Path, bot: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--story", str(story(tmp_path, HEAD + STEPS)), "--bot", bot]) == 0
    printed = capsys.readouterr().out
    lines = [
        "Hai người và một con vẹt",
        "26/07 08:00  Nguyễn Văn An: /start abc",
        "26/07 08:00  bot → Nguyễn Văn An: Chào, mã abc",
        "26/07 08:00  Nguyễn Văn An presses [Xanh]",
        "26/07 09:30  Bình: abc hai",
        "26/07 09:30  Bình in Tổ thư ký: @hoi_nghi_bot ơi",
        "7 of 7 steps came true",
    ]
    assert [line for line in lines if line not in printed] == []


def test_a_story_that_does_not_come_true_says_where(
    tmp_path: Path, bot: str, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = HEAD + '[[step]]\nwho = "an"\nsays = "một"\nnot_sees = "Nhắc"\n'
    assert main(["--story", str(story(tmp_path, wrong)), "--bot", bot]) == 1
    printed = capsys.readouterr()
    assert "0 of 1 steps came true" in printed.out
    assert printed.err.startswith("step 1 (who = 'an', says = 'một', not_sees = 'Nhắc'): Nguyễn Văn An expected not")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("start = 2026-07-26T08:00:00", "start needs a date, a time and a zone"),
        ("stap = 1", "unknown key 'stap'"),
        ("title = ", "Invalid value"),
    ],
)
def test_a_wrong_story_is_told_in_one_line(
    tmp_path: Path, text: str, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--story", str(story(tmp_path, text))]) == 2
    assert words in capsys.readouterr().err


def test_an_unknown_verb_or_person_fails_its_step(tmp_path: Path, bot: str, capsys: pytest.CaptureFixture[str]) -> None:
    for step, words in (
        ('who = "an"\nsings = "x"', "unknown verb 'sings'"),
        ('who = "ai"\nsays = "x"', "there is no person 'ai'"),
        ('advance = "soon"', "'soon' is no span of time"),
    ):
        assert main(["--story", str(story(tmp_path, f"{HEAD}[[step]]\n{step}\n")), "--bot", bot]) == 1
        assert words in capsys.readouterr().err


def test_a_missing_story_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(StoryError, match="No such file"):
        read_story(tmp_path / "none.toml")


def test_spans_of_time() -> None:
    assert [minutes(span) for span in ("45m", "2h", "1d2h3m")] == [45, 120, 24 * 60 + 123]


@pytest.mark.process
def test_the_server_alone_says_how_to_reach_it(project_root: Path) -> None:
    command = [sys.executable, "-m", "simulator", "--port", "0"]
    with subprocess.Popen(command, cwd=project_root, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(3)]
        process.terminate()
        assert process.wait(10) == 0
    assert "A pretend Telegram listens at http://127.0.0.1:" in lines[0]
    assert "base_url" in lines[1] and "TELEGRAM_BOT_TOKEN=" in lines[1]
