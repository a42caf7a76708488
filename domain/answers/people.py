"""Answers about people: who attends and how many, whom to call, who chairs and who is the host."""

import re

from domain.answers.asked import Asked, sources, sources_of
from domain.answers.index import Hit, Sort, codes_of, meanings, read
from domain.answers.phrases import words_in
from domain.answers.query import Unit
from domain.answers.values import (
    Answer,
    Attendance,
    GroupLines,
    HeadCount,
    ItemCount,
    PlanField,
    Quoted,
    Responsible,
)
from domain.conference import Fact, Group, Task
from domain.vietnamese import fold, search_key

_DIGITS = re.compile(r"\d")
_ADDRESS = re.compile(r"\w@\w|https?:|www\.")
_REACHABLE = re.compile(r"\d{3}.?\d{3}|@\w|https?:|\bext\b")


def attendees(asked: Asked) -> Answer | None:
    """The groups that attend: all, or those that the content names."""
    groups = asked.index.programme.groups
    if not groups:
        return asked.no_information("attendees")
    specific = tuple(unit for unit in asked.specific() if unit.code not in {"@delegate", "@guest", *_ATTENDING})
    chosen = _groups(asked, specific) if specific else []
    if not specific or (not chosen and asked.only_conference()):
        return Attendance(groups=_by_level(groups), count=asked.conference.expected_text, sources=())
    if not chosen:
        return None
    return Attendance(groups=_by_level(chosen), sources=sources(*(group.source for group in chosen)))


def _groups(asked: Asked, units: tuple[Unit, ...], sure: float = 0.55) -> list[Group]:
    """The groups named: a whole level if the level's heading says it, else the lines that do."""
    levels = {group.level for group in asked.index.programme.groups if _level_says(asked, group.level, units)}
    if levels:
        return [group for group in asked.index.programme.groups if group.level in levels]
    hits = asked.best(asked.index.search(units, Sort.GROUP), sure)
    chosen = {hit.entry.ref.id for hit in hits if isinstance(hit.entry.ref, Group)}
    return [group for group in asked.index.programme.groups if group.id in chosen]


def _level_says(asked: Asked, level: str, units: tuple[Unit, ...]) -> bool:
    tokens, concepts = read(level)
    own = {token.word for token in tokens} | {"@" + code for _, code in concepts}
    return bool(units) and all(unit.code in own for unit in units)


def placed_level(asked: Asked) -> Answer | None:
    """Where the delegates of one level take part, if their heading says so ("dự tại điểm cầu huyện")."""
    units = asked.specific()
    levels = {group.level for group in asked.index.programme.groups if _level_says(asked, group.level, units)}
    placed = [level for level in sorted(levels) if re.search(r"\b(?:dự )?tại\b", level)]
    return Quoted(texts=tuple(placed[:2])) if placed else None


def placed_group(asked: Asked) -> Answer | None:
    """Where a group takes part whose heading names a place ("Điểm cầu khu phố: 06 nhà văn hóa, gồm")."""
    hits = asked.best(asked.index.search(asked.specific(), Sort.GROUP), 0.8) if asked.specific() else []
    groups = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Group)]
    levels = [group.level for group in groups if _PLACED_LEVEL.search(group.level)]
    return Quoted(texts=(levels[0],)) if levels else None


_PLACED_LEVEL = re.compile(r"\btại\b|:.*\b(?:nhà|hội trường|phòng|trung tâm|trụ sở|sân)\b", re.IGNORECASE)


def honoured(asked: Asked) -> Answer | None:
    """The groups of those invited that are called by the honour asked about; names a plan does not hold."""
    units = asked.specific()
    groups = [g for g in asked.index.programme.groups if units and {u.code for u in units} <= meanings(g.level)]
    return Attendance(groups=_by_level(groups), sources=sources(*(g.source for g in groups))) if groups else None


def _by_level(groups: tuple[Group, ...] | list[Group]) -> tuple[GroupLines, ...]:
    levels: dict[str, list[str]] = {}
    for group in groups:
        levels.setdefault(group.level, []).append(group.description)
    return tuple(GroupLines(level, tuple(members)) for level, members in levels.items())


