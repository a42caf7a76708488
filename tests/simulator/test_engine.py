"""The same answers and the same exceptions on both wires, for every rule that Telegram is strict about."""

from datetime import timedelta

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    KeyboardButton,
    ReplyKeyboardMarkup,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, NetworkError, RetryAfter

from simulator.engine import Engine


def keyboard(data: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Có", callback_data=data)]])


async def refusal(calling: object) -> str:
    with pytest.raises(BadRequest) as caught:
        await calling  # type: ignore[misc]
    return str(caught.value)


async def test_a_message_arrives_with_its_text_and_entities(bot: Bot, engine: Engine, lan: int) -> None:
    sent = await bot.send_message(lan, "Khai mạc <b>08:00</b>", parse_mode=ParseMode.HTML)
    assert (sent.text, [(e.type, e.offset, e.length) for e in sent.entities]) == ("Khai mạc 08:00", [("bold", 9, 5)])
    assert [m.text for m in engine.world.history(lan)] == ["/start", "Khai mạc 08:00"]


async def test_the_ledger_holds_what_arrived(bot: Bot, engine: Engine, lan: int) -> None:
    sent = await bot.send_message(lan, "một")
    await bot.edit_message_text("hai", lan, sent.message_id)
    entries = [(e.method, e.message_id, e.text, e.answered) for e in engine.world.ledger]
    assert entries == [
        ("sendMessage", sent.message_id, "một", True),
        ("editMessageText", sent.message_id, "hai", True),
    ]


async def test_text_is_counted_in_utf16_units_after_parsing(bot: Bot, lan: int) -> None:
    await bot.send_message(lan, f"<b>{'a' * 4096}</b>", parse_mode=ParseMode.HTML)
    assert await refusal(bot.send_message(lan, "a" * 4097)) == "Message is too long"
    await bot.send_message(lan, "😀" * 2048)
    assert await refusal(bot.send_message(lan, "😀" * 2049)) == "Message is too long"


@pytest.mark.parametrize("text", ["", "  \n ", "<b> </b>"])
async def test_an_empty_text_is_refused(bot: Bot, lan: int, text: str) -> None:
    assert await refusal(bot.send_message(lan, text, parse_mode=ParseMode.HTML)) == "Message text is empty"


async def test_a_caption_has_1024_units(bot: Bot, lan: int) -> None:
    await bot.send_document(lan, b"x", filename="a.txt", caption="a" * 1024)
    assert await refusal(bot.send_document(lan, b"x", caption="a" * 1025)) == "Message caption is too long"


@pytest.mark.parametrize("data", ["a" * 65, "ệ" * 22])
async def test_callback_data_has_64_bytes(bot: Bot, lan: int, data: str) -> None:
    await bot.send_message(lan, "?", reply_markup=keyboard("ệ" * 21 + "x"))
    assert await refusal(bot.send_message(lan, "?", reply_markup=keyboard(data))) == "Button_data_invalid"


async def test_a_link_button_needs_an_address(bot: Bot, lan: int) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("?", url="không phải")]])
    words = "Inline keyboard button url 'không phải' is invalid: wrong http url"
    assert (await refusal(bot.send_message(lan, "?", reply_markup=markup))).lower() == words.lower()


async def test_an_edit_that_changes_nothing_is_refused(bot: Bot, lan: int) -> None:
    sent = await bot.send_message(lan, "<b>một</b>", parse_mode=ParseMode.HTML, reply_markup=keyboard("x"))
    words = await refusal(
        bot.edit_message_text(" <b>một</b>", lan, sent.message_id, parse_mode="HTML", reply_markup=keyboard("x"))
    )
    assert words.startswith("Message is not modified: specified new message content and reply markup are exactly")
    await bot.edit_message_text("<i>một</i>", lan, sent.message_id, parse_mode="HTML", reply_markup=keyboard("x"))
    await bot.edit_message_reply_markup(lan, sent.message_id, reply_markup=None)
    assert (await refusal(bot.edit_message_reply_markup(lan, sent.message_id))).startswith("Message is not modified")


async def test_edits_of_what_is_not_there_or_not_ours_are_refused(bot: Bot, engine: Engine, lan: int) -> None:
    theirs = engine.people.say(lan, "của tôi")
    paper = await bot.send_document(lan, b"x", filename="a.txt")
    assert await refusal(bot.edit_message_text("x", lan, 999_999)) == "Message to edit not found"
    assert await refusal(bot.edit_message_text("x", lan, theirs.id)) == "Message can't be edited"
    words = "There is no text in the message to edit"
    assert await refusal(bot.edit_message_text("x", lan, paper.message_id)) == words


