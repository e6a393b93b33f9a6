"""The forms of pictures and documents in the administration: who may see the file is chosen by name."""

from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from cms.services.audience_names import AudienceField
from core.audiences import PUBLIC


class ImageForm(BaseImageForm):
    """A picture."""

    audience = AudienceField(label=_("who may see it"), initial=PUBLIC, empty_label=None)


class DocumentForm(BaseDocumentForm):
    """A document."""

    audience = AudienceField(label=_("who may see it"), initial=PUBLIC, empty_label=None)
