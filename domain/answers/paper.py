"""Answers about the plan as a paper: its fields, and what it says word for word."""

import re
from collections.abc import Iterable

from domain.answers import doers
from domain.answers.asked import Asked
from domain.answers.entries import Hit, Sort
from domain.answers.existing import quote_of
from domain.answers.holding import CLEAR
from domain.answers.query import Kind, Unit
from domain.answers.reached import ADDRESS
from domain.answers.texts import meanings
from domain.answers.values import (
    Answer,
    PlanField,
    Quoted,
)
from domain.conference import BASIS, REQUIRED, Task
from domain.vietnamese import search_key


def how(asked: Asked, *, by_link: bool = False) -> Answer | None:
    """How something is done: the statement of the plan that speaks of it; `by_link` with the address to use."""
    facts: Iterable[Hit] = asked.index.search(asked.u.content, Sort.FACT)
    facts = [hit for hit in facts if ADDRESS.search(hit.entry.text)] if by_link else facts
    found = asked.best(sorted(facts, key=lambda hit: (not ADDRESS.search(hit.entry.text), -hit.score)), 0.6)
    return Quoted(texts=tuple(dict.fromkeys(hit.entry.text for hit in found))[:2]) if found else None


def grounds(asked: Asked) -> Answer | None:
    """ "Kế hoạch này căn cứ văn bản nào": the papers that the plan itself says it rests on, those of a kind alone."""
    found = _RESTS_ON.search(asked.u.key)
    if found is None:
        return None
    texts = tuple(fact.text for fact in asked.index.programme.facts if fact.topic == BASIS)
    kind = found["kind"] or found["number"]
    if kind and kind not in _ANY_PAPER:
        texts = tuple(text for text in texts if re.search(rf"\b{kind}\b", search_key(text)))
    return Quoted(texts=texts[:MOST_GROUNDS]) if texts else asked.no_information("other")


def period(asked: Asked) -> Answer | None:
    """ "Sơ kết … của giai đoạn nào": the line that gives the period of what the question names."""
    found = _WHICH_PERIOD.search(asked.u.key)
    if found is None:
        return None
    given = re.compile(rf"\b{found[1]} (?:tu |thu |nam )?(?:\d|[ivx]+\b)")
    units = tuple(unit for unit in asked.specific() if asked.word_of(unit) not in found[0].split())
    lines = asked.index.search(units) if units else []
    texts = [asked.conference.title, *(hit.entry.text for hit in lines if hit.coverage >= _PERIODS)]
    told = next((text for text in texts if given.search(search_key(text)) and _all_said(units, text)), None)
    return Quoted(texts=(told,)) if told else None


def _all_said(units: tuple[Unit, ...], text: str) -> bool:
    return all(unit.is_in(meanings(text)) for unit in units)


_PERIODS = 0.6
_WHICH_PERIOD = re.compile(r"\b(giai doan|nhiem ky|nam hoc|nien khoa|khoa) (?:nao|may|bao nhieu)\b")

MOST_GROUNDS = 5

_ANY_PAPER = ("van ban", "co so", "co so phap ly")
_PAPERS = (
    r"(?:van ban|ke hoach|quyet dinh|cong van|nghi quyet|to trinh|chi thi|huong dan|luat|thong tu|nghi dinh|dieu le"
    r"|chuong trinh|thong bao|ket luan|quy che|co so(?: phap ly)?)"
)
_RESTS_ON = re.compile(
    rf"\b(?:can cu|dua|co so|thuc hien)(?: phap ly| ban hanh)?(?: vao| tren| theo)?(?: nhung| cac)? (?P<kind>{_PAPERS})"
    r" (?:nao|gi|so may|so bao nhieu)\b"
    rf"|\btheo (?:nhung |cac )?(?:{_PAPERS}) (?:nao|gi|so may|so bao nhieu)\b"
    r"|\bcan cu (?:vao )?(?:dau|cai gi|gi)\b|\b(?:legal basis|based on (?:what|which)|(?:what|which) .{0,40}based on)\b"
    r"|\b(?P<number>to trinh|cong van|quyet dinh|nghi quyet|chi thi|thong tu|nghi dinh|thong bao|huong dan)"
    r" (?:so may|so bao nhieu)\b"
    r"|\b(?:can cu|co so) (?:phap ly|phap li|ban hanh)(?: (?:cua|de|ra|la|nao|gi|xay dung|ban hanh|to chuc)\b|$)"
    r"|^(?:cac |nhung )?can cu (?:cua|de|ban hanh|xay dung|ra|to chuc) "
)

_NUMBERED = re.compile(r"\W*\d")


