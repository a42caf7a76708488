"""What a row of a list holds: whether a cell of it is what the question asks for, and whether the list is for that."""

import re

from domain.answers.asked import Asked
from domain.answers.coverage import unexplained
from domain.answers.listed_rows import ListedRow
from domain.answers.money import SUM, asks_price
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.reached import CALLED_OR_MAILED
from domain.answers.values import Quoted
from domain.answers.whereabouts import BEGINS
from domain.dates import find_clocks, find_dates
from domain.vietnamese import search_key

_LEFT_OUT = 0.4
"""Share of the question that the row may leave out."""


def speaks_of_it(asked: Asked, found: Quoted, counted: set[str]) -> bool:
    left = [unit for unit in unexplained(asked, found) if unit.code not in _AT_ROW | _GENERAL | counted]
    if any(unit.code.startswith("@") for unit in left):
        return False
    return sum(unit.weight for unit in left) <= _LEFT_OUT * sum(unit.weight for unit in asked.specific())


_GENERAL = words_in("@district @commune @city @province @delegate @guest @online @student @contact @lodging @transport")
"""Things that a row is spoken of with whether it names them or not."""

_AT_ROW = words_in(
    "cho hop thi ngoi nghi o thuoc truc goi chay di dat du ngu xuat phat don tra nhan hoc lai phu trach dung bat ket"
    " noi leave drive drives"
)
"""What is done at such a place or by such a one."""


def serves(asked: Asked, row: ListedRow) -> bool:
    """Whether a list is for what the question speaks of: who asks where one sleeps is told no bus."""
    said = search_key(row.fact.text)
    return all(tells.search(said) for asks, tells in _PURPOSES if asks.search(asked.u.key))


_PURPOSES = tuple(
    (re.compile(rf"\b(?:{asks})\b"), re.compile(rf"\b(?:{tells})\b"))
    for asks, tells in (
        (
            "ngu|nghi (?:o|tai|dau|khach|nha|phong)|luu tru|sleep|stay",
            "nghi|ngu|luu tru|khach san|nha khach|phong|hotel|room",
        ),
        ("don (?:o|tai|luc|may|dau)|(?:len|bat|di) xe|pick", "xe|don|tau|chuyen|bus|pick"),
        ("(?:de|do|dau|gui|giu) xe|park", "xe|parking"),
        ("ngoi|seats?|sit", "ngoi|ghe|hang|ban|day|cho|khu|loc|seats?"),
        ("tien (?:phong|xe|an|ve)|(?:ai|don vi nao) (?:tra|chi|thanh toan)", "tien|phi|chi tra|thanh toan|gia|pay"),
        ("an (?:sang|trua|toi|o|tai|com)|com|eat|lunch|dinner", "an|com|tiec|mam|ban|suat|mon|thuc don|meals?"),
    )
)
"""What one does somewhere, and how a list is called that tells where."""


def held(asked: Asked, row: ListedRow, naming: set[int]) -> int:
    """How plainly a cell that does not name the row is what the question asks for: 2 by its title, 0 not at all."""
    if len(row.row.cells) == 1:
        head, value = row.row.cells[0]
        cells = [(row.row.caption, head), (row.row.caption, value)]
    else:
        cells = [cell for at, cell in enumerate(row.row.cells) if at not in naming]
    if any(_asks_which(asked, head) for head, _ in cells):
        return 2
    titled = any(_asks_title(asked, head) for head, _ in cells)
    if _CARRIES_WHOM.search(asked.u.key):
        return 2 * (len(row.row.cells) == 1 or any(_CARRIED.search(search_key(head)) for head, _ in cells))
    if "contact" in asked.u.concepts and _REACHED.search(asked.u.key):
        return 2 * any(CALLED_OR_MAILED.search(value) for _, value in cells)
    if asked.u.score(Kind.COUNT) >= _ASKS:
        return 2 * any(_counts(asked, head, value) for head, value in cells)
    if asked.u.asks(Kind.TASKS) and not titled:
        return 0  # "Sở Ngoại vụ được giao việc gì": whom it sends along is no work
    wanted = [holds for kinds, holds in _WANTED if any(asked.u.score(kind) >= _ASKS for kind in kinds)]
    wanted += [_tells_where] if not wanted and _WHERE.search(asked.u.key) else []
    if wanted and not titled and not all(any(holds(head, value) for head, value in cells) for holds in wanted):
        return 0
    return 2 if titled else 1 if wanted or _WHICH.search(asked.u.key) or not asked.u.kinds else 0


