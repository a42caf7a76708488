"""People are addressed in one way, the one that the office has set."""

import re
import tomllib
from contextvars import copy_context
from pathlib import Path

import pytest

from services.views.tasks import NoTasks
from templates import render
from templates.address import ADDRESS

FIXED = re.compile(r"(?<!\w)(?:ông/bà|đồng chí|bạn|quý đại biểu|quý vị)(?!\w)", re.IGNORECASE)


def test_no_template_fixes_how_people_are_addressed(project_root: Path) -> None:
    folder = project_root / "templates" / "vi"
    found = [path.name for path in sorted(folder.rglob("*.j2")) if FIXED.search(path.read_text(encoding="utf-8"))]
    for path in sorted(folder.glob("*/words.toml")):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        found += [
            f"{path.parent.name}: {name}"
            for table, entries in tables.items()
            for name, words in entries.items()
            if table != "address" and isinstance(words, str) and FIXED.search(words)
        ]
    assert found == []


@pytest.mark.parametrize(
    ("form", "words"), [("ong_ba", "Ông/bà"), ("dong_chi", "Đồng chí"), ("quy_dai_bieu", "Quý đại biểu")]
)
def test_people_are_addressed_as_the_office_has_set(form: str, words: str) -> None:
    def said() -> str:
        ADDRESS.set(form)
        return render.text(NoTasks(), "vi")

    assert copy_context().run(said).startswith(f"{words} chưa được giao")
    assert render.text(NoTasks(), "vi").startswith("Ông/bà")
