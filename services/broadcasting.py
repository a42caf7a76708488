"""Broadcasts are composed, previewed exactly as people will see them, and confirmed."""

from dataclasses import replace
from typing import Any

from domain.actor import Permission, require
from domain.broadcasts import LONGEST, Content, KeptFile, length, secrecy
from domain.filenames import harmless, is_program
from domain.ids import BroadcastId
from domain.refusal import Refusal
from domain.vietnamese import nfc
from domain.views import Attachment, Reply
from services import flows
from services.audiences import chosen, draft_of, find, in_words
from services.calling import telephone_list
from services.desk import Work
from services.flows import Flow, Step, Upload, register
from services.following import progress as progress
from services.following import progress_of, show
from services.launching import launch, message_of
from services.views.broadcasts import BroadcastDropped, BroadcastPreview
from storage import addressees, broadcasts, documents, forms, notices

PHOTO_BYTES = 10 * 1024 * 1024  # Telegram: larger pictures go as documents

# --- compose --------------------------------------------------------------------------------------------------------


def read_text(typed: str) -> str:
    """The organizer's own words, line breaks kept; refuses what Telegram would not take in one message."""
    text = nfc(typed).strip()
    if not text:
        raise Refusal("form_empty")
    if length(text) > LONGEST:
        raise Refusal("broadcast_too_long", most=LONGEST, length=length(text))
    return text


def _no_text(_typed: str) -> Any:
    raise Refusal("broadcast_wants_file")


async def compose(work: Work, text: str = "") -> Reply:
    """`/thongbao`: ask for the words; what follows the command is taken as the words."""
    require(work.actor, Permission.BROADCAST)
    if text.strip():
        return await _created(work, Content(text=read_text(text)))
    return await flows.begin(work, "broadcast")


async def _finish(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.BROADCAST)
    return await _created(work, Content(text=data["text"]))


async def _finish_with_file(work: Work, data: dict[str, Any], upload: Upload) -> Reply:
    """The file is kept under its checksum and goes out with the text."""
    require(work.actor, Permission.BROADCAST)
    if is_program(upload.name):
        raise Refusal("report_is_program", name=harmless(upload.name))
    if not upload.content:
        raise Refusal("report_empty")
    name = harmless(upload.name)
    kept = work.desk.files.put(upload.content)
    await documents.add(work.connection, work.conference, "material", kept, name, work.actor.account, work.now)
    photo = name.lower().endswith((".jpg", ".jpeg", ".png")) and kept.size <= PHOTO_BYTES
    return await _created(work, Content(text=data["text"], file=KeptFile(name, kept.path, photo)))


async def _created(work: Work, content: Content) -> Reply:
    key = await broadcasts.create(work.connection, work.conference, work.actor.account, content, work.now)
    await work.note("broadcast_drafted", "broadcast", key)
    return Reply(it=await chosen(work, await find(work, key)))


async def takes_message(work: Work) -> bool:
    """Whether the person is asked for the words of a broadcast, or an album of theirs is still arriving."""
    form = await forms.of(work.connection, work.actor.account)
    return form is not None and form.kind == "broadcast" and form.step == "text"


async def belongs(work: Work, album: str) -> bool:
    """Whether this album began a draft of theirs that has not gone out."""
    if work.actor.conference is None or not work.actor.may(Permission.BROADCAST):
        return False
    return await broadcasts.album(work.connection, work.conference, work.actor.account, album) is not None


async def take_message(work: Work, chat: int, message: int, text: str, album: str) -> Reply | None:
    """A forwarded message or an album goes out as it is; of an album only its first message is answered."""
    require(work.actor, Permission.BROADCAST)
    found = await broadcasts.album(work.connection, work.conference, work.actor.account, album) if album else None
    if found is not None and found.content.copy_of is not None:
        numbers = tuple(sorted({*found.content.copy_of[1], message}))
        content = replace(found.content, copy_of=(chat, numbers), text=found.content.text or text)
        await broadcasts.change(work.connection, found.id, content=content)
        return None
    await forms.close(work.connection, work.actor.account)
    return await _created(work, Content(text=text, copy_of=(chat, (message,)), album=album))


