"""People for tests: active members with a confirmed address and a profile unless a trait says otherwise."""

from typing import Any

import factory
from allauth.account.models import EmailAddress
from factory.django import DjangoModelFactory

from accounts.models import User

PASSWORD = "correct horse battery staple"


class UserFactory(DjangoModelFactory):
    """An active member who reads Czech and English. `UserFactory(admin=True)` administers the network."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Jana Nová {n}")
    handle = factory.Sequence(lambda n: f"jana-nova-{n}")
    language = "cs"
    reads = factory.LazyFunction(lambda: ["cs", "en"])

    class Params:
        admin = factory.Trait(is_superuser=True)
        suspended = factory.Trait(state="suspended", state_reason="Spam")
        closed = factory.Trait(state="closed", name="")
        unconfirmed = factory.Trait(state="new")

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        kwargs.setdefault("password", PASSWORD)
        user = model_class.objects.create_user(*args, **kwargs)
        if user.state == "new":
            EmailAddress.objects.filter(user=user).update(verified=False)
        return user


class AdminFactory(UserFactory):
    """The network's administrator."""

    is_superuser = True
