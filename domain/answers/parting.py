"""The questions of one message: several sentences, or two questions in one ("ở phòng nào, ai điều phối")."""

import re
from collections.abc import Callable

from domain.answers.holding import CLEAR
from domain.answers.query import Kind, Understanding
from domain.vietnamese import CAPITALS

MOST_QUESTIONS = 3
"""Questions of one message that are answered."""

ASKING = 2.4
"""Evidence from which a sentence of its own surely asks something; a piece of one needs clear evidence."""

_BORDER = re.compile(rf"(?<=[?？])\s*|\n+|(?<=[.!])\s+(?=[{CAPITALS}])")
_JOINT = re.compile(r"\s*[,;]\s*|\s+(?:và|va|với lại|and|also)\s+", re.IGNORECASE)

_SMALL_TALK = frozenset({Kind.GREETING, Kind.THANKS})

_TOGETHER = (
    frozenset({Kind.WHEN, Kind.END, Kind.WHERE, Kind.ROOM, Kind.DAY, Kind.DURATION}),
    frozenset({Kind.WHO, Kind.DEADLINE, Kind.WHEN}),
    frozenset({Kind.WHERE, Kind.DEADLINE}),
)
"""What one answer tells at once: an item's line has its time and place, a task's its unit and limit."""

_AT_WORK = re.compile(
    r"^(?:da |thua |a )*(?:(?:phong|ban|to|doi|so|cuc|xa|huyen|truong|nhom|khoa|don vi|co quan|ben|doan|chi doan"
    r"|cong ty) )?"
    r"(?:toi|em|minh|chung|ben em|anh em|chau|con|we|i)\b(?! (?:muon|can|xin|hoi|nho|want|need))"
)
"""A sentence in which somebody tells what they are at: a matter that it names is not asked about."""

Reader = Callable[[str], Understanding]


def sentences(text: str, read: Reader) -> tuple[str, ...]:
    """The sentences that ask something on their own; the whole text when fewer than two do."""
    parts = [part.strip() for part in _BORDER.split(text[:4000]) if part and part.strip()]
    if len(parts) < 2:
        return (text,)
    asking = [part for part in parts if _asks(read(part), marked=part.endswith(("?", "？")))]
    return tuple(asking) if len(asking) > 1 else (text,)


def _asks(understood: Understanding, *, marked: bool) -> bool:
    """Whether a sentence asks; one without a question mark that tells something and names a day does not."""
    told = not marked and any(not unit.generic for unit in understood.content)
    silent = _SMALL_TALK | {Kind.DAY} if told else _SMALL_TALK
    if told and _AT_WORK.search(understood.key):
        silent |= {Kind.TOPIC}
    least = CLEAR if told and understood.when.clock is not None else ASKING  # "Tôi bay chuyến 18h."
    return any(score >= least and kind not in silent for kind, score in understood.kinds)


def pieces(sentence: str, read: Reader) -> tuple[str, ...]:
    """The questions joined in one sentence, where one answer cannot tell them all; else none."""
    found = joined(sentence, read)
    together = frozenset().union(*(kinds for _, kinds in found))
    if any(together <= kinds for kinds in _TOGETHER):
        return ()
    return tuple(piece for piece, _ in found)


def joined(sentence: str, read: Reader) -> tuple[tuple[str, frozenset[Kind]], ...]:
    """The questions joined in one sentence, at most three, each with what it asks for; none where it is but one."""
    found: list[str] = []
    asked: list[frozenset[Kind]] = []
    for piece in _JOINT.split(sentence):
        kinds = _clear_kinds(read(piece)) if piece.strip() else frozenset()
        if kinds or not found:
            found.append(piece.strip())
            asked.append(kinds)
        else:
            found[-1] = f"{found[-1]}, {piece.strip()}"
    if len(found) < 2 or not all(asked):
        return ()
    return tuple(zip(found, asked, strict=True))[:MOST_QUESTIONS]


def _clear_kinds(understood: Understanding) -> frozenset[Kind]:
    """The strongest kinds of a piece that clearly asks something."""
    best = understood.kinds[0][1] if understood.kinds else 0.0
    if best < CLEAR:
        return frozenset()
    return frozenset(kind for kind, score in understood.kinds if score == best) - _SMALL_TALK
