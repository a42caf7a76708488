"""Tables drawn in a PDF: what stands in one cell stays together, however high or low it stands in it."""

from documents.readers.paper import Paper
from documents.reading import read_paper

COLUMNS = (60, 160, 400, 540)
ROWS = (700, 680, 640, 620)


def pdf_of(content: str) -> bytes:
    """One page of Courier with this content stream."""
    stream = content.encode("latin-1")
    fonts = b"/Resources << /Font << /F1 3 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R %s >>" % fonts
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream),
        page,
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + head + table + trailer


def words(at: tuple[int, int], text: str, size: int = 10) -> str:
    return f"BT /F1 {size} Tf 1 0 0 1 {at[0]} {at[1]} Tm ({text}) Tj ET\n"


def drawn() -> str:
    """Thin filled boxes, as Word draws the borders of a table."""
    left, right = COLUMNS[0], COLUMNS[-1]
    flat = "".join(f"{left} {y} {right - left} 0.5 re f\n" for y in ROWS)
    return flat + "".join(f"{x} {ROWS[-1]} 0.5 {ROWS[0] - ROWS[-1]} re f\n" for x in COLUMNS)


PAGE = (
    words((60, 780), "KE HOACH to chuc hoi nghi")
    + words((60, 740), "III. CHUONG TRINH")
    + drawn()
    + words((65, 687), "Thoi gian")
    + words((165, 687), "Noi dung")
    + words((405, 687), "Thuc hien")
    + words((165, 665), "Bao cao tong ket nam va")
    + words((65, 657), "8h00 - 8h30")
    + words((405, 657), "Van phong")
    + words((165, 649), "phuong huong nam sau")
    + words((65, 626), "8h30 - 9h00")
    + words((165, 626), "Be mac")
    + words((60, 600), "IV. TO CHUC THUC HIEN")
    + words((60, 580), "1. Van phong: gui giay moi.")
    + words((60, 60), "1 Theo Quyet dinh so 12", 6)
)


def test_a_cell_of_two_lines_stays_one_cell_beside_a_time_in_its_middle() -> None:
    paper = read_paper("plan.pdf", pdf_of(PAGE))
    assert isinstance(paper, Paper)
    assert [line.strip() for line in paper.lines] == [
        "KE HOACH to chuc hoi nghi",
        "III. CHUONG TRINH",
        "Thoi gian\tNoi dung\tThuc hien",
        "8h00 - 8h30\tBao cao tong ket nam va phuong huong nam sau\tVan phong",
        "8h30 - 9h00\tBe mac",
        "IV. TO CHUC THUC HIEN",
        "1. Van phong: gui giay moi.",
    ]


def test_lines_that_frame_nothing_are_no_table() -> None:
    paper = read_paper("plan.pdf", pdf_of(words((60, 780), "KE HOACH to chuc hoi nghi") + "60 770 200 0.5 re f\n"))
    assert isinstance(paper, Paper)
    assert paper.lines == ("KE HOACH to chuc hoi nghi",)


def test_last_line_stays_unless_its_letters_are_smaller() -> None:
    body = "".join(words((60, 780 - 20 * n), f"[Thong] bang, gop y {n}", 14) for n in range(9))
    for size, there in ((14, True), (10, False)):
        paper = read_paper("plan.pdf", pdf_of(body + words((60, 560), "nam ve xa sau mua", size)))
        assert isinstance(paper, Paper)
        assert (paper.lines[-1].strip() == "nam ve xa sau mua") is there


def test_small_letters_in_a_table_at_the_foot_are_no_note() -> None:
    body = "".join(words((60, 830 - 12 * n), f"Gop y {n}", 14) for n in range(9))
    rows = words((65, 687), "Thoi gian") + words((165, 687), "Noi dung") + words((65, 626), "9h00")
    paper = read_paper("plan.pdf", pdf_of(body + drawn() + rows + words((165, 626), "ve xa sau", 6)))
    assert isinstance(paper, Paper)
    assert paper.lines[-1].split("\t")[:2] == ["9h00", "ve xa sau"]


def test_cell_merged_downwards_says_its_words_in_every_row() -> None:
    left, right = COLUMNS[0], COLUMNS[-1]
    flat = "".join(f"{left} {y} {right - left} 0.5 re f\n" for y in (700, 680, 620))
    flat += f"{left} 650 {COLUMNS[2] - left} 0.5 re f\n"  # not under the last column
    frame = flat + "".join(f"{x} 620 0.5 80 re f\n" for x in COLUMNS)
    rows = ((687, "Thoi gian", "Noi dung"), (660, "8h00", "Khai mac"), (630, "9h00", "Be mac"))
    cells = "".join(words((65, y), first) + words((165, y), second) for y, first, second in rows)
    paper = read_paper("plan.pdf", pdf_of(frame + cells + words((405, 687), "Phu trach") + words((405, 645), "Ban A")))
    assert isinstance(paper, Paper)
    assert paper.lines == ("Thoi gian\tNoi dung\tPhu trach", "8h00\tKhai mac\tBan A", "9h00\tBe mac\tBan A")
