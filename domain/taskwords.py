"""What a unit's people type about a task instead of pressing a button: "đã xong ạ", "xin lùi đến thứ 6"."""

import re
from dataclasses import dataclass

from domain.tasks import percent_in
from domain.vietnamese import nfc, squeeze
from domain.when import folded_in_place

_LONGEST = 40  # words; longer texts are letters, not replies
_QUESTION = re.compile(
    r"\?|(?<!\w)(?:may gio|khi nao|bao gio|o dau|the nao|la gi|chua vay|xong chua|hay chua|duoc khong|co phai|"
    r"ai |don vi nao|bao nhieu|lam sao|tai sao|bao lau)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Finished:
    """The work is done: a report."""


@dataclass(frozen=True, slots=True)
class Later:
    """More time is asked for: until a day in words, or so many days more."""

    until: str | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """The unit waits for something: do not chase for a while."""


@dataclass(frozen=True, slots=True)
class Working:
    """The work is going on, perhaps with how far it is."""

    percent: int | None = None


@dataclass(frozen=True, slots=True)
class Taking:
    """The unit takes the task."""


@dataclass(frozen=True, slots=True)
class Declining:
    """The unit says no."""


Said = Finished | Later | Waiting | Working | Taking | Declining

_NOT = re.compile(r"(?<!\w)(?:chua|khong)\s+(?:\w+\s+){0,2}?(?:xong|hoan thanh|hoan tat|kip|lam xong)(?!\w)")
_DECLINING = re.compile(
    r"(?<!\w)(?:xin |de nghi )?(?:tu choi|khong nhan(?: duoc| nhiem vu| viec)?|khong the nhan|"
    r"khong (?:lam|thuc hien|dam nhan)(?: nhiem vu| viec)?(?: nay)? duoc|khong the (?:lam|thuc hien))(?!\w)"
)
_LATER = re.compile(
    r"(?<!\w)(?:(?:xin|cho|de nghi|cho phep)\s+(?:\w+\s+){0,3}?)?(?:lui|gia han|doi han|hoan|cham|keo dai|noi)"
    r"(?:\s+(?:han|lai|thoi han|thoi gian|them))*\s+(?:den|sang|toi|qua|vao)\s+(?P<until>.+)$"
)
_MORE = re.compile(
    r"(?<!\w)(?:xin|cho|de nghi)\s+(?:\w+\s+){0,3}?(?:lui|gia han|cham|them|keo dai)(?:\s+\w+){0,2}?\s+"
    r"(?P<count>\d{1,2}|mot|hai|ba|bon|nam|sau|bay)\s+(?P<unit>ngay|hom|tuan)(?!\w)"
)
_WAITING = re.compile(r"(?<!\w)(?:chờ|đợi|vướng)\s+\w+", re.IGNORECASE)
_WAITING_BARE = re.compile(
    r"(?<!\w)(?:cho|doi|vuong)\s+(?:kinh phi|duyet|phe duyet|y kien|van ban|huong dan|so lieu|lanh dao|ket qua|cap|"
    r"tai chinh|thu tuc|hop dong|bao gia)(?!\w)"
)
_WORKING = re.compile(
    r"(?<!\w)dang (?:lam|thuc hien|trien khai|chuan bi|soan|viet|in|hoan thien|tien hanh|xu ly|tong hop)(?!\w)"
)
_FINISHED = re.compile(
    r"(?<!\w)(?:(?:da|vua|moi)\s+(?:\w+\s+){0,3}?(?:xong|hoan thanh|hoan tat)|xong (?:roi|a|nhe|viec)|xong$|"
    r"hoan thanh (?:roi|a|nhiem vu|cong viec)|hoan tat(?: roi)?|"
    r"(?:da|vua) (?:gui|nop|bao cao|trinh|ban hanh|phat hanh|bo tri|in|chuyen)(?!\w))"
)
_TAKING = re.compile(
    r"(?<!\w)(?:(?:da|xin|dong y|ok|se) nhan(?: nhiem vu| viec| duoc)?|nhan nhiem vu|nhan viec|nhan (?:a|nhe)|"
    r"(?:da )?ro,? se (?:lam|thuc hien|trien khai)|se (?:thuc hien|trien khai)(?: ngay)?(?: a)?$)(?!\w)"
)
_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7}


def understand(text: str) -> Said | None:
    """What the words propose, or None for anything else: a question, a greeting, a letter."""
    text = squeeze(nfc(text))
    folded = folded_in_place(text).strip(" .!")
    if not folded or len(folded.split()) > _LONGEST or _QUESTION.search(folded):
        return None
    if _DECLINING.search(folded):
        return Declining()
    if (later := _later(text, folded)) is not None:
        return later
    percent = percent_in(text)
    if percent is not None:
        return Finished() if percent == 100 else Working(percent)
    if _WAITING.search(text) or _WAITING_BARE.search(folded):
        return Waiting()
    if _WORKING.search(folded) or _NOT.search(folded):
        return Working()
    if _FINISHED.search(folded):
        return Finished()
    return Taking() if _TAKING.search(folded) else None


def _later(text: str, folded: str) -> Later | None:
    if more := _MORE.search(folded):
        count = _NUMBERS.get(more["count"]) or int(more["count"])
        return Later(days=count * 7 if more["unit"] == "tuan" else count)
    found = _LATER.search(folded)
    return None if found is None else Later(until=text[found.start("until") : found.end("until")])
