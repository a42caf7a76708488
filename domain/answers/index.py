"""Everything a programme says, made searchable once: entries, their words and concepts, and what each word is worth."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from domain.answers.concepts import AGENDA, TOPICS
from domain.answers.cues import CUES
from domain.answers.lexicon import SHORTEST_STEM, concept_lexicon, stem, synonym_lexicon
from domain.answers.normalise import Token, key, tokens_of, unify_names
from domain.answers.phrases import words_in
from domain.answers.query import Understanding, Unit
from domain.answers.spelling import CONFUSABLE, FILLERS, GENERIC
from domain.answers.values import Answer
from domain.conference import Fact, Group, Moment, Programme, Session, Task, event_name
from domain.conference import Unit as Body
from domain.ids import SessionId, UnitId
from domain.vietnamese import fold, search_key


class Sort(StrEnum):
    """What an entry is."""

    SESSION = "session"
    TASK = "task"
    GROUP = "group"
    MOMENT = "moment"
    FACT = "fact"
    BODY = "body"
    FIELD = "field"


Reference = Session | Task | Group | Moment | Fact | Body | str


@dataclass(slots=True)
class Entry:
    """One statement of the programme. `units` maps a word or concept to its credit (1 in the text, less around it)."""

    sort: Sort
    ref: Reference
    text: str
    units: dict[str, float]
    forms: dict[str, set[str]]
    own: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found: `coverage` is the share of the question it explains; `score` also weighs what else it says."""

    entry: Entry
    coverage: float
    score: float


def read(text: str) -> tuple[tuple[Token, ...], list[tuple[int, str]]]:
    """The tokens of a text and its concepts with the token place where each begins."""
    tokens = unify_names(tokens_of(text))
    return tokens, [(m.first, code) for m in concept_lexicon().find(tokens) for code in m.payloads if code]


def codes_of(text: str) -> set[str]:
    """The words and concepts of a text, as the index knows them."""
    tokens, concepts = read(text)
    return {token.word for token in tokens} | {"@" + code for _, code in concepts}


@lru_cache(maxsize=5_000)
def meanings(text: str) -> frozenset[str]:
    """Everything a text may be found by: its words, their stems, its concepts, and what else says the same."""
    tokens, concepts = read(text)
    words = {token.word for token in (*tokens, *tokens_of(text))}
    others = {code for match in synonym_lexicon().find(tokens) for code in match.payloads}
    within = {*_within(tokens), *(code[1:] for code in _held_in(text))}
    return frozenset(words | {stem(word) for word in words} | {"@" + c for _, c in concepts} | others).union(
        "@" + code for code in within
    )


_ADDRESS = re.compile(r"https?:|www\.|\b[\w-]+\.(?:vn|com|org|net|edu|gov|example|info)\b", re.IGNORECASE)
_SUM = re.compile(r"\d (?:triệu|tỷ|tỉ)(?: đồng)?\b")
_MAIL = re.compile(r"\w@\w")
_NUMBER = re.compile(r"\b0\d{2,3}[ .]?\d{3}")


def _held_in(text: str) -> list[str]:
    """The matters that a text holds without naming them: an address on the web, in the mail, a number to call."""
    held = ["@link", "@online"] if _ADDRESS.search(text) and not _MAIL.search(text) else []
    held += ["@budget"] if _SUM.search(text) else []
    return held + (["@contact"] if _MAIL.search(text) or _NUMBER.search(text) else [])


@lru_cache(maxsize=5_000)
def pairs_of(text: str) -> frozenset[tuple[str, str]]:
    """The words of a text that stand side by side, numbers between them or not."""
    words = [token.word for token in read(text)[0]]
    return frozenset((*pairwise(words), *pairwise(word for word in words if not word.isdigit())))


_GENERIC = frozenset(key(word) for word in GENERIC)
_FILLER_KEYS = frozenset(key(word) for word in FILLERS)
_CONFUSABLE_FORMS = frozenset(word for line in CONFUSABLE for word in line.split())
_SMALL_FORMS = words_in("và của các cho về tại từ đến với trong do là những để theo được")
SMALL = frozenset(key(word) for word in _SMALL_FORMS)
_HEAVIEST = 3.0

HEAD = 2.4
"""In Vietnamese the head of a phrase comes first: "tổng duyệt văn nghệ" is a rehearsal."""

WEAK_HEAD = 1.25
"""The same where the rest are plain words, which may be verbs."""

BEGINS = 1.1
"""A statement that begins with the head of the question is more likely the one meant."""

UNSPOKEN = 1.4
"""A word that the programme never uses speaks against every statement of it."""


LONG = 0.9
"""Credit for a word of a name that is known by its initials."""

ANOTHER = 3.0
"""What a word weighs that shares its letters with one that means nothing, and bears other marks."""

