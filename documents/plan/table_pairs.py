"""Lists of two or three columns that lost their shape, one cell a line: what is due and its date, who pays how much."""

import re
from itertools import pairwise

from documents.plan.line_cuts import CLOCK_START, is_cut
from documents.plan.table_rows import Lines
from documents.plan.words import BUDGET, MILESTONES, is_caps, meanings
from domain.dates import find_dates
from domain.vietnamese import squeeze

Joined = tuple[str, int, int]
"""What a row of such a list says, from its first line to its last."""

_LONGEST_LABEL = 110  # characters
_LEAST = 3  # dates; two may be the days of a programme
_MOST_COLUMNS = 4
_BESIDE_DATE = re.compile(
    r"(?:trước|chậm nhất|hạn|đến|hết|từ|lúc|khoảng|ngày|dự kiến|thứ \w+|chủ nhật|before|by|until|from|at|gmt[+\d]*"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|gia hạn|extended|to|and|và|\d{1,2}\s*(?:h|g|:|giờ)\s*\d{0,2}"
    r"|\d{1,2}|[(),:;.–-]|\s)*",
    re.IGNORECASE,
)
_CURRENCY = r"(?:đồng|vnđ|vnd|đ|usd|us\$|eur|euro|triệu(?: đồng)?|nghìn(?: đồng)?|k|\$|€)"
_AMOUNT = re.compile(
    rf"(?:{_CURRENCY}\s*\d[\d.,]*|\d[\d.,]*\s*{_CURRENCY}|\d{{1,3}}(?:[.,]\d{{3}})+)"
    r"(?:\s*/\s*[^\W\d]+(?: [^\W\d]+)?)?|miễn phí|free(?: of charge)?|không thu(?: phí)?|waived",
    re.IGNORECASE,
)


def pairs_in(lines: Lines) -> dict[int, Joined]:
    """The rows of such lists by their first line: "Hạn nộp tóm tắt" above "31/7/2024" becomes one statement.

    What only names the columns is joined with the first row.
    """
    return {row[1]: row for row in (*_dated(lines), *_paid(lines))}


def _is_date(text: str) -> bool:
    """Whether a line is nothing but a date or a range, with its hour or until when."""
    bare = text.strip(" .;*|")
    days = find_dates(bare, 2000) if len(bare) <= 60 else ()
    if not days or bare.lower().startswith("ngày"):
        return False  # "Ngày 07/11/2024" heads a day of the programme
    around = (bare[: days[0].at], bare[days[-1].to :])
    return all(_BESIDE_DATE.fullmatch(part) for part in around)


def _is_label(text: str) -> bool:
    bare = squeeze(text)
    return (
        any(letter.isalpha() for letter in bare)
        and len(bare) <= _LONGEST_LABEL
        and not bare.endswith((".", ";"))
        and not CLOCK_START.match(bare)
        and "|" not in bare
        and "\t" not in text
    )


_GOES_ON = re.compile(r"\s*\([^\W\d]")
"""A bracket that ends the work on the line above: "(trước ngày 20/5/2026)"."""


def _is_heading(text: str) -> bool:
    return is_caps(text) or bool(meanings(text) & {MILESTONES, BUDGET})


def _dated(lines: Lines) -> list[Joined]:
    """Labels and dates by turns, the label first or the date."""
    dates = [
        place
        for place, (_, text) in enumerate(lines)
        if _is_date(text) and not _GOES_ON.match(text) and not (place and is_cut(lines[place - 1][1], text.strip()))
    ]
    runs: list[list[int]] = []
    for place in dates:
        if runs and place - runs[-1][-1] == 2 and _is_label(lines[place - 1][1]):
            runs[-1].append(place)
        else:
            runs.append([place])
    return [row for run in runs if len(run) >= _LEAST for row in _rows_of(lines, run)]


def _rows_of(lines: Lines, run: list[int]) -> list[Joined]:
    before, behind = run[0] - 1, run[-1] + 1
    heads = before < 0 or _is_heading(lines[before][1]) or not _is_label(lines[before][1])
    if heads and (behind >= len(lines) or not _is_label(lines[behind][1])):
        run = run[:-1]  # a date without a label behind it
    pairs = [(place, place + 1) if heads else (place - 1, place) for place in run]
    return [
        (f"{_label(lines[b if heads else a][1])}: {squeeze(lines[a if heads else b][1])}", lines[a][0], lines[b][0])
        for a, b in pairs
    ]


def _label(text: str) -> str:
    return squeeze(text).rstrip(" :")


def _paid(lines: Lines) -> list[Joined]:
    """Kinds of participants with as many sums each, under what the columns are called."""
    rows: list[tuple[int, int]] = []
    place = 0
    while place < len(lines):
        width = _sums_behind(lines, place)
        if width:
            rows.append((place, width))
        place += width + 1
    out: list[Joined] = []
    run: list[tuple[int, int]] = []
    for row, following in pairwise([*rows, (len(lines) + 2, 0)]):
        run.append(row)
        if following != (row[0] + row[1] + 1, row[1]):
            out.extend(_with_heads(lines, run) if len(run) > 1 else [])
            run = []
    return out


def _sums_behind(lines: Lines, place: int) -> int:
    """How many lines behind a label hold nothing but a sum."""
    if not _is_label(lines[place][1]) or _AMOUNT.fullmatch(lines[place][1].strip()):
        return 0
    behind = [text.strip() for _, text in lines[place + 1 : place + 1 + _MOST_COLUMNS]]
    return next((n for n, text in enumerate(behind) if not _AMOUNT.fullmatch(text)), len(behind))


def _with_heads(lines: Lines, rows: list[tuple[int, int]]) -> list[Joined]:
    first, width = rows[0]
    above = [squeeze(text) for _, text in lines[max(0, first - width) : first]]
    named = width > 1 and len(above) == width and all(_is_label(text) or _is_date(text) for text in above)
    out = []
    for place, _ in rows:
        sums = [squeeze(text) for _, text in lines[place + 1 : place + 1 + width]]
        told = [f"{head} {paid}" for head, paid in zip(above, sums, strict=True)] if named else sums
        begins = _first_of_heads(lines, first, width) if named and place == first else place
        out.append((f"{_label(lines[place][1])}: {', '.join(told)}", lines[begins][0], lines[place + width][0]))
    return out


def _first_of_heads(lines: Lines, first: int, width: int) -> int:
    """Where the names of the columns begin; the heading of the whole above them is none."""
    corner = first - width - 1
    is_corner = corner >= 0 and _CORNER.fullmatch(squeeze(lines[corner][1])) is not None
    return corner if is_corner else first - width


_CORNER = re.compile(
    r"(?:đối tượng|đại biểu|hạng mục|hạng|loại|thành phần|category|type|participants?|ticket)(?: [^\W\d]+){0,3}",
    re.IGNORECASE,
)
