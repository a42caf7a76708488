"""What is asked of a division: who leads it, what it does, where and when it meets, and who belongs to it.

"Thư ký tiểu ban 1 là ai", "chiều nay lớp 2 học gì", "lớp 3 học phòng nào", "công chức một cửa học lớp mấy".
"""

import re

from domain.answers.agenda import default_day
from domain.answers.asked import Asked, sources_of
from domain.answers.division_hours import in_its_half, of_all_divisions, of_hours, of_place
from domain.answers.division_names import (
    CALLED,
    DOING,
    FEW,
    LONGEST,
    NOUNS,
    WHICH,
    find,
    in_scope,
    of_members,
    parts_of,
    rest_of,
    timed,
)
from domain.answers.divisions import Division, divisions_of, label_of
from domain.answers.holding import CLEAR
from domain.answers.item_times import session_times
from domain.answers.offices import PERSON
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.texts import letters_of, meanings
from domain.answers.values import Answer, DayPlan, ItemCount, Quoted, Responsible
from domain.answers.within_division import talks_of
from domain.conference import Session


def of_division(asked: Asked) -> Answer | None:
    """What the paper says of the division that is named, or of the one to which those named belong."""
    known = divisions_of(asked.index)
    elsewhere = _ELSEWHERE - {"seat"} if _ROOM.search(asked.u.key) else _ELSEWHERE  # "tổ 2 ngồi phòng nào" meets there
    if not known or asked.u.concepts & elsewhere:
        return None
    called = CALLED.findall(asked.u.key)
    named = [division for noun, label in called if (division := find(known, noun, label)) is not None]
    if called and not named:
        return _lacking(asked, known)
    if not called:
        named = of_members(asked, known)
    if not named:
        return of_all_divisions(asked, known)
    if any(rest_of(asked, division) - _OFFICE_WORDS for division in named):
        return in_its_half(asked, named[0])
    rules = (_of_role, _of_items, of_place, of_hours, _made_up, _talks, _itself) if len(named) == 1 else (of_hours,)
    return next((found for rule in rules if (found := rule(asked, named)) is not None), None)


_ROOM = re.compile(r"\b(?:phong|nha|hoi truong) (?:nao|so may|may)\b|\bwhich room\b")
_ELSEWHERE = frozenset({"lodging", "hotel", "meals", "lunch", "dinner", "parking", "transport", "seat"})
"""Matters that a division has beside its sessions."""


def _lacking(asked: Asked, known: tuple[Division, ...]) -> Answer | None:
    """A number that no division bears, where others of that noun are told: it is not known."""
    nouns = {noun for called, _ in CALLED.findall(asked.u.key) for noun in NOUNS[called][:1]}
    numbered = {division.noun for division in known if division.label.isdigit()}
    labels = [label_of(label) for _, label in CALLED.findall(asked.u.key)]
    if not nouns & numbered or not all(map(str.isdigit, labels)):
        return None
    if any((noun.split()[-1], label) in asked.index.pairs for noun in nouns for label in labels):
        return None
    return asked.no_information("who" if asked.u.score(Kind.WHO) >= CLEAR else "other")


# --- who --------------------------------------------------------------------------------------------------------------


_ROLES = (
    (r"lop truong|ban can su|class monitor", r"lop truong|can su", True),
    (r"chu nhiem|gvcn|quan ly lop|phu trach lop|homeroom", r"chu nhiem|quan ly lop|phu trach lop", True),
    (r"thu ky|secretar\w+|rapporteur", r"thu ky|secretar\w+|rapporteur", True),
    (r"(?:to|nhom|doi|lop) pho|pho (?:truong )?(?:tieu ban|nhom|to|doi|chu toa)|deputy|vice", r"pho|deputy|vice", True),
    (r"thanh vien|uy vien|members?", r"thanh vien|uy vien|members?", True),
    (
        r"chu tri|chu toa|dieu hanh|dieu phoi|phu trach|dung dau|huong dan|(?:to|nhom|doi) truong"
        r"|truong (?:tieu ban|phan ban|nhom|to|doi|doan)|chair\w*|lead\w*|heads?|moderat\w+",
        r"chu tri|chu toa|dieu hanh|dieu phoi|phu trach|huong dan|(?:to|nhom|doi) truong"
        r"|truong (?:tieu ban|phan ban|nhom|to|doi|doan)|chair\w*|led by|leader|moderat\w+",
        False,
    ),
)
"""Offices in a division: how they are asked for, how they are told, and whether no one else may be told instead."""

