"""Make a message from a stranger safe to process and to store."""

from __future__ import annotations

import re
import unicodedata

# A question is short; the time to read a message grows with its length.
LONGEST = 1000
_IDENTITY = re.compile(r"[\x21-\x7e]{1,100}")


def clean(text: str) -> str:
    """`text` made plain, and no command.

    Rasa takes a text that begins with a slash for a command to itself, so that leading
    slashes go.
    """
    return plain(text).lstrip("/ ")


def plain(text: str) -> str:
    """`text` without control characters and lone surrogates, and cut.

    Compatibility forms become the usual ones (NFKC).
    """
    kept = "".join(c if _is_plain(c) else " " for c in text[: LONGEST * 2])
    normal = unicodedata.normalize("NFKC", kept)[:LONGEST]
    return " ".join(normal.split())


def _is_plain(character: str) -> bool:
    # Cc: control, Cs: half of a surrogate pair, which no encoding can store.
    return unicodedata.category(character) not in ("Cc", "Cs")


def is_identity(sender: str) -> bool:
    """Whether `sender` can name a conversation: 1 to 100 printable ASCII characters."""
    return _IDENTITY.fullmatch(sender) is not None
