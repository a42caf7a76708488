"""What stands behind the last hour of a programme and is none of its items."""

from documents.plan.agenda_blocks import GROUP, NAMED_BLOCK
from documents.plan.day_lines import is_day_or_half
from documents.plan.outline import Node
from domain.dates import find_clocks


def up_to_remarks(lines: list[Node]) -> list[Node]:
    """The lines without those behind the last hour that tell of something else, under a heading or in sentences."""
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


_TWO = 2
"""Lines with hours that make a list of them."""
_SHORT, _SENTENCE = 6, 8
"""Words that a heading has at most, and a sentence at least."""


def _names_part(text: str) -> bool:
    return NAMED_BLOCK.match(text) is not None or GROUP.match(text) is not None or is_day_or_half(text)
