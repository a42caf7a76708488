"""Views of alarms: what organizers are told when the bot itself is in trouble."""

from dataclasses import dataclass
from typing import Any

from domain.views import view


@view("alarms")
@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentAlarm:
    """Something of ours went wrong for somebody: the code under which it stands in the log. Names nobody."""

    code: str


@view("alarms")
@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseAlarm:
    """Nothing can be stored at the moment: the disk is full or read-only, or the database is locked or gone."""


SAMPLES: tuple[Any, ...] = (IncidentAlarm(code="A1B2C3"), DatabaseAlarm())
