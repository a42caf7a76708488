"""An event held several times by a list of the paper: all its days and places, and who leads that of a named day."""

import re

from domain.answers.asked import Asked, sources
from domain.answers.holding import CLEAR
from domain.answers.listed import on_the_day
from domain.answers.listed_cells import held, speaks_of_it
from domain.answers.listed_rows import ListedRow, Listing, listings_of
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.values import Answer, Quoted
from domain.dates import find_clocks, find_dates

_ALL = re.compile(
    r"\b(?:cac|tung|moi|tat ca|ca|het|toan bo|nhung|may|all|every|each)\b|\b\d{1,2} (?:diem|noi|buoi|lop|dot)\b"
)
_SCHEDULE = re.compile(
    r"\b(?:lich|thoi gian|schedule|khi nao|(?:ngay|hom|buoi|toi|gio) nao|dau|dia diem|noi nao|where|when)\b"
)
_OF_LISTS = words_in(
    "ca cac tung moi hop to chuc hoi nghi lich thoi gian diem noi buoi dia chia thanh meeting meetings held"
)
_MOST = 8


def each_day(asked: Asked) -> Answer | None:
    """ "Cho xin lịch họp cả 3 điểm": every row of the list that tells on which day it is held where."""
    if not asked.u.when.empty or not (_ALL.search(asked.u.key) and _SCHEDULE.search(asked.u.key)):
        return None
    for listing in _schedules(asked):
        if len(listing.rows) <= _MOST and _names_only(asked, listing):
            return _told(listing.rows)
    return None


def led_that_day(asked: Asked) -> Answer | None:
    """ "Tối mai ai chủ trì": the row of the day, where it tells who."""
    days = asked.days
    if days is None or days.first != days.last or max(map(asked.u.score, (Kind.WHO, Kind.CHAIR))) < CLEAR:
        return None
    for listing in _schedules(asked):
        rows = tuple(on_the_day(asked, [*listing.rows]))
        if 0 < len(rows) < len(listing.rows) and all(held(asked, row, set()) for row in rows):
            found = _told(rows)
            return found if speaks_of_it(asked, found, set()) else None
    return None


def _told(rows: tuple[ListedRow, ...]) -> Quoted:
    return Quoted(texts=tuple(row.fact.text for row in rows), sources=sources(*(row.fact.source for row in rows)))


def _schedules(asked: Asked) -> list[Listing]:
    """The lists of which every row has a day of its own and an hour."""
    return [listing for listing in listings_of(asked) if listing.is_table and _tells_days(listing)]


def _tells_days(listing: Listing) -> bool:
    texts = [row.fact.text for row in listing.rows]
    days = [find_dates(text, 2000) for text in texts]
    return all(days) and all(map(find_clocks, texts)) and len({each[0].first for each in days}) > 1


def _names_only(asked: Asked, listing: Listing) -> bool:
    """Whether the question names nothing but the list: its titles, what its rows are, and how many."""
    titles = {word for head in listing.rows[0].heads for word in head} | _OF_LISTS | {str(len(listing.rows))}
    titles |= {word for row in listing.rows for _, name in row.names for word in name.noun.split()}
    said = {asked.word_of(unit) for unit in asked.specific()}
    return {word.lstrip("0") for word in said} <= titles
