"""Old Office files where LibreOffice is: a stand-in takes its place, so that the tests need no installation."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from documents.reading import Unreadable, read_plan
from domain.plan import PlanDraft, value_of

LINES = ("KẾ HOẠCH", "Tổ chức Hội nghị giao ban", "Thời gian: 8h00 ngày 5/6/2026", "Địa điểm: Hội trường xã")


def _open_document() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("content.xml", "<office/>")
    return made.getvalue()


OLD_KINDS = (
    ("plan.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    ("plan.odt", _open_document()),
    ("plan.rtf", b"{\\rtf1 KE HOACH}"),
)


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A program in LibreOffice's place: `$folder` is where the file is asked for, `$here` where the program stands."""

    def place(does: str) -> None:
        find = f'here="{tmp_path}"\nwhile [ "$1" != --outdir ]; do shift; done\nfolder="$2"\n'
        script = tmp_path / "soffice"
        script.write_text(f"#!/bin/sh\n{find}{does}\n", encoding="utf-8")
        script.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")

    return place


@pytest.mark.parametrize(("name", "content"), OLD_KINDS)
def test_old_office_file_is_read_where_libreoffice_is(
    name: str,
    content: bytes,
    tmp_path: Path,
    make_docx: Callable[..., bytes],
    stand_in: Callable[[str], None],
) -> None:
    stand_in('cp "$here/made.docx" "$folder/plan.docx"')
    (tmp_path / "made.docx").write_bytes(make_docx("".join(f"<w:p><w:r><w:t>{x}</w:t></w:r></w:p>" for x in LINES)))
    draft = read_plan(name, content)
    assert isinstance(draft, PlanDraft)
    assert (value_of(draft.title), value_of(draft.venue)) == (LINES[1], "Hội trường xã")


@pytest.mark.parametrize(
    ("fails", "code"),
    [("exit 1", "damaged"), ("exit 0", "damaged"), ('echo nothing > "$folder/plan.docx"', "bad_archive")],
)
def test_old_office_file_that_cannot_be_turned_is_refused(
    fails: str, code: str, stand_in: Callable[[str], None]
) -> None:
    stand_in(fails)
    assert read_plan(*OLD_KINDS[0]) == Unreadable(code)


@pytest.mark.parametrize(("name", "content"), OLD_KINDS)
def test_old_office_file_without_libreoffice_is_told_so(
    name: str, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    assert read_plan(name, content) == Unreadable("needs_libreoffice")
