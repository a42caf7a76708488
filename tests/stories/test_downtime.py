"""The bot is away for minutes, hours, days; the clock goes back: reminders stay honest and never come twice."""

from datetime import UTC, datetime, timedelta
from typing import Any

from simulator.faults import FaultKind

Town = Any


def hanoi(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of December 2026 by the clock in Hanoi."""
    return datetime(2026, 12, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


def reminders(person: Any, town: Town) -> list[str]:
    """Every reminder that has reached the person."""
    return [entry.text for entry in town.stage.world.ledger.of(person.id, "sendMessage") if "Nhắc lịch" in entry.text]


async def test_reminders_after_a_pause_say_that_they_are_late_and_begun_sessions_are_skipped(town: Town) -> None:
    stage = town.stage
    await stage.becomes(hanoi(9, 15, 58))
    await stage.stop()
    await stage.becomes(hanoi(9, 18, 30))
    await stage.start()
    await town.an.sees("Nhắc lịch", "đến muộn", "Thứ Năm, 10/12/2026")
    await stage.settled()
    assert len(reminders(town.an, town)) == 1

    await stage.stop()
    await stage.becomes(hanoi(10, 8, 50))
    await stage.start()
    await stage.settled()
    # 7:30 to 8:30 have begun and are passed over; 9:00 is still ahead, and its reminders are late.
    assert [text for text in reminders(town.an, town)[1:] if "Đón tiếp" in text or "Chào cờ" in text] == []
    assert any("đến muộn" in text and "09:00" in text for text in reminders(town.an, town)[1:])
    assert town.count("journal", "act = 'reminder_skipped'") > 0

    await stage.stop()
    await stage.becomes(hanoi(15, 8))
    before = len(reminders(town.an, town))
    await stage.start()
    await stage.settled()
    assert len(reminders(town.an, town)) == before
    assert town.count("reminders", "state = 'waiting'") == 0


async def test_a_clock_that_goes_back_repeats_no_reminder(town: Town) -> None:
    stage = town.stage
    await stage.becomes(hanoi(9, 16, 0))
    await town.an.sees("Nhắc lịch")
    await stage.becomes(hanoi(9, 15, 0))
    await stage.settled()
    await stage.becomes(hanoi(9, 16, 1))
    await town.an.sees_nothing()
    await stage.restart()
    await stage.settled()
    assert len(reminders(town.an, town)) == 1
    await town.an.says("mấy giờ khai mạc?")
    await town.an.sees("08:15")


async def test_an_outage_of_minutes_loses_no_question_and_no_reminder(town: Town) -> None:
    stage = town.stage
    await stage.becomes(hanoi(9, 15, 59))
    stage.fault(FaultKind.OUTAGE, seconds=240)
    await town.an.says("mấy giờ khai mạc?")
    await town.an.sees("08:15")
    await town.an.sees("Nhắc lịch")
    await stage.settled()
    assert len(reminders(town.an, town)) == 1


async def test_bad_weather_neither_loses_nor_doubles_answers(town: Town) -> None:
    for kind in (
        FaultKind.BAD_GATEWAY,
        FaultKind.SERVER_ERROR,
        FaultKind.RESET,
        FaultKind.FLOOD,
        FaultKind.LATENCY,
    ):
        town.stage.fault(kind, "sendMessage", "getUpdates", "editMessageText", times=2)
        await town.an.says("mấy giờ khai mạc?")
        await town.an.sees("08:15")
        await town.stage.settled()
        assert len(town.an.texts()) == 1, kind


async def test_a_lost_answer_is_said_again_only_with_a_mark(town: Town) -> None:
    town.stage.fault(FaultKind.LOST_ANSWER, "sendMessage", times=1)
    await town.an.says("mấy giờ khai mạc?")
    await town.an.sees("08:15")
    await town.an.sees("có thể đã đến rồi", "08:15")
    await town.stage.settled()
    assert ["có thể đã đến rồi" in text for text in town.an.texts()] == [False, True]


async def test_somebody_who_blocked_the_bot_and_comes_back_is_reached_again(town: Town) -> None:
    stage = town.stage
    await town.an.blocks()
    await stage.becomes(hanoi(9, 16, 0))
    await town.emily.sees("Reminder")
    await stage.settled()
    assert town.count("accounts", "reachability = 'blocked'") == 1
    assert reminders(town.an, town) == []
    await town.owner.says("/daibieu")
    await town.owner.sees("1 chặn")
    await town.an.unblocks()
    await town.an.starts()
    await town.an.sees("10/12/2026")
    await stage.becomes(hanoi(10, 6, 30))
    await town.an.sees("Nhắc lịch")
