"""Classes and groups held one after the other, with one programme for all of them."""

from domain.plan import PlanSession
from tests.drafts import read

_ITEMS = "Ngày thứ nhất\n- 8h00: Nhập môn\n- 13h30: Thực hành\nNgày thứ hai\n- 8h00: Kiểm tra\n"
_TABLE = (
    "KẾ HOẠCH\nTập huấn nuôi ong\nI. THỜI GIAN, ĐỊA ĐIỂM CÁC LỚP\n| Lớp | Thời gian | Địa điểm |\n"
    "| Lớp xã Mường Ải | 04 - 05/3/2026 | Nhà văn hóa bản Đin |\n"
    "| Lớp xã Nậm Pung | 10 - 11/3/2026 | Trạm Khuyến nông |\n"
    "II. CHƯƠNG TRÌNH CHUNG CHO CÁC LỚP\n" + _ITEMS
)
_DAYS = (
    "KẾ HOẠCH\nĐào tạo an toàn điện\nA. Lịch học (mỗi nhóm một ngày)\nNhóm 1: thứ Hai, 02/3/2026 - Đội 4\n"
    "Nhóm 2: thứ Tư, 04/3/2026 - Đội 5\nB. Chương trình một ngày (chung cho các nhóm)\n"
    "8:00 – 9:00 Quy trình\n9:00 – 10:00 Sơ cứu\n10:00 – 10:30 Cấp thẻ\n"
)


def told(text: str) -> list[PlanSession]:
    return [item.value for item in read(text).sessions]


def test_items_of_each_class_are_held_on_its_days_in_its_place() -> None:
    items = [(s.day and s.day.day, s.title, s.place) for s in told(_TABLE)]
    assert items == [
        (begins + after, title, place)
        for place, begins in (("Nhà văn hóa bản Đin", 4), ("Trạm Khuyến nông", 10))
        for after, title in ((0, "Nhập môn"), (0, "Thực hành"), (1, "Kiểm tra"))
    ]


def test_programme_of_one_day_is_held_on_the_day_of_each_group() -> None:
    items = [(s.part_of, s.day and s.day.day, s.title) for s in told(_DAYS)]
    titles = ("Quy trình", "Sơ cứu", "Cấp thẻ")
    assert items == [(f"Nhóm {n}", day, title) for n, day in ((1, 2), (2, 4)) for title in titles]


def test_programme_of_one_class_alone_is_not_that_of_others() -> None:
    own = _TABLE.replace("CHUNG CHO CÁC LỚP", "LỚP XÃ MƯỜNG ẢI")
    assert {s.day and s.day.day for s in told(own)} == {4, 5}


def test_class_on_each_of_several_days_is_held_where_the_day_is() -> None:
    text = (
        "KẾ HOẠCH\nPhổ biến luật đất đai\nThời gian: các ngày 6, 7/5/2026; mỗi ngày 01 lớp\n"
        "Địa điểm: lớp ngày 6/5 tại Hội trường Sở; lớp ngày 7/5 tại Nhà văn hóa xã Tà Hộc\n"
        "Chương trình chung của mỗi lớp:\n8h00: Khai mạc\n8h15: Giới thiệu luật\n10h00: Hỏi đáp\n"
    )
    items = [(s.day and s.day.day, s.title, s.place) for s in told(text)]
    titles = ("Khai mạc", "Giới thiệu luật", "Hỏi đáp")
    places = ((6, "Hội trường Sở"), (7, "Nhà văn hóa xã Tà Hộc"))
    assert items == [(day, title, place) for day, place in places for title in titles]


def test_day_of_a_meeting_with_its_hours_does_not_place_the_party_behind_it() -> None:
    text = (
        "KẾ HOẠCH\nHội nghị cuối năm\n1. THỜI GIAN, ĐỊA ĐIỂM\n"
        "Hội nghị diễn ra ngày 24/01/2026, từ 13h30 đến 17h30, tại Sảnh Cá Voi. Tiệc tất niên bắt đầu lúc 18h00 tại "
        "Sảnh Cá Heo.\nTổng duyệt lúc 15h00 ngày 23/01/2026, tại Sảnh Cá Voi (lầu 2).\n2. CHƯƠNG TRÌNH\n"
        "Phần 1 - Hội nghị\n- 13h30: Khai mạc\n- 14h00: Báo cáo\nPhần 2 - Tiệc tất niên\n- 18h00: Khai tiệc\n"
        "- 19h00: Bốc thăm\n"
    )
    places = {s.title: s.place or s.room for s in told(text)}
    assert places["Khai tiệc"] == places["Bốc thăm"] == "Sảnh Cá Heo"
