"""Images and documents of the website. Each has an audience, and its file is served only to those who satisfy it."""

from pathlib import PurePosixPath
from typing import Any, Self, cast

from django.core.files.base import ContentFile
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet
from wagtail.images.models import Image as WagtailImage

from core.attachments.images import draw_anew
from core.attachments.sniff import sniff
from core.audiences import PUBLIC
from core.viewer import Viewer


def audience_field() -> Any:
    """Return the key to who may have the file; everybody unless the editor says otherwise."""
    return models.ForeignKey(
        "core.Audience", on_delete=models.PROTECT, related_name="+", default=PUBLIC, verbose_name=_("who may see it")
    )


class FileQuerySet(ImageQuerySet):
    """Files by who may have them."""

    def visible_to(self, viewer: Viewer) -> Self:
        """Return the files whose audience the viewer satisfies."""
        return self.filter(audience_id__in=viewer.audiences)


class SiteImage(AbstractImage):
    """A picture with its author and audience; `description` is what people hear who do not see it."""

    credit = models.CharField(_("author of the picture"), max_length=200, blank=True)
    audience = audience_field()

    objects = FileQuerySet.as_manager()
    admin_form_fields = (*WagtailImage.admin_form_fields, "credit", "audience")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Draw a new picture anew before it is stored: no place, no camera, no hidden file comes with it."""
        image = cast("Any", self)  # the fields that come from wagtail have no types
        if image.file and not image.file._committed:
            drawn = draw_anew(image.file.file, code=sniff(image.file.file, name=image.file.name))
            image.file = ContentFile(drawn.content, name=f"{PurePosixPath(image.file.name).stem}.{drawn.code}")
            image._set_image_file_metadata()
        super().save(*args, **kwargs)


class SiteRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="rendition_once")
        ]

    def __str__(self) -> str:
        return f"{self.image_id} {self.filter_spec}"


NAMELESS = "file"


class SiteDocument(AbstractDocument):
    """A file to download, in a language, for an audience."""

    language = models.CharField(_("language"), max_length=35, blank=True)
    audience = audience_field()

    objects = FileQuerySet.as_manager()
    admin_form_fields = (*WagtailDocument.admin_form_fields, "language", "audience")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def nameless_url(self) -> str:
        """An address that tells nothing of the file, for texts that are read by more people than the file."""
        return reverse("wagtaildocs_serve", args=[self.pk, NAMELESS])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the size with the row, so that no page has to look at the file."""
        if self.file and not getattr(self, "file_size", None):
            self.file_size = self.file.size
        super().save(*args, **kwargs)
