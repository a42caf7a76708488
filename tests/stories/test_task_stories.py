"""Units' tasks from paper to the last *Xong*: refused, unreached, handed over, moved; restarts in every dialogue."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

Desk = Any
LINK = r"https://t\.me/\S+start=[\w-]+"


@pytest.fixture
def start(request: pytest.FixtureRequest) -> datetime:
    """A Monday some weeks before the conference of the story."""
    return (
        datetime(2023, 7, 3, 1, tzinfo=UTC) if "cluster" in request.node.name else datetime(2026, 7, 6, 1, tzinfo=UTC)
    )


def hanoi(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A moment by the clock in Hanoi."""
    return datetime(year, month, day, hour - 7, minute, tzinfo=UTC)


async def _done(desk: Desk, person: Any, number: int) -> None:
    """The person reports so many tasks one after the other, each after a restart; the owner finds them all done."""
    for count in range(number):
        await person.says("/nhiemvu")
        await person.sees("Nhiệm vụ: ")
        await person.presses("Báo cáo")
        await person.sees("Báo cáo kết quả")
        if count == 0:
            await desk.stage.restart()
        await person.says(f"Đã làm xong phần {count + 1}")
        await person.sees("Đã gửi báo cáo")
        await desk.owner.sees("báo cáo", f"Đã làm xong phần {count + 1}")
        await desk.owner.presses("Xong")
        await desk.owner.sees("Đã xác nhận xong")
        await person.sees("đã xong")


async def test_a_district_gives_five_tasks_without_deadlines_and_sees_them_all_done(
    desk: Desk, shared_dir: Path
) -> None:
    await _district_is_published(desk, shared_dir)
    hoa = await desk.links_unit("Phòng Nội vụ", "Lê Thị Hoa")
    await hoa.sees("được giao 3 nhiệm vụ", "Thứ Năm, 23/7/2026")
    await desk.owner.says("/nhiemvu")
    await desk.owner.presses("phải gọi điện")
    await desk.owner.sees("Văn phòng HĐND-UBND huyện", "Giấy mời")

    await _budget_is_refused_and_handed_over(desk, hoa)
    await hoa.says("đã nhận ạ")
    await hoa.sees("Bot hiểu là: nhận nhiệm vụ", "Của nhiệm vụ nào?")
    await desk.stage.restart()
    await hoa.presses("1")
    await hoa.sees("Đã nhận nhiệm vụ")
    await _ladder_climbs_and_the_conference_moves(desk, hoa)
    nam = await _focal_person_is_replaced(desk, hoa)

    minh = await desk.links_unit("Văn phòng HĐND", "Võ Văn Minh")
    await minh.sees("được giao 3 nhiệm vụ", "dự trù kinh phí")
    await minh.says("/nhiemvu")
    await minh.sees("3 nhiệm vụ")
    await minh.presses("Nhận tất cả")
    await minh.sees("Đã nhận tất cả")
    await nam.says("/nhiemvu")
    await nam.sees("Nhiệm vụ: ")
    await nam.presses("Nhận 1")
    await nam.sees("Đã nhận nhiệm vụ")
    await _done(desk, nam, 2)
    await _done(desk, minh, 3)
    await desk.owner.says("/tinhhinh")
    await desk.owner.sees("Xong 5/5", "quá hạn 0")


async def _district_is_published(desk: Desk, shared_dir: Path) -> None:
    await desk.is_claimed()
    await desk.takes_plan("seed0.txt", (shared_dir / "plans" / "seed0.txt").read_bytes())
    await desk.edits("Ngày tổ chức", "28/7/2026")
    await desk.sets_session(2, "Giờ", "8h00")
    await desk.publishes("5 nhiệm vụ")
    await desk.owner.sees("5 nhiệm vụ trong kế hoạch chưa có thời hạn", "gợi ý: Thứ Bảy, 18/7/2026")
    await desk.owner.presses("Đặt cả 5 hạn theo gợi ý")
    await desk.owner.sees("Đã đặt hạn theo gợi ý cho 5 nhiệm vụ")


