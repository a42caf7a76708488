"""What a bot's database holds, read by somebody else."""

import asyncio
import json
import sqlite3
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import Any

import asyncpg
from sqlalchemy import make_url

from storage.schema import metadata


def rows(url: str, query: str) -> Sequence[Any]:
    """The rows of a query, each by column name; a statement without rows is carried out."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(str(make_url(url).database))) as connection, connection:
            connection.row_factory = sqlite3.Row
            return connection.execute(query).fetchall()
    with ThreadPoolExecutor(1) as thread:  # a loop of its own, since a story counts rows between two sentences
        return thread.submit(asyncio.run, _of_server(url, query)).result()


def holding(url: str, *words: str) -> list[str]:
    """The rows of the whole database that hold one of the words, however they are spelt out in it."""
    spelt = {each for word in words for each in (word, json.dumps(word)[1:-1])}
    return [
        f"{table.name}: {text}"
        for table in metadata.sorted_tables
        for row in rows(url, f"select * from {table.name}")
        for text in [repr(tuple(row)).replace("\\\\", "\\")]
        if any(word in text for word in spelt)
    ]


async def _of_server(url: str, query: str) -> Sequence[Any]:
    address = make_url(url)
    connection = await asyncpg.connect(host=address.query["host"], user=address.username, database=address.database)
    try:
        found: Sequence[Any] = await connection.fetch(query)
    finally:
        await connection.close()
    return found
