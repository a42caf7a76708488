"""What a list of the paper says of the one that is named: "tổ 3 phòng nào", "ai trực kỹ thuật điểm cầu Sơn Kỳ"."""

import re

from domain.answers.asked import Asked, sources
from domain.answers.coverage import unexplained
from domain.answers.listed_rows import PERSON, ListedRow, Listing, Name, listings_of
from domain.answers.money import SUM, asks_price
from domain.answers.normalise import Token
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.values import Answer, Quoted
from domain.answers.whereabouts import BEGINS
from domain.dates import find_clocks, find_dates
from domain.vietnamese import fold, search_key

_LEFT_OUT = 0.4
"""Share of the question that the row may leave out."""

_MOST = 4
"""Rows that are told where several bear the name: the same bus on three days."""


def of_row(asked: Asked) -> Answer | None:
    """The row that the question names, where it holds what is asked for and leaves out no thing."""
    said = {token.word for token in asked.u.tokens}
    best: list[ListedRow] = []
    most = 1.0
    for listing in listings_of(asked):
        if listing.words.isdisjoint(said):
            continue
        for row in listing.rows:
            named = _named(asked, row)
            held = _held(asked, row, {*named}) if named and _serves(asked, row) else 0
            weight = sum(named.values()) + 0.5 * held + any(_gone_to(asked, *row.row.cells[at]) for at in named)
            if held and weight >= most:
                best = [*best, row] if weight == most else [row]
                most = weight
    best = _on_the_day(asked, best)
    if not best:
        return asked.no_information("other") if any(_lacks(asked, listing) for listing in listings_of(asked)) else None
    if len(best) > _MOST:
        return None
    found = Quoted(texts=tuple(row.fact.text for row in best), sources=sources(*(row.fact.source for row in best)))
    return found if _speaks_of_it(asked, found) else None


def _on_the_day(asked: Asked, rows: list[ListedRow]) -> list[ListedRow]:
    """Of rows with days those of the day named."""
    days = asked.days
    if days is None or days.first != days.last:
        return rows
    dated = [row for row in rows if find_dates(row.fact.text, days.first.year)]
    held = [row for row in dated if any(d.first == days.first for d in find_dates(row.fact.text, days.first.year))]
    return held if dated else rows


def _speaks_of_it(asked: Asked, found: Quoted) -> bool:
    left = [unit for unit in unexplained(asked, found) if unit.code not in _AT_ROW | _GENERAL]
    if any(unit.code.startswith("@") for unit in left):
        return False
    return sum(unit.weight for unit in left) <= _LEFT_OUT * sum(unit.weight for unit in asked.specific())


_GENERAL = words_in("@district @commune @city @province @delegate @guest @online @student @contact @lodging @transport")
"""Things that a row is spoken of with whether it names them or not."""

_AT_ROW = words_in(
    "cho hop thi ngoi nghi o truc goi chay di dat du ngu xuat phat don tra nhan hoc lai phu trach dung bat ket noi"
    " leave drive drives"
)
"""What is done at such a place or by such a one."""


def _serves(asked: Asked, row: ListedRow) -> bool:
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
        ("an (?:sang|trua|toi|o|tai|com)|com|eat|lunch|dinner", "an|com|tiec|mam|ban|suat|mon|thuc don|meals?"),
    )
)
"""What one does somewhere, and how a list is called that tells where."""


def _gone_to(asked: Asked, head: str, value: str) -> bool:
    """Whether one goes to what a cell names, and its column tells where one arrives: "xe ra ga" under "Đến"."""
    begins = " ".join(search_key(value).split()[:2])
    return bool(_ARRIVES.fullmatch(search_key(head)) and _GOES.search(asked.u.key.partition(begins)[0]))


_ARRIVES = re.compile(r"(?:diem |noi )?(?:den|toi|ve)|to|destination|drop off")
_GOES = re.compile(r"\b(?:den|ra|di|ve|toi|to|sang) (?:the )?$")


# --- whom the question names ------------------------------------------------------------------------------------------


def _named(asked: Asked, row: ListedRow) -> dict[int, int]:
    """The cells by which the question names a row, with how many words of each it says."""
    found: dict[int, int] = {}
    for at, name in row.names:
        found[at] = max(found.get(at, 0), _said(asked, name))
    return {at: said for at, said in found.items() if said}


