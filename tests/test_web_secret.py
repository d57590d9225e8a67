"""The secret outlives a restart, is nobody else's to read, and is never a weak one."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from extensions.web.secret import SecretError, load_secret


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "web-secret"


def test_secret_is_made_once_for_its_owner_only(path: Path) -> None:
    made = load_secret({}, path)
    assert len(made) >= 32
    assert load_secret({}, path) == made == path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path], "a draft was left behind"


def test_two_servers_don_t_make_the_same_secret(path: Path, tmp_path: Path) -> None:
    assert load_secret({}, path) != load_secret({}, tmp_path / "other")


def test_given_secret_is_taken_and_no_file_made(path: Path) -> None:
    given = "x" * 32
    assert load_secret({"PARTNERS_WEB_SECRET": given}, path) == given.encode()
    assert not path.exists()


def test_short_secret_is_refused_without_being_told(path: Path) -> None:
    with pytest.raises(SecretError, match="openssl rand") as caught:
        load_secret({"PARTNERS_WEB_SECRET": "hunter2"}, path)
    assert "hunter2" not in str(caught.value)


def test_secret_that_others_can_read_is_refused(path: Path) -> None:
    load_secret({}, path)
    path.chmod(0o644)
    with pytest.raises(SecretError, match="chmod 600"):
        load_secret({}, path)


def test_cut_off_file_is_no_secret(path: Path) -> None:
    load_secret({}, path)
    path.write_text("")
    with pytest.raises(SecretError, match="delete it"):
        load_secret({}, path)


def test_folder_that_can_t_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("a file, no folder")
    with pytest.raises(SecretError, match="PARTNERS_WEB_SECRET"):
        load_secret({}, tmp_path / "var" / "web-secret")
