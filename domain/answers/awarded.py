"""How many are honoured: of the lines with that number the one that honours them."""

import re
from itertools import chain

from domain.answers.asked import Asked, sources_of
from domain.answers.values import Answer, Existence, Quoted
from domain.vietnamese import search_key

_HONOURS = (
    r"(?:khen|bieu duong|tuyen duong|vinh danh|ton vinh|danh hieu|trao (?:thuong|giai|tang)|tang (?:bang|giay|qua))"
)
_ASKS = re.compile(
    rf"\b(?:bao nhieu|may) (?P<noun>tap the|ca nhan|ho|guong|dien hinh|don vi|dong chi|nguoi)\b.*\b{_HONOURS}\b"
)
_HONOUR = re.compile(rf"\b{_HONOURS}\b")


def awarded(asked: Asked) -> Answer | None:
    """ "Bao nhiêu tập thể được khen thưởng": the item, else the line, that honours a number of them.

    "Có khen thưởng không" is told by the items that do, whatever they call it: "trao Bằng khen", "vinh danh".
    """
    found = _ASKS.search(asked.u.key)
    if found is None:
        return _honoured(asked) if _WHETHER.search(asked.u.key) else None
    programme = asked.index.programme
    number = re.compile(rf"(?<![\d/])\d{{1,4}} {found['noun']}\b")
    texts = chain(
        (session.title for session in programme.sessions),
        (group.text for group in programme.groups),
        (fact.text for fact in asked.index.facts),
        (task.text for task in programme.tasks),
        programme.conference.purpose,
    )
    said = ((text, search_key(text)) for text in texts)
    told = next((text for text, letters in said if number.search(letters) and _HONOUR.search(letters)), None)
    return Quoted(texts=(told,)) if told else None


def _honoured(asked: Asked) -> Answer | None:
    titled = [
        (item, _COUNCIL.sub(" ", search_key(_PIPES.sub(" ", item.title)))) for item in asked.index.programme.sessions
    ]
    items = [item for item, title in titled if _HONOURS_THERE.search(title) and not _SPEAKS_OF_IT.match(title)][:4]
    return Existence(present=True, what="", lines=asked.lines(items), sources=sources_of(items)) if items else None


_WHETHER = re.compile(
    r"^(?:\w+ ){0,4}co (?:to chuc |phan |muc |tiet muc |trao )?(?:khen thuong|trao thuong|bieu duong|vinh danh|khen)"
    r" (?:khong|ko|k|hong|chua)\b|^(?:is|are) there (?:an |any )?(?:awards?|award ceremony|commendations?)$"
)
_PIPES = re.compile("khèn", re.IGNORECASE)
"""An instrument with the letters of "khen"."""

_COUNCIL = re.compile(r"\b(?:hoi dong|ban|cong tac|phong|vu) thi dua\W+khen thuong\b")
"""Whose name alone speaks of honours: "phát biểu của Hội đồng Thi đua - Khen thưởng"."""

_SPEAKS_OF_IT = re.compile(r"(?:bao cao|tap duot|tong duyet|chuan bi)\b")
_HONOURS_THERE = re.compile(
    rf"\b(?:{_HONOURS.replace('|qua', '')}"
    r"|trao (?:\w+ ){0,4}(?:bang khen|giay khen|giai|ky niem chuong|huan chuong|danh hieu))\b"
    r"|\b(?:awards?|commendations?)\b"
)
