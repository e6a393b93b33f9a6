"""The five columns of a stored text. A model that has them registers for `render_texts` by inheriting."""

from typing import Any

from django.apps import apps
from django.db import models

from core.richtext.render import VERSION, Format, Rendered, render


class TextFormat(models.TextChoices):
    """Stored words of the form in which a text was written."""

    HTML = "html", "HTML"
    PLAIN = "plain", "plain"


class RichTextMixin(models.Model):
    """Source and its format, safe HTML, plain text and the renderer's version. Written only by `set_body`."""

    body_source = models.TextField(blank=True)
    body_format = models.CharField(max_length=5, choices=TextFormat.choices, default=TextFormat.PLAIN)
    body_html = models.TextField(blank=True)
    body_text = models.TextField(blank=True)
    body_renderer = models.PositiveSmallIntegerField(default=VERSION)

    class Meta:
        abstract = True

    BODY_FIELDS = ("body_source", "body_format", "body_html", "body_text", "body_renderer")

    def set_body(self, rendered: Rendered) -> None:
        """Take over a rendered text; the caller saves (`update_fields=[*BODY_FIELDS, …]`)."""
        self.body_source = rendered.source
        self.body_format = rendered.source_format
        self.body_html = rendered.html
        self.body_text = rendered.text
        self.body_renderer = rendered.renderer

    def render_again(self) -> bool:
        """Render the stored source with today's rules; return whether the stored text changed."""
        source_format: Format = "html" if self.body_format == TextFormat.HTML else "plain"
        before = (self.body_html, self.body_text)
        self.set_body(render(self.body_source, source_format=source_format))
        return before != (self.body_html, self.body_text)


def text_models() -> list[type[Any]]:
    """Return every installed model that stores a text."""
    return [model for model in apps.get_models() if issubclass(model, RichTextMixin)]
