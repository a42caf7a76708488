"""Answers about practical matters, places, whether there is such a thing, and the plan as a paper."""

import re
from collections import Counter
from dataclasses import replace

from domain.answers import agenda, doers, people
from domain.answers.asked import SURE, Asked, place_in, sources, sources_of
from domain.answers.concepts import TOPICS
from domain.answers.index import AGENDA_CODES, TOPIC_CODES, Entry, Hit, Sort, meanings, read
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.values import (
    Answer,
    Existence,
    NeedDate,
    OwnMatter,
    PlanField,
    Practical,
    Quoted,
    Responsible,
    WhereIs,
)
from domain.conference import Fact, Group, Moment, Session, Task
from domain.vietnamese import search_key

_CLAUSE = re.compile(r";\s*|\.\s+|\n")


def topics(asked: Asked) -> tuple[str, ...]:
    """The practical matters the question touches, in the order of the question."""
    found = [unit.code[1:] for unit in asked.u.content if unit.code[1:] in TOPICS and unit.code.startswith("@")]
    more = [code for code in sorted(asked.u.concepts) if code in TOPICS and code not in found]
    return tuple(dict.fromkeys(found + more))


def practical(asked: Asked) -> Answer | None:
    """A practical matter: what is stated about it, else that nothing is, with who looks after it."""
    for topic in topics(asked):
        if topic == "contact":
            return people.contact(asked)
        if topic == "lodging" and asked.asker is not None and asked.asker.lodging:
            return OwnMatter(matter="lodging", value=asked.asker.lodging)
        facts = people.facts_of(asked, topic)
        if facts and all(_answers(asked, fact, topic) is False for fact in facts):
            facts = []
        if facts:
            return Practical(
                topic=topic, texts=_focused(asked, facts, topic), sources=sources(*(fact.source for fact in facts))
            )
    named = topics(asked)
    if not named:
        return None
    if named[0] in _DONE_BY_TASKS and (done := _done(asked, named[0])) is not None:
        return done
    venue = asked.conference.venue
    if venue and named[0] not in PRACTICAL_ONLY and set(named) <= {code for _, code in read(venue)[1]}:
        return PlanField(field="venue", value=venue)
    if asked.u.score(Kind.WHERE) >= 2.8 and (placed := _placed(asked, named[0])) is not None:
        return placed
    if asked.u.score(Kind.WHEN) >= 2.8 and (timed := _timed(asked, named[0])) is not None:
        return timed
    return _stated_of(asked, named[0]) or asked.no_information(named[0], by=_caretakers(asked, named[0]))


def _stated_of(asked: Asked, topic: str) -> Answer | None:
    """ "Lệ phí: miễn phí": a line whose head is the matter itself was read like a unit with its task."""
    heads = {body.id for body in asked.index.programme.units if read(body.name)[1][:1] == [(0, topic)]}
    tasks = [task for task in asked.index.programme.tasks if task.unit in heads]
    texts = tuple(f"{asked.index.bodies[task.unit].name}: {task.text}" for task in tasks)
    return Practical(topic=topic, texts=texts[:2], sources=sources_of(tasks[:2])) if texts else None


_BED_AT = re.compile(r"\b(?:nghỉ|lưu trú|ngủ|accommodat\w+|stay)\b.*\b(?:tại|at)\b", re.IGNORECASE)
"""Where one sleeps, not a guest house where much else may be."""

_AT_A_PLACE = re.compile(
    r"\btại (?!hội nghị|đại hội|hội thảo|buổi|lễ|kế hoạch|văn bản|cuộc)|\((?:cổng|sân|tầng|khu|nhà|bãi)\b",
    re.IGNORECASE,
)


def _placed(asked: Asked, topic: str) -> Answer | None:
    """A task that arranges the matter at a named place tells where it is; a guest house is a place for much else."""
    done = _done(asked, topic)
    if topic == "lodging" and isinstance(done, Responsible):
        done = replace(done, tasks=tuple(task for task in done.tasks if _BED_AT.search(task.text)))
    if not isinstance(done, Responsible) or len(done.tasks) != 1 or not _AT_A_PLACE.search(done.tasks[0].text):
        return None
    return done


