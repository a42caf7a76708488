"""Every dialogue there is, given what it does not want."""

import json
from datetime import date
from typing import Any

import pytest

import handlers.routes  # noqa: F401 - every corridor declares its dialogues
from domain.conference import Conference, Programme
from domain.refusal import Refusal
from services import flows
from services.flows import FLOWS, Upload
from services.views.forms import FormPrompt
from storage import forms
from storage.forms import OpenForm
from templates.render import words

STEPS = sorted((kind, step.name) for kind, flow in FLOWS.items() for step in flow.steps if not step.takes_files)


@pytest.fixture
def programme() -> Programme:
    return Programme(conference=Conference(code="SK", title="Hội nghị", starts_on=date(2026, 7, 30)))


async def opened(office: Any, kind: str, step: str) -> Any:
    """Somebody with this form open at this step; what was entered before does not matter to a file."""
    actor = await office.organizer(7)
    names = {each.name: "x" for each in FLOWS[kind].steps}
    data = names | dict.fromkeys(("title", "name", "description", "text", "task", "unit", "code", "session"), "x")
    form = OpenForm(kind, step, FLOWS[kind].version, data, office.conference)
    async with office.desk.database.begin() as connection:
        await forms.save(connection, actor.account, form, office.clock())
    return await office.again(7)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_a_file_where_words_are_wanted_is_asked_for_again_in_every_step(
    office: Any, programme: Programme
) -> None:
    await office.opens(programme)
    for kind, step in STEPS:
        actor = await opened(office, kind, step)
        view = (await office.do(actor, flows.take_file, Upload("x.docx", b"PK"))).it
        assert isinstance(view, FormPrompt), kind
        assert (kind, view.code, view.complaint) == (kind, f"{kind}.{step}", ("form_wants_text", {}))


PARSERS = [pytest.param(step.parse, id=f"{kind}.{step.name}") for kind, flow in FLOWS.items() for step in flow.steps]


@pytest.mark.parametrize("parse", PARSERS)
@pytest.mark.parametrize(
    "typed", ["   ", "\u202e\x00\u200b", "Ê" * 10_000, "a\x00b", "9" * 5000, "'; drop table x; --"]
)
def test_whatever_is_typed_is_taken_clean_or_refused_with_a_sentence(parse: Any, typed: str) -> None:
    try:
        taken = parse(flows.plain(typed))
    except Refusal as refusal:
        assert words("vi")["refusals"][refusal.code]
        return
    assert "\\u0000" not in json.dumps(taken) and len(json.dumps(taken)) < 80_000
