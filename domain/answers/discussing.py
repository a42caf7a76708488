"""Whether those who come discuss in groups, and in how many."""

import re
from itertools import chain

from domain.answers.asked import Asked, sources_of
from domain.answers.query import Kind
from domain.answers.values import Answer, Existence, Quoted

_ASKS = re.compile(
    r"\b(?:to|nhom) thao luan\b|\bthao luan (?:o |theo |tai )?(?:cac )?(?:to|nhom)\b"
    r"|\bchia (?:thanh |lam )?(?:cac |may |bao nhieu )?(?:to|nhom)\b|\bdiscussion groups?\b|\bgroup discussions?\b"
)
_WHETHER = re.compile(r"\b(?:khong|ko|k|chua|hong|is there|are there|will there)\b")
_HOW_MANY = re.compile(r"\b(?:may|bao nhieu|how many)\b")
_NUMBERED = re.compile(r"\b(?:to|nhom|group) (?:so )?\d")

_DISCUSSED = (
    r"\bthảo luận\b[^.;|]{0,60}?\b(?:tổ|nhóm)\b(?! chức| trưởng)|\b(?:tổ|nhóm) thảo luận\b"
    r"|\bchia (?:tổ|nhóm)[^.;|]{0,40}\bthảo luận\b|\b(?:group discussions?|discussion groups?|breakout)\b"
)
_DISCUSS_SO = re.compile(_DISCUSSED, re.IGNORECASE)
_IN_GROUPS = re.compile(rf"{_DISCUSSED}|\bchia\b[^.;|]{{0,40}}?\b(?:tổ|nhóm)\b(?! chức| tuổi)", re.IGNORECASE)
_SO_MANY = re.compile(r"(?<![\d/])\d{1,2} (?:tổ|nhóm|groups?)\b", re.IGNORECASE)
_ONE_OF_THEM = re.compile(r"^(?:tổ|nhóm|group) (?:thảo luận )?(?:số )?\d+\b", re.IGNORECASE)
_MOST_LINES = 8


def discussed_in_groups(asked: Asked) -> Answer | None:
    """ "Có chia tổ thảo luận không", "có mấy tổ thảo luận": the items and lines that have them; else not known."""
    if not _ASKS.search(asked.u.key) or _NUMBERED.search(asked.u.key):
        return None
    if _HOW_MANY.search(asked.u.key) and asked.u.kind is Kind.COUNT:
        return _how_many(asked)
    if asked.u.asks(Kind.EXISTS) and _WHETHER.search(asked.u.key):
        return _whether(asked)
    return None


def _whether(asked: Asked) -> Answer:
    wanted = _DISCUSS_SO if "thao luan" in asked.u.key else _IN_GROUPS
    sessions = [each for each in asked.index.programme.sessions if wanted.search(each.title)]
    quotes = () if sessions else tuple(text for text in _told(asked) if wanted.search(text))[:2]
    if not sessions and not quotes:
        return asked.no_information("other")
    lines = asked.lines(sessions[:4])
    return Existence(present=True, what="", lines=lines, quotes=quotes, sources=sources_of(sessions[:4]))


def _how_many(asked: Asked) -> Answer:
    counted = tuple(text for text in _told(asked) if _IN_GROUPS.search(text) and _SO_MANY.search(text))
    if counted:
        return Quoted(texts=counted[:1])
    each = tuple(dict.fromkeys(text for text in _told(asked) if _ONE_OF_THEM.match(text)))
    if len(each) > 1:
        return Quoted(texts=each[:_MOST_LINES])
    return asked.no_information("count")


def _told(asked: Asked) -> list[str]:
    programme = asked.index.programme
    texts = chain(
        (session.title for session in programme.sessions),
        (fact.text for fact in asked.index.facts),
        (task.text for task in programme.tasks),
        (group.text for group in programme.groups),
    )
    return list(dict.fromkeys(texts))
