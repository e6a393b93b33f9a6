"""The editor's form of every page: who may read it in words, and no address that the site itself has."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm

from cms.services.audience_names import AudienceField
from cms.services.route_words import route_words

HOME_DEPTH = 2


class BasePageForm(WagtailAdminPageForm):
    """Audiences by their names; slugs of our own routes are refused on the field."""

    own_audience = AudienceField(
        required=False,
        label=gettext_lazy("Who may read it"),
        help_text=gettext_lazy("Left empty, it is read by those who may read the page above it."),
    )

    def clean_slug(self) -> str:
        """Refuse a word that is a route of ours, directly below the home page."""
        slug = str(self.cleaned_data.get("slug") or "")
        if getattr(self.parent_page, "depth", None) == HOME_DEPTH and slug in route_words():
            raise forms.ValidationError(_("“%(slug)s” is an address of the site itself.") % {"slug": slug})
        return slug
