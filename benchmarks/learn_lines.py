"""Learn from the questions kept with the tests which line of a paper answers a question, and measure how well.

    python benchmarks/learn_lines.py [--out FOLDER] [--measure]

Needs `make learn`'s environment (scikit-learn, LightGBM). Every question of `tests/corpus/questions` is held against
lines of its paper; a line that bears the question's marks is right. First the associations are learned, a logistic
regression over pairs of signs; then the forest, from numbers among which is the company that associations learned on
*other* papers tell, as it will be with a paper that nobody has seen. Both are written to `domain/answers/evidence`.
With `--measure` nothing is written: each part of the papers is judged by what was learned from the others.
Questions over the shared plans take part where these are (HOI_NGHI_SHARED).
"""

import argparse
import json
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import lightgbm
import numpy
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from domain.answers import Index, understand
from domain.answers.evidence import forest
from domain.answers.evidence.associations import Associations
from domain.answers.evidence.candidates import ALIKE, candidates
from domain.answers.evidence.features import NAMES, rows
from domain.answers.evidence.lines import PaperLines
from domain.answers.evidence.paper_line import PaperLine
from domain.answers.evidence.signs import ABSENT, AROUND, OWN, content, of_question, relation
from domain.answers.query import Understanding
from tests.questions import CORPUS, LONGEST, Marked, Said, index_of, marked, right

ROOT = Path(__file__).resolve().parent.parent
LEARNED = ROOT / "domain" / "answers" / "evidence"
PARTS = 5
"""Parts of the papers, each of which is looked at with what was learned from the others."""

OTHERS = 8
"""Lines that a question is held against besides those that share words with it and those that are right."""

ASKED_IN = 8
TOLD_IN = 15
MET = 8
"""A sign of questions or of lines that fewer papers know is none, nor is a pair met less often."""

PAIRS = 60_000
"""Pairs of signs that are kept: those that weigh most, often met ones first."""

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
"""Many small trees, each of a part of the questions and of the numbers."""


@dataclass(frozen=True)
class Asking:
    """One question over its paper, and which of its lines are right."""

    marked: Marked
    u: Understanding
    paper: PaperLines
    right: frozenset[int]
    held: tuple[int, ...]

    @property
    def part(self) -> int:
        """The part of the papers that its paper falls to, the same every time."""
        return sum(self.marked.plan.encode()) % PARTS


@cache
def indexed(plan: str, folder: Path) -> Index:
    return index_of(plan, folder)


def asking(question: Marked, folder: Path, chance: random.Random) -> Asking:
    index = indexed(question.plan, folder)
    u, paper = understand(question.question, index), PaperLines.of(index)
    good = frozenset(number for number, line in enumerate(paper.lines) if answers(question, line))
    alike = [int(str(hit.entry.ref)) for hit in paper.index.search(u.content)[:ALIKE]]
    others = chance.sample(range(len(paper.lines)), min(OTHERS, len(paper.lines)))
    return Asking(question, u, paper, good, tuple(dict.fromkeys((*alike, *sorted(good)[:ALIKE], *others))))


def answers(question: Marked, line: PaperLine) -> bool:
    return question.answerable and right(question, Said(True, line.shown[: LONGEST - 10]))


def kept() -> Iterator[Asking]:
    """Every kept question whose paper is at hand."""
    shared = Path(os.environ.get("HOI_NGHI_SHARED", ROOT.parent / "shared")) / "plans"
    chance = random.Random(1)
    for path in sorted((CORPUS / "questions").glob("*.jsonl")):
        for question in marked(path.stem):
            folder = shared if question.shared else CORPUS
            if (folder / question.plan).exists():
                yield asking(question, folder, chance)


class Signs:
    """Signs by number: those that enough papers know."""

    def __init__(self, found: Iterable[tuple[str, Iterable[str]]], least: int) -> None:
        papers = defaultdict(set)
        for plan, signs in found:
            for sign in signs:
                papers[sign].add(plan)
        self.names = sorted(sign for sign, plans in papers.items() if len(plans) >= least)
        self.numbers = {name: number for number, name in enumerate(self.names)}

    def of(self, signs: Iterable[str]) -> Any:
        return numpy.array([self.numbers[sign] for sign in signs if sign in self.numbers], dtype=numpy.int64)


