"""The page that stands in for the site needs nothing of it, speaks two languages, and is where the proxy looks."""

import re
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "deploy" / "maintenance.html").read_text(encoding="utf-8")


def test_it_asks_no_server_for_anything() -> None:
    assert not re.search(r"(?:src|href|action)=|url\(|@import|<script", PAGE)


def test_it_speaks_czech_and_english_and_has_one_heading() -> None:
    assert '<html lang="cs">' in PAGE
    assert '<section lang="en">' in PAGE
    assert PAGE.count("<h1>") == 1


def test_the_proxy_finds_it() -> None:
    caddyfile = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    folder = re.search(r"root \* (\S+)", caddyfile)[1]
    name = re.search(r"rewrite \* /(\S+)", caddyfile)[1]
    compose = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
    assert f"./deploy/maintenance.html:{folder}/{name}:ro" in compose["services"]["caddy"]["volumes"]
