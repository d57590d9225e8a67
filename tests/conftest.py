"""What several tests share: the running assistant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts.assistant import Assistant
from scripts.ports import Ports


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Rasa with the trained model, its REST channel and the real actions."""
    scratch = tmp_path_factory.mktemp("assistant")
    with Assistant(Ports.unused(), scratch) as running:
        yield running
