"""The text before it is read: words that only look like something else, written as what they mean."""

import re
from collections.abc import Callable

from domain.answers.index import Index
from domain.answers.normalise import key
from domain.answers.phrases import words_in
from domain.answers.spelling import CHAT_DAYS

_Plain = str | Callable[[re.Match[str]], str]
"""What is written for the words that are found."""


def no_person(text: str, index: Index) -> str:
    """ "Tập huấn AI" in capitals means the machine, where the programme speaks of it, and asks for nobody."""
    named = {"tri", "tue", "tao"} <= index.words
    if text.isupper() or not (named or "ai" in index.words):
        return text
    return _AI.sub("trí tuệ nhân tạo" if named else "", text)


_AI = re.compile(r"(?<=\w )AI\b(?! (?:là|đọc|phát|báo|dạy|chủ|ký|lo))")


_STILL_OPEN = re.compile(
    r"\b((?:un)?till? when|until what time|how long|how late|from when)"
    r"( (?:is|are|will) [^?,]{2,50}?) (?:be |stay )?open\b",
    re.IGNORECASE,
)
"""What is open until when is no opening."""


def to_the_point(text: str) -> str:
    """ "Vẫn họp ở nhà văn hóa phải không ạ?" asks where it is held: no guess, nobody addressed, nobody who wants it."""
    return _written(text, _AROUND)


def _written(text: str, rules: tuple[tuple[re.Pattern[str], _Plain], ...]) -> str:
    for pattern, plain in rules:
        text = pattern.sub(plain, text)
    return text


_COMRADE = re.compile(r"(?<!\w)[đd]/c\.?\s*(?=\w)", re.IGNORECASE)
"""How papers and people write "đồng chí" before a name: it is no word of the name."""

_VOCATIVE = re.compile(
    r"\b(không|khong|ko|k|hok|hông|hong|gì|gi|j|nào|nao|v|vậy|vay|z|r|rồi|roi|giờ|gio|h|đâu|dau|chưa|chua|thế|the|nhỉ|nhi)"
    r"[\s,]+(?:m|b|c|e|t|mn|mng|mấy b|bn|bro|ní|bồ|mày|may|mọi người|moi nguoi|cả nhà|ca nha)\s*[?.!]*$",
    re.IGNORECASE,
)
"""Who is asked, in a letter or two behind the question: "tối nay có gì ko m"."""

_TAG = r"(?:phải|phai|đúng|dung) (?:không|khong|ko|k|hông|hong|chứ|chu)|hả|ha|à|nhỉ|hen|chứ|chu|right|is it"
_GUESS = re.compile(
    rf",\s*(?:vẫn|van|có phải|co phai|hay vẫn|hay van|still)\b[^,?]{{2,60}}?\b(?:{_TAG})\s*(?:ạ|a)?\s*\??$", re.I
)
_REPORTED = re.compile(
    r"^\s*(?:dạ |da |có |co )?(?:ông|ong|bà|ba|anh|chị|chi|cô|chú|chu|bác|bac|sếp|sep|vợ|vo|chồng|chong|thầy|thay"
    r"|tài xế|tai xe|lái xe|lai xe|bạn|ban|lãnh đạo|lanh dao|thủ trưởng|thu truong|mấy|các|cac)"
    r"(?: (?!(?:ai|gì|gi|nào|nao|mấy|cho|ơi|oi)\b)[^\W\d]+){0,4} (?:nhờ |nho |có |co |muốn |muon )?(?:hỏi|hoi)\b"
    r"(?! (?:ai|đáp|dap|thăm|tham|thảo|thao|đồng|dong|nghị|nghi|trường|truong|ý|giúp|giup|gì|gi|cung|cưới)\b)"
    r"(?: (?:là|la|rằng|rang|xem))?[,:]?\s+",
    re.IGNORECASE,
)
"""Who wants to know: "ông lái taxi hỏi …"."""

_OR_ONLY = re.compile(
    r"\b(không|khong|ko)\b,?\s*(?:hay|hoặc|hoac)(?: là| la)? (?:chỉ|chi)\b [^,?]{2,60}(?=\?*$)", re.IGNORECASE
)
"""What somebody supposes instead: "có người đi không, hay chỉ khối chính quyền thôi"."""

