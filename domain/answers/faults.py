"""When something fails ("micro hỏng thì báo ai"): whoever looks after that thing."""

import re

from domain.answers import contacts
from domain.answers.asked import Asked
from domain.answers.conditions import conditional
from domain.answers.entries import Sort
from domain.answers.phrases import words_in
from domain.answers.query import Unit
from domain.answers.texts import letters_of, meanings
from domain.answers.values import Answer
from domain.conference import Task

_FAILS = re.compile(
    r"\b(?:truc trac|hong|hu|bi hu|loi|su co|mat (?:dien|mang|tieng|hinh|ket noi|song)|chap chon"
    r"|khong (?:len|keu|nghe|chay|hoat dong|vao duoc|co tieng)|broken|fails?|not working|does not work)\b"
)
_TO_WHOM = re.compile(
    r"\b(?:bao|goi|hoi|keu|tim|kiem|nho|lien he|gap|noi)(?: (?:cho|voi|den|toi|qua))?"
    r" (?:ai|(?:ben|don vi|bo phan|phong|to|so|nguoi|cho|ban|doi) nao)\b"
    r"|\b(?:ai|(?:ben|don vi|bo phan|phong|to|so|nguoi|ban|doi) nao)(?: se)? (?:sua|xu ly|xu li|khac phuc|lo)\b"
    r"|\b(?:whom?|which (?:unit|team|office))\b.*\b(?:tell|call|contact|report|ask|fix|fixes)\b"
)
_SAID_OF_IT = words_in(
    """
    truc trac hong hu bi loi su co mat tieng hinh ket noi song khong len keu nghe chay hoat dong bao goi hoi tim kiem
    nho gap noi sua xu ly li khac phuc broken fail fails working tell call contact report ask fix @contact dien
    """
)


def looked_after(asked: Asked) -> Answer | None:
    """The task of seeing to a thing, where the paper tells nothing of the case that it fails."""
    if not (_FAILS.search(letters_of(asked.u.text)) and _TO_WHOM.search(asked.u.key)) or conditional(asked) is not None:
        return None
    if "contact" in asked.u.concepts and contacts.contact(asked).answered:
        return None
    things = asked.beyond(_SAID_OF_IT)
    if not things:
        return _helped(asked)
    hits = [hit for hit in asked.index.search(things, Sort.TASK) if _all_said(things, hit.entry.text)]
    tasks = [hit.entry.ref for hit in asked.best(hits) if isinstance(hit.entry.ref, Task)]
    return _called(asked, tasks) or (asked.led(tasks[:2]) if tasks else _helped(asked))


def _called(asked: Asked, tasks: list[Task]) -> Answer | None:
    """The line with the number of whoever helps, where the body that looks after the thing has such a line."""
    bodies = {task.unit for task in tasks}
    helping = [
        task for task in contacts.with_number(asked) if task.unit in bodies and contacts.ON_CALL.search(task.text)
    ]
    return asked.led(helping) if len(helping) == 1 else None


def _helped(asked: Asked) -> Answer | None:
    """Whoever gives technical help, where the paper names one."""
    tasks = [task for task in asked.index.programme.tasks if _HELPS.search(task.text)]
    return _called(asked, tasks) or (asked.led(tasks) if len(tasks) == 1 else None)


_HELPS = re.compile(
    r"\b(?:hỗ trợ|trực|bảo đảm|đảm bảo) (?:về )?kỹ thuật\b|\bxử lý sự cố\b|technical support", re.IGNORECASE
)


def _all_said(things: tuple[Unit, ...], text: str) -> bool:
    said = meanings(text)
    return all(unit.is_in(said) for unit in things)
