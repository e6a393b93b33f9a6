"""A person's page: what she lets this viewer see, or 404."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.bylines import byline_of
from accounts.models import User
from accounts.visibility import shown_email
from core.texts import pick_with_language
from core.viewer import viewer_of
from vocabulary.models import Area, Territory


@require_safe
def person(request: HttpRequest, handle: str) -> HttpResponse:
    """Show the profile."""
    viewer = viewer_of(request)
    found = get_object_or_404(User.objects.visible_to(viewer).select_related("profile"), handle=handle)
    codes, places = found.profile.areas, found.profile.territories
    about, about_language = pick_with_language(found.profile.about)
    context = {
        "person": found,
        "profile": found.profile,
        "about": about,
        "about_language": about_language,
        "byline": byline_of(found, about_language=about_language),
        "email": shown_email(found, viewer),
        "areas": Area.objects.with_codes(codes) if codes else [],
        "territories": Territory.objects.with_codes(places).order_by("sort_name") if places else [],
        "own": viewer.person_id == found.pk,
    }
    return render(request, "accounts/person.html", context)
