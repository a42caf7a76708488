"""Places joined online, events of one day each in its house, and people told beside, below or behind an item."""

from datetime import time

import pytest

from domain.plan import PlanDraft, PlanSession, value_of
from tests.drafts import read

HEAD = "UBND HUYỆN LŨNG VÀI\nSố: 21/KH-UBND\nKẾ HOẠCH\nTổ chức Hội nghị phòng bệnh cho trâu bò năm 2026\n"


def _sessions(body: str) -> list[PlanSession]:
    return [session.value for session in read(f"{HEAD}{body}").sessions]


# --- places joined online --------------------------------------------------------------------------------------------

POINTS = """I. THỜI GIAN, THÀNH PHẦN
1. Thời gian: 14h00 ngày 11/3/2026
2. Các điểm cầu
2.1. Điểm cầu huyện: Phòng họp tầng 2, trụ sở UBND huyện
- Thành phần: Trạm Thú y, Phòng Kinh tế (12 người)
2.2. Điểm cầu các xã: Hội trường xã
- Thành phần: trưởng bản, thú y viên (mỗi xã 9 người)
II. CHƯƠNG TRÌNH
- 14h00 - 14h10: Khai mạc - ông Vi Tèo
- 14h10 - 15h00: Ý kiến các nơi, gồm:
1. Xã Nà Lốc: nhốt trâu mùa rét
2. Xã Bó Củng: trồng cỏ voi
- 15h00 - 15h10: Bế mạc
"""


def test_the_conference_is_held_where_the_first_point_is() -> None:
    assert value_of(read(HEAD + POINTS).venue) == "Phòng họp tầng 2, trụ sở UBND huyện"
    invited = "Thời gian: 14h00 ngày 11/3/2026\nTại điểm cầu tỉnh (Phòng họp số 9):\n- Chi cục Thú y.\n"
    assert value_of(read(HEAD + invited).venue) == "Phòng họp số 9"


def test_those_who_take_part_are_told_with_their_point() -> None:
    groups = [group.value.level for group in read(HEAD + POINTS).groups]
    assert groups == ["Điểm cầu huyện", "Điểm cầu các xã"]


def test_a_numbered_list_below_a_marked_item_ends_with_the_next_mark() -> None:
    told = [(s.title, s.part_of) for s in _sessions(POINTS)]
    whole = "Ý kiến các nơi, gồm"
    assert told[1:] == [
        (whole, None),
        ("Xã Nà Lốc: nhốt trâu mùa rét", whole),
        ("Xã Bó Củng: trồng cỏ voi", whole),
        ("Bế mạc", None),
    ]


def test_a_column_of_points_tells_the_places_and_limits_behind_the_table_are_no_items() -> None:
    told = _sessions(
        "Thời gian: 11/3/2026\nChương trình\nTG | Nội dung | Người thực hiện | Điểm cầu\n"
        "14:00 | Thử máy | ông Páo | tất cả\n14:10 | Khai mạc | ông Vi Tèo | huyện\n14:30 | Tham luận | xã Nà Lốc | "
        "xã Nà Lốc\nCác xã gửi danh sách trước 16h ngày 09/3/2026.\n"
    )
    places = [(s.title, s.room) for s in told]
    assert places == [
        ("Thử máy", "tất cả các điểm cầu"),
        ("Khai mạc", "điểm cầu huyện"),
        ("Tham luận", "điểm cầu xã Nà Lốc"),
    ]


# --- events of one day -----------------------------------------------------------------------------------------------


def test_events_under_their_day_are_items_each_in_its_house() -> None:
    draft: PlanDraft = read(
        f"{HEAD}I. Thời gian, địa điểm\nNgày 11/3/2026\n- Lễ phát động: 7h30, Sân vận động huyện\n"
        "- Thi trâu béo: 9h30, bãi Nà Lốc\n- Gặp mặt thú y viên già: 17h00, Nhà khách huyện\n"
        "II. Thành phần: 200 người\n"
    )
    told = [(s.value.title, s.value.day, s.value.start, s.value.room) for s in draft.sessions]
    assert [(title, start, room) for title, _, start, room in told] == [
        ("Lễ phát động", time(7, 30), "Sân vận động huyện"),
        ("Thi trâu béo", time(9, 30), "bãi Nà Lốc"),
        ("Gặp mặt thú y viên già", time(17), "Nhà khách huyện"),
    ]
    assert {day.isoformat() for _, day, _, _ in told if day} == {"2026-03-11"}


# --- people ----------------------------------------------------------------------------------------------------------