async def test_deleting_ends_after_48_hours(bot: Bot, engine: Engine, lan: int) -> None:
    young, old = await bot.send_message(lan, "một"), await bot.send_message(lan, "hai")
    assert await bot.delete_message(lan, young.message_id)
    engine.world.clock.advance(timedelta(hours=48, seconds=1).total_seconds())
    assert await refusal(bot.delete_message(lan, old.message_id)) == "Message can't be deleted for everyone"
    assert await refusal(bot.delete_message(lan, young.message_id)) == "Message to delete not found"


async def test_nobody_is_written_to_before_they_press_start(bot: Bot, engine: Engine) -> None:
    stranger = engine.people.add("Bình").id
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await bot.send_message(stranger, "xin chào")
    assert await refusal(bot.send_message(1, "xin chào")) == "Chat not found"


async def test_who_blocks_is_not_reached_and_comes_back(bot: Bot, engine: Engine, lan: int) -> None:
    engine.people.block(lan)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(lan, "một")
    engine.people.start(lan)
    await bot.send_message(lan, "hai")
    engine.people.deactivate(lan)
    with pytest.raises(Forbidden, match="user is deactivated"):
        await bot.send_message(lan, "ba")
    assert [entry.text for entry in engine.world.ledger] == ["hai"]


async def test_a_pressed_button_is_answered_once_and_soon(bot: Bot, engine: Engine, lan: int) -> None:
    sent = await bot.send_message(lan, "?", reply_markup=keyboard("x"))
    message = engine.world.messages[lan][sent.message_id]
    first = engine.people.press_data(lan, message, "x")
    assert await bot.answer_callback_query(first, "Đã ghi")
    late = engine.people.press_data(lan, message, "x")
    engine.world.clock.advance(61)
    words = "Query is too old and response timeout expired or query id is invalid"
    assert [await refusal(bot.answer_callback_query(number)) for number in (first, late)] == [words, words]


async def test_30_messages_a_second_then_429(bot: Bot, engine: Engine) -> None:
    people = [engine.people.add(f"Người {n}").id for n in range(31)]
    for person in people:
        engine.people.start(person)
    for person in people[:30]:
        await bot.send_message(person, "một")
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(people[30], "một")
    assert caught.value.retry_after == timedelta(seconds=1)
    engine.world.clock.advance(1)
    await bot.send_message(people[30], "một")


async def test_one_chat_takes_a_short_burst_then_one_a_second(bot: Bot, engine: Engine, lan: int) -> None:
    for number in range(5):
        await bot.send_message(lan, str(number))
    with pytest.raises(RetryAfter):
        await bot.send_message(lan, "quá nhanh")
    engine.world.clock.advance(1)
    await bot.send_message(lan, "vừa")
    with pytest.raises(RetryAfter):
        await bot.send_message(lan, "quá nhanh")


async def test_a_group_takes_20_messages_a_minute(bot: Bot, engine: Engine, lan: int) -> None:
    group = engine.people.add_group("Tổ thư ký", [lan]).id
    for number in range(20):
        await bot.send_message(group, str(number))
        engine.world.clock.advance(1)
    with pytest.raises(RetryAfter) as caught:
        await bot.send_message(group, "20")
    assert caught.value.retry_after == timedelta(seconds=40)


async def test_a_migrated_group_names_its_new_id(bot: Bot, engine: Engine, lan: int) -> None:
    old = engine.people.add_group("Tổ thư ký", [lan])
    new = engine.people.migrate(old.id)
    with pytest.raises(ChatMigrated) as caught:
        await bot.send_message(old.id, "một")
    assert caught.value.new_chat_id == new.id
    await bot.send_message(new.id, "một")


async def test_a_group_that_threw_the_bot_out_is_closed(bot: Bot, engine: Engine, lan: int) -> None:
    group = engine.people.add_group("Tổ thư ký", [lan]).id
    engine.people.bot_is_removed(group, lan)
    with pytest.raises(Forbidden, match="bot was kicked from the group chat"):
        await bot.send_message(group, "một")


