"""Honest ambiguity: when several things may be meant, up to three of them are offered."""

import re

from domain.answers.asked import Asked
from domain.answers.entries import Hit, Sort
from domain.answers.holding import DATED
from domain.answers.keep import is_of_another
from domain.answers.limits import of_each
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.sending import HANDING_IN
from domain.answers.sent_things import asked_about
from domain.answers.texts import letters_of, meanings
from domain.answers.trips import asks_trip, is_trip
from domain.answers.values import Ambiguous, Choice, Quoted
from domain.answers.whereabouts import place_in
from domain.conference import Session, Task

MOST_CHOICES = 3

PERHAPS = 0.3
"""Share of the question's content that a reading must explain to be offered."""

MOSTLY = 0.45
"""The same where somebody is asked for: who does another thing is no help."""

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
    if asked.u.kind in _PLACES and asked.u.words & HANDING_IN:
        return None  # where an item is tells not where its paper goes
    if asked.u.kind is Kind.DURATION and of_each(asked):
        return None  # how long one item takes does not tell what each of many may take
    meant = asked.u.anchor or asked.u.content
    least = MOSTLY if asked.u.kind is Kind.WHO else PERHAPS
    hits = [hit for hit in asked.index.search(meant, *_sorts(asked.u.kind)) if hit.coverage >= least]
    if asked.u.kind in _OF_ITEMS:
        such = [hit for hit in hits if _is_such(asked.specific(meant), hit)]
        hits = such if len(such) != 1 or len(hits) == 1 or such[0].coverage >= _ALONE else []
    if asks_trip(asked):
        hits = [hit for hit in hits if is_trip(hit.entry.text)]
    if (matter := asked_about(asked)) is not None:
        hits = [hit for hit in hits if matter.spoken_of(letters_of(_title(hit)))]
    titles = tuple(dict.fromkeys(_title(hit) for hit in hits if _would_answer(asked.u.kind, hit) and _title(hit)))
    titles = tuple(title for title in titles if not is_of_another(asked, Quoted(texts=(title,))))
    if not titles:
        return None
    return Ambiguous(choices=tuple(_choice(asked, title) for title in titles[:MOST_CHOICES]))


_OF_ITEMS = frozenset({Kind.WHEN, Kind.END, Kind.DURATION, Kind.AFTER, Kind.BEFORE, Kind.TIME_LEFT})
"""Kinds that an item alone answers: work that has to be done for it tells none of its hours."""


def _sorts(kind: Kind) -> tuple[Sort, ...]:
    if kind is Kind.DEADLINE:
        return (Sort.TASK,)
    return (Sort.SESSION,) if kind in _OF_ITEMS else (Sort.SESSION, Sort.TASK)


def _is_such(meant: tuple[Unit, ...], hit: Hit) -> bool:
    """Whether an item bears what is asked about first, and every thing that is named."""
    said = meanings(_NAMED.sub(" ", hit.entry.text))
    things = [unit for unit in meant if unit.code not in _COMING]
    return all(unit.is_in(said) for unit in things[:1]) and all(unit.is_in(said) for unit in things if not unit.typed)


_NAMED = re.compile(r"[\"“«][^\"”»]*[\"”»]")
"""What a film or a show is called: "Bản làng đón khách" receives nobody."""

_COMING = frozenset({"@gather", "@arrival"})
_ALONE = 0.5
"""Share of the question that the only item among several statements must explain."""


_SILENT = words_in("lodging wifi parking seat fee toilet contact gift map allowance transport")
"""Matters of which a near miss is no help."""


def _would_answer(kind: Kind, hit: Hit) -> bool:
    """Whether a reading holds what is asked for: work without an hour or a place tells neither of them."""
    task = hit.entry.ref
    if not isinstance(task, Task):
        return True
    if kind in _TIMES:
        return task.deadline is not None or task.deadline_text is not None or bool(DATED.search(task.text))
    return kind not in _PLACES or place_in(task.text) is not None


_TIMES = (Kind.WHEN, Kind.END, Kind.DURATION, Kind.TIME_LEFT)
_PLACES = (Kind.WHERE, Kind.ROOM)


def _title(hit: Hit) -> str:
    if isinstance(hit.entry.ref, Session):
        return hit.entry.ref.title
    return hit.entry.ref.text if isinstance(hit.entry.ref, Task) else ""


def _choice(asked: Asked, title: str) -> Choice:
    return Choice(title, _AGAIN.get(asked.u.kind, "{}").format(title))
