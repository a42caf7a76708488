"""The bodies in the head of a paper: who issues it, and above it its parent."""

import re

from documents.plan.pieces import MOTTO, NUMBER, Piece, is_place_date, pieces_of, sourced
from documents.plan.repair import Line
from documents.plan.words import ORG_HEAD, PLACE_HEAD, clean, is_caps, squeeze
from domain.plan import Sourced
from domain.vietnamese import CAPITALS

_ORGAN = re.compile(  # of the body above
    r"BAN (?:THƯỜNG TRỰC|THƯỜNG VỤ|CHẤP HÀNH|TỔ CHỨC|(?:TỔNG )?GIÁM ĐỐC)|HỘI ĐỒNG (?:QUẢN TRỊ|THÀNH VIÊN|TRƯỜNG)"
    r"|BCH|BTV|BTT",
    re.IGNORECASE,
)
_UNION = re.compile(  # beside the date it is the union's motto
    r"ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH|ĐỘI (?:TNTP|THIẾU NIÊN TIỀN PHONG) HỒ CHÍ MINH"
)
_OF_UNION = re.compile(r"\bĐO[ÀA]N\b|\bĐỘI\b")
_BELOW = re.compile(  # bodies that stand in a head under their parent, beside those of `ORG_HEAD`
    r"(?:TỔ(?! CHỨC| DÂN)|NHÓM|XÍ NGHIỆP|NHÀ MÁY|TÒA ÁN|TOÀ ÁN|ĐÀI|BÁO(?! CÁO)|CHI ĐOÀN|CHI HỘI|LIÊN CHI|LIÊN ĐỘI"
    r"|CÂU LẠC BỘ|CLB|HỢP TÁC XÃ|HTX|THANH TRA|KHO BẠC|(?:SƯ|TRUNG|LỮ|TIỂU) ĐOÀN|QUÂN KHU|ĐỒN|TỔNG CỤC"
    r"|TỔNG HỘI|TRẠM|NHÀ (?:VĂN HÓA|THIẾU NHI|XUẤT BẢN|HÁT|KHÁCH)|MẦM NON|QUỸ|ĐIỆN LỰC|BƯU ĐIỆN|VIỄN THÔNG|KHÁCH SẠN"
    r"|HẢI QUAN|THUẾ|BẢO TÀNG|PHÂN (?:HIỆU|XƯỞNG)|XƯỞNG|HẠT KIỂM LÂM|VƯỜN QUỐC GIA|DOANH NGHIỆP"
    r"|PHÂN VIỆN|THỐNG KÊ|THƯỜNG TRỰC|ĐỘI (?:THUẾ|QUẢN LÝ|CẢNH SÁT|KIỂM|THANH TRA|THI HÀNH))[\s:]"
)
_OPEN = re.compile(  # what no body's name ends with: the rest stands on the next line
    r"(?:[-–,]|\b(?:VÀ|CỦA|CÁC|THƯỜNG TRỰC|CÔNG TY|TNHH|MTV|CP|CỔ PHẦN|TẬP ĐOÀN|(?<!MÔI )(?<!THỊ )TRƯỜNG"
    r"|QUẢN LÝ|LIÊN MINH|LIÊN HIỆP|HỢP TÁC XÃ|(?<!XÃ )HỘI|CHI BỘ|ĐẢNG (?:BỘ|ỦY|UỶ)|CÔNG ĐOÀN|LIÊN ĐOÀN"
    r"|(?<!QUỐC )(?<!HẢI )PHÒNG|SỞ|NGÀNH|CƠ SỞ|BAN))$"
)


def _org_lines(head: tuple[Line, ...]) -> list[Piece]:
    """The pieces that name bodies: in capitals, neither motto, number nor date."""
    kept: list[Piece] = []
    numbered = kept_on = False
    pieces = pieces_of(head)
    rests = [rest_of_number(pieces, at) for at, piece in enumerate(pieces) if NUMBER.search(piece.text)]
    rests += [_rest_of_motto(pieces, at) for at, piece in enumerate(pieces) if _CUT_MOTTO.search(piece.text)]
    for piece in pieces:
        text = piece.text
        if piece in rests:
            continue
        numbered = numbered or NUMBER.match(text) is not None
        if kept and _UNION.fullmatch(text) and (numbered or any(_OF_UNION.search(above.text) for above in kept)):
            continue  # under the union's own committee it is the motto
        named = is_caps(text) or ORG_HEAD.match(text) or PLACE_HEAD.match(text)
        if text == "VIỆT NAM" and kept_on:
            continue  # the rest of the country's name
        kept_on = re.search(r"XÃ HỘI CHỦ NGHĨA$", text) is not None
        if (
            MOTTO.search(text)
            or NUMBER.match(text)
            or _NUMBERED.match(text)
            or is_place_date(text)
            or not named
            or len(text) > 110
        ):
            continue
        if re.match(
            r"(?:\d+\s*/|THÔNG BÁO|KẾ HOẠCH|CHƯƠNG TRÌNH|GIẤY MỜI|DỰ THẢO|MẬT|TỐI MẬT|HỎA TỐC|KHẨN|THƯỢNG KHẨN)\b", text
        ):
            continue
        kept.append(piece)
    return kept


