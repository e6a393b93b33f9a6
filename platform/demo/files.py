"""Makes small OpenDocument texts for the demo, one paragraph a line, so that no foreign file is needed."""

import io
import zipfile
from xml.sax.saxutils import escape

from django.core.files.uploadedfile import SimpleUploadedFile

MIME = "application/vnd.oasis.opendocument.text"
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""
_CONTENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:text>{paragraphs}</office:text></office:body></office:document-content>"""


def open_document(text: str) -> bytes:
    """Return an OpenDocument text (ODF 1.2) of these lines; the same bytes for the same text."""
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.strip().splitlines())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, body, method in (
            ("mimetype", MIME, zipfile.ZIP_STORED),  # ODF 1.2 part 3, 3.3: first and not compressed
            ("content.xml", _CONTENT.format(paragraphs=paragraphs), zipfile.ZIP_DEFLATED),
            ("META-INF/manifest.xml", _MANIFEST, zipfile.ZIP_DEFLATED),
        ):
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 1, 0, 0, 0)), body, compress_type=method)
    return buffer.getvalue()


def upload(filename: str, *, text: str) -> SimpleUploadedFile:
    """Return the file as a browser would have sent it."""
    return SimpleUploadedFile(filename, open_document(text), content_type=MIME)
