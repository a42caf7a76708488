"""Answers about where: the conference, a session, a part of it, the way there."""

import re
from collections.abc import Callable

from domain.answers import named, people
from domain.answers.asked import SURE, Asked, sources_of
from domain.answers.boarding import picked_up
from domain.answers.entries import Sort
from domain.answers.handing_over import sent
from domain.answers.item_times import session_times
from domain.answers.labelled_places import held_there
from domain.answers.paper import how
from domain.answers.practical import PRACTICAL_ONLY, practical, topics
from domain.answers.query import Kind
from domain.answers.sending import HANDING_IN
from domain.answers.texts import letters_of, meanings, read, without_offices
from domain.answers.values import (
    Answer,
    Practical,
    Quoted,
    WhereIs,
)
from domain.answers.whereabouts import PLACE, common_place, place_in
from domain.conference import Moment, Session
from domain.vietnamese import search_key


def where(asked: Asked) -> Answer | None:
    """Where the conference or a session is: the first of the rules that has an answer, else the whole or its items."""
    for rule in _SAID_OUTRIGHT:
        if (found := rule(asked)) is not None:
            return found
    if _asks_practical(asked):
        return _held_at(asked) or practical(asked)
    for rule in _OF_ITS_OWN:
        if (found := rule(asked)) is not None:
            return found
    return _of_whole(asked) if _means_whole(asked) else _of_items(asked)


def _handed_in(asked: Asked) -> Answer | None:
    """ "Nộp báo cáo ở đâu": where the thing goes, not where the conference is."""
    if not HANDING_IN & asked.u.words:
        return None
    return sent(asked) or how(asked, by_link=True) or asked.no_information("other")


def _of_a_part(asked: Asked) -> Answer | None:
    """The place of a moment that the question calls by its name."""
    part = named.of_a_part(asked)
    if part is None:
        return None
    place = place_in(part.text)
    return WhereIs(place=place) if place else asked.no_information("venue")


def _asks_practical(asked: Asked) -> bool:
    """Whether a bed, a meal or the like is asked about, and not a conference held in a hotel."""
    matter = [topic for topic in topics(asked) if topic in PRACTICAL_ONLY]
    whole = asked.u.about_conference or asked.only_conference()
    return bool(matter) and not (whole and _named_by_venue(asked, matter))


def _of_those_attending(asked: Asked) -> Answer | None:
    """Where those of a level sit, where the question speaks of attending."""
    attending = "du" in asked.u.words or any(unit.code == "@delegate" for unit in asked.u.content)
    return people.placed_level(asked) if attending else None


def _means_whole(asked: Asked) -> bool:
    """Whether the conference is asked about, or nothing that could be apart from it."""
    coming = asked.u.about_conference and {unit.code for unit in asked.specific()} <= {"@guest", "@delegate"}
    return coming or not asked.specific() or is_venue(asked) or asked.only_conference()


def _of_whole(asked: Asked) -> Answer:
    """The venue, else the items with places of their own."""
    sessions = [] if asked.conference.venue else [s for s in asked.index.programme.sessions if s.place or s.room]
    if not asked.conference.venue and not sessions:
        return asked.no_information("venue")
    return WhereIs(place=asked.venue, lines=asked.placed_lines(sessions[:6]))


def _of_items(asked: Asked) -> Answer | None:
    """The places of the items that are meant; one without a place is in the venue, if all of it is one place."""
    items = _innermost(asked.sessions(asked.u.content))[:4]
    unplaced = not any(line.place for line in asked.placed_lines(items))
    if not items:
        return _of_moment(asked)
    if unplaced and (elsewhere := _placed_by_work(asked)) is not None:
        return elsewhere
    common, timed = common_place(asked.conference.venue), asked.u.asks(Kind.WHEN)
    if unplaced and common is None and asked.conference.venue:
        return asked.no_information("venue")
    return WhereIs(place=common, lines=asked.placed_lines(items), timed=timed, sources=sources_of(items))


def _of_moment(asked: Asked) -> Answer | None:
    """The place that a moment beside the agenda names, else the venue."""
    moments = asked.best(asked.index.search(asked.u.content, Sort.MOMENT))
    texts = [moment.entry.ref.text for moment in moments if isinstance(moment.entry.ref, Moment)]
    if texts and (stated := place_in(texts[0])):
        return WhereIs(place=stated)
    return WhereIs(place=asked.venue) if moments and asked.conference.venue else None


def _which_several(asked: Asked) -> Answer | None:
    """ "Những phòng nào": the places called so of the items, else what names one; the venue is none."""
    found = _SEVERAL.search(asked.u.key)
    noun = found[0].removesuffix(" nao") if found else ""
    if not noun or asked.specific() or noun in search_key(asked.conference.venue or ""):
        return None
    lines = asked.placed_lines([s for s in asked.index.programme.sessions if s.place or s.room])
    held = tuple(line for line in lines if line.place and noun in search_key(line.place))
    if held:
        return WhereIs(place="", lines=held[:6])
    named = re.compile(rf"\b{noun} (?:so )?(?:\d|[a-z]\b|tinh|huyen|xa)")
    told = [fact.text for fact in asked.index.facts if named.search(letters_of(fact.text))]
    return Quoted(texts=tuple(told)) if 0 < len(told) <= _FEW else asked.no_information("venue")


