"""How high a post ranks, so that a substitute who ranks lower than asked for is noticed.

Deputies rank with whom they stand for: a deputy comes for a head every day. What counts is whether somebody leads the
body, an office in it, a part of it, or is a member of its staff.
"""

import re
from enum import IntEnum

from domain.vietnamese import fold


class Rank(IntEnum):
    """A member of staff; who leads a part of a body, its office, the body; their deputies alike."""

    STAFF = 0
    PART = 1
    OFFICE = 2
    BODY = 3


OFFICES: tuple[tuple[Rank, tuple[str, ...]], ...] = (
    (
        Rank.BODY,
        (
            "bi thu|bt|pbt|tong bi thu|chu tich|ct|pct|thu tuong|bo truong|thu truong|tong cuc truong|tong cuc pho",
            "giam doc|gd|pgd|tong giam doc|tgd|ptgd|cuc truong|cuc pho|chi cuc truong|chi cuc pho|vu truong|vu pho",
            "vien truong|vien pho|hieu truong|hieu pho|ht|pht|chanh an|chanh thanh tra|truong ban|pho ban|tong thu ky",
            "chu nhiem|chi huy truong|chi huy pho|tong bien tap|truong doan|pho doan|thu truong|tu lenh|chinh uy",
            "chairman|chairwoman|chair|president|minister|secretary general|director|rector|principal|mayor",
        ),
    ),
    (Rank.OFFICE, ("chanh van phong|chanh vp|cvp|pcvp|chief of office",)),
    (
        Rank.PART,
        (
            "truong phong|pho phong|tp|ptp|truong khoa|pho khoa|truong bo mon|pho bo mon|to truong|to pho|truong to",
            "doi truong|doi pho|truong doi|truong bo phan|pho bo phan|tram truong|tram pho|truong tram|truong nhom",
            "truong cong an|pho cong an|truong trung tam|truong thon|truong xom|ke toan truong",
            "head|team leader|chief accountant",
        ),
    ),
    (
        Rank.STAFF,
        (
            "chuyen vien chinh|chuyen vien cao cap|chuyen vien|cvc|cvcc|cv|nhan vien|nv|can bo|cong chuc|vien chuc",
            "van thu|thu ky|tro ly|giup viec|lai xe|ke toan|thu quy|bao ve|phong vien|giao vien|gv|bac si",
            "officer|specialist|clerk|assistant|secretary|driver|accountant",
        ),
    ),
)
"""Posts in Vietnamese offices with the abbreviations that lists use, folded, by rank; deputies by the word before."""

_RANK_OF = {title: rank for rank, lines in OFFICES for line in lines for title in line.split("|")}
_TITLES = "|".join(sorted(map(re.escape, _RANK_OF), key=len, reverse=True))
_BEFORE = (
    r"(?:(?:dong chi|dc|ong|ba|quyen|q|nguyen|phu trach|acting|uy vien|uv|thuong truc|deputy|vice|pho|p|the|"
    r"a)\s+)*"
)
_AT_HEAD = re.compile(rf"{_BEFORE}({_TITLES})\b")
_ANYWHERE = re.compile(rf"\b({'|'.join(re.escape(each) for each in _RANK_OF if len(each) > 4)})\b")
_PIECES = re.compile(r"[,;/+()]|\s[-–—]\s|\bkiem\b|\band\b")

_ASKS_LEADER = re.compile(r"\b(?:lanh dao|thu truong don vi|nguoi dung dau|leaders?|heads?)\b")
_ASKS_PART = re.compile(r"\blanh dao\s+(?:cac\s+)?(?:phong|khoa|to|doi|bo phan)\b")
_ASKS_OFFICE = re.compile(r"\blanh dao\s+(?:cac\s+)?(?:van phong|vp)\b")


def rank_of(post: str | None) -> Rank:
    """How high a post is, the highest of several; none given, and what is not known, counts as staff."""
    pieces = [re.sub(r"[.\s]+", " ", each).strip() for each in _PIECES.split(fold(post or "").replace("d/c", "dc"))]
    heads = [_RANK_OF[found[1]] for each in pieces if (found := _AT_HEAD.match(each))]
    if not heads:  # the body may stand before the post ("UBND xã: Chủ tịch")
        heads = [_RANK_OF[found] for each in pieces for found in _ANYWHERE.findall(each)]
    return max(heads, default=Rank.STAFF)


def asked_for(group: str | None) -> Rank:
    """What a line of *Thành phần tham dự* asks for ("Lãnh đạo sở": somebody who leads it)."""
    folded = fold(group or "")
    if _ASKS_PART.search(folded):
        return Rank.PART
    if _ASKS_OFFICE.search(folded):
        return Rank.OFFICE
    return Rank.BODY if _ASKS_LEADER.search(folded) else Rank.STAFF


def ranks_lower(post: str | None, group: str | None, original: str | None = None) -> bool:
    """Whether somebody with this post ranks lower than the line asks for, or than the person invited."""
    return rank_of(post) < max(asked_for(group), rank_of(original))