def associated(questions: Sequence[Asking]) -> Associations:
    """The associations that these questions teach."""
    asked = Signs(((each.marked.plan, of_question(each.u)) for each in questions), ASKED_IN)
    lines = {id(each.paper): each for each in questions}.values()
    told = Signs(
        ((each.marked.plan, signs) for each in lines for signs in each.paper.signs),
        TOLD_IN,
    )
    for name in (OWN, AROUND, ABSENT):
        told.numbers[name] = len(told.names)
        told.names.append(name)
    width = len(told.names)
    met, sizes, labels = [], [], []
    for each in questions:
        signs = of_question(each.u)
        mine = asked.of(signs) * width
        for number in each.held:
            pairs = (mine[:, None] + told.of(each.paper.signs[number])[None, :]).ravel()
            met.append(numpy.concatenate((pairs, _related(each, number, asked, told))))
            sizes.append(len(signs) * len(each.paper.signs[number]))
            labels.append(number in each.right)
    every, place, often = numpy.unique(numpy.concatenate(met), return_inverse=True, return_counts=True)
    lengths = numpy.array([len(pairs) for pairs in met])
    worth = numpy.repeat(1 / numpy.sqrt(numpy.array(sizes, dtype=float)), lengths).astype(numpy.float32)
    worth[often[place] < MET] = 0.0
    known = csr_matrix((worth, place.astype(numpy.int32), numpy.r_[0, lengths.cumsum()]), (len(met), len(every)))
    known.eliminate_zeros()
    model = SGDClassifier(loss="log_loss", alpha=2e-6, max_iter=10, tol=None, random_state=0, average=True)
    model.fit(known, numpy.array(labels))
    weights = model.coef_[0]
    most = numpy.argsort(-numpy.abs(weights) * numpy.sqrt(often))[:PAIRS]
    table: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for pair in sorted(most):
        one, other = divmod(int(every[pair]), width)
        if weight := round(float(weights[pair]), 2):
            table[asked.names[one]][told.names[other]] = weight
    return Associations(round(float(model.intercept_[0]), 4), dict(table))


def _related(each: Asking, number: int, asked: Signs, told: Signs) -> Any:
    """The pairs of what a question speaks of with how a line stands to it."""
    codes = {unit.code for unit in each.u.content if content(unit.code) in asked.numbers}
    entry, width = each.paper.entries[number], len(told.names)
    pairs = (asked.numbers[content(code)] * width + told.numbers[relation(code, entry)] for code in sorted(codes))
    return numpy.fromiter(pairs, dtype=numpy.int64)


@dataclass(frozen=True)
class Judged:
    """One question: the numbers of its lines and which of them are right."""

    asking: Asking
    rows: list[list[float]]
    right: list[bool]


def judged(each: Asking, learned: Associations) -> Judged:
    found = candidates(each.u, each.paper, learned)
    good = [answers(each.marked, one.line) for one in found]
    return Judged(each, rows(each.u, each.paper.index, found), good)


def by_others(questions: Sequence[Asking]) -> list[Judged]:
    """Every question with the numbers that it has for who has not seen its paper."""
    found = []
    for part in sorted({each.part for each in questions}):
        learned = associated([each for each in questions if each.part != part])
        found += [judged(each, learned) for each in questions if each.part == part]
    return found


def grown(questions: Iterable[Judged]) -> lightgbm.Booster:
    chosen = list(questions)
    numbers = numpy.array([row for each in chosen for row in each.rows])
    labels = [int(good) for each in chosen for good in each.right]
    return lightgbm.train(SETTINGS, lightgbm.Dataset(numbers, labels, params={"verbose": -1}), TREES)


def company_told(learned: Associations) -> str:
    """The associations as `associations.read` takes them, a sign of questions on each line."""
    lines = (
        f"{json.dumps(sign, ensure_ascii=False)}: {json.dumps(pull, ensure_ascii=False, separators=(',', ':'))}"
        for sign, pull in sorted(learned.weights.items())
    )
    return f'{{"base": {learned.base},\n"weights": {{\n' + ",\n".join(lines) + "\n}}\n"


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
        border.append(float(f"{node['threshold']:.6g}"))
        left.append(0)
        right.append(0)
        left[place], right[place] = take(node["left_child"]), take(node["right_child"])
        return place

    take(top)
    return number, border, left, right, leaves


def figures(questions: Sequence[Judged]) -> dict[str, Any]:
    """How often the likeliest line is right, over papers that the forest has not seen.

    A little too good: the company in the rows that it was grown from was learned from these papers among others.
    """
    table = {border: Counter[str]() for border in (0.5, 0.6, 0.7)}
    first, possible = 0, 0
    for part in range(PARTS):
        grove = forest.read(told(grown(each for each in questions if each.asking.part != part)))
        for each in (each for each in questions if each.asking.part == part and each.rows):
            odds = [grove.likely(row) for row in each.rows]
            best = max(range(len(odds)), key=odds.__getitem__)
            possible += any(each.right)
            first += each.right[best]
            for border, counts in table.items():
                if odds[best] >= border:
                    counts["given"] += 1
                    counts["right"] += each.right[best]
                    counts["unanswerable"] += not each.asking.marked.answerable
    shares = {str(border): dict(counts) for border, counts in table.items()}
    return {"questions": len(questions), "with_a_line": possible, "likeliest_right": first, "at_least": shares}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=LEARNED)
    parser.add_argument("--measure", action="store_true")
    args = parser.parse_args()
    questions = list(kept())
    seen = by_others(questions)
    if args.measure:
        print(json.dumps(figures(seen), indent=1))
        return
    (args.out / "associations.json").write_text(company_told(associated(questions)), encoding="utf-8")
    (args.out / "forest.json").write_text(told(grown(seen)), encoding="utf-8")


if __name__ == "__main__":
    main()
