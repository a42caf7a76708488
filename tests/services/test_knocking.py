"""The typed way in, and asking to be let in."""

from datetime import date, time
from typing import Any

import pytest
import pytest_asyncio

from domain.actor import Role
from domain.conference import Conference, Programme, Session
from domain.delegates import DelegateState
from domain.ids import SessionId
from domain.refusal import Refusal
from services import flows, joining, knocking, privacy
from services.views.forms import FormPrompt
from services.views.joining import (
    AskedToJoin,
    ConsentAsked,
    Joined,
    JoinMissed,
    JoinPaused,
    WalkInSettled,
)

PROGRAMME = Programme(
    conference=Conference(code="SK-2026", title="Hội nghị sơ kết", starts_on=date(2026, 7, 30)),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=date(2026, 7, 30), start=time(8), position=1),),
)


@pytest_asyncio.fixture
async def opened(office: Any) -> Any:
    await office.opens(PROGRAMME)
    await office.organizer(1)
    return office


async def types(office: Any, account: int, *lines: str) -> Any:
    """Several lines in a row, with a restart before each; the last view."""
    view = None
    for line in lines:
        view = (await office.do(await office.again(account), flows.take, line)).it
    return view


async def knocks(office: Any, account: int, code: str, name: str) -> Any:
    reply = await office.do(await office.again(account), knocking.by_code)
    if isinstance(reply.it, ConsentAsked):
        await office.do(await office.again(account), joining.agree)
    elif isinstance(reply.it, JoinPaused):
        return reply.it
    return await types(office, account, code, name)


async def asks(office: Any, account: int, *lines: str) -> Any:
    """Somebody who has agreed asks to be let in."""
    await office.person(account)
    await office.do(await office.again(account), knocking.ask)
    return await types(office, account, "sk2026", *lines)


async def test_consent_comes_before_a_name_is_typed(opened: Any) -> None:
    reply = await opened.do(await opened.again(7), knocking.by_code)
    assert reply.it == ConsentAsked(occasion=None, days=180, help_contact="")
    agreed = await opened.do(await opened.again(7), joining.agree)
    assert agreed.it == FormPrompt(code="join_by_code.code", values={}, place=1, steps=2)


@pytest.mark.parametrize("name", ["Nguyễn Văn An", "nguyen van an", "  AN   nguyễn  VĂN ", "An Nguyen-Van"])
async def test_code_and_name_are_read_forgivingly(opened: Any, name: str) -> None:
    key, token = await opened.invited()
    view = await knocks(opened, 7, " sk 2026 ", name)
    assert isinstance(view, Joined) and view.delegate == key
    assert (await opened.again(7)).roles == frozenset({Role.DELEGATE})
    again = await opened.do(await opened.again(7), joining.open_link, token)
    assert isinstance(again.it, Joined) and again.it.again


async def test_whatever_goes_wrong_the_answer_is_the_same(opened: Any) -> None:
    _, token = await opened.invited("Lê Văn Ba")
    await opened.joins(5, token)
    await opened.invited("Trần Thị Bình", unit="Xã Đông")
    await opened.invited("Trần Thị Bình", unit="Xã Tây")
    views = [
        await knocks(opened, 11, "KHAC", "Nguyễn Văn An"),
        await knocks(opened, 12, "SK-2026", "Không Có Ai"),
        await knocks(opened, 13, "SK-2026", "Trần Thị Bình"),
        await knocks(opened, 14, "SK-2026", "Lê Văn Ba"),
    ]
    assert views == [JoinMissed(left=2, help_contact="")] * 4


async def test_after_three_misses_one_waits_or_calls(opened: Any) -> None:
    await opened.invited()
    views = [await knocks(opened, 7, "SK-2026", "Ai Đó") for _ in range(3)]
    assert views == [JoinMissed(left=left, help_contact="") for left in (2, 1, 0)]
    opened.clock.forward(minutes=10)
    assert await knocks(opened, 7, "SK-2026", "Nguyễn Văn An") == JoinPaused(minutes=20, help_contact="")
    opened.clock.forward(minutes=20)
    assert isinstance(await knocks(opened, 7, "SK-2026", "Nguyễn Văn An"), Joined)


async def test_a_form_begun_before_the_last_miss_does_not_get_around_the_pause(opened: Any) -> None:
    await opened.invited()
    for _ in range(3):
        await knocks(opened, 7, "SK-2026", "Ai Đó")
    opened.clock.forward(minutes=31)
    await opened.do(await opened.again(7), knocking.by_code)
    await types(opened, 7, "SK-2026")
    opened.clock.forward(minutes=-31)
    assert isinstance(await types(opened, 7, "Nguyễn Văn An"), JoinPaused)


