"""The machine's clock, as far as it can be promised without waiting for it."""

from datetime import UTC, timedelta

from bot.clock import Clock, SystemClock


def test_now_is_aware_and_in_utc() -> None:
    now = SystemClock().now()
    assert (now.tzinfo, now.utcoffset()) == (UTC, timedelta(0))


def test_monotonic_never_goes_backwards() -> None:
    clock: Clock = SystemClock()
    readings = [clock.monotonic() for _ in range(1000)]
    assert readings == sorted(readings)


async def test_a_sleep_of_a_negative_time_ends_at_once() -> None:
    await SystemClock().sleep(-5)
