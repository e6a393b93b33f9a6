"""What of a person a viewer sees beside her name: the address is shown to those she chose, on a profile they see."""

from accounts.models import Shown, User
from core.viewer import Viewer


def shown_email(person: User, viewer: Viewer) -> str:
    """Return her address when she shows it to this viewer, "" otherwise; she sees her page as it is shown."""
    choice = person.profile.show_email_to
    allowed = choice == Shown.EVERYBODY or (choice == Shown.MEMBERS and viewer.is_member)
    return (person.email or "") if allowed else ""
