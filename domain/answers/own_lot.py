"""What falls to the one who asks: their group, their turn, their account, their mark. A paper for all tells none of it.

"Tôi được phân vào tổ mấy", "bài của em trình bày thứ mấy", "tài khoản của em là gì": that there are groups, talks and
accounts is no answer. Who says where they belong ("em ở xã Nậm Chà thì vào tổ mấy") can be told.
"""

import re

from domain.answers.asked import Asked
from domain.answers.phrases import words_in
from domain.answers.values import Answer, OwnMatter, SavedAnswer
from domain.conference import Source
from domain.nested import texts_in


def is_of_one(asked: Asked, answer: Answer) -> bool:
    """Whether it is asked what falls to the asker alone, and the answer is one for all."""
    if isinstance(answer, OwnMatter | SavedAnswer):
        return False
    if any(each.search(asked.u.key) for each in (_KEPT_ELSEWHERE, _PAIRED, _GIVEN)):
        return True
    if _OWN_SHARE.search(asked.u.key) and not any(map(_TO_EACH.search, texts_in(answer, without=Source))):
        return True
    return bool(_ALLOTTED.search(asked.u.key)) and not _says_whose(asked)


def _says_whose(asked: Asked) -> bool:
    """Whether the question says to whom they belong by whom the paper can tell one group from another."""
    if _BELONGS.search(asked.u.key):
        return True
    return any(
        not unit.generic and unit.code not in _OF_GROUPS and _spoken(asked, unit.code) for unit in asked.u.content
    )


def _spoken(asked: Asked, code: str) -> bool:
    return code in asked.index.postings and code not in asked.index.title_units


_I = (
    r"(?:toi(?! (?:da|thieu|nay|mai|qua|hom|ngay|thu|\d\S*)\b)|tui|em|(?<!chi )minh|mk|chau"
    r"|con(?! (?:thao luan|hop|co|gi|ai)\b)|be(?! mac\b)|ben em"
    r"|chung (?:toi|em|minh|ta))"
)
_OWN = rf"(?:{_I}|(?:cong ty|cty|truong|lop|doi|doan|don vi|to|nhom|bai|tham luan)(?: cua)? (?:\w+ )?(?:e|{_I}))"
_ALLOTTED = re.compile(
    rf"\b{_OWN}\b(?: \w+){{0,6}}? (?:to|nhom|doi|xe|ban|phong|bang|lop|giuong)(?: \w+){{0,2}}? "
    r"(?:so |thu |\d )?may\b(?! (?:gio|phut|h|ngay|nguoi|cho)\b)"
    rf"|\b{_OWN}\b(?: \w+){{0,4}}? (?:trinh bay|bao cao|phat bieu|dien|thi|len|ngoi|dung|xep)"
    r"(?: \w+){0,3}? thu may\b"
)
"""A number that somebody was given: of a group, a room, a turn."""

_GIVEN = re.compile(
    rf"\b(?:phong|giuong|ghe|ban|to|nhom|so bao danh)\b(?: \w+){{0,4}}? cua {_I}(?: la)? (?:so )?(?:may|bao nhieu)\b"
)

_OWN_SHARE = re.compile(
    r"\b(?:xa|phuong|truong|chi (?:doan|hoi|bo)|cong ty|cty|doanh nghiep|don vi|doan|khoa|thon|ap|lop|doi|to) "
    rf"(?:cua )?{_I} "
    r"(?:(?!co\b)\w+ ){0,3}?(?:may|bao nhieu) (?:nguoi|dai bieu|suat|dong chi)\b"
)
""" "Chi hội em được bầu mấy đại biểu": the share of one, of which the number of all tells nothing."""

_TO_EACH = re.compile(r"\b(?:mỗi|từng|một|01)\b|\bcác\b[^.;:]{0,40}\bcử\b|[^\W\d_]\s?/\s?[^\W\d_]{2}", re.IGNORECASE)

_BELONGS = re.compile(
    r"\b(?:o|ben|thuoc|tu|la|hoc|lam) "
    r"(?!(?:to|nhom|doi|xe|ban|phong|lop|nha|khach|dau|ngoai|tai)\b|xa\b(?! \w+ (?:thi|vao|di|o)\b))\w"
    r"|\b(?:o|ben) (?:xa|phuong) (?:thi|vao)\b"
)
""" "Em ở xã thì vào nhóm mấy": by that the paper can tell."""

_KEPT_ELSEWHERE = re.compile(
    r"\b(?:tai khoan|mat khau|diem(?! (?:don|cau|hop|tap|thi|den|xuat)\b)|ho so"
    r"|don(?! vi)|so bao danh|ket qua)(?: \w+){0,5}? "
    rf"(?:cua |nha )?{_I}\b(?: \w+){{0,2}}? "
    r"(?:la (?:gi|bao nhieu)|bao nhieu|may(?! (?:gio|ban|bo|trang|to)\b)"
    r"|sao roi|the nao|ra sao|(?:da )?(?:xong|duyet|co|duoc)(?: \w+)? chua)\b"
)
"""What is kept of each one somewhere else."""

_PAIRED = re.compile(
    rf"\b{_OWN}\b(?: \w+){{0,2}}? (?:ghep|bat cap|cung phong|o chung|thi dau|gap|da)(?: \w+){{0,3}}? (?:voi|vs|cung) "
    r"(?:ai|nhung ai|doi nao|don vi nao|cong ty nao|cty nao|truong nao)\b"
)
"""With whom somebody was put together."""

_OF_GROUPS = words_in(
    "@discussion thao luan to so nhom doi lop phong ban xe bang xep phan vao trinh bay bao cao bai"
    " @report @lodging @hotel"
)
