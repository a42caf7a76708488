"""What is remembered of questions: a limited number of things, the oldest forgotten one at a time."""

import subprocess
import sys

from domain.answers.remembering import remembered


def test_the_oldest_is_forgotten_for_the_newest_and_the_others_stay() -> None:
    known: dict[str, str] = {}
    asked: list[str] = []

    def look(key: str) -> str:
        def find() -> str:
            asked.append(key)
            return key.upper()

        return remembered(known, key, 3, find)

    assert [look(key) for key in ("an", "ba", "chi", "ba", "dung", "chi")] == ["AN", "BA", "CHI", "BA", "DUNG", "CHI"]
    assert asked == ["an", "ba", "chi", "dung"]
    assert [*known] == ["ba", "chi", "dung"]


def test_the_vocabulary_is_read_with_the_first_question_and_not_at_the_start() -> None:
    looks = (
        "import domain.answers; from domain.answers import lexicon as x; print(x.synonym_lexicon.cache_info().misses)"
    )
    assert (
        subprocess.run([sys.executable, "-c", looks], capture_output=True, text=True, check=True).stdout.strip() == "0"
    )
