"""Answers about practical matters, places, whether there is such a thing, and the plan as a paper."""

import re
from dataclasses import replace

from domain.answers import contacts, people
from domain.answers.affirming import affirmed
from domain.answers.asked import Asked, sources, sources_of
from domain.answers.concepts import TOPICS
from domain.answers.dressing import worn_by
from domain.answers.entries import Sort
from domain.answers.holding import CLEAR, DATED
from domain.answers.index import TOPIC_CODES
from domain.answers.money import COSTS
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.texts import codes_of, meanings, read
from domain.answers.values import (
    Answer,
    OwnMatter,
    PlanField,
    Practical,
    Responsible,
)
from domain.conference import Fact, Task

CLAUSE = re.compile(r";\s*|\.\s+|\n")
"""Where the part of a statement ends that speaks of one matter."""


PRACTICAL_ONLY = words_in(
    """
    budget badge documents gift invitation list lodging map meals medical parking seat smoking toilet transport water
    wifi
    """
)
"""Matters that are no items of an agenda."""


def topics(asked: Asked) -> tuple[str, ...]:
    """The practical matters the question touches, in the order of the question."""
    found = [unit.code[1:] for unit in asked.u.content if unit.code[1:] in TOPICS and unit.code.startswith("@")]
    more = [code for code in sorted(asked.u.concepts) if code in TOPICS and code not in found]
    return tuple(dict.fromkeys(found + more))


def practical(asked: Asked) -> Answer | None:
    """A practical matter: what is stated about it, else that nothing is, with who looks after it."""
    for topic in topics(asked):
        if topic == "contact":
            return contacts.contact(asked)
        if topic == "lodging" and asked.asker is not None and asked.asker.lodging:
            return OwnMatter(matter="lodging", value=asked.asker.lodging)
        facts = people.facts_of(asked, topic)
        if topic == "lodging" and asked.u.score(Kind.WHERE) >= CLEAR:  # whoever pays for it says nothing of where
            facts = [f for f in asked.index.facts if f.topic == topic and _BED_AT.search(f.text)] or facts
        if topic == "meals" and asked.u.score(Kind.WHERE) >= 2.8:
            facts = [f for f in facts if not _PAID_FOR.search(f.text)]  # who pays for a meal tells of no place
        if facts and all(_answers(asked, fact, topic) is False for fact in facts):
            facts = []
        if facts:
            whole = tuple(dict.fromkeys(fact.text for fact in facts))
            apart = tuple(worn_by(asked, text) for text in whole) if topic == "dress" else whole
            texts = apart if apart != whole else _focused(asked, facts, topic)
            return Practical(topic=topic, texts=texts, sources=sources(*(fact.source for fact in facts)))
    named = topics(asked)
    if not named:
        return None
    if named[0] in _DONE_BY_TASKS and (done := _done(asked, named[0])) is not None:
        return done
    venue = asked.conference.venue
    if venue and named[0] not in PRACTICAL_ONLY and set(named) <= {code for _, code in read(venue)[1]}:
        return PlanField(field="venue", value=venue)
    if asked.u.score(Kind.WHERE) >= CLEAR and (placed := _placed(asked, named[0])) is not None:
        return placed
    if asked.u.score(Kind.WHEN) >= CLEAR and (timed := _timed(asked, named[0])) is not None:
        return timed
    if named[0] == "dress" and (worn := _worn(asked)) is not None:
        return worn
    if named[0] == "fee" and (charged := _charged(asked)) is not None:
        return charged
    return _stated_of(asked, named[0]) or asked.no_information(named[0], by=caretakers(asked, named[0]))


_PAID_FOR = re.compile(
    r"\b(?:tự )?chi(?: trả)?:? (?!tiết|nhánh|hội|bộ)|\bthanh toán\b|\bđồng/|\d (?:triệu|tỷ|nghìn)\b|\bmiễn phí\b",
    re.IGNORECASE,
)


def form_of_attending(asked: Asked) -> Answer | None:
    """ "Có được dự trực tuyến không": the form that the paper gives the whole, whatever items speak of it too."""
    form = asked.conference.form
    if form is None or {unit.code for unit in asked.specific()} != {"@online"}:
        return None
    if "@online" in codes_of(form):
        return affirmed(asked, Practical(topic="online", texts=(form,)))
    return Practical(topic="online", texts=(f"Hình thức: {form}",)) if _IN_PERSON.search(form) else None


_IN_PERSON = re.compile(r"\b(?:trực tiếp|tập trung|in person|on site)\b", re.IGNORECASE)
"""How a conference is held that nobody attends from afar."""


def _worn(asked: Asked) -> Answer | None:
    """What to wear, where the plan says so among somebody's tasks: "Đại biểu nam mặc …, nữ áo dài"."""
    tasks = [task for task in asked.index.programme.tasks if _WEARS.search(task.text)]
    clauses = [clause for task in tasks for clause in CLAUSE.split(task.text) if _WEARS.search(clause)]
    texts = tuple(dict.fromkeys(worn_by(asked, clause.strip(" .")) for clause in clauses))
    return Practical(topic="dress", texts=texts[:2], sources=sources_of(tasks[:2])) if texts else None


def collected(asked: Asked) -> Answer | None:
    """ "Đi họp có phải đóng tiền không": the line that says that nothing is collected, wherever it stands."""
    if not _PAYS_AT_ALL.search(asked.u.key) or asked.u.concepts & _PAID_APART:
        return None
    lines = [fact.text for fact in asked.index.facts] + list(asked.conference.purpose)
    texts = tuple(dict.fromkeys(text for text in lines if _COLLECTS_NOTHING.search(text)))
    return Practical(topic="fee", texts=texts[:1]) if texts else None


