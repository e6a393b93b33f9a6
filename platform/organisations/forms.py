"""The form of an organisation. Errors stand on their field; nothing typed is lost."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from organisations.models import Organisation
from vocabulary.fields import TerritoryField
from vocabulary.models import Area

COUNTRIES = [
    ("CZ", "Česko"),
    ("SK", "Slovensko"),
    ("DE", "Deutschland"),
    ("AT", "Österreich"),
    ("BE", "België/Belgique"),
    ("CY", "Κύπρος"),
    ("GB", "United Kingdom"),
    ("PL", "Polska"),
    ("NL", "Nederland"),
    ("FR", "France"),
    ("EU", "EU"),
]


class OrganisationForm(forms.ModelForm[Organisation]):
    """Name, kind, place, areas, and what it says about itself in Czech and English."""

    territory = TerritoryField(label=_("Town or region"), required=False)
    country = forms.ChoiceField(label=_("Country"), choices=COUNTRIES)
    areas = forms.ModelMultipleChoiceField(
        label=_("Areas it works in"),
        queryset=Area.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    about_cs = forms.CharField(
        label=_("About it, in Czech"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
    )
    about_en = forms.CharField(
        label=_("About it, in English"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
    )

    class Meta:
        model = Organisation
        fields = ["name", "kind", "country", "territory", "website"]

    field_order = ["name", "kind", "country", "territory", "areas", "about_cs", "about_en", "website"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["areas"].initial = list(self.instance.areas.all())
            self.fields["about_cs"].initial = self.instance.about.get("cs", "")
            self.fields["about_en"].initial = self.instance.about.get("en", "")

    def for_service(self) -> dict[str, Any]:
        """Return the fields for the services; texts in other languages are kept."""
        data = self.cleaned_data
        about = {**(self.instance.about or {}), "cs": data["about_cs"], "en": data["about_en"]}
        return {
            **{name: data[name] for name in ("name", "kind", "country", "territory", "website")},
            "about": {code: text for code, text in about.items() if text},
        }
