# The image of web, worker and beat: one image, three commands. It holds code and static files, never data or secrets.

FROM python:3.13.5-slim-bookworm AS packages
COPY requirements/production.txt /tmp/requirements.txt
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /tmp/requirements.txt

FROM python:3.13.5-slim-bookworm
ENV PATH=/venv/bin:$PATH \
    PYTHONPATH=/app:/app/platform \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=config.settings.production \
    MEDIA_ROOT=/data/media \
    PRIVATE_ROOT=/data/private \
    SEARCH_PATH=/data/search.sqlite3
RUN groupadd --gid 10001 mosty \
    && useradd --uid 10001 --gid mosty --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin mosty \
    && install -d -o mosty -g mosty /data /data/media /data/private
COPY --from=packages /venv /venv
WORKDIR /app
COPY . /app

# The settings ask for everything a real start needs; nothing of this is kept, and nothing is contacted.
RUN set -eu; \
    export SECRET_KEY=only-while-the-image-is-built-and-never-to-sign-anything ALLOWED_HOSTS=localhost BASE_URL=https://localhost \
        DATABASE_URL=postgres://nobody:nothing@localhost/none REDIS_URL=redis://localhost:6379/0 \
        EMAIL_URL=smtp://localhost:25 DEFAULT_FROM_EMAIL=build@localhost \
        CONTROLLER_NAME=build CONTROLLER_CONTACT=build; \
    python manage.py compile_catalogues; \
    python manage.py collectstatic --noinput --verbosity 0

USER mosty
VOLUME ["/data"]
EXPOSE 8000
CMD ["gunicorn", "config.wsgi:application", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--threads", "4", \
     "--worker-tmp-dir", "/dev/shm", "--max-requests", "2000", "--max-requests-jitter", "200", "--no-control-socket"]
