"""Answers about where: the conference, a session, a room, a floor, the way there, and where a thing is sent."""

import re

from domain.answers import agenda, named, people
from domain.answers.asked import SURE, Asked, sources_of
from domain.answers.entries import Sort
from domain.answers.holding import CLEAR
from domain.answers.item_times import session_times
from domain.answers.paper import how
from domain.answers.phrases import words_in
from domain.answers.practical import PRACTICAL_ONLY, caretakers, practical, topics
from domain.answers.query import Kind
from domain.answers.scope import names_own_group
from domain.answers.sending import HANDING_IN, SAYS_WHERE
from domain.answers.texts import meanings, read, without_offices
from domain.answers.values import (
    Answer,
    OwnMatter,
    PlanField,
    Practical,
    Quoted,
    WhereIs,
)
from domain.answers.whereabouts import BEGINS, PLACE, common_place, place_in
from domain.conference import Moment, Session, Task
from domain.vietnamese import search_key


def where(asked: Asked) -> Answer | None:
    """Where the conference or a session is."""
    if HANDING_IN & asked.u.words:
        return sent(asked) or how(asked, by_link=True) or asked.no_information("other")
    if _PICKED_UP.search(asked.u.key) is not None:
        return _starts_from(asked) or asked.no_information("transport", by=caretakers(asked, "transport"))
    if (part := named.of_a_part(asked)) is not None:
        place = place_in(part.text)
        return WhereIs(place=place) if place else asked.no_information("venue")
    if (labelled := _labelled(asked)) is not None:
        return labelled
    if (placed := _named_place(asked)) is not None:
        return placed
    matter = [topic for topic in topics(asked) if topic in PRACTICAL_ONLY]
    whole = asked.u.about_conference or asked.only_conference()
    if matter and not (whole and _named_by_venue(asked, matter)):
        return _held_at(asked) or practical(asked)
    attending = "du" in asked.u.words or any(unit.code == "@delegate" for unit in asked.u.content)
    if attending and (level := people.placed_level(asked)) is not None:
        return level
    if (group := people.placed_group(asked)) is not None:
        return group
    if (told := _placed_by_fact(asked)) is not None:
        return told
    if asked.only_conference() and (own := _of_part(asked)) is not None:
        return own
    coming = asked.u.about_conference and {unit.code for unit in asked.specific()} <= {"@guest", "@delegate"}
    if coming or not asked.specific() or _is_venue(asked) or asked.only_conference():
        sessions = [] if asked.conference.venue else [s for s in asked.index.programme.sessions if s.place or s.room]
        if not asked.conference.venue and not sessions:
            return asked.no_information("venue")
        return WhereIs(place=asked.venue, lines=asked.placed_lines(sessions[:6]))
    items = _innermost(asked.sessions(asked.u.content))[:4]
    unplaced = not any(line.place for line in asked.placed_lines(items))
    if unplaced and (line := _line_of_place(asked)) is not None:
        return line
    if items and unplaced and _rather_another(asked):
        return None
    if not items:
        moments = asked.best(asked.index.search(asked.u.content, Sort.MOMENT))
        texts = [moment.entry.ref.text for moment in moments if isinstance(moment.entry.ref, Moment)]
        if texts and (stated := place_in(texts[0])):
            return WhereIs(place=stated)
        return WhereIs(place=asked.venue) if moments and asked.conference.venue else None
    if unplaced and (elsewhere := _placed_by_work(asked)) is not None:
        return elsewhere
    common, timed = common_place(asked.conference.venue), asked.u.asks(Kind.WHEN)
    if unplaced and common is None and asked.conference.venue:
        return asked.no_information("venue")
    return WhereIs(place=common, lines=asked.placed_lines(items), timed=timed, sources=sources_of(items))


def _innermost(items: list[Session]) -> list[Session]:
    """Without the items of which a part is meant too: "nhóm 1" of the discussion in groups."""
    parents = {item.parent for item in items}
    return [item for item in items if item.id not in parents]