_CLOCK = re.compile(r"\b\d{1,2} ?(?:h|giờ|:)")


def _timed(asked: Asked, topic: str) -> Answer | None:
    """The one task that arranges the matter, where it names the hour."""
    done = _done(asked, topic)
    if not isinstance(done, Responsible):
        return None
    wanted = [unit for unit in asked.specific() if unit.code != "@" + topic and asked.index.speaks(unit)]
    meant = [task for task in done.tasks if not wanted or _speaks_of(task.text, wanted)]
    timed = [task for task in meant if _CLOCK.search(task.text) or task.deadline_text]
    return replace(done, tasks=tuple(timed)) if len(timed) == 1 and len(meant) == 1 else None


_DONE_BY_TASKS = words_in("budget security decor sound script promotion traffic electricity")
"""Matters of which the task itself says all there is; of lodging or meals it does not tell which."""


def _done(asked: Asked, topic: str) -> Answer | None:
    units = (asked.index.unit("@" + topic, "", 0),)
    hits = [hit for hit in asked.index.search(units, Sort.TASK) if "@" + topic in hit.entry.own]
    tasks = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)][:3]
    return (
        Responsible(tasks=tuple(asked.task_line(task) for task in tasks), sources=sources_of(tasks)) if tasks else None
    )


def _answers(asked: Asked, fact: Fact, topic: str) -> bool:
    """Organizers' facts always answer their topic; a line of the plan must speak of all the matters asked about."""
    if fact.source is None:
        return True
    codes = {"@" + code for _, code in read(fact.text)[1]}
    others = [unit.code for unit in asked.u.content if unit.code in TOPIC_CODES and unit.code != "@" + topic]
    return all(code in codes for code in others)


def _focused(asked: Asked, facts: list[Fact], topic: str) -> tuple[str, ...]:
    """The clauses of the facts that speak of what was asked; all of them when none does in particular."""
    wanted = [u for u in asked.u.content if u.code != "@" + topic and not u.generic]
    clauses = [clause.strip(" .") for fact in facts for clause in _CLAUSE.split(fact.text) if clause.strip(" .")]
    matching = [clause for clause in clauses if _speaks_of(clause, wanted)]
    if wanted and matching and len(matching) < len(clauses):
        return tuple(matching)
    return tuple(dict.fromkeys(fact.text for fact in facts))


def _speaks_of(clause: str, wanted: list[Unit]) -> bool:
    codes = meanings(clause)
    return any(unit.code in codes for unit in wanted)


def _caretakers(asked: Asked, topic: str) -> tuple[str, ...]:
    """The units whose task speaks of the matter."""
    units = (asked.index.unit("@" + topic, "", 0),)
    hits = [hit for hit in asked.index.search(units, Sort.TASK) if "@" + topic in hit.entry.own]
    names = [asked.task_line(hit.entry.ref).unit for hit in hits if isinstance(hit.entry.ref, Task)]
    return tuple(dict.fromkeys(name for name in names if name))[:2]


# --- is there …? ---------------------------------------------------------------------------------------------------


_DUTY = words_in("mang dem phai bring must")
"""Words that ask whether one has to: that there is such a thing is no answer."""


