"""What of a part or an activity is held where the whole is, and what elsewhere."""

import re
from dataclasses import replace

from documents.plan.whens import first_sentence
from domain.plan import PlanSession, Sourced

IS_ELSEWHERE = re.compile(
    r"^(?:ăn (?:sáng|trưa|tối|cơm)|cơm|dùng (?:bữa|cơm)|tiệc|liên hoan|gala|nghỉ|giải lao|đăng ký|tham quan|viếng"
    r"|dâng hương|khảo sát|lên xe|xe|di chuyển|về|lunch|dinner|breakfast|coffee|tea|break|registration)\b"
    r"|\b(?:tại|ở)\s+(?:căn? ?tin|nhà|khách sạn|sân|sảnh|phòng|hội trường|trung tâm|trường|công viên|nghĩa trang|khu"
    r"|bến)\b",
    re.IGNORECASE,
)
"""What is not held in the room of the part it stands under: meals, trips, and what names another place itself."""


def as_parts(own: list[Sourced[PlanSession]], whole: PlanSession) -> list[Sourced[PlanSession]]:
    """The items of an activity's own programme as its parts, held where it is."""
    place = first_sentence(whole.room).rstrip(" .;") if whole.room else None
    over = replace(whole, start=None, end=None, room=place)
    parts: list[Sourced[PlanSession]] = []
    for item in own:
        told = item.value
        away = told.room or told.place or IS_ELSEWHERE.search(told.title)
        placed = told if away else replace(told, place=place)
        if told.part_of is None and told.within is None:
            placed = replace(placed, part_of=whole.title, within=over)
        parts.append(replace(item, value=placed))
    return parts
