"""Files for tests, good and bad, made in memory."""

import io
import struct
import zipfile
import zlib
from typing import Any

import pillow_heif
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def upload(name: str, content: bytes, *, declared: str = "application/octet-stream") -> SimpleUploadedFile:
    """Return a file as a browser would send it, with the type it declares."""
    return SimpleUploadedFile(name, content, content_type=declared)


def picture(file_format: str = "PNG", *, size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: Any) -> bytes:
    """Return an encoded picture."""
    out = io.BytesIO()
    Image.new(mode, size, "red" if mode in {"RGB", "RGBA"} else 1).save(out, format=file_format, **options)
    return out.getvalue()


def photo_with_place() -> bytes:
    """Return a JPEG that is stored lying on its side and tells where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by 90 degrees
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    return picture("JPEG", exif=exif.tobytes(), comment=b"taken at home")


def heic() -> bytes:
    """Return a phone's picture."""
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (40, 20), "blue")).save(out)
    return out.getvalue()


def archive(parts: dict[str, bytes], *, compress: bool = False) -> bytes:
    """Return a ZIP of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def docx(**extra: bytes) -> bytes:
    """Return the smallest thing that passes as a Word document; extra parts by name."""
    return archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>", **extra})


def odt() -> bytes:
    """Return the smallest thing that passes as an OpenDocument text."""
    return archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"})


def old_office(stream: str) -> bytes:
    """Return the head of an old Office file with one stream name."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + (stream + "\0").encode("utf-16-le") + b"\0" * 64


def decompression_bomb() -> bytes:
    """Return a tiny PNG that claims to be 30 000 by 30 000 pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
