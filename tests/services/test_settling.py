"""What everybody sets for themselves."""

from datetime import date, timedelta
from typing import Any

from domain.conference import Conference, Programme
from services import settling

TODAY = date(2026, 7, 1)


async def test_the_conference_that_comes_next_stands_first(office: Any) -> None:
    for code, starts in (("past", -30), ("running", -1), ("later", 60), ("undated", None), ("next", 5)):
        day = None if starts is None else TODAY + timedelta(days=starts)
        last = None if day is None else day + timedelta(days=2)
        await office.opens(Programme(conference=Conference(code=code, title=code, starts_on=day, ends_on=last)))
        _, token = await office.invited()
        await office.joins(7, token)
    view = (await office.do(await office.again(7), settling.my_conferences)).it
    assert [title for _, title in view.items] == ["running", "next", "later", "undated", "past"]
    assert view.current == office.conference


async def test_rights_in_one_conference_are_none_in_another(office: Any) -> None:
    first = (await office.opens(Programme(conference=Conference(code="a", title="a")))).conference.id
    await office.organizer(7)
    await office.opens(Programme(conference=Conference(code="b", title="b")))
    _, token = await office.invited()
    await office.joins(7, token)
    assert (await office.again(7)).organizes is False
    await office.do(await office.again(7), settling.go_to, first)
    assert (await office.again(7)).organizes is True
