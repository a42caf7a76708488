"""Learn from the questions kept with the tests which line of a paper answers a question, and measure how well.

    python benchmarks/learn_lines.py [--folds 4] [--out FILE]

Needs `make learn`'s environment (LightGBM). Every question of `tests/corpus/questions` is held against the lines of its
paper that share words with it; a line that bears the question's marks is right. The forest is written to
`domain/answers/evidence/forest.json`. With `--folds` nothing is written: each part of the papers is judged by a forest
that has seen none of them. Questions over the shared plans take part where these are (HOI_NGHI_SHARED).
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import lightgbm
import numpy

from domain.answers import Index, understand
from domain.answers.evidence import forest
from domain.answers.evidence.features import NAMES, rows
from domain.answers.evidence.lines import PaperLines
from tests.questions import CORPUS, LONGEST, Marked, Said, index_of, marked, right, say

ROOT = Path(__file__).resolve().parent.parent
LEARNED = ROOT / "domain" / "answers" / "evidence" / "forest.json"
TREES = 300
SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.05,
    "num_leaves": 20,
    "min_data_in_leaf": 25,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "feature_fraction": 0.4,
    "lambda_l2": 2.0,
    "seed": 1,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
"""Many small trees, each of a part of the questions and of the numbers: few questions, many numbers."""


@dataclass(frozen=True)
class Judged:
    """One question: the numbers of its lines, which of them are right, and whether the bot answers it by itself."""

    question: Marked
    rows: list[list[float]]
    right: list[bool]
    answered: bool


@cache
def indexed(plan: str, folder: Path) -> Index:
    return index_of(plan, folder)


def judged(question: Marked, folder: Path) -> Judged:
    index = indexed(question.plan, folder)
    u = understand(question.question, index)
    paper = PaperLines.of(index)
    hits = paper.near(u.content)
    lines = [paper.line(hit).shown[: LONGEST - 10] for hit in hits]
    good = [question.answerable and right(question, Said(True, line)) for line in lines]
    return Judged(question, rows(u, paper, hits), good, say(question.question, index, question.now).answered)


def kept() -> Iterator[Judged]:
    """Every kept question whose paper is at hand."""
    shared = Path(os.environ.get("HOI_NGHI_SHARED", ROOT.parent / "shared")) / "plans"
    for path in sorted((CORPUS / "questions").glob("*.jsonl")):
        for question in marked(path.stem):
            folder = shared if question.shared else CORPUS
            if (folder / question.plan).exists():
                yield judged(question, folder)


def grown(questions: list[Judged]) -> lightgbm.Booster:
    numbers = [row for each in questions for row in each.rows]
    labels = [int(good) for each in questions for good in each.right]
    return lightgbm.train(SETTINGS, lightgbm.Dataset(numpy.array(numbers), labels, params={"verbose": -1}), TREES)


def told(booster: lightgbm.Booster) -> str:
    """The forest as `forest.read` takes it."""
    trees = [_tree(each["tree_structure"]) for each in booster.dump_model()["tree_info"]]
    lines = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    return f'{{"names": {json.dumps(NAMES, ensure_ascii=False)},\n"trees": [\n{lines}\n]}}\n'


def _tree(top: dict[str, Any]) -> tuple[list[Any], ...]:
    number: list[int] = []
    border: list[float] = []
    left: list[int] = []
    right: list[int] = []
    leaves: list[float] = []

    def take(node: dict[str, Any]) -> int:
        """The place of a node; of a leaf, what is below 0."""
        if "leaf_value" in node:
            leaves.append(round(node["leaf_value"], 5))
            return ~(len(leaves) - 1)
        place = len(number)
        number.append(node["split_feature"])
        border.append(node["threshold"])
        left.append(0)
        right.append(0)
        left[place], right[place] = take(node["left_child"]), take(node["right_child"])
        return place

    take(top)
    return number, border, left, right, leaves


def figures(questions: list[Judged], folds: int) -> dict[str, Any]:
    """How often the likeliest line is right, over papers that the forest has not seen."""
    plans = sorted({each.question.plan for each in questions})
    table = {border: [0, 0, 0] for border in (0.5, 0.6, 0.7)}
    first, possible = 0, 0
    for fold in range(folds):
        unseen = set(plans[fold::folds])
        grove = forest.read(told(grown([each for each in questions if each.question.plan not in unseen])))
        for each in (each for each in questions if each.question.plan in unseen and each.rows):
            odds = [grove.likely(row) for row in each.rows]
            best = max(range(len(odds)), key=odds.__getitem__)
            possible += any(each.right)
            first += each.right[best]
            for border, counts in table.items():
                if not each.answered and odds[best] >= border:
                    counts[0] += 1
                    counts[1] += each.right[best]
                    counts[2] += not each.question.answerable
    shares = {str(b): {"given": c[0], "right": c[1], "unanswerable": c[2]} for b, c in table.items()}
    return {"questions": len(questions), "with_a_line": possible, "likeliest_right": first, "declined": shares}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--out", type=Path, default=LEARNED)
    args = parser.parse_args()
    questions = list(kept())
    if args.folds:
        print(json.dumps(figures(questions, args.folds), indent=1))
    else:
        args.out.write_text(told(grown(questions)), encoding="utf-8")


if __name__ == "__main__":
    main()
