"""The real bot on the stage: `Stage.in_process(House(folder))`."""

from dataclasses import replace
from pathlib import Path

from bot.app import App, build
from bot.clock import Clock
from bot.config import Config, Database
from simulator.stage import Wires
from simulator.transport import ROOT


class House:
    """Builds the bot in a folder of its own, again and again over the same database.

    `owner_link` is the one-time link that the first start of an empty database announces. Without a `url` the
    database is a SQLite file in the folder. Notices are spaced by `pacing`, where the stage's clock may be stopped.
    """

    def __init__(self, folder: Path, config: Config | None = None, url: str = "", pacing: Clock | None = None) -> None:
        self.folder = folder
        self._url = url or f"sqlite+aiosqlite:///{folder / 'conference.db'}"
        self.owner_link = ""
        self._config = config or Config()
        self._pacing = pacing

    def __call__(self, wires: Wires) -> App:
        """One wired bot on the given wires and clock."""
        database = Database(
            url=self._url,
            files=self.folder / "files",
            backups=self.folder / "backups",
        )
        telegram = replace(self._config.telegram, base_url=ROOT)
        config = replace(self._config, telegram=telegram, database=database, token=wires.token)
        return build(
            config,
            request=wires.request,
            polling_request=wires.polling,
            clock=wires.clock,
            announce=self._announced,
            pacing=self._pacing,
        )

    def _announced(self, link: str) -> None:
        self.owner_link = link
