"""Who is asking: a person with roles in one conference, and what those roles allow."""

from dataclasses import dataclass, field
from enum import StrEnum

from domain.ids import AccountId, ConferenceId, DelegateId, UnitId
from domain.refusal import Refusal


class Role(StrEnum):
    """Owner and organizer run the desk, door staff check people in, focal people answer for a unit."""

    OWNER = "owner"
    ORGANIZER = "organizer"
    DOOR = "door"
    FOCAL = "focal"
    DELEGATE = "delegate"


class Permission(StrEnum):
    """What a service may require."""

    MANAGE_ORGANIZERS = "manage_organizers"
    EDIT_PLAN = "edit_plan"
    PUBLISH = "publish"
    MANAGE_PEOPLE = "manage_people"
    BROADCAST = "broadcast"
    ANSWER_QUESTIONS = "answer_questions"
    MANAGE_TASKS = "manage_tasks"
    SEE_REPORT = "see_report"
    CHECK_IN = "check_in"


_ORGANIZER = frozenset(Permission) - {Permission.MANAGE_ORGANIZERS}
ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.OWNER: frozenset(Permission),
    Role.ORGANIZER: _ORGANIZER,
    Role.DOOR: frozenset({Permission.CHECK_IN}),
    Role.FOCAL: frozenset(),
    Role.DELEGATE: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person in one conference. The right belongs to the person, never to the chat.

    `update_id` is the Telegram update being handled: the transaction of its effect also marks it as handled.
    """

    account: AccountId
    conference: ConferenceId | None = None
    roles: frozenset[Role] = field(default_factory=frozenset)
    units: tuple[UnitId, ...] = ()
    delegate: DelegateId | None = None
    language: str = "vi"
    consented: bool = False
    form_open: bool = False
    update_id: int | None = None

    def may(self, permission: Permission) -> bool:
        """Whether one of the person's roles allows it."""
        return any(permission in ALLOWED[role] for role in self.roles)

    @property
    def organizes(self) -> bool:
        """Owner or organizer of the current conference."""
        return bool(self.roles & {Role.OWNER, Role.ORGANIZER})


def require(actor: Actor, permission: Permission) -> None:
    """Refuse what the person's roles do not allow; services call it first."""
    if not actor.may(permission):
        raise Refusal("not_allowed")
