"""Load the question files, and judge an answer by what must and must not be in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from partners.folding import fold
from partners.renderings import load_renderings

ROOT = Path(__file__).parents[1]
QUESTIONS = ROOT / "tests" / "questions"
RESPONSES = ROOT / "data" / "responses"

# Which responses are an answer of which kind; every other one tells a fact.
KINDS = {
    "not_stated": (
        "utter_not_stated",
        "utter_partners_none",
        "utter_partners_none_in",
        "utter_criterion_unknown",
        "utter_not_connected",
        "utter_selected_none",
        "utter_evidence_none",
    ),
    "no_such_partner": (
        "utter_name_unknown",
        "utter_name_unknown_no",
        "utter_name_unknown_near",
        "utter_name_longer",
    ),
    "ambiguous": ("utter_which_of", "utter_which_partner", "utter_out_of_range"),
    "out_of_scope": (
        "utter_out_of_scope",
        "utter_fallback",
        "utter_other_language",
        "utter_park",
        "utter_smalltalk",
    ),
    "chat": (
        "utter_greet",
        "utter_thank",
        "utter_goodbye",
        "utter_help",
        "utter_identity",
        "utter_praise",
        "utter_acknowledge",
        "utter_complaint",
        "utter_restart",
    ),
    # "Not in those words" is no yes, and says what the page has.
    "nearest": (
        "utter_nearest",
        "utter_nearest_or",
        "utter_sort_unknown",
        "utter_unconfirmed",
    ),
    "no_others": ("utter_others_none", "utter_selected_none_no"),
    "failure": ("utter_failure",),
}
# Small talk may be met with a friendly word or with what the assistant can do; a
# question about the world with any honest refusal.
# Told as perhaps not what was asked, the right fact is right, and where the page is
# silent it is no wrong one.
ALSO_RIGHT = {
    "fact": {"fact", "nearest", "no_others"},
    "not_stated": {"not_stated", "nearest", "no_others"},
    "chat": {"chat", "out_of_scope"},
    "out_of_scope": {
        "out_of_scope",
        "no_such_partner",
        "chat",
        "not_stated",
        "nearest",
    },
}
ABSTAINING = {"not_stated", "no_such_partner", "out_of_scope", "ambiguous"}
_SHORTEST_START = 4
_LONG = 7
_SLOT = re.compile(r"{\w+}")


@dataclass(frozen=True)
class Case:
    """One wording of one question, and what a right answer has and lacks."""

    ask: str
    kind: str | None
    has: tuple[str, ...]
    has_any: tuple[tuple[str, ...], ...]
    lacks: tuple[str, ...]
    where: str

    def __str__(self) -> str:
        shown = self.ask if len(self.ask) < 70 else self.ask[:67] + "..."
        return f"{self.where}: {shown!r}"


@dataclass(frozen=True)
class Verdict:
    """What is wrong with an answer; `wrong_fact` is the gravest of it."""

    problems: tuple[str, ...] = ()
    wrong_fact: bool = False


def load_cases(split: str) -> list[Case]:
    """Every case of `dev` or `held`, in the order of the files."""
    files = sorted((QUESTIONS / split).glob("*.yml"))
    return [case for file in files for case in _cases_of(file)]


def load_conversations(split: str) -> list[list[Case]]:
    """Every conversation of `dev` or `held` as its turns, in the order of the files."""
    files = sorted((QUESTIONS / split / "conversations").glob("*.yml"))
    return [
        [_case(turn, turn["ask"], f"{split}/{file.stem}") for turn in entry["turns"]]
        for file in files
        for entry in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def _cases_of(file: Path) -> Iterator[Case]:
    for entry in yaml.safe_load(file.read_text(encoding="utf-8")) or []:
        if not isinstance(entry["ask"], list):
            raise TypeError(f"{file}: make a list of `ask: {entry['ask']}`")
        for ask in entry["ask"]:
            yield _case(entry, ask, f"{file.parent.name}/{file.stem}")


def _case(entry: Mapping[str, Any], ask: str | Mapping[str, Any], where: str) -> Case:
    return Case(
        ask=_text(ask),
        kind=entry.get("kind"),
        has=tuple(map(str, entry.get("has", ()))),
        has_any=tuple(tuple(map(str, group)) for group in entry.get("has_any", ())),
        lacks=tuple(map(str, entry.get("lacks", ()))),
        where=where,
    )


def _text(ask: str | Mapping[str, Any]) -> str:
    if isinstance(ask, str):
        return ask
    repeat = ask["repeat"]
    return str(repeat["text"]) * int(repeat["times"])


def load_responses(folder: Path = RESPONSES) -> dict[str, Any]:
    """Every response of the assistant, by its name."""
    responses: dict[str, Any] = {}
    for file in sorted(folder.glob("*.yml")):
        held = yaml.safe_load(file.read_text(encoding="utf-8"))
        responses.update(held["responses"])
    return responses


class KindReader:
    """Tell the kind of an answer by which response its text is a filling of."""

    def __init__(self, responses: Mapping[str, Sequence[Mapping[str, str]]]) -> None:
        self._patterns = [
            (kind, re.compile(_pattern(variant["text"]), re.DOTALL))
            for kind, names in KINDS.items()
            for name in names
            for variant in responses[name]
        ]

    @classmethod
    def from_files(cls, folder: Path = RESPONSES) -> KindReader:
        """Read every response of the assistant."""
        return cls(load_responses(folder))

    def kinds(self, messages: Sequence[str]) -> set[str]:
        """The kinds of all messages of one answer."""
        return {self._kind(message) for message in messages}

    def _kind(self, message: str) -> str:
        for kind, pattern in self._patterns:
            if pattern.fullmatch(message):
                return kind
        return "fact"


def _pattern(text: str) -> str:
    parts = _SLOT.split(text)
    return ".*".join(re.escape(part) for part in parts)


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("&", " and ").split())


def occurs(needle: str, text: str, whole: bool = False) -> bool:
    """Whether `needle` stands in `text`, folded, from the start of a word on.

    A longer word may go on ("ATMP" in "ATMPs"), unless it is to be found `whole`; a
    short one may not: "no" is not in "NOME".  Who wrote "upporting" left the first
    letter out because it may be a capital.
    """
    wanted = re.escape(_plain(needle))
    before = r"(?<!\w)" if needle[:1].isalnum() else ""
    if needle[:1].islower() and len(needle) >= _LONG:
        before = r"(?<!\w)\w?"
    ends = whole or len(needle) < _SHORTEST_START
    after = r"(?!\w)" if ends and needle[-1:].isalnum() else ""
    return re.search(f"{before}{wanted}{after}", _plain(text)) is not None


def stands_in(needle: str, text: str, whole: bool = False) -> bool:
    """Whether `needle`, or what an answer in Swedish tells for it, stands in `text`."""
    swedish = load_renderings("sv").get(needle, needle)
    return any(occurs(one, text, whole) for one in {needle, swedish})


def judge(case: Case, messages: Sequence[str], reader: KindReader) -> Verdict:
    """What is wrong with these messages as the answer to the question of `case`."""
    if not messages:
        return Verdict(("no answer",))
    text = "\n".join(messages)
    kinds = reader.kinds(messages)
    problems = [f"lacks {n!r}" for n in case.has if not stands_in(n, text)]
    problems += [
        f"has none of {list(group)}"
        for group in case.has_any
        if not any(stands_in(needle, text) for needle in group)
    ]
    present = [needle for needle in case.lacks if stands_in(needle, text, whole=True)]
    problems += [f"says {needle!r}" for needle in present]
    if case.kind is not None and not kinds & ALSO_RIGHT.get(case.kind, {case.kind}):
        problems.append(f"is {'+'.join(sorted(kinds))}, not {case.kind}")
    if "failure" in kinds:
        problems.append("failed")
    told = case.kind in ABSTAINING and kinds == {"fact"}
    return Verdict(tuple(problems), wrong_fact=bool(present) or told)
