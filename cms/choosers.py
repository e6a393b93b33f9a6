"""Choosing a person in the administration: only those whose profile the editor sees, found by name."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from core.texts import sort_key
from core.viewer import viewer_of


class PersonFilter(BaseFilterForm):
    """A line to look people up by name, whatever the accents."""

    q = forms.CharField(label=_("Name"), required=False)

    def filter(self, objects: Any) -> Any:
        """Return the people with these letters in their name."""
        words = sort_key(self.cleaned_data.get("q") or "")
        return super().filter(objects.filter(name_key__contains=words) if words else objects)


class _VisiblePeople:
    filter_form_class = PersonFilter
    request: Any

    def get_object_list(self) -> Any:
        """Return whom the editor may see, by name."""
        return get_user_model()._default_manager.visible_to(viewer_of(self.request)).order_by("name_key", "pk")


class ChoosePerson(_VisiblePeople, ChooseView):
    """The dialog."""


class ChoosePersonResults(_VisiblePeople, ChooseResultsView):
    """Its list, while one types."""


class PersonChooser(ChooserViewSet):
    """The chooser of people."""

    model = get_user_model()
    icon = "user"
    choose_one_text = _("Choose a person")
    choose_another_text = _("Choose another person")
    edit_item_text = _("Edit this person")
    choose_view_class = ChoosePerson
    choose_results_view_class = ChoosePersonResults


person_chooser = PersonChooser("person_chooser", url_prefix="person-chooser")
