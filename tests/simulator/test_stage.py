"""People of stories on both stages, with a parrot for a bot."""

import importlib.util
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from simulator.errors import CannotDo
from simulator.person import NotSeen
from simulator.process import ProcessStage
from simulator.stage import InProcessStage, RunningBot, Stage, Wires

PARROT = Path(__file__).with_name("parrot.py")
COMMAND = (sys.executable, str(PARROT))


def config(root: str) -> str:
    return f'[telegram]\nbase_url = "{root}"\n'


def build(wires: Wires) -> RunningBot:
    spec = importlib.util.spec_from_file_location("parrot", PARROT)
    assert spec is not None and spec.loader is not None
    parrot = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(parrot)
    bot: RunningBot = parrot.build(wires)
    return bot


@pytest.fixture
async def stage() -> AsyncIterator[InProcessStage]:
    async with Stage.in_process(build) as stage:
        yield stage


async def test_a_person_talks_with_the_bot(stage: InProcessStage) -> None:
    an = stage.person("Nguyễn Văn An")
    await an.starts("abc")
    await an.sees("Chào", "mã abc")
    await an.presses("xan")
    await an.sees("Màu xanh")
    assert an.texts() == ["Đã ghi", "Màu xanh"]


async def test_links_and_files_go_both_ways(stage: InProcessStage) -> None:
    an = stage.person("An")
    await an.opens("https://t.me/hoi_nghi_bot?start=xyz")
    await an.sees("mã xyz")
    await an.sends_file("kh.txt", b"abc")
    assert await an.sees_file("in hoa kh.txt") == b"ABC"


async def test_a_disappointed_person_shows_the_dialogue() -> None:
    async with Stage.in_process(build) as stage:
        an = stage.person("An")
        await an.starts()
        await an.sees("Chào")
        stage.scene.patience = 0.2
        with pytest.raises(NotSeen) as caught:
            await an.sees("khai mạc")
        assert "An expected to see 'khai mạc'" in str(caught.value)
        assert "An: /start" in str(caught.value) and "bot → An: Chào, mã trống" in str(caught.value)
        assert "[Xanh]" in str(caught.value)


async def test_what_is_old_is_not_seen_again(stage: InProcessStage) -> None:
    an = stage.person("An")
    await an.says("một")
    await an.sees("Nhắc lại: một")
    await an.says("hai")
    await an.does_not_see("một")
    with pytest.raises(NotSeen):
        await an.does_not_see("hai")


async def test_settled_waits_for_the_answer(stage: InProcessStage) -> None:
    an = stage.person("An")
    await an.says("một")
    await stage.settled()
    assert an.texts() == ["Nhắc lại: một"]


async def test_a_blocked_bot_is_not_heard(stage: InProcessStage) -> None:
    an = stage.person("An")
    await an.starts()
    await an.sees("Chào")
    await an.blocks()
    with pytest.raises(CannotDo):
        await an.says("một")
    await an.unblocks()
    await an.says("hai")
    await an.sees("Nhắc lại: hai")


async def test_a_group_hears_the_bot_only_when_it_is_spoken_to(stage: InProcessStage) -> None:
    an, binh = stage.person("An"), stage.person("Bình")
    group = stage.group("Tổ thư ký", an, binh)
    await binh.says("chào cả nhà", where=group)
    await group.sees_nothing()
    await binh.says("@hoi_nghi_bot chào", where=group)
    await group.sees("Nhắc lại: @hoi_nghi_bot chào")
    await binh.sees_nothing()


async def test_a_restarted_bot_answers_what_came_meanwhile(stage: InProcessStage) -> None:
    an = stage.person("An")
    await stage.stop()
    await an.says("một")
    await stage.start()
    await an.sees("Nhắc lại: một")


@pytest.mark.process
async def test_a_killed_process_comes_back(tmp_path: Path) -> None:
    async with ProcessStage(tmp_path, config, command=COMMAND) as stage:
        an = stage.person("An")
        await an.opens(await stage.prints(r"^https://t\.me/\S+$"))
        await an.sees("mã chu")
        await stage.settled()
        await stage.kill()
        await an.says("một")
        await stage.restart()
        await an.sees("Nhắc lại: một")
        assert await stage.terminate() == 0


@pytest.mark.process
async def test_a_process_that_ends_at_once_shows_what_it_said(tmp_path: Path) -> None:
    stage = ProcessStage(tmp_path, config, command=(sys.executable, "-c", "print('không có cấu hình')"))
    with pytest.raises(AssertionError, match=r"ended instead of listening:\nkhông có cấu hình"):
        await stage.__aenter__()


async def test_the_stage_moves_time_and_what_was_seen_is_old(stage: InProcessStage) -> None:
    an = stage.person("An")
    await an.says("một")
    await an.sees("Nhắc lại: một")
    before = stage.clock.now()
    await stage.passes(hours=2, minutes=30)
    assert stage.clock.now() - before >= timedelta(hours=2, minutes=30)
    await an.sees_nothing()
    await stage.becomes(before)
    assert stage.clock.now() - before < timedelta(minutes=1)
