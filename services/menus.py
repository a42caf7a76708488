"""What a person can do here, as buttons, and the menu that Telegram shows beside the text field."""

from domain.actor import Actor, Role
from domain.conference import ConferenceState
from domain.views import Reply
from services.desk import Work
from services.views.menu import Help, Menu
from storage import programmes, questions

_EVERYBODY = ("lich", "menu", "dulieu", "ngonngu", "hoinghi", "huy")
_ROLE_COMMANDS: tuple[tuple[frozenset[Role], tuple[str, ...]], ...] = (
    (
        frozenset({Role.OWNER, Role.ORGANIZER}),
        (
            *("kehoach", "congbo", "moi", "daibieu", "nhiemvu", "tinhhinh", "donvi", "thongbao", "diemdanh", "haucan"),
            *("dienbien", "phatbieu", "bieuquyet", "gopy", "cauhoi", "hoidap", "baocao"),
        ),
    ),
    (frozenset({Role.FOCAL}), ("nhiemvu", "tuannay", "donvi", "daibieu")),
    (frozenset({Role.DOOR}), ("diemdanh",)),
    (frozenset({Role.DELEGATE}), ("thamdu", "maqr", "diemdanh", "haucan", "phatbieu", "bieuquyet", "gopy", "nhaclich")),
)


def commands_for(actor: Actor) -> tuple[str, ...]:
    """The commands that make sense for this person, the most useful first."""
    found: list[str] = []
    for roles, names in _ROLE_COMMANDS:
        if roles & actor.roles:
            found += [name for name in names if name not in found]
    return (*found, *(name for name in _EVERYBODY if name not in found))


async def menu(work: Work) -> Reply:
    """What the person can do in the conference they are in, and where it stands."""
    if work.actor.conference is None:
        return Reply(it=Help(commands=commands_for(work.actor), organizer=work.actor.organizes))
    found = await programmes.conference(work.connection, work.actor.conference)
    assert found is not None  # an account is in a conference only while it is there
    view = Menu(
        title=found.title,
        published=found.state is not ConferenceState.DRAFT,
        organizer=work.actor.organizes,
        focal=Role.FOCAL in work.actor.roles,
        delegate=Role.DELEGATE in work.actor.roles,
        questions=await questions.count_open(work.connection, found.id) if work.actor.organizes else 0,
        commands=commands_for(work.actor),
    )
    return Reply(it=view)
