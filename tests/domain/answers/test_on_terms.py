"""On what terms something is given, by when work is done, who bears a cost, and the limits that all must keep."""

from datetime import date, datetime, time

import pytest

from domain.answers import Index, answer_each
from domain.conference import Conference, Fact, Group, Programme, Session, Task, Unit
from domain.ids import GroupId, SessionId, TaskId, UnitId

DAY = date(2026, 9, 15)


def _task(number: int, unit: int, text: str, deadline: datetime | None = None) -> Task:
    return Task(id=TaskId(number), unit=UnitId(unit), text=text, deadline=deadline, position=number)


INDEX = Index.of(
    Programme(
        conference=Conference(
            title="Hội nghị bồi dưỡng cán bộ thú y cơ sở",
            starts_on=DAY,
            chair="Lãnh đạo UBND tỉnh Nậm Chảy (Khối trưởng); Lãnh đạo UBND tỉnh Tà Lơi (Khối phó, đơn vị đăng cai)",
            purpose=("Tổ chức gọn nhẹ; bài phát biểu không quá 04 trang, đọc không quá 08 phút",),
        ),
        groups=(
            Group(
                id=GroupId(1),
                level="Các tập thể, hộ chăn nuôi được khen thưởng",
                description="Các tập thể, hộ chăn nuôi được khen thưởng (15 người)",
            ),
        ),
        sessions=(
            Session(id=SessionId(1), title="Phát tài liệu, thẻ học viên", day=DAY, start=time(7), end=time(7, 30)),
            Session(id=SessionId(2), title="Thi tay nghề vòng bảng, lượt 2", day=DAY, start=time(9), end=time(10)),
            Session(
                id=SessionId(3),
                title="Trao giấy chứng nhận",
                day=DAY,
                start=time(16),
                end=time(16, 30),
                responsible="Bà Lò Thị Ngần",
            ),
        ),
        units=(
            Unit(id=UnitId(1), name="Chi cục Thú y"),
            Unit(id=UnitId(2), name="Hội đồng chuyên môn"),
            Unit(id=UnitId(3), name="Đội Quản lý trật tự"),
            Unit(id=UnitId(4), name="Văn phòng Sở"),
            Unit(id=UnitId(5), name="Các đội thi"),
        ),
        tasks=(
            _task(1, 1, "In tài liệu xong trước ngày 01/9/2026", datetime(2026, 9, 1)),  # noqa: DTZ001 - local time
            _task(2, 2, "Chấm đề cương, báo kết quả chậm nhất ngày 20/8/2026", datetime(2026, 8, 20)),  # noqa: DTZ001
            _task(3, 3, "Bố trí nơi để xe tại sân kho"),
            _task(4, 4, "Bố trí hội trường, nước uống"),
            _task(5, 5, "Tự bảo đảm kinh phí đạo cụ, quần áo biểu diễn"),
            _task(6, 1, "Cấp giấy chứng nhận cho học viên dự đủ 6 buổi và đạt bài kiểm tra"),
            _task(7, 5, "Gửi báo cáo thành tích 03 năm về Chi cục Thú y trước ngày 25/8/2026", datetime(2026, 8, 25)),  # noqa: DTZ001
        ),
        facts=(
            Fact(topic="note", text="Gửi đề cương (không quá 250 từ) trước ngày 05/8/2026"),
            Fact(topic="note", text="Họp đội trưởng, bốc thăm: 14h00 ngày 10/9/2026, tại phòng họp tầng 2"),
            Fact(topic="note", text="Đối tượng: người có thời gian công tác từ 06 tháng trở lên"),
            Fact(topic="note", text="Tài trợ: Công ty Thuốc thú y Đồng Xanh"),
            Fact(topic="lodging", text="Tỉnh Tà Lơi bảo đảm ăn, nghỉ cho đại biểu"),
        ),
    )
)


def _told(question: str) -> str:
    return " ".join(str(each) for each in answer_each(question, INDEX, None) if each.answered)


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("Phát biểu được mấy phút?", "08 phút", ""),
        ("bai phat bieu toi da bao nhieu trang", "04 trang", ""),
        ("How long may a speech take?", "08 phút", ""),
        ("Ai được cấp giấy chứng nhận?", "dự đủ 6 buổi", "Lò Thị Ngần"),
        ("Điều kiện để được cấp giấy chứng nhận là gì?", "dự đủ 6 buổi", ""),
        ("Ai cấp giấy chứng nhận?", "Chi cục Thú y", ""),
        ("Tài liệu in xong khi nào?", "01/9/2026", "Phát tài liệu"),
        ("Hạn nộp đề cương?", "05/8/2026", "20/8/2026"),
        ("Hạn chấm đề cương là ngày nào?", "20/8/2026", "05/8/2026"),
        ("Họp đội trưởng khi nào?", "14h00 ngày 10/9/2026", ""),
        ("Ai bố trí chỗ để xe?", "Đội Quản lý trật tự", "Văn phòng Sở"),
        ("Ai lo chỗ họp?", "Văn phòng Sở", "trật tự"),
        ("Ai tài trợ?", "Đồng Xanh", ""),
        ("Tỉnh nào đăng cai hội nghị?", "Tà Lơi", "Nậm Chảy"),
        ("Ai chi tiền ăn nghỉ?", "Tà Lơi", ""),
        ("Ai lo tiền đạo cụ?", "Các đội thi", ""),
        ("Báo cáo thành tích 3 năm nộp trước ngày nào?", "25/8/2026", ""),
    ],
)
def test_what_the_paper_says_of_terms_and_limits_is_told(question: str, told: str, not_told: str) -> None:
    said = _told(question)

    assert told in said
    assert not not_told or not_told not in said


@pytest.mark.parametrize(
    "question",
    [
        "Những hộ nào được khen thưởng?",  # the name of the group is no list of names
        "Mới vào làm 2 tháng có được thi không?",  # that there are contests is no yes
        "Đơn vị nào bảo trợ?",
    ],
)
def test_what_nobody_wrote_stays_unknown(question: str) -> None:
    assert not _told(question)
