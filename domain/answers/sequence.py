"""Answers about what follows what: what is on and next, what stands beside an item, the first and the last."""

import re
from dataclasses import replace
from datetime import datetime
from typing import cast

from domain.answers import named, parts
from domain.answers.agenda import not_over
from domain.answers.asked import Asked, sources_of, top_level
from domain.answers.index import Index
from domain.answers.phrases import words_in
from domain.answers.preparing import prepared
from domain.answers.texts import codes_of
from domain.answers.tracks import in_named_room
from domain.answers.values import Answer, NeedDate, Neighbour, NowNext
from domain.conference import Session, SessionState
from domain.ids import SessionId
from domain.vietnamese import search_key


def now_next(asked: Asked, what: str) -> Answer | None:
    """What is on now and what comes next."""
    if asked.now is None:
        return NeedDate()
    live = [s for s in asked.index.programme.sessions if s.state is SessionState.RUNNING]
    now = asked.now
    timeline = [item for day in asked.index.days for item in asked.timeline(day)]
    if not timeline and not live:
        return NowNext(phase="unknown", asked=what, known=asked.known)
    running = live or [s for s, start, end in timeline if start <= now < end]
    running = _in_room(asked, _with_whole(running, innermost(asked, running)))
    ahead = [(s, start) for s, start, _ in timeline if start > now]
    roomed = {session.id for session in _in_room(asked, [s for s, _ in ahead])}
    coming = [(s, start) for s, start in ahead if s.id in roomed]
    following = [s for s, start in coming if start == coming[0][1]] if coming else []
    if live:
        following = after(asked, live[-1])
    if what == "now":
        following = [s for s in following if s.day == now.date()]
    return NowNext(
        phase=_phase(asked, now, bool(running), bool(coming)),
        asked=what,
        now=asked.lines(running),
        next=asked.lines(following),
        known=asked.known,
        sources=sources_of(running if what == "now" else following),
    )


def _with_whole(running: list[Session], inner: list[Session]) -> list[Session]:
    """Groups that meet at once under an item with an hour of its own, behind that item: "Thảo luận tại tổ"."""
    parents = {session.parent for session in inner}
    whole = [session for session in running if len(inner) > 1 and parents == {session.id}]
    return [*whole, *inner]


def _in_room(asked: Asked, sessions: list[Session]) -> list[Session]:
    """Those in the room that the question names, where it names one that some of them are in."""
    if roomed := in_named_room(asked, sessions):
        return roomed
    room = _ROOM.search(asked.u.text)
    if room is None:
        return sessions
    name = f" {search_key(room[0])} "
    return [session for session in sessions if name in f" {search_key(_whereabouts(asked, session))} "] or sessions


def _whereabouts(asked: Asked, session: Session) -> str:
    parent = asked.index.sessions.get(session.parent) if session.parent is not None else None
    above = f"{parent.title} {parent.room or ''} {parent.place or ''}" if parent is not None else ""
    return f"{session.title} {session.room or ''} {session.place or ''} {above}"


_ROOM = re.compile(
    r"\b(?:hội trường|hoi truong|phòng|phong|giảng đường|giang duong|hall|room) (?:[A-Z]\b|[A-Z]?\d[\w.]*)",
    re.IGNORECASE,
)


def innermost(asked: Asked, running: list[Session]) -> list[Session]:
    """Without the sessions of which a part is running too."""
    parents = {session.parent for session in running}
    return [session for session in running if session.id not in parents]


def _phase(asked: Asked, now: datetime, running: bool, coming: bool) -> str:
    if running:
        return "during"
    if not coming:
        return "after"
    return "before" if asked.index.days and now.date() < asked.index.days[0] else "between"


def beside(asked: Asked, relation: str) -> Answer | None:
    """What stands after or before the item named."""
    anchors = [s for s in asked.sessions(asked.u.anchor) if s.state is not SessionState.CANCELLED]
    if not anchors:
        return None
    anchors = nearest_now(asked, _of_today(asked) or anchors)
    beyond = {unit.code for unit in asked.specific() if unit not in asked.u.anchor}
    if beyond & _OWN_ITEMS & codes_of(" ".join(anchor.title for anchor in anchors)):
        return None  # "đối thoại xong ai kết luận": the item itself is asked about
    return neighbours(asked, anchors, relation)


def _of_today(asked: Asked) -> list[Session]:
    """All items of the present day that are called what the question starts from, however else they are called."""
    if asked.now is None or asked.now.date() not in asked.index.days or asked.u.when.day or asked.u.when.part:
        return []
    wanted = {unit.code for unit in asked.specific(asked.u.anchor)}
    if not wanted:
        return []
    called = _called(asked.index)
    today = (session for session, _, _ in asked.timeline(asked.now.date()))
    return [session for session in today if wanted <= called[session.id]]


@prepared
def _called(index: Index) -> dict[SessionId, set[str]]:
    """What each item is called: the words and concepts of its title's first clause; read once."""
    if "called" not in index.cache:
        sessions = index.programme.sessions
        index.cache["called"] = {s.id: codes_of(_CLAUSE.split(s.title, maxsplit=1)[0]) for s in sessions}
    return cast(dict[SessionId, set[str]], index.cache["called"])


_CLAUSE = re.compile(r"[,;:(]")


