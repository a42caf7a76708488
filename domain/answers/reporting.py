"""Who reports on a matter whose item is not called a report: "Ai báo cáo tài chính" beside "Công khai tài chính"."""

import re

from domain.answers.asked import Asked, sources_of
from domain.answers.entries import Sort
from domain.answers.phrases import words_in
from domain.answers.texts import meanings
from domain.answers.values import Answer, Responsible
from domain.conference import Session

_REPORTS = re.compile(
    r"\b(?:ai|who|(?:dong chi|nguoi|don vi|thay|co|phong|ban|to) nao) (?:se |phai |duoc |la nguoi )*"
    r"(?P<verb>bao cao|trinh bay|cong khai|gioi thieu|thong bao|cong bo|doc|noi|reports?|presents?)\b"
)


def on_a_matter(asked: Asked) -> Answer | None:
    """ "Ai báo cáo tài chính": the item on that matter, where none is called after the verb as well."""
    verb = _REPORTS.search(asked.u.key)
    if verb is None:
        return None
    spoken = {*verb["verb"].split(), *_SPOKEN}
    matter = tuple(unit for unit in asked.specific() if unit.code not in spoken)
    known = all(unit.code in asked.index.postings for unit in matter)
    if not matter or not known or len(matter) == len(asked.specific()):
        return None
    wanted = {unit.code for unit in matter}
    items = [hit for hit in asked.index.search(matter, Sort.SESSION) if wanted <= hit.entry.own]
    named = [hit.entry.ref for hit in items if isinstance(hit.entry.ref, Session) and hit.entry.ref.responsible]
    if any(spoken & meanings(session.title) for session in named) or not 0 < len(named) <= _FEW:
        return None
    return Responsible(lines=asked.lines(named), sources=sources_of(named))


_SPOKEN = words_in("@report @speech @present report present")
_FEW = 2
"""Items that one is asked about at most."""
