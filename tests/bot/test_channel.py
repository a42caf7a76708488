"""The handlers' way out."""

import json
from collections.abc import AsyncIterator, Awaitable
from typing import Any

import pytest

from bot.channel import GatewayChannel, outgoing
from bot.gateway import Api
from bot.lanes import Gateway
from bot.outgoing import Button, Outgoing
from bot.transport import AiohttpRequest
from domain.views import Attachment
from handlers.call import Channel, Message
from handlers.notsaid import NotSaid
from tests.bot.stub_telegram import TOKEN, SteppedClock, StubTelegram, ok, refused, reset

HELLO = Message(text="Xin chào", rows=((("Nhận", "t:1", "success"),),))


@pytest.fixture
async def channel(stub: StubTelegram) -> AsyncIterator[Channel]:
    async with AiohttpRequest() as request:
        yield GatewayChannel(Gateway(Api(request, TOKEN, stub.root), SteppedClock()))


def test_addresses_are_opened_and_other_buttons_come_back() -> None:
    file = Attachment("a.txt", b"A")
    message = Message(text="x", rows=((("A", "https://a.example", None), ("B", "tg:1", "danger")),), files=(file,))
    assert outgoing(message) == Outgoing(
        text="x",
        rows=((Button("A", url="https://a.example"), Button("B", data="tg:1", style="danger")),),
        files=(file,),
    )


async def test_what_is_said_gives_its_number_or_none_where_it_is_refused(channel: Channel, stub: StubTelegram) -> None:
    stub.will("sendMessage", ok({"message_id": 41}), refused(403, "Forbidden: bot was blocked by the user"))
    assert [await channel.say(5, HELLO), await channel.say(5, HELLO)] == [41, None]


async def missing_of(attempt: Awaitable[Any]) -> tuple[float, bool]:
    with pytest.raises(NotSaid) as missing:
        await attempt
    return round(missing.value.wait, 1), missing.value.perhaps


async def test_what_may_have_arrived_is_told_apart_from_what_has_to_wait(channel: Channel, stub: StubTelegram) -> None:
    stub.will("sendMessage", reset, refused(429, "Too Many Requests", retry_after=90))
    stub.will("editMessageText", reset)
    assert await missing_of(channel.edit(6, 77, HELLO)) == (0.0, True)
    assert await missing_of(channel.say(6, HELLO)) == (0.0, True)
    assert await missing_of(channel.say(5, HELLO)) == (90.0, False)


async def test_a_message_that_is_gone_is_said_anew_with_its_buttons(channel: Channel, stub: StubTelegram) -> None:
    stub.will("editMessageText", refused(400, "Bad Request: message can't be edited"))
    await channel.edit(5, 77, HELLO)
    assert [method for method, _ in stub.calls] == ["editMessageText", "sendMessage"]
    assert json.loads(stub.calls[1][1]["reply_markup"])["inline_keyboard"][0][0]["callback_data"] == "t:1"


async def test_an_edit_that_went_well_says_nothing_more(channel: Channel, stub: StubTelegram) -> None:
    await channel.edit(5, 77, HELLO)
    await channel.answer_press("p1", "Xong")
    assert [method for method, _ in stub.calls] == ["editMessageText", "answerCallbackQuery"]


async def test_files_are_fetched_within_their_limit(channel: Channel, stub: StubTelegram) -> None:
    stub.files["a.txt"] = b"12345"
    stub.will("getFile", ok({"file_path": "a.txt"}), ok({"file_path": "a.txt"}))
    assert [await channel.fetch("F", 5), await channel.fetch("F", 4)] == [b"12345", None]


async def test_a_copy_gives_its_number_or_none(channel: Channel, stub: StubTelegram) -> None:
    stub.will("copyMessage", ok({"message_id": 8}), refused(400, "Bad Request: message to copy not found"))
    assert [await channel.copy(5, 6, 1), await channel.copy(5, 6, 2)] == [8, None]
