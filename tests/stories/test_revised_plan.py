"""A second version of the plan: asked about, shown, applied, told once."""

from pathlib import Path
from typing import Any


async def test_a_revised_plan_is_shown_applied_and_told_once_after_publishing(town: Any, project_root: Path) -> None:
    plan = (project_root / "simulator" / "plans" / "hoi-nghi-mau.txt").read_text(encoding="utf-8")
    second = plan.replace("Hội trường Trung tâm Văn hóa huyện Sông Trà", "Nhà thi đấu huyện Sông Trà")
    assert second != plan
    await town.owner.sends_file("ban-2.txt", second.encode())
    await town.owner.sees("Đã đọc", "hay là bản mới")
    await town.stage.restart()
    await town.owner.presses("Bản sửa của hội nghị này")
    await town.owner.sees("Sẽ sửa bản đang soạn", "Nhà thi đấu huyện Sông Trà", "Chưa ai được báo")
    await town.stage.restart()
    told = len(town.an.texts())
    await town.owner.presses("Sửa như trên")
    await town.owner.sees("có sửa đổi chưa công bố")
    await town.owner.presses("Công bố…")
    await town.owner.presses("Công bố ngay")
    await town.an.sees("Nhà thi đấu huyện Sông Trà")
    assert len(town.an.texts()) == told + 1


async def test_the_workbook_is_sent_from_the_summary(town: Any) -> None:
    await town.owner.says("/kehoach")
    await town.owner.presses("Tải Excel")
    await town.owner.sees("gửi tệp lại vào đây")
