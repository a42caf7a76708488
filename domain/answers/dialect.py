"""Words of the Centre and the South as the papers write them: "bữa mô" is "hôm nào", "chậm nhứt" is "chậm nhất"."""

import re

from domain.vietnamese import fold

_WORDS = {
    "nhứt": "nhất",
    "nhut": "nhat",
    "gởi": "gửi",
    "chánh": "chính",
    "nầy": "này",
    "ni": "này",
    "nớ": "đó",
    "hổng": "không",
    "hỏng": "không",
    "thiệt": "thật",
    "bịnh": "bệnh",
    "nhơn": "nhân",
    "mần": "làm",
    "dìa": "về",
    "coi": "xem",
    "rứa": "thế",
    "rua": "the",
    "bựa": "hôm",
    "răng": "sao",
    "dzô": "vào",
    "vô": "vào",
    "tụi": "chúng",
    "xài": "dùng",
    "đặng": "để",
    "hỉ": "nhỉ",
    "hè": "nhỉ",
    "bây chừ": "bây giờ",
    "bay chu": "bay gio",
    "ăn vận": "mặc",
    "ăn bận": "mặc",
}
"""One word for another, wherever it stands but where `_NOT_HERE` keeps it."""

_KEPT = {
    "nhut": r"(?! tao\b)",
    "coi": r"(?! (?:thi|như|nhu)\b)",
    "răng": r"(?! hàm\b)",
    "vô": r"(?! (?:địch|tuyến|hiệu|thần|gia|cùng|sản)\b)",
    "hè": r"(?=\W*$)",
    "hỏng": r"(?= (?:có|biết|được|phải|thấy|hiểu)\b)",
    "ni": r"(?! (?:lông|sư|cô)\b)",
}
_LEFT = {"hè": r"(?<!nghỉ )(?<!mùa )(?<!dịp )", "răng": r"(?<!bàn chải )(?<!khám )"}


def _pattern(word: str) -> str:
    return rf"{_LEFT.get(word, '')}\b{word}\b{_KEPT.get(word, '')}"


_ONE = re.compile("|".join(f"(?P<w{at}>{_pattern(word)})" for at, word in enumerate(_WORDS)), re.IGNORECASE)
_INSTEAD = list(_WORDS.values())

_PHRASES = (
    (r"\b(?:bữa|bua)(?= (?:nào|nao|mô|mo|mấy|may|ni|này|nay|đó|do|nớ|mai|trước|truoc|sau)\b)", "hôm"),
    (r"\b(mấy|may|bao nhiêu|bao nhieu) (?:bữa|bua)\b(?! (?:ăn|an|cơm|com|tiệc|trưa|tối|sáng)\b)", r"\1 ngày"),
    (r"^(?:bữa|bua)(?= (?!ăn|an|cơm|com|tiệc|tiec|trưa|tối|sáng|chính|phụ))", "hôm"),
    (r"(?<=\bở )mô\b|(?<=\bo )mo\b|(?<=\bđi )mô\b|(?<=\btới )mô\b|(?<=\bvề )mô\b", "đâu"),
    (r"(?<!quy )(?<!vi )\bmô\b(?! (?:hình|tô|tả|đất|phỏng|học|đun))", "nào"),
    (
        r"\b(những|nhung|cái|cai|là|la|gồm|gom|về|ve|có|co|mục|muc|việc|viec|làm|lam|phần|phan|món|mon|nói|noi|tên|ten)"
        r" chi\b(?! (?:bộ|bo|phí|phi|hội|hoi|nhánh|nhanh|đoàn|doan|cục|cuc|trả|tra|tiết|tiet|tiền|tien|ngân|ngan|cho))",
        r"\1 gì",
    ),
)
_SET = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in _PHRASES)


def standard(text: str) -> str:
    """The text with regional words as the papers write them."""
    for pattern, instead in _SET:
        text = pattern.sub(instead, text)
    return _ONE.sub(_instead, text)


def _instead(found: re.Match[str]) -> str:
    word = _INSTEAD[int((found.lastgroup or "w0")[1:])]
    return word if found[0] != fold(found[0]) else fold(word)
