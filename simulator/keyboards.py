"""Keyboards under messages: what Telegram accepts, and which buttons a person then sees."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from simulator.errors import ApiError, bad_request

Json = dict[str, Any]

BUTTONS_A_KEYBOARD = 100
BUTTONS_A_ROW = 8
STYLES = ("", "default", "primary", "success", "danger")
_INLINE_KINDS = (
    "url",
    "callback_data",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "web_app",
    "copy_text",
)
_URL = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?|tg://\S+|mailto:\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Button:
    """One button with its place in the keyboard."""

    row: int
    column: int
    body: Json

    @property
    def label(self) -> str:
        return str(self.body["text"])


def parse_markup(raw: str | Json | None, *, private: bool) -> Json | None:
    """A keyboard as Telegram stores it, None without one; ApiError in Telegram's words when it is wrong."""
    if raw is None or raw == "":
        return None
    markup = _object(raw)
    if "inline_keyboard" in markup:
        return {"inline_keyboard": _rows(markup["inline_keyboard"], "inline_keyboard", _inline_button)}
    if "keyboard" in markup:
        rows = _rows(markup["keyboard"], "keyboard", lambda button: _reply_button(button, private))
        return markup | {"keyboard": rows}
    return markup


def _object(raw: str | Json) -> Json:
    if isinstance(raw, str):
        try:
            raw = json.loads(raw)
        except ValueError:
            raise bad_request("can't parse reply keyboard markup JSON object") from None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    return raw


def _rows(rows: Any, field: str, check: Any) -> list[list[Json]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        of = " of the InlineKeyboardMarkup" if field == "inline_keyboard" else ""
        raise bad_request(f'field "{field}"{of} must be an Array of Arrays')
    checked = [[check(button) for button in row] for row in rows if row]
    if sum(map(len, checked)) > BUTTONS_A_KEYBOARD or any(len(row) > BUTTONS_A_ROW for row in checked):
        raise bad_request("reply markup is too long")
    return checked


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise _wrong_inline("InlineKeyboardButton must be an Object")
    _check_text(button, _wrong_inline)
    _check_style(button, _wrong_inline)
    kinds = [kind for kind in _INLINE_KINDS if kind in button and button[kind] is not None]
    match kinds[:1]:
        case ["url"]:
            _check_url(button["url"])
        case ["callback_data"]:
            if not 1 <= len(str(button["callback_data"]).encode()) <= 64:
                raise bad_request("BUTTON_DATA_INVALID")
        case ["copy_text"]:
            if not 1 <= len(str(button["copy_text"].get("text", ""))) <= 256:
                raise bad_request("BUTTON_COPY_TEXT_INVALID")
        case []:
            raise _wrong_inline("Text buttons are unallowed in the inline keyboard")
    return button


def _check_url(url: str) -> None:
    if not _URL.fullmatch(url) or re.match(r"(https?://)?localhost\b", url):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _reply_button(button: Any, private: bool) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise _wrong_reply("KeyboardButton must be a String or an Object")
    _check_text(button, _wrong_reply)
    _check_style(button, _wrong_reply)
    if not private and button.get("request_contact"):
        raise bad_request("phone number can be requested in private chats only")
    if not private and button.get("request_location"):
        raise bad_request("location can be requested in private chats only")
    return button


def _check_text(button: Json, wrong: Any) -> None:
    if "text" not in button:
        raise wrong('Can\'t find field "text"')
    if not str(button["text"]).strip():
        raise wrong('Field "text" must be non-empty')


def _check_style(button: Json, wrong: Any) -> None:
    if str(button.get("style") or "").lower() not in STYLES:
        raise wrong("invalid button style specified")


def _wrong_inline(words: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {words}")


def _wrong_reply(words: str) -> ApiError:
    return bad_request(f"can't parse keyboard button: {words}")


def buttons_of(markup: Json | None) -> Iterator[Button]:
    """Every button of a keyboard, inline or under the input line, row by row."""
    rows = (markup or {}).get("inline_keyboard") or (markup or {}).get("keyboard") or []
    for row, buttons in enumerate(rows):
        for column, body in enumerate(buttons):
            yield Button(row, column, body)
