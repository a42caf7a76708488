"""Who does a piece of work, by when and on what grounds; whose conference it is and who is in a cluster."""

from datetime import datetime

import pytest

from domain.answers import Index, answer_each
from domain.conference import BASIS, Conference, Fact, Group, Programme, Session, Task, Unit
from domain.ids import GroupId, SessionId, TaskId, UnitId

NOW = datetime(2026, 7, 1, 9)  # noqa: DTZ001 - local time
DAY = NOW.date()


def _task(number: int, unit: int, text: str, deadline: datetime | None = None) -> Task:
    return Task(id=TaskId(number), unit=UnitId(unit), text=text, deadline=deadline, position=number)


INDEX = Index.of(
    Programme(
        conference=Conference(
            code="HN",
            title="Hội nghị sơ kết Cụm thi đua số 3",
            issuer="UBND tỉnh Lũng Vài",
            starts_on=DAY,
            doc_no="/KH-UBND",
        ),
        groups=(
            Group(
                id=GroupId(1),
                level="Đại biểu trong Cụm (04 tỉnh",
                description="Lũng Vài, Nà Phặc, Khe Trúc, Bản Đon). Mỗi đoàn gồm Trưởng đoàn và 03 công chức",
            ),
        ),
        sessions=(
            Session(id=SessionId(1), title="Báo cáo sơ kết", day=DAY, start=NOW.time(), responsible="Bà Vi Thị Sen"),
        ),
        units=(
            Unit(id=UnitId(1), name="Văn phòng Cụm"),
            Unit(id=UnitId(2), name="Sở Nội vụ"),
            Unit(id=UnitId(3), name="Trung tâm Truyền thông"),
            Unit(id=UnitId(4), name="Các tỉnh trong Cụm"),
            Unit(id=UnitId(5), name="Trạm Y tế"),
        ),
        tasks=(
            _task(1, 1, "Xây dựng báo cáo sơ kết, kịch bản điều hành"),
            _task(2, 2, "Duyệt kịch bản giao lưu"),
            _task(3, 2, "Tiếp nhận, kiểm tra hồ sơ điển hình", datetime(2026, 6, 1)),  # noqa: DTZ001 - local time
            _task(4, 4, "Gửi hồ sơ điển hình về Sở Nội vụ trước ngày 20/5", datetime(2026, 5, 20)),  # noqa: DTZ001
            _task(5, 3, "Cử người dẫn chương trình; treo băng rôn từ ngày 25/6"),
            _task(6, 1, "Nhận đăng ký (hạn 10/6/2026), bốc thăm thứ tự ngày 12/6/2026", datetime(2026, 6, 10)),  # noqa: DTZ001
            _task(7, 5, "Cử 02 bác sĩ trực"),
            _task(8, 2, "Theo dõi, điểm danh đại biểu"),
            _task(9, 4, "Hoàn thành đại hội cấp xã trước ngày 30/4", datetime(2026, 4, 30)),  # noqa: DTZ001
        ),
        facts=(
            Fact(topic="budget", text="Tiền phòng nghỉ do các đoàn tự chi trả"),
            Fact(topic="budget", text="Tỉnh đăng cai chi các bữa ăn trong chương trình"),
            Fact(topic=BASIS, text="Căn cứ Thông tư số 12/2023/TT-BNV"),
            Fact(topic=BASIS, text="Căn cứ Công văn số 40/BTĐKT ngày 02/3/2026"),
        ),
    )
)


def _answered(question: str) -> str:
    return " ".join(str(each) for each in answer_each(question, INDEX, NOW) if each.answered)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("ai soạn báo cáo sơ kết", "Văn phòng Cụm", "Vi Thị Sen"),
        ("báo cáo sơ kết ai viết vậy", "Văn phòng Cụm", "Vi Thị Sen"),
        ("ai đọc báo cáo sơ kết", "Vi Thị Sen", "Văn phòng Cụm"),
        ("Ai dẫn chương trình?", "Trung tâm Truyền thông", "Sở Nội vụ"),
        ("cử người dẫn chương trình là bên nào", "Trung tâm Truyền thông", "Sở Nội vụ"),
        ("Đơn vị nào đảm nhận khâu điểm danh?", "Sở Nội vụ", "Văn phòng Cụm"),
        ("Hạn gửi hồ sơ điển hình về Sở Nội vụ", "2026, 5, 20", "2026, 6, 1"),
        ("bốc thăm khi nào", "12/6", "hạn 10/6"),
        ("băng rôn treo từ ngày nào", "25/6", "12/6"),
        ("trạm y tế cử mấy người", "02 bác sĩ", "hạn"),
        ("các xã phải xong đại hội trước ngày nào", "2026, 4, 30", "2026, 5, 20"),
        ("hồ sơ điển hình xong gửi đâu", "về Sở Nội vụ", "12/6"),
        ("ai trả tiền phòng", "tự chi trả", "bữa ăn"),
        ("tiền ăn ai trả", "bữa ăn", "tự chi trả"),
        ("cụm gồm những tỉnh nào", "Khe Trúc", "Sở Nội vụ"),
        ("cụm có mấy tỉnh", "04 tỉnh", "Sở Nội vụ"),
        ("hồ sơ điển hình gửi cho đơn vị nào", "về Sở Nội vụ", "12/6"),
        ("công văn số mấy của Ban Thi đua", "40/BTĐKT", "12/2023"),
        ("Hội nghị này của tỉnh nào?", "UBND tỉnh Lũng Vài", "Khe Trúc"),
        ("căn cứ thông tư nào", "12/2023", "40/BTĐKT"),
        ("cơ sở pháp lý là gì", "12/2023", "Sở Nội vụ"),
        ("đoàn Khe Trúc gồm những ai", "Trưởng đoàn", "Sở Nội vụ"),
    ],
)
def test_work_is_told_by_its_verb_and_its_own_date(question: str, told: str, other: str) -> None:
    said = _answered(question)
    assert told in said
    assert other not in said


@pytest.mark.parametrize(
    "question",
    [
        "ai viết kịch bản giao lưu",
        "kế hoạch số mấy",
        "ai trả tiền taxi",
        "ai lo chỗ họp",
        "ai in thẻ",
        "kịch bản giao lưu gồm những gì",
        "căn cứ nghị định nào",
    ],
)
def test_work_of_nobody_is_not_given_to_somebody(question: str) -> None:
    assert _answered(question) == ""
