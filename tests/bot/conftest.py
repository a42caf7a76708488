"""Fixtures of the bot's tests: a tiny Telegram and tiny proxies."""

from tests.bot.stub_telegram import free_port, proxy, stub

__all__ = ["free_port", "proxy", "stub"]
