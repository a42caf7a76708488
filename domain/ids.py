"""Names for the numbers that point at rows, so that a task's id is never taken for a unit's."""

from typing import NewType

ConferenceId = NewType("ConferenceId", int)
SessionId = NewType("SessionId", int)
GroupId = NewType("GroupId", int)
UnitId = NewType("UnitId", int)
TaskId = NewType("TaskId", int)
DelegateId = NewType("DelegateId", int)
QuestionId = NewType("QuestionId", int)
BroadcastId = NewType("BroadcastId", int)
NoticeId = NewType("NoticeId", int)
DeliveryId = NewType("DeliveryId", int)
DocumentId = NewType("DocumentId", int)
SpeechId = NewType("SpeechId", int)
PollId = NewType("PollId", int)

NO_UNIT = UnitId(0)
"""Stands for the unit of a task that no unit has been given yet."""

AccountId = NewType("AccountId", int)
"""A Telegram user id; a private chat with that person has the same number."""

ChatId = NewType("ChatId", int)
"""Any Telegram chat, private or group."""
