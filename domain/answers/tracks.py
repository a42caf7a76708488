"""Sessions held side by side: what is on in the room that a question names, or in the one called after its topic."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import cast

from domain.answers.asked import Asked, sources_of
from domain.answers.holding import CLEAR
from domain.answers.index import Index
from domain.answers.item_times import session_times
from domain.answers.preparing import prepared
from domain.answers.query import Kind
from domain.answers.texts import codes_of, letters_of
from domain.answers.values import Answer, Responsible
from domain.answers.whole import asks_end_alone
from domain.conference import Session, SessionState

_TOPIC = re.compile(r"(?P<room>[^–-]+?)\s+[–-]\s+(?P<topic>[^–-]+)$")
"""A room called after what is held there: "Hội trường B - Ngoại, Gây mê"."""

_NAMED = r"\b(?:phien|tieu ban|nhanh|khoi|chuyen nganh|session|track)(?: (?:song song|ve|cua|chuyen nganh|khoa|on))?"
_ANSWERED = (Kind.WHEN, Kind.END, Kind.WHERE, Kind.ROOM, Kind.WHO, Kind.CHAIR)
_PAUSES = frozenset({"@break", "@lunch", "@meals"})


def in_named_room(asked: Asked, sessions: Sequence[Session]) -> list[Session]:
    """Those held in the room that the question names; none where no room of these is named."""
    said = f" {asked.u.key} "
    return [each for each in sessions if any(f" {name} " in said for name in _names(each.room))]


def _names(room: str | None) -> tuple[str, ...]:
    """What a room is called without its topic and without where it is, in both languages: "Hội trường B"."""
    if not room:
        return ()
    parted = _TOPIC.match(room)
    head = letters_of((parted["room"] if parted else room).split(",")[0])
    english = head.replace("hoi truong ", "hall ").replace("phong ", "room ")
    return (head, english) if len(head) > 1 else ()


def of_topic(asked: Asked) -> Answer | None:
    """ "Phiên ngoại mấy giờ": the items in the room that is called after the topic, without their breaks."""
    tracks = _tracks(asked.index)
    if not tracks or not any(asked.u.score(kind) >= CLEAR for kind in _ANSWERED) or asked.u.asks(Kind.COUNT):
        return None
    topic = max((name for name in tracks if re.search(rf"{_NAMED} {name}\b", asked.u.key)), key=len, default=None)
    items = [item for item in tracks.get(topic or "", ()) if asked.in_scope(item)]
    if not items:
        return None
    if asked.u.asks(Kind.WHO) or asked.u.asks(Kind.CHAIR):
        led = [item for item in items if item.responsible]
        return Responsible(lines=asked.lines(led), sources=sources_of(led)) if led else asked.no_information("who")
    return session_times(asked, items, "end" if asks_end_alone(asked) else "start")


@prepared
def _tracks(index: Index) -> dict[str, list[Session]]:
    """The items by the topics that their rooms are called after, read once."""
    if "tracks" not in index.cache:
        index.cache["tracks"] = _read_tracks(index.programme.sessions)
    return cast(dict[str, list[Session]], index.cache["tracks"])


def _read_tracks(sessions: Sequence[Session]) -> dict[str, list[Session]]:
    found: dict[str, list[Session]] = {}
    begins = Counter((session.day, session.start) for session in sessions if session.room)
    for session in sessions:
        if session.state is SessionState.CANCELLED or codes_of(session.title) & _PAUSES:
            continue
        parted = _TOPIC.match(session.room or "")
        titled = _TITLED.match(session.title) if begins[session.day, session.start] > 1 else None
        topic = parted["topic"] if parted else titled["topic"] if titled else ""
        pieces = _PIECE.split(topic) if topic else ()
        for name in dict.fromkeys(map(letters_of, (topic, *pieces))):
            if name:
                found.setdefault(name, []).append(session)
    return found


_TITLED = re.compile(r"(?:phiên|tiểu ban)(?: song song| chuyên đề)?(?: \w{1,2}\b)?:? (?P<topic>[^:(]+)", re.IGNORECASE)
"""An item beside others that is called after its topic: "Phiên song song 1: Nội khoa – Nhi khoa"."""
_PIECE = re.compile(r"\s*,\s+|\s+[–-]\s+|\s+và\s+")
