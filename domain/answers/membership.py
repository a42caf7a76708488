"""Of whom a whole is made up: "Cụm gồm những tỉnh nào" is told by the line of the paper that names them one by one."""

import re
from collections.abc import Iterator

from domain.answers.asked import Asked
from domain.answers.texts import codes_of
from domain.answers.values import Answer, Attendance, GroupLines
from domain.conference import Group
from domain.listed import BAR
from domain.vietnamese import CAPITALS, search_key

_KINDS = "tinh|thanh pho|huyen|quan|xa|phuong|thon|ap|khu pho|to dan pho|truong|so|chi bo|chi nhanh|nuoc|quoc gia"
_MADE_OF = re.compile(
    rf"\b(?:gom|bao gom|co) (?:co )?(?:nhung|cac|may|bao nhieu) (?P<kind>{_KINDS})\b"
    r"(?: (?:nao|gi)\b|$| trong| thanh vien)"
    rf"|\b(?:cac|nhung|danh sach(?: cac)?) (?P<members>{_KINDS})(?: thanh vien)? (?:trong|thuoc|cua) (?:cum|khoi)\b"
    rf"|\b(?:cum|khoi)(?: \w+){{0,3}}? (?:gom|co) (?P<named>{_KINDS}) nao\b"
)

_OF_A_CLUSTER = re.compile(r"\b(?:cum|khoi)\b(?: \w+){0,4}? (?:gom|co)\b")

_NAMES = re.compile(rf"((?:[{CAPITALS}][^\W\d_]*[ -]?){{1,5}}(?:, | và |; )){{2,}}")
"""Three names in a row and more."""


def members(asked: Asked) -> Answer | None:
    """The line that names the members, with the bodies that the paper calls heads of the same whole."""
    made_of = _MADE_OF.search(asked.u.key)
    if made_of is None or asked.u.when.day is not None:
        return None
    kind = made_of["kind"] or made_of["members"] or made_of["named"]
    lines = [line for line in _lines(asked) if _enumerates(line, kind)]
    if not lines:
        return asked.no_information("other") if _OF_A_CLUSTER.search(asked.u.key) else None
    line = max(lines, key=lambda line: line.count(","))
    if (bracketed := _BRACKETED.match(line)) is not None:
        return Attendance(groups=(GroupLines("", (bracketed[0],)),))
    whole = {unit.code for unit in asked.specific()}
    heads = [body.name for body in asked.index.programme.units if body.role and whole and whole <= codes_of(body.role)]
    named = (line, *heads)
    return Attendance(groups=(GroupLines("", named),))


def _lines(asked: Asked) -> Iterator[str]:
    programme = asked.index.programme
    yield from programme.conference.recipients
    yield from (_with_level(group) for group in programme.groups)
    yield from (body.name for body in programme.units)
    yield from (fact.text for fact in asked.index.facts if BAR not in fact.text)


_BRACKETED = re.compile(r"[^()]{4,100}\((?:[^(),;]+[,;] ){2,}[^()]+\)(?=:)")
"""The members in brackets behind what they make up, before what else is said of them."""

_IN_IT = r"(?: thanh vien)?(?: (?:trong|thuoc|cua) (?:cum|khoi|vung|khu vuc)(?: \w+){0,4})?"


def _with_level(group: Group) -> str:
    told = group.description.startswith(group.level)
    return group.description if told else group.text


def _enumerates(line: str, kind: str) -> bool:
    """Whether a line says "các tỉnh: A, B, C"."""
    found = _NAMES.search(line)
    if found is None:
        return False
    label = search_key(line[: found.start()])
    labelled = line[: found.start()].rstrip().endswith(":") and re.search(rf"\b(?:cac|\d+) {kind}\b", label)
    bracketed = line[: found.start()].rstrip().endswith("(") and re.search(rf"\b(?:cac|\d+) {kind}{_IN_IT}$", label)
    if bracketed:
        return True
    return label.split()[-len(kind.split()) :] == kind.split() or bool(labelled)
