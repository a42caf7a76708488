"""What a conference is: plain dataclasses and rules. No I/O, no clock, no Telegram, no SQL."""
