"""The mark at the head of mails: a small picture that travels inside the mail, so nobody learns who opens it."""

from base64 import b64encode
from email.mime.image import MIMEImage
from functools import cache
from pathlib import Path
from typing import Final

from django.contrib.staticfiles import finders

PICTURE: Final = "img/mark.png"
CONTENT_ID: Final = "mark"
REFERENCE: Final = f"cid:{CONTENT_ID}"


def mark_part() -> MIMEImage | None:
    """Return the part that holds the picture; None when the network has none."""
    data = mark_bytes()
    if not data:
        return None
    part = MIMEImage(data, "png")
    part.add_header("Content-ID", f"<{CONTENT_ID}>")
    part.add_header("Content-Disposition", "inline", filename="mark.png")
    return part


@cache
def mark_bytes() -> bytes:
    """Return the picture, the network's own before ours; nothing when there is none."""
    path = finders.find(PICTURE)
    return Path(path).read_bytes() if isinstance(path, str) else b""


def shown(html: str) -> str:
    """Return the HTML of a mail for a browser, which knows no parts of mails: the picture stands in it."""
    data = b64encode(mark_bytes()).decode()
    return html.replace(f'src="{REFERENCE}"', f'src="data:image/png;base64,{data}"')
