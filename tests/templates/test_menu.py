"""Every command that the menu offers has a button and a line in Telegram's own menu."""

import pytest

from domain.actor import Actor, Role
from domain.ids import AccountId
from services.menus import commands_for
from templates import render


@pytest.mark.parametrize("language", render.LANGUAGES)
@pytest.mark.parametrize("role", Role)
def test_every_command_of_a_role_has_its_words(role: Role, language: str) -> None:
    offered = set(commands_for(Actor(account=AccountId(1), roles=frozenset({role}))))
    words = render.words(language)
    assert offered - words["commands"].keys() == set()
    assert {f"do_{name}" for name in offered - {"menu", "huy"}} - words["buttons"].keys() == set()
