"""Who does work that is named by its verb: whoever performs the item it is for does not do it."""

import re

from domain.answers.asked import Asked
from domain.answers.entries import Sort
from domain.answers.texts import letters_of
from domain.conference import Task

_WORKS = re.compile(
    r"\b(?:ai|(?:don vi|co quan|ben|bo phan|phong|ban|to|nguoi|tieu ban) nao)(?: se| phai| duoc giao| co trach nhiem)?"
    r" (?P<verb>phan cong|duyet|bien soan|soan|lap|in an|in|thiet ke|mua sam|mua|dat|thue|moi|phat hanh|tong hop"
    r"|dan dung|quay|tham dinh|ra soat|don doc|thu|cap|treo|tap hop|tiep nhan|dang tai)\b"
)


def verb_asked(asked: Asked) -> str | None:
    """The verb of the work that somebody asks about: "ai duyệt tham luận"."""
    found = _WORKS.search(asked.u.key)
    return found["verb"] if found is not None else None


def tasks_to(asked: Asked, verb: str) -> list[Task]:
    """The tasks to do just that with what is named: "phân công và duyệt tham luận"."""
    own = set(verb.split())
    things = tuple(unit for unit in asked.specific() if unit.code not in own and asked.index.speaks(unit))
    found = [hit.entry for hit in asked.index.search(things, Sort.TASK)] if things else []
    return [
        entry.ref
        for entry in found
        if isinstance(entry.ref, Task)
        and f" {verb} " in f" {letters_of(entry.ref.text)} "
        and all(unit.code in entry.own for unit in things)
    ]
