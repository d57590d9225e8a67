"""What a message asks, in the terms of the knowledge file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from partners.model import Relation


@dataclass(frozen=True, slots=True)
class Question:
    """An intent, the names in the message, and the form of the question.

    Names keep the order of the message.  `reverse` tells that the question starts from
    the other end of the relation ("what does Vinnova fund"); `swapped` that the message
    puts the two ends the wrong way round for it to be answered with a yes; `asserts`
    that the message begins with its verb or ends with "isn't it"; `placed` that its
    subject was named by a place in a list; `twice` that it has one name in two ways;
    `dimension` is the relation by which partners are compared ("older"), `after` the
    year from which on something is asked; `agent` that its one name is who acts: "what
    is funded by Vinnova"; `receives` that it is acted on: "who funds Vinnova";
    `acts` that the first of two is said to fund, found, … the second, `acted` that the
    second is, `joins` that the first is said to be a member of the second;
    `needs` that it only says what the asker needs; `sorts` that it chooses by what the
    page doesn't sort by: "which banks".
    """

    intent: str
    text: str
    relation: Relation | None = None
    reverse: bool = False
    subjects: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    leftover: tuple[str, ...] = ()
    counts: bool = False
    polar: bool = False
    asserts: bool = False
    placed: bool = False
    joined: bool = False
    pronoun: bool = False
    definite: bool = False
    by: bool = False
    agent: bool = False
    receives: bool = False
    acts: bool = False
    acted: bool = False
    joins: bool = False
    sorts: bool = False
    needs: bool = False
    negated: bool = False
    active: bool = False
    every: bool = False
    both: bool = False
    derived: bool = False
    ranked: bool = False
    beyond: bool = False
    wants_names: bool = False
    wants_country: bool = False
    wants_continent: bool = False
    of_members: bool = False
    heads: bool = False
    of_partners: bool = False
    words: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    explained: tuple[str, ...] = ()
    incidental: bool = False
    never: str | None = None
    wants_time: bool = False
    exclusive: bool = False
    universal: bool = False
    alike: bool = False
    behind: bool = False
    twice: bool = False
    dimension: str | None = None
    after: int | None = None
    other_money: bool = False
    singular: bool = False
    about_all: bool = False
    wants_which: bool = False
    among: tuple[str, ...] = ()
    exact: bool = False
    excepting: bool = False
    said: frozenset[str] = frozenset()
    opposites: tuple[str, ...] = ()
    frequency: str | None = None
    capitals: tuple[str, ...] = ()

    @property
    def asked_as(self) -> str:
        """The intent that asks the same of another name: from the end that it is at."""
        from_end = self.relation.reverse if self.reverse and self.relation else None
        return from_end or self.intent

    @property
    def asked_for(self) -> tuple[str, ...]:
        """Everything known that it names: fields, kinds, groups, organisations."""
        return (*self.criteria, *self.groups, *self.subjects)

    def about(self, *subjects: str) -> Question:
        """The same question about other subjects."""
        return replace(self, subjects=subjects)
