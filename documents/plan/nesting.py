"""Under which of the open headings a paragraph stands."""

import re
from collections.abc import Callable

from documents.plan.committees import BODY_AT_WORK, belongs_to_body
from documents.plan.counts import is_sum
from documents.plan.day_lines import is_day_alone, is_half_alone
from documents.plan.nodes import COLON, MARKED, Node
from documents.plan.topics import topics_in
from documents.plan.words import AGENDA, PEOPLE, UNIT_HEAD, VERB, WORK, is_caps, meanings
from domain.dates import find_clocks, find_dates

_STRONG = ("appendix", "part", "roman", "caps", "arabic", "arabic2", "arabic3")
_WEAK = ("lead", *MARKED)
ENUMERATES = re.compile(
    r"(?:lãnh đạo|đại diện|trưởng|giám đốc|chủ tịch|thủ trưởng|bí thư)\b.{0,40}\bcác\s+\S+(?:\s\S+)?$", re.IGNORECASE
)


def parent_for(node: Node, stack: list[Node]) -> Node:
    """Pop the stack to the node that this one stands under."""
    kind = node.kind
    if kind in ("text", "lead") and _is_item(node) and _reopens_programme(stack):
        return stack[-1]
    if kind == "part" and _is_lettered(node) and any(_is_great_part(entry) for entry in stack):
        _pop_while(stack, lambda top: not _is_great_part(top))
    elif kind in ("appendix", "part", "close"):
        _pop_while(stack, lambda top: top.kind != "root" and not (kind == "part" and top.kind == "appendix"))
    elif kind == "row":
        _pop_while(stack, lambda top: top.kind in MARKED)
    elif _is_half(node) and any(_is_half(entry) for entry in stack):
        while not _is_half(stack.pop()):
            pass  # "Buổi chiều:" begins beside "Buổi sáng:", whatever the last item of that is
    elif kind == "block" and (beside := _part_before(node, stack)) is not None:
        while stack.pop() is not beside:
            pass  # "Phần thứ hai" begins beside "Phần thứ nhất", whatever the last item of that is
    elif kind == "block":
        _pop_while(stack, lambda top: top.kind in ("block", *MARKED) or _is_item(top))
    elif kind == "text" and _is_next_programme(node, stack):
        while not _leads_programme(stack.pop()):
            pass
    elif kind == "text":
        _pop_while(stack, lambda top: _closes_before_text(top) or _is_filled_lead(top, node))
    elif kind == "caps" and _heads_alone(node, stack):
        _pop_while(stack, lambda top: top.kind not in ("root", "appendix", "part"))
    elif kind in ("arabic", "letter") and _is_led_by_item(node, stack):
        return stack[-1]
    elif kind == "arabic" and (before := _goes_on_behind(node, stack)) is not None:
        stack[:] = _down_to(before)
    elif _opens_listed_programme(node, stack):
        _pop_while(stack, lambda top: not _leads_programme(top))
    elif any(entry.kind == kind for entry in stack):
        while stack[-1].kind != kind:
            stack.pop()
        stack.pop()
    elif kind in _STRONG:
        _pop_while(stack, lambda top: top.kind in _WEAK or top.kind == "letter" or _outranks(kind, top.kind))
    elif kind == "lead":
        _pop_while(stack, lambda top: top.kind in MARKED)
    return stack[-1]


def _is_led_by_item(node: Node, stack: list[Node]) -> bool:
    """Whether a list with numbers tells of the marked item right above it: "- 8h00: Tham luận, gồm:" over "1. Xã A"."""
    top = stack[-1]
    led = top.kind in MARKED and _is_item(top) and top.text.rstrip().endswith(":")
    return led and not _is_item(node) and not any(entry.kind == node.kind for entry in stack)


def _opens_listed_programme(node: Node, stack: list[Node]) -> bool:
    """Whether a first number stands under "Chương trình:" in a paper whose sections have none."""
    first = node.kind in ("arabic", "letter") and _FIRST.fullmatch(node.marker.strip(" .)/-")) is not None
    led = any(_leads_programme(entry) for entry in stack[-_NEAR:])
    numbered = any(entry.kind in ("roman", "arabic", "arabic2", "letter", "part") for entry in stack)
    told = meanings(node.label) or find_dates(node.text, 2000)  # a section, or one of several events
    return first and led and not numbered and not told


