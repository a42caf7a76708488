"""The rows of the paper's lists, made ready once: what each is called by, and what its columns hold."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import cast

from domain.answers.asked import Asked
from domain.answers.normalise import Token
from domain.answers.phrases import words_in
from domain.answers.reached import WHOLE_NUMBER
from domain.answers.texts import read
from domain.conference import Fact
from domain.listed import Row, parsed
from domain.vietnamese import CAPITALS, fold

_NO_NAME = words_in(
    """
    huyen xa tinh thanh pho phuong thi tran quan tp doan doi to nhom khoi lop phong xe so ban khach cac va cua tai o
    ong ba anh chi thay co dong chi don vi co quan cum diem truong cong ty khu thon ubnd hang ghe the nam nu
    group team room bus table district commune mr mrs ms
    """
)
"""Words that name nobody alone: "huyện", "tổ", "ông"."""

_ASIDE = re.compile(rf"\([^()]*\)|{WHOLE_NUMBER.pattern}")


PERSON = "@person"
"""The noun of a name by which somebody is called: "Dũng", behind "ông" or "anh"."""

_PERSON = re.compile(
    rf"(?:(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Tt]hầy|[Cc]ô|[Đđ]/c|[Đđ]ồng chí) )?(?:[{CAPITALS}]\w*\s?){{1,5}}"
)


@dataclass(frozen=True, slots=True)
class Name:
    """What a cell may be asked for by: the words that set it apart, and what stands right before its number."""

    words: tuple[Token, ...]
    noun: str = ""


@dataclass(frozen=True)
class ListedRow:
    """One row with the statement that tells it. `names` are those of its cells that other rows do not share."""

    fact: Fact
    row: Row
    names: tuple[tuple[int, Name], ...] = ()

    @cached_property
    def heads(self) -> tuple[tuple[str, ...], ...]:
        """The words of each title."""
        return tuple(tuple(token.word for token in _tokens(head)) for head, _ in self.row.cells)


@dataclass(frozen=True)
class Listing:
    """Rows under the same titles."""

    rows: tuple[ListedRow, ...]
    words: frozenset[str] = field(default=frozenset())

    @property
    def is_table(self) -> bool:
        return len(self.rows[0].row.cells) > 1


def listings_of(asked: Asked) -> tuple[Listing, ...]:
    """The lists of the programme, read once."""
    cache = asked.index.cache
    if "listings" not in cache:
        cache["listings"] = listings(asked.index.facts)
    return cast(tuple[Listing, ...], cache["listings"])


def listings(facts: Iterable[Fact]) -> tuple[Listing, ...]:
    """The lists of a paper: tables with titles, and points under one heading."""
    rows = [(fact, row) for fact in _once(facts) if (row := parsed(fact.text)) is not None]
    found = []
    for _, same in groupby(rows, key=lambda pair: _form(pair[1])):
        group = list(same)
        if len(group) > 1:
            named = tuple(ListedRow(fact, row, tuple(_names(row, [r for _, r in group]))) for fact, row in group)
            words = frozenset(t.word for each in named for _, name in each.names for t in name.words)
            found.append(Listing(named, words))
    return tuple(found)


def _once(facts: Iterable[Fact]) -> Iterator[Fact]:
    yield from {fact.text: fact for fact in facts}.values()


def _form(row: Row) -> tuple[str, ...]:
    return (row.caption, *(head for head, _ in row.cells)) if len(row.cells) > 1 else (row.caption,)


def _names(row: Row, others: list[Row]) -> Iterator[tuple[int, Name]]:
    """Each cell that sets the row apart; of a point under a heading its label and what stands behind it."""
    for at, (head, value) in enumerate(row.cells):
        columns = [[other.cells[at][1] for other in others if other is not row]]
        texts = (value,) if len(row.cells) > 1 else (head, value)
        if len(texts) > 1:
            columns.insert(0, [other.cells[at][0] for other in others if other is not row])
        for text, column in zip(texts, columns, strict=True):
            title = head if len(row.cells) > 1 else ""
            yield from ((at, name) for name in _names_in(text, column, title, first=not at))


def _names_in(text: str, others: list[str], title: str, *, first: bool) -> Iterator[Name]:
    called = _ASIDE.sub("", text).strip()
    if _PERSON.fullmatch(called):
        yield Name(_tokens(called)[-1:], PERSON)
    begin = max((_alike(_tokens(called), _tokens(_ASIDE.sub("", other))) for other in others), default=0)
    whole = _tokens(called)
    own = tuple(token for token in whole[begin:] if token.word not in _NO_NAME) or whole[begin:]
    if (name := _name(own, whole, title, first=first)) is not None:
        yield name
    yield from _numbered(text)
    parts = [part for part in _PARTS.split(_without_runs(text)) if part.strip() and part.strip() != called]
    for part in parts:
        tokens = _tokens(part)
        name = _name(_set_apart(tokens), tokens, title, first=first)
        if name is not None and (len(name.words) > 1 or name.noun):
            yield name


def _numbered(text: str) -> Iterator[Name]:
    """Those that a cell counts up behind one noun: "tổ dân phố 8 đến 15", "xóm 1, 2 và 4"."""
    for run in _RUN.finditer(fold(text)):
        noun = [word for word in run["noun"].split() if word not in _BEFORE_NOUN]
        if not noun or noun[0] in _NOT_COUNTED:
            continue
        last = 0
        for joined, number in _IN_RUN.findall(run["run"]):
            begin = last + 1 if joined in _THROUGH and 0 < int(number) - last <= _LONGEST_RUN else int(number)
            yield from (Name(_tokens(str(each)), " ".join(noun)) for each in range(begin, int(number) + 1))
            last = int(number)


def _without_runs(text: str) -> str:
    runs = [*_RUN.finditer(fold(text))] if any(map(str.isdigit, text)) else []
    ends = [0, *(run.end() for run in runs)]
    return ";".join([*(text[end : run.start()] for end, run in zip(ends, runs, strict=False)), text[ends[-1] :]])


_RUN = re.compile(
    r"(?:^|[(,;:–-]\s*)(?P<noun>(?:[^\W\d_]+ ){1,4})(?:so )?"
    r"(?P<run>\d{1,3}(?:\s*(?:,|va|den|toi|-|–)\s*(?P=noun)?\d{1,3})+)(?![\w/:.])"
)
_IN_RUN = re.compile(r"\s*(,|va|den|toi|-|–|)\s*(?:[^\W\d_]+ )*(\d{1,3})")
_THROUGH = ("den", "toi", "-", "–")
_LONGEST_RUN = 60
_BEFORE_NOUN = words_in("tu cac gom cua va tai o thuoc nhung")
_NOT_COUNTED = words_in("ngay thang nam luc gio hoi khoang tren duoi den duong thu tang dien")
"""Behind these stand days, hours and amounts."""


_PARTS = re.compile(r"[,;()/]|\s(?:và|and)\s|\s[–-]\s")


def _tokens(text: str) -> tuple[Token, ...]:
    return read(text)[0]


def _set_apart(whole: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple(token for token in whole if token.word not in _NO_NAME)


def _alike(one: tuple[Token, ...], other: tuple[Token, ...]) -> int:
    """With how many words both begin: "Công đoàn ngành Y tế" and "Công đoàn ngành Giáo dục"; never with all."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a.word != b.word), 0)


