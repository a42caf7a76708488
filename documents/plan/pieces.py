"""The pieces of a head or foot of two columns, left and right."""

import re
from dataclasses import dataclass

from documents.plan.repair import Line
from documents.plan.words import squeeze
from domain.conference import Source
from domain.plan import Sourced
from domain.vietnamese import CAPITALS

_PARTY = "Đ[ẢÃẠA]NG C[ỘỌÔ]NG S[ẢÃẠA]N VI[ỆÊẸ]T NAM"  # as a scanner may read it
MOTTO = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ(?: HỘI(?: CHỦ)?)?$|^(?:HỘI )?(?:CHỦ )?NGHĨA VIỆT NAM$|^HỘI CHỦ NGHĨA VIỆT NAM"
    r"|C[ỘỌÔÒÓO]NG H[OÒÓ]{1,2}[AÀÁ] XÃ HỘI"
    rf"|Đ[ỘỌÔ]C L[ẬÂẠ]P\s*[-–]|{_PARTY}$|SOCIALIST REPUBLIC|INDEPENDENCE\s*[-–]",
    re.IGNORECASE,
)
NUMBER = re.compile(
    r"(?:S[ốôồổỗộ]|No)\s*[:.]?\s*(?P<no>[\d…._ ]*(?:/\d{4})?\s*[-/]\s*[A-ZĐa-z][\w&/.-]*(?:\s*-\s*[A-ZĐ]\w+)*)",
    re.IGNORECASE,
)
WIDE_GAP = re.compile(
    rf"\s{{3,}}|\t+|\s*(?=C[ỘỌÔÒÓO]NG H[OÒÓ]{{1,2}}[AÀÁ] XÃ HỘI|{_PARTY}\s*$|Độc lập\s*[-–]\s*Tự do)"
    rf"|(?<=[;:,])\s+(?=(?:TM|KT|TL|TUQ|T/M|K/T)[.\s]\s*[{CAPITALS}]{{2}}"  # "- Lưu: VT, KT.   Hà Văn Ca" is none
    r"|(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|HIỆU TRƯỞNG|BÍ THƯ|TRƯỞNG [A-ZĐ]+)\s*$)"
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
BRACKETED = re.compile(r"\((?:đã ký|ký tên|signed|đã kí|ký, đóng dấu|chữ ký)[^)]*\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line between wide gaps; `right` when it stands in the right half."""

    number: int
    text: str
    right: bool


def sourced(text: str, first: int, last: int, quote: str | None = None, confidence: float = 0.95) -> Sourced[str]:
    return Sourced(text, Source(quote or text, first, last), confidence)


def pieces_of(lines: tuple[Line, ...]) -> list[Piece]:
    found = []
    for line in lines:
        text = re.sub(r"((?:Số|No)\s*[:.])\s+", r"\1 ", line.text.strip("|* \t"))
        parts = [part for part in WIDE_GAP.split(text) if part.strip(" |*")]
        shifted = len(line.text) - len(line.text.lstrip()) >= 12 or line.text.startswith("\t")
        for order, part in enumerate(parts):
            found.append(Piece(line.number, squeeze(part.strip(" |*")), order > 0 or shifted))
    return found


def is_place_date(text: str) -> bool:
    """Whether a line of the head says where and when the paper was made; "Nghị quyết số 27, ngày 15/10" is a paper."""
    return (
        re.match(
            rf"(?![^,;]*\bsố \d)[^,;]{{2,40}},\s*(?:ngày|tháng|\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})? {_MONTH}|{_MONTH} \d)",
            text,
        )
        is not None
    )
