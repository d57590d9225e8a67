"""Building in bulk leaves the garbage collector as it was, whatever happens."""

from __future__ import annotations

import gc

import pytest

from partners.bulk import in_bulk


@pytest.mark.parametrize("enabled", [True, False])
def test_collector_is_as_before(enabled: bool) -> None:
    was_enabled = gc.isenabled()
    (gc.enable if enabled else gc.disable)()
    try:
        with in_bulk(), in_bulk():
            assert not gc.isenabled()
        with pytest.raises(KeyError), in_bulk():
            raise KeyError
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()


def test_what_was_built_is_looked_at_no_more() -> None:
    before = gc.get_freeze_count()
    with in_bulk():
        kept = [[number] for number in range(1000)]
    assert gc.get_freeze_count() >= before + len(kept)
