"""What an answer must speak of where a question names a thing that much else comes near: a banquet is no lunch."""

import re

_ATTENDING = r"(?:du|hop|tham gia|tham du|theo doi|attend|join|participate|take part|follow)"
_MAY = r"(?:duoc|co the|cho phep|can|may|could|possible|option)"

NEAR_OTHERS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked), re.compile(told, re.IGNORECASE))
    for asked, told in (
        (
            r"\b(?:gala|banquet|chieu dai|(?:bua|buoi|tiec|an) lien hoan|co (?:to chuc )?lien hoan (?:khong|ko|k)\b"
            r"|(?:co|an|du|mo|bua|buoi) tiec)\b",
            r"tiệc|liên hoan|chiêu đãi|cơm thân mật|\b(?:gala|banquet|reception|party)\b",
        ),
        (
            r"\b(?:dua|dan|mang|cho|ru|bring|take)\b.*\b(?:nguoi nha|nguoi than|gia dinh|vo con|chong con|vo|chong"
            r"|con nho|tre em|family|spouse|wife|husband|children|kids|partner)\b"
            r".*\b(?:di|theo|cung|den|toi|du|along|with)\b",
            r"người nhà|người thân|thân nhân|gia đình|\bvợ\b|\bchồng\b|trẻ (?:em|nhỏ|con)|con nhỏ|phụ huynh|tuổi"
            r"|(?:mời|đi) (?:thêm|kèm)|người đi cùng|\b(?:famil|spouse|accompan|guest|child)",
        ),
        (
            rf"\b{_MAY}\b.*\b{_ATTENDING}\b.*\b(?:online|truc tuyen|tu xa|qua mang|qua zoom|remotely|virtually)\b",
            r"trực tuyến|từ xa|điểm cầu|truyền hình|zoom|teams|livestream|trực tiếp"
            r"|\b(?:online|virtual|hybrid|in person)\b",
        ),
        (
            r"\b(?:to|nhom) thao luan\b|\bthao luan (?:o |theo |tai )?(?:cac )?(?:to|nhom)\b"
            r"|\bchia (?:thanh |lam )?(?:cac |may |bao nhieu )?(?:to|nhom)\b|\b(?:discussion|breakout) groups?\b",
            r"\b(?:tổ|nhóm)\b(?! chức| trưởng)|\bgroups?\b|breakout|tiểu ban|\blớp\b",
        ),
        (
            r"\b(?:bao nhieu|may) (?:vi |nguoi )?(?:khach moi|dai bieu moi)\b",
            r"khách|mời|guest",
        ),
        (
            r"\b(?:bao nhieu|may) (?:tap the|ca nhan)\b",
            r"\d (?:tập thể|cá nhân|đơn vị|đồng chí|người|gương|điển hình)|\b(?:individuals?|collectives?|units?)\b",
        ),
    )
)
"""What is asked, in plain letters, and what a text must then hold."""


def speaks_of_it(question: str, text: str) -> bool:
    """Whether a text speaks of the thing that a question, in plain letters, names; of other questions any does."""
    return all(told.search(text) for asked, told in NEAR_OTHERS if asked.search(question))


TAKING_PART = re.compile(
    r"\b(?:dự|mời|tham gia|tham dự|triệu tập|đăng ký|cử|vào cửa|đưa tin|mở cửa|dành cho|đối tượng"
    r"|thành phần|toàn thể|học sinh|đồng chí)\b"
    r"|^(?:cấp|tại|ở|khối) |\b(?:attend|invit|regist|open to|admission)",
    re.IGNORECASE,
)
"""What a line must speak of that tells whether somebody may come."""
