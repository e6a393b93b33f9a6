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
from vocabulary.models import Area


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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas: forms.MultipleChoiceField = self.fields["areas"]  # type: ignore[assignment]  # declared above
        areas.choices = [(area.code, area.label()) for area in Area.objects.all()]

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