async def _budget_is_refused_and_handed_over(desk: Desk, hoa: Any) -> None:
    await hoa.says("/nhiemvu")
    await hoa.sees("dự trù kinh phí")
    await hoa.presses("Từ chối 3")
    await hoa.sees("Lý do từ chối")
    await desk.stage.restart()
    await hoa.says("Kinh phí do Văn phòng lo")
    await desk.owner.sees("từ chối nhiệm vụ", "Kinh phí do Văn phòng lo")
    await desk.owner.presses("Chuyển đơn vị")
    await desk.owner.sees("Hiện do Phòng Nội vụ thực hiện")
    await desk.owner.presses("Văn phòng HĐND")
    await desk.owner.sees("Đã chuyển đơn vị")
    await hoa.sees("chuyển từ Phòng Nội vụ sang Văn phòng")


async def _ladder_climbs_and_the_conference_moves(desk: Desk, hoa: Any) -> None:
    """T-7, T-3 and T-1 of 23 July; then everything is a week later, and the ladder begins anew."""
    for day, words in ((16, "Thứ Năm, 16/7/2026"), (20, "Thứ Hai, 20/7/2026"), (22, "Thứ Tư, 22/7/2026")):
        await desk.stage.becomes(hanoi(2026, 7, day, 8, 5))
        await hoa.sees(f"Nhắc việc {words}")
        await desk.owner.sees("Văn phòng HĐND-UBND huyện", "chưa có ai của đơn vị vào bot" if day == 20 else "")
        hoa.looks_away()
        await desk.stage.restart()
        await hoa.sees_nothing()
    await desk.edits("Ngày tổ chức", "4/8/2026")
    await desk.publishes()
    await hoa.sees("Thứ Năm, 23/7/2026 → Thứ Năm, 30/7/2026", "Hạn của 2 nhiệm vụ")
    await desk.stage.becomes(hanoi(2026, 7, 23, 8, 5))
    await hoa.sees("Nhắc việc Thứ Năm, 23/7/2026")
    hoa.looks_away()
    await desk.stage.becomes(hanoi(2026, 7, 23, 16))
    await hoa.does_not_see("Nhắc việc")


async def _focal_person_is_replaced(desk: Desk, hoa: Any) -> Any:
    await hoa.says("/donvi")
    await hoa.sees("Phòng Nội vụ", "chính ông/bà")
    await hoa.presses("Bàn giao cho người thay")
    await hoa.sees("nhận bàn giao mọi việc")
    nam = desk.meets("Trần Nam")
    await nam.opens(hoa.finds(LINK))
    await nam.sees("Tự nguyện")
    await desk.stage.restart()
    await nam.presses("Đồng ý")
    await nam.sees("đầu mối của", "Phòng Nội vụ")
    await nam.sees("được giao 2 nhiệm vụ")
    await hoa.sees("không còn phụ trách")
    await desk.owner.sees("Phòng Nội vụ thay người phụ trách", "2 việc đang mở")
    await hoa.says("/nhiemvu")
    await hoa.sees("chưa được giao làm đầu mối")
    return nam


async def test_a_cluster_of_provinces_talks_reports_and_is_collected(desk: Desk, shared_dir: Path) -> None:
    await desk.is_claimed()
    await desk.takes_plan("seed1.txt", (shared_dir / "plans" / "seed1.txt").read_bytes())
    await desk.publishes("nếu có")
    await desk.owner.sees("7 nhiệm vụ trong kế hoạch chưa có thời hạn")
    await desk.owner.presses("Đặt cả 7 hạn theo gợi ý")
    await desk.owner.sees("cho 7 nhiệm vụ")
    ha = await desk.links_unit("UBND tỉnh Bình Định", "Nguyễn Thị Hà")
    son = await desk.links_unit("UBND tỉnh Lâm Đồng", "Trần Văn Sơn")
    kon = await desk.links_unit("Các đơn vị thành viên", "Y Kon")

    await _prize_wakes(desk, ha)
    await _members_talk(desk, kon)
    await _members_send_their_report(desk, kon)
    await _host_works(desk, son)
    await ha.says("/nhiemvu")
    await ha.sees("Nhiệm vụ: ")
    await ha.presses("Nhận tất cả")
    await ha.sees("Đã nhận tất cả")
    await _done(desk, ha, 4)
    await _done(desk, son, 4)
    await desk.owner.says("/tinhhinh")
    await desk.owner.sees("Xong 9/9")


