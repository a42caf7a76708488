"""The table of routes, and the one way from an update to its handler and back.

An open form takes a text first, then commands and buttons have their handlers by name and type, an organizer may paste
a plan, and whatever else is typed is a question. Groups get only what concerns everybody in them.
"""

import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from types import ModuleType
from typing import Any

from domain.actor import Actor, Permission
from domain.buttons import unpack
from domain.ids import AccountId
from domain.refusal import Refusal
from domain.views import Reply
from handlers import (
    attendance,
    broadcasts,
    checkin,
    delegates,
    feedback,
    forms,
    inviting,
    joining,
    live,
    logistics,
    menu,
    notices,
    plan,
    polls,
    privacy,
    questions,
    reminders,
    report,
    speaking,
    tasks,
    tasktalk,
    unitdesk,
)
from handlers.call import Call, Channel, Handler
from handlers.incoming import Incoming, read
from handlers.saying import Saying
from services import alarms, flows, meeting
from services.desk import Desk
from services.menus import commands_for
from services.views.menu import Incident, OnlyText, PrivateOnly, Refused, RunCommand, TryLater
from storage.database import Unavailable
from templates import render

log = logging.getLogger(__name__)

MODULES: tuple[ModuleType, ...] = (
    forms,
    menu,
    plan,
    questions,
    joining,
    inviting,
    delegates,
    attendance,
    checkin,
    logistics,
    speaking,
    live,
    polls,
    feedback,
    privacy,
    tasks,
    tasktalk,
    unitdesk,
    broadcasts,
    report,
    reminders,
    notices,
)
IN_GROUPS = frozenset({"lich", "lienket", "start", "help"})
"""Commands that make sense in a group; none shows anything personal."""


def merged(table: str) -> dict[Any, Handler]:
    """One table of all modules' routes; two handlers for one thing are a mistake of ours."""
    found: dict[Any, Handler] = {}
    for module in MODULES:
        entries: Mapping[Any, Handler] = getattr(module, table)
        twice = found.keys() & entries.keys()
        if twice:
            raise ValueError(f"{module.__name__} handles again: {twice}")
        found.update(entries)
    return found


