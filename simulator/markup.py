"""Telegram's HTML: text with tags in, plain text with entities out, or the error that Telegram gives.

The rules and the wording follow Telegram's own parser (core.telegram.org/bots/api#html-style). Offsets in errors
are bytes of UTF-8, offsets in entities are UTF-16 units: both as Telegram counts them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from simulator.errors import bad_request

Json = dict[str, Any]

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([A-Za-z]+));?")
_TIME_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>]+)|(?P<mention>(?<!\w)@\w{4,32})|(?P<hashtag>(?<![\w/])#\w+)"
    r"|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,32}(?:@\w+)?(?!\w))"
)


@dataclass(frozen=True, slots=True)
class FormattedText:
    """Plain text and its entities, as Telegram stores a message."""

    text: str
    entities: tuple[Json, ...] = ()


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int
    part: int


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, the unit of all of Telegram's limits and offsets."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Reader:
    """One pass over one HTML text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.units = 0
        self.parts: list[str] = []
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def read(self) -> FormattedText:
        while self.at < len(self.source):
            character = self.source[self.at]
            if character == "<":
                self._tag()
            elif character == "&":
                self._keep(self._character_reference())
            else:
                self._plain()
        if self.open:
            raise _fault(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return FormattedText("".join(self.parts), tuple(self.entities))

    def _plain(self) -> None:
        end = self.at
        while end < len(self.source) and self.source[end] not in "<&":
            end += 1
        self._keep(self.source[self.at : end])
        self.at = end

    def _keep(self, text: str) -> None:
        self.parts.append(text)
        self.units += utf16_length(text)

    def _character_reference(self) -> str:
        match = _CHARACTER.match(self.source, self.at)
        decoded = _decode(match) if match else None
        if match is None or decoded is None:
            self.at += 1
            return "&"
        self.at = match.end()
        return decoded

    def _byte(self, position: int) -> int:
        return len(self.source[:position].encode())

    def _tag(self) -> None:
        begin = self.at
        if self.source.startswith("</", begin):
            self._end_tag(begin)
        else:
            self._start_tag(begin)

    def _word(self, stop: str) -> str:
        begin = self.at
        while self.at < len(self.source) and not self.source[self.at].isspace() and self.source[self.at] not in stop:
            self.at += 1
        return self.source[begin : self.at]

    def _blanks(self) -> None:
        while self.at < len(self.source) and self.source[self.at].isspace():
            self.at += 1

    def _peek(self) -> str:
        return self.source[self.at : self.at + 1]

    def _start_tag(self, begin: int) -> None:
        self.at += 1
        tag = self._word(">").lower()
        if not self._peek():
            raise _fault(f"Unclosed start tag at byte offset {self._byte(begin)}")
        if tag not in TAGS:
            raise _fault(f'Unsupported start tag "{tag}" at byte offset {self._byte(begin)}')
        attributes = self._attributes(tag, begin)
        self.at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _fault(f'Tag "span" must have class "tg-spoiler" at byte offset {self._byte(begin)}')
        self.open.append(_Open(tag, attributes, self.units, len(self.parts)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self._blanks()
            if not self._peek():
                raise _fault(f"Unclosed start tag at byte offset {self._byte(begin)}")
            if self._peek() == ">":
                return found
            name = self._word("=>")
            if not name:
                where = self._byte(begin)
                raise _fault(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
            self._blanks()
            found[name] = self._value(begin) if self._peek() == "=" else ""

    def _value(self, begin: int) -> str:
        self.at += 1
        self._blanks()
        quote = self._peek()
        if quote not in ("'", '"'):
            return self._name_token()
        end = self.source.find(quote, self.at + 1)
        if end < 0:
            raise _fault(f"Unclosed start tag at byte offset {self._byte(begin)}")
        raw = self.source[self.at + 1 : end]
        self.at = end + 1
        return _CHARACTER.sub(lambda match: _decode(match) or match.group(), raw)

    def _name_token(self) -> str:
        begin = self.at
        token = re.compile(r"[A-Za-z0-9.\-]*").match(self.source, self.at)
        self.at = token.end() if token else self.at
        if self._peek() and not self._peek().isspace() and self._peek() != ">":
            raise _fault(f"Unexpected end of name token at byte offset {self._byte(begin)}")
        return self.source[begin : self.at].lower()

    def _end_tag(self, begin: int) -> None:
        if not self.open:
            raise _fault(f"Unexpected end tag at byte offset {self._byte(begin)}")
        self.at += 2
        tag = self._word(">").lower()
        self._blanks()
        if self._peek() != ">":
            raise _fault(f"Unclosed end tag at byte offset {self._byte(begin)}")
        self.at += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            where = self._byte(begin)
            raise _fault(f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", found "</{tag}>"')
        if self.units > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: Json = {"type": TAGS[opened.tag], "offset": opened.offset, "length": self.units - opened.offset}
        match opened.tag:
            case "a":
                entity |= _link(opened.attributes.get("href") or "".join(self.parts[opened.part :]))
            case "tg-time":
                entity |= _moment(opened.attributes)
            case "tg-emoji":
                entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
            case "blockquote" if "expandable" in opened.attributes:
                entity["type"] = "expandable_blockquote"
            case "pre" if self._swallow_language(entity):
                return
        if entity["type"]:
            self.entities.append(entity)
        if opened.tag == "code":
            self._note_language(opened)

    def _note_language(self, opened: _Open) -> None:
        language = opened.attributes.get("class", "")
        if language.startswith("language-"):
            self.entities[-1]["_language"] = language.removeprefix("language-")

    def _swallow_language(self, entity: Json) -> bool:
        # <pre><code class="language-x">…</code></pre> is one entity, not two.
        inner = self.entities[-1] if self.entities else None
        same = inner is not None and inner["type"] == "code" and inner["length"] == entity["length"]
        if inner is None or not same or "_language" not in inner:
            return False
        inner |= {"type": "pre", "language": inner.pop("_language")}
        return True


def _fault(words: str) -> Exception:
    return bad_request(f"can't parse entities: {words}")


def _decode(match: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return NAMED.get(name)
    code = int(hexadecimal, 16) if hexadecimal is not None else int(decimal)
    return chr(code) if 0 < code < 0x10FFFF else None


def _link(url: str) -> Json:
    if match := re.fullmatch(r"tg://user\?id=(\d+)", url):
        return {"type": "text_mention", "user": {"id": int(match[1]), "is_bot": False, "first_name": ""}}
    if re.match(r"(https?|tg|tonsite)://|mailto:|tel:", url) or re.match(r"[\w.-]+\.[A-Za-z]{2,}(/|$)", url):
        return {"url": url if ":" in url else f"http://{url}/"}
    return {"type": ""}  # Telegram drops a link that is none, and keeps the words


def _moment(attributes: dict[str, str]) -> Json:
    unix = attributes.get("unix", "")
    style = attributes.get("format", "")
    if not unix.isdecimal() or not _TIME_FORMAT.fullmatch(style):
        raise _fault("Invalid date-time entity specified")
    return {"unix_time": int(unix), **({"date_time_format": style} if style else {})}


def parse_html(source: str) -> FormattedText:
    """Read Telegram HTML; refuse what Telegram refuses, with its words and byte offset."""
    return _Reader(source).read()


def tidy(formatted: FormattedText) -> FormattedText:
    """Cut white space at both ends, as Telegram does before it counts, and find links and commands."""
    lead = len(formatted.text) - len(formatted.text.lstrip())
    text = formatted.text.strip()
    shift, total = utf16_length(formatted.text[:lead]), utf16_length(text)
    kept = [moved for entity in formatted.entities if (moved := _within(entity, shift, total))]
    kept += _found(text, kept)
    return FormattedText(text, tuple(sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))))


def _within(entity: Json, shift: int, total: int) -> Json | None:
    begin = max(0, entity["offset"] - shift)
    end = min(total, entity["offset"] + entity["length"] - shift)
    clean = {key: value for key, value in entity.items() if not key.startswith("_")}
    return clean | {"offset": begin, "length": end - begin} if end > begin else None


def _found(text: str, taken: Sequence[Json]) -> list[Json]:
    found: list[Json] = []
    for match in _FOUND.finditer(text):
        offset, length = utf16_length(text[: match.start()]), utf16_length(match.group())
        if not any(_overlaps(entity, offset, length) for entity in taken):
            found.append({"type": match.lastgroup, "offset": offset, "length": length})
    return found


def _overlaps(entity: Json, offset: int, length: int) -> bool:
    closed = entity["type"] in ("code", "pre", "text_link", "text_mention")
    return closed and bool(entity["offset"] < offset + length and offset < entity["offset"] + entity["length"])
