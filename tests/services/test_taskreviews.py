"""All tasks at a glance: the morning, the week, files of the board, reports to be collected."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import pytest_asyncio
import python_calamine

from documents import charts
from domain.conference import Task, Unit
from domain.ids import TaskId, UnitId
from domain.refusal import Refusal
from domain.tasks import Act
from services import chasing, collecting, flows, linking, tasking, tasklists, taskreviews, unitdesk, unitphones
from services.desk import SYSTEM
from services.flows import Upload
from tests.services.taskscene import HALL, PLAN, PRINT, REPORT, Scene, at, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    return await build(office)


def _pages(content: bytes) -> list[list[list[Any]]]:
    """The rows of each sheet of a workbook, its heading left out."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [book.get_sheet_by_index(number).to_python()[1:] for number in range(len(book.sheet_names))]


async def _reports(scene: Scene, text: str, *files: Upload) -> None:
    await scene.do(scene.an, tasking.accept, text)
    for upload in files:
        await scene.do(scene.an, tasking.ask_reason, text, Act.REPORT)
        await scene.office.do(scene.an, flows.take_file, upload)


async def test_the_morning_shows_what_is_done_late_at_risk_and_refused(scene: Scene) -> None:
    await scene.do(scene.an, tasking.ask_reason, PRINT, Act.REFUSE)
    await scene.types(scene.an, "Thiếu máy")
    scene.office.clock.now = datetime(2026, 7, 22, 2, tzinfo=UTC)
    view = (await scene.office.do(scene.organizer, taskreviews.morning)).it
    assert (view.total, view.done, view.numbers) == (3, 0, (1, 1, 1))
    assert [[line.text for line in part] for part in (view.late, view.risk, view.refused)] == [
        [REPORT],
        [HALL],
        [PRINT],
    ]
    with pytest.raises(Refusal):
        await scene.office.do(scene.an, taskreviews.morning)


async def test_the_morning_comes_once_a_working_day_and_not_late(scene: Scene) -> None:
    await scene.sent()
    sent = []
    for day, hour in ((3, 0), (3, 1), (3, 3), (4, 1), (5, 1), (6, 6), (7, 1)):  # 3 July is a Friday; UTC
        scene.office.clock.now = datetime(2026, 7, day, hour, tzinfo=UTC)
        sent.append(await scene.office.do(SYSTEM, taskreviews.tick))
    assert sent == [0, 1, 0, 0, 0, 0, 1]
    assert await scene.waiting(1) == ["morning_screen", "morning_screen"]
    assert await scene.waiting(11) == []


async def test_no_morning_is_sent_where_everything_is_done(scene: Scene) -> None:
    for who, text in ((scene.an, REPORT), (scene.an, PRINT), (scene.cuc, HALL)):
        await scene.do(who, tasking.accept, text)
        await scene.do(who, tasking.ask_reason, text, Act.REPORT)
        await scene.types(who, "Xong")
        await scene.do(scene.organizer, tasking.judge, text, Act.FINISH)
    scene.office.clock.now = datetime(2026, 7, 3, 1, tzinfo=UTC)
    assert await scene.office.do(SYSTEM, taskreviews.tick) == 0


async def test_the_week_shows_what_is_due_day_by_day(scene: Scene) -> None:
    scene.office.clock.now = datetime(2026, 7, 15, 2, tzinfo=UTC)
    view = (await scene.office.do(scene.organizer, taskreviews.week, 1)).it
    assert (view.first, view.last) == (date(2026, 7, 20), date(2026, 7, 26))
    assert [(day, [line.text for line in lines]) for day, lines in view.days] == [
        (date(2026, 7, 20), [REPORT]),
        (date(2026, 7, 24), [HALL]),
    ]
    own = (await scene.office.do(scene.an, taskreviews.week, 1)).it
    assert [[line.text for line in lines] for _, lines in own.days] == [[REPORT]]
    with pytest.raises(Refusal):
        await scene.office.do(await scene.office.person(99), taskreviews.week)


async def test_the_board_as_excel_holds_every_task_and_unit(scene: Scene) -> None:
    reply = await scene.office.do(scene.organizer, taskreviews.sheet)
    first, second = _pages(reply.files[0].content)
    assert [row[:3] for row in first] == [
        ["Phòng Xanh", REPORT, "chưa trả lời"],
        ["Phòng Xanh", PRINT, "chưa trả lời"],
        ["Phòng Đỏ", HALL, "chưa trả lời"],
    ]
    assert [row[:4] for row in second] == [["Phòng Xanh", 2, 0, 0], ["Phòng Đỏ", 1, 0, 0]]