class Routes:
    """From a raw update to what is said about it."""

    def __init__(self, desk: Desk, channel: Channel) -> None:
        self._desk = desk
        self._channel = channel
        self._commands: dict[str, Handler] = merged("COMMANDS")
        self._presses: dict[type, Handler] = merged("PRESSES")
        self._saying = Saying(desk, channel)
        self._menus: dict[int, tuple[Any, ...]] = {}

    async def handle(self, raw: dict[str, Any], again: bool = False) -> None:
        """Do what the update asks for. A rule's no is said; anything unforeseen is raised for the intake.

        Raises `NotSaid` where the answer did not get through. A try that is made `again` marks what may have been said
        before: all that only reads, for an effect is noted before it is told of.
        """
        incoming = read(raw, self._desk.bot_name)
        if incoming is None or not incoming.addressed:
            return
        incoming = replace(incoming, again=again)
        try:
            await self._handle(incoming)
        except Unavailable:
            await self._saying.one(replace(incoming, again=False), incoming.language, Reply(it=TryLater()))
        finally:
            self._desk.noted.discard(incoming.update_id)

    async def say_again(self, raw: dict[str, Any], replies: list[Reply], again: bool = True) -> None:
        """Say what is still unsaid, or (`again`) perhaps said already: new messages are marked, corrections are not."""
        incoming = read(raw, self._desk.bot_name)
        if incoming is None:
            return
        actor = await meeting.actor_of(self._desk, AccountId(incoming.sender), incoming.language)
        await self._saying.each(replace(incoming, again=again), actor.language, replies)

    async def busy(self, raw: dict[str, Any]) -> None:
        """Ask the person to try again later, where their update cannot even be stored."""
        incoming = read(raw, self._desk.bot_name)
        if incoming is None or not incoming.private or not incoming.addressed or incoming.blocked is not None:
            return
        known = self._desk.actors.get(AccountId(incoming.sender))
        await self._saying.one(incoming, known.language if known else incoming.language, Reply(it=TryLater()))

    async def failed(self, raw: dict[str, Any], incident: str) -> None:
        """Tell the person that it did not work, with the code under which it stands in the log, and the organizers."""
        incoming = read(raw, self._desk.bot_name)
        if incoming is None or not incoming.private:
            return
        told, language = False, incoming.language
        with suppress(Unavailable):
            actor = await meeting.actor_of(self._desk, AccountId(incoming.sender), language)
            language = actor.language
            told = await self._desk.do(actor, alarms.incident, incident)
        await self._saying.one(incoming, language, Reply(it=Incident(code=incident, told=told)))

    async def _handle(self, incoming: Incoming) -> None:
        actor = await meeting.actor_of(self._desk, AccountId(incoming.sender), incoming.language)
        actor = meeting.with_update(actor, incoming.update_id)
        if incoming.blocked is not None:
            service = meeting.blocked if incoming.blocked else meeting.returned
            await self._desk.do(actor, service, actor.account)
            return
        if not incoming.private:
            actor = await meeting.actor_in_group(self._desk, incoming.chat, actor)
        call = self._call(incoming, actor)
        try:
            replies = await self._answer(incoming, call)
        except Refusal as refusal:
            replies = Reply(it=Refused(code=refusal.code, values=refusal.values))
        incoming = replace(incoming, again=incoming.again and incoming.update_id not in self._desk.noted)
        await self._saying.all(incoming, actor.language, replies)
        if incoming.private and (incoming.command or incoming.press_id):
            await self._show_commands(incoming)

    def _call(self, incoming: Incoming, actor: Actor) -> Call:
        return Call(
            desk=self._desk,
            actor=actor,
            channel=self._channel,
            chat=incoming.chat,
            private=incoming.private,
            text=incoming.text,
            message_id=incoming.message_id,
            press_id=incoming.press_id,
            file=incoming.file,
            contact=incoming.contact,
        )

    async def _answer(self, incoming: Incoming, call: Call) -> Reply | list[Reply] | None:
        if incoming.press_id is not None:
            return await self._press(incoming, call)
        if incoming.command is not None:
            return await self._command(incoming.command, call)
        if not call.private and not call.text:
            return None
        if incoming.edited and not incoming.readable:
            return None  # a shared live location is "corrected" every few seconds
        if incoming.edited and (incoming.file is not None or call.actor.form_open):
            raise Refusal("only_new_messages")
        whole = call.private and (incoming.forwarded or incoming.album)
        if whole and await broadcasts.takes_message(call, incoming.album):
            return await broadcasts.take_message(call, incoming.album)
        if incoming.file is not None and call.private:
            return await self._file(call, incoming.album)
        if not incoming.readable:
            return await forms.take_unreadable(call) if call.actor.form_open and call.private else Reply(it=OnlyText())
        if call.contact and not call.text:
            call.text = call.contact
        if call.actor.form_open and call.private:
            return await forms.take(call)
        if call.actor.units and call.private and (understood := await tasks.take_words(call)) is not None:
            return understood
        if call.private and call.actor.may(Permission.EDIT_PLAN) and (pasted := await plan.take_text(call)) is not None:
            return pasted
        return await questions.ask(call)

    async def _press(self, incoming: Incoming, call: Call) -> Reply | list[Reply] | None:
        call.button = unpack(incoming.data or "")
        if isinstance(call.button, RunCommand):
            return await self._command(call.button.name, call)
        handler = self._presses.get(type(call.button))
        if handler is None:
            raise Refusal("stale_button")
        return await handler(call)

    async def _command(self, name: str, call: Call) -> Reply | list[Reply] | None:
        handler = self._commands.get(name)
        if not call.private and name not in IN_GROUPS:
            return Reply(it=PrivateOnly()) if handler is not None else None
        if handler is None:
            raise Refusal("unknown_command")
        if call.actor.form_open and name != "huy":
            await self._desk.do(replace(call.actor, update_id=None), flows.leave)
            call.actor = replace(call.actor, form_open=False)
        return await handler(call)

    async def _file(self, call: Call, album: str) -> Reply | list[Reply] | None:
        """A file goes to the form that waits for one; an organizer's is a plan or a list, a unit's more of a report."""
        if call.file is None:
            return None
        if not (call.actor.form_open or call.actor.units or call.actor.may(Permission.EDIT_PLAN)):
            raise Refusal("file_unexpected")
        upload = flows.Upload(call.file.name, await self._fetch(call), call.text, album)
        if call.actor.form_open:
            return await call.do(flows.take_file, upload)
        if call.actor.units and await tasks.continues(call, upload):
            return await tasks.take_file(call, upload)
        if not call.actor.may(Permission.EDIT_PLAN):
            raise Refusal("file_unexpected")
        return await plan.take_file(call, upload)

    async def _fetch(self, call: Call) -> bytes:
        assert call.file is not None
        settings = self._desk.settings
        planned = call.actor.may(Permission.EDIT_PLAN) and not call.actor.form_open
        limit = settings.max_plan_bytes if planned else settings.max_report_bytes
        if call.file.size > limit:
            raise Refusal("file_too_big", megabytes=limit // 2**20)
        content = await self._channel.fetch(call.file.file_id, limit)
        if content is None:
            raise Refusal("file_gone")
        return content

    async def _show_commands(self, incoming: Incoming) -> None:
        """Bring Telegram's own menu up to date when the person's roles or language have changed."""
        actor = await meeting.actor_of(self._desk, AccountId(incoming.sender), incoming.language)
        words = render.words(render.known(actor.language))["commands"]
        shown = tuple((name, words[name]) for name in commands_for(actor))
        if self._menus.get(incoming.chat) != shown:
            self._menus[incoming.chat] = shown
            await self._channel.show_commands(incoming.chat, shown)
