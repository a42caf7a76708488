"""A number that lies within a range of the paper: whoever is of "khóa 1998" is meant by "khóa 1991 - 2005"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from domain.answers.asked import Asked
from domain.answers.index import Index
from domain.answers.preparing import prepared
from domain.answers.texts import letters_of
from domain.answers.values import Answer, Quoted
from domain.vietnamese import fold
from domain.when import folded_in_place

_NOUNS = {
    "khoa": r"nien khoa|khoa|k|class of|class|cohort|batch|(?:ra truong|tot nghiep|nhap hoc)(?: nam)?|graduated in",
    "lop": r"lop|khoi|class|grade",
    "khoi": r"khoi|lop|grade",
    "to": r"to dan pho|to|group",
    "nhom": r"nhom|group",
    "doi": r"doi|team",
    "thon": r"thon|hamlet|village",
    "ap": r"ap|hamlet",
    "xom": r"xom|hamlet",
    "khu pho": r"khu pho|kp",
    "to dan pho": r"to dan pho|to|tdp",
    "ban": r"ban|table",
    "hang": r"hang|hang ghe|row",
    "ghe": r"ghe|ghe so|seat",
    "so bao danh": r"so bao danh|sbd|thi sinh",
    "sbd": r"so bao danh|sbd|thi sinh",
    "so thu tu": r"so thu tu|stt|so",
    "stt": r"so thu tu|stt|so",
    "ma so": r"ma so|ma|number",
}
"""What is numbered in ranges, folded, and what a question may call one of it."""

_NOUN = "|".join(sorted(_NOUNS, key=len, reverse=True))
_RANGE = re.compile(
    rf"\b(?P<noun>{_NOUN}) (?:so |thu |tu |k)*(?P<first>\d{{1,4}})"
    rf"(?:\s*[-–—]\s*|\s+(?:den|toi|to)\s+)(?:het |(?:{_NOUN}) |so |k)*(?P<last>\d{{1,4}})\b(?![./]\d)"
)
_SINGLE = re.compile(
    rf"\b(?P<noun>{_NOUN}) (?:so |thu |k)*(?P<first>\d{{1,4}})(?P<last>)\b(?!\s*[-–—/.]|\s+(?:den|toi)\b)"
)
_ONE = {
    noun: re.compile(
        rf"\b(?:{said})(?: so| thu)? ?(?P<number>\d{{1,4}})\b"
        r"(?!\s*(?:[-–—/.:]\s*\d|den \d|toi \d|(?:thang|gio|nguoi|phut|ngay|em|ban)\b))"
    )
    for noun, said in _NOUNS.items()
}
_PIECE = re.compile(r";\s+")
_OTHERS = frozenset({"khac", "remaining", "others", "other"})
_WHICH = re.compile(r"\b(?:nao|may|dau|which|where|what)\b")


@dataclass(frozen=True, slots=True)
class Span:
    """A range of a noun as it is written, and the words of the statement that it stands in."""

    noun: str
    first: int
    last: int
    written: str
    piece: str
    words: frozenset[str]
    item: bool


def in_its_span(text: str, index: Index) -> str:
    """The question with the range of the paper that its number lies in, in the place of the number."""
    found = _asked(text, index)
    if found is None:
        return text
    meant, spans = found
    own = [span for span in spans if span.first <= int(meant["number"]) <= span.last]
    nearest = _nearest(text, spans)
    if not own or (_left_over(nearest) and not set(own) & set(nearest)):
        return text  # "xe số 3 chở các khóa còn lại" is for whoever no range of that statement holds
    written = _nearest(text, own)[0].written
    written = written if fold(text) != text.casefold() else fold(written)
    return text[: meant.start()] + written + text[meant.end() :]


def of_span(asked: Asked) -> Answer | None:
    """Of a list that gives each range something, the one clause; that a number of none of them is not known."""
    if not _spans(asked.index):
        return None
    said = fold(asked.u.text)
    own = [span for span in _spans(asked.index) if fold(span.written) in said]
    if not own and (found := _asked(asked.u.text, asked.index)) is not None:
        number = int(found[0]["number"])
        outside = not any(span.first <= number <= span.last for span in found[1])
        near = _nearest(asked.u.text, found[1])
        return asked.no_information("other") if outside and not _left_over(near) else None
    own = [span for span in _nearest(asked.u.text, own) if span.piece] if _WHICH.search(asked.u.key) else []
    if not own:
        return None
    told = {word for word in letters_of(own[0].piece).split() if not word.isdigit()}
    return Quoted(texts=(own[0].piece,)) if asked.u.words & told - {"so", "tu", "den", own[0].noun} else None


def _asked(text: str, index: Index) -> tuple[re.Match[str], list[Span]] | None:
    """Where a text names one of something that the paper numbers in ranges, with these; none that it names itself."""
    spans = _spans(index)
    if not spans or not any(map(str.isdigit, text)):
        return None
    folded = folded_in_place(text)
    for noun in dict.fromkeys(span.noun for span in spans):
        if len(folded) == len(text) and (found := _ONE[noun].search(folded)) is not None:
            return found, [span for span in spans if span.noun == noun]
    return None


def _nearest(text: str, spans: list[Span]) -> list[Span]:
    """The ranges in the statements that share the most words with a question, of the agenda before others."""
    said = frozenset(letters_of(text).split())
    most = max((len(said & span.words) for span in spans), default=0)
    best = [span for span in spans if len(said & span.words) == most]
    return [span for span in best if span.item] or best


def _left_over(spans: list[Span]) -> bool:
    """Whether some statement speaks of all others as well."""
    return any(("lai" in span.words and "con" in span.words) or span.words & _OTHERS for span in spans)


@prepared
def _spans(index: Index) -> list[Span]:
    if "spans" not in index.cache:
        index.cache["spans"] = [*_read(index)]
    return cast(list[Span], index.cache["spans"])


def _read(index: Index) -> Iterator[Span]:
    """The ranges, and of what is numbered in ranges whatever is called by its own number as well."""
    items = {session.title for session in index.programme.sessions}
    texts = [*dict.fromkeys(entry.text for entry in index.entries)]
    spans = [span for text in texts for span in _written(_RANGE, text, text in items) if span.first < span.last]
    ranged = {span.noun for span in spans}
    yield from spans
    for text in texts if spans else ():
        yield from (span for span in _written(_SINGLE, text, text in items) if span.noun in ranged)


def _written(pattern: re.Pattern[str], text: str, item: bool) -> Iterator[Span]:
    folded = folded_in_place(text)
    if len(folded) != len(text):
        return
    pieces = _PIECE.split(text)
    words = frozenset(word for word in letters_of(text).split() if not word.isdigit())
    for found in pattern.finditer(folded):
        written = text[slice(*found.span())]
        piece = next((each for each in pieces if written in each), "") if len(pieces) > 1 else ""
        first, last = int(found["first"]), int(found["last"] or found["first"])
        yield Span(found["noun"], first, last, written, piece.strip(" ."), words, item)