def _is_next_programme(node: Node, stack: list[Node]) -> bool:
    """Whether a line is the programme of another event, all on one line, behind that of the first."""
    another = bool(node.value) and AGENDA in meanings(node.label) and not _is_item(node)
    return another and any(_leads_programme(entry) and entry.children for entry in stack)


_FIRST = re.compile(r"0?1|a", re.IGNORECASE)
_NEAR = 2  # open lines: the heading, and what stands under it


def _is_great_part(entry: Node) -> bool:
    """ "Phần II", which may hold "A." and "B."."""
    return entry.kind == "part" and len(entry.marker) > _LETTERED


def _is_lettered(node: Node) -> bool:
    return len(node.marker) <= _LETTERED


_LETTERED = 3  # "A.", "B /"


def _reopens_programme(stack: list[Node]) -> bool:
    """Whether a line with its hour goes on with the programme that an unnumbered "Chương trình:" opened.

    Neither the colon behind an hour nor the list of an item above ends it: "08h25: Đối thoại:", its groups, "10h45: …".
    """
    for depth in range(len(stack) - 1, -1, -1):
        entry = stack[depth]
        beside = next((child for child in reversed(entry.children) if child.kind != "text"), None)
        if _leads_programme(entry):
            del stack[depth + 1 :]
            return True
        if beside is not None and _leads_programme(beside):
            stack[depth + 1 :] = [beside]
            return True
        if entry.kind not in _WEAK:
            return False
    return False


def _leads_programme(entry: Node) -> bool:
    return entry.kind == "lead" and AGENDA in meanings(entry.label) and not _is_item(entry)


def _closes_before_text(top: Node) -> bool:
    """Whether an item of a list is over where plain text follows; "- Chương trình:" has its halves on lines below."""
    opens = top.text.rstrip().endswith(":") and AGENDA in meanings(top.label)
    return top.kind in MARKED and not (opens or _names_unit_alone(top))


def _names_unit_alone(top: Node) -> bool:
    """ "* Phòng Hành chính" under the division of work, its tasks on lines without marks below."""
    alone = len(top.text.split()) <= _LONGEST_UNIT and not (
        top.value or top.text.rstrip().endswith((".", ";", ",", ":"))
    )
    if not alone or UNIT_HEAD.match(top.text) is None or VERB.search(top.text):
        return False
    above = top.parent
    while above is not None and above.kind not in ("root", *MARKED):
        if WORK in meanings(above.label):
            return True
        above = above.parent
    return False


_LONGEST_UNIT = 12  # words


def _is_half(entry: Node) -> bool:
    return entry.kind == "block" and is_half_alone(entry.text)


def _part_before(node: Node, stack: list[Node]) -> Node | None:
    """The open part of the programme that is called as this one is: "Phần thứ nhất: …" before "Phần thứ hai: …"."""
    named = _PART.match(node.text)
    if named is None:
        return None
    for entry in reversed(stack):
        found = _PART.match(entry.text) if entry.kind == "block" else None
        if found and found["kind"].lower() == named["kind"].lower():
            return entry
    return None


_PART = re.compile(r"(?P<kind>phần|phiên|part|session)\s+(?:thứ\s+)?\w+", re.IGNORECASE)


def _is_item(top: Node) -> bool:
    """Whether what is open is an item with its hour: "7. 11h00: Ăn trưa" holds no day after it."""
    text = _FROM.sub("", top.text[:20])
    clocks = find_clocks(text)
    return bool(clocks) and clocks[0].at == 0


_FROM = re.compile(r"(?:từ|lúc|vào|khoảng|đúng|from|at)\s+", re.IGNORECASE)


def _heads_alone(node: Node, stack: list[Node]) -> bool:
    """Whether capitals without a number open the programme or the work behind numbered sections of other matters."""
    own = meanings(node.label) & {AGENDA, WORK}
    numbered = [entry for entry in stack if entry.kind in ("roman", "arabic")]
    return bool(own and numbered) and is_caps(node.text) and not any(own & meanings(entry.label) for entry in stack)


