"""What every rule of answering needs at hand: the question, the programme, the clock, the person; and lines to show."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import chain

from domain.answers.entries import Entry, Hit, Sort
from domain.answers.holding import CLEAR
from domain.answers.index import TOPIC_CODES, Index, local
from domain.answers.main_event import stated_hours
from domain.answers.phrases import words_in
from domain.answers.query import Asker, Context, Kind, Understanding, Unit
from domain.answers.remembering import remembered
from domain.answers.texts import codes_of, letters_of, read
from domain.answers.titled import called_so, nearest_in_words, preferred
from domain.answers.values import Answer, Known, Line, NoInformation, Responsible, Sources, TaskLine
from domain.answers.whereabouts import common_place, main_place, place_called, place_in, place_of_title
from domain.conference import Conference, Session, SessionState, Source, Task
from domain.conference import Unit as Body
from domain.dates import DayPart
from domain.ids import SessionId
from domain.particulars import without_birth
from domain.vietnamese import search_key, words
from domain.when import DayRange, resolve

SURE = 0.7
"""Share of the question's content that an entry must explain to be what is meant."""

TIE = 0.93
"""Entries whose score is at least this share of the best are as good as the best."""

_DAYS = 100
"""Days whose timeline is kept."""


@dataclass(slots=True)
class Asked:
    """One question on its way to an answer."""

    u: Understanding
    index: Index
    now: datetime | None
    asker: Asker | None = None
    context: Context | None = None
    _range: DayRange | None = field(default=None, repr=False)
    _specific: tuple[Unit, ...] = field(default=(), repr=False)
    _topics: frozenset[str] = field(default=frozenset(), repr=False)
    _hours: tuple[time, time] | None = field(default=None, repr=False)
    _called: dict[SessionId, int] | None = field(default=None, repr=False)
    left_out: tuple[Answer, bool, tuple[Unit, ...]] | None = field(default=None, repr=False)
    """The answer that was measured last, whether by name too, and what it leaves out of the question."""

    def __post_init__(self) -> None:
        self._specific = _telling(self.u.content)
        self._topics = frozenset(unit.code for unit in self.u.content) & _TOPICS
        self._hours = next((_MEALTIMES[code] for code in _MEALTIMES if code in self.u.concepts), None)
        reference = self.u.when.day
        if reference is not None:
            self._range = resolve(reference, self.now.date() if self.now else None, self.index.days)

    @property
    def conference(self) -> Conference:
        return self.index.programme.conference

    @property
    def venue(self) -> str | None:
        """Where the conference is: of several places that the paper names, its own."""
        return main_place(self.conference.venue)

    @property
    def days(self) -> DayRange | None:
        """The days the question names, resolved."""
        return self._range

    @property
    def known(self) -> Known:
        """What is known of the conference's dates."""
        conference = self.conference
        days = self.index.days
        opens, closes = stated_hours(self.index.programme)
        return Known(
            starts_on=conference.starts_on or (days[0] if days else None),
            ends_on=conference.ends_on or (days[-1] if days else None),
            text=conference.dates_text,
            opens=opens,
            closes=closes,
        )

    # --- what the content means ---

    def specific(self, units: tuple[Unit, ...] | None = None) -> tuple[Unit, ...]:
        """The content without the conference's own nouns and what only hints at the question word."""
        return self._specific if units is None else _telling(units)

    def beyond(self, words: Set[str]) -> tuple[Unit, ...]:
        """The specific content that none of these words and concepts says."""
        return tuple(unit for unit in self.specific() if not {unit.code, self.word_of(unit)} & words)

    def word_of(self, unit: Unit) -> str:
        """The word that a piece of content was typed as."""
        return self.u.tokens[unit.at].word

    def only_conference(self) -> bool:
        """Whether nothing is named but the conference itself."""
        own = self.index.own_units
        return all(unit.code in own or unit.generic for unit in self.u.content)

    def in_scope(self, session: Session) -> bool:
        """Whether a session lies on the named day and in the named part of it."""
        if self.days is not None and (session.day is None or session.day not in self.days):
            return False
        part = self.u.when.part
        if part is None:
            return True
        start = self.start_of(session)
        return start is not None and part.covers(start)

    def start_of(self, session: Session) -> time | None:
        """A session's own start, or that of the session it is a part of."""
        if session.start is not None or session.parent is None:
            return session.start
        parent = self.index.sessions.get(session.parent)
        return self.start_of(parent) if parent else None

    def sessions(self, units: tuple[Unit, ...], sure: float = SURE) -> list[Session]:
        """The sessions meant, equally good ones together; those in scope of the named day first."""
        hits = self.index.search(units, Sort.SESSION)
        named = self.u.when.day or self.u.when.part
        chosen = self.best((hit for hit in hits if self._scoped(hit)), sure) if named else []
        if not named or (not chosen and self.u.when.day is None):
            chosen = self.best((hit for hit in hits if self.at_its_hour(hit.entry)), sure)
        return [hit.entry.ref for hit in chosen if isinstance(hit.entry.ref, Session)]

    def _scoped(self, hit: Hit) -> bool:
        ref = hit.entry.ref
        return isinstance(ref, Session) and self.in_scope(ref) and self.at_its_hour(hit.entry)

    @property
    def called(self) -> dict[SessionId, int]:
        """The items that the question calls by their title, with the number of its words."""
        if self._called is None:
            self._called = called_so(self.u.text, self.index)
        return self._called

    def best(self, hits: Iterable[Hit], sure: float = SURE) -> list[Hit]:
        """The hits that are sure enough and as good as the best; of hits in order no more are looked at than that."""
        rest = iter(hits)
        first = next(rest, None)
        if first is None or first.coverage < sure:
            return []
        alike: list[Hit] = [first]
        others: Iterator[Hit] = rest
        for hit in rest:
            if hit.score < TIE * first.score:
                others = chain((hit,), rest)
                break
            alike.append(hit)
        found = [hit for hit in alike if hit.coverage >= sure]
        if self.called:
            return preferred(chain(alike, others), found, sure, self.called)
        return nearest_in_words(self.u.text, found) if len(found) > 1 else found

    def at_its_hour(self, entry: Entry) -> bool:
        """Whether an item is at an hour of the meal that the question names: lunch is no dinner, whatever both are."""
        hours = self._hours
        if hours is None or not isinstance(entry.ref, Session) or "@meals" not in entry.units:
            return True
        start = self.start_of(entry.ref)
        return start is None or hours[0] <= start < hours[1]

    def holds_topics(self, entry: Entry) -> bool:
        """A question about parking at the hotel is not answered by a statement about the hotel alone."""
        return not self._topics or self._topics <= entry.units.keys()

    # --- lines ---

    def line(self, session: Session) -> Line:
        """A session as an answer shows it."""
        parent = self.index.sessions.get(session.parent) if session.parent is not None else None
        behind = session.responsible
        inside = _ROOM_AND_PERSON.match(behind or "")
        if inside is not None and session.room is None:
            room, behind = inside[1], inside[2]
        else:
            room = session.room or (behind if _ROOM.match(behind or "") else None)
        by_unit = self.unit_behind(behind) if behind else None
        place = ", ".join(dict.fromkeys(p for p in (room, session.place) if p)) or None
        return Line(
            id=session.id,
            title=without_birth(session.title),
            day=session.day or (parent.day if parent else None),
            start=session.start,
            end=session.end,
            place=place or (parent.place if parent else None),
            by=without_birth(behind) if behind and room != behind else None,
            by_unit=by_unit,
            within=parent.title if parent else None,
            within_start=self.start_of(parent) if parent else None,
            running=session.state is SessionState.RUNNING,
            cancelled=session.state is SessionState.CANCELLED,
            mine=self.asker is not None and session.id in self.asker.sessions,
        )

    def lines(self, sessions: list[Session] | tuple[Session, ...]) -> tuple[Line, ...]:
        return tuple(self.line(session) for session in sessions)

    def placed_lines(self, sessions: list[Session]) -> tuple[Line, ...]:
        """Sessions for who asks where: a place that only the title names is named as one."""
        wanted = frozenset(unit.code for unit in self.specific())
        return tuple(
            replace(line, place=line.place or self._placed(line.title, wanted) or self._placed_around(line, session))
            for line, session in zip(self.lines(sessions), sessions, strict=True)
        )

    def _placed(self, title: str, wanted: frozenset[str]) -> str | None:
        """The place that a title names, or that the paper gives the like beside the main one ("Tiệc: Nhà hàng …")."""
        return place_of_title(title, wanted) or place_called(self.conference.venue, title)

    def _placed_around(self, line: Line, session: Session) -> str | None:
        """The place that the paper's own lines name for an item, or the heading of the part that it stands in."""
        return self._placed_by_moment(session) or (place_in(line.within) if line.within else None)

    def _placed_by_moment(self, session: Session) -> str | None:
        """The place that stands beside the hours of an item in the paper's own lines, be it named at greater length."""
        same, title = letters_of(session.title), frozenset(words(session.title))
        texts = [
            moment.text
            for moment in self.index.programme.moments
            if letters_of(moment.what) == same
            or (title <= set(words(moment.what)) and session.day is not None and local(moment.start)[0] == session.day)
        ]
        return next((place for text in texts if (place := place_in(text))), None)

    def unit_behind(self, role: str) -> str | None:
        """The unit whose name or role holds the words of a role: "đơn vị Cụm phó" → "UBND tỉnh … - Cụm phó …"."""
        known = self.index.behind
        if role not in known:
            known[role] = self._unit_behind(role)
        return known[role]

    def _unit_behind(self, role: str) -> str | None:
        tokens, _ = read(role)
        wanted = [token.word for token in tokens if token.word not in ("don", "vi", "dong", "chi", "dai", "dien")]
        if not wanted:
            return None
        found = []
        for body in self.index.programme.units:
            if _SEVERAL.search(body.name):
                continue
            names = {token.word for token in read(f"{body.name} {body.role or ''}")[0]}
            if all(word in names for word in wanted) and len(names) > len(set(wanted)):
                found.append(body.name)
        return found[0] if len(found) == 1 and search_key(found[0]) != search_key(role) else None

    def task_line(self, task: Task) -> TaskLine:
        """A task as an answer shows it."""
        bodies = self.index.bodies
        return TaskLine(
            id=task.id,
            unit=bodies[task.unit].name if task.unit in bodies else "",
            text=task.text,
            deadline_text=task.deadline_text,
            deadline=task.deadline,
            conditional=task.conditional,
            coordinating=tuple(bodies[number].name for number in task.coordinating if number in bodies),
        )

    def led(self, tasks: list[Task] | tuple[Task, ...]) -> Responsible:
        """Tasks and who does them; where the place was asked, it stands first."""
        place = place_in(tasks[0].text) if tasks and self.u.asks(Kind.WHERE) else None
        return Responsible(tasks=tuple(map(self.task_line, tasks)), place=place, sources=sources_of(tasks))

    def place_of(self, session: Session) -> str | None:
        """Where a session is: its own room and place, else its parent's, else the conference's venue."""
        return self.line(session).place or common_place(self.conference.venue)

    # --- time ---

    def timeline(self, day: date) -> list[tuple[Session, datetime, datetime]]:
        """The day's timed sessions with when they begin and end; an open end lasts until the next begins."""
        return remembered(self.index.timelines, day, _DAYS, lambda: self._timeline(day))

    def _timeline(self, day: date) -> list[tuple[Session, datetime, datetime]]:
        timed = sorted(
            (
                (s, datetime.combine(day, s.start))
                for s in self.index.programme.sessions
                if s.day == day and s.start is not None and s.state is not SessionState.CANCELLED
            ),
            key=lambda pair: pair[1],
        )
        starts = [start for _, start in timed]
        result = []
        for session, start in timed:
            behind = bisect_right(starts, start)
            following = starts[behind] if behind < len(starts) else start + _open_end(session)
            end = datetime.combine(day, session.end) if session.end else following
            result.append((session, start, max(end, start)))
        return result

    def body_of(self, units: tuple[Unit, ...], sure: float = SURE) -> list[Body]:
        """The units (bodies) that the content names."""
        return [
            hit.entry.ref
            for hit in self.best(self.index.search(units, Sort.BODY), sure)
            if isinstance(hit.entry.ref, Body)
        ]

    def named_body(self) -> Body | None:
        """The one unit whose name the question speaks out, nearly whole."""
        codes = {unit.code for unit in self.u.content} | self.u.words  # of "huyện" the word and the thing
        found = [
            hit.entry.ref
            for hit in self.index.search(self.u.content, Sort.BODY)
            if isinstance(hit.entry.ref, Body)
            and sum(self.index.weight(code) for code in hit.entry.own & codes) >= _NEARLY_WHOLE * hit.entry.weight
        ]
        return found[0] if len(found) == 1 else None

    def agent(self) -> Body | None:
        """The unit that the question begins with: of its own work is asked, and not of another's."""
        if not self.u.content or (body := self.named_body()) is None:
            return None
        name = codes_of(body.name)
        own = [unit.code in name for unit in self.u.content]
        rest = own.index(False) if False in own else len(own)
        return body if own[0] and 0 < rest < len(own) and not any(own[rest:]) else None

    # --- not knowing ---

    def no_information(self, topic: str, by: tuple[str, ...] = ()) -> NoInformation:
        """An honest "not known", with whom to ask; who asked for a number is given no other one."""
        counting = self.u.score(Kind.COUNT) >= CLEAR and topic not in _NUMBERED_MATTERS
        return NoInformation(topic=topic, by=by, contact=None if counting else self.conference.contact)


