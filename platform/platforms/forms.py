"""Forms of platforms. Errors stand on their field; nothing typed is lost."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from platforms.models import Joining, Level, Membership, Platform, Role, Visibility
from vocabulary.fields import TerritoriesField, TerritoryField
from vocabulary.models import Area

RESERVED = frozenset({"new", "directory", "memberships"})


class PlatformForm(forms.ModelForm[Platform]):
    """Name and text in Czech and English (others stay as they are), reach, place, areas, joining."""

    name_cs = forms.CharField(label=_("Name in Czech"), max_length=120)
    name_en = forms.CharField(label=_("Name in English"), max_length=120, required=False)
    about_cs = forms.CharField(
        label=_("What it is for, in Czech"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}), required=False
    )
    about_en = forms.CharField(
        label=_("What it is for, in English"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5}), required=False
    )
    territories = TerritoriesField(label=_("Territories"), required=False)
    areas = forms.ModelMultipleChoiceField(
        label=_("Areas"), queryset=Area.objects.all(), widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = Platform
        fields = ["slug", "level", "visibility", "joining"]
        labels = {"slug": _("Word in the address"), "visibility": _("Who sees that it exists")}

    field_order = [
        "name_cs",
        "name_en",
        "slug",
        "about_cs",
        "about_en",
        "level",
        "territories",
        "areas",
        "visibility",
        "joining",
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["slug"]
            for code in ("cs", "en"):
                self.fields[f"name_{code}"].initial = self.instance.names.get(code, "")
                self.fields[f"about_{code}"].initial = self.instance.about.get(code, "")
            self.fields["areas"].initial = list(self.instance.areas.all())
            self.fields["territories"].initial = list(self.instance.territories.all())

    def clean_slug(self) -> str:
        """Refuse words that are addresses of ours."""
        slug: str = self.cleaned_data["slug"]
        if slug in RESERVED:
            raise forms.ValidationError(_("This word is taken. Choose another one."))
        return slug

    def for_service(self) -> dict[str, Any]:
        """Return the arguments of the services; languages that the form does not show are kept."""
        data = self.cleaned_data
        names, about = dict(self.initial_texts("names")), dict(self.initial_texts("about"))
        for code in ("cs", "en"):
            names[code], about[code] = data[f"name_{code}"], data[f"about_{code}"]
        return {
            "names": {k: v for k, v in names.items() if v},
            "about": {k: v for k, v in about.items() if v},
            "level": Level(data["level"]),
            "visibility": Visibility(data["visibility"]),
            "joining": Joining(data["joining"]),
            "territories": data["territories"],
            "areas": data["areas"],
        }

    def initial_texts(self, name: str) -> dict[str, str]:
        """Return the stored texts of a field, empty for a new platform."""
        texts: dict[str, str] = getattr(self.instance, name, None) or {}
        return texts


class JoinForm(forms.Form):
    """A message to the coordinator; empty is fine."""

    message = forms.CharField(
        label=_("Who you are and why you want to join"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )


class DecisionForm(forms.Form):
    """Accept or refuse, with words for the person."""

    decision = forms.ChoiceField(choices=[("accept", _("accept")), ("refuse", _("refuse"))])
    reason = forms.CharField(label=_("Words for the person"), max_length=1000, required=False)


class RoleForm(forms.Form):
    """Another role, or removal with a reason."""

    role = forms.ModelChoiceField(label=_("Role"), queryset=Role.objects.none(), empty_label=None)
    remove = forms.BooleanField(label=_("Remove from the platform"), required=False)
    reason = forms.CharField(
        label=_("Reason (the person reads it)"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = Role.objects.filter(platform=None) | Role.objects.filter(platform=membership.platform)
        self.fields["role"].queryset = roles.order_by("order")  # type: ignore[attr-defined]  # ModelChoiceField
        self.fields["role"].initial = membership.role_id

    def clean(self) -> dict[str, Any]:
        """Removal needs a reason."""
        data = super().clean() or {}
        if data.get("remove") and not data.get("reason", "").strip():
            self.add_error("reason", _("Say why: the person reads it."))
        return data


class DirectoryForm(forms.Form):
    """The directory's filter. Words and place are typed, the rest are links; what is unknown asks for nothing."""

    q = forms.CharField(
        label=pgettext_lazy("directory", "Name"),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    territory = TerritoryField(label=_("Place or region"), required=False)
    who = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    kind = forms.CharField(max_length=24, required=False, widget=forms.HiddenInput)
    area = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    country = forms.CharField(max_length=2, required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.people = self.data.get("who") == "people"
        if self.people:
            self.fields["q"].label = _("Name, position or organisation")
        self.is_valid()

    def given(self, name: str) -> Any:
        """Return what a field asks for, "" when it asks for nothing or cannot be understood."""
        return getattr(self, "cleaned_data", {}).get(name) or ""
