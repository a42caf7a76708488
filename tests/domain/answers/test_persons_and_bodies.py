"""Persons by their names and offices, bodies by their initials, who leads what, and how many of each come."""

import pytest

from domain.answers import Index, answer_each
from domain.nested import texts_in
from tests.questions import index_from, say

PLAN = """UBND HUYỆN LŨNG VÀI
PHÒNG KINH TẾ VÀ HẠ TẦNG
Số: 31/KH-KTHT
Lũng Vài, ngày 02 tháng 3 năm 2026
KẾ HOẠCH
Tổ chức Hội nghị phát triển chợ nông thôn năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: sáng ngày 15/4/2026
- Địa điểm: Hội trường Nhà khách Lũng Vài
II. THÀNH PHẦN
1. Đại biểu huyện: 40 đồng chí, gồm:
- Thường trực Huyện ủy, Mẹ Việt Nam anh hùng;
- Trưởng các phòng chuyên môn.
2. Khách mời: 12 đồng chí, gồm:
- Ban quản lý các chợ, hộ kinh doanh tiêu biểu.
III. CHƯƠNG TRÌNH
- 7h30: Đón tiếp đại biểu
- 8h00: Phát biểu khai mạc – Chủ tịch UBND huyện
- 8h15: Báo cáo quy hoạch chợ – Phòng Kinh tế và Hạ tầng
- 9h00: Giải lao
- 9h15: Phát biểu của Bí thư Huyện ủy
- 10h00: Bế mạc – Chủ tịch UBND huyện
IV. PHÂN CÔNG
1. Phòng Kinh tế và Hạ tầng: xây dựng báo cáo; mời các ban quản lý chợ.
2. Phòng Tài chính - Kế hoạch: bố trí kinh phí trước ngày 01/4/2026.
3. Trung tâm Văn hóa - Thông tin huyện: trang trí hội trường.
4. Văn phòng Huyện ủy: phát hành giấy mời.
Mọi vướng mắc liên hệ ông Bế Văn Sơn, Phó Trưởng phòng Kinh tế và Hạ tầng, điện thoại 0205.000.118.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


def said(question: str, index: Index) -> str:
    """All texts of the answer; nothing where it is none."""
    found = answer_each(question, index, None)[0]
    return " / ".join(texts_in(found)) if found.answered else ""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("phòng KTHT làm gì", "mời các ban quản lý chợ"),
        ("phong ktht lo gi", "mời các ban quản lý chợ"),
        ("Phòng TC-KH có nhiệm vụ gì?", "ố trí kinh phí"),
        ("phòng TCKH làm gì", "ố trí kinh phí"),
        ("TTVHTT huyện làm gì", "rang trí hội trường"),
        ("VPHU làm gì vậy", "hát hành giấy mời"),
        ("mẹ VNAH có được mời không", "Mẹ Việt Nam anh hùng"),
        ("ct huyện khai mạc lúc mấy giờ", "08:00"),
        ("bt huyện ủy phát biểu mấy h", "09:15"),
    ],
)
def test_a_body_or_an_office_is_known_by_its_initials(index: Index, question: str, told: str) -> None:
    assert told in say(question, index, None).words


@pytest.mark.parametrize("question", ["sở TC làm gì", "phòng NV làm gì", "phòng GD&ĐT làm gì"])
def test_no_other_body_is_taken_for_one_that_the_programme_never_names(index: Index, question: str) -> None:
    assert said(question, index) == ""


def test_the_letters_for_a_programme_are_no_chairman(index: Index) -> None:
    assert "Giải lao" in said("ct hội nghị gồm những gì", index)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ông Sơn là ai", "Phó Trưởng phòng Kinh tế và Hạ tầng"),
        ("ong son chuc vu gi", "Phó Trưởng phòng Kinh tế và Hạ tầng"),
        ("anh Sơn ở phòng nào", "Kinh tế và Hạ tầng"),
        ("sđt ông Sơn", "0205.000.118"),
        ("số của chú Sơn", "0205.000.118"),
    ],
)
def test_somebody_is_known_by_the_given_name(index: Index, question: str, told: str) -> None:
    assert told in say(question, index, None).words


@pytest.mark.parametrize("question", ["ông Vài là ai", "bà Khải là ai", "ông Chính chức vụ gì"])
def test_a_name_that_the_programme_never_writes_is_nobodys(index: Index, question: str) -> None:
    assert said(question, index) == ""


def test_what_shares_the_letters_of_a_name_is_not_told_for_it(index: Index) -> None:
    renamed = index_from(PLAN.replace("Bế Văn Sơn", "Bế Văn Tài"))
    assert "Phó Trưởng phòng" in said("ông Tài là ai", renamed)
    assert "Tài chính" not in said("ông Tài là ai", renamed)


PARTS = """HỘI LÀM VƯỜN HUYỆN LŨNG VÀI
Số: 09/KH-HLV
KẾ HOẠCH
Tổ chức Ngày hội vườn mẫu năm 2026
1. THỜI GIAN, ĐỊA ĐIỂM
Thời gian: 01 buổi, sáng ngày 12/6/2026. Địa điểm: thôn Nà Lặc.
2. CHƯƠNG TRÌNH
Phần thứ nhất - Thăm vườn mẫu (ông Hà Văn Kim, Trạm trưởng Trạm Bảo vệ thực vật hướng dẫn)
Đại biểu tập trung tại sân nhà văn hóa từ 7 giờ 00. Lúc 7 giờ 30 thăm vườn bưởi. Lúc 8 giờ 15 trình diễn ghép mắt.
Phần thứ hai - Trao đổi (bà Lộc Thị Duyên, Chủ tịch Hội Làm vườn huyện chủ trì)
Khai mạc lúc 9 giờ 00; báo cáo kết quả vườn mẫu lúc 9 giờ 15 (Văn phòng Hội trình bày); bế mạc lúc 11 giờ 00.
3. PHÂN CÔNG
3.1. Hợp tác xã Nà Lặc: dọn vườn, dựng rạp trước ngày 10/6/2026.
3.2. Văn phòng Hội: gửi giấy mời.
"""


@pytest.fixture(scope="module")
def parts() -> Index:
    return index_from(PARTS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("mấy giờ thăm vườn bưởi", "07:30"),
        ("khai mạc lúc mấy giờ", "09:00"),
        ("mấy giờ trình diễn ghép mắt", "08:15"),
        ("ai báo cáo kết quả vườn mẫu", "Văn phòng Hội"),
    ],
)
def test_parts_of_the_programme_told_in_sentences_have_their_items(parts: Index, question: str, told: str) -> None:
    assert told in say(question, parts, None).words


def test_the_parts_of_a_programme_are_whole_items(parts: Index) -> None:
    titles = [session.title for session in parts.programme.sessions]
    assert "Phần thứ nhất - Thăm vườn mẫu" in titles
    assert "Phần thứ hai - Trao đổi" in titles


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ai chủ trì phần trao đổi", "Lộc Thị Duyên"),
        ("phan trao doi do ai chu tri", "Lộc Thị Duyên"),
        ("ai hướng dẫn thăm vườn mẫu", "Hà Văn Kim"),
        ("Ai dẫn đoàn đi thăm vườn bưởi?", "Hà Văn Kim"),
    ],
)
def test_the_leader_of_a_part_is_told_by_its_heading(parts: Index, question: str, told: str) -> None:
    assert told in said(question, parts)


BODIES = """HỘI KHUYẾN HỌC HUYỆN LŨNG VÀI
Số: 14/KH-HKH
KẾ HOẠCH
Tổ chức Hội thi đọc sách năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
Thời gian: sáng ngày 20/5/2026. Địa điểm: Thư viện huyện.
II. CHƯƠNG TRÌNH
- 7h30: Đón tiếp
- 8h00: Khai mạc
- 8h30: Thi theo tổ (03 tổ)
- 10h30: Bế mạc
III. PHÂN TỔ
Tổ 1 (các xã vùng trên): phòng đọc số 1 - Tổ trưởng: đ/c Nông Thị Vành
Tổ 2 (các xã vùng dưới): phòng đọc số 2 - Tổ trưởng: đ/c Ma Đình Khoát
Tổ 3 (thị trấn): sảnh thư viện - Tổ trưởng: đ/c Chu Thị Dín
IV. PHÂN CÔNG
1. Tiểu ban Giám khảo (Phòng Giáo dục và Đào tạo chủ trì): ra đề, chấm thi.
2. Tiểu ban Lễ tân (Thư viện huyện): đón tiếp, nước uống.
3. Tiểu ban Cổ động: băng rôn, loa đài.
Phụ trách xe: ông Đàm Văn Phúc, điện thoại 0900.000.207.
"""


@pytest.fixture(scope="module")
def bodies() -> Index:
    return index_from(BODIES)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("tổ trưởng tổ 2 là ai", "Ma Đình Khoát"),
        ("ai phụ trách tổ 3", "Chu Thị Dín"),
        ("tiểu ban giám khảo do đơn vị nào chủ trì", "Phòng Giáo dục và Đào tạo"),
        ("ai lo xe", "Đàm Văn Phúc"),
        ("Ai phụ trách xe?", "Đàm Văn Phúc"),
    ],
)
def test_the_leader_of_a_group_a_body_or_a_matter_is_told(bodies: Index, question: str, told: str) -> None:
    answer = said(question, bodies)
    assert told in answer
    assert not any(other in answer for other in ("Vành", "Khoát", "Dín") if other not in told)


@pytest.mark.parametrize("question", ["ai là trưởng tiểu ban cổ động", "tiểu ban cổ động do ai phụ trách"])
def test_the_work_of_a_body_tells_nobody_who_leads_it(bodies: Index, question: str) -> None:
    assert said(question, bodies) == ""


HEADS = """HỘI NGƯỜI CAO TUỔI TỈNH KHE SƠN
Số: 17/KH-NCT
KẾ HOẠCH
Tổ chức Đại hội Hội Người cao tuổi tỉnh Khe Sơn lần thứ V
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: sáng ngày 18/9/2026.
2. Địa điểm: Hội trường số 2, tầng 3, Nhà văn hóa (số 14 đường Hai Bà Trưng).
II. THÀNH PHẦN, SỐ LƯỢNG
1. Đại biểu chính thức: 110 đại biểu, gồm: ủy viên Ban Chấp hành 19; đại biểu do các huyện cử 81; đại biểu chỉ định 10.
2. Đại biểu mời: 24 đại biểu, gồm: Thường trực Tỉnh ủy; lãnh đạo các sở; các nhà tài trợ của tỉnh.
III. CHƯƠNG TRÌNH
- 7h30: Đón tiếp đại biểu
- 8h00: Khai mạc
- 9h00: Thảo luận; tổ 4 (huyện Phù Vân): phòng 305
- 11h00: Bế mạc
IV. PHÂN CÔNG
1. Văn phòng Hội: gửi giấy mời.
2. Ban Tổ chức: chuẩn bị nhân sự.
PHỤ LỤC
PHÂN BỔ ĐẠI BIỂU CÁC HUYỆN
Huyện Phù Vân: 29    Huyện Nà Cáy: 27
Huyện Đèo Gió: 25
"""


@pytest.fixture(scope="module")
def heads() -> Index:
    return index_from(HEADS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("huyện Phù Vân được mấy đại biểu", "29"),
        ("huyen na cay bao nhieu dai bieu", "27"),
        ("huyện Đèo Gió có bao nhiêu người", "25"),
        ("đại biểu mời bao nhiêu người", "24"),
        ("khách mời có mấy người", "24"),
        ("bao nhiêu đại biểu chỉ định", "10"),
        ("tổng cộng bao nhiêu đại biểu chính thức", "110"),
    ],
)
def test_heads_are_counted_by_numbers_of_people(heads: Index, question: str, told: str) -> None:
    assert told in said(question, heads)


@pytest.mark.parametrize("question", ["nhà tài trợ có bao nhiêu người", "tổ 4 bao nhiêu người"])
def test_rooms_streets_and_groups_count_no_heads(heads: Index, question: str) -> None:
    assert said(question, heads) == ""


SPEAKERS = """ĐẢNG ỦY PHƯỜNG ĐỒNG NẪM
Số: 22/KH-ĐU
KẾ HOẠCH
Tổ chức Hội nghị biểu dương gia đình hiếu học năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
Thời gian: sáng ngày 02/10/2026. Địa điểm: Hội trường phường.
II. CHƯƠNG TRÌNH
- 8h00: Khai mạc – Bí thư Đảng ủy phường
- 8h30: Tham luận: tổ dân phố 5, dòng họ Quách, Trường Tiểu học Đồng Nẫm
- 9h15: Phát biểu của nhà tài trợ (Công ty Sữa Lũng Vài, Quỹ Sen Hồng)
- 9h45: Tham luận của 04 chi hội
- 10h30: Bế mạc – Chủ tịch UBND phường
III. PHÂN CÔNG
1. Hội Khuyến học phường: phân công và duyệt tham luận; in giấy khen.
2. Văn phòng Đảng ủy: mua hoa, nước uống; gửi giấy mời.
"""


@pytest.fixture(scope="module")
def speakers() -> Index:
    return index_from(SPEAKERS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("dòng họ nào tham luận", "dòng họ Quách"),
        ("truong nao doc tham luan", "Trường Tiểu học Đồng Nẫm"),
        ("công ty nào phát biểu", "Công ty Sữa Lũng Vài"),
        ("nhà tài trợ nào phát biểu", "Quỹ Sen Hồng"),
        ("ai phân công tham luận", "Hội Khuyến học phường"),
        ("Ai duyệt tham luận?", "Hội Khuyến học phường"),
    ],
)
def test_who_of_a_kind_speaks_and_who_sees_to_it(speakers: Index, question: str, told: str) -> None:
    assert told in said(question, speakers)


@pytest.mark.parametrize("question", ["04 chi hội nào tham luận", "công ty nào mua hoa"])
def test_whom_the_programme_only_counts_or_never_names_is_not_known(speakers: Index, question: str) -> None:
    assert said(question, speakers) == ""
