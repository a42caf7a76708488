"""What somebody is checked in for, who may be, the digits on the screen, and the numbers of a paper sheet."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.checkin import (
    Mode,
    PaperSheet,
    Slot,
    check_may_enter,
    code_at,
    is_code,
    openings,
    read_sheet,
    slot_now,
    slots_of,
)
from domain.conference import Conference, Programme, Session, SessionState
from domain.delegates import ERASED_NAME, Delegate, DelegateState, Rsvp
from domain.ids import ConferenceId, DelegateId, SessionId
from domain.refusal import Refusal

FIRST, LAST = date(2026, 7, 30), date(2026, 7, 31)


def session(key: int, title: str, day: date | None = FIRST, start: time | None = None, **more: object) -> Session:
    return Session(id=SessionId(key), title=title, day=day, start=start, **more)  # type: ignore[arg-type]


TWO_DAYS = Programme(
    conference=Conference(title="Hội nghị", venue="Hội trường", starts_on=FIRST, ends_on=LAST),
    sessions=(
        session(1, "Khai mạc", start=time(8)),
        session(2, "Tổ 1", start=time(13, 30), room="Phòng 1"),
        session(3, "Tổ 2", start=time(13, 30)),
        session(4, "Hủy", start=time(7), state=SessionState.CANCELLED),
        session(5, "Bế mạc", LAST, time(9)),
    ),
)


def at(hour: int, minute: int = 0, day: date = FIRST) -> datetime:
    return datetime.combine(day, time(hour, minute))


def test_a_conference_of_two_days_has_a_slot_each_day() -> None:
    assert slots_of(TWO_DAYS, Mode.DAY) == (
        Slot(FIRST, start=time(8), place="Hội trường"),
        Slot(LAST, start=time(9), place="Hội trường"),
    )


def test_each_session_that_is_held_has_a_slot_in_order_of_time() -> None:
    keys = [each.key for each in slots_of(TWO_DAYS, Mode.SESSION)]
    assert keys == ["s1", "s2", "s3", "s5"]


def test_sessions_without_a_day_are_on_the_only_day_of_the_conference() -> None:
    programme = Programme(conference=Conference(starts_on=FIRST), sessions=(session(1, "Khai mạc", None, time(8)),))
    assert slots_of(programme, Mode.SESSION) == (Slot(FIRST, SessionId(1), "Khai mạc", time(8)),)
    assert slots_of(programme, Mode.DAY) == (Slot(FIRST, start=time(8)),)


@pytest.mark.parametrize(
    ("now", "key"), [(at(6), "s1"), (at(8), "s1"), (at(12, 59), "s1"), (at(13), "s3"), (at(7, day=LAST), "s5")]
)
def test_the_clock_says_for_which_session_people_come(now: datetime, key: str) -> None:
    assert slot_now(slots_of(TWO_DAYS, Mode.SESSION), now).key == key


def test_of_parallel_sessions_the_staff_choose_and_the_choice_ends_with_the_day() -> None:
    slots = slots_of(TWO_DAYS, Mode.SESSION)
    assert slot_now(slots, at(13, 10), SessionId(2)).key == "s2"
    assert slot_now(slots, at(9, day=LAST), SessionId(2)).key == "s5"


@pytest.mark.parametrize(
    ("programme", "now", "code"),
    [
        (TWO_DAYS, at(23, day=date(2026, 7, 29)), "checkin_too_early"),
        (TWO_DAYS, at(0, day=date(2026, 8, 1)), "checkin_not_today"),
        (Programme(conference=Conference()), at(8), "checkin_no_date"),
    ],
)
def test_nobody_is_checked_in_outside_the_conferences_days(programme: Programme, now: datetime, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        slot_now(slots_of(programme, Mode.DAY), now)
    assert refused.value.code == code


def test_people_check_themselves_in_from_half_an_hour_before_to_half_an_hour_after() -> None:
    slots = slots_of(TWO_DAYS, Mode.DAY)
    first = openings(slots, at(7))[0]
    assert (first.slot.key, first.opens, first.closes) == ("d2026-07-30", at(7, 30), at(8, 30))
    assert openings(slots, at(8, 30))[0] == first
    assert [each.slot.key for each in openings(slots, at(8, 31))] == ["d2026-07-31"]
    assert openings(slots, at(9, 31, LAST)) == ()


WHO = Delegate(id=DelegateId(1), conference=ConferenceId(1), name="An")


@pytest.mark.parametrize(
    ("who", "code"),
    [
        (replace(WHO, state=DelegateState.REMOVED), "checkin_removed"),
        (replace(WHO, state=DelegateState.ASKING), "checkin_asking"),
        (replace(WHO, name=ERASED_NAME), "checkin_erased"),
        (replace(WHO, rsvp=Rsvp.SUBSTITUTED), "checkin_substituted"),
    ],
)
def test_whoever_is_not_expected_is_refused(who: Delegate, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_may_enter(who)
    assert refused.value.code == code


@pytest.mark.parametrize("rsvp", [Rsvp.NONE, Rsvp.ATTENDING, Rsvp.DECLINED])
def test_whoever_comes_may_enter_whatever_they_answered(rsvp: Rsvp) -> None:
    check_may_enter(replace(WHO, rsvp=rsvp))


NOW = datetime(2026, 7, 30, 1, 0, 20, tzinfo=UTC)
SLOT = Slot(FIRST)


@given(secret=st.text(min_size=1), minutes=st.integers(0, 10**6))
def test_a_code_is_four_digits_and_holds_for_two_minutes(secret: str, minutes: int) -> None:
    now = NOW + timedelta(minutes=minutes)
    code = code_at(secret, SLOT, now)
    assert len(code) == 4
    assert code.isascii()
    assert code.isdigit()
    assert is_code(f" {code[:2]} {code[2:]}", secret, SLOT, now + timedelta(seconds=99))


def test_a_code_does_not_hold_later_nor_earlier_nor_for_another_slot_nor_with_another_secret() -> None:
    code = code_at("secret", SLOT, NOW)
    assert not is_code(code, "secret", SLOT, NOW + timedelta(minutes=2))
    assert not is_code(code, "secret", SLOT, NOW - timedelta(minutes=1))
    assert not is_code(code, "secret", Slot(LAST), NOW)
    assert not is_code(code, "other", SLOT, NOW)
    assert not is_code("", "secret", SLOT, NOW)


KNOWN = range(1, 41)


def but(*left_out: int) -> tuple[int, ...]:
    return tuple(n for n in KNOWN if n not in left_out)


@pytest.mark.parametrize(
    ("text", "sheet"),
    [
        ("1-3, 7, trừ 2", PaperSheet((1, 3, 7))),
        ("1-3, 7, trừ 2 lúc 7h45", PaperSheet((1, 3, 7), time(7, 45))),
        ("1-3, 7, tru 2 luc 7 gio 45 phut", PaperSheet((1, 3, 7), time(7, 45))),
        ("7:45 1–3", PaperSheet((1, 2, 3), time(7, 45))),
        ("1 đến 3 và 7", PaperSheet((1, 2, 3, 7))),
        ("số 1, số 2", PaperSheet((1, 2))),
        ("1 2 3 3 3", PaperSheet((1, 2, 3))),
        ("tất cả trừ 3, 5-7", PaperSheet(but(3, 5, 6, 7))),
        ("trừ 12", PaperSheet(but(12))),
        ("all except 3 at 7:45", PaperSheet(but(3), time(7, 45))),
    ],
)
def test_a_sheet_is_read_as_people_write_it(text: str, sheet: PaperSheet) -> None:
    assert read_sheet(text, KNOWN) == sheet


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("35-1", "sheet_backwards"),
        ("1-99", "sheet_unknown_number"),
        ("1-999999", "sheet_unknown_number"),
        ("0", "sheet_unknown_number"),
        ("1, 2, mấy", "sheet_unreadable"),
        ("1-5 bỏ 3", "sheet_unreadable"),
        ("1-3 lúc 25h", "sheet_unreadable"),
        ("1 lúc 7h45, 2 lúc 8h", "sheet_two_times"),
        ("1-3 từ 7h45 đến 8h", "sheet_two_times"),
        ("lúc 7h45", "sheet_empty"),
        ("1-3 trừ 1-3", "sheet_empty"),
    ],
)
def test_a_sheet_that_is_not_understood_whole_counts_nobody(text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read_sheet(text, KNOWN)
    assert refused.value.code == code


@given(st.text(alphabet="0123456789-,. trừđếnlúch:tấcảall;→", max_size=60))
def test_whatever_is_typed_names_people_on_the_list_or_is_refused(text: str) -> None:
    try:
        found = read_sheet(text, KNOWN)
    except Refusal:
        return
    assert set(found.numbers) <= set(KNOWN)
    assert list(found.numbers) == sorted(set(found.numbers))


def test_numbers_that_have_left_the_list_are_passed_over_inside_a_range() -> None:
    assert read_sheet("1-4", {1, 2, 4}).numbers == (1, 2, 4)
