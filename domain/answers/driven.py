"""Who is driven: which vehicle, from where, when, and back again, by the clauses that say of a vehicle that it goes.

Of several vehicles the one is told that is named, or that goes from, to or for what the question names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from domain.abbreviations import NO_STOP_BEHIND
from domain.answers.affirming import affirmed
from domain.answers.asked import Asked
from domain.answers.holding import CLEAR
from domain.answers.index import FILLER_KEYS, SMALL, Index, facts_of
from domain.answers.item_times import session_times
from domain.answers.met import nobody_is_met
from domain.answers.phrases import words_in
from domain.answers.practical import caretakers
from domain.answers.preparing import prepared
from domain.answers.query import Kind
from domain.answers.sufficing import covers
from domain.answers.texts import letters_of, meanings
from domain.answers.values import Answer, Practical
from domain.conference import Programme, Session
from domain.dates import find_clocks, find_dates
from domain.vietnamese import CAPITALS

_VEHICLE = r"(?:xe|oto|o to|bus|buses|minibus|shuttle|coach|vehicle)"
_GOING = (
    r"(?:dua|don|cho|chay|di|ve|den|ra|xuat phat|khoi hanh|lan banh|tap ket|leav\w+|depart\w*|pick\w*|return\w*|go"
    r"|goes|run|runs|take|takes)"
)
_NOT_DRIVEN = re.compile(
    r"\b(?:gui|giu|trong|do|dau|de|bai|nha|cho|noi|ve|tien|phi|xang|phu hieu|bien so|lai|tai) xe\b(?! don| dua| khoi)"
    r"|\bxe (?:o to |oto |cua \w+ )?(?:do|dau|de|gui|may|dap|cuu thuong|cuu hoa|dan|lan|cu|moi|dua tin)\b"
    r"|\b(?:gui|giu|trong|do|dau|de|bai) (?:o to|oto)\b|\bcam (?:\w+ ){0,2}xe\b"
    r"|\b(?:hoc bong|tang|trao)\b.*\bxe\b|\bpark\w*\b|\bxe\b(?: \w+){1,6}? (?:do|dau|gui) (?:o|tai|dau|cho nao)\b"
)
"""Speaks of a vehicle that stands somewhere, or of another thing."""

_ASKS = re.compile(rf"\b{_VEHICLE}\b|\b(?:co|duoc) dua don\b")
_OR_A_RIDE = re.compile(r"\bhay (?:la )?(?:co|duoc bo tri) xe\b")
_ASKS_WHICH = re.compile(rf"\b{_VEHICLE} (?:nao|so may|gi)\b|\bwhich {_VEHICLE}\b")
_ASKS_ROOM = re.compile(rf"\b{_VEHICLE} (?:(?:so )?\w{{1,2}} )?(?:may|bao nhieu) cho\b")
_TELLS_GOING = re.compile(
    rf"\b{_VEHICLE}\b[^|]*?\b{_GOING}\b|\b(?:gio|lich|len) {_VEHICLE}\b|\btu tuc (?:phuong tien|di lai|xe)"
    rf"|\b(?:xuat phat|khoi hanh|di|ve|den)\b(?: \w+){{0,3}}? bang (?:\d+ )?(?:chiec )?{_VEHICLE}\b"
)
_CONCRETE = re.compile(
    r"\b(?:tai|tu|truoc (?:cong|cua|san|nha)|den|\d+ (?:chiec )?xe|sau khi|ngay sau|tu tuc|xe (?:so )?[a-h\d]"
    r"|from|at)\b"
)
_BACK = re.compile(
    r"\b(?:dua|don|quay|tro|luot|chieu|xe|cho|chay)(?: \w+){0,2}? ve\b(?= (?:luc|may|khi|bao|khong|ko|k|chua|o dau|tu"
    r"|lai|que|huyen|xa|tinh|dia phuong|don vi|vay|v|a|nhi|the|ha|u)\b|$)|\b(?:back|return\w*)\b"
)
_TELLS_BACK = re.compile(r"\bve\b(?! (?:viec|cong tac|dich))|\btro lai\b|\breturn\w*\b|\bback\b")
_ONLY_BACK = re.compile(r"\b(?:dua|don|len|quay|tro|xe|cho)(?: \w+){0,3}? ve\b|\breturn\w*\b|\bback\b")
_GENERAL = re.compile(r"\b(?:gio|lich) (?:don|chay|xe)\b|\bcac xe\b|\bxe (?:dua )?don dai bieu\b")
_NAME = re.compile(
    rf"\b{_VEHICLE} (?:(?:so |no )(?=0?\w{{1,2}}\b)|(?!0?\w{{1,2}} (?:cho|ngay|gio)\b))0?(\d{{1,2}}|[b-h]|a(?= \w))\b"
)
_NEGATES = re.compile(r"\b(?:tu tuc|khong bo tri)\b")

_BORDER = re.compile(rf";\s+|{NO_STOP_BEHIND}\.\s+(?=[{CAPITALS}])|,\s+(?=(?:sau đó )?xe\b)")
_MOST = 6

_TO = words_in("di ra den toi len ve to towards")
_FROM = words_in("tu tai o don from at in")
_NO_NAMES = words_in(
    """
    xe oto to bus buses minibus shuttle coach vehicle don dua cho chay di ve den ra len xuong xuat phat khoi hanh luc
    may gio nao dau khi bao gi co khong duoc bo tri sap xep hoi nghi dai thao le tap huan chuong trinh xong het ket thuc
    so la thi va sang trua chieu toi nay mai mot ngay hom luot cho ai doan bieu hop hoc hoi nghi nao day
    phuong tien lai tro quay chuyen tuyen noi diem bat tap trung what time does do the leave leaves depart go goes back
    return for is there a where when which of on will pick picked up get take i we us to from at tat ca moi nguoi
    minh em anh chi toi bon chung con muon can phai hay lam sao the nhu roi chua gui ban to chuc btc tuc tu
    """
)
"""Words that name no vehicle, place or group."""


@dataclass(frozen=True, slots=True)
class Trip:
    """A clause that says of a vehicle that it goes; of an item that is a ride, the item."""

    text: str
    key: str
    item: Session | None = None

    def is_end_of(self, other: str) -> bool:
        """Whether another clause is the same, perhaps with those who see to it before it."""
        return other == self.key or other.endswith(" " + self.key)


def driven(asked: Asked) -> Answer | None:
    """What the paper says of the vehicle asked about; None where nothing is asked of one or it says nothing of any."""
    if nobody_is_met(asked, of_vehicle=_asks_of_vehicle(asked)):
        return _unknown(asked)
    if not _asks_of_vehicle(asked):
        return None
    if not (trips := _trips(asked.index)):
        ride = _ASKS_RIDE.search(asked.u.key) and not asked.u.asks(Kind.EXISTS)
        return asked.no_information("transport") if ride else _arranged(asked)
    named = _NAME.search(asked.u.key)
    if named is not None and any(_NAME.search(trip.key) for trip in trips):
        trips = [trip for trip in trips if named[1] in _NAME.findall(trip.key)]
        if not trips:
            return _unknown(asked)
    if _BACK.search(asked.u.key) and (backward := [trip for trip in trips if _TELLS_BACK.search(trip.key)]):
        trips = [trip for trip in backward if _ONLY_BACK.search(trip.key)] or backward
    elif _BACK.search(asked.u.key):
        return _unknown(asked)
    meant = _meant(asked, _on_the_day(asked, trips))
    if meant is None:
        return _arranged(asked)
    held = [trip for trip in meant if _holds(asked, trip)]
    if not held:
        general = [t for t in _on_the_day(asked, _trips(asked.index)) if _GENERAL.search(t.key) and _holds(asked, t)]
        held = [*meant, *general] if general else []
    return _told(asked, held) if held else _unknown(asked)


def _asks_of_vehicle(asked: Asked) -> bool:
    key = asked.u.key
    if not _ASKS.search(key) or _NOT_DRIVEN.search(key) or "contact" in asked.u.concepts:
        return False
    if asked.u.score(Kind.WHO) >= CLEAR or asked.u.asks(Kind.TASKS):
        return False
    asks = any(asked.u.score(kind) >= CLEAR for kind in (Kind.WHEN, Kind.END, Kind.WHERE, Kind.EXISTS, Kind.ROUTE))
    return asks or bool(_OR_A_RIDE.search(key) or _ASKS_WHICH.search(key) or _ASKS_ROOM.search(key))


def _told(asked: Asked, trips: list[Trip]) -> Answer | None:
    items = [trip.item for trip in trips if trip.item is not None]
    if items and len(items) == len(trips):
        timed = asked.u.score(Kind.WHEN) >= CLEAR or (asked.u.asks(Kind.EXISTS) and not _wanted(asked))
        return session_times(asked, items[:4], "start") if timed else None
    texts = tuple(dict.fromkeys(trip.text for trip in trips))
    found = Practical(topic="transport", texts=texts[:_MOST])
    if asked.u.asks(Kind.EXISTS):
        found = affirmed(asked, found)
    return found if covers(asked, replace(found, yes=False)) else None


def _arranged(asked: Asked) -> Answer | None:
    """ "Có xe đưa đón không": that vehicles are provided, where no clause tells how they go."""
    if not (asked.u.asks(Kind.EXISTS) or _OR_A_RIDE.search(asked.u.key)) or _wanted(asked):
        return None
    texts = [fact.text for fact in facts_of(asked.index.programme)]
    texts += [task.text for task in asked.index.programme.tasks]
    clauses = (clause for text in texts for clause in _clauses(text))
    told = [clause for clause in clauses if _PROVIDED.search(key := letters_of(clause)) and not _NOT_DRIVEN.search(key)]
    found = Practical(topic="transport", texts=tuple(dict.fromkeys(told))[:_MOST_PROVIDED])
    return affirmed(asked, found) if told else None


_PROVIDED = re.compile(
    r"\b(?:bo tri|sap xep|chuan bi|thue|dieu)\b[^.;]{0,30}\bxe\b|\bxe (?:dua don|don|dua)\b|\bshuttle\b"
)
_MOST_PROVIDED = 2
_ASKS_RIDE = re.compile(
    rf"\b{_VEHICLE}(?: \w+){{0,2}}? (?:dua|don|ve|chay|xuat phat|khoi hanh|leav\w+|depart\w*|return\w*)\b"
    r"|\b(?:len|gio|lich) (?:xe|bus)\b"
)


def _unknown(asked: Asked) -> Answer:
    return asked.no_information("transport", by=caretakers(asked, "transport"))


# --- which one -----------------------------------------------------------------------------------------------------


def _meant(asked: Asked, trips: list[Trip]) -> list[Trip] | None:
    """The clauses that name the most of what the question does; None where it names what no clause does."""
    wanted = _wanted(asked)
    scored = [(sum(_worth(word, role, trip) for word, role in wanted), trip) for trip in trips]
    best = max((score for score, _ in scored), default=0.0)
    if wanted and best < len(wanted) * 0.5:
        return None
    return [trip for score, trip in scored if score == best]


def _wanted(asked: Asked) -> list[tuple[str, str]]:
    """The words that name something, each with whether one goes there or comes from there."""
    found, role = [], ""
    for word in _WEEKDAY.sub(" ", asked.u.key).split():
        role = "to" if word in _TO else "from" if word in _FROM else role
        if word not in _NO_NAMES | FILLER_KEYS | SMALL and len(word) > 1 and not word.isdigit():
            found.append((word, role))
    return found


_WEEKDAY = re.compile(r"\b(?:o|tu) xa\b|\bthu (?:hai|ba|tu|nam|sau|bay|[2-7])\b|\bchu nhat\b")


def _worth(word: str, role: str, trip: Trip) -> float:
    start, end = _ends(trip.key)
    if re.search(rf"\b{word}\b", {"to": end, "from": start}.get(role, "")):
        return 2.0
    return 1.0 if re.search(rf"\b{word}\b", trip.key) or {word, f"@{word}"} & meanings(trip.text) else 0.0


_START = re.compile(r"\b(?:tai|tu|o|truoc|from|at)\b(.*?)(?=\b(?:den|ve|di|ra|toi|luc|to)\b|$)")
_END = re.compile(r"\b(?:den|ve|di|ra|toi|to)\b(.*)$")


def _ends(key: str) -> tuple[str, str]:
    """From where a vehicle goes, and where to."""
    return " ".join(_START.findall(key)), " ".join(_END.findall(key))


def _on_the_day(asked: Asked, trips: list[Trip]) -> list[Trip]:
    """The clauses of the day and the part of it that are named; those without a date hold for every day."""
    days, part = asked.days, asked.u.when.part
    if days is not None:
        year = days.first.year
        dated = [(t, [day for span in find_dates(t.text, year) for day in span.days]) for t in trips]
        trips = [t for t, dates in dated if not dates or any(d in days for d in dates)]
    if part is not None:
        timed = [(trip, [span.clock for span in find_clocks(trip.text)]) for trip in trips]
        trips = [trip for trip, clocks in timed if not clocks or any(map(part.covers, clocks))] or trips
    return trips


def _holds(asked: Asked, trip: Trip) -> bool:
    """Whether a clause tells what is asked for: an hour, from where, which vehicle, for how many it has room."""
    if _NEGATES.search(trip.key):
        return True
    if asked.u.score(Kind.WHEN) >= CLEAR or asked.u.score(Kind.END) >= CLEAR:
        return trip.item is not None or bool(find_clocks(trip.text)) or "sau khi" in trip.key
    if _ASKS_ROOM.search(asked.u.key):
        return re.search(r"\b\d+ cho\b", trip.key) is not None
    if _ASKS_WHICH.search(asked.u.key):
        return _NAME.search(trip.key) is not None
    if asked.u.score(Kind.WHERE) >= CLEAR:
        return _START.search(trip.key) is not None or trip.item is not None
    return True


# --- what the paper says -------------------------------------------------------------------------------------------


@prepared
def _trips(index: Index) -> list[Trip]:
    if "trips" not in index.cache:
        index.cache["trips"] = [*_read_trips(index.programme)]
    return cast(list[Trip], index.cache["trips"])


def _read_trips(programme: Programme) -> Iterator[Trip]:
    texts = [moment.text for moment in programme.moments]
    texts += [fact.text for fact in facts_of(programme)]
    texts += [task.text for task in programme.tasks]
    told: set[str] = set()
    for text in texts:
        for clause in _clauses(text):
            if (trip := _trip(clause)) is not None and _says_how(trip) and not any(map(trip.is_end_of, told)):
                told.add(trip.key)
                yield trip
    for session in programme.sessions:
        clauses = [trip for clause in _clauses(session.title) if (trip := _trip(clause)) is not None]
        timed = [replace(trip, text=session.title) for trip in clauses if find_clocks(trip.text)]
        yield from timed or [replace(trip, item=session) for trip in clauses[:1]]


def _clauses(text: str) -> list[str]:
    return [clause.strip(" .;,") for clause in _BORDER.split(text)]


def _trip(clause: str) -> Trip | None:
    key = letters_of(clause)
    going = _TELLS_GOING.search(key) and not _NOT_DRIVEN.search(key)
    return Trip(clause, key) if going else None


def is_ride(clause: str) -> bool:
    """Whether a clause says of a vehicle that it goes."""
    return _trip(clause) is not None


def _says_how(trip: Trip) -> bool:
    """Whether a clause tells more than that there is a vehicle."""
    return bool(_CONCRETE.search(trip.key) or find_clocks(trip.text))
