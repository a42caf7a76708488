"""Questions over the example plans, read by the reader itself: how many are answered right, and how many wrongly."""

import random
from collections.abc import Callable
from functools import cache

import pytest

from domain.answers import Index
from domain.vietnamese import fold
from tests.questions import Marked, index_of, marked, right, say

index = cache(index_of)


def judged(name: str) -> tuple[list[Marked], list[Marked], int]:
    """The questions answered wrongly, those of them answered with confidence, and how many there were."""
    wrong, confident, count = [], [], 0
    for question in marked(name):
        said = say(question.question, index(question.plan), question.now)
        count += 1
        if not right(question, said):
            wrong.append(question)
            confident += [question] if said.answered else []
    return wrong, confident, count


@pytest.mark.parametrize(("name", "least"), [("tuned", 0.97), ("held_out", 0.95)])
def test_questions_over_the_example_plans_are_answered_right(name: str, least: float) -> None:
    wrong, confident, count = judged(name)
    assert count >= 100
    assert 1 - len(wrong) / count >= least, [question.question for question in wrong]
    assert len(confident) / count <= 0.03, [question.question for question in confident]


def without_marks(text: str, _: random.Random) -> str:
    return "".join((fold(character) or character)[0] for character in text)


def shouted(text: str, _: random.Random) -> str:
    return text.upper()


def polite(text: str, chance: random.Random) -> str:
    form = chance.choice(
        ("Dạ cho em hỏi {} ạ", "Kính gửi Ban Tổ chức, xin vui lòng cho biết {}", "{} vậy ad ơi", "ad ơi {} nhỉ")
    )
    return form.format(text)


def mistyped(text: str, chance: random.Random) -> str:
    """One letter dropped, doubled or swapped with its neighbour in one word of four letters or more."""
    words = text.split()
    long = [place for place, word in enumerate(words) if len(word) >= 4 and word.isalpha()]
    if not long:
        return text
    place = chance.choice(long)
    word, at = words[place], chance.randrange(1, len(words[place]) - 1)
    changed = (
        word[:at] + word[at + 1 :],
        word[: at + 1] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    return " ".join([*words[:place], chance.choice(changed), *words[place + 1 :]])


def test_the_same_question_in_other_clothes_stays_answered_right() -> None:
    dressings: tuple[Callable[[str, random.Random], str], ...] = (without_marks, shouted, polite, mistyped)
    chance, kept, lost, confident = random.Random(7), 0, [], []
    for question in marked("tuned"):
        mine: Index = index(question.plan)
        if not right(question, say(question.question, mine, question.now)):
            continue
        for dress in dressings:
            dressed = dress(question.question, chance)
            said = say(dressed, mine, question.now)
            if right(question, said):
                kept += 1
            else:
                lost.append(dressed)
                confident += [dressed] if said.answered else []
    assert kept / (kept + len(lost)) >= 0.95, lost
    assert len(confident) / (kept + len(lost)) <= 0.01, confident
