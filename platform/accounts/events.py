"""What happens to people. Names are stored and never change."""

from dataclasses import dataclass

from core.outbox import Event


@dataclass(frozen=True, kw_only=True)
class PersonJoined(Event):
    """Somebody confirmed her address and is a member now."""

    name = "accounts.person_joined"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class PersonRenamed(Event):
    """Somebody's name changed, wherever it is shown."""

    name = "accounts.person_renamed"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class ProfileChanged(Event):
    """A profile says something else, or is shown to others than before."""

    name = "accounts.profile_changed"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class MailChoiceChanged(Event):
    """Somebody chose how news reach her."""

    name = "accounts.mail_choice_changed"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class PersonSuspended(Event):
    """Somebody may not sign in for now."""

    name = "accounts.person_suspended"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class PersonReinstated(Event):
    """A suspension ended."""

    name = "accounts.person_reinstated"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class AccountClosed(Event):
    """Somebody left; her name, address and profile are shown nowhere from now on."""

    name = "accounts.account_closed"
    person_id: int


@dataclass(frozen=True, kw_only=True)
class AccountReopened(Event):
    """Somebody who had left took it back within fourteen days; she is a member again."""

    name = "accounts.account_reopened"
    person_id: int
