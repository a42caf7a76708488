"""Whether a post is that of a leader, so that a substitute who ranks lower than asked for is noticed."""

import re
from enum import IntEnum

from domain.vietnamese import fold


class Rank(IntEnum):
    """A member of staff, who leads a part of a body, who leads the body."""

    STAFF = 0
    PART = 1
    BODY = 2


_BODY = re.compile(
    r"\b(?:bi thu|chu tich|giam doc|cuc truong|vu truong|bo truong|thu truong|hieu truong|vien truong|chanh an"
    r"|chu nhiem|tong cuc truong|tong thu ky|truong ban|pho ban|chanh van phong|chanh thanh tra|chi huy truong"
    r"|pct|ct|director|chair(?:man|woman)?|president|minister|secretary)\b"
)
_DEPUTY_OF_BODY = re.compile(r"\b(?:pho bi thu|pho chu tich|pho giam doc|pho cuc truong|pho hieu truong)\b")
_PART = re.compile(r"\b(?:truong|pho)\s+(?:truong\s+)?(?:phong|khoa|to|doi|bo phan|cong an|tram|trung tam)\b|\bhead\b")
_ASKS_LEADER = re.compile(r"\b(?:lanh dao|thu truong don vi|nguoi dung dau|leaders?|heads?)\b")
_ASKS_PART = re.compile(r"\blanh dao\s+(?:cac\s+)?(?:phong|khoa|to|doi|bo phan)\b")


def rank_of(post: str | None) -> Rank:
    """How high a post is; none given counts as staff."""
    folded = fold(post or "")
    if _PART.search(folded):
        return Rank.PART
    if _BODY.search(folded) or _DEPUTY_OF_BODY.search(folded):
        return Rank.BODY
    return Rank.STAFF


def asked_for(group: str | None) -> Rank:
    """What a line of *Thành phần tham dự* asks for ("Lãnh đạo sở": somebody who leads it)."""
    folded = fold(group or "")
    if _ASKS_PART.search(folded):
        return Rank.PART
    return Rank.BODY if _ASKS_LEADER.search(folded) else Rank.STAFF


def ranks_lower(post: str | None, group: str | None) -> bool:
    """Whether somebody with this post ranks lower than the line asks for."""
    return rank_of(post) < asked_for(group)
