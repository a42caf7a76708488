"""Which failures mean that the database is not there for a while, which mean *again*, and which are bugs of ours."""

import errno
import sqlite3

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

_SQLITE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
    }
)
_POSTGRESQL = (
    "08",  # the connection is lost
    "53",  # the disk, the memory or the connections are used up
    "57P",  # the server stops, starts, or ended the session
    "58",  # the server's own input and output
    "25006",  # read-only: a standby, or switched so by hand
    "25P03",  # the session was idle for too long in a transaction
    "55P03",  # a lock was not to be had in time
)
"""How the codes begin that mean *not now* (postgresql.org/docs/current/errcodes-appendix.html)."""

_REFUSED_AT_THE_DOOR = ("28", "3D")  # the password or the name is not accepted: nobody gets in until that is put right
_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO})
_CONFLICTS = ("40001", "40P01")  # cannot be put in a row with what ran at the same time; deadlock
_ADDED_MEANWHILE = "23505"  # by somebody else, between the look and the insert


class Unavailable(Exception):
    """The database is locked, full, read-only or gone. Try again later.

    Nothing of the transaction has happened, unless the connection was lost in the very moment of the commit.
    """


def is_unavailable(error: Exception, *, connecting: bool = False) -> bool:
    """Whether this comes from the database's state (or its disk's) and will pass, unlike a mistake of ours.

    While `connecting` every failure of the network is the database's.
    """
    match error:
        case PoolTimeout():
            return True
        case DBAPIError():
            return error.connection_invalidated or _by_code(error.orig, connecting)
        case ConnectionError() | TimeoutError():
            return True
        case OSError():
            return connecting or error.errno in _DISK
    return _by_code(error, connecting)


def _by_code(cause: BaseException | None, connecting: bool) -> bool:
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", None)
        # Without a code it is the driver that speaks: its connection is gone.
        return code & 0xFF in _SQLITE if code else isinstance(cause, sqlite3.OperationalError)
    state = getattr(cause, "sqlstate", None)
    if state is None:
        return "connection is closed" in str(cause) or "connection was closed" in str(cause)
    return str(state).startswith(_POSTGRESQL + _REFUSED_AT_THE_DOOR if connecting else _POSTGRESQL)


def is_conflict(error: Exception, *, adding: bool = False) -> bool:
    """Whether another transaction got in between, so that the same one may well succeed when it runs once more.

    With `adding` that is also said of a uniqueness that was broken. SQLite's BUSY is not among these: SQLite has
    waited for seconds by itself before it says so.
    """
    state = getattr(error.orig, "sqlstate", None) if isinstance(error, DBAPIError) else None
    return state in _CONFLICTS or (adding and state == _ADDED_MEANWHILE)
