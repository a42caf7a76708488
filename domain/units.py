"""Units: one body under several spellings, and the tree that the bodies of a conference form."""

import re
from collections.abc import Mapping
from typing import TypeVar

from domain.refusal import Refusal
from domain.vietnamese import nfc, search_key, squeeze

Key = TypeVar("Key")

_SHORT = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "ubmttq": "uy ban mat tran to quoc",
    "mttq": "mat tran to quoc",
    "vp": "van phong",
    "ban tdkt": "ban thi dua khen thuong",
    "tdkt": "thi dua khen thuong",
    "gd dt": "giao duc va dao tao",
    "gddt": "giao duc va dao tao",
    "khcn": "khoa hoc va cong nghe",
    "ldtbxh": "lao dong thuong binh va xa hoi",
    "ld tb xh": "lao dong thuong binh va xa hoi",
    "nn ptnt": "nong nghiep va phat trien nong thon",
    "tp": "thanh pho",
    "tx": "thi xa",
    "tt": "thi tran",
    "ca": "cong an",
    "bch qs": "ban chi huy quan su",
    "dh": "dai hoc",
    "thpt": "trung hoc pho thong",
    "thcs": "trung hoc co so",
}
_ABBREVIATION = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _SHORT), key=len, reverse=True))})\b")
_PARENT = re.compile(r"[,(]?\s*\b(?:trực thuộc|thuộc)\s+(?P<parent>[^,()]+)\)?\s*$", re.IGNORECASE)


_TOGETHER = re.compile(r"phối hợp|(?:^|[,;:.]\s*|trách nhiệm\s)cùng(?: với)?\s", re.IGNORECASE)


def unit_key(name: str) -> str:
    """Equal keys mean the same unit: case, diacritics, dashes and the usual abbreviations are forgiven."""
    spelt = squeeze(_ABBREVIATION.sub(lambda found: _SHORT[found[0]], search_key(name)))
    return spelt.replace("nhan dan va uy ban", "nhan dan uy ban")


def helpers_in(text: str, names: Mapping[str, Key]) -> tuple[Key, ...]:
    """Which units the words name behind "phối hợp", or a clause's "cùng"; `names` are by `unit_key`."""
    together = _TOGETHER.search(nfc(text))
    if together is None:
        return ()
    behind = f" {unit_key(nfc(text)[together.start() :])} "
    return tuple(dict.fromkeys(unit for key, unit in names.items() if f" {key} " in behind))


def parent_in(name: str) -> str | None:
    """The body that a unit's own name puts above it ("Phòng Thi đua thuộc Sở Nội vụ"), or None."""
    found = _PARENT.search(nfc(name))
    return None if found is None else squeeze(found["parent"])


_IN_EACH_PLACE = (
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|hdnd ubnd|dang uy|dang bo|ubmttq|mttq|mat tran to quoc"
    r"|(?:uy ban |uy ban mttq|uy ban mat tran to quoc)(?: viet nam)?|cong an|quan su|ban chi huy quan su|tram y te"
    r"|doan thanh nien|doan|hoi \w+(?: \w+){0,3}|phong giao duc(?: va dao tao)?|cum thi dua)"
)
"""Bodies that every district or commune has: "UBND các xã" are as many as there are communes."""
_IN_EACH_HOUSE = (
    r"(?:giao vien(?: chu nhiem)?|lanh dao|thu truong|nguoi dung dau|chu tich|bi thu|hieu truong|giam doc|truong"
    r"|cong doan|ban giam (?:hieu|doc)|can bo|dai dien)"
)
"""People and bodies that every office has: "Thủ trưởng các cơ quan, đơn vị"."""
_OF_MANY = re.compile(
    r"(?:tat ca |toan the |toan bo )?(?:cac|nhung)\s"
    r"|(?:don vi|tinh|xa|huyen|so nganh)?\s?thanh vien$"
    rf"|{_IN_EACH_PLACE} cac (?:tinh|huyen|xa|phuong|quan|thi tran|thi xa|thanh pho|dia phuong)\b"
    rf"|{_IN_EACH_HOUSE} cac (?:tinh|huyen|xa|phuong|quan|thi tran|thi xa|thanh pho|dia phuong|don vi|truong|so|phong"
    r"|ban nganh|co quan|lop|chi bo)\b"
    r"|(?:all|each|every|member)\s"
)
_EACH = re.compile(r"(?:từng|mỗi)\s", re.IGNORECASE)  # their marks tell them from "Tùng" and "Mới"


def is_collective(name: str) -> bool:
    """Whether the name stands for several bodies, each of which owes what they are all given ("các sở, ban, ngành")."""
    return _OF_MANY.match(search_key(name)) is not None or _EACH.match(nfc(name)) is not None


def above(unit: Key, parents: Mapping[Key, Key | None]) -> tuple[Key, ...]:
    """The units above a unit, the nearest first; a loop in the data ends the way."""
    found: list[Key] = []
    parent = parents.get(unit)
    while parent is not None and parent != unit and parent not in found:
        found.append(parent)
        parent = parents.get(parent)
    return tuple(found)


def put_under(unit: Key, parent: Key | None, parents: Mapping[Key, Key | None]) -> None:
    """Refuses what would make the tree a loop."""
    if parent is not None and (parent == unit or unit in above(parent, parents)):
        raise Refusal("unit_loop")


def in_tree_order(parents: Mapping[Key, Key | None]) -> list[tuple[Key, int]]:
    """Every unit with its depth, those below right after those above, otherwise in the order given."""
    children: dict[Key | None, list[Key]] = {}
    for unit, parent in parents.items():
        top = parent is None or parent not in parents or unit in above(parent, parents)
        children.setdefault(None if top else parent, []).append(unit)
    found: list[tuple[Key, int]] = []

    def walk(unit: Key, depth: int) -> None:
        found.append((unit, depth))
        for child in children.get(unit, ()):
            walk(child, depth + 1)

    for unit in children.get(None, ()):
        walk(unit, 0)
    return found
