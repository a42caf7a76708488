"""The settings file: strict, helpful, and never repeating a secret."""

import argparse
import re
import tomllib
from datetime import date, time
from pathlib import Path

import pytest

from bot.commands import check
from bot.config import SECTIONS, Config, Database, Telegram, load
from bot.throttle import Pace
from bot.toml_file import ConfigError, keys, lines_of
from domain.chasing import Ladder
from domain.settings import Lead, LeadRule, Settings
from tests.bot.stub_telegram import TOKEN

ENVIRON = {"TELEGRAM_BOT_TOKEN": TOKEN}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def read(file: Path, text: str, environ: dict[str, str] = ENVIRON) -> Config | tuple[ConfigError, ...]:
    file.write_text(text, encoding="utf-8")
    return load(file, environ)


def test_the_example_is_complete_right_and_says_the_defaults(project_root: Path) -> None:
    assert load(project_root / "config.example.toml", ENVIRON) == Config(token=TOKEN)


def test_every_setting_is_documented_in_the_example(project_root: Path) -> None:
    text = (project_root / "config.example.toml").read_text(encoding="utf-8")
    shown = {(name, key) for name, section in tomllib.loads(text).items() for key in section}
    assert shown == {(name, key) for name, section in SECTIONS.items() for key in keys(section)}
    blocks = [block for block in text.split("\n\n") if re.search(r"^\w+ =", block, re.MULTILINE)]
    assert [block for block in blocks if "#" not in block] == []


def test_without_a_file_everything_is_as_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load(None, ENVIRON) == Config(token=TOKEN)


def test_the_services_settings_are_the_same_by_default() -> None:
    assert (Config().settings(), Config().pace()) == (Settings(), Pace())


def test_what_is_set_arrives(file: Path) -> None:
    config = read(
        file,
        """
[telegram]
base_url = "https://relay.example/"
proxy_url = "socks5://user:pass@127.0.0.1:1080"
[reminders]
day_before_at = ""
minutes_before = [15, 120, 15]
quiet_from = 22:00:00
[sending]
rate = 5
""",
    )
    assert isinstance(config, Config)
    assert config.telegram == Telegram(base_url="https://relay.example", proxy_url="socks5://user:pass@127.0.0.1:1080")
    settings = config.settings()
    assert (settings.rate, settings.quiet_from, [lead.code for lead in settings.leads]) == (
        5.0,
        time(22),
        ["120m", "15m"],
    )


def test_rules_give_kinds_of_sessions_and_groups_lead_times_of_their_own(file: Path) -> None:
    config = read(
        file,
        """
[reminders]
rules = [
  { session = "Giải lao" },
  { session = "Khai mạc", group = "Lãnh đạo", day_before_at = "17:00", minutes_before = [30, 120] },
]
""",
    )
    assert isinstance(config, Config)
    assert config.settings().lead_rules == (
        LeadRule(session="Giải lao"),
        LeadRule(
            session="Khai mạc", group="Lãnh đạo", leads=(Lead(eve_at=time(17)), Lead(minutes=120), Lead(minutes=30))
        ),
    )


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ('"Khai mạc"', "lead_rules"),
        ("[{ minutes_before = [5] }]", "lead_rules"),
        ('[{ session = "Khai mạc", minuts = [5] }]', "lead_rules"),
        ('[{ session = "Khai mạc", minutes_before = [0] }]', "wholes"),
    ],
)
def test_a_rule_that_cannot_be_meant_is_a_mistake(file: Path, rules: str, code: str) -> None:
    errors = read(file, f"[reminders]\nrules = {rules}\n")
    assert [(each.line, each.key, each.code) for each in errors] == [(2, "reminders.rules", code)]  # type: ignore[union-attr]


