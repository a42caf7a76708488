"""Every dialogue there is, given what it does not want."""

import json
from datetime import date
from typing import Any

import pytest
from jinja2 import meta

from domain.conference import Conference, Programme
from domain.ids import AccountId
from domain.refusal import Refusal
from handlers.call import Message
from handlers.routes import Routes  # with it every corridor declares its dialogues
from services import flows
from services.flows import FLOWS, Upload
from services.views.forms import FormPrompt
from storage import forms
from storage.forms import OpenForm
from templates.render import environment, words

STEPS = sorted((kind, step.name) for kind, flow in FLOWS.items() for step in flow.steps if not step.takes_files)


@pytest.fixture
def programme() -> Programme:
    return Programme(conference=Conference(code="SK", title="Hội nghị", starts_on=date(2026, 7, 30)))


def asked_of(kind: str, step: str) -> set[str]:
    """What the question of a step speaks of."""
    return meta.find_undeclared_variables(environment("vi").parse(words("vi")["prompts"][f"{kind}.{step}"]))


async def opened(office: Any, kind: str, step: str) -> Any:
    """Somebody with this form open at this step; what was entered before does not matter to a file."""
    actor = await office.organizer(7)
    names = {each.name for each in FLOWS[kind].steps} | asked_of(kind, step)
    data = dict.fromkeys(names, "x") | {"field": "diet"}
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


MEDIA: dict[str, Any] = {
    "sticker": {"sticker": {"file_id": "s", "emoji": "👍"}},
    "voice": {"voice": {"file_id": "v", "duration": 3}},
    "place": {"location": {"latitude": 21.0, "longitude": 105.8}},
    "somebody else's contact": {"contact": {"phone_number": "+84912345678", "user_id": 99}},
    "photo": {"photo": [{"file_id": "p", "file_size": 9}]},
    "document": {"document": {"file_id": "d", "file_name": "a.docx", "file_size": 9}},
    "video": {"video": {"file_id": "w", "file_size": 9}},
}
FILES = frozenset({"photo", "document", "video"})


class Mouth:
    """A channel that remembers what is said, and has a file for whoever asks."""

    def __init__(self) -> None:
        self.said: list[str] = []

    async def say(self, chat: int, message: Message) -> int:
        self.said.append(message.text)
        return 1

    async def fetch(self, file_id: str, limit: int) -> bytes:
        return b"PK"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("kind", MEDIA)
async def test_whatever_comes_instead_of_words_the_step_is_asked_for_again(
    office: Any, programme: Programme, kind: str
) -> None:
    await office.opens(programme)
    channel: Any = Mouth()
    routes = Routes(office.desk, channel)
    message = {"message_id": 1, "from": {"id": 7}, "chat": {"id": 7, "type": "private"}, **MEDIA[kind]}
    complaint = words("vi")["refusals"]["form_wants_text" if kind in FILES else "form_unreadable"]
    steps = STEPS if kind in FILES else [(name, step.name) for name, flow in FLOWS.items() for step in flow.steps]
    for name, step in steps:
        await opened(office, name, step)
        await routes.handle({"update_id": 5, "message": message})
        assert channel.said[-1].startswith(f"⚠ {complaint if 'contact' not in kind else ''}"), (name, step)
        async with office.desk.database.begin() as connection:
            found = await forms.of(connection, AccountId(7))
        assert found is not None and (found.kind, found.step) == (name, step)


ENTRIES = ("Nguyễn Văn An", "5", "20/12/2026", "14h30", "0912 345 678", "2/3", "Có; Không", "7 phút", "1-3", "1234")
GOES_ON = [
    pytest.param(kind, at, id=f"{kind}.{flow.steps[at].name}")
    for kind, flow in FLOWS.items()
    for at in range(len(flow.steps) - 1)
    if not flow.steps[at].takes_files
]


def _accepted(parse: Any) -> str:
    """Something that the step takes."""
    for typed in ENTRIES:
        try:
            parse(typed)
        except Refusal:
            continue
        return typed
    raise AssertionError("none of the entries is taken")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("kind", "at"), GOES_ON)
async def test_every_dialogue_goes_on_where_it_was_after_a_restart(
    office: Any, programme: Programme, kind: str, at: int
) -> None:
    await office.opens(programme)
    steps = FLOWS[kind].steps
    actor = await opened(office, kind, steps[at].name)
    view = (await office.do(actor, flows.take, _accepted(steps[at].parse))).it
    assert isinstance(view, FormPrompt)
    assert (view.code, view.place, view.complaint) == (f"{kind}.{steps[at + 1].name}", at + 2, None)
    async with office.desk.database.begin() as connection:
        kept = await forms.of(connection, actor.account)
    assert kept is not None and kept.step == steps[at + 1].name


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
