"""The real assistant is stopped and started again under an open chat."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from scripts.assistant import Assistant
from scripts.client import HOST
from scripts.ports import Ports
from tests.chat_page import Visit
from tests.host_page import HostPage

pytest_plugins = ["tests.widget_fixtures"]
pytestmark = pytest.mark.slow


def test_a_restarted_assistant_goes_on_with_the_same_talk(
    visit: Visit, site: HostPage, tmp_path: Path
) -> None:
    ports = Ports.unused()
    site.server = f"http://{HOST}:{ports.rasa}"
    web = {"allowed_origins": [site.origin]}
    with Assistant(ports, tmp_path, web=web):
        chat = visit().open()
        assert "Vinnova" in chat.ask("Who funds CAMP?")
    chat.submit("what does it focus on?")
    expect(chat.trouble).to_contain_text("can't be reached")
    with Assistant(ports, tmp_path, web=web):
        chat.retry.click()
        expect(chat.trouble).to_have_count(0)
        expect(chat.answers.last).to_contain_text("CAMP")
        # The token is still good, and the server has not forgotten.
        chat.page.reload()
        chat.open()
        expect(chat.questions).to_have_count(2)
