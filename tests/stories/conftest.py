"""A conference on the stage, and the verbs that its stories share."""

import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import make_url

from bot.config import Config, Reminders
from simulator.house import House
from simulator.person import Person
from simulator.stage import InProcessStage, Stage
from tests.postgres import BACKENDS, Cluster
from tests.stories.looking import rows

LINK = r"https://t\.me/\S+start=[\w-]+"
START = datetime(2026, 7, 20, 1, tzinfo=UTC)
"""A Monday, 8:00 in Hanoi, one week before the conferences of the stories."""


@dataclass
class Desk:
    """The stage with its people, and what organizers do again and again."""

    stage: InProcessStage
    house: House
    owner: Person
    people: dict[str, Person] = field(default_factory=dict)

    async def is_claimed(self) -> None:
        """The owner opens the one-time link of the first start."""
        await self.owner.opens(self.house.owner_link)
        await self.owner.presses("Đồng ý")
        await self.owner.sees("chủ bot")

    async def takes_plan(self, name: str, content: bytes) -> None:
        """The owner sends the plan."""
        await self.owner.sends_file(name, content)
        await self.owner.sees("Bản nháp")

    async def edits(self, button: str, value: str) -> None:
        """The owner changes one of the conference's fields."""
        await self.owner.says("/kehoach")
        await self.owner.sees("mã hội nghị")
        await self.owner.presses("Sửa thông tin")
        await self.owner.sees("Thông tin hội nghị")
        await self.owner.presses(button)
        await self.owner.sees("Gửi câu trả lời")
        await self.owner.says(value)
        await self.owner.sees("mã hội nghị")

    async def sets_session(self, number: int, button: str, value: str) -> None:
        """The owner changes a field of the n-th session (on the first page of eight, or the second)."""
        await self.owner.says("/kehoach")
        await self.owner.sees("mã hội nghị")
        await self.owner.presses("Chương trình (")
        await self.owner.sees("Bấm số của mục")
        if number > 8:
            await self.owner.presses("Trang sau")
            await self.owner.sees("(2/")
        await self.owner.presses(str(number))
        await self.owner.sees("Phụ trách", f"{number}. ")
        await self.owner.presses(button)
        await self.owner.sees("Gửi câu trả lời")
        await self.owner.says(value)
        await self.owner.sees("Phụ trách", f"{number}. ")

    async def publishes(self, *seen: str) -> None:
        """The owner publishes after a look at the preview, which shows these words."""
        await self.owner.says("/congbo")
        await self.owner.sees(*(seen or ("Công bố",)))
        await self.owner.presses("Công bố ngay")
        await self.owner.sees("Đã công bố")

    async def links_unit(self, unit: str, name: str) -> Person:
        """A unit's focal person comes by the unit's link and says their name."""
        await self.owner.says("/moi")
        await self.owner.sees("Mời ai?")
        await self.owner.presses("Đơn vị")
        await self.owner.sees("Mời đầu mối")
        await self.owner.presses(unit)
        await self.owner.sees("Đường dẫn đầu mối đơn vị")
        person = self.meets(name)
        await person.opens(self.owner.finds(LINK))
        await person.sees("Tự nguyện")
        await person.presses("Đồng ý")
        await person.sees("đầu mối của", unit)
        return person

    async def adds_delegate(self, name: str, *, post: str = "", unit: str = "") -> str:
        """The owner adds a delegate; the personal link."""
        await self.owner.says("/daibieu")
        await self.owner.sees("Đại biểu – ")
        await self.owner.presses("Thêm một người")
        await self.owner.sees("Bước 1/4")
        await self.owner.says(name)
        for step, entry in enumerate((post, unit, ""), 2):
            await self.owner.sees(f"Bước {step}/4")
            await (self.owner.says(entry) if entry else self.owner.presses("Bỏ qua bước này"))
        await self.owner.sees("Đã thêm vào danh sách", name)
        await self.owner.presses("Đường dẫn và QR")
        await self.owner.sees(name, "https://")
        return self.owner.finds(LINK)

    async def joins(self, name: str, link: str) -> Person:
        """A delegate opens the personal link and agrees."""
        person = self.meets(name)
        await person.opens(link)
        await person.sees("Tự nguyện")
        await person.presses("Đồng ý")
        await person.sees("Đã kết nối thành công")
        return person

    def meets(self, name: str) -> Person:
        """Somebody with Telegram, met for the first time."""
        self.people[name] = self.stage.person(name)
        return self.people[name]


@pytest.fixture
def start() -> datetime:
    """When the story begins; a module may say otherwise."""
    return START


@pytest_asyncio.fixture
async def desk(tmp_path: Path, start: datetime, database_url: str) -> AsyncIterator[Desk]:
    house = House(tmp_path, Config(reminders=Reminders(tick_seconds=1)), database_url)
    async with Stage.in_process(house, start=start) as stage:
        yield Desk(stage, house, stage.person("Trần Thị Lan"))


