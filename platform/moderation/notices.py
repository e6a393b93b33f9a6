"""What people are told about moderation: moderators that something was reported, authors what was decided and why."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from core.kinds import Kind, get_kind
from core.notices import ByMail, Notice, Told, register_notices
from moderation.events import ItemModerated, ItemReported
from moderation.models import ModerationAct, Report, ReportState


def _reported(event: ItemReported) -> Told | None:
    row = Report.objects.filter(pk=event.report_id, state=ReportState.OPEN).first()
    if row is None:
        return None
    rules = (f"platform:{row.platform_id}:moderate",) if row.platform_id else ()
    facts = {"note": row.note} if row.note else {}
    item = (row.kind, row.object_id)
    return Told(item=item, actor_id=row.reporter_id, rules=rules, administrators=not rules, facts=facts)


def _hidden(event: ItemModerated) -> Told | None:
    return _decided(event.act_id, verb="hide")


def _restored(event: ItemModerated) -> Told | None:
    return _decided(event.act_id, verb="restore")


def _decided(act_id: int, *, verb: str) -> Told | None:
    act = ModerationAct.objects.filter(pk=act_id, verb=verb).first()
    if act is None:
        return None
    kind = get_kind(act.kind)
    item = kind.queryset().filter(pk=act.object_id).first()
    author = kind.author_id(item) if item is not None else None
    if author is None:
        return None
    return Told(item=(act.kind, act.object_id), people=(author,), facts={"reason": act.reason})


def _decision_page(kind: Kind, item: Any) -> str:
    return reverse("moderation:decide", args=[kind.code, item.pk])


register_notices(
    (
        Notice(
            code="moderation.reported",
            events=(ItemReported,),
            tell=_reported,
            name=_("Something is reported where I moderate"),
            text=_("Reported: “%(title)s”"),
            many=ngettext_lazy(
                "Reported by %(count)d person: “%(title)s”",
                "Reported by %(count)d people: “%(title)s”",
                "count",
            ),
            by_mail=ByMail.SERVICE,
            order=70,
            address=_decision_page,
        ),
        Notice(
            code="moderation.hidden",
            events=(ItemModerated,),
            tell=_hidden,
            name=_("Something of mine is hidden"),
            text=_("A moderator hid what you wrote: “%(title)s”"),
            by_mail=ByMail.SERVICE,
            order=71,
        ),
        Notice(
            code="moderation.restored",
            events=(ItemModerated,),
            tell=_restored,
            name=_("Something of mine is shown again"),
            text=_("A moderator shows what you wrote again: “%(title)s”"),
            by_mail=ByMail.SERVICE,
            order=72,
        ),
    )
)
