"""A made-up province: sixty communes with four hundred tasks, from the paper to the boards of the last weeks."""

import io
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
import python_calamine

from tests.stories.looking import rows

Desk = Any

_NAMES = """
    Yên Thịnh|Phú Lộc|Tân Bình|Hòa Sơn|Đồng Tâm|Minh Khai|Vạn Xuân|Lạc Hồng|An Phú|Bình Minh
    Cẩm Lĩnh|Đại Từ|Hưng Đạo|Kim Sơn|Long Giang|Mỹ Hòa|Nam Cường|Phong Châu|Quang Trung|Sơn Dương
"""
_PLACES = [name.strip() for line in _NAMES.split("\n") for name in line.split("|") if name.strip()]
PLACES = [f"{name} {part}" for part in ("Thượng", "Trung", "Hạ") for name in _PLACES]
WORKS = (
    "Rà soát danh sách hộ dùng nước của {}",
    "Lập bản đồ giếng và bể chứa của {}",
    "Gửi báo cáo sơ kết về nước sạch của {}",
    "Cử đại biểu, đăng ký xe của {}",
    "Chuẩn bị tham luận của {}",
    "Chụp ảnh công trình nước của {}",
    "Thống kê kinh phí đã dùng của {}",
)
SEVEN = 40
"""So many communes have all seven tasks, the other twenty have six: 400 together."""


def plan() -> bytes:
    """The paper, each task with its day in December."""
    lines = [
        "ỦY BAN NHÂN DÂN TỈNH TRƯỜNG XUÂN",
        "Số: 15/KH-UBND",
        "Trường Xuân, ngày 02 tháng 10 năm 2026",
        "KẾ HOẠCH",
        "Tổ chức Hội nghị toàn tỉnh về nước sạch nông thôn",
        "I. THỜI GIAN, ĐỊA ĐIỂM",
        "1. Thời gian: 8 giờ 00 ngày 18/12/2026 (thứ Sáu).",
        "2. Địa điểm: Hội trường tỉnh Trường Xuân.",
        "II. CHƯƠNG TRÌNH",
        "- 8h00: Khai mạc",
        "- 9h00: Báo cáo",
        "- 11h00: Bế mạc",
        "III. TỔ CHỨC THỰC HIỆN",
    ]
    for number, place in enumerate(PLACES, 1):
        lines.append(f"{number}. UBND xã {place}")
        works = WORKS if number <= SEVEN else WORKS[:-1]
        lines += [
            f"- {work.format(place)}, hoàn thành trước ngày {day:02d}/12/2026;" for day, work in enumerate(works, 5)
        ]
    return "\n".join([*lines, "Nơi nhận:", "- Lưu: VT.", "CHỦ TỊCH", "Lưu Đình Khoa"]).encode()


@pytest.fixture
def start() -> datetime:
    """A Monday four weeks before the first task is due, 8:00 in Hanoi."""
    return datetime(2026, 11, 9, 1, tzinfo=UTC)


@pytest.mark.long
async def test_sixty_communes_with_four_hundred_tasks_from_the_paper_to_the_boards(
    desk: Desk, database_url: str
) -> None:
    await desk.is_claimed()
    await desk.takes_plan("nuoc-sach.txt", plan())
    await desk.publishes("400 nhiệm vụ")
    links = await _links(desk)
    assert list(links) == [f"UBND xã {place}" for place in PLACES]
    people = [await _joins(desk, unit, link) for unit, link in links.items()]
    for number, person in enumerate(people):
        await person.sees(f"được giao {7 if number < SEVEN else 6} nhiệm vụ")
    sen, ba, tu, kim, dao = people[:5]

    await _all_is_done_by(desk, sen)
    await _one_is_refused(desk, ba)
    await _one_asks_for_time(desk, tu)
    await desk.stage.restart()
    await desk.owner.says("/nhiemvu")
    await desk.owner.sees("Bảng nhiệm vụ", "400")
    await _mornings_come(desk, kim, dao)
    tasks = [_Owed.of(row) for row in rows(database_url, _OWED)]
    assert len(tasks) == 400 - len(WORKS) - 1
    expected = _expected(tasks, desk.owner.id, kim.id, dao.id)
    assert _told(database_url) == expected
    mornings = {day for who, _, day, _ in expected if who == people[30].id}
    assert people[30].dialogue().count("Nhắc việc ") == len(mornings)
    await desk.owner.says("/tinhhinh")
    await desk.owner.sees("Xong 7/400", "quá hạn 392")


async def _links(desk: Desk) -> dict[str, str]:
    """Each commune's link, from the sheet that has them all."""
    await desk.owner.says("/moi")
    await desk.owner.sees("Mời ai?")
    await desk.owner.presses("Đơn vị")
    await desk.owner.sees("Mời đầu mối")
    await desk.owner.presses("Tệp đường dẫn của 60 đơn vị")
    book = python_calamine.load_workbook(io.BytesIO(await desk.owner.sees_file(".xlsx")))
    return {str(unit): str(link) for _, unit, link, _ in book.get_sheet_by_index(0).to_python()[1:]}


async def _joins(desk: Desk, unit: str, link: str) -> Any:
    """The commune's focal person opens the link that was passed on."""
    person = desk.meets(f"Cán bộ {unit}")
    await person.opens(link)
    await person.sees("Tự nguyện")
    await person.presses("Đồng ý")
    await person.sees("đầu mối của", unit)
    return person