def may_attend(asked: Asked) -> Answer | None:
    """Whether somebody belongs to those invited."""
    specific = tuple(unit for unit in asked.specific() if unit.code != "@delegate")
    if not specific:
        if asked.asker is not None and asked.asker.registered:
            from domain.answers.values import OwnMatter

            return OwnMatter(matter="registered", value="yes")
        return asked.no_information("invited")
    if "online" in asked.u.concepts:
        return None  # how one takes part is told by what is said of the form, not by the list of those invited
    chosen = [group for group in _groups(asked, specific, 0.7) if not _of_another_level(specific, group)]
    if not chosen:
        return asked.no_information("invited")
    return Attendance(groups=_by_level(chosen), may=True, sources=sources(*(group.source for group in chosen)))


def _of_another_level(named: tuple[Unit, ...], group: Group) -> bool:
    """Whether a level is named and the group is of others alone: the chairman of the province is none of a commune."""
    levels = {unit.code for unit in named} & _LEVELS
    spoken = codes_of(f"{group.level} {group.description}") & _LEVELS
    return bool(levels and spoken) and not levels & spoken


_LEVELS = words_in("@province @district @commune @central")


def count(asked: Asked) -> Answer | None:
    """How many people, or how many of anything the programme puts a number to."""
    conference = asked.conference
    words = asked.u.words
    own = {token.word for token in read(conference.issuer or "")[0]} | {
        "@" + c for _, c in read(conference.issuer or "")[1]
    }
    specific = tuple(unit for unit in asked.specific() if unit.code not in ("@delegate", "@guest"))
    if _ATTENDING & words and {"nguoi", "bieu", "khach", "people", "participants", "delegates"} & words:
        specific = tuple(unit for unit in specific if unit.code not in _ATTENDING and unit.code not in own)
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
    return Attendance(groups=_by_level(counted)) if counted else None


def _counted(asked: Asked, units: tuple[Unit, ...]) -> Answer | None:
    """The statement that names what is counted and holds a number."""
    levels = {
        g.level for g in asked.index.programme.groups if _level_says(asked, g.level, units) and _DIGITS.search(g.level)
    }
    if levels:
        chosen = [group for group in asked.index.programme.groups if group.level in levels]
        return Attendance(groups=_by_level(chosen), sources=sources(*(g.source for g in chosen)))
    found = asked.index.search(units, Sort.SESSION, Sort.TASK, Sort.GROUP, Sort.FACT, Sort.FIELD)
    hits = [hit for hit in found if _DIGITS.search(hit.entry.text) and hit.entry.ref not in _UNCOUNTED]
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
    return bool(_DIGITS.search(_FULL_OF_DATES.sub("", text)))


_TOTAL = re.compile(
    r"\b(?:tong so|tong cong|tat ca)\b.*\b(?:dai bieu|nguoi|khach|delegates|people)\b"
    r"|\b(?:delegates|people|participants|attendees)\b.*\b(?:in total|altogether|in all)\b"
)

SURE_COUNT = 0.7
SURE_NUMBERED = 0.85
"""The same where the number does not stand before what is counted."""

_ATTENDING = words_in(
    """
    moi du tham den toi ve cu di hoc hop
    bring brings attend attends attending come comes coming join joining participate participating expected
    """
)
"""Coming and being invited: what everybody who is counted does."""

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


def statement(asked: Asked, hit: Hit) -> str:
    ref = hit.entry.ref
    if isinstance(ref, Task) and ref.unit in asked.index.bodies:
        return f"{asked.index.bodies[ref.unit].name}: {ref.text}"
    if isinstance(ref, Group) and ref.level:
        return f"{ref.level}: {ref.description}"
    return hit.entry.text


# --- the plan's own people -----------------------------------------------------------------------------------------


def contact(asked: Asked) -> Answer | None:
    """Whom to call; the number of a named office only if the plan gives that office's."""
    programme = asked.index.programme
    facts = tuple(
        f.text for f in asked.index.facts if f.topic == "contact" and (f.source is None or _REACHABLE.search(f.text))
    )
    if {"email", "website", "trang"} & asked.u.words:
        addresses = tuple(dict.fromkeys(fact.text for fact in asked.index.facts if _ADDRESS.search(fact.text)))
        if addresses:
            return Quoted(texts=addresses[:2])
    known = tuple(dict.fromkeys(([programme.conference.contact] if programme.conference.contact else []) + list(facts)))
    specific = tuple(u for u in asked.specific() if u.code not in _DESK_WORDS)
    if not known:
        speaking = [f.text for f in asked.index.facts if any(c == "contact" for _, c in read(f.text)[1])]
        spoken = tuple(text for text in speaking if _REACHABLE.search(text))
        return Quoted(texts=spoken[:2]) if spoken else asked.no_information("contact")
    if specific and not asked.only_conference():
        clauses = [clause.strip(" .") for text in known for clause in _CLAUSES.split(text)]
        shares = {clause: _speaks(clause, specific) for clause in (*clauses, *known) if _REACHABLE.search(clause)}
        best = max(shares, key=lambda clause: shares[clause], default="")
        if not best or shares[best] < SURE_CONTACT:
            return asked.no_information("contact")
        return PlanField(field="contact", value=best)
    return PlanField(field="contact", value=known[0])


