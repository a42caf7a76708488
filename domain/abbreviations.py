"""Short words whose full stop ends no sentence."""

_SHORT = (
    "TP Tp TX TT Q P KS LS Ms Mr Mrs Dr Prof Assoc St Sr Fr Lm Gm TS ThS GS PGS BS CN NCS TSKH YS ĐD CKI CKII BSCKI",
    "BSCKII BSCK1 BSCK2 BSNT DSCKI DSCKII CNĐD DS KTS Th Đ",
)
NO_STOP_BEHIND = "".join(rf"(?<!\b{short})" for short in " ".join(_SHORT).split())
"""What a pattern for the end of a sentence begins with: titles before a name, "TP." before a city."""
