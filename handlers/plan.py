"""The plan in the chat: the file, the review, the edits, the publication."""

from pathlib import Path

from documents.pasted import is_plan
from domain.refusal import Refusal
from domain.views import Reply
from handlers.call import Call, Handler
from services import editing, enrolling, importing, pasting, plan_lists, planning, publishing, workbooks
from services.flows import Upload
from services.views import importing as arriving
from services.views import plan_buttons as presses

_ONLY_PEOPLE = (".csv", ".tsv")
_WORKBOOK = (".xlsx", ".xlsm", ".ods", ".xls")
_PERHAPS_PEOPLE = (".xlsx", ".xls")


async def take_file(call: Call, upload: Upload) -> Reply:
    """A file that an organizer sent: a plan, read in a process of its own, or a table of delegates."""
    from documents.reading import Unreadable, read_plan_safely  # costs time and memory that most starts do not need

    kind = Path(upload.name.lower()).suffix
    if kind in _ONLY_PEOPLE:
        return await call.do(enrolling.take_list, upload)
    if kind in _WORKBOOK:
        book = await workbooks.book_in(upload.content)
        if book is not None and call.actor.conference is None:
            raise Refusal("book_without_plan")
        if book is not None:
            return await call.do(workbooks.take_book, book)
    draft = await read_plan_safely(upload.name, upload.content)
    if not isinstance(draft, Unreadable):
        return await call.do(importing.take_plan, upload.name, upload.content, draft)
    if kind in _PERHAPS_PEOPLE and call.actor.conference is not None:
        return await call.do(enrolling.take_list, upload)
    megabytes = call.desk.settings.max_plan_bytes // 2**20
    raise Refusal("not_a_plan" if draft.code == "not_a_plan" else f"plan_{draft.code}", megabytes=megabytes)


async def take_text(call: Call) -> Reply | None:
    """The first part of a plan that an organizer pastes; None for a text that is no plan."""
    return await call.do(pasting.begin, call.text) if await is_plan(call.text) else None


async def read_pasted(call: Call) -> Reply:
    """All parts of the pasted plan have come."""
    from documents.reading import Unreadable, read_plan_safely

    content = await call.see(pasting.content)
    draft = await read_plan_safely(pasting.FILE_NAME, content)
    if isinstance(draft, Unreadable):
        return await call.see(pasting.not_read, draft.code)
    return await call.do(pasting.take, content, draft)


async def as_new(call: Call) -> Reply:
    """The paper that came is of another conference."""
    return await call.do(importing.as_new, call.button.check)


async def as_revision(call: Call) -> Reply:
    """The paper that came is a second version of this plan: what would it change?"""
    return await call.do(importing.as_revision, call.button.check)


async def apply_revision(call: Call) -> list[Reply]:
    """Change the working copy as shown."""
    return await call.do(importing.apply, call.button.check, call.button.edits)


async def workbook(call: Call) -> Reply:
    """The whole plan as a workbook."""
    return await call.do(workbooks.export)


async def review(call: Call) -> Reply:
    """The summary."""
    return await call.see(planning.review)


async def next_doubt(call: Call) -> Reply:
    """The first thing to look at."""
    return await call.see(planning.next_doubt)


async def settle_doubt(call: Call) -> Reply:
    """It is right as it stands."""
    return await call.do(planning.settle_doubt, call.button.doubt)


async def fields(call: Call) -> Reply:
    """The conference's fields."""
    return await call.see(planning.fields)


async def edit_field(call: Call) -> Reply:
    """Ask for a field's new value."""
    return await call.do(editing.ask_field, call.button.name)


async def agenda(call: Call) -> Reply:
    """A page of the working copy's agenda."""
    return await call.see(plan_lists.agenda, call.button.page)


async def session(call: Call) -> Reply:
    """One session."""
    return await call.see(plan_lists.session_card, call.button.session)


async def edit_session(call: Call) -> Reply:
    """Ask for a new value of a session's field."""
    return await call.do(editing.ask_session_field, call.button.session, call.button.name)


async def cancel_session(call: Call) -> Reply:
    """The session does not take place."""
    return await call.do(editing.cancel_session, call.button.session)


async def add_session(call: Call) -> Reply:
    """Ask for a new session."""
    return await call.do(editing.ask_new_session)


async def groups(call: Call) -> Reply:
    """A page of the groups."""
    return await call.see(plan_lists.groups, call.button.page)


async def group(call: Call) -> Reply:
    """One group."""
    return await call.see(plan_lists.group_card, call.button.group)


async def edit_group(call: Call) -> Reply:
    """Ask for a new value of a group's field."""
    return await call.do(editing.ask_group_field, call.button.group, call.button.name)


async def add_group(call: Call) -> Reply:
    """Ask for a new group."""
    return await call.do(editing.ask_new_group)


async def preview(call: Call) -> Reply:
    """What a publication would change."""
    return await call.see(publishing.preview)


async def publish(call: Call) -> Reply:
    """Publish what the preview showed."""
    return await call.do(publishing.publish, call.button.revision, call.button.edits)


async def drop(call: Call) -> Reply:
    """Throw the draft away."""
    return await call.do(planning.drop_draft, bool(call.button.sure))


COMMANDS: dict[str, Handler] = {"kehoach": review, "congbo": preview}
PRESSES: dict[type, Handler] = {
    presses.ReviewPlan: review,
    presses.ShowDoubt: next_doubt,
    presses.SettleDoubt: settle_doubt,
    presses.ShowFields: fields,
    presses.EditField: edit_field,
    presses.ShowAgenda: agenda,
    presses.ShowSession: session,
    presses.EditSession: edit_session,
    presses.CancelSession: cancel_session,
    presses.AddSession: add_session,
    presses.ShowGroups: groups,
    presses.ShowGroup: group,
    presses.EditGroup: edit_group,
    presses.AddGroup: add_group,
    presses.PreviewPublication: preview,
    presses.Publish: publish,
    presses.DropDraft: drop,
    arriving.ReadPasted: read_pasted,
    arriving.TakeAsNew: as_new,
    arriving.TakeAsRevision: as_revision,
    arriving.ApplyRevision: apply_revision,
    presses.GetWorkbook: workbook,
}
