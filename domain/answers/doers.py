"""Answers about who does it: responsible units and persons, who performs an item, what a unit has to do."""

import re
from collections.abc import Callable

from domain.answers import contacts, funds, holders, offices, people, reporting, sequence, working
from domain.answers.asked import SURE, Asked, sources_of
from domain.answers.entries import Hit, Sort
from domain.answers.offices import PERSON
from domain.answers.performers import PERFORMS, performed, performing, speaker_in_title, without_verb
from domain.answers.phrases import words_in
from domain.answers.recipients import awardees, receivers
from domain.answers.scope import names_own_group
from domain.answers.texts import letters_of
from domain.answers.values import Answer, NowNext, PlanField, Responsible
from domain.conference import Session, Task
from domain.vietnamese import search_key


def who(asked: Asked) -> Answer | None:
    """Who does something: the first of the rules that has an answer, else the item's person or the task's unit."""
    for rule in _WHO:
        if (found := rule(asked)) is not None:
            return found
    if not asked.specific() or asks_which_body(asked):
        return None  # "Cụm phó là tỉnh nào": a unit by its role, or nothing
    return _doer(asked)


def _doer(asked: Asked) -> Answer | None:
    """The persons of the items that are meant, else the units whose tasks are."""
    hits = asked.index.search(without_verb(asked), Sort.TASK, Sort.SESSION)
    best = asked.best((hit for hit in hits if asked.holds_topics(hit.entry) and _leaves_nothing(asked, hit)), 0.55)
    sessions = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Session)]
    tasks = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Task)]
    named = [session for session in sessions if session.responsible]
    if (verb := working.verb_asked(asked)) is not None:
        named = [session for session in named if f" {verb} " in f" {letters_of(session.title)} "]
    if _NAME.search(asked.u.key):
        named = [session for session in named if PERSON.search(session.responsible or "")]
    if named and not (tasks and _about_work(asked)):
        return Responsible(lines=asked.lines(named[:4]), sources=sources_of(named[:4]))
    shown = performed(asked, hits)
    bodies_asked = tasks and _BODY_ASKED.search(asked.u.key)
    if shown and not _about_work(asked) and not bodies_asked:
        return speaker_in_title(asked, shown) or _arranged(asked) or asked.no_information("who")
    return _worker(asked, tasks or _meant_by_all(asked)) or _nobody_behind(asked, sessions)


def _arranged(asked: Asked) -> Answer | None:
    """ "Ai nấu cơm trưa": the work of arranging what the agenda has without anybody behind it."""
    things = {unit.code for unit in asked.specific() if unit.code.startswith("@")}
    if not things & _ARRANGED or PERFORMS.search(asked.u.key):
        return None
    hits = [hit for hit in asked.index.search(asked.u.content, Sort.TASK) if things <= hit.entry.own]
    tasks = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)]
    return asked.led(tasks) if 0 < len(tasks) <= 2 else None


_ARRANGED = words_in(
    "@intro @meals @lunch @dinner @breakfast @break @party @performance @flag @registration @reception"
)
"""Items that somebody has to see to, and that nobody gives."""


def _meant_by_all(asked: Asked) -> list[Task]:
    """The tasks that the whole question means, its verb with it."""
    hits = asked.best(asked.index.search(asked.specific() or asked.u.content, Sort.TASK), 0.55)
    return [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task) and _leaves_nothing(asked, hit)]


def _worker(asked: Asked, tasks: list[Task]) -> Answer | None:
    """The units of the tasks; a task that has somebody invited does not tell who they are."""
    if not tasks:
        return None
    if not _about_work(asked) and _IDENTITY.search(asked.u.key):
        return asked.no_information("who")
    return asked.led(tasks[:3])


def _nobody_behind(asked: Asked, sessions: list[Session]) -> Answer | None:
    """Of items without anybody behind them: who their titles name, else that it is not known."""
    return (speaker_in_title(asked, sessions) or asked.no_information("who")) if sessions else None


