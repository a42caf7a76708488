"""Messages from groups, channels, bots and anonymous admins, and kinds of messages that the bot cannot read."""

from typing import Any

import pytest

Town = Any
MENTION = "@hoi_nghi_bot"


async def test_a_group_that_nobody_linked_is_told_how_to_begin(town: Town) -> None:
    group = town.stage.group("Tổ thư ký", town.an, town.owner)
    await town.an.says("mấy giờ khai mạc?", where=group)
    await group.sees_nothing()
    await town.an.says(f"{MENTION} mấy giờ khai mạc?", where=group)
    await group.sees("chưa ở trong hội nghị nào")
    await town.an.says("/khong_co_lenh_nay", where=group)
    await group.sees_nothing()
    await town.an.says("/baocao@bot_khac", where=group)
    await group.sees_nothing()


async def test_a_group_never_shows_what_is_personal(town: Town) -> None:
    group = town.stage.group("Tổ thư ký", town.owner, town.an)
    await town.owner.says("/moi")
    await town.owner.presses("Nhóm chat")
    await town.owner.sees("Nhóm chỉ nhận thông báo chung")
    token = town.owner.finds(r"startgroup=([\w-]+)")
    await town.owner.says(f"/lienket {token}", where=group)
    await group.sees("nhóm")
    for command in ("/daibieu", "/baocao", "/dulieu", "/nhiemvu", "/thamdu", "/kehoach", "/moi", "/menu"):
        await town.owner.says(f"{command}{MENTION}", where=group)
        await group.sees("trò chuyện riêng với bot")
    await town.an.says(f"{MENTION} mấy giờ khai mạc?", where=group)
    await group.sees("08:15")
    await town.an.says(f"{MENTION} ai đã điểm danh?", where=group)
    await group.sees("không cung cấp thông tin cá nhân")
    message = group.last_message()
    for data in ("dx", "dl:all:0", "dc:1", "mc:daibieu", "mc:baocao", "mc:dulieu"):
        town.stage.engine.people.press_data(town.owner.id, message, data)
    await town.stage.settled()
    assert not [text for text in group.texts() if "Phạm Thị Bình" in text or "Emily" in text]
    assert town.count("inbox", "incident is not null") == 0


async def test_a_personal_link_in_a_group_links_nobody(town: Town) -> None:
    group = town.stage.group("Tổ thư ký", town.owner, town.an)
    token = town.links["live"].partition("start=")[2]
    await town.an.says(f"/start {token}", where=group)
    await group.sees("trò chuyện riêng với bot")
    assert town.count("delegates", "account_id is not null") == 2


async def test_channels_bots_and_anonymous_admins_are_passed_over(town: Town) -> None:
    people, updates = town.stage.engine.people, town.stage.world.updates
    channel = people.add_channel("Tin nội bộ", town.owner.id)
    people.post_in_channel(channel.id, "mấy giờ khai mạc?")
    group = town.stage.group("Tổ thư ký", town.owner)
    chat = {"id": group.chat_id, "type": "group", "title": "Tổ thư ký"}
    robot = {"id": 99, "is_bot": True, "first_name": "R", "username": "robot"}
    head = {"date": 1, "chat": chat, "text": f"/lich{MENTION}"}
    updates.put_raw({"message": head | {"message_id": 900, "from": robot}})
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    updates.put_raw({"message": head | {"message_id": 901, "from": anonymous, "sender_chat": chat}})
    updates.put_raw({"message": head | {"message_id": 902}})
    await group.sees_nothing()
    assert town.count("inbox", "incident is not null") == 0


async def test_one_poisonous_update_harms_nobody_else(town: Town) -> None:
    updates = town.stage.world.updates
    await town.an.says("mấy giờ khai mạc?")
    for poison in (
        {"message": "not a message"},
        {"message": {"message_id": 1, "date": "yesterday", "chat": {"id": town.an.id}}},
        {"callback_query": {"id": 5}},
        {"message": {"message_id": 7, "chat": {"id": "x" * 99}, "from": {"id": None}, "text": 12}},
        {"of_tomorrow": {"chat": {"id": town.an.id, "type": "private"}}},
        {},
    ):
        updates.put_raw(poison)
    await town.emily.says("when does it open?")
    await town.an.sees("08:15")
    await town.emily.sees("08:15")
    await town.an.says("địa điểm ở đâu?")
    await town.an.sees("Trung tâm Văn hóa")


@pytest.mark.parametrize(
    ("who", "words"), [("an", ("chưa đọc được", "gõ câu hỏi")), ("emily", ("cannot|no voice", "type"))]
)
async def test_voices_stickers_and_places_are_answered_with_what_can_be_read(
    town: Town, who: str, words: tuple[str, str]
) -> None:
    person = getattr(town, who)
    file = {"file_id": "f", "file_unique_id": "u", "duration": 3, "width": 9, "height": 9, "length": 9}
    for content in (
        {"voice": file},
        {"sticker": file | {"is_animated": False, "is_video": False, "type": "regular"}},
        {"location": {"latitude": 1.0, "longitude": 2.0}},
        {"video_note": file},
        {"dice": {"emoji": "🎲", "value": 3}},
    ):
        person.looks_away()
        town.stage.engine.people._send(person.id, None, content)
        await person.sees("chưa đọc được" if who == "an" else "no voice messages", words[1])


async def test_somebody_elses_contact_is_not_taken_for_an_answer(town: Town) -> None:
    await town.an.sends_contact(of=town.hoa)
    await town.stage.settled()
    assert len(town.an.texts()) == 1
    await town.owner.says("/daibieu")
    await town.owner.presses("Thêm một người")
    await town.owner.sees("Bước 1/4")
    await town.owner.sends_contact(of=town.hoa)
    await town.owner.sees("Bước 1/4", "gửi bằng chữ")


async def test_a_corrected_message_is_no_second_answer_to_a_form(town: Town) -> None:
    """Somebody mends a typing mistake after the next step was asked: the name must not become the post."""
    await town.owner.says("/daibieu")
    await town.owner.presses("Thêm một người")
    await town.owner.sees("Bước 1/4")
    message = await town.owner.says("Trần Vn Bảo")
    await town.owner.sees("Bước 2/4")
    town.owner.looks_away()
    town.stage.engine.people.edit(town.owner.id, message, "Trần Văn Bảo")
    await town.owner.sees("Tin đã sửa", "gửi lại thành một tin mới")
    await town.owner.says("Chủ tịch")
    await town.owner.sees("Bước 3/4")


async def test_a_corrected_question_is_answered_again(town: Town) -> None:
    message = await town.an.says("mấy giờ khai mc?")
    await town.stage.settled()
    town.an.looks_away()
    town.stage.engine.people.edit(town.an.id, message, "mấy giờ bế mạc?")
    await town.an.sees("16:00")
