"""Vocabulary: how a time is asked for, as parts of patterns over folded words."""

WHICH_HOUR = "may gio|gio nao|luc nao|khi nao|bao gio"
"""Asks for an hour, or for any time."""

WHICH_DAY = "ngay nao|hom nao|bua nao|thu may|ngay may|buoi nao"
"""Asks for a day or a part of one."""

WHEN = f"{WHICH_HOUR}|{WHICH_DAY}"
"""Asks for a time, an hour or a day."""
