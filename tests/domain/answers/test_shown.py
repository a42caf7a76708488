"""What an answer must show: each thing asked for, of several clauses the one meant, of an empty day what is known."""

from datetime import date, datetime, time

import pytest

from domain.answers import Index, answer, answer_each
from domain.answers import values as v
from domain.conference import Conference, Fact, Group, Moment, Programme, Session, Source, Task, Unit
from domain.ids import GroupId, SessionId, TaskId, UnitId
from tests.questions import index_from, says

DAY = date(2025, 9, 18)
EVE = date(2025, 9, 17)


def fact(text: str, topic: str = "note") -> Fact:
    return Fact(topic=topic, text=text, source=Source(text, 1, 1))


def session(number: int, title: str, hour: str, by: str | None = None) -> Session:
    source = Source(title, number, number)
    start = time.fromisoformat(hour)
    return Session(
        id=SessionId(number), title=title, day=DAY, start=start, responsible=by, position=number, source=source
    )


INDEX = Index.of(
    Programme(
        conference=Conference(title="Hội nghị nuôi ong xã Bản Mo", venue="Hội trường lớn", starts_on=DAY, ends_on=DAY),
        sessions=(
            session(1, "Khai mạc", "08:00", by="Phó Giám đốc Sở"),
            session(2, "Phát biểu chỉ đạo", "08:10", by="Giám đốc Sở"),
            session(3, "Phiên 2", "09:00"),
            session(4, "Tổng kết cuộc thi mật", "10:00"),
        ),
        units=(Unit(id=UnitId(1), name="Tổ Hậu cần"),),
        tasks=(Task(id=TaskId(1), unit=UnitId(1), text="Kê bàn ghế; đón đoàn tại cổng chính"),),
        facts=(
            fact("01 giải Nhất: 5.000.000 đồng; 02 giải Nhì: 3.000.000 đồng; các giải phụ do Ban Tổ chức quyết định"),
            fact("Phiên 2: Phòng họp giao ban, tầng 2 nhà B"),
            fact("Thi cầu phao – Địa điểm: Bờ hồ Nà Đon"),
            fact("Đêm lửa trại: 19h30 ngày 17/9/2025"),
            fact("Không khí trang trọng, nhà nhà cùng treo cờ tổ quốc dọc đường làng"),
        ),
        moments=(Moment(what="Tổng duyệt", text="15h00 ngày 17/9/2025", start=datetime.combine(EVE, time(15))),),
    )
)


@pytest.mark.parametrize("question", ["giải nhất bao nhiêu tiền", "giai nhat duoc bao nhieu tien"])
def test_of_several_clauses_the_one_asked_about_is_quoted(question: str) -> None:
    given = answer(question, INDEX, None)
    assert isinstance(given, v.Quoted)
    assert given.texts == ("01 giải Nhất: 5.000.000 đồng",)


def test_who_asks_what_there_is_gets_every_clause() -> None:
    given = answer("có những giải gì", INDEX, None)
    assert not isinstance(given, v.Quoted) or "giải Nhì" in " ".join(given.texts)


@pytest.mark.parametrize(
    ("question", "place"),
    [("phien 2 o phong nao", "Phòng họp giao ban"), ("thi cầu phao ở đâu", "Bờ hồ Nà Đon")],
)
def test_a_part_is_where_its_own_line_says(question: str, place: str) -> None:
    given = answer(question, INDEX, None)
    assert isinstance(given, v.Quoted)
    assert place in given.texts[0]


def test_a_day_without_an_agenda_is_told_by_what_the_paper_says_of_it() -> None:
    given = answer("tối nay có gì", INDEX, datetime.combine(EVE, time(9)))
    assert isinstance(given, v.Quoted)
    assert given.texts == ("Đêm lửa trại: 19h30 ngày 17/9/2025",)
    assert isinstance(answer("hôm nay có gì", INDEX, datetime.combine(EVE, time(9))), v.Quoted)


def test_the_deputy_is_not_the_head() -> None:
    given = answer("Giám đốc Sở phát biểu lúc mấy giờ?", INDEX, None)
    assert isinstance(given, v.SessionTimes)
    assert [line.title for line in given.lines] == ["Phát biểu chỉ đạo"]


def test_what_is_asked_besides_and_not_known_is_said_to_be_unknown() -> None:
    found = answer_each("Phiên 2 mấy giờ, ai điều hành", INDEX, None)
    assert isinstance(found[0], v.SessionTimes)
    assert len(found) == 2
    assert not found[1].answered


