"""What is said of one of several activities or groups, with its name: "Lễ kỷ niệm – Đại biểu có mặt lúc 7h30"."""

import re
from collections import Counter
from dataclasses import replace

from documents.plan.agenda_events import activity_nodes
from documents.plan.nodes import Node
from documents.plan.sections import region
from documents.plan.words import AGENDA, PEOPLE, WORK, clean
from domain.conference import Fact
from domain.vietnamese import CAPITALS, words

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


def of_groups(root: Node, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The statements, those of a line that tells of one of several groups behind its name: "Tổ 2 – Thư ký: cô Na"."""
    named: dict[int, str] = {}
    for node in (root, *root.walk()):
        lines = [(child, found) for child in node.children if (found := _names_group(child)) is not None]
        kinds = Counter(found["kind"].lower() for _, found in lines)
        named |= {line.para.first: clean(found["name"]) for line, found in lines if kinds[found["kind"].lower()] > 1}
    return tuple(_behind_name(fact, named) for fact in facts)


def _names_group(line: Node) -> re.Match[str] | None:
    """The group that a line begins with, where the line is no row, and no unit with its work."""
    read = line.kind in ("row", "block") or region(line) & _NO_GROUPS
    return None if read else _GROUP.match(line.text)


_NO_GROUPS = frozenset({WORK, AGENDA})
_GROUP = re.compile(
    r"(?P<name>(?P<kind>đội|tổ|nhóm|khối|cụm|đoàn|tiểu ban|phân ban|lớp|bảng|xe)\s+(?:số\s+)?"
    rf"(?:\d{{1,2}}|(?-i:[IVX]{{1,4}}|[{CAPITALS}]\w*(?:\s[{CAPITALS}]\w*)?))(?!\w))\s*(?=[.:,;(–-]|gồm\b|có\b|do\b|là\b)",
    re.IGNORECASE,
)


def _behind_name(fact: Fact, named: dict[int, str]) -> Fact:
    name = named.get(fact.source.first) if fact.source is not None else None
    if name is None or set(words(name)) <= set(words(fact.text)):
        return fact
    return replace(fact, text=f"{name} – {fact.text}")
