"""From which address a request comes, as far as that can be known."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv6Address, ip_address

# Whoever has one IPv6 address has all of its network.
_NETWORK = 64
_BITS = 128


def address_of(peer: str, forwarded: Sequence[str], proxies: int) -> str:
    """The address to count by; `forwarded` are all X-Forwarded-For headers, in order.

    Each proxy in front adds the address that it was asked from to the end.
    What is further left in it was written by the visitor; without a proxy all of it.
    """
    claimed = [part.strip() for part in ",".join(forwarded).split(",")]
    seen = claimed[-proxies] if 0 < proxies <= len(claimed) else peer
    return _network(seen) or peer


def _network(address: str) -> str | None:
    try:
        parsed = ip_address(address)
    except ValueError:
        return None
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(IPv6Address(int(parsed) >> (_BITS - _NETWORK) << (_BITS - _NETWORK)))
