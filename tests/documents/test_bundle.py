"""Archives of many files: names harmless and unique, none too large, nothing whole in memory."""

import tracemalloc
import zipfile
from pathlib import Path
from random import Random

from documents.bundle import Item, bundles

MEGABYTE = 1024 * 1024


def _names(archive: Path) -> list[str]:
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        return opened.namelist()


def test_names_are_harmless_and_unique_in_their_folders(tmp_path: Path) -> None:
    items = [
        Item("", "danh-sach.xlsx", b"list"),
        Item("A/../Phòng A", "../../etc/passwd", b"1"),
        Item("Phòng A", "con\u202etxt", b"1"),
        Item("Phòng A", "Báo cáo.docx", b"2"),
        Item("Phòng A", "báo cáo.docx", b"3"),
        Item("Phòng B", "báo cáo.docx", b"4"),
    ]
    (archive,) = bundles(items, tmp_path)
    names = _names(archive)
    assert names == [
        "danh-sach.xlsx",
        "Phòng A/passwd",
        "Phòng A/contxt",
        "Phòng A/Báo cáo.docx",
        "Phòng A/báo cáo (2).docx",
        "Phòng B/báo cáo.docx",
    ]


def test_files_on_disk_and_in_memory_are_parted_into_archives_below_the_limit(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(bytes(60))
    items = [Item("", "a", bytes(50)), Item("", "b", kept), Item("", "c", bytes(30)), Item("", "d", bytes(200))]
    archives = bundles(items, tmp_path, most=100)
    assert [_names(each) for each in archives] == [["a"], ["b", "c"], ["d"]]
    assert bundles([], tmp_path) == []


def test_large_files_are_never_whole_in_memory(tmp_path: Path) -> None:
    random = Random(7)
    files = []
    for number in range(3):
        path = tmp_path / f"{number}"
        path.write_bytes(random.randbytes(15 * MEGABYTE))
        files.append(Item("Phòng A", f"{number}.bin", path))
    tracemalloc.start()
    try:
        archives = bundles(files, tmp_path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [_names(each) for each in archives] == [["Phòng A/0.bin", "Phòng A/1.bin", "Phòng A/2.bin"]]
    assert archives[0].stat().st_size > 45 * MEGABYTE
    assert peak < 4 * MEGABYTE
