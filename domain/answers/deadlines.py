"""Answers about by when something is due."""

import re

from domain.answers import named
from domain.answers.asked import Asked, sources_of
from domain.answers.duties import unit_tasks
from domain.answers.entries import Entry, Sort
from domain.answers.holding import CLEAR, DATED
from domain.answers.item_times import moment_times
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.sending import DONE_BY_A_DAY, HANDED_IN, HANDING_IN
from domain.answers.statements import written_out
from domain.answers.subject_times import SURE_TASK
from domain.answers.texts import codes_of, read
from domain.answers.values import (
    Answer,
    Deadline,
    NoDeadline,
    Quoted,
)
from domain.conference import Moment, Task
from domain.vietnamese import search_key


def deadline(asked: Asked) -> Answer | None:
    """By when a task is due."""
    if (own := _of_whole_unit(asked)) is not None:
        return own
    if (labelled := _labelled(asked)) is not None:
        return labelled
    tasks = _tasks(asked)
    if (noted := _noted_limit(asked, tasks)) is not None:
        return noted
    if not tasks and _LIMITS & asked.u.words and "arrival" not in asked.u.concepts and asked.specific():
        found = asked.best(asked.index.search(asked.u.content, Sort.FACT, Sort.MOMENT))
        stated = [hit.entry.ref.text if isinstance(hit.entry.ref, Moment) else hit.entry.text for hit in found]
        texts = tuple(dict.fromkeys(text for text in stated if DATED.search(text)))
        return Quoted(texts=texts[:2]) if texts else asked.no_information("other")
    if not tasks:
        return None
    dated = [task for task in tasks if task.deadline_text or task.deadline]
    verbs = asked.u.words & DONE_BY_A_DAY
    meant = [task for task in dated if verbs & {token.word for token in read(task.text)[0]}]
    if not dated or (verbs and not meant):
        meant = _dated_beside(asked, by_verb=bool(dated))
    if not meant and (noted := _noted_by_verb(asked, verbs, dated)) is not None:
        return noted
    if not meant and not dated and not _surely_meant(asked, tasks):
        return None
    chosen = (meant or dated or tasks)[:3]
    lines = tuple(asked.task_line(task) for task in chosen)
    if not meant and not dated and not any(_BY_RULE.search(task.text) for task in chosen):
        return NoDeadline(tasks=lines, contact=asked.conference.contact, sources=sources_of(chosen))
    return Deadline(tasks=lines, sources=sources_of(chosen))


def of_work(asked: Asked) -> Answer | None:
    """ "Tài liệu in xong khi nào": the limit of the work; the item at which they are handed out does not tell it."""
    found = deadline(asked) if _FINISHED.search(asked.u.key) else None
    return found if isinstance(found, Deadline | Quoted) else None


_FINISHED = re.compile(
    r"\b(?:in(?: an)?|mua|thue|dat|gui|nop|lap|duyet|soan|viet|phat hanh|trang tri|chuan bi|treo|dan|ke|kiem tra"
    r"|ban giao|hoan (?:thanh|thien|chinh)|tong hop|chot|thong bao|moi)(?: \w+){0,4}? xong\b"
    r"|\b(?:dang k[yi]|nhan|nop|gui)\b.*\bden (?:het )?(?:ngay|khi|luc|bao gio)\b"
)
"""Work that is to be finished, or what is taken until a day."""


def of_meeting(asked: Asked) -> Answer | None:
    """ "Các khoa phải họp xong hội nghị cấp khoa trước ngày nào": the days that the paper gives such a meeting."""
    due = asked.u.score(Kind.DEADLINE) >= CLEAR and _HELD.search(asked.u.key) is not None
    part = named.of_a_part(asked) if due else None
    return moment_times(asked, part) if part is not None else _of_level(asked)


def _of_level(asked: Asked) -> Answer | None:
    """The one line that opens with the meetings of the level which is named, and says until when they are held."""
    until = max(asked.u.score(Kind.WHEN), asked.u.score(Kind.END)) >= CLEAR and "xong" in asked.u.words
    owed = until or asked.u.score(Kind.DEADLINE) >= CLEAR
    level = _LEVEL.search(asked.u.key) if owed and not asked.u.words & _PAPERS else None
    if level is None:
        return None
    held = rf"(?:to chuc )?(?:(?:hoi nghi|dai hoi) )?(?:{_AT_LEVEL})*{level['level']}"
    begins = re.compile(rf"{held}\b(?!:? (?:gui|nop|cu)\b)")
    told = (entry.text for entry in asked.index.entries if entry.sort in (Sort.FACT, Sort.TASK, Sort.MOMENT))
    lines = dict.fromkeys(text for text in told if DATED.search(text) and begins.match(search_key(text)))
    return Quoted(texts=tuple(lines)) if len(lines) == 1 else None


_PAPERS = HANDING_IN | words_in("bien ban danh sach bao cao tham luan dang ki giay")
"""What is due of such a meeting is not the meeting."""