def exists(asked: Asked) -> Answer | None:
    """Whether the programme has something: found with what it says; an agenda item that is not there; or not known."""
    specific = asked.specific()
    if asked.u.score(Kind.COUNT) >= 2.8:
        return None  # that there is a fee does not tell how much
    if not specific and asked.days is not None:
        return agenda.day_plan(asked)
    if not specific or (asked.u.words & _DUTY and not asked.body_of(asked.u.content, 0.5)):
        return None
    if asked.u.when.day is not None and asked.days is None:
        return NeedDate()
    head = next((unit for unit in specific if unit.code != "@hall"), specific[0]).code
    speaking = [hit for hit in asked.index.search(asked.u.content) if head in hit.entry.units]
    hits = asked.best([hit for hit in speaking if asked.holds_topics(hit.entry)], 0.55)
    hits = [hit for hit in hits if hit.entry.sort is not Sort.MOMENT]
    if hits and _bound(asked) and not any(isinstance(hit.entry.ref, Session) for hit in hits):
        return asked.no_information("other")  # that somebody prepares it tells nothing of that evening
    if hits:
        return _present(asked, hits)
    if topics(asked):
        return None
    named = [unit for unit in specific if unit.code in AGENDA_CODES]
    parts = asked.u.words & {"phan", "muc", "tiet", "session", "item"}
    if named and len(named) == len(specific) and _head_absent(asked, named):
        return Existence(present=False, what=_phrase(asked, specific))
    if parts and asked.index.programme.sessions and not any(unit.code in asked.index.postings for unit in specific):
        return Existence(present=False, what=_phrase(asked, specific))
    return None


def _bound(asked: Asked) -> bool:
    """Whether the question names a day or a part of one."""
    return asked.days is not None or asked.u.when.part is not None


def _head_absent(asked: Asked, named: list[Unit]) -> bool:
    return bool(asked.index.programme.sessions) and not any(
        asked.index.search((unit,), Sort.SESSION, Sort.TASK) for unit in named
    )


def _present(asked: Asked, hits: list[Hit]) -> Answer | None:
    sessions = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Session)]
    if sessions and _bound(asked):
        sessions = [session for session in sessions if asked.in_scope(session)]
        if not sessions:
            return None
    tasks = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)]
    if sessions:
        tasks = []
    quotes = () if sessions or tasks else tuple(dict.fromkeys(_quote(hit.entry) for hit in hits))[:2]
    return Existence(
        present=True,
        what=_phrase(asked, asked.specific()),
        lines=asked.lines(sessions[:4]),
        tasks=tuple(asked.task_line(task) for task in tasks[:2]),
        quotes=quotes,
        sources=sources_of(sessions[:4]) or sources_of(tasks[:2]),
    )


def _quote(entry: Entry) -> str:
    if isinstance(entry.ref, Group) and entry.ref.level:
        return f"{entry.ref.level}: {entry.text}"
    return entry.text


def _phrase(asked: Asked, units: tuple[Unit, ...]) -> str:
    """The words of the question that name the thing, as typed."""
    if not units:
        return ""
    first = asked.u.tokens[units[0].at].at
    last = asked.u.tokens[units[-1].at].to
    for place in range(units[-1].at, len(asked.u.tokens)):
        token = asked.u.tokens[place]
        if token.word in ("khong", "nao", "gi") or token.typed in ("không", "ạ", "vậy"):
            break
        last = token.to
    return asked.u.text[first:last].strip(" ?.!,")


# --- where ---------------------------------------------------------------------------------------------------------


def where(asked: Asked) -> Answer | None:
    """Where the conference or a session is."""
    if (bed := _own_bed(asked)) is not None:
        return bed
    if SENDING & asked.u.words:
        return sent(asked) or how(asked) or asked.no_information("other")
    if (labelled := _labelled(asked)) is not None:
        return labelled
    matter = [topic for topic in topics(asked) if topic in PRACTICAL_ONLY]
    if matter and not (asked.u.about_conference and _named_by_venue(asked, matter)):
        return _held_at(asked) or practical(asked)
    attending = "du" in asked.u.words or any(unit.code == "@delegate" for unit in asked.u.content)
    if attending and (level := people.placed_level(asked)) is not None:
        return level
    if (group := people.placed_group(asked)) is not None:
        return group
    if (told := _placed_by_fact(asked)) is not None:
        return told
    if not asked.specific() or _is_venue(asked) or asked.only_conference():
        sessions = [] if asked.conference.venue else [s for s in asked.index.programme.sessions if s.place or s.room]
        if not asked.conference.venue and not sessions:
            return asked.no_information("venue")
        return WhereIs(place=asked.conference.venue, lines=asked.placed_lines(sessions[:6]))
    named = asked.sessions(asked.u.content)[:4]
    if named and not any(session.place or session.room for session in named) and _rather_another(asked):
        return None
    if not named:
        moments = asked.best(asked.index.search(asked.u.content, Sort.MOMENT))
        texts = [moment.entry.ref.text for moment in moments if isinstance(moment.entry.ref, Moment)]
        if texts and (stated := place_in(texts[0])):
            return WhereIs(place=stated)
        return WhereIs(place=asked.conference.venue) if moments and asked.conference.venue else None
    timed = asked.u.asks(Kind.WHEN)
    return WhereIs(
        place=asked.conference.venue, lines=asked.placed_lines(named), timed=timed, sources=sources_of(named)
    )


