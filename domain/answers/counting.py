"""Answers about how many: people, items, or whatever the programme puts a number to."""

import re

from domain.answers.asked import Asked, sources, sources_of
from domain.answers.entries import Sort
from domain.answers.people import ATTENDING, DIGITS, by_level, level_says, statement
from domain.answers.phrases import words_in
from domain.answers.query import Unit
from domain.answers.texts import codes_of, meanings, read
from domain.answers.values import (
    Answer,
    Attendance,
    HeadCount,
    ItemCount,
    PlanField,
    Quoted,
)
from domain.vietnamese import fold, search_key


def count(asked: Asked) -> Answer | None:
    """How many people, or how many of anything the programme puts a number to."""
    conference = asked.conference
    words = asked.u.words
    own = {token.word for token in read(conference.issuer or "")[0]} | {
        "@" + c for _, c in read(conference.issuer or "")[1]
    }
    specific = tuple(unit for unit in asked.specific() if unit.code not in ("@delegate", "@guest"))
    if ATTENDING & words and {"nguoi", "bieu", "khach", "people", "participants", "delegates"} & words:
        specific = tuple(unit for unit in specific if unit.code not in ATTENDING and unit.code not in own)
    if (
        ({"muc", "phien", "phan"} & words or {"noi", "dung"} <= words)
        and not specific
        and asked.u.concepts <= {"delegate"}
    ):
        leaves = [s for s in asked.index.programme.sessions if s.id not in asked.index.children]
        return ItemCount(what="items", count=len(leaves))
    if conference.expected_count is not None and _TOTAL.search(" ".join(token.word for token in asked.u.tokens)):
        return HeadCount(count=conference.expected_count, text=conference.expected_text)
    if (numbered := _numbered_items(asked, specific)) is not None:
        return numbered
    if specific and not asked.u.about_conference and (counted := _counted(asked, specific)) is not None:
        return counted
    if (
        specific
        and _COUNTABLE & set(_counted_noun(asked).split())
        and not {"con", "left"} & words
        and (items := asked.sessions(asked.u.content, 0.75))
    ):
        return ItemCount(
            what="named", count=len(items), names=tuple(item.title for item in items), sources=sources_of(items)
        )
    if not specific or asked.only_conference():
        if _counted_noun(asked) in _NO_PEOPLE:
            return _counted_in_title(asked) or asked.no_information("other")
        if "units" in words or ("don" in words and "vi" in words and not {"dai", "bieu"} <= words):
            names = tuple(body.name for body in asked.index.programme.units)
            return ItemCount(what="units", count=len(names), names=names)
        if conference.expected_count is None and not conference.expected_text:
            return _quotas(asked) or asked.no_information("count")
        return HeadCount(count=conference.expected_count, text=conference.expected_text)
    return _counted(asked, specific)


_NUMBER_OF = re.compile(r"thu\d+$")


def _numbered_items(asked: Asked, specific: tuple[Unit, ...]) -> Answer | None:
    """ "có mấy chuyên đề": the items of that noun that carry numbers."""
    codes = {unit.code for unit in specific}
    if not codes:
        return None
    items = [
        session
        for session in asked.index.programme.sessions
        if codes <= (own := codes_of(session.title)) and any(map(_NUMBER_OF.match, own))
    ]
    if len(items) < 2:
        return None
    names = tuple(item.title for item in items)
    return ItemCount(what="named", count=len(items), names=names, sources=sources_of(items))


_NO_PEOPLE = words_in("nam thang lan tuoi km met")


def _counted_in_title(asked: Asked) -> Answer | None:
    """ "kỷ niệm bao nhiêu năm": what the conference's name puts a number to."""
    noun = _counted_noun(asked)
    if noun and re.search(rf"\b\d+ {noun}\b", search_key(asked.conference.title)):
        return PlanField(field="title", value=asked.conference.title)
    return None


def _quotas(asked: Asked) -> Answer | None:
    counted = [group for group in asked.index.programme.groups if group.quota is not None]
    return Attendance(groups=by_level(counted)) if counted else None


