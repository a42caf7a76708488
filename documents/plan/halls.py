"""How halls, rooms and grounds are called, and how offices whose names begin like a room's are told apart."""

import re

from domain.vietnamese import CAPITALS

HOUSE = r"nhà (?:hàng|ăn|văn hóa|thi đấu|khách|đa năng|hát|xứ|thờ|rông|truyền thống|tưởng niệm)"
INDOORS = (
    r"hội trường|giảng đường|sảnh|căng? tin|bếp ăn|khách sạn|sân"
    rf"|{HOUSE}|khu (?:[A-Z]\b|\d|triển lãm|trưng bày|vực|ẩm thực|nhà)|quảng trường|công viên"
    r"|cung (?:văn h(?:óa|oá)|thể thao|hội nghị|thiếu nhi)"
    r"|(?:phòng|p\.)\s*(?:họp|hội|học|máy|thực hành|thí nghiệm|tin học|khách(?! sạn)|đọc|truyền thống|đa năng"
    r"|tiệc|sinh hoạt)"
)
"""Where in the house, or right before it, something is held."""
HALL = re.compile(
    rf"(?:{INDOORS}|các phòng (?:học|họp)|cổng (?:[A-Z]\b|số|chính)|phòng số|phòng [A-Z]?[\d.-]+"
    r"|phòng (?-i:[A-HK-X])(?:\s*(?:,|và)\s*(?-i:[A-HK-X]))*(?=$|[,;)])"
    r"|(?:[a-z0-9]+ ){1,3}(?:room|hall|garden|canteen|restaurant|hotel)\b"
    r"|room|hall|lobby|corridor|ballroom)(?!\w)",
    re.IGNORECASE,
)
OFFICE = (
    r"(?:nội vụ|tổ chức|hành chính|kỹ thuật|kế hoạch|tài chính|văn hóa|văn hoá|giáo dục|lao động|tư pháp|kinh tế|y tế"
    r"|nông nghiệp|tài nguyên|quản trị|đào tạo|khoa học|công tác|nghiệp vụ|chính sách|quản lý|tổng hợp|kinh doanh"
    r"|công thương|chính trị|nhân sự|truyền thông|dân tộc|thương mại|cảnh sát|pháp chế|thanh tra|công nghệ|kế toán)"
)
"""What the office behind "phòng" deals with."""
NAMED_ROOM = (
    rf"(?:phòng|p\.) (?!{OFFICE}(?!\w))(?-i:[{CAPITALS}]\w*(?: [{CAPITALS}]\w*)?(?: \d{{1,3}}| [{CAPITALS}]\w*))(?!\w)"
)
"""A room with a name of its own, "Phòng San Hô 1"; only the first word of an office's name is written so."""
_NAMED_ROOM = re.compile(rf"{NAMED_ROOM}(?:,|$| \()", re.IGNORECASE)


def is_hall(cell: str) -> bool:
    """Whether a cell names where in the house: a hall, a numbered room; "Phòng Nội vụ" is an office."""
    return len(cell) <= 80 and (HALL.match(cell) or _NAMED_ROOM.match(cell)) is not None
