"""Two lines of the list that are one person; links as a whole; who took lists out."""

import io
from datetime import date, time
from typing import Any

import pytest
import pytest_asyncio
from python_calamine import CalamineWorkbook
from sqlalchemy import insert, select

from domain.conference import Conference, Group, Programme, Session
from domain.delegates import DelegateState, Rsvp
from domain.ids import GroupId, SessionId
from domain.joining import LinkState
from domain.refusal import Refusal
from services import attending, joining, linking, listing, merging, substituting
from services.views.linking import LinkBoard
from services.views.merging import Duplicates, Near
from storage import checkins, invitations, linkstates
from storage.schema import check_ins, speeches

DAY = date(2026, 7, 30)
PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết", starts_on=DAY, ends_on=DAY),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), position=1),),
    groups=(Group(id=GroupId(1), description="Lãnh đạo xã", quota=2, position=1),),
)


@pytest_asyncio.fixture
async def opened(office: Any) -> Any:
    await office.opens(PROGRAMME)
    await office.organizer(1)
    return office


async def put_together(office: Any, keep: Any, drop: Any) -> Any:
    shown = (await office.do(await office.again(1), merging.preview, keep, drop)).it
    return (await office.do(await office.again(1), merging.merge, keep, drop, shown.check)).it


async def test_names_near_each_other_are_offered_with_a_preview_and_nothing_happens_by_itself(opened: Any) -> None:
    keep, _ = await opened.invited("Nguyễn Văn Thành", unit="Xã Đông")
    drop, _ = await opened.invited("Ng. V. Thành", unit="xa dong", phone="+84912345678")
    await opened.invited("Lê Thị Lan", unit="Xã Đông")
    await opened.invited("Ng. V. Thành", unit="Xã Tây", phone="+84912000000")
    view = (await opened.do(await opened.again(1), merging.duplicates)).it
    near = Near(one=keep, other=drop, name="Nguyễn Văn Thành", second="Ng. V. Thành", unit="Xã Đông")
    assert (view.total, view.near, view.near_total) == (1, (near,), 1)
    assert (await opened.delegate(drop)).state is DelegateState.INVITED
    await put_together(opened, keep, drop)
    assert ((await opened.delegate(keep)).name, (await opened.delegate(keep)).phone) == (
        "Nguyễn Văn Thành",
        "+84912345678",
    )
    assert (await opened.do(await opened.again(1), merging.duplicates)).it.near == ()


async def test_the_line_that_stays_has_what_either_knew(opened: Any) -> None:
    group = opened.programme.groups[0].id
    keep, _ = await opened.invited("Nguyễn Văn An", post="Chủ tịch")
    drop, token = await opened.invited("Nguyen Van An", unit="Xã Đông", phone="+84912345678", group=group)
    await opened.joins(7, token)
    await opened.do(await opened.again(7), attending.attend, drop)
    assert (await opened.do(await opened.again(1), merging.duplicates)).it == Duplicates(
        items=((keep, "Nguyen Van An", 2),), total=1
    )
    card = await put_together(opened, keep, drop)
    assert (card.done, card.alike, card.link) == ("merged", 0, "linked")
    who = await opened.delegate(keep)
    assert (who.name, who.post, who.unit, who.phone, who.group, who.account, who.rsvp) == (
        "Nguyễn Văn An",
        "Chủ tịch",
        "Xã Đông",
        "+84912345678",
        group,
        7,
        Rsvp.ATTENDING,
    )
    assert (await opened.delegate(drop)).state is DelegateState.REMOVED
    assert (await opened.again(7)).delegate == keep


async def test_arrivals_and_speeches_follow_and_nothing_is_counted_twice(opened: Any) -> None:
    keep, _ = await opened.invited()
    drop, _ = await opened.invited()
    now = opened.clock()
    common = {"conference_id": opened.conference, "at": now, "recorded_at": now, "role": "door", "way": "scan"}
    async with opened.desk.database.begin() as connection:
        for slot, key in (("a", keep), ("a", drop), ("b", drop)):
            await connection.execute(insert(check_ins).values(common | {"slot": slot, "delegate_id": key}))
        speech = {"conference_id": opened.conference, "session_id": opened.programme.sessions[0].id, "topic": "x"}
        speech |= {"delegate_id": drop, "minutes": 5, "position": 1, "state": "waiting", "created_at": now}
        await connection.execute(insert(speeches).values(speech))
    await put_together(opened, keep, drop)
    async with opened.desk.database.begin() as connection:
        came = (await connection.execute(select(check_ins.c.slot, check_ins.c.delegate_id))).all()
        spoke = (await connection.execute(select(speeches.c.delegate_id))).scalars().all()
    assert (sorted(map(tuple, came)), spoke) == ([("a", keep), ("b", keep)], [keep])


