"""What a paper says of itself was changed since: a notice behind it, at its end or above its text, parted from it."""

import re

from documents.plan.papers import head_of
from documents.plan.repair import Line
from domain.vietnamese import squeeze

_MARK = r"[\s*#_=>!+•▪●–-]*(?:\(?(?:[IVX]{1,4}|\d{1,2}|[a-zđ])[.)]\s*)?"
_CHANGES = r"(?:điều chỉnh|thay đổi|đính chính|sửa đổi|cập nhật|bổ sung)"
_TITLE = re.compile(  # under "THÔNG BÁO", or the subject of a letter
    rf"{_MARK}(?:(?:thông báo|công văn|về\s*việc|v/v|về|một số)[\s:]+)*{_CHANGES}\b"
    r"|.{0,40}\b(?:amendment|corrigendum|change of (?:programme|schedule|venue))",
    re.IGNORECASE,
)
_KIND = re.compile(r"(?:THÔNG BÁO|CÔNG VĂN|QUYẾT ĐỊNH|NOTICE|ANNOUNCEMENT)(?:\s+SỐ\s*\d+)?", re.IGNORECASE)
_SUBJECT = re.compile(rf"\(?\s*(?:v/v|về việc)[\s:]+(?:thông báo\s+)?{_CHANGES}\b", re.IGNORECASE)
_HEADING = re.compile(
    rf"{_MARK}(?P<name>(?:thông báo|thông tin|lưu ý|ghi chú|những|các|một số|nội dung|tin|mục)?[\s:]*"
    r"(?:điều chỉnh|thay đổi|đính chính|cập nhật|bổ sung(?! (?:hồ sơ|kinh phí)))"
    r"|lưu ý|(?:important )?(?:notice|changes?|updated?|corrections?|corrigend(?:um|a)|errat(?:um|a)|addend(?:um|a)|"
    r"amendments?|schedule changes?|programme changes?|last[- ]minute changes?)\b)(?P<rest>.*)",
    re.IGNORECASE,
)
_TELLS_CHANGE = re.compile(
    r"\b(?:điều chỉnh|thay đổi|chuyển|đổi|dời|lùi|hoãn|hủy|huỷ|bỏ|thay (?:cho|vì|bằng)|thay|bổ sung|thêm|gia hạn|sửa"
    r"|giảm|tăng|kéo dài|rút ngắn|kết thúc|không\b.*\bnữa|không tổ chức|chứ không|nay là|xin đọc"
    r"|moved?|changed?|cancel+ed|replac\w+|postponed|rescheduled|extended|instead|added|now|will)\b|→|->|=>",
    re.IGNORECASE,
)
_POINT = re.compile(r"\s*(?:[-–—+•*▪●]|\d{1,2}\s*[.)]|[a-zđ]\s*\)|\|)\s*\S")
_BULLET = re.compile(r"\s*[-–—+•*▪●|]\s")
_NUMBER = re.compile(r"\s*(\d{1,2})\s*[.)]\s")
_ENDS_POINT = re.compile(r"[.;:!)]\s*$")
_CLOSES = re.compile(r"\s*(?:nơi nhận|kính gửi|(?:TM|KT|TL|T/M)\.\s|[IVX]{1,4}\.\s)", re.IGNORECASE)
_LEAST_BEFORE = 8
"""Lines of the plan that stand above a notice behind it."""

_LONGEST_HEADING = 160
_LONGEST = 120
"""Lines of a notice in the same paper at most."""


