"""Rounds of changes told as one, and what a substitute takes over."""

from domain.logistics import Change, Entry, Field, inherited, merged

SEAT, LODGING, DIET = Field.SEAT, Field.LODGING, Field.DIET


def test_two_rounds_are_told_as_one_from_the_first_before_to_the_last_after() -> None:
    earlier = (Change(LODGING, None, "P. 301"), Change(SEAT, "A1", "A2"))
    later = (Change(SEAT, "A2", "A3"), Change(DIET, None, "chay"))
    assert merged(earlier, later) == (
        Change(SEAT, "A1", "A3"),
        Change(LODGING, None, "P. 301"),
        Change(DIET, None, "chay"),
    )


def test_what_came_back_to_what_it_was_is_not_told() -> None:
    assert merged((Change(SEAT, "A1", "A2"),), (Change(SEAT, "A2", "A1"),)) == ()


def test_a_substitute_takes_over_seat_and_bed_but_not_diet_or_wishes() -> None:
    original = {SEAT: Entry(value="A1"), LODGING: Entry("hai đêm", "P. 301"), DIET: Entry("chay", None)}
    assert inherited({}, original) == {SEAT: Entry(value="A1"), LODGING: Entry(value="P. 301")}


def test_what_is_arranged_for_the_substitute_goes_before() -> None:
    own = {SEAT: Entry(value="B2"), LODGING: Entry("một đêm", None)}
    original = {SEAT: Entry(value="A1"), LODGING: Entry(None, "P. 301")}
    assert inherited(own, original) == {SEAT: Entry(value="B2"), LODGING: Entry("một đêm", "P. 301")}
