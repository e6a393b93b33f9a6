"""The kinds of pages that a browser looks at, and how each is reached; a kind bears the name of its route or its model.

Nothing here names a number: the demo's addresses by slug are starts, and links are followed from there.
"""

from dataclasses import dataclass
from itertools import chain

VISITOR, NEWCOMER = "", "newcomer"
LIBEREC = "/cs/platforms/liberec/"
FORUM = "/cs/forums/liberec/public/"
TOPIC = r"^/cs/topics/\d+-"
OUTBOX_MAIL = r"^/dev/outbox/.+/\d+/$"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of page: `name` of route or model, who opens it, where she starts, which links she follows in turn.

    `found_by` is who finds the address when its reader must not; `then` is what is done on the page before the look.
    """

    name: str
    start: str
    who: str = VISITOR
    follow: tuple[str, ...] = ()
    found_by: str | None = None
    then: str = ""
    status: int = 200

    @property
    def id(self) -> str:
        """What a report calls it."""
        return " ".join(filter(None, (self.name, self.then, str(self.status), self.who)))


def _at(name: str, start: str, *follow: str, who: str = VISITOR) -> Kind:
    return Kind(name=name, start=start, follow=follow, who=who)


def _refused(name: str, start: str, *follow: str, who: str = VISITOR) -> Kind:
    return Kind(name=name, start=start, follow=follow, who=who, then="empty", status=422)


HANDBOOK = (
    _at("cms.HandbookIndexPage", "/cs/prirucka/"),
    _at("cms.HandbookPartPage", "/cs/prirucka/nastroje/"),
    _at("cms.ChapterPage", "/cs/prirucka/zaciname/kde-zacit/"),
    _at("cms.GoalPage", "/cs/prirucka/cile/cil-urad-bez-dobre-cestiny/"),
    _at("cms.ToolPage", "/cs/prirucka/nastroje/tlumoceni/"),
    _at("cms.IndicatorPage", "/cs/prirucka/ukazatele/prvni-navsteva/"),
    _at("cms.SituationPage", "/cs/prirucka/situace/propousteni/"),
    _at("cms.ToolPage", "/cs/prirucka/nastroje/tlumoceni/", who="administrator"),
    _at("cms.ToolPage", "/en/handbook/tools/local-platform/"),
)
PAGES = (
    _at("cms.HomePage", "/cs/"),
    _at("cms.HomePage", "/cs/", who="member"),
    _at("cms.HomePage", "/de/"),
    _at("cms.NewsIndexPage", "/cs/novinky/"),
    _at("cms.NewsPage", "/cs/novinky/", r"^/cs/novinky/.+"),
    _at("cms.NewsPage", "/cs/novinky/dotace-obcim-2027/"),
    _at("cms.ProjectIndexPage", "/cs/projekty/"),
    _at("cms.FundedProjectPage", "/cs/projekty/", r"^/cs/projekty/.+"),
    _at("cms.FundedProjectPage", "/en/funded-projects/integro/with-neighbours-from-elsewhere/"),
    _at("cms.StandardPage", "/cs/about/"),
    _at("cms.StandardPage", "/cs/privacy/"),
    _at("cms.AccessibilityPage", "/cs/accessibility/"),
    _at("feedback:write", "/cs/feedback/?page=/cs/topics/"),
    _refused("feedback:write", "/cs/feedback/"),
    _at("feedback:sent", "/cs/feedback/sent/"),
    _at("search:search", "/cs/search/"),
    _at("search:search", "/cs/search/?q=ubytovny"),
    _at("search:search", "/cs/search/?q=xyzzyxyzzy"),
    _at("search:rebuild", "/cs/search/index/", who="administrator"),
    _at("vocabulary:areas", "/cs/areas/"),
    _at("vocabulary:area", "/cs/areas/", r"^/cs/areas/[A-Z]+/$"),
    _at("vocabulary:territories", "/cs/territories/"),
    _at("vocabulary:territory", "/cs/territories/CZ051/"),
    _at("styleguide", "/cs/styleguide/"),
    _at("mail_samples:list", "/cs/styleguide/mails/"),
    _at("mail_samples:one", "/cs/styleguide/mails/digest/"),
    _at("shortcuts", "/cs/shortcuts/"),
)
FORUMS = (
    _at("forums:latest", "/cs/topics/"),
    _at("forums:latest", "/cs/topics/", who="moderator"),
    _at("forums:forum", FORUM),
    _at("forums:forum", "/cs/forums/liberec/members/", who="member"),
    _at("forums:forum-new", LIBEREC, r"/cs/forums/liberec/new/$", who="coordinator"),
    _at("forums:forum-edit", FORUM, r"/public/edit/$", who="coordinator"),
    _at("forums:topic", FORUM, TOPIC),
    _at("forums:topic", FORUM, TOPIC, who="moderator"),
    _at("forums:topic", "/uk/topics/", r"^/uk/topics/\d+-"),
    _at("forums:new", f"{FORUM}new/", who="member"),
    _refused("forums:new", f"{FORUM}new/", who="member"),
    _at("forums:reply", FORUM, TOPIC, r"/reply/\?quote=", who="member"),
    _refused("forums:reply", FORUM, TOPIC, r"/reply/\?quote=", who="member"),
    _at("forums:topic-edit", "/cs/topics/", TOPIC, r"/topics/\d+/edit/$", who="administrator"),
    _at("forums:topic-gist", FORUM, TOPIC, r"/gist/$", who="member"),
    _at("forums:post-edit", "/cs/topics/", TOPIC, r"/posts/\d+/edit/$", who="moderator"),
    _at("forums:post-delete", "/cs/topics/", TOPIC, r"/posts/\d+/delete/$", who="moderator"),
)
PLATFORMS = (
    _at("platforms:list", "/cs/platforms/"),
    _at("platforms:platform", LIBEREC),
    _at("platforms:platform", LIBEREC, who="coordinator"),
    _at("platforms:people", f"{LIBEREC}people/", who="member"),
    _at("platforms:people", f"{LIBEREC}people/", who="coordinator"),
    _at("platforms:membership", f"{LIBEREC}people/", r"/memberships/\d+/$", who="coordinator"),
    _at("platforms:join", "/cs/platforms/praha/", r"/join/$", who=NEWCOMER),
    _at("platforms:edit", f"{LIBEREC}edit/", who="coordinator"),
    _at("platforms:new", "/cs/platforms/new/", who="administrator"),
    _refused("platforms:new", "/cs/platforms/new/", who="administrator"),
    _at("platforms:directory", "/cs/platforms/directory/"),
    _at("platforms:directory", "/cs/platforms/directory/", who="member"),
    _at("organisations:organisation", "/cs/platforms/directory/", r"/organisations/\d+-"),
    _at("organisations:edit", "/cs/platforms/directory/", r"/organisations/\d+-", r"/edit/$", who="administrator"),
    _at("organisations:new", "/cs/organisations/new/", who="member"),
    _refused("organisations:new", "/cs/organisations/new/", who="member"),
)
PEOPLE = (
    _at("accounts:person", "/cs/me/", r"/people/", who="member"),
    _at("accounts:person", f"{LIBEREC}people/", r"/people/[a-z-]+/$", who="coordinator"),
    _at("accounts:me", "/cs/me/", who="member"),
    _at("accounts:edit-name", "/cs/me/name/", who="member"),
    _refused("accounts:edit-name", "/cs/me/name/", who="member"),
    _at("accounts:edit-profile", "/cs/me/profile/", who="member"),
    _at("accounts:edit-preferences", "/cs/me/languages/", who="member"),
    _at("accounts:close", "/cs/me/", r"/me/close/$", who="member"),
    _at("accounts:reopen", "/cs/me/reopen/nobody-sent-this/"),
    _at("accounts:edit-mail", "/cs/me/mail/", who="member"),
    _at("following:list", "/cs/follow/", who="member"),
    _at("notifications:list", "/cs/notifications/", who="member"),
    _at("notifications:settings", "/cs/notifications/settings/", who="member"),
    _at("notifications:digest", "/cs/notifications/settings/", r"/settings/\d+/$", who="member"),
    _at("notifications:subscribe", "/cs/notifications/subscribe/"),
    _refused("notifications:subscribe", "/cs/notifications/subscribe/"),
    _at("notifications:subscribe", "/cs/notifications/subscribe/", who="member"),
    _at("notifications:asked", "/cs/notifications/subscribe/asked/"),
    _at("core_links:add", FORUM, TOPIC, r"/links/add/", who="member"),
    _at("moderation:queue", "/cs/moderation/", who="moderator"),
    _at("moderation:report", FORUM, TOPIC, r"/moderation/report/post/", who="member"),
    _refused("moderation:report", FORUM, TOPIC, r"/moderation/report/post/", who="member"),
    _at("moderation:decide", FORUM, TOPIC, r"/moderation/decide/post/", who="moderator"),
    _at("mail_dev:outbox", "/dev/outbox/"),
    _at("mail_dev:outbox-mail", "/dev/outbox/", OUTBOX_MAIL),
    _at("notifications_mail:settings", "/dev/outbox/", OUTBOX_MAIL, r"/mail/u/", r"/mail/s/"),
    _at("notifications_mail:leave", "/dev/outbox/", OUTBOX_MAIL, r"/mail/u/"),
    Kind(name="notifications_mail:confirm", start="/mail/c/nobody-sent-this/", status=410),
)
ACCOUNTS = (
    _at("account_login", "/cs/accounts/login/"),
    _refused("account_login", "/cs/accounts/login/"),
    _at("account_signup", "/cs/accounts/signup/"),
    _refused("account_signup", "/cs/accounts/signup/"),
    _at("account_email_verification_sent", "/cs/accounts/confirm-email/"),
    _at("account_confirm_email", "/cs/accounts/confirm-email/already-used/"),
    _at("account_reset_password", "/cs/accounts/password/reset/"),
    _at("account_reset_password_done", "/cs/accounts/password/reset/done/"),
    _at("account_reset_password_from_key", "/cs/accounts/password/reset/key/1-used/"),
    _at("account_reset_password_from_key_done", "/cs/accounts/password/reset/key/done/"),
    _at("account_inactive", "/cs/accounts/inactive/"),
    _at("account_logout", "/cs/accounts/logout/", who=NEWCOMER),
    _at("account_reauthenticate", "/cs/accounts/reauthenticate/", who=NEWCOMER),
    _at("account_email", "/cs/accounts/email/", who=NEWCOMER),
    _at("account_change_password", "/cs/accounts/password/change/", who=NEWCOMER),
    _at("account_set_password", "/cs/accounts/password/set/", who="member"),
    _at("mfa_index", "/cs/accounts/2fa/", who=NEWCOMER),
    _at("mfa_activate_totp", "/cs/accounts/2fa/totp/activate/", who=NEWCOMER),
    _at("mfa_list_webauthn", "/cs/accounts/2fa/webauthn/", who=NEWCOMER),
    _at("mfa_add_webauthn", "/cs/accounts/2fa/webauthn/add/", who=NEWCOMER),
)
FAULTS = (
    Kind(name="404", start="/cs/topics/999999999-nic/", status=404),
    Kind(name="404", start="/cs/nic/", status=404, who="member"),
    Kind(name="403_csrf", start="/cs/accounts/login/", then="without token", status=403),
    Kind(
        name="403",
        start=FORUM,
        follow=(TOPIC, r"/posts/\d+/edit/$"),
        who="member",
        found_by="moderator",
        then="sent",
        status=403,
    ),
)
KINDS = tuple(chain(PAGES, HANDBOOK, FORUMS, PLATFORMS, PEOPLE, ACCOUNTS, FAULTS))

# What the journey of the second factor looks at on its way, because only that way leads there.
SECOND_FACTOR = (
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
    "mfa_deactivate_totp",
    "mfa_reauthenticate",
    "mfa_authenticate",
)
