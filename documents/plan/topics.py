"""The practical matters that a statement speaks of: the words of each."""

import re

NOTE = "note"
"""What is stated and belongs to no topic: found by its words alone."""

_PHONES = ("điện thoại", "hotline", "đường dây nóng", "zalo", "tel", "phone", "đt", "sđt")
_TOPICS: tuple[tuple[str, str], ...] = (
    (
        "dress",
        r"trang phục|đồng phục|mặc lễ phục|dress code|dress:"
        r"|^(?!.*\b(?:lễ tân|tiếp tân|đội thi)\b).*\b(?:nam|nữ|mặc)\b[^.;]{0,40}"
        r"\b(?:áo (?:dài|vest|sơ mi)|sơ mi|com-?lê|comple|cà vạt|(?:quân|cảnh) phục)",
    ),
    (
        "meals",
        r"ăn (?:trưa|tối|sáng|uống|chay)|bữa (?:trưa|tối|sáng|cơm|ăn)|ăn,? (?:nghỉ|ở)|nơi ăn|nước uống|tiệc"
        r"|cơm (?:trưa|hộp)|suất (?:ăn|cơm)|buffet|mời cơm|dùng cơm|cơm thân mật|lunch|dinner|breakfast|vegetarian",
    ),
    (
        "lodging",
        r"ăn,? nghỉ|(?:chỗ|nơi|phòng|nhà) nghỉ|nghỉ (?:tại|đêm)|lưu trú|khách sạn|nhà khách|(?:nơi|chỗ|phòng) ở\b"
        r"|(?:nhận|trả|đặt|tiền|giá) phòng(?! (?:họp|học|hội|khám|chống))|phòng (?:đơn|đôi|ghép)\b"
        r"|accommodation|hotel|guest ?house|check-?(?:in|out)\b",
    ),
    (
        "transport",
        r"\bxe\b[^;.]{0,40} (?:đón|xuất phát|khởi hành|chạy)\b|xe đưa đón|đưa đón|phương tiện|xe ô tô|bố trí xe"
        r"|tự túc|vé máy bay|di chuyển|xe buýt|shuttle|transport",
    ),
    (
        "parking",
        r"(?:chỗ|nơi|điểm|bãi) (?:đỗ|đậu|gửi|để) xe|(?:gửi|đỗ|đậu|để|bãi|giữ) xe\b|xe (?:đỗ|đậu|gửi|để)\b"
        r"|\b(?:xe (?:máy|đạp|con)|ô ?tô) (?:gửi|để|đỗ|đậu)\b|\bpark(?:ing| (?:at|in|on|behind)\b)",
    ),
    ("wifi", r"wi-?fi|internet"),
    (
        "contact",
        r"đầu mối liên hệ|vướng mắc.*liên hệ|liên hệ\s*:|contact:|@(?<=[\w.+-]@)[\w-]{1,60}\.\w|"
        + "|".join(rf"\b{phone}\s*:?\s*[+\d(]" for phone in _PHONES),
    ),
    ("documents", r"tài liệu|mã qr|materials"),
    (
        "medical",  # care at the conference; a body of that name is none
        r"(?:trực|kíp|phục vụ|đảm bảo|bảo đảm|công tác|chăm sóc|bố trí|cử)\b[^,;.]{0,25} y tế"
        r"|y tế (?:trực|phục vụ|tại)|(?:tổ|lều|góc|bàn|quầy) y tế"
        r"|phòng y tế(?! (?:huyện|quận|thị|thành))|cấp cứu|cứu thương|sơ cứu|y,? bác sĩ|bác sĩ trực|medical|first aid",
    ),
    (
        "security",
        r"an ninh(?! (?:nguồn nước|lương thực|năng lượng|tài chính|con người|phi truyền))|trật tự|an toàn giao thông"
        r"|security",
    ),
    ("arrival", r"có mặt (?:trước|lúc|từ)|be seated|arrive"),
    (
        "registration",
        r"đăng ký(?:\s*:| (?:tham dự|qua|tại|trực tuyến|trước))|(?:link|mẫu|cổng|hạn) đăng ký|gửi danh sách|register",
    ),
    (
        "weather",
        r"phương án mưa|trời mưa|mưa bão|(?:nếu|khi|trường hợp) (?:có )?mưa|thời tiết xấu|(?:if it|heavy|of) rain",
    ),
    ("broadcast", r"truyền hình trực tiếp|trực tuyến(?<!đăng ký trực tuyến)|livestream|phát trực tiếp|điểm cầu"),
    ("language", r"phiên dịch|ngôn ngữ sử dụng|interpretation"),
    ("budget", r"kinh phí|(?:lệ|hội|học) phí|phí tham (?:dự|gia)|registration fee"),
    ("speaking_time", r"(?:tham luận|phát biểu|trình bày).*không quá \d+ phút"),
)

_COMPILED = tuple((topic, re.compile(pattern)) for topic, pattern in _TOPICS)
"""Searched in lower case: many times faster than patterns that ignore case, where each choice begins with a letter."""


def topics_in(text: str) -> list[str]:
    """The practical matters that a text speaks of, by their codes."""
    lowered = text.lower()
    if _OF_A_VEHICLE.match(lowered):
        return ["transport"]  # the hotel that it goes to is nobody's bed
    return [topic for topic, pattern in _COMPILED if pattern.search(lowered)]


_OF_A_VEHICLE = re.compile(r"xe (?:số )?\w{1,2}\b.*\b(?:đón|đến|xuất phát|khởi hành)\b")
