"""Whom one may bring along, and what holds for children and the old: the sentences that speak of just them."""

import re
from collections.abc import Iterator
from typing import cast

from domain.answers.asked import Asked
from domain.answers.closest import PIECE, closest, said_in
from domain.answers.index import Index, facts_of
from domain.answers.preparing import prepared
from domain.answers.query import Kind
from domain.answers.texts import letters_of
from domain.answers.values import Answer

_CHILD = (
    r"(?:con(?: nho| cai| gai| trai| em)?|chau(?: nho)?|be|em be|tre(?: em| nho| con)?|cac chau|child|children|kids?)"
)
_KIN = (
    r"(?:vo|chong|nguoi than|nguoi nha|gia dinh|ban gai|ban trai|ban be|bo me|ba me|cha me|ong ba|phu huynh|them nguoi"
    r"|nguoi di cung|wife|husband|spouse|partner|family|parents?|friends?|guests?|relatives?|somebody|someone|plus one)"
)
_WITH = r"(?:dan|dua|mang|cho|ru|cung|kem|di voi|bring|take|with)"
_MAY = re.compile(r"\b(?:duoc|co the|cho phep|may nguoi|bao nhieu|can|may|allowed|how many)\b")

_ASKS_CHILD = re.compile(
    rf"\b{_WITH} (?:theo |them |my |our |a |the )*{_CHILD}\b|\b(?:chau|be|em be|tre(?: em| nho| con)?|cac chau"
    rf"|children|kids?)\b.*\b(?:duoc|vao|tham gia|di cung|allowed|come|enter)\b|\b(?:chau|be|con) \d{{1,2}} tuoi\b"
    r"|\bare (?:children|kids) (?:allowed|welcome)\b"
)
_ASKS_KIN = re.compile(
    rf"\b{_WITH} (?:theo |them |ca |my |our |a |the |any )*{_KIN}\b|\b(?:can|may) my {_KIN}\b"
    rf"|\b(?:vo|chong|nguoi than|nguoi nha|gia dinh|bo me|ba me) (?:\w+ )?(?:co )?duoc (?:di|du|vao|den|tham gia)\b"
    r"|\b(?:them|kem) (?:duoc )?(?:may |1 |mot |bao nhieu )?nguoi\b.*\b(?:khong|ko|k|may|bao nhieu)\b"
    rf"|\bhow many {_KIN} can\b"
)
_ASKS_OLD = re.compile(
    r"\b(?:lon tuoi|cao tuoi|gia yeu|nguoi gia|tren \d\d tuoi|(?:thay|co|giao|bac|ong|ba)\b.*\b[6-9]\d tuoi"
    r"|elderly|old people)\b"
)

_TELLS_CHILD = re.compile(r"\b(?:tre em|tre nho|tre con|con nho|duoi \d{1,2} tuoi|children|kids|under \d{1,2})\b")
_TELLS_KIN = re.compile(
    r"\b(?:nguoi than|nguoi nha|(?:di|moi) (?:cung|kem|them)(?! voi| tai)|nguoi di cung|dung cho \d+ nguoi|accompan\w+"
    r"|phu huynh|family members?|plus one|spouses?)\b"
)
_TELLS_OLD = re.compile(r"\b(?:(?:tren|tu) [5-9]\d tuoi|cao tuoi|lon tuoi|gia yeu|elderly)\b")
_ALLOWS = re.compile(r"\b(?:duoc|khong|toi da|cho phep|dung cho|moi \w+(?: \w+)? \d+|may|allowed|welcome|not?)\b")
_THEIRS = re.compile(r"\b(?:trẻ em|thiếu nhi|người cao tuổi|cha mẹ học sinh|phụ huynh|gia đình)\b", re.IGNORECASE)
"""A conference of children or of parents has them for its delegates."""


def brought_along(asked: Asked) -> Answer | None:
    """Whether a child, a wife or a friend may come: what is said of them, and no "yes" from what others may."""
    key = asked.u.key
    if asked.u.asks(Kind.DEADLINE, Kind.WHEN) or "nao" in asked.u.words or _THEIRS.search(asked.conference.title):
        return None
    if _ASKS_OLD.search(key) and (old := _nearest(asked, _TELLS_OLD)) is not None:
        return old
    if not _MAY.search(key):
        return None
    child, kin = _ASKS_CHILD.search(key), _ASKS_KIN.search(key)
    if child is not None:
        return _nearest(asked, _TELLS_CHILD) or _nearest(asked, _TELLS_KIN) or asked.no_information("other")
    return (_nearest(asked, _TELLS_KIN) or asked.no_information("other")) if kin is not None else None


def _nearest(asked: Asked, tells: re.Pattern[str]) -> Answer | None:
    """Of the sentences that speak of them those that say the most of the question."""
    told = [text for text in _sentences(asked.index) if tells.search(letters_of(text))]
    told = [text for text in told if _ALLOWS.search(letters_of(text))] or told
    return closest(said_in(asked), told)


@prepared
def _sentences(index: Index) -> list[str]:
    if "companions" not in index.cache:
        index.cache["companions"] = [*dict.fromkeys(_read(index))]
    return cast(list[str], index.cache["companions"])


def _read(index: Index) -> Iterator[str]:
    """The sentences that speak of children, of the old or of those who come along."""
    programme = index.programme
    texts = [fact.text for fact in facts_of(programme)] + [task.text for task in programme.tasks]
    texts += [f"{group.level}: {group.description}" for group in programme.groups]
    for text in texts:
        for sentence in PIECE.split(text):
            letters = letters_of(sentence)
            if any(tells.search(letters) for tells in (_TELLS_CHILD, _TELLS_KIN, _TELLS_OLD)):
                yield sentence.strip(" .;")
