"""Plans that the reader had not seen when they were written, scored by class of field as strangers' are.

Words are compared folded and in part: a member or a task counts when most of its words agree, a time only when it is
equal. `tests/corpus/held/README.md` tells how well each round was read at first sight.
"""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from documents.reading import read_plan
from domain.plan import PlanDraft
from domain.plan_json import as_json
from domain.vietnamese import words

HELD = Path(__file__).resolve().parents[1] / "corpus" / "held"
PLANS = sorted(path for path in HELD.iterdir() if path.suffix in (".txt", ".md") and path.stem != "README")
SINGLE = ("title", "issuer", "venue", "expected_count", "signer")
LISTS = ("times", "levels", "members", "sessions", "units", "tasks", "deadlines", "recipients")
CLASSES = (*SINGLE, *LISTS)
Plan = dict[str, Any]
Entry = tuple[Any, str]
"""What has to be equal, and the words of which most have to agree."""


def alike(one: str, other: str) -> float:
    """F1 of the folded words."""
    left, right = Counter(words(one)), Counter(words(other))
    return 2 * (left & right).total() / max(left.total() + right.total(), 1)


def _tasks(plan: Plan) -> list[tuple[str, Plan]]:
    return [(unit["name"], task) for unit in plan["units"] for task in unit["tasks"]]


ENTRIES: dict[str, Callable[[Plan], list[Entry]]] = {
    "times": lambda plan: [(time["start_iso"], "") for time in plan["times"] if time["start_iso"]],
    "levels": lambda plan: [(None, group["level"]) for group in plan["groups"] if group["level"]],
    "members": lambda plan: [(None, member) for group in plan["groups"] for member in group["members"]],
    "sessions": lambda plan: [((s["day"], s["start"]), s["title"]) for s in plan["sessions"]],
    "units": lambda plan: [(None, unit["name"]) for unit in plan["units"]],
    "tasks": lambda plan: [(None, f"{name} {task['text']}") for name, task in _tasks(plan)],
    "deadlines": lambda plan: [(t["deadline_iso"], t["text"]) for _, t in _tasks(plan) if t.get("deadline_iso")],
    "recipients": lambda plan: [(None, recipient) for recipient in plan["recipients"]],
}


def score(gold: Plan, read: Plan, field: str) -> float:
    """From 0 to 1; single fields are right or wrong, lists have the F1 of what was found and what was read."""
    if field not in ENTRIES:
        one, other = gold[field], read[field]
        return float(one == other or (None not in (one, other) and alike(str(one), str(other)) >= 0.8))
    wanted, got = ENTRIES[field](gold), ENTRIES[field](read)
    total, found = len(wanted) + len(got), 0
    for key, text in wanted:
        same = next((e for e in got if e[0] == key and (not text or alike(e[1], text) >= 0.7)), None)
        if same is not None:
            got.remove(same)
            found += 1
    return 2 * found / total if total else 1.0


@pytest.fixture(scope="module")
def pairs() -> dict[str, tuple[Plan, Plan]]:
    """Gold and what was read, by the plan's name."""
    found = {}
    for path in PLANS:
        draft = read_plan(path.name, path.read_bytes())
        assert isinstance(draft, PlanDraft)
        gold = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        found[path.stem] = (gold, as_json(draft))
    return found


def test_scorer_lowers_for_what_is_missed_and_for_what_is_invented() -> None:
    gold = {"recipients": ["Sở Nội vụ", "Lưu: VT"], "venue": None}
    assert score(gold, {"recipients": ["Sở Nội vụ"]}, "recipients") == pytest.approx(2 / 3)
    assert score(gold, {"recipients": ["Sở Nội vụ", "Lưu: VT", "Báo chí"]}, "recipients") == 0.8
    assert score(gold, {"venue": "Hội trường lớn"}, "venue") == 0


@pytest.mark.parametrize("field", CLASSES)
def test_every_class_of_fields_is_read_well(pairs: dict[str, tuple[Plan, Plan]], field: str) -> None:
    scores = {name: score(gold, read, field) for name, (gold, read) in pairs.items()}
    assert {name: value for name, value in scores.items() if value < 0.9} == {}


@pytest.mark.parametrize("field", CLASSES)
def test_nothing_is_invented(pairs: dict[str, tuple[Plan, Plan]], field: str) -> None:
    def empty(plan: Plan) -> bool:
        return not ENTRIES[field](plan) if field in ENTRIES else plan[field] is None

    assert [name for name, (gold, read) in pairs.items() if empty(gold) and not empty(read)] == []


def test_every_held_out_plan_is_scored() -> None:
    assert len(PLANS) == 143
