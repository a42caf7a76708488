"""Who does a piece of work that the question names by its verb: who writes the report is not who reads it out."""

import re

from domain.answers.asked import TIE, Asked
from domain.answers.entries import Sort
from domain.answers.holding import CLEAR
from domain.answers.normalise import key
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.values import Answer, Quoted
from domain.conference import Task
from domain.vietnamese import search_key

_FAMILIES = (
    "soan|bien soan|viet|xay dung|du thao|chuan bi|hoan thien|hoan chinh|lap|lam|tham muu|bien tap|dung|san xuat",
    "in|in an|photo|nhan ban|sao chup",
    "gioi thieu|de cu|lua chon|chon|cu",
    "duyet|tham dinh|phe duyet|kiem tra|ra soat",
    "trang tri|treo|khanh tiet",
    "cu|bo tri|phan cong|huy dong|dieu dong",
    "tong hop|theo doi|thong ke|thu thap",
    "quay phim|chup anh|ghi hinh|ghi am|truyen hinh|phat song|tuyen truyen|dua tin",
    "mua|dat|thue|mua sam",
)
"""Verbs of work that stand for one another, in plain letters."""

_VERB = "|".join(sorted({verb for family in _FAMILIES for verb in family.split("|")}, key=len, reverse=True))
_WHO = r"(?:ai|(?:don vi|co quan|bo phan|phong|ban|tieu ban|so|to|ben|nguoi|khoa|doan|hoi|truong) nao)"
_ASKED = re.compile(
    rf"\b{_WHO}(?: (?:se|phai|la nguoi|duoc giao|phu trach|lo|co nhiem vu|dam nhan))* (?P<verb>{_VERB})\b"
    rf"|\b(?:do )?{_WHO}(?: (?:lo|phu trach))? (?P<behind>{_VERB})(?: (?:a|vay|the|nhi|day|ra))*$"
    rf"|^(?:viec )?(?P<first>{_VERB}) .+ (?:do|la|giao cho) {_WHO}(?: (?:lo|lam|phu trach|thuc hien))?$"
)


def by_verb(asked: Asked) -> Answer | None:
    """The unit whose task says that it does so; None where no task does, or an item is itself that work."""
    if asked.u.score(Kind.WHO) < CLEAR or max(asked.u.score(Kind.WHEN), asked.u.score(Kind.DEADLINE)) >= CLEAR:
        return None
    found = _ASKED.search(asked.u.key)
    if found is None:
        return None
    verb = found["verb"] or found["behind"] or found["first"]
    matter = tuple(u for u in asked.specific() if asked.word_of(u) not in {*verb.split(), "lo"})
    hits = asked.index.search(matter, Sort.TASK, Sort.SESSION) if matter else []
    near = [hit for hit in hits if hit.coverage >= max(_WHOLE, TIE * hits[0].coverage)]
    verbs = re.compile(rf"\b(?:{'|'.join(f for f in _FAMILIES if verb in f.split('|'))})\b")
    doing = [hit.entry.ref for hit in near if _does(asked, hit.entry.text, verbs, matter)]
    tasks = [ref for ref in doing if isinstance(ref, Task)]
    if not tasks or len(tasks) < len(doing) or len(tasks) > _FEW:
        return None
    own = [task for task in tasks if re.search(rf"\b{verb}\b", search_key(task.text))]
    return asked.led(own or tasks)


def of_the_place(asked: Asked) -> Answer | None:
    """ "Ai lo chỗ họp": the unit that has the hall in hand, not where it is."""
    specific = asked.specific()
    if not _KEEPS_PLACE.search(asked.u.key) or any(asked.word_of(u) not in _OF_PLACE for u in specific):
        return None
    tasks = [task for task in asked.index.programme.tasks if _PLACE_KEPT.search(task.text)]
    if 0 < len(tasks) <= _FEW:
        return asked.led(tasks)
    return None if specific else asked.no_information("who")


_OF_PLACE = words_in("cho noi dia diem phong hoi truong hop to chuc")
_KEEPS_PLACE = re.compile(
    rf"\b{_WHO}(?: se| phai)? (?:lo|chuan bi|bo tri|phu trach|thue|muon|sap xep)"
    r" (?:(?:cho|noi)(?! (?:de|gui|do|dau|giu|dung|nghi|ngoi|ngu|o|an) )|dia diem|phong|hoi truong)\b"
)
_PLACE_KEPT = re.compile(
    r"\b(?:bố trí|chuẩn bị|đảm bảo|bảo đảm|sắp xếp)\b[^;.]*\b(?:hội trường|nơi hội họp|nơi họp|địa điểm|phòng họp)\b",
    re.IGNORECASE,
)


def sent_by(asked: Asked) -> Answer | None:
    """ "Trung tâm Y tế cử mấy người": the number that the unit's own task gives of those whom it sends."""
    if not _SENDS_HOW_MANY.search(asked.u.key) or asked.u.score(Kind.COUNT) < CLEAR:
        return None
    body = asked.named_body() or next(iter(asked.body_of(asked.specific(), _WHOLE)), None)
    tasks = [task for task in asked.index.programme.tasks if body and task.unit == body.id and _SENT.search(task.text)]
    return Quoted(texts=(f"{body.name}: {tasks[0].text}",)) if body and len(tasks) == 1 else None


_SENDS_HOW_MANY = re.compile(
    r"\b(?:cu|bo tri|huy dong|phan cong|dieu|cat cu) (?:\w+ )?(?:may|bao nhieu) (?:nguoi|can bo|dong chi|bac si|xe)\b"
)
_SENT = re.compile(r"\b(?:cử|bố trí|huy động|phân công|điều)\b[^;.]*?\d", re.IGNORECASE)

_WHOLE = 0.7
"""Share of the matter that a task must name."""

_FEW = 2
_CLAUSE = re.compile(r"[;.:]\s+")


def _does(asked: Asked, text: str, verbs: re.Pattern[str], matter: tuple[Unit, ...]) -> bool:
    """Whether one clause says the verb and, behind it, something of the matter."""
    for clause in map(search_key, _CLAUSE.split(text)):
        said = verbs.search(clause)
        behind = {key(word) for word in clause[said.end() :].split()} if said else set()
        if any(asked.word_of(unit) in behind for unit in matter):
            return True
    return False