_FROM_WHERE = r"(?:o dau|tai dau|tu dau|o cho nao|cho nao|o noi nao|noi nao|diem nao)"
_PICKED_UP = re.compile(
    r"\b(?:xe|oto|bus) (?:\w+ ){0,5}?(?:don|cho|xuat phat|khoi hanh|tap ket|chay|do)\b"
    rf"(?: \w+){{0,4}}? {_FROM_WHERE}\b"
    r"|\b(?:don xe|len xe|bat xe|diem don|cho don|noi don|tap ket|xuat phat|khoi hanh)\b"
    rf"(?: \w+){{0,4}}? {_FROM_WHERE}\b"
    rf"|\bxe (?:\w+ ){{0,3}}{_FROM_WHERE} (?:don|xuat phat|chay|di)\b"
    rf"|\bxe (?:don |dua |di )(?:\w+ ){{0,4}}?{_FROM_WHERE}"
    r"|\bwhere (?:does|do|is|will) the (?:bus|buses|shuttle|car|cars|coach)\b"
    r"|\bwhere (?:\w+ ){1,3}(?:get on|board|catch|take|meet|wait for) (?:the |our )?(?:bus|shuttle|car|coach)\b"
    r"|\bwhere (?:\w+ ){1,3}(?:picked up|pick (?:us|me|up))\b|\b(?:pick ?up|boarding|meeting) point\b"
)
""" "Xe đón ở đâu", "xe đi thực địa đón chỗ nào": from where one is driven."""

_DEPARTS = re.compile(
    r"\b(?:xuất phát|khởi hành|tập kết|tập trung|lên xe|đón (?:học viên|đại biểu|khách|đoàn|trại sinh)?|departs?"
    r"|leaves?|pick\w* up)\b[^.;]*?\b(?:tại|ở|từ|trước|from|at)\s+\w",
    re.IGNORECASE,
)
_VEHICLE = re.compile(r"\b(?:xe|ô tô|tàu|bus(?:es)?|shuttle|coach|cars?|xuất phát|khởi hành)\b", re.IGNORECASE)


def _starts_from(asked: Asked) -> Practical | None:
    """The statement that says from where the vehicle leaves that is asked about."""
    programme = asked.index.programme
    lines = (
        *(moment.text for moment in programme.moments),
        *(fact.text for fact in asked.index.facts),
        *(session.title for session in programme.sessions),
        *(task.text for task in programme.tasks),
    )
    said = {unit.code for unit in asked.specific()}
    telling = [line for line in dict.fromkeys(lines) if _DEPARTS.search(line) and _VEHICLE.search(line)]
    if not telling:
        return None
    return Practical(topic="transport", texts=(max(telling, key=lambda line: len(said & meanings(line))),))


def _named_place(asked: Asked) -> Answer | None:
    """ "Điểm cầu chính đặt ở đâu": the clause of the venue that begins with all that the question names."""
    wanted = {unit.code for unit in asked.specific()}
    clauses = [clause.strip(" .") for clause in (asked.conference.venue or "").split(";")]
    parted = [(clause, _PLACED.split(clause, maxsplit=1)) for clause in clauses]
    found = [clause for clause, parts in parted if len(parts) == 2 and wanted and wanted <= meanings(parts[0])]
    return Quoted(texts=(found[0],)) if len(found) == 1 and len(clauses) > 1 else None


def _placed_by_work(asked: Asked) -> Answer | None:
    """ "Gian hàng ở đâu": the one task that puts it somewhere, where the item tells no place."""
    wanted = {unit.code for unit in asked.specific()}
    said = [t for t in asked.index.programme.tasks if place_in(t.text) and wanted and wanted <= meanings(t.text)]
    return asked.led(said) if len(said) == 1 else None


def _of_part(asked: Asked) -> Answer | None:
    """The place of a part that the question names, where the paper gives it one of its own."""
    part = named.called(asked)
    if isinstance(part, Session):
        placed = asked.placed_lines([part])
        shown = WhereIs(place=asked.venue, lines=placed, sources=sources_of([part]))
        return shown if placed[0].place else None
    if part is not None and (place := place_in(part.text)):
        return WhereIs(place=place)
    return _line_of_number(asked)


