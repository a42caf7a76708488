"""Which signs of a question keep company with which signs of a line: told, added up, and read from their file."""

from datetime import time
from math import sqrt

import pytest

from domain.answers import Index
from domain.answers.entries import Sort
from domain.answers.evidence import associations
from domain.answers.evidence.associations import Associations
from domain.answers.evidence.lines import PaperLines
from domain.answers.evidence.signs import ABSENT, AROUND, EVERY, OWN, of_question, relation
from domain.answers.reading import understand
from domain.conference import Conference, Programme, Session
from domain.ids import SessionId

INDEX = Index.of(
    Programme(
        conference=Conference(title="Hội nghị đầu bờ", venue="Nhà văn hóa Bản Mấu"),
        sessions=(
            Session(id=SessionId(1), title="Thăm ruộng"),
            Session(id=SessionId(2), title="Trạm khuyến nông nói 12 điều", start=time(7, 30), parent=SessionId(1)),
        ),
    )
)
PAPER = PaperLines.of(INDEX)


def _line(text: str) -> int:
    return next(number for number, line in enumerate(PAPER.lines) if text in line.text)


def test_the_signs_of_a_line_are_its_words_what_it_holds_and_what_it_is() -> None:
    signs = PAPER.signs[_line("khuyến nông")]
    assert {EVERY, f":{Sort.SESSION}", "+clock", "+number", "khuyen", "nong", "ruong", "#2"} <= set(signs)
    assert "+phone" not in signs
    assert len(signs) == len(set(signs))


def test_the_signs_of_a_question_are_its_words_its_content_and_its_kind() -> None:
    signs = of_question(understand("trạm khuyến nông đi mấy ng, 15 hay 16", INDEX))
    assert {"khuyen", "=khuyen", "?count", "#2"} <= set(signs)
    assert len(signs) == len(set(signs))


def test_a_line_speaks_of_a_thing_itself_or_what_it_stands_under_does() -> None:
    entry = PAPER.entries[_line("khuyến nông")]
    assert [relation(code, entry) for code in ("nong", "ruong", "wifi")] == [OWN, AROUND, ABSENT]


def test_company_is_what_the_pairs_are_worth_by_how_many_there_may_be() -> None:
    weights = {"nong": {"nong": 2.0, EVERY: -0.5, "wifi": 9.0}, "=nong": {OWN: 4.0, ABSENT: -4.0}}
    u, number = understand("nông", INDEX), _line("khuyến nông")
    pull, signs = Associations(-1.0, weights).asked(u), PAPER.signs[number]
    told = pull.to(signs, PAPER.entries[number])
    assert told == pytest.approx(-1.0 + (2.0 - 0.5 + 4.0) / sqrt(len(of_question(u)) * len(signs)))
    other = _line("Nhà văn hóa")
    assert pull.to(PAPER.signs[other], PAPER.entries[other]) < told


def test_what_was_learned_is_read_and_finds_company() -> None:
    read = associations.read('{"base": -1.5, "weights": {"an": {"com": 2}}}')
    assert (read.base, read.weights["an"]["com"]) == (-1.5, 2)
    learned = associations.learned()
    assert sum(map(len, learned.weights.values())) > 10_000
    assert learned.weights["xe"]["xe"] > learned.weights["xe"].get("com", 0.0)
