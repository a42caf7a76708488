"""The control API over HTTP, as pages and scripts use it."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from simulator.engine import Engine
from simulator.server import Server

Json = dict[str, Any]


class Remote:
    """A client of one server."""

    def __init__(self, session: aiohttp.ClientSession, root: str, token: str) -> None:
        self._session = session
        self._root = root
        self._token = token

    async def get(self, path: str) -> Any:
        async with self._session.get(f"{self._root}/control/{path}") as answer:
            return await answer.json()

    async def post(self, path: str, body: Json | None = None, status: int = 200) -> Any:
        async with self._session.post(f"{self._root}/control/{path}", json=body or {}) as answer:
            assert answer.status == status, await answer.text()
            return await answer.json()

    async def delete(self, path: str) -> Any:
        async with self._session.delete(f"{self._root}/control/{path}") as answer:
            return await answer.json()

    async def raw(self, path: str, **options: Any) -> tuple[int, bytes]:
        async with self._session.post(f"{self._root}/{path}", **options) as answer:
            return answer.status, await answer.read()

    async def call(self, method: str, **values: Any) -> Json:
        async with self._session.post(f"{self._root}/bot{self._token}/{method}", json=values) as answer:
            answer_body: Json = await answer.json()
            return answer_body

    def stream(self, path: str) -> Any:
        return self._session.get(f"{self._root}/control/{path}")


@pytest.fixture
async def remote(engine: Engine) -> AsyncIterator[Remote]:
    async with Server(engine) as server, aiohttp.ClientSession() as session:
        yield Remote(session, server.url, engine.world.bot.token)


async def test_the_state_names_bot_people_groups_and_clock(remote: Remote, engine: Engine, lan: int) -> None:
    await remote.post("people", {"name": "An", "key": "an", "language": "en"})
    group = await remote.post("groups", {"title": "Tổ", "members": ["an", "lan"]})
    state = await remote.get("state")
    assert [(p["key"], p["language"], p["started"]) for p in state["people"]] == [
        ("lan", "vi", True),
        ("an", "en", False),
    ]
    assert state["groups"] == [group]
    assert (state["bot"]["username"], state["clock"]["paused"], state["polled"]) == ("hoi_nghi_bot", True, False)


async def test_a_page_speaks_and_watches(remote: Remote, lan: int) -> None:
    said = await remote.post("people/lan/say", {"text": "mấy giờ?"})
    await remote.call("sendMessage", chat_id=lan, text="<b>8 giờ</b>", parse_mode="HTML")
    shown = await remote.get(f"chats/{lan}/messages")
    assert [(m["text"], m["outgoing"]) for m in shown["messages"]] == [
        ("/start", False),
        ("mấy giờ?", False),
        ("8 giờ", True),
    ]
    events = await remote.get(f"events?chat={lan}&after={shown['last'] - 1}")
    assert [(e["kind"], e["body"]["text"]) for e in events["events"]] == [("message", "8 giờ")]
    assert said["message_id"] == shown["messages"][1]["message_id"]


async def test_buttons_are_pressed_by_their_place_or_forged_by_their_data(remote: Remote, lan: int) -> None:
    markup = {"inline_keyboard": [[{"text": "Có", "callback_data": "c"}, {"text": "Trang", "url": "https://a.vn"}]]}
    sent = await remote.call("sendMessage", chat_id=lan, text="?", reply_markup=markup)
    number = sent["result"]["message_id"]
    pressed = [
        await remote.post("people/lan/press", {"message_id": number, "row": 0, "column": column}) for column in (0, 1)
    ]
    await remote.post("people/lan/press", {"message_id": number, "data": "giả"})
    assert (pressed[0]["kind"], pressed[1]) == ("callback", {"kind": "link", "url": "https://a.vn"})
    updates = (await remote.call("getUpdates"))["result"]
    assert [u["callback_query"]["data"] for u in updates if "callback_query" in u] == ["c", "giả"]
    wrong = await remote.post("people/lan/press", {"message_id": number, "row": 5, "column": 0}, status=400)
    assert wrong == {"error": "there is no button at 5, 0"}


async def test_files_go_up_as_base64_or_as_a_form_and_come_down(remote: Remote, lan: int) -> None:
    body = {"name": "a.txt", "base64": base64.b64encode(b"abc").decode(), "caption": "đây"}
    first = await remote.post("people/lan/file", body)
    form = aiohttp.FormData()
    form.add_field("file", b"xyz", filename="b.txt")
    status, second = await remote.raw("control/people/lan/file", data=form)
    names = [first["document"]["file_name"], json.loads(second)["document"]["file_name"]]
    assert (status, names, first["caption"]) == (200, ["a.txt", "b.txt"], "đây")
    async with remote.stream(f"files/{first['document']['file_id']}") as answer:
        assert await answer.read() == b"abc"


async def test_events_can_be_waited_for_and_streamed(remote: Remote, engine: Engine, lan: int) -> None:
    last = engine.world.events.last
    waiting = asyncio.create_task(remote.get(f"events?after={last}&chat={lan}&wait=10"))
    async with remote.stream(f"events/stream?after={last}&chat={lan}") as stream:
        await remote.post("people/lan/say", {"text": "một"})
        assert (await stream.content.readline()).decode() == f"id: {last + 1}\n"
        event = json.loads((await stream.content.readline()).decode().removeprefix("data: "))
        assert (event["kind"], event["body"]["text"]) == ("message", "một")
    assert [e["number"] for e in (await waiting)["events"]] == [last + 1]


async def test_the_clock_is_moved(remote: Remote) -> None:
    clock = await remote.post("clock", {"advance": 3600})
    assert (clock["now"], clock["paused"]) == ("2026-07-27T02:00:00+00:00", True)
    clock = await remote.post("clock", {"jump": "2026-07-28T08:00:00+07:00", "speed": 60})
    assert (clock["now"][:16], clock["speed"]) == ("2026-07-28T01:00", 60)
    wrong = await remote.post("clock", {"jump": "2026-07-28T08:00:00"}, status=400)
    assert wrong == {"error": "jump needs a time with its zone"}


async def test_faults_limits_and_truth(remote: Remote, lan: int) -> None:
    await remote.post("faults", {"kind": "flood", "methods": ["sendMessage"], "times": 2, "seconds": 7})
    refused = await remote.call("sendMessage", chat_id=lan, text="một")
    assert refused == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 7",
        "parameters": {"retry_after": 7},
    }
    assert await remote.delete("faults") == []
    await remote.post("limits", {"chat_seconds": None})
    for number in range(8):
        assert (await remote.call("sendMessage", chat_id=lan, text=str(number)))["ok"]
    ledger = await remote.get(f"ledger?chat={lan}&after=6")
    assert [(e["number"], e["method"], e["text"]) for e in ledger] == [(7, "sendMessage", "6"), (8, "sendMessage", "7")]


async def test_nonsense_gets_a_sentence(remote: Remote, lan: int) -> None:
    assert await remote.post("people/nobody/say", {"text": "x"}, status=404) == {
        "error": "nobody here is called 'nobody'"
    }
    assert await remote.post("people/lan/dance", status=400) == {"error": "people cannot dance"}
    assert await remote.post("people/lan/say", status=400) == {"error": "text is missing or unknown"}


async def test_the_bot_api_takes_forms_and_queries(remote: Remote, engine: Engine, lan: int) -> None:
    token = engine.world.bot.token
    path = f"bot{token}/sendMessage"
    form = await remote.raw(path, data={"chat_id": str(lan), "text": "một"})
    query = await remote.raw(path, params={"chat_id": str(lan), "text": "hai"})
    multipart = aiohttp.FormData({"chat_id": str(lan), "document": "attach://f"})
    multipart.add_field("f", b"abc", filename="a.txt")
    upload = await remote.raw(f"bot{token}/sendDocument", data=multipart)
    garbled = await remote.raw(path, data=b"{", headers={"Content-Type": "application/json"})
    unknown = await remote.raw(f"bot{token}/sendNothing")
    stranger = await remote.raw("bot1:wrong/getMe")
    assert [status for status, _ in (form, query, upload, garbled, unknown, stranger)] == [200, 200, 200, 400, 404, 401]
    assert [entry.text for entry in engine.world.ledger] == ["một", "hai", ""]
