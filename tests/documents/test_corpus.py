"""Our own example plans, of ten shapes and bodies, against what a careful reader takes from them."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from documents.reading import read_plan
from domain.plan import PlanDraft
from domain.plan_json import as_json

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "corpus"
PLANS = sorted([*CORPUS.glob("*.txt"), *CORPUS.glob("*.md"), ROOT / "simulator" / "plans" / "hoi-nghi-mau.txt"])
ENTRY_KEYS = {
    "times": ("start_iso", "end_iso", "what"),
    "sessions": ("day", "start", "end", "title", "responsible", "room", "part_of"),
}


def entries(plan: dict[str, Any], field: str) -> list[str]:
    """What a field holds as comparable words: each list entry, each member with its level, each task with its unit."""
    value = plan.get(field)
    match field:
        case "groups":
            return [f"{group['level']}|{member}" for group in value or () for member in group["members"]]
        case "units":
            return [
                f"{unit['name']}|{task['text']}|{task.get('deadline_iso')}"
                for unit in value or ()
                for task in unit["tasks"]
            ]
        case "times" | "sessions":
            return ["|".join(str(entry.get(key)) for key in ENTRY_KEYS[field]) for entry in value or ()]
        case "recipients":
            return list(value or ())
        case _:
            return [] if value is None else [str(value)]


def score(gold: dict[str, Any], read: dict[str, Any], field: str) -> float:
    """F1 of the entries that are equal; 1 where both hold nothing."""
    wanted, got = Counter(entries(gold, field)), Counter(entries(read, field))
    total = wanted.total() + got.total()
    return 2 * (wanted & got).total() / total if total else 1.0


def test_scorer_tells_missing_wrong_and_invented_entries_apart() -> None:
    gold = {"recipients": ["A", "B"], "venue": None}
    assert score(gold, {"recipients": ["A", "B"]}, "recipients") == 1
    assert score(gold, {"recipients": ["A"]}, "recipients") == pytest.approx(2 / 3)
    assert score(gold, {"recipients": ["A", "C"]}, "recipients") == 0.5
    assert score(gold, {"venue": "Hội trường"}, "venue") == 0


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_field_of_an_example_plan_is_read(path: Path) -> None:
    draft = read_plan(path.name, path.read_bytes())
    assert isinstance(draft, PlanDraft)
    gold = json.loads((CORPUS / f"{path.stem}.json").read_text(encoding="utf-8"))
    read = as_json(draft)
    assert {field: score(gold, read, field) for field in gold} == dict.fromkeys(gold, 1.0)


def test_there_are_ten_example_plans_besides_the_demo() -> None:
    assert len(PLANS) == 11