_MEALTIMES = {
    "breakfast": (time(4), time(10)),
    "lunch": (time(10), time(15)),
    "dinner": (time(15, 30), time.max),
}

IN_PART = {
    DayPart.MORNING: re.compile(r"\bsáng\b|\bmorning\b", re.IGNORECASE),
    DayPart.NOON: re.compile(r"\btrưa\b|\bnoon\b|\blunch\b", re.IGNORECASE),
    DayPart.AFTERNOON: re.compile(r"\bchiều\b|\bafternoon\b", re.IGNORECASE),
    DayPart.EVENING: re.compile(r"\btối\b|\bevening\b|\bnight\b", re.IGNORECASE),
}
"""How a text names a part of the day."""

_NUMBERED_MATTERS = frozenset({"contact"})

_SOFT = words_in("@speech_text @script @promotion @list @documents @security @banner @press @hosts @rollcall")
"""Matters that are also ordinary words of other items."""

_TOPICS = TOPIC_CODES - _SOFT

_ROOM = re.compile(
    r"(?:phòng|hội trường|giảng đường|room|hall)\s+(?:\w{0,3}[\d.]+|(?:hoa|sen|lan|cúc|trúc|lotus|orchid|ruby|diamond"
    r"|sapphire|crystal|grand|vip|họp|khánh tiết|hội thảo|đa năng|lớn|nhỏ)\b[^,;]{0,20})$",
    re.IGNORECASE,
)
"""A room's number or name in the place of a person: "Tiểu ban 1 (Phòng E101)", "(Phòng Hoa Sen)"."""

