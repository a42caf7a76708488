"""The outcome of a vote as a picture: a bar for each option, with its number. The same facts stand in the text."""

import io
from collections.abc import Sequence

from documents.charts import font_path

_WIDTH, _LEFT, _ROW, _TOP = 1000, 360, 56, 90
_INK, _PAPER, _BAR = "#1A1A1A", "#FFFFFF", "#1F5FA8"
_LONGEST = 34


def votes_png(question: str, options: Sequence[tuple[str, int, int]], font: str | None = None) -> bytes | None:
    """Bars for (option, votes, percent); None where the machine has no font with Vietnamese letters."""
    font = font or font_path()
    if font is None or not options:
        return None
    from PIL import Image, ImageDraw, ImageFont

    large, small = ImageFont.truetype(font, 26), ImageFont.truetype(font, 20)
    picture = Image.new("RGB", (_WIDTH, _TOP + _ROW * len(options) + 20), _PAPER)
    drawing = ImageDraw.Draw(picture)
    drawing.text((20, 24), _cut(question, 66), fill=_INK, font=large)
    most = max(votes for _, votes, _ in options) or 1
    for at, (option, votes, percent) in enumerate(options):
        top = _TOP + at * _ROW
        drawing.text((20, top + 8), _cut(option, _LONGEST), fill=_INK, font=small)
        width = (_WIDTH - _LEFT - 170) * votes / most
        if width:
            drawing.rectangle((_LEFT, top + 4, _LEFT + width, top + _ROW - 14), fill=_BAR, outline=_INK)
        drawing.text((_LEFT + width + 12, top + 8), f"{votes} ({percent}%)", fill=_INK, font=small)
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
