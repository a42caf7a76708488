"""What a unit has to do, and the items of the agenda that are its own."""

import re

from domain.answers.asked import Asked, borne_by, sources, sources_of
from domain.answers.entries import Sort
from domain.answers.holding import CLEAR
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.texts import codes_of, read
from domain.answers.values import Answer, Quoted, Responsible, UnitTasks
from domain.conference import Session
from domain.conference import Unit as Body
from domain.vietnamese import CAPITALS, search_key


def organizer_of(asked: Asked) -> Answer | None:
    """ "Ai tổ chức chung kết": who is behind the item that is named, where it is not the conference itself."""
    if not asked.specific() or asked.only_conference():
        return None
    named = [session for session in asked.sessions(asked.specific(), 0.85) if session.responsible]
    return Responsible(lines=asked.lines(named[:4]), sources=sources_of(named[:4])) if named else None


def all_shared_out(asked: Asked) -> Answer | None:
    """ "Phân công nhiệm vụ cho các đơn vị thế nào": the tasks of all units."""
    if not _HOW_SHARED_OUT.search(asked.u.key) or asked.beyond(_SHARING):
        return None
    tasks = asked.index.programme.tasks
    return asked.led(tasks) if tasks else asked.no_information("other")


_HOW_SHARED_OUT = re.compile(
    r"\bphan cong\b(?: \w+){0,8}? (?:the nao|ra sao|nhu the nao|lam sao|gi)\b"
    r"|\b(?:bang|danh sach) phan cong\b|\bhow (?:are|is) (?:the )?(?:tasks|work|duties) (?:assigned|divided|shared)\b"
)
_SHARING = words_in(
    """
    phan cong nhiem vu cong viec cac don vi bo phan ban phong cho the nao ra sao nhu lam gi to chuc bang danh sach cua
    how are is tasks work duties assigned divided shared out units task @task @list
    """
)


def nobody_of(asked: Asked) -> Answer | None:
    """ "Tổ thư ký làm gì": not known, where the paper never speaks of such a body."""
    found = _WHAT_DOES.search(asked.u.key)
    if found is None or found["body"].split()[-1] in _ASKING:
        return None
    programme = asked.index.programme
    said = [f"{body.name} {body.role or ''}" for body in programme.units]
    said += [item.responsible or "" for item in programme.sessions] + [task.text for task in programme.tasks]
    said += [fact.text for fact in programme.facts] + [group.level or "" for group in programme.groups]
    named = f" {found['name']} "
    spoken = any(named in f" {search_key(text)} " for text in said)
    return None if spoken or asked.named_body() is not None else asked.no_information("other")


_ASKING = words_in("nao gi ai nay do minh em toi")
_WHAT_DOES = re.compile(
    r"^(?:(?:nhiem vu|cong viec) (?:cua )?)?(?P<body>(?:tieu ban|to|ban|doi|nhom) (?P<name>\w+(?: \w+){0,2}?))"
    r"(?: (?:phai|se|can|co))?(?: la| lam| lo| phu trach)(?: nhung)?(?: viec| nhiem vu)? gi(?: vay| a| the)?$"
)


def tasks_of(asked: Asked) -> Answer | None:
    """What a unit has to do."""
    if (share := _assigned(asked)) is not None:
        return share
    bodies = asked.body_of(asked.specific() or asked.u.content, 0.55)
    if not bodies:
        return items_of(asked)
    if len(bodies) > 1:
        bodies = _spoken_out(asked, bodies) or (bodies[:1] if len(bodies) > 3 else bodies)
    chosen = bodies[0]
    if _ITEM_ASKED.search(asked.u.key) and (items := items_of(asked)) is not None:
        return items
    if len(bodies) > 1:
        tasks = [task for task in asked.index.programme.tasks if task.unit in {body.id for body in bodies}]
        return asked.led(tasks)
    return unit_tasks(asked, chosen)


def _spoken_out(asked: Asked, bodies: list[Body]) -> list[Body]:
    """The one of several bodies whose whole name is spoken: "Tiểu ban Nội dung" among all the "tiểu ban"."""
    spoken = {token.word for token in asked.u.tokens}
    whole = [body for body in bodies if {token.word for token in read(body.name)[0]} <= spoken]
    return whole if len(whole) == 1 else []


def _assigned(asked: Asked) -> Quoted | None:
    """ "Chị Hường lo việc gì": of a line that shares the work out ("đ/c Hường – hậu cần; …") that person's part."""
    named = {unit.code for unit in asked.specific()}
    for text in asked.index.texts(Sort.TASK, Sort.FACT) if named else ():
        for share in _SHARED_OUT.finditer(text):
            if named <= codes_of(share["who"]):
                return Quoted(texts=(share[0].strip(" ;."),))
    return None


_SHARED_OUT = re.compile(
    r"\b(?:đ/c|đồng chí|ông|bà|anh|chị|cô|thầy)\s+(?P<who>[^–:;,-]{2,40}?)\s*[–:-]\s+(?P<what>[^;]+)", re.IGNORECASE
)

_ITEM_ASKED = re.compile(r"\b(?:phan (?!cong)|phien|muc|chuyen de|bai|session)")
"""Asks what somebody does on the agenda, rather than for the conference."""


def unit_tasks(asked: Asked, body: Body, own: bool = False) -> UnitTasks:
    """A unit's tasks and the items that name it."""
    tasks = [task for task in asked.index.programme.tasks if task.unit == body.id or body.id in task.coordinating]
    return UnitTasks(
        unit_id=body.id,
        unit=body.name,
        role=body.role,
        tasks=tuple(asked.task_line(task) for task in tasks),
        own=own,
        undated=_asks_limit(asked) and not any(task.deadline or task.deadline_text for task in tasks),
        sources=sources_of(tasks) or sources(body.source),
    )


def _asks_limit(asked: Asked) -> bool:
    return asked.u.score(Kind.DEADLINE) >= CLEAR or asked.u.score(Kind.WHEN) >= CLEAR


_SAYING = words_in("de tai @topic_talk @speech @report @paper chuyen de noi")


def items_of(asked: Asked) -> Answer | None:
    """The items whose responsible is the person or body named."""
    specific = tuple(unit for unit in asked.specific() if unit.code not in _SAYING)
    found = [
        hit.entry.ref
        for hit in asked.index.search(specific, Sort.SESSION)
        if hit.coverage >= 0.55 and isinstance(hit.entry.ref, Session) and _borne(specific, hit.entry.ref)
    ]
    if not found:
        return None
    found.sort(key=lambda session: asked.index.place_of[session.id])
    return Responsible(lines=asked.lines(found[:6]), sources=sources_of(found[:6]))


def _borne(named: tuple[Unit, ...], session: Session) -> bool:
    """Whether the item is in the hands of whoever is named, in its own column or run into its title."""
    persons = _PERSON.findall(session.title)
    return borne_by(named, session) or any({unit.code for unit in named} <= codes_of(person) for person in persons)


_PERSON = re.compile(
    rf"\b(?:Ông|Bà|Thầy|Cô|Bs\.?|BS\.?|ThS\.?|TS\.?|PGS\.?|Đ/c|[Đđ]ồng chí) (?:[{CAPITALS}][^\W\d_]+ ?){{2,4}}"
)


def own_tasks(asked: Asked) -> Answer | None:
    """The tasks of the asker's own unit."""
    if asked.asker is not None and asked.asker.unit in asked.index.bodies:
        return unit_tasks(asked, asked.index.bodies[asked.asker.unit], own=True)
    return tasks_of(asked) or asked.no_information("own_unit")
