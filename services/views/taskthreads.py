"""Views of working together on a task: questions and answers, more time, colleagues, replies in words, parts."""

from dataclasses import dataclass
from datetime import datetime

from domain.buttons import press
from domain.views import Keyboard, view
from services.views import task_acts as a
from services.views import task_buttons as b
from services.views.paging import turning
from services.views.tasklines import DUE, LINE, TaskLine, buttons_in_rows, short
from services.views.unit_buttons import UnitLink


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskQuestion:
    """To organizers: a unit asks something about its task."""

    task: TaskLine
    text: str
    by: str | None

    def keyboard(self) -> Keyboard:
        return ((press(a.TalkTask(self.task.id, "answer"), "answer_unit", "primary"), press(b.OpenTask(self.task.id))),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAnswer:
    """To the unit: what the organizers say about its task; `question` where that was asked."""

    task: TaskLine
    text: str
    question: str | None = None

    def keyboard(self) -> Keyboard:
        return ((press(a.TalkTask(self.task.id, "question"), "ask_more"), press(b.OpenTask(self.task.id))),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class LaterAsked:
    """To organizers: the unit asks for a later deadline. `minutes` since 1970 in UTC stand for it in the button."""

    task: TaskLine
    until: datetime
    minutes: int
    reason: str
    by: str | None

    def keyboard(self) -> Keyboard:
        key, revision = self.task.id, self.task.revision
        grant = press(b.KeepDeadline(key, revision, self.minutes), "grant_later", "success")
        return ((grant, press(a.DenyLater(key, revision))), (press(b.OpenTask(key)),))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class LaterDenied:
    """To the unit: the deadline stays."""

    task: TaskLine

    def keyboard(self) -> Keyboard:
        return ((press(a.TalkTask(self.task.id, "question"), "ask_organizers"), press(b.OpenTask(self.task.id))),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskSnoozed:
    """To organizers: the unit is not reminded for a while, and why."""

    task: TaskLine
    until: datetime
    reason: str
    by: str | None

    def keyboard(self) -> Keyboard:
        return ((press(b.OpenTask(self.task.id)),),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class PickColleague:
    """To whom in the unit is the task passed on?"""

    task: TaskLine
    unit: int
    people: tuple[tuple[int, str | None, str], ...]

    def keyboard(self) -> Keyboard:
        rows = [
            (press(a.ForwardTo(self.task.id, account), f"forward_{rank}", name=short(name or "")),)
            for account, name, rank in self.people
        ]
        return (*rows, (press(UnitLink(self.unit, "deputy"), "link_colleague"),), (press(b.OpenTask(self.task.id)),))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskForwarded:
    """To a colleague: this task is passed on to them."""

    task: TaskLine
    by: str | None

    def keyboard(self) -> Keyboard:
        return ((press(b.OpenTask(self.task.id), style="primary"), press(b.MyTasks(0))),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyProposal:
    """What a typed reply seems to mean, to be confirmed. `until` is the day that was understood; more time without
    a day is asked for in the usual dialogue.

    `meaning`: finished, later, waiting, working, taking, declining.
    """

    reply: int
    meaning: str
    text: str
    tasks: tuple[TaskLine, ...]
    until: datetime | None = None
    percent: int | None = None

    def keyboard(self) -> Keyboard:
        several = len(self.tasks) > 1
        name = "ask_how_long" if self.asks_how_long else "confirm_reply"
        rows = [
            press(
                a.LaterTask(each.id, each.revision)
                if self.asks_how_long
                else a.ConfirmReply(self.reply, each.id, each.revision),
                "confirm_reply_n" if several else name,
                "success",
                **({"n": each.number} if several else {}),
            )
            for each in self.tasks
        ]
        return (*buttons_in_rows(rows, 4), (press(b.MyTasks(0)),))

    @property
    def asks_how_long(self) -> bool:
        """Whether more time is asked for without saying until when."""
        return self.meaning == "later" and self.until is None


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class PickTask:
    """Which of the unit's other tasks goes up in this one?"""

    task: TaskLine
    tasks: tuple[TaskLine, ...]
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        key, revision = self.task.id, self.task.revision
        picks = [press(a.MergeWith(key, revision, each.id), "pick_task", n=each.number) for each in self.tasks]
        pages = turning(self.page, self.pages, lambda page: a.MergeTask(key, revision, page))
        rows = buttons_in_rows(picks, 5)
        return (*rows, *pages, (press(b.OpenTask(key)),))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class LadderSet:
    """On which days a task is recalled from now on; others of its kind, also those given later, may follow."""

    task: TaskLine
    rungs: tuple[int, ...]
    kind: str
    alike: int
    everywhere: bool = False

    def keyboard(self) -> Keyboard:
        others = () if self.everywhere else ((press(a.LadderForKind(self.task.id), n=self.alike),),)
        return (*others, (press(b.OpenTask(self.task.id)),))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class ChaseKnown:
    """The unit knows: so many tasks are not recalled again before their deadline."""

    tasks: int

    def keyboard(self) -> Keyboard:
        return ((press(b.MyTasks(0)),),)


_AT = datetime(2026, 7, 24, 23, 59)  # noqa: DTZ001 - local time
SAMPLES = (
    TaskQuestion(task=DUE, text="In màu hay <đen trắng>?", by="Lê Thị Hoa"),
    TaskQuestion(task=DUE, text="In màu?", by=None),
    TaskAnswer(task=DUE, text="In màu", question="In màu hay đen trắng?"),
    TaskAnswer(task=DUE, text="Nhớ in cả bìa"),
    LaterAsked(task=DUE, until=_AT, minutes=29_000_000, reason="Chờ kinh phí", by="Lê Thị Hoa"),
    LaterDenied(task=DUE),
    TaskSnoozed(task=DUE, until=_AT, reason="Chờ kinh phí", by=None),
    PickColleague(task=LINE, unit=3, people=((12, "Trần Bình", "deputy"), (13, None, "head"))),
    PickColleague(task=LINE, unit=3, people=()),
    TaskForwarded(task=LINE, by="Lê Thị Hoa"),
    ReplyProposal(reply=1, meaning="finished", text="đã xong ạ", tasks=(LINE, DUE)),
    ReplyProposal(reply=1, meaning="later", text="xin lùi đến thứ 6", tasks=(DUE,), until=_AT),
    ReplyProposal(reply=1, meaning="later", text="xin lùi ít hôm", tasks=(DUE,)),
    ReplyProposal(reply=1, meaning="later", text="xin lùi ít hôm", tasks=(LINE, DUE)),
    ReplyProposal(reply=1, meaning="waiting", text="chờ kinh phí", tasks=(DUE,), until=_AT),
    ReplyProposal(reply=1, meaning="working", text="được 60%", tasks=(DUE,), percent=60),
    ReplyProposal(reply=1, meaning="working", text="đang làm", tasks=(DUE,)),
    ReplyProposal(reply=1, meaning="taking", text="đã nhận", tasks=(LINE,)),
    ReplyProposal(reply=1, meaning="declining", text="không nhận được", tasks=(LINE,)),
    PickTask(task=LINE, tasks=(DUE,), page=0, pages=2),
    LadderSet(task=DUE, rungs=(-5, -1, 0, 2), kind="papers", alike=3),
    LadderSet(task=DUE, rungs=(-5,), kind="papers", alike=3, everywhere=True),
    ChaseKnown(tasks=2),
)
