"""Sets the app up: its kinds, its panels on other pages, and its handlers."""

from django.apps import AppConfig


class ForumsConfig(AppConfig):
    """See the package's docstring."""

    name = "forums"

    def ready(self) -> None:
        """Register what core and others ask for."""
        from core.kinds import register
        from forums import changes, handlers, notices  # noqa: F401  register by import
        from forums.items import ForumKind, PostKind, TopicKind
        from forums.panels import register_panels
        from forums.unread import unread_by_platform
        from platforms.switcher import register_unread

        for kind in (ForumKind(), TopicKind(), PostKind()):
            register(kind)
        register_panels()
        register_unread(unread_by_platform)