def test_what_one_answer_shows_is_not_said_twice() -> None:
    assert len(answer_each("khai mạc mấy giờ, ai phát biểu khai mạc", INDEX, None)) == 1


def test_two_words_of_a_name_are_not_found_apart() -> None:
    assert not answer("hội nghị có tổ chức ở Nha Trang không", INDEX, None).answered


@pytest.mark.parametrize(
    ("question", "title"),
    [("đêm lửa trại tối nào", None), ("phát biểu chỉ đạo chuyển sang ngày nào", "Phát biểu chỉ đạo")],
)
def test_which_evening_and_moved_to_which_day_name_no_part_of_the_day(question: str, title: str | None) -> None:
    given = answer(question, INDEX, None)
    assert isinstance(given, v.Quoted | v.SessionTimes)
    if isinstance(given, v.SessionTimes):
        assert [line.title for line in given.lines] == [title]


def test_with_whom_ones_own_group_is_no_plan_tells() -> None:
    assert not answer("Đội em chung với tổ nào vậy anh", INDEX, None).answered


def test_who_works_with_another_is_told_by_the_task() -> None:
    units = (Unit(id=UnitId(1), name="Sở Nông nghiệp"), Unit(id=UnitId(2), name="Hội Nuôi ong"))
    task = Task(id=TaskId(1), unit=UnitId(1), coordinating=(UnitId(2),), text="Lập danh mục dự án mật ong")
    item = session(1, "Giới thiệu danh mục dự án mật ong", "08:00", by="Giám đốc Sở Nông nghiệp")
    index = Index.of(Programme(conference=Conference(title="Hội nghị"), sessions=(item,), units=units, tasks=(task,)))
    given = answer("Ai phối hợp với Sở Nông nghiệp lập danh mục dự án", index, None)
    assert isinstance(given, v.Responsible)
    assert given.tasks[0].coordinating == ("Hội Nuôi ong",)


def test_what_the_whole_costs_is_not_what_one_pays() -> None:
    budget = fact("Kinh phí: từ nguồn thu phí đại biểu và tài trợ; dự kiến 420 triệu đồng", "budget")
    index = Index.of(Programme(conference=Conference(title="Hội nghị nuôi ong"), facts=(budget,)))
    assert not answer("Phí tham dự bao nhiêu?", index, None).answered
    assert answer("Tổng kinh phí bao nhiêu?", index, None).answered


def test_who_bears_a_cost_is_told_by_the_statement_that_says_so() -> None:
    statement = "Công tác phí của học viên do đơn vị cử đi chi trả"
    other = Task(id=TaskId(1), unit=UnitId(1), text="Tạo điều kiện về thời gian và công tác phí để giáo viên tham gia")
    index = Index.of(
        Programme(
            conference=Conference(title="Tập huấn nuôi ong"),
            units=(Unit(id=UnitId(1), name="UBND xã"),),
            tasks=(other,),
            facts=(fact(statement, "allowance"),),
        )
    )
    given = answer("Công tác phí ai chi?", index, None)
    assert isinstance(given, v.Quoted)
    assert given.texts == (statement,)


def test_items_side_by_side_are_listed_alone() -> None:
    rooms = {1: None, 2: "Phòng A", 3: "Phòng B"}
    items = tuple(
        Session(id=SessionId(at), title=title, day=DAY, start=time(hour), room=rooms[at], position=at)
        for at, title, hour in ((1, "Khai mạc", 13), (2, "Tiểu ban giống", 14), (3, "Tiểu ban đất", 14))
    )
    index = Index.of(Programme(conference=Conference(title="Hội thảo", starts_on=DAY, ends_on=DAY), sessions=items))
    given = answer("Chiều 18/9 có những phiên song song nào?", index, None)
    assert isinstance(given, v.DayPlan)
    assert [line.title for line in given.lines] == ["Tiểu ban giống", "Tiểu ban đất"]


@pytest.mark.parametrize("question", ["phòng Hoa Sen chiều 18/9 có gì", "chieu 18/9 o phong hoa sen lam gi"])
def test_day_in_one_room_is_what_is_held_there(question: str) -> None:
    rooms = {1: "Phòng Hoa Ban", 2: "Phòng Hoa Sen, tầng 2"}
    items = tuple(
        Session(id=SessionId(at), title=title, day=DAY, start=time(14), room=rooms[at], position=at)
        for at, title in ((1, "Hồi sức cấp cứu"), (2, "Chăm sóc trẻ sơ sinh"))
    )
    index = Index.of(Programme(conference=Conference(title="Hội thảo", starts_on=DAY, ends_on=DAY), sessions=items))
    given = answer(question, index, None)
    assert isinstance(given, v.DayPlan)
    assert [line.title for line in given.lines] == ["Chăm sóc trẻ sơ sinh"]


