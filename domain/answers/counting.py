"""Answers about how many: people, items, or whatever the programme puts a number to."""

import re
from collections.abc import Callable

from domain.answers.asked import Asked, sources, sources_of
from domain.answers.counted import (
    PERCENT,
    counted_noun,
    counted_words,
    counts_other_things,
    numbered,
    puts_number_to,
    without_shares,
)
from domain.answers.entries import Entry, Hit, Sort
from domain.answers.heads import asks_heads, counts_heads
from domain.answers.money import PRICE_WORDS, SUM
from domain.answers.people import ATTENDING, DIGITS, HEADS_FIRST, by_level, guests_counted, level_says, statement
from domain.answers.phrases import words_in
from domain.answers.query import Unit
from domain.answers.shares import share_of_each
from domain.answers.texts import meanings, read
from domain.answers.values import (
    Answer,
    Attendance,
    GroupLines,
    HeadCount,
    ItemCount,
    PlanField,
    Quoted,
)
from domain.conference import Group, Moment
from domain.vietnamese import search_key


def count(asked: Asked) -> Answer | None:
    """How many people, or how many of anything the programme puts a number to."""
    specific = _without_attending(asked)
    for rule in _COUNTS:
        if (found := rule(asked, specific)) is not None:
            return found
    return _counted(asked, specific) if specific and not asked.only_conference() else _of_whole(asked)


def _without_attending(asked: Asked) -> tuple[Unit, ...]:
    """What is counted: not the delegates, and of people, not that they come nor whose guests they are."""
    words = asked.u.words
    specific = tuple(unit for unit in asked.specific() if unit.code not in ("@delegate", "@guest"))
    if not (ATTENDING & words and {"nguoi", "bieu", "khach", "people", "participants", "delegates"} & words):
        return specific
    tokens, concepts = read(asked.conference.issuer or "")
    own = {token.word for token in tokens} | {"@" + code for _, code in concepts}
    return tuple(unit for unit in specific if unit.code not in ATTENDING and unit.code not in own)


def _all_items(asked: Asked, specific: tuple[Unit, ...]) -> ItemCount | None:
    """ "Có mấy mục": all items of the agenda that have no parts."""
    asks = {"muc", "phien", "phan"} & asked.u.words or {"noi", "dung"} <= asked.u.words
    if not asks or specific or not asked.u.concepts <= {"delegate"}:
        return None
    leaves = [session for session in asked.index.programme.sessions if session.id not in asked.index.children]
    if asked.u.when.day is None and asked.u.when.part is None:
        return ItemCount(what="items", count=len(leaves))
    there = [session for session in leaves if asked.in_scope(session)]
    return ItemCount(what="named", count=len(there), names=tuple(each.title for each in there)) if there else None


def _total(asked: Asked, specific: tuple[Unit, ...]) -> HeadCount | None:
    """ "Tổng số bao nhiêu đại biểu": the number of the whole, where no level is named."""
    conference = asked.conference
    called = tuple(unit for unit in specific if unit.code not in _CALLED_TO)
    if any(level_says(asked, group.level, called) for group in asked.index.programme.groups):
        return None
    if conference.expected_count is None or not _TOTAL.search(" ".join(token.word for token in asked.u.tokens)):
        return None
    return HeadCount(count=conference.expected_count, text=conference.expected_text)


def _stated(asked: Asked, specific: tuple[Unit, ...]) -> Answer | None:
    return _counted(asked, specific) if specific and not asked.u.about_conference else None


def _items_meant(asked: Asked, specific: tuple[Unit, ...]) -> ItemCount | None:
    """ "Có mấy phiên thảo luận": the items that are meant, where no number of them is stated."""
    if not specific or PERCENT.search(asked.u.key) or {"con", "left"} & asked.u.words:
        return None
    if not _COUNTABLE & set(counted_noun(asked).split()):
        return None
    items = asked.sessions(asked.u.content, 0.75)
    names = tuple(item.title for item in items)
    return ItemCount(what="named", count=len(items), names=names, sources=sources_of(items)) if items else None


def _of_whole(asked: Asked) -> Answer | None:
    """How many units, years or people the whole conference has."""
    conference, words = asked.conference, asked.u.words
    if counted_noun(asked) in _NO_PEOPLE:
        return _counted_in_title(asked) or asked.no_information("other")
    if "units" in words or counted_noun(asked).startswith("don vi"):
        names = tuple(body.name for body in asked.index.programme.units)
        return ItemCount(what="units", count=len(names), names=names)
    if conference.expected_count is None and (lines := _of_all(asked)):
        return Attendance(groups=(GroupLines("", lines),))
    if conference.expected_count is None and not conference.expected_text:
        return _quotas(asked) or asked.no_information("count")
    return HeadCount(count=conference.expected_count, text=conference.expected_text)


