"""Parts with places of their own: each item has that of its part, and none where it is held elsewhere."""

from documents.reading import read_plan_text
from domain.answers import Index
from domain.plan import PlanDraft, value_of
from domain.plan_programme import programme
from tests.questions import say

HEAD = "UBND XÃ BÌNH LÃNG\nKẾ HOẠCH\nTổ chức Đại hội Hội Làm vườn xã\n"
SITTINGS = (
    "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 01 ngày, 20/3/2026.\na) Phiên thứ nhất: 8 giờ 00 ngày 20/3/2026.\n"
    "b) Phiên thứ hai: 14 giờ 00 ngày 20/3/2026.\n2. Địa điểm\n- Phiên thứ nhất: Nhà văn hóa thôn Đoài.\n"
    "- Phiên thứ hai: Hội trường UBND xã (số 2 đường Lê Lợi).\n"
)
HOURS = (
    "6h30: Dâng hoa ở tượng đài\n7h00 - 7h30: Dạo vườn\n7h30 - 8h00: Nhận tài liệu\n8h00: Bầu Đoàn Chủ tịch\n"
    "9h30: Thảo luận 03 tổ\n11h30: Ăn trưa\n14h00: Chào cờ\n16h00: Bế mạc\n"
)
END = "III. KINH PHÍ\nNgân sách xã năm 2026.\n"


def read(held: str, programme_lines: str) -> PlanDraft:
    draft = read_plan_text(f"{HEAD}{held}II. CHƯƠNG TRÌNH\n{programme_lines}{END}")
    assert isinstance(draft, PlanDraft)
    return draft


def test_items_are_where_the_part_is_that_has_begun_by_then() -> None:
    places = {s.value.title: s.value.place for s in read(SITTINGS, HOURS).sessions}
    first, second = "Nhà văn hóa thôn Đoài", "Hội trường UBND xã (số 2 đường Lê Lợi)"
    assert places == {
        "Dâng hoa ở tượng đài": None,
        "Dạo vườn": None,
        "Nhận tài liệu": first,
        "Bầu Đoàn Chủ tịch": first,
        "Thảo luận 03 tổ": None,
        "Ăn trưa": None,
        "Chào cờ": second,
        "Bế mạc": second,
    }


def test_parts_named_in_sentences_place_their_blocks() -> None:
    held = (
        "I. THỜI GIAN, ĐỊA ĐIỂM\nĐại hội họp ngày 20/3/2026, gồm hai phần. Phần tham quan mô hình bắt đầu từ 7 giờ 30 "
        "tại vườn ươm thôn Bắc. Phần đại hội bắt đầu từ 9 giờ 00 tại Nhà văn hóa xã, cách vườn 300 m.\n"
    )
    lines = (
        "Phần thứ nhất - Tham quan mô hình\nXem vườn ươm lúc 7h30; nghe giới thiệu giống lúc 8h00.\n"
        "Phần thứ hai - Đại hội\nKhai mạc lúc 9h00; bế mạc lúc 11h00.\n"
    )
    assert [(s.value.title, s.value.place) for s in read(held, lines).sessions] == [
        ("Xem vườn ươm", "vườn ươm thôn Bắc"),
        ("nghe giới thiệu giống", "vườn ươm thôn Bắc"),
        ("Khai mạc", "Nhà văn hóa xã"),
        ("bế mạc", "Nhà văn hóa xã"),
    ]


def test_event_of_the_title_has_the_venue_and_others_their_own_places() -> None:
    held = (
        "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: ngày 20/3/2026.\n2. Địa điểm\n- Đại hội: Hội trường UBND xã.\n"
        "- Tiệc mừng công: Nhà hàng Sông Quê.\n"
    )
    draft = read(held, "8h00: Khai mạc\n9h00: Báo cáo\n11h30: Tiệc mừng công\n")
    assert value_of(draft.venue) == "Hội trường UBND xã"
    assert [s.value.place for s in draft.sessions] == [None, None, "Nhà hàng Sông Quê"]


def test_places_of_parts_are_that_of_no_item_between_them() -> None:
    index = Index.of(programme(read(SITTINGS, HOURS)))
    assert "Hội trường UBND xã" in say("bế mạc ở đâu", index, None).words
    assert "thôn Đoài" not in say("bế mạc ở đâu", index, None).words
    assert not say("dạo vườn ở đâu", index, None).answered


def test_place_of_a_day_is_said_once_in_its_list() -> None:
    said = say("chương trình cả ngày 20/3", Index.of(programme(read(SITTINGS, HOURS))), None).words
    assert said.count("Hội trường UBND xã") == 1


def test_hall_of_all_is_the_venue_beside_those_of_groups_and_of_an_excursion() -> None:
    held = (
        "I. THỜI GIAN, ĐỊA ĐIỂM\n- Đại hội: thứ Sáu, ngày 20/3/2026, từ 7h30 đến 17h00.\n"
        "- Thăm vườn ươm (tự chọn): sáng ngày 21/3/2026, xe xuất phát 7h00 tại cổng chợ Bình Lãng.\n"
        "- Phiên toàn thể: Hội trường lớn, tầng 2 nhà B1. Các tổ: nhà B2.\n"
        "- Địa chỉ: số 9 đường Bờ Đê, xã Bình Lãng.\n"
    )
    draft = read(held, "8h00: Khai mạc\n9h00: Báo cáo\n")
    assert value_of(draft.venue) == "Hội trường lớn, tầng 2 nhà B1, số 9 đường Bờ Đê, xã Bình Lãng"


