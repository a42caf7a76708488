"""The place that a sentence tells with "tại": its kind, how far its name goes on, and what is none of the item's."""

import re

from documents.plan.halls import HOUSE
from domain.vietnamese import CAPITALS

GROUNDS = (
    r"bến(?! bờ)|bãi(?! bỏ)|ao|sân khấu|lễ đài|khán đài|đền|đình(?! (?:công|chỉ))|chùa|miếu|rạp|sới|giếng|cổng"
    r"|nhà (?:bạt|sàn|kho|xưởng|tả vu|hữu vu|tiền tế|giáo lý|để xe|trưng bày|hội thảo|chung)|thánh (?:đường|thất)"
    r"|tòa (?:đại bái|tiền tế|giám mục)|quầy|bàn (?:đăng ký|lễ tân|thư ký|tiếp đón|số)|gian hàng|chân núi"
)
"""Grounds and houses where a feast or a contest is held, and where people gather."""
OPEN_AIR = r"rừng|vườn|hồ(?! sơ)|bể bơi|đồi|bờ (?:sông|hồ|biển|kè)|đường chạy|chợ|phố đi bộ|bìa rừng|cánh đồng"
"""Where something may be held outside, alone in brackets."""
_HALLS = (
    rf"phòng|hội trường|sảnh|rooms?|halls?|sân|giảng đường|{HOUSE}|quảng trường|bếp ăn"
    r"|(?:tầng|lầu)\s+\d|khu(?! công| vực| dân| kinh| phố| rừng| di tích| du lịch)"
)
_ABROAD = (
    r"hồ(?! sơ)|rừng|vườn|thác|suối|đồi|núi|biển|bờ|cầu cảng|chợ|cánh đồng|trung tâm|trường|khoa|trạm|bảo tàng"
    r"|thư viện|khuôn viên|công viên|trụ sở|nhà máy|xưởng"
    r"|khu (?:di tích|du lịch|căn cứ|lưu niệm|trải nghiệm|sinh thái|tưởng niệm)"
    r"|lăng|nghĩa trang|tượng đài|đài|phố|đường|hợp tác xã|htx"
    r"|nhà|làng|khách sạn|sân bay|ga|điểm(?! cầu)|căn cứ|di tích"
    rf"|(?-i:(?!Hội (?:nghị|thảo)|Đại hội|Kế hoạch|Quyết|Nghị|Phụ lục|Điều|Tổ\s|Nhóm\s|Việt Nam)[{CAPITALS}]\w*\s\w)"
)
"""What a paper may speak of too: the place of an item only where people come there to do something."""
_DEED = re.compile(
    r"(?:(?:(?:các|cả|toàn)\s)?(?:đoàn|đội|đại biểu|học (?:sinh|viên)|phụ huynh|mọi người|vận động viên)\s)?"
    r"(?:tập (?:trung|kết)|có mặt|đón|đưa|xuất phát|khởi hành|lên xe|xe|ăn|tiệc|cơm|bữa|liên hoan|gala|dâng|viếng"
    r"|lễ|thánh lễ|rước|tế|khai mạc|bế mạc|thi(?:\s|$)|giải|đấu|đua|chọi|bắt|chung kết|bán kết|vòng|tham quan|thăm"
    r"|khảo sát|nghỉ|nhận|trả phòng|giao lưu|đêm|hội (?:thi|diễn|thao|chợ|trại)|biểu diễn|văn nghệ|xem|trồng|trao"
    r"|khánh thành|khởi công|gặp mặt|họp|tổng duyệt|sơ duyệt|triển lãm|trưng bày|hội thảo|tọa đàm|toạ đàm"
    r"|tắm|mua|lửa trại|đốt|cắm trại|dựng trại|ra quân"
    r"|diễu hành|thả|kéo co|bóng|cờ|lunch|dinner|breakfast|visit|tour|gala|bus|coach)"
    r"(?!\w)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"(?:báo cáo|tham luận|trình bày|chuyên đề|thảo luận|phát biểu|giới thiệu|quán triệt|thực trạng|giải pháp)\b",
    re.IGNORECASE,
)
_STOPS = (
    r"(?:lúc|từ|vào|do|để|rồi|nhằm|về|đi|nghe|xem|với|cho|mời|xong|song song|kết thúc|đón|gồm|theo|cùng|sau đó"
    r"|trước(?= \d)|trình bày|phát biểu|điều hành|dàn dựng|biểu diễn|dự kiến|dành)"
)
PAIRED = "Thể|Thông|Truyền|Du|Văn|Nghệ|Xã|Hội|Khoa|Giáo|Kỹ"
"""How the second half of a house's name begins: "Trung tâm Văn hóa - Thể thao"."""
_NAME = (
    rf"(?:(?!\s(?-i:{_STOPS})(?!\w)|\s[–—-]\s(?!(?-i:{PAIRED}))|\svà\s(?!(?:{_HALLS}|{GROUNDS}|nhà)(?!\w)))[^,;:.()])*"
)
GOES_ON = (
    r"(?:tầng|lầu|khu|nhà|tòa|cơ sở|số\s+\d|đường|phường|xã|thôn|bản|ấp|tổ dân phố|thị trấn|huyện|quận|tỉnh|thành phố"
    r"|tp\.?|khách sạn|trung tâm|trụ sở|trường|\d+(?:st|nd|rd|th) floor)(?!\w)"
)
"""How the name of a place goes on behind its comma: "…, tầng 3, Khách sạn Hải Vân"."""
_BRACKET_ON = r"(?:tầng|lầu|số|đường|phố|xã|phường|thôn|bản|huyện|tỉnh|thị trấn|km|gần|cạnh|sau|trước|đối diện|phía)"
PLACE = (
    rf"(?:(?P<hall>{_HALLS})|(?P<ground>{GROUNDS})|{_ABROAD})(?!\w){_NAME}"
    rf"(?:,\s+{GOES_ON}{_NAME}(?=\s*(?:[,;.()]|\s[–—-]\s|$)))*(?:\s*\({_BRACKET_ON}\s[^()]*\))?"
)
_AT = re.compile(rf"(?:^|[\s(])(?:tại|ở|at(?: the)?|(?:in|on) the)\s+(?P<room>{PLACE})", re.IGNORECASE)
GOES_TO = re.compile(r"(?:tham quan|viếng|thăm|khảo sát|dâng|kiểm tra|bàn giao|khánh thành)\b", re.IGNORECASE)
_PLACE_FIRST = re.compile(rf"(?:(?:tại|ở)\s+\S|(?:{GROUNDS}|{_HALLS})(?!\w))", re.IGNORECASE)


