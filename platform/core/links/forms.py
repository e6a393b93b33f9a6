"""The form that adds a link from an item's page: an address of ours, what it is to this item, and why."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.kinds import load_visible
from core.models.link import Relation
from core.richtext.addresses import GO, safe_href
from core.viewer import Viewer

Reference = tuple[str, int]


class LinkForm(forms.Form):
    """Cleans `address` to the (kind, id) it leads to; what the viewer may not see leads nowhere."""

    address = forms.CharField(
        label=_("Address of the other item"),
        max_length=2000,
        help_text=_("Copy it from the address bar of its page here."),
    )
    relation = forms.ChoiceField(label=_("This item"), choices=Relation.choices)
    note = forms.CharField(label=_("Why they belong together"), max_length=500, required=False)

    def __init__(self, *args: Any, viewer: Viewer, source: Reference, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer, self.source = viewer, source

    def clean_address(self) -> Reference:
        """Return what the address leads to."""
        found = GO.fullmatch(safe_href(self.cleaned_data["address"]) or "")
        target = (found.group(1), int(found.group(2))) if found else None
        if target is None or target not in load_visible([target], self.viewer):
            raise ValidationError(_("There is nothing at this address that could be linked."), code="nothing")
        if target == self.source:
            raise ValidationError(_("This is the address of the item itself."), code="itself")
        return target
