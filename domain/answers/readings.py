"""Honest ambiguity: when several things may be meant, up to three of them are offered."""

from domain.answers.asked import Asked
from domain.answers.entries import Hit, Sort
from domain.answers.query import Kind
from domain.answers.values import Ambiguous, Choice
from domain.conference import Session, Task

MOST_CHOICES = 3

PERHAPS = 0.3
"""Share of the question's content that a reading must explain to be offered."""

_AGAIN = {
    Kind.WHEN: "{} lúc mấy giờ",
    Kind.END: "{} kết thúc lúc mấy giờ",
    Kind.DURATION: "{} kéo dài bao lâu",
    Kind.WHERE: "{} ở đâu",
    Kind.ROOM: "{} ở phòng nào",
    Kind.WHO: "ai phụ trách {}",
    Kind.AFTER: "sau {} là gì",
    Kind.BEFORE: "trước {} là gì",
    Kind.DEADLINE: "hạn {} là khi nào",
    Kind.TIME_LEFT: "còn bao lâu nữa đến {}",
}
"""How each kind of question is put again about one thing alone."""


def of_sessions(asked: Asked, sessions: list[Session]) -> Ambiguous:
    """Too many items that fit alike: the next ones by the clock, else the first ones."""
    now = asked.now
    ahead = [s for s in sessions if now is not None and s.day is not None and s.day >= now.date()] or sessions
    return Ambiguous(choices=tuple(_choice(asked, session.title) for session in ahead[:MOST_CHOICES]))


def perhaps(asked: Asked) -> Ambiguous | None:
    """What may have been meant, when nothing is sure and the kind of question is clear."""
    if asked.u.kind not in _AGAIN or asked.u.kinds[0][1] < 2.4 or asked.u.concepts & _SILENT:
        return None
    sorts = (Sort.TASK,) if asked.u.kind is Kind.DEADLINE else (Sort.SESSION, Sort.TASK)
    hits = [hit for hit in asked.index.search(asked.u.anchor or asked.u.content, *sorts) if hit.coverage >= PERHAPS]
    titles = tuple(dict.fromkeys(_title(hit) for hit in hits if _title(hit)))
    if not titles:
        return None
    return Ambiguous(choices=tuple(_choice(asked, title) for title in titles[:MOST_CHOICES]))


_SILENT = frozenset({"lodging", "wifi", "parking", "seat", "fee", "toilet", "contact", "gift", "map", "allowance"})
"""Matters of which a near miss is no help."""


def _title(hit: Hit) -> str:
    if isinstance(hit.entry.ref, Session):
        return hit.entry.ref.title
    return hit.entry.ref.text if isinstance(hit.entry.ref, Task) else ""


def _choice(asked: Asked, title: str) -> Choice:
    return Choice(title, _AGAIN.get(asked.u.kind, "{}").format(title))
