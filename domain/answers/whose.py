"""Whose conference this is: "hội nghị này của huyện nào", "trường nào tổ chức", told by the field that names one."""

import re

from domain.answers import contacts
from domain.answers.asked import Asked
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.texts import codes_of
from domain.answers.values import Answer, PlanField, Quoted
from domain.vietnamese import CAPITALS, search_key

_MARKED = (
    "tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|trường|sở|bộ|cục|công ty|bệnh viện|viện|hội|liên đoàn"
    "|tỉnh ủy|huyện ủy|thành ủy|đảng ủy|tỉnh đoàn|huyện đoàn|ban|phòng|ngân hàng|hợp tác xã|cụm|khối"
)
_KINDS = {search_key(kind): kind for kind in _MARKED.split("|")}
_KIND = "|".join(sorted(_KINDS, key=len, reverse=True))
_EVENT = r"(?:hoi nghi|dai hoi|hoi thao|hoi thi|le|buoi le|ke hoach|cuoc hop|su kien|dien dan|toa dam|ngay hoi|van ban)"
_WHOSE = re.compile(
    rf"\b{_EVENT}(?: \w+){{0,8}}? (?:nay )?(?:la )?(?:cua|do|thuoc) (?P<of>{_KIND}) nao(?: to chuc| ban hanh| lam)?$"
    rf"|^(?:the |vay |cho (?:em|toi|minh) )?(?:hoi )?(?P<who>{_KIND}) nao (?:dung ra )?(?:to chuc|ban hanh|mo)"
    rf"(?: {_EVENT}(?: nay)?)?$"
)


def whose(asked: Asked) -> Answer | None:
    """The field of the paper that names a body of the kind asked for; None where something else is asked."""
    found = _WHOSE.search(_WITHOUT_PARTICLES.sub("", asked.u.key))
    if found is None or asked.u.asks(Kind.WHEN):
        return None
    kind = found["of"] or found["who"]
    own = asked.index.own_units | codes_of(_KINDS[kind]) | set(kind.split()) | _OF_THE_PAPER
    if any(unit.code not in own for unit in asked.specific()):
        return None
    named = re.compile(
        rf"(?<!các )(?<!CÁC )\b(?i:{_KINDS[kind]}) (?:[\w-]+ ){{0,4}}?[{CAPITALS}]|^(?i:{_KINDS[kind]}) [{CAPITALS}]"
    )
    if isinstance(host := contacts.host(asked), Quoted) and any(map(named.search, host.texts)):
        return host
    conference = asked.conference
    fields = [("issuer", conference.issuer), ("title", conference.title), ("venue", conference.venue)]
    if found["who"] and kind in _REGIONS:
        fields = fields[2:] + fields[:2]  # "huyện nào tổ chức" asks where, too
    told = next(((field, value) for field, value in fields if value and named.search(value)), None)
    return PlanField(field=told[0], value=told[1]) if told and told[1] else None


_WITHOUT_PARTICLES = re.compile(r"(?: (?:a|vay|the|nhi|day|do|ha|z|v|ta))+$")
_REGIONS = frozenset(map(search_key, ("tỉnh", "thành phố", "huyện", "thị xã", "quận", "xã", "phường", "thị trấn")))
_OF_THE_PAPER = words_in("ke hoach van ban nay to chuc ban hanh @organizer lam")
