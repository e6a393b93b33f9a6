"""Addresses of people: the signed-in person's own pages under /me/, everybody's page under /people/."""

from django.urls import path

from accounts.views import leaving, me, person, personas

app_name = "accounts"

urlpatterns = [
    path("me/", me.me, name="me"),
    path("me/name/", me.edit_name, name="edit-name"),
    path("me/profile/", me.edit_profile, name="edit-profile"),
    path("me/languages/", me.edit_preferences, name="edit-preferences"),
    path("me/mail/", me.edit_mail, name="edit-mail"),
    path("me/close/", leaving.close, name="close"),
    path("me/reopen/<str:token>/", leaving.reopen, name="reopen"),
    path("me/personas/<slug:key>/", personas.play, name="play-persona"),
    path("people/<slug:handle>/", person.person, name="person"),
]
