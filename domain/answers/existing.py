"""Answers to "is there …?": yes with what the programme says, no such item, or not known."""

import re
from dataclasses import replace

from domain.answers import agenda, people
from domain.answers.asked import IN_PART, Asked, sources_of
from domain.answers.entries import Entry, Hit, Sort
from domain.answers.holding import CLEAR
from domain.answers.index import AGENDA_CODES
from domain.answers.phrases import words_in
from domain.answers.practical import topics
from domain.answers.query import Kind, Unit
from domain.answers.texts import codes_of, meanings
from domain.answers.values import (
    Answer,
    Existence,
    NeedDate,
    Quoted,
)
from domain.conference import Group, Session, Task

_DUTY = words_in("mang dem phai bring must")
"""Words that ask whether one has to: that there is such a thing is no answer."""


def exists(asked: Asked) -> Answer | None:
    """Whether the programme has something: found with what it says; an agenda item that is not there; or not known."""
    specific = asked.specific()
    if (placed := people.sent_for(asked)) is not None:
        return placed
    if asked.u.score(Kind.COUNT) >= CLEAR:
        return None  # that there is a fee does not tell how much
    if asked.days is not None and all(unit.code in _MEETING for unit in specific):
        return agenda.day_plan(Asked(replace(asked.u, content=()), asked.index, asked.now, asked.asker, asked.context))
    if not specific or (asked.u.words & _DUTY and not asked.body_of(asked.u.content, 0.5)):
        return None
    if asked.u.when.day is not None and asked.days is None:
        return NeedDate()
    matter = _without_item_noun(asked.u.content)
    head = next((unit for unit in _without_item_noun(specific) if unit.code != "@hall"), specific[0]).code
    speaking = [hit for hit in asked.index.search(matter) if head in hit.entry.units]
    hits = asked.best([hit for hit in speaking if asked.holds_topics(hit.entry)], 0.55)
    hits = [hit for hit in hits if hit.entry.sort is not Sort.MOMENT and not _is_aim(hit.entry)]
    hits = [hit for hit in hits if not _in_a_name(asked, head, hit.entry)]
    if "meals" in asked.u.concepts:
        hits = [hit for hit in hits if not people.is_canteen(hit.entry.text)]
    if hits and _bound(asked) and not any(_is_then(asked, hit.entry) for hit in hits):
        return asked.no_information("other")  # that somebody prepares it tells nothing of that evening
    if hits:
        return _present(asked, hits)
    if topics(asked):
        return None
    named = [unit for unit in specific if unit.code in AGENDA_CODES]
    parts = asked.u.words & {"phan", "muc", "tiet", "session", "item"}
    if named and len(named) == len(specific) and _head_absent(asked, named):
        return Existence(present=False, what=_phrase(asked, specific))
    if parts and asked.index.programme.sessions and not any(unit.code in asked.index.postings for unit in specific):
        return Existence(present=False, what=_phrase(asked, specific))
    return None


_MEETING = words_in("hoc hop lop tap huan lam viec nua buoi @class")
"""Whether there is a meeting at all on a day is told by what is on it."""


