"""Who goes through first, and that nobody is forgotten before it."""

import asyncio
import time
from contextlib import AsyncExitStack

import pytest

from storage import turnstile
from storage.turnstile import Turnstile


async def _queue(gate: Turnstile, passed: list[str], name: str, *, patient: bool) -> "asyncio.Task[None]":
    """Somebody who stands before the turnstile now."""

    async def go() -> None:
        async with gate.turn(patient=patient):
            passed.append(name)

    task = asyncio.create_task(go())
    await asyncio.sleep(0)
    return task


@pytest.mark.parametrize(
    ("patience", "order"), [(60.0, ["an", "lan", "claim", "record"]), (-1.0, ["claim", "an", "lan", "record"])]
)
async def test_who_a_person_waits_for_goes_first_unless_the_patient_have_waited_long(
    monkeypatch: pytest.MonkeyPatch, patience: float, order: list[str]
) -> None:
    monkeypatch.setattr(turnstile, "LONGEST_PATIENCE", patience)
    gate, passed = Turnstile(), list[str]()
    async with gate.turn():
        tasks = [
            await _queue(gate, passed, name, patient=patient)
            for name, patient in (("claim", True), ("an", False), ("record", True), ("lan", False))
        ]
    await asyncio.gather(*tasks)
    assert passed == order


@pytest.mark.parametrize("let_in", [False, True])
async def test_one_that_is_called_away_holds_nobody_up(let_in: bool) -> None:
    gate, passed, leave = Turnstile(), list[str](), asyncio.Event()

    async def inside() -> None:
        async with gate.turn():
            await leave.wait()

    first = asyncio.create_task(inside())
    await asyncio.sleep(0)
    gone, stays = [await _queue(gate, passed, name, patient=False) for name in ("gone", "stays")]
    leave.set()
    if let_in:
        await asyncio.sleep(0)  # it has its turn, and does not know yet
    gone.cancel()
    await asyncio.gather(first, gone, stays, return_exceptions=True)
    async with gate.turn():
        passed.append("later")
    assert passed == ["stays", "later"]


async def test_who_comes_back_at_once_finds_nobody_let_in_meanwhile() -> None:
    gate, passed = Turnstile(), list[str]()
    async with gate.turn():
        claims = await _queue(gate, passed, "claim", patient=True)
    async with gate.turn():
        passed.append("an again")
    await claims
    assert passed == ["an again", "claim"]


async def test_who_waits_for_one_that_is_stuck_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turnstile, "LONGEST_WAIT", 0.01)
    gate = Turnstile()
    async with gate.turn():
        with pytest.raises(TimeoutError):
            async with gate.turn():
                pass
    async with gate.turn():
        pass


async def test_one_that_is_let_in_in_the_moment_it_gives_up_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turnstile, "LONGEST_WAIT", 0.01)
    gate, passed, inside = Turnstile(), list[str](), AsyncExitStack()
    await inside.enter_async_context(gate.turn())
    waits = await _queue(gate, passed, "late", patient=False)
    time.sleep(0.02)  # noqa: ASYNC251 - both the way in and the end of the wait come in the next round of the loop
    leaves = asyncio.create_task(inside.aclose())
    await asyncio.gather(waits, leaves, return_exceptions=True)
    async with gate.turn():
        passed.append("next")
    assert passed[-1] == "next"
