"""What kind of work a task is, and how long before the conference such work is usually due."""

import re
from enum import StrEnum

from domain.vietnamese import nfc
from domain.when import folded_in_place


class Kind(StrEnum):
    """The kinds of work that plans give to units."""

    SUMMARY = "summary"
    BUDGET = "budget"
    INVITATION = "invitation"
    REPORT = "report"
    SPEECH = "speech"
    PAPERS = "papers"
    AWARD = "award"
    LIST = "list"
    HALL = "hall"
    RECEPTION = "reception"
    SECURITY = "security"
    PRESS = "press"
    OTHER = "other"


_SIGNS: tuple[tuple[Kind, str], ...] = (
    (Kind.SUMMARY, r"tong hop ket qua|bao cao ket qua hoi nghi|thong bao ket luan|sau hoi nghi|bien ban"),
    (Kind.INVITATION, r"giay moi|moi dai bieu|thu moi"),
    (Kind.BUDGET, r"kinh phi|du tru|du toan|thanh toan|quyet toan"),
    (Kind.SPEECH, r"tham luan|bai phat bieu|phat bieu|dien van|kich ban|loi dan"),
    (Kind.REPORT, r"bao cao|du thao|so ket|tong ket"),
    (Kind.AWARD, r"khen thuong|bieu duong|hien vat|bang khen|trao thuong|co thi dua|giay khen"),
    (Kind.LIST, r"danh sach|dang ky|cu dai bieu|cu nguoi"),
    (Kind.PAPERS, r"in an|in tai lieu|tai lieu|photo|cap phat"),
    (Kind.RECEPTION, r"le tan|don tiep|nuoc uong|an nghi|noi nghi|hau can|xe dua don|tea ?break|giai khat"),
    (Kind.HALL, r"hoi truong|am thanh|may chieu|trang tri|khanh tiet|ma ket|market|phong hop|maket|duong truyen"),
    (Kind.SECURITY, r"an ninh|trat tu|an toan|y te|phong chay|cap cuu|giao thong"),
    (Kind.PRESS, r"tuyen truyen|dua tin|bao chi|truyen thanh|truyen hinh|van nghe"),
)
_PATTERNS = tuple((kind, re.compile(rf"(?<!\w)(?:{signs})(?!\w)")) for kind, signs in _SIGNS)
_TO_BE_SENT = re.compile(r"(?<!\w)(?:gui|nop|tong hop gui)\b.{0,40}?\b(?:bao cao|so lieu|tham luan|danh sach)(?!\w)")

_DAYS = {
    Kind.SUMMARY: 5,
    Kind.BUDGET: -10,
    Kind.INVITATION: -7,
    Kind.REPORT: -5,
    Kind.SPEECH: -5,
    Kind.PAPERS: -3,
    Kind.AWARD: -5,
    Kind.LIST: -7,
    Kind.HALL: -2,
    Kind.RECEPTION: -1,
    Kind.SECURITY: -2,
    Kind.PRESS: -2,
    Kind.OTHER: -3,
}


def kind_of(text: str) -> Kind:
    """The kind that the task's words name first in the order above; OTHER where they name none."""
    folded = folded_in_place(text)
    return next((kind for kind, signs in _PATTERNS if signs.search(folded)), Kind.OTHER)


def is_collected(text: str) -> bool:
    """Whether the unit has to send a paper in ("gửi báo cáo sơ kết … về Thường trực Hội đồng")."""
    return _TO_BE_SENT.search(folded_in_place(text)) is not None


_CONDITIONAL = re.compile(r"nếu có|\(nếu\s[^()]*\)|^nếu\s", re.IGNORECASE)


def is_conditional(text: str) -> bool:
    """Whether the task is to be done only where something comes about ("nếu có")."""
    return _CONDITIONAL.search(nfc(text)) is not None


_URGENT = re.compile(
    r"(?<!\w)(?:hỏa tốc|hoả tốc|hoa toc|thượng khẩn|thuong khan|khẩn(?! trương)|gấp(?! rút| đôi| ba)|urgent)"
    r"(?!\w)",
    re.IGNORECASE,
)


def sounds_urgent(text: str) -> bool:
    """Whether the words mark the task as urgent ("khẩn", "hỏa tốc"); "khẩn trương" only means briskly."""
    return _URGENT.search(nfc(text)) is not None


def proposed(text: str) -> str:
    """A deadline for the task, as a phrase that counts from the conference and so moves with it."""
    days = _DAYS[kind_of(text)]
    return f"{'trước' if days < 0 else 'sau'} hội nghị {abs(days)} ngày"
