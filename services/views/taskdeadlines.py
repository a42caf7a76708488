"""Views of deadlines for organizers: those that are missing, those that were set, and odd ones that were typed."""

from dataclasses import dataclass
from datetime import datetime

from domain.buttons import button, press
from domain.views import Keyboard, Press, view
from services.views import task_buttons as b
from services.views.task_acts import TakeProposals
from services.views.tasklines import DUE, LINE, RETURNED, TaskLine, buttons_in_rows


@button("t0")
@dataclass(frozen=True, slots=True)
class TakeProposal:
    """Set the usual deadline for this task, and for no other."""

    task: int
    revision: int


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesMissing:
    """Tasks that were given without a deadline: set one?

    `proposals` are the usual days by task: none at all while the conference's days are not known, None where the
    usual day is over. `later` when the tasks were given after the publication: then each is answered by itself,
    because a button for all would also date those that organizers have left without a deadline before.
    """

    tasks: tuple[TaskLine, ...]
    proposals: tuple[datetime | None, ...] = ()
    later: bool = False

    def keyboard(self) -> Keyboard:
        if self.later:
            return tuple(self._answers(line, moment) for line, moment in self._proposed())
        several = sum(moment is not None for moment in self.proposals)
        all_at_once = ((press(TakeProposals(), style="primary", n=several),),) if several else ()
        return (*all_at_once, *self._one_by_one())

    def _proposed(self) -> list[tuple[TaskLine, datetime | None]]:
        return list(zip(self.tasks, self.proposals or (None,) * len(self.tasks), strict=True))[:40]

    def _answers(self, line: TaskLine, moment: datetime | None) -> tuple[Press, ...]:
        name = {"n": str(line.number)} if len(self.tasks) > 1 else {}
        ending = "_n" if name else ""
        ask = press(b.SetDeadline(line.id, line.revision), f"set_deadline{ending}", **name)
        if moment is None:
            return (ask,)
        return (press(TakeProposal(line.id, line.revision), f"take_proposal{ending}", "primary", **name), ask)

    def _one_by_one(self) -> Keyboard:
        ask = [press(b.SetDeadline(each.id, each.revision), "set_deadline_n", n=each.number) for each in self.tasks]
        return buttons_in_rows(ask[:40], 3)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesSet:
    """The usual deadlines were set for these."""

    tasks: tuple[TaskLine, ...]

    def keyboard(self) -> Keyboard:
        return ((press(b.Board("units", 0)),),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineDoubt:
    """A typed deadline that is possible and odd: in the `past`, or `after` the conference."""

    task: TaskLine
    deadline: datetime
    why: str
    minutes: int

    def keyboard(self) -> Keyboard:
        keep = press(b.KeepDeadline(self.task.id, self.task.revision, self.minutes))
        return ((keep, press(b.SetDeadline(self.task.id, self.task.revision), "type_again")),)


_AT = datetime(2026, 7, 10, 8, 15)  # noqa: DTZ001 - local time
SAMPLES = (
    DeadlinesMissing(tasks=(LINE, RETURNED)),
    DeadlinesMissing(tasks=(LINE, RETURNED), proposals=(_AT, None)),
    DeadlinesMissing(tasks=(LINE,), proposals=(_AT,), later=True),
    DeadlinesMissing(tasks=(LINE, RETURNED), proposals=(None, _AT), later=True),
    DeadlinesMissing(tasks=(LINE,), later=True),
    DeadlinesSet(tasks=(DUE,)),
    DeadlinesSet(tasks=()),
    DeadlineDoubt(task=LINE, deadline=_AT, why="past", minutes=29_000_000),
    DeadlineDoubt(task=LINE, deadline=_AT, why="after", minutes=29_000_000),
)
