"""What can be pressed about a plan that is being checked or published."""

from dataclasses import dataclass

from domain.buttons import button


@button("pr")
@dataclass(frozen=True, slots=True)
class ReviewPlan:
    """Back to the summary."""


@button("pd")
@dataclass(frozen=True, slots=True)
class ShowDoubt:
    """The next thing that somebody should look at."""


@button("ps")
@dataclass(frozen=True, slots=True)
class SettleDoubt:
    """It is right as it stands, or shall stay open."""

    doubt: int


@button("pf")
@dataclass(frozen=True, slots=True)
class ShowFields:
    """The conference's own fields."""


@button("pe")
@dataclass(frozen=True, slots=True)
class EditField:
    """Change one field of the conference."""

    name: str


@button("pa")
@dataclass(frozen=True, slots=True)
class ShowAgenda:
    """The sessions, a page of them."""

    page: int = 0


@button("pi")
@dataclass(frozen=True, slots=True)
class ShowSession:
    """One session."""

    session: int


@button("px")
@dataclass(frozen=True, slots=True)
class EditSession:
    """Change one field of a session."""

    session: int
    name: str


@button("pk")
@dataclass(frozen=True, slots=True)
class CancelSession:
    """The session does not take place."""

    session: int


@button("pn")
@dataclass(frozen=True, slots=True)
class AddSession:
    """A new session at the end."""


@button("pg")
@dataclass(frozen=True, slots=True)
class ShowGroups:
    """Who is invited, a page of groups."""

    page: int = 0


@button("pq")
@dataclass(frozen=True, slots=True)
class EditGroup:
    """Change one field of a group."""

    group: int
    name: str


@button("pj")
@dataclass(frozen=True, slots=True)
class ShowGroup:
    """One group."""

    group: int


@button("pl")
@dataclass(frozen=True, slots=True)
class AddGroup:
    """A new group."""


@button("pb")
@dataclass(frozen=True, slots=True)
class GetWorkbook:
    """The whole plan as an Excel workbook."""


@button("pp")
@dataclass(frozen=True, slots=True)
class PreviewPublication:
    """What a publication would change, and for whom."""


@button("pu")
@dataclass(frozen=True, slots=True)
class Publish:
    """Publish what the preview showed: the revision and the number of edits it saw."""

    revision: int
    edits: int


@button("pz")
@dataclass(frozen=True, slots=True)
class DropDraft:
    """Throw the draft away."""

    sure: int = 0
