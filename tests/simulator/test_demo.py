"""The demo: the preparation comes true, the phones show the real job, the clock brings the reminder."""

import importlib.util
import os
from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from simulator.demo import AHEAD, PHONES, ZONE, Demo, greet, narrate, occasion, one_line, opened
from simulator.server import Server

TODAY = date(2026, 11, 20)
BEGINS = datetime.combine(TODAY, time(7, 30), ZONE)


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[tuple[Demo, Server]]:
    async with opened(tmp_path, TODAY, 0) as (demo, server):
        yield demo, server


def test_the_conference_of_the_demo_is_today() -> None:
    moved = occasion(TODAY)
    assert moved.begins == BEGINS
    assert "thứ Sáu, ngày 20/11/2026" in moved.paper
    assert "2026-12-10" not in moved.paper and "10/12/2026" not in moved.paper


@pytest.mark.long
async def test_the_story_comes_true_and_the_next_reminder_is_minutes_away(running: tuple[Demo, Server]) -> None:
    demo, _ = running
    assert await demo.prepare() is None
    demo.stage.clock.pause()
    assert timedelta(0) <= demo.stage.clock.now() - (BEGINS - AHEAD) < timedelta(minutes=4)
    due = await demo.next_reminder()
    assert due == BEGINS - timedelta(minutes=15)
    delegate, unit = demo.stage.people["delegate"], demo.stage.people["unit"]
    await demo.stage.becomes(due)
    await delegate.sees("Nhắc lịch", "15 phút", "07:30")
    await unit.presses("Nhận 2")
    await unit.sees("Đã nhận nhiệm vụ")


async def test_the_page_is_told_whose_phones_lie_side_by_side(running: tuple[Demo, Server]) -> None:
    demo, _ = running
    show = demo.show()
    numbers = [demo.stage.people[key].id for key in PHONES]
    assert (list(show.phones), dict(show.roles)) == (numbers, dict(zip(numbers, PHONES, strict=True)))


async def test_a_busy_port_gives_way_to_the_next_free_one_and_it_is_said(
    running: tuple[Demo, Server], tmp_path: Path
) -> None:
    _, first = running
    taken = int(first.url.rpartition(":")[2])
    second_folder = tmp_path / "second"
    second_folder.mkdir()
    said: list[str] = []
    async with opened(second_folder, TODAY, taken) as (_, second):
        greet(second, taken, said.append)
        assert second.url != first.url
    assert f"{taken}" in said[0] and second.url in said[1] and "Ctrl+C" in said[2]


async def test_the_terminal_tells_one_line_a_step(running: tuple[Demo, Server]) -> None:
    demo, _ = running
    told: list[str] = []

    class Enough(Exception):
        pass

    def tell(line: str) -> None:
        told.append(line)
        if len(told) == 2:
            raise Enough

    await demo.stage.people["delegate"].starts()
    await demo.stage.people["delegate"].sees("Xin chào")
    with pytest.raises(Enough):
        await narrate(demo.stage, tell)
    assert told[0].endswith("Nguyễn Văn An: /start")
    assert "bot → Nguyễn Văn An: Xin chào." in told[1] and "\n" not in told[1]


def load_browser() -> ModuleType:
    spec = importlib.util.spec_from_file_location("browser", Path(__file__).with_name("browser.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.long
@pytest.mark.browser
async def test_the_three_phones_show_the_real_job(running: tuple[Demo, Server]) -> None:
    browser = load_browser()
    if browser.BINARY is None and os.environ.get("CI") != "true":
        pytest.skip("chromium is not installed")
    demo, server = running
    assert await demo.prepare() is None
    demo.stage.clock.run_at(1)
    with browser.chromium() as devtools:
        async with browser.opened(devtools) as page:
            await page.open(server.url)
            await page.click("#phones > :nth-child(1) textarea")
            await page.type("sau giải lao là gì?")
            await page.key("Enter")
            await page.until(
                "document.querySelector('#phones > :nth-child(1) .messages').innerText.includes('Thảo luận')"
            )
            await page.click("#jump")
            reminded = "[...document.querySelectorAll('#phones > :nth-child(1) .bot')].at(-1).innerText"
            await page.until(f"{reminded}.includes('15 phút')")
            accept = "[...document.querySelectorAll('#phones > :nth-child(3) .message:last-child .key')]"
            await page.value(f"{accept}.find(key => key.innerText === 'Nhận 2').click()")
            await page.until("document.querySelector('#phones > :nth-child(3)').innerText.includes('Đã nhận nhiệm vụ')")
            assert page.complaints == []


def test_a_long_step_is_cut_at_the_edge_of_the_terminal() -> None:
    assert one_line("một\n   hai ba", 20) == "một hai ba"
    assert one_line("một\n   hai ba", 9) == "một hai…"
