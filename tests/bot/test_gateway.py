"""The door to Telegram: what is sent, what each refusal means, and who waits for whom."""

import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram.error import TelegramError

from bot.gateway import Answer, Api, failure
from bot.lanes import Gateway
from bot.outgoing import (
    Button,
    Me,
    NotSent,
    Outgoing,
    Paused,
    Refused,
    Sent,
    Stored,
    TooLarge,
    Uncertain,
    Why,
)
from bot.throttle import Pace
from bot.transport import AiohttpRequest
from domain.views import Attachment
from tests.bot.stub_telegram import TOKEN, SteppedClock, StubTelegram, TinyProxy, hang, ok, page, refused, reset

HELLO = Outgoing(text="Xin chào")


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
async def gateway(stub: StubTelegram, clock: SteppedClock) -> AsyncIterator[Gateway]:
    async with AiohttpRequest(call_seconds=1.0) as request:
        yield Gateway(Api(request, TOKEN, stub.root), clock)


async def test_a_message_carries_text_buttons_and_what_it_answers(gateway: Gateway, stub: StubTelegram) -> None:
    rows = ((Button("Nhận", data="t:1", style="success"), Button("Trang", url="https://a.example/")),)
    outcome = await gateway.send(5, Outgoing(text="<b>Việc</b>", rows=rows, reply_to=9, silent=True))
    assert outcome == Sent((1,))
    (call,) = stub.called("sendMessage")
    assert {name: json.loads(value) if value[:1] in "{[" else value for name, value in call.items()} == {
        "chat_id": "5",
        "text": "<b>Việc</b>",
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "disable_notification": "true",
        "reply_parameters": {"message_id": 9, "allow_sending_without_reply": True},
        "reply_markup": {
            "inline_keyboard": [
                [
                    {"text": "Nhận", "callback_data": "t:1", "style": "success"},
                    {"text": "Trang", "url": "https://a.example/"},
                ]
            ]
        },
    }


