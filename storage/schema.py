"""All tables. Every uniqueness that the services rely on is a constraint here, not an `if` there.

Every table carries `conference_id`, because an office holds many conferences a year with the same units. It is
empty where a row may come before any conference (accounts, owner links, stored updates, forms). Only `pacer` and
`leases` have none: Telegram's limit and the polling belong to the bot.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    Time,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem

from storage.types import Instant, Key, Number

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _of_conference(required: bool = True, primary: bool = False) -> Column[int]:
    key = ForeignKey("conferences.conference_id", ondelete="CASCADE")
    return Column("conference_id", Key, key, nullable=not required, primary_key=primary, autoincrement=False)


def _table(name: str, *items: SchemaItem) -> Table:
    return Table(name, metadata, *items)


def _source() -> list[Column[str] | Column[int]]:
    """Where in the paper the row comes from."""
    return [Column("quote", Text), Column("first_line", Integer), Column("last_line", Integer)]


conferences = _table(
    "conferences",
    Column("conference_id", Key, primary_key=True),
    Column("code", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("issuer", Text),
    Column("venue", Text),
    Column("form", Text),
    Column("chair", Text),
    Column("contact", Text),
    Column("duration", Text),
    Column("timezone", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("starts_on", Date),
    Column("ends_on", Date),
    Column("month", Text),
    Column("dates_text", Text),
    Column("expected_count", Integer),
    Column("expected_text", Text),
    Column("doc_no", Text),
    Column("doc_date", Date),
    Column("signer", Text),
    Column("signer_title", Text),
    Column("purpose", JSON, nullable=False),
    Column("recipients", JSON, nullable=False),
    Column("state", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("edits", Integer, nullable=False, server_default="0"),
    Column("created_at", Instant, nullable=False),
    CheckConstraint("state in ('draft', 'published', 'closed')", name="state"),
)

publications = _table(
    "publications",
    _of_conference(primary=True),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("content", JSON, nullable=False),
    Column("published_at", Instant, nullable=False),
    Column("published_by", Number),
)

sessions = _table(
    "sessions",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("title", Text, nullable=False),
    Column("day", Date),
    Column("start", Time),
    Column("end", Time),
    Column("place", Text),
    Column("room", Text),
    Column("responsible", Text),
    Column("parent_id", Key, ForeignKey("sessions.id", ondelete="SET NULL")),
    Column("position", Integer, nullable=False),
    Column("state", Text, nullable=False),
    *_source(),
    CheckConstraint("state in ('planned', 'running', 'done', 'cancelled')", name="state"),
    Index(None, "conference_id", "position"),
    Index(None, "conference_id", "day"),
)

groups = _table(
    "groups",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("level", Text, nullable=False),
    Column("description", Text, nullable=False),
    Column("quota", Integer),
    Column("position", Integer, nullable=False),
    *_source(),
    Index(None, "conference_id", "position"),
)

units = _table(
    "units",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("role", Text),
    Column("parent_id", Key, ForeignKey("units.id", ondelete="SET NULL")),
    Column("aliases", JSON, nullable=False),
    Column("quota", Integer),
    Column("position", Integer, nullable=False),
    *_source(),
    UniqueConstraint("conference_id", "name_key"),
)

tasks = _table(
    "tasks",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("unit_id", Key, ForeignKey("units.id", ondelete="CASCADE"), index=True),
    Column("text", Text, nullable=False),
    Column("deadline_text", Text),
    Column("deadline", Instant),
    Column("conditional", Boolean, nullable=False, default=False),
    Column("urgent", Boolean),
    Column("state", Text, nullable=False),
    Column("percent", Integer),
    Column("snoozed_until", Instant),
    Column("rungs", JSON(none_as_null=True)),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("note", Text),
    Column("acted_by", Number),
    Column("acted_at", Instant),
    Column("part_of", Key, ForeignKey("tasks.id", ondelete="CASCADE"), index=True),
    Column("position", Integer, nullable=False),
    *_source(),
    CheckConstraint(
        "state in ('draft', 'dormant', 'assigned', 'accepted', 'in_progress', 'refused', 'reported', 'done',"
        " 'returned', 'shared', 'withdrawn')",
        name="state",
    ),
    Index(None, "conference_id", "position"),
)

task_units = _table(
    "task_units",
    _of_conference(),
    Column("task_id", Key, ForeignKey("tasks.id", ondelete="CASCADE"), primary_key=True),
    Column("unit_id", Key, ForeignKey("units.id", ondelete="CASCADE"), primary_key=True),
    Column("acknowledged_by", Number),
    Column("acknowledged_at", Instant),
)

unit_members = _table(
    "unit_members",
    _of_conference(),
    Column("unit_id", Key, ForeignKey("units.id", ondelete="CASCADE"), primary_key=True),
    Column("member_id", Key, ForeignKey("units.id", ondelete="CASCADE"), primary_key=True),
    Column("named", Boolean, nullable=False),
)
kind_ladders = _table(
    "kind_ladders",
    _of_conference(primary=True),
    Column("kind", Text, primary_key=True),
    Column("rungs", JSON, nullable=False),
)
task_history = _table(
    "task_history",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("task_id", Key, ForeignKey("tasks.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Instant, nullable=False),
    Column("account_id", Number),
    Column("act", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("note", Text),
    Column("was", JSON(none_as_null=True)),
    Column("document_id", Key, ForeignKey("documents.id", ondelete="SET NULL")),
)

task_replies = _table(
    "task_replies",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("account_id", Number, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Index(None, "conference_id", "account_id"),
)

moments = _table(
    "moments",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("what", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("start", Text),
    Column("end", Text),
    Column("position", Integer, nullable=False),
    *_source(),
    Index(None, "conference_id"),
)

facts = _table(
    "facts",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("topic", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("question", Text),
    *_source(),
    Index(None, "conference_id"),
)

doubts = _table(
    "doubts",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("kind", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("subject_id", Key),
    Column("settled_at", Instant),
    *_source(),
    CheckConstraint("kind in ('doubt', 'missing')", name="kind"),
    Index(None, "conference_id"),
)

accounts = _table(
    "accounts",
    Column("account_id", Number, primary_key=True, autoincrement=False),
    _of_conference(required=False),
    Column("language", Text, nullable=False),
    Column("is_owner", Boolean, nullable=False, default=False),
    Column("consent_version", Integer),
    Column("consented_at", Instant),
    Column("reachability", Text, nullable=False),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("tries_since", Instant),
    Column("pending_token", Text),
    Column("created_at", Instant, nullable=False),
    CheckConstraint("reachability in ('linked', 'blocked', 'deactivated')", name="reachability"),
)

organizers = _table(
    "organizers",
    _of_conference(primary=True),
    Column("account_id", Number, ForeignKey("accounts.account_id", ondelete="CASCADE"), primary_key=True),
    Column("role", Text, nullable=False),
    Column("name", Text),
    Column("granted_at", Instant, nullable=False),
    CheckConstraint("role in ('organizer', 'door')", name="role"),
)

focal_people = _table(
    "focal_people",
    _of_conference(),
    Column("unit_id", Key, ForeignKey("units.id", ondelete="CASCADE"), primary_key=True),
    Column("account_id", Number, ForeignKey("accounts.account_id", ondelete="CASCADE"), primary_key=True),
    Column("name", Text),
    Column("role", Text, nullable=False, server_default="focal"),
    Column("linked_at", Instant, nullable=False),
    CheckConstraint("role in ('focal', 'deputy', 'head')", name="role"),
)

unit_organizers = _table(
    "unit_organizers",
    _of_conference(),
    Column("unit_id", Key, ForeignKey("units.id", ondelete="CASCADE"), primary_key=True),
    Column("account_id", Number, ForeignKey("accounts.account_id", ondelete="CASCADE"), primary_key=True),
)

kind_organizers = _table(
    "kind_organizers",
    _of_conference(primary=True),
    Column("kind", Text, primary_key=True),
    Column("account_id", Number, ForeignKey("accounts.account_id", ondelete="CASCADE"), primary_key=True),
)

group_chats = _table(
    "group_chats",
    Column("chat_id", Number, primary_key=True, autoincrement=False),
    _of_conference(),
    Column("unit_id", Key, ForeignKey("units.id", ondelete="CASCADE")),
    Column("linked_at", Instant, nullable=False),
)

delegates = _table(
    "delegates",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("post", Text),
    Column("unit_text", Text),
    Column("unit_id", Key, ForeignKey("units.id", ondelete="SET NULL")),
    Column("group_id", Key, ForeignKey("groups.id", ondelete="SET NULL")),
    Column("phone", Text),
    Column("account_id", Number, ForeignKey("accounts.account_id", ondelete="SET NULL")),
    Column("state", Text, nullable=False),
    Column("rsvp", Text, nullable=False),
    Column("rsvp_reason", Text),
    Column("rsvp_at", Instant),
    Column("substitute_for", Key, ForeignKey("delegates.id", ondelete="SET NULL"), unique=True),
    Column("created_at", Instant, nullable=False),
    CheckConstraint("state in ('invited', 'asking', 'removed')", name="state"),
    CheckConstraint("rsvp in ('none', 'attending', 'declined', 'substituted')", name="rsvp"),
    UniqueConstraint("conference_id", "account_id"),
    Index(None, "conference_id", "name_key"),
)

check_in_rules = _table(
    "check_in_rules",
    _of_conference(primary=True),
    Column("mode", Text, nullable=False),
    Column("secret", Text, nullable=False),
    CheckConstraint("mode in ('day', 'session')", name="mode"),
)

check_in_posts = _table(
    "check_in_posts",
    _of_conference(primary=True),
    Column("account_id", Number, ForeignKey("accounts.account_id", ondelete="CASCADE"), primary_key=True),
    Column("place", Text),
    Column("session_id", Key, ForeignKey("sessions.id", ondelete="SET NULL")),
    Column("query", Text),
)

check_in_tokens = _table(
    "check_in_tokens",
    Column("token", Text, primary_key=True),
    _of_conference(),
    Column("delegate_id", Key, ForeignKey("delegates.id", ondelete="CASCADE"), nullable=False, unique=True),
)

check_in_tries = _table(
    "check_in_tries",
    _of_conference(primary=True),
    Column("account_id", Number, primary_key=True, autoincrement=False),
    Column("tries", Integer, nullable=False),
    Column("since", Instant, nullable=False),
)

live_screens = _table(
    "live_screens",
    _of_conference(),
    Column("account_id", Number, ForeignKey("accounts.account_id", ondelete="CASCADE"), primary_key=True),
    Column("message_id", Number, primary_key=True, autoincrement=False),
    Column("slot", Text, nullable=False),
    Column("shows", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("closes_at", Instant, nullable=False),
    Column("shown_at", Instant, nullable=False),
    Index(None, "shown_at"),
)

roll_numbers = _table(
    "roll_numbers",
    _of_conference(primary=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("delegate_id", Key, ForeignKey("delegates.id", ondelete="CASCADE"), nullable=False, unique=True),
)

check_ins = _table(
    "check_ins",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("delegate_id", Key, ForeignKey("delegates.id", ondelete="CASCADE"), nullable=False),
    Column("slot", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("account_id", Number),
    Column("role", Text, nullable=False),
    Column("way", Text, nullable=False),
    Column("place", Text),
    Column("batch", Text),
    CheckConstraint("role in ('owner', 'organizer', 'door', 'delegate')", name="role"),
    CheckConstraint("way in ('scan', 'list', 'code', 'sheet')", name="way"),
    UniqueConstraint("conference_id", "slot", "delegate_id"),
    Index(None, "delegate_id"),
)

logistics = _table(
    "logistics",
    _of_conference(),
    Column("delegate_id", Key, ForeignKey("delegates.id", ondelete="CASCADE"), primary_key=True),
    Column("field", Text, primary_key=True),
    Column("wish", Text),
    Column("value", Text),
    Column("changed_at", Instant, nullable=False),
    CheckConstraint("field in ('seat', 'lodging', 'transport', 'meals', 'diet', 'badge')", name="field"),
    Index(None, "conference_id"),
)

invitations = _table(
    "invitations",
    Column("token", Text, primary_key=True),
    _of_conference(required=False),
    Column("kind", Text, nullable=False),
    Column("delegate_id", Key, ForeignKey("delegates.id", ondelete="CASCADE")),
    Column("unit_id", Key, ForeignKey("units.id", ondelete="CASCADE")),
    Column("name", Text),
    Column("role", Text),
    Column("replaces", Number),
    Column("created_at", Instant, nullable=False),
    Column("created_by", Number),
    Column("opened_at", Instant),
    Column("expires_at", Instant),
    Column("revoked_at", Instant),
    Column("used_at", Instant),
    Column("used_by", Number),
    CheckConstraint("kind in ('owner', 'organizer', 'door', 'unit', 'delegate', 'group')", name="kind"),
    Index(None, "conference_id", "kind"),
    Index(None, "delegate_id"),
)

forms = _table(
    "forms",
    Column("account_id", Number, primary_key=True, autoincrement=False),
    _of_conference(required=False),
    Column("kind", Text, nullable=False),
    Column("step", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("data", JSON, nullable=False),
    Column("updated_at", Instant, nullable=False),
)

questions = _table(
    "questions",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("account_id", Number, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_key", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("passed_at", Instant),
    Column("answer", Text),
    Column("answered_by", Number),
    Column("answered_at", Instant),
    Column("said", Text),  # what the bot had answered, where the asker called it wrong
    Column("wrong_at", Instant),
    Index(None, "conference_id", "answered_at"),
)

answered = _table(
    "answered",  # what the bot answered by itself
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("account_id", Number, nullable=False),
    Column("mark", Number, nullable=False),
    Column("text", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("asked_at", Instant, nullable=False),
    Index(None, "conference_id", "account_id", "mark"),
)

agenda_messages = _table(
    "agenda_messages",  # messages that show an agenda: put right in place while they are young
    Column("chat_id", Number, primary_key=True, autoincrement=False),
    Column("message_id", Number, primary_key=True, autoincrement=False),
    _of_conference(),
    Column("revision", Integer, nullable=False),
    Column("day", Date),
    Column("said_at", Instant, nullable=False),
    Index(None, "conference_id", "revision"),
)

documents = _table(
    "documents",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("session_id", Key, ForeignKey("sessions.id", ondelete="SET NULL")),
    Column("account_id", Number),
    Column("album", Text),
    Column("added_at", Instant, nullable=False),
    CheckConstraint("kind in ('plan', 'report', 'material')", name="kind"),
    Index(None, "conference_id", "kind"),
)

notices = _table(
    "notices",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("kind", Text, nullable=False),
    Column("view", Text, nullable=False),
    Column("data", JSON, nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("policy", Text, nullable=False),
    Column("dedup", Text),
    Column("subject", Text),
    Column("subject_id", Key),
    Column("useful_until", Instant),
    Column("wants_receipt", Boolean, nullable=False, default=False),
    Column("way", Text, nullable=False, server_default="say"),
    Column("chase_at", Instant),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("conference_id", "dedup"),
    CheckConstraint("policy in ('resend', 'hold')", name="policy"),
    CheckConstraint("way in ('say', 'edit', 'delete')", name="way"),
    Index(None, "subject", "subject_id"),
    Index(None, "useful_until"),
    Index(None, "chase_at"),
)


_HELD = text("reason = 'new_phone'")


def _due_time(context: Any) -> Any:
    return context.get_current_parameters()["due_at"]


deliveries = _table(
    "deliveries",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("notice_id", Key, ForeignKey("notices.id", ondelete="CASCADE"), nullable=False),
    Column("chat_id", Number),
    Column("delegate_id", Key, ForeignKey("delegates.id", ondelete="SET NULL")),
    Column("data", JSON(none_as_null=True)),
    Column("state", Text, nullable=False),
    Column("urgency", Integer, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("turn", Instant, nullable=False, default=_due_time),  # among the equally urgent: see services/notifying.py
    Column("owner", Text),
    Column("lease_until", Instant),
    Column("attempt", Integer, nullable=False, server_default="0"),
    Column("message_id", Number),
    Column("messages", JSON(none_as_null=True)),
    Column("reason", Text),
    Column("sent_at", Instant),
    Column("acknowledged_at", Instant),
    UniqueConstraint("notice_id", "chat_id"),
    UniqueConstraint("notice_id", "delegate_id"),
    CheckConstraint(
        "state in ('waiting', 'sending', 'sent', 'unreachable', 'failed', 'uncertain', 'superseded', 'cancelled')",
        name="state",
    ),
    Index("ix_deliveries_due", "state", "urgency", "turn", "id", "due_at"),
    Index(None, "chat_id"),
    Index("ix_deliveries_held", "delegate_id", sqlite_where=_HELD, postgresql_where=_HELD),  # see storage/newphone.py
)

pacer = _table(
    "pacer",
    Column("bot", Text, primary_key=True),
    Column("next_at", Float, nullable=False),
    Column("rate", Float, nullable=False),
    Column("paused_until", Float, nullable=False),
)

leases = _table(
    "leases",
    Column("name", Text, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("until", Instant, nullable=False),
)

reminders = _table(
    "reminders",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("session_id", Key, ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    Column("lead", Text, nullable=False),
    Column("starts_at", Instant, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("notice_id", Key, ForeignKey("notices.id", ondelete="SET NULL")),
    Column("judged_at", Instant),
    UniqueConstraint("session_id", "lead", "starts_at"),
    CheckConstraint("state in ('waiting', 'sent', 'late', 'skipped', 'superseded')", name="state"),
    Index("ix_reminders_due", "state", "due_at"),
)

reminder_choices = _table(
    "reminder_choices",
    _of_conference(primary=True),
    Column("account_id", Number, ForeignKey("accounts.account_id", ondelete="CASCADE"), primary_key=True),
    Column("lead", Text, primary_key=True),
)

session_absences = _table(
    "session_absences",
    _of_conference(),
    Column("delegate_id", Key, ForeignKey("delegates.id", ondelete="CASCADE"), primary_key=True),
    Column("session_id", Key, ForeignKey("sessions.id", ondelete="CASCADE"), primary_key=True),
)

attendance_rules = _table(
    "attendance_rules",
    _of_conference(primary=True),
    Column("answer_until", Instant),
    Column("substitutes", Text, nullable=False),
    CheckConstraint("substitutes in ('none', 'organizers')", name="substitutes"),
)

speeches = _table(
    "speeches",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("session_id", Key, ForeignKey("sessions.id", ondelete="CASCADE"), nullable=False),
    Column("delegate_id", Key, ForeignKey("delegates.id", ondelete="CASCADE"), nullable=False),
    Column("topic", Text, nullable=False),
    Column("unit", Text),
    Column("minutes", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("called_at", Instant),
    Column("created_at", Instant, nullable=False),
    CheckConstraint("state in ('waiting', 'called', 'speaking', 'done', 'withdrawn')", name="state"),
    UniqueConstraint("session_id", "delegate_id"),
    Index(None, "conference_id"),
    Index(None, "delegate_id"),
)

polls = _table(
    "polls",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("question", Text, nullable=False),
    Column("options", JSON, nullable=False),
    Column("secret", Boolean, nullable=False, default=True),
    Column("quorum", Text),
    Column("state", Text, nullable=False),
    Column("entitled", Integer),
    Column("expected", Integer),
    Column("created_by", Number),
    Column("created_at", Instant, nullable=False),
    Column("opened_at", Instant),
    Column("closed_at", Instant),
    CheckConstraint("state in ('draft', 'open', 'closed')", name="state"),
    Index(None, "conference_id", "state"),
)

poll_voters = _table(
    "poll_voters",
    _of_conference(),
    Column("poll_id", Key, ForeignKey("polls.id", ondelete="CASCADE"), primary_key=True),
    Column("delegate_id", Key, ForeignKey("delegates.id", ondelete="CASCADE"), primary_key=True),
    Column("choice", Integer),
    Index(None, "delegate_id"),
)

poll_tallies = _table(
    "poll_tallies",
    _of_conference(),
    Column("poll_id", Key, ForeignKey("polls.id", ondelete="CASCADE"), primary_key=True),
    Column("choice", Integer, primary_key=True, autoincrement=False),
    Column("votes", Integer, nullable=False),
)

feedback_scores = _table(
    "feedback_scores",
    _of_conference(primary=True),
    Column("session_key", Integer, primary_key=True, autoincrement=False),
    Column("score", Integer, primary_key=True, autoincrement=False),
    Column("votes", Integer, nullable=False),
)

feedback_givers = _table(
    "feedback_givers",
    _of_conference(primary=True),
    Column("session_key", Integer, primary_key=True, autoincrement=False),
    Column("delegate_id", Key, ForeignKey("delegates.id", ondelete="CASCADE"), primary_key=True),
    Column("remarked", Boolean, nullable=False, default=False),
    Index(None, "delegate_id"),
)

feedback_remarks = _table(
    "feedback_remarks",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("session_key", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("delegate_id", Key, ForeignKey("delegates.id", ondelete="SET NULL")),
    Index(None, "conference_id", "session_key"),
    Index(None, "delegate_id"),
)

broadcasts = _table(
    "broadcasts",
    Column("id", Key, primary_key=True),
    _of_conference(),
    Column("author", Number, nullable=False),
    Column("content", JSON, nullable=False),
    Column("audience", JSON, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("notice_id", Key, ForeignKey("notices.id", ondelete="SET NULL")),
    Column("progress_chat", Number),
    Column("progress_message", Number),
    Column("created_at", Instant, nullable=False),
    Column("confirmed_at", Instant),
    Column("send_at", Instant),
    Column("session_id", Key, ForeignKey("sessions.id", ondelete="SET NULL")),
    Column("minutes_after", Integer),
    Column("late_joiners", Boolean, nullable=False, default=False),
    CheckConstraint("state in ('draft', 'scheduled', 'running', 'stopped', 'done', 'recalled')", name="state"),
)

inbox = _table(
    "inbox",
    Column("update_id", Number, primary_key=True, autoincrement=False),
    _of_conference(required=False),
    Column("chat_id", Number),
    Column("raw", Text, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("queued", Boolean, nullable=False, default=False),  # could not begin at once, and has not since
    Column("done_at", Instant),
    Column("incident", Text),
    Column("reply", JSON(none_as_null=True)),
    Index("ix_inbox_open", "done_at", "update_id"),
)

journal = _table(
    "journal",
    Column("id", Key, primary_key=True),
    _of_conference(required=False),
    Column("at", Instant, nullable=False),
    Column("account_id", Number),
    Column("act", Text, nullable=False),
    Column("subject", Text),
    Column("subject_id", Key),
    Column("data", JSON, nullable=False),
    Index(None, "conference_id", "id"),
    Index(None, "subject", "subject_id"),
)
