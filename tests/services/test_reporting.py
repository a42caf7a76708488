"""The end: figures counted by the database, a workbook of them, and a conference that is closed."""

import io
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import python_calamine
from sqlalchemy import insert, update

from domain.broadcasts import Audience, Part
from domain.conference import Conference, Group, Programme, Session, Task, Unit
from domain.ids import GroupId, SessionId, TaskId, UnitId
from domain.refusal import Refusal
from domain.vietnamese import name_key
from services import audiences, broadcasting, ending, linking, reporting, tasking
from services.desk import Work
from services.notifying import Notice, notify_selected
from services.views.report import Attendance, BroadcastLine, KindLine, UnitLine
from services.views.tasks import NoTasks
from storage import addressees
from storage.schema import delegates, deliveries, questions, reminders

PLAN = Programme(
    conference=Conference(code="HN1", title="Hội nghị thử", starts_on=date(2026, 7, 27)),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=date(2026, 7, 27)),),
    groups=(Group(id=GroupId(1), level="Ở huyện", description="Lãnh đạo", quota=3),),
    units=(Unit(id=UnitId(1), name="Phòng Xanh"),),
    tasks=(
        Task(id=TaskId(1), unit=UnitId(1), text="=2+3", position=1),
        Task(id=TaskId(2), unit=UnitId(1), text="In tài liệu", position=2),
    ),
)
PEOPLE = (
    ("Lê Văn An", 11, True, "attending"),
    ("Lê Thị Bình", None, True, "none"),
    ("Lê Thị Chi", 13, False, "declined"),
    ("+84 Dũng", None, False, "substituted"),
)


async def _tell_everybody(work: Work) -> None:
    notice = Notice(kind="reminder", it=NoTasks())
    await notify_selected(work, notice, addressees.people(work.conference, Audience((Part("all"),))))


async def _scene(office: Any) -> Any:
    made = await office.opens(PLAN)
    organizer = await office.organizer(1)
    for _, account, _, _ in PEOPLE:
        if account:
            await office.person(account)
    await office.do(organizer, tasking.assign_all)
    common = {"conference_id": made.conference.id}
    async with office.desk.database.begin() as connection:
        for name, account, grouped, rsvp in PEOPLE:
            values = {"name": name, "name_key": name_key(name), "state": "invited", "account_id": account, "rsvp": rsvp}
            values |= {"group_id": made.groups[0].id if grouped else None, "created_at": office.clock()}
            key = (await connection.execute(insert(delegates).values(common | values))).inserted_primary_key
        comes = {"name": "Vũ Em", "name_key": name_key("Vũ Em"), "substitute_for": key[0], "rsvp": "attending"}
        await connection.execute(insert(delegates).values(common | values | comes))
        for text, answer in (("Gửi xe ở đâu?", None), ("Có wifi không?", "Có")):
            values = {"account_id": 11, "text": text, "text_key": text, "language": "vi", "asked_at": office.clock()}
            values |= {"answer": answer, "answered_at": office.clock() if answer else None}
            await connection.execute(insert(questions).values(common | values))
        for lead, state in (("60m", "sent"), ("15m", "waiting")):
            values = {"session_id": made.sessions[0].id, "lead": lead, "state": state}
            values |= {"starts_at": office.clock() + timedelta(days=1), "due_at": office.clock()}
            await connection.execute(insert(reminders).values(common | values))
    await office.do(organizer, _tell_everybody)
    async with office.desk.database.begin() as connection:
        await connection.execute(update(deliveries).where(deliveries.c.chat_id == 11).values(state="sent"))
        failed = {"state": "failed", "reason": "bad_request"}
        await connection.execute(update(deliveries).where(deliveries.c.chat_id == 13).values(failed))
    return organizer


async def test_every_figure_of_the_conference_is_counted(office: Any) -> None:
    organizer = await _scene(office)
    view = await office.do(organizer, reporting.collect)
    assert view.groups == (
        Attendance(group="Ở huyện: Lãnh đạo", quota=3, invited=2, linked=1, attending=1, silent=1),
        Attendance(invited=2, linked=1, attending=1, declined=1, substituted=1),
    )
    assert view.total == Attendance(invited=4, linked=2, attending=2, declined=1, substituted=1, silent=1)
    assert view.notices == (
        KindLine(kind="reminder", sent=1, missed=(("failed", 1), ("not_linked", 2))),
        KindLine(kind="task", waiting=1),
    )
    assert view.rounds == (("sent", 1), ("waiting", 1))
    assert view.units == (UnitLine(unit="Phòng Xanh", counts=(("assigned", 2),)),)
    assert (view.asked, view.answered, view.unanswered) == (2, 1, ("Gửi xe ở đâu?",))
    assert view.broadcasts == ()


async def test_the_workbook_holds_the_lists_and_no_formula(office: Any) -> None:
    organizer = await _scene(office)
    reply = await office.do(organizer, reporting.end_report)
    (file,) = reply.files
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(file.content))
    assert book.sheet_names == [
        *("Tham dự", "Có mặt", "Ai có mặt", "Đại biểu", "Nhiệm vụ"),
        *("Tin đã gửi", "Thông báo", "Biểu quyết", "Góp ý", "Câu hỏi"),
    ]
    names = [row[0] for row in book.get_sheet_by_name("Đại biểu").to_python()]
    assert names == ["Họ và tên", "Lê Văn An", "Lê Thị Bình", "Lê Thị Chi", "+84 Dũng", "Vũ Em"]
    assert [row[1] for row in book.get_sheet_by_name("Nhiệm vụ").to_python()] == ["Nhiệm vụ", "=2+3", "In tài liệu"]
    with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert [b"<f>" in sheet for sheet in sheets] == [False] * 10
    (seen,) = (await office.do(organizer, linking.exports)).it.items
    assert (seen.act, seen.count) == ("report_exported", 5)


async def test_a_conference_is_closed_after_a_question_and_can_be_opened_again(office: Any) -> None:
    organizer = await _scene(office)
    asked = (await office.do(organizer, ending.ask_end, 1)).it
    assert (asked.tasks_open, asked.questions_open, asked.reminders_waiting) == (2, 1, 1)
    await office.do(organizer, ending.end, 1)
    assert (await office.do(organizer, reporting.collect)).state == "closed"
    with pytest.raises(Refusal) as refused:
        await office.do(organizer, ending.end, 1)
    assert refused.value.code == "report_outdated"
    await office.do(organizer, ending.reopen, 1)
    assert (await office.do(organizer, reporting.collect)).state == "published"


async def test_figures_are_for_organizers_only(office: Any) -> None:
    await _scene(office)
    delegate = await office.person(11)
    for service, args in ((reporting.end_report, ()), (ending.end, (1,)), (ending.ask_end, (1,))):
        with pytest.raises(Refusal) as refused:
            await office.do(delegate, service, *args)
        assert refused.value.code == "not_allowed"


async def test_a_broadcast_counts_in_the_report(office: Any) -> None:
    organizer = await _scene(office)
    reply = await office.do(organizer, broadcasting.compose, "Tập trung lúc 7h30")
    shown = await office.do(organizer, audiences.toggle, reply.it.id, 0, Part("all"))
    await office.do(organizer, broadcasting.confirm, reply.it.id, shown.it.revision, 1, 5)
    view = await office.do(replace(organizer, language="en"), reporting.collect)
    assert view.broadcasts == (BroadcastLine(begins="Tập trung lúc 7h30", sent=0, total=4),)