async def test_one_file_carries_a_short_text_as_its_caption(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("sendPhoto", ok({"message_id": 3, "photo": [{"file_id": "small"}, {"file_id": "large"}]}))
    file = Attachment("qr.png", b"PNG", photo=True)
    outcome = await gateway.send(5, Outgoing(text="Mã của ông", files=(file,)))
    assert outcome == Sent((3,), ("large",))
    assert stub.calls == [
        (
            "sendPhoto",
            {"chat_id": "5", "caption": "Mã của ông", "parse_mode": "HTML", "photo": ("qr.png", "image/png", b"PNG")},
        )
    ]


async def test_a_text_too_long_for_a_caption_goes_ahead_of_its_file(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("sendDocument", ok({"message_id": 8, "document": {"file_id": "D"}}))
    text = "😀" * 512 + "&amp;"  # 1,025 units of UTF-16
    outcome = await gateway.send(5, Outgoing(text=text, files=(Attachment("a.txt", b"A"),)))
    assert outcome == Sent((1, 8), ("D",))
    assert [method for method, _ in stub.calls] == ["sendMessage", "sendDocument"]


async def test_a_file_on_disk_is_read_while_it_is_sent_and_again_when_it_is_sent_again(
    gateway: Gateway, stub: StubTelegram, tmp_path: Path
) -> None:
    content = bytes(range(256)) * 20_000
    path = tmp_path / "archive.zip"
    path.write_bytes(content)
    files = Outgoing(files=(Attachment("báo cáo.zip", path, once=True),))
    for _ in range(2):
        await gateway.send(5, files)
    assert [call["document"] for call in stub.called("sendDocument")] == [
        ("báo cáo.zip", "application/zip", content),
        ("báo cáo.zip", "application/zip", content),
    ]
    path.unlink()


async def test_several_files_go_as_albums_of_their_kind(gateway: Gateway, stub: StubTelegram) -> None:
    documents = tuple(Attachment(f"{n}.txt", b"%d" % n) for n in range(2))
    stub.will("sendMediaGroup", ok([{"message_id": 1, "document": {"file_id": "A"}}] * 2))
    stub.will("sendPhoto", ok({"message_id": 2, "photo": [{"file_id": "P"}]}))
    outcome = await gateway.send(5, Outgoing(files=(*documents, Stored("P0", "photo"))))
    assert outcome == Sent((1, 1, 2), ("A", "A", "P"))
    assert stub.calls == [
        (
            "sendMediaGroup",
            {
                "chat_id": "5",
                "media": '[{"type": "document", "media": "attach://file0"}, '
                '{"type": "document", "media": "attach://file1"}]',
                "file0": ("0.txt", "text/plain", b"0"),
                "file1": ("1.txt", "text/plain", b"1"),
            },
        ),
        ("sendPhoto", {"chat_id": "5", "photo": "P0"}),
    ]


async def test_files_that_have_no_album_go_one_by_one(gateway: Gateway, stub: StubTelegram) -> None:
    kinds = ("photo", "video", "audio", "audio", "video_note", "voice", "voice")
    stub.will("sendMediaGroup", ok([{"message_id": 1}] * 2), ok([{"message_id": 2}] * 2))
    await gateway.send(5, Outgoing(files=tuple(Stored(kind, kind) for kind in kinds)))
    assert [method for method, _ in stub.calls] == [
        "sendMediaGroup",
        "sendMediaGroup",
        "sendVideoNote",
        "sendVoice",
        "sendVoice",
    ]
    assert stub.called("sendVideoNote") == [{"chat_id": "5", "video_note": "video_note"}]


async def test_a_picture_too_large_for_a_photo_goes_as_a_document(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("sendDocument", ok({"message_id": 1, "document": {"file_id": "D"}}))
    picture = Attachment("p.png", bytes(10 * 1024 * 1024 + 1), photo=True)
    assert await gateway.send(5, Outgoing(files=(picture,))) == Sent((1,), ("D",))


async def test_a_file_name_cannot_break_out_of_its_header(gateway: Gateway, stub: StubTelegram) -> None:
    await gateway.send(5, Outgoing(files=(Attachment('a"\r\nX: y/../b.txt', b"A"),)))
    assert stub.called("sendDocument")[0]["document"] == ("a_X: y_.._b.txt", "text/plain", b"A")


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (refused(403, "Forbidden: bot was blocked by the user"), Why.BLOCKED),
        (refused(403, "Forbidden: user is deactivated"), Why.DEACTIVATED),
        (refused(403, "Forbidden: bot can't initiate conversation with a user"), Why.NEVER_STARTED),
        (refused(403, "Forbidden: bot was kicked from the group chat"), Why.KICKED),
        (refused(400, "Bad Request: chat not found"), Why.CHAT_NOT_FOUND),
        (refused(400, "Bad Request: not enough rights to send text messages to the chat"), Why.NO_RIGHTS),
        (refused(400, "Bad Request: can't parse entities"), Why.BAD_REQUEST),
    ],
)
async def test_each_final_refusal_has_its_reason(
    gateway: Gateway, stub: StubTelegram, answer: object, outcome: Why
) -> None:
    stub.will("sendMessage", answer)
    result = await gateway.send(5, HELLO)
    assert isinstance(result, Refused)
    assert result.why is outcome


async def test_a_moved_group_tells_its_new_number(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("sendMessage", refused(400, "Bad Request: upgraded", migrate_to_chat_id=-1002))
    result = await gateway.send(-5, HELLO)
    assert isinstance(result, Refused)
    assert (result.why, result.new_chat) == (Why.MIGRATED, -1002)


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (reset, Uncertain("ServerDisconnectedError")),
        (hang, Uncertain("TimeoutError")),
        (page(502), Uncertain("HTTP 502")),
        (page(200), Uncertain("not Telegram's answer")),
        (page(404), NotSent("HTTP 404")),
        (refused(401, "Unauthorized"), NotSent("Unauthorized")),
        (refused(429, "Too Many Requests", retry_after=7), Paused(7.0)),
    ],
)
async def test_a_failure_tells_whether_it_can_have_arrived(
    gateway: Gateway, stub: StubTelegram, answer: object, outcome: object
) -> None:
    stub.will("sendMessage", answer)
    assert await gateway.send(5, HELLO) == outcome


