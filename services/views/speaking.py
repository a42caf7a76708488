"""Views and buttons of speaking in a session."""

from dataclasses import dataclass
from datetime import date, time

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.paging import short

_MOST_ROWS = 25


@button("sr")
@dataclass(frozen=True, slots=True)
class RegisterToSpeak:
    """Choose a session to speak in."""


@button("si")
@dataclass(frozen=True, slots=True)
class SpeakIn:
    """Register for this session."""

    session: int


@button("sx")
@dataclass(frozen=True, slots=True)
class WithdrawSpeech:
    """I do not speak after all."""

    speech: int


@button("sh")
@dataclass(frozen=True, slots=True)
class SpeechHome:
    """The sessions with their speakers."""


@button("so")
@dataclass(frozen=True, slots=True)
class ShowOrder:
    """The order of a session."""

    session: int


@button("sc")
@dataclass(frozen=True, slots=True)
class ShowSpeech:
    """One speech."""

    speech: int


@button("su")
@dataclass(frozen=True, slots=True)
class SpeechUp:
    """One place earlier."""

    speech: int


@button("sd")
@dataclass(frozen=True, slots=True)
class SpeechDown:
    """One place later."""

    speech: int


@button("sg")
@dataclass(frozen=True, slots=True)
class GiveFloor:
    """This speaker begins."""

    speech: int


@button("sm")
@dataclass(frozen=True, slots=True)
class MoveSpeech:
    """To another session: (0) ask which."""

    speech: int
    session: int


@button("sk")
@dataclass(frozen=True, slots=True)
class StrikeSpeech:
    """Take it off the order."""

    speech: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MySpeech:
    """A speech of one's own; `place` in the order of those not heard yet."""

    speech: int
    session: str
    topic: str
    minutes: int
    state: str
    place: int | None


@view("speaking")
@dataclass(frozen=True, slots=True, kw_only=True)
class MySpeeches:
    """What the person has registered."""

    items: tuple[MySpeech, ...]

    def keyboard(self) -> Keyboard:
        ahead = [each for each in self.items if each.state in ("waiting", "called")]
        rows = tuple((press(WithdrawSpeech(each.speech), topic=short(each.topic, 40)),) for each in ahead)
        return (*rows, (press(RegisterToSpeak(), style="success"),))


@view("speaking")
@dataclass(frozen=True, slots=True, kw_only=True)
class SessionChoice:
    """In which session? With `speech`, whither an organizer moves it."""

    items: tuple[tuple[int, str], ...]
    speech: int | None = None
    topic: str = ""

    def keyboard(self) -> Keyboard:
        if self.speech is None:
            return tuple((press(SpeakIn(key), title=short(title)),) for key, title in self.items)
        rows = tuple(
            (press(MoveSpeech(self.speech, key), "speak_in", title=short(title)),) for key, title in self.items
        )
        return (*rows, (press(ShowSpeech(self.speech), "back_to_speech"),))


@view("speaking")
@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechKept:
    """The registration stands."""

    speech: int
    session: str
    topic: str
    minutes: int
    place: int

    def keyboard(self) -> Keyboard:
        return ((press(WithdrawSpeech(self.speech), topic=short(self.topic, 40)),),)


@view("speaking")
@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechGone:
    """The speech is withdrawn."""

    topic: str


@view("speaking")
@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechSessions:
    """The sessions that have speakers: id, title, how many."""

    items: tuple[tuple[int, str, int], ...]
    may_speak: bool = False

    def keyboard(self) -> Keyboard:
        rows = tuple((press(ShowOrder(key), title=short(title, 40), count=n),) for key, title, n in self.items)
        return (*rows, (press(RegisterToSpeak()),)) if self.may_speak else rows


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechLine:
    """A speech in the organizer's order."""

    speech: int
    name: str
    unit: str | None
    topic: str
    minutes: int
    state: str


