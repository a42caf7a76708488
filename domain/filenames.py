"""Names that people give their files: kept readable, made harmless."""

import re
import unicodedata

_PROGRAM = re.compile(
    r"\.(?:exe|com|bat|cmd|scr|pif|ms[ip]|vb[se]|jse?|ws[fh]|ps1|psm1|hta|cpl|jar|lnk|reg|dll|sys|apk|app|dmg|sh)$",
    re.IGNORECASE,
)
_LONGEST = 120


def harmless(name: str, fallback: str = "file") -> str:
    """The name without folders, control and direction marks and letters that file systems refuse, at most 120 long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    visible = "".join(each for each in last if unicodedata.category(each)[0] != "C" and each not in '<>:"|?*')
    clean = " ".join(visible.split()).strip(". ") or fallback
    stem, dot, ending = clean.rpartition(".")
    if not dot or len(ending) > 10:
        return clean[:_LONGEST]
    return f"{stem[: _LONGEST - len(ending) - 1]}.{ending}"


def is_program(name: str) -> bool:
    """Whether opening the file would run it (`bao-cao.pdf.exe`)."""
    return _PROGRAM.search(harmless(name)) is not None