def _goes_on_behind(node: Node, stack: list[Node]) -> Node | None:
    """The heading above whose number this one goes on with, where only capitals without a number stand between.

    "5. Lệ phí", "CHƯƠNG TRÌNH" with its days, "6. Phân công".
    """
    number = _number(node)
    if number < 2 or not meanings(node.label) or any(entry.kind == "arabic" for entry in stack):
        return None
    numbered = [entry for entry in stack[0].walk() if entry.kind == "arabic"]
    before = numbered[-1] if numbered else None
    return before.parent if before is not None and _number(before) == number - 1 else None


def goes_on_in_letters(node: Node, stack: list[Node]) -> bool:
    """Whether a lettered heading stands beside a part of the programme that has the letter before: "C. BẾ MẠC".

    What stands under that part is closed, and the halves of the day beside it that begin after it.
    """
    letter = node.marker.strip(" .-/)")
    for at, entry in enumerate(stack):
        marks = [child.marker.strip(" .-/)") for child in entry.children if child.kind == "block" and child.marker]
        before = marks[-1] if marks else ""
        if len(letter) == len(before) == 1 and ord(letter) == ord(before) + 1:
            del stack[at + 1 :]
            return True
    return False


def _number(node: Node) -> int:
    figures = node.marker.strip(" ./)-")
    return int(figures) if figures.isdigit() else 0


def _down_to(node: Node) -> list[Node]:
    """The headings that are open where something stands right under this one."""
    above: Node | None = node
    found: list[Node] = []
    while above is not None:
        found.insert(0, above)
        above = above.parent
    return found


def _outranks(kind: str, top: str) -> bool:
    """Whether a roman heading closes what is open: only an appendix or a part may hold it."""
    return kind == "roman" and top not in ("root", "appendix", "part")


def _is_filled_lead(top: Node, node: Node) -> bool:
    """A lead-in that already has its marked list, or is followed by another "X: …", takes no further plain text."""
    if BODY_AT_WORK.match(top.text) and belongs_to_body(node.text):
        return False  # "Nhiệm vụ: …" and "Thư ký: …" under "Tổ Lễ tân"
    if top.children and ENUMERATES.match(node.label):
        return False  # "Lãnh đạo các phòng: Nội vụ, Tài chính" is one of a list
    if top.kind != "lead" or (UNIT_HEAD.match(node.text) and WORK in meanings(top.label)):
        return False  # "Phân công:" over one "X: việc" after the other
    if PEOPLE in meanings(top.label) and is_sum(node.text):
        return False
    if meanings(top.label) == {PEOPLE} and all(line.value for line in (node, *top.children)):
        return bool(meanings(node.label) - {PEOPLE})  # "Thành phần:" over one level after the other
    if _is_one_of_several(top, node):
        return False
    if _leads_programme(top) and top.children and _tells_day(top.children[-1]):
        return not (is_day_alone(node.label) or find_clocks(node.text))  # "Lịch trình:" over a line for each day
    return any(child.kind != "text" for child in top.children) or (
        bool(top.children) and COLON.search(node.text[:80]) is not None
    )


def _tells_day(node: Node) -> bool:
    return bool(node.value) and is_day_alone(node.label)


def _is_one_of_several(top: Node, node: Node) -> bool:
    """ "Nữ: áo dài" right below "Nam: com lê" under "Trang phục:": its label names no matter of its own."""
    if not (top.children and node.value and topics_in(top.label)) or len(node.label.split()) > _LONGEST_LABEL:
        return False
    above = top.children[-1]
    beside = above.kind == "text" and bool(above.value) and above.para.last + 1 == node.para.first
    return beside and not meanings(node.label) and not topics_in(node.label) and not UNIT_HEAD.match(node.text)


_LONGEST_LABEL = 6  # words


def _pop_while(stack: list[Node], condition: Callable[[Node], bool]) -> None:
    while len(stack) > 1 and condition(stack[-1]):
        stack.pop()