_ROOM_AND_PERSON = re.compile(
    r"((?:phòng|hội trường|giảng đường|room|hall)\s+\w{0,3}[\d.]*)\s+\((.+?)(?:\s+(?:chủ trì|điều hành))?\)$",
    re.IGNORECASE,
)
"""Both in the place of a person: "phòng B201 (PGS. … chủ trì)"."""

_SEVERAL = re.compile(r"[,;]")
"""A line that gives one task to several units names none that is behind another."""

_NEARLY_WHOLE = 0.75


def _open_end(session: Session) -> timedelta:
    """How long an item without an end is taken to last when nothing follows it that day: a closing not for hours."""
    return timedelta(minutes=30) if "@closing" in codes_of(session.title) else timedelta(hours=3)


def _telling(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    return tuple([unit for unit in units if not unit.generic])


def borne_by(named: tuple[Unit, ...], session: Session) -> bool:
    """Whether it is the responsible of an item that is named, rather than what the item is about."""
    own = codes_of(session.responsible or "")
    return sum(u.weight for u in named if u.code in own) >= SURE_PERSON * sum(u.weight for u in named)


SURE_PERSON = 0.7


def sources(*entries: Source | None) -> Sources:
    """The sources that are known, each once."""
    return tuple(dict.fromkeys(entry for entry in entries if entry is not None))


def sources_of(items: list[Session] | list[Task] | tuple[Session, ...] | tuple[Task, ...]) -> Sources:
    return sources(*(item.source for item in items))


def top_level(index: Index) -> list[Session]:
    """The sessions that are no part of another."""
    return [session for session in index.programme.sessions if session.parent is None]
