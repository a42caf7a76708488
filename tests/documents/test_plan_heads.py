"""Who issues a paper, what it is called and at which levels people come, in heads and lists of many bodies."""

import pytest

from domain.plan import value_of
from tests.drafts import read

BODY = """
I. MỤC ĐÍCH
- Đánh giá kết quả.
II. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 20/3/2026.
2. Địa điểm: Hội trường tầng 2.
"""
TITLE = "KẾ HOẠCH\nTổ chức Hội nghị tổng kết công tác năm 2025"
MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (f"CỤC THỐNG KÊ\nTHỐNG KÊ TỈNH HÀ SƠN\nSố: 12/KH-TK\n{MOTTO}{TITLE}{BODY}", "THỐNG KÊ TỈNH HÀ SƠN"),
        (
            f"HỘI ĐỒNG NHÂN DÂN TỈNH\nTHƯỜNG TRỰC HĐND TỈNH HÀ SƠN\nSố: 12/KH-HĐND\n{MOTTO}{TITLE}{BODY}",
            "THƯỜNG TRỰC HĐND TỈNH HÀ SƠN",
        ),
        (
            "SỞ GD&ĐT HÀ SƠN\nTRƯỜNG THPT CHUYÊN\nHÀ SƠN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nVIỆT NAM\n"
            f"Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-THPT\n{TITLE}{BODY}",
            "TRƯỜNG THPT CHUYÊN HÀ SƠN",
        ),
        (f"HỘI NÔNG DÂN\nVIỆT NAM\nSố: 12/KH-HND\n{MOTTO}{TITLE}{BODY}", "HỘI NÔNG DÂN VIỆT NAM"),
        (
            f"(Kèm theo Quyết định số 123/QĐ-BYT ngày 03/3/2026 của Bộ trưởng Bộ Y tế)\n{TITLE}{BODY}",
            "Bộ Y tế",
        ),
        (f"{TITLE} (Kèm theo Công văn số 12/UBND-VX ngày 03/3/2026 của UBND xã Tân Hòa){BODY}", "UBND xã Tân Hòa"),
        (f"HỘI THẢO KHOA HỌC BIỂN ĐÔNG 2026\nDo Viện Nghiên cứu Biển tổ chức{BODY}", "Viện Nghiên cứu Biển"),
        (f"Ban Quản lý chợ Bến Đá thông báo:\nVề việc họp tiểu thương năm 2026{BODY}", "Ban Quản lý chợ Bến Đá"),
        (
            "Asia Coastal Network\nRegional Workshop on Mangroves\nDate: 14 May 2026\n09:00 Opening",
            "Asia Coastal Network",
        ),
        (
            "CONCEPT NOTE\nRegional Workshop on Mangroves\nThe Asia Coastal Network will hold a regional workshop.\n"
            "Date: 14 May 2026\nVenue: Song Han Hotel\n09:00 Opening",
            "Asia Coastal Network",
        ),
    ],
)
def test_issuer_is_named_in_head_appendix_or_opening(text: str, issuer: str) -> None:
    draft = read(text)
    assert value_of(draft.issuer) == issuer
    assert "Kèm theo" not in (value_of(draft.title) or "")


def test_invitation_without_a_subject_is_called_by_what_one_is_asked_to() -> None:
    invites = (
        "Sở Khoa học và Công nghệ trân trọng kính mời:\nĐại diện các doanh nghiệp\nTới dự Hội thảo chuyển đổi số\n"
    )
    draft = read(f"SỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 12/GM-SKHCN\nGIẤY MỜI\n{invites}Thời gian\t: 8h00 ngày 20/3/2026\n")
    assert "Hội thảo chuyển đổi số" in (value_of(draft.title) or "")
    assert [group.value.description for group in draft.groups] == ["Đại diện các doanh nghiệp"]
    assert [str(time.value.start) for time in draft.times] == ["2026-03-20 08:00:00"]


def test_reason_that_begins_with_an_anniversary_is_no_end_of_the_title() -> None:
    reason = "Kỷ niệm 68 năm Ngày truyền thống (15/10/1956 -\n15/10/2024); thực hiện Chương trình số 08, Hội xây dựng"
    assert value_of(read(f"{TITLE}\n{reason} kế hoạch như sau:{BODY}").title) == TITLE.partition("\n")[2]
    assert value_of(read(f"{TITLE}\nKỷ niệm 96 năm Ngày truyền thống (1930 - 2026){BODY}").title) == (
        "Tổ chức Hội nghị tổng kết công tác năm 2025 Kỷ niệm 96 năm Ngày truyền thống (1930 - 2026)"
    )


def test_levels_are_told_apart_where_the_marks_of_a_list_were_lost() -> None:
    who = "III. THÀNH PHẦN\nCấp huyện\nThường trực Huyện ủy\nTrưởng các phòng\nCấp xã\nChủ tịch UBND xã\n"
    draft = read(f"{TITLE}{BODY}{who}IV. KINH PHÍ\nNgân sách năm 2026.\n")
    assert [(group.value.level, group.value.description) for group in draft.groups] == [
        ("Cấp huyện", "Thường trực Huyện ủy"),
        ("Cấp huyện", "Trưởng các phòng"),
        ("Cấp xã", "Chủ tịch UBND xã"),
    ]


@pytest.mark.parametrize(
    ("foot", "signer"),
    [
        ("TP. NHÂN SỰ\nVũ Hồng Nhung\n", "Vũ Hồng Nhung"),
        ("TM. BAN CHẤP HÀNH\nCHỦ TỊCH\n(đã ký)\nKTS. Phan Gia Bảo\n", "KTS. Phan Gia Bảo"),
        ("III. CHƯƠNG TRÌNH\n8h00\nKHAI MẠC\nVũ Hồng Nhung\n9h00\nBẾ MẠC\nPhan Gia Bảo\n", None),
    ],
)
def test_name_below_an_office_at_the_end_signs(foot: str, signer: str | None) -> None:
    assert value_of(read(f"CÔNG TY AN KHANG\n{TITLE}{BODY}{foot}").signer) == signer


def test_host_of_a_forum_is_who_issues_it_and_welcomes_so_many() -> None:
    draft = read(
        "MEKONG FORUM 2026\nCan Tho City, 22-23 October 2026\nHosted by the Rural Credit Association in partnership "
        "with Delta University\nVenue: Riverside Hotel\nWHO SHOULD ATTEND\nBanks; regulators.\nWe look forward to "
        "welcoming around 180 participants.\nAGENDA\nDay 1\n08:00-08:45 | Registration\n"
        "09:00-10:00 | Panel 1 (Ballroom A)\n"
    )
    assert (value_of(draft.issuer), value_of(draft.expected_count)) == ("Rural Credit Association", 180)
    assert [group.value.description for group in draft.groups] == ["Banks", "regulators"]
    assert [(s.value.title, s.value.room) for s in draft.sessions] == [
        ("Registration", None),
        ("Panel 1", "Ballroom A"),
    ]
