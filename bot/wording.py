"""A stored notice as what goes out: the view it holds, in the reader's language, in pieces that Telegram takes."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from bot.outgoing import Button, Outgoing, Rows, Stored
from domain.broadcasts import KeptFile
from domain.buttons import press
from domain.views import Attachment, Keyboard, OpenLink, keyboard_of
from services.delivering import view_of
from services.views.notices import Received
from storage.codec import from_json
from storage.deliveries import Claimed
from storage.files import FileStore
from templates import render, split

_REMEMBERED = 64


@dataclass(frozen=True, slots=True)
class Copy:
    """Repeat messages of another chat as they are."""

    chat: int
    messages: tuple[int, ...]
    rows: Rows = ()


Said = tuple[Outgoing, ...] | Copy


class UnknownView(Exception):
    """The notice was stored by another version and names a view that is no more."""


class Wording:
    """Notices in words. What many people get alike is rendered once for each language.

    A view with `copy_of` (chat, message ids) goes out as a copy of those messages, its buttons under it. A view with
    a `file` in the file store takes it along; once Telegram has it, it is not uploaded again.
    """

    __slots__ = ("_files", "_known", "_language", "_uploaded")

    def __init__(self, language: str, files: FileStore | None = None) -> None:
        self._language = language
        self._files = files
        self._uploaded: dict[int, str] = {}
        self._known: OrderedDict[tuple[int, str], tuple[Any, Said]] = OrderedDict()

    def of(self, notice: Row[Any], row: Claimed) -> Said:
        """What to send for this row; raises where the notice cannot be put into words."""
        language = row.language or self._language
        if row.data:
            return self._said(notice, {**notice.data, **row.data}, language)
        known = self._known.get((notice.id, language))
        if known is not None and known[0] == notice.data:
            return known[1]
        said = self._said(notice, notice.data, language)
        self._known[notice.id, language] = (notice.data, said)
        self._known.move_to_end((notice.id, language))
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)
        return said

    def uploaded(self, notice: int, file_ids: tuple[str, ...]) -> None:
        """Telegram has the notice's file now, under this id."""
        if file_ids and notice not in self._uploaded:
            self._uploaded[notice] = file_ids[0]
            for key in [key for key in self._known if key[0] == notice]:
                del self._known[key]

    def _said(self, notice: Row[Any], data: dict[str, Any], language: str) -> Said:
        view = view_of(notice.view)
        if view is None:
            raise UnknownView(notice.view)
        it: Any = from_json(data, view)
        keyboard = keyboard_of(it)
        if notice.wants_receipt:
            meant = notice.subject_id if notice.way == "edit" else notice.id
            keyboard = (*keyboard, (press(Received(meant)),))
        rows = rows_of(keyboard, language)
        source = getattr(it, "copy_of", None)
        if source is not None:
            return Copy(source[0], tuple(source[1]), rows)
        kept = getattr(it, "file", None)
        files = (self._file(notice.id, kept),) if isinstance(kept, KeptFile) else ()
        return outgoing(render.text(it, language), rows, files)

    def _file(self, notice: int, kept: KeptFile) -> Attachment | Stored:
        known = self._uploaded.get(notice)
        if known is not None:
            return Stored(known, "photo" if kept.photo else "document")
        if self._files is None:
            raise LookupError("no file store")
        return Attachment(kept.name, self._files.get(kept.path), kept.photo)


def outgoing(text: str, rows: Rows, files: tuple[Attachment | Stored, ...] = ()) -> tuple[Outgoing, ...]:
    """A text in as many messages as it needs, the buttons under the last, the files with it."""
    *before, last = split.split(text)
    return (*(Outgoing(text=piece) for piece in before), Outgoing(text=last, rows=rows, files=files))


def rows_of(keyboard: Keyboard, language: str) -> Rows:
    """The buttons with their labels."""
    return tuple(tuple(_button(each, language) for each in row) for row in keyboard)


def _button(each: Any, language: str) -> Button:
    label = render.label(each, language)
    if isinstance(each, OpenLink):
        return Button(label, url=each.url)
    return Button(label, data=each.data, style=each.style)
