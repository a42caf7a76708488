"""Plans of many hands become conferences whose doubts can be shown and whose workbook comes back as it went out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from documents.reading import read_plan
from domain.plan import PlanDraft
from domain.plan_programme import programme
from services import planning, workbooks
from services.views.importing import RevisionPreview
from services.views.plan import PlanSummary
from templates.render import text

HELD = Path(__file__).resolve().parents[1] / "corpus" / "held"
FILES = sorted(path for path in HELD.iterdir() if path.suffix in (".txt", ".md") and path.stem != "README")[::6]
PLANS = {path.name: path.read_bytes() for path in FILES}


@pytest.mark.parametrize("name", PLANS)
async def test_plan_becomes_a_conference_whose_workbook_comes_back_unchanged(office: Any, name: str) -> None:
    draft = read_plan(name, PLANS[name])
    assert isinstance(draft, PlanDraft)
    assert draft.title is not None
    await office.opens(programme(draft))
    organizer = await office.organizer()
    somebody = replace(organizer, conference=None)
    reply = await office.do(somebody, planning.take_plan, name, PLANS[name], draft)
    assert isinstance(reply.it, PlanSummary)
    assert all("<b>" in text(reply.it, language) for language in ("vi", "en"))
    book = await office.do(organizer, workbooks.export)
    back = await office.do(organizer, workbooks.take_book, await workbooks.book_in(book.files[0].content))
    assert isinstance(back.it, RevisionPreview)
    assert (back.it.changes, back.it.differences, back.it.faults) == ((), (), ())
