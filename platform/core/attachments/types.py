"""The kinds of file that may be attached. The code is stored with the file, so it never changes."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."


@dataclass(frozen=True, kw_only=True)
class FileType:
    """A kind of file: stored code (also its extension), what the browser is told, what people are told."""

    code: str
    mime: str
    label: str | Promise
    extensions: tuple[str, ...] = ()
    is_image: bool = False

    def accepts(self, extension: str) -> bool:
        """Whether a name with this extension may keep it."""
        return extension in (self.code, *self.extensions)


TYPES: dict[str, FileType] = {
    file_type.code: file_type
    for file_type in (
        FileType(code="pdf", mime="application/pdf", label=_("PDF document")),
        FileType(code="docx", mime=_OOXML + "wordprocessingml.document", label=_("Word document")),
        FileType(code="xlsx", mime=_OOXML + "spreadsheetml.sheet", label=_("Excel spreadsheet")),
        FileType(code="pptx", mime=_OOXML + "presentationml.presentation", label=_("PowerPoint presentation")),
        FileType(code="doc", mime="application/msword", label=_("Word document")),
        FileType(code="xls", mime="application/vnd.ms-excel", label=_("Excel spreadsheet")),
        FileType(code="ppt", mime="application/vnd.ms-powerpoint", label=_("PowerPoint presentation")),
        FileType(code="odt", mime=_ODF + "text", label=_("text document")),
        FileType(code="ods", mime=_ODF + "spreadsheet", label=_("spreadsheet")),
        FileType(code="odp", mime=_ODF + "presentation", label=_("presentation")),
        FileType(code="txt", mime="text/plain", label=_("plain text")),
        FileType(code="csv", mime="text/csv", label=_("table (CSV)")),
        FileType(code="jpg", mime="image/jpeg", label=_("picture"), extensions=("jpeg",), is_image=True),
        FileType(code="png", mime="image/png", label=_("picture"), is_image=True),
        FileType(code="webp", mime="image/webp", label=_("picture"), is_image=True),
    )
}
# Kinds that are taken and stored as another: phones' HEIC as JPEG, GIF as the still PNG of its first frame.
STORED_AS = {"heic": "jpg", "gif": "png"}
ACCEPT = ",".join(f".{code}" for code in (*TYPES, "jpeg", "heic", "heif", "gif"))
