"""How a paper words a number of people, which words add up all, and which number they come to."""

import re

PEOPLE_NOUN = (
    r"(?:người|vị(?!\s+(?:trí|thế))|đại biểu|đồng chí|đ/c|khách|học viên|học sinh|sinh viên|thành viên|đảng viên"
    r"|đoàn viên|hội viên|trại sinh|vận động viên|thí sinh|cổ đông|cán bộ|công chức|viên chức|người lao động|giáo viên"
    r"|em(?!\w)|chị(?!\w)"
    r"|bạn(?!\w| (?:bè|đọc))|nhân viên|(?:cộng tác|báo cáo|giảng|phóng|huấn luyện|tình nguyện|chuyên)\s?viên|chuyên gia"
    r"|participants|people|delegates|guests|persons|pax|attendees|experts|representatives)"
)
ANYBODY = r"(?:người|đại biểu|đồng chí|đ/c|khách|participants|people|delegates|guests|persons|pax|attendees)"
"""Nouns of all who come; the others may be one kind among them."""

ABOUT = (
    r"(?:(?:tổng số|khoảng|ước|chừng|dự kiến|gần|trên|hơn|tối đa|không quá|about|around|approximately|some|nearly"
    r"|over|up to)\s+)*"
)
AMOUNT = rf"{ABOUT}\d[\d.]*\s+(?:\w+\s+)?{PEOPLE_NOUN}"
_EVENT = r"(?:hội nghị|đại hội|hội thảo|lễ|lớp|buổi lễ|tọa đàm|toạ đàm|cuộc họp)"
_SUM_WORD = (  # what only the number of all is called by
    r"(?:expected (?:number|attendance|participants)|total|attendance|tổng số|tổng cộng|tổng\s*(?:$|:|(?=\d))"
    r"|(?:khách|đại biểu)(?: mời)? dự kiến\s*:|số lượng|quy mô|quân số|sĩ số|cộng(?! tác| hòa| đồng| sự)\b"
    r"|số (?:người|đại biểu|khách)(?: mời)?(?: (?:tham )?dự| tham gia| triệu tập)*\s*(?::|là)\s*(?=\D{0,12}\d))"
)
_LEADS_IN = (  # "Hội nghị gồm 85 đại biểu, trong đó …", "Đối tượng tham dự gồm 120 đại biểu, cụ thể như sau:"
    r"(?:(?:thành phần|đối tượng|đại biểu)(?: (?:(?:tham )?dự|tham gia|triệu tập))+"
    rf"(?: {_EVENT})?|(?:tham )?dự {_EVENT}(?: tại (?:các|\d+|tất cả các) điểm cầu)?|hội nghị|đại hội|hội thảo)"
    rf"\s+(?:có|gồm|gồm có|bao gồm|triệu tập|là|dự kiến có|sẽ có)\s*:?\s+{AMOUNT}"
)
_ESTIMATE = (  # "Dự kiến có khoảng 200 đại biểu tham dự"; "Khoảng 100 - 120 người."
    rf"(?:dự kiến|khoảng)(?:\s+(?:khoảng|có|tổng số|trên|hơn|gần))*"
    rf"\s*:?\s+\d[\d.]*(?:\s*[-–]\s*\d[\d.]*)?\s+(?:\w+\s+)?{PEOPLE_NOUN}\s*(?:\([^()]*\))?"
    r"(?:,?\s*(?:thành phần )?(?:bao gồm|gồm|trong đó)|và khách mời"
    r"|(?:tham dự|tham gia|dự|trực tiếp)\b[^;:]*)?\s*[).;:]*$"
)
SUM_LINE = re.compile(
    rf"(?:=>|→|⇒)?\s*\(?\s*(?:(?:(?:với|dự kiến|điều chỉnh|thay đổi|nâng|tăng|giảm)\s+)?{_SUM_WORD}|{_LEADS_IN}"
    r"|ước (?:chừng|tính|khoảng)|dự kiến\s*:\s*(?=\d)"
    r"|(?:about|around|approximately|some)\s+\d+\s+(?:participants|delegates|people|guests)"
    rf"|\d[\d.]*\s+{PEOPLE_NOUN},?\s*trong đó\b|(?:bao )?gồm\s+(?:khoảng\s+)?\d[\d.]*\s+{PEOPLE_NOUN}\s*(?::|$)"
    rf"|(?:we|the \w+)\s[^.;:\d]{{0,60}}(?:welcom\w+|expect\w*|gather\w*|bring\w* together|attract\w*)\s+{AMOUNT}"
    rf"|{_ESTIMATE}|(?:triệu tập|huy động)\s+{AMOUNT})",
    re.IGNORECASE,
)
OPEN_SUM = re.compile(
    rf"(?:(?:số lượng|dự kiến)\s*:?\s+)?{ABOUT}"
    r"\d[\d.]*\s[^;:]{2,60}?,?\s*(?:trong đó|bao gồm|gồm|phân bổ|cụ thể)(?:\s+như sau)?",
    re.IGNORECASE,
)
SUM_BEHIND = re.compile(r"\s*\(((?:tổng số|tổng cộng|tổng)\s*:?\s*(?:khoảng\s+)?\d[^()]*)\)\s*[.;]?$", re.IGNORECASE)
"""Brackets at the end of a list that add it up."""
_CLOSING_SUM = re.compile(rf"[^;:]{{0,60}},\s*(?:tổng số|tổng cộng)\s*:?\s*\d[\d.]*\s*{PEOPLE_NOUN}", re.IGNORECASE)


