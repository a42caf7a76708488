"""Who sees to a matter of every conference ("ai lo âm thanh", "đơn vị nào chuẩn bị hoa"): by the tasks that tell it.

A matter is told by its own words alone: neither a talk about security nor a guest from the health service sees to it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from domain.answers.asked import Asked, sources_of
from domain.answers.entries import Sort
from domain.answers.matter import Matter
from domain.answers.matters import MATTERS
from domain.answers.phrases import words_in
from domain.answers.values import Answer, Quoted, Responsible, TaskLine
from domain.conference import Session, Task
from domain.vietnamese import nfc, search_key

_MOST = 3


def seen_to(asked: Asked) -> Answer | None:
    """The units that see to the matters asked about, or that it is not known; None where the question is another."""
    matters = matters_asked(asked)
    if not matters:
        return None
    rest = _rest(asked, matters)
    found = [_tasks(asked, matter, said) for matter, said in matters]
    if rest and any(found):
        found = [[task for task in tasks if rest <= _words_of(asked, task)] for tasks in found]
    return _by_tasks(asked, matters, found) if rest else _of_the_whole(asked, matters, found)


def _by_tasks(asked: Asked, matters: list[tuple[Matter, str]], found: list[list[Task]]) -> Answer | None:
    """Whoever has the tasks; who sends a list in does not keep it, but their line tells who does."""
    if not any(found):
        return None
    led = _by_their_heads(asked, asked.led(_few(found)))
    if any(
        matter.first is not None and not any(_first(matter, task.text) for task in led.tasks) for matter, _ in matters
    ):
        return Quoted(texts=tuple(f"{task.unit}: {task.text}" for task in led.tasks[:1]), sources=led.sources)
    return replace(led, tasks=tuple(_of_its_body([matter for matter, _ in matters], task) for task in led.tasks))


def _of_its_body(matters: list[Matter], task: TaskLine) -> TaskLine:
    """A task with the body that its own clause begins with: "bảo đảm an ninh; Trạm Y tế xã cử 01 y sĩ"."""
    others = list(_ANOTHERS.finditer(task.text))
    if not others or any(_told(matter, task.text[: others[0].start()]) for matter in matters):
        return task
    told = next((other for other in others if any(_told(matter, other[0]) for matter in matters)), None)
    if told is None:
        return task
    return replace(task, unit=told["body"], text=told["work"][0].upper() + told["work"][1:], coordinating=())


_ANOTHERS = re.compile(
    r"(?:^|[;.]\s+)(?:[Đđ]ề nghị\s+|[Gg]iao\s+)?"
    r"(?P<body>(?:Công an|Trung tâm|Trạm|Sở|Phòng|Bệnh viện|Ban|Hội|Đoàn|UBND|Văn phòng|Trường|Công ty|Điện lực)"
    r"\s[^,;.:]{2,60}?)\s+"
    r"(?P<work>(?:cử|bố trí|bảo đảm|đảm bảo|giữ|trực|chuẩn bị|hướng dẫn|lo|hỗ trợ|cho mượn)\s[^;.]*)"
)


def _of_the_whole(asked: Asked, matters: list[tuple[Matter, str]], found: list[list[Task]]) -> Answer | None:
    """Who sees to matters without any word that narrows them: by name, by their tasks, by their items; or nobody."""
    if labelled := [line for matter, said in matters for line in _labelled(asked, matter, said)]:
        return Quoted(texts=tuple(dict.fromkeys(labelled)))
    items = [item for matter, said in matters for item in _items(asked, matter, said)]
    if any(found) and not _rather_items(matters, found, items):
        return _by_tasks(asked, matters, found)
    if items:
        return Responsible(lines=asked.lines(items[:2]), sources=sources_of(items[:2]))
    if any(_spoken_elsewhere(asked, matter) for matter, _ in matters):
        return None
    return asked.no_information(matters[0][0].topic)


def _rather_items(matters: list[tuple[Matter, str]], found: list[list[Task]], items: list[Session]) -> bool:
    """Whether items have the very words of the question, and no task has: "đón tiếp đại biểu" for who receives."""
    said = [words for _, words in matters]
    tasks = [task.text for each in found for task in each]
    return any(_speaks(each, item.title) for each in said for item in items) and not any(
        _speaks(each, text) for each in said for text in tasks
    )


def matters_asked(asked: Asked) -> list[tuple[Matter, str]]:
    """The matters that it is asked who sees to, each with the words that name it."""
    key = asked.u.key
    if not (_WHO.search(key) and _SEES_TO.search(key)) or _OTHERWISE.search(key):
        return []
    found: list[tuple[Matter, str]] = []
    left = key
    for matter in MATTERS:
        if (named := matter.asked.search(left)) is not None:
            found.append((matter, named[0]))
            left = matter.asked.sub(" | ", left)
    return sorted(found, key=lambda each: key.find(each[1]))


def may_tell(asked: Asked, text: str, sort: Sort) -> bool:
    """Whether a line may tell who sees to what is asked about, where that is asked: its place and its item do not."""
    matters = matters_asked(asked)
    if not matters:
        return True
    named = sort is Sort.TASK or (sort is Sort.FACT and _SOMEBODY_DOES.search(text) is not None)
    return named and any(_told(matter, text) for matter, _ in matters)


_BODY = r"(?:don vi|co quan|ben|bo phan|phong|phong ban|ban|to|nhom|tieu ban|so|khoa|nguoi|dong chi|doan the) nao"
_WHO = re.compile(rf"\b(?:ai|{_BODY}|who|which (?:unit|department|team|office|body|committee|agency|group)|whose)\b")
_SEES_TO = re.compile(
    r"\b(?:lo|lo lieu|phu trach|dam nhiem|dam nhan|trach nhiem|chuan bi|bo tri|bao dam|dam bao|sap xep|to chuc"
    r"|cung cap|phuc vu|lam(?! sang)|thuc hien|truc|in|mua|thue|dat|gui|phat hanh|moi|nau|viet|soan|xay dung|du thao"
    r"|bien soan|tham muu|lap|quyet toan|chup|quay|ghi|giu|trong|coi|phan luong|don|don tiep|tiep|trang tri|treo|cam"
    r"|ho tro|don dep|tong hop|chot|tiep nhan|nhan|dan chuong trinh"
    r"|kiem tra|don doc|quan ly|chi dao|takes? care|in charge|responsible|handles?|prepares?|arranges?"
    r"|provides?|sends?|prints?|looks? after|sees? to|manages?|writes?|cleans?|welcomes?)\b"
)
_OTHERWISE = re.compile(
    rf"\b(?:ai|{_BODY}|who)(?: se| phai| la nguoi)? (?:duoc|bi|trao|nhan(?! dang ky| danh sach)"
    r"|phat bieu|trinh bay|doc|du|tham du|tham gia"
    r"|tra|chi|dien|bieu dien|ky|duyet|giving|gives?|gets?|pays?|attends?)\b"
    r"|\b(?:luc nao|may gio|khi nao|bao gio|o dau|bao nhieu|ngay nao|when|where|how many)\b"
    r"|\b(?:phu trach|truong|pho|dung dau|lanh dao|thuoc|trong|quan ly|lead|leads|heads) (?:tieu ban|ban|to|nhom|doi)\b"
    r"|\b(?:tieu ban|to|nhom|doi) (?!nao\b)\w+(?: \w+){0,4} (?:do )?ai\b|\bchu toa\b"
    r"|\bmay (?:nguoi|xe|suat|phong|can bo)\b|\b(?:co|is there) (?:ai|anyone)\b"
    r"|\b(?:han|thoi han) (?:chot|cuoi|nop|gui|dang ky)\b|\b(?:lien he|goi|gap|hoi|cho|bao) (?:cho |voi )?ai\b"
)
"""Asks for whoever performs, pays, comes or is given something, or for a time, a place or whom to call."""

_PLAIN = words_in(
    """
    ai nao giao don vi co quan ben bo phan phong ban to nhom tieu so khoa nguoi dong chi cho doan the la se phai can
    lo lieu phu trach dam nhiem nhan chiu trach nhiem chuan bi bo tri bao dam sap xep chuc cung cap phuc vu lam thuc
    hien truc in mua thue dat gui phat hanh moi nau viet soan xay dung du thao bien tham muu lap chup quay ghi giu
    trong coi don tiep trang tri treo cam ho tro dep kiem tra doc quan ly chi dao hoi nghi dai thao le buoi su kien
    chuong trinh bieu khach cac nhung viec cong tac phan khau va hay voi cung nhe nhi vay the a da oi thi giup xin em
    minh biet ko khong k hop ngay ve cua trong tai o sau truoc giua gio toan thiet he thong nha thi do vu hoc vien
    who which unit department team office body committee agency group whose is are the of for at to and takes take
    care charge responsible handles handle prepares prepare arranges arrange provides provide sends send prints print
    looks look after sees see manages manage writes write cleans clean welcomes welcome conference meeting event
    delegates guests please will be in does system
    """
)
"""Words that tell nothing of a matter beside its name."""


def _rest(asked: Asked, matters: Iterable[tuple[Matter, str]]) -> frozenset[str]:
    """The words of the question that say more than who sees to the matters."""
    key = asked.u.key
    for matter, _ in matters:
        key = matter.asked.sub(" ", key)
    return frozenset(key.split()) - _PLAIN


def _words_of(asked: Asked, task: Task) -> frozenset[str]:
    body = asked.index.bodies.get(task.unit) if task.unit is not None else None
    return frozenset(search_key(f"{body.name if body else ''} {task.text}").split())


def _told(matter: Matter, text: str) -> bool:
    """Whether a text tells a matter in its own words, and not in the name of a film or a song."""
    said = _QUOTED.sub(" ", nfc(text).casefold())
    if matter.others is not None:
        said = matter.others.sub(" ", said)
    return matter.told.search(said) is not None


_QUOTED = re.compile(r'["“][^"”]*["”]')


def _first(matter: Matter, text: str) -> bool:
    """Whether a text tells what of a matter is told before all else."""
    return matter.first is not None and matter.first.search(nfc(text).casefold()) is not None


def _speaks(said: str, text: str) -> bool:
    """Whether a text has the very words that name a matter in the question."""
    return f" {said} " in f" {search_key(text)} "


def _tasks(asked: Asked, matter: Matter, said: str) -> list[Task]:
    """The tasks that tell a matter, by the very words of the question before others; else those of its body."""
    tasks = asked.index.programme.tasks
    found = [task for task in tasks if _told(matter, task.text)]
    if not found and matter.bodies is not None:
        bodies = {body.id for body in asked.index.programme.units if matter.bodies.search(nfc(body.name).casefold())}
        return [task for task in tasks if task.unit in bodies]
    if matter.first is not None:
        found = [task for task in found if _first(matter, task.text)] or found
    found = [task for task in found if not _BY_ONESELF.search(task.text)] or found
    if matter.general is None or not matter.general.search(said):
        found = [task for task in found if _speaks(said, task.text)] or found
    verb = _SEES_TO.search(asked.u.key)
    return sorted(found, key=lambda task: verb is None or not _speaks(verb[0], task.text))


_BY_ONESELF = re.compile(r"\btự (?:lo|túc|bảo đảm|đảm bảo|chuẩn bị)\b", re.IGNORECASE)


def _items(asked: Asked, matter: Matter, said: str) -> list[Session]:
    """The items of a matter with whoever is behind them; who hands papers out need not print them."""
    if matter.items is None or said.startswith("in "):
        return []
    items = asked.index.programme.sessions
    return [
        item
        for item in items
        if item.responsible and not _HOST.match(item.responsible) and matter.items.search(nfc(item.title).casefold())
    ]


_HOST = re.compile(
    r"(?:đại diện |đồng chí |đ/c )*(?:phó )?(?:tổng )?"
    r"(?:chủ tịch|bí thư|giám đốc|thứ trưởng|lãnh đạo|đại biểu|các đoàn|khách)",
    re.IGNORECASE,
)
"""Hosts and guests of an item, who do not see to it."""


def _labelled(asked: Asked, matter: Matter, words: str) -> list[str]:
    """The lines that name somebody behind the matter and a colon: "Thư ký: ông …", "Dẫn chương trình: bà …"."""
    said = [asked.conference.chair or "", *(fact.text for fact in asked.index.facts)]
    clauses = [clause.strip(" .") for text in said for clause in _CLAUSE.split(text)]
    labels = [(each, label[1]) for each in clauses if (label := _LABEL.match(each)) is not None]
    return [each for each, label in labels if _told(matter, f"{label}:") and search_key(label) in words]


_CLAUSE = re.compile(r"[.;]\s+(?=[^\W\d_])")
_LABEL = re.compile(
    r"((?:[^\W\d_]+ ){0,5}[^\W\d_]+)\s*:\s*(?:các )?(?:ông|bà|đồng chí|đ/c|anh|chị|thầy|cô|mr|ms)\b", re.IGNORECASE
)


def _spoken_elsewhere(asked: Asked, matter: Matter) -> bool:
    """Whether a statement that is no unit's task tells who sees to the matter: other rules deal with it."""
    return any(_told(matter, fact.text) and _SOMEBODY_DOES.search(fact.text) for fact in asked.index.facts)