_HELD_AT = re.compile(
    r"^\s*(?:(?:dạ|da|vẫn|van|vẫn là|có phải|co phai|thế|the|vậy|cho (?:em|tôi|mình) hỏi|ad ơi)\s+)*"
    r"((?:hội nghị|hoi nghi|đại hội|dai hoi|hội thảo|hoi thao|buổi lễ|buoi le|lễ|le|hn)?\s*(?:vẫn |van )?"
    r"(?:họp|hop|tổ chức|to chuc|diễn ra|dien ra))\s+(?:ở|o|tại|tai)\s+[^,?;]{2,80}?"
    rf"\s+(?:{_TAG})\s*(?:ạ|a|vậy|vay)?\s*\??\s*$",
    re.IGNORECASE,
)


_FETCHED = re.compile(
    r"\b(?<!được )(?<!duoc )(?:nhận|nhan)((?: \w+,?){1,10}?)(?: (?:về|ve))?,? (?:để|de) (?:trao|phát|phat)\b[^?,]*",
    re.IGNORECASE,
)
"""What is fetched for others: "ai nhận cờ và bằng khen về để trao"."""

_AROUND: tuple[tuple[re.Pattern[str], _Plain], ...] = (
    (_COMRADE, "đồng chí "),
    (_STILL_OPEN, r"\1\2"),
    (_VOCATIVE, r"\1"),
    (_REPORTED, ""),
    (_GUESS, ""),
    (_OR_ONLY, r"\1"),
    (_HELD_AT, r"\1 ở đâu"),
    (_FETCHED, r"đi nhận\1"),
)


def said_in_full(text: str) -> str:
    """ "Chị Thắm số mấy", "tiec toi may gio", "mây giờ": what is short or looks like something else, in full."""
    return _written(text, _IN_FULL)


_CHAT_DAY = re.compile(rf"(?<![\w.@/-])(?:{'|'.join(CHAT_DAYS)})(?![\w.@/-])", re.IGNORECASE)
"""Days are found before the words of a chat are written out."""

_RECESS = re.compile(
    r"(?<!mấy )(?<!may )(?<!\d )\b(?:giờ nghỉ|gio nghi)\b(?! (?:trưa|trua|lễ|le|hưu|tối|toi(?! may| luc)|đêm|ngơi))",
    re.IGNORECASE,
)
"""The break, and not the hour at which all is over."""

_MINUTES = re.compile(r"\b(mấy|may|bao nhiêu|bao nhieu|bn|bnhieu|bnh|\d+) ?p\b(?!\.)", re.IGNORECASE)
_NUMBERED_AT = re.compile(
    r"\b((?:chuyên đề|chuyen de|phiên|phien|báo cáo|bao cao|tiểu ban|tieu ban|nhóm|nhom|bài|bai|phần|phan|mục|muc"
    r"|tham luận|tham luan|tổ|cụm|cum|đợt|dot|vòng|vong) \d{1,2}) ((?:giờ|gio) (?:nào|nao|mấy|may))\b",
    re.IGNORECASE,
)
"""The number of a part is no hour: "chuyên đề 3 giờ nào"."""

_LUNCH_AT = re.compile(
    r"^\s*(?:trưa|trua) ((?:lúc |luc )?(?:mấy|may) (?:giờ|gio|h)|(?:lúc|luc|khi) (?:nào|nao)|(?:ở|o) (?:đâu|dau))?"
    r" ?(?:thì |thi )?(?:được |duoc )?(?:ăn|an)(?: cơm| com)?(?=$|[ ?.!])(?! (?:toàn|toan|ninh|gì|gi|món|mon|với|voi))",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b((?:how long|how many \w+|(?:un)?till? (?:what time|when)) (?:do|does|did|will|would|is|are)\b.*?)"
    r" lasts?(?=\s*(?:for)?\s*[?.!]*$)",
    re.IGNORECASE,
)
""" "How long does it last" asks for no last item."""