SESSIONS = """I. THỜI GIAN: ngày 11/3/2026
II. CHƯƠNG TRÌNH
1. Đón khách: 7h00 - 7h30
2. Khai mạc: 7h30 - 7h40, ông Vi Tèo - Chủ tịch huyện
3. Phiên 1: Bệnh mùa rét (7h40 - 9h00)
Chủ tọa đoàn: BSTY Lò Páo
a. Che chuồng - KTV Lý Thị Dí (Trạm Thú y)
b. Dự trữ rơm - ông Vàng Sử
4. Bế mạc 9h00 - 9h10
"""


def test_sessions_with_hours_keep_their_matter_and_their_chairs() -> None:
    told = _sessions(SESSIONS)
    assert [(s.title, s.responsible) for s in told[1:4]] == [
        ("Khai mạc", "ông Vi Tèo - Chủ tịch huyện"),
        ("Che chuồng", "KTV Lý Thị Dí (Trạm Thú y)"),
        ("Dự trữ rơm", "ông Vàng Sử"),
    ]
    whole = told[2].within
    assert whole is not None
    assert (whole.title, whole.responsible, whole.start) == ("Phiên 1: Bệnh mùa rét", "BSTY Lò Páo", time(7, 40))


def test_all_who_have_labels_below_an_item_are_told_with_it() -> None:
    told = _sessions(
        "I. THỜI GIAN: ngày 11/3/2026\nII. CHƯƠNG TRÌNH\n- 7h30: Tọa đàm\n+ Chủ trì: ông Tèo\n+ Diễn giả: bà Dí\n"
        "- 9h00: Bế mạc\n"
    )
    assert told[0].responsible == "ông Tèo; Diễn giả: bà Dí"


def test_points_of_a_point_are_told_with_it() -> None:
    told = _sessions(
        "I. THỜI GIAN: ngày 11/3/2026\nII. CHƯƠNG TRÌNH\n7h30: Hội nghị (phòng họp số 2)\n- Khai mạc: bà Dí\n"
        "- Ý kiến: gồm các bản\n+ Bản Mế (anh Sử): ủ cỏ\n+ Bản Lùng (chị Mỷ): tiêm phòng\n9h00: Ăn trưa\n"
    )
    assert [(s.title, s.part_of) for s in told[3:5]] == [
        ("Bản Mế (anh Sử): ủ cỏ", "Ý kiến: gồm các bản"),
        ("Bản Lùng (chị Mỷ): tiêm phòng", "Ý kiến: gồm các bản"),
    ]


def test_sentences_of_an_hour_with_a_place_each_are_two_items() -> None:
    told = _sessions(
        "I. THỜI GIAN: ngày 11/3/2026\nII. CHƯƠNG TRÌNH\n8h00 - 9h00: Họp tổ thư ký (Phòng họp 12). Người khác xem "
        "phim tại Hội trường lớn.\n9h00: Ăn nhẹ\n10h00: Bế mạc\n"
    )
    assert [(s.title, s.room, s.start) for s in told[:2]] == [
        ("Họp tổ thư ký", "Phòng họp 12", time(8)),
        ("Người khác xem phim tại Hội trường lớn", "Hội trường lớn", time(8)),
    ]


def test_items_may_be_marked_by_dots_and_classes_are_no_days() -> None:
    told = _sessions(
        "1/ Thời gian: 8h00 ngày 31/5/2026\n2/ Chương trình:\n . Múa quạt (cô Ly)\n . Đọc thơ - em Mỷ lớp 9/3\n"
        " . Bế mạc\n"
    )
    assert [(s.title, s.day.month if s.day else None) for s in told] == [("Múa quạt", 5), ("Đọc thơ", 5), ("Bế mạc", 5)]


def test_the_person_behind_a_body_is_no_part_of_its_name() -> None:
    draft = read(
        f"{HEAD}I. THỜI GIAN: ngày 11/3/2026\nII. PHÂN CÔNG\n1. Trạm Thú y - ông Vi Tèo: vắc xin, bình phun.\n"
        "2. Phòng Kinh tế - Hạ tầng: dựng rạp.\n"
    )
    assert [(unit.value.name, unit.value.role) for unit in draft.units] == [
        ("Trạm Thú y", "ông Vi Tèo"),
        ("Phòng Kinh tế - Hạ tầng", None),
    ]


