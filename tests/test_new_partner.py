"""A partner added in YAML alone is known at once, with the model as it is."""

from __future__ import annotations

import shutil
import tarfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from partners.assistant import Assistant
from partners.cues import load_cues
from partners.intents import IntentClassifier
from partners.load import load
from partners.memory import Memory
from partners.phrases import Phrases
from partners.reading import NameReader, RelationReader
from scripts.train import MODEL
from tests.asking import ROOT, load_responses

INVENTED = """
- id: nordlys
  name: Nordlys Biopark (NBP)
  aliases: [NBP, Nordlys Biopark]
  group: collaboration
  section: Collaboration Partners
  facts:
    summary: [{text: Nordlys Biopark (NBP) is an invented network for tests.}]
    kinds: [{kind: network, text: a network}]
    legal_forms: [{form: non_profit}]
    funders: [{organisation: vinnova}]
    founders: [{organisation: lund_university}]
    founding: [{year: 1987}]
    members: [{organisation: bioville}]
    topics: [{topic: food}]
    vision: [{text: to light up the long night}]
    places: [{place: denmark}]
"""
ASKED = [
    ("who funds Nordlys Biopark?", "Vinnova"),
    ("who funds nbp", "Vinnova"),
    ("Nordlys Bioprak funding, who pays?", "Vinnova"),
    ("who founded NBP?", "Lund University"),
    ("when was nordlys biopark founded", "1987"),
    ("what is Nordlys Biopark's vision", "long night"),
    ("is NBP non-profit?", "Yes"),
    ("who are the members of NBP", "BioVille"),
    ("what does Vinnova fund", "Nordlys Biopark (NBP)"),
    ("which partners work with food", "Nordlys Biopark (NBP)"),
    ("what is Nordlys Biopark", "invented network"),
    ("is NBP a partner", "collaboration partner"),
]


class Bot:
    """The pipeline and the actions without Rasa, over a knowledge folder."""

    def __init__(self, knowledge_folder: Path, model: Path) -> None:
        knowledge = load(knowledge_folder)
        relations = knowledge.relations.values()
        pairs = {r.reverse: r.forward for r in relations if r.reverse and r.forward}
        classifier = IntentClassifier.load(model, pairs)
        component = _component("RelationIntentClassifier")
        self._names = NameReader(knowledge, load_cues())
        self._relations = RelationReader(
            classifier,
            knowledge,
            component["small_talk"],
            component["about_all"],
            component["unknown_threshold"],
            component["unknown_gain"],
        )
        self._assistant = Assistant(knowledge)
        self._phrases = Phrases(load_responses())

    def ask(self, text: str) -> str:
        """The answer to one question, as one text."""
        ranked, spans = self._relations.read(text, self._names.read(text))
        entities = [
            {"entity": s.role, "value": s.id, "start": s.start, "end": s.end}
            for s in spans
        ]
        intent = {"name": ranked[0].intent, "confidence": ranked[0].confidence}
        message = {"text": text, "intent": intent, "entities": entities}
        replies, _ = self._assistant.answer(message, self._phrases, Memory())
        return "\n".join(
            self._phrases.fill(reply.response, **reply.values) for reply in replies
        )


def _component(name: str) -> dict[str, Any]:
    config = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    return next(c for c in config["pipeline"] if c["name"].endswith(name))


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Bot:
    """A bot that knows one invented partner more, with the model of this project."""
    folder = tmp_path_factory.mktemp("new_partner")
    shutil.copytree(ROOT / "knowledge", folder / "knowledge")
    file = folder / "knowledge" / "collaboration_partners_n_to_z.yml"
    file.write_text(file.read_text(encoding="utf-8") + INVENTED, encoding="utf-8")
    with tarfile.open(MODEL) as archive:
        archive.extractall(folder / "model")
    (found,) = (folder / "model").rglob("*RelationIntentClassifier*/relations")
    return Bot(folder / "knowledge", found.parent)


@pytest.mark.slow
@pytest.mark.parametrize(("question", "expected"), ASKED)
def test_new_partner_is_answered(bot: Bot, question: str, expected: str) -> None:
    assert expected in bot.ask(question)


@pytest.mark.slow
def test_partner_that_was_not_added_is_unknown(bot: Bot) -> None:
    assert "Vinnova" not in bot.ask("who funds Sydlys Biopark?")
