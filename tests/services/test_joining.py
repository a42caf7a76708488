"""Coming in by a personal link."""

import asyncio
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import insert, select, update

from domain.actor import Actor, Role
from domain.conference import Conference, Group, Programme, Session, Unit
from domain.ids import AccountId, GroupId, SessionId, UnitId
from domain.refusal import Refusal
from services import inviting, joining
from services.desk import SYSTEM
from services.views.delegates import DelegateCard
from services.views.joining import Appointed, ConsentAsked, ConsentRefused, Joined, LinkUseless, Welcome
from services.views.menu import Menu
from services.views.occasion import Occasion
from services.views.privacy import WithdrawalAsked
from storage import delegates, people
from storage.schema import accounts, conferences, inbox

DAY = date(2026, 7, 30)
PROGRAMME = Programme(
    conference=Conference(
        code="SK2026", title="Hội nghị sơ kết", issuer="UBND huyện", venue="Hội trường", contact="0203 1", starts_on=DAY
    ),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), position=1),),
    groups=(Group(id=GroupId(1), description="Lãnh đạo xã", quota=2, position=1),),
    units=(Unit(id=UnitId(1), name="Phòng Nội vụ", position=1),),
)
OCCASION = Occasion(
    title="Hội nghị sơ kết",
    code="SK2026",
    issuer="UBND huyện",
    starts_on=DAY,
    start=time(8),
    venue="Hội trường",
    contact="0203 1",
    until=datetime(2026, 7, 30, 8),  # noqa: DTZ001
)


def stranger(account: int) -> Actor:
    return Actor(account=AccountId(account))


@pytest_asyncio.fixture
async def opened(office: Any) -> Any:
    await office.opens(PROGRAMME)
    return office


async def test_the_owner_link_stays_the_same_until_it_is_used_and_then_is_gone(office: Any) -> None:
    first = await office.do(SYSTEM, inviting.owner_link)
    assert first.startswith("https://t.me/bot?start=")
    assert await office.do(SYSTEM, inviting.owner_link) == first
    assert await office.joins(5, first.split("=")[1]) == Appointed(purpose="owner", occasion=None)
    assert await office.do(SYSTEM, inviting.owner_link) is None
    assert (await office.again(5)).roles == frozenset({Role.OWNER})


async def test_the_owner_starts_in_the_conference_that_was_imported_before(opened: Any) -> None:
    link = await opened.do(SYSTEM, inviting.owner_link)
    await opened.joins(5, link.split("=")[1])
    assert (await opened.again(5)).conference == opened.conference


async def test_nothing_personal_is_kept_before_consent(opened: Any) -> None:
    key, token = await opened.invited()
    asked = await opened.do(stranger(7), joining.open_link, token)
    assert asked.it == ConsentAsked(occasion=OCCASION, days=180, help_contact="")
    async with opened.desk.database.begin() as connection:
        row = await people.account(connection, AccountId(7))
        who = await delegates.get(connection, key)
    assert row is not None and who is not None
    kept = {name: value for name, value in row._mapping.items() if value not in (None, 0, False)}
    assert kept == {
        "account_id": 7,
        "language": "vi",
        "reachability": "linked",
        "pending_token": token,
        "created_at": opened.clock(),
    }
    assert who.account is None


async def test_agreeing_links_the_delegate_and_repeats_what_they_must_know(opened: Any) -> None:
    key, token = await opened.invited()
    assert await opened.joins(7, token) == Joined(
        delegate=key, name="Nguyễn Văn An", rsvp="none", occasion=OCCASION, again=False
    )
    actor = await opened.again(7)
    assert (actor.delegate, actor.conference, actor.roles, actor.consented) == (
        key,
        opened.conference,
        frozenset({Role.DELEGATE}),
        True,
    )


async def test_disagreeing_keeps_nothing_and_leaves_the_link_good(opened: Any) -> None:
    _, token = await opened.invited()
    await opened.do(stranger(7), joining.open_link, token)
    stumbled = {"update_id": 5, "chat_id": 7, "raw": '{"first_name": "Zoran"}', "incident": "A1"}
    async with opened.desk.database.begin() as connection:
        await connection.execute(insert(inbox).values(**stumbled, received_at=opened.clock(), done_at=opened.clock()))
    refused = await opened.do(await opened.again(7), joining.disagree)
    assert refused.it == ConsentRefused(help_contact="")
    async with opened.desk.database.begin() as connection:
        assert (await connection.execute(select(inbox.c.raw))).scalars().all() == ["{}"]
    assert (await opened.do(await opened.again(7), joining.agree)).it == Welcome(help_contact="")
    assert isinstance(await opened.joins(7, token), Joined)