PRACTICAL_ONLY = words_in(
    """
    budget badge documents gift invitation list lodging map meals medical parking seat smoking toilet transport water
    wifi
    """
)


SENDING = words_in("gui nop send sends submit trinh")
HANDED = SENDING | words_in("ve bao nhan du")
"""What a task may name the place of: sending, reporting, receiving, taking part."""


def sent(asked: Asked) -> Answer | None:
    """ "gửi danh sách về đâu": the task that says where it goes."""
    hits = asked.best(asked.index.search(asked.u.content, Sort.TASK, Sort.FACT), 0.55)
    tasks = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)]
    if tasks:
        return Responsible(tasks=tuple(asked.task_line(task) for task in tasks[:2]), sources=sources_of(tasks[:2]))
    return Quoted(texts=tuple(dict.fromkeys(hit.entry.text for hit in hits))[:2]) if hits else None


def _held_at(asked: Asked) -> Answer | None:
    """Where a meal or the like on the agenda is, if its line says so."""
    named = asked.sessions(asked.u.content, 0.75)
    placed = [session for session in named if session.place or session.room]
    if placed:
        return WhereIs(
            place=asked.conference.venue, lines=asked.placed_lines(placed[:4]), sources=sources_of(placed[:4])
        )
    titled = [session for session in named if re.search(r"\(.*\)|\btại\b", session.title)]
    return Quoted(texts=(titled[0].title,), sources=sources_of(titled[:1])) if titled else None


def _labelled(asked: Asked) -> Answer | None:
    """ "Điểm cầu tỉnh: Phòng họp G …": a line whose label is all that the question names."""
    wanted = {unit.code for unit in asked.specific()}
    if not wanted:
        return None
    lines = [asked.conference.venue or "", *(fact.text for fact in asked.index.facts)]
    found = [line for line in lines if ":" in line and wanted <= meanings(line.partition(":")[0])]
    placed = [line for line in found if _PLACE_NOUN.match(line.partition(":")[2])]
    return Quoted(texts=(placed[0],)) if placed else None


_PLACE_NOUN = re.compile(
    r"\s*(?:\d+\s+)?(?:tại|ở|phòng|nhà|hội trường|sân|tầng|khu|cổng|trụ sở|trung tâm|trường|bãi|quảng trường|khách sạn"
    r"|room|hall|at)\b",
    re.IGNORECASE,
)


def _placed_by_fact(asked: Asked) -> Answer | None:
    """ "điểm cầu xã ở đâu": a line beside the venue that speaks of all that is asked, where the venue does not."""
    wanted = {unit.code for unit in asked.specific()}
    if len(wanted) < 2 or wanted <= {code for _, code in read(asked.conference.venue or "")[1]}:
        return None
    found = asked.best(asked.index.search(asked.u.content, Sort.FACT), 0.95)
    texts = [hit.entry.text for hit in found if ":" in hit.entry.text]
    return Quoted(texts=tuple(dict.fromkeys(texts))[:1]) if texts else None


CLEARLY = 1.2
"""How many times better another statement must explain a question to be what it is about."""


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
    for text in _places(asked):
        if re.search(r"(?:tầng|lầu)\s*\d", text, re.IGNORECASE):
            return PlanField(field="venue", value=text)
    return asked.no_information("floor")


