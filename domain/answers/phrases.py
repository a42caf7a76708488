"""How vocabulary tables are written: phrases between bars, words between spaces, over as many lines as they need.

Alternatives stand in square brackets between strokes, an empty one for what may be left out:
"[lo/phụ trách] [những/] việc gì" is four phrases.
"""

import re
from itertools import product


def phrases(text: str) -> tuple[str, ...]:
    """The phrases between the bars, each alternative of one written out."""
    written = (phrase for part in text.split("|") for phrase in _alternatives(part))
    return tuple(" ".join(phrase.split()) for phrase in written if phrase.strip())


def _alternatives(phrase: str) -> tuple[str, ...]:
    if "[" not in phrase:
        return (phrase,)
    pieces = (piece[1:-1].split("/") if piece[:1] == "[" else [piece] for piece in _PIECES.split(phrase))
    return tuple("".join(chosen) for chosen in product(*pieces))


_PIECES = re.compile(r"(\[[^\]]*\])")


def words_in(text: str) -> frozenset[str]:
    """The words of the text, each once."""
    return frozenset(text.split())
