"""The plan's workbook there and back: nothing is lost, whatever the order of its rows."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import cache
from typing import Any

import python_calamine
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.planbook import Person, plan_book
from documents.planbook_reading import Book, read_plan_book
from documents.planbook_rows import opened, sent_book
from documents.reading import read_plan_text
from domain.conference import Programme
from domain.ids import NO_UNIT, DelegateId
from domain.plan import PlanDraft
from domain.plan_programme import programme
from templates.render import words

PLAN = """UBND HUYỆN NÀ LÙNG
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
- 9h30: Giải lao;
- 10h00: Giải lao;
- 11h00: Bế mạc.
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa
- Gửi giấy mời trước ngày 20/7/2026;
- Phối hợp Văn phòng UBND huyện chuẩn bị hội trường.
2. Văn phòng UBND huyện
- Chuẩn bị nước uống.
"""
TODAY = date(2026, 7, 1)
WORDS = words("vi")["book"]
PEOPLE = tuple(
    Person(id=DelegateId(number), name=name)
    for number, name in enumerate(("Nguyễn Văn An", "Lò Thị Mơ", "Nguyễn Văn An"), 1)
)
Pages = dict[str, list[list[Any]]]


@cache
def sample() -> tuple[Programme, Pages]:
    draft = read_plan_text(PLAN)
    assert isinstance(draft, PlanDraft)
    plan = programme(draft)
    book = python_calamine.load_workbook(io.BytesIO(plan_book(plan, WORDS, PEOPLE, {})))
    return plan, {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def written(pages: Pages) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        for name, rows in pages.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return made.getvalue()


def in_no_order(plan: Programme) -> Programme:
    """The plan with its lists by id: the order of rows is no difference."""

    def sorted_by_id(found: Any) -> Any:
        return tuple(replace(each, position=0) for each in sorted(found, key=lambda each: each.id))

    lists = {name: sorted_by_id(getattr(plan, name)) for name in ("sessions", "groups", "tasks")}
    return replace(plan, **lists)


def came_back(content: bytes, plan: Programme) -> Book:
    pages = opened(content)
    assert pages is not None
    return read_plan_book(pages, plan, [WORDS], PEOPLE, TODAY)


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_rows_in_any_order_make_no_difference(data: st.DataObject) -> None:
    plan, pages = sample()
    shuffled = {
        name: [rows[0], *data.draw(st.permutations(rows[1:]))] if rows else rows for name, rows in pages.items()
    }
    book = came_back(written(shuffled), plan)
    assert (in_no_order(book.programme), book.people, book.faults) == (in_no_order(plan), (), ())


def test_a_task_without_a_unit_goes_out_and_comes_back_as_one() -> None:
    plan, _ = sample()
    plan = replace(plan, tasks=(*plan.tasks[:-1], replace(plan.tasks[-1], unit=NO_UNIT)))
    book = came_back(plan_book(plan, WORDS, PEOPLE, {}), plan)
    assert (in_no_order(book.programme), book.faults) == (in_no_order(plan), ())


CELLS = st.one_of(st.text(max_size=20), st.sampled_from(["25h00", "30/02/2026", "=1+1", "{{ it }}", "<b>", "x" * 2000]))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_whatever_stands_in_a_cell_the_workbook_is_read_or_its_cell_named(data: st.DataObject) -> None:
    plan, pages = sample()
    name = data.draw(st.sampled_from([name for name, rows in pages.items() if len(rows) > 1 and len(rows[0]) > 1]))
    row = data.draw(st.integers(0, len(pages[name]) - 1))
    column = data.draw(st.integers(0, len(pages[name][0]) - 1))
    spoilt = {each: [list(cells) for cells in rows] for each, rows in pages.items()}
    spoilt[name][row][column] = data.draw(CELLS)
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        for each, rows in spoilt.items():
            page = book.add_worksheet(each)
            for number, cells in enumerate(rows):
                page.write_row(number, 0, cells)
    read = came_back(made.getvalue(), plan)
    assert all(fault.sheet in pages for fault in read.faults)


def test_cells_that_excel_made_its_own_are_read_as_people_see_them() -> None:
    plan, pages = sample()
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        day, clock = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_format({"num_format": "hh:mm"})
        for name, rows in pages.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
        agenda = book.get_worksheet_by_name("Chương trình")
        assert agenda is not None
        agenda.write_datetime(1, 1, date(2026, 7, 27), day)
        agenda.write_datetime(1, 2, time(7, 45), clock)
        agenda.write_formula(2, 4, '=CONCATENATE("Báo cáo ","tổng kết")', value="Báo cáo tổng kết")
        agenda.merge_range(3, 4, 3, 5, "Nghỉ giữa giờ")
    read = came_back(made.getvalue(), plan)
    assert read.faults == ()
    assert [(each.title, each.start, each.room) for each in read.programme.sessions[:3]] == [
        ("Khai mạc", time(7, 45), plan.sessions[0].room),
        ("Báo cáo tổng kết", time(8, 30), plan.sessions[1].room),
        ("Nghỉ giữa giờ", time(9, 30), plan.sessions[2].room),
    ]
    assert read.programme.sessions[0].day == plan.sessions[0].day


def test_workbook_that_lies_about_its_lengths_is_not_opened(lying_about: Callable[[bytes, str], bytes]) -> None:
    _, pages = sample()
    lying = lying_about(written(pages), "xl/sharedStrings.xml")
    assert opened(lying) is None
    assert sent_book(lying, [WORDS]) is None


def test_failed_formulas_halves_and_emptied_groups_are_named_and_change_nothing() -> None:
    plan, pages = sample()
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        for name, rows in pages.items():
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
        for name, row, column in (("Chương trình", 1, 2), ("Chương trình", 2, 4), ("Đơn vị và nhiệm vụ", 1, 1)):
            page = book.get_worksheet_by_name(name)
            assert page is not None
            page.write_formula(row, column, "=#REF!", value="#REF!")
        groups = book.get_worksheet_by_name("Thành phần")
        assert groups is not None
        groups.write_number(1, 3, 10.5)
        groups.write_string(2, 2, " ")
    read = came_back(made.getvalue(), plan)
    assert read.programme == plan
    assert sorted((fault.cell, fault.code, fault.value) for fault in read.faults) == [
        ("B2", "formula", "#REF!"),
        ("C2", "formula", "#REF!"),
        ("C3", "empty", ""),
        ("D2", "count", "10.5"),
        ("E3", "formula", "#REF!"),
    ]


def test_what_is_no_archive_is_no_workbook_and_no_error() -> None:
    for content in (b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), b"KE HOACH"):
        assert sent_book(content, [WORDS]) is None
        assert opened(content) is None
