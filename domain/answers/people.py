"""Answers about people: who attends and how many, whom to call, who chairs and who is the host."""

import re

from domain.answers import named
from domain.answers.asked import Asked, sources
from domain.answers.entries import Hit, Sort
from domain.answers.heads import counts_heads
from domain.answers.offices import LEVELS
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.texts import codes_of, meanings, read, without_offices
from domain.answers.values import (
    Answer,
    Attendance,
    GroupLines,
    Quoted,
    Responsible,
)
from domain.answers.whereabouts import NOUNS
from domain.conference import Fact, Group, Session, Task
from domain.vietnamese import search_key

DIGITS = re.compile(r"\d")


ATTENDING = words_in(
    """
    moi du tham den toi ve cu di hoc hop
    bring brings attend attends attending come comes coming join joining participate participating expected
    """
)
"""Coming and being invited: what everybody who is counted does."""


def attendees(asked: Asked) -> Answer | None:
    """The groups that attend: all, or those that the content names."""
    groups = asked.index.programme.groups
    if not groups:
        return asked.no_information("attendees")
    if (named_so := of_kind(asked)) is not None:
        return named_so
    specific = tuple(unit for unit in asked.specific() if unit.code not in {"@delegate", "@guest", *ATTENDING})
    chosen = _groups(asked, specific) if specific else []
    part = named.called(asked) if asked.only_conference() else None
    if isinstance(part, Session) and part.responsible:
        return Responsible(lines=asked.lines([part]), sources=sources(part.source))
    if not specific or (not chosen and asked.only_conference()):
        return Attendance(groups=by_level(groups), count=asked.conference.expected_text, sources=())
    if not chosen:
        return None
    return Attendance(groups=by_level(chosen), sources=sources(*(group.source for group in chosen)))


def invited(asked: Asked) -> Answer | None:
    """ "Ngân hàng nào được mời": the lines of those who attend that name such."""
    found = _WHICH_INVITED.search(asked.u.key)
    if found is None:
        return None
    called, typed = found["kind"] or found["also"], asked.u.text.casefold()
    kind = called if called in typed else typed
    named = [
        group
        for group in asked.index.programme.groups
        if f" {called} " in f" {search_key(group.description)} " and _spelt_alike(kind, called, group.description)
    ]
    return Attendance(groups=by_level(named), sources=sources(*(g.source for g in named))) if named else None


def _spelt_alike(text: str, kind: str, description: str) -> bool:
    """Whether the words stand in a line with the marks that the question gives them, where it gives any."""
    if text == kind:
        return True
    forms = [form for form in re.findall(r"[^\W_]+", description.casefold()) if search_key(form) == kind.split()[0]]
    return any(form in text for form in forms)


_WHICH_INVITED = re.compile(
    r"\b(?P<kind>(?!ngay|gio|luc|khi|hom|buoi|noi|cho|phong|nhung|cac)\w+(?: \w+){0,2}) nao "
    r"(?:(?:cua|trong|tren|o) \w+ )?(?:duoc |se |phai |co |nam trong )*"
    r"(?:moi|trieu tap|tham du|tham gia|du hop|du hoi nghi|du hoc|den du|ve du|di du|du|thanh phan)\b"
    r"|\bmoi (?:nhung |cac |lanh dao )+(?P<also>(?!ngay|gio|khach|thanh phan|don vi)\w+(?: \w+)?) nao\b"
)


def of_kind(asked: Asked) -> Answer | None:
    """ "Giảng viên là ai": the lines of those whom the paper calls so, where a whole level bears that name."""
    found = _WHO_ARE.search(asked.u.key)
    groups = asked.index.programme.groups
    wanted = f" {found['kind']} " if found is not None else ""
    own = [group for group in groups if wanted and wanted in f" {search_key(group.level.partition('(')[0])} "]
    if not own or len(own) == len(groups):
        return None
    return Attendance(groups=by_level(own), sources=sources(*(group.source for group in own)))


_WHO_ARE = re.compile(
    r"^(?:da |thua |cho (?:em |toi |minh )?hoi |xin hoi |the |vay |cac |nhung )*"
    r"(?P<kind>\w+ \w+(?: \w+){0,3}?) (?:(?:la|gom)(?: co)?|co)(?: nhung)? ai\b"
)


