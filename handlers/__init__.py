"""Telegram in, one service call, Telegram out."""
