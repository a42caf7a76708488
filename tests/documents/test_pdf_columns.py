"""Text of a PDF that stands in columns, or whose letters come from two fonts."""

from dataclasses import dataclass

from documents.readers.pdf_columns import in_reading_order
from documents.reading import read_paper
from tests.documents.test_pdf_tables import pdf_of, words


def lines_of(content: str) -> list[str]:
    paper = read_paper("ke-hoach.pdf", pdf_of(content))
    return [line.strip() for line in getattr(paper, "lines", ()) if line.strip()]


def _column(left: int, name: str) -> str:
    return "".join(words((left, 700 - 16 * n), f"{name} {n:02} goes on to the end of its line") for n in range(12))


def test_columns_of_text_are_read_one_after_the_other_under_what_spans_them() -> None:
    title = words((120, 760), "A name that stands across both columns of the page")
    lines = lines_of(title + _column(60, "first") + _column(320, "other"))
    assert lines[0].startswith("A name")
    assert [line.split()[0] for line in lines[1:]] == ["first"] * 12 + ["other"] * 12


def test_columns_of_a_table_stay_side_by_side() -> None:
    rows = "".join(
        words((60, 700 - 16 * n), f"{n + 7}h00")
        + words((160, 700 - 16 * n), "Thao luan")
        + words((400, 700 - 16 * n), "So")
        for n in range(12)
    )
    assert [line.split() for line in lines_of(rows)] == [[f"{n + 7}h00", "Thao", "luan", "So"] for n in range(12)]


def test_cell_that_fills_its_column_ends_where_the_next_column_begins() -> None:
    rows = "".join(
        words((60, 700 - 16 * n), text) + words((200, 700 - 16 * n), "Van phong")
        for n, text in enumerate(("Don tiep", "Khai mac", "Tuyen bo ly do, gioi t", "Be mac"))
    )
    assert all("   Van phong" in line for line in lines_of(rows))


def test_letters_of_a_second_font_go_where_they_stand() -> None:
    """A font without some letters: the file writes its own letters first and the others behind them."""
    text = "Hoi nghi so ket cong tac thu vien truong hoc"
    lacking = "oiue"
    content = ""
    for row in range(3):
        own = "".join(" " if letter in lacking else letter for letter in text)
        content += words((60, 700 - 20 * row), own)
        content += "".join(
            words((60 + 6 * place, 700 - 20 * row), letter) for place, letter in enumerate(text) if letter in lacking
        )
    assert lines_of(content) == [text] * 3


@dataclass(frozen=True)
class Run:
    left: float
    right: float
    text: str


def test_columns_of_a_plan_have_short_lines_too_and_end_where_recipients_stand_beside_the_office() -> None:
    left = [Run(60, 280 if n >= 3 else 150, f"trái {n}") for n in range(12)]
    right = [Run(320, 540 if n >= 7 else 400, f"phải {n}") for n in range(12)]
    foot = [
        (Run(60, 140, "Nơi nhận:"), Run(330, 450, "TM. ỦY BAN")),
        (Run(60, 140, "- Lưu: VT."), Run(330, 450, "Lê An")),
    ]
    blocks = in_reading_order([*zip(left, right, strict=True), *foot])
    assert blocks == [left, right, [run for row in foot for run in row]]