@pytest.mark.parametrize(
    "question",
    [
        "Tổ Hậu cần chủ trì những việc nào?",
        "to hau can duoc phan cong lam nhung viec gi",
        "Tổ hậu cần đảm nhận các nhiệm vụ gì",
        "tổ hậu cần lo những công việc nào ạ",
        "Tổ Hậu cần phải chuẩn bị những nội dung gì?",
    ],
)
def test_what_a_unit_does_is_asked_in_many_words(question: str) -> None:
    given = answer(question, INDEX, None)
    assert isinstance(given, v.UnitTasks)
    assert [task.text for task in given.tasks] == ["Kê bàn ghế; đón đoàn tại cổng chính"]


@pytest.mark.parametrize("question", ["khách sạn còn phòng trống ko", "hội nghị còn chỗ không ạ", "any seats left?"])
def test_whether_there_is_still_room_no_plan_tells(question: str) -> None:
    lodging = fact("Khách sạn đề nghị: Bông Sen, giá phòng 850.000 đồng/đêm", "lodging")
    index = Index.of(Programme(conference=Conference(title="Hội nghị nuôi ong"), facts=(lodging,)))
    assert not answer(question, index, None).answered


def test_the_number_of_all_is_no_share_of_one() -> None:
    beds = fact("Bố trí phòng ở cho 180 người tại nhà khách", "lodging")
    index = Index.of(Programme(conference=Conference(title="Hội trại"), facts=(beds,)))
    assert not answer("phòng ở mấy người 1 phòng", index, None).answered


def test_a_number_in_brackets_is_quoted_alone_where_it_is_the_one_asked_for() -> None:
    text = "Tổng số: khoảng 1.150 đồng chí (Hội trường lớn Huyện ủy 230 đồng chí)"
    index = Index.of(Programme(conference=Conference(title="Hội nghị học tập"), facts=(fact(text),)))
    given = answer("hội trường lớn bao nhiêu người", index, None)
    assert isinstance(given, v.Quoted)
    assert given.texts == ("Hội trường lớn Huyện ủy 230 đồng chí",)


def test_who_shares_the_chair_stands_in_the_line_of_the_chair() -> None:
    chair = "Chủ tịch UBND huyện; đồng chủ trì: Chủ tịch Hội Nông dân huyện"
    index = Index.of(Programme(conference=Conference(title="Hội nghị đối thoại", chair=chair)))
    given = answer("Ai đồng chủ trì với chủ tịch huyện?", index, None)
    assert isinstance(given, v.PlanField)
    assert given.value == chair


def test_the_theme_is_told_by_its_own_line() -> None:
    index = Index.of(
        Programme(conference=Conference(title="Hội nghị đối thoại"), facts=(fact('Chủ đề: "Nghề ong và số hóa"'),))
    )
    given = answer("chủ đề năm nay là gì", index, None)
    assert isinstance(given, v.Quoted)
    assert "Nghề ong" in given.texts[0]


def test_on_which_floor_a_named_hall_is_stands_in_its_own_line() -> None:
    lines = (
        fact("Hội trường A (lầu 4, khu hành chính): phiên Nội khoa"),
        fact("Hội trường B (lầu 3): phiên Ngoại khoa"),
    )
    index = Index.of(Programme(conference=Conference(title="Hội nghị khoa học", venue="Bệnh viện"), facts=lines))
    given = answer("hội trường B ở lầu mấy", index, None)
    assert isinstance(given, v.Quoted)
    assert "lầu 3" in given.texts[0]
    assert not answer("hội trường C ở lầu mấy", index, None).answered


def test_those_invited_without_a_number_answer_no_how_many() -> None:
    group = Group(id=GroupId(1), level="Đại biểu khách mời", description="Thường trực Tỉnh Đoàn")
    index = Index.of(Programme(conference=Conference(title="Đại hội Đoàn"), groups=(group,)))
    assert not answer("có bao nhiêu đại biểu khách mời", index, None).answered
    assert answer("khách mời gồm những ai", index, None).answered


