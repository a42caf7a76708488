"""What people type about a task is understood into a proposal; questions and letters are left alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from domain import deadlines
from domain.refusal import Refusal
from domain.taskdelays import Later
from domain.taskwords import Declining, Finished, Said, Taking, Waiting, Working, understand
from tests.questions import CORPUS, marked


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("đã xong ạ", Finished()),
        ("Da xong a", Finished()),
        ("Dạ, đơn vị em đã in xong rồi ạ.", Finished()),
        ("đã gửi báo cáo số 12/BC-UBND", Finished()),
        ("100%", Finished()),
        ("xin lùi đến thứ 6", Later(until="thứ 6")),
        ("cho đơn vị em lui den 25/7", Later(until="25/7")),
        ("đề nghị gia hạn thêm 3 ngày", Later(days=3)),
        ("xin thêm một tuần", Later(days=7)),
        ("chờ kinh phí", Waiting()),
        ("cho kinh phi", Waiting()),
        ("đang đợi lãnh đạo duyệt", Waiting()),
        ("đang làm ạ", Working()),
        ("chưa xong", Working()),
        ("được 60% rồi", Working(60)),
        ("đã nhận nhiệm vụ", Taking()),
        ("không nhận được vì thiếu người", Declining()),
    ],
)
def test_a_reply_is_understood(text: str, said: Said) -> None:
    assert understand(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mấy giờ khai mạc?",
        "xong chưa",
        "đơn vị nào đã xong",
        "gửi cho tôi chương trình",
        "vâng",
        "chương trình buổi sáng",
        "dạ khó làm lắm",
        "dạ phòng khác làm",
        "dạ nhờ làm giúp",
        "vâng em chưa nhận được giấy",
        "ok chưa nhận được file",
        "xong có liên hoan ko ad",
        "tối 21/8 liên hoan xong mới về à",
        "họp xong có tiệc không bot",
        "đã xong " + "việc này " * 40,
    ],
)
def test_what_is_no_reply_is_left_alone(text: str) -> None:
    assert understand(text) is None


@dataclass(frozen=True, slots=True)
class Typed:
    """A reply as a unit's person typed it, with the acts it may propose and the percentage or day it names."""

    text: str
    acts: tuple[str, ...]
    names: str


def typed(file: str) -> list[Typed]:
    found = []
    for line in (CORPUS / "replies" / file).read_text(encoding="utf-8").splitlines():
        marks, text = line.split(" | ", 1)
        acts, _, names = marks.partition(" ")
        found.append(Typed(text, tuple(acts.split("/")), names))
    return found


ACTS = {Finished: "done", Later: "later", Waiting: "waiting", Working: "progress", Taking: "accept"}
ACTS |= {Declining: "refuse", type(None): "nothing"}
WROTE = datetime(2023, 7, 12, 9)  # noqa: DTZ001 - local time


def misread(reply: Typed) -> bool:
    said = understand(reply.text)
    expected = {"nothing" if act == "question" else act for act in reply.acts}
    return ACTS[type(said)] not in expected or (reply.names != "" and reply.names != named(said))


def named(said: Said | None) -> str:
    """The percentage or the day that was understood; "none" for a day that no calendar has."""
    match said:
        case Working(percent=int() as percent):
            return str(percent)
        case Later(until=str() as until):
            try:
                day = deadlines.typed(until, WROTE, ())
            except Refusal as refused:
                return "none" if refused.code == "deadline_impossible" else refused.code
            return f"{day.day}/{day.month}"
        case Later(days=int() as days):
            day = WROTE + timedelta(days=days)
            return f"{day.day}/{day.month}"
        case _:
            return ""


@pytest.mark.parametrize(
    ("file", "left"),
    [
        ("round_1.txt", []),
        ("round_2.txt", [("nội dung này trước giờ do Đoàn thanh niên làm", None)]),
        ("round_3.txt", []),
        ("round_4.txt", [("được ạ", None), ("ok", None)]),
    ],
)
def test_typed_replies_are_understood_or_left_to_the_desk(file: str, left: list[tuple[str, Said | None]]) -> None:
    assert [(reply.text, understand(reply.text)) for reply in typed(file) if misread(reply)] == left


def test_no_question_to_the_conference_desk_is_taken_for_a_reply() -> None:
    files = sorted((CORPUS / "questions").glob("*.jsonl"))
    questions = [question.question for file in files for question in marked(file.stem)]
    assert len(questions) > 1_000
    assert [question for question in questions if understand(question) is not None] == []


@pytest.mark.parametrize(
    "words",
    ["mai xong", "thứ 6 xong", "tuần sau xong", "dự kiến mai xong ạ", "hoàn thành vào thứ 6", "xong trong tuần này"],
)
def test_day_to_come_before_done_is_a_promise_and_no_report(words: str) -> None:
    assert understand(words) == Later(until=words)


@pytest.mark.parametrize("words", ["xong hôm qua", "đã xong ngày 20/7", "xong sáng nay", "xong rồi ạ"])
def test_day_that_is_over_or_today_leaves_it_done(words: str) -> None:
    assert understand(words) == Finished()


@pytest.mark.parametrize(
    "words", ["xong rồi, gửi vào đầu tuần", "đã xong, số máy 0912345678", "em xong rồi, vừa đổi máy", "đã xong lịch"]
)
def test_words_written_like_a_question_leave_a_report_one(words: str) -> None:
    assert understand(words) == Finished()
