"""Several that have work on one line: "Ông An: viết diễn văn. Bà Hoa: nấu cỗ", "Phòng A (nội dung); Phòng B (xe)"."""

import re

from documents.plan.whens import sentences
from documents.plan.words import UNIT_HEAD, VERB, clean, split_outside
from domain.vietnamese import CAPITALS

_PERSON = re.compile(
    r"(?:(?:đ/c|đồng chí|ông|bà|anh|chị|thầy|cô|em|bác)\s"
    rf"|(?:PGS|GS|TS|ThS|CN|KS|KTV|BS|ĐD|CNĐD|NV)\.?[\s.])+(?=[{CAPITALS}])",
    re.IGNORECASE,
)
_NEXT = re.compile(rf"[.;]\s+(?=(?:{_PERSON.pattern}|{UNIT_HEAD.pattern}\s)[^:;.]{{1,60}}:)", re.IGNORECASE)
"""Where the next begins, also behind a day: "… xong trước 14/11. Ông Tám: trông xe"."""
_BEHIND_COLON = re.compile(r"(?P<who>[^:]{2,80}):\s*(?P<work>.{3,})", re.DOTALL)
_BEHIND_DASH = re.compile(r"(?P<who>[^:;()]{2,50}?)\s+[-–]\s+(?P<work>[^:]{3,})")
_IN_BRACKETS = re.compile(r"(?P<who>[^:;()]{2,60}?)\s*\((?P<work>[^()]{3,})\)\s*\.?")


def run_on(text: str) -> tuple[tuple[str, str], ...]:
    """Who has which work, where each clause or sentence of the line names one; nothing where any of them does not."""
    for parts in (split_outside(text), tuple(_NEXT.split(text)), sentences(text)):
        if len(parts) < _SEVERAL or len(parts) > _MOST:
            continue
        for form in (_BEHIND_COLON, _IN_BRACKETS, _BEHIND_DASH):
            found = [form.fullmatch(part) for part in parts]
            told = tuple((clean(m["who"]), clean(m["work"])) for m in found if m and _is_somebody(m["who"]))
            if len(told) == len(parts):
                return told
    return ()


_SEVERAL, _MOST = 2, 20


def _is_somebody(who: str) -> bool:
    named = UNIT_HEAD.match(who) or _PERSON.match(who)
    several = who.lower().startswith("các ")  # "Các sở: A, B" names them
    return named is not None and not several and VERB.search(who) is None and len(who.split()) <= _LONGEST


_LONGEST = 14  # words
