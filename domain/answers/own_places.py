"""Where one of several groups sits, where a sentence gives each its place: "tổ 2 (khu phố 4, 5) tại Phòng số 2; …"."""

import re
from collections.abc import Iterator
from typing import cast

from domain.answers.asked import Asked
from domain.answers.index import facts_of
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.texts import meanings
from domain.answers.values import Answer, Quoted
from domain.answers.whereabouts import begins_with_place, place_in, place_of_title
from domain.conference import Programme
from domain.vietnamese import search_key

Listed = tuple[str, list[str]]

_CLAUSE = re.compile(r";\s*|\.\s+(?=\w)|(?<=[^\d]),\s+(?=(?:tổ|nhóm|lớp|khối|đoàn|tiểu ban|đội)\s+\w)", re.IGNORECASE)
_LABEL = re.compile(r"^[^:;()]{3,80}:\s+")
_FEWEST = 2

_NUMBERED = re.compile(
    r"\b(khu pho|to dan pho|thon|ap|xom|ban|to|nhom|lop|khoi|doi|doan|chi bo|chi doan|chi hoi|tieu ban|khoa) "
    r"(?:so |thu )?(\d{1,3})\b"
)
"""A body with a number: "khu phố 5", "tổ 2"."""


def of_group(asked: Asked) -> Answer | None:
    """The one clause that gives the group named its place; nothing where several do or none does."""
    if not (asked.u.asks(Kind.ROOM) or asked.u.asks(Kind.WHERE) or _SITS.search(asked.u.key)):
        return None
    if point := _of_point(asked):
        return point
    named = [(noun, int(number)) for noun, number in _NUMBERED.findall(asked.u.key)]
    lodged = bool(asked.u.concepts & _LODGING) or _SLEEPS.search(asked.u.key) is not None
    for label, clauses in _lists(asked):
        if lodged != _of_lodging(label, clauses) and (lodged or _MEETS.search(asked.u.key)):
            continue
        found = [[c for c in clauses if number in _numbers(c, noun)] for noun, number in named]
        found += [] if named else [_naming(asked, label, clauses)]
        if (one := next((each for each in found if len(each) == 1), None)) is not None:
            return Quoted(texts=(one[0],))
    return None


def _of_point(asked: Asked) -> Answer | None:
    """Where those sit who are joined online by the name of their place: "Điểm cầu huyện: Phòng họp số 2"."""
    said = set(asked.u.key.split())
    told = [(found, fact.text) for fact in facts_of(asked.index.programme) if (found := _POINT.match(fact.text))]
    placed = [(found["name"], text) for found, text in told if begins_with_place(found["inside"] or found["behind"])]
    named = [(set(search_key(name).split()), text) for name, text in placed]
    fitting = [(len(name), text) for name, text in named if said >= _POINTS and name <= said]
    return Quoted(texts=(max(fitting)[1],)) if fitting else None


_POINTS = frozenset({"diem", "cau"})
_POINT = re.compile(
    r"(?:tại\s+)?điểm cầu (?P<name>[^:()]{2,40}?)\s*(?:\((?P<inside>[^()]+)\)\s*$|:\s+(?P<behind>.+))", re.IGNORECASE
)


def _of_lodging(label: str, clauses: list[str]) -> bool:
    """Whether a list tells where people sleep and not where they meet."""
    return bool(_SLEPT.search(label)) or all(_SLEPT.search(clause) for clause in clauses)


_LODGING = frozenset({"lodging", "hotel"})
_SLEEPS = re.compile(r"\b(?:nghi|ngu) (?:o |lai )?(?:dau|cho nao)\b|\b(?:nghi|ngu|o) (?:khach san|ks|nha khach)\b")
_SLEPT = re.compile(r"\b(?:nơi nghỉ|chỗ nghỉ|nghỉ tại|lưu trú|khách sạn|nhà khách|hotel)\b", re.IGNORECASE)
_MEETS = re.compile(r"\b(?:thao luan|hop|hoc|ngoi|phien|to \d|phong)\b")
_SITS = re.compile(r"\b(?:ngoi|thao luan|hop|hoc) (?:o )?(?:dau|cho nao|phong nao|noi nao)\b")
"""Asks where a group sits, which alone is asked of a person's own seat."""


def _naming(asked: Asked, label: str, clauses: list[str]) -> list[str]:
    """The clauses that name all that the question does besides what they are parts of."""
    said = [{*meanings(clause)} for clause in clauses]
    shared = (meanings(label) - set().union(*said)) | set.intersection(*said)
    wanted = {unit.code for unit in asked.specific() if unit.code not in _DOING} - shared
    named = [clause for clause in clauses if wanted and wanted <= meanings(clause)]
    return named or _of_the_rest(asked, wanted, clauses)


