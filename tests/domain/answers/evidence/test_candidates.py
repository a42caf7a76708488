"""The lines of a paper that are weighed for a question, and the numbers that are taken of them."""

import pytest

from domain.answers import Index
from domain.answers.evidence import candidates as nearness
from domain.answers.evidence.associations import Associations
from domain.answers.evidence.candidates import ALIKE, IN_COMPANY, Candidate, candidates
from domain.answers.evidence.features import NAMES, rows
from domain.answers.evidence.lines import PaperLines
from domain.answers.reading import understand
from domain.conference import REST, Conference, Fact, Programme

SILENT = "Khi vào phòng để máy ở chế độ im lặng"
TEXTS = (SILENT, *(f"Đoàn số {number} mang theo {number} cây giống" for number in range(40)))
INDEX = Index.of(
    Programme(
        conference=Conference(title="Hội nghị đầu bờ"),
        facts=tuple(Fact(topic=REST, text=text) for text in TEXTS),
    )
)
SHUT_UP = Associations(-2.0, {"tat": {"im": 3.0, "lang": 3.0}, "cay": {"giong": 1.0}})
"""Who asks to switch something off asks about silence."""


def _found(question: str, associations: Associations = SHUT_UP) -> list[Candidate]:
    return candidates(understand(question, INDEX), PaperLines.of(INDEX), associations)


def _texts(found: list[Candidate]) -> list[str]:
    return [each.line.text for each in found]


def test_a_line_that_shares_no_word_is_found_by_the_company_it_keeps() -> None:
    found = _found("đt có phải tắt k")
    assert SILENT in _texts(found)
    assert max(found, key=lambda each: each.company).line.text == SILENT
    assert SILENT not in _texts(_found("đt có phải tắt k", Associations(0.0, {"tat": {"giong": 1.0}})))


def test_few_lines_are_weighed_and_each_once() -> None:
    found = _found("mang bao nhiêu cây giống")
    assert len(found) == ALIKE + IN_COMPANY == len(set(_texts(found)))
    assert [each.hit.score for each in found[:ALIKE]] == sorted(
        (each.hit.score for each in found[:ALIKE]), reverse=True
    )


def test_of_a_long_paper_only_lines_with_words_of_the_question_are_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearness, "MANY", len(TEXTS))
    assert _found("đt có phải tắt k") == []
    paper = PaperLines.of(Index.of(INDEX.programme))
    assert len(candidates(understand("mang bao nhiêu cây giống", INDEX), paper, SHUT_UP)) == ALIKE


@pytest.mark.parametrize("question", ["ai mang cây giống", "doan so 7 mang gi", "cây " * 200, "tắt", "", "??", "🙂"])
def test_every_line_found_has_a_number_for_every_name(question: str) -> None:
    u, found = understand(question, INDEX), _found(question)
    numbers = rows(u, PaperLines.of(INDEX).index, found)
    assert len(numbers) == len(found)
    assert all(len(row) == len(NAMES) for row in numbers)


def test_the_best_company_is_told_to_every_line() -> None:
    found = _found("tắt máy mang cây giống")
    numbers = rows(understand("tắt máy mang cây giống", INDEX), PaperLines.of(INDEX).index, found)
    behind, best = NAMES.index("behind the best company"), NAMES.index("company of best")
    assert max(row[behind] for row in numbers) == 0.0 > min(row[behind] for row in numbers)
    assert {row[best] for row in numbers} == {max(each.company for each in found)}
