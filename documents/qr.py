"""QR codes as pictures."""

import io


def qr_png(text: str, scale: int = 8, quick: bool = False) -> bytes:
    """A PNG of the text with a quiet border, `scale` pixels a module.

    `quick` does not look for the mask that reads best, which takes most of the time: for thousands of codes.
    """
    import segno

    picture = io.BytesIO()
    code = segno.make(text, error="m", micro=False, mask=3 if quick else None, boost_error=not quick)
    code.save(picture, kind="png", scale=scale, border=4)
    return picture.getvalue()
