# Mosty: `make run` starts the site, `make test` proves it. `make help` lists the rest.
SHELL := /bin/bash
.DEFAULT_GOAL := help
VENV ?= .venv
PORT ?= 8000
PY := $(VENV)/bin/python
UV := $(shell uv --version >/dev/null 2>&1 && command -v uv)
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3,11))' >/dev/null 2>&1 && { command -v $$p; break; }; done)
export UV_PYTHON_DOWNLOADS = never
export PYTHONPATH = $(CURDIR):$(CURDIR)/platform
CODE = platform forums cms search notifications tests bench manage.py

.PHONY: help run test test-e2e test-services test-data screenshots lint check fix demo messages docs clean install-base install-dev python

help: ## list these commands
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

python:
	@test -n "$(PYTHON)" || { echo "Mosty needs Python 3.11 or newer, and found none on the PATH. Install python3 and try again."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || test -n "$(UV)" || { echo "Python is here, but its venv module is not. On Debian and Ubuntu: apt install python3-venv"; exit 1; }

ifdef UV
MAKE_VENV = $(UV) venv -q --allow-existing --python $(PYTHON) $(VENV)
INSTALL = $(UV) pip install -q --python $(PY) --require-hashes -r
else
MAKE_VENV = test -x $(PY) || $(PYTHON) -m venv $(VENV)
INSTALL = $(PY) -m pip install --disable-pip-version-check -q --require-hashes -r
endif

$(VENV)/.base: requirements/base.txt | python
	@echo "Installing what requirements/base.txt names (once, about a minute) …"
	@$(MAKE_VENV)
	@$(INSTALL) requirements/base.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt | python
	@echo "Installing what requirements/dev.txt names (once, about a minute) …"
	@$(MAKE_VENV)
	@$(INSTALL) requirements/dev.txt
	@touch $@

install-base: $(VENV)/.base
install-dev: $(VENV)/.dev

run: install-base ## start a working site with demo content on http://localhost:8000
	@PORT=$(PORT) $(PY) manage.py run_embedded

test: install-dev ## run the suite: SQLite, no service, no browser
	@$(PY) manage.py compile_catalogues
	@$(PY) -m pytest -n auto -q

test-e2e: install-dev ## walk through the site with a real browser
	@$(PY) manage.py compile_catalogues
	@$(PY) -m pytest -m e2e -n 2 --dist loadfile -q --durations=12 tests/e2e

screenshots: install-dev ## pictures of every kind of page into var/screenshots/ (ONLY="forums home" for some)
	@$(PY) manage.py compile_catalogues
	@DJANGO_SETTINGS_MODULE=config.settings.test $(PY) -m tests.e2e.screenshots $(ONLY)

test-services: install-dev ## run against real PostgreSQL, Redis and Elasticsearch
	@$(PY) manage.py compile_catalogues
	@$(PY) -m tests.services

test-data: install-dev ## read the real files in ../shared/data
	@$(PY) -m pytest -m data -q

lint: install-dev ## format, lint, types, import contracts, templates, migrations
	@$(VENV)/bin/ruff format --check $(CODE)
	@$(VENV)/bin/ruff check $(CODE)
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports
	@$(VENV)/bin/djlint templates --check --quiet
	@$(VENV)/bin/djlint templates --lint --quiet
	@$(PY) manage.py makemigrations --check --dry-run

check: lint ## lint, and the tests that look at the code itself: deploy check, catalogues, sizes
	@$(PY) manage.py compile_catalogues
	@$(PY) -m pytest -q tests/architecture -m "not e2e and not services and not data"

fix: install-dev ## format and mend what can be mended by itself
	@$(VENV)/bin/ruff format $(CODE)
	@$(VENV)/bin/ruff check --fix $(CODE)
	@$(VENV)/bin/djlint templates --reformat --quiet || true

demo: install-base ## load the demo content into var/
	@$(PY) manage.py start_site
	@$(PY) manage.py load_demo

messages: install-dev ## collect translatable texts into locale/
	@$(PY) manage.py collect_messages

docs: install-dev ## write docs/reference.md from the code
	@$(PY) -m config.reference

clean: ## remove the environment and everything under var/
	rm -rf $(VENV) var .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