_OFFICE_WORDS = words_in(
    """
    thu ky ki pho thanh vien uy truong can su ban chu tri toa dieu hanh phoi phu trach dung dau huong dan nhiem quan ly
    lam @leader @chairman chair chairs chaired lead leads leader head heads moderator moderates secretary deputy vice
    members member monitor
    """
)

_OFFICES = tuple((re.compile(rf"\b(?:{a})\b"), re.compile(rf"\b(?:{t})\b"), only) for a, t, only in _ROLES)
_WHO = re.compile(r"\b(?:ai|who|ten|la gi)\b|\b(?:dong chi|ong|ba|thay|co|nguoi) nao\b")
_WHICH_BODY = re.compile(
    r"\b(?:khoa|phong|ban|don vi|so|truong|co quan|to chuc|bo phan|trung tam) nao\b"
    r"|\bwhich (?:unit|department|faculty|office)\b"
)
_TEACHES = re.compile(
    r"\b(?:day|giang(?: day| vien| bai)?|len lop|dung lop|bao cao vien|teach\w*|lectur\w+|instructor)\b"
)


def _of_role(asked: Asked, named: list[Division]) -> Answer | None:
    """Who holds an office in it, by its own line or beside its items; who teaches it."""
    division, key = named[0], asked.u.key
    office = next((each for each in _OFFICES if each[0].search(key)), None)
    asks = _WHO.search(key) or not asked.u.kinds or asked.u.score(Kind.WHO) >= CLEAR
    if not asks or _WHICH_BODY.search(key) or (office is None and not _TEACHES.search(key)):
        return None
    if office is not None:
        told = [line for line in division.lines if office[1].search(letters_of(line)) and PERSON.search(line)]
        if told:
            return Quoted(texts=(_clause(told[0], office[1]),))
    items = [item for item in in_scope(asked, division) if item.responsible and PERSON.search(item.responsible)]
    if office is not None and office[2]:
        items = [item for item in items if office[1].search(letters_of(item.responsible or ""))]
    if 0 < len(items) <= FEW:
        return Responsible(lines=asked.lines(items), sources=sources_of(items))
    return asked.no_information("who") if office is not None and office[2] else None


def _clause(line: str, told: re.Pattern[str]) -> str:
    """The division and the one clause of its line that names the office."""
    head = _HEAD.match(line)
    clauses = _CLAUSE.split(line[head.end() :] if head else line)
    named = next((clause for clause in clauses if told.search(letters_of(clause))), None)
    return f"{head[0]}{named}" if head and named and PERSON.search(named) else line[:LONGEST]


_HEAD = re.compile(r"[^:;]{3,120}:\s+")
_CLAUSE = re.compile(r"(?:;|(?<=[^\W\d]{4})\.)\s+")


# --- what -------------------------------------------------------------------------------------------------------------


_ASKS_WHAT = re.compile(
    r"\b(?:hoc|co|lam|noi dung|chuyen de|bai|bao cao|thao luan|nghe|hoat dong|lich(?: hoc)?|chuong trinh|chu de)\b.*"
    r"\b(?:gi|nao|sao|the nao)\b|\blich (?:hoc|hop|lam viec)\b|\b(?:what|schedule|agenda|programme)\b"
)


