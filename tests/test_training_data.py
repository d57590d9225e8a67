"""What Rasa's own check of the training data lets through."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk.executor import ActionExecutor

from partners.answer import Answer, Kind, Outcome
from partners.engine import answer
from partners.folding import tokenise
from partners.masking import Masker, Span
from partners.memory import Memory
from partners.model import Knowledge, Role
from partners.phrases import Phrases
from partners.question import Question
from partners.reading import load_knowledge, load_name_reader
from partners.retelling import evidence, more
from partners.selecting import select
from partners.spelled import by_name
from partners.wording import Wording
from tests.asking import load_cases

ROOT = Path(__file__).parents[1]
FEWEST_EXAMPLES = 40
# Of these "thanks" and "hi there" are everybody's: they may stand on both sides.
CHAT = {
    "acknowledge",
    "greet",
    "thank",
    "goodbye",
    "ask_help",
    "give_praise",
    "give_complaint",
}
SHORT = 2  # words
MARKED = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
SLOT = re.compile(r"{(\w+)}")
NAMED_IN_PYTHON = re.compile(r'"(utter_[a-z_{}.]+)"')
# Rasa's own actions utter these.
RASA_UTTERS = {"utter_restart"}


@dataclass(frozen=True)
class Example:
    """One example: its text without the marks, and the unknown names marked in it."""

    text: str
    intent: str
    file: str
    roles: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def folded(self) -> str:
        return fold_words(self.text)


def fold_words(text: str) -> str:
    return " ".join(token.word for token in tokenise(text) if token.is_word)


def read_yaml(file: Path) -> Any:
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def files_in(*parts: str) -> list[Path]:
    files = sorted(ROOT.joinpath(*parts).glob("*.yml"))
    assert files, f"no file in {'/'.join(parts)}"
    return files


def read_examples(files: Iterable[Path]) -> list[Example]:
    found = [
        _example(line[2:].strip(), block["intent"], file.name)
        for file in files
        for block in read_yaml(file)["nlu"]
        for line in block["examples"].splitlines()
    ]
    assert found, "no examples collected"
    return found


def _example(line: str, intent: str, file: str) -> Example:
    text, end, spans = "", 0, []
    marks = list(MARKED.finditer(line))
    for mark in marks:
        text += line[end : mark.start()]
        spans.append(Span(len(text), len(text + mark[1]), mark[2], mark[1]))
        text, end = text + mark[1], mark.end()
    roles = tuple(mark[2] for mark in marks)
    return Example(text + line[end:], intent, file, roles, tuple(spans))


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return read_examples(files_in("data", "nlu"))


@pytest.fixture(scope="module")
def domain() -> dict[str, Any]:
    held: dict[str, Any] = read_yaml(ROOT / "domain.yml")
    return held


@pytest.fixture(scope="module")
def intents(domain: dict[str, Any]) -> list[str]:
    names = [name for intent in domain["intents"] for name in intent]
    assert names, "no intent declared"
    return names


@pytest.fixture(scope="module")
def rules() -> list[dict[str, Any]]:
    found = [rule for f in files_in("data", "rules") for rule in read_yaml(f)["rules"]]
    assert found, "no rules collected"
    return found


@pytest.fixture(scope="module")
def responses() -> dict[str, list[dict[str, str]]]:
    files = [read_yaml(file)["responses"] for file in files_in("data", "responses")]
    found = {name: texts for held in files for name, texts in held.items()}
    assert found, "no responses collected"
    assert len(found) == sum(map(len, files)), "a response is in two files"
    return found


def several(groups: dict[Hashable, list[str]]) -> list[str]:
    return [f"{key!r}: {', '.join(held)}" for key, held in groups.items() if held[1:]]


# Intents and rules ----------------------------------------------------------------


def test_examples_are_of_declared_intents_and_enough(
    examples: list[Example], intents: list[str]
) -> None:
    count = {intent: 0 for intent in intents if intent != "nlu_fallback"}
    for example in examples:
        assert example.intent in count, f"{example.intent} is not in domain.yml"
        count[example.intent] += 1
    assert {i: n for i, n in count.items() if n < FEWEST_EXAMPLES} == {}


def test_every_intent_has_one_rule(
    intents: list[str], rules: list[dict[str, Any]]
) -> None:
    ruled = [step["intent"] for r in rules for step in r["steps"] if "intent" in step]
    assert sorted(ruled) == sorted(intents)


def test_titles_are_unique_sentences(rules: list[dict[str, Any]]) -> None:
    stories = [
        story["story"]
        for file in files_in("tests", "conversations")
        for story in read_yaml(file)["stories"]
    ]
    titles = [*(rule["rule"] for rule in rules), *stories]
    assert len(titles) == len(set(titles)), "a title is given twice"
    assert [t for t in titles if t[0].isupper() or " " not in t] == []


def test_topics_have_the_same_files_everywhere() -> None:
    stems = {
        kind: {file.stem for file in files_in("data", kind)}
        for kind in ("nlu", "rules", "responses")
    }
    # The common ways to ask, and those about details, stand in files of their own.
    topics = {s.split("_details")[0] for s in stems["nlu"] if not s.endswith("_common")}
    assert topics == stems["rules"]
    # Frames and fragments serve all topics.
    assert stems["responses"] - {"frames", "fragments"} == stems["rules"]
    talked = {file.stem for file in files_in("tests", "conversations")}
    assert talked == {f"test_{topic}" for topic in stems["rules"]}


def test_common_examples_of_one_file_are_of_one_topic(examples: list[Example]) -> None:
    topic = {
        step["intent"]: file.stem
        for file in files_in("data", "rules")
        for rule in read_yaml(file)["rules"]
        for step in rule["steps"]
        if "intent" in step
    }
    topics: dict[Hashable, list[str]] = defaultdict(list)
    for file, name in sorted({(e.file, topic[e.intent]) for e in examples}):
        topics[file].append(name)
    assert several(topics) == []


# Examples -------------------------------------------------------------------------


def test_no_example_stands_twice(examples: list[Example]) -> None:
    held: dict[Hashable, list[str]] = defaultdict(list)
    for example in examples:
        held[example.folded].append(f"{example.intent} ({example.file})")
    assert several(held) == []


@pytest.mark.slow
def test_no_masked_example_stands_under_two_intents(examples: list[Example]) -> None:
    reader, masker = load_name_reader(), Masker(load_knowledge())
    held: dict[Hashable, set[str]] = defaultdict(set)
    for example in examples:
        spans = (*reader.read(example.text), *example.spans)
        held[masker.mask(example.text, spans)].add(example.intent)
    assert several({text: sorted(found) for text, found in held.items()}) == []


def test_only_unknown_names_are_marked(examples: list[Example]) -> None:
    marked = [role for example in examples for role in example.roles]
    assert marked, "no example has an unknown name marked"
    assert set(marked) == {"unknown_name"}


def test_no_test_question_is_trained_on(examples: list[Example]) -> None:
    held_out = read_examples([ROOT / "tests" / "nlu" / "test_nlu.yml"])
    splits = ("dev", "held", "fresh")
    cases = [case for split in splits for case in load_cases(split)]
    assert cases, "no test questions collected"
    asked = {e.folded for e in held_out} | {fold_words(case.ask) for case in cases}
    trained_on = [
        f"{example.text!r} ({example.file})"
        for example in examples
        if example.folded in asked and not _is_everybodys(example)
    ]
    assert trained_on == []


def _is_everybodys(example: Example) -> bool:
    return example.intent in CHAT and len(example.folded.split()) <= SHORT


# Responses and actions ------------------------------------------------------------


def test_domain_lists_the_actions_that_the_sdk_finds(domain: dict[str, Any]) -> None:
    executor = ActionExecutor()
    executor.register_package("actions")
    assert executor.actions, "the SDK finds no action"
    assert sorted(domain["actions"]) == sorted(executor.actions)


def test_rules_name_actions_and_responses_that_exist(
    domain: dict[str, Any],
    rules: list[dict[str, Any]],
    responses: dict[str, list[dict[str, str]]],
) -> None:
    known = {*domain["actions"], *responses}
    named = [step["action"] for r in rules for step in r["steps"] if "action" in step]
    assert [name for name in named if name not in known] == []


def test_every_response_is_used_and_every_named_one_exists(
    rules: list[dict[str, Any]], responses: dict[str, list[dict[str, str]]]
) -> None:
    named = {step["action"] for r in rules for step in r["steps"] if "action" in step}
    families: set[str] = set()
    for name in _named_in_python():
        (families if "{" in name else named).add(name)
    assert families, "no family of responses found in Python"
    plain = {name for name in named if name.startswith("utter_")} | RASA_UTTERS
    assert sorted(plain - set(responses)) == []
    possible = {name for family in families for name in _members_of(family)}
    assert sorted(set(responses) - plain - possible) == []


def _named_in_python() -> set[str]:
    files = [
        f for folder in ("partners", "actions") for f in ROOT.glob(f"{folder}/*.py")
    ]
    text = "".join(file.read_text(encoding="utf-8") for file in files)
    return set(NAMED_IN_PYTHON.findall(text))


def _members_of(family: str) -> Iterator[str]:
    """Every name that an f-string such as `utter_{relation}_fact` can make."""
    knowledge = load_knowledge()
    topic = ("topic", "topic_any", "reverse_topic", "reverse_topic_any")
    stands_for = {
        # "The page doesn't say …" is also said of these, which are no relations.
        "relation": (
            *knowledge.relations,
            "anything",
            "claim",
            "definition",
            "examples",
            "status",
        ),
        "group": tuple(knowledge.groups),
        "what": ("amount", "count", "year"),
        "period": ("", "_period"),
        "end": topic,
        "unit": ("places",),
    }
    pieces = re.split(r"{([\w.]+)}", family)
    options = [
        stands_for[_last_noun(piece, stands_for)] if i % 2 else (piece,)
        for i, piece in enumerate(pieces)
    ]
    return ("".join(chosen) for chosen in product(*options))


def _last_noun(expression: str, known: Iterable[str]) -> str:
    """`relation` of `fact.relation`, `group` of `group.id`."""
    nouns = [noun for noun in expression.split(".") if noun in known]
    assert nouns, f"say in this test what {{{expression}}} of a response stands for"
    return nouns[-1]


# Wording --------------------------------------------------------------------------


class CheckedPhrases(Phrases):
    """Phrases that note every response missing, and every placeholder left empty."""

    def __init__(self, responses: dict[str, list[dict[str, str]]]) -> None:
        super().__init__(responses)
        self._texts = {n: [v["text"] for v in held] for n, held in responses.items()}
        self.problems: set[str] = set()

    def fill(self, name: str, /, **values: str) -> str:
        if name not in self._texts:
            self.problems.add(f"{name} is missing")
            return ""
        for text in self._texts[name]:
            empty = set(SLOT.findall(text)) - set(values)
            self.problems |= {f"{name}: nothing fills {{{slot}}}" for slot in empty}
        return super().fill(name, **values)


def _questions(knowledge: Knowledge, intents: Iterable[str]) -> Iterator[Question]:
    """Every intent about everything, plain and in every form that the answer minds."""
    relations = knowledge.relations.values()
    asked = {intent: r for r in relations for intent in (r.forward, r.reverse)}
    for intent in intents:
        relation = asked.get(intent)
        reverse = relation is not None and relation.reverse == intent
        yield from _forms(knowledge, Question(intent, "", relation, reverse))


def _forms(knowledge: Knowledge, plain: Question) -> Iterator[Question]:
    entities = knowledge.entities.values()
    subjects = [e.id for e in entities if e.role in (Role.PARTNER, Role.ORGANISATION)]
    for about in (plain, *(plain.about(subject) for subject in subjects)):
        yield about
        for form in _with("counts", "pronoun", "every", "ranked", "beyond"):
            yield replace(about, **form)
        yield replace(about, polar=True, numbers=(10,))
        yield replace(about, leftover=("old",), words=("old",))
        yield replace(about, unknown=("Ideon",))
    for criterion in (e.id for e in entities if e.id not in subjects):
        for form in _with("definite", "every"):
            yield replace(plain, criteria=(criterion,), **form)
    for group in knowledge.groups:
        yield replace(plain, groups=(group,), every=True)
    for one, other in product(subjects, ("camp", "vinnova")):
        for first, second in ((one, other), (other, one)):
            yield replace(plain, subjects=(first, second), polar=True, by=True)
    yield replace(plain, subjects=("camp", "nome"))


def _answers(knowledge: Knowledge, intents: Iterable[str]) -> Iterator[Answer]:
    """The answers to every question, and those that are given where no intent fits."""
    for question in _questions(knowledge, intents):
        for one in answer(knowledge, question):
            yield one
            if one.outcome is Outcome.FACTS:
                yield replace(one, outcome=Outcome.NEAREST, also=(one,))
            if one.outcome is Outcome.UNKNOWN_NAME:
                yield replace(one, criteria=("camp", "nome"))
    for partner in knowledge.partners:
        yield Answer(Kind.NOT_STATED, Outcome.NOT_STATED, partner.id, "anything")
        yield from more(knowledge, Memory(focus=(partner.id,)))
        told = tuple(f"{partner.id}/{id_}" for id_ in knowledge.relations)
        yield from more(knowledge, Memory(focus=(partner.id,), told=told))
        yield from evidence(knowledge, Memory(evidence=told))
    yield from _on_a_list(knowledge)


def _on_a_list(knowledge: Knowledge) -> Iterator[Answer]:
    """The answers about what was listed before, and to whom nothing was told."""
    yield from evidence(knowledge, Memory())
    yield from evidence(knowledge, Memory(evidence=("nordea",)))
    listed = tuple(partner.id for partner in knowledge.partners)
    asked = Question("list_partners", "", among=listed)
    for form in (
        {"counts": True},
        {"criteria": ("non_profit",)},
        {"elsewhere": ("X",)},
    ):
        yield select(knowledge, replace(asked, **form))
    for text in (
        "which begin with S",
        "which have Skåne in their names",
        "which banks",
    ):
        for said in (text, f"not {text}", text.replace("S", "Q")):
            written = replace(asked, text=said, sorts="banks" in said, wants_which=True)
            yield from by_name(knowledge, written)
    for relation in ("definition", "examples"):
        yield Answer(Kind.NOT_STATED, Outcome.NOT_STATED, "atmp", relation)
    yield Answer(
        Kind.NO_SUCH_PARTNER, Outcome.UNKNOWN_NAME, names=("X",), verdict=False
    )
    yield Answer(Kind.NO_SUCH_PARTNER, Outcome.LONGER_NAME, "nordea", names=("X",))
    none = Answer(Kind.FACT, Outcome.NONE_SELECTED, names=("Y",), verdict=False)
    yield from (none, Answer(Kind.FACT, Outcome.NO_OTHERS))
    yield Answer(Kind.AMBIGUOUS, Outcome.OUT_OF_RANGE, names=listed, number=2)
    yield Answer(Kind.FACT, Outcome.DISTINCT, names=("mva", "nome"), verdict=False)
    among = Answer(Kind.FACT, Outcome.AMONG, "vinnova", names=listed, verdict=False)
    yield from (among, replace(among, subject="camp", verdict=True))


def _with(*flags: str) -> list[dict[str, Any]]:
    return [{flag: True} for flag in flags]


@pytest.fixture(scope="module")
def worded(
    rules: list[dict[str, Any]], responses: dict[str, list[dict[str, str]]]
) -> tuple[CheckedPhrases, set[Outcome]]:
    """The phrases after wording the answers to every question, and what these were."""
    knowledge = load_knowledge()
    phrases = CheckedPhrases(responses)
    wording = Wording(knowledge, phrases)
    answered = {"action": "action_answer_question"}
    asked = [r["steps"][0]["intent"] for r in rules if r["steps"][1] == answered]
    outcomes = set()
    for one in _answers(knowledge, asked):
        reply = wording.word(one)
        phrases.fill(reply.response, **reply.values)
        outcomes.add(one.outcome)
    return phrases, outcomes


@pytest.mark.slow
def test_wording_finds_its_responses_and_fills_them(
    worded: tuple[CheckedPhrases, set[Outcome]],
) -> None:
    phrases, outcomes = worded
    assert sorted(phrases.problems) == []
    # What the questions above never lead to they don't check either.
    assert set(Outcome) - outcomes == set()


def test_every_response_speaks_swedish_with_the_same_values(
    responses: dict[str, list[dict[str, Any]]],
) -> None:
    for name, variants in responses.items():
        condition = [{"type": "slot", "name": "language", "value": "sv"}]
        english = [v["text"] for v in variants if "condition" not in v]
        swedish = [v["text"] for v in variants if v.get("condition") == condition]
        assert english and swedish, name
        assert len(variants) == len(english) + len(swedish), name
        held = {slot for text in english for slot in re.findall(r"{\w+}", text)}
        for text in swedish:
            assert set(re.findall(r"{\w+}", text)) == held, f"{name}: {text}"
