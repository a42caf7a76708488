"""What each of many gets or sends: "mỗi thôn được mấy người", "xã em mấy suất"."""

import re

from domain.answers.asked import Asked, sources
from domain.answers.coverage import explained
from domain.answers.entries import Sort
from domain.answers.heads import asks_heads
from domain.answers.people import by_level
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.scope import OWN_WORDS
from domain.answers.sufficing import covers
from domain.answers.values import (
    Answer,
    Attendance,
    Quoted,
)
from domain.vietnamese import search_key

_EACH = re.compile(r"\bmỗi ([^\d:;()]{1,40}?)\s*(?:cử |có |là |được |gồm |mời )?(?:từ )?\d", re.IGNORECASE)
"""A share: "mỗi thôn 05 người", "mỗi xã, thị trấn cử 02 đại biểu"."""

_ANY_BODY = words_in("don vi")


def share_of_each(asked: Asked) -> Answer | None:
    """ "Mỗi thôn được mấy người": the statement that gives each of those named its number."""
    words = [token.word for token in asked.u.tokens]
    named = next((_named_share(words, at) for at in range(len(words)) if _named_share(words, at)), "")
    if not named or asked.u.asks(Kind.DURATION):
        return None
    if _OF_ANY.search(asked.u.key):
        return _sent_by_each(asked)
    groups = [g for g in asked.index.programme.groups if _gives_each(g.text, named)]
    if groups:
        shown = [Attendance(groups=by_level([group]), sources=sources(group.source)) for group in groups]
        return max(shown, key=lambda each: explained(asked, each))
    texts = asked.index.texts(Sort.TASK, Sort.FACT, Sort.SESSION)
    told = next((text for text in texts if _gives_each(text, named)), None)
    found = Quoted(texts=(told,)) if told else None
    return found if found is not None and covers(asked, found) else None


def asks_each(question: str) -> bool:
    """Whether a question, in plain letters, asks how many people each body sends."""
    return bool(_OF_ANY.search(question)) and asks_heads(question)


def tells_each(text: str) -> bool:
    """Whether a statement gives each body of a kind a number of people."""
    return bool(_SENT.search(text))


def _sent_by_each(asked: Asked) -> Answer | None:
    """ "Mỗi đơn vị cử mấy người": every line that gives bodies of a kind a number of people; no number of all."""
    if not asks_heads(asked.u.key):
        return None
    groups = [group for group in asked.index.programme.groups if _SENT.search(group.text)]
    if groups:
        return Attendance(groups=by_level(groups), sources=sources(*(group.source for group in groups)))
    texts = (asked.conference.expected_text or "", *asked.index.texts(Sort.TASK, Sort.FACT))
    told = tuple(dict.fromkeys(text for text in texts if _SENT.search(text)))
    return Quoted(texts=told[:_MOST_LINES]) if told else asked.no_information("count")


_MOST_LINES = 3
_OF_ANY = re.compile(
    r"\b(?:moi|tung|cac|moi mot) (?:don vi|co quan|to chuc|noi|dia phuong)\b.*\b(?:may|bao nhieu)\b"
    r"|\b(?:may|bao nhieu) \w+(?: \w+)? (?:moi|cho moi|tu moi) (?:don vi|co quan|to chuc|noi)\b"
)
_BODY = (
    r"(?:đơn vị|cơ quan|xã|phường|thị trấn|huyện|tỉnh|thành phố|thôn|ấp|bản|khu phố|tổ dân phố|sở|phòng|trường|khoa"
    r"|chi (?:bộ|hội|đoàn|cục|nhánh)|đảng bộ|hội|đoàn|bệnh viện|trung tâm|trạm|công ty|doanh nghiệp|htx|hợp tác xã|lớp"
    r"|điểm cầu|cụm|nhà trường|công đoàn|cơ sở)"
)
_PEOPLE = (
    r"(?:người|đại biểu|đồng chí|đ/c|học viên|giáo viên|sinh viên|học sinh|hội viên|đoàn viên|cán bộ|công chức"
    r"|nhân viên|bác sĩ|em|cháu|trẻ em|trại sinh|vận động viên|lãnh đạo|khách|vị|suất)"
)
_SENT = re.compile(
    rf"\bmỗi {_BODY}\b[^\d:;().]{{0,40}}?\d[^.;()]{{0,30}}?\s{_PEOPLE}\b|\d+ {_PEOPLE}\s*/\s*(?:\d+ )?{_BODY}\b",
    re.IGNORECASE,
)


def _gives_each(text: str, named: str) -> bool:
    """Whether a statement gives a number to each of those named, or to each unit of a kind that it names."""
    for share in _EACH.finditer(text):
        sharing = set(search_key(share[1]).split())
        if named in sharing or (sharing >= _ANY_BODY and named in search_key(text).split()):
            return True
    return False


def _named_share(words: list[str], at: int) -> str:
    """Who shares: the word behind "mỗi", or before "em", "mình" and the like at the head ("xã em")."""
    if words[at] == "moi" and at + 1 < len(words):
        return words[at + 1]
    return words[0] if at == 1 and words[1] in OWN_WORDS | {"chau"} else ""
