"""What a second version of a plan changes besides times, places and titles of sessions (see `domain.changes`)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.conference import UNTOLD, Conference, Group, Programme, SessionState, Task
from domain.ids import NO_UNIT
from domain.likeness import ALIKE, T, likeness, matched, session_likeness
from domain.vietnamese import search_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What else would change besides times and places: `what` is a field of the conference, group, unit or task.

    `kind` is added, removed, changed, kept (a task that was given out already, which the paper words otherwise), or
    unknown (an item that the paper takes away and that the programme does not hold).
    """

    what: str
    kind: str
    title: str
    was: str | None = None
    now: str | None = None


def differences(old: Programme, new: Programme, read: Programme | None = None) -> tuple[Difference, ...]:
    """What would change besides times, places and titles of sessions, which `domain.changes.diff` tells.

    With `read`, tasks that were given out already and stand otherwise in the paper are named too, as kept.
    """
    return (
        *_fields(old.conference, new.conference),
        *_listed("group", old.groups, new.groups, _group_words),
        *_listed("unit", old.units, new.units, lambda unit: unit.name),
        *_listed("task", old.tasks, new.tasks, lambda task: _task_words(new, task)),
        *(_held(old, read) if read is not None else ()),
        *(_unknown(old, read) if read is not None else ()),
    )


def _fields(old: Conference, new: Conference) -> list[Difference]:
    names = ("title", "issuer", "form", "chair", "contact", "expected_count")
    pairs = [(name, getattr(old, name), getattr(new, name)) for name in names]
    return [
        Difference(what=name, kind="changed", title=name, was=None if was is None else str(was), now=str(now))
        for name, was, now in pairs
        if was != now and now is not None
    ]


def _group_words(group: Group) -> str:
    quota = f" ({group.quota})" if group.quota and str(group.quota) not in group.description else ""
    return (f"{group.level}: " if group.level else "") + group.description + quota


def _task_words(programme: Programme, task: Task) -> str:
    unit = next((each.name for each in programme.units if each.id == task.unit), "")
    due = f" ({task.deadline:%H:%M %d/%m/%Y})" if task.deadline else ""
    return f"{unit or '—'}: {task.text}{due}"


def _listed(what: str, old: Sequence[T], new: Sequence[T], told: Callable[[T], str]) -> list[Difference]:
    before, after = {each.id: told(each) for each in old}, {each.id: told(each) for each in new}
    found = [
        Difference(what=what, kind="changed", title=now, was=before[key], now=now)
        for key, now in after.items()
        if key in before and before[key] != now
    ]
    found += [Difference(what=what, kind="added", title=now) for key, now in after.items() if key not in before]
    found += [Difference(what=what, kind="removed", title=was) for key, was in before.items() if key not in after]
    return found


def _held(old: Programme, read: Programme) -> list[Difference]:
    """Tasks with their units already, which the paper words or dates otherwise."""
    known = {NO_UNIT: ""} | {each.id: search_key(each.name) for each in old.units}
    named = {NO_UNIT: ""} | {each.id: search_key(each.name) for each in read.units}
    found = []
    for was in (each for each in old.tasks if each.state not in UNTOLD):
        same = [t for t in read.tasks if named[t.unit] == known[was.unit] and likeness(t.text, was.text) >= ALIKE]
        if same and _task_words(old, was) != _task_words(read, same[0]):
            found.append(
                Difference(
                    what="task",
                    kind="kept",
                    title=was.text,
                    was=_task_words(old, was),
                    now=_task_words(read, same[0]),
                )
            )
    return found


def _unknown(old: Programme, read: Programme) -> list[Difference]:
    """What the paper takes away and nobody can find."""
    gone = [each for each in read.sessions if each.state is SessionState.CANCELLED]
    found = matched(old.sessions, gone, session_likeness)
    return [Difference(what="session", kind="unknown", title=each.title) for each in gone if each.id not in found]
