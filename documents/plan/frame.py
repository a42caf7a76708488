"""The frame of an office paper: issuing body, number, date and title above the text, recipients and signer below.

Decree 30/2020/NĐ-CP, article 8 and form 1.4; Party bodies, schools and companies imitate it loosely.
"""

import re
from dataclasses import dataclass
from datetime import date

from documents.plan.foot import MARKED, closing_of, foot_of, signer_of, unrolled
from documents.plan.heads import attached_to, bodies_of, body_above, rest_of_number
from documents.plan.pieces import MOTTO, NUMBER, WIDE_GAP, Piece, is_place_date, pieces_of, sourced
from documents.plan.repair import Line
from documents.plan.whens import says_when
from documents.plan.words import ORG_HEAD, clean, is_caps, meanings, squeeze
from domain.conference import Source
from domain.dates import find_clocks, find_dates
from domain.plan import Sourced
from domain.vietnamese import fold

_KIND = re.compile(
    r"(?:DỰ THẢO\s+)?(?:KẾ HOẠCH|CHƯƠNG TRÌNH|THÔNG BÁO|PHƯƠNG ÁN|ĐỀ ÁN|GIẤY MỜI|THƯ MỜI|KỊCH BẢN|BẢNG PHÂN CÔNG"
    r"|QUYẾT ĐỊNH|THỂ LỆ|ĐIỀU LỆ|THƯ NGỎ|TỜ TRÌNH|HƯỚNG DẪN"
    r"|(?:[A-Z]+ ){0,2}PLAN"
    r"|CONCEPT NOTE(?: AND (?:PROGRAMME?|AGENDA))?)"
    r"(?: TỔ CHỨC| LÀM VIỆC| DỰ KIẾN| PHỐI HỢP| LIÊN TỊCH| LIÊN NGÀNH| CHI TIẾT| ĐIỀU HÀNH| NHIỆM VỤ| CÔNG VIỆC"
    r"| (?:LẦN )?(?:SỐ |THỨ )?(?:\d{1,2}|[IV]{1,3})| CHIÊU SINH| TUYỂN SINH| (?:MỜI )?(?:HỌP|DỰ|THAM DỰ|VIẾT BÀI))?"
    r"(?: \([^()]{3,40}\))?"
)
_PROGRAMMES = re.compile(r"(?:[A-Z]+ ){0,3}(?:AGENDA|PROGRAMME?|SCHEDULE)")
"""An English programme's own name, at its very top; further down it is a heading."""
_KINDS_SCANNED = frozenset({"ke hoach", "thong bao", "giay moi", "chuong trinh"})
"""The same with the marks of its letters misread: "KÉ HOẠCH"."""
_PREAMBLE = re.compile(
    r"(?:Căn cứ|Thực hiện|Theo|Để |Nhằm|Tiếp tục|Triển khai|Được sự|Xét|Thiết thực|Chào mừng|Hướng tới"
    r"|Hưởng ứng|Trên cơ sở|Thi hành"
    r"|Kính gửi|Kính|Pursuant|In order|Với mục|Sau khi|Thừa|Nay|Năm học|Hòa chung|Phát huy)\b"
)
_OF_THE = re.compile(r"(?:for|on|of)\s+the\s+(?=[A-Z\d])")  # "PLAN for the Regional Workshop": no part of the name
_ADDRESSED = re.compile(r"\s*Kính gửi\s*:?", re.IGNORECASE)
_ABOUT = re.compile(r"(?:V/v|Về việc)\s*:?\s*", re.IGNORECASE)
_STATES_TIME = re.compile(r"(?:Thời gian|Địa điểm|Time|Venue|Date|When|Where)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text, and the lines of the text itself."""

    title: Sourced[str] | None
    issuer: Sourced[str] | None
    issuer_parent: Sourced[str] | None
    doc_no: Sourced[str] | None
    doc_date: Sourced[date] | None
    doc_year: int | None
    recipients: tuple[Sourced[str], ...]
    signer: Sourced[str] | None
    signer_title: Sourced[str] | None
    body: tuple[Line, ...]


def frame_of(lines: tuple[Line, ...]) -> Frame:
    """Take the frame off the paper."""
    lines = tuple(part for line in lines for part in unrolled(line))
    title_at = _title_line(lines)
    if title_at is not None:
        lines = (
            *lines[:title_at],
            *(p for line in lines[title_at : title_at + 6] for p in _parted(line)),
            *lines[title_at + 6 :],
        )
    title, after = _title(lines, title_at) if title_at is not None else _subject(lines)
    head = lines[: title_at if title_at is not None else after or _head_end(lines)]
    foot_at, foot_to = foot_of(lines, after)
    recipients, signing = closing_of(lines[foot_at:foot_to])
    signer, signer_title = signer_of(signing)
    issuer, parent = bodies_of(head) if after else (None, None)
    issuer = issuer or (attached_to(lines, after) if after else body_above(lines))
    return Frame(
        title,
        issuer,
        parent,
        _doc_no(head),
        _doc_date(head, signing),
        _doc_year(head, signing),
        recipients,
        signer,
        signer_title,
        lines[after:foot_at] + lines[foot_to:],
    )


_RUN_ON = re.compile(rf"\s{{3,}}(?={_PREAMBLE.pattern}\s+\S+\s+\S)")  # "Thực hiện" alone heads a column


def _parted(line: Line) -> tuple[Line, ...]:
    """A title and the reasons behind it that a copied page has on one line."""
    if "   " not in line.text.strip():
        return (line,)
    return tuple(Line(line.number, part) for part in _RUN_ON.split(line.text) if part.strip())


# --- title ---------------------------------------------------------------------------------------------------------


def _title_line(lines: tuple[Line, ...]) -> int | None:
    """The line of the type name: KẾ HOẠCH alone, or followed by the subject in capitals."""
    for index, line in enumerate(lines[:60]):
        text = squeeze(line.text.strip("#* \t"))
        if _STATES_TIME.match(text):
            return None  # what follows is the programme of an announcement, not the name of the paper
        if _KIND.fullmatch(text) or (is_caps(text) and fold(text) in _KINDS_SCANNED):
            if _OF_PROGRAMME.match(text) and (
                _in_the_text(lines[:index]) or not _is_named_below(lines[index + 1 : index + 2])
            ):
                continue  # the heading of a programme: matters of the plan stand above it, or its first item follows
            return index
        if index < _TOP and _PROGRAMMES.fullmatch(text) and _is_named_below(lines[index + 1 : index + 2]):
            return index
        if index < _TOP and _KIND_WITH_NAME.match(text):
            return index
        if re.match(r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH)\s", text) and is_caps(text) and index < 25:
            event = text.removeprefix("CHƯƠNG TRÌNH ")
            if any(squeeze(above.text) == event for above in lines[:index]):
                continue  # the programme of what an invitation named above it
            if _BARE_KIND.fullmatch(event) and not _is_named_below(lines[index + 1 : index + 2]):
                continue  # "CHƯƠNG TRÌNH HỘI NGHỊ" above its first day
            return index
    return None


_TOP = 6
_KIND_WITH_NAME = re.compile(r"(?:KẾ HOẠCH|PHƯƠNG ÁN|ĐIỀU LỆ)\s+(?:[Tt]ổ chức\s+|[Vv]/v\s+)(?=\w+\s\w+)")
"""The type name with the subject behind it in small letters: "KẾ HOẠCH tổ chức Liên hoan …"."""
_BARE_KIND = re.compile(
    r"(?:HỘI NGHỊ|HỘI THẢO|ĐẠI HỘI|DIỄN ĐÀN|T[OỌ][AẠ] ĐÀM|SỰ KIỆN|NGÀY HỘI|LỄ HỘI|BUỔI LỄ|LỄ|CỤ THỂ)(?: KHOA HỌC)?"
)
_OF_PROGRAMME = re.compile(r"(?:DỰ THẢO\s+)?(?:CHƯƠNG TRÌNH|KỊCH BẢN)")


def _is_named_below(following: tuple[Line, ...]) -> bool:
    return any(
        not (
            find_clocks(line.text[:16])
            or says_when(line.text)
            or _STATES_TIME.match(line.text.strip(" *"))
            or _HEAD_OF_TABLE.match(line.text.strip(" |*"))
        )
        for line in following
    )


def _in_the_text(above: tuple[Line, ...]) -> bool:
    """Whether numbered matters of a plan stand above: the paper has begun, and has no type name at its top."""
    marked = [(found, line.text) for line in above if (found := MARKED.match(line.text))]
    return sum(bool(meanings(text[found.end() - 1 :].strip("# "))) for found, text in marked) >= _LEAST_MATTERS


_LEAST_MATTERS = 2
_HEAD_OF_TABLE = re.compile(r"(?:STT|TT|Thời gian|Giờ|Time)\s*(?:$|[|\t])", re.IGNORECASE)


def _head_end(lines: tuple[Line, ...]) -> int:
    """How far a head can reach when no type name ends it: up to the first line that is a sentence."""
    return next((i for i, line in enumerate(lines[:15]) if len(line.text.split()) > 16 or MARKED.match(line.text)), 0)


_REPLACES = re.compile(
    r"\s*\((?:thay thế|thay cho|thay|bổ sung cho|điều chỉnh|kèm theo|ban hành kèm theo)\s[^()]*\)\s*$", re.IGNORECASE
)
"""Which paper this one takes the place of."""


def _title(lines: tuple[Line, ...], at: int) -> tuple[Sourced[str] | None, int]:
    """The lines between the type name and the first reason or heading; and the index after them."""
    own = squeeze(lines[at].text.strip("#* \t"))
    kind = _KIND.match(own) or _PROGRAMMES.fullmatch(own)
    parts = [own[kind.end() :].strip()] if kind and kind.end() < len(own) else []
    index = at + 1
    while index < len(lines) and index < at + 9:
        text = squeeze(lines[index].text).strip("*")
        text = _ABOUT.sub("", text, count=1) if _ABOUT.match(text) else text
        stop = _opens_text(text, parts) or text.startswith(("- ", "(Kèm", "(Ban hành", "Số:"))
        if (
            stop
            or (parts and (_is_heading(parts[-1], text) or _STATES_TIME.match(text) or says_when(text)))
            or (not parts and _INVITES.search(text))
            or (parts and is_caps(text) and not is_caps(parts[-1]) and ORG_HEAD.match(text))
            or (parts and _is_reason(lines[index : index + 2]))
            or (parts and (len(text) > 170 or re.search(r"[;:]$", text) or _is_sentence(text)))
        ):
            break
        if NUMBER.match(text) or is_place_date(text):
            if parts and says_when(text):
                break  # "Hanoi, 14-15 October 2026" under an English name
            index += 1
            continue
        parts.append(text)
        index += 1
    title = _OF_THE.sub("", clean(" ".join(part for part in parts if part)), count=1)
    title = _REPLACES.sub("", title)
    if not title:
        return None, index
    return sourced(title, lines[at + 1 if index > at + 1 else at].number, lines[max(index - 1, at)].number), index


_INVITES = re.compile(r"(?:trân trọng|kính) (?:kính )?mời|^Kính mời\b|xin mời", re.IGNORECASE)
"""An invitation without a subject below its name: who invites stands there."""
_SHORTEST_REASON = 6  # words; "Năm học 2014 - 2015" below a title is its end


def _opens_text(text: str, parts: list[str]) -> bool:
    if MARKED.match(text):
        return True
    found = _PREAMBLE.match(text)
    return found is not None and not (parts and found.group() == "Năm học" and len(text.split()) <= _SHORTEST_REASON)


def _is_reason(lines: tuple[Line, ...]) -> bool:
    """ "Kỷ niệm 68 năm …; thực hiện Chương trình …" below a title opens the text, and is no end of the name."""
    first, *below = [line.text.strip() for line in lines]
    goes_on = [text for text in below if text[:1].islower() or text[:1].isdigit()]
    return first.startswith("Kỷ niệm") and ";" in " ".join([first, *goes_on])


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
        if not text or is_caps(text) or MOTTO.search(text) or is_place_date(text) or text.startswith(("-", "*")):
            break
        parts.append(text)
    return sourced(clean(" ".join(parts)), lines[at].number, lines[at + len(parts) - 1].number), to


def _left(text: str) -> str:
    """What stands in the left half of a head of two columns."""
    return squeeze(WIDE_GAP.split(text.strip())[0])


def _is_heading(before: str, text: str) -> bool:
    """A short line that names a matter of the plan, or ordinary letters after a title in capitals."""
    return (is_caps(before) and not is_caps(text)) or (
        len(text.split()) <= 5 and bool(meanings(text)) and not before.endswith(",")
    )


def _is_sentence(text: str) -> bool:
    """A line of the preamble rather than of a title: long and closed, or saying who issues the plan."""
    return bool(
        re.search(
            r"(?:ban hành|xây dựng|thông báo|lập) (?:kế hoạch|chương trình)|như sau|kính mời"
            r"|\bwill (?:hold|host|organi[sz]e|convene|be held)\b|\binvites?\b",
            text,
            re.IGNORECASE,
        )
    ) or (text.endswith(".") and len(text) > 60)


def _doc_no(head: tuple[Line, ...]) -> Sourced[str] | None:
    pieces = pieces_of(head)
    for place, piece in enumerate(pieces):
        found = NUMBER.search(piece.text)
        if found:
            rest = rest_of_number(pieces, place)
            number = re.sub(r"\s+", "", found["no"]).strip("…._") + (rest.text if rest else "")
            return sourced(number, piece.number, rest.number if rest else piece.number, piece.text)
    return None


def _doc_date(head: tuple[Line, ...], signing: list[Piece]) -> Sourced[date] | None:
    pieces = [*pieces_of(head), *signing]
    for place, piece in enumerate(pieces):
        if is_place_date(piece.text):
            below = next((other for other in pieces[place + 1 :] if other.right == piece.right), None)
            days = find_dates(piece.text) or (find_dates(f"{piece.text} {below.text}") if below else ())
            if days:
                return Sourced(days[0].first, Source(piece.text, piece.number, piece.number), 0.95)
    return None


def _doc_year(head: tuple[Line, ...], signing: list[Piece]) -> int | None:
    """The year of the paper, which stands also where the day is left open ("Sơn Tiến, ngày … tháng 9 năm 2019")."""
    for text in [*(line.text for line in head), *(piece.text for piece in signing)]:
        found = _OPEN_DATE.search(text)
        if found:
            return int(found["year"])
    return None


_OPEN_DATE = re.compile(
    r",\s*ngày[\s.…_]*(?:\d{1,2}\s*)?tháng[\s.…_]*(?:\d{1,2}\s*)?năm\s+(?P<year>20\d\d)", re.IGNORECASE
)