def test_sessions_side_by_side_have_the_places_and_chairs_that_sentences_tell_until_all_meet_again() -> None:
    draft = read(
        "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 20/3/2026.\n2. Địa điểm: Hội trường lớn, nhà C. "
        "Buổi chiều chia hai phiên: Phiên A tại Hội trường lớn, nhà C; Phiên B tại Phòng đọc tầng 2, nhà B.\n",
        "1. Buổi chiều (hai phiên song song)\n"
        "a) Phiên A - Cây ăn quả, chủ tọa ThS. Vi Văn Sáng: 13 giờ 30 phút, Chi hội Đoài báo cáo ghép cành; "
        "14 giờ 00, Chi hội Hạ báo cáo tỉa cây.\n"
        "b) Phiên B - Rau sạch, chủ tọa BSCKI. Lục Thị Nhài, Phó Chủ tịch: 13 giờ 30 phút, Chi hội Thượng báo cáo "
        "nhà lưới; 14 giờ 00, Chi hội Trung báo cáo phân hữu cơ. Đại biểu trở lại Hội trường lớn, nhà C lúc 15 giờ 00; "
        "trao giải ảnh đẹp lúc 15 giờ 30 phút.\n",
    )
    found = programme(draft)
    heads = {s.id: s for s in found.sessions if s.title.startswith("Phiên")}
    assert [(s.title, s.responsible, s.room) for s in heads.values()] == [
        ("Phiên A - Cây ăn quả", "ThS. Vi Văn Sáng", "Hội trường lớn, nhà C"),
        ("Phiên B - Rau sạch", "BSCKI. Lục Thị Nhài, Phó Chủ tịch", "Phòng đọc tầng 2, nhà B"),
    ]
    parents = {s.title: heads[s.parent].title[:7] if s.parent else None for s in found.sessions if s.id not in heads}
    assert list(parents.values()) == ["Phiên A", "Phiên A", "Phiên B", "Phiên B", None, None]


def test_items_that_the_list_of_places_names_are_held_there_and_none_of_its_lines_is_lost() -> None:
    held = (
        "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: ngày 20/3/2026.\n2. Địa điểm:\n- Lễ khai mạc, bế mạc: Quảng trường xã.\n"
        "- Dâng hương, rước cam: Đền Cả, xóm Thượng.\n- Đua bè: bến Ngòi.\n- Thi vẽ tranh: Cung Thiếu nhi.\n"
        "- Nếu mưa to: nhà thi đấu.\n"
    )
    items = (
        "7h00: Dâng hương\n8h00: Lễ khai mạc, đánh trống hội\n9h00: Đua bè mảng\n10h00: Ăn trưa (sau đua bè)\n"
        "14h00: Thi vẽ tranh tại sân trường\n16h00: Bế mạc\n"
    )
    draft = read(held, items)
    assert [(s.value.title.split(",")[0], s.value.room or s.value.place) for s in draft.sessions] == [
        ("Dâng hương", "Đền Cả, xóm Thượng"),
        ("Lễ khai mạc", "Quảng trường xã"),
        ("Đua bè mảng", "bến Ngòi"),
        ("Ăn trưa (sau đua bè)", None),
        ("Thi vẽ tranh tại sân trường", "sân trường"),
        ("Bế mạc", "Quảng trường xã"),
    ]
    told = [fact.text for fact in draft.facts]
    assert "Dâng hương, rước cam: Đền Cả, xóm Thượng" in told
    assert "Thi vẽ tranh: Cung Thiếu nhi" in told


def test_groups_told_on_one_line_have_each_its_own_room() -> None:
    held = (
        "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 8 giờ 00 ngày 20/3/2026.\n2. Địa điểm: Trường Trung cấp Nông nghiệp.\n"
        "- Phiên toàn thể: Hội trường A.\n- Nhóm 1: phòng B201; Nhóm 2: phòng B305 (nhà B, tầng 3).\n"
        "- Phiên song song 3 (Nghề vườn): Nhà lưới số 2.\n"
    )
    lines = (
        "Phiên toàn thể\n8h00: Khai mạc\nNhóm 1: Giống cây\n13h30: Ghép cam\n"
        "Nhóm 2: Phân bón\n13h30: Ủ phân tại 05 hộ\nPhiên 3: NGHỀ VƯỜN\n15h00: Tỉa cành\n"
    )
    assert [(s.value.title, s.value.room or s.value.place) for s in read(held, lines).sessions] == [
        ("Khai mạc", "Hội trường A"),
        ("Ghép cam", "phòng B201"),
        ("Ủ phân tại 05 hộ", "phòng B305 (nhà B, tầng 3)"),
        ("Tỉa cành", "Nhà lưới số 2"),
    ]


def test_the_house_behind_the_day_of_an_event_is_its_place() -> None:
    draft = read_plan_text(
        "CÔNG TY CÁM CÒ\n\nKẾ HOẠCH\nTổ chức Hội nghị đại lý năm 2026\n\nI. THỜI GIAN, ĐỊA ĐIỂM\n"
        "- Đêm giao lưu bạn nhà nông: từ 18h00 thứ Sáu ngày 04/12/2026, Sảnh Mây (tầng 2), số 5 đường Bờ Kè.\n"
        "- Hội nghị: từ 8h00 thứ Bảy ngày 05/12/2026, Hội trường Lúa (tầng 3).\n\n"
        "II. CHƯƠNG TRÌNH\n1. Đêm giao lưu (04/12/2026)\n- 18h00: Đón khách\n- 19h00: Văn nghệ\n"
        "2. Hội nghị (05/12/2026)\n- 8h00: Khai mạc\n- 10h00: Bế mạc\n"
    )
    assert value_of(draft.venue) == "Hội trường Lúa (tầng 3)"
    assert "Sảnh Mây (tầng 2), số 5 đường Bờ Kè" in say("đêm giao lưu ở đâu", Index.of(programme(draft)), None).words
