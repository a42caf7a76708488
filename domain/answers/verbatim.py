"""A question in the paper's own words: "Ai giới thiệu thành phần tham dự và thông qua chương trình?"."""

import re
from typing import cast

from domain.answers.asked import Asked, sources_of
from domain.answers.index import Index
from domain.answers.preparing import prepared
from domain.answers.texts import letters_of
from domain.answers.values import Answer, Responsible
from domain.conference import Session, Task
from domain.vietnamese import search_key

LEAST = 4
"""Words in a row, said just as the paper has them, from which a line of it is surely the one meant."""

LEAST_AT_HEAD = 3
"""The same of words with which a clause begins: "dẫn chương trình"."""

_HEAD = "|"
_BORDER = re.compile(r"[;,.:]\s")

_WHO_DOES = re.compile(
    r"^(?:da |xin hoi |cho (?:em|toi|minh) hoi |vay |the )*(?:ai|(?:don vi|co quan|bo phan|phong|ban|so|to|ben) nao)"
    r"(?: se| la nguoi| phai| duoc giao| phu trach| lo| chiu trach nhiem)* (?P<row>[^?]+?)(?: (?:a|vay|the|nhi|day))*$"
)
_DONE_BY = re.compile(
    r"^(?:viec |khau )?(?P<row>[^?]+?) (?:la|do|thuoc ve|giao cho|thi) "
    r"(?:ai|(?:don vi|co quan|bo phan|phong|ban|so|to|ben) nao)"
    r"(?: (?:lo|lam|phu trach|thuc hien|dam nhan|chiu trach nhiem))?(?: (?:a|vay|the|nhi|day))*$"
)
"""The same with the work first: "thẩm định dự toán là phòng nào"."""

_SENDS = re.compile(r"^(?:cu|phan cong|bo tri|chi dao) (?:nguoi|can bo|mc|giao vien|doan vien)(?: lam)? ")
""" "Cử người dẫn chương trình" tells who leads through the programme."""


def whoever_does(asked: Asked) -> Answer | None:
    """Who does what the question says word for word; None where no line, or more than two, say it."""
    said = letters_of(asked.u.text)
    found = _WHO_DOES.match(said) or _DONE_BY.match(said)
    row = found["row"].split() if found else []
    if len(row) < LEAST_AT_HEAD:
        return None
    told = f" {' '.join(row)} "
    told = told if len(row) >= LEAST else _HEAD + told
    lines = [part for part, line in _lines(asked.index) if told in line]
    sessions = [part for part in lines if isinstance(part, Session) and part.responsible]
    if sessions and len(lines) <= 2:
        return Responsible(lines=asked.lines(sessions), sources=sources_of(sessions))
    tasks = [part for part in lines if isinstance(part, Task)]
    return asked.led(tasks) if tasks and len(lines) <= 2 else None


def _plain(text: str) -> str:
    """A text in plain letters with a sign before each clause, and once more without them."""
    said = [search_key(clause) for clause in _BORDER.split(text)]
    said += [_SENDS.sub("", clause) for clause in said if _SENDS.match(clause)]
    clauses = "".join(f" {_HEAD} {clause}" for clause in said)
    return f"{clauses} {_HEAD} {search_key(text)} "


@prepared
def _lines(index: Index) -> list[tuple[Session | Task, str]]:
    """The items and tasks in plain letters, read once."""
    if "verbatim" not in index.cache:
        programme = index.programme
        parts = [(session, session.title) for session in programme.sessions]
        index.cache["verbatim"] = [
            (part, _plain(text)) for part, text in (*parts, *((task, task.text) for task in programme.tasks))
        ]
    return cast(list[tuple[Session | Task, str]], index.cache["verbatim"])
