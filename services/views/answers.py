"""Samples of the answers to questions: their views stand in `domain.answers.values`."""

from datetime import date, datetime, time

from domain.answers import values as v
from domain.dates import DayPart
from domain.ids import SessionId, TaskId, UnitId

_DAY = date(2026, 9, 22)
_NEXT = date(2026, 9, 23)
_KNOWN = v.Known(starts_on=_DAY, ends_on=_NEXT)
_UNKNOWN = v.Known(text="Dự kiến trong tháng 9/2026")
_OPENING = v.Line(
    id=SessionId(1),
    title="khai mạc <Hội nghị>",
    day=_DAY,
    start=time(8),
    end=time(8, 30),
    by="Chủ tịch UBND huyện",
    place="Phòng A101",
    mine=True,
)
_BREAK = v.Line(id=SessionId(2), title="Giải lao", day=_DAY, start=time(9, 30), running=True)
_TALK = v.Line(id=SessionId(3), title="Tham luận", day=_NEXT, start=time(13, 30), cancelled=True)
_PART = v.Line(
    id=SessionId(4),
    title="Trao cờ",
    day=_DAY,
    within="Lễ sơ kết",
    within_start=time(8),
    by="đơn vị Cụm phó",
    by_unit="UBND huyện Vân Hải",
)
_BARE = v.Line(id=SessionId(5), title="Bế mạc")
_TASK = v.TaskLine(
    id=TaskId(1),
    unit="Phòng Kinh tế",
    text="gửi báo cáo",
    deadline_text="trước ngày 05/9/2026",
    deadline=datetime.combine(date(2026, 9, 5), time(23, 59)),
    coordinating=("Công an huyện",),
)
_OPEN_TASK = v.TaskLine(
    id=TaskId(2), unit="Văn phòng", text="Bố trí xe", deadline_text="theo quy định", conditional=True
)
_TITLE = "Hội nghị nuôi cá lồng"
_CONTACT = "Phòng Kinh tế, 0207.111.222"