def _contact(asked: Asked) -> Answer | None:
    return contacts.contact(asked) if "contact" in asked.u.concepts else None


def _co_chair(asked: Asked) -> Answer | None:
    """ "Ai đồng chủ trì": the line of those in the chair, where it names one."""
    chair = asked.conference.chair
    if chair is None or not (_CO_CHAIRS.search(asked.u.key) and _CO_CHAIRS.search(search_key(chair))):
        return None
    return PlanField(field="chair", value=chair)


_CO_CHAIRS = re.compile(r"\bdong chu (?:tri|toa)\b|\bco chair")


def _own_group(asked: Asked) -> Answer | None:
    """ "Đội em chung với trường nào": how groups are made up a plan does not tell."""
    return asked.no_information("who") if asked.u.own and names_own_group(asked.u.key) else None


def _coordinating(asked: Asked) -> Answer | None:
    """ "Ai phối hợp với X làm Y": the units that work with another on the task that is meant."""
    if not _TOGETHER.search(asked.u.key):
        return None
    hits = asked.best(asked.index.search(asked.specific(), Sort.TASK), 0.55)
    tasks = [h.entry.ref for h in hits if isinstance(h.entry.ref, Task) and h.entry.ref.coordinating]
    if not tasks:
        return None
    return asked.led(tasks[:2])


_TOGETHER = re.compile(r"\bphoi hop\b|\btogether with\b|\bcoordinat")

_WHAT_BODY = re.compile(r"\bla (?:tinh|don vi|co quan|huyen|xa|phong|so|chi nhanh) nao\b")


def asks_which_body(asked: Asked) -> bool:
    """Whether a unit is asked for by its role: what else is said of that role is no answer."""
    return bool(_WHAT_BODY.search(asked.u.key))


def _speaking_now(asked: Asked) -> Answer | None:
    """ "phần này ai nói": who is in charge of what is on."""
    if asked.specific() or asked.now is None or not {"nay", "dang", "now"} & asked.u.words:
        return None
    found = sequence.now_next(asked, "now")
    named = tuple(line for line in found.now if line.by) if isinstance(found, NowNext) else ()
    return Responsible(lines=named) if named else None


_IDENTITY = re.compile(
    r"\b(?:la|gom) (?:nhung )?(?:ai|(?:\w+ ){1,2}nao)\b"
    r"|\bten (?:la )?gi\b"
)
"""Asks who somebody is: a task that has them invited does not tell."""


def _leaves_nothing(asked: Asked, hit: Hit) -> bool:
    """Whether a task that explains half of the question leaves out no thing that the programme speaks of elsewhere."""
    if hit.coverage >= SURE or not isinstance(hit.entry.ref, Task):
        return True
    things = [u.code for u in asked.specific() if u.code.startswith("@") and u.code in asked.index.postings]
    return all(code in hit.entry.units for code in things)


_BODY_ASKED = re.compile(
    r"\b(?:don vi|co quan|chi hoi|chi bo|chi doan|thon|ap|xom|ban|khoa|to|nganh|doan|cau lac bo|lop|truong|xa) nao\b"
)
"""Asks for a body: who prepares an item is an answer then."""

_NAME = re.compile(r"\bten (?:la )?gi\b")


def _about_work(asked: Asked) -> bool:
    words = asked.u.words
    return bool(words & _WORKING) or {"phu", "trach"} <= words or {"phat", "hanh"} <= words


_WORKING = words_in("lo nhiem gui chuan care charge responsible prepare prepares arrange arranges send sends")

_WHO: tuple[Callable[[Asked], Answer | None], ...] = (
    awardees,
    _contact,
    _own_group,
    _co_chair,
    receivers,
    offices.signing_office,
    _speaking_now,
    offices.leader,
    holders.holder,
    _coordinating,
    people.of_kind,
    funds.payer,
    funds.provider,
    reporting.on_a_matter,
    performing,
)
"""What is tried, in this order, before the agenda and the tasks are searched for who does something."""
