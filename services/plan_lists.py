"""The draft's lists, a page at a time: the sessions of its agenda and the groups invited, and a card for each."""

from dataclasses import dataclass

from domain.actor import Permission, require
from domain.conference import Session
from domain.refusal import Refusal
from domain.views import Reply
from services.desk import Work
from services.views.plan_lists import PAGE, GroupCard, GroupLine, GroupList, SessionCard, SessionLine, SessionList
from storage import programmes


def session_line(session: Session, number: int) -> SessionLine:
    """A session as a line of a list."""
    return SessionLine(
        id=session.id,
        number=number,
        title=session.title,
        day=session.day,
        start=session.start,
        end=session.end,
        cancelled=session.state.value == "cancelled",
        part=session.parent is not None,
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """One page of a list: its number (within bounds) and how many there are."""

    page: int
    pages: int

    @property
    def first(self) -> int:
        return self.page * PAGE


def _page(count: int, wanted: int) -> _Page:
    pages = max(1, -(-count // PAGE))
    return _Page(min(max(wanted, 0), pages - 1), pages)


async def agenda(work: Work, page: int = 0) -> Reply:
    """A page of the working copy's sessions."""
    require(work.actor, Permission.EDIT_PLAN)
    found = await programmes.working(work.connection, work.conference)
    lines = [session_line(session, number) for number, session in enumerate(found.sessions, 1)]
    at = _page(len(lines), page)
    return Reply(it=SessionList(lines=tuple(lines[at.first : at.first + PAGE]), page=at.page, pages=at.pages))


async def session_card(work: Work, session_id: int) -> Reply:
    """One session of the working copy."""
    require(work.actor, Permission.EDIT_PLAN)
    found = await programmes.working(work.connection, work.conference)
    for number, session in enumerate(found.sessions, 1):
        if session.id == session_id:
            quote = None if session.source is None else session.source.quote
            return Reply(
                it=SessionCard(
                    line=session_line(session, number),
                    room=session.room,
                    place=session.place,
                    responsible=session.responsible,
                    quote=quote,
                )
            )
    raise Refusal("session_gone")


async def groups(work: Work, page: int = 0) -> Reply:
    """A page of the groups invited."""
    require(work.actor, Permission.EDIT_PLAN)
    lines = await _group_lines(work)
    at = _page(len(lines), page)
    return Reply(it=GroupList(lines=tuple(lines[at.first : at.first + PAGE]), page=at.page, pages=at.pages))


async def group_card(work: Work, group_id: int) -> Reply:
    """One group."""
    require(work.actor, Permission.EDIT_PLAN)
    for line in await _group_lines(work):
        if line.id == group_id:
            return Reply(it=GroupCard(line=line))
    raise Refusal("group_gone")


async def _group_lines(work: Work) -> list[GroupLine]:
    found = await programmes.working(work.connection, work.conference)
    return [
        GroupLine(id=each.id, number=number, level=each.level, description=each.description, quota=each.quota)
        for number, each in enumerate(found.groups, 1)
    ]
