"""The smaller methods: chats, members, settings, reactions, places."""

import pytest
from telegram import Bot, InputMediaDocument, InputMediaPhoto, MenuButtonDefault, ReactionTypeEmoji
from telegram.error import BadRequest

from simulator.engine import Engine


def kinds(engine: Engine, chat_id: int) -> list[str]:
    return [event.kind for event in engine.world.events.after(0, chat_id)]


async def test_a_chat_tells_its_kind_and_members(bot: Bot, engine: Engine, lan: int) -> None:
    group = engine.people.add_group("Tổ thư ký", [lan]).id
    stranger = engine.people.add("Bình").id
    chats = [await bot.get_chat(chat) for chat in (lan, group)]
    assert [(chat.type, chat.title, chat.first_name) for chat in chats] == [
        ("private", None, "Lan"),
        ("group", "Tổ thư ký", None),
    ]
    statuses = [(await bot.get_chat_member(group, user)).status for user in (lan, stranger, engine.world.bot.id)]
    assert statuses == ["creator", "left", "member"]
    assert await bot.get_chat_member_count(group) == 2
    assert [member.user.id for member in await bot.get_chat_administrators(group)] == [lan]


async def test_a_bot_that_left_a_group_is_out(bot: Bot, engine: Engine, lan: int) -> None:
    group = engine.people.add_group("Tổ thư ký", [lan]).id
    await bot.leave_chat(group)
    assert engine.world.rooms[group].bot_status == "left"


async def test_small_signs_reach_the_chat(bot: Bot, engine: Engine, lan: int) -> None:
    said = engine.people.say(lan, "xin chào")
    await bot.send_chat_action(lan, "typing")
    await bot.set_message_reaction(lan, said.id, [ReactionTypeEmoji("👍")])
    await bot.pin_chat_message(lan, said.id)
    assert kinds(engine, lan)[-3:] == ["action", "reaction", "pin"]
    assert (await bot.get_chat(lan)).pinned_message is not None
    with pytest.raises(BadRequest, match="Wrong parameter action in request"):
        await bot.send_chat_action(lan, "dancing")


async def test_a_venue_is_a_place_with_a_name(bot: Bot, lan: int) -> None:
    sent = await bot.send_venue(lan, 21.03, 105.85, "Hội trường A", "Số 1 phố Tràng Tiền")
    assert sent.venue is not None
    assert (sent.venue.title, sent.venue.location.latitude) == ("Hội trường A", 21.03)
    with pytest.raises(BadRequest, match="Wrong location specified"):
        await bot.send_location(lan, 99, 105)


async def test_photos_captions_and_media_are_edited_in_place(bot: Bot, engine: Engine, lan: int) -> None:
    sent = await bot.send_photo(lan, b"\xff\xd8one", caption="một")
    await bot.edit_message_caption(lan, sent.message_id, caption="hai")
    await bot.edit_message_media(InputMediaPhoto(b"\xff\xd8two", caption="ba"), lan, sent.message_id)
    message = engine.world.messages[lan][sent.message_id]
    content = engine.world.files.get(message.body["photo"][-1]["file_id"]).content
    assert (message.text, content) == ("ba", b"\xff\xd8two")
    await bot.edit_message_caption(lan, sent.message_id)
    assert engine.world.messages[lan][sent.message_id].text == ""


async def test_several_messages_are_copied_and_deleted_at_once(bot: Bot, engine: Engine, lan: int) -> None:
    numbers = [engine.people.say(lan, text).id for text in ("một", "hai")]
    copies = await bot.copy_messages(lan, lan, [*numbers, 999_999])
    assert [engine.world.messages[lan][copy.message_id].text for copy in copies] == ["một", "hai"]
    assert await bot.delete_messages(lan, [*numbers, 999_999])
    assert [message.text for message in engine.world.history(lan)] == ["/start", "một", "hai"]


async def test_documents_and_photos_do_not_mix_in_an_album(bot: Bot, lan: int) -> None:
    with pytest.raises(BadRequest, match="Document can't be mixed with other media types"):
        await bot.send_media_group(lan, [InputMediaDocument(b"1"), InputMediaPhoto(b"2")])


async def test_descriptions_are_kept_by_language(bot: Bot) -> None:
    await bot.set_my_description("Bàn hội nghị")
    await bot.set_my_description("Conference desk", language_code="en")
    await bot.set_my_short_description("Bàn")
    described = [(await bot.get_my_description(language)).description for language in (None, "en", "fr")]
    assert described == ["Bàn hội nghị", "Conference desk", "Bàn hội nghị"]
    assert (await bot.get_my_short_description()).short_description == "Bàn"
    await bot.set_chat_menu_button(menu_button=MenuButtonDefault())
    assert (await bot.get_chat_menu_button()).type == "default"


async def test_the_webhook_is_told_as_it_was_set(bot: Bot) -> None:
    await bot.set_webhook("https://example.org/hook", allowed_updates=["message"], max_connections=7)
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.allowed_updates) == ("https://example.org/hook", 7, ("message",))
    with pytest.raises(BadRequest, match="Bad webhook: an https url must be provided for webhook"):
        await bot.set_webhook("http://example.org/hook")


async def test_a_channel_posts_without_a_person(bot: Bot, engine: Engine, lan: int) -> None:
    channel = engine.people.add_channel("Tin hội nghị", lan).id
    engine.people.post_in_channel(channel, "thông báo")
    update = (await bot.get_updates())[-1]
    assert update.channel_post is not None
    assert (update.channel_post.text, update.effective_user) == ("thông báo", None)


async def test_group_changes_reach_the_bot(bot: Bot, engine: Engine, lan: int) -> None:
    engine.people.block(lan)
    group = engine.people.add_group("Tổ", [lan]).id
    changes = [update.my_chat_member for update in await bot.get_updates() if update.my_chat_member]
    assert [(change.chat.id, change.new_chat_member.status) for change in changes] == [
        (lan, "kicked"),
        (group, "member"),
    ]
