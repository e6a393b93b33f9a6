"""Long lists of people, a handful at a time: no statement grows without limit."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
SIZE = 500


def batches(things: Iterable[T], *, size: int = SIZE) -> Iterator[list[T]]:
    """Yield the things in lists of at most `size`."""
    batch: list[T] = []
    for thing in things:
        batch.append(thing)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
