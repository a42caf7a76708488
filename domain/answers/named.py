"""The item or moment that a question calls by its name, where the same words may also be what the whole is called."""

import re
from itertools import takewhile
from typing import cast

from domain.amending import amended_event
from domain.answers.asked import Asked
from domain.answers.headings import headed
from domain.answers.index import Index
from domain.answers.preparing import prepared
from domain.answers.texts import letters_of, meanings, read
from domain.conference import Moment, Session, event_name

Part = Session | Moment
Name = tuple[str, ...]

_LONGEST = 6
"""Words of a name that people speak out."""


def called(asked: Asked) -> Part | None:
    """The one part of the conference whose whole name the question says, and nothing besides but the conference's."""
    words = tuple(token.word for token in asked.u.tokens)
    names = _names(asked.index)
    for length in range(min(_LONGEST, len(words)), 1, -1):
        found = {words[at : at + length] for at in range(len(words) - length + 1)} & names.keys()
        if found:
            name = next(iter(found))
            parts = names[name]
            if _says_the_whole(asked, name):
                return None
            return parts[0] if len(found) == 1 and len(parts) == 1 and _says_it_alone(asked, name, parts[0]) else None
    return _begun(asked) or numbered(asked)


def _begun(asked: Asked) -> Moment | None:
    """ "Hội nghị khoa học" of "Hội nghị khoa học kỹ thuật": the one moment of several whose name is begun so."""
    words = tuple(asked.u.key.split())
    timed = [moment for moment in asked.index.programme.moments if moment.start is not None and moment.what]
    names = [tuple(letters_of(moment.what).split()) for moment in timed]
    begun = sorted(((_begins(words, name), at) for at, name in enumerate(names)), reverse=True)
    if len(begun) < _SEVERAL or begun[0][0] < _ENOUGH or begun[0][0] == begun[1][0]:
        return None
    meant = begun[0][1]
    return timed[meant] if _nothing_else(asked, names[meant]) else None


def _begins(words: Name, name: Name) -> int:
    """How many words of a name, from its first on, stand together in the question."""
    rows = range(min(len(name), len(words)), 0, -1)
    return next((n for n in rows if name[:n] in {words[at : at + n] for at in range(len(words) - n + 1)}), 0)


_SEVERAL = 2
_ENOUGH = 3


def is_whole(asked: Asked, title: str | None = None) -> bool:
    """Whether the words asked about stand one behind the other in the conference's name, or in the title given."""
    places = [unit.at for unit in asked.u.content]
    if len(places) < _FEWEST:
        return False
    said = " ".join(token.word for token in asked.u.tokens[min(places) : max(places) + 1])
    return f" {said} " in f" {' '.join(_words(title or asked.conference.title))} "


def leads_to(asked: Asked, title: str) -> bool:
    """ "Bầu đoàn đại biểu dự Đại hội Thành đoàn" tells nothing of that congress itself."""
    goal = _ON_THE_WAY.search(letters_of(title))
    wanted = goal[1].split() if goal is not None else []
    words = [token.word for token in asked.u.tokens]
    said = words[words.index(wanted[0]) :] if wanted and wanted[0] in words else []
    return [*takewhile(lambda pair: pair[0] == pair[1], zip(said, wanted, strict=False))][_FEWEST:] != []


_ON_THE_WAY = re.compile(r"\w (?:du|tham du|tien toi|huong toi|chao mung|phuc vu|chuan bi) (.+)")

_FEWEST = 2
"""Words that name a thing by more than its kind."""


def all_called(asked: Asked) -> list[Session]:
    """All items whose whole name the question says, and nothing besides: "Tổ 1" of one day and of the next."""
    words = tuple(token.word for token in asked.u.tokens)
    names = _names(asked.index)
    for length in range(min(_LONGEST, len(words)), 1, -1):
        found = {words[at : at + length] for at in range(len(words) - length + 1)} & names.keys()
        if found:
            name = next(iter(found))
            fits = len(found) == 1 and _nothing_else(asked, name)
            return [part for part in names[name] if isinstance(part, Session)] if fits else []
    return []


AGAIN = re.compile(r"\s*[(,–-]\s*(?:tiếp(?: theo| tục)?|cont(?:inued|\.)?)\s*\)?$", re.IGNORECASE)


def of_a_part(asked: Asked) -> Moment | None:
    """ "Hội nghị cấp khoa": the meeting that the parts of a body hold, where the paper gives it a time of its own."""
    level, done = _LEVEL.search(asked.u.key), _MEETS.search(asked.u.key)
    name = level[0] if level else f"cap {done[1]}" if done else ""
    held = [m for m in asked.index.programme.moments if name and m.start and f" {name}" in letters_of(m.what)]
    return held[0] if len(held) == 1 else None


