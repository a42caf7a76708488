"""Times, places and people are the same in every layout an office writes them in."""

from datetime import date

import pytest

from domain.plan import PlanDraft, value_of
from tests.drafts import read

PLAN = """ỦY BAN NHÂN DÂN HUYỆN TRÀ MÂY
Số: 31/KH-UBND
Trà Mây, ngày 04 tháng 5 năm 2026
KẾ HOẠCH
Tổ chức Hội nghị nghề trồng chè năm 2026
{body}
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Nông nghiệp: chuẩn bị báo cáo, gửi trước ngày 01/6/2026.
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Lò Văn Chè
"""
WHEN = "8h00 ngày 09/6/2026"
PLACE = "Sân vận động huyện"
WHERE = {
    "labels": "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: {when}.\n2. Địa điểm: {place}.\n{more}",
    "one line": "I. NỘI DUNG\n1. Thời gian, địa điểm: {when}, tại {place}.\n{more}",
    "sentence": "I. THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN\nHội nghị được tổ chức vào {when}, tại {place}.\n{more}",
    "lines below": "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian\n- {when}.\n2. Địa điểm\n- {place}.\n{more}",
    "sections": "I. THỜI GIAN\n{when}.\nII. ĐỊA ĐIỂM\n{place}.\n{more}",
}
GUESTS = "III. THÀNH PHẦN THAM DỰ\n1. Đại biểu cấp huyện:\n- Trưởng các phòng, ban;\n- Thường trực Huyện ủy."


def _draft(body: str) -> PlanDraft:
    return read(PLAN.format(body=body))


@pytest.mark.parametrize("layout", WHERE)
@pytest.mark.parametrize("otherwise", ["Trường hợp trời mưa: chuyển vào Nhà thi đấu.", "Nếu mưa: họp ở Nhà thi đấu."])
def test_where_it_is_held_if_it_rains_is_neither_the_venue_nor_a_guest(layout: str, otherwise: str) -> None:
    draft = _draft(WHERE[layout].format(when=WHEN, place=PLACE, more=f"- {otherwise}") + "\n" + GUESTS)
    assert value_of(draft.venue) == PLACE
    assert [group.value.description for group in draft.groups] == ["Trưởng các phòng, ban", "Thường trực Huyện ủy"]


@pytest.mark.parametrize("layout", WHERE)
def test_a_meeting_before_it_moves_neither_the_day_nor_the_place(layout: str) -> None:
    more = "- Họp trù bị: 14h00 ngày 02/6/2026 tại Phòng họp số 1."
    draft = _draft(WHERE[layout].format(when=WHEN, place=PLACE, more=more))
    assert (value_of(draft.starts_on), value_of(draft.venue)) == (date(2026, 6, 9), PLACE)


@pytest.mark.parametrize(
    "line",
    [
        "{who} (04 người)",
        "{who}: 04 đại biểu",
        "{who}, 04 người",
        "04 đại biểu là {who}",
        "04 cán bộ của {who}",
    ],
)
@pytest.mark.parametrize("head", ["THÀNH PHẦN THAM DỰ", "THÀNH PHẦN THAM DỰ: 4 đại biểu"])
def test_how_many_a_line_sends_is_read_before_and_behind_its_words(line: str, head: str) -> None:
    (group,) = _draft(f"III. {head}\n1. Đại biểu cấp tỉnh:\n- {line.format(who='Sở Nội vụ')};").groups
    assert (group.value.quota, group.value.level) == (4, "Đại biểu cấp tỉnh")


@pytest.mark.parametrize("line", ["02 đại biểu mỗi xã", "02 chuyên viên, 01 lãnh đạo Sở Nội vụ"])
def test_a_number_for_each_of_several_is_none_for_the_line(line: str) -> None:
    groups = _draft(f"III. THÀNH PHẦN THAM DỰ\n1. Đại biểu cấp tỉnh:\n- {line};\n- Sở Nội vụ;").groups
    assert groups[0].value.quota is None


@pytest.mark.parametrize(
    "lead", ["Khoảng 12 đại biểu, trong đó:", "Số lượng: 12 đại biểu, gồm:", "Tổng số 12 đại biểu, gồm:"]
)
def test_levels_stand_under_a_sum_however_it_is_worded(lead: str) -> None:
    people = (
        "- Đại biểu Trung ương: Vụ Pháp chế (03 người); Cục Thuế (02 người).\n- Đại biểu tỉnh: Sở Nội vụ (07 người)."
    )
    draft = _draft(f"III. THÀNH PHẦN THAM DỰ\n{lead}\n{people}")
    taken = [(group.value.level, group.value.quota) for group in draft.groups]
    assert taken == [("Đại biểu Trung ương", 3), ("Đại biểu Trung ương", 2), ("Đại biểu tỉnh", 7)]
    assert value_of(draft.expected_count) == 12
