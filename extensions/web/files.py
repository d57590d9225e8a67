"""The files of the widget and of its demo page, ready to be sent."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

# By the ending, and nothing else of the folder is served.  Not from Python's list of
# types: that one depends on the machine.
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
_PACKED = {".css", ".html", ".js", ".svg"}  # the others are packed as they are
_WORTH_PACKING = 1024  # bytes; a smaller answer goes in one packet anyhow

_VENDOR = "vendor/deepChat.bundle.js"
_BUNDLE = Path("node_modules/deep-chat/dist/deepChat.bundle.js")
_DEMO = "demo"
# What a developer keeps beside the files of the element.
_NOT_SERVED = {_DEMO, "node_modules", "test", "tests", "texts"}


@dataclass(frozen=True, slots=True)
class File:
    """One file as it is sent: plain, and packed where that is shorter."""

    kind: str
    plain: bytes
    packed: bytes | None
    tag: str  # changes with the content: an ETag

    @classmethod
    def read(cls, path: Path) -> File:
        """The file at `path`."""
        plain = path.read_bytes()
        packed = None
        if path.suffix in _PACKED and len(plain) > _WORTH_PACKING:
            packed = gzip.compress(plain, mtime=0)  # a time would change the content
        tag = f'"{hashlib.sha256(plain).hexdigest()[:20]}"'
        return cls(TYPES[path.suffix], plain, packed, tag)


class Files:
    """Files by the name that they are asked for.

    What may be asked for is listed once, at the start: no path that a stranger wrote is
    ever opened.  A file that has changed since is read anew.
    """

    def __init__(self, paths: Mapping[str, Path]) -> None:
        self._paths = dict(paths)
        self._read: dict[str, tuple[int, File]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._paths

    def get(self, name: str) -> File | None:
        """The file of that name, or None."""
        path = self._paths.get(name)
        if path is None:
            return None
        try:
            changed = path.stat().st_mtime_ns
            if name not in self._read or self._read[name][0] != changed:
                self._read[name] = changed, File.read(path)
        except OSError:  # it was removed since the start
            return None
        return self._read[name][1]


def element_files(folder: Path) -> Files:
    """The element's own files, and the one of deep-chat that it loads."""
    paths = {
        path.relative_to(folder).as_posix(): path
        for path in _files(folder)
        if not _NOT_SERVED & set(path.relative_to(folder).parts[:-1])
        and path.suffix != ".html"
    }
    if (folder / _BUNDLE).is_file():
        paths[_VENDOR] = folder / _BUNDLE
    return Files(paths)


def demo_files(folder: Path) -> Files:
    """The demo page and what it loads."""
    demo = folder / _DEMO
    return Files({p.relative_to(demo).as_posix(): p for p in _files(demo)})


def is_installed(files: Files) -> bool:
    """Whether npm has brought what the element can't do without."""
    return _VENDOR in files


def _files(folder: Path) -> Iterator[Path]:
    found = folder.rglob("*") if folder.is_dir() else iter(())
    yield from (path for path in found if path.suffix in TYPES and path.is_file())
