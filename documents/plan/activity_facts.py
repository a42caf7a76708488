"""What is said of one of several activities, with its name: "Lễ kỷ niệm – Đại biểu có mặt lúc 7h30"."""

import re
from dataclasses import replace

from documents.plan.agenda_events import activity_nodes
from documents.plan.nodes import Node
from documents.plan.words import AGENDA, PEOPLE, clean
from domain.conference import Fact
from domain.vietnamese import words

_LONGEST_NAME = 14  # words
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_OTHERWISE_READ = frozenset({AGENDA, PEOPLE})


def of_activities(root: Node, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The statements, those under one of several activities behind its name."""
    named: dict[int, str] = {}
    nodes = activity_nodes(root)
    for node in nodes if len(nodes) > 1 else ():
        name = clean(_BRACKETS.sub("", node.label))
        lines = [child for child in node.children if not child.children and not child.about & _OTHERWISE_READ]
        if len(name.split()) <= _LONGEST_NAME:
            named |= {child.para.first: name for child in lines}
    return tuple(_behind_name(fact, named) for fact in facts)


def _behind_name(fact: Fact, named: dict[int, str]) -> Fact:
    name = named.get(fact.source.first) if fact.source is not None else None
    if name is None or set(words(name)) <= set(words(fact.text)):
        return fact
    return replace(fact, text=f"{name} – {fact.text}")