def is_place(text: str) -> bool:
    """Whether words begin as those for a hall or a ground do."""
    return _PLACE_FIRST.match(text) is not None


_RIDE = re.compile(
    r"[,;(]\s*(?:[^,;()]*\s)?(?:xe|ô tô|tàu|đón|tập trung|xuất phát|khởi hành|lên xe|minibus|bus|coach)\s[^,;()]*$",
    re.IGNORECASE,
)
"""How people come there, told behind the item: "Tham quan vườn cam, xe đón tại cổng trường"."""


def places_told(title: str) -> list[re.Match[str]]:
    """The places that an item is held at by its sentence, "đua thuyền tại bến Đá, sông Ngàn", not where a bus waits."""
    goes = GOES_TO.match(title)
    named = [quoted.span() for quoted in _QUOTED.finditer(title)]
    found = (place for place in _AT.finditer(title) if not any(a < place.start() < b for a, b in named))
    found = (place for place in found if not (goes and _RIDE.search(title, 0, place.start("room"))))
    return [place for place in found if place["hall"] or _is_held(title, place)]


_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")


def _is_held(title: str, place: re.Match[str]) -> bool:
    """Whether people come there for the item, and it is no talk about what is found there, nor one group of several."""
    if _OTHERS.search(title, 0, place.start()):
        return False
    return _DEED.match(title) is not None or (place["ground"] is not None and _SPEAKS.match(title) is None)


_OTHERS = re.compile(r"\s(?:tại|ở)\s[^;]*;", re.IGNORECASE)