def notice_in(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the plan, and those that tell what was changed of it since; none where nothing says so."""
    behind = _paper_behind(lines)
    if behind is not None:
        return lines[:behind], lines[behind:]
    for index in range(1, len(lines)):
        block = _block_at(lines, index)
        if block:
            return (*lines[:index], *lines[index + len(block) :]), block
    return lines, ()


def _paper_behind(lines: tuple[Line, ...]) -> int | None:
    """Where a paper of its own begins that amends the one above it."""
    for index in range(_LEAST_BEFORE, len(lines)):
        text = squeeze(lines[index].text.strip("#* \t"))
        below = squeeze(lines[index + 1].text.strip("#* \t(")) if index + 1 < len(lines) else ""
        if _is_subject(lines, index, text) or (_KIND.fullmatch(text) and _TITLE.match(below)):
            return head_of(lines, index)
    return None


def _is_subject(lines: tuple[Line, ...], index: int, text: str) -> bool:
    """Whether a line is the subject of a paper behind the plan, and does not go on what stands above it."""
    if not _SUBJECT.match(text) or not (text[0].isupper() or text[0] in "(vV"):
        return False
    above = squeeze(lines[index - 1].text)
    headed = any(_HEAD.match(line.text) for line in lines[index - _LEAST_BEFORE : index])
    return headed and head_of(lines, index) >= _LEAST_BEFORE and not _GROUNDS.match(above)


_HEAD = re.compile(r"[\s*#]*(?:số\s*[:.]|công văn|thông báo|cộng h(?:òa|oà)|độc lập|kính gửi)", re.IGNORECASE)
_GROUNDS = re.compile(r"[\s–-]*(?:căn cứ|thực hiện|theo|xét)\b", re.IGNORECASE)


def _block_at(lines: tuple[Line, ...], index: int) -> tuple[Line, ...]:
    """The heading of a notice with the points under it, or with what its own line says."""
    text = lines[index].text
    found = _HEADING.match(text) if len(text) <= _LONGEST_HEADING or ":" in text[:60] else None
    if found is None:
        return _mostly_telling(_with_points(lines, index)) if _LEADS_IN.fullmatch(text) else ()
    if _BULLET.match(text) and not found["rest"].strip():
        return ()
    rest = found["rest"]
    if found["name"].strip().lower() == "bổ sung" or _OF_ANOTHER_PAPER.search(rest):
        return ()
    named = re.fullmatch(r"lưu ý", found["name"].strip(), re.IGNORECASE) is None
    opens = (
        text.rstrip().endswith((":", ")"))
        or not rest.strip()
        or text.isupper()
        or _DATED.fullmatch(rest)
        or rest.lstrip().startswith("(")
    )
    told = rest.partition(":")[2]
    if told.strip() and not text.rstrip().endswith(":"):
        head = rest.partition(":")[0]
        alone = (named and len(head.split()) <= 8) or re.search(r"cập nhật|điều chỉnh|thay đổi|update", head, re.I)
        return _with_points(lines, index) if alone and _TELLS_CHANGE.search(told) else ()
    if not opens or not (named or _TELLS_CHANGE.search(rest)):
        return ()
    return _mostly_telling(_with_points(lines, index))


_OF_ANOTHER_PAPER = re.compile(r"\b(?:quy chế|quy hoạch|nghị quyết|điều lệ|đề án|luật|nghị định)\b", re.IGNORECASE)
"""What is amended by those who meet, and not of their meeting."""


def _mostly_telling(block: tuple[Line, ...]) -> tuple[Line, ...]:
    """A heading with its points where at least half of these tell a change; nothing else."""
    telling = sum(1 for line in block[1:] if _TELLS_CHANGE.search(line.text))
    return block if telling and 2 * telling >= sum(1 for line in block[1:] if line.text.strip()) - 1 else ()


_LEADS_IN = re.compile(
    r".{0,60}\b(?:thông báo|điều chỉnh|thay đổi|đính chính|cập nhật)\b.{0,30}"
    r"\b(?:thay đổi|điều chỉnh|như sau|so với)\b.{0,80}:\s*"
    r"|.{0,60}\b(?:the following changes?|changes? (?:as follows|to the))\b.{0,60}:\s*",
    re.IGNORECASE,
)
_DATED = re.compile(r"[\s:,(]*(?:ngày\s+)?\d[^:;]{0,25}", re.IGNORECASE)


def _with_points(lines: tuple[Line, ...], index: int) -> tuple[Line, ...]:
    """A line with those below it that go on telling what is changed."""
    last = index
    told = _ENDS_POINT.search(lines[index].text) and not lines[index].text.rstrip().endswith((":", ")"))
    number = _NUMBER.match(lines[index].text)
    for at in range(index + 1, min(len(lines), index + _LONGEST)):
        text = lines[at].text
        if not text.strip():
            continue
        wrapped = at == last + 1 and not _ENDS_POINT.search(lines[last].text) and text.strip()[:1].islower()
        first = at == index + 1 and not told
        if number and (found := _NUMBER.match(text)) and int(found[1]) == int(number[1]) + 1:
            break
        if _CLOSES.match(text) or not (_POINT.match(text) or _TELLS_CHANGE.search(text) or wrapped or first):
            break
        last = at
    return lines[index : last + 1]
