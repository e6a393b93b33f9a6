"""Forms of moderation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from moderation.models import Reason


class ReportForm(forms.Form):
    """Why an item is reported."""

    reason = forms.ChoiceField(label=_("Reason"), choices=Reason.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("What is wrong"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}), required=False
    )


class DecisionForm(forms.Form):
    """What a moderator decides, and why; the author reads the reason."""

    verb = forms.ChoiceField(choices=[("hide", _("hide")), ("restore", _("restore")), ("dismiss", _("leave as it is"))])
    reason = forms.CharField(label=_("Reason (the author reads it)"), max_length=1000)
