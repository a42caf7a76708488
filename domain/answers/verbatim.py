"""A question in the paper's own words: "Ai giới thiệu thành phần tham dự và thông qua chương trình?"."""

import re
from typing import cast

from domain.answers.asked import Asked, sources_of
from domain.answers.index import Index
from domain.answers.preparing import prepared
from domain.answers.texts import letters_of, meanings
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


def labelled(asked: Asked) -> Answer | None:
    """ "Ai phụ trách xe": the person behind a label of these words, "Phụ trách xe: ông …"."""
    found = _IN_CHARGE.search(asked.u.key)
    if found is None:
        return None
    wanted = set(found["matter"].split()) - _SMALL
    texts = [part.strip() for fact in asked.index.facts for part in _SENTENCE.split(fact.text)]
    labels = [(text, label) for text in texts if (label := _LABEL.match(text)) is not None]
    told = [text for text, label in labels if wanted <= set(search_key(label[1]).split())]
    return Quoted(texts=tuple(dict.fromkeys(told))) if wanted and len(set(told)) == 1 else None


_IN_CHARGE = re.compile(
    r"\b(?:ai|nguoi nao|dong chi nao|who)\b(?: la)?(?: nguoi)? (?:phu trach|quan ly|dieu hanh|dieu phoi|lo)"
    r" (?P<matter>[^?]{2,40})$"
)
_LABEL = re.compile(r"((?:Phụ trách|Quản lý|Điều hành|Điều phối|Đầu mối)\s[^:]{2,40}):\s+\S")
_SENTENCE = re.compile(r"(?:[.;]|(?<=\d)\.)\s+(?=[A-ZĐÀ-Ỹ])")
_SMALL = frozenset({"a", "vay", "the", "nhi", "viec", "phan", "ve", "cac", "day", "ha"})


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


def open_until(asked: Asked) -> Answer | None:
    """ "Triển lãm mở cửa đến mấy giờ": the one statement of that name that says when it is open."""
    if not _OPEN.search(asked.u.key):
        return None
    wanted = {unit.code for unit in asked.specific()} - _OPENING
    said = [f.text for f in asked.index.facts if _TELLS_OPEN.search(f.text) and wanted and wanted <= meanings(f.text)]
    told = min(said, key=len, default=None)
    return Quoted(texts=(told,)) if told is not None else None


_OPEN = re.compile(
    r"\bmo (?:cua )?(?:den|toi|tu|luc|may|khi|bao)\b|\b(?:mo|dong) cua\b|\bopen(?:s|ing)? (?:until|till|hours)\b"
)
_TELLS_OPEN = re.compile(r"\b(?:mở|đóng) cửa\b[^;]*\d|\bopen\w* [^;]*\d", re.IGNORECASE)
_OPENING = frozenset({"mo", "cua", "dong", "open", "opens", "@opening", "until"})
