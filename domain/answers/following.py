"""Follow-ups: what a short question leaves out is taken from the one before ("ở đâu?", "còn bế mạc?")."""

from dataclasses import replace

from domain.answers.index import Index
from domain.answers.query import Context, Kind, Understanding, Unit
from domain.answers.texts import read
from domain.answers.values import (
    Answer,
    DayPlan,
    Existence,
    Line,
    Neighbour,
    NowNext,
    Responsible,
    SessionTimes,
    UnitTasks,
    WhereIs,
)
from domain.ids import SessionId

_OF_A_SESSION = frozenset({Kind.WHERE, Kind.ROOM, Kind.WHEN, Kind.END, Kind.DURATION, Kind.WHO, Kind.TIME_LEFT})
_CARRIED = frozenset({Kind.WHEN, Kind.WHERE, Kind.WHO, Kind.END, Kind.TASKS, Kind.DEADLINE, Kind.ROOM, Kind.DURATION})


def in_context(read_now: Understanding, index: Index, context: Context | None) -> Understanding:
    """The question with what the context lends it: a session to ask about, or the kind of question."""
    if context is None:
        return read_now
    bare = not read_now.content and not read_now.about_conference and read_now.when.empty
    session = index.sessions.get(context.session) if context.session is not None else None
    if bare and session is not None and read_now.kind in _OF_A_SESSION:
        tokens, _ = read(session.title)
        units = tuple(index.unit(token.word, token.typed, place) for place, token in enumerate(tokens))
        return borrowing(read_now, replace(read_now, text=session.title, tokens=tokens), units)
    strongest = read_now.kinds[0][1] if read_now.kinds else 0.0
    if read_now.content and strongest < 2 and context.kind in _CARRIED:
        return replace(read_now, kinds=((context.kind, 2.5), *read_now.kinds))
    return read_now


def borrowing(later: Understanding, first: Understanding, lent: tuple[Unit, ...]) -> Understanding:
    """A question with content of another text, whose words are laid behind its own: each stands where it says."""
    own = {unit.code for unit in later.content}
    places, letters = len(later.tokens), len(later.text) + 1
    behind = tuple(replace(token, at=token.at + letters, to=token.to + letters) for token in first.tokens)
    moved = tuple(replace(unit, at=unit.at + places) for unit in lent if unit.code not in own)
    return replace(
        later,
        text=f"{later.text} {first.text}",
        tokens=(*later.tokens, *behind),
        content=(*moved, *later.content),
    )


def context_after(question: Understanding, answer: Answer) -> Context:
    """What the next question may borrow from this one and its answer."""
    return Context(
        question=question.text,
        kind=question.kind,
        session=_session_of(answer),
        day=answer.first if isinstance(answer, DayPlan) else None,
        unit=answer.unit_id if isinstance(answer, UnitTasks) else None,
    )


def _session_of(answer: Answer) -> SessionId | None:
    """The one session an answer is about."""
    lines: tuple[Line, ...] = ()
    if isinstance(answer, SessionTimes | WhereIs | Responsible | Existence):
        lines = answer.lines
    elif isinstance(answer, NowNext):
        lines = answer.now if answer.asked == "now" else answer.next
    elif isinstance(answer, Neighbour) and answer.pairs:
        lines = answer.pairs[0][1]
    return lines[0].id if len(lines) == 1 else None
