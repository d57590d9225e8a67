"""Which web pages may read what the server answers (CORS)."""

from __future__ import annotations

import re
from collections.abc import Collection

# What a browser sends as Origin: no path, no final slash, host in small letters.
ORIGIN = re.compile(
    r"https?://[a-z0-9.-]+(:\d{1,5})?|https?://\[[0-9a-f:.]+\](:\d{1,5})?"
)
ANY = "*"
_REMEMBER = "3600"  # seconds for which a browser needn't ask again; Chromium takes 7200


def cors_headers(
    origin: str | None, allowed: Collection[str], preflight: bool
) -> dict[str, str]:
    """The headers of a response to a page of `origin`.

    No cookies are used, hence no Allow-Credentials.  The token goes in Authorization.
    """
    if origin is None or not (origin in allowed or ANY in allowed):
        return {}
    headers = {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Expose-Headers": "Retry-After",
    }
    if preflight:
        headers["Access-Control-Allow-Methods"] = "GET, POST"
        headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
        headers["Access-Control-Max-Age"] = _REMEMBER
    return headers
