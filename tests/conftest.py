"""What several tests share: the running assistant, and that with its Slack channel."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts.assistant import Assistant
from scripts.ports import Ports
from tests.slack_client import new_id
from tests.slack_server import SlackServer, running


@pytest.fixture(scope="session")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Rasa with the trained model, its REST channel and the real actions."""
    scratch = tmp_path_factory.mktemp("assistant")
    with Assistant(Ports.unused(), scratch) as running:
        yield running


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SlackServer]:
    """The assistant with its Slack channel; who needs another server has its own."""
    with running(tmp_path_factory.mktemp("slack")) as started:
        yield started


@pytest.fixture
def user() -> str:
    """Somebody in Slack who has not said anything yet."""
    return new_id("U")
