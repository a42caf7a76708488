"""Headings whose numbers were lost: what follows them as their like is put under them."""

from documents.plan.nodes import Node
from documents.plan.words import WORK, meanings


def adopt(parent: Node) -> None:
    """Where all numbers became "1.", a heading with nothing under it takes what follows up to the next heading."""
    kept: list[Node] = []
    for child in parent.children:
        heading = kept[-1] if kept else None
        orphaned = heading is not None and heading.kind == child.kind and _is_bare_section(heading)
        if heading is not None and orphaned and not _names_matter(child):
            child.parent = heading
            heading.children.append(child)
        else:
            kept.append(child)
    parent.children[:] = kept
    for child in kept:
        adopt(child)


def _is_bare_section(node: Node) -> bool:
    """A numbered heading of work without a line of its own; what it has was adopted."""
    own = any(child.kind != node.kind for child in node.children)
    return node.kind.startswith(("arabic", "roman")) and not own and not node.value and WORK in meanings(node.text)


def _names_matter(node: Node) -> bool:
    return len(node.label.split()) <= 8 and bool(meanings(node.label))
