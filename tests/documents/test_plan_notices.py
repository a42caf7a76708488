"""A notice of change in the same file: what holds now is read, and the notice is kept as what was changed."""

from datetime import date, time

import pytest

from documents.plan.changes import changes_in
from documents.plan.lines import paragraphs
from documents.plan.notices import notice_in
from documents.plan.repair import repaired_lines
from domain.conference import CHANGED
from domain.plan import PlanDraft, value_of
from tests.drafts import read

PLAN = """SỞ VĂN HÓA TỈNH AN BÌNH
KẾ HOẠCH
Tổ chức Hội nghị thư viện năm 2026
1. Thời gian: 8h00 ngày 12/5/2026 (thứ Ba).
2. Địa điểm: Hội trường Thư viện tỉnh, số 3 Lê Lai.
3. Chương trình
- 8h00 - 8h15: Khai mạc
- 8h15 - 9h00: Báo cáo 1: Thư viện số (ông Lê Văn Tám) tại phòng 201
- 9h00 - 9h45: Báo cáo 2: Phục chế sách (bà Trần Thị Chín)
- 9h45 - 10h00: Giải lao
- 10h00 - 10h45: Tọa đàm bạn đọc
- 10h45 - 11h00: Bế mạc
4. Phân công
- Phòng Nghiệp vụ: nhận bài tham luận trước ngày 28/4/2026; kiểm tra loa đài lúc 15h00 ngày 11/5/2026.
- Văn phòng: chuẩn bị 80 suất quà, lệ phí 50.000 đồng/người.
Liên hệ: chị Hoa, 0900 000 111.
"""


def changed(points: str, heading: str = "THÔNG BÁO ĐIỀU CHỈNH (ngày 05/5/2026)") -> PlanDraft:
    return read(f"{PLAN}\n{heading}\n{points}\n")


def item(draft: PlanDraft, begins: str) -> tuple[time | None, time | None, str | None, str | None]:
    found = next(each.value for each in draft.sessions if each.value.title.startswith(begins))
    return found.start, found.end, found.room, found.responsible


@pytest.mark.parametrize(
    "heading",
    [
        "THÔNG BÁO ĐIỀU CHỈNH (ngày 05/5/2026)",
        "*** CẬP NHẬT (5/5): các đơn vị lưu ý:",
        "Thay đổi sau cuộc họp ngày 5/5:",
        "5. Thông tin thay đổi",
        "Ban Tổ chức xin thông báo một số thay đổi so với kế hoạch đã gửi:",
        "SỞ VĂN HÓA TỈNH AN BÌNH\nSố: 40/TB-SVH\nTHÔNG BÁO\nVề việc điều chỉnh chương trình",
    ],
)
def test_item_is_read_at_its_new_hour_whatever_the_notice_is_called(heading: str) -> None:
    draft = changed("- Tọa đàm bạn đọc chuyển từ 10h00 sang 10h15.\n- Bế mạc: 11h15 - 11h30 (thay cho 10h45).", heading)
    assert item(draft, "Tọa đàm")[:2] == (time(10, 15), None)
    assert item(draft, "Bế mạc")[:2] == (time(11, 15), time(11, 30))


@pytest.mark.parametrize(
    ("point", "says"),
    [
        ("Báo cáo 1 đổi sang phòng 305.", (time(8, 15), time(9), "phòng 305", "ông Lê Văn Tám")),
        ("Báo cáo 1: phòng 201 → phòng 305.", (time(8, 15), time(9), "phòng 305", "ông Lê Văn Tám")),
        ("Báo cáo 1 do bà Ngô Bảy trình bày (thay ông Lê Văn Tám).", (time(8, 15), time(9), "phòng 201", "bà Ngô Bảy")),
        ("Báo cáo 1: ông Lê Văn Tám bận, thay bằng bà Ngô Bảy.", (time(8, 15), time(9), "phòng 201", "bà Ngô Bảy")),
        ("Báo cáo 1 kéo dài, kết thúc lúc 9h10.", (time(8, 15), time(9, 10), "phòng 201", "ông Lê Văn Tám")),
    ],
)  # fmt: skip
def test_room_speaker_and_end_of_one_item_are_those_of_the_notice(
    point: str, says: tuple[time | None, time | None, str | None, str | None]
) -> None:
    draft = changed(f"- {point}")
    assert item(draft, "Báo cáo 1") == says
    assert item(draft, "Báo cáo 2") == (time(9), time(9, 45), None, "bà Trần Thị Chín")


