"""Tokens by which a visitor comes back to a conversation, and nobody else does.

A token is `<id>.<issued>.<signature>`: a random id, the second in which it was made,
and an HMAC of both.  The server keeps none of them, and who knows the id of a
conversation, which is in the database and the log, still can't make its token.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable

_BYTES = 18  # 144 random bits
# Changes with what is signed, so that no signature is taken for one of something else.
_PURPOSE = b"partners web token 1:"
_SHAPE = re.compile(r"([\w-]{24})\.(\d{1,12})\.([\w-]{43})", re.ASCII)
_DAY = 24 * 60 * 60


class BadToken(Exception):
    """The token is not one of ours, or is too old; the message says which."""


class Tokens:
    """Issue tokens that last some days, and read them."""

    def __init__(
        self, secret: bytes, days: int, now: Callable[[], float] = time.time
    ) -> None:
        self._secret = secret
        self._seconds = days * _DAY
        self._now = now

    def issue(self) -> str:
        """A token of a new conversation."""
        held = f"{secrets.token_urlsafe(_BYTES)}.{int(self._now())}"
        return f"{held}.{self._sign(held)}"

    def conversation(self, token: str) -> str:
        """The id of the conversation that `token` is for."""
        shape = _SHAPE.fullmatch(token)
        if shape is None:
            raise BadToken("this is no token of this server")
        id_, issued, signature = shape.groups()
        # Signed first: nothing that a stranger wrote is believed before.
        if not hmac.compare_digest(signature, self._sign(f"{id_}.{issued}")):
            raise BadToken("the signature of the token is wrong")
        if self._now() - int(issued) > self._seconds:
            raise BadToken("the token has expired")
        return f"web-{id_}"

    def _sign(self, held: str) -> str:
        digest = hmac.digest(self._secret, _PURPOSE + held.encode(), hashlib.sha256)
        return urlsafe_b64encode(digest).rstrip(b"=").decode()
