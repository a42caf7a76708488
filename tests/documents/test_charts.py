"""Pictures: of the right size, different for different facts, none without a font."""

import io
from pathlib import Path

import pytest
from PIL import Image

from documents import charts
from documents.charts import Bar, bars_png, digits_png, font_path

LEGEND = ("Có mặt", "Vắng có phép", "Chưa có mặt")
BARS = (Bar("Lãnh đạo các xã, phường, thị trấn và đơn vị trực thuộc", 20, 1, 24), Bar("Hộ gia đình", 0, 0, 5))


def test_the_digits_fill_a_slide() -> None:
    picture = Image.open(io.BytesIO(digits_png("0427")))
    assert picture.size == (1280, 720)
    assert digits_png("0427") == digits_png("0427") != digits_png("0472")


@pytest.mark.skipif(font_path() is None, reason="no font with Vietnamese letters on this machine")
def test_every_line_has_its_bar() -> None:
    one, two = bars_png("Có mặt 20/29", LEGEND, BARS[:1]), bars_png("Có mặt 20/29", LEGEND, BARS)
    assert one is not None
    assert two is not None
    heights = [Image.open(io.BytesIO(each)).size[1] for each in (one, two)]
    assert heights[1] - heights[0] == 44


@pytest.mark.skipif(font_path() is None, reason="no font with Vietnamese letters on this machine")
def test_nobody_expected_is_no_division_by_zero() -> None:
    assert bars_png("Có mặt 0/0", LEGEND, (Bar("Không ai", 0, 0, 0),)) is not None


def test_without_a_font_there_is_no_chart(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(charts, "_FOLDERS", (str(tmp_path), str(tmp_path / "missing")))
    font_path.cache_clear()
    assert bars_png("Có mặt", LEGEND, BARS) is None
    font_path.cache_clear()
