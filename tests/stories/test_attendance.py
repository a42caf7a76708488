"""The attendance of a whole conference, from the first link to the last word: about 180 people on the list, thirty of
them with Telegram, in all roles; a restart in every dialogue, minutes without the bot at the door, and a log that
names nobody. The same story over the example plan and, where they are here, over two plans of real offices."""

import io
import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select

from storage.database import Database
from storage.schema import check_in_tokens, check_ins, delegates

Desk = Any
LINK = r"https://t\.me/\S+start=[\w-]+"


@dataclass(frozen=True)
class Plan:
    """A plan of an office, and what the story needs to know of it."""

    path: str
    shared: bool
    begins: datetime
    units: tuple[str, str]
    speaks_in: str
    edits: tuple[tuple[int, str], ...] = ()
    day: str = ""
    slot: str = ""

    def content(self, request: pytest.FixtureRequest) -> bytes:
        root: Path = request.getfixturevalue("shared_dir" if self.shared else "project_root")
        return (root / self.path).read_bytes()


def hanoi(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=7)


EXAMPLE = Plan(
    path="simulator/plans/hoi-nghi-mau.txt",
    shared=False,
    begins=hanoi(2026, 12, 10, 7, 30),
    units=("Phòng Nội vụ", "Phòng Nông nghiệp và Môi trường"),
    speaks_in="Thảo luận",
)
DISTRICT = Plan(
    path="plans/seed0.txt",
    shared=True,
    begins=hanoi(2023, 7, 28, 7, 30),
    units=("Phòng Nội vụ", "Văn phòng HĐND-UBND"),
    speaks_in="tham luận",
    edits=((1, "7h30"), (2, "8h00")),
    day="28/7/2023",
)
PROVINCES = Plan(
    path="plans/seed1.txt",
    shared=True,
    begins=hanoi(2023, 7, 27, 14),
    units=("UBND tỉnh Bình Định", "UBND tỉnh Lâm Đồng"),
    speaks_in="thảo luận",
    slot="27/7 14:00",
)

FAMILY = ("Hoàng Văn An", "Hoàng Thị Ba", "Hoàng Cường", "Hoàng Văn Dũng", "Hoàng Én", "Hoàng Thị Én")
OFFICES = ("Trần Đình Phúc", "Lê Thị Giang", "Phan Hùng", "Đặng Văn Kiên", "Võ Thị Lan", "Bùi Minh")
AWARDED = ("Mai Thị Út", "Cao Văn Vinh", "Tạ Xuân", "Lương Yến")
COMES = (*FAMILY, *OFFICES, *AWARDED)
OURS = ("Nguyễn Thị Hà", "Lê Quy", "Phạm Nhơn")
HOSTS = ("Trần Văn Sơn", "Kơ Sa Ha")
DOORS = ("Bùi Thị Cúc", "Hà Văn Đạt")
REST = tuple(
    f"{family} {given}"
    for family in ("Lò Văn", "Vàng A", "Giàng Thị")
    for given in (f"{name}{n}" for n in range(9) for name in ("Páo", "Sua", "Mỷ", "Dế", "Chứ", "Sìn"))
)[:159]
"""Everybody else on the list: people of communes who will never open Telegram."""


@dataclass
class Scene:
    """The people of one telling of the story, and whose code is which."""

    desk: Desk
    plan: Plan
    url: str
    links: dict[str, str] = field(default_factory=dict)
    people: dict[str, Any] = field(default_factory=dict)
    tokens: set[str] = field(default_factory=set)

    async def code(self, name: str) -> str:
        """What a phone reads from somebody's QR picture."""
        opened = Database(self.url)
        query = select(check_in_tokens.c.token).join(delegates, delegates.c.id == check_in_tokens.c.delegate_id)
        async with opened.begin() as connection:
            token = (await connection.execute(query.where(delegates.c.name == name))).scalar_one()
        await opened.close()
        self.tokens.add(token)
        return f"{self.desk.house.owner_link.split('=')[0]}={token}"

    async def came(self) -> list[str]:
        """Who is written down as present, once for each time they are."""
        opened = Database(self.url)
        query = select(delegates.c.name).join(check_ins, check_ins.c.delegate_id == delegates.c.id)
        async with opened.begin() as connection:
            names = sorted((await connection.execute(query)).scalars())
        await opened.close()
        return names

    async def goes(self, who: Any, command: str, *labels: str) -> None:
        """Somebody types a command and presses one button after the other, each once the bot is at rest."""
        await who.says(command)
        for label in labels:
            await self.desk.stage.settled()
            await who.presses(label)
        await self.desk.stage.settled()

    async def says(self, who: Any, *lines: str) -> None:
        """Somebody goes through a dialogue; the bot goes and comes back before every line."""
        for line in lines:
            await self.desk.stage.restart()
            await who.says(line)
            await self.desk.stage.settled()