def _line_of_number(asked: Asked) -> Quoted | None:
    """ "Lớp 11 học ở trường nào": the one line with a place that bears the number named."""
    wanted = {unit.code for unit in asked.specific()}
    if not any(code.isdigit() for code in wanted):
        return None
    lines = [fact.text for fact in asked.index.facts if PLACE.search(fact.text) and wanted <= meanings(fact.text)]
    return Quoted(texts=(lines[0],)) if len(lines) == 1 else None


def sent_to_whom(asked: Asked) -> Answer | None:
    """ "Danh sách gửi ai": the task that says where it goes."""
    return sent(asked) if _TO_WHOM.search(asked.u.key) and asked.specific() else None


_TO_WHOM = re.compile(
    r"\b(?:gui|nop)(?: (?:cho|ve|toi|den))? ai(?: (?:a|vay|the|nhi))*$"
    r"|\b(?:gui|nop|trinh) (?:len )?(?:phong|ban|don vi|co quan|bo phan|cap) nao\b"
    r"|\b(?:gui|nop|trinh|bao)\b(?: \w+){0,6}? (?:cho|ve|toi|den|len)"
    r" (?:phong|ban|don vi|co quan|bo phan|to|so|van phong|tieu ban|truong) nao\b"
)


def sent(asked: Asked) -> Answer | None:
    """ "gửi danh sách về đâu": the task that says where it goes."""
    told = asked.index.search(asked.u.content, Sort.TASK, Sort.FACT)
    hits = asked.best([hit for hit in told if hit.entry.sort is Sort.TASK or SAYS_WHERE & hit.entry.units.keys()], 0.55)
    tasks = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)]
    if tasks and HANDING_IN & asked.u.words:
        near = [hit.entry.ref for hit in told if hit.coverage >= SURE_HANDED and isinstance(hit.entry.ref, Task)]
        handed = [[task for task in each if _HANDS_TO.search(task.text)] for each in (tasks, near)]
        tasks = handed[0] or handed[1] or tasks
    if tasks:
        return asked.led(tasks[:2])
    return Quoted(texts=tuple(dict.fromkeys(hit.entry.text for hit in hits))[:2]) if hits else None


def sent_to(asked: Asked) -> Answer | None:
    """ "gửi tham luận qua địa chỉ nào": the one statement with an address, where none tells where the thing goes."""
    asks = HANDING_IN & asked.u.words and asked.u.score(Kind.WHERE) >= CLEAR
    if not asks or not {unit.code for unit in asked.specific()} <= _WRITTEN or sent(asked) or how(asked, by_link=True):
        return None
    texts = {fact.text for fact in asked.index.facts if _SENT_TO.search(fact.text) and _ADDRESS.search(fact.text)}
    return Quoted(texts=tuple(texts)) if len(texts) == 1 else None


_WRITTEN = words_in("@paper @report @speech_text @registration abstract article full bai toan van tom tat viet")
"""What those who take part write and hand in."""

_SENT_TO = re.compile(r"\b(?:gửi|nộp|đăng ký|submit\w*|send|sent|register)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|\w@\w")


_HANDS_TO = re.compile(r"\b(?:gửi|nộp|trình|chuyển|đăng ký|báo cáo)\b[^;]*\b(?:về|cho|đến|tới|qua)\s", re.IGNORECASE)
SURE_HANDED = 0.5
"""Share of a question that a task must explain which says to whom the thing goes."""


def _held_at(asked: Asked) -> Answer | None:
    """Where a meal or the like on the agenda is, if its line says so."""
    matters = {f"@{topic}" for topic in topics(asked)}
    items = asked.sessions(asked.u.content, 0.75)
    items = [each for each in items if matters & meanings(without_offices(each.title)) or not matters]
    placed = [session for session in items if session.place or session.room]
    if placed:
        return WhereIs(place=asked.venue, lines=asked.placed_lines(placed[:4]), sources=sources_of(placed[:4]))
    titled = [session for session in items if _TITLE_PLACES.search(session.title)]
    if titled and asked.u.asks(Kind.WHEN):
        return session_times(asked, titled[:3], "start")
    return Quoted(texts=tuple(item.title for item in titled[:3]), sources=sources_of(titled[:3])) if titled else None


_TITLE_PLACES = re.compile(
    r"\(.*\)|\btại\b|, (?:nhà|hội trường|sảnh|tầng|lầu|khách sạn|căng tin|canteen|sân)\b", re.IGNORECASE
)