_AT_LEVEL = "cap |o |tai |cac |cua "
_LEVEL = re.compile(
    rf"\b(?:hop|hoi nghi|dai hoi) (?:{_AT_LEVEL})*(?P<level>co so|xi nghiep|phan xuong|phong(?: ban)?|to(?: cong doan)?"
    r"|chi (?:hoi|bo|doan|nhanh)|cong doan (?:bo phan|co so)|khoa|don vi|thon|xom|ban|ap|khu pho|to dan pho|xa|phuong"
    r"|huyen|cum|truong|lop|doi|bo phan)\b"
)
"""A meeting of a level below the one that the plan is for."""


_HELD = re.compile(
    r"\b(?:hop|to chuc|tien hanh)(?: xong)? (?:hoi nghi|dai hoi)\b|\bhop xong\b"
    r"|\b(?:hoi nghi|dai hoi) cap \w+(?: \w+){0,2}? (?:hop|to chuc|tien hanh)\b"
)
"""By when a meeting is to be held, and not work done for it."""


def _of_whole_unit(asked: Asked) -> Answer | None:
    """ "Văn phòng phải làm gì, việc nào hạn hôm nào": all that a unit has to do, where nothing else is named."""
    if asked.u.score(Kind.TASKS) < CLEAR:
        return None
    body = asked.named_body()
    bodies = [body] if body is not None else asked.body_of(asked.specific(), 0.55)
    if len(bodies) != 1:
        return None
    called = set().union(*map(codes_of, (bodies[0].name, *bodies[0].aliases, *written_out(bodies[0].name)))) | _ASKED_OF
    if any(unit.code not in called and asked.index.speaks(unit) for unit in asked.specific()):
        return None
    return unit_tasks(asked, bodies[0])


_ASKED_OF = words_in("de nghi giao cau nhiem vu")
"""How a plan puts it that a unit is to do something."""


def likely(asked: Asked) -> Answer | None:
    """The one limit that what the paper knows of the question points to: other words of it the paper never says."""
    there = asked.u.score(Kind.WHEN) >= CLEAR and _THERE_WHEN.search(asked.u.key) is not None
    due = asked.u.score(Kind.DEADLINE) >= CLEAR or (asked.u.score(Kind.WHEN) >= CLEAR and asked.u.words & _OWED)
    said = tuple(unit for unit in asked.specific() if unit.code.startswith("@") or asked.index.speaks(unit))
    if not (there or (due and len(said) > 1)) or sum(u.weight for u in said) < HALF * sum(
        u.weight for u in asked.specific()
    ):
        return None
    hits = asked.index.search(said)
    dated = [hit for hit in hits if isinstance(hit.entry.ref, Task) and _is_dated(hit.entry.ref)]
    if not dated or dated[0].coverage < max(HALF, _FOREMOST * hits.most):
        return None
    if any(hit.coverage > _CLEARLY_LESS * dated[0].coverage for hit in dated[1:]):
        return None
    tasks = [hit.entry.ref for hit in dated[:1] if isinstance(hit.entry.ref, Task)]
    return Deadline(tasks=tuple(map(asked.task_line, tasks)), sources=sources_of(tasks))


def _is_dated(task: Task) -> bool:
    return bool(task.deadline_text or task.deadline)


HALF = 0.5
_FOREMOST = 0.95
_CLEARLY_LESS = 0.67
"""Share of what the best explains that every other limit must stay below."""

_OWED = HANDING_IN | words_in("phai xong chot hoan thanh")
"""Words that make "bao giờ" ask for a limit."""
_THERE_WHEN = re.compile(r"\b(?:khi nao|bao gio|chung nao|(?:hom|ngay) nao) (?:thi |moi |se )?co\b")
""" "Khi nào có điều lệ": what is to be made is there when its limit has come."""


def of_agent(asked: Asked) -> Answer | None:
    """ "Phòng Nội vụ chốt danh sách ngày nào": the limit of the unit's own work, where no item is rather meant."""
    if max(asked.u.score(Kind.WHEN), asked.u.score(Kind.DEADLINE)) < CLEAR or (body := asked.agent()) is None:
        return None
    name = codes_of(body.name)
    items = asked.index.programme.sessions
    if _SPEAKS.search(asked.u.key) and any(name <= codes_of(item.responsible or "") for item in items):
        return None  # "thầy Định báo cáo lúc nào": the item is meant, not what is due of it
    hits = asked.index.search(tuple(u for u in asked.u.content if u.code not in name), Sort.TASK, Sort.SESSION)
    own = [hit for hit in hits if isinstance(hit.entry.ref, Task) and hit.entry.ref.unit == body.id]
    tasks = [hit.entry.ref for hit in asked.best(own, OWN) if isinstance(hit.entry.ref, Task)]
    dated = [task for task in tasks if task.deadline or task.deadline_text]
    told = [hit.coverage for hit in hits if hit.entry.sort is Sort.SESSION]
    if not dated or max(told, default=0.0) > own[0].coverage:
        return None
    return Deadline(tasks=tuple(map(asked.task_line, dated[:2])), sources=sources_of(dated[:2]))


_SPEAKS = re.compile(
    r"\b(?:bao cao|phat bieu|trinh bay|len noi|doc|noi) (?:vao |la )?(?:luc|may gio|gio nao|khi nao)\b"
)