async def test_a_link_pressed_again_by_its_owner_shows_where_they_stand(opened: Any) -> None:
    key, token = await opened.invited()
    await opened.joins(7, token)
    shown = await opened.do(await opened.again(7), joining.open_link, token)
    assert shown.it == Joined(delegate=key, name="Nguyễn Văn An", rsvp="none", occasion=OCCASION, again=True)


async def test_a_link_used_by_another_account_is_refused_and_the_organizers_are_told_once(opened: Any) -> None:
    await opened.organizer(1)
    _, token = await opened.invited()
    await opened.joins(7, token)
    for _ in range(2):
        reply = await opened.do(await opened.again(8), joining.open_link, token)
        assert reply.it == LinkUseless(why="taken", help_contact="")
    assert await opened.outbox(1) == ["joining/link_taken_notice"]
    assert (await opened.last_notice(1))["name"] == "Nguyễn Văn An"
    assert (await opened.again(8)).delegate is None


@pytest.mark.parametrize("text", ["", "x", "A" * 64, "tiếng việt", "'; drop table accounts", "\u202egnort", "😀" * 30])
async def test_a_forged_or_mangled_token_gets_one_plain_answer(opened: Any, text: str) -> None:
    reply = await opened.do(stranger(7), joining.open_link, text)
    assert reply.it == LinkUseless(why="unknown", help_contact="")


async def test_a_whole_link_copied_with_punctuation_is_understood(opened: Any) -> None:
    _, token = await opened.invited()
    reply = await opened.do(stranger(7), joining.open_link, f" https://t.me/bot?start={token}. ")
    assert isinstance(reply.it, ConsentAsked)


async def test_an_expired_link_says_so(opened: Any) -> None:
    organizer = await opened.organizer(1)
    link = await opened.do(organizer, inviting.invite_unit, opened.programme.units[0].id)
    opened.clock.forward(days=61)
    reply = await opened.do(stranger(7), joining.open_link, link.it.link)
    assert reply.it == LinkUseless(why="expired", help_contact="")


async def test_a_revoked_link_says_so_even_after_it_was_shown_the_consent(opened: Any) -> None:
    organizer = await opened.organizer(1)
    unit = opened.programme.units[0].id
    old = (await opened.do(organizer, inviting.invite_unit, unit)).it.link
    assert isinstance((await opened.do(stranger(7), joining.open_link, old)).it, ConsentAsked)
    new = (await opened.do(organizer, inviting.invite_unit, unit, renew=True)).it.link
    assert (await opened.do(await opened.again(7), joining.agree)).it == LinkUseless(why="revoked", help_contact="")
    assert isinstance((await opened.do(await opened.again(7), joining.open_link, new)).it, Appointed)


async def test_of_two_accounts_racing_for_one_link_one_gets_it(opened: Any) -> None:
    key, token = await opened.invited()
    for account in (7, 8):
        await opened.do(stranger(account), joining.open_link, token)
    actors = [await opened.again(account) for account in (7, 8)]
    replies = await asyncio.gather(*(opened.do(actor, joining.agree) for actor in actors))
    kinds = sorted(type(reply.it).__name__ for reply in replies)
    assert kinds == ["Joined", "LinkUseless"]
    async with opened.desk.database.begin() as connection:
        who = await delegates.get(connection, key)
    assert who is not None and who.account in (7, 8)


async def test_one_account_is_not_two_delegates_of_a_conference(opened: Any) -> None:
    _, first = await opened.invited()
    other, second = await opened.invited(name="Trần Thị Bình")
    await opened.joins(7, first)
    reply = await opened.do(await opened.again(7), joining.open_link, second)
    assert reply.it == LinkUseless(why="other", help_contact="")
    async with opened.desk.database.begin() as connection:
        who = await delegates.get(connection, other)
    assert who is not None and who.account is None


async def test_a_unit_link_makes_one_focal_person(opened: Any) -> None:
    organizer = await opened.organizer(1)
    unit = opened.programme.units[0].id
    link = (await opened.do(organizer, inviting.invite_unit, unit)).it.link
    assert (await opened.do(organizer, inviting.invite_unit, unit)).it.link == link
    got = await opened.joins(7, link)
    assert got == Appointed(purpose="unit", occasion=OCCASION, unit="Phòng Nội vụ")
    assert (await opened.again(7)).units == (unit,)
    assert (await opened.do(stranger(8), joining.open_link, link)).it == LinkUseless(why="taken", help_contact="")
    fresh = (await opened.do(organizer, inviting.invite_unit, unit)).it
    assert (fresh.link != link, fresh.focal) == (True, 1)