def _required(asked: Asked) -> tuple[str, ...]:
    """What is required of the whole: lines called so, else those among the aims that tell how it is to be held."""
    apart = [fact.text for fact in asked.index.facts if fact.topic == REQUIRED or _CALLED_SO.match(fact.text)]
    texts = apart or [text for text in asked.conference.purpose if _HELD_SO.search(text)]
    return tuple(dict.fromkeys(texts))[:_MOST_AIMS]


def _held_from_afar(asked: Asked) -> Answer | None:
    """What tells how it is held where no line is called its form: the place, its name, or who sits where."""
    conference = asked.conference
    for field, value in (("venue", conference.venue), ("title", conference.title)):
        if value and _FROM_AFAR.search(value):
            return PlanField(field=field, value=value)
    levels = dict.fromkeys(g.level for g in asked.index.programme.groups if _FROM_AFAR.search(g.level))
    return Quoted(texts=tuple(levels)[:_MOST_AIMS]) if levels else None


_FROM_AFAR = re.compile(r"trực tuyến|điểm cầu|truyền hình trực tiếp|zoom|\b(?:online|hybrid|virtual)\b", re.IGNORECASE)

_MOST_AIMS = 4
_REQUIREMENT = re.compile(r"\byeu cau\b|\brequirements?\b")
_AIM = re.compile(r"\bmuc (?:dich|tieu)\b|\b(?:purpose|aims?|objectives?|goals?)\b")
_HELD_SO = re.compile(
    r"^(?:bảo đảm|đảm bảo|không|tổ chức|yêu cầu|tuyệt đối|100\b|các đơn vị|đại biểu)"
    r"|\b(?:tiết kiệm|thiết thực(?! lập)|trang trọng|gọn nhẹ|nghiêm túc)\b"
    r"|\bđúng (?:thành phần|tiến độ|quy định|trình tự)\b"
    r"|^(?:việc|công tác|hội nghị|đại hội|hội thảo|buổi lễ|các hoạt động)\b.*\b(?:bảo đảm|đảm bảo|phải)\b",
    re.IGNORECASE,
)
_CALLED_SO = re.compile(r"Yêu cầu\s*:")


def plan_field(asked: Asked, kind: Kind) -> Answer | None:
    """One fact about the conference or its plan."""
    conference = asked.conference
    values: dict[Kind, tuple[str, str | None, str | None]] = {
        Kind.SIGNER: ("signer", conference.signer, conference.signer_title),
        Kind.DOC_NUMBER: ("doc_no", conference.doc_no, None),
        Kind.ISSUER: ("issuer", conference.issuer, None),
        Kind.TITLE: ("title", conference.title or None, None),
        Kind.FORM: ("form", conference.form, None),
    }
    if kind is Kind.DOC_DATE:
        if conference.doc_date is None:
            return asked.no_information("doc_date")
        return PlanField(field="doc_date", value=conference.doc_no or "", day=conference.doc_date)
    if kind is Kind.PURPOSE:
        alone = _REQUIREMENT.search(asked.u.key) and not _AIM.search(asked.u.key)
        texts = _required(asked) if alone else conference.purpose[:_MOST_AIMS]
        return Quoted(texts=texts) if texts else asked.no_information("purpose")
    if kind is Kind.RECIPIENTS:
        return Quoted(texts=conference.recipients) if conference.recipients else asked.no_information("recipients")
    field, value, detail = values[kind]
    if kind is Kind.FORM and not value and (told := _held_from_afar(asked)) is not None:
        return told
    if kind is Kind.DOC_NUMBER and not _NUMBERED.match(value or ""):
        value = None  # "Số:     /KH-UBND" waits for its number
    return PlanField(field=field, value=value, detail=detail) if value else asked.no_information(field)


def quoted(asked: Asked) -> Answer | None:
    """The statement of the plan that speaks of nearly everything asked, word for word."""
    specific = asked.specific()
    if len(specific) < 2 or doers.asks_which_body(asked):
        return None
    placed = asked.u.score(Kind.WHERE) >= CLEAR  # who attends does not tell where
    sorts = (Sort.FACT, Sort.TASK, Sort.FIELD) if placed else (Sort.FACT, Sort.GROUP, Sort.TASK, Sort.FIELD)
    found = asked.index.search(asked.u.content, *sorts)
    silent = ("title", "recipients", "purpose", *(("venue",) if asked.u.kind is Kind.EXISTS else ()))
    hits = asked.best([hit for hit in found if hit.entry.ref not in silent], 0.85)
    if not hits:
        return None
    tasks = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)]
    if tasks:
        return asked.led(tasks[:2])
    return Quoted(texts=tuple(dict.fromkeys(quote_of(hit.entry) for hit in hits))[:2])