def test_which_department_does_something_asks_for_no_room() -> None:
    talk = Session(id=SessionId(1), title="Trao chứng nhận", day=DAY, start=time(14), room="Hội trường lớn", position=1)
    unit = Unit(id=UnitId(1), name="Phòng Đào tạo")
    task = Task(id=TaskId(1), unit=UnitId(1), text="Làm thủ tục cấp chứng nhận")
    conference = Conference(title="Hội thảo", starts_on=DAY, ends_on=DAY)
    index = Index.of(Programme(conference=conference, sessions=(talk,), units=(unit,), tasks=(task,)))
    given = answer("Phòng nào làm chứng nhận?", index, None)
    assert isinstance(given, v.Responsible)
    assert [each.unit for each in given.tasks] == ["Phòng Đào tạo"]


@pytest.mark.parametrize(
    "question", ["em ở phòng số mấy khách sạn vậy", "doan em o phong may", "tôi được xếp ở phòng nào"]
)
def test_where_somebody_sleeps_no_plan_tells(question: str) -> None:
    rest = Session(id=SessionId(1), title="Nhận phòng nghỉ tại Khách sạn Sông Lam", day=DAY, start=time(10), position=1)
    index = Index.of(Programme(conference=Conference(title="Đại hội", starts_on=DAY, ends_on=DAY), sessions=(rest,)))
    assert answer(question, index, None) == v.NoInformation(topic="lodging")


@pytest.mark.parametrize("question", ["Giữa buổi có giải lao không?", "giua gio co giai lao ko"])
def test_when_in_between_there_would_be_a_break_adds_nothing(question: str) -> None:
    given = answer(question, INDEX, None)  # its plan has prizes ("giải Nhất"), which are no break
    assert isinstance(given, v.Existence)
    assert not given.present


def test_until_which_hour_is_not_told_by_work_without_one() -> None:
    unit = Unit(id=UnitId(1), name="Phòng Nông nghiệp")
    task = Task(id=TaskId(1), unit=UnitId(1), text="Chốt danh sách gian hàng trước ngày 05/9")
    index = Index.of(Programme(conference=Conference(title="Hội chợ"), units=(unit,), tasks=(task,)))
    given = answer("Gian hàng mở cửa đến mấy giờ?", index, None)
    assert not given.answered


@pytest.mark.parametrize("question", ["Ai làm trưởng ban tổ chức?", "truong ban to chuc la ai"])
def test_whoever_signs_in_an_office_holds_it(question: str) -> None:
    signed = Conference(title="Lễ hội hoa ban", signer="Bàn Thị Mai", signer_title="TM. BAN TỔ CHỨC TRƯỞNG BAN")
    given = answer(question, Index.of(Programme(conference=signed)), None)
    assert isinstance(given, v.PlanField)
    assert given.value == "Bàn Thị Mai"


@pytest.mark.parametrize("question", ["tổ chức đại hội hết bao nhieu tiền", "lam dai hoi ton bao nhieu tien vay"])
def test_what_it_costs_to_hold_is_no_fee(question: str) -> None:
    budget = fact("Kinh phí: 48.500.000 đồng, trích từ Quỹ phát triển", "budget")
    index = Index.of(Programme(conference=Conference(title="Đại hội thành viên"), facts=(budget,)))
    assert "48.500.000" in str(answer(question, index, None))


@pytest.mark.parametrize("question", ["Nếu không đủ đại biểu thì sao?", "neu khong du dai bieu thi lam the nao"])
def test_a_case_in_plain_words_is_told_by_what_the_plan_says_for_it(question: str) -> None:
    case = fact("Nếu không đủ 75% đại biểu, Đại hội họp lại lúc 7g30 ngày 06/4/2025")
    rain = fact("Nếu trời mưa, chuyển vào hội trường")
    index = Index.of(Programme(conference=Conference(title="Đại hội thành viên"), facts=(case, rain)))
    assert answer(question, index, None) == v.Quoted(texts=(case.text,))


@pytest.mark.parametrize("question", ["hội trường ở tầng mấy", "hoi truong o tang may"])
def test_the_floor_of_the_hall_without_its_name_is_that_of_the_venue(question: str) -> None:
    held = "1. Thời gian: 8h00 ngày 20/9/2026.\n2. Địa điểm: Hội trường A, tầng 4, phố Giếng.\n"
    paper = f"KẾ HOẠCH\nTổ chức Hội nghị chè\n{held}"
    assert "tầng 4" in says(index_from(paper), question)
