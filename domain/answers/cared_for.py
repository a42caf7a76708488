"""Who is ill or hurt: to whom one turns, by the clauses that say who cares for people and where."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from domain.answers.affirming import affirmed
from domain.answers.asked import Asked, sources_of
from domain.answers.index import Index, facts_of
from domain.answers.practical import CLAUSE
from domain.answers.preparing import prepared
from domain.answers.query import Kind
from domain.answers.texts import meanings, without_offices
from domain.answers.values import Answer, Practical, Responsible
from domain.conference import Task

_ILL = re.compile(
    r"\b(?:om|met(?! moi)|dau (?:bung|dau|om)|bi (?:benh|dau|ngat|thuong|say)|ngat|chong mat|say (?:nang|xe)|sot"
    r"|sick|ill|unwell|hurt|injured)\b.*"
    r"\b(?:gap|goi|tim|hoi|den|kham|thuoc|nho)(?: \w+)? (?:ai|dau|cho nao|bac si)\b"
    r"|\b(?:sick|ill|unwell|hurt|injured)\b.*\b(?:who|where|contact|do)\b|\b(?:who|where)\b.*\b(?:sick|ill|unwell)\b"
    r"|\bco (?:to |can bo |nhan vien |doi ngu |phong )?(?:bac si|y te|y bac si|y si|cap cuu|so cuu|xe cuu thuong)"
    r"(?: \w+){0,2}? (?:khong|ko|k)$|\bis there (?:a |any )?(?:doctor|nurse|medical|first aid)"
    r"|\bai (?:lo|phu trach|truc) (?:ve )?(?:y te|cap cuu|so cuu)\b"
)
_CARES = re.compile(
    r"^(?:công tác )?y tế$|\b(?:trực|kíp|tổ (?:y tế|cấp cứu|sơ cứu)|xe cứu thương|t[úủ]i? thuốc|(?:phòng|trạm|bàn) y tế"
    r"|(?:bảo đảm|đảm bảo|bố trí|chuẩn bị|phục vụ|chăm sóc|cử)[^.;]*(?:y tế|y,? bác sĩ|bác sĩ|y sĩ)(?! và \d)|on duty"
    r"|first aid)\b",
    re.IGNORECASE,
)
_NOT_CARED_FOR = re.compile(
    r"\b(?:khám, tư vấn|cấp thuốc miễn phí|khám sức khỏe|giấy khám|vắng|ngành y tế|bảo hiểm|gián đoạn"
    r"|động viên|mỗi khoa|ít hơn)\b|dịch bệnh",
    re.IGNORECASE,
)
_CARER = re.compile(r"\b(?:y sĩ|y tá|y,? bác sĩ)\b", re.IGNORECASE)
_MOST = 2


def cared_for(asked: Asked) -> Answer | None:
    """ "Ốm thì gặp ai": the work of those who care for the ill, or the statement that tells of it."""
    if not _ILL.search(asked.u.key):
        return None
    lines = _lines(asked.index)
    if asked.u.asks(Kind.EXISTS) and lines:
        return affirmed(asked, Practical(topic="medical", texts=_named(asked, lines)))
    tasks = [(task, clause) for task, clause in lines if task is not None and task.unit is not None]
    if tasks:
        shown = tuple(replace(asked.task_line(task), text=clause) for task, clause in tasks[:_MOST])
        return Responsible(tasks=shown, sources=sources_of([task for task, _ in tasks[:_MOST]]))
    texts = tuple(dict.fromkeys(clause for _, clause in lines))[:_MOST]
    return Practical(topic="medical", texts=texts) if texts else asked.no_information("medical")


def _named(asked: Asked, lines: list[tuple[Task | None, str]]) -> tuple[str, ...]:
    """The first clauses, each with the body whose work it is."""
    bodies = [asked.task_line(task).unit if task is not None else None for task, _ in lines]
    told = (f"{body}: {said}" if body else said for body, (_, said) in zip(bodies, lines, strict=True))
    return tuple(dict.fromkeys(told))[:_MOST]


@prepared
def _lines(index: Index) -> list[tuple[Task | None, str]]:
    if "cared_for" not in index.cache:
        index.cache["cared_for"] = [*_read(index)]
    return cast(list[tuple[Task | None, str]], index.cache["cared_for"])


def _read(index: Index) -> Iterator[tuple[Task | None, str]]:
    work: list[tuple[Task | None, str]] = [(task, task.text) for task in index.programme.tasks]
    stated: list[tuple[Task | None, str]] = [(None, fact.text) for fact in facts_of(index.programme)]
    yield from [*_clauses(work)] or _clauses(stated)


def _clauses(texts: list[tuple[Task | None, str]]) -> Iterator[tuple[Task | None, str]]:
    for task, text in texts:
        for clause in (part.strip(" .;") for part in CLAUSE.split(text)):
            spoken = _CARES.search(clause) and not _NOT_CARED_FOR.search(clause)
            if spoken and (_CARER.search(clause) or "@medical" in meanings(without_offices(clause))):
                yield task, clause