def _of_the_rest(asked: Asked, wanted: set[str], clauses: list[str]) -> list[str]:
    """ "Các đoàn còn lại": the clause for whoever the others do not name, where the paper speaks of them at all."""
    rest = [clause for clause in clauses if _REST.search(clause)]
    groups = {code for code in wanted if not code.startswith("@") and code not in _GROUPS}
    named = asked.u.words & _GROUPS
    known = groups - asked.index.own_units and named and all(code in asked.index.postings for code in groups)
    elsewhere = any(groups <= meanings(clause) for clause in clauses)
    denied = any(groups <= meanings(fact.text) and _DENIED.search(fact.text) for fact in asked.index.facts)
    return rest if len(rest) == 1 and known and not elsewhere and not denied else []


_GROUPS = words_in("doan xa phuong huyen thi tran tinh truong don vi to khoi cac dai bieu")
_REST = re.compile(r"\b(?:còn lại|khác|remaining|others?)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:không bố trí|tự túc|trừ)\b", re.IGNORECASE)
_DOING = words_in("@discussion thao luan hop hoc ngoi xep bo tri nghi ngu")
"""What all groups do where they are."""


def _lists(asked: Asked) -> list[Listed]:
    """What each statement says of all, and its clauses, where it gives several groups a place each; read once."""
    cache = asked.index.cache
    if "own_places" not in cache:
        cache["own_places"] = [*_read_lists(asked.index.programme)]
    return cast(list[Listed], cache["own_places"])


def _read_lists(programme: Programme) -> Iterator[Listed]:
    texts = [session.title for session in programme.sessions]
    texts += [session.room for session in programme.sessions if session.room]
    texts += [fact.text for fact in facts_of(programme)] + [task.text for task in programme.tasks]
    for text in map(_bracketed, dict.fromkeys(texts)):
        if text.count(";") + text.count(",") < _FEWEST - 1:
            continue
        label = _LABEL.match(text)
        clauses = [clause.strip(" .") for clause in _CLAUSE.split(text[label.end() :] if label else text)]
        placed = [clause for clause in clauses if place_in(clause) or begins_with_place(clause)]
        if len(placed) >= _FEWEST:
            yield (label.group() if label else ""), placed
    texts += [task.source.quote for task in programme.tasks if task.source is not None]
    bare = dict.fromkeys(_UNDER.sub("", text) for text in texts)
    rows = [text for text in bare if _ROW.match(text) and place_of_title(text)]
    if len(rows) >= _FEWEST:
        yield "", rows


_UNDER = re.compile(r"^[^:;()]{2,60}\s[–-]\s(?=(?:tổ|nhóm|đội|khối|tiểu ban|lớp)\s)", re.IGNORECASE)
"""The heading that a line of a list stands under: "Phân tổ – Tổ 2 (…): phòng 204"."""

_ROW = re.compile(
    r"(?:tổ|nhóm|đội|khối|tiểu ban|lớp)\s+(?:số\s+)?(?-i:\d{1,3}[A-Z]?|[A-Z]{1,5}\d{0,2})\b[^:;]{0,80}:", re.IGNORECASE
)
"""A line that gives one group its place, as others do theirs: "Tổ 2 (huyện …): phòng 201"."""


def _bracketed(text: str) -> str:
    """A list in brackets as one behind a label: "Thảo luận tổ (Tổ 1 tại Hội trường; Tổ 2 tại Phòng họp A)"."""
    listed = _IN_BRACKETS.fullmatch(text)
    return f"{listed['label']}: {listed['list']}" if listed else text


_IN_BRACKETS = re.compile(r"(?P<label>[^:;()]{3,80}?)\s*\((?P<list>[^()]*;[^()]*)\)\s*\.?")


def _numbers(clause: str, noun: str) -> set[int]:
    """The numbers that stand behind a noun: "khu phố 1, 2, 3", "các thôn từ 4 đến 7"."""
    said = search_key(clause)
    found: set[int] = set()
    for run in re.finditer(rf"\b{noun} (?:so |thu |tu )?(\d{{1,3}}(?: (?:den |va |toi )?\d{{1,3}}(?!\d))*)", said):
        numbers = [int(number) for number in re.findall(r"\d+", run[1])]
        found.update(numbers)
        for first, last in re.findall(r"(\d+) (?:den|toi) (\d+)", run[1]):
            found.update(range(int(first), int(last) + 1))
    return found
