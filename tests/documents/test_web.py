"""Web pages and Markdown as people save and paste them: lists, tables that lay a page out, what a site adds."""

import pytest

from documents.readers.paper import Refused
from documents.readers.text import lines_of
from documents.readers.web import read_html


def shown(page: str) -> list[str]:
    return [line for line in read_html(page).lines if line.strip()]


def test_lists_are_numbered_as_the_page_shows_them() -> None:
    page = (
        '<ol type="I"><li><p>Mục đích</p><ul><li>Gọn</li><li>- Nhẹ</li></ul><li><p>Thời gian</p>'
        '<ol start="2"><li>Ngày<li>Giờ</ol><ol style="list-style-type: lower-alpha"><li>Ở tỉnh</ol></ol>'
        '<ul style="list-style: none"><li>Nơi nhận</li><li></li></ul>'
    )
    assert shown(page) == [
        "I. Mục đích", "- Gọn", "- Nhẹ", "II. Thời gian", "2. Ngày", "3. Giờ", "a) Ở tỉnh", "Nơi nhận",
    ]  # fmt: skip


def test_table_that_lays_out_the_head_is_read_line_by_line() -> None:
    page = "<table><tr><td><p>UBND HUYỆN</p><p>Số: 4/KH</p></td><td>CỘNG HÒA<br>Độc lập</td></tr></table>"
    assert shown(page) == ["UBND HUYỆN\tCỘNG HÒA", "Số: 4/KH\tĐộc lập"]


def test_page_laid_out_by_a_table_is_read_cell_by_cell() -> None:
    paper = "<p>KẾ HOẠCH</p><table><tr><td>Thời gian<td>Việc<tr><td>8h<td>Khai mạc<tr><td>9h<td>Bế mạc</table>"
    page = f"<table><tr><td colspan=2>Tin tức</td></tr><tr><td><p>Liên hệ</p></td><td>{paper}</td></tr></table>"
    assert shown(page) == ["Tin tức", "Liên hệ", "KẾ HOẠCH", "Thời gian\tViệc", "8h\tKhai mạc", "9h\tBế mạc"]


def test_cells_that_reach_over_rows_and_columns_keep_their_columns() -> None:
    page = (
        "<table><tr><th>Thời gian<th>Nội dung<th>Phụ trách<tr><td rowspan=2>8h00<td>Báo cáo<td rowspan=2>Sở Y tế"
        "<tr><td>Tham luận<tr><td>9h00<td colspan=2>Bế mạc</table>"
    )
    assert shown(page) == [
        "Thời gian\tNội dung\tPhụ trách", "8h00\tBáo cáo\tSở Y tế", "8h00\tTham luận\tSở Y tế", "9h00\tBế mạc",
    ]  # fmt: skip


def test_what_a_site_puts_around_and_what_nobody_sees_is_no_part_of_the_paper() -> None:
    page = (
        "<title>Cổng</title><nav><ul><li>Trang chủ</ul></nav><p>Kế hoạch tổ chức</p>"
        "<div style='display:none'>x<div>y</div>z</div>"
        "<p>Hội nghị <b>tổng kết</b></p><footer>Lượt xem: 9</footer>"
    )
    assert shown(page) == ["Kế hoạch tổ chức", "Hội nghị tổng kết"]
    assert shown("<footer><p>Chỉ có chân trang</p></footer>") == ["Chỉ có chân trang"]


@pytest.mark.parametrize(
    "page", ["<![xyz[<p>a</p>", "<![if !x]><p>a</p><![endif]>", "<p>a</p></td></table></ol></pre>", "<td>a<table><tr>"]
)
def test_a_broken_page_is_read_as_far_as_it_goes(page: str) -> None:
    assert shown(page) == ["a"]


def test_tables_nested_without_end_are_read_at_once() -> None:
    assert shown("<table><tr><td>" * 5_000 + "a" + "</table>" * 5_000) == ["a"]


def test_text_within_pre_keeps_its_lines() -> None:
    assert shown("<pre>KẾ HOẠCH\nTổ chức Hội nghị</pre>") == ["KẾ HOẠCH", "Tổ chức Hội nghị"]


@pytest.mark.parametrize(
    "text", ["> KẾ HOẠCH\n> 1. Mục đích\n>\n> - Gọn", "```\nKẾ HOẠCH\n1\\. Mục đích\n\n\\- Gọn\n```"]
)
def test_signs_of_quoted_and_escaped_markdown_are_no_words(text: str) -> None:
    assert [line for line in lines_of(text).lines if line] == ["KẾ HOẠCH", "1. Mục đích", "- Gọn"]


@pytest.mark.parametrize("stray", ["<div ", "<!--", "<![if ", "<"])
def test_a_page_of_elements_that_never_end_is_refused_at_once(stray: str) -> None:
    with pytest.raises(Refused, match="damaged"):
        read_html("<p>" + stray * 100_000)


def test_a_line_without_end_is_refused_before_it_is_put_together() -> None:
    with pytest.raises(Refused, match="too_long"):
        read_html("<p>" + "8h00 <b>ngày</b> 26/6 " * 200_000)
