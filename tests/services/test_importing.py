"""A plan comes again: another conference, a new version, or a paper that changes some points."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from domain.actor import Actor
from domain.changes import ChangeKind
from domain.conference import ConferenceState, Programme, SessionState
from domain.plan_programme import programme
from domain.refusal import Refusal
from domain.views import Reply
from services import importing, planning
from services.views.importing import PlanArrived, RevisionPreview
from services.views.plan import PlanSummary
from storage import editing, programmes
from tests.drafts import read

PLAN = """UBND HUYỆN NÀ LÙNG
Số: 12/KH-UBND
Nà Lùng, ngày 01 tháng 7 năm 2026
KẾ HOẠCH
Tổ chức Hội nghị sơ kết công tác thư viện
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 27/7/2026.
2. Địa điểm: Hội trường huyện.
II. THÀNH PHẦN
- Lãnh đạo các trường học;
- Cán bộ thư viện các xã.
III. CHƯƠNG TRÌNH
- 8h00: Khai mạc;
- 8h30: Báo cáo sơ kết;
- 10h00: Thảo luận;
- 11h00: Bế mạc.
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa
- Gửi giấy mời trước ngày 20/7/2026.
2. Văn phòng UBND huyện
- Chuẩn bị hội trường.
"""
SECOND = (
    PLAN.replace("- 10h00: Thảo luận;\n", "- 10h00: Giải lao;\n- 10h15: Tham luận của các trường;\n")
    .replace("8h30: Báo cáo", "8h45: Báo cáo")
    .replace("Hội trường huyện.", "Nhà văn hóa huyện.")
    .replace("trước ngày 20/7/2026", "trước ngày 18/7/2026")
    .replace("- Cán bộ thư viện các xã.", "- Cán bộ thư viện các xã;\n- Hội Khuyến học huyện.")
)
AMENDING = """UBND HUYỆN NÀ LÙNG
KẾ HOẠCH
Điều chỉnh Kế hoạch tổ chức Hội nghị sơ kết công tác thư viện
1. Địa điểm: Nhà văn hóa huyện.
2. Chương trình
- 9h00: Báo cáo sơ kết.
"""


async def sent(office: Any, who: Actor, text: str) -> Reply:
    reply: Reply = await office.do(who, importing.take_plan, "plan.txt", text.encode(), read(text))
    return reply


async def working(office: Any) -> Programme:
    async with office.desk.database.begin() as connection:
        return await programmes.working(connection, office.conference)


@pytest.fixture
async def organizer(office: Any) -> Actor:
    await office.opens(programme(read(PLAN)))
    found: Actor = await office.organizer()
    return found


async def test_the_first_plan_becomes_a_draft_at_once(office: Any) -> None:
    await office.opens(programme(read(PLAN)))
    owner = await office.organizer()
    reply = await office.do(replace(owner, conference=None), planning.take_plan, "plan.txt", b"x", read(PLAN))
    assert isinstance(reply.it, PlanSummary)


async def test_beside_an_open_conference_it_is_asked_which_the_paper_is(office: Any, organizer: Actor) -> None:
    reply = await sent(office, organizer, SECOND)
    assert isinstance(reply.it, PlanArrived)
    assert reply.it.amends is False
    new = await office.do(organizer, importing.as_new, reply.it.check)
    assert isinstance(new.it, PlanSummary)
    with pytest.raises(Refusal, match="paper_gone"):
        await office.do(organizer, importing.as_revision, reply.it.check)


async def test_a_new_version_is_shown_and_then_applied_to_the_same_rows(office: Any, organizer: Actor) -> None:
    before = await working(office)
    reply = await sent(office, organizer, SECOND)
    shown = (await office.do(organizer, importing.as_revision, reply.it.check)).it
    assert isinstance(shown, RevisionPreview)
    told = [(change.kind, change.title) for change in shown.changes if change.session is not None]
    assert told == [
        (ChangeKind.MOVED, "Báo cáo sơ kết"),
        (ChangeKind.CANCELLED, "Thảo luận"),
        (ChangeKind.ADDED, "Giải lao"),
        (ChangeKind.ADDED, "Tham luận của các trường"),
    ]
    assert [(each.what, each.kind, each.title) for each in shown.differences] == [
        ("group", "added", "THÀNH PHẦN: Hội Khuyến học huyện"),
        ("task", "changed", "Phòng Văn hóa: Gửi giấy mời trước ngày 18/7/2026 (23:59 18/07/2026)"),
    ]
    await office.do(organizer, importing.apply, shown.check, shown.edits)
    after = await working(office)
    assert after.conference.venue == "Nhà văn hóa huyện"
    ids = {session.title: session.id for session in before.sessions}
    assert {session.title: session.id for session in after.sessions if session.title in ids} == ids
    report = next(session for session in after.sessions if session.title == "Báo cáo sơ kết")
    assert (report.day, report.start) == (date(2026, 7, 27), time(8, 45))
    assert [task.id for task in after.tasks] == [task.id for task in before.tasks]
    assert after.conference.state is ConferenceState.PUBLISHED


async def test_a_session_people_know_of_is_cancelled_and_not_deleted(office: Any, organizer: Actor) -> None:
    reply = await sent(office, organizer, PLAN.replace("- 10h00: Thảo luận;\n", ""))
    shown = (await office.do(organizer, importing.as_revision, reply.it.check)).it
    await office.do(organizer, importing.apply, shown.check, shown.edits)
    states = {session.title: session.state for session in (await working(office)).sessions}
    assert states["Thảo luận"] is SessionState.CANCELLED
    assert states["Khai mạc"] is SessionState.PLANNED


async def test_a_paper_that_amends_changes_only_what_it_names(office: Any, organizer: Actor) -> None:
    before = await working(office)
    reply = await sent(office, organizer, AMENDING)
    assert reply.it.amends is True
    shown = (await office.do(organizer, importing.as_revision, reply.it.check)).it
    assert [change.kind for change in shown.changes] == [ChangeKind.VENUE, ChangeKind.MOVED]
    await office.do(organizer, importing.apply, shown.check, shown.edits)
    after = await working(office)
    assert [(s.title, s.start) for s in after.sessions] == [
        ("Khai mạc", time(8)),
        ("Báo cáo sơ kết", time(9)),
        ("Thảo luận", time(10)),
        ("Bế mạc", time(11)),
    ]
    assert (after.conference.title, after.groups, after.tasks) == (before.conference.title, before.groups, before.tasks)
    assert await gaps(office) == set()


async def test_a_new_version_asks_only_for_what_the_conference_still_lacks(office: Any, organizer: Actor) -> None:
    async with office.desk.database.begin() as connection:
        await programmes.change_conference(connection, office.conference, contact="bà Mơ, 0912 345 678")
    assert "contact" in read(SECOND).missing
    reply = await sent(office, organizer, SECOND)
    shown = (await office.do(organizer, importing.as_revision, reply.it.check)).it
    await office.do(organizer, importing.apply, shown.check, shown.edits)
    assert await gaps(office) == {"count"}


async def gaps(office: Any) -> set[str]:
    async with office.desk.database.begin() as connection:
        return {row.code for row in await editing.open_doubts(connection, office.conference) if row.kind == "missing"}


async def test_an_edit_since_the_preview_refuses_it(office: Any, organizer: Actor) -> None:
    reply = await sent(office, organizer, SECOND)
    shown = (await office.do(organizer, importing.as_revision, reply.it.check)).it
    with pytest.raises(Refusal, match="changed_since_preview"):
        await office.do(organizer, importing.apply, shown.check, shown.edits + 1)
    assert (await working(office)).conference.venue == "Hội trường huyện"


async def test_the_same_paper_again_changes_nothing(office: Any, organizer: Actor) -> None:
    reply = await sent(office, organizer, PLAN)
    shown = (await office.do(organizer, importing.as_revision, reply.it.check)).it
    assert (shown.changes, shown.empty) == ((), True)


HEAD = "UBND HUYỆN NÀ LÙNG\nSố: 15/KH-UBND\nNà Lùng, ngày 10 tháng 7 năm 2026\n"
POINTS = f"""{HEAD}KẾ HOẠCH
Điều chỉnh, bổ sung Kế hoạch tổ chức Hội nghị sơ kết công tác thư viện
1. Bỏ nội dung Thảo luận trong chương trình.
2. Bổ sung nội dung “Trao giấy khen” vào chương trình, từ 10h30 đến 10h45.
3. Lùi nội dung Báo cáo sơ kết từ 8h30 sang 8h45.
4. Không tổ chức phần Văn nghệ chào mừng.
5. Phòng Văn hóa: Gửi giấy mời trước ngày 22/7 (thay cho ngày 20/7).
6. Không mời các trường mầm non.
7. Các nội dung khác giữ nguyên theo Kế hoạch số 12/KH-UBND ngày 01/7/2026.
"""


async def test_points_of_a_paper_that_amends_are_taken_one_by_one_or_named(office: Any, organizer: Actor) -> None:
    reply = await sent(office, organizer, POINTS)
    shown = (await office.do(organizer, importing.as_revision, reply.it.check)).it
    assert [(change.kind, change.title) for change in shown.changes] == [
        (ChangeKind.MOVED, "Báo cáo sơ kết"),
        (ChangeKind.CANCELLED, "Thảo luận"),
        (ChangeKind.ADDED, "Trao giấy khen"),
    ]
    assert [(each.what, each.kind) for each in shown.differences] == [("task", "changed"), ("session", "unknown")]
    assert shown.differences[-1].title == "Văn nghệ chào mừng"
    await office.do(organizer, importing.apply, shown.check, shown.edits)
    after = await working(office)
    assert [(s.title, s.start, s.state) for s in after.sessions] == [
        ("Khai mạc", time(8), SessionState.PLANNED),
        ("Báo cáo sơ kết", time(8, 45), SessionState.PLANNED),
        ("Thảo luận", time(10), SessionState.CANCELLED),
        ("Trao giấy khen", time(10, 30), SessionState.PLANNED),
        ("Bế mạc", time(11), SessionState.PLANNED),
    ]
    assert (await office.do(organizer, planning.next_doubt)).it.quote == "6. Không mời các trường mầm non."


async def test_items_that_a_paper_takes_away_are_no_items_of_a_conference_of_its_own(
    office: Any, organizer: Actor
) -> None:
    reply = await sent(office, organizer, POINTS)
    new = await office.do(organizer, importing.as_new, reply.it.check)
    assert new.it.sessions == 2


async def test_where_only_the_hour_moves_the_whole_programme_moves_by_as_much(office: Any, organizer: Actor) -> None:
    paper = (
        f"{HEAD}THÔNG BÁO\nVề việc lùi thời gian tổ chức Hội nghị sơ kết công tác thư viện\n"
        "Thời gian: 14h00 ngày 27/7/2026 (thay cho 8h00 ngày 27/7/2026).\nĐịa điểm: không thay đổi.\n"
    )
    reply = await sent(office, organizer, paper)
    shown = (await office.do(organizer, importing.as_revision, reply.it.check)).it
    await office.do(organizer, importing.apply, shown.check, shown.edits)
    moved = (await working(office)).sessions
    assert [s.start for s in moved] == [time(14), time(14, 30), time(16), time(17)]