def test_items_are_dropped_and_added_in_their_place() -> None:
    draft = changed("- Bỏ phần giải lao.\n- Bổ sung nội dung: Trao giấy khen, từ 9h45 đến 10h00.")
    assert [each.value for each in draft.dropped] == ["Giải lao"]
    assert [each.value.title for each in draft.sessions] == [
        "Khai mạc",
        "Báo cáo 1: Thư viện số",
        "Báo cáo 2: Phục chế sách",
        "Trao giấy khen",
        "Tọa đàm bạn đọc",
        "Bế mạc",
    ]


def test_table_of_what_was_and_what_is_moves_items_and_deadlines() -> None:
    draft = changed(
        "| TT | Nội dung | Theo kế hoạch | Nay điều chỉnh |\n"
        "| 1 | Báo cáo 2 | 9h00 ngày 12/5 | 9h05 ngày 12/5, phòng 402 |\n"
        "| 2 | Hạn nhận bài tham luận | 28/4/2026 | 06/5/2026 |"
    )
    assert item(draft, "Báo cáo 2") == (time(9, 5), None, "phòng 402", "bà Trần Thị Chín")
    assert "06/05/2026" in " ".join(task.value.text for unit in draft.units for task in unit.value.tasks)


def test_whole_is_moved_with_its_programme_by_as_many_hours() -> None:
    draft = changed(
        "- Thời gian: 14h00 ngày 13/5/2026 thay cho 8h00 ngày 12/5/2026.\n"
        "- Địa điểm: chuyển từ Hội trường Thư viện tỉnh sang Nhà văn hóa tỉnh."
    )
    assert (value_of(draft.starts_on), item(draft, "Khai mạc")[:2]) == (date(2026, 5, 13), (time(14), time(14, 15)))
    assert {each.value.day for each in draft.sessions} == {date(2026, 5, 13)}
    assert (value_of(draft.venue) or "").startswith("Nhà văn hóa tỉnh")


def test_limits_checks_and_sums_of_work_are_those_of_the_notice() -> None:
    draft = changed(
        "- Hạn nhận bài tham luận lùi đến hết ngày 04/5/2026.\n"
        "- Kiểm tra loa đài chuyển từ 15h00 sang 9h00 ngày 11/5/2026.\n- Lệ phí giảm còn 30.000 đồng/người."
    )
    said = " ".join(task.value.text for unit in draft.units for task in unit.value.tasks)
    assert "đến hết ngày 04/05/2026" in said and "28/4" not in said
    assert "lúc 9h00 ngày 11/05/2026" in said
    assert "30.000 đồng" in said and "50.000" not in said


def test_correction_of_the_words_themselves_is_read_in_their_place() -> None:
    draft = changed('- "Tọa đàm bạn đọc" xin đọc là "Tọa đàm văn hóa đọc".', "ĐÍNH CHÍNH")
    assert item(draft, "Tọa đàm văn hóa đọc")[0] == time(10)


def test_changes_are_kept_as_the_notice_puts_them_and_nothing_tells_the_item_as_it_was() -> None:
    draft = changed("- Tọa đàm bạn đọc chuyển từ 10h00 sang 10h15.\nCác nội dung khác giữ nguyên.")
    told = [fact for fact in draft.facts if fact.topic == CHANGED]
    assert [fact.text for fact in told] == ["Tọa đàm bạn đọc chuyển từ 10h00 sang 10h15"]
    assert not [fact.text for fact in draft.facts if "10h00 - 10h45" in fact.text]


