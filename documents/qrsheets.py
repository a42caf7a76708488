"""QR codes of many people as one archive: a picture each, and a page to print that names whose each is."""

import html
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from documents.qr import qr_png
from domain.vietnamese import fold

_STYLE = """
@page { size: A4; margin: 10mm }
body { font-family: "Times New Roman", serif; margin: 0 }
.sheet { display: grid; grid-template-columns: repeat(3, 1fr); gap: 4mm }
.card { border: 0.3mm dashed #888; padding: 3mm; text-align: center; height: 61mm;
  break-inside: avoid; overflow: hidden }
.card img { width: 36mm; height: 36mm }
.name { font-weight: bold }
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One person's code. `number` is their place in the whole list."""

    number: int
    name: str
    post: str | None
    unit: str | None
    link: str


def qr_archive(title: str, hint: str, page: str, cards: Sequence[Card]) -> bytes:
    """A zip with `qr/<number>-<name>.png` for each card and an HTML page (named `page`) of all, twelve a sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        names = [f"qr/{each.number:05d}-{_ascii(each.name)}.png" for each in cards]
        for each, name in zip(cards, names, strict=True):
            archive.writestr(name, qr_png(each.link, scale=5, quick=True))
        body = "\n".join(_card(each, name, hint) for each, name in zip(cards, names, strict=True))
        head = f'<meta charset="utf-8"><title>{html.escape(title)}</title><style>{_STYLE}</style>'
        whole = f'<!DOCTYPE html><html><head>{head}</head><body><div class="sheet">\n{body}\n</div></body></html>'
        archive.writestr(page, whole.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _card(card: Card, picture: str, hint: str) -> str:
    about = "".join(f"<div>{html.escape(each)}</div>" for each in (card.post, card.unit) if each)
    name = html.escape(card.name)
    return (
        f'<div class="card"><img src="{picture}" alt="QR {name}"><div class="name">{card.number}. {name}</div>'
        f"{about}<div><i>{html.escape(hint)}</i></div></div>"
    )


def _ascii(name: str) -> str:
    """A name as it can stand in a file name anywhere."""
    words = "".join(each if each.isalnum() and each.isascii() else " " for each in fold(name)).split()
    return "-".join(words)[:60] or "-"
