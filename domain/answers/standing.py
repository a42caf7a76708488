"""How things stand at this hour: who has answered, come or handed in. No plan tells; the desk's own lists do."""

import re

from domain.answers.normalise import clean, plain
from domain.vietnamese import search_key

_BODY = r"(?:don vi|co quan|xa|huyen|so|phong|truong|thon|chi bo|doan) nao"
_WHOEVER = (
    r"(?:ai|nhung ai|nguoi nao|dai bieu nao|nhung (?:nguoi|dai bieu) nao"
    rf"|(?:nhung |cac )?{_BODY}"
    r"|(?:bao nhieu|may) (?:nguoi|dai bieu|don vi)|danh sach (?:nguoi|dai bieu)|who|how many people|how many delegates)"
)
_ANSWERED = (
    r"xac nhan|dang ki|dang ky|tra loi|phan hoi|bao vang|tu choi"
    r"|registered|register|confirmed|confirm|answered|replied|responded"
)
_HERE = r"diem danh|checkin|check in|checked in|co mat|den noi|arrived"
_HANDED = r"nop|gui|sent|submitted"
_DID = rf"(?:{_ANSWERED}|{_HERE}|{_HANDED})"
_SO_FAR = (
    r"(?:da|chua|con chua|van chua|vua|moi|vua moi"
    r"|(?:has|have)(?: already| not)?|hasn t|haven t|has n t|did not|didn t)"
)
_PATTERNS = tuple(
    map(
        re.compile,
        (
            rf"\b{_WHOEVER} (?:nao )?{_SO_FAR} (?:\w+ ){{0,2}}?{_DID}\b",
            rf"\b{_WHOEVER} {_DID}(?: \w+){{0,2}}? roi\b",
            rf"\b(?:da|chua|con) co (?:ai|{_WHOEVER}) (?:\w+ )?{_DID}\b",
            rf"\bco (?:ai|nguoi nao|don vi nao) {_SO_FAR} (?:\w+ )?{_DID}\b",
            r"\b(?:ai|nhung ai|nguoi nao|dai bieu nao) (?:dang |hom nay )?(?:vang|vang mat|di tre|den tre)\b",
        ),
    )
)
_DESKS_ALONE = re.compile(
    rf"\b(?:danh sach|ti le|ty le|so) (?:\w+ ){{0,2}}?(?:da|chua) {_DID}\b"
    r"|\bcau hoi nao (?:con )?(?:chua|dang cho)\b|\b(?:con|co) (?:bao nhieu|may) cau hoi (?:chua|dang cho)\b"
    r"|\bviec nao (?:con )?(?:chua xong|tre|qua han)\b|\bdon vi nao (?:dang )?(?:tre|cham|qua han)\b"
)
"""What only somebody at the desk asks so."""

_BODIES = re.compile(rf"\b{_BODY}\b|\b(?:bao nhieu|may) |\bhow many ")


def asks_who_did(text: str) -> str | None:
    """ "person" or "body" where it is asked who has come, registered or handed in so far, given in plain letters.

    No plan tells that, and of persons it is nobody else's to know.
    """
    found = next((match for pattern in _PATTERNS if (match := pattern.search(text))), None)
    if found is None:
        return None
    return "body" if _BODIES.search(found[0]) else "person"


def list_of_the_desk(text: str) -> str | None:
    """Which of the desk's lists answers a question about how things stand: its name, or None for other questions."""
    key = plain(clean(text), frozenset()) or search_key(text)
    if asks_who_did(key) is None and not _DESKS_ALONE.search(key):
        return None
    return next(name for name, pattern in _LISTS.items() if pattern.search(key))


_LISTS = {
    "questions": re.compile(r"\bcau hoi\b"),
    "speeches": re.compile(r"\b(?:dang ki|dang ky) (?:phat bieu|tham luan|y kien)\b"),
    "presence": re.compile(rf"\b(?:{_HERE}|vang mat|dang vang|di tre|den tre)\b|\bvang$"),
    "answers": re.compile(rf"\b(?:{_ANSWERED})\b"),
    "work": re.compile(""),
}
"""The desk's lists by what they are asked by, the most particular first; whatever is handed in is work."""
