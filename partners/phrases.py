"""Take phrases from the domain's responses and fill them in."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from typing import Any

from partners.parsed import LANGUAGE
from partners.renderings import load_renderings

_SLOT = re.compile(r"{(\w+)}")


class PhraseMissing(LookupError):
    """A response that the wording needs is not in the domain."""


class Phrases:
    """The `responses:` of the domain, as phrases to build values from.

    A sentence that goes to the user as it stands is chosen and filled by Rasa; this is
    for the parts inside it: a list, a source, a fact within "Yes. …".  As Rasa does, it
    prefers the variants whose condition is the language; those without one are English.
    """

    def __init__(
        self,
        responses: Mapping[str, Sequence[Mapping[str, Any]]],
        language: str | None = None,
        originals: Mapping[str, str] | None = None,
    ) -> None:
        self._responses = responses
        self._language = language
        self._originals = originals or {}

    def __contains__(self, name: str) -> bool:
        return name in self._responses

    def fill(self, name: str, /, **values: str) -> str:
        """One variant of response `name`; user text in `values` stays as it is."""
        variants = self._variants(name)
        if not variants:
            raise PhraseMissing(f"data/responses: {name} is missing; add it")
        text: str = random.choice(variants)["text"]
        return _SLOT.sub(lambda slot: values.get(slot[1], slot[0]), text)

    def rendered(self, text: str) -> str:
        """A text of the knowledge in this language; as it is where it has none."""
        return load_renderings(self._language).get(text, text)

    def as_typed(self, text: str) -> str:
        """`text` of a message, in the words that its writer typed."""
        whole = self._originals.get(text.lower())
        words = (self._originals.get(word.lower(), word) for word in text.split(" "))
        return whole or " ".join(words)

    def _variants(self, name: str) -> list[Mapping[str, Any]]:
        held = self._responses.get(name, ())
        own = [one for one in held if _language_of(one) == self._language]
        return own or [one for one in held if _language_of(one) is None]

    def join(self, items: Sequence[str]) -> str:
        """`A`, `A and B`, `A, B and C`; items with commas are parted by semicolons."""
        if len(items) < 2:
            return "".join(items)
        comma = (
            "utter_join_long" if any("," in item for item in items) else "utter_join"
        )
        first = self.fill(comma).join(items[:-1])
        last = (
            "utter_join_long_last" if comma == "utter_join_long" else "utter_join_last"
        )
        return first + self.fill(last) + items[-1]


def _language_of(variant: Mapping[str, Any]) -> str | None:
    """The language that a variant is for, by its condition; None where it has none."""
    for condition in variant.get("condition", ()):
        if condition["name"] == LANGUAGE:
            return str(condition["value"])
    return None
