"""How people are addressed, as the office has set it: for the templates' `address()`."""

from contextvars import ContextVar

ADDRESS: ContextVar[str] = ContextVar("form_of_address", default="ong_ba")
"""ong_ba, dong_chi or quy_dai_bieu. Each bot sets it when it starts, for everything that it runs."""