# --- a conference that is there already, for stories about single mishaps --------------------------------------------

TOWN_START = datetime(2026, 11, 20, 1, tzinfo=UTC)
"""A Friday, 8:00 in Hanoi; the example conference is on Thursday 10 December, from 7:30."""
FOLK = (("owner", "Trần Thị Lan", "vi"), ("hoa", "Lê Thị Hoa", "vi"), ("an", "Nguyễn Văn An", "vi"))
FOLK += (("emily", "Emily Carter", "en"),)


@dataclass
class Town:
    """The example conference, published: its owner, a focal person, two delegates, and links in every state."""

    stage: InProcessStage
    url: str
    links: dict[str, str]
    owner: Person
    hoa: Person
    an: Person
    emily: Person

    def stranger(self, name: str = "Kẻ Lạ", language: str = "vi") -> Person:
        """Somebody whom nobody invited."""
        return self.stage.person(name, language=language)

    def rows(self, query: str) -> Sequence[Any]:
        """What the database holds."""
        return rows(self.url, query)

    def count(self, table: str, where: str = "1 = 1") -> int:
        """How many such rows the database has."""
        return int(self.rows(f"select count(*) as number from {table} where {where}")[0]["number"])


@dataclass(frozen=True)
class Built:
    """The conference that every town is a copy of: its folder, its database where that is not in it, its links."""

    folder: Path
    url: str
    links: dict[str, str]


def quick() -> Config:
    """Settings under which ticks come often."""
    return Config(reminders=Reminders(tick_seconds=1))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def built_sqlite(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory, project_root: Path) -> Built:
    folder = tmp_path_factory.mktemp("town")
    shutil.copy(migrated_file, folder / "conference.db")
    return await build(folder, project_root, sqlite_in(folder))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def built_postgresql(
    cluster: Cluster, tmp_path_factory: pytest.TempPathFactory, project_root: Path
) -> AsyncIterator[Built]:
    async with cluster.fresh() as url:
        yield await build(tmp_path_factory.mktemp("town"), project_root, url)


@pytest.fixture(params=BACKENDS)
def built(request: pytest.FixtureRequest) -> Built:
    """On whichever database it is this time; each is built once, however the stories are mixed."""
    made: Built = request.getfixturevalue(f"built_{request.param}")
    return made


def sqlite_in(folder: Path) -> str:
    """The address of a database in a folder."""
    return f"sqlite+aiosqlite:///{folder / 'conference.db'}"


async def build(folder: Path, root: Path, url: str) -> Built:
    """Set the conference up by what its people say."""
    plan = (root / "simulator" / "plans" / "hoi-nghi-mau.txt").read_bytes()
    house = House(folder, quick(), url)
    links = {}
    async with Stage.in_process(house, start=TOWN_START, speed=60) as stage:
        desk = Desk(stage, house, stage.person(FOLK[0][1]))
        links["owner"] = house.owner_link
        await desk.is_claimed()
        await desk.takes_plan("ke-hoach.txt", plan)
        await desk.publishes()
        await desk.links_unit("Phòng Nội vụ", FOLK[1][1])
        for key, name, language in FOLK[2:]:
            links[key] = await desk.adds_delegate(name, post="Trưởng phòng", unit="Sở Y tế")
            person = stage.person(name, language=language)
            await person.opens(links[key])
            await person.presses("Đồng ý" if language == "vi" else "Agree")
            await stage.settled()
        links["revoked"] = await desk.adds_delegate("Phạm Thị Bình")
        await desk.owner.presses("Cấp đường dẫn mới")
        await desk.owner.sees("https://")
        links["live"] = desk.owner.finds(LINK)
        await stage.settled()
    rows(url, "delete from inbox")  # the next stage numbers its updates from the beginning
    return Built(folder, url, links)


@asynccontextmanager
async def copied(built: Built, folder: Path, request: pytest.FixtureRequest) -> AsyncIterator[str]:
    """The address of a copy of the conference, whose files are in the folder."""
    shutil.copytree(built.folder, folder)
    if built.url.startswith("sqlite"):
        yield sqlite_in(folder)
        return
    server: Cluster = request.getfixturevalue("cluster")
    async with server.fresh(template=make_url(built.url).database) as url:
        yield url


@pytest_asyncio.fixture
async def town(built: Built, tmp_path: Path, request: pytest.FixtureRequest) -> AsyncIterator[Town]:
    """A copy of the conference for one story; its people have met the bot before."""
    folder = tmp_path / "town"
    async with (
        copied(built, folder, request) as url,
        Stage.in_process(House(folder, quick(), url), start=TOWN_START, speed=60) as stage,
    ):
        people = {key: stage.person(name, key=key, language=language) for key, name, language in FOLK}
        for person in people.values():
            person.account.started = True
        yield Town(stage, url, built.links, **people)