@pytest.mark.parametrize(
    ("foot", "office"),
    [
        (
            "NGƯỜI LẬP                              CHỦ TỊCH\nLý Thị Dí                              Vi Văn Tèo",
            "CHỦ TỊCH",
        ),
        (
            "Thư ký                        T/M BAN THÚ Y\n                                 CHỦ TỊCH\n"
            "Lý Thị Dí                       Vi Văn Tèo",
            "T/M BAN THÚ Y CHỦ TỊCH",
        ),
    ],
)
def test_each_of_two_who_sign_has_an_office_of_his_own(foot: str, office: str) -> None:
    draft = read(f"{HEAD}I. THỜI GIAN: ngày 11/3/2026\nII. KINH PHÍ: của huyện.\n\n{foot}\n")
    assert (value_of(draft.signer), value_of(draft.signer_title)) == ("Vi Văn Tèo", office)


ENGLISH = """HILL CATTLE SOCIETY
2nd Hill Cattle Workshop
Dates: 12 November 2026. Venue: Pine Hotel, Lung Vai (Cedar Hall)
Thursday 12 November
08:00 Registration
08:45 Keynote: Winter fodder. Speaker: Dr Ann Boyle (FAO). Chair: Prof. Khoa
09:30 Parallel sessions
A: Barns (Oak Room) - chair Dr Ly Minh
B: Grass (Elm Room) - chair Dr Tran Le
12:00 Lunch
"""


@pytest.mark.parametrize(
    ("at", "told"),
    [
        (1, ("Keynote: Winter fodder", "Dr Ann Boyle (FAO); Chair: Prof. Khoa", None)),
        (-3, ("A: Barns", "chair Dr Ly Minh", "Oak Room")),
        (-2, ("B: Grass", "chair Dr Tran Le", "Elm Room")),
    ],
)
def test_a_programme_below_dates_and_venue_on_one_line(at: int, told: tuple[str, str | None, str | None]) -> None:
    item = [s.value for s in read(ENGLISH).sessions][at]
    assert (item.title, item.responsible, item.room) == told
    assert item.start == (time(8, 45) if at == 1 else time(9, 30))


def test_an_agenda_over_its_date_is_the_programme_and_no_title() -> None:
    draft = read(
        "HILL FARM OFFICE\nWorkshop on Winter Barns\nAGENDA\nDate: Tuesday, 9 June 2026\n\n"
        "Time            Session               Speaker            Room\n"
        "08:00 - 08:30   Registration          Ms. Ly             Lobby\n"
        "08:30 - 09:30   Straw and stone       Dr. Ann Boyle      Oak Room\n"
        "09:30 - 10:00   Coffee break                             Terrace\n"
    )
    assert value_of(draft.title) == "Workshop on Winter Barns"
    assert [s.value.room for s in draft.sessions] == ["Lobby", "Oak Room", "Terrace"]


def test_days_over_events_name_no_event_themselves() -> None:
    draft = read(
        f"{HEAD}1. Thời gian - địa điểm\nNgày 11/3/2026:\n+ Thi ủ cỏ: từ 13h30, sân chợ\n+ Thi trâu: 15h00, bãi cỏ\n"
        "Ngày 12/3/2026:\n+ Trao giải: 8h00, hội trường lớn\n+ Gặp mặt: 15h00 tại Nhà khách huyện\n"
        "2. Phân công\nBan | Trưởng ban | Việc | Hạn\nBan Nội dung | Bà Dí | Mời giám khảo | 01/3/2026\n"
        "Ban Hậu cần | Ông Tèo | Dựng rạp | 10/3/2026\n"
    )
    assert [s.value.title for s in draft.sessions] == ["Thi ủ cỏ", "Thi trâu", "Trao giải", "Gặp mặt"]
    assert {time.value.what for time in draft.times} == {"Thi ủ cỏ", "Thi trâu", "Trao giải", "Gặp mặt"}
    assert [unit.value.name for unit in draft.units] == ["Ban Nội dung", "Ban Hậu cần"]


def test_remarks_of_two_lines_cut_no_item_in_two() -> None:
    told = _sessions(
        "Thời gian: 11/3/2026\nChương trình\n"
        "Thời gian       Nội dung                          Chủ trì             Ghi chú\n"
        "13h30-13h50     Báo cáo mùa rét                   Ông Tèo\n"
        "13h50-14h50     Đối thoại:                        Bà Dí               Mỗi câu\n"
        "                - Bản Mế: cỏ voi                                      ba phút\n"
        "                - Bản Lùng: vắc xin\n"
        "14h50-15h00     Bế mạc                            Ông Tèo\n"
    )
    assert [s.title for s in told] == [
        "Báo cáo mùa rét",
        "Đối thoại: - Bản Mế: cỏ voi - Bản Lùng: vắc xin",
        "Bế mạc",
    ]
