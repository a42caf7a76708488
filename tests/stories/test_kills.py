"""The bot is killed in the middle of every dialogue; everybody goes on where they were."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import pytest_asyncio

from simulator.process import ProcessStage
from tests.stories.conftest import LINK, Desk
from tests.stories.killing import Killer, drained, judge
from tests.stories.looking import rows

pytestmark = [pytest.mark.process, pytest.mark.long]
START = datetime(2026, 11, 20, 1, tzinfo=UTC)
PEOPLE = "Họ và tên,Chức vụ,Đơn vị\nVàng Thị Mai,Trưởng bản,Bản Mây\nLù Văn Pao,Bí thư,Nậm Cần\n"


@pytest_asyncio.fixture
async def desk(tmp_path: Path, database_url: str) -> AsyncIterator[Desk]:
    def config(root: str) -> str:
        return (
            f'[telegram]\nbase_url = "{root}"\npoll_timeout = 5\n[database]\nurl = "{database_url}"\n'
            "[reminders]\ntick_seconds = 1\n[sending]\nlease_seconds = 9\n"
        )

    async with ProcessStage(tmp_path, config, start=START, speed=5) as stage:
        link = await stage.prints(r"^https://t\.me/\S+$")
        house: Any = SimpleNamespace(owner_link=link)
        theatre: Any = stage
        yield Desk(theatre, house, stage.person("Trần Thị Lan"))


async def test_nobody_loses_a_word_however_often_the_bot_is_killed(
    desk: Desk, database_url: str, project_root: Path
) -> None:
    stage: Any = desk.stage
    killer = Killer(stage)
    await _the_owner_begins(desk, killer, (project_root / "simulator" / "plans" / "hoi-nghi-mau.txt").read_bytes())
    assert [row["state"] for row in rows(database_url, "select state from conferences")] == ["published"]

    hoa = await _the_unit_works(desk, killer)
    an = await _people_are_listed(desk, killer)
    assert len(rows(database_url, "select id from delegates where state = 'invited'")) == 4
    binh = await _the_delegate_answers(desk, killer, an)
    await _the_plan_changes(desk, killer)
    assert [row["revision"] for row in rows(database_url, "select revision from conferences")] == [3]
    await _a_question_is_answered(desk, killer, binh)
    await drained(stage, database_url)
    assert judge(stage, database_url) == []

    await _a_broadcast_drains(desk, killer, [hoa, binh])
    await drained(stage, database_url)
    assert judge(stage, database_url) == []


async def _the_owner_begins(desk: Desk, killer: Killer, plan: bytes) -> None:
    owner = desk.owner
    await killer.at(owner.opens(desk.house.owner_link))
    await owner.sees("Tự nguyện")
    await killer.before(owner.presses("Đồng ý"))
    await owner.sees("chủ bot")
    await killer.at(owner.sends_file("ke-hoach.txt", plan), "getFile")
    await owner.sees("Bản nháp", "12 mục")
    await desk.edits("Liên hệ", "Bà Hạnh, 0200 3000 142")
    await owner.presses("Sửa thông tin")
    await owner.sees_button("Chủ trì")
    await killer.at(owner.presses("Chủ trì"))
    await owner.sees("Ai chủ trì")
    await killer.at(owner.says("Bà Lò Thị Mai Hương"))
    await owner.sees("mã hội nghị")
    await owner.says("/congbo")
    await owner.sees("Công bố lần đầu")
    await killer.before(owner.presses("Công bố ngay"))
    await owner.sees("Đã công bố", "9 nhiệm vụ đã giao")


async def _the_unit_works(desk: Desk, killer: Killer) -> Any:
    owner = desk.owner
    hoa = await desk.links_unit("Phòng Nội vụ", "Lê Thị Hoa")
    await hoa.says("/nhiemvu")
    await hoa.sees_button("Nhận")
    await killer.at(hoa.presses("Nhận"))
    await hoa.sees("Đã nhận")
    await hoa.says("/nhiemvu")
    await hoa.presses("Báo cáo")
    await hoa.sees("Báo cáo kết quả")
    await killer.at(hoa.sends_file("to-trinh.pdf", b"%PDF-1.4 khen thuong"), "getFile")
    await hoa.sees("Đã gửi báo cáo")
    await owner.sees("to-trinh.pdf")
    await owner.presses("Trả lại")
    await owner.sees("Lý do")
    await killer.at(owner.says("Thiếu danh sách"))
    await owner.sees("Đã trả lại")
    await hoa.sees("Thiếu danh sách")
    await owner.says("/nhiemvu")
    await owner.sees("nhiệm vụ")
    return hoa


async def _people_are_listed(desk: Desk, killer: Killer) -> Any:
    owner = desk.owner
    await owner.says("/daibieu")
    await owner.presses("Thêm từ tệp")
    await owner.sees("tệp danh sách")
    await owner.sends_file("danh-sach.csv", PEOPLE.encode())
    await owner.sees("2 dòng tốt")
    await killer.before(owner.presses("Thêm 2 người"))
    await owner.sees("Đã thêm", "2")

    await owner.says("/daibieu")
    await owner.presses("Thêm một người")
    await owner.sees("Bước 1/4")
    await killer.at(owner.says("Nguyễn Văn An"))
    await owner.sees("Bước 2/4", "Nguyễn Văn An")
    await owner.says("Chủ tịch")
    await owner.sees("Bước 3/4")
    await killer.after(owner.presses("Bỏ qua bước này"), "sendMessage")
    await owner.presses("Bỏ qua bước này")
    await owner.sees("Đã thêm vào danh sách", "Nguyễn Văn An")
    await owner.presses("Đường dẫn và QR")
    await owner.sees("https://")
    an = await desk.joins("Nguyễn Văn An", owner.finds(LINK))
    binh = await desk.joins("Phạm Thị Bình", await desk.adds_delegate("Phạm Thị Bình"))
    await binh.presses("Vắng")
    await binh.sees("lý do")
    await killer.at(binh.says("Đi công tác"))
    await binh.sees("Đã ghi", "Đi công tác")
    return an


async def _the_delegate_answers(desk: Desk, killer: Killer, an: Any) -> Any:
    await an.presses("Cử người đi thay")
    await an.sees("người đi thay?")
    await killer.at(an.says("Đỗ Thị Chi"))
    await an.sees("Chức vụ của người đi thay")
    await killer.at(an.says("Phó Chủ tịch"), "sendPhoto", "sendMessage")
    await an.sees("Đã ghi người đi thay", "Đỗ Thị Chi")
    return await desk.joins("Đỗ Thị Chi", an.finds(LINK))


async def _the_plan_changes(desk: Desk, killer: Killer) -> None:
    owner, chi = desk.owner, desk.people["Đỗ Thị Chi"]
    for hour, kill in (("8h20", killer.at), ("8h25", killer.after)):
        await desk.sets_session(3, "Giờ", hour)
        await owner.says("/congbo")
        await owner.sees("Công bố sửa đổi")
        await kill(owner.presses("Công bố ngay"))
        await owner.sees("Đã công bố")
        await chi.sees(f"→ Thứ Năm 10/12 0{hour.replace('h', ':')}")


async def _a_question_is_answered(desk: Desk, killer: Killer, chi: Any) -> None:
    owner = desk.owner
    await chi.says("mật khẩu wifi là gì ạ")
    await chi.presses("Hỏi ban tổ chức")
    await owner.sees("mật khẩu wifi")
    await owner.presses("Trả lời")
    await owner.sees("Trả lời câu hỏi này")
    await killer.at(owner.says("SongTra2026"), "sendMessage")
    await chi.sees("SongTra2026")
    await owner.sees("Đã gửi câu trả lời")


async def _a_broadcast_drains(desk: Desk, killer: Killer, people: list[Any]) -> None:
    owner = desk.owner
    words = "Đề nghị mang theo tài liệu."
    await owner.says("/thongbao")
    await owner.sees("Nội dung thông báo")
    await killer.at(owner.says(words))
    await owner.sees("Gửi kèm một tệp")
    await owner.presses("Bỏ qua bước này")
    await owner.sees("Gửi cho ai?")
    await killer.at(owner.presses("Tất cả"))
    await owner.sees("Đang chọn: tất cả đại biểu")
    await owner.presses("Xem trước")
    await owner.sees(words)
    await killer.after(owner.presses("Gửi cho 3 người"), "sendMessage")
    await owner.sees("rõ đã đến hay chưa")
    await owner.presses("Gửi lại")
    for person in people:
        await person.sees(words)