async def test_the_board_as_a_picture_says_the_same_in_text(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    reply = await scene.office.do(scene.organizer, taskreviews.picture)
    drawn = charts.font_path() is not None
    assert (reply.it.what, reply.it.total) == ("picture" if drawn else "no_picture", 3)
    assert [each.content[:4] for each in reply.files] == ([b"\x89PNG"] if drawn else [])
    monkeypatch.setattr(taskreviews, "bars_png", lambda *_: None)
    assert (await scene.office.do(scene.organizer, taskreviews.picture)).it.what == "no_picture"


async def test_reports_to_be_collected_show_what_came_and_what_is_late(scene: Scene) -> None:
    scene.office.clock.now = datetime(2026, 7, 22, 2, tzinfo=UTC)
    board = (await scene.office.do(scene.organizer, collecting.board)).it
    assert (board.total, board.came, board.late, board.files) == (1, 0, 1, 0)
    preview = (await scene.office.do(scene.organizer, chasing.preview, True)).it
    assert (preview.tasks, preview.people, preview.reports) == (1, 2, True)
    assert (await scene.office.do(scene.organizer, chasing.send, 1, 2, True)).it.people == 2
    await _reports(scene, REPORT, Upload("bc.docx", b"one", "số 12/BC-PX"), Upload("bc.docx", b"two"))
    (line,) = (await scene.office.do(scene.organizer, collecting.board)).it.lines
    assert (line.file, line.files, line.paper, line.came) == ("bc.docx (2)", 2, "12/BC-PX", at("2026-07-22T09:00"))


async def test_all_reports_are_one_archive_with_a_list_and_every_version(scene: Scene) -> None:
    with pytest.raises(Refusal) as refused:
        await scene.office.do(scene.organizer, collecting.archive)
    assert refused.value.code == "no_reports_yet"
    await _reports(scene, REPORT, Upload("../bc.docx", b"one", "số 12/BC-PX"), Upload("bc.docx", b"two"))
    reply = await scene.office.do(scene.organizer, collecting.archive)
    assert (reply.it.reports, reply.it.files, reply.it.archives) == (1, 2, 1)
    with zipfile.ZipFile(reply.files[0].content) as packed:
        content = {name: packed.read(name) for name in packed.namelist()}
    (listed,) = _pages(content.pop("danh-sach.xlsx"))
    assert content == {"Phòng Xanh/bc.docx": b"one", "Phòng Xanh/bc (2).docx": b"two"}
    assert [row[6:9] for row in listed] == [["12/BC-PX", "", "bc.docx"], ["12/BC-PX", "", "bc (2).docx"]]
    with pytest.raises(Refusal):
        await scene.office.do(scene.an, collecting.archive)


async def test_a_coordinating_unit_cannot_count_a_refusal_in_its_board(scene: Scene) -> None:
    await scene.do(scene.an, tasking.ask_reason, PRINT, Act.REFUSE)
    await scene.types(scene.an, "không có giấy")
    for service in (taskreviews.sheet, taskreviews.picture):
        assert (await scene.office.do(scene.cuc, service)).it.counts == (("assigned", 2),)
    assert (await scene.office.do(scene.an, taskreviews.sheet)).it.counts == (("refused", 1), ("assigned", 1))


async def test_the_telephone_list_names_what_a_unit_coordinates(scene: Scene) -> None:
    await scene.unit("Phòng Đỏ", unitdesk.release, scene.cuc.account, 1)
    ((name, lines),) = (await scene.office.do(scene.organizer, unitphones.telephone_list)).it.units
    assert (name, [(line.text, line.helping) for line in lines]) == ("Phòng Đỏ", [(HALL, False), (PRINT, True)])
    (seen,) = (await scene.office.do(scene.organizer, linking.exports)).it.items
    assert (seen.act, seen.count) == ("phones_exported", 1)


async def test_what_may_become_late_is_a_filter_of_the_board_and_of_the_units_list(scene: Scene) -> None:
    scene.office.clock.now = datetime(2026, 7, 18, 2, tzinfo=UTC)
    for who, service in ((scene.organizer, tasklists.board), (scene.an, tasklists.mine)):
        shown = (await scene.office.do(who, service)).it
        pressed = [each.args for row in shown.keyboard() for each in row if each.label == "board_risk"]
        assert pressed == [(("n", "1"),)]
    board = (await scene.office.do(scene.organizer, tasklists.board, "risk")).it
    assert [line.text for line in board.tasks] == [REPORT]
    mine = (await scene.office.do(scene.an, tasklists.mine, 0, None, True, "risk")).it
    assert [line.text for line in mine.tasks] == [REPORT]
    scene.office.clock.now = datetime(2026, 7, 21, 2, tzinfo=UTC)  # late, and no longer only at risk
    assert (await scene.office.do(scene.organizer, tasklists.board)).it.risk == 0


async def test_more_units_than_one_picture_holds_stand_on_several(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"Đơn vị {n}" for n in range(1, 66)]
    units = tuple(Unit(id=UnitId(n), name=name, position=n) for n, name in enumerate(names, 1))
    owed = tuple(Task(id=TaskId(n), unit=UnitId(n), text=f"Việc {n}", position=n) for n in range(1, 66))
    scene = await build(office, replace(PLAN, units=(*PLAN.units, *units[2:]), tasks=(*PLAN.tasks, *owed[3:])))
    drawn: list[tuple[str, int]] = []

    def draw(title: str, legend: object, bars: list[object]) -> bytes:
        drawn.append((title, len(bars)))
        return b"png"

    monkeypatch.setattr(taskreviews, "bars_png", draw)
    reply = await scene.office.do(scene.organizer, taskreviews.picture)
    assert ([each.content for each in reply.files], reply.it.what) == ([b"png"] * 3, "picture")
    assert drawn == [(f"Hội nghị thử – 65 ({n}/3)", bars) for n, bars in ((1, 30), (2, 30), (3, 4))]