_PAYS_AT_ALL = re.compile(
    r"\b(?:dong|nop|thu|mat|ton) (?:them |khoan )?(?:tien|phi|le phi|khoan|quy)\b.*\b(?:khong|ko|k|gi|nao)\b"
)
_PAID_APART = frozenset({"parking", "lodging", "meals", "transport", "lunch", "dinner"})
_COLLECTS_NOTHING = re.compile(
    r"\b(?:không|miễn) (?:phải )?(?:thu|nộp|đóng|mất)\b[^.;]{0,20}\b(?:tiền|phí|khoản|kinh phí)\b", re.IGNORECASE
)
_OF_PARKING = re.compile(r"\b(?:giữ|gửi|trông|đỗ|để) xe\b", re.IGNORECASE)


def _charged(asked: Asked) -> Answer | None:
    """What one pays, where the plan says so among somebody's tasks: "thu phí đăng ký (500.000 đồng)"."""
    tasks = [task for task in asked.index.programme.tasks if _CHARGES.search(task.text) and COSTS.search(task.text)]
    tasks = [task for task in tasks if "parking" in asked.u.concepts or not _OF_PARKING.search(task.text)]
    texts = tuple(dict.fromkeys(task.text for task in tasks))
    return Practical(topic="fee", texts=texts, sources=sources_of(tasks)) if len(texts) == 1 else None


_CHARGES = re.compile(r"\b(?:thu (?:lệ )?phí|lệ phí|phí (?:tham dự|đăng ký|tham gia)|miễn phí|fees?)\b", re.IGNORECASE)

_WEARS = re.compile(r"\b(?:mặc|trang phục|wear|dress code)\b", re.IGNORECASE)


def _stated_of(asked: Asked, topic: str) -> Answer | None:
    """ "Lệ phí: miễn phí": a line whose head is the matter itself was read like a unit with its task."""
    heads = {body.id for body in asked.index.programme.units if read(body.name)[1][:1] == ((0, topic),)}
    tasks = [task for task in asked.index.programme.tasks if task.unit in heads]
    texts = tuple(f"{asked.index.bodies[task.unit].name}: {task.text}" for task in tasks)
    return Practical(topic=topic, texts=texts[:2], sources=sources_of(tasks[:2])) if texts else None


_BED_AT = re.compile(r"\b(?:nghỉ|lưu trú|ngủ|accommodat\w+|stay)\b.*\b(?:tại|at)\b", re.IGNORECASE)
"""Where one sleeps, not a guest house where much else may be."""

_AT_A_PLACE = re.compile(
    r"\btại (?!hội nghị|đại hội|hội thảo|buổi|lễ|kế hoạch|văn bản|cuộc)|\((?:cổng|sân|tầng|khu|nhà|bãi)\b"
    r"|\b(?:tầng (?:hầm|trệt|\d)|bãi (?:xe|đỗ|đậu)|sân (?!khấu))",
    re.IGNORECASE,
)


def _placed(asked: Asked, topic: str) -> Answer | None:
    """A task that arranges the matter at a named place tells where it is; a guest house is a place for much else."""
    done = _done(asked, topic)
    if topic == "lodging" and isinstance(done, Responsible):
        done = replace(done, tasks=tuple(task for task in done.tasks if _BED_AT.search(task.text)))
    if not isinstance(done, Responsible) or len(done.tasks) != 1:
        return None
    work = done.tasks[0].text
    spoken = [clause for clause in CLAUSE.split(work) if "@" + topic in meanings(clause)] or [work]
    return done if any(map(_AT_A_PLACE.search, spoken)) else None


def _timed(asked: Asked, topic: str) -> Answer | None:
    """The one task that arranges the matter, where it names the hour."""
    done = _done(asked, topic)
    if not isinstance(done, Responsible):
        return None
    wanted = [unit for unit in asked.specific() if unit.code != "@" + topic and asked.index.speaks(unit)]
    meant = [task for task in done.tasks if not wanted or _speaks_of(task.text, wanted)]
    timed = [task for task in meant if DATED.search(task.text) or task.deadline_text]
    return replace(done, tasks=tuple(timed)) if len(timed) == 1 and len(meant) == 1 else None


_DONE_BY_TASKS = words_in("budget security decor sound script promotion traffic electricity absence")
"""Matters of which the task itself says all there is; of lodging or meals it does not tell which."""


def _done(asked: Asked, topic: str) -> Answer | None:
    units = (asked.index.unit("@" + topic, "", 0),)
    hits = [hit for hit in asked.index.search(units, Sort.TASK) if "@" + topic in hit.entry.own]
    tasks = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)][:3]
    return asked.led(tasks) if tasks else None


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
    clauses = [clause.strip(" .") for fact in facts for clause in CLAUSE.split(fact.text) if clause.strip(" .")]
    matching = [clause for clause in clauses if _speaks_of(clause, wanted)]
    told = asked.index.own_units.union(*(meanings(clause) for clause in matching))
    if wanted and matching and len(matching) < len(clauses) and all(unit.code in told for unit in wanted):
        return tuple(matching)
    return tuple(dict.fromkeys(fact.text for fact in facts))


def _speaks_of(clause: str, wanted: list[Unit]) -> bool:
    codes = meanings(clause)
    return any(unit.code in codes for unit in wanted)


def caretakers(asked: Asked, topic: str) -> tuple[str, ...]:
    """The units whose task speaks of the matter."""
    units = (asked.index.unit("@" + topic, "", 0),)
    hits = [hit for hit in asked.index.search(units, Sort.TASK) if "@" + topic in hit.entry.own]
    names = [asked.task_line(hit.entry.ref).unit for hit in hits if isinstance(hit.entry.ref, Task)]
    return tuple(dict.fromkeys(name for name in names if name))[:2]