OWN = 0.4
"""Share of a question beside the unit's name that its own work must explain."""

_BY_RULE = re.compile(r"\btheo (?:quy định|hướng dẫn|yêu cầu|thông báo)\b", re.IGNORECASE)
"""A limit that another paper sets: to say so is an answer."""


def _labelled(asked: Asked) -> Quoted | None:
    """ "Hạn gửi câu hỏi, kiến nghị: trước ngày 19/10": the one line of the paper whose label is what is asked for."""
    wanted = {unit.code for unit in asked.specific()}
    if len(wanted) < 2 or not _LIMITS & asked.u.words:
        return None
    found = []
    for fact in asked.index.facts:
        label, colon, told = fact.text.partition(":")
        own = codes_of(label) if colon and _LIMITED.match(label) and DATED.search(told) else frozenset()
        if wanted <= own:
            found.append(fact.text)
    return Quoted(texts=(found[0],)) if len(found) == 1 else None


_LIMITED = re.compile(r"(?:thời )?hạn\b|deadline\b", re.IGNORECASE)


def _noted_limit(asked: Asked, tasks: list[Task]) -> Quoted | None:
    """A milestone beside the tasks ("Nhận toàn văn: trước 15/9/2025"), where none of them has a limit of its own."""
    told = asked.index.search(asked.u.content, Sort.FACT, Sort.MOMENT)
    facts = [hit for hit in told if DATED.search(_line(hit.entry))]
    if not asked.specific() or not facts or facts[0].coverage < _NOTED:
        return None
    if any(task.deadline_text or task.deadline for task in tasks):
        return None
    return Quoted(texts=(_line(facts[0].entry),))


def _line(entry: Entry) -> str:
    """A statement with its time: a milestone has it behind its name."""
    return f"{entry.ref.what}: {entry.ref.text}" if isinstance(entry.ref, Moment) else entry.text


_NOTED = 0.6


def _noted_by_verb(asked: Asked, verbs: frozenset[str], dated: list[Task]) -> Quoted | None:
    """A statement that dates the very thing asked about ("chốt danh sách: 20/3"), where no task does.

    The limit of a paper is the day on which it is handed in, not the one by which somebody has read it.
    """
    if not verbs and (not dated or any(HANDED_IN.search(task.text) for task in dated)):
        return None
    alike = HANDING_IN if verbs <= HANDING_IN else verbs
    matter = tuple(unit for unit in asked.u.content if unit.code not in alike)
    found = asked.best(asked.index.search(matter, Sort.FACT), SURE_TASK)
    texts = [hit.entry.text for hit in found if alike & hit.entry.units.keys() and DATED.search(hit.entry.text)]
    return Quoted(texts=(texts[0],)) if texts else None


_LIMITS = frozenset({"han", "deadline", "due"})
"""Words that ask for a limit and nothing else: when an item of that name is on the agenda is no answer."""


def _tasks(asked: Asked) -> list[Task]:
    said = asked.index.postings
    units = tuple(
        u for u in asked.u.content if u.code != "@arrival" and (u.code in said or u.code not in DONE_BY_A_DAY)
    )
    found = asked.index.search(units, Sort.TASK)
    body = asked.named_body()
    body = None if body is None or _addressed(asked, body.name) else body
    own = [hit for hit in found if isinstance(hit.entry.ref, Task) and body and hit.entry.ref.unit == body.id]
    hits = asked.best(own, 0.55) or asked.best(found, 0.55)
    return [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)]


def _addressed(asked: Asked, name: str) -> bool:
    """ "Hạn gửi hồ sơ về Sở Nội vụ": who is sent something is not who sends it."""
    return re.search(rf"\b(?:ve|cho|toi|den|qua|trinh|len) {re.escape(search_key(name))}\b", asked.u.key) is not None


def _dated_beside(asked: Asked, *, by_verb: bool) -> list[Task]:
    """Tasks with a limit that explain nearly as much as the best one, which has none: a limit was asked for."""
    verbs = asked.u.words & DONE_BY_A_DAY
    found = []
    for hit in asked.index.search(asked.u.content, Sort.TASK):
        handed = bool(verbs & hit.entry.own) or bool(verbs & HANDING_IN and _RECEIVES & hit.entry.own)
        if (
            hit.coverage >= (SURE_HANDED if handed else SUREDATED)
            and handed >= by_verb
            and isinstance(hit.entry.ref, Task)
        ):
            found.append(hit.entry.ref)
    return [task for task in found if task.deadline_text or task.deadline][:1]


_RECEIVES = frozenset({"nhan"})
"""What the one does to whom something is handed in: "nhận bài đến hết ngày 27/02"."""


def _surely_meant(asked: Asked, tasks: list[Task]) -> bool:
    """Whether tasks without a limit explain the question so well that to say so is an answer."""
    hits = asked.index.search(asked.u.content, Sort.TASK)
    return any(hit.entry.ref in tasks and hit.coverage >= SURE_TASK for hit in hits)


SUREDATED = 0.65


SURE_HANDED = 0.5
"""The same where the task names the very verb of handing in that the question does."""