async def _prize_wakes(desk: Desk, ha: Any) -> None:
    await desk.owner.says("/nhiemvu")
    await desk.owner.sees("Bảng nhiệm vụ")
    await desk.owner.presses("Nếu có (1)")
    await desk.owner.sees("Đang xem: nếu có")
    await desk.owner.presses("Xem 1")
    await desk.owner.sees("Nhiệm vụ của")
    await desk.owner.presses("Kích hoạt")
    await ha.sees("Cờ thi đua Chính phủ")


async def _members_talk(desk: Desk, kon: Any) -> None:
    """A question and its answer, more time, a pause, progress, a note: each dialogue outlives a restart."""
    await kon.says("/nhiemvu")
    await kon.sees("Nhiệm vụ: ")
    await kon.presses("Nhận 1")
    await kon.sees("Đã nhận nhiệm vụ")
    await _dialogue(desk, kon, "Hỏi ban tổ chức", "Gửi bản giấy hay bản điện tử?", "Đã gửi câu hỏi")
    await desk.owner.sees("hỏi", "Gửi bản giấy hay bản điện tử?")
    await desk.owner.presses("Trả lời đơn vị")
    await desk.stage.restart()
    await desk.owner.says("Bản điện tử là được")
    await kon.sees("Hỏi: Gửi bản giấy", "Bản điện tử là được")
    await _dialogue(desk, kon, "Ghi chú", "Chị Lan soạn", "Đã ghi")
    await kon.says("/nhiemvu")
    await kon.sees("Nhiệm vụ: ")
    await kon.presses("Báo cáo 1")
    await kon.sees("Báo cáo kết quả")
    await kon.says("/huy")
    await kon.sees("Đã")
    await _card(desk, kon)
    await kon.presses("Báo tiến độ")
    await desk.stage.restart()
    await kon.says("40%, đang soạn")
    await kon.sees("Đã ghi tiến độ", "đang thực hiện 40%")
    await _card(desk, kon, more=True)
    await kon.presses("Tạm chưa nhắc")
    await desk.stage.restart()
    await kon.says("13/7")
    await kon.sees("Vì sao")
    await desk.stage.restart()
    await kon.says("Chờ số liệu của các tỉnh")
    await desk.owner.sees("xin tạm chưa nhắc", "Chờ số liệu")
    await kon.says("xin lùi đến thứ Hai 24/7")
    await kon.sees("xin lùi hạn đến", "24/7/2023")
    await desk.stage.restart()
    await kon.presses("Xác nhận")
    await desk.owner.sees("xin lùi hạn", "24/7/2023")
    await desk.owner.presses("Đồng ý lùi hạn")
    await kon.sees("Hạn: Thứ Sáu, 21/7/2023 → Thứ Hai, 24/7/2023")


async def _card(desk: Desk, kon: Any, more: bool = False) -> None:
    """The card of the unit's one task, found by way of the week in which it is due."""
    await kon.says("/tuannay")
    for _ in range(3):
        await kon.sees("Đến hạn từ")
        if kon.find_button("Xem 1") and "Gửi báo cáo" in kon.texts()[-1]:
            break
        await kon.presses("Tuần sau")
    await kon.presses("Xem 1")
    await kon.sees("Nhiệm vụ của")
    if more:
        await kon.presses("Thêm…")
        await kon.sees("Nhiệm vụ của")


