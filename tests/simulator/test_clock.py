"""A clock that can be moved."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from simulator.clock import SimulatedClock

START = datetime(2026, 7, 27, 1, 0, tzinfo=UTC)


class RealTime:
    """Real seconds, moved by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def clock_at(speed: float) -> tuple[SimulatedClock, RealTime]:
    real = RealTime()
    clock = SimulatedClock(START, speed=speed, real=real)
    clock.now()
    return clock, real


@pytest.mark.parametrize("speed", [0, 1, 60])
def test_time_runs_at_its_speed(speed: float) -> None:
    clock, real = clock_at(speed)
    real.seconds += 10
    assert (clock.now(), clock.monotonic()) == (START + timedelta(seconds=10 * speed), 10 * speed)


async def test_a_change_of_speed_does_not_touch_the_past() -> None:
    clock, real = clock_at(60)
    real.seconds += 1
    clock.pause()
    real.seconds += 5
    assert clock.now() == START + timedelta(seconds=60)
    clock.resume()
    real.seconds += 1
    assert (clock.now(), clock.speed) == (START + timedelta(seconds=120), 60)


async def test_sleepers_wake_in_the_order_of_their_deadlines() -> None:
    clock = SimulatedClock(START, speed=0)
    woken: list[int] = []

    async def sleeper(seconds: int) -> None:
        await clock.sleep(seconds)
        woken.append(seconds)

    tasks = [asyncio.create_task(sleeper(seconds)) for seconds in (30, 10, 20, 40)]
    await asyncio.sleep(0)
    assert clock.next_wake() == 10
    clock.advance(30)
    await asyncio.gather(*tasks[:3])
    assert (woken, tasks[3].done()) == ([10, 20, 30], False)
    clock.advance(10)
    await tasks[3]


async def test_a_running_clock_wakes_by_itself() -> None:
    clock = SimulatedClock(START, speed=10_000)
    await clock.sleep(50)
    assert clock.now() >= START + timedelta(seconds=50)


async def test_a_forgotten_sleeper_does_not_hold_the_clock() -> None:
    clock = SimulatedClock(START, speed=0)
    task = asyncio.create_task(clock.sleep(10))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert clock.next_wake() is None


async def test_a_jump_forward_wakes_and_a_jump_back_moves_the_wall_clock_only() -> None:
    clock = SimulatedClock(START, speed=0)
    task = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)
    clock.jump(START + timedelta(hours=2))
    await task
    clock.jump(START)
    assert (clock.now(), clock.monotonic()) == (START, 7200)


def test_time_is_aware_and_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="aware"):
        SimulatedClock(START.replace(tzinfo=None))
    with pytest.raises(ValueError, match="forward"):
        SimulatedClock(START).advance(-1)
