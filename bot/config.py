"""What an office sets in `config.toml`, read strictly, and the secrets, which come from the environment alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path

from bot import checks
from bot.throttle import Pace
from bot.toml_file import ConfigError, SettingsFile, setting
from domain.chasing import Ladder
from domain.feedback import Asking
from domain.settings import Lead, LeadRule, Settings

DEFAULT_PATH = Path("config.toml")
TOKEN_VARIABLE = "TELEGRAM_BOT_TOKEN"
_MEGABYTE = 1024 * 1024
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telegram:
    """How Telegram is reached. `base_url` is the API server's root; `/bot<token>` is added by the software."""

    mode: str = setting("polling", checks.one_of("polling", "webhook"))
    base_url: str = setting("https://api.telegram.org", checks.api_root)
    proxy_url: str = setting("", checks.proxy, hidden=True)
    poll_timeout: int = setting(30, checks.whole(1, 50))
    webhook_url: str = setting("", checks.public_address)
    webhook_listen: tuple[str, int] = setting(("127.0.0.1", 8443), checks.listen)
    webhook_secret_env: str = setting("TELEGRAM_WEBHOOK_SECRET", checks.variable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """Where everything is kept."""

    url: str = setting("sqlite+aiosqlite:///conference.db", checks.database, hidden=True)
    files: Path = setting(Path("files"), checks.folder)
    backups: Path = setting(Path("backups"), checks.folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """What a new conference starts with."""

    timezone: str = setting("Asia/Ho_Chi_Minh", checks.timezone)
    language: str = setting("vi", checks.one_of("vi", "en"))
    form_of_address: str = setting("ong_ba", checks.one_of("ong_ba", "dong_chi", "quy_dai_bieu"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminders:
    """When people are reminded of a session, in the conference's zone."""

    day_before_at: time | None = setting(time(16), checks.clock_time)
    minutes_before: tuple[int, ...] = setting((60, 15), checks.wholes(1, 7 * 24 * 60))
    rules: tuple[LeadRule, ...] = setting((), checks.lead_rules)
    chase_receipts_after_hours: int = setting(4, checks.whole(0, 7 * 24))
    quiet_from: time | None = setting(time(21, 30), checks.clock_time)
    quiet_until: time | None = setting(time(6), checks.clock_time)
    tick_seconds: int = setting(5, checks.whole(1, 60))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks:
    """How units are reminded of their tasks, in the conference's zone."""

    rungs: tuple[int, ...] = setting((-7, -3, -1, 0, 1), checks.rungs)
    work_from: time = setting(time(8), checks.time_of_day)
    work_until: time = setting(time(17), checks.time_of_day)
    holidays: tuple[date | tuple[int, int], ...] = setting(((1, 1), (30, 4), (1, 5), (2, 9)), checks.days)
    morning_at: time | None = setting(time(7, 30), checks.clock_time)
    undo_minutes: int = setting(10, checks.whole(1, 24 * 60))


@dataclass(frozen=True, slots=True, kw_only=True)
class Organizers:
    """Whom people turn to, and how long personal links live."""

    help_contact: str = setting("", checks.text)
    link_days: int = setting(60, checks.whole(1, 730))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """How fast: notices a second over all, replies a second to one person, messages a minute to one group.

    `lease_seconds` is how long a process may keep the notices it has taken before another takes them for dead.
    """

    rate: float = setting(28.0, checks.number(0.1, 10_000))
    per_chat: float = setting(1.0, checks.number(0.1, 30))
    per_group: int = setting(20, checks.whole(6, 60))
    lease_seconds: int = setting(90, checks.whole(2, 3600))


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is too much. Telegram itself lets bots fetch files of at most 20 MB."""

    plan_mb: int = setting(20, checks.whole(1, 2000))
    report_mb: int = setting(20, checks.whole(1, 2000))
    list_rows: int = setting(20_000, checks.whole(1, 200_000))
    code_tries: int = setting(3, checks.whole(1, 20))
    code_pause_minutes: int = setting(30, checks.whole(1, 24 * 60))
    undo_minutes: int = setting(15, checks.whole(1, 24 * 60))
    parallel_chats: int = setting(64, checks.whole(1, 1000))
    waiting_updates: int = setting(1000, checks.whole(100, 100_000))


@dataclass(frozen=True, slots=True, kw_only=True)
class Privacy:
    """How long personal data is kept after a conference, and which consent text is in force."""

    retention_days: int = setting(180, checks.whole(1, 3650))
    consent_version: int = setting(1, checks.whole(1, 10_000))


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """How questions are answered in the chat."""

    ask_if_right: bool = setting(False, checks.yes_no)
    ask_feedback: str = setting("sessions", checks.one_of("off", "end", "sessions"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """How much the log tells, and how."""

    level: str = setting("info", checks.one_of("debug", "info", "warning", "error"))
    format: str = setting("text", checks.one_of("text", "json"))


SECTIONS: dict[str, type] = {
    "telegram": Telegram,
    "database": Database,
    "conference": Conference,
    "reminders": Reminders,
    "tasks": Tasks,
    "organizers": Organizers,
    "sending": Sending,
    "limits": Limits,
    "questions": Questions,
    "privacy": Privacy,
    "log": Log,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything that is set. The secrets never show in `repr`."""

    telegram: Telegram = Telegram()
    database: Database = Database()
    conference: Conference = Conference()
    reminders: Reminders = Reminders()
    tasks: Tasks = Tasks()
    organizers: Organizers = Organizers()
    sending: Sending = Sending()
    limits: Limits = Limits()
    questions: Questions = Questions()
    privacy: Privacy = Privacy()
    log: Log = Log()
    token: str = field(default="", repr=False)
    webhook_secret: str = field(default="", repr=False)

    def settings(self) -> Settings:
        """What the services need of it."""
        eve = () if self.reminders.day_before_at is None else (Lead(eve_at=self.reminders.day_before_at),)
        return Settings(
            timezone=self.conference.timezone,
            language=self.conference.language,
            form_of_address=self.conference.form_of_address,
            help_contact=self.organizers.help_contact,
            leads=(*eve, *(Lead(minutes=minutes) for minutes in self.reminders.minutes_before)),
            lead_rules=self.reminders.rules,
            receipt_hours=self.reminders.chase_receipts_after_hours,
            quiet_from=self.reminders.quiet_from,
            quiet_until=self.reminders.quiet_until,
            link_days=self.organizers.link_days,
            code_tries=self.limits.code_tries,
            code_pause_minutes=self.limits.code_pause_minutes,
            undo_minutes=self.limits.undo_minutes,
            consent_version=self.privacy.consent_version,
            retention_days=self.privacy.retention_days,
            rate=self.sending.rate,
            max_plan_bytes=self.limits.plan_mb * _MEGABYTE,
            max_report_bytes=self.limits.report_mb * _MEGABYTE,
            max_list_rows=self.limits.list_rows,
            ladder=self._ladder(),
            task_undo_minutes=self.tasks.undo_minutes,
            morning_at=self.tasks.morning_at,
            ask_if_right=self.questions.ask_if_right,
            ask_feedback=Asking(self.questions.ask_feedback),
        )

    def _ladder(self) -> Ladder:
        days = self.tasks.holidays
        return Ladder(
            rungs=self.tasks.rungs,
            work_from=self.tasks.work_from,
            work_until=self.tasks.work_until,
            holidays=frozenset(each for each in days if isinstance(each, date)),
            yearly=frozenset(each for each in days if not isinstance(each, date)),
        )

    def pace(self) -> Pace:
        """The measure for replies to one chat."""
        burst = Pace().group_burst
        return Pace(person_seconds=1 / self.sending.per_chat, group_seconds=60 / (self.sending.per_group - burst))

    def secrets(self) -> tuple[str, ...]:
        """What the log has to hide."""
        return tuple(each for each in (self.token, self.webhook_secret) if each)


def load(path: Path | None, environ: Mapping[str, str], *, need_token: bool = True) -> Config | tuple[ConfigError, ...]:
    """The settings, or every mistake at once, in the order of the file.

    Without a path `config.toml` is read where there is one, and otherwise everything is as by default. Only commands
    that talk to Telegram need the token.
    """
    text = "" if path is None and not DEFAULT_PATH.exists() else _text(path or DEFAULT_PATH)
    if isinstance(text, ConfigError):
        return (text,)
    file = SettingsFile(text, SECTIONS)
    sections = {name: file.section(name) for name in SECTIONS}
    token = environ.get(TOKEN_VARIABLE, "").strip()
    if need_token or token:
        _check_token(file, token)
    config = Config(**sections, token=token, webhook_secret=_webhook_secret(file, sections["telegram"], environ))
    quiet = (config.reminders.quiet_from, config.reminders.quiet_until)
    if (quiet[0] is None) != (quiet[1] is None):
        file.wrong("reminders.quiet_from", "quiet_hours")
    if config.tasks.work_until <= config.tasks.work_from:
        file.wrong("tasks.work_until", "working_hours")
    return tuple(sorted(file.errors, key=lambda each: (each.line or 0, each.key))) or config


def _text(path: Path) -> str | ConfigError:
    """The file's text, with or without the mark that Windows puts in front of it."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return ConfigError(str(path), None, "no_file")
    except OSError:
        return ConfigError(str(path), None, "unreadable")
    except UnicodeDecodeError:
        return ConfigError(str(path), None, "encoding")


def _check_token(file: SettingsFile, token: str) -> None:
    if not token:
        file.errors.append(ConfigError(TOKEN_VARIABLE, None, "no_token"))
    elif not _TOKEN.fullmatch(token):
        file.errors.append(ConfigError(TOKEN_VARIABLE, None, "bad_token"))


def _webhook_secret(file: SettingsFile, telegram: Telegram, environ: Mapping[str, str]) -> str:
    if telegram.mode != "webhook":
        return ""
    if not telegram.webhook_url:
        file.wrong("telegram.webhook_url", "no_webhook_url")
    secret = environ.get(telegram.webhook_secret_env, "").strip()
    if not _WEBHOOK_SECRET.fullmatch(secret):
        file.errors.append(ConfigError(telegram.webhook_secret_env, None, "webhook_secret"))
    return secret
