"""What an office may set, as the services need it: plain values, built by the bot from `config.toml`."""

from dataclasses import dataclass
from datetime import time

from domain.chasing import Ladder
from domain.feedback import Asking


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """How long before a session people are reminded: some minutes, or the day before at a clock time."""

    minutes: int | None = None
    eve_at: time | None = None

    @property
    def code(self) -> str:
        """A stable name for the database: `60m`, `eve16:00`."""
        return f"eve{self.eve_at:%H:%M}" if self.eve_at is not None else f"{self.minutes}m"

    @classmethod
    def of(cls, code: str) -> "Lead":
        """The lead that a code names; ValueError where it names none."""
        if code.startswith("eve"):
            return cls(eve_at=time.fromisoformat(code.removeprefix("eve")))
        if not code.endswith("m"):
            raise ValueError(code)
        return cls(minutes=int(code.removesuffix("m")))


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadRule:
    """Other lead times (perhaps none) for some sessions, for some people, or both.

    `session` are words of a session's title, `group` words of a line of *Thành phần tham dự*; empty fits all.
    """

    session: str = ""
    group: str = ""
    leads: tuple[Lead, ...] = ()


DEFAULT_LEADS = (Lead(eve_at=time(16)), Lead(minutes=60), Lead(minutes=15))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The desk's settings. Times of day are in the conference's zone."""

    timezone: str = "Asia/Ho_Chi_Minh"
    language: str = "vi"
    form_of_address: str = "ong_ba"
    help_contact: str = ""
    leads: tuple[Lead, ...] = DEFAULT_LEADS
    lead_rules: tuple[LeadRule, ...] = ()
    receipt_hours: int = 4
    quiet_from: time | None = time(21, 30)
    quiet_until: time | None = time(6)
    link_days: int = 60
    code_tries: int = 3
    code_pause_minutes: int = 30
    undo_minutes: int = 15
    consent_version: int = 1
    retention_days: int = 180
    rate: float = 28.0
    max_plan_bytes: int = 20 * 1024 * 1024
    max_report_bytes: int = 20 * 1024 * 1024
    max_list_rows: int = 20_000
    ladder: Ladder = Ladder()
    task_undo_minutes: int = 10
    morning_at: time | None = time(7, 30)
    ask_if_right: bool = False
    ask_feedback: Asking = Asking.SESSIONS
