"""QR codes of many people as one archive: a folder for each unit, with pictures and a page to print."""

import html
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

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
_A_PAGE = 1000
"""Codes on one page of the browser; more make it slow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One person's code. `number` is their place in the whole list."""

    number: int
    name: str
    post: str | None
    unit: str | None
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What stands in the archive: the conference, a hint under each code, names of the page and of no unit."""

    title: str
    hint: str
    page: str
    no_unit: str


@dataclass(slots=True)
class QrArchive:
    """A zip that grows card by card, in the order of units.

    `<unit>/<number>-<name>.png` is the picture of each, `<unit>/<page>` prints a unit's, and `<n>-<page>` all,
    twelve a sheet.
    """

    wording: Wording
    _out: io.BytesIO = field(default_factory=io.BytesIO)
    _pictures: list[tuple[str, str, Card]] = field(default_factory=list)
    _folders: dict[str, str] = field(default_factory=dict)

    def add(self, cards: Sequence[Card]) -> None:
        """Draw these codes. Two milliseconds each."""
        with zipfile.ZipFile(self._out, "a", zipfile.ZIP_STORED) as archive:
            for each in cards:
                folder, name = self._folder(each.unit), f"{each.number:05d}-{_ascii(each.name)}.png"
                archive.writestr(f"{folder}/{name}", qr_png(each.link, scale=5, quick=True))
                self._pictures.append((folder, name, each))

    def done(self) -> bytes:
        """The archive with its pages."""
        pages = [(f"{at // _A_PAGE + 1:02d}-", at) for at in range(0, len(self._pictures), _A_PAGE)]
        with zipfile.ZipFile(self._out, "a", zipfile.ZIP_DEFLATED) as archive:
            for number, at in pages:
                some = self._pictures[at : at + _A_PAGE]
                archive.writestr(number + self.wording.page, self._page((f"{a}/{b}", c) for a, b, c in some))
            by_folder: dict[str, list[tuple[str, Card]]] = {}
            for folder, name, card in self._pictures:
                by_folder.setdefault(folder, []).append((name, card))
            for folder, own in by_folder.items():
                archive.writestr(f"{folder}/{self.wording.page}", self._page(own))
        return self._out.getvalue()

    def _folder(self, unit: str | None) -> str:
        """A folder of the unit's own, also where two units are written alike without diacritics."""
        key = unit or self.wording.no_unit
        if key not in self._folders:
            plain = _ascii(key)
            twice = sum(each == plain or each.startswith(f"{plain}~") for each in self._folders.values())
            self._folders[key] = f"{plain}~{twice + 1}" if twice else plain
        return self._folders[key]

    def _page(self, cards: Iterable[tuple[str, Card]]) -> bytes:
        body = "\n".join(_card(card, picture, self.wording.hint) for picture, card in cards)
        head = f'<meta charset="utf-8"><title>{html.escape(self.wording.title)}</title><style>{_STYLE}</style>'
        whole = f'<!DOCTYPE html><html><head>{head}</head><body><div class="sheet">\n{body}\n</div></body></html>'
        return whole.encode()


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
