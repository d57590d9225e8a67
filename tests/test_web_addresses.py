"""Visitors are counted by an address that they can't choose."""

from __future__ import annotations

import pytest

from extensions.web.addresses import address_of


@pytest.mark.parametrize(
    ("forwarded", "proxies", "found"),
    [
        ([], 0, "192.0.2.1"),
        (["203.0.113.9"], 0, "192.0.2.1"),  # nobody stands in front: it is made up
        (["203.0.113.9"], 1, "203.0.113.9"),
        (["198.51.100.1, 203.0.113.9"], 1, "203.0.113.9"),  # the left one is made up
        (["198.51.100.1", "203.0.113.9"], 1, "203.0.113.9"),
        (["198.51.100.1, 203.0.113.9"], 2, "198.51.100.1"),
        (["203.0.113.9"], 2, "192.0.2.1"),  # one proxy is missing: it came around it
        ([""], 1, "192.0.2.1"),
        (["not an address"], 1, "192.0.2.1"),
        (["2001:db8:1:2:3:4:5:6"], 1, "2001:db8:1:2::"),  # the network is one's own
        (["::ffff:203.0.113.9"], 1, "203.0.113.9"),
    ],
)
def test_address_is_that_of_the_outermost_own_proxy(
    forwarded: list[str], proxies: int, found: str
) -> None:
    assert address_of("192.0.2.1", forwarded, proxies) == found
