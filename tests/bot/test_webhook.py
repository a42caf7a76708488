"""The webhook server, called as Telegram calls it and as strangers do."""

import io
import json
from collections.abc import AsyncIterator, Collection, Sequence

import aiohttp
import pytest

from bot.intake import Handled, Intake, RawUpdate
from bot.webhook import SECRET_HEADER, Webhook
from tests.bot.stub_telegram import SteppedClock

SECRET = "s3cret-of-at-least-16"
UPDATE: RawUpdate = {"update_id": 7, "message": {"chat": {"id": 5}}}


class Desk:
    """A store, a handler, the server over them, and a client to call it with."""

    def __init__(self, client: aiohttp.ClientSession) -> None:
        self.client = client
        self.kept: list[int] = []
        self.handled: list[int] = []
        self.full_disk = False
        self.healthy = True
        self.intake = Intake(self.handle, self.done, SteppedClock(), room=1)
        self.webhook = Webhook(
            self.keep,
            self.intake,
            url="https://office.example/hook",
            secret=SECRET,
            listen=("127.0.0.1", 0),
            healthy=lambda: self.healthy,
            room_seconds=0.01,
        )

    async def keep(self, updates: Sequence[RawUpdate]) -> Collection[int]:
        if self.full_disk:
            raise OSError("disk full")
        new = {each["update_id"] for each in updates} - set(self.kept)
        self.kept += new
        return new

    async def handle(self, update: RawUpdate) -> None:
        assert update["update_id"] in self.kept
        self.handled.append(update["update_id"])

    async def done(self, results: Sequence[Handled]) -> None:
        pass

    async def post(self, body: object = UPDATE, secret: str | None = SECRET, path: str = "/hook") -> int:
        headers = {} if secret is None else {SECRET_HEADER: secret}
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        async with self.client.post(self.url(path), data=io.BytesIO(content), headers=headers) as answer:
            await self.intake.idle()
            return answer.status

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.webhook.port}{path}"


@pytest.fixture
async def desk() -> AsyncIterator[Desk]:
    async with aiohttp.ClientSession() as client:
        desk = Desk(client)
        await desk.webhook.start()
        yield desk
    await desk.webhook.stop()


async def test_an_update_is_kept_acknowledged_and_handled_once(desk: Desk) -> None:
    assert [await desk.post(), await desk.post()] == [200, 200]
    assert (desk.kept, desk.handled) == ([7], [7])


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET.upper()])
async def test_without_the_secret_nothing_is_taken(desk: Desk, secret: str | None) -> None:
    assert await desk.post(secret=secret) == 403
    assert desk.kept == []


async def test_what_cannot_be_stored_is_not_acknowledged(desk: Desk) -> None:
    desk.full_disk = True
    assert await desk.post() == 503
    desk.full_disk = False
    assert await desk.post() == 200
    assert desk.handled == [7]


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"update_id": "7"}', b"\xff\xff"])
async def test_a_call_without_an_update_is_acknowledged_and_dropped(desk: Desk, body: bytes) -> None:
    assert await desk.post(body) == 200
    assert desk.kept == []


async def test_a_body_too_large_is_refused(desk: Desk) -> None:
    assert await desk.post({"update_id": 7, "pad": ["x" * 1000] * 900}) == 200
    assert await desk.post({"update_id": 8, "pad": ["x" * 1000] * 1100}) == 413
    assert desk.kept == [7]


async def test_a_full_house_asks_telegram_to_come_again(desk: Desk) -> None:
    desk.intake._has_room.clear()
    assert await desk.post() == 503
    assert desk.kept == []


async def test_only_its_own_path_is_served(desk: Desk) -> None:
    assert await desk.post(path="/") == 404


async def test_health_is_told_to_whoever_asks(desk: Desk) -> None:
    told = []
    for desk.healthy in (True, False):
        async with desk.client.get(desk.url("/healthz")) as answer:
            told.append((answer.status, await answer.text()))
    assert told == [(200, "ok"), (503, "failing")]