_CARRIES_WHOM = re.compile(
    r"\b(?:cho|don|danh cho|gom|bo tri) (?:nhung )?ai\b|\bai (?:duoc )?(?:di|ngoi|len|ngu|nghi|o$)"
)
""" "Xe số 2 chở ai": those whom a list gives a vehicle or a house to."""
_CARRIED = re.compile(r"\b(?:doi tuong|doan|thanh phan|dai bieu|hanh khach|khach|don vi|nguoi di|cho ai)\b")
_WHERE = re.compile(r"\b(?:dau|cho nao|where)\b")
_ASKS = 2.4
_REACHED = re.compile(
    r"\b(?:so|dien thoai|sdt|dt|phone|number|lien he|lien lac|goi|contact|call|hotline|zalo|email|mail)\b"
)
_WHICH = re.compile(r"\b(?:nao|may|gi|which|what)\b")


def _asks_which(asked: Asked, head: str) -> bool:
    """ "Xe nào đón ở bến": the one of a column is asked for by the cell beside it."""
    title = search_key(head).split()
    return any(f" {title[0]} {which} " in f" {asked.u.key} " for which in ("nao", "may", "so may") if title)


def _asks_title(asked: Asked, head: str) -> bool:
    """Whether the question says what stands over a column: "biển số", "thư ký"."""
    title = [word for word in search_key(head).split() if word not in _LIGHT]
    rows = (" ".join(title[:2]), " ".join(title[-2:]))
    return bool(title) and any(f" {row} " in f" {asked.u.key} " for row in rows)


_LIGHT = words_in("cua va cac don vi")


def _counts(asked: Asked, head: str, value: str) -> bool:
    """Whether a cell is the number asked for: its title says what is counted, or it is a sum where money is."""
    if asks_price(asked.u.key, asked.u.words) or "tien" in asked.u.words:
        return bool(SUM.search(value))
    if not any(map(str.isdigit, value)):
        return False
    counted = _COUNTED.search(asked.u.key)
    noun = counted[1] if counted else ""
    title = search_key(head).split()
    if noun in _HEADS and (set(title) & _HEADS or _AMOUNT.search(search_key(head))):
        return True
    return bool(noun) and (noun in title or re.search(rf"\d {noun}\b", search_key(value)) is not None)


_COUNTED = re.compile(r"\b(?:may|bao nhieu|how many) (\w+)")
_HEADS = words_in("nguoi dai em ban vi dong khach bieu hoc sinh vien people delegates")
_AMOUNT = re.compile(r"^(?:so luong|sl|chi tieu|quan so|si so|so luong .*)$")


def _tells_where(head: str, value: str) -> bool:
    return (_PLACED.search(search_key(head)) or BEGINS.match(value) or _AT.search(value)) is not None


_AT = re.compile(r"\bđón (?:khách )?(?:tại|ở)\s")


_PLACED = re.compile(
    r"\b(?:dia diem|noi|dia chi|phong|hoi truong|diem (?:don|tra|hen|dung|xuat phat|tap ket)|cho|khu|tang|san khau"
    r"|vi tri|don tai|tai|den|hang ghe|day|ban so|venue|room|place|location|hall|address)\b"
)


def _tells_when(_: str, value: str) -> bool:
    return bool(find_clocks(value) or find_dates(value, 2000))


def _tells_long(_: str, value: str) -> bool:
    return _LENGTH.search(value) is not None


_LENGTH = re.compile(r"\d+ ?(?:phút|giờ|tiếng|ngày|buổi|'|minutes?|hours?|days?)", re.IGNORECASE)


def _tells_who(head: str, value: str) -> bool:
    return _OF_PEOPLE.search(search_key(head)) is not None or _SOMEBODY.search(value) is not None


_OF_PEOPLE = re.compile(
    r"\b(?:nguoi|can bo|truong|pho|thu ky|lai xe|tai xe|phu trach|ho (?:va )?ten|chu tri|giang vien|giao vien"
    r"|bao cao vien|dieu hanh|lien he|truc|to vien|thanh vien|trong tai|giam khao|huong dan|dai dien|chi huy|doi tuong"
    r"|don vi|leader|driver|chair|speaker|contact|name)\b"
)
_SOMEBODY = re.compile(r"\b(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Tt]hầy|[Cc]ô|đ/c|đồng chí|Mr|Ms|Mrs)\.? \w", re.UNICODE)

_WANTED = (
    ((Kind.WHERE, Kind.ROOM, Kind.FLOOR), _tells_where),
    ((Kind.WHEN, Kind.DEADLINE), _tells_when),
    ((Kind.DURATION,), _tells_long),
    ((Kind.WHO, Kind.CHAIR), _tells_who),
)
"""What a cell must be for each that is asked for."""
