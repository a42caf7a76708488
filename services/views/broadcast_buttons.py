"""What presses under messages about broadcasts mean. `revision` is the broadcast's as the message showed it."""

from dataclasses import dataclass

from domain.buttons import button


@button("bp")
@dataclass(frozen=True, slots=True)
class TogglePart:
    """Put a part into the audience, or take it out."""

    broadcast: int
    revision: int
    kind: str
    id: int


@button("bj")
@dataclass(frozen=True, slots=True)
class TurnJoin:
    """*and* for *or*, and back."""

    broadcast: int
    revision: int


@button("bk")
@dataclass(frozen=True, slots=True)
class PickParts:
    """A page of the groups, units or sessions to choose from."""

    broadcast: int
    kind: str
    page: int


@button("b5")
@dataclass(frozen=True, slots=True)
class FindPerson:
    """Look for a single person by name and unit."""

    broadcast: int


@button("ba")
@dataclass(frozen=True, slots=True)
class ChooseAudience:
    """Back to choosing the audience."""

    broadcast: int


@button("bv")
@dataclass(frozen=True, slots=True)
class PreviewBroadcast:
    """Show it as people will see it, with the count."""

    broadcast: int


@button("bc")
@dataclass(frozen=True, slots=True)
class ConfirmBroadcast:
    """Send what the preview of this revision showed."""

    broadcast: int
    revision: int


@button("bt")
@dataclass(frozen=True, slots=True)
class RewriteBroadcast:
    """Write the text anew."""

    broadcast: int


@button("bq")
@dataclass(frozen=True, slots=True)
class ToggleReceipt:
    """Ask people to press *received*, or not."""

    broadcast: int
    revision: int


@button("bx")
@dataclass(frozen=True, slots=True)
class DropBroadcast:
    """Forget the draft."""

    broadcast: int


@button("bl")
@dataclass(frozen=True, slots=True)
class ListUnreached:
    """Names of those whom only the telephone reaches."""

    broadcast: int


@button("bo")
@dataclass(frozen=True, slots=True)
class OpenBroadcast:
    """How it stands now."""

    broadcast: int


@button("bs")
@dataclass(frozen=True, slots=True)
class StopBroadcast:
    """Keep what still waits from going out."""

    broadcast: int


@button("bg")
@dataclass(frozen=True, slots=True)
class ResumeBroadcast:
    """Go on where it was stopped."""

    broadcast: int


@button("be")
@dataclass(frozen=True, slots=True)
class ResendFailed:
    """Try those again whom it did not reach."""

    broadcast: int


@button("bu")
@dataclass(frozen=True, slots=True)
class ResendUncertain:
    """Send again what may or may not have arrived."""

    broadcast: int


@button("bw")
@dataclass(frozen=True, slots=True)
class LeaveUncertain:
    """Leave at that what may or may not have arrived."""

    broadcast: int


@button("bb")
@dataclass(frozen=True, slots=True)
class ToggleLate:
    """Those who join later get it too, or not."""

    broadcast: int
    revision: int


@button("b1")
@dataclass(frozen=True, slots=True)
class LaterBroadcast:
    """Send it later."""

    broadcast: int


@button("b2")
@dataclass(frozen=True, slots=True)
class ChaseSilentReaders:
    """Ask those who have not pressed *received*; shows how many first."""

    broadcast: int


@button("b3")
@dataclass(frozen=True, slots=True)
class EditSent:
    """Put the words right where they have arrived."""

    broadcast: int


@button("b4")
@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take it back; shows how many first."""

    broadcast: int
