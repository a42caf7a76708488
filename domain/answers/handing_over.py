"""Where a thing goes that is handed in: to whom, and at which address."""

import re

from domain.answers.asked import Asked
from domain.answers.entries import Sort
from domain.answers.holding import CLEAR
from domain.answers.paper import how
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.reached import ADDRESS
from domain.answers.sending import HANDING_IN, SAYS_WHERE
from domain.answers.values import (
    Answer,
    Quoted,
)
from domain.conference import Task


def sent_to_whom(asked: Asked) -> Answer | None:
    """ "Danh sách gửi ai": the task that says where it goes."""
    return sent(asked) if _TO_WHOM.search(asked.u.key) and asked.specific() else None


_TO_WHOM = re.compile(
    r"\b(?:gui|nop)(?: (?:cho|ve|toi|den))? ai(?: (?:a|vay|the|nhi))*$"
    r"|\b(?:gui|nop|trinh) (?:len )?(?:phong|ban|don vi|co quan|bo phan|cap) nao\b"
    r"|\b(?:gui|nop|trinh|bao)\b(?: \w+){0,6}? (?:cho|ve|toi|den|len)"
    r" (?:phong|ban|don vi|co quan|bo phan|to|so|van phong|tieu ban|truong) nao\b"
)


def sent(asked: Asked) -> Answer | None:
    """ "gửi danh sách về đâu": the task that says where it goes."""
    told = asked.index.search(asked.u.content, Sort.TASK, Sort.FACT)
    hits = asked.best([hit for hit in told if hit.entry.sort is Sort.TASK or SAYS_WHERE & hit.entry.units.keys()], 0.55)
    tasks = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)]
    if tasks and HANDING_IN & asked.u.words:
        near = [hit.entry.ref for hit in told if hit.coverage >= _SURE_HANDED and isinstance(hit.entry.ref, Task)]
        handed = [[task for task in each if _HANDS_TO.search(task.text)] for each in (tasks, near)]
        tasks = handed[0] or handed[1] or tasks
    if tasks:
        return asked.led(tasks[:2])
    return Quoted(texts=tuple(dict.fromkeys(hit.entry.text for hit in hits))[:2]) if hits else None


def sent_to(asked: Asked) -> Answer | None:
    """ "gửi tham luận qua địa chỉ nào": the one statement with an address, where none tells where the thing goes."""
    asks = HANDING_IN & asked.u.words and asked.u.score(Kind.WHERE) >= CLEAR
    if not asks or not {unit.code for unit in asked.specific()} <= _WRITTEN or sent(asked) or how(asked, by_link=True):
        return None
    texts = {fact.text for fact in asked.index.facts if _SENT_TO.search(fact.text) and ADDRESS.search(fact.text)}
    return Quoted(texts=tuple(texts)) if len(texts) == 1 else None


_WRITTEN = words_in("@paper @report @speech_text @registration abstract article full bai toan van tom tat viet")
"""What those who take part write and hand in."""

_SENT_TO = re.compile(r"\b(?:gửi|nộp|đăng ký|submit\w*|send|sent|register)\b", re.IGNORECASE)


_HANDS_TO = re.compile(r"\b(?:gửi|nộp|trình|chuyển|đăng ký|báo cáo)\b[^;]*\b(?:về|cho|đến|tới|qua)\s", re.IGNORECASE)

_SURE_HANDED = 0.5
"""Share of a question that a task must explain which says to whom the thing goes."""
