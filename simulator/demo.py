"""`make demo`: the example conference, played up to twenty minutes before it begins, then left to whoever looks.

The bot is the real one, in this process, on a pretend Telegram; its data lives in a temporary folder. People play the
preparation in their chats (`demo.toml`, then `morning.toml`). The conference is today's, and its clock stands at
twenty minutes before the first session whatever the hour of the day: nobody confers at midnight.
"""

import asyncio
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from bot.app import App
from bot.clock import SystemClock
from bot.config import Config
from documents.reading import Unreadable, read_plan_text
from simulator.dialogue import Transcript
from simulator.house import House
from simulator.moving import move_dates
from simulator.server import Server
from simulator.stage import InProcessStage, Stage
from simulator.story import Story, play, read_story, set_the_stage
from simulator.website import SHOW, Show
from storage import reminders

HERE = Path(__file__).resolve().parent
PLAN = HERE / "plans" / "hoi-nghi-mau.txt"
STORY = HERE / "demo.toml"
MORNING = HERE / "morning.toml"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PHONES = ("delegate", "organizer", "unit")
AHEAD = timedelta(minutes=20)
BEFORE = timedelta(days=13)
STORY_SPEED = 30.0
PORTS = 20
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Occasion:
    """The paper of the demo and when its first session begins."""

    paper: str
    begins: datetime


def occasion(today: date) -> Occasion:
    """The example plan with its conference moved to today."""
    text = PLAN.read_text(encoding="utf-8")
    draft = read_plan_text(text)
    if isinstance(draft, Unreadable) or draft.starts_on is None:
        raise ValueError(f"{PLAN} is no plan with a date")
    first = min(each.value.start or time.max for each in draft.sessions if each.value.day == draft.starts_on.value)
    return Occasion(move_dates(text, today - draft.starts_on.value), datetime.combine(today, first, ZONE))


class Demo:
    """One demo in a folder: a stage with the real bot, and the server with the page."""

    def __init__(self, folder: Path, today: date) -> None:
        self.occasion = occasion(today)
        (folder / "ke-hoach.txt").write_text(self.occasion.paper, encoding="utf-8")
        settings = Config()
        # The clock jumps here: whoever pressed the button should not wait five seconds for the reminder.
        quick = replace(settings, reminders=replace(settings.reminders, tick_seconds=1))
        # It can be stopped too, and a notice pressed for then still arrives.
        self.house = House(folder, quick, pacing=SystemClock())
        self.story: Story = replace(read_story(STORY), folder=folder)
        start = datetime.combine(today - BEFORE, time(8), ZONE)
        self.stage: InProcessStage = Stage.in_process(self.house, start=start, speed=STORY_SPEED)

    async def prepare(self) -> str | None:
        """Play the story up to twenty minutes before the first session; the complaint if it did not come true."""
        names = {"owner_link": self.house.owner_link}
        _, complaint = await play(self.story, self.stage, _quietly, names)
        await self._wait_for(self.occasion.begins - AHEAD)
        if complaint is None:
            _, complaint = await play(read_story(MORNING), self.stage, _quietly)
        return complaint

    async def _wait_for(self, moment: datetime) -> None:
        """Let the days pass, from one reminder to the next."""
        clock = self.stage.clock
        while (due := await self.next_reminder()) and due < moment:
            clock.jump(max(due, clock.now()))
            await self.stage.settled()  # the bot ticks before it says that it is idle
        clock.jump(max(moment, clock.now()))

    def show(self) -> Show:
        """What the page is told: three phones, everybody's role, and the bot's next reminder."""
        people = self.stage.people
        roles = {person.id: key for key, person in people.items() if key in PHONES}
        return Show([people[key].id for key in PHONES], roles, self.next_reminder)

    async def next_reminder(self) -> datetime | None:
        """When the bot will remind somebody next."""
        return await self._bot().database.look(reminders.next_due)

    def _bot(self) -> App:
        assert isinstance(self.stage.bot, App)  # it runs as long as the demo is open
        return self.stage.bot


def _quietly(line: str) -> None:
    """The narrator tells the dialogue, one line a step, from the first to the last."""


@asynccontextmanager
async def opened(folder: Path, today: date, port: int) -> AsyncIterator[tuple[Demo, Server]]:
    """A running bot with its people, and the page on the port or the next free one; the story is still to be played."""
    demo = Demo(folder, today)
    async with demo.stage:
        set_the_stage(demo.story, demo.stage)
        server = await serve(demo, port)
        try:
            yield demo, server
        finally:
            await server.stop()


async def serve(demo: Demo, port: int) -> Server:
    """The page on the port, or on the first free one after it."""
    for candidate in range(port, port + PORTS):
        server = Server(demo.stage.engine, port=candidate)
        server.app[SHOW] = demo.show()
        try:
            await server.start()
        except OSError:
            continue
        return server
    raise OSError(f"the ports {port} to {port + PORTS - 1} are all taken")


def _aloud(line: str) -> None:
    print(line, flush=True)  # at once, also into a pipe


async def run(*, port: int, speed: float = 1.0, tell: Tell = _aloud) -> int:
    """Serve the demo until Ctrl-C; 1 when the bot did not play its part in the story."""
    stopped = asyncio.Event()
    for how in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(how, stopped.set)
    today = SystemClock().now().astimezone(ZONE).date()
    with TemporaryDirectory(prefix="hoi-nghi-") as folder:
        async with opened(Path(folder), today, port) as (demo, server):
            greet(server, port, tell)
            tasks = (asyncio.create_task(narrate(demo.stage, tell)), asyncio.create_task(_perform(demo, speed, tell)))
            await stopped.wait()
            for task in tasks:
                task.cancel()
            _, complaint = await asyncio.gather(*tasks, return_exceptions=True)
    tell("Đã dừng. / Stopped.")
    return 1 if isinstance(complaint, str) else 0


async def _perform(demo: Demo, speed: float, tell: Tell) -> str | None:
    complaint = await demo.prepare()
    demo.stage.clock.run_at(speed)
    if complaint:
        print(complaint, file=sys.stderr)
    else:
        tell("Ba điện thoại đã sẵn sàng: hãy thử. / The phones are yours now.")
    return complaint


def greet(server: Server, wanted: int, tell: Tell) -> None:
    """Where the page is and how to stop."""
    if not server.url.endswith(f":{wanted}"):
        tell(f"Cổng {wanted} đang bận, dùng cổng kế tiếp. / Port {wanted} is taken, so the next free one it is.")
    tell(f"Mở trang này trong trình duyệt / Open in a browser:  {server.url}")
    tell("Dừng / Stop:  Ctrl+C")
    tell("")


async def narrate(stage: InProcessStage, tell: Tell) -> None:
    """One line for each thing that happens, for ever."""
    transcript = Transcript(stage.world, ZONE)
    events, told = stage.world.events, 0
    while True:
        for event in events.after(told):
            if block := transcript.line(event):
                tell(one_line(block, shutil.get_terminal_size().columns))
            told = event.number
        await events.wait(told)


def one_line(block: str, width: int) -> str:
    """A block of text as one line no wider than the terminal."""
    line = " ".join(block.split())
    return line if len(line) < width else f"{line[: width - 2]}…"
