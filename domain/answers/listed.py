"""What a list of the paper says of the one that is named: "tổ 3 phòng nào", "ai trực kỹ thuật điểm cầu Sơn Kỳ"."""

import re

from domain.answers.asked import Asked, sources
from domain.answers.listed_cells import held, serves, speaks_of_it
from domain.answers.listed_rows import PERSON, ListedRow, Listing, Name, listings_of
from domain.answers.normalise import Token
from domain.answers.phrases import words_in
from domain.answers.texts import letters_of
from domain.answers.values import Answer, Quoted
from domain.dates import find_dates
from domain.vietnamese import fold, search_key

_MOST = 4
"""Rows that are told where several bear the name: the same bus on three days."""


def of_row(asked: Asked) -> Answer | None:
    """The row that the question names, where it holds what is asked for and leaves out no thing."""
    said = {token.word for token in asked.u.tokens}
    best: list[ListedRow] = []
    most = 1.0
    for listing in listings_of(asked):
        if listing.words.isdisjoint(said):
            continue
        for row in listing.rows:
            named = _named(asked, row)
            holds = held(asked, row, {*named}) if named and serves(asked, row) else 0
            weight = sum(named.values()) + 0.5 * holds + any(_gone_to(asked, *row.row.cells[at]) for at in named)
            if holds and weight >= most:
                best = [*best, row] if weight == most else [row]
                most = weight
    best = on_the_day(asked, best)
    if not best:
        return asked.no_information("other") if any(_lacks(asked, listing) for listing in listings_of(asked)) else None
    if len(best) > _MOST:
        return None
    found = Quoted(texts=tuple(row.fact.text for row in best), sources=sources(*(row.fact.source for row in best)))
    counted = {name.words[0].word for row in best for _, name in row.names if name.noun and _said(asked, name)}
    return found if speaks_of_it(asked, found, counted) else None


def on_the_day(asked: Asked, rows: list[ListedRow]) -> list[ListedRow]:
    """Of rows with days those of the day named."""
    days = asked.days
    if days is None or days.first != days.last:
        return rows
    dated = [row for row in rows if find_dates(row.fact.text, days.first.year)]
    held = [row for row in dated if any(d.first == days.first for d in find_dates(row.fact.text, days.first.year))]
    return held if dated else rows


def _gone_to(asked: Asked, head: str, value: str) -> bool:
    """Whether one goes to what a cell names, and its column tells where one arrives: "xe ra ga" under "Đến"."""
    begins = " ".join(search_key(value).split()[:2])
    return bool(_ARRIVES.fullmatch(search_key(head)) and _GOES.search(asked.u.key.partition(begins)[0]))


_ARRIVES = re.compile(r"(?:diem |noi )?(?:den|toi|ve)|to|destination|drop off")
_GOES = re.compile(r"\b(?:den|ra|di|ve|toi|to|sang) (?:the )?$")


# --- whom the question names ------------------------------------------------------------------------------------------


def _named(asked: Asked, row: ListedRow) -> dict[int, int]:
    """The cells by which the question names a row, with how many words of each it says."""
    found: dict[int, int] = {}
    for at, name in row.names:
        found[at] = max(found.get(at, 0), _said(asked, name))
    return {at: said for at, said in found.items() if said}


def _said(asked: Asked, name: Name) -> int:
    """How many words of a name the question says; 0 where that is not the name."""
    tokens = asked.u.tokens
    places = [[at for at, token in enumerate(tokens) if _same(token, word)] for word in name.words]
    hit = [at for at in places if at]
    if name.noun:
        return 2 if hit and any(_behind(asked, at, name.noun) for at in hit[0]) else 0
    missed = len(places) - len(hit)
    if missed > (1 if len(places) > _SHORT else 0) or not hit or not _together(hit):
        return 0
    return len(hit)


_SHORT = 3


def _together(places: list[list[int]]) -> bool:
    """Whether the words can be found in their order, hardly anything between them."""
    ends = set(places[0])
    for row in places[1:]:
        ends = {at for at in row if any(0 < at - end <= 2 for end in ends)}
    return bool(ends)


def _same(token: Token, word: Token) -> bool:
    if token.word.lstrip("0") != word.word.lstrip("0"):
        return False
    return token.typed in ("", word.typed) or token.typed == fold(token.typed) or word.typed == fold(word.typed)


def _lacks(asked: Asked, listing: Listing) -> bool:
    """Whether a number is asked for that a list of such numbers has not: "xe 4" of three; nothing speaks of it."""
    numbers = [name for row in listing.rows for _, name in row.names if name.noun and name.words[0].word.isdigit()]
    said = [(at, token.word) for at, token in enumerate(asked.u.tokens) if token.word.isdigit()]
    asked_for = [word for at, word in said if any(_behind(asked, at, name.noun) for name in numbers)]
    nouns = {name.noun for at, _ in said for name in numbers if _behind(asked, at, name.noun)}
    nouns = {noun for noun in nouns if not any(other.endswith(f" {noun}") for other in nouns)}
    if len(asked_for) != 1 or len(numbers) < _FEWEST or any(_is_told(asked, noun, asked_for[0]) for noun in nouns):
        return False
    return any(held(asked, row, set()) for row in listing.rows)


_FEWEST = 2


def _is_told(asked: Asked, noun: str, number: str) -> bool:
    """Whether any statement speaks of that number of them."""
    last = noun.split()[-1]
    if (last, number) not in asked.index.pairs or last == noun:
        return (last, number) in asked.index.pairs
    return any(f" {noun} {number} " in f" {letters_of(entry.text)} " for entry in asked.index.entries)


def _behind(asked: Asked, at: int, noun: str) -> bool:
    """Whether a number stands behind its noun: "xe số 2", "bus 2"."""
    tokens = asked.u.tokens
    at -= 1
    while at > 0 and tokens[at].word in ("so", "thu", "no", "number", "mang"):
        at -= 1
    if at < 0:
        return False
    if noun == PERSON:
        return tokens[at].word in _CALLED
    begins, *rest = noun.split()
    if rest and [token.word for token in tokens[max(at - len(rest), 0) : at + 1]] == [begins, *rest]:
        return True
    return tokens[at].word in (begins, *_ENGLISH.get(begins, ()))


_CALLED = words_in("ong ba anh chi thay co chu bac em mr mrs ms")
_ENGLISH = {
    "xe": ("bus", "car", "coach", "vehicle"),
    "to": ("group", "team"),
    "nhom": ("group", "team"),
    "doi": ("team",),
    "phong": ("room",),
    "ban": ("table",),
    "khoi": ("grade", "block"),
    "lop": ("class",),
}
