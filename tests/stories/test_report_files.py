"""Files of reports through the whole stage: too large, an album, programs, and everything as one archive."""

import io
import zipfile
from pathlib import Path
from random import Random
from typing import Any

Town = Any
MEGABYTE = 2**20


def _left_in_scratch(folder: Path) -> list[Path]:
    return list(folder.rglob("scratch/*"))


async def _reports(town: Town) -> None:
    """Hoa takes her unit's first task and is asked for the report."""
    await town.hoa.says("/nhiemvu")
    await town.hoa.sees("Nhiệm vụ")
    await town.hoa.presses("Nhận 1")
    await town.hoa.sees("Đã nhận")
    await town.hoa.presses("Báo cáo 1")
    await town.hoa.sees("Báo cáo kết quả")


async def test_a_report_of_25_megabytes_is_refused_and_the_dialogue_waits_for_a_smaller_one(town: Town) -> None:
    await _reports(town)
    await town.hoa.sends_file("bao-cao.pdf", bytes(25 * MEGABYTE))
    await town.hoa.sees("Tệp lớn quá", "20 MB")
    await town.stage.restart()
    await town.hoa.sends_file("bao-cao.exe", b"MZ")
    await town.hoa.sees("chương trình")
    await town.hoa.sends_file("bao-cao.pdf", b"")
    await town.hoa.sees("trống")
    assert town.count("documents", "kind = 'report'") == 0
    await town.hoa.sends_file("bao-cao.pdf", b"%PDF")
    await town.hoa.sees("Đã gửi báo cáo")
    await town.owner.sees("báo cáo", "bao-cao.pdf")


async def test_ten_files_in_an_album_are_one_report_for_everybody(town: Town) -> None:
    await _reports(town)
    names = [f"{number}.jpg" for number in range(1, 11)]
    await town.hoa.sends_album({name: name.encode() for name in names}, caption="Báo cáo số 12/BC-PNV")
    await town.hoa.sees("10 tệp", "một báo cáo")
    await town.owner.sees("báo cáo", "10.jpg")
    await town.stage.settled()
    first, *others = town.hoa.texts()
    assert first.startswith("✓ Đã gửi báo cáo")
    assert all("một báo cáo" in text for text in others)
    (kept,) = town.rows(
        "select count(distinct album) as albums, count(*) as files from documents where kind = 'report'"
    )
    assert (kept["albums"], kept["files"]) == (1, 10)
    told = " ".join(town.owner.texts()).replace(",", " ").replace(";", " ").split()
    assert [told.count(name) for name in names] == [1] * 10  # each file is told of, and once
    assert "12/BC-PNV" in told


async def test_large_reports_come_as_one_archive_that_is_taken_off_the_disk_again(town: Town, tmp_path: Path) -> None:
    await _reports(town)
    random = Random(12)
    large = {f"phan-{number}.bin": random.randbytes(18 * MEGABYTE) for number in (1, 2)}
    for name, content in large.items():
        await town.hoa.sends_file(name, content)
        await town.hoa.sees("Đã gửi báo cáo")
    await town.owner.says("/nhiemvu")
    await town.owner.sees("Bảng nhiệm vụ")
    await town.owner.presses("Báo cáo phải thu")
    await town.owner.sees("Báo cáo")
    await town.owner.presses("Tải 2 tệp")
    packed = await town.owner.sees_file("bao-cao-cac-don-vi.zip")
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        kept = {Path(name).name: archive.read(name) for name in archive.namelist()}
    assert {name: kept[name] for name in large} == large
    assert len(packed) > 36 * MEGABYTE
    await town.stage.settled()
    assert _left_in_scratch(tmp_path) == []
