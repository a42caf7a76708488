""" "Giải lao lần hai mấy giờ", "the second coffee break": which one is meant of items that are called alike."""

import re

from domain.answers.asked import Asked, sources_of
from domain.answers.item_times import session_times
from domain.answers.query import Kind
from domain.answers.reading import understand
from domain.answers.sequence import neighbours
from domain.answers.values import Answer, Responsible
from domain.answers.whole import instant_of
from domain.conference import Session, SessionState
from domain.when import folded_in_place

_NUMBERS = {"nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5} | {
    word: place
    for row in ("first second third fourth fifth", "1st 2nd 3rd 4th 5th", "1 2 3 4 5")
    for place, word in enumerate(row.split(), 1)
}
_LAST = ("cuoi", "last")
_FIRST = ("dau",)
_VI = r"(?:nhat|mot|hai|ba|tu|bon|nam|[1-5]|dau(?: tien)?|cuoi(?: cung)?)"
_EN = r"(?:first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last)"
_ORDINALS = (
    re.compile(rf"\b(?:lan|dot|luot)(?: thu)? (?P<place>{_VI})\b(?! (?:ngay|gio|phut|h|nguoi))"),
    re.compile(rf"\b(?:lan|dot|luot) (?P<item>(?:\w+ ){{1,3}}?)(?:thu )?(?P<place>{_VI})\b"),
    re.compile(rf"\b(?:phan|muc|buoi) (?P<item>(?:\w+ ){{1,3}}?)(?P<place>thu {_VI}|dau tien|cuoi cung)\b"),
    re.compile(rf"\bthe (?P<place>{_EN}) (?=[a-z])"),
)

SURE = 0.75
"""Share of the other words that each of the items must explain."""


def of_several(asked: Asked) -> Answer | None:
    """What is asked of the one at that place among items called alike; None where none or only one is called so."""
    text = asked.u.text
    folded = folded_in_place(text)
    if len(folded) != len(text):
        return None
    for pattern in _ORDINALS:
        told = pattern.search(folded)
        if told is None:
            continue
        read = understand(_without(text, told), asked.index)
        plain = Asked(read, asked.index, asked.now, asked.asker, asked.context)
        meant = _at(_called(plain), told["place"])
        return _answer(plain, meant) if meant is not None else None
    return None


def _without(text: str, told: re.Match[str]) -> str:
    """The question without its ordinal, and without what counts the item."""
    item = text[slice(*told.span("item"))] if "item" in told.re.groupindex else ""
    return f"{text[: told.start()]} {item} {text[told.end() :]}"


def _called(plain: Asked) -> list[Session]:
    units = plain.specific(plain.u.anchor) or plain.specific()
    if not units or plain.only_conference():
        return []  # "Đại hội lần thứ hai" is what the whole is called
    found = plain.sessions(units, SURE)
    live = [session for session in found if session.state is not SessionState.CANCELLED]
    return sorted(live, key=instant_of)


def _at(items: list[Session], place: str) -> Session | None:
    if len(items) < 2:
        return None
    word = place.removeprefix("thu ").split()[0]
    number = len(items) if word in _LAST else 1 if word in _FIRST else _NUMBERS[word]
    return items[number - 1] if number <= len(items) else None


def _answer(plain: Asked, meant: Session) -> Answer | None:
    if plain.u.anchor:
        return neighbours(plain, [meant], "after" if plain.u.asks(Kind.AFTER) else "before")
    if plain.u.kind is Kind.WHO and plain.line(meant).by:
        return Responsible(lines=plain.lines([meant]), sources=sources_of([meant]))
    kind = "duration" if plain.u.kind is Kind.DURATION else "end" if plain.u.kind is Kind.END else "start"
    return session_times(plain, [meant], kind) if plain.u.kind in _OF_TIME else None


_OF_TIME = frozenset({Kind.WHEN, Kind.END, Kind.DURATION, Kind.WHERE, Kind.ROOM})
