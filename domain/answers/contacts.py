"""Whom to call, and who chairs or hosts: the people and numbers that the paper itself gives."""

import re
from collections.abc import Sequence

from domain.answers import named as parts_named
from domain.answers.asked import Asked, sources, sources_of
from domain.answers.entries import Sort
from domain.answers.holding import CLEAR
from domain.answers.index import TOPIC_CODES
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.reached import ADDRESS, CALLED, REACHABLE
from domain.answers.texts import meanings, read
from domain.answers.values import (
    Answer,
    PlanField,
    Quoted,
    Responsible,
)
from domain.conference import Group, Task

_BY_PHONE = re.compile(r"\b(?:sdt|dien thoai|so|phone|number|call|goi)\b")


def contact(asked: Asked) -> Answer:
    """Whom to call; the number of a named office only if the plan gives that office's."""
    programme = asked.index.programme
    facts = tuple(
        f.text for f in asked.index.facts if f.topic == "contact" and (f.source is None or REACHABLE.search(f.text))
    )
    if {"email", "website", "trang"} & asked.u.words:
        addresses = tuple(dict.fromkeys(fact.text for fact in asked.index.facts if ADDRESS.search(fact.text)))
        if addresses:
            return Quoted(texts=addresses[:2])
        sent = [task for task in asked.index.programme.tasks if ADDRESS.search(task.text)]
        if sent:
            return Responsible(tasks=tuple(asked.task_line(task) for task in sent[:2]), sources=sources_of(sent[:2]))
        if not _BY_PHONE.search(asked.u.key):
            return asked.no_information("contact")  # who asks for an address is given no number
    known = tuple(dict.fromkeys(([programme.conference.contact] if programme.conference.contact else []) + list(facts)))
    specific = tuple(u for u in asked.specific() if u.code not in _DESK_WORDS)
    if specific and (own := _own_number(asked, specific, known)) is not None:
        return own
    if not known:
        speaking = [f.text for f in asked.index.facts if any(c == "contact" for _, c in read(f.text)[1])]
        spoken = tuple(text for text in speaking if REACHABLE.search(text))
        return Quoted(texts=spoken[:2]) if spoken else asked.no_information("contact")
    if specific and not asked.only_conference():
        named = tuple(unit for unit in specific if unit.code not in _HAPPENED) or specific
        clauses = [clause.strip(" .") for text in known for clause in _CLAUSES.split(text)]
        shares = {clause: _speaks(clause, named) for clause in (*clauses, *known) if REACHABLE.search(clause)}
        best = max(shares, key=lambda clause: shares[clause], default="")
        if not best or shares[best] < SURE_CONTACT:
            if all(known[0] in other for other in known) and _about_a_matter(asked, specific):
                return PlanField(field="contact", value=known[0])
            return asked.no_information("contact")
        return PlanField(field="contact", value=best)
    return PlanField(field="contact", value=known[0])


def _own_number(asked: Asked, named: tuple[Unit, ...], known: tuple[str, ...]) -> Answer | None:
    """ "Ai lo xe, số nào": the number in the line of the one work that is named, before the desk's."""
    if any(_speaks(text, named) >= SURE_CONTACT for text in known):
        return None
    numbered = with_number(asked)
    tasks = [task for task in numbered if _tells_all(asked, (task,), named)]
    if not tasks:  # "hỗ trợ kỹ thuật": the technicians' own line for whoever calls
        work = asked.index.programme.tasks
        helping = [task for task in numbered if ON_CALL.search(task.text)]
        tasks = [task for task in helping if _tells_all(asked, [t for t in work if t.unit == task.unit], named)]
    return asked.led(tasks) if len(tasks) == 1 else None


ON_CALL = re.compile(r"\b(?:trực|hỗ trợ|xử lý|khắc phục|support|on call)\b", re.IGNORECASE)
"""Work of being there for those who call."""


def with_number(asked: Asked) -> list[Task]:
    """The work whose own line gives somebody's number."""
    return [task for task in asked.index.programme.tasks if CALLED.search(task.text)]


def _tells_all(asked: Asked, tasks: Sequence[Task], named: tuple[Unit, ...]) -> bool:
    """Whether the work of one body, its name with it, speaks of all that is named."""
    body = asked.index.bodies.get(tasks[0].unit) if tasks[0].unit else None
    said = meanings("; ".join([body.name if body else "", *(task.text for task in tasks)]))
    return all(unit.is_in(said) for unit in named)


