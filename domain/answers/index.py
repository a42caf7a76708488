"""Everything a programme says, made searchable once: entries, their words and concepts, and what each word is worth."""

import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise

from domain.amending import amended_event
from domain.answers.concepts import AGENDA, TOPICS
from domain.answers.cues import CUES
from domain.answers.entries import NOTHING, Entry, Hits, Reference, Sort
from domain.answers.lexicon import SHORTEST_STEM, concept_lexicon, stem
from domain.answers.normalise import bare, key
from domain.answers.phrases import words_in
from domain.answers.preparing import READINGS
from domain.answers.query import Understanding, Unit
from domain.answers.ranking import Credits, Otherwise, ranking
from domain.answers.reached import OF_A_PERSON
from domain.answers.remembering import remembered
from domain.answers.spelling import FILLERS, GENERIC
from domain.answers.statements import Statement, initials_of, statements_of, told_in, year_of
from domain.answers.texts import beside_words, held_in, read, words_of
from domain.answers.values import Answer
from domain.conference import BASIS, REST, Fact, Group, Programme, Session, event_name
from domain.conference import Unit as Body
from domain.ids import SessionId, UnitId
from domain.vietnamese import fold

_GENERIC = frozenset(key(word) for word in GENERIC)
FILLER_KEYS = frozenset(key(word) for word in FILLERS)
_SMALL_FORMS = words_in("và của các cho về tại từ đến với trong do là những để theo được")
SMALL = frozenset(key(word) for word in _SMALL_FORMS)
_HEAVIEST = 3.0

LONG = 0.9
"""Credit for a word of a name that is known by its initials."""

ANOTHER = 3.0
"""What a word weighs that shares its letters with one that means nothing, and bears other marks."""

SYNONYM = 0.95
"""Credit for another word that says the same."""

WITHIN = 0.8
"""Credit for a thing named only as a part of a longer one: the "phát biểu" in "phát biểu khai mạc"."""


_RANKINGS = 8
"""Rankings that an index remembers."""


@lru_cache(maxsize=20_000)
def marks_of(word: str) -> frozenset[str]:
    """The marks of a word, the stroke of đ among them."""
    split = unicodedata.normalize("NFD", word)
    return frozenset(sign for sign in split if unicodedata.combining(sign) or sign == "đ")


def is_generic(code: str) -> bool:
    """Whether a word is one that every conference uses."""
    return code in _GENERIC or code in SMALL or code == "@delegate"


