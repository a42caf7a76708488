"""How many a list of the paper has, and which: "có mấy điểm cầu", "gồm những khách sạn nào"."""

import re

from domain.answers.asked import Asked
from domain.answers.holding import CLEAR
from domain.answers.listed_rows import Listing, listings_of
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.texts import letters_of, words_of
from domain.answers.values import Answer, ItemCount
from domain.listed import parsed
from domain.vietnamese import search_key


def all_rows(asked: Asked) -> Answer | None:
    """ "Có mấy điểm cầu", "gồm những khách sạn nào": the rows of the list called so, where no number is told."""
    found = _ALL.search(asked.u.key)
    otherwise = (Kind.WHEN, Kind.DURATION, Kind.DEADLINE)
    if found is None or any(asked.u.score(kind) >= CLEAR for kind in otherwise):
        return None
    noun = found["counted"] or found["listed"]
    for listing in listings_of(asked):
        rows = [row for row in listing.rows if not _SUM.fullmatch(search_key(row.row.cells[0][1]))]
        called = _called(asked, listing, noun.split()) if listing.is_table else ""
        if called and not _is_told(asked, called):
            return ItemCount(what="listed", count=len(rows), names=tuple(row.row.cells[0][1] for row in rows))
        if listing.is_table and (names := _in_a_column(asked, listing, noun)) and not _is_told(asked, noun):
            return ItemCount(what="listed", count=len(names), names=names)
    return None


def _in_a_column(asked: Asked, listing: Listing, noun: str) -> tuple[str, ...]:
    """Those that the cells name under a title which begins with the noun, several in a cell, each once.

    None where a question names anything else, or a cell tells of more than it names.
    """
    column = next((at for at, head in enumerate(listing.rows[0].heads) if at and _begins(head, noun.split())), 0)
    said = {asked.word_of(unit) for unit in asked.specific()}
    if not column or not said <= {*noun.split(), *_OF_LISTS}:
        return ()
    cells = [row.row.cells[column][1] for row in listing.rows]
    if any(_REST.search(cell) for cell in cells):
        return ()
    return tuple(dict.fromkeys(name.strip() for cell in cells for name in _BETWEEN.split(cell) if name.strip()))


def _begins(head: tuple[str, ...], noun: list[str]) -> bool:
    return bool(noun) and [*head[: len(noun)]] == noun


_REST = re.compile(r"\b(?:còn lại|khác|các|những|toàn bộ)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;]\s+|\s+và\s+")


_ALL = re.compile(
    r"\b(?:(?:may|bao nhieu|how many|danh sach(?: cac)?) (?P<counted>[a-z]+(?: [a-z]+)?)\b"
    r"|(?:nhung|cac) (?P<listed>[a-z]+(?: [a-z]+)?)\b.* ?(?:nao|gi)\b)"
)
_SUM = re.compile(r"(?:tong )?cong|tong so")


def _called(asked: Asked, listing: Listing, noun: list[str]) -> str:
    """The noun, where the title of the first column or the name of the list begins with it and says all besides."""
    row = listing.rows[0]
    title = [*row.heads[0]]
    caption = [token.word for token in words_of(row.row.caption) if token.word not in _OF_LISTS]
    if any(_within(noun[:2], head) for head in row.heads[1:]):
        caption = []  # "Phân bổ đại biểu" with a column "Số đại biểu": the rows have so many each, and are none
    called = next((noun[:n] for n in (2, 1) for row in (title, caption) if len(noun) >= n and row[:n] == noun[:n]), [])
    specific = [asked.word_of(unit) for unit in asked.specific() if asked.word_of(unit)]
    return " ".join(called) if all(word in {*title, *caption, *_OF_LISTS} for word in specific) else ""


def _within(noun: list[str], head: tuple[str, ...]) -> bool:
    return any(head[at : at + len(noun)] == tuple(noun) for at in range(len(head)))


_OF_LISTS = words_in("danh sach cac bang phan cong bo tri nhung may bao nhieu tham gia du lieu thu tu lich")


def _is_told(asked: Asked, noun: str) -> bool:
    """Whether some statement puts a number to the noun."""
    number = re.compile(rf"\b\d+ {noun}\b")
    return any(number.search(letters_of(entry.text)) for entry in asked.index.entries if parsed(entry.text) is None)