def is_sum(text: str) -> bool:
    """Whether the words only add people up: "Tổng số: 80 người", "mỗi lớp 70 học viên, tổng số 140 học viên"."""
    return SUM_LINE.match(text) is not None or _CLOSING_SUM.match(text) is not None


# --- the number ----------------------------------------------------------------------------------------------------

_TOTAL = re.compile(rf"(?<![\d.,])(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})\s*(?:\w+\s+)?{PEOPLE_NOUN}", re.IGNORECASE)
_TOTAL_WORDS = re.compile(
    rf"(?:tổng số|tổng cộng|số lượng|quy mô|khoảng|dự kiến|about|total|expected)\s*(?:đại biểu|người"
    rf"|khách mời)?\s*:?\s*(?:khoảng\s*|dự kiến\s*|:\s*)*"
    rf"(?:(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})(?!\.?\d)\s*(?:{PEOPLE_NOUN}|$|[,;.()]))",
    re.IGNORECASE,
)
_EACH = re.compile(r"\bmỗi\s(?!\s*(?:lần|năm))[^,;:]*$", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*(?:-|–|đến|to)\s*\d")
IN_TOTAL = re.compile(r"(?<![\d.,])(\d{1,6})\s+(?:\w+\s+)?in (?:total|all)\b", re.IGNORECASE)
_ADDED = re.compile(
    r"(?:tổng số|tổng cộng|tổng|cộng)\s*:?\s*(?:khoảng\s+|là\s+)?(?=\d)|=\s*(?=\d[^+]*$)", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:tăng|giảm|bổ sung|nâng)\s[^\d]{0,30}\bthêm\s+\d", re.IGNORECASE)
"""So many more, and not how many in all."""
_SINCE = re.compile(r",?\s*\(?(?:tăng|giảm)\s+\d[^,;]*\sso với\s[^,;]*", re.IGNORECASE)
"""How much more it is than before."""
_OF_THEM = re.compile(
    r"[,:;]?\s*(?:trong đó|bao gồm|gồm|cụ thể|phân bổ|chia|of whom|of which|including)(?!\w)", re.IGNORECASE
)
_BRACKETS = re.compile(r"\([^()]*\)?")
_FOR_EACH = re.compile(
    r"\s*/\s*(?:lớp(?!.*\b(?:01|1|một) lớp)|(?!lớp)[^\W\d])|\s+mỗi\s", re.IGNORECASE
)  # "02 người/đơn vị"
_THINGS = r"(?:gian|đội|bàn|điểm|lớp|đơn vị|xã|phường|huyện|cuốn|bộ|chiếc|tiết mục|buổi|phòng|xe|trại|tập thể|trường)\b"
_BARE = re.compile(
    rf"{ABOUT}(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})"
    rf"(?:\s+(?!{_THINGS})[^\W\d_]+){{0,3}}$"
)
_BEFORE = re.compile(  # "từ 160 đại biểu xuống còn 130 đại biểu"
    rf"\btừ\s+\d[\d.]*\s*(?:{PEOPLE_NOUN}\s+)?(?:xuống|lên|thành|sang)(?:\s+(?:còn|thành))?\s+(?=\d)", re.IGNORECASE
)


def number_in(phrase: str) -> int | None:
    """The total in the words; a range names none, nor do several numbers that nothing adds up, nor "02 người/xã"."""
    if _MORE.search(phrase):
        return None
    if "|" in phrase and (last := _row_sum(phrase)):
        return last
    phrase = _SINCE.sub("", phrase)
    phrase = _BEFORE.sub("", in_figures(re.split(r"=(?=.*\+)", phrase)[0]))
    if in_total := IN_TOTAL.search(phrase):
        return int(in_total[1])
    added = _ADDED.search(phrase)
    if added:
        return _first(phrase[added.end() :])
    behind = re.search(r"\d|$", phrase)
    among = _OF_THEM.search(phrase, behind.start() if behind else 0)
    outside = _BRACKETS.sub(" ", phrase[: among.start()] if among else phrase).rstrip()
    counts = [found for found in _TOTAL.finditer(outside) if not _FOR_EACH.match(outside, found.end())]
    if len(counts) > 1 or not (counts or re.search(r"\d", outside)):
        closing = re.search(r"\(([^()]*)\)?$", phrase)
        inner = [*_TOTAL.finditer(closing[1])] if closing else []
        return _first(closing[1]) if closing and len(inner) == 1 else None
    return _first(outside)


def _row_sum(row: str) -> int | None:
    """The last of several cells where it is what the others come to: "Tổng cộng | 70 | 50 | 120"."""
    cells = [int(cell) for cell in re.findall(r"\|\s*(\d{1,6})\s*(?=\||$)", row)]
    return cells[-1] if len(cells) > 2 and cells[-1] == sum(cells[:-1]) else None


def tells_amount(text: str) -> bool:
    """Whether the words hold a number of people at all."""
    return _TOTAL.search(text) is not None


def _first(phrase: str) -> int | None:
    matches = (_TOTAL_WORDS.search(phrase), _TOTAL.search(phrase), _BARE.match(phrase.strip()))
    found = min((match for match in matches if match), key=lambda match: match.start(1), default=None)
    if found is None or for_each(phrase[: found.start(1)]) or _RANGE.search(phrase[: found.end()]):
        return None
    if _FOR_EACH.match(phrase, found.end()):
        return None
    return int(found[1].replace(".", ""))


def for_each(before: str) -> bool:
    """Whether the words before a number make it that of each: "mỗi xã cử"."""
    return _EACH.search(before) is not None


_UNITS = dict(zip(["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"], range(1, 10), strict=True)) | {
    "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5, "bẩy": 7, "không": 0, "linh": 0, "lẻ": 0,
}  # fmt: skip
_SCALES = {"mươi": 10, "trăm": 100, "nghìn": 1000, "ngàn": 1000}
_NUMERAL = rf"(?:{'|'.join([*_UNITS, *_SCALES, 'mười', 'chục'])})"
_SPELT = re.compile(rf"(?<!\w){_NUMERAL}(?:\s+{_NUMERAL})+(?!\w)", re.IGNORECASE)
_SPELT_BESIDE = re.compile(rf"(?<=\d)\s*\(\s*{_SPELT.pattern}\s*\)", re.IGNORECASE)
_BESIDE_SPELT = re.compile(rf"{_SPELT.pattern}\s*\(\s*(\d[\d.]*)\s*\)", re.IGNORECASE)


_GROUPED = re.compile(r"(?<=\b\d)(?:,| )(?=\d{3}\b)|(?<=\b\d\d),(?=\d{3}\b)")  # "1,050", "1 050"


def in_figures(text: str) -> str:
    """The text with numbers in figures that it spells: "một trăm hai mươi (120) người", "hai trăm người"."""
    text = _GROUPED.sub(".", text)
    if _SPELT.search(text) is None:
        return text
    text = _BESIDE_SPELT.sub(r"\1", _SPELT_BESIDE.sub("", text))
    return _SPELT.sub(lambda found: str(_spelt(found.group().lower().split())), text)


def _spelt(words: list[str]) -> int:
    """ "một nghìn hai trăm năm mươi" is 1250, "mười lăm" 15."""
    whole = hundreds = current = 0
    for word in words:
        if word in _UNITS:
            current += _UNITS[word]
        elif word == "mười":
            current += 10
        elif word in ("mươi", "chục"):
            current *= 10
        elif word == "trăm":
            hundreds, current = current * 100, 0
        else:
            whole, hundreds, current = (whole + hundreds + current) * 1000, 0, 0
    return whole + hundreds + current
