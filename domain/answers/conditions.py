"""Questions with a condition ("nếu mưa thì sao"): what the paper says for that case."""

import re
from dataclasses import replace

from domain.answers.asked import Asked
from domain.answers.entries import Sort
from domain.answers.phrases import words_in
from domain.answers.texts import letters_of
from domain.answers.values import Answer, Existence, Neighbour, Practical, Quoted, Responsible
from domain.conference import Source, Task
from domain.nested import texts_in
from domain.vietnamese import search_key


def conditional(asked: Asked) -> Answer | None:
    """ "Nếu mưa thì sao": the statement that says what holds under the condition."""
    if not asks_condition(asked):
        return None
    if not asked.specific():
        return _in_plain_words(asked)
    hits = asked.index.search(asked.u.content, Sort.FACT, Sort.TASK, Sort.FIELD)
    found = asked.best([hit for hit in hits if _CONDITION.search(hit.entry.text)], TOLD_IF)[:1]
    tasks = [hit.entry.ref for hit in found if isinstance(hit.entry.ref, Task)]
    if tasks:
        return asked.led(tasks)
    return Quoted(texts=(found[0].entry.text,)) if found else None


def _in_plain_words(asked: Asked) -> Answer | None:
    """ "Nếu không đủ đại biểu thì sao": the one statement made for a case of which these words tell, all of them."""
    said = {token.word for token in asked.u.tokens} - _PUTTING
    texts = {e.text: e for e in asked.index.entries if e.sort is Sort.FACT and _CASE.match(e.text)}
    held = [text for text in texts if len(said) > 1 and said <= set(letters_of(text).split())]
    return Quoted(texts=(held[0],)) if len(held) == 1 else None


_CASE = re.compile(r"(?:nếu|trường hợp|phòng khi|if|in case)\b", re.IGNORECASE)
_PUTTING = words_in("neu thi sao lam truong hop xu ly the nao nhu gi a ha vay lo nho gia su if in case what then")


def asks_condition(asked: Asked) -> bool:
    """Whether the question puts a case."""
    return bool(_IF.search(asked.u.text.casefold()))


TOLD_IF = 0.45
"""Share of a question with a condition that a statement with one must explain."""

_IF = re.compile(
    r"\b(?:nếu|neu(?! (?:cau hoi|y kien|ly do|guong|ten|cao|ro|van de))"
    r"|lỡ|nhỡ|lo (?:co|bi|mua|mat)|trường hợp|truong hop|giả sử|if|in case)\b"
    r"|\b(?:thì|thi) (?:dời|doi|chuyển|chuyen|hoãn|hoan|lùi|lui|làm sao|xử lý|xu ly)\b"
    r"|\bthì sao\b|\bthi sao\b|\b(?:trời mưa|troi mua|mưa|mua) (?:thì|thi)\b"
)
_CONDITION = re.compile(
    r"\b(?:nếu|trường hợp|phòng khi|khi|phương án|dự phòng|thay bằng|thời tiết xấu"
    r"|if|in case|otherwise|unless|should|replace)\b",
    re.IGNORECASE,
)


def holds_condition(text: str) -> bool:
    """Whether a statement is made for a case."""
    return bool(_CONDITION.search(text))


def leaves_span(asked: Asked, found: Existence | Quoted) -> bool:
    """ "Mới làm 2 tháng có được thi không": that there are contests is no yes; what is told speaks of such a length."""
    spans = {unit: number for number, unit in _SPAN.findall(asked.u.key)}
    if not spans or not _MAY.search(asked.u.key):
        return False
    told = texts_in(found if isinstance(found, Quoted) else replace(found, what=""), without=Source)
    said = [{unit: number for number, unit in _SPAN.findall(search_key(text))} for text in told]
    alike = isinstance(found, Quoted)
    return not any(spans.keys() <= each.keys() and (alike or spans == each) for each in said)


def leaves_case(asked: Asked, found: Answer) -> bool:
    """ "Chưa đăng ký có được dự không": what holds for those who are registered tells nothing of those who are not."""
    if not isinstance(found, Existence | Quoted | Practical | Responsible | Neighbour) or not _UNMET.search(
        asked.u.key
    ):
        return False
    told = texts_in(replace(found, what="") if isinstance(found, Existence) else found, without=Source)
    return not any(map(_IN_THAT_CASE.search, told))


_NO = r"(?:khong|ko|k|hong|hok|chua)"
_UNMET = re.compile(
    rf"\b(?:{_NO} (?:co ten|co trong|co (?:giay|the|ve)|dat|du|kip|dang ky|dang ki|xac nhan|nop|gui|di|den|toi|qua)"
    r"|bo lo|qua han|tre han|het han|dang ky tre|dang ki tre|truot|rot)\b.*"
    rf"\b(?:duoc|dc|sao|phai|bi|hoan)\b.*\b{_NO}(?: a| vay| nhi| ha| em| z)?$"
)
"""Puts the case that somebody has not done, or is not, what is wanted."""

_IN_THAT_CASE = re.compile(
    r"\b(?:không|chưa|ngoài|trừ|nếu|trường hợp|trễ|muộn|quá hạn|bổ sung|vắng|tại chỗ|tự do|mọi|tất cả|thay|lại"
    r"|trực tuyến)\b",
    re.IGNORECASE,
)

_SPAN = re.compile(r"\b0?(\d+) (thang|nam|tuoi|tuan)\b(?! \d)")
_MAY = re.compile(r"\bduoc\b.*\b(?:khong|ko|k|chua)$")
