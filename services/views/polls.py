"""Views and buttons of polls and votes."""

from dataclasses import dataclass

from domain.buttons import button, press
from domain.polls import MAJORITY
from domain.views import Keyboard, view
from services.views.paging import short


@button("on")
@dataclass(frozen=True, slots=True)
class NewPoll:
    """Write a question."""


@button("os")
@dataclass(frozen=True, slots=True)
class ShowPoll:
    """A poll as the person may see it."""

    poll: int


@button("ob")
@dataclass(frozen=True, slots=True)
class ShowBallot:
    """The ballot of an organizer who is a delegate too."""

    poll: int


@button("ok")
@dataclass(frozen=True, slots=True)
class SetSecret:
    """Secret (1), or with names (0)."""

    poll: int
    secret: int


@button("oo")
@dataclass(frozen=True, slots=True)
class OpenPoll:
    """Ask everybody who is here."""

    poll: int


@button("oc")
@dataclass(frozen=True, slots=True)
class ClosePoll:
    """No vote counts any more."""

    poll: int


@button("ov")
@dataclass(frozen=True, slots=True)
class CastVote:
    """This option, by its place in the list."""

    poll: int
    choice: int


@button("ot")
@dataclass(frozen=True, slots=True)
class TellResult:
    """The result to everybody who is here."""

    poll: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PollLine:
    """A poll in a list."""

    poll: int
    question: str
    state: str


@view("polls")
@dataclass(frozen=True, slots=True, kw_only=True)
class PollHome:
    """The polls; `votes` whether the person is a delegate."""

    items: tuple[PollLine, ...]
    organizes: bool
    votes: bool

    def keyboard(self) -> Keyboard:
        rows = []
        for each in self.items:
            mine = (press(ShowBallot(each.poll)),) if self.organizes and self.votes and each.state == "open" else ()
            rows.append((press(ShowPoll(each.poll), question=short(each.question, 40)), *mine))
        return (*rows, (press(NewPoll(), style="success"),)) if self.organizes else tuple(rows)


@view("polls")
@dataclass(frozen=True, slots=True, kw_only=True)
class PollDraft:
    """A question before it is asked: `present` of `expected` are here, `needed` have to be."""

    poll: int
    question: str
    options: tuple[str, ...]
    secret: bool
    quorum: str | None
    present: int
    expected: int
    needed: int

    def keyboard(self) -> Keyboard:
        other = press(
            SetSecret(self.poll, 0 if self.secret else 1), "vote_with_names" if self.secret else "vote_secret"
        )
        ready = self.present and self.present >= self.needed
        ask = ((press(OpenPoll(self.poll), count=self.present, style="success"),),) if ready else ()
        return (*ask, (other,), (press(ShowPoll(self.poll), "poll_again"),))


@view("polls")
@dataclass(frozen=True, slots=True, kw_only=True)
class PollOpened:
    """Everybody here is being asked."""

    poll: int
    question: str
    present: int
    reached: int

    def keyboard(self) -> Keyboard:
        return ((press(ShowPoll(self.poll), "poll_again"), press(ClosePoll(self.poll), style="danger")),)


@view("polls")
@dataclass(frozen=True, slots=True, kw_only=True)
class PollStanding:
    """How many have voted; not what."""

    poll: int
    question: str
    voted: int
    present: int

    def keyboard(self) -> Keyboard:
        return ((press(ShowPoll(self.poll), "poll_again"), press(ClosePoll(self.poll), style="danger")),)


@dataclass(frozen=True, slots=True)
class PollShare:
    """An option and what it got."""

    text: str
    votes: int
    percent: int


@view("polls")
@dataclass(frozen=True, slots=True, kw_only=True)
class PollResult:
    """What came out, for organizers. `needed` is the quorum in people, where there was one; `reached` can be told."""

    poll: int
    question: str
    shares: tuple[PollShare, ...]
    voted: int
    entitled: int
    expected: int
    needed: int | None
    secret: bool
    reached: int

    def keyboard(self) -> Keyboard:
        return ((press(TellResult(self.poll), count=self.reached),),)


@view("polls")
@dataclass(frozen=True, slots=True, kw_only=True)
class PollClosed:
    """What came out, for everybody who is here."""

    question: str
    shares: tuple[PollShare, ...]
    voted: int
    entitled: int


@view("polls")
@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """The question and its options."""

    poll: int
    question: str
    options: tuple[str, ...]
    secret: bool

    def keyboard(self) -> Keyboard:
        return tuple((press(CastVote(self.poll, at), option=text),) for at, text in enumerate(self.options))


@view("polls")
@dataclass(frozen=True, slots=True, kw_only=True)
class VoteKept:
    """The vote counts; what was chosen is repeated only where it is no secret."""

    question: str
    choice: str | None


_SHARES = (PollShare("Tán thành", 100, 80), PollShare("Không <tán thành>", 20, 16), PollShare("Ý kiến khác", 5, 4))
_OPTIONS = tuple(each.text for each in _SHARES)
_QUESTION = "Thông qua dự thảo <nghị quyết>?"
SAMPLES = (
    PollHome(items=(), organizes=True, votes=False),
    PollHome(items=(), organizes=False, votes=True),
    PollHome(
        items=tuple(PollLine(poll=3, question=_QUESTION, state=state) for state in ("draft", "open", "closed")),
        organizes=True,
        votes=True,
    ),
    PollHome(items=(PollLine(poll=3, question=_QUESTION, state="open"),), organizes=False, votes=True),
    PollDraft(
        poll=3, question=_QUESTION, options=_OPTIONS, secret=True, quorum="2/3", present=130, expected=180, needed=120
    ),
    PollDraft(
        poll=3, question=_QUESTION, options=_OPTIONS, secret=False, quorum=MAJORITY, present=12, expected=180, needed=91
    ),
    PollDraft(
        poll=3, question=_QUESTION, options=_OPTIONS, secret=True, quorum="50/100", present=90, expected=180, needed=90
    ),
    PollDraft(poll=3, question=_QUESTION, options=_OPTIONS, secret=True, quorum=None, present=0, expected=0, needed=0),
    PollOpened(poll=3, question=_QUESTION, present=130, reached=118),
    PollOpened(poll=3, question=_QUESTION, present=130, reached=130),
    PollStanding(poll=3, question=_QUESTION, voted=90, present=130),
    PollResult(
        poll=3,
        question=_QUESTION,
        shares=_SHARES,
        voted=125,
        entitled=130,
        expected=180,
        needed=121,
        secret=True,
        reached=118,
    ),
    PollResult(
        poll=3,
        question=_QUESTION,
        shares=_SHARES,
        voted=125,
        entitled=130,
        expected=180,
        needed=None,
        secret=False,
        reached=118,
    ),
    PollClosed(question=_QUESTION, shares=_SHARES, voted=125, entitled=130),
    Ballot(poll=3, question=_QUESTION, options=_OPTIONS, secret=True),
    Ballot(poll=3, question=_QUESTION, options=_OPTIONS, secret=False),
    VoteKept(question=_QUESTION, choice=None),
    VoteKept(question=_QUESTION, choice="Tán thành"),
)
