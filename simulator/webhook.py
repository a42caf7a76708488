"""Pushes updates to the bot's webhook, in order, each until the bot says 2xx, as Telegram does."""

import asyncio
from contextlib import suppress

import aiohttp

from simulator.world import World

RETRY_SECONDS = 1.0


class WebhookPusher:
    """One task that empties the queue of updates into the webhook while there is one."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        updates = self._world.updates
        async with aiohttp.ClientSession() as session:
            while True:
                await updates.wait_for_webhook_work()
                if not await self._push(session):
                    await self._world.clock.sleep(RETRY_SECONDS)

    async def _push(self, session: aiohttp.ClientSession) -> bool:
        updates = self._world.updates
        webhook, update = updates.webhook, updates.oldest()
        if webhook is None or update is None:
            return True
        headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {}
        try:
            async with session.post(webhook.url, json=update, headers=headers) as answer:
                accepted = 200 <= answer.status < 300
        except (aiohttp.ClientError, OSError, TimeoutError):
            return False
        if accepted:
            updates.drop(update)
        return accepted
