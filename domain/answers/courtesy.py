"""What people say around a question out of politeness: to whom it goes, that they ask, for whom, and their thanks."""

import re
from functools import lru_cache

LEAST = 2
"""Words that must be left for a question to be one without its courtesies."""

_WHOM = (
    r"(?:anh chị em|anh chi em|anh chị|anh chi|quý anh chị|các anh chị|cac anh chi|mọi người|moi nguoi|mn|mng|mấy bạn"
    r"|các bạn|cac ban|cả nhà|ca nha|ban tổ chức|ban to chuc|btc|ban thư ký|ban thu ky|văn phòng|admin|ad|bot|bạn|ban"
    r"|anh|chị|chi|em|e|sếp|sep|thầy cô|thay co|thầy|thay|cô|bác|chú|quý ban|quý vị|quy vi|bà con|tổ công tác|team|all"
    r"|everyone|everybody|organizers|organisers|organizing committee|sir|madam|there|guys)"
)
_SOFT = r"(?:ạ|a|à|nha|nhé|nhe|nhá|ơi|oi|với|voi|vs|ah|ak)"
_I = r"(?:em|e|tôi|toi|mình|minh|mk|tui|tớ|con|cháu|chau|t|chúng tôi|chung toi|bên em|bên tôi|bọn em)"
_BIT = (
    r"(?:chút xíu|chut xiu|một chút|mot chut|1 chút|1 chut|chút|chut|tí|tẹo|xíu|xiu|thêm|them|nhanh|ké|ngu"
    r"|câu này|vụ này|thăm|xem|là|la|rằng|với|voi|ạ)"
)
_NOT_ASKED_ABOUT = (
    r"(?! (?:là|la|gồm|gom|ở|o|nào|nao|do|ai|họp|hop|của|cua|ký|ky|gửi|gui|làm|lam|lo|phụ trách|phu trach|phải|phai|mấy"
    r"|may|chuẩn bị|chuan bi|tên|ten|số|so|có (?:ai|mấy|bao nhiêu|những ai)|co (?:ai|may|bao nhieu|nhung ai)|mời|moi"
    r"|trực|truc|liên hệ|lien he|xử lý|nằm|nam|đặt|dat|ngồi|huyện|tỉnh|xã|sở|ubnd|hội|đại)\b)"
)
"""Nothing that makes of those who are asked the ones whom the question is about."""

_OPENINGS = tuple(
    re.compile(rf"\s*{pattern}", re.IGNORECASE)
    for pattern in (
        rf"(?:{_I} )?(?:kính |kinh |xin )?(?:chào|chao|gửi|gui|thưa|thua|dear|hi|hello"
        r"|good (?:morning|afternoon|evening))"
        rf"(?: {_WHOM})*(?: {_SOFT})?(?:[\s]*[,.!:;\n]+|\s+(?=(?:cho|xin|{_I}) ))\s*",
        r"(?:dạ|da(?= (?:em|e|cho|thua|thưa|anh|chi|ban|btc|xin|a|toi|ad)\b)|thưa|thua|alo|alô|hi|hello|hey|xin)"
        rf"(?: {_I})?[\s,]+(?=\S+ \S)(?!(?:mời|moi|lỗi|phép|số|so|hỏi) )",
        rf"(?:{_WHOM} )+(?:ơi|oi|ời)\b[\s,.!:]*",
        rf"(?:xin lỗi|xin loi|xin phép|xin phep|sorry|excuse me|làm phiền|lam phien|phiền|phien)"
        rf"(?: (?:vì )?(?:đã )?(?:làm phiền|lam phien|to bother you|to disturb you))?(?: {_WHOM})*(?: {_BIT})*"
        rf"(?: {_SOFT})*(?:\s*[,.!:;]\s*|\s+(?=(?:cho|xin|nhưng|but|what|when|where|who|how|is|can) ))(?:nhưng |but )?",
        rf"(?:(?:{_WHOM} |sếp |sep |vợ |chồng |bố |mẹ |lãnh đạo |thủ trưởng )(?:{_I} )?)(?:vừa |mới |có |đang )?"
        rf"(?:bảo|bao|nhờ|nho|kêu|keu|dặn|dan|sai|nói|muốn)(?: {_I})? (?:hỏi|hoi)(?: {_BIT})*\s*[,:]?\s+",
        rf"(?:{_WHOM} )?(?:cho|nhờ|nho|xin|mong)(?: phép| phep)?(?: {_I})?(?: xin)?(?: phép| phep)? (?:hỏi|hoi)"
        rf"(?: {_BIT})*(?: {_WHOM}{_NOT_ASKED_ABOUT})*(?:\s*[:,]\s*|\s+(?=\S+ \S))",
        rf"(?:{_I} )?(?:đang |có |chỉ )?(?:muốn|muon|định|cần|can|xin) (?:được )?(?:hỏi|hoi|biết|biet)(?: {_BIT})*"
        r"(?:\s*[:,]\s*|\s+(?=\S+ \S))",
        r"(?:(?:could|can|would) you (?:please )?(?:tell|let) (?:me|us)(?: know)?|do you know"
        r"|(?:i(?: would|'d)? (?:like|want|need)|i'?d like) to (?:know|ask)|may i ask|can i ask|quick question"
        r"|i was wondering|just wondering|i wonder|please tell (?:me|us)|tell me)(?: if| about)?[\s,:-]+(?=\S+ \S)",
    )
)
_TAIL = r"(?:\s*[.?!,;…~\n)]\s*|(?<!\w)(?:ạ|z|v|vậy|nhé|nhỉ|không|khong|ko|k|đâu|nào|thế|gì|chưa) )"
"""What ends a question: a stop, or a word that people end one with."""

