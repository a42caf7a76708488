"""Every statement of a programme with the words around it, and what its names may be shortened to."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from domain.answers.entries import Reference, Sort
from domain.answers.normalise import tokens_of
from domain.answers.phrases import words_in
from domain.conference import Fact, Programme, Session, Task
from domain.conference import Unit as Body
from domain.ids import SessionId, UnitId
from domain.vietnamese import CAPITALS, search_key

_VOWELS = frozenset("aeiouy")


def initials_of(programme: Programme) -> dict[str, tuple[str, ...]]:
    """Abbreviations that the names in the paper may go by: "htx" for "hợp tác xã". Only such as are no syllable."""
    conference = programme.conference
    found: dict[str, tuple[str, ...]] = {}
    for name in (conference.title, conference.issuer or "", *(body.name for body in programme.units)):
        words = [token.word for token in tokens_of(name)]
        for length in range(2, 6):
            for at in range(len(words) - length + 1):
                row = words[at : at + length]
                short = "".join(word[0] for word in row)
                if short.isalpha() and not _VOWELS & set(short) and short not in _WORDS_OF_THEIR_OWN:
                    found.setdefault(short, tuple(row))
    return found


_WORDS_OF_THEIR_OWN = words_in("tv mr ms mrs dr pm mc cv kg km")
"""What everybody writes for something else: "on TV", "Ms Lan"."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the tasks, the items and the groups of a paper already tell, made ready once to compare statements with."""

    duties: tuple[str, ...]
    others: tuple[str, ...]

    def less_than(self, fact: Fact) -> bool:
        """Whether a statement read from the paper says more."""
        text = search_key(fact.text)
        if fact.topic == "dress" or text.startswith("dai bieu "):
            return True  # what delegates themselves are told is no unit's duty, wherever the reader put it
        if any(duty in text or text in duty for duty in self.duties):
            return False
        return not any(_says_the_same(told, text) for told in self.others)


def told_in(programme: Programme) -> Told:
    conference = programme.conference
    told = [group.description for group in programme.groups] + [session.title for session in programme.sessions]
    told += [conference.venue or "", *conference.recipients]
    return Told(_keys(task.text for task in programme.tasks), _keys(told))


def _keys(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(key for key in dict.fromkeys(map(search_key, texts)) if key)


_MOSTLY = 0.7
"""Share of a statement that another must make up to tell it: a short name inside it tells little of it."""


def _says_the_same(told: str, text: str) -> bool:
    return text in told or (told in text and len(told) >= _MOSTLY * len(text))


def year_of(programme: Programme) -> int | None:
    conference = programme.conference
    days = [session.day for session in programme.sessions if session.day]
    if days:
        return days[0].year
    if conference.starts_on:
        return conference.starts_on.year
    if conference.month:
        return int(conference.month[:4])
    return conference.doc_date.year if conference.doc_date else None


Statement = tuple[Sort, Reference, str, Sequence[tuple[str, float]]]


def statements_of(
    programme: Programme,
    sessions: Mapping[SessionId, Session],
    bodies: Mapping[UnitId, Body],
    facts: Iterable[Fact],
) -> Iterable[Statement]:
    """Every statement of the programme with the words around it that lend it a little of their meaning."""
    for session in programme.sessions:
        parent = sessions.get(session.parent) if session.parent is not None else None
        around = [(session.responsible or "", 0.8), (session.place or "", 0.7), (session.room or "", 0.7)]
        around.append((beside_title(session), BESIDE))
        yield Sort.SESSION, session, session.title, [*around, (parent.title if parent else "", 0.6)]
    line: Task | None = None
    for task in programme.tasks:
        before = line.text if line is not None and _same_line(line, task) else ""
        line = task
        body = bodies.get(task.unit)
        names = [bodies[number].name for number in task.coordinating if number in bodies]
        around = [(body.name if body else "", 0.7), *((name, 0.4) for name in names), (before, ELIDED)]
        around.append((task.deadline_text or "", LIMITED))
        yield Sort.TASK, task, task.text, around
    for body in programme.units:
        called = (*body.aliases, *written_out(body.name))
        yield Sort.BODY, body, body.name, [(body.role or "", 0.8), *((name, 1.0) for name in called)]
    for group in programme.groups:
        yield Sort.GROUP, group, group.description, [(group.level, 0.9)]
    for moment in programme.moments:
        if not moment.what or search_key(moment.what).startswith("toan "):
            continue
        dated = search_key(moment.what).startswith(("ngay ", "buoi ", "sang ", "chieu ", "day "))
        yield Sort.MOMENT, moment, moment.what, [(moment.text, 1.0 if dated else 0.5)]
    for fact in facts:
        yield Sort.FACT, fact, fact.text, [(fact.question or "", 0.9)]
    yield from _fields(programme)


BESIDE = 0.9
"""Credit for a word that stands in the row of an item beside its title: "… . Lao động đầu năm: tổng vệ sinh lớp"."""


def beside_title(session: Session) -> str:
    """What the row of an item says in sentences of their own behind its title, where it takes up several lines."""
    source = session.source
    if source is None or source.last <= source.first:
        return ""
    _, found, behind = source.quote.partition(session.title)
    if not found or not _NEW.match(behind):
        return ""
    behind = behind.removesuffix(session.responsible or "").strip(" .;")
    return " ".join(text for text in SENTENCE.split(behind) if not _REMINDS.match(text))


_NEW = re.compile(rf"[.;]\s+[{CAPITALS}]")
SENTENCE = re.compile(rf"(?<=[.;]) (?=[{CAPITALS}])")
_REMINDS = re.compile(r"(?:nhắc|lưu ý|thông báo|phổ biến)\b", re.IGNORECASE)
"""What is told there of something else: a reminder of the opening day is not that day."""


LIMITED = 0.8
"""Credit for a word of the limit: "Duyệt lúc 16g00 ngày 15/11"."""

ELIDED = 0.5
"""Credit for a word of the clause before in the same line: "Bảo đảm đường truyền; chạy thử lúc 14h"."""


def _same_line(one: Task, two: Task) -> bool:
    return one.source is not None and one.source == two.source and one.unit == two.unit


def written_out(name: str) -> tuple[str, ...]:
    """ "P. Marketing" is asked for as "Phòng Marketing"."""
    return (f"Phòng {name[2:].strip()}",) if name.startswith("P.") else ()


def _fields(programme: Programme) -> Iterable[Statement]:
    conference = programme.conference
    texts: list[tuple[str, str | None]] = [
        ("title", conference.title),
        ("venue", conference.venue),
        ("form", conference.form),
        ("chair", conference.chair),
        ("contact", conference.contact),
        ("duration", conference.duration),
        ("dates_text", conference.dates_text),
        ("expected_text", conference.expected_text),
        *(("purpose", line) for line in conference.purpose),
        *(("recipients", line) for line in conference.recipients),
    ]
    for name, text in texts:
        if text:
            yield Sort.FIELD, name, text, []
