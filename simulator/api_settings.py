"""Bot API methods about the bot itself, chats, files and the webhook."""

import json
import re
from collections.abc import Callable
from typing import Any

from simulator.arguments import Arguments
from simulator.errors import bad_request
from simulator.updates import Webhook
from simulator.world import ChatKind, World

Json = dict[str, Any]
Method = Callable[[World, Arguments], Any]

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_CHAT_SCOPES = ("chat", "chat_administrators", "chat_member")


def get_me(world: World, args: Arguments) -> Json:
    group = {"can_join_groups": True, "can_read_all_group_messages": not world.bot.privacy}
    return world.bot.as_user() | group | {"supports_inline_queries": False, "has_main_web_app": False}


def _commands_key(world: World, args: Arguments) -> tuple[str, ...]:
    scope = args.object("scope") or {"type": "default"}
    if scope.get("type") not in (*_SCOPES, *_CHAT_SCOPES):
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    if scope["type"] in _CHAT_SCOPES:
        room = world.room_to_read(str(scope.get("chat_id", "")))
        scope = scope | {"chat_id": room.id}
    return ("commands", json.dumps(scope, sort_keys=True), args.text("language_code"))


def set_my_commands(world: World, args: Arguments) -> bool:
    commands = args.json("commands") or []
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.settings[_commands_key(world, args)] = commands
    world.events.add(world.clock.now(), "commands", 0, {})
    return True


def get_my_commands(world: World, args: Arguments) -> list[Json]:
    return list(world.settings.get(_commands_key(world, args), []))


def delete_my_commands(world: World, args: Arguments) -> bool:
    world.settings.pop(_commands_key(world, args), None)
    world.events.add(world.clock.now(), "commands", 0, {})
    return True


def commands_seen_by(world: World, person_id: int) -> list[Json]:
    """The commands in the menu of a person's private chat: the narrowest scope, their language first."""
    language = world.accounts[person_id].language
    for scope in ({"type": "chat", "chat_id": person_id}, {"type": "all_private_chats"}, {"type": "default"}):
        for spoken in (language, ""):
            key = ("commands", json.dumps(scope, sort_keys=True), spoken)
            if key in world.settings:
                return list(world.settings[key])
    return []


def _words_setting(name: str, limit: int) -> tuple[Method, Method]:
    def setter(world: World, args: Arguments) -> bool:
        if len(args.text(name)) > limit:
            raise bad_request(f"{name.replace('_', ' ')} is too long")
        world.settings[(name, args.text("language_code"))] = args.text(name)
        return True

    def getter(world: World, args: Arguments) -> Json:
        spoken, plain = (name, args.text("language_code")), (name, "")
        return {name: world.settings.get(spoken) or world.settings.get(plain, "")}

    return setter, getter


def set_chat_menu_button(world: World, args: Arguments) -> bool:
    button = args.object("menu_button") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    world.settings[("menu_button", args.text("chat_id"))] = button
    return True


def get_chat_menu_button(world: World, args: Arguments) -> Json:
    own, common = ("menu_button", args.text("chat_id")), ("menu_button", "")
    button: Json = world.settings.get(own) or world.settings.get(common) or {"type": "commands"}
    return button


def get_chat(world: World, args: Arguments) -> Json:
    room = world.room_to_read(args.text("chat_id"))
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    extras: Json = {"accent_color_id": 0, "max_reaction_count": 11}
    extras["accepted_gift_types"] = dict.fromkeys(gifts, True)
    if room.pinned in world.messages[room.id]:
        extras["pinned_message"] = world.messages[room.id][room.pinned].body
    return world.chat_json(room) | extras


def _member(world: World, args: Arguments) -> Json:
    room = world.room_to_read(args.text("chat_id"))
    user_id = args.integer("user_id")
    if user_id == world.bot.id:
        return {"status": room.bot_status, "user": world.bot.as_user()}
    if user_id not in world.accounts:
        raise bad_request("invalid user_id specified")
    user = world.accounts[user_id].as_user()
    if user_id == room.creator:
        return {"status": "creator", "user": user, "is_anonymous": False}
    return {"status": "member" if user_id in room.members else "left", "user": user}


def get_chat_member(world: World, args: Arguments) -> Json:
    return _member(world, args)


def get_chat_member_count(world: World, args: Arguments) -> int:
    room = world.room_to_read(args.text("chat_id"))
    return len(room.members) + (room.bot_status in ("member", "administrator"))


def get_chat_administrators(world: World, args: Arguments) -> list[Json]:
    room = world.room_to_read(args.text("chat_id"))
    if room.private:
        raise bad_request("there are no administrators in the private chat")
    if room.creator is None:
        return []
    return [{"status": "creator", "user": world.accounts[room.creator].as_user(), "is_anonymous": False}]


def leave_chat(world: World, args: Arguments) -> bool:
    room = world.room_to_write(args.text("chat_id"))
    if room.kind is ChatKind.PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    room.bot_status = "left"
    world.events.add(world.clock.now(), "left", room.id, {})
    return True


def get_file(world: World, args: Arguments) -> Json:
    if not args.has("file_id"):
        raise bad_request("file_id not specified")
    return world.files.described(args.text("file_id"))


def set_webhook(world: World, args: Arguments) -> bool:
    secret = args.text("secret_token")
    if secret and not _SECRET.fullmatch(secret):
        too_long = len(secret) > 256
        raise bad_request("secret token is too long" if too_long else "secret token contains unallowed characters")
    set_allowed_updates(world, args)
    if args.flag("drop_pending_updates"):
        world.updates.drop_all()
    url = args.text("url")
    world.updates.set_webhook(Webhook(url, secret, args.integer("max_connections", 40)) if url else None)
    return True


def delete_webhook(world: World, args: Arguments) -> bool:
    if args.flag("drop_pending_updates"):
        world.updates.drop_all()
    world.updates.set_webhook(None)
    return True


def get_webhook_info(world: World, args: Arguments) -> Json:
    webhook = world.updates.webhook
    info: Json = {"url": webhook.url if webhook else "", "has_custom_certificate": False}
    info["pending_update_count"] = len(world.updates)
    if webhook:
        info |= {"max_connections": webhook.max_connections, "ip_address": "127.0.0.1"}
    if world.updates.allowed is not None:
        info["allowed_updates"] = list(world.updates.allowed)
    return info


def set_allowed_updates(world: World, args: Arguments) -> None:
    """Remember which kinds of update the bot asks for; absent means as before, an empty list the default."""
    allowed = args.json("allowed_updates")
    if isinstance(allowed, list):
        world.updates.allowed = tuple(map(str, allowed)) or None


_set_description, _get_description = _words_setting("description", 512)
_set_short, _get_short = _words_setting("short_description", 120)
_set_name, _get_name = _words_setting("name", 64)

METHODS: dict[str, Method] = {
    "getme": get_me,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    "setmydescription": _set_description,
    "getmydescription": _get_description,
    "setmyshortdescription": _set_short,
    "getmyshortdescription": _get_short,
    "setmyname": _set_name,
    "getmyname": _get_name,
    "setchatmenubutton": set_chat_menu_button,
    "getchatmenubutton": get_chat_menu_button,
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "getchatmembercount": get_chat_member_count,
    "getchatadministrators": get_chat_administrators,
    "leavechat": leave_chat,
    "getfile": get_file,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
}
