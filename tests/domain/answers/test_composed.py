"""Questions about composed programmes: most must be answered, and next to none wrongly."""

import random

from tests.composed import compose, holds, questions
from tests.questions import index_from, say

PLANS = 5
RIGHT, WRONG = 0.95, 0.01


def test_questions_about_programmes_composed_at_random_are_answered() -> None:
    rnd = random.Random(11)
    right, wrong, count = 0, [], 0
    for _ in range(PLANS):
        made = compose(rnd)
        index = index_from(made.paper)
        assert len(index.programme.sessions) == len(made.items)
        for posed in questions(made, rnd):
            said = say(posed.text, index, posed.now)
            count += 1
            if said.answered and holds(posed, said.words):
                right += 1
            elif said.answered:
                wrong.append((posed.text, said.words))
    assert right >= RIGHT * count, f"{right} of {count}"
    assert len(wrong) <= WRONG * count, wrong
