"""Long work that is watched: begun by a page, carried out by a worker, shown while it goes on.

A job that has not moved for `SILENCE` was killed; whoever looks next writes it down as failed.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from core.models.job import OPEN, Job, JobState

SILENCE = timedelta(minutes=15)
Progress = Callable[[int, int], None]


def begin(name: str) -> tuple[Job, bool]:
    """Return the open job of this name and whether it is a new one; nobody runs the same work twice at once."""
    end_silent(name)
    try:
        with transaction.atomic():
            return Job.objects.create(name=name), True
    except IntegrityError:
        return Job.objects.get(name=name, state__in=OPEN), False


def latest(name: str) -> Job | None:
    """Return the last run of this name, if there ever was one."""
    end_silent(name)
    return Job.objects.filter(name=name).order_by("-pk").first()


def end_silent(name: str) -> bool:
    """Write down as failed what has not moved for long; return whether there was such a job."""
    silent = Job.objects.filter(name=name, state__in=OPEN, moved_at__lt=timezone.now() - SILENCE)
    note = _("It stopped without a word; the worker was probably restarted.")
    return bool(silent.update(state=JobState.FAILED, note=note, ended_at=timezone.now()))


@contextmanager
def running(pk: int) -> Iterator[Progress | None]:
    """Run the body as this job; it gets what notes progress, or None when the job is not waiting any more.

    The job is done when the body ends and failed when it raises; the error goes on to the caller.
    """
    now = timezone.now()
    taken = Job.objects.filter(pk=pk, state=JobState.WAITING).update(state=JobState.RUNNING, moved_at=now)
    if not taken:
        yield None
        return
    try:
        yield lambda done, total: move(pk, done=done, total=total)
    except BaseException as error:
        _end(pk, JobState.FAILED, note=f"{type(error).__name__}: {error}")
        raise
    _end(pk, JobState.DONE)


def move(pk: int, *, done: int, total: int) -> None:
    """Note how far an open job is."""
    Job.objects.filter(pk=pk, state__in=OPEN).update(done=done, total=total, moved_at=timezone.now())


def say(pk: int, note: str) -> None:
    """Note what came of a job."""
    Job.objects.filter(pk=pk).update(note=note[:500])


def fail(pk: int, note: str) -> None:
    """Write down that an open job could not be carried out."""
    _end(pk, JobState.FAILED, note=note)


def _end(pk: int, state: JobState, *, note: str = "") -> None:
    ended = {"state": state, "ended_at": timezone.now(), **({"note": note[:500]} if note else {})}
    Job.objects.filter(pk=pk, state__in=OPEN).update(**ended)