_SOMEBODY_DOES = re.compile(
    r"\b(?:phụ trách|tự túc|tự lo|tự bảo đảm|chịu trách nhiệm|đảm nhiệm|đảm nhận|phân công|đầu mối|chi|đài thọ)\b"
    r"|\bdo (?:\w+ ){1,8}?(?:lo|bố trí|chuẩn bị|cung cấp|chi trả|bảo đảm|đảm bảo|thực hiện|phục vụ|lập|soạn|in)\b"
    r"|\b(?:in charge|responsible|takes? care)\b",
    re.IGNORECASE,
)


def _by_their_heads(asked: Asked, found: Responsible) -> Responsible:
    """The units with who heads them, where the paper says so behind their names and a person may be asked for."""
    bodies = asked.index.programme.units
    heads = {
        body.name: body.role for body in bodies if body.role and _HEAD.search(body.role) and _PERSON.search(body.role)
    }
    if not _PERSON_ASKED.search(asked.u.key) or not heads:
        return found
    tasks = (
        replace(task, unit=f"{task.unit} ({heads[task.unit]})") if task.unit in heads else task for task in found.tasks
    )
    return replace(found, tasks=tuple(tasks))


_PERSON_ASKED = re.compile(r"\b(?:ai|who|(?:nguoi|dong chi) nao)\b")
_PERSON = re.compile(r"\b(?:đ/c|đồng chí|ông|bà|thầy|cô|anh|chị)\s", re.IGNORECASE)
_HEAD = re.compile(r"^[^;]{0,110}\b(?:trưởng|tổ trưởng|phụ trách)\b[^;]{0,40}$", re.IGNORECASE)


def _few(found: list[list[Task]]) -> list[Task]:
    """A few tasks: those that tell all the matters, else the first of each."""
    several = [tasks for tasks in found if tasks]
    shared = [task for task in several[0] if all(task in tasks for tasks in several[1:])]
    if shared:
        return shared[:_MOST]
    each = [tasks[0] for tasks in several]
    return list({task.id: task for task in each}.values())[:_MOST]