def _groups(asked: Asked, units: tuple[Unit, ...], sure: float = 0.55) -> list[Group]:
    """The groups named: a whole level if the level's heading says it, else the lines that do."""
    levels = {group.level for group in asked.index.programme.groups if level_says(asked, group.level, units)}
    if levels:
        return [group for group in asked.index.programme.groups if group.level in levels]
    hits = asked.best(asked.index.search(units, Sort.GROUP), sure)
    chosen = {hit.entry.ref.id for hit in hits if isinstance(hit.entry.ref, Group)}
    return [group for group in asked.index.programme.groups if group.id in chosen]


def level_says(asked: Asked, level: str, units: tuple[Unit, ...]) -> bool:
    tokens, concepts = read(level)
    own = {token.word for token in tokens} | {"@" + code for _, code in concepts}
    return bool(units) and all(unit.code in own for unit in units)


def placed_level(asked: Asked) -> Answer | None:
    """Where the delegates of one level take part, if their heading says so ("dự tại điểm cầu huyện")."""
    units = asked.specific()
    levels = {group.level for group in asked.index.programme.groups if level_says(asked, group.level, units)}
    placed = [level for level in sorted(levels) if re.search(r"\b(?:dự )?tại\b", level)]
    if placed and (line := _line_of(asked, placed[0])) is not None:
        return Quoted(texts=(line,))
    return Quoted(texts=tuple(placed[:2])) if placed else None


def _line_of(asked: Asked, level: str) -> str | None:
    """The line that tells the place which a level's heading only names ("Điểm cầu xã: Phòng họp …")."""
    said = meanings(level)
    texts = [asked.conference.venue or "", *(fact.text for fact in asked.index.facts)]
    labelled = [text for text in texts if ":" in text and codes_of(text.partition(":")[0]) <= said]
    return max(labelled, key=lambda text: len(text.partition(":")[0]), default=None)


def placed_group(asked: Asked) -> Answer | None:
    """Where a group takes part whose heading names a place ("Điểm cầu khu phố: 06 nhà văn hóa, gồm")."""
    if not any(_PLACED_LEVEL.search(group.level) for group in asked.index.programme.groups):
        return None
    hits = asked.best(asked.index.search(asked.specific(), Sort.GROUP), 0.8) if asked.specific() else []
    groups = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Group)]
    placed = next((group for group in groups if _PLACED_LEVEL.search(group.level)), None)
    if placed is None:
        return None
    whole = f"{placed.level.rstrip(' :,')}: {placed.description}"
    line = _line_of(asked, placed.level)
    return Quoted(texts=(line, whole) if line and line not in placed.level else (whole,))


def sent_for(asked: Asked) -> Answer | None:
    """ "Chủ tịch xã có phải lên tỉnh họp không": where the group that is named takes part, if its heading says so."""
    travels = _TRAVELS.search(asked.u.key)
    if travels is None:
        return None
    named = tuple(unit for unit in asked.specific() if asked.u.tokens[unit.at].at < len(asked.u.text) * _HALF_WAY)
    groups = [g for g in _groups(asked, named, 0.7) if _TAKES_PART.search(g.level)] if named else []
    return Quoted(texts=tuple(group.text for group in groups[:2])) if groups else None


_TRAVELS = re.compile(r"\b(?:phai|can|duoc) (?:len|ve|xuong|ra|den|di) (?:\w+ ){1,4}(?:hop|du|hoc)\b")
_TAKES_PART = re.compile(r"\b(?:dự|họp|học) (?:trực tuyến )?tại\b", re.IGNORECASE)
_HALF_WAY = 0.5

_PLACED_LEVEL = re.compile(rf"\btại\b|:.*\b(?:{NOUNS})\b", re.IGNORECASE)


def guests_counted(asked: Asked) -> Answer | None:
    """ "Khách mời bao nhiêu người": the line of those invited as guests; the number of all is not theirs."""
    if not _GUESTS.search(asked.u.key) or asked.u.about_conference:
        return None
    told = [f for f in asked.index.facts if _GUEST_LINE.match(f.text) and DIGITS.search(f.text)]
    if told:
        return Quoted(texts=tuple(fact.text for fact in told), sources=sources(*(fact.source for fact in told)))
    lines = [g for g in asked.index.programme.groups if _GUEST_LINE.search(g.level)]
    if not lines or len({group.level for group in asked.index.programme.groups}) < 2:
        apart = _GUESTS_ALONE.search(asked.u.key) and not _OF_GUESTS.search(asked.conference.expected_text or "")
        return asked.no_information("count") if apart and not lines else None
    counted = [g for g in lines if DIGITS.search(g.level) or _has_quota(g) or HEADS_FIRST.match(g.description)]
    if not counted:
        return None if "khách" in (asked.conference.expected_text or "") else asked.no_information("count")
    return Attendance(groups=by_level(counted), sources=sources(*(group.source for group in counted)))


