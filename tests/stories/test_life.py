"""A delegate's whole life over both plans: two dozen people of all roles, and what goes wrong with some of them."""

import io
import logging
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

Desk = Any
LINK = r"https://t\.me/\S+start=[\w-]+"
FAMILY = ("Hoàng Văn An", "Hoàng Thị Ba", "Hoàng Cường", "Hoàng Văn Dũng", "Hoàng Én", "Hoàng Thị Én")
OFFICES = ("Trần Đình Phúc", "Lê Thị Giang", "Phan Hùng", "Đặng Văn Kiên", "Võ Thị Lan", "Bùi Minh")
COMMUNES = ("Ngô Nam", "Hồ Thị Oanh", "Dương Phong", "Lý Quân", "Đỗ Thị Sen", "Đinh Văn Tài")
AWARDED = ("Mai Thị Út", "Cao Văn Vinh", "Tạ Xuân", "Lương Yến")


def people_list() -> bytes:
    """The list of seed 0 as a clerk would type it: levels, offices, communes, those to be honoured; two doubles."""
    rows = ["Họ và tên;Chức vụ;Đơn vị;Điện thoại"]
    rows += [f"{name};Phó Chủ tịch;UBND xã số {n};09110000{n:02}" for n, name in enumerate(FAMILY)]
    rows += [f"{name};Trưởng phòng;Phòng ban số {n};09120000{n:02}" for n, name in enumerate(OFFICES)]
    rows += [f"{name};Công chức;Xã số {n};09130000{n:02}" for n, name in enumerate(COMMUNES)]
    rows += [f"{name};;Điển hình tiên tiến;09140000{n:02}" for n, name in enumerate(AWARDED)]
    rows += ["hoang cuong;;;", "Võ Thị Lan;Phó trưởng phòng;Phòng ban số 9;0912000099", ";Không tên;Xã X;"]
    return "\n".join(rows).encode("utf-8-sig")


