"""Who is given something: who is honoured, and to whom a thing goes."""

import re

from domain.answers import people
from domain.answers.asked import SURE, Asked
from domain.answers.entries import Sort
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.sending import HANDING_IN
from domain.answers.texts import clauses_of, meanings
from domain.answers.values import Answer, Quoted


def awardees(asked: Asked) -> Answer | None:
    if not _asks_recipients(asked) or _fetched(asked):
        return None
    return asked.no_information("awardees")


def _fetched(asked: Asked) -> bool:
    """ "Ai đi nhận cờ mang tới": the work of fetching what others are given."""
    if not _FETCHES.search(asked.u.key):
        return False
    hits = asked.index.search(asked.u.content, Sort.TASK)
    return any("nhan" in hit.entry.own and hit.coverage >= SURE for hit in hits)


_FETCHES = re.compile(r"\b(?:ai|don vi nao|nguoi nao)(?: se)? (?:di|phu trach|lo|chiu trach nhiem|len|ve) nhan\b")

_TO_WHOM = re.compile(r"(?<!\w)(?:cho|toi|den|tang) (?:nhung )?(?:ai|nguoi nao|don vi nao|doi tuong nao)(?!\w)|to whom")


def receivers(asked: Asked) -> Answer | None:
    """ "… trao cho ai": the statement that says to whom, else that it is not known; who does it is no answer."""
    if not _TO_WHOM.search(asked.u.key) or asked.u.asks(Kind.RECIPIENTS):
        return None
    said = tuple(u for u in asked.u.content if u.code in asked.index.postings or u.code not in HANDING_IN)
    hits = asked.best(asked.index.search(said, Sort.SESSION, Sort.TASK, Sort.FACT))
    saying = [hit for hit in hits if re.search(r"\b(?:cho|tới|đến|về) ", hit.entry.text)]
    if not saying:
        return asked.no_information("who")
    return Quoted(texts=tuple(dict.fromkeys(people.statement(asked, hit) for hit in saying))[:2])


def granted(asked: Asked) -> Answer | None:
    """ "Ai được cấp giấy chứng nhận", "điều kiện để được cấp": the clause that says to whom, or on what terms."""
    found = _TERMS.search(asked.u.key)
    if found is None:
        return None
    matter = asked.beyond(_GRANTING)
    hits = asked.index.search(matter, Sort.FACT, Sort.TASK, Sort.FIELD)[:_LOOKED_AT] if matter else []
    clauses = [clause for hit in hits for clause in clauses_of(hit.entry.text) if _ON_TERMS.search(clause)]
    told = dict.fromkeys(clause for clause in clauses if all(unit.is_in(meanings(clause)) for unit in matter))
    if told:
        return Quoted(texts=tuple(told)[:2])
    return asked.no_information("other") if found["whom"] else None


_TERMS = re.compile(
    r"\b(?P<whom>ai|(?:nguoi|hoc vien|dai bieu|doi tuong|tac gia|sinh vien) nao)(?: (?:thi|moi|se))* "
    r"duoc (?:cap|nhan|phat|lay) (?:giay )?(?:chung nhan|chung chi|cme)\b"
    r"|\bdieu kien\b.*\b(?:cap|nhan|phat|lay|co|duoc)\b"
    r"|\b(?:lam sao|phai lam gi|the nao|phai hoc may buoi)(?: de| moi)? (?:duoc )?(?:cap|nhan|lay)\b"
    r"|\bwho (?:gets?|receives?|is given) (?:a |the )?certificates?\b|\b(?:requirements?|conditions?) (?:for|to get)\b"
)
_GRANTING = words_in(
    "ai cap nhan phat lay duoc dieu kien lam sao phai gi the nao de moi se thi co can la nguoi hoc vien dai bieu doi"
    " tuong tac gia sinh gets get receives receive given requirement requirements condition conditions @delegate may"
    " buoi"
)
_ON_TERMS = re.compile(
    r"\b(?:cho|đối với|chỉ|khi|nếu)\b.*\b(?:đủ|đạt|hoàn thành|tham (?:gia|dự)|dự|điểm danh|từ \d|ít nhất|trở lên)\b"
    r"|\b(?:đủ|đạt|hoàn thành|từ \d|ít nhất|vắng|nghỉ)\b.*\b(?:được|không)(?: được)? (?:cấp|nhận|xét)"
    r"|\bđược (?:cấp|nhận)\b.*\b(?:nếu|khi|đủ|đạt)\b|\bđiều kiện\b",
    re.IGNORECASE,
)
_LOOKED_AT = 12


_GIVEN = re.compile(r"\bduoc (?:tang|trao|phong tang|vinh danh|bau chon|nhan (?:co|bang|giai|danh hieu))\b")

_WINNING = words_in("receives gets won wins winner winners thang doat trung")


def _asks_recipients(asked: Asked) -> bool:
    """ "ai được khen thưởng", "danh sách người được khen": names that a plan does not hold."""
    words = asked.u.words
    honoured = "award" in asked.u.concepts or "merit" in asked.u.concepts
    passive = "duoc" in words or "nhan" in words or "list" in asked.u.concepts or bool(words & _WINNING)
    given = bool(_GIVEN.search(" ".join(token.word for token in asked.u.tokens)))
    return ((honoured and passive) or given) and not asked.u.asks(Kind.DEADLINE, Kind.WHEN, Kind.COUNT)
