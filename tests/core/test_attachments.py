"""A file is there for those who may see its item, for its uploader alone while it waits, and for nobody else."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from core.attachments.fields import AttachmentsField, initial_attachments
from core.attachments.services import Chosen, attach, prune_unattached, remove, store_upload
from core.attachments.shown import attachments_of
from core.models import Attachment, Audience
from core.rules import SITE
from core.states import State
from tests.core.notes import make_note
from tests.factories import files
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


class NoteForm(forms.Form):
    title = forms.CharField()
    attachments = AttachmentsField(required=False)


def pdf(by: Any, name: str = "zapis.pdf") -> Attachment:
    return store_upload(files.upload(name, b"%PDF-1.7 secret"), by=by)


def under(note: Any, attachment: Attachment, **more: Any) -> Attachment:
    attach([Chosen(attachment=attachment, **more)], kind="note", pk=note.pk, by=attachment.uploaded_by)
    return attachment


def stored_files(settings: Any) -> int:
    return sum(path.is_file() for path in Path(settings.PRIVATE_ROOT).rglob("*"))


def address(attachment: Attachment) -> str:
    return f"/files/{attachment.pk}/{attachment.name}"


def fetch(client: Client, path: str, **options: Any) -> Any:
    """Ask for a file and read it to its end; `close()` would close the database's connection under the test."""
    response = client.get(path, **options)
    b"".join(response)
    return response


def signed_in(person: Any) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.mark.parametrize(
    ("audience", "state", "visitor", "member", "author"),
    [
        ("public", State.PUBLISHED, 200, 200, 200),
        (SITE, State.PUBLISHED, 404, 200, 200),
        ("public", State.HIDDEN, 404, 404, 200),
        ("public", State.DELETED, 404, 404, 200),
        ("platform:7", State.PUBLISHED, 404, 404, 404),
    ],
)
def test_file_follows_its_item(note_kind, audience, state, visitor, member, author) -> None:
    Audience.objects.get_or_create(rule=audience)
    writer = UserFactory()
    note = make_note(audience=audience, state=state, author=writer)
    attachment = under(note, pdf(writer))
    asked = {"visitor": Client(), "member": signed_in(UserFactory()), "author": signed_in(writer)}
    answers = {who: fetch(client, address(attachment)).status_code for who, client in asked.items()}
    assert answers == {"visitor": visitor, "member": member, "author": author}


def test_waiting_file_is_its_uploaders_alone() -> None:
    writer = UserFactory()
    attachment = pdf(writer)
    assert fetch(signed_in(writer), address(attachment)).status_code == 200
    assert fetch(signed_in(UserFactory()), address(attachment)).status_code == 404
    assert fetch(signed_in(UserFactory(admin=True)), address(attachment)).status_code == 404
    assert fetch(Client(), address(attachment)).status_code == 404


def test_nothing_served_can_run_as_a_page() -> None:
    writer = UserFactory()
    response = fetch(signed_in(writer), address(pdf(writer)))
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "private, no-cache"


def test_picture_is_shown_inside_the_page_and_has_a_small_one() -> None:
    writer = UserFactory()
    attachment = store_upload(files.upload("a.png", files.picture(size=(2000, 1000))), by=writer)
    client = signed_in(writer)
    assert fetch(client, address(attachment))["Content-Disposition"].startswith("inline")
    small = fetch(client, f"/files/{attachment.pk}/preview/")
    assert small["Content-Type"] == "image/webp"
    assert (attachment.width, attachment.height) == (2000, 1000)