def _name(own: tuple[Token, ...], whole: tuple[Token, ...], title: str, *, first: bool) -> Name | None:
    """The name that these words of a cell make; None where they name nothing: an hour, an amount."""
    own = tuple(token for token in own if not token.word.isdigit()) if len(own) > 1 else own
    if not own or len(own) > _LONGEST_NAME or _AMOUNT.fullmatch(own[0].word):
        return None
    if len(own) > 1:
        return Name(own)
    noun = _noun(own[0], whole, title, first=first)
    return Name(own, noun) if noun is not None else None


_LONGEST_NAME = 8
_AMOUNT = re.compile(r"\d+(?:h|g|m|k|tr)\d*|\d+[.,][\d.,]+")


def _noun(own: Token, whole: tuple[Token, ...], title: str, *, first: bool) -> str | None:
    """What a number or one word stands behind: "tổ" of "Tổ 3", the title's word of "Số 3" under "Xe"; None: nothing.

    "30" under "Số đại biểu" is an amount and no name.
    """
    at = whole.index(own)
    before = whole[at - 1].word if at else ""
    if before == "so" and at > 1:
        return whole[at - 2].word  # "Xe số 1"
    if before not in ("", "so"):
        compound = " ".join(token.word for token in whole[max(at - 2, 0) : at])
        return compound if compound in _COMPOUNDS else before
    if not (own.word.isdigit() or len(own.word) == 1):
        return "" if len(whole) == 1 else None
    titled = [token.word for token in _tokens(title)]
    named = titled and (first or not own.word.isdigit()) and len(titled) <= _SHORT_TITLE
    return titled[-1] if named else None


_SHORT_TITLE = 2
_COMPOUNDS = frozenset({"khu pho", "tieu khu", "chi bo", "chi hoi", "chi doan", "phan doi", "tieu doi", "trung doi"})
"""Nouns of two words: "khu phố 4" is not "tổ dân phố 4"."""