_EVENING_MEAL = re.compile(r"\b(tiệc|tiec|bữa|bua|ăn|an|cơm|com|đêm|dem|buổi|buoi) toi\b", re.IGNORECASE)
"""A meal of the evening typed without marks: "tiec toi may gio" asks for no end."""

_IN_CHARGE = re.compile(
    r"\b(ai|nào|nao)(?: sẽ| se| phải| phai| được giao| duoc giao)?"
    r" (?:(?:đảm nhận|dam nhan|đảm nhiệm|dam nhiem|đảm đương|dam duong|cáng đáng|cang dang|gánh|lo liệu|lo lieu)"
    r"(?: (?:về|ve|cho|phần|phan|khâu|khau|việc|viec|mảng|mang|vụ|vu|công tác|cong tac))*"
    r"|(?:chịu trách nhiệm|chiu trach nhiem|phụ trách|phu trach|lo|làm|lam|được giao|duoc giao)"
    r"(?: (?:về|ve|cho|khâu|khau|việc|viec|mảng|mang|vụ|vu|công tác|cong tac))+|chịu trách nhiệm|chiu trach nhiem) ",
    re.IGNORECASE,
)
"""All the words for having a piece of work in hand: "đảm nhận phần", "chịu trách nhiệm khâu", "lo vụ"."""

_DATED_PAPER = re.compile(
    r"\b((?:kế hoạch|ke hoach|văn bản|van ban|công văn|cong van)(?: này| nay)? (?:số|so) (?:mấy|may|bao nhiêu|bao nhieu"
    r"|nào|nao|gì|gi)),?(?: và| va)?(?: ra| ký| ky)? (?:ngày|ngay) (?:nào|nao|mấy|may|bao nhiêu|bao nhieu|tháng nào)\b",
    re.IGNORECASE,
)
"""The day of a paper whose number is asked for with it."""

_HOUSE_NUMBER = re.compile(
    r"(?<=\b(?:đường|duong) (?:nào|nao))[, ]+(?:nhà |nha )?(?:số|so) (?:nhà |nha )?(?:mấy|may|bao nhiêu|bao nhieu)\b",
    re.IGNORECASE,
)
"""Who asks for the street and the number of the house asks where it is."""

_BARE_MANY = re.compile(
    r"\b(có|co|được|duoc|gồm|gom|hết|het|mất|mat|hỏi|hoi|cử|cu|mời|moi|cần|can|tổng|tong) may\b"
    r"(?! (?:mắn|man|mặc|mac|đo|do|áo|ao|in|bay|gio|giờ|h\b|ngay|ngày))",
    re.IGNORECASE,
)
"""The "may" of "co may cau", which alone is no "mấy"."""

_PART = {"tôi": "tối", "tới": "tối", "tồi": "tối", "chiêu": "chiều", "chiếu": "chiều", "trừa": "trưa"}
_THIS_PART = re.compile(rf"\b({'|'.join(_PART)})(?= (?:nay|mai)\b)", re.IGNORECASE)
"""A part of the day with a mark of another word: "tôi nay"."""

_COSTS_TO_HOLD = re.compile(
    r"\b((?:tổ chức|to chuc|làm|lam) (?:đại hội|dai hoi|hội nghị|hoi nghi|hội thảo|hoi thao|buổi lễ|buoi le|lễ|le)\b"
    r"[^?,]{0,20}?)"
    r" (?:hết|het|tốn|ton|mất|mat) (?:bao nhiêu|bao nhieu|mấy)(?: (?:tiền|tien|kinh phí|kinh phi))?",
    re.IGNORECASE,
)
"""What it costs whoever holds it is no fee: "tổ chức đại hội hết bao nhiêu tiền"."""

_UNTIL = re.compile(
    r"\b((?:tu|từ) (?:(?:hom|hôm|ngay|ngày|luc|lúc|may|mấy|gio|giờ|khi|sang|sáng|nao|nào|\d\w*)\s+)+?)(?:toi|tơi)\b"
    r"(?= (?:hom|hôm|ngay|ngày|luc|lúc|may|mấy|khi|bao)\b)",
    re.IGNORECASE,
)
"""An end told without marks, which is no evening: "tu hom nao toi hom nao"."""

