"""Rooms named over the items held in them: "Phòng Hoa Ban: Chăm sóc hồi sức" above lines that begin with a time."""

import re
from itertools import pairwise

from documents.plan.agenda_items import clock_first, read_clause
from documents.plan.grounds import GROUNDS
from documents.plan.halls import OFFICE, is_hall
from documents.plan.outline import Node, is_clock_alone
from documents.plan.words import clean
from domain.dates import find_clocks

ROOM_AND_TOPIC = re.compile(
    r"(?P<room>(?:phòng|hội trường|giảng đường|room|hall)\s+[^:;(),.\d][^:;(),.]{0,40}?)\s*:\s*(?P<topic>\S.*)",
    re.IGNORECASE,
)
_HALL = (
    rf"(?:phòng(?!\s{OFFICE})|hội trường|giảng đường|sảnh|nhà|trung tâm|sân|cung|quảng trường|công viên"
    rf"|khách sạn|room|hall|{GROUNDS})"
    r"\s(?:[^:;().]|\.(?!\s)){1,60}"
)
_DAY_ENDS = (
    r"(?:(?<=[\d)])|(?<=nhật)|(?<=bảy)|(?<=sáu)|(?<=năm)|(?<=tư)|(?<=hai)|(?<= ba)|(?<=sáng)|(?<=chiều)|(?<=tối))"
)
_BEHIND = re.compile(
    rf"(?:\s[-–—]\s*|[\s,](?:tại|ở|at)\s+|{_DAY_ENDS},\s+)(?P<room>{_HALL}?)\s*(?:\([^()]*\))?$"
    rf"|\((?:[^()]*[,;]\s*)?(?:tại\s+|ở\s+|at\s+)?(?P<inside>{_HALL})\)",
    re.IGNORECASE,
)


_CHAIR = re.compile(r"[,;]\s+(?:chủ trì|chủ t(?:ọa|oạ)|điều hành|điều phối|chair)\s*(?::.*)?$", re.IGNORECASE)


def over_rooms(children: list[Node]) -> frozenset[int]:
    """The lines, by `id`, that only name the room of the items under them.

    A hall alone on its line is one only beside others that name what is held there; else it is the last cell of a row.
    """
    above = [one for one, following in pairwise(children) if _leads(one, following)]
    beside = [one for one, following in pairwise(children) if _plain(one) and _has_hours(following)]
    named = [node for node in beside if ROOM_AND_TOPIC.fullmatch(node.text.strip())]
    told = [node for node in above if ROOM_AND_TOPIC.fullmatch(node.text.strip())]
    told += named if len(named) > 1 else []
    bare = [node for node in above if told and is_hall(node.text.strip())]
    return frozenset(map(id, (*told, *bare)))


def _leads(node: Node, following: Node) -> bool:
    return _plain(node) and is_clock_alone(following.text)


def _plain(node: Node) -> bool:
    return node.kind in ("text", "caps", "dash") and not node.children and not clock_first(node.text)


def _has_hours(node: Node) -> bool:
    return clock_first(node.text) is not None or (node.kind == "row" and bool(find_clocks(node.text)))


def room_behind(text: str) -> str | None:
    """The room behind a day or a part: "NGÀY 17/10/2024 (THỨ NĂM) - Hội trường Sông Lam", "Buổi sáng (Phòng 2)"."""
    found = _BEHIND.search(_CHAIR.sub("", text).strip(" :."))
    return clean(found["room"] or found["inside"]) if found else None


def in_rooms(node: Node) -> bool:
    """Whether the lines under a timed one are held side by side: each has a room of its own."""
    items = [item for child in node.children for item in read_clause(child.text, None)]
    rooms = {item.room for item in items if item.room and not item.start}
    return len(items) > 1 and len(rooms) == len(items)