def test_all_mistakes_are_named_at_once_with_key_and_line(file: Path) -> None:
    errors = read(
        file,
        """# line 1
[telegram]
mode = "pushing"
base_url = "https://api.telegram.org/bot"
proxy_url = "socks5://nowhere"
pol_timeout = 30

[database]
url = "mysql://x"
[conference]
timezone = "Asia/Hanoi"
[reminders]
day_before_at = "25:00"
minutes_before = [
    60,
    "15",
]
quiet_from = ""
[sending]
rate = true
retention_days = 5
[weather]
sunny = true
[limits]
plan_mb = 0
""",
        {},
    )
    assert [(each.line, each.key, each.code, dict(each.values)) for each in errors] == [  # type: ignore[union-attr]
        (None, "TELEGRAM_BOT_TOKEN", "no_token", {}),
        (3, "telegram.mode", "one_of", {"choices": "polling, webhook"}),
        (4, "telegram.base_url", "api_root", {}),
        (5, "telegram.proxy_url", "proxy", {}),
        (6, "telegram.pol_timeout", "unknown_near", {"near": "telegram.poll_timeout"}),
        (9, "database.url", "database", {}),
        (11, "conference.timezone", "timezone", {}),
        (13, "reminders.day_before_at", "clock_time", {}),
        (14, "reminders.minutes_before", "wholes", {"least": "1", "most": "10080"}),
        (18, "reminders.quiet_from", "quiet_hours", {}),
        (20, "sending.rate", "number", {"least": "0.1", "most": "10000"}),
        (21, "sending.retention_days", "unknown_near", {"near": "privacy.retention_days"}),
        (22, "weather", "unknown", {}),
        (25, "limits.plan_mb", "whole", {"least": "1", "most": "2000"}),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f'[telegram]\ntoken = "{TOKEN}"\n', [(2, "telegram.token", "secret")]),
        ('[telegram]\nbot_token = "abc"\n', [(2, "telegram.bot_token", "secret")]),
        (f'token = "{TOKEN}"\n', [(1, "token", "secret")]),
        (f'[organizers]\nhelp_contact = "{TOKEN}"\n', [(2, "organizers.help_contact", "secret")]),
        (f'[telegram]\nbase_url = "https://api.telegram.org/bot{TOKEN}"\n', [(2, "telegram.base_url", "secret")]),
        (f"# export TELEGRAM_BOT_TOKEN={TOKEN}\n", [(1, "", "secret")]),
        (f'[telegram\nx = "{TOKEN}"\n', [(1, "", "syntax"), (2, "x", "secret")]),
    ],
)
def test_a_token_in_the_file_is_a_mistake_that_is_not_repeated(
    file: Path, text: str, found: list[tuple[int, str, str]]
) -> None:
    errors = read(file, text)
    assert isinstance(errors, tuple)
    assert [(each.line, each.key, each.code) for each in errors] == found
    assert TOKEN not in str(errors) + "".join(check.told(errors, file, "vi"))


def test_secrets_do_not_show_in_the_settings_repr() -> None:
    config = Config(
        token=TOKEN,
        webhook_secret="hush-hush-hush-hush",
        telegram=Telegram(proxy_url="http://u:proxypass@h:1"),
        database=Database(url="postgresql+asyncpg://u:dbpass@h/d"),
    )
    assert [each for each in (TOKEN, "hush", "proxypass", "dbpass") if each in repr(config)] == []
    assert config.secrets() == (TOKEN, "hush-hush-hush-hush")


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"\xff\xfe[\x00", "encoding", None),
        (b"[telegram]\nmode = polling\n", "syntax", 2),
        (b"[telegram]\nmode = 'x", "syntax", 2),
        (b"telegram = 5\n", "section", 1),
    ],
)
def test_a_file_that_cannot_be_read_is_one_clear_mistake(
    file: Path, content: bytes, code: str, line: int | None
) -> None:
    file.write_bytes(content)
    errors = load(file, ENVIRON)
    assert isinstance(errors, tuple)
    assert [(each.code, each.line) for each in errors] == [(code, line)]


def test_a_named_file_that_is_not_there_is_a_mistake(file: Path) -> None:
    assert load(file, ENVIRON) == (ConfigError(str(file), None, "no_file"),)
    assert load(file.parent, ENVIRON) == (ConfigError(str(file.parent), None, "unreadable"),)


def test_a_mark_of_windows_in_front_is_no_matter(file: Path) -> None:
    file.write_bytes(b'\xef\xbb\xbf[log]\r\nlevel = "debug"\r\n')
    config = load(file, ENVIRON)
    assert isinstance(config, Config)
    assert config.log.level == "debug"


def test_commands_that_do_not_talk_to_telegram_need_no_token(file: Path) -> None:
    file.write_text("")
    assert load(file, {}, need_token=False) == Config()
    assert load(file, {"TELEGRAM_BOT_TOKEN": "not a token"}) == (ConfigError("TELEGRAM_BOT_TOKEN", None, "bad_token"),)


