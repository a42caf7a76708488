"""Whether one has to print what the conference needs, and how many copies there are."""

import re
from collections.abc import Iterator

from domain.answers.asked import Asked
from domain.answers.holding import CLEAR
from domain.answers.query import Kind
from domain.answers.texts import clauses_of, letters_of
from domain.answers.values import Answer, Quoted


def printed(asked: Asked) -> Answer | None:
    """ "Có phải in tài liệu không": that it is not printed, or who prints it; "in mấy bộ": the line with the number."""
    if "documents" not in asked.u.concepts or not _ASKED.search(asked.u.key):
        return None
    told = [clause for clause in _clauses(asked) if _TOLD.search(letters_of(clause))]
    if asked.u.score(Kind.COUNT) >= CLEAR:
        counted = [clause for clause in told if _COPIES.search(letters_of(clause))]
        return Quoted(texts=tuple(dict.fromkeys(counted))[:2]) if counted else None
    if asked.u.score(Kind.EXISTS) < CLEAR:
        return None
    for wanted in (_OWN, _NO_PAPER, _PRINTS):
        if texts := [clause for clause in told if wanted.search(letters_of(clause))]:
            return Quoted(texts=tuple(dict.fromkeys(texts))[:2])
    return None


def _clauses(asked: Asked) -> Iterator[str]:
    """What tasks and statements say, clause by clause, a task behind its unit."""
    bodies = asked.index.bodies
    for task in asked.index.programme.tasks:
        yield f"{bodies[task.unit].name}: {task.text}" if task.unit in bodies else task.text
    for fact in asked.index.facts:
        yield from clauses_of(fact.text)


_ASKED = re.compile(r"\b(?:phai|can|tu|duoc) (?:tu )?in\b|\bin (?:san |an )?(?:may|bao nhieu|tai lieu)\b")
_TOLD = re.compile(r"\b(?:tai lieu|van kien|ban giay)\b")
_OWN = re.compile(r"\btu (?:in|tai|sao|photo)\b")
_NO_PAPER = re.compile(
    r"\bkhong (?:in|phat|gui|su dung)\b[^;.]*\b(?:tai lieu|ban (?:in|giay)|giay)\b"
    r"|\b(?:dien tu|truc tuyen|ma qr)\b"
)
_PRINTS = re.compile(
    r"\b(?:in|in an|photo|nhan ban)\b[^;.]*\b(?:tai lieu|van kien)\b"
    r"|\b(?:tai lieu|van kien)[^;.]* in an\b"
)
_COPIES = re.compile(r"\b\d+ (?:bo|ban|cuon|quyen|tap)\b")