async def test_a_name_of_four_thousand_characters_is_asked_for_again(opened: Any) -> None:
    view = await knocks(opened, 7, "SK-2026", "Ê" * 4000)
    assert view.complaint == ("form_too_long", {"most": 120})


async def test_nobody_comes_in_as_a_person_who_was_erased(opened: Any) -> None:
    _, token = await opened.invited()
    await opened.joins(5, token)
    await opened.do(await opened.again(5), privacy.erase)
    views = [await knocks(opened, account, "SK-2026", name) for account, name in ((6, "—"), (7, "😀"), (8, "."))]
    assert [view.complaint for view in views] == [("form_empty", {})] * 3


async def test_a_name_in_another_script_is_told_apart_and_found(opened: Any) -> None:
    await opened.invited("Сергей Иванов")
    key, _ = await opened.invited("ສົມສັກ ແກ້ວ")
    joined = await knocks(opened, 7, "SK-2026", "ສົມສັກ  ແກ້ວ")
    assert (type(joined), joined.delegate) == (Joined, key)


async def test_a_walk_in_is_let_in_by_an_organizer_and_told(opened: Any) -> None:
    assert await asks(opened, 7, "Phạm Duy", "Phóng viên", "Báo") == AskedToJoin(title="Hội nghị sơ kết")
    assert (await opened.again(7)).roles == frozenset()
    asked = await opened.last_notice(1)
    assert (asked["name"], asked["post"], asked["unit"], asked["listed"]) == ("Phạm Duy", "Phóng viên", "Báo", None)
    settled = await opened.do(await opened.again(1), knocking.let_in, asked["delegate"])
    assert settled.it == WalkInSettled(name="Phạm Duy", let_in=True)
    assert await opened.outbox(7) == ["joining/joined"]
    assert (await opened.again(7)).delegate == asked["delegate"]
    with pytest.raises(Refusal, match="walk_in_settled"):
        await opened.do(await opened.again(1), knocking.turn_away, asked["delegate"])


async def test_requests_are_found_again_the_oldest_first(opened: Any) -> None:
    await asks(opened, 7, "Phạm Duy", "PV", "Báo")
    first = await opened.last_notice(1)
    await asks(opened, 8, "Lê Ba", "PV", "Báo")
    shown = (await opened.do(await opened.again(1), knocking.next_request)).it
    assert (shown.delegate, shown.name) == (first["delegate"], "Phạm Duy")
    await opened.do(await opened.again(1), knocking.turn_away, shown.delegate)
    second = (await opened.do(await opened.again(1), knocking.next_request)).it
    assert second.name == "Lê Ba"
    await opened.do(await opened.again(1), knocking.let_in, second.delegate)
    with pytest.raises(Refusal, match="nobody_asks"):
        await opened.do(await opened.again(1), knocking.next_request)


async def test_a_walk_in_may_be_somebody_on_the_list(opened: Any) -> None:
    key, _ = await opened.invited("Phạm Duy", unit="Xã Đông")
    await asks(opened, 7, "pham duy", "PCT", "xa dong")
    asked = await opened.last_notice(1)
    assert (asked["listed"], asked["listed_unit"]) == (key, "Xã Đông")
    await opened.do(await opened.again(1), knocking.let_in, asked["delegate"], key)
    assert (await opened.again(7)).delegate == key
    assert (await opened.delegate(asked["delegate"])).state is DelegateState.REMOVED


async def test_a_walk_in_who_is_turned_away_is_told_and_may_ask_again(opened: Any) -> None:
    await asks(opened, 7, "Phạm Duy", "PV", "Báo")
    first = (await opened.last_notice(1))["delegate"]
    await opened.do(await opened.again(1), knocking.turn_away, first)
    assert await opened.outbox(7) == ["joining/turned_away"]
    assert (await opened.again(7)).delegate is None
    await asks(opened, 7, "Phạm Duy", "PV", "Báo")
    assert (await opened.last_notice(1))["delegate"] != first


async def test_only_those_who_manage_people_decide(opened: Any) -> None:
    await asks(opened, 7, "Phạm Duy", "PV", "Báo")
    key = (await opened.last_notice(1))["delegate"]
    with pytest.raises(Refusal, match="not_allowed"):
        await opened.do(await opened.again(7), knocking.let_in, key)
