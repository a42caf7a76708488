"""Columns of what is held side by side: sub-committees, classes, groups, each under its name, room and chair.

"Tiểu ban 1 (Phòng A2.301)" over "Chủ trì: TS. An" over "Thư ký: ThS. Bình", in one cell or in rows of their own.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from documents.plan.halls import is_hall
from documents.plan.table_rows import NAMED_GROUP, TableRow
from documents.plan.words import clean
from domain.dates import find_clocks
from domain.plan import PlanSession

TRACK = "track:"
"""How the role of such a column begins; all that its head says follows."""
_COLUMN = ("room:", "part:")

_BODY = r"tiểu ban|phân ban|phiên(?: song song)?|track|panel|session"
_CALLED = re.compile(
    rf"(?:(?P<body>{_BODY})|lớp|nhóm|tổ|khối|cụm|group|class)\s+(?:số\s+|chuyên đề\s+)?"
    r"(?:\d{1,2}\b(?![./]\d)|(?-i:[A-H]\b|[IVX]{1,4}\b))(?P<topic>.*)",
    re.IGNORECASE,
)
"""One of several by its number: "Phân ban A: Nghề truyền thống"."""
_LED = (
    r"(?:đồng )?(?:chủ t(?:ọa|oạ)|chủ trì|điều phối|điều hành|phụ trách|giảng viên|hướng dẫn|(?:co-?)?chairs?"
    r"|moderators?)"
)
_OFFICE = rf"(?:{_LED}|thư ký|ủy viên|secretar(?:y|ies)|rapporteurs?)"
_CHAIR = re.compile(rf"{_LED}\s*:\s*(?P<who>.+)", re.IGNORECASE)
_ABOUT = re.compile(r"(?:chủ đề|nội dung|topic|theme)\s*:\s*(?P<topic>.+)", re.IGNORECASE)
_SIDE = re.compile(rf"{_OFFICE}|địa điểm|phòng(?: họp| học)?|chủ đề|venue|room|chair", re.IGNORECASE)
"""The label of a row that goes on with the heads: "Chủ trì | TS. An | TS. Bình"."""
_PLACED = re.compile(r"(?:địa điểm|phòng(?: họp| học)?|venue|room)\s*:\s*(?P<room>.+)", re.IGNORECASE)
_NUMBERED_ROOM = re.compile(r"(?:p\.|phòng) ?[A-Z]{0,2}\d[\d.-]*", re.IGNORECASE)
_RULE = re.compile(r"[-–—=_ ]*")
_HALL = r"(?:phòng|p\.|hội trường|giảng đường|room|hall)\s?(?:[A-Z]?[\d.-]+|\S+)"
_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_PARTED = re.compile(
    rf"\n+|\s*;\s+|[\s,.]*\s(?:[–-]\s+)?(?={_OFFICE}\s*:)|(?:,|\s[–-])\s+(?={_HALL}|{_BODY})|\s+(?={_HALL}$)",
    re.IGNORECASE,
)


def with_tracks(rows: list[TableRow]) -> Iterator[TableRow]:
    """The rows with all that stands over each column in its role, where columns are held side by side.

    What the heads tell of each stands in a row of its own.
    """
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    at = 0
    while at < len(rows):
        row = rows[at]
        if row.roles == ("head",) and (begins := _first_item(rows, at)):
            told = _tracked(rows[at:begins], rows[begins].roles)
            known = {rows[begins].roles: told.roles} if told is not None else {}
            if told is not None:
                yield replace(told, roles=("",) * len(told.cells))
                at = begins
                continue
            yield row
            yield from map(_no_item, rows[at + 1 : begins])
            at = begins
            continue
        yield replace(row, roles=known[row.roles]) if row.roles in known else row
        at += 1


def _no_item(row: TableRow) -> TableRow:
    """What goes on with the heads of columns, "Nội khoa | Ngoại khoa" under two halls, as a statement."""
    return replace(row, roles=("",) * len(row.cells)) if len(row.cells) > 1 else row


def _first_item(rows: list[TableRow], at: int) -> int:
    """Where the first row with an hour stands behind a head; 0 where no columns are held side by side."""
    for number in range(at + 1, len(rows)):
        row = rows[number]
        if row.roles == ("head",):
            continue
        if "time" not in row.roles or sum(role.startswith(_COLUMN) for role in row.roles) < _FEWEST:
            return 0
        label = row.cells[row.roles.index("time")]
        if find_clocks(label):
            return number
        if not (_RULE.fullmatch(label) or _SIDE.match(label)):
            return 0
    return 0


_FEWEST = 2


def _tracked(head: list[TableRow], roles: tuple[str, ...]) -> TableRow | None:
    """What the heads tell of each column, under the roles with all of it; None where one of them is no such part."""
    said = {number: [role[5:]] for number, role in enumerate(roles) if role.startswith(_COLUMN)}
    for row in (row for row in head if row.roles == roles):
        label = row.cells[roles.index("time")].strip(" :-–")
        for number, pieces in said.items():
            cell = row.cells[number].strip(" -–")
            pieces.extend([f"{label}: {cell}" if label else cell] if cell else [])
    whole = {number: "\n".join(pieces) for number, pieces in said.items()}
    tracks = [track for text in whole.values() if (track := track_of(text)) is not None]
    if len(tracks) < len(whole):
        return None
    told = tuple("; ".join(piece for piece in _pieces(text) if not _CALLED.match(piece)) for text in whole.values())
    titles = tuple(track.title for track in tracks)
    tracked = tuple(TRACK + whole[number] if number in whole else role for number, role in enumerate(roles))
    return TableRow(told, tracked, head[0].first, head[-1].last, titles)


@lru_cache(maxsize=256)
def track_of(head: str) -> PlanSession | None:
    """The part that a column is held by, with its room and chair; None where its head is a hall or a bare group."""
    pieces = _pieces(head)
    called = next((found for piece in pieces if (found := _CALLED.match(piece))), None)
    if called is None:
        return _by_name(pieces)
    rooms = (found["room"] if (found := _PLACED.match(piece)) else piece for piece in pieces if _names_room(piece))
    room, _, beside = next(rooms, "").partition(": ")  # "Phòng 301: Giống ong"
    chair = next((found["who"] for piece in pieces if (found := _CHAIR.match(piece))), None)
    told = (found["topic"] if (found := _ABOUT.match(piece)) else piece for piece in pieces if _is_topic(piece))
    topic = "" if called["topic"].strip() else beside or next(told, "")
    if not (called["body"] or called["topic"].strip() or room or chair or topic):
        return None
    title = clean(f"{called[0]}: {topic}" if topic else called[0])
    return PlanSession(title=title, room=clean(room) or None, responsible=clean(chair) if chair else None)


def _by_name(pieces: list[str]) -> PlanSession | None:
    """One of several groups that are called by names, with its room: "Lớp Sáo (Phòng 12)"."""
    if not (pieces and NAMED_GROUP.fullmatch(pieces[0])):
        return None
    room = next(filter(_names_room, pieces[1:]), None)
    return PlanSession(title=clean(pieces[0]), room=room) if room else None


def _is_topic(piece: str) -> bool:
    """Whether a piece is what the part is about: labelled so, or nothing else."""
    return _ABOUT.match(piece) is not None or not (_CALLED.match(piece) or _names_room(piece) or _SIDE.match(piece))


def _names_room(piece: str) -> bool:
    return is_hall(piece) or _PLACED.match(piece) is not None or _NUMBERED_ROOM.match(piece) is not None


def _pieces(head: str) -> list[str]:
    """What a head tells, piece by piece: the name, the room, who is in the chair."""
    opened = _BRACKETS.sub(lambda found: f"\n{found[1]}\n" if _tells(found[1]) else found[0], head)
    return [piece.strip(_SIGNS) for piece in _PARTED.split(opened) if piece.strip(_SIGNS)]


_SIGNS = " ,.:;–-"


def _tells(inside: str) -> bool:
    """Whether what stands in brackets is a room or an office, and no part of the name."""
    return any(_names_room(piece.strip()) or _CHAIR.match(piece.strip()) for piece in _PARTED.split(inside))
