"""What the assistant knows, as small frozen objects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Role(str, Enum):
    """What a name stands for; also the Rasa entity type it is extracted as."""

    PARTNER = "partner"
    ORGANISATION = "organisation"
    PLACE = "place"
    TOPIC = "topic"
    FORM = "form"
    KIND = "kind"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement of the page about one subject.

    A fact points to another entity (`target`), or holds a text, a year, a count or an
    amount.  Where it has both a target and a text, the text is what a reader sees and
    the target is what a question can ask from the other end.
    """

    subject: str
    relation: str
    section: str
    target: str | None = None
    text: str | None = None
    note: str | None = None
    year: int | None = None
    count: int | None = None
    amount: int | None = None
    unit: str | None = None
    start: int | None = None
    end: int | None = None
    basis: str | None = None

    @property
    def numbers(self) -> tuple[int, ...]:
        """Every number that the fact states, to check a claim in a question."""
        held = (self.year, self.count, self.amount, self.start, self.end)
        return tuple(number for number in held if number is not None)


@dataclass(frozen=True, slots=True)
class Entity:
    """Something with a name: a partner, an organisation, a place, a topic, …

    A name that is not `masked` is also a word of the questions themselves ("goals",
    "management"): the classifier sees it as it is written.
    """

    id: str
    role: Role
    name: str
    aliases: tuple[str, ...] = ()
    group: str | None = None
    section: str | None = None
    masked: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The display name and every alias."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Relation:
    """A kind of fact, and how questions about it hang together.

    `forward` and `reverse` are the intents that ask it from either end; `related` are
    the relations whose facts are worth telling when this one is not stated, and
    `stands_in` those whose facts answer the same question.  `compared` tells whether
    two partners are set side by side by it.
    """

    id: str
    values: tuple[Role, ...] = ()
    forward: str | None = None
    reverse: str | None = None
    related: tuple[str, ...] = ()
    stands_in: tuple[str, ...] = ()
    detail: str | None = None
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """One of the page's kinds of partner, such as the supporting partners."""

    id: str
    name: str
    section: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Knowledge:
    """Everything on the page; every order is the page's order."""

    sections: tuple[str, ...]
    host: str
    groups: Mapping[str, Group]
    entities: Mapping[str, Entity]
    relations: Mapping[str, Relation]
    facts: tuple[Fact, ...]
    _by_subject: dict[tuple[str, str], list[Fact]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _by_target: dict[str, list[Fact]] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        for fact in self.facts:
            self._by_subject.setdefault((fact.subject, fact.relation), []).append(fact)
            if fact.target is not None:
                self._by_target.setdefault(fact.target, []).append(fact)

    @property
    def partners(self) -> tuple[Entity, ...]:
        """All partners in the page's order."""
        return tuple(e for e in self.entities.values() if e.role is Role.PARTNER)

    def facts_of(self, subject: str, relation: str) -> tuple[Fact, ...]:
        """The facts that the page states of `subject` under `relation`."""
        return tuple(self._by_subject.get((subject, relation), ()))

    def facts_to(self, target: str, relation: str | None = None) -> tuple[Fact, ...]:
        """The facts that point at `target`, of one relation or of all."""
        found = self._by_target.get(target, ())
        return tuple(f for f in found if relation in (None, f.relation))

    def relations_of(self, subject: str) -> tuple[str, ...]:
        """The relations under which the page states something of `subject`."""
        return tuple(r for r in self.relations if (subject, r) in self._by_subject)
