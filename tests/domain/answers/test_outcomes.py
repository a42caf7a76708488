"""What comes of a conference no plan tells: who wins, what the result is, who is elected. Its neighbours are told."""

from datetime import datetime

import pytest

from domain.answers import Index, answer_each
from domain.answers.values import Answer
from domain.conference import Conference, Group, Programme, Session, Task, Unit
from domain.ids import GroupId, SessionId, TaskId, UnitId

NOW = datetime(2026, 7, 1, 9)  # noqa: DTZ001 - local time
INDEX = Index.of(
    Programme(
        conference=Conference(code="HT", title="Hội thi tay nghề giỏi", starts_on=NOW.date()),
        groups=(Group(id=GroupId(1), level="Khách mời", description="Chủ tịch Hội đồng nghề tỉnh"),),
        sessions=(
            Session(
                id=SessionId(1),
                title="Công bố kết quả phần thi",
                day=NOW.date(),
                start=NOW.time(),
                responsible="Tổ thư ký",
            ),
            Session(id=SessionId(2), title="Trao Giấy khen và 15 suất học bổng", day=NOW.date(), position=2),
            Session(id=SessionId(3), title="Bầu Chủ tịch Hội đồng nghề năm 2027", day=NOW.date(), position=3),
        ),
        units=(Unit(id=UnitId(1), name="Tổ thư ký"), Unit(id=UnitId(2), name="Phòng Đào tạo")),
        tasks=(
            Task(id=TaskId(1), unit=UnitId(1), text="Tổng hợp kết quả chấm điểm của các đội", position=1),
            Task(
                id=TaskId(2),
                unit=UnitId(2),
                text="Lập danh sách học sinh nhận học bổng trước ngày 20/6",
                deadline_text="trước ngày 20/6",
                position=2,
            ),
        ),
    )
)


def _answered(question: str) -> bool:
    found: tuple[Answer, ...] = tuple(answer_each(question, INDEX, NOW))
    return any(each.answered for each in found)


@pytest.mark.parametrize(
    "question",
    [
        "Đội nào được chấm điểm cao nhất?",
        "doi nao xep thu nhat",
        "trường nào dẫn đầu",
        "Đơn vị nào đứng đầu phong trào?",
        "kết quả chấm điểm các đội thế nào",
        "kết quả phần thi ra sao rồi ạ",
        "Học sinh nào được nhận học bổng?",
        "dòng họ nào được tặng giấy khen",
        "Danh sách 15 em được trao học bổng",
        "ai sẽ làm Chủ tịch Hội đồng khóa mới",
        "ai lam bi thu nhiem ky toi",
        "tân hiệu trưởng tên gì",
        "tiết mục nào hay nhất",
        "Đoàn mình đứng thứ mấy?",
        "năm nay lớp nào vô địch",
        "năm 2027 ai làm Chủ tịch Hội đồng",
        "Hồ sơ của em có được duyệt không ạ?",
        "bài của cháu đã được chọn chưa",
        "Has our paper been accepted?",
        "đội nào vào chung kết",
        "doi minh duoc bao nhieu diem roi",
    ],
)
def test_what_comes_of_it_is_not_known(question: str) -> None:
    assert not _answered(question)


@pytest.mark.parametrize(
    "question",
    [
        "Ai tổng hợp kết quả chấm điểm?",
        "mấy giờ công bố kết quả phần thi",
        "đơn vị nào công bố kết quả",
        "có bao nhiêu suất học bổng",
        "Phòng nào lập danh sách học sinh nhận học bổng?",
        "hạn lập danh sách nhận học bổng",
        "khi nào trao giấy khen",
    ],
)
def test_who_sees_to_the_result_and_when_is_told(question: str) -> None:
    assert _answered(question)
