"""Says what a file is by its content. Name and declared type are never believed; what is not known is refused."""

import re
import zipfile
from pathlib import PurePosixPath
from typing import IO

import filetype
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

_BY_MIME = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/heic": "heic",
    "image/heif": "heic",
}
_HEIF_BRANDS = (b"heic", b"heix", b"mif1", b"heim", b"heis", b"hevc", b"msf1")
_OOXML_PARTS = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
_OLE_STREAMS = {"WordDocument": "doc", "Workbook": "xls", "Book": "xls", "PowerPoint Document": "ppt"}
_MARKUP = re.compile(rb"<(!doctype|html|svg|\?xml|script|head|body|iframe)", re.IGNORECASE)
HEAD = 8192
MAX_PARTS = 10_000
MAX_UNPACKED = 1024**3
MAX_RATIO = 200

UNKNOWN = _("This kind of file cannot be attached. Documents, spreadsheets, presentations, PDF and pictures can.")
MACROS = _("This file holds macros. Save it without them and attach it again.")
BOMB = _("This file unpacks to far more than it should. It was not taken.")


def sniff(file: IO[bytes], *, name: str) -> str:
    """Return the code of the file's kind (also "heic" and "gif"); raises ValidationError for what is not taken.

    The name only decides between plain text and CSV, which no content can tell apart.
    """
    file.seek(0)
    head = file.read(HEAD)
    if head.startswith(b"PK\x03\x04"):
        return _zipped(file)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole(file)
    if head.startswith(b"%PDF-"):
        return "pdf"
    if head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        return "heic"
    guessed = filetype.guess(head)
    if guessed is not None:
        return _known(_BY_MIME.get(guessed.mime, ""))
    return _text(file, head=head, extension=PurePosixPath(name.lower()).suffix[1:])


def _known(code: str) -> str:
    if not code:
        raise ValidationError(UNKNOWN, code="type")
    return code


def _zipped(file: IO[bytes]) -> str:
    """Tell Office and OpenDocument files from other archives, without unpacking more than their tables of contents."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            _refuse_bombs(parts)
            names = {part.filename for part in parts}
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise ValidationError(MACROS, code="macros")
            if "[Content_Types].xml" in names:
                return _known(next((c for p, c in _OOXML_PARTS.items() if any(n.startswith(p) for n in names)), ""))
            return _known(_open_document(archive, names))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise ValidationError(UNKNOWN, code="type") from error


def _refuse_bombs(parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    too_much = unpacked > MAX_UNPACKED or (unpacked > 50 * 1024**2 and unpacked / packed > MAX_RATIO)
    if too_much or len(parts) > MAX_PARTS:
        raise ValidationError(BOMB, code="bomb")


def _open_document(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" not in names:
        return ""
    with archive.open("mimetype") as part:
        mime = part.read(200).decode("ascii", "replace").strip()
    words = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
    prefix = "application/vnd.oasis.opendocument."
    return words.get(mime.removeprefix(prefix), "") if mime.startswith(prefix) else ""


def _ole(file: IO[bytes]) -> str:
    file.seek(0)
    content = file.read()
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise ValidationError(MACROS, code="macros")
    found = (code for stream, code in _OLE_STREAMS.items() if (stream + "\0").encode("utf-16-le") in content)
    return _known(next(found, ""))


def _text(file: IO[bytes], *, head: bytes, extension: str) -> str:
    if extension not in {"txt", "csv"} or not head or _MARKUP.search(head[:1024]):
        raise ValidationError(UNKNOWN, code="type")
    file.seek(0)
    content = file.read()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            content = content.decode("utf-16").encode()
        except UnicodeDecodeError as error:
            raise ValidationError(UNKNOWN, code="type") from error
    if any(byte in content for byte in (b"\x00", b"\x01", b"\x02", b"\x03", b"\x1b")):
        raise ValidationError(UNKNOWN, code="type")
    return extension
