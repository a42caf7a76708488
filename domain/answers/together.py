"""What is held side by side, asked for all at once: "chiều có những tiểu ban nào", "what are the parallel sessions"."""

import re
from collections import Counter

from domain.answers.asked import Asked, sources_of
from domain.answers.holding import CLEAR
from domain.answers.named import AGAIN
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.texts import letters_of
from domain.answers.values import Answer, DayPlan, ItemCount
from domain.conference import Session
from domain.vietnamese import search_key


def held_together(asked: Asked) -> Answer | None:
    """All parts of one kind that are held at once on the days asked about, or how many there are."""
    wanted = _ASKED.search(asked.u.key)
    if wanted is None or any(_names_more(asked, unit) for unit in asked.specific()):
        return None
    noun = wanted["one"] or wanted["other"]
    if any(letters_of(body.name).startswith(noun) for body in asked.index.programme.units):
        return None  # the sub-committees of those who organize
    beside = [*_wholes_side_by_side(asked), *_side_by_side(asked)]
    found = [s for s in beside if asked.in_scope(_first_part(asked, s)) and _is_called(s, noun)]
    days = sorted({session.day for session in found if session.day})
    if len(found) < _FEWEST or not days or not _tells(asked, found):
        return None
    if asked.u.asks(Kind.COUNT):
        names = _names(found)
        return ItemCount(what="named", count=len(names), names=names, sources=sources_of(found))
    part = asked.u.when.part
    return DayPlan(first=days[0], last=days[-1], part=part, lines=asked.lines(found), sources=sources_of(found))


def _tells(asked: Asked, found: list[Session]) -> bool:
    """Whether the lines hold what is asked of them: rooms, or who chairs."""
    if asked.u.score(Kind.WHERE) >= CLEAR or asked.u.score(Kind.ROOM) >= CLEAR:
        return all(session.room or session.place for session in found)
    return _OF_PERSONS.search(asked.u.key) is None or any(session.responsible for session in found)


def _names(found: list[Session]) -> tuple[str, ...]:
    """Each part once: by its title, or by its bare name where it meets about several matters."""
    parts: dict[str, list[str]] = {}
    for session in found:
        titles = parts.setdefault(search_key(_NAME.split(session.title)[0]), [])
        if not titles or not AGAIN.search(session.title):
            titles.append(session.title)
    return tuple(_NAME.split(titles[0])[0].strip() if len(titles) > 1 else titles[0] for titles in parts.values())


def _names_more(asked: Asked, unit: Unit) -> bool:
    """Whether the question names something besides the parts: "những tiểu ban nào bàn về lũ"."""
    typed = asked.word_of(unit)
    return not {unit.code, typed} & _AROUND and unit.code not in asked.index.own_units


def _side_by_side(asked: Asked) -> list[Session]:
    """The items that begin together with others."""
    timed = [s for s in asked.index.programme.sessions if s.start is not None and s.id not in asked.index.children]
    begun = Counter((session.day, session.start) for session in timed)
    return [session for session in timed if begun[session.day, session.start] > 1]


def _wholes_side_by_side(asked: Asked) -> list[Session]:
    """The parts without an hour of their own whose items begin together with those of others."""
    wholes = [asked.index.sessions[whole] for whole in asked.index.children]
    timed = [(whole, _first_part(asked, whole)) for whole in wholes if whole.start is None]
    begun = Counter((first.day, first.start) for _, first in timed)
    return [whole for whole, first in timed if first.start is not None and begun[first.day, first.start] > 1]


def _first_part(asked: Asked, session: Session) -> Session:
    """The first item of a part without an hour; any other session itself."""
    parts = asked.index.children.get(session.id, ()) if session.start is None else ()
    return min((part for part in parts if part.start), key=lambda part: (part.day, part.start), default=session)


def _is_called(session: Session, noun: str) -> bool:
    return noun in _ANY or letters_of(session.title).startswith(noun)


_FEWEST = 2
_NOUN = (
    r"(?:tieu ban|phien|nhom|lop|to(?! chuc)|chuyen de|sub ?committees?|sessions?|tracks?|panels?|groups?|workshops?)"
)
_ASKED = re.compile(
    rf"\b(?:nhung|cac|may|bao nhieu|how many|which|what(?: are)?(?: the)?) (?:parallel )?(?P<one>{_NOUN})\b"
    rf"(?= (?:nao|gi|hop|thao luan|song song|cung luc|dien ra|bat dau|o|phong|do|ai|chu tri|are)\b|\s*$)"
    rf"|\b(?P<other>{_NOUN}) (?:nao )?(?:hop )?(?:song song|cung luc)\b"
)
_OF_PERSONS = re.compile(r"\b(?:ai|chu tri|dieu hanh|phu trach|who|chairs?)\b")
_ANY = words_in("session sessions track tracks panel panels group groups workshop workshops")
_AROUND = words_in(
    "tieu ban phien nhom lop to chuyen de hop song cung luc dien ra bat dau session sessions track tracks panel panels"
    " group groups workshop workshops subcommittee subcommittees sub committee committees parallel held take place buoi"
    " thao luan phong chu tri dieu hanh @topic_talk @discussion"
)
_NAME = re.compile(r":|\(|,")
