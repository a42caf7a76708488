"""Lists of people, as offices make them."""

import io
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from documents.delegates import Fault, PeopleList, read_people
from documents.phones import phone, shown
from domain.delegates import Entry, KnownPeople
from domain.ids import GroupId
from domain.refusal import Refusal

GROUPS = {"lanh dao xa": GroupId(4)}
HEAD = "STT;Họ và tên;Chức vụ;Đơn vị;Thành phần;Điện thoại\n"


def read(content: bytes, name: str = "ds.csv", most: int = 100) -> PeopleList:
    return read_people(name, content, GROUPS, KnownPeople(), most)


def refused(content: bytes, name: str = "ds.csv", most: int = 100) -> str:
    with pytest.raises(Refusal) as caught:
        read(content, name, most)
    return caught.value.code


def workbook(rows: list[list[object]]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet("Danh sách")
        for at, row in enumerate(rows):
            page.write_row(at, 0, row)
    return made.getvalue()


AN = Entry(name="Nguyễn Văn An", post="Chủ tịch", unit="Xã Đông", group=GroupId(4), phone="+84912345678")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1258"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_csv_is_read_in_every_encoding_and_delimiter_offices_use(encoding: str, delimiter: str) -> None:
    import unicodedata

    text = HEAD + "1;Nguyễn Văn An;Chủ tịch;Xã Đông;Lãnh đạo xã;0912 345 678\n"
    text = text.replace(";", delimiter)
    if encoding == "cp1258":  # writes tone marks as characters of their own
        text = "".join(_for_cp1258(each) for each in unicodedata.normalize("NFC", text))
    assert read(text.encode(encoding)) == PeopleList(entries=[AN])


def _for_cp1258(character: str) -> str:
    import unicodedata

    try:
        character.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", character)
        tones = [each for each in parts[1:] if each in "\u0300\u0301\u0303\u0309\u0323"]
        base = unicodedata.normalize("NFC", "".join(each for each in parts if each not in tones))
        return base + "".join(tones)
    return character


def test_every_bad_line_is_named_by_its_cell_and_the_good_ones_are_kept() -> None:
    lines = [
        "1;Nguyễn Văn An;Chủ tịch;Xã Đông;Lãnh đạo xã;0912 345 678",
        "2;Trần Thị Bình;;Xã Tây;;09x",
        "3;;Phó Chủ tịch;Xã Nam;;",
        f"4;{'Đ' * 4000};;;;",
        "5;Lê Văn Cường;;;Khách lạ;",
        "6;nguyen van an;;xa dong;;",
        ";;;;;",
        "7;Phạm Duy;;;lanh dao xa;",
    ]
    assert read((HEAD + "\n".join(lines)).encode()) == PeopleList(
        entries=[AN, Entry(name="Phạm Duy", group=GroupId(4))],
        faults=[
            Fault("F3", "phone_invalid", "09x"),
            Fault("B4", "name_missing", ""),
            Fault("B5", "too_long", "Đ" * 80),
            Fault("E6", "group_unknown", "Khách lạ"),
            Fault("B7", "known_already", "nguyen van an"),
        ],
    )


def test_a_workbook_with_title_lines_and_a_number_for_a_phone_is_read() -> None:
    rows: list[list[object]] = [
        ["UBND HUYỆN"],
        ["DANH SÁCH ĐẠI BIỂU"],
        [],
        ["TT", "Họ và tên đệm", "Tên", "Chức danh", "Cơ quan", "SĐT"],
        [1, "Nguyễn Văn", "An", "Chủ tịch", "Xã Đông", 912345678],
        [2, "Trần", "Bình", "", "Xã Tây", "không có"],
        ["", "Tổng cộng: 2 người"],
    ]
    assert read(workbook(rows), "ds.xlsx") == PeopleList(
        entries=[Entry(name="Nguyễn Văn An", post="Chủ tịch", unit="Xã Đông", phone="+84912345678")],
        faults=[Fault("F6", "phone_invalid", "không có")],
    )


def test_a_person_whose_name_begins_like_a_total_is_kept() -> None:
    names = [each.name for each in read("Họ tên\nTống Công Minh\nCông Thị Nga\nTổng cộng 2\n".encode()).entries]
    assert names == ["Tống Công Minh", "Công Thị Nga"]


def test_marks_that_turn_the_writing_direction_and_control_characters_are_dropped() -> None:
    found = read("Họ tên\n\u202eNguyễn\u0007 Văn\u00a0 An <&> 😀\n".encode())
    assert found.entries == [Entry(name="Nguyễn Văn An <&> 😀")]


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (b"", "a.csv", "list_empty"),
        (b"  \n ", "a.csv", "list_empty"),
        ("Họ tên;Chức vụ\n;\n".encode(), "a.csv", "list_empty"),
        (b"\x00\x01\x02" * 50, "a.csv", "list_wrong_kind"),
        (b"%PDF-1.7 ...", "a.pdf", "list_wrong_kind"),
        (b"PK\x03\x04 broken", "a.xlsx", "list_wrong_kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.xls", "list_old_or_locked"),
        ("Chức vụ;Đơn vị\nChủ tịch;Xã\n".encode(), "a.csv", "list_no_heading"),
        (("Họ tên\n" + "An Bình\n" * 200).encode(), "a.csv", "list_too_long"),
        (b"Name\n" + b"x" * (21 * 1024 * 1024), "a.csv", "list_too_big"),
    ],
)
def test_what_is_no_list_is_refused_with_its_reason(content: bytes, name: str, code: str) -> None:
    assert refused(content, name) == code


