"""Who does what to whom is told by the form of the sentence, whatever the intent."""

from __future__ import annotations

import pytest

from partners.engine import answer
from partners.reading import load_knowledge
from tests.asked import question

YES, TURNED = (True, False), (None, True)
FUNDING = ("ask_funders", "ask_funded")
FOUNDING = ("ask_founders", "ask_founded")
SUPPORT = ("ask_supporters", "ask_supported")
MEMBERS = ("ask_members", "ask_memberships")


@pytest.mark.parametrize("intent", ["forward", "reverse"])
@pytest.mark.parametrize(
    ("text", "intents", "verdict"),
    [
        ("is CAMP funded by Vinnova", FUNDING, YES),
        ("is Vinnova funded by CAMP", FUNDING, TURNED),
        ("CAMP funds Vinnova, right?", FUNDING, TURNED),
        ("is it Vinnova that CAMP funds", FUNDING, TURNED),
        ("is it CAMP that Vinnova funds", FUNDING, YES),
        ("was LIF founded by MTT", FOUNDING, TURNED),
        (
            "is Medeon supported by Open Lab",
            SUPPORT,
            TURNED,
        ),
        ("is Open Lab supported by Medeon", SUPPORT, YES),
        ("is TIM a member of BioVille", MEMBERS, TURNED),
        ("is BioVille a member of TIM", MEMBERS, YES),
        ("do you support Nordea", SUPPORT, TURNED),
    ],
)
def test_a_claim_is_confirmed_or_turned_round(
    text: str, intents: tuple[str, str], verdict: tuple[bool | None, bool], intent: str
) -> None:
    asked = question(intents[intent == "reverse"], text)
    (found, *_) = answer(load_knowledge(), asked)
    assert (found.verdict, found.swapped) == verdict