SAMPLES = (
    v.SessionTimes(lines=(_OPENING, _TALK), known=_KNOWN, note="Đại biểu có mặt trước 15 phút"),
    v.SessionTimes(lines=(_PART,), known=_KNOWN),
    v.SessionTimes(lines=(_BARE,), known=_UNKNOWN),
    v.SessionTimes(lines=(_OPENING,), known=_KNOWN, asked="end"),
    v.SessionTimes(lines=(_BREAK,), known=_KNOWN, asked="end"),
    v.SessionTimes(lines=(_BREAK,), known=_KNOWN, asked="end", following=_TALK),
    v.SessionTimes(lines=(_OPENING,), known=_KNOWN, asked="duration", minutes=30),
    v.SessionTimes(lines=(_BARE,), known=v.Known(), asked="duration"),
    v.MomentTimes(what="tổng duyệt", day=_DAY, start=time(19, 30), place="Nhà văn hóa"),
    v.MomentTimes(what="trại hè", day=_DAY, start=None, end_day=_NEXT),
    v.MomentTimes(what="trại hè", day=_DAY, start=None, end_day=_NEXT, asked="end"),
    v.MomentTimes(what="ngày hội", day=_DAY, start=time(17), end_day=_DAY, end=time(20), asked="end"),
    v.ConferenceTimes(
        title=_TITLE, known=v.Known(starts_on=_DAY, ends_on=_NEXT, opens=time(8)), first=_OPENING, main=_TALK
    ),
    v.ConferenceTimes(title=_TITLE, known=_UNKNOWN, place="Nhà văn hóa"),
    v.ConferenceTimes(title=_TITLE, known=v.Known()),
    v.ConferenceTimes(title=_TITLE, known=_KNOWN, duration="02 ngày", asked="duration"),
    v.ConferenceTimes(title=_TITLE, known=_KNOWN, last=_OPENING, asked="end"),
    v.ConferenceTimes(title=_TITLE, known=_KNOWN, last=_BREAK, asked="end"),
    v.ConferenceTimes(title=_TITLE, known=_KNOWN, asked="end", open_end=True),
    v.ConferenceTimes(
        title=_TITLE,
        known=v.Known(starts_on=_DAY, ends_on=_DAY, opens=time(8), closes=time(11, 30)),
        last=_BREAK,
        asked="end",
    ),
    v.ConferenceTimes(title=_TITLE, known=_KNOWN, first=_OPENING, last=_BREAK, asked="both"),
    v.ConferenceTimes(title=_TITLE, known=_KNOWN, first=_OPENING, last=_OPENING, asked="both"),
    v.ConferenceTimes(title=_TITLE, known=_KNOWN, first=_OPENING, denied=date(2026, 8, 12)),
    v.TimeLeft(line=_OPENING, minutes=75, unix=1790038800),
    v.TimeLeft(line=_OPENING, minutes=5, ending=True, passed=True),
    v.WhereIs(place="Nhà văn hóa thị trấn"),
    v.WhereIs(place="Nhà văn hóa thị trấn", lines=(_OPENING, _BREAK)),
    v.DayPlan(first=_DAY, last=_DAY, part=DayPart.MORNING, lines=(_OPENING, _BREAK), known=_KNOWN),
    v.DayPlan(first=_DAY, last=_NEXT, part=None, lines=(_OPENING, _TALK), known=_KNOWN),
    v.DayPlan(first=_DAY, last=_DAY, part=DayPart.EVENING, lines=(), otherwise=(_OPENING,), known=_KNOWN),
    v.DayPlan(first=date(2026, 9, 1), last=date(2026, 9, 1), part=None, lines=(), nearest=_DAY, known=_KNOWN),
    v.DayPlan(first=_DAY, last=_DAY, part=None, lines=(), remaining=True, known=_UNKNOWN),
    v.WholeAgenda(
        title=_TITLE, days=(v.AgendaDay(_DAY, (_OPENING, _PART)), v.AgendaDay(_NEXT, (_TALK,))), known=_KNOWN
    ),
    v.WholeAgenda(title=_TITLE, days=(v.AgendaDay(None, (_BARE,)),), known=_UNKNOWN),
    v.NowNext(phase="during", asked="now", now=(_BREAK,), next=(_TALK,), known=_KNOWN),
    v.NowNext(phase="before", asked="now", next=(_OPENING,), known=_KNOWN),
    v.NowNext(phase="between", asked="next", next=(_TALK, _BREAK), known=_KNOWN),
    v.NowNext(phase="after", asked="next", known=_KNOWN),
    v.NowNext(phase="unknown", asked="now", known=_UNKNOWN),
    v.Neighbour(relation="after", pairs=((_OPENING, (_BREAK,)), (_TALK, ()))),
    v.Neighbour(relation="before", pairs=((_BREAK, ()),)),
    v.Neighbour(relation="first", pairs=((None, (_OPENING,)),)),
    v.Neighbour(relation="last", pairs=((None, (_BARE,)),)),
    v.Order(first=_OPENING, second=_BREAK),
    v.Order(first=_OPENING, second=_PART, together=True),
    v.Responsible(lines=(_PART, _BARE)),
    v.Responsible(tasks=(_TASK, _OPEN_TASK)),
    v.Responsible(tasks=(_TASK,), place="nhà khách"),
    v.UnitTasks(unit_id=UnitId(1), unit="Phòng Kinh tế", role=None, tasks=(_TASK, _OPEN_TASK), lines=(_OPENING,)),
    v.UnitTasks(unit_id=UnitId(2), unit="Công an huyện", role=None, tasks=(), own=True),
    v.UnitTasks(unit_id=UnitId(2), unit="Công an huyện", role=None, tasks=(_OPEN_TASK,), undated=True),
    v.Deadline(tasks=(_TASK, _OPEN_TASK)),
    v.Attendance(groups=(v.GroupLines("Cấp huyện", ("Lãnh đạo các phòng",)),), count="120 người"),
    v.Attendance(groups=(v.GroupLines("", ("Báo chí",)),), may=True),
    v.HeadCount(count=1200, text=None),
    v.HeadCount(count=120, text="Khoảng 120 người"),
    v.ItemCount(what="items", count=8),
    v.ItemCount(what="named", count=2, names=("Thảo luận tổ", "Thảo luận chung")),
    v.ItemCount(what="units", count=1, names=("Phòng Kinh tế",)),
    v.Existence(present=False, what="văn nghệ"),
    v.Existence(present=True, what="tham quan", lines=(_TALK, _PART), tasks=(_TASK,), quotes=("Báo chí được mời",)),
    v.PlanField(field="signer", value="Lò Thị Đào", detail="CHỦ TỊCH"),
    v.PlanField(field="doc_date", value="12/KH-UBND", day=_DAY),
    v.PlanField(field="contact", value=_CONTACT),
    v.Practical(topic="dress", texts=("nam sơ mi", "nữ áo dài"), yes=True),
    v.SavedAnswer(question="Có chỗ để xe <không>?", text="có, trong sân Trung tâm"),
    v.Quoted(texts=("Mỗi tham luận không quá 07 phút",)),
    v.OwnMatter(matter="registered", value="yes"),
    v.OwnMatter(matter="registered", value="no"),
    v.OwnMatter(matter="lodging", value="Phòng 302 <nhà khách>"),
    v.OwnMatter(matter="seat", value="Hàng C, ghế 12"),
    v.Changes(changes=("Khai mạc: 08:00 → 08:30",)),
    v.Changes(changes=()),
    v.Greeting(title=_TITLE),
    v.Greeting(title=_TITLE, thanks=True),
    v.Abilities(title=_TITLE),
    v.Abilities(title=_TITLE, foreign=True),
    v.Ambiguous(choices=(v.Choice("Khai mạc", "khai mạc khi nào"), v.Choice("Bế mạc", "bế mạc khi nào"))),
    v.AskAgain(texts=("Có ăn trưa không?", "gửi xe <ở> đâu?")),
    v.NotUnderstood(),
    v.NotUnderstood(empty=True),
    v.NoInformation(topic="lodging", by=("Văn phòng",), contact=_CONTACT),
    v.NoInformation(topic="something else"),
    v.NoDeadline(tasks=(_TASK,), contact=_CONTACT),
    v.NeedDate(),
    v.OutOfScope(),
    v.Private(contact=_CONTACT),
    v.Private(),
)