_CLOSINGS = tuple(
    re.compile(rf"(?P<end>{_TAIL}){pattern}[\s.!~)♥❤😊🙏]*$", re.IGNORECASE)
    for pattern in (
        rf"(?:dạ |xin |{_I} |rất |chân thành |chan thanh |ok )*(?:cảm ơn|cám ơn|cam on|camon|cảm ưn|tks|tksm|thanks"
        r"|thank you|thank|many thanks|ty|trân trọng|tran trong|kính thư|best regards|kind regards|regards|cheers)"
        r"\b[^?\n]{0,60}",
        rf"(?:{_I} )?(?:chỉ )?(?:hỏi|hoi) (?:dùm|dum|giùm|gium|giúp|giup|hộ|ho|thay|cho) [^?\n,]{{0,40}}",
        r"(?:mong|nhờ|nho|rep|trả lời|tra loi|phản hồi|phan hoi|giúp|giup|chỉ|chi|hóng|xin)"
        rf"(?: {_WHOM}| {_I}| nhanh| sớm| gấp)*"
        r"(?: (?:rep|trả lời|tra loi|phản hồi|phan hoi|giải đáp|hồi âm|giúp|giup|chỉ|chi|với|voi|vs))+"
        r"[^?\n]{0,40}",
    )
)
_OUTRIGHT = re.compile(
    rf"(?P<story>[^?]{{3,300}}?)\s*[,.;:!\n]\s*(?:dạ |vậy |nên |thì |so |and )?"
    rf"(?:(?:cho|nhờ|nho|xin|mong)(?: phép| phep)?(?: {_I})?(?: xin)? (?:hỏi|hoi)"
    rf"|(?:{_I} )?(?:muốn|muon|xin) (?:hỏi|hoi)|could you (?:please )?tell me|can you tell me)(?: {_BIT})*[\s,:]+"
    r"(?P<question>[^.?!\n]+\?*)\s*",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]+")
_MANY = 5
"""Courtesies in a row that are taken away."""


@lru_cache(maxsize=2_000)
def without_courtesies(text: str) -> str:
    """The question alone; the whole text where next to nothing would be left."""
    plain = _shorn(text, _CLOSINGS, at_end=True)
    plain = _shorn(plain, _OPENINGS, at_end=False)
    return plain if len(_WORDS.findall(plain)) >= LEAST else text


def asked_outright(text: str) -> tuple[str, str] | None:
    """What somebody tells and what they ask, where they say that they ask: "Tôi mới tới, cho hỏi …"."""
    found = _OUTRIGHT.fullmatch(text)
    return (found["story"], found["question"]) if found and len(_WORDS.findall(found["question"])) >= LEAST else None


def _shorn(text: str, courtesies: tuple[re.Pattern[str], ...], *, at_end: bool) -> str:
    for _ in range(_MANY):
        before = text
        for courtesy in courtesies:
            found = courtesy.search(text) if at_end else courtesy.match(text)
            if found is None:
                continue
            rest = text[: found.start()] + _mark(found["end"]) if at_end else text[found.end() :]
            if len(_WORDS.findall(rest)) >= LEAST:
                text = rest
        if text == before:
            return text
    return text


def _mark(end: str) -> str:
    """What of the end of a question belongs to it: its last word, its question mark."""
    return end.strip(" .,;!…~)\n")
