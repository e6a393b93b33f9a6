"""Pages for what went wrong. The 404 is the same for what is hidden and for what never was."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the form was too old, and what to do; the text typed can be sent again after going back."""
    return render(request, "403_csrf.html", {"reason": reason}, status=403)
