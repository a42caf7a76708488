"""A read plan as plain values for JSON: the contract of `python -m bot plan FILE --json`."""

from datetime import date, datetime, time
from typing import Any

from domain.conference import REST, Source
from domain.plan import Doubt, PlanDraft, PlanSession, PlanTask, PlanTime, PlanUnit, Sourced, value_of


def as_json(draft: PlanDraft) -> dict[str, Any]:
    """The plan with its own words; times as ISO local time, days as YYYY-MM-DD, absent values as null."""
    nobodys = {"tasks_without_unit": [_task(item) for item in draft.nobodys]} if draft.nobodys else {}
    dropped = {"dropped": [item.value for item in draft.dropped]} if draft.dropped else {}
    return (
        nobodys
        | dropped
        | {
            "title": value_of(draft.title),
            "issuer": value_of(draft.issuer),
            "issuer_parent": value_of(draft.issuer_parent),
            "doc_no": value_of(draft.doc_no),
            "doc_date": _iso(value_of(draft.doc_date)),
            "venue": value_of(draft.venue),
            "form": value_of(draft.form),
            "chair": value_of(draft.chair),
            "contact": value_of(draft.contact),
            "duration": value_of(draft.duration),
            "starts_on": _iso(value_of(draft.starts_on)),
            "ends_on": _iso(value_of(draft.ends_on)),
            "month": value_of(draft.month),
            "language": draft.language,
            "expected_count": value_of(draft.expected_count),
            "expected_count_text": value_of(draft.expected_text),
            "signer": value_of(draft.signer),
            "signer_title": value_of(draft.signer_title),
            "purpose": [item.value for item in draft.purpose],
            "times": [_time(item) for item in draft.times],
            "groups": _groups(draft),
            "sessions": [_session(item) for item in draft.sessions],
            "units": [_unit(item) for item in draft.units],
            "recipients": [item.value for item in draft.recipients],
            "logistics": _logistics(draft),
            "missing": list(draft.missing),
            "doubts": [_doubt(doubt) for doubt in draft.doubts],
            "sources": _sources(draft),
        }
    )


def _iso(value: datetime | date | time | None) -> str | None:
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M")
    return value.strftime("%H:%M") if isinstance(value, time) else value.isoformat()


def _lines(source: Source) -> list[int]:
    return [source.first, source.last]


def _time(item: Sourced[PlanTime]) -> dict[str, Any]:
    plain: dict[str, Any] = {"text": item.value.text, "start_iso": _iso(item.value.start), "what": item.value.what}
    if item.value.end is not None:
        plain["end_iso"] = _iso(item.value.end)
    if item.value.month is not None:
        plain["month"] = item.value.month
    return plain | {"lines": _lines(item.source)}


def _groups(draft: PlanDraft) -> list[dict[str, Any]]:
    """Levels in order, each with its members; a level without members stays."""
    levels: dict[str, list[str]] = {level.value: [] for level in draft.levels}
    for item in draft.groups:
        levels.setdefault(item.value.level, []).append(item.value.description)
    return [{"level": level or None, "members": members} for level, members in levels.items()]


def _session(item: Sourced[PlanSession]) -> dict[str, Any]:
    session = item.value
    plain: dict[str, Any] = {
        "title": session.title,
        "start": _iso(session.start),
        "day": _iso(session.day),
        "responsible": session.responsible,
    }
    extra = {"end": _iso(session.end), "room": session.room, "place": session.place, "part_of": session.part_of}
    return plain | {key: value for key, value in extra.items() if value} | {"lines": _lines(item.source)}


def _unit(item: Sourced[PlanUnit]) -> dict[str, Any]:
    tasks = [_task(task) for task in item.value.tasks]
    return {"name": item.value.name, "role": item.value.role, "tasks": tasks, "lines": _lines(item.source)}


def _task(item: Sourced[PlanTask]) -> dict[str, Any]:
    task = item.value
    plain: dict[str, Any] = {"text": task.text, "deadline": task.deadline_text}
    if task.deadline is not None:
        plain["deadline_iso"] = _iso(task.deadline)
    if task.conditional:
        plain["conditional"] = True
    if task.coordinating:
        plain["coordinating"] = list(task.coordinating)
    return plain | {"lines": _lines(item.source)}


def _logistics(draft: PlanDraft) -> dict[str, str]:
    topics: dict[str, list[str]] = {}
    for fact in draft.facts:
        if fact.topic == REST:
            continue
        topics.setdefault(fact.topic, []).append(fact.text)
    return {topic: "; ".join(texts) for topic, texts in topics.items()}


def _doubt(doubt: Doubt) -> dict[str, Any]:
    plain = {"code": doubt.code, "field": doubt.field, "quote": doubt.quote, "lines": _lines(doubt.source)}
    return plain | ({"expected": doubt.expected} if doubt.expected else {})


_SCALARS = (
    "title",
    "issuer",
    "issuer_parent",
    "doc_no",
    "doc_date",
    "venue",
    "form",
    "chair",
    "contact",
    "duration",
    "starts_on",
    "ends_on",
    "month",
    "expected_count",
    "expected_text",
    "signer",
    "signer_title",
)
_LISTS = ("purpose", "times", "levels", "groups", "sessions", "dropped", "units", "nobodys", "recipients")
_NAMES = {"expected_text": "expected_count_text", "nobodys": "tasks_without_unit"}


def _sources(draft: PlanDraft) -> dict[str, Any]:
    """Per field its lines, the quoted words, and the confidence; of a list those of each entry, in its order."""
    single = {name: getattr(draft, name) for name in _SCALARS}
    lists = {name: getattr(draft, name) for name in _LISTS}
    tasks = [task for unit in draft.units for task in unit.value.tasks]
    found: dict[str, Any] = {name: _source(field) for name, field in single.items() if field is not None}
    found |= {name: [_source(item) for item in items] for name, items in (lists | {"tasks": tasks}).items() if items}
    return {_NAMES.get(name, name): source for name, source in found.items()}


def _source(field: Sourced[Any]) -> dict[str, Any]:
    return {"lines": _lines(field.source), "quote": field.source.quote, "confidence": field.confidence}
