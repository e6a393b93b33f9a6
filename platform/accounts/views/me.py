"""/me/: what belongs to the signed-in person. One form a page, and each writes only its own fields."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse, translate_url
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.forms import MailChoiceForm, NameForm, PreferencesForm, ProfileForm
from accounts.languages import READABLE
from accounts.models import User
from accounts.services import change_mail_choice, change_preferences, change_profile, rename
from accounts.services.creation import give_profile
from core.text_fields import language_name


def _person(request: HttpRequest) -> User:
    return cast("User", request.user)


@login_required
@never_cache
def me(request: HttpRequest) -> HttpResponse:
    """Show what she has set, each with the way to change it."""
    person = _person(request)
    languages = [language_name(code) for code in dict.fromkeys([person.language, *person.reads])]
    context = {
        "person": person,
        "profile": give_profile(person),
        "languages": f"{', '.join(languages)} · {person.time_zone}",
    }
    return render(request, "accounts/me.html", context)


@login_required
@never_cache
def edit_name(request: HttpRequest) -> HttpResponse:
    """Change the name."""
    person = _person(request)
    form = NameForm(_sent(request), initial={"name": person.name})
    return _answer(request, form, _("Your name"), lambda data: rename(person, by=person, name=data["name"]))


@login_required
@never_cache
def edit_profile(request: HttpRequest) -> HttpResponse:
    """Change the profile."""
    person = _person(request)
    form = ProfileForm(_sent(request), instance=give_profile(person))
    return _answer(request, form, _("Profile"), lambda data: change_profile(person, by=person, changes=data))


@login_required
@never_cache
def edit_preferences(request: HttpRequest) -> HttpResponse:
    """Change languages and time zone; the answer comes in the new language."""
    person = _person(request)
    start = {"language": person.language, "reads": person.reads, "time_zone": person.time_zone}
    form = PreferencesForm(_sent(request), initial=start)
    response = _answer(
        request,
        form,
        _("Languages and time"),
        lambda data: change_preferences(person, by=person, changes=_kept_languages(data, person)),
    )
    if isinstance(response, HttpResponseRedirect):
        return redirect(translate_url(response.url, person.language))
    return response


@login_required
@never_cache
def edit_mail(request: HttpRequest) -> HttpResponse:
    """Choose how news reach her."""
    person = _person(request)
    form = MailChoiceForm(_sent(request), initial={"mail_choice": person.mail_choice})
    return _answer(
        request,
        form,
        _("News by e-mail"),
        lambda data: change_mail_choice(person, by=person, choice=data["mail_choice"]),
    )


def _sent(request: HttpRequest) -> QueryDict | None:
    """Return what was sent, also when that is nothing; None for a page that was only opened."""
    return request.POST if request.method == "POST" else None


def _kept_languages(data: dict[str, Any], person: User) -> dict[str, Any]:
    """Keep languages the form does not offer: it cannot have meant to remove them."""
    return {**data, "reads": data["reads"] + [code for code in person.reads if code not in READABLE]}


def _answer(request: HttpRequest, form: BaseForm, title: str, write: Callable[[dict[str, Any]], bool]) -> HttpResponse:
    """Write a valid form and lead back to /me/; show one that is not yet, with its errors and status 422."""
    if request.method == "POST" and form.is_valid():
        if write(form.cleaned_data):
            messages.success(request, _("Saved."))
        return redirect(reverse("accounts:me"))
    context = {"form": form, "title": title}
    return render(request, "accounts/me_form.html", context, status=422 if form.is_bound else 200)
