"""When a delegate wants to be reminded, and of which sessions."""

from dataclasses import dataclass
from datetime import date, time

from domain.buttons import button, press
from domain.settings import Lead
from domain.views import Keyboard, Press, view
from services.views.paging import turning


@button("ha")
@dataclass(frozen=True, slots=True)
class ToggleLead:
    """Remind me so long before, or not."""

    conference: int
    lead: str


@button("hb")
@dataclass(frozen=True, slots=True)
class UsualReminders:
    """Remind me as everybody."""

    conference: int


@button("hc")
@dataclass(frozen=True, slots=True)
class NoReminders:
    """Do not remind me."""

    conference: int


@button("hd")
@dataclass(frozen=True, slots=True)
class MySessions:
    """A page of the sessions I come to."""

    conference: int
    page: int


@button("he")
@dataclass(frozen=True, slots=True)
class ToggleSession:
    """I do not come to this session, or come after all."""

    conference: int
    session: int
    page: int


@button("hf")
@dataclass(frozen=True, slots=True)
class MyReminders:
    """Back to when I am reminded."""

    conference: int


def lead_of(pressed: ToggleLead) -> str:
    """The code of the lead; button data keeps the colon for itself."""
    return pressed.lead.replace(".", ":")


def _toggle(conference: int, code: str, chosen: bool) -> Press:
    """The label says whether it is on; a colour alone would say it to some only."""
    lead = Lead.of(code)
    pressed = ToggleLead(conference, code.replace(":", "."))
    turn = "on" if chosen else "off"
    if lead.eve_at is not None:
        return press(pressed, f"remind_eve_{turn}", when=f"{lead.eve_at:%H:%M}")
    return press(pressed, f"remind_minutes_{turn}", when=lead.minutes)


@view("reminders")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderSettings:
    """When the person is reminded: `offered` are codes of leads, `chosen` those in force; `own` if by their choice."""

    conference: int
    title: str
    offered: tuple[str, ...]
    chosen: tuple[str, ...]
    own: bool
    absent: int = 0
    quiet_from: time | None = None
    quiet_until: time | None = None

    def keyboard(self) -> Keyboard:
        leads = [_toggle(self.conference, code, code in self.chosen) for code in self.offered]
        rows = [tuple(leads[at : at + 2]) for at in range(0, len(leads), 2)]
        turns = [press(UsualReminders(self.conference))] if self.own else []
        turns += [press(NoReminders(self.conference))] if self.chosen else []
        return (*rows, *((each,) for each in turns), (press(MySessions(self.conference, 0)),))


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionChoice:
    """A session and whether the person comes."""

    id: int
    title: str
    comes: bool
    day: date | None = None
    start: time | None = None


@view("reminders")
@dataclass(frozen=True, slots=True, kw_only=True)
class SessionsOfMine:
    """A page of the sessions ahead; pressing one takes it out, or back in."""

    conference: int
    sessions: tuple[SessionChoice, ...]
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        rows: list[tuple[Press, ...]] = [
            (
                press(
                    ToggleSession(self.conference, each.id, self.page),
                    "session_comes" if each.comes else "session_absent",
                    name=each.title if len(each.title) <= 45 else each.title[:44] + "…",
                ),
            )
            for each in self.sessions
        ]
        pages = turning(self.page, self.pages, lambda page: MySessions(self.conference, page))
        return (*rows, *pages, (press(MyReminders(self.conference)),))


_LEADS = ("eve16:00", "120m", "60m", "30m", "15m")
SAMPLES = (
    ReminderSettings(
        conference=1,
        title="Hội nghị <sơ kết>",
        offered=_LEADS,
        chosen=("eve16:00", "60m", "15m"),
        own=False,
        quiet_from=time(21, 30),
        quiet_until=time(6),
    ),
    ReminderSettings(conference=1, title="Hội nghị", offered=_LEADS, chosen=("30m",), own=True, absent=2),
    ReminderSettings(conference=1, title="Hội nghị", offered=_LEADS, chosen=(), own=True),
    SessionsOfMine(
        conference=1,
        sessions=(
            SessionChoice(id=1, title="Khai mạc <A>", comes=True, day=date(2026, 7, 30), start=time(8)),
            SessionChoice(id=2, title="Thảo luận", comes=False),
        ),
        pages=2,
    ),
    SessionsOfMine(conference=1, sessions=(), page=1, pages=2),
)