def _labelled(asked: Asked) -> Answer | None:
    """ "Điểm cầu tỉnh: Phòng họp G …": a line whose label is all that the question names."""
    wanted = {unit.code for unit in asked.specific()}
    if not wanted:
        return None
    lines = [asked.conference.venue or "", *(fact.text for fact in asked.index.facts)]
    found = [line for line in lines if ":" in line and wanted <= meanings(line.partition(":")[0])]
    placed = [line for line in found if BEGINS.match(line.partition(":")[2])]
    return Quoted(texts=(placed[0],)) if placed else None


def _placed_by_fact(asked: Asked) -> Answer | None:
    """ "điểm cầu xã ở đâu": a line beside the venue that speaks of all that is asked, where the venue does not."""
    wanted = {unit.code for unit in asked.specific()}
    if len(wanted) < 2 or wanted <= {code for _, code in read(asked.conference.venue or "")[1]}:
        return None
    found = asked.best(asked.index.search(asked.u.content, Sort.FACT), 0.95)
    texts = [hit.entry.text for hit in found if ":" in hit.entry.text and PLACE.search(hit.entry.text)]
    return Quoted(texts=tuple(dict.fromkeys(texts))[:1]) if texts else None


CLEARLY = 1.2
"""How many times better another statement must explain a question to be what it is about."""


def _line_of_place(asked: Asked) -> Quoted | None:
    """ "Họp mặt – Địa điểm: Nhà văn hóa": the line that gives a part the question names a place of its own."""
    wanted = {unit.code for unit in asked.specific()}
    parted = [(fact.text, _PLACED.split(fact.text, maxsplit=1)) for fact in asked.index.facts]
    found = [text for text, parts in parted if len(parts) == 2 and _is_name(parts[0]) and wanted <= meanings(parts[0])]
    return Quoted(texts=(found[0],)) if len(found) == 1 and wanted else None


def _is_name(text: str) -> bool:
    return len(text.split()) <= _LONGEST_NAME


_LONGEST_NAME = 12

_PLACED = re.compile(r"(?:Địa điểm|Venue|Place):|:|\btại\b")
"""What stands between a part and its place."""


def _rather_another(asked: Asked) -> bool:
    """Whether a statement that is no agenda item explains the question clearly better than any item does."""
    hits = asked.index.search(asked.u.content, Sort.SESSION, Sort.TASK, Sort.GROUP, Sort.FACT)
    best = {True: 0.0, False: 0.0}
    for hit in hits:
        best[hit.entry.sort is Sort.SESSION] = max(best[hit.entry.sort is Sort.SESSION], hit.coverage)
    return best[False] >= CLEARLY * best[True]


def _named_by_venue(asked: Asked, matter: list[str]) -> bool:
    """A conference held in a hotel: "tại khách sạn nào" asks for the venue."""
    return set(matter) <= {code for _, code in read(asked.conference.venue or "")[1]}


def _is_venue(asked: Asked) -> bool:
    """Whether the content names the venue itself."""
    venue = asked.conference.venue
    if not venue:
        return False
    tokens, concepts = read(venue)
    own = {token.word for token in tokens} | {"@" + code for _, code in concepts} | {"@hall"} | asked.index.title_units
    specific = asked.specific()
    return sum(unit.weight for unit in specific if unit.code in own) >= SURE * sum(unit.weight for unit in specific)


def floor(asked: Asked) -> Answer | None:
    """On which floor; only if the paper says it."""
    named = _HALL.search(asked.u.text)
    if named is not None:  # "hội trường B ở lầu mấy"
        hall = re.compile(rf"\b{re.escape(named[0])}\b", re.IGNORECASE)
        lines = [fact.text for fact in asked.index.facts if hall.search(fact.text) and _FLOOR.search(fact.text)]
        return Quoted(texts=tuple(lines[:1])) if lines else asked.no_information("floor")
    for text in _places(asked):
        if _FLOOR.search(text):
            return PlanField(field="venue", value=text)
    return asked.no_information("floor")


_FLOOR = re.compile(r"(?:tầng|lầu)\s*(?:\d|trệt)|\b(?:\d+(?:st|nd|rd|th)|ground) floor\b", re.IGNORECASE)
_HALL = re.compile(r"\b(?:hội trường|phòng|giảng đường) [A-Z0-9]\w{0,4}\b")


