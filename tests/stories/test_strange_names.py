"""Names with markup, emoji, right-to-left marks, thousands of characters; formulas in lists."""

import io
import zipfile
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

Town = Any
NAMES = (
    "<b>Trần & Bảo</b> <i>",
    "Nguyễn 🎉 Hoa",
    "\u202eTrần\u200b Ngược\u202c",
    "{{ 7 * 7 }} {% raw %}",
    "O'Brien \"; drop table delegates; --",
    "%s %d {name} {0}",
)


@pytest.mark.parametrize("name", NAMES)
async def test_a_strange_name_is_kept_and_shown_as_it_is(town: Town, name: str) -> None:
    owner = town.owner
    await owner.says("/daibieu")
    await owner.presses("Thêm một người")
    await owner.sees("Bước 1/4")
    await owner.says(name)
    await owner.sees("Bước 2/4")
    await owner.says("Trưởng <phòng> & Phó")
    await owner.sees("Bước 3/4")
    await owner.presses("Bỏ qua bước này")
    await owner.sees("Bước 4/4")
    await owner.presses("Bỏ qua bước này")
    await owner.sees("Đã thêm vào danh sách", "<phòng> & Phó")
    await owner.presses("Đường dẫn và QR")
    await owner.sees("https://")
    link = owner.finds(r"https://t\.me/\S+start=[\w-]+")
    guest = town.stage.person(name or "x", language="vi")
    await guest.opens(link)
    await guest.presses("Đồng ý")
    await guest.sees("10/12/2026")
    await guest.presses("Vắng")
    await guest.sees("lý do")
    await guest.says(f"{name}\n\n<script>")
    await guest.sees("Đã ghi", "<script>")
    assert town.count("inbox", "incident is not null") == 0


async def test_a_name_of_four_thousand_characters_and_an_invisible_one_are_asked_again(town: Town) -> None:
    owner = town.owner
    await owner.says("/daibieu")
    await owner.presses("Thêm một người")
    await owner.sees("Bước 1/4")
    await owner.says("ă" * 4000)
    await owner.sees("Bước 1/4", "dài quá")
    await owner.says("\u200b\u200d\u2060.")
    await owner.sees("Bước 1/4")
    await owner.says("/huy")
    assert town.count("delegates") == 3


async def test_a_question_of_four_thousand_characters_is_answered_or_passed_on(town: Town) -> None:
    await town.an.says("xin hỏi " + "rất dài <b> & " * 280)
    await town.stage.settled()
    assert len(town.an.texts()) >= 1
    assert town.count("inbox", "incident is not null") == 0


async def test_formulas_in_a_list_are_only_text_in_the_sheets_that_come_out(town: Town) -> None:
    owner = town.owner
    rows = 'Họ và tên,Chức vụ\n"=HYPERLINK(""http://x"";""y"")",@SUM(A1)\n+84 Trần Cộng,-1+1\n'
    await owner.says("/daibieu")
    await owner.presses("Thêm từ tệp")
    await owner.sees("tệp danh sách")
    await owner.sends_file("ds.csv", rows.encode())
    await owner.sees("2 dòng tốt")
    await owner.presses("Thêm 2 người")
    await owner.sees("Đã thêm")
    await owner.says("/daibieu")
    await owner.presses("Tất cả đường dẫn")
    content = await owner.sees_file(".xlsx")
    found = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    cells = [cell for row in found for cell in row if isinstance(cell, str)]
    assert any("HYPERLINK" in cell for cell in cells)
    assert b"<f>" not in _sheet_xml(content)


def _sheet_xml(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist() if "worksheets/" in name)
