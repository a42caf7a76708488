"""How much of a measure something has or may have: pages, words, minutes, seats, a size, a typeface, a kind of file.

Such a question names its unit, so the statement that holds a number of that unit and speaks of the thing is its answer,
however the limit is worded: "dài tối đa mấy trang" and "(không quá 8 trang)".
"""

import re

from domain.answers.asked import Asked
from domain.answers.clauses import BORDER
from domain.answers.entries import Entry, Hit, Sort
from domain.answers.limits import EACH
from domain.answers.measures import MINUTES, SEATS, Measure, measure_asked
from domain.answers.phrases import words_in
from domain.answers.query import Unit, share_in
from domain.answers.texts import letters_of, meanings
from domain.answers.told import is_silent
from domain.answers.values import Answer, Quoted
from domain.vietnamese import search_key

_ASKING = words_in(
    """
    @limit dai ngan toi da nhieu nhat it khong qua gioi han viet lam duoc phai can gom co may bao trang
    thieu thap chu tu phut words pages minutes word page limit long noi mat thi moi mot 1 cai ban la
    """
)
"""Words that ask how much, and name nothing."""

_SPOKEN = words_in("trinh bay noi phat bieu thuyet trinh bao cao @report @speech @paper tham luan")
_SPEAKERS = words_in(
    """
    nhom tac gia nguoi dai bieu bao cao vien dien dien gia xa don vi doan doi bai @speaker @delegate @report @paper
    """
)
_SPEAKS = re.compile(r"\b(?:trinh bay|noi|phat bieu|thuyet trinh|bao cao|tham luan)\b")
"""Whoever speaks takes as long as each talk does: "mỗi nhóm trình bày mấy phút" of "mỗi báo cáo trình bày 10 phút"."""

SURE = 0.7
"""Share of the thing's words that the statement must speak of."""

_LOOKED_AT = 40


def measured(asked: Asked) -> Answer | None:
    """The statement that tells the measure of the thing that is named; None where none does, or several things do."""
    measure = measure_asked(asked.u)
    if measure is None or (measure is MINUTES and not _LIMITING.search(asked.u.key)):
        return None
    thing = [unit for unit in asked.specific() if not _only_asks(asked, unit, measure)]
    if not thing:
        return _only_one(asked, measure)
    hits = [hit for hit in asked.index.search(tuple(thing))[:_LOOKED_AT] if _tells(measure, hit.entry)]
    told = [(hit.entry, *_about(measure, hit, thing, _lettered(asked))) for hit in hits if hit.coverage >= SURE]
    best = max((share for _, share, _ in told), default=0.0)
    return _quoted(asked, [(entry, clauses) for entry, share, clauses in told if share == best >= SURE])


_LIMITING = re.compile(
    r"\b(?:moi|tung|toi da|duoc|khong qua|limit|each|every|per|how long"
    r"|(?:mot|1) (?:bai|nguoi|tham luan|bao cao|cau))\b"
)
""" "Khai mạc mấy phút" asks for the length of the item, not of each of many."""


def _only_asks(asked: Asked, unit: Unit, measure: Measure) -> bool:
    """Whether a word only asks how much, or tells that somebody speaks where the length of a talk is asked for."""
    words = {unit.code} if unit.code.startswith("@") else {unit.code, asked.word_of(unit)}
    if words & (_ASKING | measure.beside):
        return True
    return measure is MINUTES and bool(_SPEAKS.search(asked.u.key)) and bool(words & (_SPOKEN | _SPEAKERS))


def _only_one(asked: Asked, measure: Measure) -> Answer | None:
    """Where no thing is named, the one statement of the paper that tells such a measure."""
    if measure is SEATS:
        return None
    entries = [entry for entry in asked.index.entries if _tells(measure, entry)]
    if measure is MINUTES:
        entries = [entry for entry in entries if EACH.search(entry.text)]
        if _SPEAKS.search(asked.u.key):  # "mỗi tiết mục không quá 06 phút" is no talk's length
            entries = [entry for entry in entries if _SPEAKS.search(letters_of(entry.text))]
    return _quoted(asked, [(entry, _clauses(measure, entry)) for entry in entries])


def _tells(measure: Measure, entry: Entry) -> bool:
    stated = entry.ref == "purpose" or not is_silent(entry.ref)  # "tham luận không quá 05 trang" is asked of everybody
    return entry.sort in _STATED and stated and bool(measure.tells.search(entry.text))


_STATED = frozenset({Sort.FACT, Sort.TASK, Sort.GROUP, Sort.MOMENT, Sort.SESSION, Sort.FIELD})


def _clauses(measure: Measure, entry: Entry) -> tuple[str, ...]:
    """The parts of a statement that hold such a measure."""
    return tuple(part.strip(" .") for part in BORDER.split(entry.text) if measure.tells.search(part))


def _lettered(asked: Asked) -> str:
    """ "Hội trường A": a place that a letter or a number tells from others."""
    found = _LETTERED.search(asked.u.text)
    return found[0].casefold() if found else ""


_LETTERED = re.compile(r"\b(?:hội trường|phòng|nhà|khu|hall|room|building) [A-Z]?\d*\b(?=\s|\?|$)(?<=[A-Z\d])")


def _about(measure: Measure, hit: Hit, thing: list[Unit], place: str) -> tuple[float, tuple[str, ...]]:
    """How much of the thing a statement speaks of, and its clauses that do so most; all of it where none does alone."""
    label = meanings(hit.entry.text.partition(":")[0]) if ":" in hit.entry.text else frozenset()
    clauses = _clauses(measure, hit.entry)
    clauses = tuple(clause for clause in clauses if place in clause.casefold())
    shares = [share_in(thing, meanings(clause) | label) for clause in clauses]
    best = max(shares, default=0.0)
    if best >= SURE:
        return best, tuple(clause for clause, share in zip(clauses, shares, strict=True) if share == best)
    return (hit.coverage, (hit.entry.text,)) if len(clauses) == 1 and not place else (0.0, ())


def _quoted(asked: Asked, found: list[tuple[Entry, tuple[str, ...]]]) -> Answer | None:
    """The clauses, each once; none where more than two things are told of."""
    texts = {search_key(text): text for entry, clauses in found for text in clauses}
    apart = [text for key, text in texts.items() if not any(key != other and key in other for other in texts)]
    if not 1 <= len(apart) <= _MOST:
        return None
    return Quoted(texts=tuple(_whose(asked, found, text) for text in apart))


_MOST = 2


def _whose(asked: Asked, found: list[tuple[Entry, tuple[str, ...]]], text: str) -> str:
    """A clause with the label of its line, where it lost it."""
    entry = next(entry for entry, clauses in found if text in clauses)
    label, colon, _ = entry.text.partition(":")
    return f"{label}: {text}" if colon and not entry.text.startswith(text) and len(label) < _LABEL else text


_LABEL = 60
