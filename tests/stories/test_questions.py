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


async def test_of_many_questions_in_a_message_three_are_answered_and_the_rest_is_named(open_desk: Desk) -> None:
    an = await open_desk.joins("An", await open_desk.adds_delegate("Nguyễn Văn An"))
    await an.says("Mấy giờ khai mạc? Hội trường ở đâu? Ai chủ trì? Có ăn trưa không?")
    await an.sees("08:15")
    await an.sees("Trung tâm Văn hóa")
    await an.sees("Chủ tịch UBND huyện")
    await an.sees("tối đa ba câu", "Có ăn trưa không?")
    await an.says("ở đâu?")  # borrows from what was answered last
    await an.sees("Trung tâm Văn hóa")


async def test_half_a_question_is_answered_and_the_other_half_passed_on(open_desk: Desk) -> None:
    an = await open_desk.joins("An", await open_desk.adds_delegate("Nguyễn Văn An"))
    await an.says("mấy giờ khai mạc, ai đọc diễn văn")
    await an.sees("08:15")
    await an.sees("Chưa có thông tin")
    await an.sees_button("Hỏi ban tổ chức")


@pytest.mark.parametrize("words", ["Bonjour, où est la salle de conférence ?", "¿Dónde está la sala?", "会议几点开始"])
async def test_who_writes_in_another_language_is_told_in_both_what_can_be_asked(open_desk: Desk, words: str) -> None:
    an = await open_desk.joins("An", await open_desk.adds_delegate("Nguyễn Văn An"))
    await an.says(words)
    await an.sees("mấy giờ khai mạc?", "I read Vietnamese and English")


async def test_alike_questions_are_one_line_answered_once_and_counted_in_a_picture(open_desk: Desk) -> None:
    desk = open_desk
    an = await desk.joins("An", await desk.adds_delegate("Nguyễn Văn An"))
    binh = await desk.joins("Bình", await desk.adds_delegate("Trần Thị Bình"))
    for person, words in ((an, "hội nghị còn chỗ không?"), (binh, "hội nghị còn chỗ nữa không ạ?")):
        await person.says(words)
        await person.presses("Hỏi ban tổ chức")
        await desk.stage.settled()
    await desk.owner.says("/cauhoi")
    await desk.owner.sees("2 câu hỏi chờ trả lời", "1 câu tương tự")
    await desk.owner.presses("Trả lời câu 1")
    await desk.owner.says("Còn 12 chỗ, xin đăng ký trước ngày 05/12")
    await an.sees("Còn 12 chỗ")
    await binh.sees("Còn 12 chỗ")
    await desk.owner.says("/cauhoi")
    await desk.owner.presses("Hỏi nhiều nhất")
    await desk.owner.sees("còn chỗ")
