"""Organisations for tests, made through the services."""

from typing import Any

import factory
from factory.django import DjangoModelFactory

from organisations.models import Organisation
from organisations.services import add_organisation
from tests.factories.accounts import UserFactory


class OrganisationFactory(DjangoModelFactory):
    """A public organisation."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Město Lípová {n}")
    kind = "town"
    by = factory.SubFactory(UserFactory)

    @classmethod
    def _create(cls, _model: type[Organisation], *_args: Any, **kwargs: Any) -> Organisation:
        return add_organisation(**kwargs)
