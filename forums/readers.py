"""Who will read what is being written: the sentence beside every send button, and whether it became untrue."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.audiences import PUBLIC, SITE, readers_count
from core.site import site_settings
from platforms.models import Platform


@dataclass(frozen=True, kw_only=True)
class Readers:
    """An audience as a person understands it. `seen` goes with the form and comes back when it is sent."""

    rule: str
    people: int = 0
    organisations: int = 0
    platform: str = ""

    @property
    def seen(self) -> str:
        """What the form keeps of the sentence it showed."""
        return f"{self.rule}|{self.people}|{self.organisations}"

    def still_as(self, seen: str) -> bool:
        """Return whether a sentence seen before is still true: the same rule, and nobody reads who was not told of."""
        rule, _sep, numbers = seen.partition("|")
        people, _sep, organisations = numbers.partition("|")
        if rule != self.rule or not people.isdecimal() or not organisations.isdecimal():
            return False
        return self.people <= int(people[:9]) and self.organisations <= int(organisations[:9])

    @property
    def sentence(self) -> str:
        """The sentence, in the reader's language."""
        if self.rule == PUBLIC:
            return _("Everybody can read this, search engines too.")
        if self.rule == SITE:
            return _("Members of %(network)s can read this, after signing in.") % {"network": site_settings().name}
        people = ngettext("%(n)s member", "%(n)s members", self.people) % {"n": self.people}
        if self.organisations:
            organisations = ngettext("from %(n)s organisation", "from %(n)s organisations", self.organisations)
            people = f"{people} {organisations % {'n': self.organisations}}"
        if not self.platform:
            return _("Who can read this: %(people)s.") % {"people": people}
        return _("Who can read this: %(people)s (%(platform)s).") % {"people": people, "platform": self.platform}

    @property
    def label(self) -> str:
        """Two or three words for the head of a page."""
        if self.rule == PUBLIC:
            return _("Public")
        if self.rule == SITE:
            return _("For all who are signed in")
        return _("Only for members of the platform") if self.rule.count(":") == 1 else _("For a closed circle")


def readers_of(rule: str, *, platform: Platform) -> Readers:
    """Return who satisfies the rule; for a platform's own people the kept counters say it without counting."""
    if rule in {PUBLIC, SITE}:
        return Readers(rule=rule)
    if rule == platform.members_rule:
        return Readers(
            rule=rule,
            people=platform.member_count,
            organisations=platform.organisation_count,
            platform=platform.name,
        )
    return Readers(rule=rule, people=readers_count(rule) or 0, platform=platform.name)
