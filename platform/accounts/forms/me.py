"""The forms of /me/: each writes only its own fields, so that consent never changes by accident."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.languages import language_choices
from accounts.models import MailChoice, Profile
from accounts.names import LONGEST, clean_name
from core.text_fields import TextsFormField, TextsWidget
from vocabulary.fields import TerritoriesField
from vocabulary.models import Area, Territory


class NameForm(forms.Form):
    """The name alone: it changes wherever she wrote."""

    name = forms.CharField(
        label=_("Your name"), max_length=LONGEST, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )

    def clean_name(self) -> str:
        """Return the name in one line."""
        return clean_name(self.cleaned_data["name"])


class ProfileForm(forms.ModelForm):
    """What she says about herself, and to whom."""

    about = TextsFormField(
        label=_("About me"), required=False, max_length=2000, widget=TextsWidget(languages=("cs", "en"), rows=4)
    )
    areas = forms.MultipleChoiceField(label=_("Areas I work in"), required=False, widget=forms.CheckboxSelectMultiple)
    territories = TerritoriesField(
        label=_("Where I work"), required=False, help_text=_("Towns, regions or countries, one on a line.")
    )

    class Meta:
        model = Profile
        fields = (
            "position",
            "about",
            "areas",
            "help_with",
            "looking_for",
            "shown_to",
            "show_email_to",
            "listed_in_directory",
        )
        widgets = {
            "help_with": forms.Textarea(attrs={"rows": 3}),
            "looking_for": forms.Textarea(attrs={"rows": 3}),
            "shown_to": forms.RadioSelect,
            "show_email_to": forms.RadioSelect,
        }

    field_order = ("position", "about", "areas", "territories")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["territories"] = list(Territory.objects.with_codes(self.instance.territories))
        areas: forms.MultipleChoiceField = self.fields["areas"]  # type: ignore[assignment]  # declared above
        areas.choices = [(area.code, area.label()) for area in Area.objects.all()]

    def clean_territories(self) -> list[str]:
        """Return the codes: the profile holds these."""
        return [place.code for place in self.cleaned_data["territories"]]

    def _post_clean(self) -> None:
        """Leave the row alone: the service compares and writes."""


class PreferencesForm(forms.Form):
    """Interface language, languages read, time zone."""

    language = forms.ChoiceField(label=_("Language of the site and of mails"))
    reads = forms.MultipleChoiceField(
        label=_("Languages I read"),
        help_text=_("Posts in other languages come last in your overviews; none is left out."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    time_zone = forms.ChoiceField(label=_("Time zone"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = settings.LANGUAGES  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["reads"].choices = language_choices()  # type: ignore[attr-defined]  # a ChoiceField
        zones = sorted(available_timezones())
        self.fields["time_zone"].choices = [(zone, zone.replace("_", " ")) for zone in zones]  # type: ignore[attr-defined]  # a ChoiceField


class MailChoiceForm(forms.Form):
    """How news reach her; nothing else is written."""

    mail_choice = forms.ChoiceField(
        label=_("News from what you follow"), choices=MailChoice.choices, widget=forms.RadioSelect
    )


class CloseForm(forms.Form):
    """Closing the account: who has a password proves it is she."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    sure = forms.BooleanField(
        label=_("I want to close my account"),
        error_messages={"required": _("Tick this if you really want to close your account.")},
    )

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        if not person.has_usable_password():
            del self.fields["password"]

    def clean_password(self) -> str:
        """Refuse a wrong password."""
        password: str = self.cleaned_data["password"]
        if not self.person.check_password(password):
            raise forms.ValidationError(_("This is not your password."))
        return password