def _said(asked: Asked, name: Name) -> int:
    """How many words of a name the question says; 0 where that is not the name."""
    tokens = asked.u.tokens
    places = [[at for at, token in enumerate(tokens) if _same(token, word)] for word in name.words]
    hit = [at for at in places if at]
    if name.noun:
        return 2 if hit and any(_behind(asked, at, name.noun) for at in hit[0]) else 0
    missed = len(places) - len(hit)
    if missed > (1 if len(places) > _SHORT else 0) or not hit or not _together(hit):
        return 0
    return len(hit)


_SHORT = 3


def _together(places: list[list[int]]) -> bool:
    """Whether the words can be found in their order, hardly anything between them."""
    ends = set(places[0])
    for row in places[1:]:
        ends = {at for at in row if any(0 < at - end <= 2 for end in ends)}
    return bool(ends)


def _same(token: Token, word: Token) -> bool:
    if token.word.lstrip("0") != word.word.lstrip("0"):
        return False
    return token.typed in ("", word.typed) or token.typed == fold(token.typed) or word.typed == fold(word.typed)


def _lacks(asked: Asked, listing: Listing) -> bool:
    """Whether a number is asked for that a list of such numbers has not: "xe 4" of three; nothing speaks of it."""
    numbers = [name for row in listing.rows for _, name in row.names if name.noun and name.words[0].word.isdigit()]
    said = [(at, token.word) for at, token in enumerate(asked.u.tokens) if token.word.isdigit()]
    asked_for = [word for at, word in said if any(_behind(asked, at, name.noun) for name in numbers)]
    nouns = {name.noun for name in numbers}
    if (
        len(asked_for) != 1
        or len(numbers) < _FEWEST
        or any((noun, asked_for[0]) in asked.index.pairs for noun in nouns)
    ):
        return False
    return any(_held(asked, row, set()) for row in listing.rows)


_FEWEST = 2


def _behind(asked: Asked, at: int, noun: str) -> bool:
    """Whether a number stands behind its noun: "xe số 2", "bus 2"."""
    tokens = asked.u.tokens
    at -= 1
    while at > 0 and tokens[at].word in ("so", "thu", "no", "number", "mang"):
        at -= 1
    if at < 0:
        return False
    if noun == PERSON:
        return tokens[at].word in _CALLED
    return tokens[at].word in (noun, *_ENGLISH.get(noun, ()))


_CALLED = words_in("ong ba anh chi thay co chu bac em mr mrs ms")
_ENGLISH = {
    "xe": ("bus", "car", "coach", "vehicle"),
    "to": ("group", "team"),
    "nhom": ("group", "team"),
    "doi": ("team",),
    "phong": ("room",),
    "ban": ("table",),
    "khoi": ("grade", "block"),
    "lop": ("class",),
}


# --- what is asked of it ----------------------------------------------------------------------------------------------


def _held(asked: Asked, row: ListedRow, naming: set[int]) -> int:
    """How plainly a cell that does not name the row is what the question asks for: 2 by its title, 0 not at all."""
    if len(row.row.cells) == 1:
        head, value = row.row.cells[0]
        cells = [(row.row.caption, head), (row.row.caption, value)]
    else:
        cells = [cell for at, cell in enumerate(row.row.cells) if at not in naming]
    if any(_asks_which(asked, head) for head, _ in cells):
        return 2
    titled = any(_asks_title(asked, head) for head, _ in cells)
    if "contact" in asked.u.concepts and _REACHED.search(asked.u.key):
        return 2 * any(_PHONE.search(value) for _, value in cells)
    if asked.u.score(Kind.COUNT) >= _ASKS:
        return 2 * any(_counts(asked, head, value) for head, value in cells)
    wanted = [holds for kinds, holds in _WANTED if any(asked.u.score(kind) >= _ASKS for kind in kinds)]
    wanted += [_tells_where] if not wanted and _WHERE.search(asked.u.key) else []
    if wanted and not titled and not all(any(holds(head, value) for head, value in cells) for holds in wanted):
        return 0
    return 2 if titled else 1 if wanted or _WHICH.search(asked.u.key) or not asked.u.kinds else 0


_WHERE = re.compile(r"\b(?:dau|cho nao|where)\b")
_ASKS = 2.4
_PHONE = re.compile(r"\b0\d{2,3}[ .]?\d{3}|\w@\w")
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
    return _PLACED.search(search_key(head)) is not None or BEGINS.match(value) is not None


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
