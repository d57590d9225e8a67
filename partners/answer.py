"""An answer as data: what it says and what kind it is, before any wording."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from partners.model import Fact


class Kind(str, Enum):
    """The five kinds of answer, never mixed up."""

    FACT = "fact"
    NOT_STATED = "not_stated"
    NO_SUCH_PARTNER = "no_such_partner"
    AMBIGUOUS = "ambiguous"
    OUT_OF_SCOPE = "out_of_scope"
    # Between fact and not stated: a fact, told as perhaps not what was asked.
    NEAREST = "nearest"


class Outcome(str, Enum):
    """What an answer says; each is worded by one function of `partners.wording`."""

    FACTS = "facts"
    REVERSE = "reverse"
    NOT_AMONG = "not_among"
    EVERY = "every"
    PARTNERS = "partners"
    GROUPS = "groups"
    STATUS = "status"
    MENTIONED = "mentioned"
    CONNECTED = "connected"
    COMPARED = "compared"
    NOT_STATED = "not_stated"
    REVERSE_NOT_STATED = "reverse_not_stated"
    NONE_MATCHES = "none_matches"
    CRITERION_UNKNOWN = "criterion_unknown"
    NOT_CONNECTED = "not_connected"
    UNKNOWN_NAME = "unknown_name"
    LONGER_NAME = "longer_name"
    WHICH = "which"
    OFF_PAGE = "off_page"
    NEAREST = "nearest"
    EVIDENCE = "evidence"
    NO_EVIDENCE = "no_evidence"
    MORE = "more"
    NO_MORE = "no_more"
    NO_OTHERS = "no_others"
    SELECTED = "selected"
    NONE_SELECTED = "none_selected"
    COUNTED = "counted"
    OUT_OF_RANGE = "out_of_range"
    AMONG = "among"
    DISTINCT = "distinct"
    INITIAL = "initial"
    SPELLED = "spelled"


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing to say.

    `verdict` is the yes or no of a polar question, or None where the truth is told
    without one; `number` the count that was asked for, of `unit` where that is not what
    is listed; `also` what the page does say instead; `unconfirmed` that the page has
    other words than the claim.
    """

    kind: Kind
    outcome: Outcome
    subject: str | None = None
    relation: str | None = None
    facts: tuple[Fact, ...] = ()
    names: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    group: str | None = None
    verdict: bool | None = None
    swapped: bool = False
    unconfirmed: bool = False
    number: int | None = None
    unit: str | None = None
    also: tuple[Answer, ...] = ()

    @property
    def sections(self) -> tuple[str, ...]:
        """Where on the page the answer stands, in the order it is told."""
        return tuple(dict.fromkeys(fact.section for fact in self.facts))
