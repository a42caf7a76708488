"""Of a statement with several clauses the one that was asked about: "01 giải Nhất: 10 triệu; 02 giải Nhì: 7 triệu"."""

import re
from dataclasses import replace

from domain.answers.asked import Asked
from domain.answers.counted import counted_in
from domain.answers.holding import CLEAR, DATED, HOLDING
from domain.answers.index import FILLER_KEYS, SMALL
from domain.answers.nameless import counts_bodies
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.sufficing import HEADS, asks_share_of_people
from domain.answers.texts import CLAUSE, meanings, read
from domain.answers.values import Answer, Deadline, Quoted, WhereIs
from domain.listed import BAR

BORDER = re.compile(rf"{CLAUSE.pattern}|,\s+(?=\d{{1,3}} [^\W\d])(?![^()]*\))")
"""Where a clause ends, or the next number of a list begins behind a comma."""

_IN_BRACKETS = re.compile(r"\(([^()]*\d[^()]*)(?:\)|$)")
"""What is counted apart: "1.150 đồng chí (Hội trường lớn 230 đồng chí)"."""

_ONE_THING = (Kind.COUNT, Kind.WHO, Kind.WHERE, Kind.ROOM, Kind.WHEN, Kind.DEADLINE)
"""Kinds of question that one clause answers; who asks what there is wants all of them."""


def narrowed(asked: Asked, found: Answer) -> Answer:
    """The answer with what is quoted cut to the clauses that say all of what the whole says of the question."""
    if isinstance(found, WhereIs) and found.place and not found.lines:
        return replace(found, place=_row(asked, found.place))
    if isinstance(found, Deadline) and (other := _of_another_clause(asked, found)) is not None:
        return other
    if not isinstance(found, Quoted) or not any(asked.u.score(kind) >= CLEAR for kind in _ONE_THING):
        return found
    if asks_share_of_people(asked):
        return replace(found, texts=tuple(text for text in found.texts if HEADS.search(text)) or found.texts)
    texts = tuple(dict.fromkeys(text if BAR in text else _narrowed(asked, text) for text in found.texts))
    return replace(found, texts=_most(asked, texts))


def _of_another_clause(asked: Asked, found: Deadline) -> Quoted | None:
    """Of a line with two dates the clause that was asked about, where the limit shown is that of the other."""
    task = found.tasks[0]
    clauses = [clause.strip(" .") for clause in _CLAUSE.split(task.text) if DATED.search(clause)]
    if len(found.tasks) > 1 or len(clauses) < 2 or task.deadline is None:
        return None
    named = [len(_named(asked, clause)) for clause in clauses]
    if named.count(max(named)) > 1:
        return None
    meant = clauses[named.index(max(named))]
    due = re.compile(rf"(?<!\d)0?{task.deadline.day}(?:/| tháng )0?{task.deadline.month}(?!\d)")
    return None if due.search(meant) or not due.search(task.text) else Quoted(texts=(f"{task.unit}: {meant}",))


_CLAUSE = re.compile(r"[;,]\s+")


def _most(asked: Asked, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Of several statements those that name as much of the question as the best one."""
    named = [_named(asked, text) for text in texts]
    best = max(named, key=len, default=frozenset())
    return tuple(text for text, words in zip(texts, named, strict=True) if not words < best)


_ROWS = re.compile(r"(?:^|;\s)(?=\d{1,2};\s)")
"""Where a row of a table begins that was read as one statement: "1; Lớp 4; …; 2; Lớp 8; …"."""


def _row(asked: Asked, text: str) -> str:
    """The one row of a table that names the most of what is asked, its number left out; the text where it is none."""
    rows = [row.strip(" ;") for row in _ROWS.split(text) if row.strip(" ;")]
    if len(rows) < 2:
        return text
    named = [len(_named(asked, row)) for row in rows]
    best = max(named)
    if not best or named.count(best) > 1:
        return text
    return rows[named.index(best)].partition("; ")[2]


def _narrowed(asked: Asked, text: str) -> str:
    text = _row(asked, text)
    clauses = [clause.strip(" .") for clause in BORDER.split(text) if clause.strip(" .")]
    whole = _named(asked, text)
    for bracket in _IN_BRACKETS.finditer(text):
        placed = asked.u.score(Kind.WHERE) >= CLEAR or asked.u.score(Kind.ROOM) >= CLEAR
        if not counts_bodies(asked, (bracket[1],)):
            continue
        if whole and not placed and _named(asked, bracket[1]) >= whole and _holds(asked, bracket[1]):
            return bracket[1]
    if len(clauses) < 2 or not whole or _counts_both(asked, clauses):
        return text
    best = max(clauses, key=lambda clause: len(_named(asked, clause)))
    chosen = [clause for clause in clauses if _named(asked, clause) == _named(asked, best)]
    if _named(asked, best) < whole or len(chosen) > 1 or not _holds(asked, best):
        return text
    if not counts_bodies(asked, (best,)) and counts_bodies(asked, (text,)):
        return text  # "180 doanh nghiệp (mỗi đơn vị 01 người)"
    if asked.u.score(Kind.COUNT) >= CLEAR and not counted_in(asked, best):
        return text  # "15 tập thể, 60 cá nhân": of how many people, each clause tells a part
    return best


def _counts_both(asked: Asked, clauses: list[str]) -> bool:
    """Whether people of any kind are counted, and a clause behind the one that names them counts more."""
    return bool(_PEOPLE.search(asked.u.key)) and sum(bool(_COUNTING.match(clause)) for clause in clauses[1:]) > 0


_PEOPLE = re.compile(r"\b(?:bao nhieu|may) (?:nguoi|vi|dong chi)\b|\bhow many people\b")
_COUNTING = re.compile(r"\d{1,4} [^\W\d]")


def _named(asked: Asked, text: str) -> frozenset[str]:
    """What the question names, in its own words and in others, that a text says too."""
    said = meanings(text) | {token.word for token in read(text)[0]}
    named = {unit.code for unit in asked.specific() if unit.is_in(said)}
    return frozenset(named | (_spoken(asked) & said))


def _spoken(asked: Asked) -> set[str]:
    words = {token.word for token in asked.u.tokens}
    return words - FILLER_KEYS - SMALL - _ASKING


_ASKING = words_in("ai gi nao dau may bao nhieu la luc gio ngay co duoc tien o tai so nguoi")


def _holds(asked: Asked, clause: str) -> bool:
    """Whether a clause still holds what is asked for."""
    return all(pattern.search(clause) for kind, pattern in HOLDING.items() if asked.u.score(kind) >= CLEAR)
