"""The development plans, where they are present: scored by their own scorer."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from documents.reading import read_plan
from domain.plan import PlanDraft
from domain.plan_json import as_json


@pytest.fixture(scope="module")
def scores(shared_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("read")
    for path in sorted((shared_dir / "plans").glob("*.txt")):
        draft = read_plan(path.name, path.read_bytes())
        assert isinstance(draft, PlanDraft)
        (folder / f"{path.stem}.json").write_text(json.dumps(as_json(draft)), encoding="utf-8")
    command = [
        sys.executable,
        str(shared_dir / "plans" / "score_plan.py"),
        str(shared_dir / "plans"),
        str(folder),
        "--json",
    ]
    result: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return result


def test_every_kind_of_field_is_read_well_and_nothing_is_invented(scores: dict[str, Any]) -> None:
    assert {name: field for name, field in scores["fields"].items() if field["score"] < 0.95 or field["invented"]} == {}


@pytest.mark.parametrize("seed", ["seed0.json", "seed1.json"])
def test_both_seeds_are_read_without_a_fault(scores: dict[str, Any], seed: str) -> None:
    fields = scores["by_document"][seed]
    assert {name: field["score"] for name, field in fields.items() if field["score"] < 1} == {}


def test_word_original_is_read_like_its_text(shared_dir: Path) -> None:
    (path,) = (shared_dir / "plans").glob("*.docx")
    from_word, from_text = (read_plan(p.name, p.read_bytes()) for p in (path, path.with_suffix(".txt")))
    assert isinstance(from_word, PlanDraft)
    assert isinstance(from_text, PlanDraft)
    assert [s.value for s in from_word.sessions] == [s.value for s in from_text.sessions]
    assert [u.value.name for u in from_word.units] == [u.value.name for u in from_text.units]
