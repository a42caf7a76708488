"""Pictures for people who look rather than read: digits for a projector, bars for a board. The facts stand in text too.

Fonts are the machine's own: DejaVu, Noto and Liberation know Vietnamese. Where there is none there is no chart.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/Library/Fonts",
    "/System/Library/Fonts/Supplemental",
    "C:/Windows/Fonts",
)
_NAMES = ("DejaVuSans.ttf", "NotoSans-Regular.ttf", "LiberationSans-Regular.ttf", "Arial Unicode.ttf", "arial.ttf")
_WIDTH, _LEFT, _ROW, _TOP = 1000, 380, 44, 110
_INK, _PAPER, _HERE, _LEAVE, _MISSING = "#1A1A1A", "#FFFFFF", "#1B6E3C", "#C9A227", "#D9D9D9"


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of the chart: how many of how many are here, and how many more are away with leave."""

    name: str
    present: int
    with_leave: int
    expected: int


@cache
def font_path() -> str | None:
    """A font of the machine that has Vietnamese letters, or None."""
    for name in _NAMES:
        for folder in _FOLDERS:
            found = next(iter(sorted(Path(folder).rglob(name))), None) if Path(folder).is_dir() else None
            if found is not None:
                return str(found)
    return None


def digits_png(digits: str) -> bytes:
    """The digits as large as a slide."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (1280, 720), _PAPER)
    font: Any = ImageFont.load_default(420)
    drawing = ImageDraw.Draw(picture)
    drawing.text((640, 360), " ".join(digits), fill=_INK, font=font, anchor="mm")
    return _png(picture)


def bars_png(
    title: str, legend: tuple[str, str, str], bars: Sequence[Bar], font: str | None = None, most: int = 0
) -> bytes | None:
    """A bar for each line: here, away with leave, missing (as named in `legend`), with the numbers.

    `font` is a font file; without one the machine's is looked for, and None is given back where it has none.
    `most` is what the longest bar of several pictures stands for.
    """
    font = font or font_path()
    if font is None or not bars:
        return None
    from PIL import Image, ImageDraw, ImageFont

    large, small = ImageFont.truetype(font, 26), ImageFont.truetype(font, 20)
    picture = Image.new("RGB", (_WIDTH, _TOP + _ROW * len(bars) + 20), _PAPER)
    drawing = ImageDraw.Draw(picture)
    drawing.text((20, 14), _cut(title, large, _WIDTH - 40), fill=_INK, font=large)
    at = 20.0
    for colour, words in zip((_HERE, _LEAVE, _MISSING), legend, strict=True):
        drawing.rectangle((at, 64, at + 22, 86), fill=colour, outline=_INK)
        drawing.text((at + 30, 62), words, fill=_INK, font=small)
        at += 60 + drawing.textlength(words, font=small)
    most = max(most, *(each.expected for each in bars), 1)
    for number, bar in enumerate(bars):
        _draw(drawing, small, bar, _TOP + number * _ROW, most)
    return _png(picture)


def _draw(drawing: Any, font: Any, bar: Bar, top: int, most: int) -> None:
    drawing.text((20, top + 8), _cut(bar.name, font, _LEFT - 40), fill=_INK, font=font)
    room = _WIDTH - _LEFT - 110
    at = float(_LEFT)
    for colour, count in (
        (_HERE, bar.present),
        (_LEAVE, bar.with_leave),
        (_MISSING, bar.expected - bar.present - bar.with_leave),
    ):
        width = room * count / most
        if width > 0:
            drawing.rectangle((at, top + 4, at + width, top + _ROW - 10), fill=colour, outline=_INK)
        at += width
    drawing.text((at + 10, top + 8), f"{bar.present}/{bar.expected}", fill=_INK, font=font)


def _cut(text: str, font: Any, room: float) -> str:
    """The text, or as much of its beginning as there is room for."""
    if font.getlength(text) <= room:
        return text
    while text and font.getlength(text + "…") > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _png(picture: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