def _without_item_noun(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """ "Có phần khen thưởng không": the matter of the item asked for, where more than its noun is named."""
    return tuple(unit for unit in units if unit.code not in _ITEM_NOUNS) or units


_ITEM_NOUNS = words_in("phan muc khau")


def _in_a_name(asked: Asked, thing: str, entry: Entry) -> bool:
    """Whether only the name of a body bears the thing asked about: "Báo và Phát thanh, Truyền hình tỉnh"."""
    text = entry.text
    asked_of = {unit.code for unit in asked.u.content}
    names = (body.name for body in asked.index.programme.units if thing in meanings(body.name))
    named = [name for name in names if not codes_of(name) <= asked_of]
    for name in named:
        text = text.replace(name, " ")
    return bool(named) and thing not in meanings(text)


_AIMS = frozenset({"title", "purpose", "recipients"})
"""Fields that tell what the whole is for, and nothing of what there is."""


def _is_aim(entry: Entry) -> bool:
    """Whether a statement is an aim; one that rules something out tells of it: "không tặng hoa"."""
    return entry.ref in _AIMS and not _RULES_OUT.search(entry.text)


_FORBIDS = re.compile(
    r"(?:^|[;,.:] )(?:không|cấm|nghiêm cấm)\b(?! quá| chỉ)|\b(?:hủy|huỷ|bãi bỏ)\b(?! bỏ phiếu)", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:không|cấm|hạn chế|hủy|huỷ|bãi bỏ|not|no)\b(?! quá| chỉ| gian| khí| những)", re.IGNORECASE)
"""Where it is asked whether one may or must, a statement that denies anything is shown without a "yes"."""

_RULES_OUT = re.compile(r"\b(?:không|cấm|chỉ)\b", re.IGNORECASE)


def _is_then(asked: Asked, entry: Entry) -> bool:
    """Whether a statement may tell of the time named: an item, or a line that names the same part of the day."""
    part = asked.u.when.part
    alone = asked.days is None and part is not None and IN_PART[part].search(entry.text) is not None
    return isinstance(entry.ref, Session) or alone


def arranged(asked: Asked, topic: str) -> Answer | None:
    """ "Công ty có lo cơm không": yes, where a task has it arranged for those who come."""
    if topic not in _ARRANGED or asked.u.kind is not Kind.EXISTS or asked.days is not None:
        return None
    hits = [hit for hit in asked.index.search(asked.specific(), Sort.TASK) if "@" + topic in hit.entry.own]
    tasks = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)][:2]
    if not tasks:
        return None
    lines = tuple(asked.task_line(task) for task in tasks)
    return Existence(present=True, what=_phrase(asked, asked.specific()), tasks=lines, sources=sources_of(tasks))


_ARRANGED = frozenset({"meals", "medical", "water"})
"""Matters that are there once somebody sees to them."""


def _bound(asked: Asked) -> bool:
    """Whether the question names a day or a part of one."""
    return asked.days is not None or asked.u.when.part is not None


def _head_absent(asked: Asked, named: list[Unit]) -> bool:
    return bool(asked.index.programme.sessions) and not any(
        asked.index.search((unit,), Sort.SESSION, Sort.TASK) for unit in named
    )


def _present(asked: Asked, hits: list[Hit]) -> Answer | None:
    sessions = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Session)]
    if sessions and _bound(asked):
        sessions = [session for session in sessions if asked.in_scope(session)]
        if not sessions:
            return None
    tasks = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)]
    if sessions:
        tasks = []
    quotes = () if sessions or tasks else tuple(dict.fromkeys(quote_of(hit.entry) for hit in hits))[:2]
    said = quotes or tuple(task.text for task in tasks[:2])
    forbids = _NOT if "duoc" in asked.u.words or asked.u.words & _DUTY else _FORBIDS
    if any(map(forbids.search, said)):
        return Quoted(texts=said)  # "không sử dụng rượu, bia" is no yes
    return Existence(
        present=True,
        what=_phrase(asked, asked.specific()),
        lines=asked.lines(sessions[:4]),
        tasks=tuple(asked.task_line(task) for task in tasks[:2]),
        quotes=quotes,
        sources=sources_of(sessions[:4]) or sources_of(tasks[:2]),
    )


def quote_of(entry: Entry) -> str:
    return entry.ref.text if isinstance(entry.ref, Group) else entry.text


def _phrase(asked: Asked, units: tuple[Unit, ...]) -> str:
    """The words of the question that name the thing, as typed."""
    if not units:
        return ""
    first = asked.u.tokens[units[0].at].at
    place = max(unit.at for unit in units)  # what a question before lends stands first, and behind in the text
    last = asked.u.tokens[place].to
    for token in asked.u.tokens[place:]:
        if token.word in ("khong", "nao", "gi") or token.typed in ("không", "ạ", "vậy"):
            break
        last = token.to
    return asked.u.text[first:last].strip(" ?.!,")
