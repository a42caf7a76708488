"""How vocabulary tables are written: phrases between bars, words between spaces, over as many lines as they need."""


def phrases(text: str) -> tuple[str, ...]:
    """The phrases between the bars."""
    return tuple(" ".join(phrase.split()) for phrase in text.split("|") if phrase.strip())


def words_in(text: str) -> frozenset[str]:
    """The words of the text, each once."""
    return frozenset(text.split())
