"""Guests apart from the people of the house."""

import re

from domain.answers.asked import Asked, sources
from domain.answers.people import by_level
from domain.answers.values import Answer, Attendance
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