def rows_of(workbook: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_index(0).to_python()[1:]


@pytest.fixture
def start() -> datetime:
    """A Monday, 8:00 in Hanoi, nine days before the delegates of seed 1 arrive."""
    return datetime(2023, 7, 17, 1, tzinfo=UTC)


async def imports(desk: Desk) -> dict[str, str]:
    """The list is put in; everybody's link by name."""
    await desk.owner.says("/daibieu")
    await desk.owner.presses("Thêm từ tệp")
    await desk.owner.sees_file(".xlsx")
    await desk.stage.restart()
    await desk.owner.sends_file("danh-sach.csv", people_list())
    await desk.owner.sees("24 dòng tốt, 1 dòng lỗi")
    await desk.stage.restart()
    await desk.owner.presses("Thêm 24 người")
    await desk.owner.sees("Đã thêm 24 người")
    await desk.owner.presses("Tất cả đường dẫn")
    rows = rows_of(await desk.owner.sees_file("duong-dan-moi.xlsx"))
    return {f"{row[1]}{' 2' if row[3] == 'Phòng ban số 9' else ''}": row[5] for row in rows}


async def test_a_district_calls_its_people(desk: Desk, shared_dir: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    await desk.is_claimed()
    await desk.takes_plan("seed0.txt", (shared_dir / "plans/seed0.txt").read_bytes())
    await desk.edits("Ngày", "28/7/2023")
    await desk.sets_session(1, "Giờ", "7h30")
    await desk.publishes()
    links = await imports(desk)
    assert len(links) == 24

    await desk.owner.says("/daibieu")
    await desk.owner.presses("In mã QR")
    with zipfile.ZipFile(io.BytesIO(await desk.owner.sees_file("ma-qr-1.zip"))) as archive:
        pictures = [name for name in archive.namelist() if name.endswith(".png")]
        assert len(pictures) == 24 and "Hoàng Thị Én" in archive.read("01-in.html").decode()

    came = {}
    for name in (*FAMILY, *OFFICES, *COMMUNES[:4], *AWARDED[:2]):
        came[name] = await desk.joins(name, links[name])
        await came[name].sees(name)

    await _names_of_one_family(desk, came)
    await _answers(desk, came)
    await _two_accounts_and_a_lost_phone(desk, came, links)
    await _one_person_on_two_lines(desk)

    # The unreached are on the telephone list, the blocked among them; the silent are asked, nobody else.
    await came["Bùi Minh"].blocks()
    await desk.owner.says("/daibieu")
    await desk.owner.presses("Danh sách gọi điện")
    calls = {row[1] for row in rows_of(await desk.owner.sees_file("danh-sach-goi-dien.xlsx"))}
    assert {"Bùi Minh", "Đinh Văn Tài", "Tạ Xuân"} <= calls and "Hoàng Văn An" not in calls
    await desk.owner.says("/daibieu")
    await desk.owner.presses("Dự kiến tham dự")
    await desk.owner.sees("Tham dự: 3", "vắng: 1", "Dự kiến có mặt")
    await desk.owner.says("/daibieu")
    await desk.owner.presses("Ai đã lấy danh sách")
    await desk.owner.sees("mã QR để in", "tệp đường dẫn mời", "danh sách gọi điện")
    await desk.stage.settled()
    _log_names_nobody(caplog)


async def _names_of_one_family(desk: Desk, came: dict[str, Any]) -> None:
    """Six share a family name, two of them almost everything: each is found, and called by their own name."""
    await desk.owner.says("/daibieu")
    await desk.owner.presses("Tìm theo tên")
    await desk.owner.says("hoang")
    await desk.owner.sees(*FAMILY)
    await desk.owner.presses("Tìm theo tên")
    await desk.stage.restart()
    await desk.owner.says("hoang en")
    await desk.owner.sees("Hoàng Én", "Hoàng Thị Én")
    await came["Hoàng Én"].says("/dulieu")
    await came["Hoàng Én"].sees("Họ tên: Hoàng Én", "UBND xã số 4")
    await came["Hoàng Én"].does_not_see("Hoàng Thị Én")


async def _answers(desk: Desk, came: dict[str, Any]) -> None:
    an, ba, giang, phuc = (came[each] for each in (FAMILY[0], FAMILY[1], OFFICES[1], OFFICES[0]))
    for person in (an, giang):
        await person.presses("Tham dự")
        await person.sees("Đã ghi: tham dự")
    await giang.presses("Vắng một số phiên")
    await giang.sees("phiên")
    await ba.presses("Vắng mặt")
    await desk.stage.restart()
    await ba.sends_file("don-xin-phep.docx", b"PK")
    await ba.says("Đi học tập trung")
    await ba.sees("vắng mặt")

    # The organizers want to see each substitute, and close the answers in good time.
    await desk.owner.says("/daibieu")
    await desk.owner.presses("Hạn trả lời")
    await desk.owner.sees("Cách nhận trả lời")
    await desk.owner.presses("xem từng người đi thay")
    await desk.owner.sees("đồng ý từng người")
    await desk.owner.presses("Đặt hạn trả lời")
    await desk.stage.restart()
    await desk.owner.says("17h ngày 25/7")
    await desk.owner.sees("17:00 Thứ Ba, 25/7/2023")
    await phuc.presses("Cử người đi thay")
    await phuc.says("Nguyễn Thị Thay")
    await desk.stage.restart()
    await phuc.says("Chuyên viên")
    await phuc.sees("Đã gửi ban tổ chức xem")
    await desk.owner.sees("chờ ban tổ chức đồng ý", "Nguyễn Thị Thay")
    await desk.stage.restart()
    await desk.owner.presses("Đồng ý")
    await desk.owner.sees("Đã đồng ý")
    await phuc.sees("Đã ghi người đi thay")
    thay = await desk.joins("Nguyễn Thị Thay", phuc.finds(LINK))
    await thay.presses("Tham dự")
    await thay.sees("Đã ghi: tham dự")


async def _two_accounts_and_a_lost_phone(desk: Desk, came: dict[str, Any], links: dict[str, str]) -> None:
    second = desk.meets("Máy thứ hai")
    await second.opens(links["Phan Hùng"])
    await second.sees("đã có người dùng")
    await second.does_not_see("Phan Hùng")
    await desk.owner.sees("Có người mở đường dẫn đã dùng", "Phan Hùng")
    await desk.owner.says("/daibieu")
    await desk.owner.presses("Tìm theo tên")
    await desk.owner.says("phan hung")
    await desk.owner.presses("Phan Hùng")
    await desk.owner.presses("Mất máy, đổi tài khoản")
    await desk.owner.sees("Tài khoản cũ bị gỡ ngay")
    await desk.stage.restart()
    await desk.owner.presses("Gỡ tài khoản cũ")
    await desk.owner.sees("Đường dẫn riêng của Phan Hùng")
    await came["Phan Hùng"].says("/thamdu")
    await came["Phan Hùng"].sees("Gõ")
    await second.opens(desk.owner.finds(LINK))
    await second.presses("Đồng ý")
    await second.sees("Kính chào Phan Hùng")
    await came["Phan Hùng"].says("/thamdu")
    await came["Phan Hùng"].sees("không có trong danh sách")


async def _one_person_on_two_lines(desk: Desk) -> None:
    await desk.owner.says("/daibieu")
    await desk.owner.presses("Tên trùng (2)")
    await desk.owner.sees("Tên có từ hai dòng")
    await desk.owner.presses("Hoàng Cường (2 dòng)")
    await desk.owner.sees("Cùng tên trong danh sách")
    await desk.owner.presses("1. ")
    await desk.owner.sees("Gộp hai dòng thành một", "Sau khi gộp")
    await desk.stage.restart()
    await desk.owner.presses("Gộp")
    await desk.owner.sees("Đã gộp hai dòng", "Hoàng Cường", "UBND xã số 2")


def _log_names_nobody(caplog: pytest.LogCaptureFixture) -> None:
    """Whatever was logged above DEBUG says nothing of anybody, their phones or their words."""
    told = "\n".join(
        f"{record.getMessage()} {record.__dict__}" for record in caplog.records if record.levelno > logging.DEBUG
    )
    assert told
    names = (*FAMILY, *OFFICES, *COMMUNES, *AWARDED, "Nguyễn Thị Thay")
    words = (*names, "911000002", "912000005", "Đi học tập trung", "start=")
    assert [word for word in words if word in told] == []


async def test_member_provinces_name_their_people_and_one_person_is_everything(desk: Desk, shared_dir: Path) -> None:
    await desk.is_claimed()
    await desk.takes_plan("seed1.txt", (shared_dir / "plans/seed1.txt").read_bytes())
    await desk.publishes()
    ha = await desk.links_unit("UBND tỉnh Bình Định", "Nguyễn Thị Hà")
    son = await desk.links_unit("UBND tỉnh Lâm Đồng", "Trần Văn Sơn")
    for focal, unit, names in (
        (ha, "UBND tỉnh Bình Định", ("Nguyễn Thị Hà", "Lê Quy", "Phạm Nhơn")),
        (son, "UBND tỉnh Lâm Đồng", ("Trần Văn Sơn", "Kơ Sa Ha", "Bon Niêng")),
    ):
        await focal.says("/daibieu")
        await focal.sees("Đại biểu của")
        await focal.presses("Cử người")
        await desk.stage.restart()
        await focal.says("\n".join(f"{name}, Phó Giám đốc" for name in names))
        await focal.sees("Đã thêm 3 người")
        await desk.owner.sees(unit, "cử 3 người")

    # The focal person is a delegate too, and a speaker; roles and notices do not get mixed.
    await ha.says("/daibieu")
    await ha.presses("Đường dẫn: Nguyễn Thị Hà")
    await ha.sees("Đường dẫn riêng")
    await ha.opens(ha.finds(LINK))
    await ha.sees("Kính chào Nguyễn Thị Hà")
    await ha.presses("Tham dự")
    await ha.sees("Đã ghi: tham dự")
    await ha.says("/phatbieu")
    await ha.presses("Đăng ký phát biểu")
    await ha.presses("thảo luận")
    for entry in ("Bình Định <làm gì>", "UBND tỉnh Bình Định", "7 phút"):
        await desk.stage.restart()
        await ha.says(entry)
    await ha.sees("thứ 1 trong danh sách")
    await ha.says("/nhiemvu")
    await ha.sees("nhiệm vụ")

    await ha.says("/daibieu")
    await ha.presses("Đường dẫn: Lê Quy")
    await ha.sees("Đường dẫn riêng của Lê Quy")
    quy = await desk.joins("Lê Quy", ha.finds(LINK))
    await quy.says("/haucan")
    await quy.sees("Ăn kiêng, dị ứng")
    await quy.says("/phatbieu")
    await quy.does_not_see("Bình Định <làm gì>")

    # A second conference of the same office: the next one first, its own answers.
    await desk.owner.sends_file("ke-hoach-2.txt", (shared_dir / "plans/seed0.txt").read_bytes())
    await desk.owner.sees("hội nghị khác")
    await desk.owner.presses("Hội nghị mới")
    await desk.owner.sees("Bản nháp")
    await desk.edits("Ngày", "20/7/2023")
    await desk.publishes()
    link = await desk.adds_delegate("Lê Quy")
    await quy.opens(link)
    await quy.sees("Kính chào Lê Quy")
    await quy.presses("Vắng mặt")
    await quy.says("Trùng lịch")
    await quy.sees("vắng mặt")
    await quy.says("/hoinghi")
    await quy.sees("Hội nghị")
    await quy.presses("giao ước")
    await quy.sees("Đà Lạt")
    await quy.says("/thamdu")
    await quy.does_not_see("Trùng lịch")
    await quy.says("/dulieu")
    await quy.sees("Trùng lịch", "chưa trả lời")
