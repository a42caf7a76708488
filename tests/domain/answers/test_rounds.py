"""Rounds of questions over all plans at hand, asked in every tone; those over shared plans where these are."""

from functools import cache
from pathlib import Path

from domain.answers import Index
from tests.questions import CORPUS, Marked, index_of, marked, right, say

NUMBERS = (*range(1, 13), 16, 17, 18, 20, 21, 26, 27, 28, 29, 31, 38, 41, 43, 44, 45, 46, 47)
ROUNDS = tuple(f"round_{number}" for number in NUMBERS)


def judged(questions: list[Marked], folder: Path) -> tuple[list[str], list[str]]:
    """The questions answered wrongly, and those of them answered with confidence."""

    @cache
    def index(plan: str) -> Index:
        return index_of(plan, folder)

    wrong, confident = [], []
    for question in questions:
        said = say(question.question, index(question.plan), question.now)
        if not right(question, said):
            wrong.append(question.question)
            confident += [question.question] if said.answered else []
    return wrong, confident


def asked(shared: bool) -> list[Marked]:
    return [question for name in ROUNDS for question in marked(name) if question.shared is shared]


def test_questions_over_our_own_plans_are_answered_right() -> None:
    questions = asked(shared=False)
    wrong, confident = judged(questions, CORPUS)
    assert len(wrong) / len(questions) <= 0.08, wrong
    assert len(confident) / len(questions) <= 0.025, confident


def test_questions_over_the_shared_plans_are_answered_right(shared_dir: Path) -> None:
    questions = asked(shared=True)
    wrong, confident = judged(questions, shared_dir / "plans")
    assert len(wrong) / len(questions) <= 0.07, wrong
    assert len(confident) / len(questions) <= 0.012, confident
