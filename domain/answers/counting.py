"""Answers about how many: people, items, or whatever the programme puts a number to."""

import re
from collections.abc import Iterator

from domain.answers.asked import Asked, sources, sources_of
from domain.answers.coverage import explained
from domain.answers.entries import Entry, Hit, Sort
from domain.answers.heads import asks_heads, counts_heads
from domain.answers.money import PRICE_WORDS, SUM, asks_price
from domain.answers.people import ATTENDING, DIGITS, by_level, guests_counted, level_says, statement
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.scope import OWN_WORDS
from domain.answers.sufficing import covers
from domain.answers.texts import codes_of, meanings, read
from domain.answers.values import (
    Answer,
    Attendance,
    HeadCount,
    ItemCount,
    PlanField,
    Quoted,
)
from domain.conference import Group, Moment, Session
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
    if (guests := guests_counted(asked)) is not None:
        return guests
    called = tuple(unit for unit in specific if unit.code not in _CALLED_TO)
    part = any(level_says(asked, group.level, called) for group in asked.index.programme.groups)
    if not part and conference.expected_count is not None and _TOTAL.search(" ".join(t.word for t in asked.u.tokens)):
        return HeadCount(count=conference.expected_count, text=conference.expected_text)
    if (share := _share(asked)) is not None:
        return share
    if (numbered := _numbered_items(asked, specific)) is not None:
        return numbered
    if specific and not asked.u.about_conference and (counted := _counted(asked, specific)) is not None:
        return counted
    if (
        specific
        and not _PERCENT.search(asked.u.key)
        and _COUNTABLE & set(_counted_noun(asked).split())
        and not {"con", "left"} & words
        and (items := asked.sessions(asked.u.content, 0.75) or _of_countable(asked))
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


def _of_countable(asked: Asked) -> list[Session]:
    """ "Giải lao mấy lần": the items meant, where none bears the word that they are counted by."""
    rest = tuple(unit for unit in asked.u.content if unit.code not in _COUNTABLE)
    return asked.sessions(rest, 0.75) if rest and len(rest) < len(asked.u.content) else []


_PERCENT = re.compile(r"\bphan tram\b")
""" "Bao nhiêu phần trăm" counts no parts."""


_EACH = re.compile(r"\bmỗi ([^\d:;()]{1,40}?)\s*(?:cử |có |là |được |gồm |mời )?(?:từ )?\d", re.IGNORECASE)
"""A share: "mỗi thôn 05 người", "mỗi xã, thị trấn cử 02 đại biểu"."""

_ANY_BODY = words_in("don vi")


def _share(asked: Asked) -> Answer | None:
    """ "Mỗi thôn được mấy người": the statement that gives each of those named its number."""
    words = [token.word for token in asked.u.tokens]
    named = next((_named_share(words, at) for at in range(len(words)) if _named_share(words, at)), "")
    if not named or asked.u.asks(Kind.DURATION):
        return None
    groups = [g for g in asked.index.programme.groups if _gives_each(f"{g.level}: {g.description}", named)]
    if groups:
        shown = [Attendance(groups=by_level([group]), sources=sources(group.source)) for group in groups]
        return max(shown, key=lambda each: explained(asked, each))
    told = next((text for text in _statements(asked) if _gives_each(text, named)), None)
    found = Quoted(texts=(told,)) if told else None
    return found if found is not None and covers(asked, found) else None


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


def _statements(asked: Asked) -> Iterator[str]:
    programme = asked.index.programme
    yield from (task.text for task in programme.tasks)
    yield from (fact.text for fact in asked.index.facts)
    yield from (session.title for session in programme.sessions)


_CALLED_TO = words_in("trieu tap moi @invited_delegate")
"""How everybody comes to be there: "triệu tập tổng cộng mấy người" counts them all."""

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
    if whole := _summed(asked, {g.level for g in asked.index.programme.groups if level_says(asked, g.level, units)}):
        return whole
    if (share := _of_level(asked, units)) is not None:
        return share
    found = asked.index.search(units, Sort.SESSION, Sort.TASK, Sort.GROUP, Sort.FACT, Sort.FIELD)
    hits = [hit for hit in found if DIGITS.search(hit.entry.text) and hit.entry.ref not in _UNCOUNTED]
    noun, words = _counted_noun(asked), {token.word for token in asked.u.tokens}
    if noun == "tien" or {"how", "much"} <= words:  # a sum is asked for
        rest = tuple(unit for unit in units if unit.code not in PRICE_WORDS)
        hits = [hit for hit in asked.index.search(rest or units) if SUM.search(_whole(hit.entry))]
        noun = ""
    if asks_heads(asked.u.key):
        hits = [hit for hit in hits if counts_heads(hit.entry.text)]
    exact = [hit for hit in hits if noun and _puts_number_to(asked, noun, hit.entry.text)]
    if noun and not exact:
        hits = (_of_groups(hits) if asks_heads(asked.u.key) else []) or hits
        hits = [hit for hit in hits if not _PEOPLE_COUNTED.search(_counted_words(asked))]
        hits = [hit for hit in hits if _numbered(_without_shares(asked, hit.entry.text))]
    best = asked.best(exact or hits, SURE_COUNT if exact or not noun else SURE_NUMBERED)
    named = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Group)]
    if len(named) > 1 and len(named) == len(best) and (whole := _summed(asked, {group.level for group in named})):
        return whole
    texts = tuple(dict.fromkeys(statement(asked, hit) for hit in best))[:2]
    if not noun and len(texts) == 1:
        texts = _price_named(texts[0], units)
    return Quoted(texts=texts) if texts else None


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
    people = set(_counted_words(asked).split())
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


