"""Asking and answering in the chat: follow-ups, one answer for all who asked, prepared answers, calendar files."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

Desk = Any


@pytest.fixture
def start() -> datetime:
    """A Monday, 8:00 in Hanoi."""
    return datetime(2026, 11, 23, 1, tzinfo=UTC)


@pytest_asyncio.fixture
async def open_desk(desk: Desk, project_root: Path) -> Desk:
    """A published conference on 10 December 2026."""
    await desk.is_claimed()
    await desk.takes_plan("ke-hoach.txt", (project_root / "simulator/plans/hoi-nghi-mau.txt").read_bytes())
    await desk.publishes()
    return desk


async def test_what_organizers_answer_once_the_bot_answers_from_then_on(open_desk: Desk) -> None:
    desk = open_desk
    an = await desk.joins("An", await desk.adds_delegate("Nguyễn Văn An"))
    await an.says("mật khẩu wifi là gì?")
    await an.sees("Chưa có thông tin")
    await an.presses("Hỏi ban tổ chức")
    await desk.owner.sees("mật khẩu wifi là gì?")
    await desk.owner.presses("Trả lời")
    await desk.stage.restart()
    await desk.owner.says("Mạng TTVH, mật khẩu songtra2026")
    await an.sees("songtra2026")
    await desk.owner.presses("Để bot tự trả lời câu này")
    await an.says("mat khau wifi la gi v")
    await an.sees("songtra2026")
    await desk.owner.says("/hoidap")
    await desk.owner.sees("Bot tự trả lời 1 câu hỏi")


async def test_a_short_question_borrows_from_the_one_before_and_the_agenda_goes_into_the_calendar(
    open_desk: Desk,
) -> None:
    desk = open_desk
    an = await desk.joins("An", await desk.adds_delegate("Nguyễn Văn An"))
    await an.says("Tham quan lúc mấy giờ ạ?")
    await an.sees("13:30")
    await an.says("ai phụ trách?")
    await an.sees("Phòng Nông nghiệp")
    await an.says("/lich")
    await an.sees("Giải lao")
    await an.presses("Đưa cả chương trình vào lịch")
    await an.sees_file("chuong-trinh.ics")