async def _dialogue(desk: Desk, kon: Any, button: str, words: str, said: str) -> None:
    await _card(desk, kon, more=True)
    await kon.presses(button)
    await desk.stage.restart()
    await kon.says(words)
    await kon.sees(said)


async def _members_send_their_report(desk: Desk, kon: Any) -> None:
    await desk.owner.says("/nhiemvu")
    await desk.owner.sees("Bảng nhiệm vụ")
    await desk.owner.presses("Báo cáo phải thu")
    await desk.owner.sees("đã nhận 0/1", "chưa nhận")
    await desk.owner.presses("Đôn đốc báo cáo")
    await desk.owner.sees("1 báo cáo chưa nhận")
    await desk.owner.presses("Gửi đến 1 người")
    await kon.sees("Ban tổ chức đôn đốc")
    await kon.presses("Báo cáo")
    await kon.sees("Báo cáo kết quả")
    await desk.stage.restart()
    await kon.sends_file("bao-cao.docx", b"PK words", caption="Báo cáo số 45/BC-UBND")
    await kon.sees("Đã gửi báo cáo", "45/BC-UBND")
    await desk.owner.sees("bao-cao.docx")
    await desk.owner.says("/nhiemvu")
    await desk.owner.sees("Bảng nhiệm vụ")
    await desk.owner.presses("Báo cáo phải thu")
    await desk.owner.sees("đã nhận 1/1", "số 45/BC-UBND")
    await desk.owner.presses("Tải 1 tệp")
    assert (await desk.owner.sees_file("bao-cao-cac-don-vi.zip"))[:2] == b"PK"
    await desk.owner.says("/nhiemvu")
    await desk.owner.sees("Bảng nhiệm vụ")
    await desk.owner.presses("Đã báo cáo (1)")
    await desk.owner.sees("Đang xem: đã báo cáo")
    await desk.owner.presses("Xem 1")
    await desk.owner.sees("45/BC-UBND")
    await desk.owner.presses("Xong")
    await kon.sees("đã xong")


async def _host_works(desk: Desk, son: Any) -> None:
    """A long task is split; one part is recalled on days of its own; all is accepted."""
    await desk.owner.says("/nhiemvu")
    await desk.owner.sees("Bảng nhiệm vụ")
    await desk.owner.presses("Chưa trả lời")
    await desk.owner.sees("Đang xem: chưa trả lời", "cơ sở vật chất")
    number = next(line.split(".")[0] for line in desk.owner.texts()[-1].splitlines() if "cơ sở vật chất" in line)
    await desk.owner.presses(number)
    await desk.owner.sees("Nhiệm vụ của UBND tỉnh Lâm Đồng")
    await desk.owner.presses("Thêm…")
    await desk.owner.sees("Nhiệm vụ của UBND tỉnh Lâm Đồng")
    await desk.owner.presses("Tách việc")
    await desk.owner.sees("Mỗi việc một dòng")
    await desk.stage.restart()
    await desk.owner.says("Bố trí nơi ăn nghỉ, nơi hội họp\nChuẩn bị chương trình văn nghệ")
    await desk.owner.sees("Đã tách và báo đơn vị")
    await son.sees("được tách")
    await son.sees("Chuẩn bị chương trình văn nghệ")
    await desk.owner.presses("Thêm…")
    await desk.owner.sees("Nhiệm vụ của UBND tỉnh Lâm Đồng")
    await desk.owner.presses("Lịch nhắc")
    await desk.owner.sees("trước hạn mấy ngày")
    await desk.stage.restart()
    await desk.owner.says("10, 5, 1, 0, +1")
    await desk.owner.sees("trước hạn 10 ngày")
    await son.says("/nhiemvu")
    await son.sees("Nhiệm vụ: ")
    await son.presses("Nhận tất cả")
    await son.sees("Đã nhận tất cả")
