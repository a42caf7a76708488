"""The points of a notice of change: what each is about, what was, what is now; what is taken away, what is added."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from documents.plan.change_forms import FROM_TO, LABELLED, READS, WAS_BRACKETED, Turn, is_general, matter_of, told_by
from documents.plan.lines import Para
from documents.plan.whens import sentences
from documents.plan.words import clean, split_outside
from domain.conference import Source
from domain.vietnamese import CAPITALS, squeeze


@dataclass(frozen=True, slots=True)
class Change:
    """One point: `about` names the item, task or matter, and nothing where the whole is meant."""

    turn: Turn
    about: str
    now: str
    was: str
    said: str
    source: Source


_STAYS = re.compile(
    r"\b(?:không (?:thay )?đổi|không điều chỉnh|giữ nguyên|như cũ|remains? unchanged|unchanged|còn lại"
    r"|nội dung khác|các nội dung khác)\b",
    re.IGNORECASE,
)
_MARK = re.compile(r"^[\s*#]*(?:[-–—+•*▪●]|\d{1,2}\s*[.)]|[a-zđ]\s*[.)]|[IVX]{1,4}[.)])\s*")
_HEAD = re.compile(
    r"^(?:\W*(?:lưu ý|cập nhật|update[sd]?|điều chỉnh|thay đổi|đính chính|thông báo[^:]{0,30}"
    r"|notice)(?:\s*\([^()]*\)|\s+[^:]{0,40})?)\s*:\s*",
    re.IGNORECASE,
)
_BEHIND_NUMBER = re.compile(rf"(?<=\d)\.\s+(?=[{CAPITALS}])")
_ANOTHER = re.compile(  # "Thi nấu ăn đổi từ 14h00 thành 15h00, thi chuông vàng từ 16h00 thành 17h00"
    r"\b(?:từ|from)\s[^,]+\s(?:sang|thành|to)\s[^,]+(?P<comma>,)\s+(?=[^,]{2,80}?\s(?:từ|from)\s[^,]+\s(?:sang"
    r"|thành|to)\s)",
    re.IGNORECASE,
)
_LONGEST = 300
"""Characters of a clause; a longer one tells no single change."""

_HOUR_BEHIND = re.compile(r"\s+(?:lúc|vào lúc|at)\s+(?=\d)", re.IGNORECASE)
_LISTED = re.compile(
    r"[^,()]+?\s+(?:lúc|vào lúc|at)\s+\d[^,()]*(?:,\s*[^,()]+?\s+(?:lúc|vào lúc|at)\s+\d[^,()]*)*", re.I
)
_ADDRESS = re.compile(r"(?:kính gửi|nơi nhận|to all|dear)\b|số\s*:?\s*\d+[-/]", re.IGNORECASE)
_NAMES_MATTER = re.compile(
    r"(?!\(|.*\b(?:như sau|thông báo|kính gửi|so với|ngày \d|đề nghị|thay đổi|điều chỉnh|đính chính"
    r"|cập nhật|update|changes?)\b)[^.;]{2,100}:?",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*\(([^()]*)\)")


def changes_in(paras: tuple[Para, ...]) -> tuple[Change, ...]:
    """The changes that the paragraphs and tables of a notice tell, in their order."""
    found: list[Change] = []
    columns: _Columns | None = None
    heading = ""
    for para in paras:
        cells = para.cells or tuple(squeeze(cell) for cell in para.text.strip(" |").split("|"))
        if len(cells) >= 3:
            named = _columns(para.heads) or _columns(cells)
            columns = named or columns
            if columns is not None and cells != para.heads and _columns(cells) is None:
                found.extend(columns.read(cells, para))
            continue
        text = _MARK.sub("", squeeze(para.text))
        told = list(_of_paragraph(text, heading, para))
        found.extend(told)
        if not told and _NAMES_MATTER.fullmatch(text):
            heading = text.rstrip(":")
    return tuple(found)


# --- a table --------------------------------------------------------------------------------------------------------

_OLD_COLUMN = re.compile(
    r"\b(?:theo (?:kế hoạch|lịch|thông báo)|cũ|trước|ban đầu|đã (?:thông báo|in|ghi)|old|previous|original"
    r"|planned|was)\b",
    re.I,
)
_NEW_COLUMN = re.compile(r"\b(?:điều chỉnh|mới|thay đổi|nay|sửa|new|revised|changed|now|updated)\b", re.IGNORECASE)
_NUMBER_CELL = re.compile(r"\W*(?:\d{1,3}|tt|stt|no\.?)?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where in the rows of a table the matter, the former and the new value stand."""

    about: int
    was: int
    now: int

    def read(self, cells: tuple[str, ...], para: Para) -> Iterator[Change]:
        """The change that a row tells."""
        if len(cells) <= max(self.about, self.was, self.now) or not cells[self.now].strip():
            return
        about, was, now = clean(cells[self.about]), clean(cells[self.was]), clean(cells[self.now])
        said = f"{about}: {now} (thay cho {was})" if was else f"{about}: {now}"
        source = Source(para.text, para.first, para.last)
        dropped = re.fullmatch(r"(?:bỏ|hủy|huỷ|không tổ chức|cancell?ed)\b.*", now, re.IGNORECASE)
        yield Change(Turn.DROPPED if dropped else Turn.MOVED, about, now, was, said, source)


