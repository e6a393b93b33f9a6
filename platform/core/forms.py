"""The form of the network's settings."""

from django import forms

from core.models import SiteSettings


class SiteSettingsForm(forms.ModelForm):
    """Everything of the settings row that a person decides."""

    class Meta:
        model = SiteSettings
        fields = ["name", "claim", "signup", "contact"]
