"""Proves that a kind says the same about reading in SQL (`visible_to`) and for a loaded row (`can_view`)."""

from collections.abc import Iterable, Mapping

from core.kinds import Kind
from core.viewer import Viewer


def assert_rules_agree(
    kind: Kind, cast: Mapping[str, Viewer], *, pks: Iterable[int] | None = None
) -> dict[str, set[int]]:
    """Compare the two rules over the cast and every row (or the given ones); return who sees which rows.

    The cast must hold at least two viewers who do not see the same rows, or the comparison would prove nothing.
    """
    rows = list(kind.queryset().filter(pk__in=list(pks)) if pks is not None else kind.queryset())
    assert rows, f"No rows of {kind.code} to compare."
    all_pks = [row.pk for row in rows]
    seen: dict[str, set[int]] = {}
    for name, viewer in cast.items():
        in_sql = set(kind.visible_to(viewer).filter(pk__in=all_pks).values_list("pk", flat=True))
        one_by_one = {row.pk for row in rows if kind.can_view(viewer, row)}
        differing = sorted(in_sql ^ one_by_one)
        assert not differing, f"{kind.code}: the rules differ for {name} about rows {differing}"
        seen[name] = in_sql
    assert len({frozenset(pks_seen) for pks_seen in seen.values()}) > 1, f"Everybody sees the same {kind.code}."
    return seen