_DESK_WORDS = words_in("@contact btc @list @office so problem trouble issue vuong mac kho khan tro ngai thac co viec")
"""What goes with asking whom to call: the desk itself, and that there is trouble."""

SURE_CONTACT = 0.6
"""Share of what is named that a line of contacts must speak of."""

_CLAUSES = re.compile(r";\s*|(?<=\)),\s*")


def _speaks(clause: str, units: tuple[Unit, ...]) -> float:
    said = meanings(clause)
    return sum(unit.weight for unit in units if unit.code in said) / sum(unit.weight for unit in units)


def chair(asked: Asked) -> Answer | None:
    """Who chairs: the plan's own field, else the units whose task it is."""
    named = asked.u.content and _tasks_chaired(asked)
    if named:
        return Responsible(tasks=tuple(asked.task_line(task) for task in named[:3]), sources=sources_of(named[:3]))
    if asked.conference.chair:
        return PlanField(field="chair", value=asked.conference.chair)
    tasks = [task for task in asked.index.programme.tasks if _CHAIRS.search(task.text)]
    if tasks:
        return Responsible(tasks=tuple(asked.task_line(task) for task in tasks[:3]), sources=sources_of(tasks[:3]))
    leading = [g for g in asked.index.programme.groups if "chủ trì" in g.description.casefold()]
    if leading:
        return Quoted(
            texts=tuple(g.description for g in leading[:2]), sources=sources(*(g.source for g in leading[:2]))
        )
    return asked.no_information("chair")


_CHAIRS = re.compile(
    r"(?:chủ trì|chủ tọa|chủ toạ|điều hành)\s+(?:hội nghị|đại hội|hội thảo|buổi|lễ|phiên|tọa đàm|diễn đàn)",
    re.IGNORECASE,
)


def _tasks_chaired(asked: Asked) -> list[Task]:
    """The tasks that say who leads what the question names ("chủ trì nội dung")."""
    units = tuple(asked.index.unit(code, "", place) for place, code in enumerate(("chu", "tri")))
    hits = asked.best(asked.index.search((*units, *asked.u.content), Sort.TASK), 0.8)
    return [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)] if not asked.u.about_conference else []


def host(asked: Asked) -> Answer | None:
    """Who hosts or organizes: a statement that says so, else the issuer."""
    hits = asked.index.search(
        (asked.index.unit("dang", "đăng", 0), asked.index.unit("cai", "cai", 1)), Sort.GROUP, Sort.TASK, Sort.FACT
    )
    if hits and hits[0].coverage >= 0.85:
        ref = hits[0].entry.ref
        text = ref.level if isinstance(ref, Group) and "đăng cai" in ref.level.casefold() else hits[0].entry.text
        return Quoted(texts=(text,))
    hosting = asked.u.words & {"cai", "chu", "host", "hosts", "hosting"}
    if asked.conference.issuer and not hosting:
        return PlanField(field="issuer", value=asked.conference.issuer)
    return asked.no_information("host")


def facts_of(asked: Asked, topic: str) -> list[Fact]:
    alike = {topic, *_SAME_TOPIC.get(topic, ())}
    hits = asked.index.search((asked.index.unit("@" + topic, "", 0),), Sort.FACT)
    spoken = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Fact)]
    filed = [fact for fact in asked.index.facts if fact.topic in alike]
    found = [fact for fact in filed if fact.source is None or not spoken]  # the reader may know it by other words
    return list({fact.text: fact for fact in [*found, *spoken]}.values())


_SAME_TOPIC = {"rain": ("weather",), "interpretation": ("language",), "online": ("broadcast",)}
"""Other names under which a reader files a matter."""
