"""What has to be handed in or registered: until when, where, to whom and how, told by the clause of that very thing.

A paper names many limits and many addresses. That of the thing asked about stands in a clause that both names the thing
and has it sent, handed in or registered; another's is none, however much else of the question it says.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from domain.answers.asked import Asked, sources_of
from domain.answers.holding import CLEAR
from domain.answers.query import Kind, Unit
from domain.answers.reached import ADDRESS
from domain.answers.sending import HANDING_IN
from domain.answers.sent_things import ATTENDING, LIST, SentThing, asked_about
from domain.answers.texts import clauses_of, letters_of, meanings
from domain.answers.thing_itself import gives
from domain.answers.values import Answer, Deadline, NoDeadline, Quoted, Unanswered
from domain.conference import Source, Task
from domain.nested import texts_in
from domain.vietnamese import search_key


def handed_in(asked: Asked) -> Answer | None:
    """The limit, the place or the way of what is handed in or registered; None where something else is asked."""
    matter = asked_about(asked)
    if matter is None or _ANOTHER_CASE.search(asked.u.key):
        return None
    found = _of(asked, matter)
    if found is None and matter.concept == "registration" and not asked.beyond(matter.frame | ATTENDING):
        return _of(asked, LIST)  # whose name is on the list that is sent is registered
    return found


def of_another_thing(asked: Asked, answer: Answer) -> bool:
    """Whether an answer does not even name the thing that a question has handed in or registered."""
    unknown = isinstance(answer, Unanswered) and not isinstance(answer, NoDeadline)
    if unknown or (matter := asked_about(asked)) is None:
        return False
    any_list = matter is LIST and "delegate" not in asked.u.concepts
    named = any_list or matter.beside.search(asked.u.key) is not None
    clauses = [letters_of(clause) for text in texts_in(answer, without=Source) for clause in clauses_of(text)]
    if isinstance(answer, Deadline) and not matter.made_counts and HANDING_IN & asked.u.words:
        return not any(matter.sent_in(clause, "", named) for clause in clauses)
    return not any(matter.spoken_of(clause) and (named or not matter.beside.search(clause)) for clause in clauses)


def _of(asked: Asked, matter: SentThing) -> Answer | None:
    beyond = asked.beyond(matter.frame)
    clauses = _clauses(asked, matter)
    if beyond and not (clauses := [clause for clause in clauses if _speaks_of(clause, beyond)]):
        return None
    return _until(asked, matter, clauses) if _asks_when(asked) else _where(asked, matter, clauses)


_ANOTHER_CASE = re.compile(r"\bneu\b|\b(?:tre|muon|qua|sau|cham) (?:han|ngay|thoi han|gio)\b|\bgia han\b")
"""What holds for who is late is another thing."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause that names the thing: as told, with the task it stands in, and whether it has the thing sent."""

    text: str
    task: Task | None
    unit: str
    sent: bool

    @property
    def dated(self) -> bool:
        """Whether it has a limit."""
        due = self.task is not None and bool(self.task.deadline or self.task.deadline_text)
        return due or LIMITED.search(letters_of(self.text)) is not None

    @property
    def shown(self) -> str:
        """The clause behind whoever has to do it."""
        return f"{self.unit}: {self.text}" if self.unit else self.text


def _clauses(asked: Asked, matter: SentThing) -> list[Clause]:
    """The clauses of the paper that speak of the thing: those that have it sent first, tasks before statements."""
    found = []
    named = matter.beside.search(asked.u.key) is not None
    bodies = asked.index.bodies
    for task in asked.index.programme.tasks:
        unit = bodies[task.unit].name if task.unit in bodies else ""
        said = f"{task.text} {task.deadline_text or ''}"
        if (sent := matter.sent_in(letters_of(said), letters_of(unit), named)) is not None:
            found.append(Clause(task.text, task, unit, sent))
    for fact in asked.index.facts:
        for text in clauses_of(fact.text):
            if (sent := matter.sent_in(letters_of(text), "", named)) is not None:
                found.append(Clause(text, None, "", sent))
    return sorted(found, key=lambda clause: (not clause.sent, not _SENT_ON.search(letters_of(clause.text))))


LIMITED = re.compile(
    r"\b(?:truoc|cham nhat|han(?: chot| cuoi)?|den|het|tu|trong|vao|luc|ngay|xong|before|by|until|on|due)\b"
    r"(?: \w+){0,2}?[ :]+\d"
    r"|\d ?/ ?\d|\b\d+ (?:ngay|tuan)(?: lam viec)? (?:truoc|sau|ke tu)\b"
)
"""How a clause, in plain letters, sets a day or an hour: "6 tháng đầu năm" is none."""


