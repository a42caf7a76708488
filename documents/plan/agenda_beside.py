"""Sessions held side by side that stand in one cell of the programme: "Phiên 1A: … (Phòng 2)" above "Phiên 1B: …"."""

import re

from documents.plan.words import clean

_SESSION = (
    r"(?:Phiên|PHIÊN|Tiểu ban|TIỂU BAN|Phân ban|PHÂN BAN|Hội thảo chuyên đề|Chuyên đề|Session|SESSION|Track|TRACK"
    r"|Panel|PANEL|Workshop)\s+(?:song song\s+|chuyên đề\s+|số\s+)?(?:\d{1,2}[A-Ha-h]?|[A-H]\d?|[IVX]{1,4})(?:\.\d)?"
    r"(?=\s*[:.(–-]|\n|$)"
)
_BEGINS = re.compile(rf"(?:^|(?<=[^\s–:-])\s+)(?:[-–+•]\s*)?(?={_SESSION})")
_SAYS_SO = re.compile(
    r"song song|side by side|parallel|concurrent|(?:các|\d+) (?:phiên|tiểu ban|phân ban)", re.IGNORECASE
)


def sessions_beside(cell: str) -> list[str]:
    """What each session of a cell is called with all that is told of it; nothing where there are not several."""
    begins = [found.end() for found in _BEGINS.finditer(cell)]
    if len(begins) < _SEVERAL:
        return []
    lead = clean(cell[: begins[0]].strip(" \n-–+•"))
    told = [cell[at:to] for at, to in zip(begins, [*begins[1:], len(cell)], strict=True)]
    parts = [clean(" ".join(part.split()).rstrip(" -–+•")) for part in told]
    return parts if not lead or _SAYS_SO.search(lead) else [lead, *parts]


_SEVERAL = 2
