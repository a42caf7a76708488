"""Every dialogue outlives a restart of the bot before each of its steps (those about tasks: `test_task_dialogues`)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest

from domain.buttons import pack
from handlers import routes
from services.flows import FLOWS
from services.views import broadcast_buttons as bc
from services.views import checkin_buttons as ck
from services.views import delegate_buttons as dl
from services.views import (
    expecting,
    faq,
    feedback,
    inviting,
    live,
    logistics_buttons,
    members,
    plan_buttons,
    polls,
    privacy,
    quotas,
    recording_buttons,
    schedules,
    speaking,
    unit_buttons,
    unit_people,
)
from services.views import joining_buttons as jn
from services.views.attendance import Decline, SendSubstitute
from services.views.forms import SkipStep

Town = Any
DAY = datetime(2026, 12, 10, 0, 10, tzinfo=UTC)
"""7:10 in Hanoi on the day; the first item begins at 7:30."""
SKIP = object()


@dataclass(frozen=True)
class File:
    """A file that is sent; it may be what the bot has just sent itself."""

    name: str
    content: bytes = b""


@dataclass(frozen=True)
class Dialogue:
    """Who has it, how it begins (a command, or a button made with the town's keys), what is entered, what is said then.

    `before` is done first, without a restart. `on_the_day`: the conference has come.
    """

    who: str
    begins: "str | Callable[[Keys], Any]"
    entries: tuple[Any, ...]
    ends: str
    before: "tuple[str | Callable[[Keys], Any], ...]" = ()
    on_the_day: bool = False


@dataclass(frozen=True)
class Keys:
    """The newest row of each table, and An's and Hoa's own."""

    town: Town

    def last(self, table: str, column: str = "id") -> int:
        return int(self.town.rows(f"select {column} from {table} order by id desc limit 1")[0][column])

    @property
    def an(self) -> int:
        return int(self.town.rows(f"select id from delegates where account_id = {self.town.an.id}")[0]["id"])

    @property
    def session(self) -> int:
        return int(self.town.rows("select id from sessions order by position limit 1")[0]["id"])

    @property
    def group(self) -> int:
        return int(self.town.rows("select id from groups order by position limit 1")[0]["id"])

    @property
    def collective(self) -> int:
        return int(self.town.rows("select id from units where name like 'UBND các xã%'")[0]["id"])

    @property
    def unit(self) -> int:
        return int(self.town.rows("select unit_id from focal_people")[0]["unit_id"])


CSV = "Họ và tên\nPhan Thị Mới\n".encode()
DIALOGUES = {
    # people
    "invite_helper": Dialogue("owner", lambda k: inviting.InviteDoor(), ("Bùi Thị Cúc",), "https://"),
    "add_delegate": Dialogue("owner", lambda k: dl.AddDelegate(), ("Lê Mới", "PCT", SKIP, "0912345678"), "Đã thêm"),
    "add_to_group": Dialogue("owner", lambda k: dl.AddToGroup(k.group), ("Lê Mới, PCT, Xã Đông",), "Đã thêm"),
    "add_list": Dialogue("owner", lambda k: dl.AddList(), (File("a.csv", CSV), "Thêm 1 người"), "Đã thêm"),
    "find_delegate": Dialogue("owner", lambda k: dl.FindDelegate(), ("nguyen van an",), "Nguyễn Văn An"),
    "unit_quota": Dialogue("owner", lambda k: quotas.SetUnitQuota(k.unit), ("3",), "3"),
    "name_people": Dialogue("hoa", lambda k: unit_people.NameOurPeople(k.unit), ("Lê Mới, PCT",), "Đã thêm 1 người"),
    "unit_members": Dialogue(
        "owner", lambda k: members.NameMembers(k.collective), ("UBND xã Đông\nUBND xã Tây",), "UBND xã Tây"
    ),
    "new_unit": Dialogue("owner", lambda k: unit_buttons.AddUnit("", 0), ("Công an huyện",), "Đã thêm đơn vị"),
    "unit_alias": Dialogue("owner", lambda k: unit_buttons.NameAlias(k.unit), ("Cơ quan Nội vụ",), "Cơ quan Nội vụ"),
    "record_absence": Dialogue("owner", lambda k: dl.RecordRsvp(k.an, "declined"), ("ốm",), "Đã ghi câu trả lời"),
    "record_substitute": Dialogue(
        "owner", lambda k: recording_buttons.RecordSubstitute(k.an), ("Lê Thay", "PCT"), "đi thay Nguyễn Văn An"
    ),
    "answer_deadline": Dialogue("owner", lambda k: expecting.SetAnswerDeadline(1), ("5/12/2026",), "5/12/2026"),
    "my_name": Dialogue("hoa", lambda k: jn.GiveMyName(), ("Lê Thị Hoa",), "Lê Thị Hoa"),
    "join_by_code": Dialogue(
        "stranger", "Đồng ý", ("{code}", "pham thi binh"), "Đã kết nối", ("/start", lambda k: jn.JoinByCode())
    ),
    "walk_in": Dialogue(
        "stranger",
        lambda k: jn.AskToJoin(),
        ("{code}", "Phạm Duy", "Phóng viên", SKIP),
        "Đã gửi đề nghị",
        ("/start", lambda k: jn.JoinByCode(), "Đồng ý"),
    ),
    **{
        f"correct_{field}": Dialogue("an", lambda k, field=field: privacy.CorrectMyData(field), (value,), shown)
        for field, value, shown in (
            ("name", "Nguyễn Văn Ân", "Nguyễn Văn Ân"),
            ("post", "Chánh Văn phòng", "Chánh Văn phòng"),
            ("unit", "Sở Xây dựng", "Sở Xây dựng"),
            ("phone", "0912345678", "0912 345 678"),
        )
    },
    # the day
    "door_place": Dialogue("owner", lambda k: ck.NamePlace(), ("Cửa chính",), "Cửa chính", on_the_day=True),
    "find_arrival": Dialogue("owner", lambda k: ck.FindArrival(), ("van an",), "Nguyễn Văn An", on_the_day=True),
    "paper_sheet": Dialogue(
        "owner",
        lambda k: ck.EnterSheet(0),
        ("1 lúc 7h05",),
        "07:05",
        (lambda k: ck.RollSheet(),),
        on_the_day=True,
    ),
    "self_check_in": Dialogue(
        "an", lambda k: ck.IAmHere(), ("{digits}",), "Đã điểm danh", (lambda k: ck.ScreenCode(),), on_the_day=True
    ),
    "shift_items": Dialogue(
        "owner",
        lambda k: live.ShiftItems(0),
        ("20",),
        "20 phút",
        (lambda k: live.BeginItem(k.session),),
        on_the_day=True,
    ),
    "need": Dialogue("an", lambda k: logistics_buttons.SayNeed("diet"), ("ăn chay",), "ăn chay"),
    "needs": Dialogue(
        "an", lambda k: logistics_buttons.SayNeed("all"), (SKIP, "đi xe riêng", SKIP, "ăn chay", SKIP), "đi xe riêng"
    ),
    "arrange": Dialogue("owner", lambda k: logistics_buttons.Arrange(k.an, "seat"), ("A12",), "A12"),
    "find_guest": Dialogue("owner", lambda k: logistics_buttons.FindGuest(), ("van an",), "1 người"),
    "speech": Dialogue(
        "an", lambda k: speaking.SpeakIn(k.session), ("Thu ngân sách", SKIP, "10 phút"), "Thu ngân sách"
    ),
    "poll": Dialogue("owner", lambda k: polls.NewPoll(), ("Thông qua?", "Có\nKhông", SKIP), "Thông qua?"),
    "remark": Dialogue(
        "an",
        lambda k: feedback.AddRemark(0, 0),
        ("Phòng hơi nóng",),
        "không ghi tên",
        (lambda k: feedback.GiveScore(0, 5),),
    ),
    "remark_signed": Dialogue(
        "an",
        lambda k: feedback.AddRemark(k.session, 1),
        ("Rất tốt",),
        "tên",
        (lambda k: feedback.GiveScore(k.session, 5),),
    ),
    # those who no longer come
    "decline": Dialogue("an", lambda k: Decline(k.an), ("Đi công tác",), "Đã ghi: vắng mặt"),
    "substitute": Dialogue("an", lambda k: SendSubstitute(k.an), ("Lê Thay", "PCT"), "Đã ghi người đi thay"),
    # what is said to many, and what is asked
    "broadcast": Dialogue("owner", "/thongbao", ("Họp sớm", SKIP), "Gửi cho ai?"),
    "broadcast_text": Dialogue(
        "owner",
        lambda k: bc.RewriteBroadcast(k.last("broadcasts")),
        ("Họp muộn",),
        "Gửi cho ai?",
        ("/thongbao", "A", SKIP),
    ),
    "broadcast_person": Dialogue(
        "owner",
        lambda k: bc.FindPerson(k.last("broadcasts")),
        ("emily",),
        "Bấm vào người cần gửi",
        ("/thongbao", "A", SKIP),
    ),
    "broadcast_time": Dialogue(
        "owner",
        lambda k: schedules.ScheduleAt(k.last("broadcasts")),
        ("8h 5/12",),
        "08:00",
        (
            "/thongbao",
            "A",
            SKIP,
            lambda k: bc.TogglePart(k.last("broadcasts"), k.last("broadcasts", "revision"), "all", 0),
        ),
    ),
    "broadcast_correction": Dialogue(
        "owner",
        lambda k: bc.EditSent(k.last("broadcasts")),
        ("Họp muộn hơn",),
        "Họp muộn hơn",
        (
            "/thongbao",
            "A",
            SKIP,
            lambda k: bc.TogglePart(k.last("broadcasts"), k.last("broadcasts", "revision"), "all", 0),
            lambda k: bc.ConfirmBroadcast(k.last("broadcasts"), k.last("broadcasts", "revision")),
        ),
    ),
    "new_faq": Dialogue("owner", lambda k: faq.NewFaq(), ("Có đỗ xe không?", "Có, sân sau."), "Có, sân sau."),
    "other_faq": Dialogue(
        "owner",
        lambda k: faq.EditFaq(k.last("facts")),
        ("Không có chỗ đỗ.",),
        "Không có chỗ đỗ.",
        (lambda k: faq.NewFaq(), "Có đỗ xe không?", "Có, sân sau."),
    ),
    # the plan
    **{
        f"edit_{field}": Dialogue(
            "owner", lambda k, field=field: plan_buttons.EditField(field), (value,), "chưa công bố"
        )
        for field, value in (
            ("title", "Hội nghị đổi tên"),
            ("dates", "11/12/2026"),
            ("venue", "Nhà khách"),
            ("issuer", "Sở Y tế"),
            ("chair", "Ông Chủ tịch"),
            ("contact", "0203 1"),
            ("form", "Trực tiếp"),
            ("expected_count", "150"),
        )
    },
    **{
        f"edit_session_{field}": Dialogue(
            "owner", lambda k, field=field: plan_buttons.EditSession(k.session, field), (value,), shown
        )
        for field, value, shown in (
            ("title", "Đón khách", "Đón khách"),
            ("day", "11/12/2026", "11/12/2026"),
            ("clock", "7h15 - 7h30", "07:15"),
            ("room", "Phòng 2", "Phòng 2"),
            ("place", "Nhà khách", "Nhà khách"),
            ("responsible", "Bà Lan", "Bà Lan"),
        )
    },
    **{
        f"edit_group_{field}": Dialogue(
            "owner", lambda k, field=field: plan_buttons.EditGroup(k.group, field), (value,), value
        )
        for field, value in (("description", "Lãnh đạo mới"), ("level", "Ở tỉnh"), ("quota", "7"))
    },
    "add_session": Dialogue(
        "owner", lambda k: plan_buttons.AddSession(), ("Giao lưu", "10/12/2026", "17h - 18h"), "Giao lưu"
    ),
    "add_group": Dialogue("owner", lambda k: plan_buttons.AddGroup(), ("Ở tỉnh", "Báo chí"), "Báo chí"),
}
ELSEWHERE = {"answer_question", "logistics_sheet", "member_name", "paste_plan", "plan_arrived", "revise_plan"}
"""In the stories of questions, of the door, of a cluster's members, of a pasted and of a revised plan."""


def test_every_dialogue_is_in_the_table() -> None:
    assert routes.MODULES  # the handlers have loaded every service
    kinds = {kind for kind, flow in FLOWS.items() if not flow.finish.__module__.startswith("services.task")}
    assert kinds - ELSEWHERE == DIALOGUES.keys()
    assert {kind: len(FLOWS[kind].steps) for kind in DIALOGUES} == {
        kind: len(each.entries) for kind, each in DIALOGUES.items()
    }


async def _enters(town: Town, person: Any, entry: Any) -> None:
    match entry:
        case File():
            await person.sends_file(entry.name, entry.content)
        case str() if entry.startswith("Thêm "):
            await person.presses(entry)
        case str():
            await person.says(await _filled_in(town, entry))
        case _:
            await person.forges(pack(SkipStep()))


async def _filled_in(town: Town, entry: str) -> str:
    if entry == "{code}":
        return str(town.rows("select code from conferences")[0]["code"])
    if entry == "{digits}":
        return str(town.owner.finds(r"Mã tự điểm danh: (\d{4})"))
    return entry


async def _does(town: Town, person: Any, what: Any) -> None:
    if what is SKIP:
        await person.forges(pack(SkipStep()))
    elif callable(what):
        await person.forges(pack(what(Keys(town))))
    elif what == "Đồng ý":
        await person.presses(what)
    else:
        await person.says(what)
    await town.stage.settled()


def _scene(dialogue: Dialogue) -> str:
    return "the day" if dialogue.on_the_day else dialogue.who


SCENES = sorted({_scene(each) for each in DIALOGUES.values()})


@pytest.mark.long
@pytest.mark.parametrize("built", ["sqlite"], indirect=True)
@pytest.mark.parametrize("scene", SCENES)
async def test_a_dialogue_outlives_a_restart_at_every_step(town: Town, scene: str) -> None:
    if scene == "the day":
        await town.stage.becomes(DAY)
    for person in (town.owner, town.an, town.hoa):
        await person.says("/start")
    await town.stage.settled()
    for kind, dialogue in DIALOGUES.items():
        if _scene(dialogue) == scene:
            await _outlives(town, kind, dialogue)


async def _outlives(town: Town, kind: str, dialogue: Dialogue) -> None:
    person = town.stranger(kind) if dialogue.who == "stranger" else getattr(town, dialogue.who)
    for what in dialogue.before:
        await _does(town, town.owner if kind == "self_check_in" else person, what)
    await _does(town, person, dialogue.begins)
    for entry in dialogue.entries:
        assert town.count("forms", f"kind = '{kind}'") == 1, kind
        await town.stage.restart()
        await _enters(town, person, entry)
        await town.stage.settled()
    await person.sees(dialogue.ends)
    assert town.count("forms", f"kind = '{kind}'") == 0, kind