def tells_of_it(asked: Asked, text: str) -> bool:
    """Whether a line of the paper speaks of the very thing that a question has handed in, and of what it asks of it."""
    matter = asked_about(asked)
    if matter is None:
        return True
    named = matter.beside.search(asked.u.key) is not None
    said = [(clause, matter.sent_in(letters_of(clause), letters_of(text), named)) for clause in clauses_of(text)]
    own = [clause for clause, sent in said if sent or (sent is False and matter.made_counts)]
    if _asks_when(asked):
        return any(LIMITED.search(letters_of(clause)) for clause in own)
    return any(_WAY.search(clause) or _address(clause) for clause in own)


def _speaks_of(clause: Clause, beyond: tuple[Unit, ...]) -> bool:
    """Whether a clause names all else that is asked, words that stand together in one piece."""
    said = meanings(clause.text) | meanings(clause.unit)
    text = f"{letters_of(clause.unit)} {letters_of(clause.text)}"
    together = (
        f"{search_key(one.typed)} {search_key(two.typed)}" for one, two in pairwise(beyond) if _joined(one, two)
    )
    return all(unit.is_in(said) for unit in beyond) and all(words in text for words in together)


def _joined(one: Unit, two: Unit) -> bool:
    return two.at == one.at + 1 and not {one.code[0], two.code[0]} & {"@", "="}


def _asks_when(asked: Asked) -> bool:
    return max(map(asked.u.score, (Kind.DEADLINE, Kind.WHEN, Kind.END))) >= CLEAR


def _until(asked: Asked, matter: SentThing, clauses: list[Clause]) -> Answer | None:
    """The limits of what is sent, else of what is made; that there is none is said too."""
    dated = [clause for clause in clauses if clause.dated]
    sent = [clause for clause in dated if clause.sent]
    if HANDING_IN & asked.u.words:
        sent = [clause for clause in sent if _SENT_ON.search(letters_of(clause.text))] or sent
    chosen = sent or [clause for clause in dated if matter.made_counts]
    if not chosen:
        return None
    tasks = [clause.task for clause in chosen if clause.task is not None][:_MOST]
    if tasks and any(task.deadline or task.deadline_text for task in tasks):
        return Deadline(tasks=tuple(map(asked.task_line, tasks)), sources=sources_of(tasks))
    return Quoted(texts=tuple(dict.fromkeys(clause.shown for clause in chosen))[:2])


_SENT_ON = re.compile(r"\b(?:gui|nop|dang ky|submit\w*|send)\b")
_MOST = 3


def _where(asked: Asked, matter: SentThing, clauses: list[Clause]) -> Answer | None:
    """To whom, where or by which address it goes."""
    led = [clause.shown for clause in clauses if clause.sent and (_WAY.search(clause.text) or _address(clause.text))]
    reached = [text for text in led if _address(text)]
    link = "link" in asked.u.concepts
    if _ASKS_ADDRESS.search(asked.u.key):
        led = reached if link else reached or led
    texts = tuple(dict.fromkeys(led))[:2]
    if texts and gives(asked, found := Quoted(texts=texts)):
        return found
    return asked.no_information("link") if link else None


def _address(text: str) -> bool:
    return ADDRESS.search(text) is not None or _CODE.search(text) is not None


_ASKS_ADDRESS = re.compile(r"\b(?:e ?mail|mail|thu dien tu|hop thu|link|duong dan|dia chi|zalo|ma qr)\b")
_CODE = re.compile(r"\bQR\b|\b[\w-]+\.(?:vn|com|org|net|edu|gov|example)\b", re.IGNORECASE)
_WAY = re.compile(
    r"\b(?:gửi|nộp|chuyển|đăng k[ýí]|ghi danh|xác nhận|nhận|submit\w*|sen[dt]|regist\w+)\b[^;]*?"
    r"\b(?:về|cho|tới|với|qua|tại|vào|theo|trên|bằng|to|with|via|at|online|trực tuyến"
    r"|đến (?!hết|ngày|khi|trước|giờ|\d))\b"
    r"|\b(?:gửi|nộp) (?-i:[A-ZĐ])",
    re.IGNORECASE,
)
"""How a clause says to whom, where or by what something goes."""
