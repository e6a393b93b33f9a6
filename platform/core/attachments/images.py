"""Pictures are drawn anew, so that nothing but the picture is stored: no place, no camera, no hidden file."""

import io
import struct
from dataclasses import dataclass
from typing import IO

import pillow_heif
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

from core.attachments.types import STORED_AS

MAX_PIXELS = 50_000_000
PREVIEW = (640, 640)
_FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF", "heic": "HEIF"}
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, RuntimeError, struct.error, OverflowError, MemoryError)
_BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)

UNREADABLE = _("This picture cannot be read. Open it in a picture program, save it again and attach that.")
TOO_LARGE = _("This picture has too many pixels; at most 50 million fit.")

pillow_heif.register_heif_opener()


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A picture as it is stored, with a small one for lists."""

    code: str
    content: bytes
    preview: bytes
    width: int
    height: int


def draw_anew(file: IO[bytes], *, code: str) -> Drawn:
    """Return the picture without metadata and turned upright; raises ValidationError when it is broken or too large."""
    file.seek(0)
    try:
        with Image.open(file, formats=[_FORMATS[code]]) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise ValidationError(TOO_LARGE, code="pixels")
            return _drawn(opened, code=STORED_AS.get(code, code))
    except _BOMBS as error:
        raise ValidationError(TOO_LARGE, code="pixels") from error
    except _BROKEN as error:
        raise ValidationError(UNREADABLE, code="unreadable") from error


def _drawn(opened: Image.Image, *, code: str) -> Drawn:
    opened.load()
    picture = _in_srgb(ImageOps.exif_transpose(opened), profile=opened.info.get("icc_profile"))
    if code == "jpg" and picture.mode == "RGBA":
        picture = _on_white(picture)
    small = picture.copy()
    small.thumbnail(PREVIEW)
    return Drawn(
        code=code,
        content=_encoded(picture, _FORMATS[code]),
        preview=_encoded(small, "WEBP"),
        width=picture.width,
        height=picture.height,
    )


def _in_srgb(picture: Image.Image, *, profile: bytes | None) -> Image.Image:
    """Return the picture as RGB or RGBA in the colours every screen assumes, since its profile is dropped."""
    has_alpha = "A" in picture.getbands() or "transparency" in picture.info
    plain = picture.convert("RGBA" if has_alpha else "RGB")
    if profile and picture.mode in {"RGB", "RGBA"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(plain, source, ImageCms.createProfile("sRGB"))
        except (ImageCms.PyCMSError, OSError):
            converted = None
        plain = converted or plain
    plain.info.clear()
    return plain


def _on_white(picture: Image.Image) -> Image.Image:
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _encoded(picture: Image.Image, file_format: str) -> bytes:
    out = io.BytesIO()
    quality = {} if file_format == "PNG" else {"quality": 86}
    picture.save(out, format=file_format, **quality)
    return out.getvalue()
