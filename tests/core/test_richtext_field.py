"""The editor's field: the same text with and without a script, and nothing typed is lost when something is wrong."""

from io import StringIO

import pytest
from django import forms
from django.core.management import call_command

from core.richtext import render
from core.richtext.editor import RichTextField, RichTextValue, initial_body
from core.viewer import VISITOR
from tests.core.notes import Note, make_note


class PostForm(forms.Form):
    body = RichTextField(label="Text")


def sent(source: str, *, html: bool = False) -> PostForm:
    return PostForm({"body": source, "body_format": "html" if html else "plain"})


def test_plain_text_is_not_read_as_html() -> None:
    form = sent("<b>1 < 2</b>")
    assert form.is_valid()
    assert form.cleaned_data["body"].html == "<p>&lt;b&gt;1 &lt; 2&lt;/b&gt;</p>"


def test_html_of_the_editor_is_read_as_html() -> None:
    form = sent("<p><b>x</b></p>", html=True)
    assert form.is_valid()
    assert form.cleaned_data["body"].html == "<p><strong>x</strong></p>"


def test_a_form_without_the_mark_is_plain() -> None:
    form = PostForm({"body": "<p>x</p>"})
    assert form.is_valid()
    assert form.cleaned_data["body"].source_format == "plain"


@pytest.mark.parametrize(
    ("source", "html", "code"),
    [
        ("", False, "required"),
        ("   \n", False, "required"),
        ("<p></p>", True, "required"),
        ("<p><br></p>", True, "required"),
        ("x" * 20_001, False, "too_long"),
        (f"<p>{'x' * 20_001}</p>", True, "too_long"),
        ("<p>" * 400_000, True, "too_long"),
        ("x" * 1_000_000, False, "too_long"),
    ],
)
def test_errors_stand_on_the_field(source: str, html: bool, code: str) -> None:
    assert sent(source, html=html).errors["body"].as_data()[0].code == code


def test_what_was_typed_comes_back_in_both_forms() -> None:
    page = str(sent("<p>Hi <b>there</b></p>" + "<p>" + "x" * 21_000 + "</p>", html=True)["body"])
    assert "Hi **there**" in page
    assert "&lt;p&gt;Hi &lt;strong&gt;there&lt;/strong&gt;&lt;/p&gt;" in page
    assert 'name="body_format" value="plain"' in page


def test_typed_html_cannot_leave_the_textarea() -> None:
    page = str(sent("</textarea><script>alert(1)</script>")["body"])
    assert "<script" not in page
    assert page.count("</textarea>") == 1


def test_text_that_may_be_missing_is_a_falsy_rendered() -> None:
    field = RichTextField(required=False)
    assert not field.clean(None)
    assert field.clean(None).html == ""


def test_initial_of_a_stored_text_keeps_its_format() -> None:
    note = Note()
    note.set_body(render("- a\n- b", source_format="plain"))
    assert initial_body(note, VISITOR) == RichTextValue(source="- a\n- b")
    note.set_body(render("<p><b>a</b></p>", source_format="html"))
    assert initial_body(note, VISITOR).html == "<p><strong>a</strong></p>"


def test_rendering_again_says_whether_the_text_changed() -> None:
    note = Note()
    note.set_body(render("a", source_format="plain"))
    assert note.render_again() is False
    note.body_html, note.body_renderer = "<p>old</p>", 0
    assert note.render_again() is True
    assert (note.body_html, note.body_renderer) == ("<p>a</p>", 1)


def test_changed_means_that_it_reads_differently() -> None:
    field = RichTextField()
    assert not field.has_changed(RichTextValue(source="a"), RichTextValue(source="<p>a</p>", source_format="html"))
    assert field.has_changed(RichTextValue(source="a"), RichTextValue(source="b"))


def test_toolbar_has_a_name_for_every_button_and_starts_hidden() -> None:
    page = str(PostForm()["body"])
    assert 'role="toolbar"' in page
    assert page.count("aria-label=") == page.count('class="editor__button"') + 1


@pytest.mark.django_db
def test_command_renders_texts_of_an_older_renderer_again(monkeypatch) -> None:
    monkeypatch.setattr("core.management.commands.render_texts.text_models", lambda: [Note])
    notes = [make_note(body_source=f"{n}", body_html="old", body_renderer=n % 2) for n in range(4)]
    out = StringIO()
    call_command("render_texts", stdout=out)
    assert "2 rendered, 2 changed" in out.getvalue()
    assert [Note.objects.get(pk=n.pk).body_html for n in notes] == ["<p>0</p>", "old", "<p>2</p>", "old"]
    call_command("render_texts", "--all", stdout=out)
    assert not Note.objects.filter(body_html="old").exists()
