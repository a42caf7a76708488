"""What a letter asks of each office, numbered behind the sentence that asks: "… đề nghị các cơ quan phối hợp:"."""

import re

from documents.plan.lines import Para
from documents.plan.nodes import Node
from documents.plan.whens import sentences
from documents.plan.words import BODY_HEAD, VERB
from documents.plan.work_heads import GIVES

_ASKS = re.compile(r"\b(?:đề nghị|phân công|giao|yêu cầu|mời|kết luận|chỉ đạo)\s[^:;]{2,160}:$", re.IGNORECASE)
_NUMBERED = ("arabic", "roman", "letter")


def gather_asked(root: Node) -> None:
    """Put the numbered offices behind an asking sentence under it, so that it leads to them as a heading does."""
    for parent in (root, *root.walk()):
        for place, node in enumerate(parent.children):
            asked = _last_sentence(node)
            listed = _offices_behind(parent.children, place) if asked else 0
            if not listed:
                continue
            points = parent.children[place + 1 : place + 1 + listed]
            first = next(n for n, point in enumerate(points) if _names_office(point))
            lead = _part(node, asked, bool(first))
            lead.children = [*([] if first else node.children), *points[first:]]
            for child in lead.children:
                child.parent = lead
            kept = [node, *points[:first]] if lead is not node else []
            lead.parent, node.children = parent, node.children if first or lead is node else []
            parent.children[place : place + 1 + listed] = [*kept, lead]
            return


def asks_offices(node: Node) -> bool:
    """Whether a sentence leads to offices with their work below it."""
    named = sum(map(_names_office, node.children)) if node.kind == "lead" and _ASKS.search(node.text) else 0
    return named >= _LEAST and named * 3 >= len(node.children) * 2


def _last_sentence(node: Node) -> str:
    if node.kind not in ("text", "lead") or not node.text.rstrip().endswith(":"):
        return ""
    last = sentences(node.text)[-1]
    return last if _ASKS.search(last) else ""


def _offices_behind(siblings: list[Node], place: int) -> int:
    """How many numbered points stand behind, all but few of which name a body with its work."""
    kind = siblings[place + 1].kind if place + 1 < len(siblings) else ""
    points = [node for node in siblings[place + 1 :] if node.kind == kind] if kind in _NUMBERED else []
    run = siblings[place + 1 : place + 1 + len(points)]
    if len(points) < _LEAST or run != points or sum(map(_names_office, points)) * 3 < len(points) * 2:
        return 0
    return len(points)


_LEAST = 2


def _names_office(point: Node) -> bool:
    worked = point.children or point.value or VERB.search(point.text[:140])
    named = GIVES.sub("", point.text, count=1)
    return BODY_HEAD.match(named) is not None and bool(worked)


def _part(node: Node, asked: str, apart: bool) -> Node:
    """The asking sentence as a node of its own where others stand before it, or points of another kind behind it."""
    if node.text == asked and not apart:
        node.kind = "lead"
        return node
    node.text = node.text[: node.text.rindex(asked)].rstrip() or node.text
    para = node.para
    return Node("lead", "", asked, Para(asked, para.first, para.last, said=para.source_text))