async def test_contact_buttons_are_for_private_chats(bot: Bot, engine: Engine, lan: int) -> None:
    markup = ReplyKeyboardMarkup([[KeyboardButton("Gửi số", request_contact=True)]])
    group = engine.people.add_group("Tổ thư ký", [lan]).id
    words = "Phone number can be requested in private chats only"
    assert await refusal(bot.send_message(group, "?", reply_markup=markup)) == words
    sent = await bot.send_message(lan, "?", reply_markup=markup)
    button = engine.world.messages[lan][sent.message_id]
    assert engine.people.press(lan, button, 0, 0)["kind"] == "contact"
    updates = await bot.get_updates()
    assert updates[-1].message is not None and updates[-1].message.contact is not None
    assert updates[-1].message.contact.user_id == lan


async def test_a_file_comes_back_as_it_went(bot: Bot, engine: Engine, lan: int) -> None:
    sent = await bot.send_document(lan, "kế hoạch".encode(), filename="kế hoạch.txt")
    assert sent.document is not None and sent.document.file_name == "kế hoạch.txt"
    again = await bot.send_document(lan, sent.document.file_id)
    assert again.document == sent.document
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == "kế hoạch".encode()
    assert await refusal(bot.get_file("nhầm")) == "Invalid file_id"


async def test_files_of_people_reach_the_bot(bot: Bot, engine: Engine, lan: int) -> None:
    engine.people.send_file(lan, "kh.pdf", b"%PDF", caption="đây")
    message = (await bot.get_updates())[-1].message
    assert message is not None and message.document is not None
    assert (message.caption, message.document.file_name) == ("đây", "kh.pdf")
    file = await message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"%PDF"


async def test_an_album_arrives_as_one_group(bot: Bot, engine: Engine, lan: int) -> None:
    items = [InputMediaDocument(b"1", filename="1.txt"), InputMediaDocument(b"2", filename="2.txt", caption="hai")]
    sent = await bot.send_media_group(lan, items)
    assert [(m.document and m.document.file_name, m.caption) for m in sent] == [("1.txt", None), ("2.txt", "hai")]
    assert len({m.media_group_id for m in sent}) == 1


async def test_copies_keep_the_words_and_hide_the_writer(bot: Bot, engine: Engine, lan: int) -> None:
    said = engine.people.say(lan, "nguyên văn")
    await bot.copy_message(lan, lan, said.id)
    forwarded = await bot.forward_message(lan, lan, said.id)
    copy = engine.world.history(lan)[-2]
    assert (copy.text, "forward_origin" in copy.body) == ("nguyên văn", False)
    assert (forwarded.text, forwarded.forward_origin is not None) == ("nguyên văn", True)


async def test_a_reply_needs_its_message(bot: Bot, lan: int) -> None:
    words = "Message to be replied not found"
    assert await refusal(bot.send_message(lan, "x", reply_to_message_id=999)) == words
    assert (await bot.send_message(lan, "x", reply_to_message_id=999, allow_sending_without_reply=True)).text == "x"


async def test_unknown_methods_are_not_found(bot: Bot) -> None:
    with pytest.raises((InvalidToken, Exception), match=r"'sendNothing' not found"):
        await bot.do_api_request("sendNothing")


async def test_a_wrong_token_is_turned_away(engine: Engine) -> None:
    from simulator.arguments import Arguments

    answer = await engine.call("1:wrong", "getMe", Arguments({}))
    expected = b'{"ok": false, "error_code": 401, "description": "Unauthorized: invalid token specified"}'
    assert (answer.status, answer.body) == (401, expected)


async def test_commands_are_kept_by_scope_and_language(bot: Bot, engine: Engine, lan: int) -> None:
    from telegram import BotCommandScopeChat

    from simulator.api_settings import commands_seen_by

    await bot.set_my_commands([("lich", "Chương trình")])
    await bot.set_my_commands([("quanly", "Bảng điều khiển")], scope=BotCommandScopeChat(lan), language_code="vi")
    assert [c.command for c in await bot.get_my_commands()] == ["lich"]
    assert [c["command"] for c in commands_seen_by(engine.world, lan)] == ["quanly"]
    assert await refusal(bot.set_my_commands([("Lịch", "x")])) == "Bot_command_invalid"


async def test_polling_and_a_webhook_exclude_each_other(bot: Bot) -> None:
    await bot.set_webhook("https://example.org/hook")
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_a_broken_gateway_is_a_network_error(bot: Bot, engine: Engine, lan: int) -> None:
    from simulator.faults import Fault, FaultKind

    engine.world.faults.plant(Fault(FaultKind.BAD_GATEWAY))
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(lan, "một")
    await bot.send_message(lan, "hai")
    assert [entry.text for entry in engine.world.ledger] == ["hai"]
