"""More of what presses under messages about tasks mean: progress, talk, time, parts, reviews. See `task_buttons`."""

from dataclasses import dataclass

from domain.buttons import button


@button("tP")
@dataclass(frozen=True, slots=True)
class ProgressTask:
    """The unit says how far it is."""

    task: int
    revision: int


@button("tM")
@dataclass(frozen=True, slots=True)
class MoreTask:
    """The card with what is done less often."""

    task: int


@button("tO")
@dataclass(frozen=True, slots=True)
class WholeHistory:
    """A page of everything that happened to the task."""

    task: int
    page: int


@button("tQ")
@dataclass(frozen=True, slots=True)
class TalkTask:
    """Words about a task: `kind` is question, answer, note or number."""

    task: int
    kind: str


@button("tS")
@dataclass(frozen=True, slots=True)
class SnoozeTask:
    """No reminders for a while: until when, and why?"""

    task: int
    revision: int


@button("tL")
@dataclass(frozen=True, slots=True)
class LaterTask:
    """The unit asks for more time: until when, and why?"""

    task: int
    revision: int


@button("tD")
@dataclass(frozen=True, slots=True)
class DenyLater:
    """The deadline stays."""

    task: int
    revision: int


@button("tj")
@dataclass(frozen=True, slots=True)
class ForwardTask:
    """Pass the task on to a colleague of the unit: to whom?"""

    task: int


@button("tJ")
@dataclass(frozen=True, slots=True)
class ForwardTo:
    """Pass the task on to this colleague."""

    task: int
    account: int


@button("tz")
@dataclass(frozen=True, slots=True)
class SplitTask:
    """Make several tasks of one."""

    task: int
    revision: int


@button("tZ")
@dataclass(frozen=True, slots=True)
class MergeTask:
    """Make one task of two: with which?"""

    task: int
    revision: int
    page: int


@button("tY")
@dataclass(frozen=True, slots=True)
class MergeWith:
    """The other task goes up in this one."""

    task: int
    revision: int
    other: int


@button("tR")
@dataclass(frozen=True, slots=True)
class SetLadder:
    """On which days is this task recalled?"""

    task: int
    revision: int


@button("tK")
@dataclass(frozen=True, slots=True)
class LadderForKind:
    """All open tasks of the same kind are recalled like this one."""

    task: int


@button("tC")
@dataclass(frozen=True, slots=True)
class AcknowledgeShared:
    """The unit knows of what it coordinates."""

    unit: int


@button("tE")
@dataclass(frozen=True, slots=True)
class AcknowledgeChase:
    """Yes, we know: no further reminders before the deadline."""


@button("t9")
@dataclass(frozen=True, slots=True)
class PickHelpers:
    """Which units coordinate the task?"""

    task: int
    revision: int
    page: int


@button("t8")
@dataclass(frozen=True, slots=True)
class AcknowledgeUrgent:
    """Yes, we know of this urgent task: no further reminders of it before its deadline."""

    task: int


@button("t7")
@dataclass(frozen=True, slots=True)
class MarkUrgent:
    """The task is urgent (1), or no longer (0)."""

    task: int
    revision: int
    on: int


@button("tT")
@dataclass(frozen=True, slots=True)
class ConfirmReply:
    """What was typed means this task."""

    reply: int
    task: int
    revision: int


@button("tG")
@dataclass(frozen=True, slots=True)
class TakeProposals:
    """Set the usual deadlines for all tasks that have none."""


@button("tW")
@dataclass(frozen=True, slots=True)
class Week:
    """What is due in the week so many weeks from now."""

    weeks: int


@button("tX")
@dataclass(frozen=True, slots=True)
class Morning:
    """The leaders' one screen."""


@button("t1")
@dataclass(frozen=True, slots=True)
class BoardSheet:
    """The board as Excel."""


@button("t2")
@dataclass(frozen=True, slots=True)
class BoardPicture:
    """The board as a picture."""


@button("t3")
@dataclass(frozen=True, slots=True)
class Reports:
    """A page of the reports to be collected."""

    page: int


@button("t4")
@dataclass(frozen=True, slots=True)
class ReportsZip:
    """All reports that came in, with a list."""


@button("t5")
@dataclass(frozen=True, slots=True)
class AskReportsChase:
    """What a chase of the missing reports would send, and to how many."""


@button("t6")
@dataclass(frozen=True, slots=True)
class SendReportsChase:
    """Send the chase of reports whose preview showed these numbers."""

    tasks: int
    people: int


SAMPLES: tuple[()] = ()
"""Buttons have no template of their own."""
