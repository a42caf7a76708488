"""Who does work that is named by its verb: whoever performs the item it is for does not do it."""

import re

from domain.answers.asked import Asked

_WORKS = re.compile(
    r"\b(?:ai|(?:don vi|co quan|ben|bo phan|phong|ban|to|nguoi|tieu ban) nao)(?: se| phai| duoc giao| co trach nhiem)?"
    r" (?P<verb>phan cong|duyet|bien soan|soan|lap|in an|in|thiet ke|mua sam|mua|dat|thue|moi|phat hanh|tong hop"
    r"|dan dung|quay|tham dinh|ra soat|don doc|thu|cap|treo|tap hop|tiep nhan|dang tai)\b"
)


def verb_asked(asked: Asked) -> str | None:
    """The verb of the work that somebody asks about: "ai duyệt tham luận"."""
    found = _WORKS.search(asked.u.key)
    return found["verb"] if found is not None else None