def test_a_workbook_with_a_cell_far_away_is_refused_before_it_is_read_as_a_table() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.write(0, 0, "Họ tên")
        page.write(1_048_575, 16_383, "x")
    assert refused(made.getvalue(), "a.xlsx") == "list_too_long"


def test_an_archive_that_unpacks_to_very_much_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * (130 * 1024 * 1024))
    assert refused(made.getvalue(), "a.xlsx") == "list_too_big"


def test_an_archive_that_lies_about_its_lengths_is_refused(lying_about: Callable[[bytes, str], bytes]) -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.add_worksheet().write_column(0, 0, ["Họ tên", *(f"Nguyễn Văn {number}" for number in range(1000))])
    assert refused(lying_about(made.getvalue(), "xl/sharedStrings.xml"), "a.xlsx") == "list_wrong_kind"


def test_people_of_one_name_are_told_apart_by_unit_or_phone() -> None:
    known = KnownPeople()
    known.add("Nguyễn Văn An", "Xã Đông", "+84912345678")
    assert known.has("nguyen van an", "xa dong", None)
    assert known.has("An Nguyễn Văn", None, "+84912345678")
    assert not known.has("Nguyễn Văn An", "Xã Tây", None)
    assert not known.has("Nguyễn Văn An", "Xã Đông", "+84987654321")


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("0912 345 678", "+84912345678"),
        ("+84 912.345.678", "+84912345678"),
        ("912345678", "+84912345678"),
        ("(0203) 3825 625", "+842033825625"),
        ("số máy", None),
        ("0912", None),
        ("0203 3825 625 / 0912345678", "+842033825625"),
        ("+33 1 42 68 53 00", "+33142685300"),
        ("0112345678", None),
    ],
)
def test_telephone_numbers_come_to_one_form(typed: str, stored: str | None) -> None:
    assert phone(typed) == stored


def test_numbers_are_shown_as_an_office_writes_them() -> None:
    assert [shown("+84912345678"), shown("+33142685300"), shown(None)] == ["0912 345 678", "+33142685300", ""]


def test_names_in_another_script_are_not_taken_for_one_person() -> None:
    assert len(read("Name\nСергей Иванов\nАнна Петрова\n".encode()).entries) == 2