def _counted(asked: Asked, units: tuple[Unit, ...]) -> Answer | None:
    """The statement that names what is counted and holds a number."""
    levels = {
        g.level for g in asked.index.programme.groups if level_says(asked, g.level, units) and DIGITS.search(g.level)
    }
    if levels:
        chosen = [group for group in asked.index.programme.groups if group.level in levels]
        return Attendance(groups=by_level(chosen), sources=sources(*(g.source for g in chosen)))
    found = asked.index.search(units, Sort.SESSION, Sort.TASK, Sort.GROUP, Sort.FACT, Sort.FIELD)
    hits = [hit for hit in found if DIGITS.search(hit.entry.text) and hit.entry.ref not in _UNCOUNTED]
    noun = _counted_noun(asked)
    if noun == "tien":  # sums are written in đồng
        rest = tuple(unit for unit in units if unit.code != "tien")
        hits = [hit for hit in asked.index.search(rest or units) if _MONEY.search(search_key(hit.entry.text))]
        noun = ""
    exact = [hit for hit in hits if noun and _puts_number_to(asked, noun, hit.entry.text)]
    if noun and not exact:
        hits = [hit for hit in hits if _numbered(hit.entry.text)]
    best = asked.best(exact or hits, SURE_COUNT if exact or not noun else SURE_NUMBERED)
    texts = tuple(dict.fromkeys(statement(asked, hit) for hit in best))[:2]
    return Quoted(texts=texts) if texts else None


_MONEY = re.compile(r"\d (?:dong|trieu|nghin|ty|vnd)\b")


_FULL_OF_DATES = re.compile(
    r"\d+ ?(?:h|giờ|:)(?: ?\d\d)?|\d+(?: tháng)|\d+[/.-]\d+(?:[/.-]\d+)?|năm(?: học)? \d{4}|\b\d{4}\b"
)
"""Numbers that date something and count nothing."""


def _numbered(text: str) -> bool:
    return bool(DIGITS.search(_FULL_OF_DATES.sub("", text)))


_TOTAL = re.compile(
    r"\b(?:tong so|tong cong|tat ca)\b.*\b(?:dai bieu|nguoi|khach|delegates|people)\b"
    r"|\b(?:delegates|people|participants|attendees)\b.*\b(?:in total|altogether|in all)\b"
)


SURE_COUNT = 0.7


SURE_NUMBERED = 0.85
"""The same where the number does not stand before what is counted."""


_COUNTABLE = words_in("muc phien phan bai lan buoi tiet sessions session times talks")
"""What an agenda has several of."""


_UNCOUNTED = ("title", "recipients", "purpose")
"""Fields whose numbers count nothing: years, decrees."""


def _counted_noun(asked: Asked) -> str:
    """The words right behind "mấy" or "bao nhiêu": what is counted."""
    words = [token.word for token in asked.u.tokens]
    for word, *behind in zip(words, words[1:], [*words[2:], ""], strict=False):
        if word in ("may", "nhieu", "many"):
            return " ".join(behind if behind[0] in ("don", "dai", "diem") else behind[:1])
    return ""


_PEOPLE_ASKED = frozenset({"nguoi", "people"})


_PEOPLE = re.compile(
    r"\b\d+ (?:nguoi|dai bieu|dong chi|hoi vien|hoc vien|can bo|doan vien|giao vien|hoc sinh|sinh vien|khach|dang vien"
    r"|thanh vien|ban|em|chi em|delegates|people|participants|persons)\b"
)


def _puts_number_to(asked: Asked, noun: str, text: str) -> bool:
    folded = search_key(text)
    if noun in _PEOPLE_ASKED:
        return bool(_PEOPLE.search(folded.replace("/", " ")))
    return bool(re.search(rf"\b\d+ {noun}\b", folded)) or counted_in(asked, text)


def counted_in(asked: Asked, text: str) -> bool:
    """Whether a text puts a number to what the question counts; sums of money are written in đồng."""
    noun, folded = _counted_noun(asked), search_key(text)
    if noun in ("tien", "", "money", "cost"):
        return bool(_MONEY.search(folded)) or (noun == "" and _numbered(text))
    if re.search(rf"\b\d[\d.,]*(?:\s+\w+)?\s+{re.escape(noun)}\b", fold(text)):
        return True
    place = next((at for at, token in enumerate(asked.u.tokens) if token.word in _HOW_MANY), len(asked.u.tokens))
    head = next((unit.code for unit in asked.u.content if unit.at > place), "")
    beside = (*_BEHIND_NUMBER.findall(text), *_AHEAD_OF_NUMBER.findall(text))
    return any(head in meanings(words) for words in beside) if head else False


_AHEAD_OF_NUMBER = re.compile(r"([^\d:;,()]{3,60}):\s*(?:khoảng |dự kiến |about )?\d")


_HOW_MANY = frozenset({"may", "nhieu", "many"})


_BEHIND_NUMBER = re.compile(r"\d[\d.,]*((?: [^\W\d]+){1,4})")