def test_unchanged_file_is_not_sent_twice() -> None:
    writer = UserFactory()
    attachment, client = pdf(writer), signed_in(writer)
    etag = fetch(client, address(attachment))["ETag"]
    assert fetch(client, address(attachment), headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize("path", ["/files/999/x.pdf", "/files/999/preview/", "/files/9999999999999999999999/x"])
def test_what_never_was_is_not_there(path: str) -> None:
    assert fetch(Client(), path).status_code == 404


def test_lost_file_is_not_there_instead_of_an_error(settings) -> None:
    writer = UserFactory()
    attachment = pdf(writer)
    Path(settings.PRIVATE_ROOT, attachment.file.name).unlink()
    assert fetch(signed_in(writer), address(attachment)).status_code == 404


def test_private_files_have_no_address_and_no_readers_on_the_machine(settings) -> None:
    attachment = pdf(UserFactory())
    with pytest.raises(ValueError, match="no address"):
        _ = attachment.file.url
    path = Path(settings.PRIVATE_ROOT, attachment.file.name)
    assert path.stat().st_mode & 0o077 == 0
    assert "zapis" not in str(path)


def test_nobody_attaches_a_file_of_somebody_else(note_kind) -> None:
    note = make_note(author=UserFactory())
    with pytest.raises(PermissionDenied):
        attach([Chosen(attachment=pdf(UserFactory()))], kind="note", pk=note.pk, by=note.author)


def test_file_under_one_item_cannot_be_taken_to_another(note_kind) -> None:
    writer = UserFactory()
    attachment = under(make_note(), pdf(writer))
    with pytest.raises(PermissionDenied):
        attach([Chosen(attachment=attachment)], kind="note", pk=make_note().pk, by=writer)


def test_files_left_out_are_destroyed(note_kind, settings, django_capture_on_commit_callbacks) -> None:
    writer, note = UserFactory(), make_note()
    under(note, pdf(writer))
    with django_capture_on_commit_callbacks(execute=True):
        assert attach([], kind="note", pk=note.pk, by=writer) is True
    assert attach([], kind="note", pk=note.pk, by=writer) is False
    assert stored_files(settings) == 0


def test_remove_destroys_row_and_file_after_commit(settings, django_capture_on_commit_callbacks) -> None:
    attachment = store_upload(files.upload("a.png", files.picture()), by=UserFactory())
    with django_capture_on_commit_callbacks(execute=True):
        remove(attachment)
        assert stored_files(settings) == 2
    assert stored_files(settings) == 0


def test_forgotten_uploads_go_after_a_day(note_kind) -> None:
    writer = UserFactory()
    old, fresh, used = pdf(writer), pdf(writer), under(make_note(), pdf(writer))
    Attachment.objects.filter(pk__in=[old.pk, used.pk]).update(created_at=timezone.now() - timedelta(days=2))
    assert prune_unattached() == 1
    assert set(Attachment.objects.values_list("pk", flat=True)) == {fresh.pk, used.pk}


def test_files_of_a_page_cost_one_statement(note_kind, django_assert_num_queries) -> None:
    writer = UserFactory()
    notes = [make_note() for _ in range(6)]
    for note in notes:
        under(note, pdf(writer))
    with django_assert_num_queries(1):
        found = attachments_of("note", [note.pk for note in notes])
    assert [file.name for files_ in found.values() for file in files_] == ["zapis.pdf"] * 6


def form(person: Any, data: dict[str, Any] | None = None, *sent: Any) -> NoteForm:
    values: MultiValueDict[str, Any] = MultiValueDict(
        {k: v if isinstance(v, list) else [v] for k, v in (data or {}).items()}
    )
    made = NoteForm(values, MultiValueDict({"attachments": list(sent)}))
    made.fields["attachments"].bind_to(person)
    return made


def test_form_keeps_what_was_uploaded_when_another_field_is_wrong() -> None:
    person = UserFactory()
    first = form(person, {}, files.upload("zapis.pdf", b"%PDF-1.7"))
    assert not first.is_valid()
    pk = Attachment.objects.get().pk
    assert f'name="attachments_kept" value="{pk}"' in str(first["attachments"])
    second = form(person, {"title": "x", "attachments_kept": [str(pk)]})
    assert second.is_valid()
    assert [c.attachment.pk for c in second.cleaned_data["attachments"]] == [pk]


def test_picture_asks_for_a_description_or_the_word_decorative() -> None:
    person = UserFactory()
    asked = form(person, {"title": "x"}, files.upload("a.png", files.picture()))
    assert "a.png" in asked.errors["attachments"][0]
    pk = str(Attachment.objects.get().pk)
    kept = {"title": "x", "attachments_kept": [pk]}
    assert form(person, {**kept, f"attachments_description_{pk}": "A bridge"}).is_valid()
    assert form(person, {**kept, f"attachments_decorative_{pk}": "1"}).is_valid()
    assert not form(person, {**kept, f"attachments_description_{pk}": "  "}).is_valid()


def test_form_names_every_file_that_is_wrong_and_keeps_the_good() -> None:
    made = form(
        UserFactory(),
        {"title": "x"},
        files.upload("a.svg", b"<svg/>"),
        files.upload("b.pdf", b"%PDF-1"),
        files.upload("c", b""),
    )
    assert [message.split(":")[0] for message in made.errors["attachments"]] == ["a.svg", "c"]
    assert Attachment.objects.get().name == "b.pdf"


def test_number_of_files_is_limited(settings) -> None:
    settings.ATTACHMENTS_PER_ITEM = 2
    made = form(UserFactory(), {"title": "x"}, *(files.upload(f"{n}.pdf", b"%PDF-1") for n in range(3)))
    assert made.errors["attachments"].as_data()[0].code == "too_many"
    assert Attachment.objects.count() == 2


def test_uploads_are_limited_in_time(settings) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "upload": ((1, 10**9),)}
    made = form(UserFactory(), {"title": "x"}, *(files.upload(f"{n}.pdf", b"%PDF-1") for n in range(3)))
    assert made.errors["attachments"].as_data()[0].code == "too_often"
    assert Attachment.objects.count() == 1


@pytest.mark.parametrize("kept", ["x", "-1", "9" * 40, "１"])
def test_form_ignores_strange_ids(kept: str) -> None:
    assert form(UserFactory(), {"title": "x", "attachments_kept": [kept]}).is_valid()


def test_form_takes_no_waiting_file_of_another() -> None:
    made = form(UserFactory(), {"title": "x", "attachments_kept": [str(pdf(UserFactory()).pk)]})
    assert made.is_valid()
    assert made.cleaned_data["attachments"] == []


def test_editing_shows_and_keeps_what_is_there(note_kind) -> None:
    writer, note = UserFactory(), make_note()
    attachment = under(note, pdf(writer))
    assert [c.attachment for c in initial_attachments("note", note.pk)] == [attachment]
    editing = NoteForm({"title": "x", "attachments_kept": str(attachment.pk)}, MultiValueDict())
    editing.data = MultiValueDict({"title": ["x"], "attachments_kept": [str(attachment.pk)]})
    editing.fields["attachments"].bind_to(UserFactory(), kind="note", pk=note.pk)
    assert editing.is_valid()
    assert len(editing.cleaned_data["attachments"]) == 1


def test_upload_answers_rows_at_once_and_errors_beside_them() -> None:
    sent = {
        "attachments_field": "attachments",
        "attachments_input": "id_attachments",
        "attachments": [files.upload("a.pdf", b"%PDF-1"), files.upload("b.svg", b"<svg/>")],
    }
    response = signed_in(UserFactory()).post("/files/upload/", sent)
    page = response.content.decode()
    assert 'name="attachments_kept"' in page
    assert "b.svg:" in page
    assert 'hx-swap-oob="true"' in page


def test_visitors_upload_nothing() -> None:
    assert Client().post("/files/upload/", {"attachments": files.upload("a.pdf", b"%PDF-1")}).status_code == 302
    assert not Attachment.objects.exists()
