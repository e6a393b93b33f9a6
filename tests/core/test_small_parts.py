"""Texts per language, rate limits, health, settings and panels: the small parts every app stands on."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone, translation

from core import tasks
from core.models import Beat, RateCount, SiteSettings
from core.panels import Panel, panels_for, register_panel
from core.ratelimit import allow
from core.site import raise_epoch, site_settings
from core.texts import pick, pick_with_language, sort_key
from core.views import health


@pytest.mark.parametrize(
    ("texts", "languages", "active", "found"),
    [
        ({"cs": "Bydlení", "en": "Housing"}, (), "en", ("Housing", "en")),
        ({"cs": "Bydlení", "en": "Housing"}, ("uk", "cs"), "en", ("Bydlení", "cs")),
        ({"de": "Wohnen"}, (), "cs", ("Wohnen", "de")),
        ({"vi": "Nhà ở"}, (), "cs", ("Nhà ở", "vi")),
        ({"cs": "", "en": "Housing"}, (), "cs", ("Housing", "en")),
        ({}, (), "cs", ("", "")),
        (None, (), "cs", ("", "")),
    ],
)
def test_text_falls_back_over_languages(texts, languages, active, found) -> None:
    with translation.override(active):
        assert pick_with_language(texts, languages=languages) == found
        assert pick(texts, languages=languages) == found[0]


def test_names_sort_as_czechs_expect() -> None:
    names = ["Zábřeh", "Cheb", "Holice", "čáslav", "Ústí", "Děčín", "Ivančice", "Beroun"]
    assert sorted(names, key=sort_key) == ["Beroun", "čáslav", "Děčín", "Holice", "Cheb", "Ivančice", "Ústí", "Zábřeh"]
    assert len(sort_key("x" * 5000)) == 200


@pytest.mark.django_db
def test_limit_holds_per_person_and_verb(settings) -> None:
    settings.RATE_LIMITS = {"reply": ((2, 3600),), "topic": ((1, 3600),)}
    assert [allow("reply", who="person:1") for _ in range(4)] == [True, True, False, False]
    assert allow("reply", who="person:2")
    assert allow("topic", who="person:1")
    with pytest.raises(KeyError):
        allow("unknown", who="person:1")


@pytest.mark.django_db
def test_refused_try_counts_in_no_window(settings, monkeypatch) -> None:
    settings.RATE_LIMITS = {"reply": ((3, 86_400), (1, 60))}
    monkeypatch.setattr("core.ratelimit.time.time", lambda: 1_000_000_000.0)
    assert [allow("reply", who="p") for _ in range(5)] == [True, False, False, False, False]
    monkeypatch.setattr("core.ratelimit.time.time", lambda: 1_000_000_060.0)
    assert [allow("reply", who="p") for _ in range(2)] == [True, False]
    assert RateCount.objects.get(key="reply:86400:p").count == 2


@pytest.mark.django_db
def test_counts_are_forgotten_when_their_window_is_over() -> None:
    allow("reply", who="p")
    RateCount.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    tasks.prune_outbox()
    assert not RateCount.objects.exists()


@pytest.mark.django_db
def test_live_asks_nothing(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert Client().get("/health/live").json() == {"status": "ok"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("beat_minutes_ago", "search", "status", "down"),
    [(0, True, 200, set()), (6, True, 503, {"beat"}), (None, True, 503, {"beat"}), (0, False, 503, {"search"})],
)
def test_ready_names_what_is_down(monkeypatch, beat_minutes_ago, search, status, down) -> None:
    monkeypatch.setattr(health, "_checks", {"search": lambda: search})
    if beat_minutes_ago is not None:
        tasks.record_beat()
        Beat.objects.update(at=timezone.now() - timedelta(minutes=beat_minutes_ago))
    response = Client().get("/health/ready")
    answer = response.json()
    assert response.status_code == status
    assert {name for name, word in answer.items() if word == "down"} == down
    assert "no-cache" in response["Cache-Control"]


@pytest.mark.django_db
def test_beat_is_one_row() -> None:
    tasks.record_beat()
    tasks.record_beat()
    assert Beat.objects.count() == 1


@pytest.mark.django_db
def test_settings_are_one_row_and_the_epoch_rises() -> None:
    before = site_settings()
    raise_epoch()
    assert SiteSettings.objects.count() == 1
    assert site_settings().epoch == before.epoch + 1


def test_panels_stand_in_their_order_and_are_replaced_by_name(monkeypatch) -> None:
    monkeypatch.setattr("core.panels._panels", {})

    def panel(name: str, order: int, template: str = "a.html") -> Panel:
        return Panel(place="platform", name=name, template=template, provide=lambda *_: None, order=order)

    for one in (panel("b", 2), panel("a", 9), panel("c", 1), panel("a", 0, "b.html")):
        register_panel(one)
    assert [(p.name, p.template) for p in panels_for("platform")] == [("a", "b.html"), ("c", "a.html"), ("b", "a.html")]
    assert panels_for("elsewhere") == []


def test_a_folder_that_is_gone_takes_no_files(tmp_path) -> None:
    folder = tmp_path / "broker"
    assert not health.takes_files(folder)
    folder.mkdir()
    assert health.takes_files(folder)
    folder.rmdir()
    folder.write_text("a file where the folder was")
    assert not health.takes_files(folder)
