"""The secret that tokens are signed with: given, or made once and kept."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "PARTNERS_WEB_SECRET"
_SHORTEST = 32  # characters; a passphrase could be guessed from one token, offline
_OTHERS = 0o077  # what group and others may do with a file


class SecretError(Exception):
    """There is no secret to sign with; the message says why and what to do."""


def load_secret(environ: Mapping[str, str], path: Path) -> bytes:
    """The secret of `environ`, else that of `path`, made where it is missing."""
    given = environ.get(VARIABLE, "")
    if not given:
        return _kept(path)
    if len(given) < _SHORTEST:
        raise SecretError(
            f"{VARIABLE} has {len(given)} characters: give it at least {_SHORTEST} "
            "random ones, such as `openssl rand -hex 32` prints"
        )
    return given.encode()


def _kept(path: Path) -> bytes:
    try:
        _make(path)
        mode, secret = path.stat().st_mode, path.read_bytes()
    except OSError as error:
        raise SecretError(
            f"{path}: {error.strerror}; make its folder writable, or set {VARIABLE}"
        ) from error
    if mode & _OTHERS:
        raise SecretError(f"{path}: others can read it: run `chmod 600 {path}`")
    if len(secret) < _SHORTEST:
        raise SecretError(f"{path}: this is no secret: delete it, a new one is made")
    return secret


def _make(path: Path) -> None:
    """Make the file, unless it is there: whole at once, readable by its owner only."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(
        os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w"
    ) as f:
        f.write(secrets.token_hex(32))
    try:
        os.link(draft, path)  # fails where another process was first: its one is taken
    except FileExistsError:
        pass
    finally:
        draft.unlink()
