"""`python -m bot plan FILE`: the summary, JSON, the outline, the workbook; a sentence for what is no plan."""

import argparse
import json
import zipfile
from pathlib import Path

import pytest

from bot.commands import plan
from documents.planbook_rows import opened

TEXT = (
    "UBND HUYỆN NÀ LÙNG\nKẾ HOẠCH\nTổ chức Hội nghị sơ kết\nI. THỜI GIAN, ĐỊA ĐIỂM\n- Thời gian: 8h00 ngày 27/7/2026.\n"
    "- Địa điểm: Hội trường huyện.\nII. CHƯƠNG TRÌNH\n- 8h00: Khai mạc;\n- 9h00: Báo cáo;\n- 11h00: Bế mạc.\n"
)


def called(*words: str) -> int:
    parser = argparse.ArgumentParser()
    plan.configure(parser)
    return plan.run(parser.parse_args(words))


@pytest.fixture
def paper(tmp_path: Path) -> str:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_summary_json_outline_and_workbook_of_one_plan(
    paper: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(paper) == 0
    assert "Hội trường huyện" in capsys.readouterr().out
    assert called(paper, "--json") == 0
    read = json.loads(capsys.readouterr().out)
    assert (read["starts_on"], len(read["sessions"])) == ("2026-07-27", 3)
    assert called(paper, "--explain") == 0
    outline = capsys.readouterr().out.splitlines()
    assert [line.split()[:3] for line in outline if "THỜI GIAN" in line] == [["4", "roman", "place"]]
    assert [line.split()[:3] for line in outline[:3]] == [
        ["1", "head", "issuer"],
        ["2", "head", "KẾ"],
        ["3", "head", "title"],
    ]
    assert [int(line.split()[0]) for line in outline] == list(range(1, 11))
    out = tmp_path / "ke-hoach.xlsx"
    assert called(paper, "--xlsx", str(out)) == 0
    assert {"Hội nghị", "Chương trình", "Thành phần"} <= set(opened(out.read_bytes()) or ())


@pytest.mark.parametrize(
    ("content", "told"), [(b"", "trống"), (b"Mot bai tho ngan.\n", "không giống"), (b"\x89PNG\r\n", "bản chụp")]
)
def test_what_is_no_plan_is_told_in_one_sentence(
    content: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "gi-do.txt"
    path.write_bytes(content)
    assert called(str(path)) == 2
    said = capsys.readouterr()
    assert told in said.err
    assert "Traceback" not in said.err
    assert said.out == ""


def test_workbook_of_a_paper_that_amends_marks_what_is_taken_away(tmp_path: Path) -> None:
    path, out = tmp_path / "dieu-chinh.txt", tmp_path / "dieu-chinh.xlsx"
    path.write_text(
        "UBND HUYỆN NÀ LÙNG\nKẾ HOẠCH\nĐiều chỉnh chương trình Hội nghị sơ kết\n1. Thời gian: 8h00 ngày 28/7/2026\n"
        "2. Bỏ nội dung Thảo luận tổ.\n",
        encoding="utf-8",
    )
    assert called(str(path), "--xlsx", str(out)) == 0
    with zipfile.ZipFile(out) as book:
        notes = "".join(book.read(name).decode() for name in book.namelist() if "comments" in name)
    assert "bỏ nội dung này" in notes
