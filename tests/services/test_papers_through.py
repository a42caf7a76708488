"""Plans of many hands become conferences whose doubts can be shown and whose workbook comes back as it went out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from documents.reading import read_plan
from domain.plan import PlanDraft, programme
from services import planning, workbooks
from services.flows import Upload
from services.views.importing import RevisionPreview
from services.views.plan import PlanSummary
from templates.render import text

HELD = Path(__file__).resolve().parents[1] / "corpus" / "held"
PLANS = sorted(path for path in HELD.iterdir() if path.suffix in (".txt", ".md") and path.stem != "README")[::6]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
async def test_plan_becomes_a_conference_whose_workbook_comes_back_unchanged(office: Any, path: Path) -> None:
    draft = read_plan(path.name, path.read_bytes())
    assert isinstance(draft, PlanDraft)
    assert draft.title is not None
    await office.opens(programme(draft))
    organizer = await office.organizer()
    somebody = replace(organizer, conference=None)
    reply = await office.do(somebody, planning.take_plan, path.name, path.read_bytes(), draft)
    assert isinstance(reply.it, PlanSummary)
    assert all("<b>" in text(reply.it, language) for language in ("vi", "en"))
    book = await office.do(organizer, workbooks.export)
    back = await office.do(organizer, workbooks.take_book, Upload("ke-hoach.xlsx", book.files[0].content))
    assert isinstance(back.it, RevisionPreview)
    assert (back.it.changes, back.it.differences, back.it.faults) == ((), (), ())
