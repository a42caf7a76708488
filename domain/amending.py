"""What a paper does to another by its title: changes some points of it, puts the conference off, calls it off."""

import re

_EVENT = r"(?:hội nghị|hội thảo|đại hội|ngày hội|tọa đàm|toạ đàm|cuộc họp|buổi|lễ|lớp|tập huấn)"
_AMENDS = re.compile(
    r"^(?:(?:kế hoạch|thông báo|về việc|v/v|về|tổ chức)\s+)*(?:(?:điều chỉnh|sửa đổi|bổ sung|thay đổi)\b"
    r"|(?:tạm )?(?:hoãn|lùi|dời|chuyển|đổi) (?:việc )?(?:tổ chức )?"
    rf"(?:{_EVENT}|thời (?:gian|điểm)|ngày|giờ|lịch|địa điểm)\b)"
    r"|\b(?:điều chỉnh|sửa đổi|bổ sung|thay đổi)\W+(?:\w+\W+){0,4}?(?:kế hoạch|thời gian|địa điểm|chương trình)\b"
    r"|\b(?:amend(?:ing|ment|s)?|revis(?:ed|ion|ing))\b",
    re.IGNORECASE,
)
_CALLS_OFF = re.compile(
    r"^(?:(?:thông báo|về việc|v/v|về)\s+)*(?:(?:tạm )?(?:hoãn|dừng|ngừng)|hủy|huỷ|không) (?:việc )?(?:tổ chức )?"
    rf"{_EVENT}\b",
    re.IGNORECASE,
)


def amends(title: str) -> bool:
    """Whether a paper by its title changes only some points of another."""
    return _AMENDS.search(title) is not None


_OF_EVENT = re.compile(
    rf".*?\b(?:kế hoạch|thời gian|địa điểm|chương trình|ngày|giờ|lịch)\b.*?\btổ chức\s+(?={_EVENT}\b)"
    rf"|(?:[^,;]*?)\b(?:hoãn|lùi|dời|chuyển|đổi)\s+(?:việc )?(?:tổ chức )?(?={_EVENT}\b)",
    re.IGNORECASE | re.DOTALL,
)


def amended_event(title: str) -> str:
    """What the conference is called in the title of a paper that amends another; any other title as it stands."""
    found = _OF_EVENT.match(title) if amends(title) else None
    return title[found.end() :] if found else title


def calls_off(title: str) -> bool:
    """Whether a paper by its title says that the conference is put off or not held."""
    return _CALLS_OFF.search(title) is not None
