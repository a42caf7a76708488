"""Keeping apart, keeping away, keeping turns: seconds are given, none pass."""

import pytest

from bot.pacing import Missed, Others, Spacing, Trouble, Turns


def test_a_process_that_was_held_up_does_not_burst() -> None:
    spacing = Spacing(every=0.1)
    slots = []
    for now in (0.0, 0.1, 1.0, 1.0, 1.0):
        slots.append(round(now + spacing.take(now), 3))
    assert slots == [0.0, 0.1, 1.0, 1.097, 1.194]


def test_telegram_is_left_alone_for_longer_each_time_and_one_volley_counts_once() -> None:
    trouble = Trouble()
    halts = []
    now = 0.0
    for _ in range(9):
        trouble.failed(now)
        trouble.failed(now)
        halts.append(trouble.until - now)
        now = trouble.until
    assert halts == [0.25, 0.5, 1, 2, 4, 8, 16, 30, 30]
    trouble.over()
    trouble.failed(now)
    assert trouble.until - now == 0.25


@pytest.mark.parametrize(("chat", "seconds"), [(5, 1.0), (-5, 3.0)])
def test_a_person_has_a_turn_each_second_and_a_group_every_three(chat: int, seconds: float) -> None:
    turns = Turns()
    assert turns.wait(chat, 10.0) == 0.0
    turns.take(chat, 10.0)
    assert (turns.wait(chat, 10.0), turns.wait(chat, 10.0 + seconds), turns.wait(7, 10.0)) == (seconds, 0.0, 0.0)


def test_turns_of_long_ago_are_forgotten() -> None:
    turns = Turns()
    for chat in range(5000):
        turns.take(chat, chat / 100)
    assert len(turns.free) < 4097


def test_a_message_whose_moment_is_over_is_given_back_once_and_then_sent_however_late() -> None:
    missed = Missed(0.05)
    assert [missed.gives_back(7, late) for late in (0.06, 0.2, 0.06)] == [True, False, True]
    assert missed.gives_back(8, 0.05) is False


def test_others_are_about_for_a_while_after_the_pacer_stood_elsewhere_than_it_was_left() -> None:
    others = Others()
    others.look(stood=90.0, stands=100.2, at=100.0, now=0.0)  # whoever that was has long stopped
    others.look(stood=100.2, stands=100.4, at=100.3, now=0.3)
    assert others.are_about(0.3) is False
    others.look(stood=100.6, stands=100.8, at=100.5, now=0.5)
    others.look(stood=100.8, stands=101.0, at=100.7, now=0.7)
    assert (others.are_about(0.7), others.are_about(10.4), others.are_about(10.6)) == (True, True, False)


def test_one_that_another_worker_sent_meanwhile_is_forgotten() -> None:
    missed = Missed(0.05)
    assert all(missed.gives_back(number, 1.0) for number in range(5000))
    assert len(missed.before) < 4097


def test_what_is_claimed_gives_way_to_a_reply_by_one_slot_and_to_many_by_a_second_at_most() -> None:
    spacing = Spacing(every=0.1, last=10.0)
    spacing.give_way(10.0)
    assert round(spacing.last, 6) == 10.1
    for _ in range(50):
        spacing.give_way(10.0)
    assert round(spacing.last, 6) == 11.0
    spacing.give_way(20.0)
    assert spacing.last == 20.0