_WEEKDAY = re.compile(
    r"\b(ngày|sáng|trưa|chiều|tối|hôm|buổi|phiên|phần|mục|tiết|lần) thư(?= (?:hai|ba|bốn|tư|năm|sáu|bảy)\b)",
    re.IGNORECASE,
)
"""A weekday or a number with a mark forgotten: "ngày thư hai"."""

_HOW_MANY = re.compile(
    r"\bm(?:ây|âý|ậy|ầy|ẫy|áy) (?=(?:giờ|gio|h|g|ngày|ngay|người|nguoi|phút|hôm|bạn|em|tiếng)\b)", re.I
)


_WHICH_PART = re.compile(r"\b(?:sáng|trưa|chiều|tối|đêm|sang|trua|chieu|toi|dem) n[àa]o\b", re.IGNORECASE)
"""Asks on which day, and names no part of one."""

_WHOSE_NUMBER = re.compile(
    r"\b((?:ông|bà|anh|chị|cô|thầy|bác|ong|ba|chi|co|thay|bac|đ/c) [^\W\d]+(?: [^\W\d]+){0,3}?) (?:số|so|sđt|sdt)"
    r" (?:mấy|may|nào|nao|bao nhiêu|bao nhieu|gì|gi)\b",
    re.IGNORECASE,
)

_AT_WHAT = re.compile(
    r"\b(ở|tại) (?:dâu|dầu|dấu|dậu|đầu|đấu|đậu|đàu|đau|dau)"
    r"(?=\s*(?:(?:ạ|a|v|z|vậy|vay|thế|the|nhỉ|vậy ạ|thế ạ)\s*)?[?.!]*$)",
    re.IGNORECASE,
)
"""Where something is, with a slip of the thumb in the last word: "ăn trưa ở dâu vậy"."""

_IN_FULL: tuple[tuple[re.Pattern[str], _Plain], ...] = (
    (_NUMBERED_AT, r"\1 lúc \2"),
    (_MINUTES, r"\1 phút"),
    (_RECESS, "giải lao"),
    (_LASTS, r"\1"),
    (_LUNCH_AT, r"ăn trưa \1"),
    (_EVENING_MEAL, r"\1 tối"),
    (_CHAT_DAY, lambda found: CHAT_DAYS[found[0].casefold()]),
    (_IN_CHARGE, r"\1 lo "),
    (_DATED_PAPER, r"\1, ban hành ngày nào"),
    (_WEEKDAY, r"\1 thứ"),
    (_WHICH_PART, "hôm nào"),
    (_HOUSE_NUMBER, ""),
    (_UNTIL, r"\1 đến"),
    (_COSTS_TO_HOLD, r"kinh phí \1 là bao nhiêu"),
    (_THIS_PART, lambda found: _PART[found[1].casefold()]),
    (_BARE_MANY, r"\1 mấy"),
    (_WHOSE_NUMBER, r"số điện thoại \1 là gì"),
    (_HOW_MANY, "mấy "),
    (_AT_WHAT, r"\1 đâu"),
)

_TIME_LIKE = re.compile(r"\b(chieu|sang|toi|trua) (\w+)", re.IGNORECASE)
_BEHIND_TIME = words_in("nay mai qua thu ngay kia mot mung cn chu hom som muon")
_MARKED_OTHERWISE = {
    "chieu": ("chiếu", "chiều"),
    "sang": ("sang", "sáng"),
    "toi": ("tới", "tối"),
    "trua": ("trua", "trưa"),
}


def no_time(text: str, index: Index) -> str:
    """The text with a word that merely looks like a part of the day written as the programme does: "chieu phim"."""

    def written(found: re.Match[str]) -> str:
        word, behind = found[1].casefold(), found[2].casefold()
        other, part = _MARKED_OTHERWISE[word]
        spoken = (word, key(behind)) in index.pairs and other in index.forms and part not in index.forms
        named = behind in _BEHIND_TIME or behind[:1].isdigit()
        return found[0] if named or not spoken else f"{other} {found[2]}"

    return _TIME_LIKE.sub(written, text)
