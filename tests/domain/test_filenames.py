"""Names of files that people send do no harm."""

import pytest

from domain.filenames import harmless, is_program


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Báo cáo.docx", "Báo cáo.docx"),
        ("..\\..\\windows\\báo:cáo?.docx", "báocáo.docx"),
        ("/etc/passwd", "passwd"),
        ("a\u202egpj.exe", "agpj.exe"),
        (" . ", "file"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_name_is_kept_readable_and_made_harmless(name: str, kept: str) -> None:
    assert harmless(name) == kept


@pytest.mark.parametrize(
    ("name", "runs"), [("a.pdf.EXE", True), ("a.exe ", True), ("exe.pdf", False), ("a.xlsx", False)]
)
def test_programs_are_known_by_their_ending(name: str, runs: bool) -> None:
    assert is_program(name) is runs
