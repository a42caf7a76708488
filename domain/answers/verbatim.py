"""A question in the paper's own words: "Ai giới thiệu thành phần tham dự và thông qua chương trình?"."""

import re
from typing import cast

from domain.answers.asked import Asked, sources_of
from domain.answers.index import Index
from domain.answers.preparing import prepared
from domain.answers.texts import letters_of
from domain.answers.values import Answer, Quoted, Responsible
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


def timed(asked: Asked) -> Answer | None:
    """ "Họp trưởng đoàn khi nào": the one line of that label that says when, where no item is called so."""
    found = _WHEN_IS.match(letters_of(asked.u.text))
    row = f" {found['row'] or found['behind']} " if found else ""
    if len(row.split()) < _LEAST_NAMED:
        return None
    labels = [(fact.text, *fact.text.partition(":")[::2]) for fact in asked.index.facts]
    told = {text for text, label, value in labels if _HOUR.match(value) and row in f" {letters_of(label)} "}
    if len(told) != 1 or any(row in f" {letters_of(text)} " for text in _titles(asked)):
        return None
    return Quoted(texts=tuple(told))


def _titles(asked: Asked) -> list[str]:
    programme = asked.index.programme
    return [*(session.title for session in programme.sessions), *(moment.what or "" for moment in programme.moments)]


_LEAST_NAMED = 2
_ASKS_WHEN = r"(?:khi nao|luc nao|may gio|bao gio|ngay nao|ngay may|hom nao|luc may gio)"
_WHEN_IS = re.compile(
    rf"^(?P<row>.+?)(?: (?:la|vao|dien ra|to chuc))* {_ASKS_WHEN}(?: (?:a|vay|the|nhi))*$"
    rf"|^{_ASKS_WHEN} (?:thi |se |co |dien ra )*(?P<behind>.+?)(?: (?:a|vay|the|nhi))*$"
)
_HOUR = re.compile(
    r"\s*(?:từ |lúc |vào )*(?:(?:sáng|chiều|tối) )?(?:\d{1,2}\s*(?:[hg:]|giờ)|ngày \d|\d{1,2}/\d)", re.IGNORECASE
)


def by_role(asked: Asked) -> Answer | None:
    """ "Ai tài trợ", "đơn vị nào đăng cai": who is told to be that behind a label, or before it in brackets."""
    found = _IN_ROLE.search(asked.u.key)
    if found is None:
        return None
    role = found["role"] or found["behind"] or "tai tro"
    chair = (asked.conference.chair,) if asked.conference.chair else ()
    parts = [part.strip() for text in (*(f.text for f in asked.index.facts), *chair) for part in _PART.split(text)]
    label = re.compile(rf"(?:(?:don vi|nha|co quan|dong|ben|doi tac) )*{role}\b")
    told = [part for part in parts if ":" in part and label.fullmatch(search_key(part.partition(":")[0]))]
    bracketed = [found for part in parts for found in _BRACKETED.finditer(part)]
    behind = [found["whole"] for found in bracketed if role in search_key(found["role"])]
    texts = tuple(dict.fromkeys(told or behind))
    return Quoted(texts=texts) if len(texts) == 1 else None


_BODY_OF = r"(?:ai|(?:don vi|ben|cong ty|co quan|doanh nghiep|tinh|huyen|xa|truong|to chuc) nao)"
_IN_ROLE = re.compile(
    rf"^(?:nha |don vi |co quan )?(?P<role>(?:dong )?tai tro|dang cai|bao tro)(?: hoi \w+)? la {_BODY_OF}$"
    rf"|^{_BODY_OF} (?:la )?(?:don vi |nha )?(?P<behind>(?:dong )?tai tro|dang cai|bao tro)(?: (?:cho )?hoi \w+)?$"
    r"|^who (?:is|are) the sponsors?$|^who sponsors\b"
)
_PART = re.compile(r";\s+")
_BRACKETED = re.compile(r"(?:^|: )(?P<whole>[^():;]{3,90} \((?P<role>[^()]+)\))")


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