def _of_all(asked: Asked) -> tuple[str, ...]:
    """The lines that begin with how many delegates or guests there are, where nothing adds them up."""
    groups = asked.index.programme.groups
    texts = [*(fact.text for fact in asked.index.facts), *(group.level for group in groups)]
    texts += [f"{g.level}: {found[0]}" for g in groups if g.level and (found := HEADS_FIRST.match(g.description))]
    lines = dict.fromkeys(text for text in texts if _SO_MANY.match(text))
    if "guest" in asked.u.concepts and not {"dai", "delegates"} & asked.u.words:
        lines = {line: None for line in lines if "khách" in line.lower()}
    return tuple(one for one in lines if not any(one != other and other.startswith(one) for other in lines))[:_LINES]


_SO_MANY = re.compile(
    r"(?:tổng số|tổng cộng|số lượng|đại biểu|khách|thành phần|người (?:dự|tham dự))\b(?:(?! bầu| đương nhiên| chỉ định)"
    r" [^\W\d]+){0,3}\s*[:(]?\s*(?:khoảng |dự kiến )?\d+ (?:người|đại biểu|đồng chí|đ/c|vị|khách)\b",
    re.IGNORECASE,
)
_LINES = 4


_CALLED_TO = words_in("trieu tap moi @invited_delegate")
"""How everybody comes to be there: "triệu tập tổng cộng mấy người" counts them all."""

_NO_PEOPLE = words_in("nam thang lan tuoi km met")


def _counted_in_title(asked: Asked) -> Answer | None:
    """ "kỷ niệm bao nhiêu năm": what the conference's name puts a number to."""
    noun = counted_noun(asked)
    if noun and re.search(rf"\b\d+ {noun}\b", search_key(asked.conference.title)):
        return PlanField(field="title", value=asked.conference.title)
    return None


def _quotas(asked: Asked) -> Answer | None:
    """The parts that the paper counts, each by its heading or its lines, where nothing adds them up."""
    groups = asked.index.programme.groups
    levels = tuple(dict.fromkeys(group.level for group in groups if _SO_MANY_THERE.search(group.level)))
    counted = [group for group in groups if group.quota is not None and group.level not in levels]
    parts = (*([GroupLines("", levels)] if levels else []), *by_level(counted))
    return Attendance(groups=parts) if parts else None


_SO_MANY_THERE = re.compile(r"\d (?:người|đại biểu|đồng chí|đ/c|vị|khách|học viên|sinh viên)\b", re.IGNORECASE)
"""The heading of those who come, with how many they are: "Tại điểm cầu tỉnh (180 đại biểu)"."""


def _counted(asked: Asked, units: tuple[Unit, ...]) -> Answer | None:
    """The level, else the statement, that names what is counted and holds a number."""
    said = [group for group in asked.index.programme.groups if level_says(asked, group.level, units)]
    levels = {group.level for group in said if DIGITS.search(group.level)}
    if levels:
        chosen = [group for group in asked.index.programme.groups if group.level in levels]
        return Attendance(groups=by_level(chosen), sources=sources(*(g.source for g in chosen)))
    return _summed(asked, {group.level for group in said}) or _of_level(asked, units) or _quoted(asked, units)


def _quoted(asked: Asked, units: tuple[Unit, ...]) -> Answer | None:
    """The statements that put a number to what is counted."""
    noun, hits = _with_numbers(asked, units)
    exact = [hit for hit in hits if noun and puts_number_to(asked, noun, hit.entry.text)]
    if noun and not exact:
        hits = (_of_groups(hits) if asks_heads(asked.u.key) else []) or hits
        hits = [hit for hit in hits if not _PEOPLE_COUNTED.search(counted_words(asked))]
        hits = [hit for hit in hits if numbered(without_shares(asked, hit.entry.text))]
        hits = [hit for hit in hits if not counts_other_things(asked, hit.entry.text)]
        if {unit.code for unit in units} == {noun}:
            hits = []  # "có mấy xã": a line that names one and counts something else tells nothing of it
    best = asked.best(exact or hits, SURE_COUNT if exact or not noun else SURE_NUMBERED)
    named = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Group)]
    if len(named) > 1 and len(named) == len(best) and (whole := _summed(asked, {group.level for group in named})):
        return whole
    texts = tuple(dict.fromkeys(statement(asked, hit) for hit in best))[:2]
    if not noun and len(texts) == 1:
        texts = _price_named(texts[0], units)
    return Quoted(texts=texts) if texts else None