def _of_items(asked: Asked, named: list[Division]) -> Answer | None:
    """Its items, and on a day named those of all with them."""
    division = named[0]
    if not _ASKS_WHAT.search(asked.u.key) or not division.items or asked.u.asks(*_NOT_WHAT):
        return None
    own = timed(asked, in_scope(asked, division))
    if asked.u.when.day is None and asked.u.when.part is None:
        return session_times(asked, own, "start")
    days = asked.days or default_day(asked)
    if not own or days is None:
        return None
    others = [session for session in asked.index.programme.sessions if asked.in_scope(session)]
    alike = [each for each in divisions_of(asked.index) if each.noun == division.noun]
    strange = {item.id for each in alike for item in (*each.items, *timed(asked, [*each.items]))}
    listed = [s for s in others if s.id not in strange or s in own] if asked.u.when.day else own
    return DayPlan(
        first=days.first,
        last=days.last,
        part=asked.u.when.part,
        lines=asked.lines(listed),
        known=asked.known,
        sources=sources_of(listed),
    )


_NOT_WHAT = (Kind.WHERE, Kind.ROOM, Kind.WHO, Kind.COUNT, Kind.DEADLINE, Kind.DURATION)


# --- who belongs to it ------------------------------------------------------------------------------------------------


def _made_up(asked: Asked, named: list[Division]) -> Answer | None:
    """Of whom it is made up, and how many: the line that says whom it is for."""
    counted = _COUNTED.search(asked.u.key)
    lines = [line for line in named[0].lines if len(letters_of(line).split()) > _BARE_WORDS]
    if counted is not None:
        lines = [line for line in lines if re.search(rf"\d {counted[1]}\b", letters_of(line))]
    elif not _MADE_OF.search(asked.u.key) or any(office[0].search(asked.u.key) for office in _OFFICES):
        return None  # who leads it is not told by who belongs to it
    return Quoted(texts=(lines[0][:LONGEST],)) if lines else None


_COUNTED = re.compile(r"\b(?:bao nhieu|may|how many) (?!ngay|buoi|gio|phut|thang|tiet)(\w+)")
_MADE_OF = re.compile(
    r"\b(?:gom|bao gom|danh cho|cho ai|cho doi tuong|doi tuong|co nhung ai|nhung ai|la ai|la nhung|cua ai"
    r"|for whom|who is .* for|consists?|includes?|made up|who s in|who is in)\b"
)
_BARE_WORDS = 4


def _talks(asked: Asked, named: list[Division]) -> Answer | None:
    """How many talks are given in it, and which: "tiểu ban 2 có mấy báo cáo"."""
    counted = _COUNTED.search(asked.u.key)
    if counted is None or not _TALK.match(asked.u.key, counted.start(1)):
        return None
    items = talks_of(asked.index, named[0])
    names = tuple(item.title for item in items)
    return ItemCount(what="named", count=len(items), names=names, sources=sources_of(items)) if items else None


_TALK = re.compile(r"(?:bao cao|tham luan|bai|chuyen de|talks?|papers?|presentations?|speakers?|dien gia)\b")


def _itself(asked: Asked, named: list[Division]) -> Answer | None:
    """ "Học lớp mấy", "bài … ở tiểu ban nào": the lines of the division itself, and its item that is named."""
    if not WHICH.search(asked.u.key):
        return None
    items = parts_of(asked, named[0])
    said = {unit.code: {unit.code, *unit.others} for unit in asked.specific() if unit.code not in DOING}
    meant = [item for item in items if said and all(codes & _said_in(item) for codes in said.values())]
    lines = [*named[0].lines[:2]] or [item.title for item in named[0].items[:1]]
    hours = [f"{item.start:%H:%M} – {item.title}" if item.start else item.title for item in meant[:2]]
    return Quoted(texts=tuple(dict.fromkeys(line[:LONGEST] for line in (*lines, *hours)))) if lines else None


def _said_in(item: Session) -> frozenset[str]:
    return meanings(f"{item.title} {item.responsible or ''}")