def test_remark_behind_an_item_holds_for_it() -> None:
    plan = (
        PLAN.replace("tại phòng 201", "tại phòng 201 (đổi sang phòng 305)")
        .replace("Giải lao", "Giải lao (đã hủy)")
        .replace("trước ngày 28/4/2026", "trước ngày 28/4/2026 (gia hạn đến 04/5/2026)")
    )
    draft = read(plan)
    assert item(draft, "Báo cáo 1")[2] == "phòng 305"
    assert "Giải lao" not in [each.value.title for each in draft.sessions]
    said = " ".join(task.value.text for unit in draft.units for task in unit.value.tasks)
    assert "04/05/2026" in said


@pytest.mark.parametrize(
    "lines",
    [
        "Cập nhật lúc 09:15, 02/5/2026",
        "Bổ sung hồ sơ: nộp tại Văn phòng",
        "Lưu ý: đại biểu mang theo thẻ",
        "Mẫu đăng ký gửi về Văn phòng (trước 30/4/2026)",
        "5. Ghi chú:\n- Đại biểu mặc trang phục công sở.\n- Không hút thuốc.",
    ],
)
def test_what_changes_nothing_is_no_notice(lines: str) -> None:
    draft = read(f"{PLAN}{lines}\n")
    assert not [fact for fact in draft.facts if fact.topic == CHANGED]
    assert item(draft, "Bế mạc")[:2] == (time(10, 45), time(11))


def test_points_of_a_notice_name_matter_and_value_in_english_too() -> None:
    text = (
        "Plan\n" * 3 + "NOTICE OF CHANGES (issued 8 May 2026)\n1. The keynote has been moved from 09:15 to 11:00.\n"
        "2. Workshop B will take place in Room 4 instead of Room 2.\n3. The field visit is cancelled.\n"
    )
    notice = notice_in(repaired_lines(tuple(text.splitlines())))[1]
    told = [(each.turn.value, each.about, each.now, each.was) for each in changes_in(paragraphs(notice))]
    assert told == [
        ("moved", "keynote", "11:00", "09:15"),
        ("moved", "Workshop B", "Room 4", "Room 2"),
        ("dropped", "field visit", "", ""),
    ]


def test_limit_in_brackets_is_no_former_day() -> None:
    draft = read(PLAN.replace("Liên hệ:", "Link đăng ký: https://a.example/tv (trước 30/4/2026)\nLiên hệ:"))
    assert any("30/4/2026" in fact.text for fact in draft.facts if fact.topic == "registration")


@pytest.mark.parametrize(
    ("above", "line"),
    [
        (
            "KẾ HOẠCH\nTổ chức Hội nghị thư viện năm 2026\n",
            "Căn cứ Quyết định số 9/QĐ-UBND của UBND tỉnh\nvề việc điều chỉnh kế hoạch công tác;\n",
        ),
        ("- 9h45 - 10h00: Giải lao\n", "Về việc điều chỉnh quy hoạch kho sách: trình bày tóm tắt\n"),
        ("3. Chương trình\n", "Nội dung điều chỉnh, bổ sung quy chế:\n- Điều 5: từ 100.000 đồng lên 200.000 đồng\n"),
        ("4. Phân công\n", "Bổ sung:\n- Thêm 02 máy chiếu\n- Thêm nước uống lúc 9h00\n"),
    ],
)
def test_what_the_plan_itself_says_of_changing_other_things_is_no_notice(above: str, line: str) -> None:
    draft = read("UBND TỈNH AN BÌNH\nCỘNG HÒA\nĐộc lập\nSố: 4/KH\n" + PLAN.replace(above, above + line))
    assert not any(fact.topic == CHANGED for fact in draft.facts)
    assert [each.value.title for each in draft.sessions if each.value.start == time(10, 45)] == ["Bế mạc"]
    assert {each.value.name for each in draft.units} >= {"Phòng Nghiệp vụ", "Văn phòng"}