async def rewrite(work: Work, key: BroadcastId) -> Reply:
    """Ask for other words; the audience stays."""
    found = await draft_of(work, key)
    if found.content.copy_of is not None:
        raise Refusal("broadcast_copy_stays")
    return await flows.begin(work, "broadcast_text", broadcast=key)


async def _rewritten(work: Work, data: dict[str, Any]) -> Reply:
    found = await draft_of(work, BroadcastId(data["broadcast"]))
    content = replace(found.content, text=data["text"])
    await broadcasts.change(work.connection, found.id, content=content)
    found = await find(work, found.id)
    return await preview(work, found.id) if found.audience.parts else Reply(it=await chosen(work, found))


register(
    Flow(
        "broadcast",
        (Step("text", read_text), Step("file", _no_text, optional=True, takes_files=True)),
        finish=_finish,
        finish_with_file=_finish_with_file,
    )
)
register(Flow("broadcast_text", (Step("text", read_text),), finish=_rewritten))


async def drop(work: Work, key: BroadcastId) -> Reply:
    """Forget a draft."""
    await draft_of(work, key)
    await broadcasts.drop(work.connection, key)
    return Reply(it=BroadcastDropped(), edit=True)


# --- preview and confirm --------------------------------------------------------------------------------------------


async def preview(work: Work, key: BroadcastId) -> Reply:
    """The message as people will see it, the audience in words, and how many of it can be reached."""
    found = await draft_of(work, key)
    if not found.audience.parts:
        raise Refusal("broadcast_without_audience")
    total, reached = await addressees.count(work.connection, work.conference, found.audience)
    content = found.content
    view = BroadcastPreview(
        id=key,
        revision=found.revision,
        message=message_of(content),
        audience=await in_words(work, found.audience),
        total=total,
        reached=reached,
        receipt=content.receipt,
        late_joiners=found.late_joiners,
        secrecy=secrecy(content.text, content.file.name if content.file else ""),
    )
    return Reply(it=view, files=_files(work, content))


def _files(work: Work, content: Content) -> tuple[Attachment, ...]:
    if content.file is None:
        return ()
    return (Attachment(content.file.name, work.desk.files.get(content.file.path), content.file.photo),)


async def toggle_receipt(work: Work, key: BroadcastId, revision: int) -> Reply:
    """Ask people to press *received*, or not."""
    found = await draft_of(work, key)
    if found.content.copy_of is not None and len(found.content.copy_of[1]) > 1:
        raise Refusal("album_without_receipt")
    if found.revision == revision:
        content = replace(found.content, receipt=not found.content.receipt)
        await broadcasts.change(work.connection, key, content=content)
    shown = await preview(work, key)
    return Reply(it=shown.it, edit=True)


async def toggle_late(work: Work, key: BroadcastId, revision: int) -> Reply:
    """Let those have it too who join after it has gone out, or not."""
    found = await draft_of(work, key)
    if found.revision == revision:
        await broadcasts.change(work.connection, key, late_joiners=not found.late_joiners)
    shown = await preview(work, key)
    return Reply(it=shown.it, edit=True)


async def unreached(work: Work, key: BroadcastId) -> Reply:
    """The telephone list of a broadcast, as a message and as a sheet: before it is out, whom it would not reach."""
    found = await find(work, key)
    if found.notice is not None:
        return await telephone_list(work, key, await notices.missed(work.connection, [found.notice]))
    return await telephone_list(work, key, await addressees.unreached(work.connection, work.conference, found.audience))


async def confirm(work: Work, key: BroadcastId, revision: int, chat: int, message: int | None) -> Reply:
    """Send what the preview of this revision showed: the audience is frozen and all rows are written here.

    `chat` and `message` are where the preview stands, which becomes the progress message. An older revision shows the
    new preview; a second press shows the progress.
    """
    found = await find(work, key)
    if found.state != "draft":
        return await show(work, key)
    if found.revision != revision:
        fresh = await preview(work, key)
        return Reply(it=fresh.it, edit=True, toast="broadcast_changed")
    await launch(work, found, chat, message)
    started = await find(work, key)
    shown = await progress_of(work, started)
    await work.note("broadcast_sent", "broadcast", key, total=shown.total, unreached=shown.unreached)
    return Reply(it=shown, edit=True)