@view("speaking")
@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechList:
    """The order of a session; `room` are its minutes, where the programme says."""

    session: int
    title: str
    items: tuple[SpeechLine, ...]
    minutes: int
    room: int | None

    def keyboard(self) -> Keyboard:
        ahead = [(at, each) for at, each in enumerate(self.items, 1) if each.state in ("waiting", "called")]
        rows = []
        for at, each in ahead[:_MOST_ROWS]:
            up = (press(SpeechUp(each.speech), n=at),) if at != ahead[0][0] else ()
            down = (press(SpeechDown(each.speech), n=at),) if at != ahead[-1][0] else ()
            rows.append((press(ShowSpeech(each.speech), n=at, name=short(each.name, 24)), *up, *down))
        first = tuple(
            (press(GiveFloor(each.speech), name=short(each.name, 30), style="success"),) for _, each in ahead[:1]
        )
        return (*first, *rows, (press(SpeechHome()),))


@view("speaking")
@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechCard:
    """One speech, for organizers."""

    session: int
    title: str
    line: SpeechLine

    def keyboard(self) -> Keyboard:
        key = self.line.speech
        back = (press(ShowOrder(self.session), "back_to_order"),)
        if self.line.state not in ("waiting", "called"):
            return (back,)
        floor = (press(GiveFloor(key), name=short(self.line.name, 30), style="success"),)
        return (floor, (press(MoveSpeech(key, 0), "move_speech"), press(StrikeSpeech(key), style="danger")), back)


@view("speaking")
@dataclass(frozen=True, slots=True, kw_only=True)
class GetReady:
    """To whoever speaks next."""

    session: str
    topic: str
    minutes: int


@view("speaking")
@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechMoved:
    """To a speaker: it is in another session now."""

    topic: str
    was: str
    now: str
    day: date | None
    start: time | None


@view("speaking")
@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechNews:
    """Registered or withdrawn, to the organizers; struck off, to the speaker."""

    what: str
    name: str
    session: str
    topic: str
    unit: str | None = None


def _line(speech: int, name: str, state: str, unit: str | None = "Xã <B>") -> SpeechLine:
    return SpeechLine(speech=speech, name=name, unit=unit, topic="Kinh nghiệm <thu> ngân sách", minutes=10, state=state)


_LINES = (
    _line(1, "Nguyễn Văn A", "done"),
    _line(2, "Trần Thị B", "speaking", None),
    _line(3, "Lê Văn C", "called"),
    _line(4, "Phạm D", "waiting"),
)
SAMPLES = (
    MySpeeches(items=()),
    MySpeeches(
        items=tuple(
            MySpeech(speech=1, session="Thảo luận", topic="Thu <ngân sách>", minutes=10, state=state, place=place)
            for state, place in (("waiting", 2), ("called", 1), ("speaking", None), ("done", None))
        )
    ),
    SessionChoice(items=((1, "Khai mạc"), (2, "Thảo luận"))),
    SessionChoice(items=((2, "Thảo luận"),), speech=3, topic="Thu <ngân sách>"),
    SpeechKept(speech=1, session="Thảo luận", topic="Thu <ngân sách>", minutes=10, place=2),
    SpeechGone(topic="Thu <ngân sách>"),
    SpeechSessions(items=()),
    SpeechSessions(items=((2, "Thảo luận", 4),), may_speak=True),
    SpeechList(session=2, title="Thảo luận", items=(), minutes=0, room=None),
    SpeechList(session=2, title="Thảo luận", items=_LINES, minutes=40, room=30),
    SpeechList(session=2, title="Thảo luận", items=_LINES, minutes=40, room=45),
    SpeechCard(session=2, title="Thảo luận", line=_LINES[0]),
    SpeechCard(session=2, title="Thảo luận", line=_LINES[3]),
    GetReady(session="Thảo luận", topic="Thu <ngân sách>", minutes=10),
    SpeechMoved(topic="Thu", was="Khai mạc", now="Thảo luận", day=date(2026, 7, 30), start=time(9)),
    SpeechMoved(topic="Thu", was="Khai mạc", now="Thảo luận", day=None, start=None),
    SpeechNews(what="registered", name="Nguyễn A", session="Thảo luận", topic="Thu <ngân sách>", unit="Xã B"),
    SpeechNews(what="withdrawn", name="Nguyễn A", session="Thảo luận", topic="Thu <ngân sách>"),
    SpeechNews(what="struck", name="Nguyễn A", session="Thảo luận", topic="Thu <ngân sách>"),
)