async def test_a_code_that_was_printed_goes_on_opening_the_door(opened: Any) -> None:
    keep, _ = await opened.invited()
    drop, _ = await opened.invited()
    async with opened.desk.database.begin() as connection:
        printed = await checkins.token_of(connection, opened.conference, drop)
    await put_together(opened, keep, drop)
    async with opened.desk.database.begin() as connection:
        assert await checkins.whose(connection, printed) == (opened.conference, keep)


async def test_of_two_accounts_the_one_of_the_line_that_stays_counts_and_the_other_is_told(opened: Any) -> None:
    keys = []
    for account in (7, 8):
        key, token = await opened.invited()
        await opened.joins(account, token)
        keys.append(key)
    assert (await opened.do(await opened.again(1), merging.preview, *keys)).it.two_accounts
    await put_together(opened, *keys)
    assert ((await opened.again(7)).delegate, (await opened.again(8)).delegate) == (keys[0], None)
    assert await opened.outbox(8) == ["merging/merged_away"]


async def test_what_changed_since_the_preview_is_looked_at_again(opened: Any) -> None:
    keep, _ = await opened.invited()
    drop, token = await opened.invited()
    shown = (await opened.do(await opened.again(1), merging.preview, keep, drop)).it
    await opened.joins(7, token)
    with pytest.raises(Refusal, match="merge_changed"):
        await opened.do(await opened.again(1), merging.merge, keep, drop, shown.check)


async def test_somebody_and_their_substitute_are_two_people(opened: Any) -> None:
    key, token = await opened.invited()
    await opened.joins(7, token)
    await opened.do(await opened.again(7), substituting.ask, key)
    from services import flows

    for line in ("Nguyễn Văn An", "Chủ tịch"):
        await opened.do(await opened.again(7), flows.take, line)
    other = key + 1
    with pytest.raises(Refusal, match="merge_substitute"):
        await opened.do(await opened.again(1), merging.preview, key, other)
    with pytest.raises(Refusal, match="merge_gone"):
        await opened.do(await opened.again(1), merging.preview, key, key)


async def test_the_links_of_the_line_that_goes_still_show_their_owner_where_they_stand(opened: Any) -> None:
    keep, _ = await opened.invited()
    drop, token = await opened.invited()
    await opened.joins(7, token)
    await put_together(opened, keep, drop)
    again = await opened.do(await opened.again(7), joining.open_link, token)
    assert (again.it.delegate, again.it.again) == (keep, True)


async def test_merging_is_for_organizers(opened: Any) -> None:
    keep, token = await opened.invited()
    drop, _ = await opened.invited()
    await opened.joins(7, token)
    for service, args in (
        (merging.duplicates, ()),
        (merging.preview, (keep, drop)),
        (merging.merge, (keep, drop, 0)),
        (linking.states, ()),
        (linking.qr_order, ()),
        (linking.exports, ()),
    ):
        with pytest.raises(Refusal, match="not_allowed"):
            await opened.do(await opened.again(7), service, *args)


async def test_everybodys_link_is_made_opened_linked_expired_or_revoked(opened: Any) -> None:
    keys = {name: (await opened.invited(name)) for name in ("made", "opened", "linked", "revoked", "expired")}
    await opened.do(await opened.again(6), joining.open_link, keys["opened"][1])
    await opened.joins(7, keys["linked"][1])
    async with opened.desk.database.begin() as connection:
        await invitations.revoke(connection, opened.clock(), delegate_id=keys["revoked"][0])
        made = {"conference": opened.conference, "delegate": keys["expired"][0]}
        opened.clock.forward(seconds=1)
        await invitations.create(connection, "delegate", opened.clock(), expires_at=opened.clock(), **made)
        found = await linkstates.of_everybody(connection, opened.conference, opened.clock())
    assert {each.name: each.state for each in found} == {name: LinkState(name) for name in keys}
    reply = await opened.do(await opened.again(1), linking.states)
    assert reply.it == LinkBoard(
        total=5, states=(("made", 1), ("opened", 1), ("linked", 1), ("expired", 1), ("revoked", 1))
    )
    rows = CalamineWorkbook.from_filelike(io.BytesIO(reply.files[0].content)).get_sheet_by_index(0).to_python()
    assert [(row[1], row[4], bool(row[5])) for row in rows[1:3]] == [
        ("made", "chưa mở", False),
        ("opened", "đã mở, chưa đồng ý", True),
    ]
    assert (await opened.do(await opened.again(1), listing.show, keys["expired"][0])).it.link == "expired"