def _columns(cells: tuple[str, ...]) -> _Columns | None:
    """The columns of a table whose head tells what was and what is."""
    old = [place for place, cell in enumerate(cells) if _OLD_COLUMN.search(cell)]
    new = [place for place, cell in enumerate(cells) if _NEW_COLUMN.search(cell) and place not in old]
    if not (old and new) or any(map(str.isdigit, "".join(cells))):
        return None
    names = [n for n, cell in enumerate(cells) if n not in (old[0], new[0]) and not _NUMBER_CELL.fullmatch(cell)]
    return _Columns(names[0], old[0], new[0]) if names else None


# --- sentences ------------------------------------------------------------------------------------------------------


def _of_paragraph(text: str, heading: str, para: Para) -> Iterator[Change]:
    source = Source(para.text, para.first, para.last)
    label = ""
    text = _HEAD.sub("", text) if _HEAD.match(text) and not READS.fullmatch(text) else text
    for sentence in (part for told in sentences(text) for part in _BEHIND_NUMBER.split(told)):
        quoted = READS.fullmatch(sentence)
        if quoted:
            yield Change(Turn.READS, "", quoted["now"], quoted["was"], sentence, source)
            continue
        for clause in (part for told in split_outside(sentence) for part in _one_each(told)):
            clause = clause.strip(" .;")
            if not clause or len(clause) > _LONGEST or _only_stays(clause) or _ADDRESS.match(clause):
                continue
            for change in _of_clause(clause, source):
                about = label or heading
                if is_general(change.about) and not is_general(about) and change.turn is not Turn.ADDED:
                    change = replace(change, about=about)
                yield change
            own = LABELLED.fullmatch(clause)
            label = own["about"] if own and not is_general(own["about"]) else label


def _one_each(clause: str) -> Iterator[str]:
    """Several things that are moved each from one hour to another, parted at the commas between them."""
    begins = 0
    for found in _ANOTHER.finditer(clause):
        yield clause[begins : found.start("comma")]
        begins = found.end("comma")
    yield clause[begins:]


def _only_stays(clause: str) -> bool:
    return _STAYS.search(clause) is not None and not FROM_TO.fullmatch(clause)


def _of_clause(clause: str, source: Source) -> Iterator[Change]:
    """The change of one clause, then those that its brackets list: "(chuyên đề 1 lúc 8h00, chuyên đề 2 lúc 9h45)"."""
    bare, was, listed = _without_brackets(clause)
    change = told_by(bare, was)
    if change is None:
        return
    turn, about, now, before = change
    yield Change(turn, matter_of(about), clean(now), clean(before), clause, source)
    for each in listed:
        about, now = _HOUR_BEHIND.split(each, maxsplit=1)
        yield Change(Turn.MOVED, matter_of(about), clean(now), "", clause, source)


def _without_brackets(clause: str) -> tuple[str, str, list[str]]:
    """The clause without its brackets, what they say was before, and the hours that they list."""
    was = WAS_BRACKETED.search(clause)
    bare = WAS_BRACKETED.sub("", clause) if was else clause
    listed: list[str] = []
    for inside in _BRACKET.findall(bare):
        if _LISTED.fullmatch(inside):
            listed += [part.strip() for part in inside.split(",")]
            bare = bare.replace(f"({inside})", "")
        elif re.match(r"(?:do|vì|ngay|theo|lý do|thời lượng|không)\b", inside, re.IGNORECASE):
            bare = bare.replace(f"({inside})", "")
    return squeeze(bare).strip(" ,;"), was["was"] if was else "", listed
