"""Rooms and floors: in which one a session is, and what is on in one."""

import re

from domain.answers import agenda
from domain.answers.asked import Asked, sources_of
from domain.answers.labelled_places import held_there
from domain.answers.places import is_venue, where
from domain.answers.practical import PRACTICAL_ONLY, topics
from domain.answers.scope import names_own_group
from domain.answers.texts import letters_of
from domain.answers.values import (
    Answer,
    PlanField,
    Private,
    Quoted,
    WhereIs,
)
from domain.answers.whereabouts import common_place
from domain.vietnamese import search_key


def floor(asked: Asked) -> Answer | None:
    """On which floor; only if the paper says it."""
    named = _HALL.search(asked.u.text)
    if named is not None:  # "hội trường B ở lầu mấy"
        hall = re.compile(rf"\b{re.escape(named[0])}\b", re.IGNORECASE)
        lines = [fact.text for fact in asked.index.facts if hall.search(fact.text) and _FLOOR.search(fact.text)]
        return Quoted(texts=tuple(lines[:1])) if lines else asked.no_information("floor")
    for text in _places(asked):
        if _FLOOR.search(text):
            return PlanField(field="venue", value=text)
    return asked.no_information("floor")


_FLOOR = re.compile(r"(?:tầng|lầu)\s*(?:\d|trệt)|\b(?:\d+(?:st|nd|rd|th)|ground) floor\b", re.IGNORECASE)

_HALL = re.compile(r"\b(?:hội trường|phòng|giảng đường) [A-Z0-9]\w{0,4}\b")


def _places(asked: Asked) -> list[str]:
    found = asked.sessions(asked.specific()) if asked.specific() and not is_venue(asked) else []
    places = [asked.line(session).place for session in found]
    return [place for place in [*places, asked.conference.venue] if place]


def room(asked: Asked) -> Answer | None:
    """In which room a session is."""
    if asked.u.own and names_own_group(asked.u.key):
        return asked.no_information("other")
    scoped = [session for session in asked.index.programme.sessions if asked.in_scope(session)]
    found = agenda.side_by_side(asked, scoped) or (asked.sessions(asked.u.content) if asked.specific() else [])
    if found and not any(line.place for line in asked.placed_lines(found)) and (line := held_there(asked)) is not None:
        return line
    if found:
        common, lines = common_place(asked.conference.venue), asked.placed_lines(found[:4])
        if common is None and asked.conference.venue and not any(line.place for line in lines):
            return asked.no_information("venue")
        return WhereIs(place=common, lines=lines, sources=sources_of(found[:4]))
    return where(asked)


def of_somebody(asked: Asked) -> Answer | None:
    """ "Anh Sơn ở phòng nào": told of nobody whom the paper does not put anywhere itself."""
    found = _WHOSE_ROOM.search(asked.u.text)
    if found is None or found["name"].split()[0].casefold() in _NO_NAMES:
        return None
    return Private(contact=asked.conference.contact)


_WHOSE_ROOM = re.compile(
    r"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Tt]hầy|[Cc]ô|[Bb]ác|[Cc]hú|[Đđ]ồng chí|[Mm]rs?\.?|[Mm]s\.?) "
    r"(?P<name>[^\W\d_a-z][^\W\d_]*(?: [^\W\d_a-z][^\W\d_]*){0,3}) (?:đang |sẽ |được |thì )?"
    r"(?:ở|ngủ|nghỉ|xếp|ngồi) (?:ở |tại )?(?:phòng|khách sạn|giường|ghế|hàng ghế|chỗ) (?:nào|mấy|số mấy|số bao nhiêu)"
)
_NO_NAMES = frozenset({"hiệu", "chủ", "giám", "bí", "trưởng", "phó", "chánh", "tổng", "cục", "viện"})


def house_of(asked: Asked) -> Answer | None:
    """ "Phòng 302 ở nhà nào": the clause that puts the room in a house or on a floor; not known where none does."""
    found = _WHICH_HOUSE.search(asked.u.key)
    if found is None:
        return None
    programme = asked.index.programme
    texts = [asked.conference.venue or "", *(fact.text for fact in asked.index.facts)]
    texts += [group.text for group in programme.groups]
    texts += [place for session in programme.sessions for place in (session.room, session.place) if place]
    named = re.compile(rf"\b{re.escape(found['room'])}\b")
    told = [
        text for text in dict.fromkeys(texts) if named.search(letters_of(text)) and _HOUSE[found["what"]].search(text)
    ]
    return (
        Quoted(texts=tuple(told[:1])) if told else asked.no_information("floor" if found["what"] in _ABOVE else "venue")
    )


_WHICH_HOUSE = re.compile(
    r"\b(?P<room>(?:phong|hoi truong|giang duong|sanh)(?: (?!(?:nam|o|thuoc|tai|ben|la|trong)\b)\w+){1,3}?)"
    r"(?: (?:nam|o|thuoc|tai|ben|la|trong))*"
    r" (?P<what>nha|toa|toa nha|day|khu|tang|lau) (?:nao|may|so may)\b"
)
_ABOVE = ("tang", "lau")
_STOREY = re.compile(r"\b(?:tầng|lầu) (?:\d|trệt|hầm)", re.IGNORECASE)
_BUILDING = re.compile(r"\b(?:[Nn]hà|[Tt]òa(?: nhà)?|[Dd]ãy|[Kk]hu)(?: nhà)? (?:[A-Z]\d?\d?\b|\d|hiệu bộ|điều hành)")
_HOUSE = {
    **dict.fromkeys(_ABOVE, _STOREY),
    **dict.fromkeys(("nha", "toa", "toa nha", "day", "khu"), _BUILDING),
}
"""What a clause must hold that tells the house, or the floor."""


def held_in(asked: Asked) -> Answer | None:
    """ "phòng B201 có phiên gì": the sessions of a room that the question names by its number."""
    number = _NUMBERED_ROOM.search(f" {asked.u.key} ")
    if number is None or any(topic in PRACTICAL_ONLY for topic in topics(asked)):
        return None
    held = [s for s in asked.index.programme.sessions if s.room and f" {number[1]} " in f" {search_key(s.room)} "]
    found = [session for session in held if asked.in_scope(session)][:4]
    return WhereIs(place=asked.venue, lines=asked.lines(found), sources=sources_of(found)) if found else None


_NUMBERED_ROOM = re.compile(
    r" (?:phong|giang duong|hoi truong|room|hall)(?: hop| so| hoi thao)* ([a-z]{0,3}\d\w*(?: \d+)?) "
)
