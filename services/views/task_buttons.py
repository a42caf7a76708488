"""What presses under messages about tasks mean. `revision` is the task's as the message showed it."""

from dataclasses import dataclass

from domain.buttons import button


@button("ta")
@dataclass(frozen=True, slots=True)
class AcceptTask:
    """The unit takes the task; `many` is 1 where it stood in a list."""

    task: int
    revision: int
    many: int


@button("tA")
@dataclass(frozen=True, slots=True)
class AcceptAll:
    """The unit takes everything that waits for its answer."""

    unit: int


@button("tr")
@dataclass(frozen=True, slots=True)
class RefuseTask:
    """The unit says no; the reason is asked for."""

    task: int
    revision: int


@button("tp")
@dataclass(frozen=True, slots=True)
class ReportTask:
    """The unit reports; text or file is asked for."""

    task: int
    revision: int


@button("tf")
@dataclass(frozen=True, slots=True)
class FinishTask:
    """An organizer takes the report."""

    task: int
    revision: int


@button("tb")
@dataclass(frozen=True, slots=True)
class ReturnTask:
    """An organizer gives the report back; the reason is asked for."""

    task: int
    revision: int


@button("to")
@dataclass(frozen=True, slots=True)
class ReopenTask:
    """A task that was done is not."""

    task: int
    revision: int


@button("tw")
@dataclass(frozen=True, slots=True)
class WakeTask:
    """A conditional task is needed after all."""

    task: int
    revision: int


@button("tg")
@dataclass(frozen=True, slots=True)
class AssignTask:
    """A refused task goes to the same unit once more."""

    task: int
    revision: int


@button("tx")
@dataclass(frozen=True, slots=True)
class WithdrawTask:
    """The task is taken back."""

    task: int
    revision: int


@button("tu")
@dataclass(frozen=True, slots=True)
class UndoTask:
    """Take back one's own last act."""

    task: int
    revision: int


@button("te")
@dataclass(frozen=True, slots=True)
class EditTask:
    """Change the task's text."""

    task: int
    revision: int


@button("td")
@dataclass(frozen=True, slots=True)
class SetDeadline:
    """Type a deadline."""

    task: int
    revision: int


@button("tk")
@dataclass(frozen=True, slots=True)
class KeepDeadline:
    """Yes, that odd deadline is meant: minutes since 1970 in UTC."""

    task: int
    revision: int
    minutes: int


@button("th")
@dataclass(frozen=True, slots=True)
class HandOver:
    """Give the task to another unit: which?"""

    task: int
    revision: int


@button("tv")
@dataclass(frozen=True, slots=True)
class HandOverUnits:
    """Another page of units to hand over to."""

    task: int
    revision: int
    page: int


@button("tH")
@dataclass(frozen=True, slots=True)
class HandOverTo:
    """Give the task to this unit."""

    task: int
    revision: int
    unit: int


@button("tn")
@dataclass(frozen=True, slots=True)
class NewTask:
    """A new task: for which unit?"""


@button("tm")
@dataclass(frozen=True, slots=True)
class NewTaskUnits:
    """Another page of units for a new task."""

    page: int


@button("tN")
@dataclass(frozen=True, slots=True)
class NewTaskFor:
    """A new task for this unit."""

    unit: int


@button("tc")
@dataclass(frozen=True, slots=True)
class OpenTask:
    """The task's card."""

    task: int


@button("tF")
@dataclass(frozen=True, slots=True)
class TaskFiles:
    """The files reported on a task."""

    task: int


@button("tl")
@dataclass(frozen=True, slots=True)
class MyTasks:
    """A page of the list of one's units' tasks."""

    page: int


@button("tV")
@dataclass(frozen=True, slots=True)
class UnitList:
    """A page of that list under a filter; `MyTasks` stays as it is, because buttons with it stand in chats."""

    filter: str
    page: int


@button("tB")
@dataclass(frozen=True, slots=True)
class Board:
    """A page of the board under a filter: units, late, or a state."""

    filter: str
    page: int


@button("tU")
@dataclass(frozen=True, slots=True)
class UnitBoard:
    """A page of what one unit leads or coordinates."""

    unit: int
    page: int


@button("tq")
@dataclass(frozen=True, slots=True)
class AskChase:
    """What a chase would send, and to how many."""


@button("ts")
@dataclass(frozen=True, slots=True)
class SendChase:
    """Send the chase whose preview showed these numbers."""

    tasks: int
    people: int


@button("tt")
@dataclass(frozen=True, slots=True)
class TelephoneUnits:
    """The units that only the telephone reaches."""


SAMPLES: tuple[()] = ()
"""Buttons have no template of their own."""