_FEW = 4
_SEVERAL = re.compile(
    r"\b(?:diem cau|(?:(?<=nhung )|(?<=cac ))(?:phong|hoi truong|khach san|san|cua|cong|nha|khu|tang)) nao\b"
)


def _innermost(items: list[Session]) -> list[Session]:
    """Without the items of which a part is meant too: "nhóm 1" of the discussion in groups."""
    parents = {item.parent for item in items}
    return [item for item in items if item.id not in parents]


def _placed_by_work(asked: Asked) -> Answer | None:
    """ "Gian hàng ở đâu": the one task that puts it somewhere, where the item tells no place."""
    wanted = {unit.code for unit in asked.specific()}
    said = [t for t in asked.index.programme.tasks if place_in(t.text) and wanted and wanted <= meanings(t.text)]
    return asked.led(said) if len(said) == 1 else None


def _of_called(asked: Asked) -> Answer | None:
    """The place of a part that the question names beside the conference, where the paper gives it one of its own."""
    if not asked.only_conference():
        return None
    part = named.called(asked)
    if isinstance(part, Session):
        placed = asked.placed_lines([part])
        shown = WhereIs(place=asked.venue, lines=placed, sources=sources_of([part]))
        return shown if placed[0].place else None
    if part is not None and (place := place_in(part.text)):
        return WhereIs(place=place)
    return None


def _held_at(asked: Asked) -> Answer | None:
    """Where a meal or the like on the agenda is, if its line says so."""
    matters = {f"@{topic}" for topic in topics(asked)}
    items = asked.sessions(asked.u.content, 0.75)
    items = [each for each in items if matters & meanings(without_offices(each.title)) or not matters]
    placed = [session for session in items if session.place or session.room]
    if placed:
        return WhereIs(place=asked.venue, lines=asked.placed_lines(placed[:4]), sources=sources_of(placed[:4]))
    titled = [session for session in items if _TITLE_PLACES.search(session.title)]
    if titled and asked.u.asks(Kind.WHEN):
        return session_times(asked, titled[:3], "start")
    return Quoted(texts=tuple(item.title for item in titled[:3]), sources=sources_of(titled[:3])) if titled else None


_TITLE_PLACES = re.compile(
    r"\(.*\)|\btại\b|, (?:nhà|hội trường|sảnh|tầng|lầu|khách sạn|căng tin|canteen|sân)\b", re.IGNORECASE
)


def _placed_by_fact(asked: Asked) -> Answer | None:
    """ "điểm cầu xã ở đâu": a line beside the venue that speaks of all that is asked, where the venue does not."""
    wanted = {unit.code for unit in asked.specific()}
    if len(wanted) < 2 or wanted <= {code for _, code in read(asked.conference.venue or "")[1]}:
        return None
    found = asked.best(asked.index.search(asked.u.content, Sort.FACT), 0.95)
    texts = [hit.entry.text for hit in found if ":" in hit.entry.text and PLACE.search(hit.entry.text)]
    return Quoted(texts=tuple(dict.fromkeys(texts))[:1]) if texts else None


def _named_by_venue(asked: Asked, matter: list[str]) -> bool:
    """A conference held in a hotel: "tại khách sạn nào" asks for the venue."""
    return set(matter) <= {code for _, code in read(asked.conference.venue or "")[1]}


def is_venue(asked: Asked) -> bool:
    """Whether the content names the venue itself."""
    venue = asked.conference.venue
    if not venue:
        return False
    tokens, concepts = read(venue)
    own = {token.word for token in tokens} | {"@" + code for _, code in concepts} | {"@hall"} | asked.index.title_units
    specific = asked.specific()
    return sum(unit.weight for unit in specific if unit.code in own) >= SURE * sum(unit.weight for unit in specific)


def route(asked: Asked) -> Answer | None:
    """How to get there: the way that is stated; who asks for the way alone is told the address, if that is all."""
    texts = [fact.text for fact in people.facts_of(asked, "transport") + people.facts_of(asked, "map")]
    if _ASKS_WAY.search(asked.u.key):
        texts = [text for text in texts if _TELLS_WAY.search(text)]
        if not texts and asked.conference.venue and _means_whole(asked):
            return WhereIs(place=asked.venue)
    return Practical(topic="transport", texts=tuple(texts)) if texts else asked.no_information("transport")


_ASKS_WAY = re.compile(r"\b(?:duong|loi|cong|directions|get (?:to|there))\b")
_TELLS_WAY = re.compile(
    r"\b(?:đường|lối|cổng|rẽ|bản đồ|hướng dẫn|cách|km|xe buýt|chỉ dẫn|định vị|map|road|gate|from|bus|taxi)\b",
    re.IGNORECASE,
)


_SAID_OUTRIGHT: tuple[Callable[[Asked], Answer | None], ...] = (
    _which_several,
    _handed_in,
    picked_up,
    _of_a_part,
    held_there,
)
"""What is tried, in this order, before beds and meals: something else is asked about, or named by a label."""

_OF_ITS_OWN: tuple[Callable[[Asked], Answer | None], ...] = (
    _of_those_attending,
    people.placed_group,
    _placed_by_fact,
    _of_called,
)
"""What has a place of its own beside that of the whole."""