_NUMBERED = re.compile(r"Số\s*[:.]\s*[\d…._]", re.IGNORECASE)  # whatever its form


def bodies_of(head: tuple[Line, ...]) -> tuple[Sourced[str] | None, Sourced[str] | None]:
    """The issuing body and, above it, its parent. A line that only names a place goes on with the body before."""
    bodies: list[list[Piece]] = []
    for piece in _org_lines(head):
        goes_on = (
            PLACE_HEAD.match(piece.text)
            or _ORGAN.fullmatch(piece.text)
            or not (ORG_HEAD.match(piece.text) or _BELOW.match(piece.text))
            or _unfinished(bodies)
        )
        if bodies and goes_on:
            bodies[-1].append(piece)
        else:
            bodies.append([piece])
    named = [sourced(" ".join(p.text for p in body), body[0].number, body[-1].number) for body in bodies]
    if not named:
        return None, None
    return named[-1], named[-2] if len(named) > 1 else None


def _unfinished(bodies: list[list[Piece]]) -> bool:
    return bool(bodies) and _OPEN.search(bodies[-1][-1].text) is not None


def rest_of_number(pieces: list[Piece], at: int) -> Piece | None:
    """What stands below a number that ends with a hyphen: "Số: 52-KH/TĐTN-" above "TNNT"."""
    if not re.search(r"[-/]$", pieces[at].text):
        return None
    below = next((piece for piece in pieces[at + 1 :] if piece.right == pieces[at].right), None)
    return below if below and re.fullmatch(rf"[{CAPITALS}&-]{{2,14}}", below.text) else None


_CUT_MOTTO = re.compile(r"XÃ HỘI CHỦ NGHĨA(?: VIỆT)?$")


def _rest_of_motto(pieces: list[Piece], at: int) -> Piece | None:
    """What a narrow column has below the country's name cut short: "VIỆT NAM", "NAM"."""
    below = next((piece for piece in pieces[at + 1 :] if piece.right == pieces[at].right), None)
    return below if below and re.fullmatch(r"(?:VIỆT )?NAM", below.text) else None


_ATTACHED = re.compile(  # whose decision a plan is attached to
    r"(?:^|.*\s\(|\()\s*(?:Ban hành\s+)?[Kk]èm theo\s[^()]{3,120}?\scủa\s+(?:(?:Chủ tịch|Bộ trưởng|Giám đốc"
    r"|Tổng Giám đốc|Hiệu trưởng|Cục trưởng|Viện trưởng|Trưởng ban|Thủ trưởng)\s+)?"
    r"(?P<body>[A-ZĐỦỞÔÂ][^()]{3,90})\)?\s*$"
)


_TOP = 12


def attached_to(lines: tuple[Line, ...], at: int) -> Sourced[str] | None:
    """The body of the decision that a plan without a head of its own belongs to."""
    for line in (*lines[:_TOP], *lines[max(at - 1, _TOP) : at + 3]):
        found = _ATTACHED.match(squeeze(line.text))
        if found and ORG_HEAD.match(found["body"]):
            return sourced(clean(found["body"]), line.number, line.number, squeeze(line.text), 0.8)
    return None


_ASKS = re.compile(r"\s(?:KÍNH MỜI|MỜI|THÔNG BÁO|TỔ CHỨC|PHỐI HỢP|PHÁT ĐỘNG)\b")


def body_above(lines: tuple[Line, ...]) -> Sourced[str] | None:
    """The body that the first line of an invitation without a head names in capitals, and nothing else."""
    first = next((line for line in lines if line.text.strip()), None)
    text = squeeze(first.text.strip("#*| ")) if first else ""
    named = is_caps(text) and len(text.split()) > 2 and ORG_HEAD.match(text) and not _ASKS.search(text)
    return sourced(clean(text), first.number, first.number, confidence=0.7) if first and named else None
