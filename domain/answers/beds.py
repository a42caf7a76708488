"""Who sleeps where, from when until when, and at whose cost: the clauses that speak of beds.

A hotel that the conference is held in, or that a bus calls at, is nobody's bed; a group that no clause names has the
one that is for all others.
"""

import re
from collections.abc import Iterator
from typing import cast

from domain.answers.affirming import affirmed
from domain.answers.asked import Asked
from domain.answers.driven import is_ride
from domain.answers.fees import for_a_bed
from domain.answers.holding import CLEAR
from domain.answers.index import Index, facts_of
from domain.answers.money import SUM
from domain.answers.phrases import words_in
from domain.answers.practical import caretakers
from domain.answers.preparing import prepared
from domain.answers.query import Kind
from domain.answers.texts import clauses_of, letters_of, meanings
from domain.answers.values import (
    Answer,
    OwnMatter,
    Practical,
)
from domain.conference import Programme
from domain.dates import find_clocks
from domain.vietnamese import CAPITALS

_HOUSE = r"(?:khach san|nha khach|nha nghi|ky tuc xa|homestay|hotel|guest house)"
_NO_MEETING = r"\b(?<!hoi )(?<!de )(?<!kien )"
"""Not the end of "hội nghị", "đề nghị", "kiến nghị", which is a rest without its marks: "hội nghị ở đâu"."""

_ASKS = re.compile(
    rf"{_NO_MEETING}(?:{_HOUSE}"
    r"|ngu|nghi dem|qua dem|nghi lai|luu tru|(?:cho|noi|phong) (?:nghi|ngu|o)|tra phong|nhan phong"
    r"|tien (?:phong|nghi|khach san)"
    r"|nghi (?:o |tai )(?:dau|cho nao|noi nao)|check ?-?(?:in|out) (?:khach san|phong|hotel)|check ?-?out"
    r"|sleep|stay|accommodation|lodging|hotels|(?:bo tri|sap xep|lo) (?:cho |phong )?(?:nghi|ngu|phong)"
    r"|phong (?:may|bao nhieu) nguoi|(?:may|bao nhieu) nguoi (?:mot|1|moi) phong|gia phong|phong (?:don|doi|ghep))\b"
)
_NOT_ASKED = re.compile(
    r"\b(?:to chuc|dien ra|hoi truong|an (?:trua|toi|sang|o dau)|tiec|hop|xe|dien thoai|sdt|so may|bac si|y te|wifi"
    r"|phat|tai lieu|nghi (?:trua|giai lao|giua)|cach (?:bao|xa|may)|bao xa)\b"
)
_DRIVER = re.compile(r"\b(?:lai|tai) xe\b")
"""Who drives sleeps like others; a vehicle does not."""

_BED = re.compile(
    rf"{_NO_MEETING}"
    r"(?:nghi (?:dem|tai|lai|o|cho|ngoi)|an,? (?:nghi|o)|(?:noi|cho|phong) (?:nghi|ngu|o)|luu tru|ngu|qua dem"
    r"|nhan phong|tra phong|tien (?:phong|nghi|khach san)|khong bo tri nghi|bo tri nghi|accommodation|stay)\b"
)
_HOUSE_FIRST = re.compile(
    r"(?:[^:]{3,40}: )?(?:khách sạn|nhà khách|nhà nghỉ|ký túc xá|homestay|hotel|guest house) ", re.IGNORECASE
)
_AT_A_HOUSE = re.compile(
    r"\b(?:khách sạn|nhà khách|nhà nghỉ|ký túc xá|homestay|hotel|guest house)(?: (?:tỉnh|huyện|xã|phường"
    rf"|thị xã|thành phố|của|số))*(?-i: +[{CAPITALS}\d“\"])|\bnhà khách (?:tỉnh|huyện|thành phố|thị xã)\b"
    r"|\bnghỉ (?:đêm )?tại \w|\b(?:tự túc|tự lo|không bố trí)\b",
    re.IGNORECASE,
)
_NO_BED = re.compile(r"\b(?:an (?:trua|toi|sang)|com|tiec|nhan phong|tra phong)\b")
_OTHERS = re.compile(r"\b(?:con lai|khac|others?|rest)\b")

