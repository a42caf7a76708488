"""Views of coming in: consent, the confirmation, links that cannot be used, the typed way in."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.attendance import attendance_keyboard
from services.views.joining_buttons import (
    Agree,
    AskToJoin,
    Disagree,
    GiveMyName,
    GoToConference,
    JoinByCode,
    LetIn,
    LetInAs,
    Speak,
    TurnAway,
)
from services.views.occasion import BEGUN_OCCASION, SAMPLE_OCCASION, UNDATED_OCCASION, Occasion


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAsked:
    """Who keeps what, why, how long, voluntarily. `occasion` is empty before any conference is known."""

    occasion: Occasion | None
    days: int
    help_contact: str

    @property
    def until(self) -> date | None:
        """The last day on which the data are kept, where the conference's days are known."""
        last = self.occasion and (self.occasion.ends_on or self.occasion.starts_on)
        return last + timedelta(days=self.days) if last else None

    def keyboard(self) -> Keyboard:
        return ((press(Agree(), style="success"), press(Disagree())),)


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRefused:
    """Nothing is kept; how to take part without the bot."""

    help_contact: str


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class LinkUseless:
    """A link that does nothing. `why` is unknown, taken, expired, revoked, other, group_only or person_only."""

    why: str
    help_contact: str

    def keyboard(self) -> Keyboard:
        return () if self.why in ("group_only", "person_only") else ((press(JoinByCode()),),)


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class LinkTakenNotice:
    """To the organizers: somebody else opened a link that was used. `name` is whom the link is for."""

    purpose: str
    name: str | None
    title: str


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A delegate's confirmation, and where they stand when they open their link again (`again`)."""

    delegate: int
    name: str
    rsvp: str
    occasion: Occasion
    again: bool = False
    is_substitute: bool = False
    away: tuple[str, ...] = ()
    """The sessions that the person leaves out."""

    def keyboard(self) -> Keyboard:
        return () if self.occasion.begun else attendance_keyboard(self.delegate, self.rsvp, self.is_substitute)


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class Appointed:
    """Somebody runs the desk, works at the door, or answers for a unit: what they can do now."""

    purpose: str
    occasion: Occasion | None
    unit: str | None = None
    again: bool = False
    named: bool = False

    def keyboard(self) -> Keyboard:
        return () if self.named or self.occasion is None else ((press(GiveMyName()),),)


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class Welcome:
    """To somebody the bot does not know: what this is and how to come in."""

    help_contact: str

    def keyboard(self) -> Keyboard:
        return ((press(JoinByCode()),),)


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class JoinMissed:
    """Code and name led nowhere; the same words whatever the reason, so that nothing is learnt of the list."""

    left: int
    help_contact: str

    def keyboard(self) -> Keyboard:
        again = ((press(JoinByCode(), "try_code_again"),),) if self.left else ()
        return (*again, (press(AskToJoin()),))


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class JoinPaused:
    """Too many tries: wait so many minutes, or call."""

    minutes: int
    help_contact: str


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class AskedToJoin:
    """The organizers have been asked."""

    title: str


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class WalkInAsks:
    """To the organizers: somebody wants to join. `listed` is a person of the same name on the list, not yet linked."""

    delegate: int
    name: str
    post: str | None
    unit: str | None
    title: str
    listed: int | None = None
    listed_unit: str | None = None

    def keyboard(self) -> Keyboard:
        same = () if self.listed is None else ((press(LetInAs(self.delegate, self.listed)),),)
        return (*same, (press(LetIn(self.delegate), style="success"), press(TurnAway(self.delegate), style="danger")))


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class WalkInSettled:
    """To the organizer who decided."""

    name: str
    let_in: bool


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedAway:
    """To the person who asked in vain."""

    title: str
    help_contact: str


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class MyConferences:
    """The conferences somebody takes part in, with a button for each."""

    items: tuple[tuple[int, str], ...]
    current: int | None

    def keyboard(self) -> Keyboard:
        others = [(key, title) for key, title in self.items if key != self.current]
        return tuple((press(GoToConference(key), title=_short(title)),) for key, title in others[:20])


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceEntered:
    """The person's questions and buttons are about this conference from now on."""

    occasion: Occasion


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseLanguage:
    """Vietnamese or English; `changed` when it has just been set."""

    changed: bool = False

    def keyboard(self) -> Keyboard:
        return ((press(Speak("vi"), "speak_vi"), press(Speak("en"), "speak_en")),)


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class NameKept:
    """Colleagues see this name."""

    name: str


