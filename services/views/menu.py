"""Views of the menu, and what is said from the wrong place."""

from dataclasses import dataclass
from typing import Any

from domain.buttons import button, press
from domain.views import Keyboard, view


@button("mc")
@dataclass(frozen=True, slots=True)
class RunCommand:
    """The same as typing a command."""

    name: str


@view("menu")
@dataclass(frozen=True, slots=True, kw_only=True)
class Menu:
    """What a person can do in their conference."""

    title: str
    published: bool
    organizer: bool
    focal: bool
    delegate: bool
    questions: int
    commands: tuple[str, ...]

    def keyboard(self) -> Keyboard:
        shown = [press(RunCommand(name), label=f"do_{name}") for name in self.commands if name not in ("menu", "huy")]
        return tuple(tuple(shown[at : at + 2]) for at in range(0, len(shown), 2))


@view("menu")
@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """For somebody who is in no conference: the next step."""

    commands: tuple[str, ...]
    organizer: bool


@view("menu")
@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A rule's no, in the words of the table `refusals`."""

    code: str
    values: dict[str, Any]


@view("menu")
@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something of ours went wrong: a code, no error text. `told` is whether the organizers have heard of it."""

    code: str
    told: bool


@view("menu")
@dataclass(frozen=True, slots=True, kw_only=True)
class TryLater:
    """The database does not answer for the moment."""


@view("menu")
@dataclass(frozen=True, slots=True, kw_only=True)
class OnlyText:
    """A kind of message that the bot cannot read (voice, sticker, location …)."""


@view("menu")
@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateOnly:
    """Asked in a group for what concerns one person."""


@view("menu")
@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """The bot went down before it could say what came of something; the effect stands."""


@view("menu")
@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAgain:
    """Above a reply that a restart says, perhaps for the second time."""


SAMPLES: tuple[Any, ...] = (
    Menu(
        title="Hội nghị <sơ kết>",
        published=False,
        organizer=True,
        focal=False,
        delegate=False,
        questions=2,
        commands=("kehoach", "congbo", "lich"),
    ),
    Menu(
        title="Hội nghị sơ kết",
        published=True,
        organizer=False,
        focal=True,
        delegate=True,
        questions=0,
        commands=("nhiemvu", "thamdu", "lich", "menu", "dulieu", "ngonngu", "hoinghi", "huy"),
    ),
    Help(commands=("lich", "menu"), organizer=True),
    Help(commands=("lich", "menu"), organizer=False),
    Refused(code="not_allowed", values={}),
    Incident(code="A1B2C3", told=True),
    Incident(code="A1B2C3", told=False),
    TryLater(),
    OnlyText(),
    PrivateOnly(),
    Resumed(),
    SaidAgain(),
)
