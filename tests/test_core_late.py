"""What is imported late is as good as what is imported at once."""

from __future__ import annotations

import importlib
import sys

import pytest
from rasa.core import channels
from rasa.core.channels.channel import InputChannel
from rasa.core.channels.rest import RestInput

from extensions.core.late_names import LateName

pytestmark = pytest.mark.slow  # it imports Rasa

DECODER = LateName("json", "JSONDecoder")


@pytest.mark.parametrize("channel", sorted(channels.BUILTIN_CHANNELS))
def test_channel_is_the_one_that_rasa_lists(channel: str) -> None:
    late = channels.BUILTIN_CHANNELS[channel]
    module, name = late._late
    real = getattr(importlib.import_module(module), name)
    assert real.name() == channel == late.name()
    assert issubclass(real, InputChannel)
    assert late.from_credentials == real.from_credentials
    assert getattr(channels, name) is late


def test_every_channel_is_late() -> None:
    assert len(channels.BUILTIN_CHANNELS) == 15
    assert all(type(c) is LateName for c in channels.input_channel_classes)


def test_late_channel_makes_a_real_one() -> None:
    made = channels.BUILTIN_CHANNELS["rest"].from_credentials(None)
    assert type(made) is RestInput
    assert isinstance(made, channels.RestInput)
    assert issubclass(type(made), channels.RestInput)


def test_late_name_is_called_derived_from_and_asked() -> None:
    from json import JSONDecoder

    assert DECODER().decode("[1]") == [1]
    assert DECODER.decode is JSONDecoder.decode

    class Ours(DECODER):  # type: ignore[misc, valid-type]
        pass

    assert Ours.__mro__[1] is JSONDecoder
    assert isinstance(Ours(), DECODER)  # type: ignore[arg-type]


def test_stand_ins_are_gone_after_the_import() -> None:
    from rasa.core.tracker_store import Key

    assert type(Key) is LateName
    assert type(sys.modules.get("boto3.dynamodb.conditions")).__name__ != "_StandIn"
    assert Key("sender_id").eq("me").get_expression()["operator"] == "="


def test_who_asks_a_stand_in_for_more_gets_the_real_module(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from extensions.core import late_names

    taken = {"colorsys": ("rgb_to_hsv", None)}
    monkeypatch.setitem(late_names.STAND_INS, "importer", taken)
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    with late_names.standing_in("importer") as stood_in:
        assert stood_in == {"colorsys"}
        stand_in = sys.modules["colorsys"]
        assert type(stand_in.rgb_to_hsv) is LateName
        assert stand_in.hsv_to_rgb(0, 0, 1) == (1, 1, 1)
        assert sys.modules["colorsys"] is not stand_in
    assert sys.modules["colorsys"].__spec__ is not None
