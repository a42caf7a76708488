"""QR codes as pictures."""

import io


def qr_png(text: str, scale: int = 8) -> bytes:
    """A PNG of the text with a quiet border, `scale` pixels a module."""
    import segno

    picture = io.BytesIO()
    segno.make(text, error="m", micro=False).save(picture, kind="png", scale=scale, border=4)
    return picture.getvalue()
