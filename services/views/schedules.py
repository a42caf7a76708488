"""When a broadcast goes out."""

from dataclasses import dataclass
from datetime import datetime

from domain.buttons import button, press
from domain.views import Keyboard, Press, view
from services.views import broadcast_buttons as b
from services.views.broadcasts import AudienceWords
from services.views.paging import turning


@button("bi")
@dataclass(frozen=True, slots=True)
class ScheduleAt:
    """At a day and time."""

    broadcast: int


@button("bm")
@dataclass(frozen=True, slots=True)
class ScheduleSessions:
    """A page of the sessions to send it beside."""

    broadcast: int
    page: int


@button("bn")
@dataclass(frozen=True, slots=True)
class ScheduleBeside:
    """Beside this session."""

    broadcast: int
    session: int


@button("bd")
@dataclass(frozen=True, slots=True)
class ScheduleOffset:
    """So many minutes after its start (before, where negative)."""

    broadcast: int
    session: int
    minutes: int


@button("br")
@dataclass(frozen=True, slots=True)
class UnscheduleBroadcast:
    """Not then after all."""

    broadcast: int


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastWhen:
    """When is it to go out? `was_scheduled` where the hour it had was just taken from it."""

    id: int
    was_scheduled: bool = False

    def keyboard(self) -> Keyboard:
        return (
            (press(ScheduleAt(self.id)), press(ScheduleSessions(self.id, 0))),
            (press(b.PreviewBroadcast(self.id)),),
        )


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastSessions:
    """Sessions ahead: id, title, start (local)."""

    id: int
    sessions: tuple[tuple[int, str, datetime], ...]
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        rows: list[tuple[Press, ...]] = [
            (press(ScheduleBeside(self.id, key), "part_named", name=f"{at:%H:%M %d/%m} {title}"[:50]),)
            for key, title, at in self.sessions
        ]
        pages = turning(self.page, self.pages, lambda page: ScheduleSessions(self.id, page))
        return (*rows, *pages, (press(b.LaterBroadcast(self.id)),))


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class SendBeside:
    """How long before or after a session's start?"""

    id: int
    session: int
    title: str
    offsets: tuple[int, ...]

    def keyboard(self) -> Keyboard:
        shown = [
            press(
                ScheduleOffset(self.id, self.session, minutes),
                "offset_at" if not minutes else "offset_before" if minutes < 0 else "offset_after",
                minutes=abs(minutes),
            )
            for minutes in self.offsets
        ]
        rows = [tuple(shown[at : at + 2]) for at in range(0, len(shown), 2)]
        return (*rows, (press(ScheduleSessions(self.id, 0)),))


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastScheduled:
    """When it goes out (local; empty where its session has no time), to whom, and how many these are today.

    With `session` it follows that session: `minutes` after its start, before it where negative.
    """

    id: int
    begins: str
    audience: AudienceWords
    total: int
    reached: int
    at: datetime | None = None
    session: str = ""
    minutes: int | None = None

    def keyboard(self) -> Keyboard:
        return ((press(UnscheduleBroadcast(self.id), style="danger"),),)


@view("broadcasts")
@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastMissed:
    """To its author: it did not go out, because its hour passed (`late`) or its session does not take place."""

    id: int
    begins: str
    late: bool

    def keyboard(self) -> Keyboard:
        return ((press(b.PreviewBroadcast(self.id), style="primary"),),)


_AT = datetime(2026, 7, 30, 7, 30)  # noqa: DTZ001 - local time of the conference
_WORDS = AudienceWords(parts=(("all", ""),))
SAMPLES = (
    BroadcastWhen(id=3),
    BroadcastWhen(id=3, was_scheduled=True),
    BroadcastSessions(id=3, sessions=((1, "Khai mạc <A>", _AT),), page=1, pages=3),
    BroadcastSessions(id=3, sessions=()),
    SendBeside(id=3, session=1, title="Khai mạc <A>", offsets=(-30, 0, 15)),
    BroadcastScheduled(id=3, begins="Mời <họp>", audience=_WORDS, total=180, reached=137, at=_AT),
    BroadcastScheduled(
        id=3, begins="Mời họp", audience=_WORDS, total=9, reached=9, at=_AT, session="Khai mạc", minutes=-30
    ),
    BroadcastScheduled(id=3, begins="Mời", audience=_WORDS, total=9, reached=9, session="Khai mạc", minutes=0),
    BroadcastScheduled(id=3, begins="Mời", audience=_WORDS, total=9, reached=9, at=_AT, session="Khai mạc", minutes=15),
    BroadcastMissed(id=3, begins="Mời <họp>", late=True),
    BroadcastMissed(id=3, begins="Mời họp", late=False),
)
