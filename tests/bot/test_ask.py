"""`python -m bot ask`: questions in batch, each with what a program needs to judge its answer, and how it was read."""

import argparse
import json
from pathlib import Path

import pytest

from bot.commands import ask

PLAN = """KẾ HOẠCH
Tổ chức Hội nghị trồng quế
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: 8h00 ngày 15/12/2026
- Địa điểm: Nhà văn hóa Trà Bùi
II. CHƯƠNG TRÌNH
- 8h00: Khai mạc
- 9h30: Nghỉ giải lao
- 9h45: Thảo luận
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "que.txt").write_text(PLAN, encoding="utf-8")
    return tmp_path


def called(*words: str) -> int:
    parser = argparse.ArgumentParser()
    ask.configure(parser)
    return ask.run(parser.parse_args(words))


def test_a_batch_is_answered_line_by_line_each_from_its_plan_at_its_time(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        {"id": "a", "plan": "que.txt", "question": "may gio khai mac v", "language": "vi-nodiac", "now": None},
        {"id": "b", "plan": "que.txt", "question": "đang đến phần nào rồi", "now": "2026-12-15T09:50"},
        {"id": "c", "plan": "que.txt", "question": "mật khẩu wifi là gì"},
        {"id": "d", "plan": "que.txt", "question": "Where is it held?", "language": "en"},
    ]
    batch = folder / "questions.jsonl"
    batch.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8")
    assert called("--questions", str(batch), "--json") == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [set(each) for each in told] == [{"id", "answered", "kind", "text", "sources"}] * 4
    assert [(each["id"], each["answered"]) for each in told] == [("a", True), ("b", True), ("c", False), ("d", True)]
    for each, words in zip(told, ("08:00", "Thảo luận", "Wi-Fi", "Place: Nhà văn hóa Trà Bùi"), strict=True):
        assert words.casefold() in each["text"].casefold()
    assert told[0]["sources"] == ["- 8h00: Khai mạc"]
    assert "<" not in "".join(each["text"] for each in told)


def test_an_explanation_prints_tokens_entities_and_kinds_with_their_scores(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called("--plan", str(folder / "que.txt"), "--explain", "chiều mai mấy giờ khai mạc") == 0
    part = json.loads(capsys.readouterr().out)["parts"][0]
    assert part["kinds"][0][0] == "when"
    assert part["kinds"][0][1] >= 2.8
    assert part["concepts"] == ["opening"]
    assert "Offset(days=1)" in part["when"]
    assert {"may", "gio"} <= set(part["tokens"])


@pytest.mark.parametrize("line", ["{", '{"id": "a"}', '{"id": "a", "question": "x", "plan": "nowhere.txt"}'])
def test_a_line_that_cannot_be_read_is_named(folder: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    batch = folder / "questions.jsonl"
    batch.write_text(line, encoding="utf-8")
    assert called("--questions", str(batch), "--json") == 2
    assert capsys.readouterr().err
