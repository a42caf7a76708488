"""All that is due: "sắp đến hạn việc gì", "có những mốc thời gian nào", "các việc phải xong trước ngày nào"."""

import re
from datetime import datetime

from domain.answers.asked import Asked, sources_of
from domain.answers.holding import CLEAR, DATED
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.texts import clauses_of, letters_of
from domain.answers.values import Answer, Deadline, Quoted
from domain.conference import Task, TaskState

MOST_DUES = 6
"""Limits that are told at once."""


def all_due(asked: Asked) -> Answer | None:
    """The limits of the paper by their days: those still ahead, where the day is known; of one unit its own."""
    if not _ALL_DUE.search(asked.u.key) or asked.u.own:
        return None
    body = asked.named_body()
    if body is None and asked.beyond(_SAID):
        return None
    tasks = [task for task in asked.index.programme.tasks if _is_open(task) and (body is None or task.unit == body.id)]
    dated = sorted(((task.deadline, at, task) for at, task in enumerate(tasks) if task.deadline is not None))
    ahead = [task for due, _, task in dated if asked.now is None or _day(due) >= _day(asked.now)]
    if not ahead:
        return asked.no_information("other")
    chosen = ahead[:MOST_DUES]
    return Deadline(tasks=tuple(map(asked.task_line, chosen)), sources=sources_of(chosen))


def checked(asked: Asked) -> Answer | None:
    """ "Khi nào kiểm tra công tác chuẩn bị": the work or the line that says so, and no other check of that day."""
    if not _CHECKED.search(asked.u.key) or asked.u.score(Kind.WHEN) < CLEAR or asked.beyond(_CHECKING):
        return None
    tasks = [task for task in asked.index.programme.tasks if _CHECKS.search(letters_of(task.text))]
    dated = [task for task in tasks if task.deadline is not None or DATED.search(task.text)]
    if dated:
        return asked.led(dated[:2])
    told = [clause for fact in asked.index.facts for clause in clauses_of(fact.text)]
    texts = [text for text in told if _CHECKS.search(letters_of(text)) and DATED.search(text)]
    titles = (letters_of(item.title) for item in asked.index.programme.sessions)
    if texts:
        return Quoted(texts=tuple(texts[:2]))
    return None if any(map(_CHECKS.search, titles)) else asked.no_information("other")


def speaks_of_check(asked: Asked, text: str) -> bool:
    """Whether a line tells of the preparations being looked over, where that is asked about."""
    return not _CHECKED.search(asked.u.key) or _CHECKS.search(letters_of(text)) is not None


_CHECKED = re.compile(r"\bkiem tra (?:cong tac|khau|viec|su|tinh hinh) chuan bi\b")
_CHECKS = re.compile(
    r"\b(?:kiem tra|ra soat|nghiem thu)\b[^;.]*\bchuan bi\b"
    r"|\btong (?:kiem tra|duyet cong tac chuan bi)\b"
)
_CHECKING = words_in("kiem tra cong tac khau viec su tinh hinh chuan bi hoi nghi")


def _is_open(task: Task) -> bool:
    return task.state not in (TaskState.DONE, TaskState.WITHDRAWN)


def _day(moment: datetime) -> int:
    return moment.toordinal()


_WORK = (
    r"(?:(?:cac |nhung )?(?:cong viec|viec|nhiem vu|phan viec|cong tac chuan bi)(?: (?:duoc giao|chuan bi|cua minh))?)"
)
_BY_WHEN = r"(?:truoc|den|vao|muon nhat|cham nhat|tre nhat|trong|khi|bao|luc|ngay|thoi|lam|la)\b"
_ALL_DUE = re.compile(
    r"\b(?:sap|gan|da) (?:den|toi|het) (?:han|deadline)\b"
    r"|\b(?:viec|han|deadline|moc)(?: thoi gian)? (?:nao|gi) (?:sap|gan|dang)\b|\b(?:han|deadline) (?:nao )?gan nhat\b"
    r"|\b(?:cac|nhung|may|liet ke) (?:moc|thoi han|han|deadline)\b|\bmoc thoi gian\b"
    r"|\b(?:upcoming|next|all) (?:the )?deadlines?\b"
    r"|\bwhat (?:are the deadlines|is due)\b"
    rf"|\b(?:hoan thanh|lam xong|xong) {_WORK} {_BY_WHEN}|{_WORK} (?:phai|can) (?:hoan thanh|lam xong|xong) {_BY_WHEN}"
    r"|^(?:(?:khi nao|bao gio|den bao gio) (?:thi )?)?(?:(?:cac don vi|moi nguoi|moi viec) )?(?:phai )?chuan bi"
    r" (?:phai )?xong(?: (?:truoc|khi nao|bao gio|luc nao|ngay nao|truoc ngay nao|truoc khi nao))*$"
)
"""Asks for the limits as such, and names no one work."""

_SAID = words_in(
    """
    sap den toi het han gan deadline deadlines moc thoi gian viec cong tac nhiem vu cac nhung may liet ke can nho nhat
    quan trong chu y hoan thanh lam xong chuan bi don vi phai truoc nao gi duoc giao minh upcoming next due all tat ca
    cua hoi nghi ke hoach dang con nua luu
    """
)