@dataclass(slots=True)
class Index:
    """A programme ready to be asked. Build it once per revision with `Index.of`."""

    programme: Programme
    entries: list[Entry] = field(default_factory=list)
    postings: dict[str, list[int]] = field(default_factory=dict)
    forms: set[str] = field(default_factory=set)
    words: frozenset[str] = frozenset()
    pairs: set[tuple[str, str]] = field(default_factory=set)
    sessions: dict[SessionId, Session] = field(default_factory=dict)
    children: dict[SessionId, list[Session]] = field(default_factory=dict)
    bodies: dict[UnitId, Body] = field(default_factory=dict)
    days: tuple[date, ...] = ()
    default_year: int | None = None
    marked: bool = False
    title_units: frozenset[str] = frozenset()
    own_units: frozenset[str] = frozenset()
    issuer_units: frozenset[str] = frozenset()
    called: tuple[str, str] | None = None
    initials: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    place_of: dict[SessionId, int] = field(default_factory=dict)
    cache: dict[str, object] = field(default_factory=dict)
    understood: dict[str, Understanding] = field(default_factory=dict)
    answered: dict[tuple[object, ...], Answer] = field(default_factory=dict)
    replies: dict[tuple[object, ...], tuple[Answer, ...]] = field(default_factory=dict)
    behind: dict[str, str | None] = field(default_factory=dict)
    stems: dict[str, list[str]] = field(default_factory=dict)
    written: dict[tuple[str, str], set[tuple[str, str]]] = field(default_factory=dict)
    worth: dict[str, float] = field(default_factory=dict)
    credits: dict[str, Credits] = field(default_factory=dict)
    beginning: dict[str, set[int]] = field(default_factory=dict)
    weights: list[float] = field(default_factory=list)
    otherwise: dict[tuple[str, tuple[str, ...], range], Otherwise] = field(default_factory=dict)
    spellings: dict[str, set[str]] = field(default_factory=dict)
    ranked: dict[tuple[tuple[Unit, ...], range], Hits] = field(default_factory=dict)
    timelines: dict[date, list[tuple[Session, datetime, datetime]]] = field(default_factory=dict)
    named_bodies: range = range(0)
    item_pairs: frozenset[tuple[str, ...]] = frozenset()

    @classmethod
    def of(cls, programme: Programme) -> "Index":
        """The index of one programme; a few milliseconds for a usual one."""
        index = cls(programme)
        index._take_structure()
        index._fill(statements_of(programme, index.sessions, index.bodies, index.facts))
        for reading in READINGS:
            reading(index)
        return index

    @classmethod
    def over(cls, programme: Programme, statements: Iterable[Statement]) -> "Index":
        """An index of one programme over other statements of it than the usual ones."""
        index = cls(programme)
        index._take_structure()
        index._fill(statements)
        return index

    def _fill(self, statements: Iterable[Statement]) -> None:
        for sort, ref, text, around in statements:
            self._add(sort, ref, text, around)
        self._weigh()

    def _take_structure(self) -> None:
        conference = self.programme.conference
        self.sessions = {session.id: session for session in self.programme.sessions}
        for place, session in enumerate(self.programme.sessions):
            self.place_of[session.id] = place
            if session.parent is not None:
                self.children.setdefault(session.parent, []).append(session)
        self.bodies = {body.id: body for body in self.programme.units}
        self.days = tuple(sorted({session.day for session in self.programme.sessions if session.day}))
        if not self.days and conference.starts_on:
            last = conference.ends_on or conference.starts_on
            self.days = tuple(
                date.fromordinal(number) for number in range(conference.starts_on.toordinal(), last.toordinal() + 1)
            )
        self.default_year = year_of(self.programme)
        tells = told_in(self.programme)
        found = facts_of(self.programme)
        self.facts = tuple(fact for fact in found if fact.source is None or tells.less_than(fact))

    def _add(self, sort: Sort, ref: Reference, text: str, around: Sequence[tuple[str, float]]) -> None:
        entry = Entry(sort, ref, text, {}, defaultdict(set))
        for piece, credit in ((text, 1.0), *around):
            self._take_units(entry, piece, credit)
        entry.own = frozenset(code for code, credit in entry.units.items() if credit == 1.0)
        tokens, concepts = read(text)
        entry.first = frozenset([token.word for token in tokens[:1]] + ["@" + code for at, code in concepts if not at])
        number = len(self.entries)
        for code in entry.first:
            self.beginning.setdefault(code, set()).add(number)
        self.entries.append(entry)
        for code in entry.units:
            self.postings.setdefault(code, []).append(number)

    def _take_units(self, entry: Entry, piece: str, credit: float) -> None:
        tokens, concepts = read(piece)
        for token in tokens:
            entry.units[token.word] = max(credit, entry.units.get(token.word, 0.0))
            entry.forms[token.word].add(token.typed)
            self.forms.add(token.typed)
        for token in words_of(piece):  # the long names too, where they were brought to short ones
            entry.units[token.word] = max(LONG * credit, entry.units.get(token.word, 0.0))
            self.forms.add(token.typed)
            entry.forms[token.word].add(token.typed)
        for _, code in concepts:
            entry.units["@" + code] = max(credit, entry.units.get("@" + code, 0.0))
        for code in held_in(piece):
            entry.units[code] = max(credit, entry.units.get(code, 0.0))
        others, inner = beside_words(piece)
        for code in others:
            entry.units[code] = max(SYNONYM * credit, entry.units.get(code, 0.0))
        for code in inner:
            entry.units["@" + code] = max(WITHIN * credit, entry.units.get("@" + code, 0.0))
        words = [token.word for token in tokens]
        self.pairs.update(pairwise(words))
        for one, two in pairwise(tokens):
            self.written.setdefault((one.word, two.word), set()).add((one.typed, two.typed))

    def _weigh(self) -> None:
        conference = self.programme.conference
        bodies = [number for number, entry in enumerate(self.entries) if entry.sort is Sort.BODY]
        self.named_bodies = range(bodies[0], bodies[-1] + 1) if bodies else range(0)
        self.words = frozenset(code for code in self.postings if code[0] not in "@=")
        for word in sorted(word for word in self.words & self.forms if len(word) > SHORTEST_STEM):
            self.stems.setdefault(stem(word), []).append(word)
        self.marked = any(form != fold(form) for form in self.forms)
        tokens, concepts = read(conference.title)
        self.title_units = frozenset([t.word for t in tokens] + ["@" + code for _, code in concepts])
        issuer, issuing = read(conference.issuer or "")
        self.issuer_units = frozenset([t.word for t in issuer] + ["@" + code for _, code in issuing])
        self.own_units = self.title_units | self.issuer_units
        called = [token.word for token in read(event_name(amended_event(conference.title)))[0][:2]]
        named = [[token.word for token in read(session.title)[0]] for session in self.programme.sessions]
        self.item_pairs = frozenset(pair for words in named for pair in pairwise(words))
        titles = [[token.word for token in read(session.title)[0][:2]] for session in self.programme.sessions]
        self.called = (called[0], called[1]) if len(called) == 2 and called not in titles else None
        self.initials = initials_of(self.programme)
        self.own_units |= {short for short, row in self.initials.items() if self.own_units.issuperset(row)}
        shared: dict[frozenset[str], frozenset[str]] = {}
        worth = self.worth = {code: self._weight(code) for code in self.postings}
        for number, entry in enumerate(self.entries):
            for code, written in entry.forms.items():
                self.spellings.setdefault(code, set()).update(written)
            for code, credit in entry.units.items():
                forms = frozenset(entry.forms.get(code, ()))
                same = shared.setdefault(forms, forms)
                self.credits.setdefault(code, {}).setdefault((credit, same), []).append(number)
            entry.weight = sum(worth[code] for code in entry.own if code.startswith("@") or len(code) > 1) or 1.0
            self.weights.append(entry.weight)

    def weight(self, code: str) -> float:
        """What a word or concept is worth here: rare is heavy, generic is light, unknown counts as rare."""
        known = self.worth.get(code)
        return self._weight(code) if known is None else known

    def _weight(self, code: str) -> float:
        seen = len(self.postings.get(code, ()))
        weight = min(_HEAVIEST, max(0.4, math.log((len(self.entries) + 1) / (seen + 0.5))))
        if code in SMALL:
            return 0.1
        return weight * 0.3 if is_generic(code) else weight

    def search(self, units: Sequence[Unit], *sorts: Sort) -> Hits:
        """The entries that explain the units best, best first."""
        among = self.named_bodies if sorts == (Sort.BODY,) else range(len(self.entries))
        asked = (tuple(units), among)
        hits = remembered(self.ranked, asked, _RANKINGS, lambda: ranking(self, *asked)) if units else NOTHING
        return hits.of(sorts) if sorts else hits

    def texts(self, *sorts: Sort) -> list[str]:
        """What the statements of these sorts say, each once, sort by sort; a group with its heading."""
        told = (entry for sort in sorts for entry in self.entries if entry.sort is sort)
        return list(dict.fromkeys(each.ref.text if isinstance(each.ref, Group) else each.text for each in told))

    def speaks(self, unit: Unit) -> bool:
        """Whether the programme uses this word; with its marks, where it bears any and the programme does too."""
        if unit.code not in self.postings:
            return False
        return not self._another_word(unit.code, unit.typed)

    def _another_word(self, code: str, typed: str) -> bool:
        """Whether the marks typed make a word that the programme never writes: "tắm" where it has "tâm" and "tám".

        A mark left out ("nư" for "nữ") is a slip; one more or another is not.
        """
        if not self.marked or not typed or bare(typed) or typed in self.forms:
            return False
        return not any(marks_of(typed) <= marks_of(form) for form in self.spellings.get(code, ()))

    def unit(self, code: str, typed: str, at: int, generic: bool = False) -> Unit:
        """A piece of content with its weight in this programme; `generic` where its phrase is."""
        if code in SMALL and not bare(typed) and typed not in _SMALL_FORMS:
            return Unit(code, typed, at, ANOTHER)  # "vé" is no "về"
        known = is_generic(code)
        if not known and not generic and code in self.postings and self._another_word(code, typed):
            return Unit(code, typed, at, ANOTHER)
        weight = self.weight(code) * (0.3 if generic and not known else 1.0)
        return Unit(code, typed, at, weight, generic or known)


def vocabulary() -> frozenset[str]:
    """Every folded word that the bot's own vocabulary knows."""
    cue_words = (word for phrase, _, _ in CUES for word in phrase.split())
    return frozenset(key(word) for word in cue_words) | concept_lexicon().words | FILLER_KEYS | _GENERIC


def facts_of(programme: Programme) -> list[Fact]:
    """The facts that tell of the conference itself: not the papers that it rests on, nor lines that were not read.

    Nor what a list tells of somebody alone (`OF_A_PERSON`).
    """
    return [fact for fact in programme.facts if fact.topic not in (BASIS, REST) and not OF_A_PERSON.search(fact.text)]


AGENDA_CODES = frozenset("@" + code for code in AGENDA)
TOPIC_CODES = frozenset("@" + code for code in TOPICS)


def local(moment: datetime | date | None) -> tuple[date | None, datetime | None]:
    """A moment's day, and its instant where it has an hour."""
    if isinstance(moment, datetime):
        return moment.date(), moment
    return moment, None
