"""Who has a part in the conference: opens it, leads through it, reports, is its secretary, heads its committee.

The agenda tells it by the items of that kind and whoever stands behind them, else a line that names somebody as such;
work that prepares a speech, invites a speaker or rehearses an award tells nobody who gives it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from domain.answers import contacts, leading, performers, verbatim
from domain.answers.asked import Asked, sources_of
from domain.answers.evidence.lines import item_text
from domain.answers.offices import SOMEBODYS_NAME
from domain.answers.reached import OF_A_PERSON
from domain.answers.role_signs import CALLED, CEREMONY, ELECTS, NAMED, PREPARES, THEMSELVES, THINGS, WORK
from domain.answers.role_words import Role, RoleAsked, role_asked
from domain.answers.texts import clauses_of, letters_of
from domain.answers.values import Answer, PlanField, Quoted, Responsible
from domain.conference import BASIS, Session, SessionState, Task
from domain.dates import DayPart
from domain.listed import BAR
from domain.particulars import without_birth

MOST = 6
"""Items that are told at most."""


def of_role(asked: Asked) -> Answer | None:
    """Whoever has the part that a plain question asks for; not known where no line says it; None for others."""
    if (wanted := asked_for(asked)) is None:
        return None
    for find in _WAYS:
        if (found := find(asked, wanted)) is not None:
            return found
    if wanted.role is Role.HOST:
        return _issuer(asked)
    if wanted.role is Role.SITE:
        return verbatim.by_role(asked) or contacts.host(asked)
    if wanted.role is Role.CHAIR:
        return leading.of_part(asked) or contacts.chair(replace(asked, u=replace(asked.u, content=())))
    return asked.no_information("chair" if wanted.role is Role.DISCUSSION else "who")


def _issuer(asked: Asked) -> Answer | None:
    """Who organizes the whole, where no line says it: the body whose paper it is."""
    issuer = asked.conference.issuer
    return PlanField(field="issuer", value=issuer) if issuer else contacts.host(asked)


def asked_for(asked: Asked) -> RoleAsked | None:
    """The part in the conference that a question asks for, and nothing besides."""
    return role_asked(asked.u.key, frozenset(letters_of(asked.conference.title).split()))


# --- fields of the paper ---


def _field(asked: Asked, wanted: RoleAsked) -> Answer | None:
    """Who is in the chair, and who signed as the head of the organizing committee."""
    conference = asked.conference
    if wanted.role is Role.CHAIR and conference.chair:
        return PlanField(field="chair", value=conference.chair)
    title = letters_of(conference.signer_title or "")
    signed = _SIGNED_AS.get(wanted.role)
    if not conference.signer or signed is None or "ban to chuc" not in title or not signed.search(title):
        return None
    return PlanField(field="signer", value=conference.signer, detail=conference.signer_title)


_SIGNED_AS = {
    Role.HEAD: re.compile(r"^(?!.*\bkt\b)(?=.*(?<!pho )\btruong ban\b(?! to chuc (?:huyen|tinh|dang)))"),
    Role.DEPUTY: re.compile(r"\bpho (?:truong )?ban\b"),
}


# --- items of the agenda ---


def _performed(asked: Asked, wanted: RoleAsked) -> Answer | None:
    """The items of that kind with whoever stands behind them or is named by their titles, surest kind first."""
    for called in CALLED.get(wanted.role, ()):
        items = _of_that_thing(wanted, [item for item in _items(asked) if called.search(item.title)])
        told = _parts_of(asked, wanted, items) or [item for item in items if _somebody(asked, item)]
        told = told or _speaking(wanted, items)
        if told:
            told = _edge(wanted, told)
            return Responsible(lines=asked.lines(told[:MOST]), sources=sources_of(told[:MOST]))
    return None


def _somebody(asked: Asked, item: Session) -> bool:
    """Whether somebody stands behind an item, and not all who are there."""
    behind = asked.line(item).by
    return bool(behind) and not _ALL.match(letters_of(behind or ""))


_ALL = re.compile(
    r"(?:cac |toan the )*(?:dai bieu(?: tham du)?|hoc vien|nguoi du)$"
    r"|(?:du kien |khoang )?\d+(?: \d+| den \d+)? (?:don vi|dai bieu|ca nhan|tap the|nguoi|y kien|bai|tham luan)$"
)
"""Everybody, or how many they are: nobody by name."""


def _edge(wanted: RoleAsked, told: list[Session]) -> list[Session]:
    """Whoever speaks first or last, where that is asked."""
    if _FIRST.search(wanted.said):
        return told[:1]
    return told[-1:] if _LAST.search(wanted.said) else told


_FIRST, _LAST = re.compile(r"\b(?:dau tien|truoc tien|mo dau|first)$"), re.compile(r"\b(?:cuoi cung|sau cung|last)$")


def _parts_of(asked: Asked, wanted: RoleAsked, items: list[Session]) -> list[Session]:
    """Of papers read one after the other each by itself, where the agenda has them so."""
    whole = {item.id for item in items} if wanted.role is Role.PAPERS else set()
    return [part for part in asked.index.programme.sessions if part.parent in whole]


def _items(asked: Asked) -> Iterator[Session]:
    """The items that take place in what the question names of time, and only prepare nothing."""
    for item in asked.index.programme.sessions:
        told = item.state is not SessionState.CANCELLED and not PREPARES.search(item.title)
        if told and asked.in_scope(item) and _in_half(asked, item):
            yield item


def _in_half(asked: Asked, item: Session) -> bool:
    """Whether an item lies in the half of a day that is named ("buổi sáng"), or tells no hour."""
    half, start = _HALF.search(asked.u.key), asked.start_of(item)
    return half is None or start is None or _HALVES[half[1]].covers(start)


_HALF = re.compile(r"\b(?:buoi|phien) (sang|chieu|toi)\b")
_HALVES = {"sang": DayPart.MORNING, "chieu": DayPart.AFTERNOON, "toi": DayPart.EVENING}


def _speaking(wanted: RoleAsked, items: list[Session]) -> list[Session]:
    """The items whose titles name who does it; whose award it is does not present it."""
    names = performers.speaks_first if wanted.role in _DONE else performers.names_speaker
    listed = _LISTED if wanted.role is Role.PAPERS else None
    return [item for item in items if names(item.title) or (listed is not None and listed.search(item.title))]


_LISTED = re.compile(r"\btham luận\b[^:]{0,40}: ?[^\W\d_]", re.IGNORECASE)
"""Whose papers they are: "Tham luận của 05 đơn vị: Sở …"."""

_DONE = (Role.AWARDS, Role.INTRODUCES)


def _of_that_thing(wanted: RoleAsked, items: list[Session]) -> list[Session]:
    """Of several reports those of the kind that is asked for where there are such, of awards the thing itself."""
    things = THINGS.get(wanted.role, {})
    thing = next((told for asks, told in things.items() if re.search(rf"\b(?:{asks})\b", wanted.said)), None)
    if thing is None:
        return items
    told = [item for item in items if thing.search(item.title)]
    return told if wanted.role is Role.AWARDS else told or items


def _themselves(asked: Asked, wanted: RoleAsked) -> Answer | None:
    """The items in the hands of somebody who is called so and named: "MC Gia Linh", "Báo cáo viên Sở Y tế"."""
    if (called := THEMSELVES.get(wanted.role)) is None:
        return None
    items = [item for item in _items(asked) if item.responsible and called.search(item.responsible)]
    if wanted.role is Role.SPEAKER:
        wholes = {item.parent for item in items}
        items = [item for item in items if item.id not in wholes and not CEREMONY.search(item.title)]
    return Responsible(lines=asked.lines(items[:MOST]), sources=sources_of(items[:MOST])) if items else None


def _elected(asked: Asked, wanted: RoleAsked) -> Answer | None:
    """When somebody is elected to it, where nobody is named yet."""
    if (elects := ELECTS.get(wanted.role)) is None:
        return None
    items = [item for item in _items(asked) if elects.search(item.title)]
    return Quoted(texts=(item_text(items[0]),), sources=sources_of(items[:1])) if items else None


# --- statements and work ---


def _named(asked: Asked, wanted: RoleAsked) -> Answer | None:
    """The clauses of the paper that name somebody as such."""
    pattern = NAMED.get(wanted.role)
    told = list(dict.fromkeys(clause for clause in _clauses(asked) if pattern is not None and pattern.search(clause)))
    if wanted.role in (Role.HEAD, Role.DEPUTY):
        told = [clause for clause in told if SOMEBODYS_NAME.search(clause) or _OFFICE.search(clause)]
    return Quoted(texts=tuple(told[:_FEW])) if told else _beside_a_name(asked, wanted)


def _beside_a_name(asked: Asked, wanted: RoleAsked) -> Answer | None:
    """The clause that begins with such an item and names somebody, where the agenda has none: "Diễn văn - bà …"."""
    patterns = CALLED.get(wanted.role, ()) if wanted.role not in _DONE else ()
    for called in patterns:
        for clause in _clauses(asked):
            found = called.search(clause)
            if found is not None and found.start() <= _AT_HEAD and SOMEBODYS_NAME.search(clause, found.end()):
                return Quoted(texts=(without_birth(clause),))
    return None


_AT_HEAD = 12
"""Characters before it at most: its number, "phát biểu"."""

_FEW = 3
_OFFICE = re.compile(r"\b(?:Chủ tịch|Bí thư|Giám đốc|Hiệu trưởng|Trưởng phòng)\b")


def _clauses(asked: Asked) -> Iterable[str]:
    """What the paper says outside its work, clause by clause."""
    programme, conference = asked.index.programme, asked.conference
    yield from clauses_of(conference.chair or "")
    for unit in programme.units:
        yield f"{unit.name}: {unit.role}" if unit.role else unit.name
    facts = [fact.text for fact in programme.facts if fact.topic != BASIS]
    for text in (*(group.text for group in programme.groups), *facts):
        if not OF_A_PERSON.search(text) and not _PART.search(text):
            yield from clauses_of(text)
    yield from (session.title for session in programme.sessions)
    yield conference.contact or ""


_PART = re.compile(rf"{re.escape(BAR)}|\b(?:[Tt]iểu ban|Tổ|Nhóm|Lớp)(?: số)? \d")
"""Rows of a list and lines about a part: they name nobody of the whole."""


def _in_hand(asked: Asked, wanted: RoleAsked) -> Answer | None:
    """The work of being such or of finding somebody who is."""
    if (pattern := WORK.get(wanted.role)) is None:
        return None
    tasks: list[Task] = [task for task in asked.index.programme.tasks if pattern.search(task.text)]
    return asked.led(tasks[:_FEW]) if tasks else None


_WAYS = (_field, _performed, _themselves, _named, _in_hand, _elected)
"""Where a part is looked for, in this order."""