def test_every_error_of_the_library_is_mapped() -> None:
    def below(kind: type[TelegramError]) -> list[type[TelegramError]]:
        return [kind, *(each for child in kind.__subclasses__() for each in below(child))]

    special = {"RetryAfter": (3,), "ChatMigrated": (-1,), "InvalidToken": (), "PassportDecryptionError": ("x",)}
    outcomes = {
        kind.__name__: type(failure(kind(*special.get(kind.__name__, ("text",))))).__name__
        for kind in below(TelegramError)
        if kind.__module__ in ("telegram.error", "bot.transport")
    }
    assert outcomes == {
        "TelegramError": "Uncertain",
        "NetworkError": "Uncertain",
        "TimedOut": "Uncertain",
        "Unsent": "NotSent",
        "BadRequest": "Refused",
        "Forbidden": "Refused",
        "ChatMigrated": "Refused",
        "Conflict": "NotSent",
        "InvalidToken": "NotSent",
        "EndPointNotFound": "Uncertain",
        "PassportDecryptionError": "Uncertain",
        "RetryAfter": "Paused",
    }


async def test_a_message_half_of_which_arrived_is_uncertain(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("sendDocument", page(404))
    files = (Attachment("a.txt", b"A"),)
    outcome = await gateway.send(5, Outgoing(text="x" * 2000, files=files))
    assert outcome == Uncertain("partly sent (NotSent)", (1,))


async def test_the_second_half_of_a_message_waits_out_each_flood_limit(
    gateway: Gateway, stub: StubTelegram, clock: SteppedClock
) -> None:
    document = ok({"message_id": 2, "document": {"file_id": "D"}})
    stub.will("sendDocument", *(refused(429, "Too Many", retry_after=each) for each in (4, 5)), document)
    outcome = await gateway.send(5, Outgoing(text="x" * 2000, files=(Attachment("a.txt", b"A"),)))
    assert (outcome, clock.slept) == (Sent((1, 2), ("D",)), [4.0, 5.0])


async def test_a_further_part_takes_its_turn_in_the_chat(gateway: Gateway, clock: SteppedClock) -> None:
    gateway = Gateway(gateway.api, clock, pace=Pace(person_burst=1))
    outcome = await gateway.send(5, Outgoing(text="x" * 2000, files=(Attachment("a.txt", b"A"),)))
    assert (type(outcome), clock.slept) == (Sent, [1.0])


async def test_a_further_part_whose_silence_outlasts_the_patience_is_uncertain(
    gateway: Gateway, stub: StubTelegram, clock: SteppedClock
) -> None:
    stub.will("sendDocument", refused(429, "Too Many", retry_after=20), refused(429, "Too Many", retry_after=20))
    outcome = await gateway.send(5, Outgoing(text="x" * 2000, files=(Attachment("a.txt", b"A"),)))
    assert (outcome, clock.slept) == (Uncertain("partly sent (Paused)", (1,)), [20.0])


async def test_a_notice_is_not_tried_while_telegram_wants_silence(
    gateway: Gateway, stub: StubTelegram, clock: SteppedClock
) -> None:
    stub.will("sendMessage", refused(429, "Too Many", retry_after=10))
    await gateway.send(5, HELLO)
    clock.at += 4
    assert await gateway.send(6, HELLO) == Paused(6.0)
    assert gateway.silence() == 6.0
    clock.at += 6
    assert await gateway.send(6, HELLO) == Sent((1,))
    assert len(stub.calls) == 2


async def test_a_shorter_flood_limit_never_ends_a_longer_one(
    gateway: Gateway, stub: StubTelegram, clock: SteppedClock
) -> None:
    gateway.pauses.flood(5, 20, clock.at, alone=False)
    gateway.pauses.flood(6, 1, clock.at, alone=False)
    assert gateway.silence() == 20.0
    gateway.pauses.flood(-7, 40, clock.at, alone=True)
    gateway.pauses.flood(-7, 30, clock.at, alone=True)
    assert gateway.silence(-7) == 40.0


async def test_a_flooded_group_does_not_silence_the_others(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("sendMessage", refused(429, "Too Many", retry_after=40))
    await gateway.send(-100, HELLO)
    assert await gateway.send(-100, HELLO) == Paused(40.0)
    assert await gateway.send(5, HELLO) == Sent((1,))


async def test_three_flooded_chats_mean_everybody(gateway: Gateway, clock: SteppedClock) -> None:
    told = [gateway.pauses.flood(chat, 30, clock.at, alone=True) for chat in (-1, -2, -3)]
    assert (told, gateway.silence(5)) == ([False, False, True], 30.0)


async def test_a_reply_waits_out_a_flood_limit_and_is_said_once(
    gateway: Gateway, stub: StubTelegram, clock: SteppedClock
) -> None:
    stub.will("sendMessage", refused(429, "Too Many", retry_after=3))
    assert await gateway.reply(5, HELLO) == Sent((1,))
    assert clock.slept == [3.0]


async def test_a_reply_gives_up_when_the_silence_outlasts_a_persons_patience(
    gateway: Gateway, stub: StubTelegram, clock: SteppedClock
) -> None:
    stub.will("sendMessage", refused(429, "Too Many", retry_after=300))
    assert await gateway.reply(5, HELLO) == Paused(300.0)
    assert (len(stub.calls), clock.slept) == (1, [])


async def test_a_reply_that_may_have_arrived_is_not_repeated(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("sendMessage", reset)
    assert await gateway.reply(5, HELLO) == Uncertain("ServerDisconnectedError")
    assert len(stub.calls) == 1


async def test_a_reply_that_was_surely_not_sent_is_repeated(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("sendMessage", page(404))
    assert await gateway.reply(5, HELLO) == Sent((1,))
    assert len(stub.calls) == 2


async def test_a_reply_that_telegram_broke_down_over_is_repeated(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("sendMessage", page(502), page(500))
    assert await gateway.reply(5, HELLO) == Sent((1,))
    assert len(stub.calls) == 3


async def test_replies_to_one_person_slow_down_after_a_burst_and_others_do_not_wait(
    gateway: Gateway, clock: SteppedClock
) -> None:
    waits = []
    for chat in (5, 5, 5, 5, 5, 5, 5, 6):
        before = clock.at
        await gateway.reply(chat, HELLO)
        waits.append(clock.at - before)
    assert waits == [0, 0, 0, 0, 0, 1, 1, 0]


def test_a_group_never_gets_more_than_twenty_messages_in_any_minute() -> None:
    pace, now, sent = Pace(), 0.0, []
    while now < 300:
        now += pace.take(-7, now)
        sent.append(now)
    assert max(sum(start <= each < start + 60 for each in sent) for start in sent) == 19  # 5 + 14


def test_the_pace_forgets_chats_that_are_quiet() -> None:
    pace = Pace()
    for chat in range(1, 10_001):
        pace.take(chat, now=float(chat))
    assert len(pace.due) < 5_000


async def test_an_edit_that_changes_nothing_is_fine(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("editMessageText", refused(400, "Bad Request: message is not modified: specified new message content"))
    assert await gateway.edit(5, 77, HELLO) == Sent((77,))


async def test_an_edit_of_a_captioned_file_changes_the_caption(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("editMessageText", refused(400, "Bad Request: there is no text in the message to edit"))
    assert await gateway.edit(5, 77, HELLO) == Sent((77,))
    assert stub.called("editMessageCaption") == [
        {
            "chat_id": "5",
            "message_id": "77",
            "caption": "Xin chào",
            "parse_mode": "HTML",
            "reply_markup": '{"inline_keyboard": []}',
        }
    ]


async def test_an_edit_of_a_vanished_message_says_gone(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("editMessageText", refused(400, "Bad Request: message to edit not found"))
    assert await gateway.edit(5, 77, HELLO) == Refused(Why.GONE, "Message to edit not found")


async def test_a_press_that_is_too_old_to_answer_is_no_matter(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("answerCallbackQuery", refused(400, "Bad Request: query is too old and response timeout expired"))
    await gateway.answer_press("77", "x" * 300)
    assert stub.called("answerCallbackQuery") == [{"callback_query_id": "77", "text": "x" * 200}]


async def test_messages_are_deleted_a_hundred_at_a_time(gateway: Gateway, stub: StubTelegram) -> None:
    assert await gateway.delete(5, range(1, 151)) == Sent(tuple(range(1, 151)))
    assert [len(json.loads(call["message_ids"])) for call in stub.called("deleteMessages")] == [100, 50]


async def test_one_message_is_copied_with_buttons_and_several_without(gateway: Gateway, stub: StubTelegram) -> None:
    rows = ((Button("OK", data="a:1"),),)
    stub.will("copyMessages", ok([{"message_id": 8}, {"message_id": 9}]))
    assert await gateway.copy(5, 6, [1], rows) == Sent((1,))
    assert await gateway.copy(5, 6, [1, 2], rows, silent=True) == Sent((8, 9))
    assert stub.calls == [
        (
            "copyMessage",
            {
                "chat_id": "5",
                "from_chat_id": "6",
                "message_id": "1",
                "reply_markup": '{"inline_keyboard": [[{"text": "OK", "callback_data": "a:1"}]]}',
            },
        ),
        (
            "copyMessages",
            {"chat_id": "5", "from_chat_id": "6", "disable_notification": "true", "message_ids": "[1, 2]"},
        ),
    ]


async def test_a_file_is_downloaded_within_its_limit(gateway: Gateway, stub: StubTelegram) -> None:
    stub.files["docs/kế hoạch.txt"] = b"12345"
    stub.will("getFile", *[ok({"file_id": "F", "file_path": "docs/kế hoạch.txt"})] * 1)
    assert await gateway.download("F", 5) == b"12345"
    stub.will("getFile", ok({"file_id": "F", "file_path": "docs/kế hoạch.txt"}))
    assert await gateway.download("F", 4) == TooLarge(5)
    stub.will("getFile", ok({"file_id": "F", "file_size": 9_999, "file_path": "nowhere"}))
    assert await gateway.download("F", 5) == TooLarge(9_999)
    stub.will("getFile", refused(400, "Bad Request: file is too big"))
    assert await gateway.download("F", 5) == TooLarge(None)


async def test_commands_are_shown_by_language_and_chat(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("setMyCommands", ok(True))
    assert await gateway.set_commands([("huy", "Thôi")], language="vi", chat=5) == Answer(True)
    (call,) = stub.called("setMyCommands")
    assert {"scope": json.loads(call["scope"]), "language_code": call["language_code"]} == {
        "scope": {"type": "chat", "chat_id": 5},
        "language_code": "vi",
    }


async def test_the_bot_knows_its_name(gateway: Gateway, stub: StubTelegram) -> None:
    stub.will("getMe", ok({"id": 12, "is_bot": True, "first_name": "Hội nghị", "username": "hoi_nghi_bot"}))
    assert await gateway.me() == Me(12, "hoi_nghi_bot", "Hội nghị")


async def test_sending_and_download_go_through_the_proxy_to_the_base_url(stub: StubTelegram, proxy: TinyProxy) -> None:
    stub.files["a.txt"] = b"A"
    stub.will("getFile", ok({"file_path": "a.txt"}))
    async with AiohttpRequest(proxy.url) as request:
        gateway = Gateway(Api(request, TOKEN, stub.root + "/"), SteppedClock())
        assert await gateway.send(5, HELLO) == Sent((1,))
        assert await gateway.download("F", 10) == b"A"
    assert set(proxy.targets) == {("127.0.0.1", int(stub.root.rpartition(":")[2]))}


async def test_the_log_quotes_neither_text_nor_token(
    gateway: Gateway, stub: StubTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    stub.will(
        "sendMessage", refused(400, 'Bad Request: can\'t parse entities: unsupported start tag "Nguyễn Văn A"'), reset
    )
    await gateway.send(5, Outgoing(text="<Nguyễn Văn A>"))
    await gateway.send(5, Outgoing(text="Nguyễn Văn A"))
    lines = [(record.message, getattr(record, "detail", getattr(record, "reason", ""))) for record in caplog.records]
    assert lines == [
        ("telegram refused", 'Can\'t parse entities: unsupported start tag "…"'),
        ("telegram not reached", "ServerDisconnectedError"),
    ]
    told = str([record.__dict__ for record in caplog.records])
    assert ("nguyễn" in told.casefold(), TOKEN in told) == (False, False)
