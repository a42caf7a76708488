"""Colleagues of one unit: the first answer binds it, and the messages that the others have say so."""

from pathlib import Path
from typing import Any

import pytest

Desk = Any


@pytest.fixture
def plan(shared_dir: Path) -> bytes:
    return (shared_dir / "plans" / "seed0.txt").read_bytes()


async def _two_of_one_unit(desk: Desk, plan: bytes) -> tuple[Any, Any]:
    await desk.is_claimed()
    await desk.takes_plan("seed0.txt", plan)
    await desk.edits("Ngày tổ chức", "28/8/2026")
    hoa = await desk.links_unit("Văn phòng HĐND", "Lê Thị Hoa")
    nam = await desk.links_unit("Văn phòng HĐND", "Trần Nam")
    await desk.publishes("5 nhiệm vụ")
    for person in (hoa, nam):
        await person.sees("được giao 2 nhiệm vụ", "chưa trả lời")
    return hoa, nam


async def test_the_message_of_a_colleague_says_who_took_the_task_and_its_button_goes(desk: Desk, plan: bytes) -> None:
    hoa, nam = await _two_of_one_unit(desk, plan)
    given = _given(nam)
    assert {"Nhận tất cả", "Nhận 1", "Nhận 2", "Từ chối 1"} <= _labels(given)
    await hoa.presses("Nhận 1")
    await nam.sees("nhiệm vụ đã được nhận")
    await nam.sees("được giao 2 nhiệm vụ", "đã nhận bởi")
    now = _given(nam)
    (line,) = [each for each in now.text.splitlines() if each.startswith("1.")]
    assert (now.id, "đã nhận bởi" in line, "lúc 08:0" in line) == (given.id, True, True)
    assert "Nhận 1" not in _labels(now) and "Báo cáo 1" in _labels(now)
    nam.looks_away()
    await hoa.presses("Nhận 1")  # the second task, first in her list by now
    await nam.sees("được giao 2 nhiệm vụ", "Xem lại bất cứ lúc nào")
    assert not {"Nhận tất cả", "Nhận 2"} & _labels(_given(nam))
    assert "Đề nghị bấm nút" not in _given(nam).text


def _given(person: Any) -> Any:
    """The message by which the unit was given its tasks, as it stands now."""
    history = person.scene.engine.world.history(person.chat_id)
    return next(each for each in history if "được giao 2 nhiệm vụ" in each.text)


def _labels(message: Any) -> set[str]:
    return {button["text"] for row in message.markup["inline_keyboard"] for button in row}