_OUT = re.compile(r"\btra phong\b|\bcheck ?-?out\b")
_IN = re.compile(r"\bnhan phong\b|\bcheck ?-?in\b")
_PRICE = re.compile(
    r"\b(?:(?<!giam )gia(?! dinh)|bao nhieu tien|may tien|bao nhieu (?:mot|1) (?:dem|phong|ngay)|how much|cost|price"
    r"|phu thu|cheap\w*|re nhat|dat nhat)\b"
)
_SHARED = re.compile(
    r"\bphong (?:o |nghi |khach san )?(?:may|bao nhieu) nguoi\b|\b(?:may|bao nhieu) nguoi (?:mot|1|moi|o) phong\b"
    r"|\bphong (?:don|doi|ghep)\b|\bo ghep\b"
)
_TELLS_SHARED = re.compile(r"\b\d+ (?:người|khách|đại biểu) ?(?:/ ?|một |1 )?phòng|\bphòng (?:đơn|đôi)\b|\bở ghép\b")
_ADDRESS = re.compile(r"\b(?:duong|pho|dia chi|phuong|street|address)\b")
_TELLS_ADDRESS = re.compile(r"\b(?:đường|phố|phường|số \d|quốc lộ|street|road)", re.IGNORECASE)
_WHO_PAYS = re.compile(r"\b(?:ai|don vi nao|ben nao) (?:se |phai )?(?:tra|chi|lo|chiu|thanh toan)\b")
_TELLS_PAYING = re.compile(r"\btự (?:túc|lo|trả|chi trả|thanh toán)|chi trả|thanh toán|được bố trí|kinh phí|chi phí")

_ABOUT_BEDS = re.compile(
    rf"\b(?:{_HOUSE}|hotels|(?:cho|noi|phong) (?:nghi|ngu|o)|(?:nghi|ngu) (?:dem|lai)|luu tru|dia chi|o dau|dau|cho nao"
    r"|noi nao|duong nao|pho nao|bo tri|sap xep|dai bieu|an nghi|dia diem|bao nhieu|may gio|goi y|uu dai|giam gia)\b"
)
_SMALL = words_in(
    """
    o tai nao duoc dc co cho cac nhung khong ko k a ah vay nhi nhe thi la em toi minh anh xin hoi ai ban to chuc nghi
    ngu phong lo doan ve va voi hay nua gi se phai can cua nen gan tot re chua roi u which what where who is are the a
    for of do does we i you stay sleep should near in at to there any accommodation recommend suggested delegates please
    """
)
"""Words that name neither a group nor a house."""


def slept(asked: Asked) -> Answer | None:
    """What the paper says of the beds asked about; None where nothing is asked of them or it says nothing of any."""
    key = asked.u.key
    if (
        not _ASKS.search(key)
        or _NOT_ASKED.search(_DRIVER.sub("", key))
        or (asked.asker is not None and asked.asker.lodging)
    ):
        return None
    lines = _lines(asked.index)
    if _PRICE.search(key) and (rates := for_a_bed(asked)) is not None:
        return rates
    for asks, tells in _IN_PARTICULAR:
        if asks.search(key):
            return _told(asked, [line for line in lines if tells.search(line)])
    if _OUT.search(key) or _IN.search(key):
        doing = _OUT if _OUT.search(key) else _IN
        timed = [line for line in lines if doing.search(letters_of(line)) and find_clocks(line)]
        return _told(asked, timed) if timed and asked.u.score(Kind.WHERE) < CLEAR else None
    if _WHO_PAYS.search(key):
        paid = [line for line in lines if _TELLS_PAYING.search(line)]
        return _told(asked, paid) if paid else None
    if asked.u.score(Kind.WHERE) < _HINTED and not asked.u.asks(Kind.EXISTS) and not _NAMED_PLACE.search(key):
        return None
    return _placed(asked, [each for each in lines if _AT_A_HOUSE.search(each) and not _NO_BED.search(letters_of(each))])


_HINTED = 1.4
_NAMED_PLACE = re.compile(r"\b(?:dia chi|duong nao|address)\b|\bai (?:se )?(?:duoc|dc)\b|\bwhich hotel\b")
_IN_PARTICULAR = ((_SHARED, _TELLS_SHARED), (_PRICE, SUM))


def _placed(asked: Asked, lines: list[str]) -> Answer | None:
    """Where those sleep who are named, or where the house is that is."""
    wanted = _wanted(asked)
    named = [line for line in lines if wanted and _names(asked, line, wanted)]
    if wanted and not named and _of_another_delegation(asked, lines):
        return _told(asked, [line for line in lines if _OTHERS.search(letters_of(line))])
    if not lines:
        return None
    if _ADDRESS.search(asked.u.key):
        return _told(asked, [line for line in named or lines if _TELLS_ADDRESS.search(line)])
    if wanted and not named:
        others = [line for line in lines if _OTHERS.search(letters_of(line))]
        known = all(word in asked.index.postings for word in wanted)
        return _told(asked, others) if others and known else None
    return _told(asked, named or lines)


def _names(asked: Asked, line: str, wanted: frozenset[str]) -> bool:
    """Whether a clause is about those who are named; the name of a house tells of no delegation called alike."""
    if _DELEGATION.search(asked.u.key) and _HOUSE_FIRST.match(line):
        line = line.partition(":")[2]
    return wanted <= set(letters_of(line).split()) or _means(asked, line)


