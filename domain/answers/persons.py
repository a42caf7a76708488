"""Somebody whom a question calls by name: who they are, how to reach them, what they have in hand.

The given name alone is enough behind a title ("ông Sơn"), two words of the name without one. What the paper says of
them is quoted; of a name that it never writes nothing else is told that merely shares its letters.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from domain.answers.asked import Asked, sources_of
from domain.answers.entries import Sort
from domain.answers.holding import CLEAR
from domain.answers.index import Index
from domain.answers.normalise import Token, bare, key
from domain.answers.offices import SOMEBODYS_NAME, TITLED
from domain.answers.phrases import words_in
from domain.answers.preparing import prepared
from domain.answers.query import Kind
from domain.answers.reached import CALLED_OR_MAILED, MAILED
from domain.answers.values import Answer, PlanField, Quoted, Responsible
from domain.conference import Session, Task
from domain.conference import Unit as Body
from domain.vietnamese import CAPITALS


@dataclass(frozen=True, slots=True)
class _Person:
    """A name in a statement: its folded words, the same as written, the statement, and what it is filed as."""

    name: tuple[str, ...]
    written: tuple[str, ...]
    text: str
    behind: str
    ref: object = None


_TITLES = words_in("ong ba anh chi thay co bac chu bs ths ts gs pgs cn ks dr mr ms mrs prof si su")
_WHO_IS = re.compile(
    r"\bla (?:ai|nguoi nao|nhan vat nao)\b|\b(?:chuc (?:vu|danh|gi|nao)|lam chuc|giu chuc|who is|who s|position)\b"
    r"|\b(?:o|thuoc|cong tac|lam viec|cua|ben) (?:o |tai )?(?:don vi|co quan|phong|ban|so|to chuc|truong|dau)(?: nao)?$"
)
_REACHED = re.compile(r"\b(?:so(?! 1\b)|sdt|dt|dien thoai|zalo|email|mail|lien he|lien lac|goi|phone|number|contact)\b")
_IN_HAND = re.compile(
    r"\b(?:phu trach|chu tri|chu toa|dieu hanh|dieu phoi|lam|lo|noi|bao cao|trinh bay|dan|to truong|nhom truong)\b"
    r".*\b(?:gi|nao|viec|may|chi)\b"
)
_NUMBER_OF = re.compile(r"\b(?:so|sdt|dt|dien thoai|zalo|email|number)(?: dien thoai| dt| may)? (?:cua|of|cho) ")
_BY_MAIL = re.compile(r"\b(?:e ?mail|gmail|mail|thu dien tu|hop thu)\b")
_BY_PHONE = re.compile(r"\b(?:sdt|so (?:dt|dien thoai)|dien thoai|phone|goi|zalo)\b")


def of_person(asked: Asked) -> Answer | None:
    """What the paper says of the one person whom the question names; not known of a name that it never writes."""
    key_text = asked.u.key
    wanted = next((how for how, pattern in _WAYS if pattern.search(key_text)), None)
    if wanted is None or (wanted != "reach" and max(map(asked.u.score, _OTHERWISE)) >= CLEAR):
        return None
    persons = _named(asked)
    if not persons:
        if wanted == "reach":
            strange = _NUMBER_OF.search(key_text) and _names_a_stranger(asked, unwritten=True)
            return asked.no_information("contact") if strange and asked.u.kind is not Kind.PERSONAL else None
        return asked.no_information("who") if _names_a_stranger(asked, unwritten=wanted == "hand") else None
    if len({person.name for person in persons}) > _MOST:
        return None
    if wanted == "reach":
        wanted_kind = MAILED if _BY_MAIL.search(key_text) and not _BY_PHONE.search(key_text) else CALLED_OR_MAILED
        told = [person for person in persons if wanted_kind.search(_own_part(person))]
        if not told and wanted_kind is MAILED:
            return asked.no_information("contact")  # who has a telephone alone has no address
        if not told and _BY_PHONE.search(key_text) and asked.u.kind is not Kind.PERSONAL:
            return asked.no_information("contact")  # somebody named without a number has none that is told
        return Quoted(texts=_texts(told[:1])) if told and not _OF_ONES_OWN & asked.u.words else None
    if wanted == "hand":
        if any(isinstance(person.ref, Body | Task) for person in persons) and not _ITEMS.search(key_text):
            return None  # the duties of a body are told as such
        items = [person.ref for person in persons if isinstance(person.ref, Session)]
        if items:
            return Responsible(lines=asked.lines(items[:_SHOWN]), sources=sources_of(items[:_SHOWN]))
    return _told(asked, persons)


def _own_part(person: _Person) -> str:
    """What stands behind the name up to the next one; the whole clause where that names nobody else."""
    following = TITLED.search(person.behind)
    alone = following is None and len(TITLED.findall(person.text)) <= 1
    return _clause(person) if alone else person.behind[: following.start() if following else None]


_WAYS = (("reach", _REACHED), ("who", _WHO_IS), ("hand", _IN_HAND))
_OTHERWISE = (Kind.WHEN, Kind.WHERE, Kind.ROOM, Kind.END, Kind.DURATION, Kind.AFTER, Kind.BEFORE)
"""What somebody named is asked about as well: the hours and the places of their items are told elsewhere."""

_ITEMS = re.compile(r"\b(?:phien|muc|phan(?! cong)|bai|bao cao|chuyen de|noi|trinh bay|chu toa)\b")
_OF_ONES_OWN = words_in("rieng personal private")
_MOST = 2
_SHOWN = 4


def _told(asked: Asked, persons: list[_Person]) -> Answer:
    """The statements that tell an office with the name, else those that have the name alone."""
    with_office = [p for p in persons if p.ref == "signer" or _OFFICE.match(p.behind)]
    chosen = with_office or persons
    if all(person.ref == "signer" for person in chosen):
        conference = asked.conference
        return PlanField(field="signer", value=conference.signer or "", detail=conference.signer_title or "")
    items = [person.ref for person in chosen if isinstance(person.ref, Session)]
    if items and len(items) == len(chosen):
        return Responsible(lines=asked.lines(items[:_SHOWN]), sources=sources_of(items[:_SHOWN]))
    return Quoted(texts=_texts([person for person in chosen if person.ref != "signer"]))


_OFFICE = re.compile(r"\s*(?:,|[-–]|\()\s*[^\W\d_]")


def _texts(persons: list[_Person]) -> tuple[str, ...]:
    """What is said of them, longest first, nothing twice."""
    clauses = sorted(dict.fromkeys(map(_clause, persons)), key=len, reverse=True)
    kept: list[str] = []
    for clause in clauses:
        if not any(clause.casefold() in other.casefold() for other in kept):
            kept.append(clause)
    return tuple(kept[:_MOST])


def _clause(person: _Person) -> str:
    """The sentence of a statement that has the name in it; a short statement whole."""
    if len(person.text) <= _SHORT:
        return person.text
    return next((part for part in _SENTENCE.split(person.text) if _has(part, person)), person.text)


def _has(part: str, person: _Person) -> bool:
    words = [key(word) for word in _WORD.findall(part.casefold())]
    row = list(person.name)
    return any(words[at : at + len(row)] == row for at in range(len(words)))


_SHORT = 220
_SENTENCE = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])(?<!TS\. )(?<!GS\. )(?<!BS\. )(?<!ThS\. )")
_WORD = re.compile(r"[^\W\d_]+")


def _named(asked: Asked) -> list[_Person]:
    """The statements with the person that the question names."""
    tokens = asked.u.tokens
    everybody = _everybody(asked.index)
    for at in range(len(tokens)):
        titled = at > 0 and _is_title(tokens[at - 1])
        for length in (4, 3, 2, 1) if titled else (4, 3, 2):
            row = tokens[at : at + length]
            if len(row) < length or (length == 1 and _goes_on(asked, at)):
                continue
            if found := [person for person in everybody if _called(person, row, titled)]:
                return found if titled or _capital(asked, row) else []
    return []


def _is_title(token: Token) -> bool:
    return token.word in _TITLES and (bare(token.typed) or token.typed in _TITLES_WRITTEN)


_TITLES_WRITTEN = frozenset(["ông", "bà", "chị", "thầy", "cô", "bác", "chú", "đ/c", "chí", "sư", "sĩ"])
"""Titles as they are written with their marks: "có báo cáo" calls nobody."""


def _goes_on(asked: Asked, at: int) -> bool:
    """Whether a word and the next one are two syllables of the paper, and no name: "co bao cao nao"."""
    one, two = asked.u.tokens[at].word, asked.u.tokens[at + 1 : at + 2]
    return bool(two) and (one, two[0].word) in asked.index.pairs


def _called(person: _Person, row: tuple[Token, ...], titled: bool) -> bool:
    """Whether a row of words is the name or the end of it, the given name; who types marks means these."""
    if person.name[-len(row) :] != tuple(token.word for token in row) or not (titled or len(row) >= 2):
        return False
    forms = zip(row, person.written[-len(row) :], strict=True)
    return all(bare(token.typed) or bare(form) or token.typed == form for token, form in forms)


def _capital(asked: Asked, row: tuple[Token, ...]) -> bool:
    """Whether words stand there as a name without a title."""
    text = asked.u.text
    return not text.isupper() and all(text[token.at : token.to].istitle() for token in row)


def _names_a_stranger(asked: Asked, *, unwritten: bool) -> bool:
    """Whether a word with a capital behind a title is a name, which no statement has; `unwritten` in any form."""
    tokens = asked.u.tokens
    if asked.u.text.isupper():
        return False
    text = asked.u.text
    return any(
        one.word in _TITLES
        and text[two.at : two.to].istitle()
        and two.word not in _OFFICES
        and not (unwritten and (bare(two.typed) or two.typed in asked.index.forms))
        for one, two in pairwise(tokens)
    )


_OFFICES = words_in("hieu chu giam bi truong pho chanh vien thu cuc bo tong giao bac tien thac nha can ke mc")
"""What an office behind "ông", "bà" begins with."""


@prepared
def _everybody(index: Index) -> list[_Person]:
    """The persons whom the programme names, with the statements that do, read once."""
    if "persons" not in index.cache:
        index.cache["persons"] = [person for text, ref in _statements(index) for person in _in(text, ref)]
    return cast(list[_Person], index.cache["persons"])


def _statements(index: Index) -> list[tuple[str, object]]:
    rows: list[tuple[str, object]] = []
    for entry in index.entries:
        if entry.sort is Sort.BODY and isinstance(entry.ref, Body):
            rows.append((f"{entry.ref.name}: {entry.ref.role}" if entry.ref.role else entry.ref.name, entry.ref))
        elif isinstance(entry.ref, Session):
            rows.append((f"{entry.text} – {entry.ref.responsible or ''}", entry.ref))
        else:
            rows.append((entry.text, entry.ref))
    conference = index.programme.conference
    return [*rows, (conference.signer or "", "signer")]


def _in(text: str, ref: object) -> list[_Person]:
    titleless = ref == "signer" or isinstance(ref, Session | Body)
    found = []
    for match in (SOMEBODYS_NAME if titleless else TITLED).finditer(text):
        whole = _REST.match(text, match.end())
        end = whole.end() if whole is not None else match.end()
        written = _WORD.findall(text[match.start() : end])
        called = tuple(word.casefold() for word in written if word.istitle() and key(word.casefold()) not in _TITLES)
        if len(called) >= _NAMES:
            found.append(_Person(tuple(map(key, called)), called, text, text[end:], ref))
    return found


_REST = re.compile(rf"(?: [{CAPITALS}][^\W\d_]*){{1,2}}")
"""The words of a name behind its first two or three."""

_NAMES = 2
