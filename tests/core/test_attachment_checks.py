"""What may be attached is decided by content; what is stored holds nothing that its author did not mean to send."""

import io

import pytest
from django.core.exceptions import ValidationError
from PIL import Image

from core.attachments.checks import check_upload
from core.attachments.names import clean_name
from tests.factories import files

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
HTML = b"<!doctype html><script>alert(1)</script>"
TEXT = "Zápis ze schůzky\nbod první".encode()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("zapis.pdf", b"%PDF-1.7\n...", "pdf"),
        ("formular.docx", files.docx(), "docx"),
        ("t.xlsx", files.archive({"[Content_Types].xml": b"", "xl/workbook.xml": b""}), "xlsx"),
        ("t.pptx", files.archive({"[Content_Types].xml": b"", "ppt/presentation.xml": b""}), "pptx"),
        ("t.odt", files.odt(), "odt"),
        ("t.doc", files.old_office("WordDocument"), "doc"),
        ("t.xls", files.old_office("Workbook"), "xls"),
        ("t.ppt", files.old_office("PowerPoint Document"), "ppt"),
        ("t.txt", TEXT, "txt"),
        ("t.csv", "obec;počet\nKadaň;7".encode("cp1250"), "csv"),
        ("t.csv", "obec\tpočet".encode("utf-16"), "csv"),
        ("t.jpg", files.picture("JPEG"), "jpg"),
        ("t.png", files.picture("PNG"), "png"),
        ("t.webp", files.picture("WEBP"), "webp"),
        ("t.gif", files.picture("GIF"), "png"),
        ("IMG_1.HEIC", files.heic(), "jpg"),
    ],
)
def test_known_kinds_are_taken(name: str, content: bytes, code: str) -> None:
    assert check_upload(files.upload(name, content)).code == code


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("logo.png", SVG, "type"),
        ("logo.svg", SVG, "type"),
        ("zprava.pdf", HTML, "type"),
        ("zprava.txt", HTML, "type"),
        ("zprava.txt", b"\xef\xbb\xbf  <?xml version='1.0'?>", "type"),
        ("zprava.html", b"plain words", "type"),
        ("data.txt", b"binary\x00data", "type"),
        ("program.pdf", b"MZ\x90\x00" + b"\0" * 100, "type"),
        ("program.docx", b"\x7fELF" + b"\0" * 100, "type"),
        ("archive.docx", files.archive({"hello.txt": b"x"}), "type"),
        ("broken.docx", b"PK\x03\x04" + b"\0" * 50, "type"),
        ("mail.doc", files.old_office("__substg1.0_0037001E"), "type"),
        ("makra.docx", files.docx(**{"word/vbaProject.bin": b"x"}), "macros"),
        ("makra.xls", files.old_office("Workbook") + "_VBA_PROJECT".encode("utf-16-le"), "macros"),
        ("video.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 100, "type"),
        ("half.jpg", files.picture("JPEG", size=(300, 300))[:400], "unreadable"),
        ("cut.png", files.picture("PNG")[:40], "unreadable"),
        ("cut.heic", files.heic()[:60], "unreadable"),
        ("bomb.png", files.decompression_bomb(), "pixels"),
        ("empty.pdf", b"", "empty"),
    ],
)
def test_other_content_is_refused(name: str, content: bytes, error: str) -> None:
    with pytest.raises(ValidationError) as refused:
        check_upload(files.upload(name, content, declared="image/png"))
    assert refused.value.code == error


def test_zip_bomb_is_refused_without_unpacking() -> None:
    bomb = files.archive({"[Content_Types].xml": b"", "word/document.xml": b"\0" * 60_000_000}, compress=True)
    with pytest.raises(ValidationError) as refused:
        check_upload(files.upload("bomb.docx", bomb))
    assert refused.value.code == "bomb"


def test_size_limit_is_a_setting(settings) -> None:
    settings.ATTACHMENT_MAX_BYTES = 10
    with pytest.raises(ValidationError) as refused:
        check_upload(files.upload("t.txt", b"12345678901"))
    assert refused.value.code == "size"


def test_photo_is_turned_upright_and_tells_nothing_else() -> None:
    checked = check_upload(files.upload("foto.jpg", files.photo_with_place()))
    assert checked.drawn
    assert (checked.drawn.width, checked.drawn.height) == (20, 40)
    for secret in (b"SecretCamera", b"Exif", b"taken at home"):
        assert secret not in checked.content
        assert secret not in checked.drawn.preview
    assert not Image.open(io.BytesIO(checked.content)).getexif()


def test_polyglot_loses_what_hides_behind_the_picture() -> None:
    polyglot = files.picture("JPEG") + files.archive({"evil.html": HTML})
    assert b"evil.html" not in check_upload(files.upload("a.jpg", polyglot)).content


def test_transparent_picture_stays_transparent() -> None:
    content = check_upload(files.upload("a.png", files.picture("PNG", mode="RGBA"))).content
    assert Image.open(io.BytesIO(content)).mode == "RGBA"


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "I;16", "CMYK"])
def test_every_mode_of_picture_can_be_drawn(mode: str) -> None:
    file_format = "JPEG" if mode == "CMYK" else "PNG"
    assert check_upload(files.upload("a.png", files.picture(file_format, mode=mode))).drawn


@pytest.mark.parametrize(
    ("raw", "code", "name"),
    [
        ("../../x", "pdf", "x.pdf"),
        ("..\\..\\windows\\x.exe", "pdf", "x.pdf"),
        ("/etc/passwd", "txt", "passwd.txt"),
        ("foto.png", "jpg", "foto.jpg"),
        ("foto.JPEG", "jpg", "foto.JPEG"),
        ("zápis 14. 10. 2026.docx", "docx", "zápis 14. 10. 2026.docx"),
        ("annex\u202efdp.exe", "pdf", "annexfdp.pdf"),
        ("a\x00b\n.pdf", "pdf", "ab.pdf"),
        ('a"b<c>.pdf', "pdf", "a_b_c_.pdf"),
        (".htaccess", "txt", "htaccess.txt"),
        ("", "pdf", "file.pdf"),
        ("...", "pdf", "file.pdf"),
        ("Звіт.pdf", "pdf", "Звіт.pdf"),
    ],
)
def test_names_are_cleaned(raw: str, code: str, name: str) -> None:
    assert clean_name(raw, code=code) == name


def test_long_name_keeps_its_extension() -> None:
    name = clean_name("x" * 5000 + ".docx", code="docx")
    assert len(name) == 200
    assert name.endswith(".docx")
