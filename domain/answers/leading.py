"""Who leads a part of the conference, a group or a matter, where the paper says so beside its name.

"Phần thứ hai - Trao đổi (bà … chủ trì)", "Tổ 2 (…): phòng 201 - Tổ trưởng: đ/c …", "Phụ trách xe: ông …".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from domain.answers.asked import Asked, sources_of
from domain.answers.entries import Sort
from domain.answers.offices import PERSON
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.texts import codes_of, letters_of, meanings, pairs_of
from domain.answers.tracks import in_named_room
from domain.answers.values import Answer, Quoted, Responsible
from domain.conference import Session

_WHO = r"(?:ai|(?:nguoi|don vi|co quan|ben|dong chi|ong|ba|thay|co|can bo) nao|who|which \w+)"
_LEADS = (
    r"(?:chu tri|chu toa|dieu hanh|dieu khien|dieu phoi|phu trach|dung dau|huong dan|dan|lo|quan ly|lam truong"
    r"|(?:to|nhom|doi) truong|truong (?:nhom|tieu ban|doan|to)|leads?|leader|chairs?|heads?|moderates?|in charge)"
)
_ASKS = re.compile(rf"\b{_WHO}\b.*\b{_LEADS}\b|\b{_LEADS}\b.*\b{_WHO}\b")
_OTHERWISE = (Kind.WHEN, Kind.WHERE, Kind.COUNT, Kind.DEADLINE)
_ASKING = words_in(
    "chu tri toa dieu hanh khien phoi phu trach dung dau huong dan lo quan ly lam truong lead leads leader chair chairs"
    " head heads moderate moderates charge phan muc phien di doan don vi nguoi group part session @leader"
)
"""Words of the question that ask for whoever leads, or say that a part is led."""

_LED = re.compile(
    r"\b(?:chủ trì|chủ tọa|chủ toạ|hướng dẫn|điều hành|điều phối|phụ trách|dẫn|(?:tổ|nhóm|đội) trưởng"
    r"|trưởng (?:nhóm|tiểu ban|đoàn|tổ)|moderat\w+|chairs?|led by)\b",
    re.IGNORECASE,
)
_FEW = 4


def of_part(asked: Asked) -> Answer | None:
    """The statement that names who leads what the question names, where there is but one."""
    if not _ASKS.search(asked.u.key) or asked.u.asks(*_OTHERWISE) or "dong chu tri" in asked.u.key:
        return None
    wanted = {unit.code for unit in asked.specific() if not {unit.code, unit.typed} & _ASKING} - {"truong"}
    if not wanted:
        return _of_the_whole(asked)
    if any(wanted <= meanings(item.title) for item in asked.index.programme.sessions if item.responsible):
        return None  # whoever stands behind the item itself
    return _in_a_room(asked, wanted) or _beside_its_name(asked, wanted)


def _of_the_whole(asked: Asked) -> Answer | None:
    """Who chairs the conference, where its programme says so of the part that is called so."""
    if asked.conference.chair is not None or not asked.u.about_conference or asked.specific():
        return None
    kind = letters_of(asked.conference.title).removeprefix("to chuc ").split()[:2]
    told = [text for text in _led(asked) if "chủ trì" in text.lower() and " ".join(kind) in letters_of(text)]
    return Quoted(texts=(told[0],)) if len(told) == 1 and len(told[0]) <= _LONGEST else None


def _beside_its_name(asked: Asked, wanted: set[str]) -> Answer | None:
    """The one line that has the part and who leads it; of an item in it, that of the whole."""
    rows = _numbered(asked)
    told = [text for text in _led(asked) if wanted <= codes_of(text) and rows <= pairs_of(text)]
    if not told:
        wholes = {
            asked.index.sessions[s.parent].title for s in _meant(asked, wanted) if s.parent in asked.index.sessions
        }
        told = [text for text in _led(asked) if any(text.startswith(f"{whole} (") for whole in wholes)]
    return Quoted(texts=(told[0],)) if len(told) == 1 and len(told[0]) <= _LONGEST else None


_LONGEST = 260


def _meant(asked: Asked, wanted: set[str]) -> list[Session]:
    items = asked.index.programme.sessions
    return [item for item in items if wanted <= meanings(item.title) and not item.responsible]


def _numbered(asked: Asked) -> set[tuple[str, str]]:
    """What the question names by a number: "tổ 2"."""
    words = [token.word for token in asked.u.tokens]
    return {(one, two) for one, two in pairwise(words) if two.isdecimal() and one.isalpha()}


def _led(asked: Asked) -> Iterator[str]:
    """The lines that name somebody as who leads."""
    texts = asked.index.texts(Sort.FACT, Sort.SESSION, Sort.GROUP)
    return (text for text in texts if _LED.search(text) and PERSON.search(text))


def _in_a_room(asked: Asked, wanted: set[str]) -> Answer | None:
    """The items held in the room or the part that is named, with the persons behind them."""
    items = [
        session
        for session in asked.index.programme.sessions
        if session.responsible
        and PERSON.search(session.responsible)
        and asked.in_scope(session)
        and wanted <= codes_of(f"{session.title} {session.room or ''} {session.place or ''}")
        and wanted & codes_of(session.room or "")
    ]
    items = in_named_room(asked, items) or items
    return Responsible(lines=asked.lines(items), sources=sources_of(items)) if 0 < len(items) <= _FEW else None
