"""A process of its own lives in the stage's time."""

import asyncio

import aiohttp

from simulator.engine import Engine
from simulator.following import Follower
from simulator.server import Server


async def test_every_move_of_the_clock_is_repeated(engine: Engine) -> None:
    ours = engine.world.clock
    async with Server(engine) as server, aiohttp.ClientSession() as session:
        follower = Follower(session, server.url)
        theirs = await follower.first_look()
        assert (theirs.now(), theirs.paused) == (ours.now(), True)
        following = asyncio.create_task(follower.follow(theirs))
        sleeping = asyncio.create_task(theirs.sleep(3600))
        ours.advance(3600)
        await asyncio.wait_for(sleeping, 60)
        ours.run_at(60)
        moved = asyncio.Event()
        theirs.watch(moved.set)
        await asyncio.wait_for(moved.wait(), 60)
        following.cancel()
    assert (theirs.speed, theirs.now() >= ours.now().replace(microsecond=0)) == (60, True)
