"""QR codes of a whole list in one go, for the organizers and for a unit."""

import io
import zipfile
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
import pytest_asyncio
import python_calamine

from domain.conference import Conference, Programme, Unit
from domain.ids import UnitId
from domain.refusal import Refusal
from domain.views import Reply
from handlers.call import Call, Message
from handlers.progress import told_of
from services import inviting, linking
from services.views.linking import Looked, QrProgress, QrReady, UnitLinks
from storage import inbox

PROGRAMME = Programme(
    conference=Conference(code="SK", title="Hội nghị sơ kết"),
    units=(
        Unit(id=UnitId(1), name="Xã Nậm Cần", position=1),
        Unit(id=UnitId(2), name="Phòng Y tế", position=2),
    ),
)


@pytest_asyncio.fixture
async def opened(office: Any) -> Any:
    """Account 4 answers for the first unit."""
    await office.opens(PROGRAMME)
    await office.organizer(1)
    await office.focal(4, office.programme.units[0].id)
    return office


async def drawn(opened: Any, account: int, service: Any) -> list[Reply]:
    order = await opened.do(await opened.again(account), service)
    return [reply async for reply in linking.archive(order)]


def names_in(reply: Reply) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(reply.files[0].content)) as archive:
        return archive.namelist()


async def test_the_codes_of_everybody_not_linked_come_at_once_a_folder_for_each_unit(opened: Any) -> None:
    _, token = await opened.invited("Lê Ba")
    await opened.joins(7, token)
    await opened.invited("Nguyễn Văn <An>", post="Chủ tịch")
    await opened.invited("Đỗ Đức", unit="Xã Nậm Cần")
    await opened.invited("Phạm Duy", unit="Xã Nam Can")
    *progress, last = await drawn(opened, 1, linking.qr_order)
    assert [each.it for each in progress] == [QrProgress(done=0, total=3), QrProgress(done=3, total=3)]
    assert last.it == QrReady(total=3, units=3, files=1)
    assert names_in(last) == [
        "xa-nam-can/00003-pham-duy.png",
        "xa-nam-can~2/00002-do-duc.png",
        "khong-ro-don-vi/00001-nguyen-van-an.png",
        "01-in.html",
        "xa-nam-can/in.html",
        "xa-nam-can~2/in.html",
        "khong-ro-don-vi/in.html",
    ]
    with zipfile.ZipFile(io.BytesIO(last.files[0].content)) as archive:
        whole, own = archive.read("01-in.html").decode(), archive.read("xa-nam-can~2/in.html").decode()
        assert archive.read("xa-nam-can/00003-pham-duy.png").startswith(b"\x89PNG")
    assert "1. Nguyễn Văn &lt;An&gt;" in whole and "Chủ tịch" in whole and "Lê Ba" not in whole
    assert 'src="00002-do-duc.png"' in own and "Phạm Duy" not in own
    seen = (await opened.do(await opened.again(1), linking.exports)).it
    assert seen.items == (Looked(act="qr_exported", at=seen.items[0].at, who=None, count=3),)


async def test_a_focal_person_gets_the_codes_of_their_own_people_and_nobody_elses(opened: Any) -> None:
    await opened.invited("Đỗ Đức", unit="Xã Nậm Cần")
    await opened.invited("Phạm Duy", unit="Phòng Y tế")
    *_, last = await drawn(opened, 4, linking.our_qr_order)
    assert names_in(last) == ["xa-nam-can/00001-do-duc.png", "01-in.html", "xa-nam-can/in.html"]
    for account, service in ((4, linking.qr_order), (7, linking.our_qr_order), (7, linking.qr_order)):
        with pytest.raises(Refusal, match="not_allowed"):
            await opened.do(await opened.again(account), service)


async def test_every_unit_without_a_focal_person_has_its_link_in_one_sheet(opened: Any) -> None:
    """One that was made before and waits is the one in the sheet."""
    organizer = await opened.again(1)
    alone = await opened.do(organizer, inviting.invite_unit, opened.programme.units[1].id)
    reply = await opened.do(organizer, linking.unit_links)
    heads, *lines = python_calamine.load_workbook(io.BytesIO(reply.files[0].content)).get_sheet_by_index(0).to_python()
    assert (reply.it, heads[1:3]) == (UnitLinks(count=1), ["Đơn vị", "Đường dẫn"])
    assert [line[:3] for line in lines] == [[1.0, "Phòng Y tế", alone.it.link]]
    await opened.joins(8, alone.it.link)
    with pytest.raises(Refusal, match="units_all_linked"):
        await opened.do(organizer, linking.unit_links)
    with pytest.raises(Refusal, match="not_allowed"):
        await opened.do(await opened.again(4), linking.unit_links)


async def test_nobody_left_to_link_is_said_without_a_file(opened: Any) -> None:
    (only,) = await drawn(opened, 1, linking.qr_order)
    assert (only.it, only.files) == (QrReady(total=0, units=0, files=0), ())


async def test_a_long_list_is_drawn_in_pieces_and_split_only_where_telegram_would_not_take_it(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linking, "AT_ONCE", 2)
    monkeypatch.setattr(linking, "A_FILE", 3)
    for n in range(5):
        await opened.invited(f"Người {n}")
    *progress, last = await drawn(opened, 1, linking.qr_order)
    assert [each.it.done for each in progress] == [0, 2, 3, 3, 5]
    assert (last.it, [each.name for each in last.files]) == (
        QrReady(total=5, units=1, files=2),
        ["ma-qr-1.zip", "ma-qr-2.zip"],
    )


class Told:
    """A channel that remembers what was said and edited."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []

    async def say(self, chat: int, message: Message) -> int:
        self.lines.append(("say", message.text))
        return 5

    async def edit(self, chat: int, message_id: int, message: Message) -> None:
        self.lines.append(("edit", message.text))


async def test_how_far_a_long_job_is_stands_in_one_message_not_too_often(opened: Any) -> None:
    channel: Any = Told()
    call = Call(desk=opened.desk, actor=await opened.again(1), channel=channel, chat=1)

    async def job(seconds: float) -> AsyncIterator[Reply]:
        for done in range(5):
            yield Reply(it=QrProgress(done=done, total=4))
            opened.clock.forward(seconds=seconds)
        yield Reply(it=QrReady(total=4))

    assert (await told_of(call, job(0.1))).it == QrReady(total=4)
    assert channel.lines == []
    await told_of(call, job(2))
    said = [text.removeprefix("Đang vẽ mã QR: <b>")[0] for _, text in channel.lines]
    assert ([way for way, _ in channel.lines], said) == (["say", "edit", "edit"], ["0", "2", "4"])


async def test_a_crash_while_the_codes_are_drawn_has_them_drawn_again(opened: Any) -> None:
    channel: Any = Told()
    async with opened.desk.database.begin() as connection:
        row = {"update_id": 5, "chat_id": 1, "raw": "{}", "received_at": opened.clock()}
        await inbox.keep(connection, [row])
    actor = replace(await opened.again(1), update_id=5)
    await Call(desk=opened.desk, actor=actor, channel=channel, chat=1).prepare(linking.qr_order)
    async with opened.desk.database.begin() as connection:
        assert [each.raw for each in await inbox.left(connection)] == ["{}"]
