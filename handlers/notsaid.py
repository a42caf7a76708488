"""What a channel raises when an answer did not get through. By itself, since the door needs it before all else."""


class NotSaid(Exception):
    """Nobody got it (or, `perhaps`, somebody did: it is not known); to be tried again, not before `wait` seconds."""

    def __init__(self, wait: float = 0.0, *, perhaps: bool = False) -> None:
        super().__init__(wait, perhaps)
        self.wait, self.perhaps = wait, perhaps