async def test_a_delegate_of_a_draft_learns_only_what_is_certain(office: Any) -> None:
    await office.opens(PROGRAMME, published=False)
    key, token = await office.invited()
    bare = Occasion(title="Hội nghị sơ kết", code="SK2026", issuer="UBND huyện", contact="0203 1")
    assert await office.joins(7, token) == Joined(delegate=key, name="Nguyễn Văn An", rsvp="none", occasion=bare)


async def test_links_of_a_closed_conference_do_nothing(opened: Any) -> None:
    _, token = await opened.invited()
    async with opened.desk.database.begin() as connection:
        await connection.execute(update(conferences).values(state="closed"))
    opened.desk.programmes.clear()
    reply = await opened.do(stranger(7), joining.open_link, token)
    assert reply.it == LinkUseless(why="closed", help_contact="")


async def test_who_had_blocked_the_bot_is_reachable_again_by_start(opened: Any) -> None:
    _, token = await opened.invited()
    await opened.joins(7, token)
    async with opened.desk.database.begin() as connection:
        await people.change(connection, AccountId(7), reachability="blocked")
    assert isinstance((await opened.do(await opened.again(7), joining.greet)).it, Joined)
    async with opened.desk.database.begin() as connection:
        found = (await connection.execute(select(accounts.c.reachability).where(accounts.c.account_id == 7))).scalar()
    assert found == "linked"


async def test_start_alone_greets_strangers_and_shows_organizers_their_menu(opened: Any) -> None:
    assert (await opened.do(stranger(9), joining.greet)).it == Welcome(help_contact="")
    assert isinstance((await opened.do(await opened.organizer(1), joining.greet)).it, Menu)


async def test_an_organizer_elsewhere_has_no_rights_in_the_conference_of_a_link(office: Any) -> None:
    await office.opens(PROGRAMME)
    elsewhere = await office.organizer(1)
    second = replace(PROGRAMME, conference=replace(PROGRAMME.conference, code="TK", title="Hội nghị tổng kết"))
    await office.opens(second, published=False)
    _, token = await office.invited()
    reply = await office.do(elsewhere, joining.open_link, token)
    assert reply.it.occasion == Occasion(title="Hội nghị tổng kết", code="TK", issuer="UBND huyện", contact="0203 1")
    assert (await office.again(1)).roles == frozenset({Role.DELEGATE})


@pytest.mark.parametrize("name", ["<b>&</b>", "Nguyễn 😀", "\u202eNguyễn Văn An", "Ê" * 4000])
async def test_any_name_survives_the_way_in(opened: Any, name: str) -> None:
    _, token = await opened.invited(name=name)
    assert (await opened.joins(7, token)).name == name


async def test_an_organizer_who_looks_at_a_delegates_link_does_not_use_it_up(opened: Any) -> None:
    key, token = await opened.invited()
    await opened.organizer(1)
    looked = (await opened.do(await opened.again(1), joining.open_link, token)).it
    assert (type(looked), looked.delegate, looked.may_be_me) == (DelegateCard, key, True)
    assert isinstance(await opened.joins(7, token), Joined)
    looked = (await opened.do(await opened.again(1), joining.open_link, token)).it
    assert (type(looked), looked.may_be_me, await opened.outbox(1)) == (DelegateCard, False, [])
    with pytest.raises(Refusal, match="delegate_linked_already"):
        await opened.do(await opened.again(1), joining.that_is_me, key)


async def test_an_organizer_may_be_a_delegate_too(opened: Any) -> None:
    key, token = await opened.invited()
    await opened.organizer(1)
    await opened.do(await opened.again(1), joining.open_link, token)
    assert isinstance((await opened.do(await opened.again(1), joining.that_is_me, key)).it, Joined)
    assert (await opened.again(1)).roles == frozenset({Role.ORGANIZER, Role.DELEGATE})


async def test_when_the_words_of_the_consent_change_everybody_is_asked_again(opened: Any) -> None:
    _, token = await opened.invited()
    await opened.joins(7, token)
    async with opened.desk.database.begin() as connection:
        await people.change(connection, AccountId(7), consent_version=0)
    assert isinstance((await opened.do(await opened.again(7), joining.greet)).it, ConsentAsked)
    assert (await opened.do(await opened.again(7), joining.disagree)).it == WithdrawalAsked()
    assert isinstance((await opened.do(await opened.again(7), joining.greet)).it, ConsentAsked)
    assert isinstance((await opened.do(await opened.again(7), joining.agree)).it, Joined)
    assert (await opened.again(7)).consented
