"""Buttons of coming in."""

from dataclasses import dataclass

from domain.buttons import button


@button("jy")
@dataclass(frozen=True, slots=True)
class Agree:
    """I agree that my data are kept for this conference."""


@button("jn")
@dataclass(frozen=True, slots=True)
class Disagree:
    """I do not agree."""


@button("jc")
@dataclass(frozen=True, slots=True)
class JoinByCode:
    """Come in with the conference's code and one's name."""


@button("jw")
@dataclass(frozen=True, slots=True)
class AskToJoin:
    """Ask the organizers to be let in."""


@button("jl")
@dataclass(frozen=True, slots=True)
class Speak:
    """Change the language."""

    language: str


@button("jh")
@dataclass(frozen=True, slots=True)
class GoToConference:
    """Make another conference the current one."""

    conference: int


@button("jm")
@dataclass(frozen=True, slots=True)
class GiveMyName:
    """Tell colleagues one's name."""


@button("jp")
@dataclass(frozen=True, slots=True)
class LetIn:
    """Let a person in who asked."""

    delegate: int


@button("ja")
@dataclass(frozen=True, slots=True)
class LetInAs:
    """Let a person in who asked, as somebody who stands on the list."""

    delegate: int
    listed: int


@button("jd")
@dataclass(frozen=True, slots=True)
class TurnAway:
    """Do not let a person in who asked."""

    delegate: int
