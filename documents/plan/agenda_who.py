"""Who does an item of the programme: what names a person or a body, and the name without label and verb."""

import re

from documents.plan.names import has_surname, personal_name
from documents.plan.words import UNIT_HEAD, clean, squeeze
from domain.vietnamese import CAPITALS

_ENDS = re.compile(
    r"(?<!tổng)(?<!tổng )[\s,]*"
    r"(?:đọc\s+)?(?:phát biểu|điều hành|tổng kết|chủ trì|trình bày|báo cáo|điều phối|phụ trách|hướng dẫn)\b[^,;()]*$",
    re.IGNORECASE,
)
_RUNS = re.compile(
    r"\s+(?:(?:sẽ|làm|cùng)\s+)?(?:dàn dựng|biểu diễn|trình diễn|đảm nhiệm|thực hiện|chủ tế|chủ sự"
    r"|(?<!trợ )giảng(?: phòng)?|thuyết (?:trình|minh)"
    r"|dẫn (?:chương trình|dắt)|đạo diễn|điều khiển|truyền đạt|quán triệt|phổ biến"
    r"|lead|chủ trì|điều hành|điều phối|trình bày"
    r"|phụ trách|hướng dẫn|(?-i:(?<!an )(?<!òng )(?<!ụ )tổ chức))\s*\.?$",
    re.IGNORECASE,
)
"""What somebody does who has an item in hand, behind the name: "Đoàn Nghệ thuật tỉnh dàn dựng"."""
LABELLED = re.compile(
    r"^(?:chủ trì|chủ tọa|chủ toạ|điều hành|điều phối|người trình bày|trình bày|báo cáo viên|phụ trách|thực hiện"
    r"|chair|moderator|speaker|by)\s*:\s*",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:đồng chí|đ/c|ông|bà|(?:anh|chị)(?! (?:hùng|em|nuôi)\b)|thầy|cô"
    r"|gs|pgs|ts|ths|tiến sĩ|giáo sư|bác sĩ|chủ tịch|phó|bí thư|giám đốc"
    r"|trưởng|hiệu trưởng|đại diện|lãnh đạo|tổng(?! (?:duyệt|kết|hợp|số|vệ|dượt))|quyền|nguyên"
    r"|thường trực|mc|dr|prof|mr|ms|mrs|chief|director|minister|chair|đại biểu|diễn giả|toàn thể|chánh|cụm|ban giám"
    r"|clb|cán bộ(?= \S)|kỹ sư|luật sư|cử nhân|dược sĩ|nhà báo|nhà giáo|giảng viên|báo cáo viên|chuyên gia"
    r"|cha(?! mẹ)|đức cha|linh mục|mục sư|hòa thượng|thượng tọa|đại đức|ni sư|sư (?:cô|thầy)|sr|ceo|founder"
    r"|nhà (?:văn(?! h[oó][aá])|thơ|nghiên cứu|sử học)|nhạc sĩ|họa sĩ|ca sĩ|nghệ nhân"
    r"|đoàn chủ (?:tịch|tọa)|chủ (?:trì|tọa)(?= (?:hội|đại|lớp|buổi|phiên)|$)|thư ký|hợp tác xã|htx|công đoàn"
    r"|đại tá|thượng tá|trung tá|thiếu tá|đại úy|nghệ sĩ"
    r"|(?-i:(?:Công chức|Chuyên viên|Nhân viên)(?= \S))"
    rf"|(?-i:(?:em|chú|bác|dì|cháu|bạn)(?= [{CAPITALS}]))"
    r"|(?:hạt|trạm|đội|tổ|nhóm|thôn|bản|ấp|khu|xóm|huynh|kế toán|điều dưỡng|y tế|kiểm soát|phân đoàn|liên đội) trưởng"
    r"|bs(?:ck\s?i{1,2})?|dsck\s?i{1,2}|tskh|nsưt|nsnd|kts|thạc sĩ)\b"
    r"|(?:bs|cn|ks|ds|ls)\."
    rf"|(?-i:(?:CN|ThS\.?|CK|BSCK|DS|DSCK)?(?:ĐD|BS|KTV|HS)(?:CK)?\s?I{{0,2}}\.?\s+(?=[{CAPITALS}]))"
    rf"|(?-i:(?:CN|KS|KTV|DS|CVCC|CVC)\.?\s+(?=[{CAPITALS}]\w+ [{CAPITALS}]))",
    re.IGNORECASE,
)
_ONLINE = re.compile(
    r",\s*(?:(?:qua|bằng|via|by|on)\s+)?(?:hình thức\s+)?"
    r"(?:trực tuyến|online|zoom|ms teams|teams|google meet|video|điểm cầu|đường truyền)\b[^,()]*$",
    re.IGNORECASE,
)
"""How somebody speaks from afar: "Prof. A, qua Zoom"."""


def is_who(text: str) -> bool:
    """Whether the words begin as those for a person or a body do."""
    return bool(UNIT_HEAD.match(text) or _PERSON.match(text) or LABELLED.match(text)) and len(text) <= 160


def names_someone(cell: str) -> bool:
    """Whether a cell names a person or a body by a title, a head word or a name."""
    return is_who(cell) or personal_name(cell) is not None


_NAME_ENDS = re.compile(r"\s*[,;]\s|\s+[–—-]\s")
_SIGHTS = re.compile(r"(?:lăng|bản|xã|đảo|thành|thác|hồ (?:chí minh|hoàn kiếm)|sông|làng)\s", re.IGNORECASE)


def by_name(text: str) -> bool:
    """Whether the words name a person without any title: "Lò Văn Pánh", "Trần Thị Hoa, thôn trưởng"."""
    name = _NAME_ENDS.split(text.strip(), maxsplit=1)[0]
    return len(name.split()) > 2 and has_surname(name) and not _SIGHTS.match(name)


def is_someone(cell: str) -> bool:
    """Whether a cell names a person or a body: by a title, a head word, a name, or in a word or two ("MC")."""
    return names_someone(cell) or len(cell.split()) <= 2


def responsible_in(text: str) -> str | None:
    """A person or body without the label before it, the verb and the way of speaking behind it."""
    text = _ONLINE.sub("", LABELLED.sub("", squeeze(text)))
    text = re.sub(r"^(?:do\s+)?(?:(?:đồng chí|đ/c)\s+)?", "", text, flags=re.IGNORECASE)
    name = _RUNS.sub("", text)
    text = name if " " in name.strip() else text
    return clean(_ENDS.sub("", text)) or clean(text) or None


def runs_it(text: str) -> bool:
    """Whether the words end by saying that those they name have an item in hand."""
    return _RUNS.search(text) is not None
