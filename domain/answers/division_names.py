"""How a question means divisions: by noun and label, by members, by topic; and what it says beside them."""

import re

from domain.answers.asked import Asked
from domain.answers.division_days import own_sessions
from domain.answers.divisions import Division, label_of
from domain.answers.phrases import words_in
from domain.answers.texts import letters_of, meanings
from domain.conference import Session

_TRACKS = ("tieu ban", "phan ban", "track", "subcommittee")
NOUNS = {
    "lop": ("lop", "class", "khoi"),
    "class": ("lop", "class"),
    "khoi": ("khoi", "lop"),
    "grade": ("khoi", "lop"),
    **dict.fromkeys(("tieu ban", "phan ban", "subcommittee", "sub committee", "track", "panel", "session"), _TRACKS),
    "nhom": ("nhom", "group", "to"),
    "group": ("group", "nhom", "to"),
    "to": ("to", "nhom"),
    "doi": ("doi", "team"),
    "team": ("team", "doi", "nhom", "to"),
    "cum": ("cum",),
    "dot": ("dot",),
}
"""What a division is called by in a question, with what the paper may call it, the likeliest first."""

CALLED_BY = "|".join(sorted(NOUNS, key=len, reverse=True))
CALLED = re.compile(
    rf"\b(?P<noun>{CALLED_BY})(?: so| thu| number)? (?P<label>\d{{1,2}}|[ivx]{{2,4}}|[a-h]|sang|chieu)\b"
    r"(?! \d{1,3}\b| thang| phut| gio(?! nay| thi)| nguoi)"
)
"""A division named by its label: "lớp 3", "subcommittee 2", "đợt chiều"."""

WHICH = re.compile(
    rf"\b(?P<noun>{CALLED_BY}) (?:nao|so may|may(?! (?:nguoi|gio|phut|bao)))\b|\bwhich (?P<en>{CALLED_BY})\b"
)

LONGEST = 320
"""Letters of a line that are told."""

FEW = 4
"""Items that are told together."""


def find(known: tuple[Division, ...], noun: str, label: str) -> Division | None:
    """The division of that label whose noun is the likeliest for the one that was used."""
    same = {division.noun: division for division in known if division.label == label_of(label)}
    return next((same[each] for each in NOUNS[noun] if each in same), None)


def in_scope(asked: Asked, division: Division) -> list[Session]:
    """Its items on the day and in the part of it that the question names."""
    if not division.items:
        return [item for item in own_sessions(asked.index, division) if asked.in_scope(item)]
    return [item for item in division.items if asked.in_scope(item) or any(map(asked.in_scope, _parts(asked, item)))]


def timed(asked: Asked, items: list[Session]) -> list[Session]:
    """Items with their parts in the place of those that have no hour themselves."""
    parted = [(item, _parts(asked, item)) for item in items]
    return [each for item, parts in parted for each in (parts if item.start is None and parts else (item,))]


def _parts(asked: Asked, item: Session) -> tuple[Session, ...]:
    return tuple(asked.index.children.get(item.id, ()))


def parts_of(asked: Asked, division: Division) -> list[Session]:
    """Its items with their parts."""
    return [each for item in division.items for each in (item, *_parts(asked, item))]


def of_members(asked: Asked, known: tuple[Division, ...]) -> list[Division]:
    """The one division whose lines name all that the question does: its members, or its topic."""
    which, topic = WHICH.search(asked.u.key), _TOPIC.search(asked.u.key)
    if not which and not topic and not _GATHERS.search(asked.u.key):
        return []
    noun = which["noun"] or which["en"] if which else topic["noun"] if topic else None
    words = [word for word in asked.u.key.split() if not word.isdecimal()]
    wanted = {word for word in words if word not in _NO_MEMBER}
    nouns = NOUNS[noun] if noun else tuple(NOUNS)
    of_noun = [each for each in known if each.noun in nouns]
    if not wanted and which and asked.u.when.day is not None:
        return [each for each in of_noun if in_scope(asked, each)]
    if len(wanted) < (1 if noun else _FEWEST):
        return []
    said = {each: _words_of(asked, each, parts=bool(which)) for each in of_noun}
    found = [each for each in of_noun if wanted <= said[each]]
    most = max((sum(word in said[each] for word in words) for each in found), default=0)
    best = [each for each in found if sum(word in said[each] for word in words) == most]
    return best if len(best) == 1 else []


_TOPIC = re.compile(r"\b(?P<noun>tieu ban|phan ban|subcommittee|track|nhom|dot|lop) (?!nao|may|so )\w")
_GATHERS = re.compile(
    r"\b(?:hoc|hop|thao luan|thuc hanh|ngoi|du|tap huan|sinh hoat|nhan bang|tap trung|co mat|meet|sit|study|gather)\b"
)
_FEWEST = 2
_NO_MEMBER = words_in(
    """
    lop khoi tieu ban phan nhom to doi cum dot so thu nao may gi ai la o dau cho noi phong toa nha tang hoc hop thao
    luan thuc hanh ngoi du tap huan sinh hoat nhan bang trung co mat den vao thuoc xep trao duoc thi vay a ha nhe em toi
    minh anh chi cac nhung cua cho ve luc gio khi bao bat dau ket thuc buoi sang chieu toi ngay hom nay mai mot lam cao
    phai can xin hoi biet voi ten ho ong ba thay tri toa truong ky dieu hanh phu trach trinh bay bai thuyet nam doc
    which class group track team subcommittee session does do is are the in of for where when what time room who meet
    meets go goes belong belongs to at sit study chairs leads has have talk paper presentation on about given by
    """
)
"""Words of a question that name nobody who belongs to a division and nothing that it is about."""


def _words_of(asked: Asked, division: Division, *, parts: bool) -> frozenset[str]:
    """The words of its lines and items, and of their parts and who gives these."""
    items = parts_of(asked, division) if parts else division.items
    told = (f"{item.title} {item.responsible or ''}" if parts else item.title for item in items)
    return frozenset(letters_of(" ".join((*division.lines, *told))).split())


def rest_of(asked: Asked, division: Division) -> set[str]:
    """What the question speaks of beside the division and what every one of them does."""
    told = (f"{item.title} {item.responsible}" for item in parts_of(asked, division))
    own = meanings(" ".join((*division.lines, *told)))
    units = [unit for unit in asked.specific() if unit.code not in DOING and not unit.code.isdecimal()]
    return {unit.code for unit in units if not unit.is_in(own)}


DOING = words_in(
    """
    lop khoi tieu ban phan nhom to doi cum dot class group track session hoc hop thao luan thuc hanh ngoi tap huan
    sinh hoat trung co mat giang vien day bai chuyen de noi dung lich buoi tiet @topic_talk @discussion @gather @report
    @practice phong nha meet room grade team subcommittee sub committee teach teaches teacher bao cao tham luan hoi
    """
)
"""What all divisions do and are asked about."""