def neighbours(asked: Asked, anchors: list[Session], relation: str) -> Neighbour:
    """What stands after or before each of the items, at most three."""
    pairs = []
    for anchor in anchors[:3]:
        found = after(asked, anchor) if relation == "after" else _before(asked, anchor)
        if relation == "after" and found and _ALL_THE_REST.search(" ".join(token.word for token in asked.u.tokens)):
            found = _rest_of_day(asked, anchor, found)
        pairs.append((asked.line(anchor), asked.lines(found)))
    return Neighbour(relation=relation, pairs=tuple(pairs), sources=sources_of(anchors[:3]))


_OWN_ITEMS = words_in("@closing @conclusion @opening @award @lunch @break @discussion")

_ALL_THE_REST = re.compile(r"\b(?:con (?:nhung|cac|gi nua)|nhung (?:gi|phan|muc|noi dung|phien)|what else)\b")
"""Asks for everything that follows, not for the next item alone."""


def _rest_of_day(asked: Asked, anchor: Session, found: list[Session]) -> list[Session]:
    siblings = _siblings(asked, anchor)
    following = siblings[siblings.index(found[0]) :]
    return [session for session in following if session.day == anchor.day]


def nearest_now(asked: Asked, anchors: list[Session]) -> list[Session]:
    """On the day itself "sau giải lao" means the break that is on or next."""
    if asked.now is None or len(anchors) < 2:
        return anchors
    today = [s for s in anchors if s.day == asked.now.date() and s.start is not None]
    ahead = [s for s in today if not_over(asked, s, asked.now)]
    return ahead[:1] or today[-1:] or anchors


def after(asked: Asked, session: Session) -> list[Session]:
    siblings = _siblings(asked, session)
    place = _place(session, siblings)
    own = {part.id for part in asked.index.children.get(session.id, ())}
    later = (each for each in siblings[place + 1 :] if each.id not in own)
    following = next((each for each in later if not _no_later(each, session)), None)
    return _parallel(following, siblings) if following is not None else []


def _no_later(each: Session, session: Session) -> bool:
    """Whether an item is known to begin no later than another one of its day."""
    if session.start is None or each.start is None or each.day != session.day:
        return False
    return each.start <= session.start


def _before(asked: Asked, session: Session) -> list[Session]:
    siblings = _siblings(asked, session)
    earlier = siblings[: _place(session, siblings)]
    if session.start is not None:
        earlier = [s for s in earlier if s.start is None or s.day != session.day or s.start < session.start]
    return _parallel(earlier[-1], siblings) if earlier else []


def _place(session: Session, siblings: list[Session]) -> int:
    """Where a session stands among others; comparing ids spares comparing all that each of them holds."""
    return next(place for place, each in enumerate(siblings) if each.id == session.id)


def _siblings(asked: Asked, session: Session) -> list[Session]:
    """The items among which a session has neighbours: its parent's parts, or everything that is no container."""
    alone = session.parent is None and session.id not in asked.index.children
    if alone and session.state is not SessionState.CANCELLED:
        return _leaves(asked.index)
    live = [s for s in asked.index.programme.sessions if s.state is not SessionState.CANCELLED or s == session]
    if session.parent is not None:
        parts = [s for s in live if s.parent == session.parent]
        if session.start is None or len(parts) > 1:
            whole = [s for s in live if s.id not in asked.index.children or s == session]
            return parts if all(s.start is None for s in parts) else whole
    if session.id in asked.index.children:
        return [s for s in live if s.parent is None]
    return [s for s in live if s.id not in asked.index.children or s == session]


@prepared
def _leaves(index: Index) -> list[Session]:
    """All items that take place and have no parts; read once."""
    if "leaves" not in index.cache:
        live = (s for s in index.programme.sessions if s.state is not SessionState.CANCELLED)
        index.cache["leaves"] = [s for s in live if s.id not in index.children]
    return cast(list[Session], index.cache["leaves"])


def _parallel(session: Session, siblings: list[Session]) -> list[Session]:
    """A session and those that begin with it."""
    if session.start is None:
        return [session]
    return [s for s in siblings if s.start == session.start and s.day == session.day]


_AT_THE_EDGE = words_in("tien cung dau cuoi mo ket thuc bang last first item thing")
"""Words that say "first" and "last" together with others."""


def edge(asked: Asked, relation: str) -> Answer | None:
    """The first or last item, of the named day if one is named."""
    sessions = [s for s in asked.index.programme.sessions if s.state is not SessionState.CANCELLED]
    if asked.u.when.day is not None or asked.u.when.part is not None:
        sessions = [s for s in sessions if asked.in_scope(s)]
    things = tuple(unit for unit in asked.specific() if unit.code not in _AT_THE_EDGE)
    part = parts.part_of(asked)
    if part is not None and (inside := parts.items_of(asked.index, part)):
        sessions = inside
    elif things and not all(unit.code in asked.index.own_units for unit in things):
        meant = {session.id for session in asked.sessions(things, 0.85)}
        sessions = [session for session in sessions if session.id in meant]
        if not sessions:
            return None  # "the first lecture" is not the first item of everything
    leaves = [s for s in sessions if s.id not in asked.index.children] or top_level(asked.index)
    if not leaves:
        return None
    chosen = leaves[0] if relation == "first" else leaves[-1]
    together = _parallel(chosen, leaves)
    lines = asked.lines(together)
    if part is not None:
        lines = tuple(replace(line, within=named.title_of(part)) for line in lines)
    return Neighbour(relation=relation, pairs=((None, lines),), sources=sources_of(together))
