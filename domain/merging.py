"""Two lines of the list that are one person: what the one line is that stays."""

from dataclasses import dataclass
from datetime import datetime

from domain.delegates import Delegate, Rsvp
from domain.refusal import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A line of the list with when it answered."""

    who: Delegate
    answered_at: datetime | None


def check_mergeable(keep: Delegate, drop: Delegate) -> None:
    """Refuse what cannot be one person: the same line, two conferences, somebody and their substitute."""
    if keep.id == drop.id or keep.conference != drop.conference:
        raise Refusal("merge_gone")
    if drop.substitute_for == keep.id or keep.substitute_for == drop.id:
        raise Refusal("merge_substitute")
    if keep.substitute_for is not None and drop.substitute_for is not None:
        raise Refusal("merge_two_substitutes")


def merged(keep: Candidate, drop: Candidate) -> dict[str, object]:
    """The columns of the line that stays: its own, filled up from the other; the later answer counts.

    Who is linked stays linked; where both are, the account of the line that stays counts.
    """
    mine, other = keep.who, drop.who
    later = drop if _answered_later(drop, keep) else keep
    return {
        "post": mine.post or other.post,
        "unit_text": mine.unit or other.unit,
        "unit_id": mine.unit_id or (other.unit_id if not mine.unit else None),
        "group_id": mine.group or other.group,
        "phone": mine.phone or other.phone,
        "account_id": mine.account or other.account,
        "substitute_for": mine.substitute_for or other.substitute_for,
        "rsvp": later.who.rsvp.value,
        "rsvp_reason": later.who.reason,
        "rsvp_at": later.answered_at,
    }


def _answered_later(one: Candidate, other: Candidate) -> bool:
    if one.who.rsvp is Rsvp.NONE:
        return False
    if other.who.rsvp is Rsvp.NONE or other.answered_at is None:
        return True
    return one.answered_at is not None and one.answered_at > other.answered_at
