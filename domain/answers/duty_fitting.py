"""Whether what somebody has to do tells what is asked for: who invites them does not tell who they are."""

import re

from domain.answers.asked import Asked
from domain.answers.holding import CLEAR, CLOCK, LENGTH, NUMBER, TIME
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.sending import HANDING_IN
from domain.answers.texts import read
from domain.answers.values import (
    Responsible,
    TaskLine,
)
from domain.answers.whereabouts import PLACE
from domain.vietnamese import search_key


def duty_fits(asked: Asked, answer: Responsible) -> bool:
    """Whether what somebody has to do tells what is asked for: who invites them does not tell who they are."""
    if asked.u.kind is Kind.COUNT:
        said = [task.text for task in answer.tasks] + [line.title for line in answer.lines]
        return any(map(NUMBER.search, said))
    if answer.lines:
        return not (_WRITES.search(asked.u.key) or _MAY.search(asked.u.key))  # who reads it out need not write it
    if not _does(asked, answer.tasks) or not _says_when(asked, answer.tasks):
        return False
    if asked.u.score(Kind.DURATION) >= CLEAR:
        return any(LENGTH.search(task.text) for task in answer.tasks)
    if asked.u.kind is Kind.ATTENDEES:
        return False
    lasting = asked.u.score(Kind.END) >= CLEAR and "xong" not in asked.u.words
    if lasting and asked.u.score(Kind.DEADLINE) < CLEAR:
        return any(TIME.search(task.text) for task in answer.tasks)  # when it is to be ready is not when it ends
    if asked.u.kind is Kind.DEADLINE:
        return any(task.deadline or task.deadline_text or TIME.search(task.text) for task in answer.tasks)
    placed = asked.u.kind in (Kind.WHERE, Kind.ROOM) and asked.u.score(Kind.WHO) < CLEAR
    return not placed or any(PLACE.search(task.text) for task in answer.tasks)


_MAY = re.compile(r"\bnao (?:duoc|phai) (?:tham gia|tham du|du|di|vao|choi|thi dau|o|nghi|an)\b")
"""Asks who may or must come: whoever is behind an item does not tell."""


def _does(asked: Asked, tasks: tuple[TaskLine, ...]) -> bool:
    """Whether the tasks are those of a body of the kind that is asked for, and to do what is asked about."""
    if (kind := _KIND_ASKED.search(asked.u.key)) and not any(_is_such(kind["kind"], task) for task in tasks):
        return False  # "công ty nào mua …" is no department of the house
    if _OF_WHAT.search(asked.u.key) and not any(_ENUMERATES.search(task.text) for task in tasks):
        return False
    if (spoken := _PERFORMS.search(asked.u.key)) and not any(_performs(spoken[1], task) for task in tasks):
        return False  # who writes a speech does not give it
    approved = tasks and _APPROVES.match(search_key(tasks[0].text))
    return not (approved and _WRITES.search(asked.u.key))  # who approves a text does not write it


_KIND_ASKED = re.compile(
    r"\b(?P<kind>cong ty|doanh nghiep|truong|benh vien|ngan hang|hop tac xa|htx|sieu thi|nha hang|khach san"
    r"|chua|bao|dai) nao (?!do\b)"
)


def _is_such(kind: str, task: TaskLine) -> bool:
    """Whether a task names a body of the kind that is asked for, as who does it or in what is done."""
    said = search_key(f"{task.unit} {' '.join(task.coordinating)} {task.text}")
    return any(f" {name} " in f" {said} " for name in _ALSO_CALLED.get(kind, (kind,)))


_ALSO_CALLED = {
    "cong ty": ("cong ty", "doanh nghiep", "tap doan"),
    "doanh nghiep": ("cong ty", "doanh nghiep", "tap doan"),
    "hop tac xa": ("hop tac xa", "htx"),
    "htx": ("hop tac xa", "htx"),
    "dai": ("dai", "vien thong", "truyen thanh", "truyen hinh"),
}

_OF_WHAT = re.compile(
    r"\b(?:gom|bao gom)(?: co)? (?:nhung |cac )?(?:\w+ ){0,2}(?:gi|nao)\b"
    r"|\b(?:sua|sua doi|thay doi|bo sung|dieu chinh) (?:nhung )?(?:gi|diem nao|muc nao)\b"
)

_ENUMERATES = re.compile(r":|\bgồm\b|(?:,[^,]+){3}")
"""What a thing consists of is told by what lists it, not by who sees to it."""

_PERFORMS = re.compile(
    r"\b(?:ai|nguoi nao|dong chi nao|don vi nao|who) (?:se |la nguoi |len |will )?"
    r"(trinh bay|doc|phat bieu|tham luan|truyen dat|bao cao|ket luan|khai mac|be mac"
    r"|giving|gives?|delivers?|presents?|speaks?|reads?)\b"
)
"""Asks for whoever performs an item; those who get it ready are others."""


def _performs(verb: str, task: TaskLine) -> bool:
    """Whether a task is to do so, not to see to it that others do ("đôn đốc", whose letters are those of "đọc")."""
    return re.search(rf"\b{verb}\b", search_key(_URGES.sub(" ", task.text))) is not None


_URGES = re.compile(r"\bđôn đốc\b", re.IGNORECASE)

_WRITES = re.compile(r"\b(?:ai|nao)(?: \w+)? (?:soan|viet|bien soan|xay dung|du thao)\b")

_APPROVES = re.compile(r"(?:duyet|phe duyet|tham dinh|kiem duyet|gop y)\b")


def _says_when(asked: Asked, tasks: tuple[TaskLine, ...]) -> bool:
    """Whether the tasks are what "khi nào" asks of, and tell the hour where one is asked for."""
    timed = asked.u.kind is Kind.WHEN and max(map(asked.u.score, (Kind.WHO, Kind.END))) < CLEAR
    if timed and not asks_of_work(asked, tasks):
        return False
    hour = asks_hour(asked) and asked.u.score(Kind.WHO) < CLEAR
    return not hour or any(CLOCK.search(said_of(task)) for task in tasks)


def asks_hour(asked: Asked) -> bool:
    """Whether "mấy giờ" is asked, which a day alone does not answer."""
    return {"may", "gio"} <= asked.u.words


def asks_of_work(asked: Asked, tasks: tuple[TaskLine, ...]) -> bool:
    """Whether "khi nào" asks of work: it names what is done, and not only the item that the work is for."""
    if asked.u.words & _WORK:
        return True
    return any(CLOCK.search(task.text) or asked.u.words & _verbs(task.text) for task in tasks)


def _verbs(text: str) -> set[str]:
    """The words with which the clauses of a task begin; what is held ("tổ chức học bù") counts for its verb."""
    clauses = [_HOLD.sub("", clause) for clause in _CLAUSE.split(text)]
    return {token.word for clause in clauses for token in read(clause)[0][:1]}


_WORK = HANDING_IN | words_in("nhan phai xong phat chot mua in gui bao cong lam duyet get receive receives ready done")

_CLAUSE = re.compile(r"[,;:.]\s+")

_HOLD = re.compile(r"^\s*tổ chức\s+", re.IGNORECASE)


def said_of(task: TaskLine) -> str:
    """What a task says, with its limit in the words of the paper."""
    return f"{task.text} {task.deadline_text or ''}"
