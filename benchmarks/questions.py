"""How long one question takes on a large agenda: understanding, resolving and rendering, in milliseconds.

    python benchmarks/questions.py [--json] [--sessions 500] [--rounds 3]

The goal is a 99th percentile of at most 5 ms on an agenda of 500 sessions, the index built beforehand (its own time is
printed too). Questions are spelt well and badly, short and long, answerable and not. The cold ones are each asked for
the first and only time, on an index that nobody has asked anything yet.
"""

import argparse
import json
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from domain.answers import Index, answer_each, language_of
from domain.answers.phrases import words_in
from domain.conference import Conference, Group, Programme, Session, Task, Unit
from domain.ids import GroupId, SessionId, TaskId, UnitId
from templates.render import text

FIRST = date(2026, 9, 21)
MATTERS = sorted(
    words_in("lúa gạo thủy sản rừng phòng hộ cà phê hồ tiêu chăn nuôi trồng trọt nước sạch giao thông nông thôn")
)
KINDS = (
    "Tham luận về",
    "Báo cáo tình hình",
    "Thảo luận chuyên đề",
    "Phát biểu của đại diện ngành",
    "Trình diễn mô hình",
)
QUESTIONS = (
    "mấy giờ khai mạc",
    "may gio giai lao v",
    "chiều mai có gì",
    "đang đến phần nào rồi",
    "tiếp theo là gì",
    "Tham luận về cà phê 37 lúc mấy giờ?",
    "ai lo giấy mời",
    "sau phần thảo luận chuyên đề lúa 12 là gì",
    "hội nghị ở đâu ạ",
    "where is the opening?",
    "mật khẩu wifi là gì",
    "thời tiết ngày mai thế nào",
    "đơn vị 17 phải làm gì",
    "hạn gửi báo cáo 23",
    "báo cáo tình hifnh thuye sản ba phòng hộ",
    "Kính gửi ban tổ chức, cho tôi hỏi " + "xin vui lòng cho biết " * 40 + "mấy giờ bế mạc",
    "khai mạc " * 450,
    "toàn bộ chương trình",
)

ASKED_ONCE = ("{} lúc mấy giờ?", "sau {} là gì", "ai {}", "{} ở đâu v", "mấy giờ xong {} ạ")


def programme(sessions: int) -> Programme:
    """A conference of so many sessions over five days, fifty units and two hundred tasks."""
    made = []
    for number in range(sessions):
        day, place = divmod(number, max(1, sessions // 5))
        start = (datetime.combine(FIRST, time(7, 30)) + timedelta(minutes=place * 6)).time()
        title = f"{KINDS[number % 5]} {MATTERS[number % len(MATTERS)]} {MATTERS[(number * 7) % len(MATTERS)]} {number}"
        named = {0: "Khai mạc", 100: "Giải lao", sessions - 1: "Bế mạc"}.get(number, title)
        made.append(Session(id=SessionId(number + 1), title=named, day=FIRST + timedelta(days=day), start=start))
    units = tuple(Unit(id=UnitId(n), name=f"Đơn vị {MATTERS[n % len(MATTERS)]} {n}") for n in range(1, 51))
    tasks = tuple(
        Task(id=TaskId(n), unit=UnitId(n % 50 + 1), text=f"Gửi báo cáo {n} về {MATTERS[n % len(MATTERS)]}")
        for n in range(1, 201)
    )
    groups = tuple(Group(id=GroupId(n), description=f"Đại diện {MATTERS[n % len(MATTERS)]} {n}") for n in range(1, 61))
    conference = Conference(title="Hội nghị nông nghiệp", venue="Hội trường lớn", starts_on=FIRST)
    return Programme(conference=conference, sessions=tuple(made), groups=groups, units=units, tasks=tasks)


def measure(sessions: int, rounds: int) -> dict[str, float]:
    """The figures: index, median and 99th percentile of understanding and resolving, and with rendering."""
    plan = programme(sessions)
    begun = perf_counter()
    index = Index.of(plan)
    built = perf_counter() - begun
    now = datetime.combine(FIRST, time(9))
    took, whole = [], []
    for _ in range(rounds + 1):
        for question in QUESTIONS:
            begun = perf_counter()
            answers = answer_each(question, index, now)
            took.append(perf_counter() - begun)
            for each in answers:
                text(each, language_of(question))
            whole.append(perf_counter() - begun)
    cold = _cold(Index.of(plan), [each.title.lower() for each in plan.sessions], now)
    took, whole = sorted(took[len(QUESTIONS) :]), sorted(whole[len(QUESTIONS) :])
    return {
        "sessions": sessions,
        "questions": len(took),
        "index_ms": round(built * 1000, 2),
        "median_ms": round(took[len(took) // 2] * 1000, 3),
        "p99_ms": round(took[int(len(took) * 0.99)] * 1000, 3),
        "rendered_p99_ms": round(whole[int(len(whole) * 0.99)] * 1000, 3),
        "cold_p99_ms": round(cold[int(len(cold) * 0.99)] * 1000, 3),
    }


def _cold(index: Index, titles: list[str], now: datetime) -> list[float]:
    """How long questions about each session take that were never asked before, sorted."""
    took = []
    for number, title in enumerate(titles):
        question = ASKED_ONCE[number % len(ASKED_ONCE)].format(title)
        begun = perf_counter()
        answer_each(question, index, now)
        took.append(perf_counter() - begun)
    return sorted(took)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--sessions", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    figures = measure(options.sessions, options.rounds)
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{name:18} {value}")


if __name__ == "__main__":
    main()
