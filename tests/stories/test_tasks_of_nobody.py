"""A task given to no unit, from the first word to the last *Xong*."""

from typing import Any

Town = Any


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