def _has_quota(group: Group) -> bool:
    """Whether a line has a number of people; that of a ward ("UBND phường 3") is none."""
    return group.quota is not None and counts_heads(group.text)


HEADS_FIRST = re.compile(r"(?:khoảng |dự kiến )?\d+ (?:đồng chí|đại biểu|người|khách|vị|đ/c)\b", re.IGNORECASE)
""" "Khách mời: 12 đồng chí, gồm …", of which the level keeps but its name."""

_GUESTS = re.compile(r"\b(?:khach moi|dai bieu moi|guests|(?:bao nhieu|may) khach)\b")
_GUESTS_ALONE = re.compile(
    r"\b(?:bao nhieu|may|so|so luong)(?: vi| nguoi)? (?:khach|dai bieu) moi\b|\bkhach moi (?:co )?(?:bao nhieu|may)\b"
)
_OF_GUESTS = re.compile(r"\b(?:khách|mời)\b", re.IGNORECASE)
_GUEST_LINE = re.compile(r"\b(?:khách mời|đại biểu mời|guests)\b", re.IGNORECASE)


def by_level(groups: tuple[Group, ...] | list[Group]) -> tuple[GroupLines, ...]:
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
    return Attendance(groups=by_level(chosen), may=True, sources=sources(*(group.source for group in chosen)))


def press_invited(asked: Asked) -> Answer | None:
    """ "Em là phóng viên có được dự không": those who report of it, whatever their papers and stations are called."""
    if "press" not in asked.u.concepts or not asked.u.asks(Kind.MAY_ATTEND):
        return None
    chosen = [group for group in asked.index.programme.groups if _PRESS.search(f"{group.level} {group.description}")]
    if not chosen:
        return None
    return Attendance(groups=by_level(chosen), may=True, sources=sources(*(group.source for group in chosen)))


_PRESS = re.compile(
    r"\b(?:[Bb]áo chí|[Pp]hóng viên|Báo (?:và|điện tử|[A-ZĐ])|Đài (?:PT|TT|Phát|Truyền|TH)|[Tt]ruyền hình|[Tt]hông tấn)"
)


def _of_another_level(units: tuple[Unit, ...], group: Group) -> bool:
    """Whether a level is named and the group is of others alone: the chairman of the province is none of a commune."""
    levels = {unit.code for unit in units} & LEVELS
    spoken = codes_of(f"{group.level} {group.description}") & LEVELS
    return bool(levels and spoken) and not levels & spoken


def statement(asked: Asked, hit: Hit) -> str:
    ref = hit.entry.ref
    if isinstance(ref, Task) and ref.unit in asked.index.bodies:
        return f"{asked.index.bodies[ref.unit].name}: {ref.text}"
    if isinstance(ref, Group):
        return ref.text
    return hit.entry.text


# --- the plan's own people -----------------------------------------------------------------------------------------


def facts_of(asked: Asked, topic: str) -> list[Fact]:
    alike = {topic, *_SAME_TOPIC.get(topic, ())}
    hits = asked.index.search((asked.index.unit("@" + topic, "", 0),), Sort.FACT)
    spoken = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Fact)]
    if topic == "meals" and asked.u.kind is Kind.EXISTS:
        spoken = [fact for fact in spoken if not is_canteen(fact.text)]
    if topic == "medical":
        spoken = [fact for fact in spoken if "@medical" in meanings(without_offices(fact.text))]
    filed = [fact for fact in asked.index.facts if fact.topic in alike]
    found = [fact for fact in filed if fact.source is None or not spoken]  # the reader may know it by other words
    return list({fact.text: fact for fact in [*found, *spoken]}.values())


def is_canteen(text: str) -> bool:
    """Whether nothing but the name of a canteen makes a text speak of meals."""
    return bool(_CANTEEN.search(text)) and "meals" not in {code for _, code in read(_CANTEEN.sub("", text))[1]}


_CANTEEN = re.compile(r"\bnhà ăn\b", re.IGNORECASE)
"""A place to meet in: that it is the venue serves nobody a meal."""

_SAME_TOPIC = {"rain": ("weather",), "interpretation": ("language",), "online": ("broadcast",)}
"""Other names under which a reader files a matter."""