@view("joining")
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLinked:
    """Said in a group: it belongs to the conference, or to a unit. Never anything personal."""

    title: str
    unit: str | None = None


def _short(title: str, most: int = 48) -> str:
    return title if len(title) <= most else title[: most - 1].rstrip() + "…"


SAMPLES = (
    ConsentAsked(occasion=SAMPLE_OCCASION, days=180, help_contact="0203 000 000"),
    ConsentAsked(occasion=UNDATED_OCCASION, days=180, help_contact=""),
    ConsentAsked(occasion=None, days=180, help_contact=""),
    ConsentRefused(help_contact="0203 000 000"),
    ConsentRefused(help_contact=""),
    *(
        LinkUseless(why=why, help_contact="0203 000 000")
        for why in ("unknown", "taken", "expired", "revoked", "other", "group_only", "person_only", "closed")
    ),
    LinkUseless(why="unknown", help_contact=""),
    LinkTakenNotice(purpose="delegate", name="Nguyễn Văn <A>", title="Hội nghị sơ kết"),
    LinkTakenNotice(purpose="organizer", name=None, title="Hội nghị sơ kết"),
    *(
        Joined(delegate=7, name="Nguyễn Văn <A>", rsvp=rsvp, occasion=SAMPLE_OCCASION, again=rsvp != "none")
        for rsvp in ("none", "attending", "declined", "substituted")
    ),
    Joined(delegate=7, name="Trần Thị B", rsvp="none", occasion=UNDATED_OCCASION, is_substitute=True),
    Joined(delegate=7, name="Trần Thị B", rsvp="none", occasion=BEGUN_OCCASION),
    Joined(delegate=7, name="Trần Thị B", rsvp="attending", occasion=BEGUN_OCCASION, again=True, away=("Thảo <luận>",)),
    Joined(delegate=7, name="Trần Thị B", rsvp="none", occasion=SAMPLE_OCCASION, away=("Thảo luận", "Bế mạc")),
    Appointed(purpose="owner", occasion=None),
    Appointed(purpose="owner", occasion=SAMPLE_OCCASION, again=True),
    Appointed(purpose="organizer", occasion=SAMPLE_OCCASION, named=True),
    Appointed(purpose="door", occasion=SAMPLE_OCCASION),
    Appointed(purpose="unit", occasion=UNDATED_OCCASION, unit="Phòng Nội vụ"),
    Appointed(purpose="unit", occasion=SAMPLE_OCCASION, unit="Phòng Nội vụ", again=True),
    Welcome(help_contact="0203 000 000"),
    Welcome(help_contact=""),
    JoinMissed(left=2, help_contact="0203 000 000"),
    JoinMissed(left=0, help_contact=""),
    JoinPaused(minutes=30, help_contact="0203 000 000"),
    JoinPaused(minutes=30, help_contact=""),
    AskedToJoin(title="Hội nghị sơ kết"),
    WalkInAsks(delegate=7, name="Lê Văn C", post=None, unit=None, title="Hội nghị sơ kết"),
    WalkInAsks(
        delegate=7, name="Lê Văn C", post="Phó Chủ tịch", unit="Xã B", title="Hội nghị", listed=3, listed_unit="Xã B"
    ),
    WalkInSettled(name="Lê Văn C", let_in=True),
    WalkInSettled(name="Lê Văn C", let_in=False),
    TurnedAway(title="Hội nghị sơ kết", help_contact="0203 000 000"),
    TurnedAway(title="Hội nghị sơ kết", help_contact=""),
    MyConferences(items=((1, "Hội nghị sơ kết"), (2, "Hội nghị tổng kết " * 5)), current=1),
    MyConferences(items=(), current=None),
    ConferenceEntered(occasion=SAMPLE_OCCASION),
    ChooseLanguage(),
    ChooseLanguage(changed=True),
    NameKept(name="Nguyễn Văn A"),
    GroupLinked(title="Hội nghị sơ kết"),
    GroupLinked(title="Hội nghị sơ kết", unit="Phòng Nội vụ"),
)
