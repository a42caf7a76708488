"""Guests apart from the people of the house, and whom each body sends."""

import re

from domain.answers.asked import Asked, sources
from domain.answers.people import by_level
from domain.answers.values import Answer, Attendance, Quoted
from domain.conference import Group

_OTHER_MATTER = re.compile(r"\b(?:phat bieu|tham luan|bao cao|trinh bay|phoi hop|gui|nop|duyet|bao nhieu|may)\b")


_INVITER = "truong|nha truong|xa|phuong|huyen|tinh|cong ty|so|phong|benh vien|ban to chuc|btc|hoi nghi|dai hoi|minh|ta"
_GUESTS = re.compile(
    rf"^(?:(?:{_INVITER}) )?(?:co |se |da )?moi (?:nhung |cac )?(?:vi )?(?:khach|ai)\b"
    r"|^(?:co )?(?:nhung |cac )?(?:vi )?khach(?: moi)? (?:nao|gom|la|co) ?"
)
_GUEST_LEVEL = re.compile(r"\b(?:khách|đại biểu mời|guests?)\b", re.IGNORECASE)


def guests(asked: Asked) -> Answer | None:
    """ "Trường mời những khách nào": the lines of guests, where the paper tells them from the house's own people."""
    if not _GUESTS.search(asked.u.key) or _OTHER_MATTER.search(asked.u.key):
        return None
    groups = asked.index.programme.groups
    chosen: list[Group] = [group for group in groups if _GUEST_LEVEL.search(group.level)]
    if not chosen or len(chosen) == len(groups):
        return None
    return Attendance(groups=by_level(chosen), sources=sources(*(group.source for group in chosen)))


_SENT = re.compile(
    r"^(?:moi |mot )?(?:doan|doi|don vi|xa|huyen|truong|lop)(?: \w+){0,3} gom (?:nhung |cac )?(?:ai|thanh phan nao)\b"
    r"|\bcu (?:di )?(?:nhung |cac )?(?:ai|thanh phan(?: nao)?|nguoi nao|can bo nao|doi tuong nao|chuc danh nao)\b"
)
_EACH_SENDS = re.compile(r"\b(?:mỗi|từng)\b[^.;:]{2,60}?\b(?:cử|bố trí|gồm)\b", re.IGNORECASE)


def sent_by_each(asked: Asked) -> Answer | None:
    """ "Đơn vị cử những ai đi học": the statement that says whom each of them sends."""
    if not _SENT.search(asked.u.key):
        return None
    programme = asked.index.programme
    texts = [fact.text for fact in asked.index.facts] + [task.text for task in programme.tasks]
    texts += [group.description for group in programme.groups]
    told = [text for text in dict.fromkeys(texts) if _EACH_SENDS.search(text)]
    return Quoted(texts=tuple(told[:2])) if told else None