def _places(asked: Asked) -> list[str]:
    found = asked.sessions(asked.specific()) if asked.specific() and not _is_venue(asked) else []
    places = [asked.line(session).place for session in found]
    return [place for place in [*places, asked.conference.venue] if place]


_OWN_BED = re.compile(r"\b(?:toi|minh|em|chung toi|chung em|doan (?:toi|minh|em)) (?:se )?(?:o|nghi|ngu)\b")


def _own_bed(asked: Asked) -> Answer | None:
    """ "tôi ở phòng số mấy": where the person sleeps, not where the conference is."""
    if not asked.u.own or asked.specific() or not _OWN_BED.search(search_key(asked.u.text)):
        return None
    if asked.asker is not None and asked.asker.lodging:
        return OwnMatter(matter="lodging", value=asked.asker.lodging)
    return asked.no_information("lodging", by=_caretakers(asked, "lodging"))


def room(asked: Asked) -> Answer | None:
    """In which room a session is."""
    if (bed := _own_bed(asked)) is not None:
        return bed
    if asked.u.own and _OWN_GROUP.search(search_key(asked.u.text)):
        return asked.no_information("other")
    found = _side_by_side(asked) or (asked.sessions(asked.u.content) if asked.specific() else [])
    if found:
        return WhereIs(place=asked.conference.venue, lines=asked.placed_lines(found[:4]), sources=sources_of(found[:4]))
    return where(asked)


def _side_by_side(asked: Asked) -> list[Session]:
    """ "các phiên song song ở phòng nào": the sessions in scope that begin together in different rooms."""
    if not _PARALLEL.search(search_key(asked.u.text)):
        return []
    roomed = [s for s in asked.index.programme.sessions if s.start is not None and s.room and asked.in_scope(s)]
    begins = Counter((session.day, session.start) for session in roomed)
    return [session for session in roomed if begins[session.day, session.start] > 1]


_OWN_GROUP = re.compile(r"\b(?:to|nhom|ban|doi|lop) (?:cua )?(?:toi|em|minh|chung toi)\b")
"""A group that somebody is in: which one, a plan does not tell."""

_PARALLEL = re.compile(r"\b(?:song song|parallel|cung luc)\b")


def held_in(asked: Asked) -> Answer | None:
    """ "phòng B201 có phiên gì": the sessions of a room that the question names by its number."""
    named = _NUMBERED_ROOM.search(f" {search_key(asked.u.text)} ")
    if named is None or any(topic in PRACTICAL_ONLY for topic in topics(asked)):
        return None
    held = [s for s in asked.index.programme.sessions if s.room and f" {named[1]} " in f" {search_key(s.room)} "]
    found = [session for session in held if asked.in_scope(session)][:4]
    return WhereIs(place=asked.conference.venue, lines=asked.lines(found), sources=sources_of(found)) if found else None


def to_bring(asked: Asked) -> Answer | None:
    """ "phải mang theo gì": the statements that say what to bring, or that none does."""
    if not _BRING.search(f" {search_key(asked.u.text)} "):
        return None
    told = [fact for fact in asked.index.facts if _BROUGHT.search(fact.text)]
    told = told or [fact for fact in asked.index.facts if _SHOWN.search(fact.text)]
    texts = tuple(dict.fromkeys(fact.text for fact in told))[:2]
    tasks = [task for task in asked.index.programme.tasks if _BROUGHT_BY.match(task.text)]
    if not texts and tasks:
        return Responsible(tasks=tuple(asked.task_line(task) for task in tasks[:2]), sources=sources_of(tasks[:2]))
    if not texts:
        return asked.no_information("other")
    return Quoted(texts=texts, sources=sources(*(fact.source for fact in told[:2])))


