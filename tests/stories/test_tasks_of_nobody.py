"""A task given to no unit, from the first word to the last *Xong*."""

from typing import Any

Town = Any
Desk = Any
PLAN = """ỦY BAN NHÂN DÂN HUYỆN SÔNG TRONG
KẾ HOẠCH
Tổ chức Hội nghị sơ kết công tác thư viện năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8 giờ 00 ngày 18/12/2026.
2. Địa điểm: Hội trường huyện Sông Trong.
II. CHƯƠNG TRÌNH
- 8h00: Khai mạc
- 9h00: Báo cáo
III. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa: gửi giấy mời trước ngày 10/12/2026.
2. Bố trí xe đưa đón đại biểu trước ngày 17/12/2026.
Nơi nhận:
- Lưu: VT.
"""


async def test_a_line_of_the_plan_without_a_unit_is_doubted_shown_when_publishing_and_given(desk: Desk) -> None:
    await desk.is_claimed()
    await desk.takes_plan("thu-vien.txt", PLAN.encode())
    await desk.owner.presses("điểm cần xem")
    await desk.owner.sees("Việc chưa giao cho đơn vị nào", "Bố trí xe đưa đón đại biểu")
    await desk.publishes()
    await desk.owner.sees("1 nhiệm vụ trong kế hoạch chưa giao đơn vị nào", "Bố trí xe")
    await desk.stage.restart()
    await desk.owner.presses("Giao 1")
    await desk.owner.sees("Giao nhiệm vụ sau cho đơn vị nào?")
    await desk.owner.presses("Phòng Văn hóa")
    await desk.owner.sees("Nhiệm vụ của Phòng Văn hóa", "Bố trí xe", "chưa trả lời")
    van = await desk.links_unit("Phòng Văn hóa", "Lê Văn")
    await van.sees("được giao 2 nhiệm vụ", "giấy mời", "Bố trí xe", "17/12/2026")


async def test_a_task_of_no_unit_stands_on_the_board_until_a_button_gives_it(town: Town) -> None:
    await town.owner.says("/nhiemvu")
    await town.owner.sees("Bảng nhiệm vụ")
    await town.owner.presses("Thêm nhiệm vụ")
    await town.owner.sees("Giao nhiệm vụ mới cho đơn vị nào?")
    await town.owner.presses("Chưa giao đơn vị nào")
    await town.owner.sees("Nội dung nhiệm vụ")
    await town.stage.restart()
    await town.owner.says("Bố trí xe đưa đón đại biểu")
    await town.owner.sees("chưa giao đơn vị nào", "Bố trí xe đưa đón đại biểu")
    await town.hoa.sees_nothing()
    await town.owner.says("/nhiemvu")
    await town.owner.sees("(chưa giao): 1 chưa giao")
    await town.owner.presses("Chưa có đơn vị (1)")
    await town.owner.sees("chưa giao đơn vị nào", "Bố trí xe đưa đón đại biểu")
    await town.owner.presses("Xem 1")
    await town.owner.sees("Nhiệm vụ chưa giao đơn vị nào")
    await town.owner.presses("Giao đơn vị")
    await town.owner.sees("Giao nhiệm vụ sau cho đơn vị nào?")
    await town.stage.restart()
    await town.owner.presses("Phòng Nội vụ")
    await town.owner.sees("Nhiệm vụ của Phòng Nội vụ", "chưa trả lời")
    await town.hoa.sees("được giao nhiệm vụ", "Bố trí xe đưa đón đại biểu")
    await town.hoa.presses("Nhận")
    await town.hoa.sees("Đã nhận nhiệm vụ")
    await town.hoa.presses("Báo cáo")
    await town.hoa.sees("Báo cáo kết quả")
    await town.hoa.says("Đã thuê 2 xe")
    await town.owner.sees("báo cáo", "Đã thuê 2 xe")
    await town.owner.presses("Xong")
    await town.owner.sees("Đã xác nhận xong")