def _about_a_matter(asked: Asked, named: tuple[Unit, ...]) -> bool:
    """ "Muốn đặt phòng thì liên hệ ai": whom to turn to in a matter of the plan is the desk, where there is but one."""
    things = [unit for unit in named if unit.code.startswith("@")]
    if (
        things
        and all(unit in things or unit.code in _ABOUT for unit in named)
        and all(map(asked.index.speaks, things))
        and asked.named_body() is None
    ):
        return asked.u.score(Kind.WHO) >= CLEAR
    practical = any(unit.code in _MATTERS for unit in named)
    said = all(unit.code in _MATTERS or unit.code in _ABOUT for unit in named)
    return practical and said and asked.u.score(Kind.WHO) >= CLEAR


_MATTERS = TOPIC_CODES | {"@registration"}
_ABOUT = words_in("room book booking question questions information change cancel dat huy them muon can chuyen viec")


_DESK_WORDS = words_in(
    "@contact btc @list @office so problem trouble issue vuong mac kho khan tro ngai thac co viec"
    " hau can person people more information info detail details secretariat organizer organizers organiser organisers"
    " ho tro giup do help assistance support van de gi gap xay ra su co phat sinh something goes wrong"
)
"""What goes with asking whom to call: the desk itself, and that there is trouble."""
_HAPPENED = words_in(
    "hong hu loi mat doi thieu tre cham quen lac ket nham sai gap bi muon can them hoi doan nguoi broken lost change"
)
"""What may have happened to a thing, or is to be done about it, for which one calls whoever looks after the thing."""


SURE_CONTACT = 0.6
"""Share of what is named that a line of contacts must speak of."""


_CLAUSES = re.compile(r";\s*|(?<=\)),\s*")


def _speaks(clause: str, units: tuple[Unit, ...]) -> float:
    said = meanings(clause)
    return sum(unit.weight for unit in units if {unit.code, *unit.others} & said) / sum(unit.weight for unit in units)


def chair(asked: Asked) -> Answer | None:
    """Who chairs: the plan's own field, else the units whose task it is."""
    led = asked.u.content and _tasks_chaired(asked)
    if led:
        return asked.led(led[:3])
    named_items = [s for s in asked.sessions(asked.u.content, 0.75) if s.responsible] if asked.specific() else []
    parts = parts_named.all_called(asked)
    led_by = [part for part in parts if part.responsible]
    if led_by:
        return Responsible(lines=asked.lines(led_by[:4]), sources=sources_of(led_by[:4]))
    if named_items and not asked.only_conference():
        return Responsible(lines=asked.lines(named_items[:4]), sources=sources_of(named_items[:4]))
    if asked.conference.chair:
        return PlanField(field="chair", value=asked.conference.chair)
    tasks = [task for task in asked.index.programme.tasks if _CHAIRS.search(task.text)]
    if tasks:
        return asked.led(tasks[:3])
    leading = [g for g in asked.index.programme.groups if "chủ trì" in g.description.casefold()]
    if leading:
        return Quoted(
            texts=tuple(g.description for g in leading[:2]), sources=sources(*(g.source for g in leading[:2]))
        )
    return asked.no_information("chair")


_HOSTS = re.compile(r"\bđăng cai\b", re.IGNORECASE)

_CHAIRS = re.compile(
    r"(?<!kịch bản )(?:chủ trì|chủ tọa|chủ toạ|điều hành)\s+"
    r"(?:hội nghị|đại hội|hội thảo|buổi|lễ|phiên|tọa đàm|diễn đàn)",
    re.IGNORECASE,
)


def _tasks_chaired(asked: Asked) -> list[Task]:
    """The tasks that say who leads what the question names ("chủ trì nội dung")."""
    units = tuple(asked.index.unit(code, "", place) for place, code in enumerate(("chu", "tri")))
    hits = asked.best(asked.index.search((*units, *asked.u.content), Sort.TASK), 0.8)
    return [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)] if not asked.u.about_conference else []


def host(asked: Asked) -> Answer | None:
    """Who hosts or organizes: the unit whose role it is, a statement that says so, else the issuer."""
    if asked.u.score(Kind.ATTENDEES) >= CLEAR:
        return None  # "địa phương đăng cai mời những ai"
    bodies = [body for body in asked.index.programme.units if _HOSTS.search(f"{body.name} {body.role or ''}")]
    if len(bodies) == 1 and "cai" in asked.u.words:
        name, role = bodies[0].name, bodies[0].role
        return Quoted(texts=(name if not role or role in name else f"{name} – {role}",))
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