def _places(asked: Asked) -> list[str]:
    found = asked.sessions(asked.specific()) if asked.specific() and not _is_venue(asked) else []
    places = [asked.line(session).place for session in found]
    return [place for place in [*places, asked.conference.venue] if place]


_OWN_BED = re.compile(
    r"\b(?:toi|minh|em|chung toi|chung em|(?:doan|xa|nhom|to) (?:toi|minh|em)) (?:se |duoc )*(?:xep |bo tri )?"
    r"(?:o|nghi|ngu) (?:o )?(?:phong|khach san)\b"
    r"|\bphong (?:nghi |ngu |o |khach san )?(?:cua )?(?:toi|minh|em|chung toi|chung em)\b"
)
_BED_NUMBER = re.compile(r"\bphong (?:\w+ ){0,4}?(?:so (?:may|bao nhieu)|may)\b")
_OF_LODGING = words_in("xep @lodging @hotel @room phong khach san doan nhom xa to so nha")


_OWN_ROOM = re.compile(
    r"\bso phong(?: khach san)? (?:cua |ma )?(?:toi|minh|em|chung toi|chung em|con|chau)\b"
    r"|\b(?:toi|minh|em|chung toi|chung em) (?:se |duoc |xep )*(?:o|ngu|nghi) (?:o )?phong"
    r" (?:so )?(?:may|nao|bao nhieu)\b"
    r"|\b(?:my room number|which room am i)\b"
)


def own_bed(asked: Asked) -> Answer | None:
    """ "tôi ở phòng số mấy": where the person sleeps, not where the conference is."""
    key = asked.u.key
    numbered = _BED_NUMBER.search(key) is not None and bool(asked.u.concepts & {"lodging", "hotel"})
    own = _OWN_BED.search(key) and (numbered or {unit.code for unit in asked.specific()} <= _OF_LODGING)
    if not own and not _OWN_ROOM.search(key):
        return None
    if asked.asker is not None and asked.asker.lodging:
        return OwnMatter(matter="lodging", value=asked.asker.lodging)
    return asked.no_information("lodging", by=caretakers(asked, "lodging"))


def room(asked: Asked) -> Answer | None:
    """In which room a session is."""
    if asked.u.own and names_own_group(asked.u.key):
        return asked.no_information("other")
    scoped = [session for session in asked.index.programme.sessions if asked.in_scope(session)]
    found = agenda.side_by_side(asked, scoped) or (asked.sessions(asked.u.content) if asked.specific() else [])
    if found and not any(line.place for line in asked.placed_lines(found)) and (line := _labelled(asked)) is not None:
        return line
    if found:
        common, lines = common_place(asked.conference.venue), asked.placed_lines(found[:4])
        if common is None and asked.conference.venue and not any(line.place for line in lines):
            return asked.no_information("venue")
        return WhereIs(place=common, lines=lines, sources=sources_of(found[:4]))
    return where(asked)


def held_in(asked: Asked) -> Answer | None:
    """ "phòng B201 có phiên gì": the sessions of a room that the question names by its number."""
    number = _NUMBERED_ROOM.search(f" {asked.u.key} ")
    if number is None or any(topic in PRACTICAL_ONLY for topic in topics(asked)):
        return None
    held = [s for s in asked.index.programme.sessions if s.room and f" {number[1]} " in f" {search_key(s.room)} "]
    found = [session for session in held if asked.in_scope(session)][:4]
    return WhereIs(place=asked.venue, lines=asked.lines(found), sources=sources_of(found)) if found else None


_NUMBERED_ROOM = re.compile(
    r" (?:phong|giang duong|hoi truong|room|hall)(?: hop| so| hoi thao)* ([a-z]{0,3}\d\w*(?: \d+)?) "
)


def route(asked: Asked) -> Answer | None:
    """How to get there: what is stated, with the address."""
    facts = people.facts_of(asked, "transport") + people.facts_of(asked, "map")
    if facts:
        return Practical(topic="transport", texts=tuple(fact.text for fact in facts))
    return asked.no_information("transport")
