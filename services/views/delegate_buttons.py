"""Buttons of the list of delegates."""

from dataclasses import dataclass

from domain.buttons import button


@button("dh")
@dataclass(frozen=True, slots=True)
class DelegateHome:
    """The sums and what can be done."""


@button("da")
@dataclass(frozen=True, slots=True)
class AddDelegate:
    """Add one person."""


@button("df")
@dataclass(frozen=True, slots=True)
class AddList:
    """Add people from a file."""


@button("dy")
@dataclass(frozen=True, slots=True)
class ConfirmList:
    """Add the good lines of the file that was looked at; `check` says which file."""

    check: int


@button("dg")
@dataclass(frozen=True, slots=True)
class GroupQuotas:
    """The plan's groups with quota and people named."""

    page: int


@button("db")
@dataclass(frozen=True, slots=True)
class AddToGroup:
    """Name people for a group."""

    group: int


@button("dl")
@dataclass(frozen=True, slots=True)
class ListDelegates:
    """A page of the list, narrowed to some."""

    only: str
    page: int


@button("ds")
@dataclass(frozen=True, slots=True)
class FindDelegate:
    """Search by name."""


@button("dc")
@dataclass(frozen=True, slots=True)
class ShowDelegate:
    """One person."""

    delegate: int


@button("dk")
@dataclass(frozen=True, slots=True)
class PersonalLink:
    """The person's link and QR picture."""

    delegate: int


@button("dr")
@dataclass(frozen=True, slots=True)
class RenewLink:
    """A new link in place of the old."""

    delegate: int


@button("dz")
@dataclass(frozen=True, slots=True)
class LostPhone:
    """The account on a lost phone is taken away, with a new link for another; asks first, unless it says which one."""

    delegate: int
    check: int


@button("dp")
@dataclass(frozen=True, slots=True)
class PickGroup:
    """Choose the person's group."""

    delegate: int


@button("dm")
@dataclass(frozen=True, slots=True)
class MoveToGroup:
    """Put the person into a group."""

    delegate: int
    group: int


@button("dv")
@dataclass(frozen=True, slots=True)
class RecordRsvp:
    """An organizer writes down what the person said on the telephone."""

    delegate: int
    rsvp: str


@button("dx")
@dataclass(frozen=True, slots=True)
class RemoveDelegate:
    """Take the person off the list; asks first, unless `sure`."""

    delegate: int
    sure: int


@button("de")
@dataclass(frozen=True, slots=True)
class AllLinks:
    """Everybody's links as a sheet."""


@button("dn")
@dataclass(frozen=True, slots=True)
class PhoneList:
    """Whom to telephone, as a sheet."""


@button("dq")
@dataclass(frozen=True, slots=True)
class ShowRequests:
    """People who ask to be let in."""


@button("di")
@dataclass(frozen=True, slots=True)
class ThatIsMe:
    """The organizer who opened a delegate's link is that delegate."""

    delegate: int
