"""The frame of an office paper: issuing body, number, date and title above the text, recipients and signer below.

Decree 30/2020/NĐ-CP, article 8 and form 1.4; Party bodies, schools and companies imitate it loosely.
"""

import re
from dataclasses import dataclass
from datetime import date

from documents.plan.lines import Line
from documents.plan.names import personal_name
from documents.plan.words import OFFICE_LINE, ORG_HEAD, PLACE_HEAD, clean, is_caps, meanings, split_outside, squeeze
from domain.conference import Source
from domain.dates import find_dates
from domain.plan import Sourced

_KIND = re.compile(
    r"(?:DỰ THẢO\s+)?(?:KẾ HOẠCH|CHƯƠNG TRÌNH|THÔNG BÁO|PHƯƠNG ÁN|ĐỀ ÁN|GIẤY MỜI|THƯ MỜI|KỊCH BẢN|BẢNG PHÂN CÔNG"
    r"|(?:[A-Z]+ ){0,2}PLAN"
    r"|CONCEPT NOTE(?: AND (?:PROGRAMME?|AGENDA))?)"
    r"(?: TỔ CHỨC| PHỐI HỢP| LIÊN TỊCH| LIÊN NGÀNH| CHI TIẾT| ĐIỀU HÀNH| NHIỆM VỤ| CÔNG VIỆC)?"
)
_PREAMBLE = re.compile(
    r"(?:Căn cứ|Thực hiện|Theo|Để |Nhằm|Tiếp tục|Triển khai|Được sự|Xét|Thiết thực|Chào mừng|Hướng tới"
    r"|Hưởng ứng|Trên cơ sở|Thi hành"
    r"|Kính gửi|Kính|Pursuant|In order|Với mục|Sau khi|Thừa|Nay|Năm học|Hòa chung|Phát huy)\b"
)
_MARKED = re.compile(r"(?:[IVX]{1,5}|1I|l|\d{1,2}|A)\s*[.\-/)]\s*\S|Phần\s|Điều\s+\d|#")
_MOTTO = re.compile(
    r"CỘNG H[OÒ]{1,2}[AÀ] XÃ HỘI|ĐỘC LẬP\s*[-–]|ĐẢNG CỘNG SẢN VIỆT NAM$|SOCIALIST REPUBLIC|INDEPENDENCE\s*[-–]",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:Số|No)\s*[:.]?\s*(?P<no>[\d…._ ]*(?:/\d{4})?\s*[-/]\s*[A-ZĐa-z][\w&/.-]*(?:\s*-\s*[A-ZĐ]\w+)*)", re.IGNORECASE
)
_RECIPIENTS = re.compile(r"\s*(?:Nơi (?:nhận|gửi)|Kính gửi nơi nhận|Recipients|Distribution)\s*:?", re.IGNORECASE)
_APPENDIX = re.compile(
    r"\s*(?:PHỤ LỤC|Phụ lục\s+(?:[IVX\d]+|:)|CHƯƠNG TRÌNH\b|DỰ KIẾN CHƯƠNG TRÌNH|APPENDIX|ANNEX|LỊCH TRÌNH)"
)
_LONGEST_RECIPIENT = 400
_WIDE_GAP = re.compile(r"\s{3,}|\t+|\s*(?=CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM\s*$)")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_OF_THE = re.compile(r"(?:for|on|of)\s+the\s+(?=[A-Z\d])")  # "PLAN for the Regional Workshop": no part of the name
_ITEM = re.compile(r"\s*[-–—+•*▪·]\s*")
_ADDRESSED = re.compile(r"\s*Kính gửi\s*:?", re.IGNORECASE)
_ABOUT = re.compile(r"(?:V/v|Về việc)\s*:?\s*", re.IGNORECASE)
_STATES_TIME = re.compile(r"(?:Thời gian|Địa điểm|Time|Venue|Date)\s*:", re.IGNORECASE)
_ORGAN = re.compile(  # of the body above
    r"BAN (?:THƯỜNG TRỰC|THƯỜNG VỤ|CHẤP HÀNH|TỔ CHỨC|(?:TỔNG )?GIÁM ĐỐC)|HỘI ĐỒNG (?:QUẢN TRỊ|THÀNH VIÊN|TRƯỜNG)"
    r"|BCH|BTV|BTT",
    re.IGNORECASE,
)
_UNION = re.compile(r"ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH")  # beside the date it is the union's motto
_APPROVES = re.compile(
    r"(?:người lập(?: kế hoạch| biểu| bảng)?|(?:người |lãnh đạo |cấp )?(?:phê duyệt|duyệt)|xác nhận của [^.;]{3,40})",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\((?:đã ký|ký tên|signed|đã kí|ký, đóng dấu|chữ ký)[^)]*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text, and the lines of the text itself."""

    title: Sourced[str] | None
    issuer: Sourced[str] | None
    issuer_parent: Sourced[str] | None
    doc_no: Sourced[str] | None
    doc_date: Sourced[date] | None
    recipients: tuple[Sourced[str], ...]
    signer: Sourced[str] | None
    signer_title: Sourced[str] | None
    body: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line between wide gaps; `right` when it stands in the right half."""

    number: int
    text: str
    right: bool


def frame_of(lines: tuple[Line, ...]) -> Frame:
    """Take the frame off the paper."""
    title_at = _title_line(lines)
    title, after = _title(lines, title_at) if title_at is not None else _subject(lines)
    head = lines[: title_at if title_at is not None else after or _head_end(lines)]
    foot_at, foot_to = _foot(lines, after)
    recipients, signing = _closing(lines[foot_at:foot_to])
    signer, signer_title = _signer(signing)
    issuer, parent = _issuer(head) if after else (None, None)
    return Frame(
        title,
        issuer,
        parent,
        _doc_no(head),
        _doc_date(head, signing),
        recipients,
        signer,
        signer_title,
        lines[after:foot_at] + lines[foot_to:],
    )


def _sourced(text: str, first: int, last: int, quote: str | None = None, confidence: float = 0.95) -> Sourced[str]:
    return Sourced(text, Source(quote or text, first, last), confidence)


# --- title ---------------------------------------------------------------------------------------------------------


def _title_line(lines: tuple[Line, ...]) -> int | None:
    """The line of the type name: KẾ HOẠCH alone, or followed by the subject in capitals."""
    for index, line in enumerate(lines[:60]):
        text = squeeze(line.text.strip("#* \t"))
        if _STATES_TIME.match(text):
            return None  # what follows is the programme of an announcement, not the name of the paper
        if _KIND.fullmatch(text):
            return index
        if re.match(r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH)\s", text) and is_caps(text) and index < 25:
            return index
    return None


def _head_end(lines: tuple[Line, ...]) -> int:
    """How far a head can reach when no type name ends it: up to the first line that is a sentence."""
    return next((i for i, line in enumerate(lines[:15]) if len(line.text.split()) > 16 or _MARKED.match(line.text)), 0)


def _title(lines: tuple[Line, ...], at: int) -> tuple[Sourced[str] | None, int]:
    """The lines between the type name and the first reason or heading; and the index after them."""
    own = squeeze(lines[at].text.strip("#* \t"))
    kind = _KIND.match(own)
    parts = [own[kind.end() :].strip()] if kind and kind.end() < len(own) else []
    index = at + 1
    while index < len(lines) and index < at + 9:
        text = squeeze(lines[index].text).strip("*")
        stop = _PREAMBLE.match(text) or _MARKED.match(text) or text.startswith(("- ", "(Kèm", "(Ban hành", "Số:"))
        if (
            stop
            or (parts and _is_heading(parts[-1], text))
            or (parts and (len(text) > 170 or re.search(r"[;:]$", text) or _is_sentence(text)))
        ):
            break
        if _NUMBER.match(text) or _is_place_date(text):
            index += 1
            continue
        parts.append(text)
        index += 1
    title = _OF_THE.sub("", clean(" ".join(part for part in parts if part)), count=1)
    if not title:
        return None, index
    return _sourced(title, lines[at + 1 if index > at + 1 else at].number, lines[max(index - 1, at)].number), index


def _subject(lines: tuple[Line, ...]) -> tuple[Sourced[str] | None, int]:
    """A letter's title is the subject under its number ("V/v tổ chức …"); its text begins at "Kính gửi"."""
    to = next((i for i, line in enumerate(lines[:25]) if _ADDRESSED.match(line.text)), None)
    if to is None:
        return None, 0
    at = next((i for i, line in enumerate(lines[:to]) if _ABOUT.match(_left(line.text))), None)
    if at is None:
        return None, 0
    parts = [_ABOUT.sub("", _left(lines[at].text), count=1)]
    for line in lines[at + 1 : to]:
        text = _left(line.text)
        if not text or is_caps(text) or _MOTTO.search(text) or _is_place_date(text) or text.startswith(("-", "*")):
            break
        parts.append(text)
    return _sourced(clean(" ".join(parts)), lines[at].number, lines[at + len(parts) - 1].number), to


def _left(text: str) -> str:
    """What stands in the left half of a head of two columns."""
    return squeeze(_WIDE_GAP.split(text.strip())[0])


def _is_heading(before: str, text: str) -> bool:
    """A short line that names a matter of the plan, or ordinary letters after a title in capitals."""
    return (is_caps(before) and not is_caps(text)) or (
        len(text.split()) <= 5 and bool(meanings(text)) and not before.endswith(",")
    )


def _is_sentence(text: str) -> bool:
    """A line of the preamble rather than of a title: long and closed, or saying who issues the plan."""
    return bool(
        re.search(r"(?:ban hành|xây dựng|thông báo|lập) (?:kế hoạch|chương trình)|như sau", text, re.IGNORECASE)
    ) or (text.endswith(".") and len(text) > 60)


# --- the head ------------------------------------------------------------------------------------------------------


def _pieces(lines: tuple[Line, ...]) -> list[_Piece]:
    found = []
    for line in lines:
        text = re.sub(r"((?:Số|No)\s*[:.])\s+", r"\1 ", line.text.strip("|* \t"))
        parts = [part for part in _WIDE_GAP.split(text) if part.strip(" |*")]
        shifted = len(line.text) - len(line.text.lstrip()) >= 12 or line.text.startswith("\t")
        for order, part in enumerate(parts):
            found.append(_Piece(line.number, squeeze(part.strip(" |*")), order > 0 or shifted))
    return found


def _is_place_date(text: str) -> bool:
    return (
        re.match(rf"[^,;]{{2,40}},\s*(?:ngày|tháng|\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})? {_MONTH}|{_MONTH} \d)", text)
        is not None
    )


def _org_lines(head: tuple[Line, ...]) -> list[_Piece]:
    """The pieces that name bodies: in capitals, neither motto, number nor date."""
    kept: list[_Piece] = []
    numbered = False
    for piece in _pieces(head):
        text = piece.text
        numbered = numbered or _NUMBER.match(text) is not None
        if numbered and kept and _UNION.fullmatch(text):
            continue
        named = is_caps(text) or ORG_HEAD.match(text) or PLACE_HEAD.match(text)
        if _MOTTO.search(text) or _NUMBER.match(text) or _is_place_date(text) or not named or len(text) > 110:
            continue
        if re.match(r"(?:DỰ THẢO|MẬT|TỐI MẬT|HỎA TỐC|KHẨN|THƯỢNG KHẨN)\b", text):
            continue
        kept.append(piece)
    return kept


def _issuer(head: tuple[Line, ...]) -> tuple[Sourced[str] | None, Sourced[str] | None]:
    """The issuing body and, above it, its parent. A line that only names a place goes on with the body before."""
    bodies: list[list[_Piece]] = []
    for piece in _org_lines(head):
        goes_on = (
            PLACE_HEAD.match(piece.text)
            or _ORGAN.fullmatch(piece.text)
            or not ORG_HEAD.match(piece.text)
            or _unfinished(bodies)
        )
        if bodies and goes_on:
            bodies[-1].append(piece)
        else:
            bodies.append([piece])
    named = [_sourced(" ".join(p.text for p in body), body[0].number, body[-1].number) for body in bodies]
    if not named:
        return None, None
    return named[-1], named[-2] if len(named) > 1 else None


def _unfinished(bodies: list[list[_Piece]]) -> bool:
    return bool(bodies) and re.search(r"(?:[-–,]|\bVÀ|\bCỦA|\bCÁC|\bTHƯỜNG TRỰC)$", bodies[-1][-1].text) is not None


def _doc_no(head: tuple[Line, ...]) -> Sourced[str] | None:
    for piece in _pieces(head):
        found = _NUMBER.search(piece.text)
        if found:
            return _sourced(re.sub(r"\s+", "", found["no"]).strip("…._"), piece.number, piece.number, piece.text)
    return None


def _doc_date(head: tuple[Line, ...], signing: list[_Piece]) -> Sourced[date] | None:
    for piece in [*_pieces(head), *signing]:
        if _is_place_date(piece.text):
            days = find_dates(piece.text)
            if days:
                return Sourced(days[0].first, Source(piece.text, piece.number, piece.number), 0.95)
    return None


# --- the foot ------------------------------------------------------------------------------------------------------


def _foot(lines: tuple[Line, ...], after: int) -> tuple[int, int]:
    """Where the foot begins and ends: from the signature or the recipients to an appendix or the end."""
    at = next((i for i in range(len(lines) - 1, after - 1, -1) if _RECIPIENTS.match(lines[i].text)), None)
    if at is None:
        at = _signature_line(lines, after)
        if at is None:
            return len(lines), len(lines)
    while at > after and _signs(lines[at - 1].text):
        at -= 1
    to = next((i for i in range(at + 1, len(lines)) if _APPENDIX.match(lines[i].text)), len(lines))
    return at, to


def _signature_line(lines: tuple[Line, ...], after: int) -> int | None:
    return next((i for i in range(max(after, len(lines) - 20), len(lines)) if _is_signing(lines[i])), None)


def _is_signing(line: Line) -> bool:
    """An office, or who drew up and who approves: side by side, or alone on the line."""
    return any(OFFICE_LINE.match(part) or _APPROVES.fullmatch(part) for part in _WIDE_GAP.split(line.text.strip()))


def _signs(text: str) -> bool:
    """Whether a line above the recipients belongs to the signature: an office, a name, "(Đã ký)", place and date."""
    return all(_is_of_signature(part) for part in _WIDE_GAP.split(text.strip()))


def _is_of_signature(text: str) -> bool:
    stripped = squeeze(text)
    if len(stripped) > 70 or stripped.startswith(("-", "+")):
        return False
    return bool(
        OFFICE_LINE.match(stripped)
        or personal_name(stripped)
        or _BRACKETED.fullmatch(stripped)
        or _is_place_date(stripped)
    ) or (is_caps(stripped) and not _MARKED.match(stripped))


def _closing(lines: tuple[Line, ...]) -> tuple[tuple[Sourced[str], ...], list[_Piece]]:
    """Recipients and the pieces of the signature, told apart where they stand side by side."""
    recipients: list[Sourced[str]] = []
    signing: list[_Piece] = []
    listing = done = False
    dashed = any(_ITEM.match(piece.text) for piece in _pieces(lines))
    for piece in _pieces(lines):
        text = piece.text
        opened = _RECIPIENTS.match(text)
        if opened and not piece.right:
            listing, text = True, text[opened.end() :].strip(" :")
        if not text:
            continue
        if listing and _leaves_list(text, piece, recipients, done):
            listing = listing and piece.right  # what follows an office on the left is the signature
            signing.append(piece)
        elif not listing and not (recipients and _ITEM.match(text) and not piece.right):
            signing.append(piece)
        else:
            listing = True
            recipients = _with_recipients(recipients, text, piece.number, dashed)
            done = bool(recipients) and re.match(r"lưu\b", recipients[-1].value, re.IGNORECASE) is not None
    return tuple(recipients), signing


def _leaves_list(text: str, piece: _Piece, recipients: list[Sourced[str]], done: bool) -> bool:
    if _ITEM.match(text) and not piece.right:
        return False
    if OFFICE_LINE.match(text) or _BRACKETED.fullmatch(text) or (piece.right and not _ITEM.match(text)):
        return True
    if recipients and is_caps(text) and recipients[-1].source.quote.rstrip().endswith((";", ".")):
        return True
    if personal_name(text) and (done or is_caps(recipients[-1].value if recipients else "")):
        return True
    return (is_caps(text) and len(text.split()) > 1 and not text.startswith("Lưu") and done) or (
        done and personal_name(text) is not None
    )


def _with_recipients(recipients: list[Sourced[str]], text: str, number: int, dashed: bool) -> list[Sourced[str]]:
    """The list with one more piece: a new item behind its dash, else the rest of the item before."""
    marked = _ITEM.match(text)
    ends = (";", ".") if dashed else (";", ".", ",")  # Party bodies close an item with a comma
    open_item = bool(recipients) and not recipients[-1].source.quote.rstrip().endswith(ends)
    if not marked and open_item and len(recipients[-1].value) < _LONGEST_RECIPIENT:
        last = recipients[-1]
        joined = f"{last.source.quote} {text}"
        first, *more = re.split(r";\s+[-–—+•]?\s*(?=\S)", joined)
        done = _sourced(clean(first), last.source.first, number, f"{first};" if more else first)
        return [*recipients[:-1], done, *(_sourced(clean(item), number, number, item) for item in more if clean(item))]
    if not marked and ";" in text:
        parts = split_outside(text)
        closed = [f"{item};" for item in parts[:-1]] + [parts[-1] + (";" if text.endswith(";") else "")]
        return recipients + [_sourced(clean(item), number, number, item) for item in closed if clean(item)]
    items = re.split(r"(?<=[;,.])\s+[-–—+•]\s*(?=\S)", text[marked.end() :] if marked else text)
    return recipients + [_sourced(clean(item), number, number, item) for item in items if clean(item)]


# --- the signer ----


def _signer(signing: list[_Piece]) -> tuple[Sourced[str] | None, Sourced[str] | None]:
    """The last line that is a personal name, and the office lines before it."""
    at = next((i for i in range(len(signing) - 1, -1, -1) if personal_name(signing[i].text)), None)
    if at is None:
        return None, _office(signing)
    name = signing[at]
    signer = _sourced(personal_name(name.text) or name.text, name.number, name.number, name.text)
    return signer, _office(signing[:at])


def _office(pieces: list[_Piece]) -> Sourced[str] | None:
    offices = [p for p in pieces if is_caps(p.text) and not _MOTTO.search(p.text)]
    if not offices:
        return None
    return _sourced(" ".join(p.text for p in offices), offices[0].number, offices[-1].number)
