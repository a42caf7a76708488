"""What stands behind the last hour of a programme and is none of its items."""

import re

from documents.plan.agenda_blocks import GROUP, NAMED_BLOCK
from documents.plan.day_lines import is_day_or_half
from documents.plan.nodes import MARKED
from documents.plan.outline import Node
from domain.dates import find_clocks


def up_to_remarks(lines: list[Node]) -> list[Node]:
    """The lines without those behind the last hour that tell of something else, under a heading or in sentences."""
    lines = _up_to_text(lines)
    timed = [index for index, line in enumerate(lines) if find_clocks(line.text) and line.kind == "text"]
    if len(timed) < _TWO or any(line.kind != "text" or line.children for line in lines[timed[0] :]):
        return lines
    first = next((index for index in range(timed[-1] + 1, len(lines)) if _is_remark(lines, index)), len(lines))
    return lines[:first]


def _is_remark(lines: list[Node], index: int) -> bool:
    """Whether a line without an hour is a heading over others, or a whole sentence."""
    text = lines[index].text
    heads = text.isupper() and len(text.split()) <= _SHORT and index + 1 < len(lines) and not _names_part(text)
    return heads or (text.endswith(".") and len(text.split()) >= _SENTENCE)


def _up_to_text(lines: list[Node]) -> list[Node]:
    """The marked items of a list without the plain sentences behind the last of them, which tell no hour."""
    last = next((at for at in range(len(lines) - 1, -1, -1) if lines[at].kind != "text"), -1)
    marked = [line for line in lines[: last + 1] if line.kind in MARKED and find_clocks(line.text)]
    behind = lines[last + 1 :]
    if len(marked) < _TWO or not behind or any(find_clocks(line.text) or line.children for line in behind):
        return lines
    return lines[: last + 1] if lines[last].kind in MARKED else lines


_ASIDE = re.compile(r"(?:lưu ý|ghi chú|chú ý|notes?)\b", re.IGNORECASE)
_MATTER = re.compile(
    r"(?:(?:cơ cấu )?giải thưởng|thể lệ|hình thức (?:thi|khen)|trang phục|kinh phí|liên hệ|đầu mối)\b", re.IGNORECASE
)


def is_aside(node: Node) -> bool:
    """Whether a line with what stands under it is no item: a remark over its list, the prizes without any hour."""
    if _ASIDE.match(node.text):
        return bool(node.children) or not node.value
    told = (node.text, *(line.text for line in node.walk()))
    return _MATTER.match(node.label) is not None and bool(node.value) and not any(map(find_clocks, told))


_TWO = 2
"""Lines with hours that make a list of them."""
_SHORT, _SENTENCE = 6, 8
"""Words that a heading has at most, and a sentence at least."""


def _names_part(text: str) -> bool:
    return NAMED_BLOCK.match(text) is not None or GROUP.match(text) is not None or is_day_or_half(text)