def test_a_webhook_needs_its_address_and_its_secret(file: Path) -> None:
    text = '[telegram]\nmode = "webhook"\nwebhook_secret_env = "HOOK"\n'
    errors = read(file, text)
    assert [(each.key, each.code) for each in errors] == [  # type: ignore[union-attr]
        ("HOOK", "webhook_secret"),
        ("telegram.webhook_url", "no_webhook_url"),
    ]
    config = read(file, text + 'webhook_url = "https://a.example/x"\n', {**ENVIRON, "HOOK": "0123456789abcdef"})
    assert isinstance(config, Config)
    assert (config.webhook_secret, config.telegram.webhook_listen) == ("0123456789abcdef", ("127.0.0.1", 8443))


def test_lines_are_found_in_nested_and_quoted_places() -> None:
    text = 'a = 1\n[ x ]\n"b" = """\nc = 2\n"""\nd.e = 3\n[y]\nlist = [\n 1,\n]\nf = 1'
    assert lines_of(text) == {"a": 1, "x": 2, "x.b": 3, "x.d.e": 6, "y": 7, "y.list": 8, "y.f": 11}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_mistake_has_its_sentence(project_root: Path, language: str) -> None:
    sources = [(project_root / "bot" / f"{name}.py").read_text() for name in ("config", "checks", "toml_file")]
    codes = set(re.findall(r'Wrong\("(\w+)"', "".join(sources)))
    codes |= set(re.findall(r'ConfigError\([^()]*(?:\([^()]*\))?[^()]*, "(\w+)"', "".join(sources)))
    codes |= set(re.findall(r'\.wrong\("[\w.]+", "(\w+)"', "".join(sources)))
    codes |= set(re.findall(r'_web_address\(.*"(\w+)"\)', "".join(sources)))
    frame = {"fine", "count", "at_line", "at_line_alone", "elsewhere"}
    assert codes | frame == set(check.sentences(language))


def checked(file: Path, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.delenv("TELEGRAM_BOT_TOKEN", raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    parser = argparse.ArgumentParser()
    check.configure(parser)
    return check.run(parser.parse_args(["--config", str(file)]))


def test_check_prints_each_mistake_on_a_line_and_exits_with_two(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text('[conference]\nlanguage = "en"\n[log]\nlevel = "loud"\n')
    assert checked(file, {}, monkeypatch) == 2
    assert capsys.readouterr().err.splitlines() == [
        "The configuration has 2 mistakes:",
        "TELEGRAM_BOT_TOKEN: this environment variable is not set. "
        "Get a token from @BotFather, then: export TELEGRAM_BOT_TOKEN=…",
        "config.toml, line 4, log.level: this has to be one of: debug, info, warning, error.",
    ]


def test_check_is_content_with_what_is_right(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("")
    assert checked(file, ENVIRON, monkeypatch) == 0
    assert capsys.readouterr().out.splitlines() == [check.sentences("vi")["fine"]]


def test_the_ladder_of_tasks_is_set_with_its_hours_and_days_off(file: Path) -> None:
    config = read(
        file,
        """
[conference]
form_of_address = "dong_chi"
[tasks]
rungs = [1, -5, 0]
work_from = "07:30"
holidays = ["2/9", "2027-02-05", 2027-02-06]
morning_at = ""
undo_minutes = 30
""",
    )
    assert isinstance(config, Config)
    settings = config.settings()
    assert settings.ladder == Ladder(
        rungs=(-5, 0, 1),
        work_from=time(7, 30),
        holidays=frozenset({date(2027, 2, 5), date(2027, 2, 6)}),
        yearly=frozenset({(2, 9)}),
    )
    assert (settings.morning_at, settings.task_undo_minutes, settings.form_of_address) == (None, 30, "dong_chi")


@pytest.mark.parametrize(
    ("line", "key", "code"),
    [
        ("rungs = []", "tasks.rungs", "wholes"),
        ("rungs = [-100]", "tasks.rungs", "wholes"),
        ('holidays = ["31/2"]', "tasks.holidays", "days"),
        ("holidays = [5]", "tasks.holidays", "days"),
        ('work_from = ""', "tasks.work_from", "clock_time"),
        ('work_from = "18:00"', "tasks.work_until", "working_hours"),
    ],
)
def test_a_ladder_that_cannot_be_is_named(file: Path, line: str, key: str, code: str) -> None:
    errors = read(file, f"[tasks]\n{line}\n")
    assert isinstance(errors, tuple)
    assert [(each.key, each.code) for each in errors] == [(key, code)]