def people_list() -> bytes:
    """The list as a clerk would type it: offices, communes, those to be honoured; one row is bad."""
    rows = ["Họ và tên;Chức vụ;Đơn vị;Điện thoại"]
    rows += [f"{name};Phó Chủ tịch;UBND xã số {n};09110000{n:02}" for n, name in enumerate(FAMILY)]
    rows += [f"{name};Trưởng phòng;Phòng ban số {n};09120000{n:02}" for n, name in enumerate(OFFICES)]
    rows += [f"{name};;Điển hình tiên tiến;09140000{n:02}" for n, name in enumerate(AWARDED)]
    rows += [f"{name};Công chức;Xã số {n % 12};09150{n:05}" for n, name in enumerate(REST)]
    rows += [";Không tên;Xã X;"]
    return "\n".join(rows).encode("utf-8-sig")


def rows_of(workbook: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_index(0).to_python()[1:]


@pytest.fixture
def plan() -> Plan:
    return EXAMPLE


@pytest.fixture
def start(plan: Plan) -> datetime:
    """Eight in the morning, ten days before."""
    return plan.begins.replace(hour=1, minute=0) - timedelta(days=10)


@pytest.mark.long
async def test_a_conference_is_attended(
    desk: Desk, plan: Plan, database_url: str, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    await is_held(Scene(desk, plan, database_url), plan.content(request), caplog)


@pytest.mark.long
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("plan", [DISTRICT, PROVINCES], ids=["district", "provinces"])
async def test_a_conference_of_a_real_office_is_attended(
    desk: Desk, plan: Plan, database_url: str, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> None:
    await is_held(Scene(desk, plan, database_url), plan.content(request), caplog)


async def is_held(scene: Scene, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    await opens(scene, content)
    await appoints_the_team(scene)
    await calls_its_people(scene)
    await lets_units_name_theirs(scene)
    await hears_who_comes(scene)
    await arranges_beds_and_meals(scene)
    await receives_them_at_the_door(scene)
    await sits_in_the_hall(scene)
    await asks_and_forgets(scene)
    names_nobody(caplog, scene.tokens)


# --- before ---------------------------------------------------------------------------------------------------------


async def opens(scene: Scene, content: bytes) -> None:
    desk, plan = scene.desk, scene.plan
    await desk.is_claimed()
    await desk.takes_plan(Path(plan.path).name, content)
    if plan.day:
        await desk.edits("Ngày", plan.day)
    for number, clock in plan.edits:
        await desk.sets_session(number, "Giờ", clock)
    await desk.publishes()


async def appoints_the_team(scene: Scene) -> None:
    """An organizer and two of the door staff come by links of their own."""
    owner = scene.desk.owner
    for label, name, seen in (
        ("Ban tổ chức", "Ngô Thị Tâm", "ban tổ chức"),
        ("Đón tiếp, điểm danh", DOORS[0], "đón tiếp"),
        ("Đón tiếp, điểm danh", DOORS[1], "đón tiếp"),
    ):
        await scene.goes(owner, "/moi", label)
        await owner.sees("Mời ai")
        await scene.says(owner, name)
        await owner.sees("https://")
        scene.people[name] = scene.desk.meets(name)
        await scene.people[name].opens(owner.finds(LINK))
        await scene.people[name].presses("Đồng ý")
        await scene.people[name].sees(seen)


async def calls_its_people(scene: Scene) -> None:
    desk = scene.desk
    await scene.goes(desk.owner, "/daibieu", "Thêm từ tệp")
    await desk.owner.sees_file(".xlsx")
    await desk.stage.restart()
    await desk.owner.sends_file("danh-sach.csv", people_list())
    await desk.owner.sees("175 dòng tốt, 1 dòng lỗi")
    await desk.stage.restart()
    await desk.owner.presses("Thêm 175 người")
    await desk.owner.sees("Đã thêm 175 người")
    await desk.owner.presses("Tất cả đường dẫn")
    scene.links = {row[1]: row[5] for row in rows_of(await desk.owner.sees_file("duong-dan-moi.xlsx"))}
    for name in COMES:
        scene.people[name] = await desk.joins(name, scene.links[name])
        await scene.people[name].sees(name)


async def lets_units_name_theirs(scene: Scene) -> None:
    """Two units name people against what they may send; a focal person is a delegate and a speaker as well."""
    desk, owner = scene.desk, scene.desk.owner
    for unit, focal, names in zip(scene.plan.units, (OURS[0], HOSTS[0]), (OURS, HOSTS), strict=True):
        who = scene.people[focal] = await desk.links_unit(unit, focal)
        await scene.goes(owner, "/daibieu", "Số người từng đơn vị")
        await owner.sees("Số người từng đơn vị được cử")
        await owner.presses(unit)
        await owner.sees("được cử bao nhiêu người")
        await scene.says(owner, str(len(names)))
        await owner.sees(f"được cử {len(names)} – còn {len(names)}")
        await who.sees(f"được cử {len(names)} người dự", "đã cử 0")
        await who.says("/daibieu")
        await who.sees(f"đã cử 0 / được cử {len(names)}")
        await who.presses("Cử người")
        await who.sees(f"Còn được cử {len(names)} người")
        await scene.says(who, "\n".join((*names, "Thừa Một Người")))
        await who.sees(f"còn {len(names)} chỗ", "Chưa ai được thêm")
        await scene.says(who, "\n".join(f"{name}, Phó Giám đốc" for name in names))
        await who.sees(f"Đã cử {len(names)} / được cử {len(names)}")
        await owner.sees(f"cử {len(names)} người")
        await who.presses("Đại biểu của đơn vị")
        await who.presses("Mã QR của đơn vị")
        await who.sees_file("ma-qr-1.zip")
        await scene.goes(who, "/daibieu", f"Đường dẫn: {focal}")
        await who.sees("Đường dẫn riêng")
        await who.opens(who.finds(LINK))
        await who.sees(f"Kính chào {focal}")

    ha = scene.people[OURS[0]]
    await scene.goes(ha, "/daibieu", f"Đường dẫn: {OURS[1]}")
    await ha.sees(f"Đường dẫn riêng của {OURS[1]}")
    scene.people[OURS[1]] = await desk.joins(OURS[1], ha.finds(LINK))
    await scene.goes(ha, "/phatbieu", "Đăng ký phát biểu", scene.plan.speaks_in)
    await ha.sees("Nội dung")
    await scene.says(ha, "Cách làm <mới> ở cơ sở", "Đơn vị tôi", "7 phút")
    await ha.sees("Đã ghi đăng ký phát biểu", "Cách làm <mới> ở cơ sở")
    await ha.says("/nhiemvu")
    await ha.sees("nhiệm vụ")


async def hears_who_comes(scene: Scene) -> None:
    desk, owner, people = scene.desk, scene.desk.owner, scene.people
    for name in (*FAMILY[:5], *OFFICES[2:5], *AWARDED[:3], *OURS[:2], HOSTS[0]):
        await scene.goes(people[name], "/thamdu", "Tham dự")
        await people[name].sees("Đã ghi: tham dự")
    away = people[FAMILY[5]]
    await away.presses("Vắng mặt")
    await scene.says(away, "Đi học tập trung ở tỉnh")
    await away.sees("vắng mặt", "Đi học tập trung ở tỉnh")

    # Somebody is sent in another's place; two people open one link; a phone is lost; a bot is blocked.
    sends = people[OFFICES[0]]
    await sends.presses("Cử người đi thay")
    await scene.says(sends, "Nguyễn Thị Thay", "Chuyên viên")
    await sends.sees("Đã ghi người đi thay")
    people["Nguyễn Thị Thay"] = await desk.joins("Nguyễn Thị Thay", sends.finds(LINK))
    await people["Nguyễn Thị Thay"].presses("Tham dự")
    await people["Nguyễn Thị Thay"].sees("Đã ghi: tham dự")
    second = desk.meets("Máy thứ hai")
    await second.opens(scene.links[OFFICES[2]])
    await second.sees("đã có người dùng")
    await second.does_not_see(OFFICES[2])
    await owner.sees("Có người mở đường dẫn đã dùng", OFFICES[2])
    await scene.goes(owner, "/daibieu", "Tìm theo tên")
    await scene.says(owner, "phan hung")
    await owner.presses(OFFICES[2])
    await owner.presses("Mất máy, đổi tài khoản")
    await owner.presses("Gỡ tài khoản cũ")
    await owner.sees(f"Đường dẫn riêng của {OFFICES[2]}")
    await second.opens(owner.finds(LINK))
    await second.presses("Đồng ý")
    await second.sees(f"Kính chào {OFFICES[2]}", "tham dự")
    people[OFFICES[2]] = second
    await people["Bùi Minh"].blocks()

    walk_in = people["Phạm Duy"] = desk.meets("Phạm Duy")
    await owner.says("/moi")
    await owner.sees("Mời ai?")
    code = owner.finds(r"Mã hội nghị: (\S+)")
    await scene.goes(walk_in, "/thamgia", "Đồng ý")
    await scene.says(walk_in, code, "Phạm Duy")
    await walk_in.presses("Xin tham gia")
    await scene.says(walk_in, code, "Phạm Duy", "Phóng viên")
    await walk_in.presses("Bỏ qua")
    await walk_in.sees("Đã gửi đề nghị")
    organizer = people["Ngô Thị Tâm"]
    await organizer.sees("Có người xin tham gia", "Phạm Duy, Phóng viên")
    await organizer.presses("Cho tham gia")
    await walk_in.sees("Kính chào Phạm Duy")

    await scene.goes(owner, "/daibieu", "Dự kiến tham dự")
    await owner.sees("Tham dự: 15", "vắng: 1", "kể cả 1 người đi thay")


async def arranges_beds_and_meals(scene: Scene) -> None:
    """A guest says what they need in one form; the organizer arranges it from the person's card, and they are told."""
    quy, organizer = scene.people[OURS[1]], scene.people["Ngô Thị Tâm"]
    await scene.goes(quy, "/haucan", "Báo tất cả")
    await quy.sees("Bước 1/5", "Chỗ nghỉ")
    await scene.says(quy, "Nghỉ một đêm")
    await quy.presses("Bỏ qua")
    await quy.sees("Bước 3/5")
    await scene.says(quy, "Ăn trưa", "Ăn chay", "Lê Quy")
    await quy.sees("đề nghị: Nghỉ một đêm", "đề nghị: Ăn chay")
    await scene.goes(organizer, "/daibieu", "Tìm theo tên")
    await scene.says(organizer, "le quy")
    await organizer.presses("Lê Quy")
    await organizer.presses("Chỗ ngồi, ăn ở, đi lại")
    await organizer.sees("đề nghị: Ăn chay")
    await organizer.presses("Chỗ nghỉ")
    await scene.says(organizer, "Phòng 302 <Nhà khách>")
    await organizer.sees("Người này sẽ nhận tin báo")
    await scene.desk.stage.passes(minutes=2)
    await quy.sees("Ban tổ chức đã xếp", "Phòng 302 <Nhà khách>")


# --- the day --------------------------------------------------------------------------------------------------------


async def receives_them_at_the_door(scene: Scene) -> None:
    desk, people = scene.desk, scene.people
    first, second = people[DOORS[0]], people[DOORS[1]]
    codes = {}
    for name in (*COMES[:5], OFFICES[2], "Nguyễn Thị Thay", OURS[0], OFFICES[0]):
        await people[name].says("/maqr")
        await desk.stage.settled()
        if name != OFFICES[0]:
            codes[name] = await scene.code(name)
    await people[OFFICES[0]].sees("đã cử người đi thay")

    await desk.stage.becomes(scene.plan.begins - timedelta(minutes=20))
    await scene.goes(first, "/diemdanh", "Nơi tôi đón")
    await scene.says(first, "Cửa chính")
    await first.sees("Nơi đón: Cửa chính")
    for name in FAMILY[:2]:
        await first.opens(codes[name])
        await first.sees("Đã điểm danh", name)
    await second.opens(codes[FAMILY[0]])
    await second.sees("Đã điểm danh trước đó", "tại Cửa chính")
    await second.opens(codes["Nguyễn Thị Thay"])
    await second.sees("Nguyễn Thị Thay", "Đi thay người được mời")

    # Ten minutes without the bot: both doors go on scanning, one person at both of them.
    await desk.stage.stop()
    await first.opens(codes[FAMILY[2]])
    await second.opens(codes[FAMILY[2]])
    await second.opens(codes[FAMILY[3]])
    await second.opens(codes[FAMILY[3]])
    await first.opens(codes[OURS[0]])
    desk.stage.clock.advance(600)
    await desk.stage.start()
    await desk.stage.settled()
    assert await scene.came() == sorted((*FAMILY[:4], "Nguyễn Thị Thay", OURS[0]))

    # Found by name; not the one who sent somebody; the lost phone's owner by the search; undone and done again.
    await scene.goes(second, "/diemdanh", "Tìm người")
    await scene.says(second, "phong ban so")
    await second.presses("Trần Đình Phúc")
    await second.sees("đã cử người đi thay, nên không điểm danh")
    await second.presses("Phan Hùng")
    await second.sees("Đã điểm danh", "Phan Hùng", "tìm trong danh sách")
    await second.presses("Rút lại")
    await second.sees("Đã rút lại điểm danh của Phan Hùng")
    await second.opens(codes[OFFICES[2]])
    await second.sees("Đã điểm danh", "Phan Hùng")

    # The digits on the screen, wrong at first; a stranger gets nowhere with somebody's code.
    await scene.goes(desk.owner, "/diemdanh", "Mã trên màn hình")
    await desk.owner.sees("Mã tự điểm danh")
    digits = desk.owner.finds(r"Mã tự điểm danh: (\d{4})")
    award = people[AWARDED[0]]
    await award.says("/diemdanh")
    await award.sees("4 chữ số")
    await scene.says(award, f"{(int(digits) + 1) % 10_000:04d}")
    await award.sees("Mã chưa đúng", "còn 4 lần")
    await award.says(digits)
    await award.sees("Đã điểm danh. Cảm ơn")
    stranger = desk.meets("Kẻ Lạ")
    await stranger.opens(codes[FAMILY[4]])
    await stranger.sees("để người đón tiếp quét")
    await stranger.does_not_see(FAMILY[4])

    # A sheet of paper, half of it known already, the rest from the communes.
    await scene.goes(first, "/diemdanh", "Danh sách để in")
    numbers = {row[1]: int(row[0]) for row in rows_of(await first.sees_file("danh-sach-diem-danh.xlsx"))}
    late = (FAMILY[0], FAMILY[2], AWARDED[1], *REST[:40])
    await scene.goes(first, "/diemdanh", "Nhập phiếu giấy", *filter(None, (scene.plan.slot,)))
    await first.sees("số đã đánh dấu")
    await scene.says(first, ", ".join(str(numbers[name]) for name in late))
    await first.sees("Ghi mới: 41 người; đã điểm danh từ trước: 2")
    here = (*FAMILY[:4], "Nguyễn Thị Thay", OURS[0], OFFICES[2], *AWARDED[:2], *REST[:40])
    assert await scene.came() == sorted(here)
    await scene.goes(desk.owner, "/diemdanh", "Ai đã có mặt")
    await desk.owner.sees(f"{len(here)}/181 người có mặt", "báo vắng: 1")
    await desk.owner.presses("Theo đơn vị")
    await desk.owner.sees("• Điển hình tiên tiến: 2/4", "UBND xã số 1: 1/1")


async def sits_in_the_hall(scene: Scene) -> None:
    """The speaker is called, and those who are here vote; nobody else."""
    desk, people = scene.desk, scene.people
    owner, ha = desk.owner, people[OURS[0]]
    await scene.goes(owner, "/phatbieu", scene.plan.speaks_in, f"Mời phát biểu: {OURS[0]}")
    await owner.sees("đang phát biểu")
    await scene.goes(owner, "/bieuquyet", "Đặt câu hỏi mới")
    await owner.sees("Câu hỏi")
    await scene.says(owner, "Thông qua <kết luận>?", "Tán thành; Không tán thành", "20%")
    await owner.sees("Thông qua <kết luận>?")
    await owner.presses("Mở biểu quyết")
    await owner.sees("Đang biểu quyết")
    for name in (FAMILY[0], OURS[0], "Nguyễn Thị Thay"):
        await people[name].sees("Thông qua <kết luận>?")
        await people[name].presses("Tán thành")
        await people[name].sees("Đã ghi phiếu")
    await people[FAMILY[4]].says("/bieuquyet")
    await people[FAMILY[4]].sees("Chỉ người đã điểm danh")
    await owner.presses("Đóng biểu quyết")
    await owner.sees("1. Tán thành: 3 phiếu")
    await ha.says("/phatbieu")
    await ha.sees("Cách làm <mới> ở cơ sở")


async def asks_and_forgets(scene: Scene) -> None:
    """Those who were there are asked; one person is erased, and their code opens nothing any more."""
    desk, owner, people = scene.desk, scene.desk.owner, scene.people
    code = await scene.code(FAMILY[1])
    await scene.goes(owner, "/gopy", "Xin góp ý về cả hội nghị")
    await owner.sees("gửi cho 9 người đã có mặt")
    await owner.presses("Hỏi 9 người")
    an = people[FAMILY[0]]
    await an.sees("từ 1 (kém) đến 5 (rất tốt)")
    await people[FAMILY[4]].does_not_see("từ 1 (kém)")
    await an.presses("4 – tốt")
    await an.presses("Viết thêm, kèm tên tôi")
    await scene.says(an, "Phòng họp hơi nóng")
    await an.sees("Đã nhận góp ý kèm tên")

    ba = people[FAMILY[1]]
    await scene.goes(ba, "/dulieu", "Xóa thông tin")
    await desk.stage.restart()
    await ba.presses("Xóa hết")
    await ba.sees("Đã xóa thông tin", "một dòng không tên")
    await people[DOORS[0]].opens(code)
    await people[DOORS[0]].does_not_see(FAMILY[1])
    await scene.goes(owner, "/daibieu", "Tìm theo tên")
    await owner.says("hoang")
    await owner.sees(FAMILY[0], FAMILY[2])
    await owner.does_not_see(FAMILY[1])
    await owner.says("/baocao")
    await owner.sees("Đại biểu", "có mặt 49/")
    book = await owner.sees_file(".xlsx")
    assert book.startswith(b"PK")
    await desk.stage.settled()


def names_nobody(caplog: pytest.LogCaptureFixture, tokens: set[str]) -> None:
    """Whatever was logged above DEBUG says nothing of anybody, their phones, their codes or their words."""
    told = "\n".join(
        f"{record.getMessage()} {record.__dict__}" for record in caplog.records if record.levelno > logging.DEBUG
    )
    assert "outbox filled" in told
    people = (*COMES, *OURS, *HOSTS, *DOORS, *REST, "Nguyễn Thị Thay", "Phạm Duy", "Ngô Thị Tâm", "Kẻ Lạ")
    phones = ("911000002", "912000005", "915000012")
    words = (
        "Đi học tập trung",
        "Phòng 302",
        "Ăn chay",
        "Cách làm",
        "hơi nóng",
        "Cửa chính",
        "phan hung",
        "start=",
    )
    assert [word for word in (*people, *phones, *words, *tokens) if word in told] == []
