"""To whom a sum goes: what those of one part are paid tells nothing of what those of another get."""

import re
from collections.abc import Iterable

from domain.answers.asked import Asked
from domain.answers.money import SUM
from domain.answers.practical import CLAUSE
from domain.answers.texts import letters_of

_PARTS = (
    r"giang vien|bao cao vien|dien gia|chuyen gia|nguoi (?:giang|day|trinh bay)|lecturers?|speakers?|trainers?",
    r"giam khao|trong tai|nguoi cham|judges?|referees?",
    r"mc|(?:nguoi )?dan chuong trinh",
    r"dien vien|nghe si|ca si|nhac cong|doi van nghe|performers?|singers?",
    r"lai xe|tai xe|drivers?",
    r"tinh nguyen(?: vien)?|volunteers?",
    r"thi sinh|van dong vien|cau thu|contestants?|athletes?",
    r"le tan|phuc vu|bao ve",
    r"bac si|y si|dieu duong|nhan vien y te",
    r"phong vien|nha bao",
    r"ban to chuc|to giup viec|thu ky",
    r"dai bieu|hoc vien|nguoi (?:du|hoc|tham du)|can bo|delegates?|trainees?|participants?",
)
"""Who has a part in a conference: those of one line are called by several names."""

_GROUPS = tuple(re.compile(rf"\b(?:{names})\b") for names in _PARTS)
_GETS = re.compile(
    r"\b(?:thu lao|boi duong|phu cap|cong tac phi|tien (?:an|cong|ho tro|boi duong|xe|xang)"
    r"|(?:duoc )?(?:tra|ho tro|nhan|linh|chi)(?: \w+){0,2}? (?:bao nhieu|may)|bao nhieu tien|allowance|per diem|paid)\b"
)
_WAGE = re.compile(r"\b(?:thu lao|boi duong|phu cap|tien cong|cat xe|honorarium|fees?)\b")
_UPKEEP = re.compile(r"\b(?:tien|ho tro|chi phi) (?:an|di lai|xe|xang|tau|phong|nghi|ngu|nuoc)\b")
"""What is paid for work, and what for living there: the one is not the other."""


def to_another(asked: Asked, said: Iterable[str]) -> bool:
    """Whether all sums of an answer go to others than those who are named, or are paid for another end."""
    if not _GETS.search(asked.u.key):
        return False
    named = [group for group in _GROUPS if group.search(asked.u.key)]
    sums = [letters_of(clause) for text in said for clause in CLAUSE.split(text) if SUM.search(clause)]
    if (
        _WAGE.search(asked.u.key)
        and sums
        and all(_UPKEEP.search(clause) and not _WAGE.search(clause) for clause in sums)
    ):
        return True
    if not named or not sums or any(group.search(clause) for group in named for clause in sums):
        return False
    return all(any(group.search(clause) for group in _GROUPS) for clause in sums)


def for_others(asked: Asked, said: Iterable[str]) -> bool:
    """Whether "đại biểu có được thanh toán công tác phí không" is affirmed by what is done for others alone."""
    if not _RECEIVES.search(asked.u.key):
        return False
    named = [group for group in _GROUPS if group.search(asked.u.key)]
    done = [letters_of(found) for text in said for found in _FOR.findall(text)]
    given = [text for text in done if any(group.match(text) for group in _GROUPS)]
    return bool(named) and bool(given) and not any(group.match(text) for group in named for text in given)


_RECEIVES = re.compile(r"\b(?:co|duoc) (?:duoc )?(?:thanh toan|chi|cap|ho tro|bo tri|phat|tang|tra|nhan|lo)\b")
_FOR = re.compile(r"\bcho ([^,;.]+)", re.IGNORECASE)
