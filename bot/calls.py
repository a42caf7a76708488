"""Which calls of the Bot API say one thing: plain text, a captioned file, an album. Pure; nothing is sent here."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.outgoing import Button, Outgoing, Rows, Stored
from domain.views import Attachment

CAPTION_LIMIT = 1024  # Telegram: UTF-16 units after the markup has been read
PHOTO_BYTES = 10 * 1024 * 1024  # Telegram: larger pictures go as documents
ALBUM_SIZE = 10
_TAG = re.compile(r"<[^>]*>")
_UNFIT = re.compile(r'[\x00-\x1f\x7f"\\/]+')
_VISUAL = ("photo", "video")  # these two share an album
_OWN_ALBUM = ("document", "audio")  # these only with their own kind; all others go alone


@dataclass(frozen=True, slots=True)
class Call:
    """A method, its parameters and, by part name, the files that are uploaded with it."""

    method: str
    parameters: dict[str, Any]
    uploads: dict[str, Attachment] = field(default_factory=dict)
    file_count: int = 0


def message_calls(chat: int, out: Outgoing) -> tuple[Call, ...]:
    """The calls that say it, in order. The buttons hang under the text, or under the file that carries the text."""
    common = _common(chat, out)
    if len(out.files) == 1 and (not out.text or shown_length(out.text) <= CAPTION_LIMIT):
        return (_file_call(out.files[0], {**common, **_caption(out.text), **markup(out.rows)}),)
    text: tuple[Call, ...] = ()
    if out.text:
        text = (Call("sendMessage", {**common, **_text(out.text), **markup(out.rows)}),)
    return (*text, *_file_calls(out.files, common))


def edit_call(chat: int, message: int, out: Outgoing) -> Call:
    """Replace a message's text and buttons; no rows take its buttons away."""
    return Call(
        "editMessageText", {"chat_id": chat, "message_id": message, **_text(out.text), **markup(out.rows, always=True)}
    )


def caption_call(chat: int, message: int, out: Outgoing) -> Call:
    """The same for a message whose text is the caption of a file."""
    changed = {"caption": out.text, "parse_mode": "HTML"}
    return Call(
        "editMessageCaption", {"chat_id": chat, "message_id": message, **changed, **markup(out.rows, always=True)}
    )


def picture_call(chat: int, message: int, out: Outgoing) -> Call:
    """Put another picture in the place of a message's, with the words and buttons that go with it."""
    (file,) = out.files
    source = {"media": file.file_id} if isinstance(file, Stored) else {"media": "attach://file0"}
    media = {"type": "photo", **source, **_caption(out.text)}
    uploads = {} if isinstance(file, Stored) else {"file0": _safe(file)}
    shown = {"chat_id": chat, "message_id": message, "media": media, **markup(out.rows, always=True)}
    return Call("editMessageMedia", shown, uploads, file_count=1)


def copy_call(chat: int, from_chat: int, messages: Sequence[int], rows: Rows, silent: bool) -> Call:
    """Repeat messages without naming their author; buttons only where it is a single one (Telegram's rule)."""
    common = {"chat_id": chat, "from_chat_id": from_chat, **({"disable_notification": True} if silent else {})}
    if len(messages) == 1:
        return Call("copyMessage", {**common, "message_id": messages[0], **markup(rows)})
    return Call("copyMessages", {**common, "message_ids": list(messages)})


def markup(rows: Rows, always: bool = False) -> dict[str, Any]:
    """The inline keyboard as a parameter; none at all without rows unless asked for."""
    if not rows and not always:
        return {}
    return {"reply_markup": {"inline_keyboard": [[_button(button) for button in row] for row in rows]}}


def shown_length(markup_text: str) -> int:
    """UTF-16 units of what the person sees of an HTML text, as Telegram counts them."""
    return len(html.unescape(_TAG.sub("", markup_text)).encode("utf-16-le")) // 2


def _button(button: Button) -> dict[str, str]:
    shown = {"text": button.label}
    if button.url is not None:
        shown["url"] = button.url
    else:
        shown["callback_data"] = button.data or ""
    if button.style is not None:
        shown["style"] = button.style
    return shown


def _common(chat: int, out: Outgoing) -> dict[str, Any]:
    common: dict[str, Any] = {"chat_id": chat}
    if out.silent:
        common["disable_notification"] = True
    if out.reply_to is not None:
        common["reply_parameters"] = {"message_id": out.reply_to, "allow_sending_without_reply": True}
    return common


def _text(text: str) -> dict[str, Any]:
    return {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def _caption(text: str) -> dict[str, Any]:
    return {"caption": text, "parse_mode": "HTML"} if text else {}


def _kind(file: Attachment | Stored) -> str:
    if isinstance(file, Stored):
        return file.kind
    small = isinstance(file.content, bytes) and len(file.content) <= PHOTO_BYTES
    return "photo" if file.photo and small else "document"


def _file_call(file: Attachment | Stored, parameters: dict[str, Any]) -> Call:
    kind = _kind(file)
    method = "send" + "".join(part.capitalize() for part in kind.split("_"))
    if isinstance(file, Stored):
        return Call(method, {**parameters, kind: file.file_id}, file_count=1)
    return Call(method, parameters, {kind: _safe(file)}, file_count=1)


def _file_calls(files: Iterable[Attachment | Stored], common: dict[str, Any]) -> Iterator[Call]:
    for group in _albums(files):
        yield _file_call(group[0], common) if len(group) == 1 else _album_call(group, common)


def _albums(files: Iterable[Attachment | Stored]) -> list[list[Attachment | Stored]]:
    """The files in order, cut into what may go together."""
    groups: list[list[Attachment | Stored]] = []
    for file in files:
        if groups and len(groups[-1]) < ALBUM_SIZE and _together(groups[-1][0], file):
            groups[-1].append(file)
        else:
            groups.append([file])
    return groups


def _together(one: Attachment | Stored, other: Attachment | Stored) -> bool:
    first, second = _kind(one), _kind(other)
    return (first in _VISUAL and second in _VISUAL) or (first in _OWN_ALBUM and first == second)


def _album_call(group: Sequence[Attachment | Stored], common: dict[str, Any]) -> Call:
    media: list[dict[str, str]] = []
    uploads: dict[str, Attachment] = {}
    for number, file in enumerate(group):
        if isinstance(file, Stored):
            source = file.file_id
        else:
            part = f"file{number}"
            uploads[part] = _safe(file)
            source = f"attach://{part}"
        media.append({"type": _kind(file), "media": source})
    return Call("sendMediaGroup", {**common, "media": media}, uploads, file_count=len(group))


def _safe(file: Attachment) -> Attachment:
    """The file under a name that cannot break out of its header line or folder."""
    return Attachment(_UNFIT.sub("_", file.name).strip() or "file", file.content, file.photo)
