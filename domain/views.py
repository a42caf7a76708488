"""Views: plain values that a template of the same name turns into words.

A view class says once where its template lives: `@view("tasks")` on `TaskCard` means
`templates/<language>/tasks/task_card.html.j2`. Buttons are values too; their labels live in
`templates/<language>/buttons.toml`, so no sentence is ever written beside a rule.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from domain.ids import ConferenceId

_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_T = TypeVar("_T")

registered: dict[type, str] = {}
"""Every view class and its template's path without language and ending, e.g. `tasks/task_card`."""


def snake(name: str) -> str:
    """`TaskCard` as `task_card`."""
    return _WORD_START.sub("_", name).lower()


def view(folder: str) -> Callable[[type[_T]], type[_T]]:
    """Declare a dataclass as a view whose template stands in `folder`."""

    def register(cls: type[_T]) -> type[_T]:
        registered[cls] = f"{folder}/{snake(cls.__name__)}"
        return cls

    return register


@dataclass(frozen=True, slots=True)
class Press:
    """A button under a message.

    `data` is what comes back when it is pressed (≤ 64 bytes, Telegram's limit); `label` names an entry of
    `buttons.toml`, filled with `args`; `style` is primary, success or danger (a colour that carries no meaning alone).
    """

    data: str
    label: str
    args: tuple[tuple[str, str], ...] = ()
    style: str | None = None


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A button that opens an address."""

    url: str
    label: str


Keyboard = tuple[tuple[Press | OpenLink, ...], ...]


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a message: its name as the person sees it, and its bytes or where they stand on disk.

    A file that is made for this message alone (`once`) is taken away from the disk when it has been said.
    """

    name: str
    content: bytes | Path
    photo: bool = False
    once: bool = False


@dataclass(frozen=True, slots=True)
class AgendaShown:
    """The message shows the agenda of a conference, or one day of it: it is put right in place when that changes.

    `revision` is that of the programme which it shows.
    """

    conference: ConferenceId
    revision: int
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a service hands back to be said: a view (with its buttons, see `keyboard_of`) and files.

    `language` is given where it is not the person's own (an answer is in the language of its question); `buttons`
    stand in for the view's own where a service knows more than the view. `edit` asks to replace the message whose
    button was pressed instead of sending a new one; `toast` is the name of a short line (table `toasts`) shown over
    the chat when the reply answers a press. `shows` is given where the message has to stay right.
    """

    it: Any
    buttons: Keyboard | None = None
    files: tuple[Attachment, ...] = ()
    edit: bool = False
    toast: str | None = None
    language: str | None = None
    shows: AgendaShown | None = None


def keyboard_of(it: Any) -> Keyboard:
    """The buttons that go with a view: what its `keyboard()` method gives, or none."""
    method = getattr(it, "keyboard", None)
    return method() if callable(method) else ()
