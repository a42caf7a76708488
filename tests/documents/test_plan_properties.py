"""What must hold of any text: reading never raises, sources exist, and a plan survives the ways texts are mangled."""

import re
import textwrap
import unicodedata
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from documents.plan.read import explain, parse
from domain.conference import Source
from domain.plan import PlanDraft, value_of
from domain.plan_json import as_json
from domain.plan_programme import programme

SAMPLE = Path(__file__).resolve().parents[2] / "simulator" / "plans" / "hoi-nghi-mau.txt"
LINES = SAMPLE.read_text(encoding="utf-8").split("\n")
PIECES = [
    "KẾ HOẠCH",
    "I. MỤC ĐÍCH",
    "II. THỜI GIAN, ĐỊA ĐIỂM",
    "- Thời gian: 8h00 ngày 30/02/2024",
    "1. Phòng Nội vụ:",
    "+ Ở tỉnh:",
    "Thời gian\tNội dung\tThực hiện",
    "7h30\tĐón tiếp\t",
    "| a | b |",
    "|---|---|",
    "Nơi nhận:",
    "TM. ỦY BAN",
    "PHỤ LỤC",
    "Chương trình",
    "8h00",
    "Khai mạc (8h15); Bế mạc (25h)",
    "Số lượng: 99999 người",
    "Phân công",
    "Giao X phối hợp Y: gửi; trình trước 5/5",
    "trước 05 ngày tổ chức Hội nghị",
    "((((",
    "\f",
    "2",
    " TT   Thời gian   Nội dung",
    " 1    8h   Khai mạc",
    "Ngày 2",
    "Ngày thứ ba",
    ";",
    ":",
    "| Ngày | Buổi | Giờ | Lớp 1 | Lớp 2 |",
    "Phiên A - Phòng 2: X",
]
quick = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def sources(draft: PlanDraft) -> list[Source]:
    """Every source in a draft."""
    singles = (
        draft.title,
        draft.issuer,
        draft.venue,
        draft.doc_no,
        draft.signer,
        draft.contact,
        draft.form,
        draft.chair,
    )
    lists = (draft.times, draft.groups, draft.levels, draft.sessions, draft.units, draft.recipients, draft.purpose)
    found = [field.source for field in singles if field is not None]
    found += [item.source for items in lists for item in items]
    found += [task.source for unit in draft.units for task in unit.value.tasks]
    return found + [fact.source for fact in draft.facts if fact.source] + [doubt.source for doubt in draft.doubts]


@quick
@given(st.lists(st.sampled_from(PIECES + LINES) | st.text(max_size=60), max_size=40))
@example(["1. Thời gian: 8h00 ngày 3/4/2026. Địa điểm: ; xong lúc 9h00."])
@example(["III. THÀNH PHẦN", ":", "- Sở Nội vụ;"])
def test_reading_never_raises_and_source_lines_exist(lines: list[str]) -> None:
    draft = parse(tuple(lines))
    assert all(1 <= source.first <= source.last <= len(lines) for source in sources(draft))
    assert as_json(draft)["title"] == value_of(draft.title)
    told = [
        each for named in as_json(draft)["sources"].values() for each in (named if type(named) is list else [named])
    ]
    assert all(0 < each["confidence"] <= 1 and each["lines"][0] >= 1 for each in told)
    programme(draft)
    assert {number for each in explain(tuple(lines)) for number in range(each.first, each.last + 1)} >= {
        number for number, line in enumerate(lines, 1) if line.strip()
    }


def facts(draft: PlanDraft) -> tuple[object, ...]:
    """What must survive mangling."""
    return value_of(draft.title), value_of(draft.starts_on), value_of(draft.ends_on), value_of(draft.signer)


WHOLE = facts(parse(tuple(LINES)))


def wrapped(lines: list[str], width: int) -> list[str]:
    """The text as a page of that width shows it; head and foot, which stand in columns, left alone."""
    out: list[str] = []
    for number, line in enumerate(lines):
        body = 7 < number < len(lines) - 9
        out += textwrap.wrap(line, width) or [""] if body else [line]
    return out


@quick
@given(st.integers(60, 110), st.booleans(), st.booleans(), st.booleans())
def test_title_and_dates_survive_wrapping_decomposing_and_page_breaks(
    width: int, decomposed: bool, paged: bool, spaced: bool
) -> None:
    lines = wrapped(LINES, width)
    if paged:
        half = len(lines) // 2
        lines = [*lines[:half], "\f", "2", "", *lines[half:]]
    if spaced:
        lines = [part for line in lines for part in (line, "")]
    if decomposed:
        lines = [unicodedata.normalize("NFD", line) for line in lines]
    assert facts(parse(tuple(lines))) == WHOLE


@quick
@given(st.sampled_from(["1.", "I.", "-", "*", ""]))
def test_title_and_dates_survive_renumbering(mark: str) -> None:
    lines = [re.sub(r"^(?:[IVX]+|\d+)\.", mark, line) for line in LINES]
    assert facts(parse(tuple(lines))) == WHOLE
