"""The form that needs no account. Only the problem is asked for; everything else may stay empty."""

from django import forms
from django.utils.translation import gettext_lazy as _

LENGTHS = {"problem": 4000, "page": 500, "email": 254, "wish": 300}


class FeedbackForm(forms.Form):
    """What is hard to use, where, and how to answer. `website` is for robots: people are not shown it."""

    problem = forms.CharField(
        label=_("What is hard to use"),
        help_text=_("What did you want to do, and what happened? If you use a screen reader or magnifier, say which."),
        max_length=LENGTHS["problem"],
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    page = forms.CharField(
        label=_("Address of the page"),
        help_text=_("The page on which it happened, if it was one."),
        max_length=LENGTHS["page"],
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail"),
        help_text=_("Only if you want an answer."),
        max_length=LENGTHS["email"],
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    wish = forms.CharField(
        label=_("How you would like the answer"),
        help_text=_("For example in plain language, in large print, or by telephone, with the number."),
        max_length=LENGTHS["wish"],
        required=False,
    )
    website = forms.CharField(label=_("Leave this field empty"), required=False)

    @property
    def is_from_robot(self) -> bool:
        """Whether the field that nobody is shown was filled in; only for a valid form."""
        return bool(self.cleaned_data["website"])

    @property
    def message(self) -> dict[str, str]:
        """What is kept; only for a valid form."""
        return {name: self.cleaned_data[name] for name in LENGTHS}