SYNONYM = 0.95
"""Credit for another word that says the same."""

OTHERWISE = 0.8
"""The same where the programme uses the word typed as well, elsewhere."""

BARE = 0.5
"""A word that a plan with marks writes without any ("ban") is hardly the one typed with them ("bán")."""

WITHIN = 0.8
"""Credit for a thing named only as a part of a longer one: the "phát biểu" in "phát biểu khai mạc"."""


def _within(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The concepts inside the longer phrases of a text."""
    lexicon = concept_lexicon()
    longer = [match for match in lexicon.find(tokens) if match.last - match.first > 2 and any(match.payloads)]
    return frozenset(
        code
        for match in longer
        for cut in ((match.first, match.last - 1), (match.first + 1, match.last))
        for inner in lexicon.find(tokens[slice(*cut)])
        for code in inner.payloads
        if code
    )


_RANKINGS = 64
"""Rankings that an index remembers."""

_LEAST = 0.1
"""Share of a question below which an entry is not looked at."""


@lru_cache(maxsize=20_000)
def _bare(form: str) -> bool:
    """Whether a word has no marks."""
    return form == fold(form)


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
    pairs: frozenset[tuple[str, str]] = frozenset()
    sessions: dict[SessionId, Session] = field(default_factory=dict)
    children: dict[SessionId, list[Session]] = field(default_factory=dict)
    bodies: dict[UnitId, Body] = field(default_factory=dict)
    days: tuple[date, ...] = ()
    default_year: int | None = None
    marked: bool = False
    title_units: frozenset[str] = frozenset()
    own_units: frozenset[str] = frozenset()
    called: tuple[str, str] | None = None
    initials: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facts: tuple[Fact, ...] = ()
    place_of: dict[SessionId, int] = field(default_factory=dict)
    cache: dict[str, object] = field(default_factory=dict)
    understood: dict[str, Understanding] = field(default_factory=dict)
    answered: dict[tuple[object, ...], Answer] = field(default_factory=dict)
    behind: dict[str, str | None] = field(default_factory=dict)
    stems: dict[str, list[str]] = field(default_factory=dict)
    credits: dict[str, list[tuple[int, float, bool, frozenset[str]]]] = field(default_factory=dict)
    ranked: dict[tuple[Unit, ...], list[Hit]] = field(default_factory=dict)
    item_pairs: frozenset[tuple[str, ...]] = frozenset()

    @classmethod
    def of(cls, programme: Programme) -> "Index":
        """The index of one programme; a few milliseconds for a usual one."""
        index = cls(programme)
        index._take_structure()
        for sort, ref, text, around in _statements(programme, index):
            index._add(sort, ref, text, around)
        index._weigh()
        return index

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
        self.default_year = _year_of(self.programme)
        self.facts = tuple(
            fact for fact in self.programme.facts if fact.source is None or _says_more(fact, self.programme)
        )

    def _add(self, sort: Sort, ref: Reference, text: str, around: Sequence[tuple[str, float]]) -> None:
        entry = Entry(sort, ref, text, {}, defaultdict(set))
        for piece, credit in ((text, 1.0), *around):
            self._take_units(entry, piece, credit)
        entry.own = frozenset(code for code, credit in entry.units.items() if credit == 1.0)
        tokens, concepts = read(text)
        entry.first = frozenset([token.word for token in tokens[:1]] + ["@" + code for at, code in concepts if not at])
        number = len(self.entries)
        self.entries.append(entry)
        for code in entry.units:
            self.postings.setdefault(code, []).append(number)

    def _take_units(self, entry: Entry, piece: str, credit: float) -> None:
        tokens, concepts = read(piece)
        for token in tokens:
            entry.units[token.word] = max(credit, entry.units.get(token.word, 0.0))
            entry.forms[token.word].add(token.typed)
            self.forms.add(token.typed)
        for token in tokens_of(piece):  # the long names too, where they were brought to short ones
            entry.units[token.word] = max(LONG * credit, entry.units.get(token.word, 0.0))
            self.forms.add(token.typed)
            entry.forms[token.word].add(token.typed)
        for _, code in concepts:
            entry.units["@" + code] = max(credit, entry.units.get("@" + code, 0.0))
        for code in _held_in(piece):
            entry.units[code] = max(credit, entry.units.get(code, 0.0))
        for match in synonym_lexicon().find(tokens):
            for code in match.payloads:
                entry.units[code] = max(SYNONYM * credit, entry.units.get(code, 0.0))
        for code in _within(tokens):
            entry.units["@" + code] = max(WITHIN * credit, entry.units.get("@" + code, 0.0))
        words = [token.word for token in tokens]
        self.pairs |= frozenset(pairwise(words))

    def _weigh(self) -> None:
        conference = self.programme.conference
        self.words = frozenset(code for code in self.postings if code[0] not in "@=")
        for word in sorted(word for word in self.words & self.forms if len(word) > SHORTEST_STEM):
            self.stems.setdefault(stem(word), []).append(word)
        self.marked = any(form != fold(form) for form in self.forms)
        tokens, concepts = read(conference.title)
        self.title_units = frozenset([t.word for t in tokens] + ["@" + code for _, code in concepts])
        issuer, issuing = read(conference.issuer or "")
        self.own_units = self.title_units | {t.word for t in issuer} | {"@" + code for _, code in issuing}
        called = [token.word for token in read(event_name(conference.title))[0][:2]]
        named = [[token.word for token in read(session.title)[0]] for session in self.programme.sessions]
        self.item_pairs = frozenset(pair for words in named for pair in pairwise(words))
        titles = [[token.word for token in read(session.title)[0][:2]] for session in self.programme.sessions]
        self.called = (called[0], called[1]) if len(called) == 2 and called not in titles else None
        self.initials = _initials(self.programme)
        shared: dict[frozenset[str], frozenset[str]] = {}
        for number, entry in enumerate(self.entries):
            for code, credit in entry.units.items():
                forms = frozenset(entry.forms.get(code, ()))
                same = shared.setdefault(forms, forms)
                self.credits.setdefault(code, []).append((number, credit, code in entry.own, same))
            entry.weight = sum(self.weight(code) for code in entry.own if code.startswith("@") or len(code) > 1) or 1.0

    def weight(self, code: str) -> float:
        """What a word or concept is worth here: rare is heavy, generic is light, unknown counts as rare."""
        seen = len(self.postings.get(code, ()))
        weight = min(_HEAVIEST, max(0.4, math.log((len(self.entries) + 1) / (seen + 0.5))))
        if code in SMALL:
            return 0.1
        return weight * 0.3 if is_generic(code) else weight

    def search(self, units: Sequence[Unit], *sorts: Sort) -> list[Hit]:
        """The entries that explain the units best, best first."""
        hits = self._ranked(tuple(units)) if units else []
        return [hit for hit in hits if hit.entry.sort in sorts] if sorts else list(hits)

    def _ranked(self, units: tuple[Unit, ...]) -> list[Hit]:
        """Every entry that explains some of the units; remembered, for a question looks more than once."""
        known = self.ranked.get(units)
        if known is None:
            if len(self.ranked) >= _RANKINGS:
                self.ranked.clear()
            known = self.ranked[units] = self._rank(units)
        return known

    def _rank(self, units: tuple[Unit, ...]) -> list[Hit]:
        head = self._head(units)
        worth = self._worth(units, head)
        total = sum(worth)
        gained: dict[int, float] = defaultdict(float)
        matched: dict[int, float] = defaultdict(float)
        for unit, weight in zip(units, worth, strict=True):
            likeness: dict[frozenset[str], float] = {}
            for number, credit, own, forms in self.credits.get(unit.code, ()):
                like = likeness.get(forms)
                if like is None:
                    like = likeness[forms] = self._likeness(unit.typed, forms)
                gain = weight * credit * like
                gained[number] += gain
                if own:
                    matched[number] += gain
            if unit.others:
                self._credit_others(unit, weight, gained)
        hits = []
        least = total * _LEAST
        for number, gain in gained.items():
            if gain >= least:
                entry = self.entries[number]
                coverage = gain / total
                fit = 0.8 + 0.2 * min(1.0, matched[number] / entry.weight)
                leads = BEGINS if head is not None and head.code in entry.first else 1.0
                hits.append(Hit(entry, coverage, coverage * fit * leads))
        return sorted(hits, key=lambda hit: -hit.score)

    def _credit_others(self, unit: Unit, weight: float, gained: dict[int, float]) -> None:
        """What says the same in other words counts a little less, where the word itself does not stand."""
        having = {number for number, *_ in self.credits.get(unit.code, ())}
        for number, credit in {n: c for code in unit.others for n, c, *_ in self.credits.get(code, ())}.items():
            if number not in having:
                gained[number] += weight * credit * OTHERWISE

    def _head(self, units: Sequence[Unit]) -> Unit | None:
        return next((unit for unit in units if unit.code in self.postings and not unit.generic), None)

    def _worth(self, units: Sequence[Unit], head: Unit | None) -> list[float]:
        """What each unit counts: the head of the phrase more, and what the programme never speaks of more too."""
        things = all(unit.code.startswith("@") for unit in units)
        bonus = (HEAD if things else WEAK_HEAD) if len(units) > 1 else 1.0
        return [
            unit.weight * (bonus if unit is head else UNSPOKEN if unit.code not in self.postings else 1.0)
            for unit in units
        ]

    def _likeness(self, typed: str, forms: frozenset[str]) -> float:
        """1 when the marks agree or are missing; less where an entry has none; little when they make another word."""
        if not typed or _bare(typed) or typed in forms:
            return 1.0
        if all(map(_bare, forms)):
            return BARE if self.marked and forms else 1.0
        return 0.4 if typed in self.forms or typed in _CONFUSABLE_FORMS else 0.9

    def speaks(self, unit: Unit) -> bool:
        """Whether the programme uses this word; with its marks, where it bears any and the programme does too."""
        if unit.code not in self.postings:
            return False
        marked = self.marked and bool(unit.typed) and unit.typed != fold(unit.typed)
        return not marked or unit.typed in self.forms

    def unit(self, code: str, typed: str, at: int, generic: bool = False) -> Unit:
        """A piece of content with its weight in this programme; `generic` where its phrase is."""
        if code in SMALL and typed != fold(typed) and typed not in _SMALL_FORMS:
            return Unit(code, typed, at, ANOTHER)  # "vé" is no "về"
        known = is_generic(code)
        weight = self.weight(code) * (0.3 if generic and not known else 1.0)
        return Unit(code, typed, at, weight, generic or known)


_VOWELS = frozenset("aeiouy")


def _initials(programme: Programme) -> dict[str, tuple[str, ...]]:
    """Abbreviations that the names in the paper may go by: "htx" for "hợp tác xã". Only such as are no syllable."""
    conference = programme.conference
    found: dict[str, tuple[str, ...]] = {}
    for name in (conference.title, conference.issuer or "", *(body.name for body in programme.units)):
        words = [token.word for token in tokens_of(name)]
        for length in range(2, 6):
            for at in range(len(words) - length + 1):
                row = words[at : at + length]
                short = "".join(word[0] for word in row)
                if short.isalpha() and not _VOWELS & set(short):
                    found.setdefault(short, tuple(row))
    return found


def _says_more(fact: Fact, programme: Programme) -> bool:
    """Whether a statement read from the paper says more than the tasks, items and groups already tell."""
    text = search_key(fact.text)
    if fact.topic == "dress" or text.startswith("dai bieu "):
        return True  # what delegates themselves are told is no unit's duty, wherever the reader put it
    conference = programme.conference
    told = [task.text for task in programme.tasks] + [group.description for group in programme.groups]
    told += [session.title for session in programme.sessions] + [conference.venue or "", *conference.recipients]
    return not any(key_ and (key_ in text or text in key_) for key_ in map(search_key, told))


def _year_of(programme: Programme) -> int | None:
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


def _statements(programme: Programme, index: Index) -> Iterable[Statement]:
    """Every statement of the programme with the words around it that lend it a little of their meaning."""
    for session in programme.sessions:
        parent = index.sessions.get(session.parent) if session.parent is not None else None
        around = [(session.responsible or "", 0.8), (session.place or "", 0.7), (session.room or "", 0.7)]
        yield Sort.SESSION, session, session.title, [*around, (parent.title if parent else "", 0.6)]
    for task in programme.tasks:
        body = index.bodies.get(task.unit)
        names = [index.bodies[number].name for number in task.coordinating if number in index.bodies]
        yield Sort.TASK, task, task.text, [(body.name if body else "", 0.7), *((name, 0.4) for name in names)]
    for body in programme.units:
        yield Sort.BODY, body, body.name, [(body.role or "", 0.8), *((alias, 1.0) for alias in body.aliases)]
    for group in programme.groups:
        yield Sort.GROUP, group, group.description, [(group.level, 0.9)]
    for moment in programme.moments:
        if not moment.what or search_key(moment.what).startswith("toan "):
            continue
        dated = search_key(moment.what).startswith(("ngay ", "buoi ", "sang ", "chieu ", "day "))
        yield Sort.MOMENT, moment, moment.what, [(moment.text, 1.0 if dated else 0.5)]
    for fact in index.facts:
        yield Sort.FACT, fact, fact.text, [(fact.question or "", 0.9)]
    yield from _fields(programme)


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


def vocabulary() -> frozenset[str]:
    """Every folded word that the bot's own vocabulary knows."""
    cue_words = (word for phrase, _, _ in CUES for word in phrase.split())
    return frozenset(key(word) for word in cue_words) | concept_lexicon().words | _FILLER_KEYS | _GENERIC


AGENDA_CODES = frozenset("@" + code for code in AGENDA)
TOPIC_CODES = frozenset("@" + code for code in TOPICS)


def local(moment: datetime | date | None) -> tuple[date | None, datetime | None]:
    """A moment's day, and its instant where it has an hour."""
    if isinstance(moment, datetime):
        return moment.date(), moment
    return moment, None