_PARTS = r"(?:to|khoa|phong|co so|bo phan|chi bo|chi doan|chi hoi|xuong|don vi|lop|thon)"
_LEVEL = re.compile(rf"\bcap {_PARTS}\b")
_MEETS = re.compile(rf"\b({_PARTS})(?: {_PARTS})?(?: phai)? hop xong\b")
""" "Các khoa họp xong trước ngày nào": the parts themselves meet."""


def numbered(asked: Asked) -> Moment | None:
    """ "Lớp 11": the one moment of the paper that bears the number named, though the whole is called so too."""
    wanted = {unit.code for unit in asked.specific()}
    if not any(code.isdigit() for code in wanted):
        return None
    found = [m for m in asked.index.programme.moments if m.start is not None and wanted <= meanings(m.what)]
    return found[0] if len(found) == 1 else None


def _says_the_whole(asked: Asked, name: Name) -> bool:
    """Whether the name of an item is said as part of that of the whole: "Hội nghị đối thoại" beside "Đối thoại"."""
    whole = _words(event_name(amended_event(asked.conference.title)))
    said = tuple(token.word for token in asked.u.tokens)
    at = next((n for n in range(1, len(whole)) if whole[n : n + len(name)] == name), None)
    if at is None:
        return False
    whole = whole[: at + len(name)]
    return any(said[n : n + len(whole)] == whole for n in range(len(said)))


def _says_it_alone(asked: Asked, name: Name, part: Part) -> bool:
    """Whether a part is named and nothing besides, but that it opens where it has items of its own."""
    opens = any(unit.code == "@opening" for unit in asked.specific())
    grouped = isinstance(part, Session) and part.id in asked.index.children
    return _nothing_else(asked, (*name, "@opening") if opens and grouped else name)


def _nothing_else(asked: Asked, name: Name) -> bool:
    return all(
        unit.code in name or unit.code in asked.index.own_units or asked.word_of(unit) in name
        for unit in asked.specific()
    )


def names_of_items(index: Index) -> dict[Name, list[Session]]:
    """The items of the agenda by their names."""
    items = {name: [p for p in parts if isinstance(p, Session)] for name, parts in _names(index).items()}
    return {name: found for name, found in items.items() if found}


@prepared
def _names(index: Index) -> dict[Name, list[Part]]:
    """The parts of the conference by the words of their names, read once."""
    if "names" not in index.cache:
        index.cache["names"] = _read_names(index)
    return cast(dict[Name, list[Part]], index.cache["names"])


def _read_names(index: Index) -> dict[Name, list[Part]]:
    """What the whole is called names no item of it; a moment without a time tells nothing."""
    names: dict[Name, list[Part]] = {}
    whole = _words(event_name(amended_event(index.programme.conference.title)))
    timed = [moment for moment in (*index.programme.moments, *headed(index)) if moment.start is not None]
    parts: tuple[Part, ...] = (*index.programme.sessions, *timed)
    for part in parts:
        called = [_SHORT.split(title_of(part), maxsplit=1)[0], *_ALSO.findall(title_of(part))]
        if (kind := _OF_KIND.match(title_of(part))) is not None:
            called.append(f"{kind['noun']} {kind['kind']}")
        if isinstance(part, Moment) and " và " in called[0]:
            called.append(called[0].partition(" và ")[0])  # "Lễ công bố" of "Lễ công bố và khai mạc"
        for name in map(_words, called):
            own = whole[: len(name)] == name and isinstance(part, Session) and part.id not in index.children
            if 1 < len(name) <= _LONGEST and not own:
                _take(names.setdefault(name, []), part)
    return names


def title_of(part: Part) -> str:
    """What a part is called in the paper."""
    return part.title if isinstance(part, Session) else part.what


def _take(parts: list[Part], part: Part) -> None:
    """An item with an hour tells more than the line of the paper that it was read from."""
    if isinstance(part, Moment) and any(isinstance(each, Session) and each.start is not None for each in parts):
        return
    if isinstance(part, Moment):
        parts[:] = [each for each in parts if isinstance(each, Moment)]
    parts.append(part)


def _words(text: str) -> Name:
    return tuple(token.word for token in read(text)[0])


_ALSO = re.compile(r"\(((?:phiên|buổi|lễ|phần)\s[^()]+)\)", re.IGNORECASE)
"""What an item is called besides: "Phiên thứ hai (phiên trọng thể)"."""

_OF_KIND = re.compile(r"(?P<noun>phiên|buổi|phần|ngày)\b[^():;,]{1,30}\((?P<kind>\w+(?: \w+){0,2})\)", re.IGNORECASE)
"""Of what kind a part is: "Phiên thứ nhất (trù bị)" is the "phiên trù bị"."""

_SHORT = re.compile(r"\s*[\"“”:(;,]|\s+[–-]\s+")
"""Where the name of an item ends: "Tọa đàm “Phụ nữ thời đại số”"."""
