"""From the files of the demo's funded projects to the fields of their pages."""

import datetime as dt
from typing import Any

from cms.blocks import blocks_from_html
from cms.models import FundedProjectPage, FunderAcknowledgement, ProjectPartner
from vocabulary.models import Call, Programme


def project_model() -> type[FundedProjectPage]:
    """Return the model of funded projects."""
    return FundedProjectPage


def project_values(row: dict[str, Any], words: dict[str, Any]) -> dict[str, Any]:
    """Return a project's fields beside title, slug, summary and note; what the source does not say is empty."""
    return {
        "acronym": row.get("acronym", ""),
        "programme": Programme.objects.filter(code=row["programme"]).first() if row["programme"] else None,
        "programme_name": words.get("programme_name", ""),
        "call": Call.objects.filter(code=row["call"]).first() if row["call"] else None,
        "registration_number": row["registration_number"],
        "starts_on": _month(row["start"]),
        "ends_on": _month(row["end"]),
        "goals_text": words.get("goals", ""),
        "activities": words.get("activities", ""),
        "body": blocks_from_html(words.get("body", "")),
        "role_contact": words.get("role_contact", ""),
        "web": row.get("web", ""),
        "acknowledgement": _acknowledgement(row),
    }


def _month(text: str) -> dt.date | None:
    return dt.date.fromisoformat(f"{text}-01") if text else None


def _acknowledgement(row: dict[str, Any]) -> FunderAcknowledgement | None:
    sentence = row.get("funder_sentence")
    if not sentence:
        return None
    return FunderAcknowledgement.objects.get_or_create(name=row["key"], defaults={"sentence": sentence})[0]


def add_partners(page: Any, row: dict[str, Any]) -> None:
    """Add lead and partners to a project's page; other pages have none."""
    if "lead" not in row or not isinstance(page, FundedProjectPage):
        return
    page.partners.add(ProjectPartner(role="lead", **_named(row["lead"])))
    for partner in row.get("partner", []):
        role = partner["role"] if partner["role"] in {"partner", "associated", "lead"} else "partner"
        page.partners.add(ProjectPartner(role=role, **_named(partner)))


def _named(partner: dict[str, Any]) -> dict[str, str]:
    return {"name": partner["name"], "name_en": partner.get("name_en", ""), "country": partner.get("country", "")}
