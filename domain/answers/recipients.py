"""Who is given something: who is honoured, and to whom a thing goes."""

import re

from domain.answers import people
from domain.answers.asked import SURE, Asked
from domain.answers.entries import Sort
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.sending import HANDING_IN
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


_GIVEN = re.compile(r"\bduoc (?:tang|trao|phong tang|vinh danh|bau chon|nhan (?:co|bang|giai|danh hieu))\b")

_WINNING = words_in("receives gets won wins winner winners thang doat trung")


def _asks_recipients(asked: Asked) -> bool:
    """ "ai được khen thưởng", "danh sách người được khen": names that a plan does not hold."""
    words = asked.u.words
    honoured = "award" in asked.u.concepts or "merit" in asked.u.concepts
    passive = "duoc" in words or "nhan" in words or "list" in asked.u.concepts or bool(words & _WINNING)
    given = bool(_GIVEN.search(" ".join(token.word for token in asked.u.tokens)))
    return ((honoured and passive) or given) and not asked.u.asks(Kind.DEADLINE, Kind.WHEN, Kind.COUNT)