async def _all_is_done_by(desk: Desk, sen: Any) -> None:
    await sen.says("/nhiemvu")
    await sen.sees("Nhiệm vụ: ")
    await sen.presses("Nhận tất cả")
    await sen.sees("Đã nhận tất cả")
    for count in range(len(WORKS)):
        await sen.says("/nhiemvu")
        await sen.sees("Nhiệm vụ: ")
        await sen.presses("Báo cáo")
        await sen.sees("Báo cáo kết quả")
        await sen.says(f"Xong việc thứ {count + 1}")
        await sen.sees("Đã gửi báo cáo")
        await desk.owner.sees("báo cáo", f"Xong việc thứ {count + 1}")
        await desk.owner.presses("Xong")
        await desk.owner.sees("Đã xác nhận xong")
        await sen.sees("đã xong")


async def _one_is_refused(desk: Desk, ba: Any) -> None:
    await ba.says("/nhiemvu")
    await ba.sees("Nhiệm vụ: ")
    await ba.presses("Từ chối 1")
    await ba.sees("Lý do từ chối")
    await ba.says("Xã không có giếng chung")
    await ba.sees("Đã ghi lời từ chối")
    await desk.owner.sees("từ chối", "Xã không có giếng chung")


async def _one_asks_for_time(desk: Desk, tu: Any) -> None:
    await tu.says("xin lùi bản đồ giếng và bể chứa đến 10/12")
    await tu.sees("xin lùi hạn đến", "Lập bản đồ giếng")
    await tu.presses("Xác nhận")
    await desk.owner.sees("xin lùi hạn", "10/12/2026")
    await desk.owner.presses("Đồng ý lùi hạn")
    await tu.sees("Hạn: ", "→ Thứ Năm, 10/12/2026")


async def _mornings_come(desk: Desk, kim: Any, dao: Any) -> None:
    """Every morning of three weeks: one knows after the first digest, one blocks the bot in the second week."""
    for day in _MORNINGS:
        if day == BLOCKED:
            await dao.blocks()
            await desk.stage.settled()
        kim.looks_away()
        await desk.stage.becomes(datetime(day.year, day.month, day.day, 1, 5, tzinfo=UTC))
        await desk.stage.settled()
        if day == _MORNINGS[1]:
            await kim.sees("Nhắc việc Thứ Sáu, 27/11/2026")
            await kim.presses("Đã nắm")
            await kim.sees("2 việc")
        if day.day == 30:
            await desk.stage.restart()


_MORNINGS = [date(2026, 11, 26) + timedelta(days=number) for number in range(21)]
BLOCKED = date(2026, 12, 2)
_OWED = """
    select tasks.id, tasks.deadline, focal_people.account_id as account from tasks
    join focal_people on focal_people.unit_id = tasks.unit_id where tasks.state in ('assigned', 'accepted')
"""
Told = tuple[int, str, date, frozenset[int]]
"""Who was told, by which view, on which day, of which tasks."""


@dataclass(frozen=True)
class _Owed:
    """A task that somebody owes, and the day on which it is due."""

    id: int
    account: int
    due: date

    @staticmethod
    def of(row: Any) -> "_Owed":
        stored = row["deadline"]
        moment = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return _Owed(row["id"], row["account"], aware.astimezone(timezone(timedelta(hours=7))).date())


def _working(day: date, step: int) -> date:
    while day.weekday() > 4:
        day += timedelta(days=step)
    return day


def _expected(tasks: list[_Owed], owner: int, knows: int, blocked: int) -> set[Told]:
    """What the calendar alone says that everybody is told."""
    found: dict[tuple[int, str, date], set[int]] = {}
    for task in tasks:
        on = {_working(task.due + timedelta(days=rung), 1 if rung > 0 else -1): rung for rung in (-7, -3, -1, 0, 1)}
        known = task.account == knows and _MORNINGS[1] in on
        for day, rung in on.items():
            gone = task.account == blocked and day >= BLOCKED
            if day not in _MORNINGS or (known and rung <= 0 and day > _MORNINGS[1]):
                continue
            if not gone:
                found.setdefault((task.account, "task_digest", day), set()).add(task.id)
            if rung > 0 or gone:
                found.setdefault((owner, "overdue_digest", day), set()).add(task.id)
    return {(who, view, day, frozenset(ids)) for (who, view, day), ids in found.items()}


def _told(url: str) -> set[Told]:
    """What was sent; nothing twice."""
    found = []
    for row in rows(url, _SENT):
        data = json.loads(row["data"]) if isinstance(row["data"], str) else row["data"]
        lines = data.get("tasks") or [*data.get("overdue", ()), *data.get("unreached", ())]
        day = date.fromisoformat(str(row["created_at"])[:10])
        found.append((row["chat_id"], row["view"].partition("/")[2], day, frozenset(line["id"] for line in lines)))
    assert len(found) == len({(who, view, day) for who, view, day, _ in found})
    return set(found)


_SENT = """
    select deliveries.chat_id, notices.view, notices.data, notices.created_at from deliveries
    join notices on notices.id = deliveries.notice_id where notices.kind = 'chase' and deliveries.state = 'sent'
"""