_BRING = re.compile(
    r" (?:mang|dem|cam)(?: theo| den| di)? (?:gi|nhung gi|giay to gi|do gi|giay to nao|nhung giay to) "
    r"| can (?:co )?(?:nhung )?giay to (?:gi|nao) | chuan bi giay to (?:gi|nao) "
    r"|what (?:do i |do we |should i |should we |must i |must we |to |need to )+bring|which documents .*bring"
)
_BROUGHT = re.compile(
    r"\b(?:mang theo|đem theo|mang|xuất trình|bring)\b(?! (?:giày|trang phục|thẻ đeo|khẩu trang))", re.IGNORECASE
)
_BROUGHT_BY = re.compile(r"(?:mang|đem|bring|xuất trình)\b", re.IGNORECASE)
"""A task that is told to bring something; others have things carried about."""

_SHOWN = re.compile(r"\b(?:mang|giấy tờ|carry)\b", re.I)


_NUMBERED_ROOM = re.compile(
    r" (?:phong|giang duong|hoi truong|room|hall)(?: hop| so| hoi thao)* ([a-z]{0,3}\d\w*(?: \d+)?) "
)


def how(asked: Asked) -> Answer | None:
    """How something is done: the statement of the plan that speaks of it."""
    facts = asked.index.search(asked.u.content, Sort.FACT)
    found = asked.best(sorted(facts, key=lambda hit: (not _LINK.search(hit.entry.text), -hit.score)), 0.6)
    return Quoted(texts=tuple(dict.fromkeys(hit.entry.text for hit in found))[:2]) if found else None


_LINK = re.compile(r"https?:|www\.|\w@\w")


def route(asked: Asked) -> Answer | None:
    """How to get there: what is stated, with the address."""
    facts = people.facts_of(asked, "transport") + people.facts_of(asked, "map")
    if facts:
        return Practical(topic="transport", texts=tuple(fact.text for fact in facts))
    return asked.no_information("transport")


# --- the paper -----------------------------------------------------------------------------------------------------


def plan_field(asked: Asked, kind: Kind) -> Answer | None:
    """One fact about the conference or its plan."""
    conference = asked.conference
    values: dict[Kind, tuple[str, str | None, str | None]] = {
        Kind.SIGNER: ("signer", conference.signer, conference.signer_title),
        Kind.DOC_NUMBER: ("doc_no", conference.doc_no, None),
        Kind.ISSUER: ("issuer", conference.issuer, None),
        Kind.TITLE: ("title", conference.title or None, None),
        Kind.FORM: ("form", conference.form, None),
    }
    if kind is Kind.DOC_DATE:
        if conference.doc_date is None:
            return asked.no_information("doc_date")
        return PlanField(field="doc_date", value=conference.doc_no or "", day=conference.doc_date)
    if kind is Kind.PURPOSE:
        return Quoted(texts=conference.purpose[:4]) if conference.purpose else asked.no_information("purpose")
    if kind is Kind.RECIPIENTS:
        return Quoted(texts=conference.recipients) if conference.recipients else asked.no_information("recipients")
    field, value, detail = values[kind]
    return PlanField(field=field, value=value, detail=detail) if value else asked.no_information(field)


def quoted(asked: Asked) -> Answer | None:
    """The statement of the plan that speaks of nearly everything asked, word for word."""
    specific = asked.specific()
    if len(specific) < 2 or doers.asks_which_body(asked):
        return None
    placed = asked.u.score(Kind.WHERE) >= 2.8  # who attends does not tell where
    sorts = (Sort.FACT, Sort.TASK, Sort.FIELD) if placed else (Sort.FACT, Sort.GROUP, Sort.TASK, Sort.FIELD)
    found = asked.index.search(asked.u.content, *sorts)
    hits = asked.best([hit for hit in found if hit.entry.ref not in ("title", "recipients", "purpose")], 0.85)
    if not hits:
        return None
    tasks = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)]
    if tasks:
        return Responsible(tasks=tuple(asked.task_line(task) for task in tasks[:2]), sources=sources_of(tasks[:2]))
    return Quoted(texts=tuple(dict.fromkeys(_quote(hit.entry) for hit in hits))[:2])