def _of_another_delegation(asked: Asked, lines: list[str]) -> bool:
    """Whether a delegation is named where the paper lists those of each house, and lists that one nowhere."""
    named = _DELEGATION.search(asked.u.key) and not _OURS.search(asked.u.key)
    return bool(named) and any(_LISTS.search(letters_of(line)) for line in lines)


_OURS = re.compile(r"\b(?:doan (?:toi|minh|em|ta|nao)|chung (?:toi|em|minh|con)|cac doan|our)\b")
_DELEGATION = re.compile(r"\b(?:doan|delegation)\b")
_LISTS = re.compile(r"\b(?:cac )?doan:? [^\W\d]+ [^\W\d]+")
"""A house with the delegations that sleep there."""


def _wanted(asked: Asked) -> frozenset[str]:
    words = _ABOUT_BEDS.sub(" ", asked.u.key).split()
    return frozenset(word for word in words if len(word) > 1) - _SMALL


def _means(asked: Asked, line: str) -> bool:
    """Whether a clause says in its own words all that the question names in others, or in the other language."""
    named = [unit for unit in asked.specific() if unit.code not in _LODGED]
    said = meanings(line)
    return bool(named) and all(unit.is_in(said) for unit in named)


_LODGED = words_in("@lodging @room_in @room_out @delegate")


def _told(asked: Asked, lines: list[str]) -> Answer:
    if not lines:
        return asked.no_information("lodging", by=caretakers(asked, "lodging"))
    found = Practical(topic="lodging", texts=tuple(dict.fromkeys(lines))[:_MOST])
    return affirmed(asked, found) if asked.u.asks(Kind.EXISTS) else found


_MOST = 5


@prepared
def _lines(index: Index) -> list[str]:
    if "beds" not in index.cache:
        index.cache["beds"] = [*dict.fromkeys(_read_lines(index.programme))]
    return cast(list[str], index.cache["beds"])


def _read_lines(programme: Programme) -> Iterator[str]:
    texts = [fact.text for fact in facts_of(programme)]
    texts += [task.text for task in programme.tasks]
    texts += [session.title for session in programme.sessions]
    for text in (_FILED.sub("", text) for text in texts):
        if _HOUSE_FIRST.match(text) and ":" in text:
            yield text  # "Khách sạn A (12 đường B): đoàn C; lái xe"
            continue
        listed = _BED.search(letters_of(text.partition(":")[0])) is not None
        for clause in clauses_of(text):
            key = letters_of(clause)
            house = _HOUSE_FIRST.match(clause) and (listed or "(" in clause or ":" in clause)
            if (_BED.search(key) or house) and not is_ride(clause):
                yield clause


_FILED = re.compile(r"\s*-?\s*\b(?:văn thư,? )?lưu trữ\b", re.IGNORECASE)
"""Papers that are kept, which read like a stay without their marks."""

_OWN_BED = re.compile(
    r"\b(?:toi|minh|em|chung toi|chung em|(?:doan|xa|nhom|to) (?:toi|minh|em)) (?:se |duoc )*(?:xep |bo tri )?"
    r"(?:o|nghi|ngu) (?:o )?(?:phong|khach san)\b"
    r"|\bphong (?:nghi |ngu |o |khach san )?(?:cua )?(?:toi|minh|em|chung toi|chung em)\b"
)

_BED_NUMBER = re.compile(r"\bphong (?:\w+ ){0,4}?(?:so (?:may|bao nhieu)|may)\b")

_OF_LODGING = words_in("xep @lodging @hotel @room phong khach san doan nhom xa to so nha")

_OWN_ROOM = re.compile(
    r"\bso phong(?: khach san)? (?:cua |ma )?(?:toi|minh|em|chung toi|chung em|con|chau)\b"
    r"|\b(?:toi|minh|em|chung toi|chung em) (?:se |duoc |xep )*(?:o|ngu|nghi) (?:o )?phong"
    r" (?:so )?(?:may|nao|bao nhieu)\b"
    r"|\b(?:my room number|which room am i)\b"
)


def own_bed(asked: Asked) -> Answer | None:
    """ "tôi ở phòng số mấy": where the person sleeps, not where the conference is."""
    key = asked.u.key
    numbered = _BED_NUMBER.search(key) is not None and bool(asked.u.concepts & {"lodging", "hotel"})
    own = _OWN_BED.search(key) and (numbered or {unit.code for unit in asked.specific()} <= _OF_LODGING)
    if not own and not _OWN_ROOM.search(key):
        return None
    if asked.asker is not None and asked.asker.lodging:
        return OwnMatter(matter="lodging", value=asked.asker.lodging)
    return asked.no_information("lodging", by=caretakers(asked, "lodging"))
