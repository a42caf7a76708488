"""The log, read as an operator (or a thief) would read it."""

import io
import json
import logging
from urllib.parse import quote

import pytest

from bot import logs
from tests.bot.stub_telegram import TOKEN

UPDATE = {
    "update_id": 77,
    "message": {
        "message_id": 1,
        "from": {"id": 5, "first_name": "Nguyễn", "last_name": "Thị Bưởi", "username": "buoi_nt"},
        "text": "Cho hỏi phòng khách sạn của tôi",
    },
}


@pytest.fixture
def stream() -> io.StringIO:
    return io.StringIO()


def lines(stream: io.StringIO) -> list[str]:
    return stream.getvalue().splitlines()


def test_an_event_is_one_line_with_its_values_as_fields(stream: io.StringIO) -> None:
    logs.setup("info", "text", stream=stream)
    logging.getLogger("bot.polling").warning("polling is failing", extra={"reason": "HTTP 404", "tries": 3})
    (line,) = lines(stream)
    at, rest = line.split(" ", 1)
    assert (at[10], at[-1], rest) == (
        "T",
        "Z",
        'WARNING bot.polling polling is failing reason="HTTP 404" tries=3',
    )


def test_json_lines_hold_the_same(stream: io.StringIO) -> None:
    logs.setup("info", "json", stream=stream)
    logging.getLogger("bot.x").info("started", extra={"file": "kế hoạch.txt"})
    (line,) = lines(stream)
    entry = json.loads(line)
    del entry["at"]
    assert entry == {"level": "INFO", "from": "bot.x", "event": "started", "file": "kế hoạch.txt"}


def test_a_line_tells_which_update_was_being_handled(stream: io.StringIO) -> None:
    logs.setup("info", "text", stream=stream)
    token = logs.current.set(UPDATE)
    logging.getLogger("bot.x").info("said")
    logs.current.reset(token)
    logging.getLogger("bot.x").info("idle")
    assert [line.split(" ", 1)[1] for line in lines(stream)] == ["INFO bot.x said update=77", "INFO bot.x idle"]


@pytest.mark.parametrize("form", ["text", "json"])
def test_the_token_gets_out_nowhere(stream: io.StringIO, form: str) -> None:
    logs.setup("debug", form, [TOKEN, "webhook-secret"], stream)
    log = logging.getLogger("any.library")
    log.info("HTTP Request: POST https://api.telegram.org/bot%s/getMe", TOKEN)
    log.info("half of it", extra={"url": quote(f"https://h/{TOKEN}", safe=""), "rest": TOKEN.partition(":")[2]})
    log.info("somebody else's: /bot987654321:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA and webhook-secret")
    try:
        try:
            raise ValueError(f"rejected {TOKEN}")
        except ValueError as cause:
            raise RuntimeError(f"Bot[token={TOKEN}]") from cause
    except RuntimeError:
        log.exception("failed")
    told = stream.getvalue()
    secrets = (TOKEN, TOKEN.partition(":")[2], quote(TOKEN, safe=""), "AAAAAAAAAA", "webhook-secret")
    assert [secret for secret in secrets if secret in told] == []
    assert len(lines(stream)) == 4
    assert told.count(logs.HIDDEN) >= 6


def test_an_exception_keeps_its_frames_but_not_what_the_person_wrote(stream: io.StringIO) -> None:
    logs.setup("info", "text", stream=stream)
    token = logs.current.set(UPDATE)
    try:
        int("phong KHACH san cua Nguyễn Thị Bưởi")
    except ValueError:
        logging.getLogger("bot.intake").exception("update failed")
    finally:
        logs.current.reset(token)
    (line,) = lines(stream)
    assert "test_logs.py" in line
    assert "ValueError: invalid literal for" in line
    message = line.partition("ValueError:")[2].casefold()
    assert [word for word in ("phong", "khach", "nguyễn", "bưởi") if word in message] == []


def test_libraries_that_print_addresses_or_texts_are_quiet(stream: io.StringIO) -> None:
    logs.setup("debug", "text", stream=stream)
    for name in ("httpx", "httpcore.connection", "aiohttp.access", "telegram.ext.ExtBot", "aiosqlite"):
        logging.getLogger(name).info("POST /bot…/sendMessage text=Nguyễn Thị Bưởi")
    assert lines(stream) == []


def test_a_line_break_in_a_message_does_not_forge_a_second_line(stream: io.StringIO) -> None:
    logs.setup("info", "text", stream=stream)
    logging.getLogger("x").info("one\n2026-11-20 INFO two", extra={"name_": "a\nb"})
    assert len(lines(stream)) == 1
