"""Views and buttons of answering the invitation."""

from dataclasses import dataclass

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.logistics_buttons import NeedsHere
from services.views.occasion import SAMPLE_OCCASION, UNDATED_OCCASION, Occasion
from services.views.reminder_choices import MySessions


@button("va")
@dataclass(frozen=True, slots=True)
class Attend:
    """I shall come. The button says whose answer it is, so that an old message never answers for another conference."""

    delegate: int


@button("vd")
@dataclass(frozen=True, slots=True)
class Decline:
    """I cannot come."""

    delegate: int


@button("vs")
@dataclass(frozen=True, slots=True)
class SendSubstitute:
    """Somebody comes in my place."""

    delegate: int


@button("vc")
@dataclass(frozen=True, slots=True)
class AnswerHere:
    """Show me my own answer in this conference."""

    conference: int


@button("vr")
@dataclass(frozen=True, slots=True)
class ChaseSilent:
    """Ask those who have not answered; shows how many first, unless `sure`."""

    sure: int


def attendance_keyboard(delegate: int, rsvp: str, is_substitute: bool = False) -> Keyboard:
    """The answers that would change something; a substitute comes in person."""
    attend = () if rsvp == "attending" else (press(Attend(delegate), style="success"),)
    decline = () if rsvp == "declined" else (press(Decline(delegate)),)
    send = () if is_substitute or rsvp == "substituted" else (press(SendSubstitute(delegate)),)
    return tuple(row for row in (attend, (*send, *decline)) if row)


@view("attendance")
@dataclass(frozen=True, slots=True, kw_only=True)
class RsvpKept:
    """What was answered, and until when it may be changed."""

    delegate: int
    rsvp: str
    occasion: Occasion
    reason: str | None = None
    is_substitute: bool = False
    conference: int | None = None

    def keyboard(self) -> Keyboard:
        partly = self.rsvp == "attending" and self.conference is not None
        more = (
            press(MySessions(self.conference or 0, 0), "leave_sessions_out"),
            press(NeedsHere(self.conference or 0)),
        )
        some = (more,) if partly else ()
        return (*attendance_keyboard(self.delegate, self.rsvp, self.is_substitute), *some)


@view("attendance")
@dataclass(frozen=True, slots=True, kw_only=True)
class NoLongerSubstitute:
    """To a substitute: the person invited comes after all."""

    title: str
    help_contact: str


@view("attendance")
@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWanted:
    """To those who have not answered yet."""

    conference: int
    occasion: Occasion

    def keyboard(self) -> Keyboard:
        return ((press(AnswerHere(self.conference), style="success"),),)


@view("attendance")
@dataclass(frozen=True, slots=True, kw_only=True)
class ChasePreview:
    """How many would be asked, how many of the silent cannot be reached; and the very words."""

    reached: int
    unreached: int
    occasion: Occasion

    def keyboard(self) -> Keyboard:
        return ((press(ChaseSilent(1), "chase_silent_sure", style="success", count=self.reached),),) * bool(
            self.reached
        )


@view("attendance")
@dataclass(frozen=True, slots=True, kw_only=True)
class ChaseSent:
    """So many are being asked."""

    reached: int


SAMPLES = (
    AnswerWanted(conference=1, occasion=SAMPLE_OCCASION),
    AnswerWanted(conference=1, occasion=UNDATED_OCCASION),
    ChasePreview(reached=51, unreached=4, occasion=SAMPLE_OCCASION),
    ChasePreview(reached=0, unreached=4, occasion=UNDATED_OCCASION),
    ChasePreview(reached=0, unreached=0, occasion=UNDATED_OCCASION),
    ChaseSent(reached=51),
    RsvpKept(delegate=7, rsvp="attending", occasion=SAMPLE_OCCASION, conference=1),
    RsvpKept(delegate=7, rsvp="attending", occasion=UNDATED_OCCASION, is_substitute=True),
    RsvpKept(delegate=7, rsvp="declined", occasion=SAMPLE_OCCASION, reason="Đi <công tác>"),
    NoLongerSubstitute(title="Hội nghị sơ kết", help_contact="0203 000 000"),
    NoLongerSubstitute(title="Hội nghị sơ kết", help_contact=""),
)
