"""Updates pushed to a webhook instead of polled."""

import asyncio
from typing import Any

from aiohttp import web

from simulator.arguments import Arguments
from simulator.engine import Engine
from simulator.server import Server


async def test_updates_are_pushed_in_order_until_taken(engine: Engine) -> None:
    taken: asyncio.Queue[tuple[str | None, Any]] = asyncio.Queue()
    refusals = [500]

    async def hook(request: web.Request) -> web.Response:
        if refusals:
            return web.Response(status=refusals.pop())
        await taken.put((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        return web.Response()

    app = web.Application()
    app.router.add_post("/hook", hook)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    engine.world.clock.run_at(1000)
    lan = engine.world.account("lan").id
    async with Server(engine):
        await engine.call(engine.world.bot.token, "setWebhook", Arguments({"url": url, "secret_token": "s3cret"}))
        engine.people.start(lan)
        engine.people.say(lan, "hai")
        got = [await asyncio.wait_for(taken.get(), 60) for _ in range(2)]
    await runner.cleanup()
    assert [(secret, update["message"]["text"]) for secret, update in got] == [("s3cret", "/start"), ("s3cret", "hai")]
