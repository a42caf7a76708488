"""A plan as its text, read into the draft that tests look at."""

from documents.reading import read_plan_text
from domain.plan import PlanDraft


def read(text: str) -> PlanDraft:
    """What the reader makes of a text that is a plan."""
    draft = read_plan_text(text)
    assert isinstance(draft, PlanDraft)
    return draft
