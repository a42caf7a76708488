"""Broadcasts: what is said, to whom, and the marks that must not leave the house unseen."""

import re
from dataclasses import dataclass, replace

from domain.vietnamese import nfc

LONGEST = 4096
"""UTF-16 units after the marks are parsed: Telegram, sendMessage."""

CAPTION = 1024
"""The same for a text that stands under a file."""

OFFSETS = (-24 * 60, -120, -60, -30, -15, 0, 15, 60)
"""Minutes after a session's start at which a broadcast beside it can go out."""

WHOLE = ("all", "delegates", "focal", "linked", "attending", "declined", "silent", "here", "missing")
LISTED = ("group", "unit", "session")
PERSON = "person"
FOCAL_PERSON = "focal_person"
PERSONS = (PERSON, FOCAL_PERSON)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that stands in the file store: its name, its place there."""

    name: str
    path: str
    photo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a broadcast says. With `receipt` people are asked to press *received*.

    `copy_of` (chat, message numbers) is somebody's own message or album that goes out as it is. `correction` is a new
    text that waits to replace what was sent.
    """

    text: str
    file: KeptFile | None = None
    receipt: bool = False
    copy_of: tuple[int, tuple[int, ...]] | None = None
    album: str = ""
    correction: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is true of people: a kind of `WHOLE`, one of `LISTED` with its id, or a single person.

    A `PERSON` is a delegate with their id; a `FOCAL_PERSON`, who need not be one, goes by their account.
    """

    kind: str
    id: int = 0


@dataclass(frozen=True, slots=True)
class Audience:
    """Those of whom any (`or`) or all (`and`) parts are true; nobody where there is no part."""

    parts: tuple[Part, ...] = ()
    join: str = "or"

    def toggled(self, part: Part) -> "Audience":
        """With the part, or without it where it was in. *Everybody* stands alone."""
        if part in self.parts:
            return replace(self, parts=tuple(each for each in self.parts if each != part))
        if part.kind == "all":
            return replace(self, parts=(part,))
        return replace(self, parts=(*(each for each in self.parts if each.kind != "all"), part))

    def turned(self) -> "Audience":
        """With *and* for *or*, and the other way round."""
        return replace(self, join="and" if self.join == "or" else "or")


def length(text: str) -> int:
    """How long Telegram counts a plain text."""
    return len(text.encode("utf-16-le")) // 2


_SECRET = re.compile(
    r"(?<!\w)(?:(?P<top>tuyệt|TUYỆT|Tuyệt)\s+|(?P<high>tối|TỐI|Tối)\s+)(?:mật|MẬT|Mật)(?!\w)"
    r"|(?<!\w)(?<!BÍ )(?<!BẢO )MẬT(?!\w)"
)


def secrecy(*texts: str) -> str | None:
    """The highest mark of secrecy (Law on the Protection of State Secrets, art. 8) that stands in the texts, or None.

    `top` for TUYỆT MẬT, `high` for TỐI MẬT, `plain` for MẬT in capitals ("bảo mật", "mật ong" are no marks).
    """
    found = [match for text in texts for match in _SECRET.finditer(nfc(text))]
    if any(match["top"] for match in found):
        return "top"
    if any(match["high"] for match in found):
        return "high"
    return "plain" if found else None