def _with_numbers(asked: Asked, units: tuple[Unit, ...]) -> tuple[str, list[Hit]]:
    """The noun that is counted, none where a sum is asked for, and the statements with numbers or sums."""
    noun, words = counted_noun(asked), {token.word for token in asked.u.tokens}
    if noun == "tien" or {"how", "much"} <= words:
        rest = tuple(unit for unit in units if unit.code not in PRICE_WORDS)
        noun, hits = "", [hit for hit in asked.index.search(rest or units) if SUM.search(_whole(hit.entry))]
    else:
        found = asked.index.search(units, Sort.SESSION, Sort.TASK, Sort.GROUP, Sort.FACT, Sort.FIELD)
        hits = [hit for hit in found if DIGITS.search(hit.entry.text) and not _counts_nothing(asked, hit.entry)]
    if asks_heads(asked.u.key):
        hits = [hit for hit in hits if counts_heads(hit.entry.text)]
    return noun, hits


def _counts_nothing(asked: Asked, entry: Entry) -> bool:
    """Whether the numbers of a field count nothing; an aim may count just those: "120 điển hình (35 tập thể)"."""
    if entry.ref not in _UNCOUNTED:
        return False
    words = counted_words(asked)
    said = " " in words and re.search(rf"(?<![\d/])\d{{1,4}} {re.escape(words)}\b", search_key(entry.text))
    return entry.ref != "purpose" or not said


def _of_groups(hits: list[Hit]) -> list[Hit]:
    """Those of the statements that tell who comes, where one of them explains most of the question."""
    return [hit for hit in hits if hit.entry.sort is Sort.GROUP and hit.coverage >= SURE_NUMBERED]


def _summed(asked: Asked, levels: set[str]) -> Answer | None:
    """ "Bao nhiêu đại biểu chính thức": the lines of those called so, each with one number, and what they make."""
    whole = [group for group in asked.index.programme.groups if group.level in levels]
    numbers = [_PERSONS.findall(group.description) for group in whole]
    if len(levels) != 1 or not all(levels) or len(whole) < 2 or any(len(found) != 1 for found in numbers):
        return None
    total = sum(int(found[0]) for found in numbers)
    return Attendance(groups=by_level(whole), count=str(total), sources=sources(*(g.source for g in whole)))


_PERSONS = re.compile(
    r"(?<![\d./])\d{1,4}(?![\d./])(?! (?:chi bộ|xã|huyện|tỉnh|đơn vị|thôn|khu|trường|phường|năm|tháng))"
)
"""A number that counts those of a line, and not the bodies that they come from."""


def _of_level(asked: Asked, units: tuple[Unit, ...]) -> Answer | None:
    """ "Lớp 3 có bao nhiêu học viên": the one line of those called so, whatever the people in it are called."""
    people = set(counted_words(asked).split())
    named = tuple(unit for unit in units if unit.code not in people)
    said = [group for group in asked.index.programme.groups if named and level_says(asked, group.level, named)]
    if len(named) == len(units) or len(said) != 1 or not DIGITS.search(said[0].description):
        return None
    return Attendance(groups=by_level(said), sources=sources(said[0].source))


def _price_named(text: str, units: tuple[Unit, ...]) -> tuple[str, ...]:
    """Of a list of prices those that are asked for: "Regular: USD 250; student: USD 120"."""
    clauses = [clause.strip(" .") for clause in re.split(r";\s*", text) if SUM.search(clause)]
    wanted = {unit.code for unit in units if unit.code not in PRICE_WORDS}
    named = tuple(clause for clause in clauses if wanted & meanings(clause))
    return named or (text,)


def _whole(entry: Entry) -> str:
    """A statement with all that its line says."""
    return entry.ref.text if isinstance(entry.ref, Moment) else entry.text


_TOTAL = re.compile(
    r"\b(?:tong so|tong cong|tat ca)\b.*"
    r"\b(?:dai bieu|nguoi|khach|hoc vien|hoc sinh|sinh vien|dang vien|delegates|people)\b"
    r"|\b(?:delegates|people|participants|attendees)\b.*\b(?:in total|altogether|in all)\b"
)

SURE_COUNT = 0.7

SURE_NUMBERED = 0.85
"""The same where the number does not stand before what is counted."""

_COUNTABLE = words_in("muc phien phan bai lan buoi tiet sessions session times talks")
"""What an agenda has several of."""

_UNCOUNTED = ("title", "recipients", "purpose")
"""Fields whose numbers count nothing: years, decrees."""

_PEOPLE_COUNTED = re.compile(r"^(?:hoc vien|hoc sinh|sinh vien|dang vien|doan vien|hoi vien|giao vien|can bo)$")
"""Who is counted by a number that stands before the word, and by no other number of the same line."""


_COUNTS: tuple[Callable[[Asked, tuple[Unit, ...]], Answer | None], ...] = (
    _all_items,
    lambda asked, _: guests_counted(asked),
    _total,
    lambda asked, _: share_of_each(asked),
    _stated,
    _items_meant,
)
"""What is tried, in this order, before the number of the whole."""
