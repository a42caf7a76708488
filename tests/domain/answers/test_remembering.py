"""What is remembered of questions: a limited number of things, the oldest forgotten one at a time."""

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
