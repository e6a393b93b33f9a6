"""A platform's page shows what it is linked with, and leads its people to linking it."""

import pytest
from django.test import Client

from core.links.services import propose_link
from tests.factories.forums import forum_of, topic_in
from tests.factories.platforms import PlatformFactory, member_of

pytestmark = pytest.mark.django_db


def test_where_a_platform_is_discussed_stands_on_its_page() -> None:
    platform, other = PlatformFactory(), PlatformFactory()
    topic = topic_in(forum_of(other), by=member_of(other), title="Co se osvědčilo v kraji")
    propose_link(
        ("topic", topic.pk), target=("platform", platform.pk), relation="discusses", by=topic.author, decides=True
    )
    assert "Co se osvědčilo v kraji" in Client().get(platform.get_absolute_url()).text


def test_a_member_is_led_to_linking_it_and_a_visitor_is_not() -> None:
    platform = PlatformFactory()
    member = Client()
    member.force_login(member_of(platform))
    address = f"/cs/links/add/platform/{platform.pk}/"
    assert address in member.get(platform.get_absolute_url()).text
    assert member.get(address).status_code == 200
    assert address not in Client().get(platform.get_absolute_url()).text