_FULL_OF_DATES = re.compile(
    r"\d+ ?(?:h|giờ|:)(?: ?\d\d)?|\d+(?: tháng)|\d+[/.-]\d+(?:[/.-]\d+)?|năm(?: học)? \d{4}|\b\d{4}\b|số \d+[-/]\S+"
)
"""Numbers that date something and count nothing."""


def _numbered(text: str) -> bool:
    return bool(DIGITS.search(_FULL_OF_DATES.sub("", text)))


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


def _counted_noun(asked: Asked) -> str:
    """The words right behind "mấy" or "bao nhiêu": what is counted."""
    words = [token.word for token in asked.u.tokens]
    for word, *behind in zip(words, words[1:], [*words[2:], ""], strict=False):
        if word in ("may", "nhieu", "many"):
            if behind[0] in _EACH_ONE and asks_price(asked.u.key, asked.u.words):
                return "tien"  # "tiền phòng bao nhiêu một đêm"
            return " ".join(behind if behind[0] in ("don", "dai", "diem") else behind[:1])
    return ""


_EACH_ONE = words_in("mot moi 1 ngay dem nguoi suat")


def _counted_words(asked: Asked) -> str:
    """The two words right behind "mấy" or "bao nhiêu"."""
    words = [token.word for token in asked.u.tokens]
    place = next((at for at, word in enumerate(words) if word in _HOW_MANY), len(words))
    return " ".join(words[place + 1 : place + 3])


_PEOPLE_COUNTED = re.compile(r"^(?:hoc vien|hoc sinh|sinh vien|dang vien|doan vien|hoi vien|giao vien|can bo)$")
"""Who is counted by a number that stands before the word, and by no other number of the same line."""

_PEOPLE_ASKED = frozenset({"nguoi", "em", "chau", "vi", "people"})


_PEOPLE = re.compile(
    r"\b\d+ (?:nguoi|dai bieu|dong chi|hoi vien|hoc vien|can bo|doan vien|giao vien|hoc sinh|sinh vien|khach|dang vien"
    r"|thanh vien|ban|em|chi em|delegates|people|participants|persons)\b"
)


def _puts_number_to(asked: Asked, noun: str, text: str) -> bool:
    folded = search_key(_without_shares(asked, text))
    if noun in _PEOPLE_ASKED:
        return bool(_PEOPLE.search(folded.replace("/", " ")))
    return bool(re.search(rf"\b\d+ {noun}\b", folded)) or counted_in(asked, text)


def _without_shares(asked: Asked, text: str) -> str:
    """A text without its shares, where none is asked for: "100% học sinh" tells no number of them."""
    return text if _PERCENT.search(asked.u.key) else _PERCENTAGE.sub("", text)


_PERCENTAGE = re.compile(r"\d+ ?%")


def counted_in(asked: Asked, text: str) -> bool:
    """Whether a text puts a number to what the question counts; sums of money are written in đồng."""
    noun = _counted_noun(asked)
    if noun in ("tien", "", "money", "cost"):
        return bool(SUM.search(text)) or (noun == "" and _numbered(text))
    if re.search(rf"\b\d[\d.,]*(?:\s+\w+)?\s+{re.escape(noun)}\b", fold(text)):
        return True
    place = next((at for at, token in enumerate(asked.u.tokens) if token.word in _HOW_MANY), len(asked.u.tokens))
    head = next((unit.code for unit in asked.u.content if unit.at > place), "")
    beside = (*_BEHIND_NUMBER.findall(text), *_AHEAD_OF_NUMBER.findall(text))
    return any(head in meanings(words) for words in beside) if head else False


_AHEAD_OF_NUMBER = re.compile(r"([^\d:;,()]{3,60}):\s*(?:khoảng |dự kiến |about )?\d")


_HOW_MANY = frozenset({"may", "nhieu", "many"})


_BEHIND_NUMBER = re.compile(r"\d[\d.,]*((?: [^\W\d]+){1,4})")
