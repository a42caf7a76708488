"""Where people meet besides the private chat: groups and channels, and what the bot is told of its place in them."""

from collections.abc import Sequence
from typing import Any

from simulator.errors import CannotDo
from simulator.world import Account, ChatKind, Message, Room, World

Json = dict[str, Any]

FIRST_GROUP = 4_200_001


class Groups:
    """The groups and channels of one world."""

    def __init__(self, world: World) -> None:
        self.world = world

    def add_group(self, title: str, members: Sequence[int], *, with_bot: bool = True) -> Room:
        """A group of people; the first one made it. The bot is added by its maker unless it stays outside."""
        rooms = [room for room in self.world.rooms.values() if not room.private]
        creator = members[0] if members else None
        room = Room(-(FIRST_GROUP + len(rooms)), ChatKind.GROUP, title, set(members), creator)
        self.world.add_room(room)
        if with_bot:
            self.bot_joins(room.id, by=members[0])
        return room

    def add_channel(self, title: str, creator: int) -> Room:
        """A channel that somebody made the bot an administrator of."""
        rooms = [room for room in self.world.rooms.values() if not room.private]
        number = -(1_000_000_000_000 + FIRST_GROUP + len(rooms))
        room = self.world.add_room(Room(number, ChatKind.CHANNEL, title, {creator}, creator))
        self._set_bot_status(room, self.world.account(creator), "administrator")
        return room

    def post_in_channel(self, chat_id: int, text: str) -> Message:
        """A post that comes from the channel, not from a person."""
        room = self._room(chat_id)
        channel = {"id": 777_000, "is_bot": False, "first_name": room.title}
        message = self.world.post(room, channel, {"text": text, "sender_chat": self.world.chat_json(room)})
        self._tell(room, "channel_post", {key: value for key, value in message.body.items() if key != "from"})
        return message

    def bot_joins(self, chat_id: int, by: int, *, as_admin: bool = False) -> None:
        """Somebody adds the bot to a group."""
        room = self._room(chat_id)
        self._set_bot_status(room, self.world.account(by), "administrator" if as_admin else "member")
        bot = self.world.bot.as_user()
        self._service(room, self.world.account(by), {"new_chat_members": [bot], "new_chat_member": bot})

    def bot_is_removed(self, chat_id: int, by: int) -> None:
        """Somebody throws the bot out of a group."""
        self._set_bot_status(self._room(chat_id), self.world.account(by), "kicked")

    def migrate(self, chat_id: int) -> Room:
        """The group becomes a supergroup with another id, as it happens when somebody opens its history."""
        old = self._room(chat_id)
        new = Room(-(1_000_000_000_000 - chat_id), ChatKind.SUPERGROUP, old.title, set(old.members), old.creator)
        new.bot_status = old.bot_status
        self.world.add_room(new)
        maker = self.world.account(old.creator or min(old.members))
        self._service(old, maker, {"migrate_to_chat_id": new.id})
        self._service(new, maker, {"migrate_from_chat_id": old.id})
        old.moved_to = new.id
        return new

    def _room(self, chat_id: int) -> Room:
        room = self.world.rooms.get(chat_id)
        if room is None:
            raise CannotDo(f"there is no chat {chat_id}")
        return room

    def _tell(self, room: Room, kind: str, body: Json) -> None:
        if room.private or room.bot_status in ("member", "administrator"):
            self.world.updates.put(kind, body)

    def _service(self, room: Room, by: Account, content: Json) -> None:
        self._tell(room, "message", self.world.post(room, by.as_user(), content).body)

    def _set_bot_status(self, room: Room, by: Account, status: str) -> None:
        bot = self.world.bot.as_user()
        old: Json = {"status": room.bot_status, "user": bot} | _rights(room.bot_status)
        room.bot_status = status
        new: Json = {"status": status, "user": bot} | _rights(status)
        now = self.world.clock.now()
        change = {"chat": self.world.chat_json(room), "from": by.as_user(), "date": int(now.timestamp())}
        update = change | {"old_chat_member": old, "new_chat_member": new}
        self.world.updates.put("my_chat_member", update)
        self.world.events.add(now, "bot_status", room.id, {"status": status})


def _rights(status: str) -> Json:
    if status == "kicked":
        return {"until_date": 0}
    if status != "administrator":
        return {}
    rights = (
        "can_be_edited is_anonymous can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members "
        "can_promote_members can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories"
    )
    return dict.fromkeys(rights.split(), True) | {"is_anonymous": False}
