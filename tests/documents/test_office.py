"""Old Office files where LibreOffice is: a stand-in takes its place, so that the tests need no installation."""

import asyncio
import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from documents.readers import office
from documents.reading import Unreadable, read_plan, read_plan_safely
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


def _linked() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("content.xml", '<office><draw:image xlink:href="http://192.0.2.1/anh.png"/></office>')
    return made.getvalue()


def test_file_that_would_fetch_something_is_refused_where_the_network_cannot_be_taken_away(
    monkeypatch: pytest.MonkeyPatch, stand_in: Callable[[str], None]
) -> None:
    stand_in("exit 1")
    monkeypatch.setattr(office, "_offline", tuple)
    assert read_plan("plan.odt", _linked()) == Unreadable("linked")
    assert read_plan("plan.odt", _open_document()) == Unreadable("damaged")


def test_libreoffice_reaches_no_network_where_that_can_be_taken_away(
    tmp_path: Path, stand_in: Callable[[str], None]
) -> None:
    if not office._offline():
        pytest.skip("this machine starts no program without a network")
    stand_in('cat /proc/net/dev > "$here/devices"; exit 1')
    read_plan("plan.odt", _linked())
    devices = (tmp_path / "devices").read_text(encoding="utf-8").splitlines()[2:]
    assert [line.split(":")[0].strip() for line in devices] == ["lo"]


def test_libreoffice_ends_with_the_reader_and_leaves_nothing_of_the_file(
    tmp_path: Path, stand_in: Callable[[str], None]
) -> None:
    stand_in('sleep 60 & echo $! > "$here/child"; echo "$folder" > "$here/folder"; sleep 60')
    read = read_plan_safely("plan.odt", _open_document(), seconds=10)
    assert asyncio.run(read) == Unreadable("too_slow")
    child, folder = ((tmp_path / name).read_text(encoding="utf-8").strip() for name in ("child", "folder"))
    for _ in range(3000):
        if _is_gone(int(child)):
            break
        time.sleep(0.02)
    assert _is_gone(int(child))
    assert not Path(folder).exists()


def _is_gone(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return True
    return state == "Z"  # ended, its new parent has not looked yet
