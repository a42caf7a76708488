"""Typed button data: what a press means, packed into Telegram's 64 bytes.

Data carries ids and a revision, never rights, names or amounts. Whatever cannot be unpacked (forged, old,
malformed) is None, and the person gets a fresh menu.
"""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypeVar

from domain.views import Press, snake

LIMIT = 64  # bytes: Telegram, InlineKeyboardButton.callback_data
_SEPARATOR = ":"
_T = TypeVar("_T")

by_code: dict[str, type] = {}
code_of: dict[type, str] = {}


def button(code: str) -> Callable[[type[_T]], type[_T]]:
    """Declare a frozen dataclass of int and str fields as button data under a short, stable code."""

    def register(cls: type[_T]) -> type[_T]:
        if code in by_code:
            raise ValueError(f"button code {code!r} is taken by {by_code[code].__name__}")
        by_code[code] = cls
        code_of[cls] = code
        return cls

    return register


def pack(value: Any) -> str:
    """The button as text; raises ValueError when it would not fit or a field holds the separator."""
    parts = [str(getattr(value, each.name)) for each in fields(value)]
    data = _SEPARATOR.join([code_of[type(value)], *parts])
    if len(data.encode()) > LIMIT or any(_SEPARATOR in part for part in parts):
        raise ValueError(f"{type(value).__name__} does not fit into button data")
    return data


def unpack(data: str) -> Any | None:
    """The button that was packed, or None for anything else."""
    code, *parts = data.split(_SEPARATOR)
    cls = by_code.get(code)
    if cls is None or len(parts) != len(fields(cls)):
        return None
    values: list[Any] = []
    for each, part in zip(fields(cls), parts, strict=True):
        if each.type in (str, "str"):
            values.append(part)
        elif part.lstrip("-").isascii() and part.lstrip("-").isdigit() and len(part) <= 19:
            values.append(int(part))
        else:
            return None
    return cls(*values)


def press(value: Any, label: str | None = None, style: str | None = None, **args: object) -> Press:
    """A button with this meaning; its label is named after the class unless another is given."""
    words = tuple((name, str(each)) for name, each in args.items())
    return Press(pack(value), label or snake(type(value).__name__), words, style)
