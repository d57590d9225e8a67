"""What the assistant knows, as small frozen objects."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, TypeVar


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


_Group = TypeVar("_Group", bound=Hashable)
ByRelation = Mapping[str, tuple[Fact, ...]]


def _index() -> Any:
    return field(init=False, repr=False, compare=False, default_factory=dict)


@dataclass(frozen=True)
class Knowledge:
    """Everything on the page; every order is the page's order."""

    sections: tuple[str, ...]
    host: str
    groups: Mapping[str, Group]
    entities: Mapping[str, Entity]
    relations: Mapping[str, Relation]
    facts: tuple[Fact, ...]
    _about: dict[str, tuple[Fact, ...]] = _index()
    _to: dict[str, tuple[Fact, ...]] = _index()
    # What is asked for is sorted at its first use: few partners are asked about.
    _sorted_about: dict[str, ByRelation] = _index()
    _sorted_to: dict[str, ByRelation] = _index()
    _subjects_to: dict[str, frozenset[str]] = _index()
    _partners: tuple[Entity, ...] = field(init=False, repr=False, compare=False)
    _places: dict[str, int] = _index()

    def __post_init__(self) -> None:
        pointing = [fact for fact in self.facts if fact.target is not None]
        self._about.update(grouped(self.facts, lambda fact: fact.subject))
        self._to.update(grouped(pointing, lambda fact: fact.target or ""))
        partners = tuple(e for e in self.entities.values() if e.role is Role.PARTNER)
        object.__setattr__(self, "_partners", partners)
        self._places.update({one.id: place for place, one in enumerate(partners)})

    @property
    def partners(self) -> tuple[Entity, ...]:
        """All partners in the page's order."""
        return self._partners

    def in_order(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of `ids` that are partners, in the page's order."""
        wanted = {id_ for id_ in ids if id_ in self._places}
        return tuple(sorted(wanted, key=self._places.__getitem__))

    def asked_by(self, intent: str) -> Relation | None:
        """The relation that an intent asks, from either end."""
        relations = self.relations.values()
        return next((r for r in relations if intent in (r.forward, r.reverse)), None)

    def facts_about(self, subject: str) -> tuple[Fact, ...]:
        """Everything that the page states of `subject`."""
        return self._about.get(subject, ())

    def facts_of(self, subject: str, relation: str) -> tuple[Fact, ...]:
        """The facts that the page states of `subject` under `relation`."""
        return self._stated(subject).get(relation, ())

    def facts_to(self, target: str, relation: str | None = None) -> tuple[Fact, ...]:
        """The facts that point at `target`, of one relation or of all."""
        found = self._to.get(target, ())
        if relation is None or not found:
            return found
        if target not in self._sorted_to:
            self._sorted_to[target] = _by_relation(found)
        return self._sorted_to[target].get(relation, ())

    def subjects_to(self, target: str) -> frozenset[str]:
        """Everything of which some fact points at `target`."""
        if target not in self._to:
            return frozenset()
        if target not in self._subjects_to:
            subjects = frozenset(fact.subject for fact in self._to[target])
            self._subjects_to[target] = subjects
        return self._subjects_to[target]

    def relations_of(self, subject: str) -> tuple[str, ...]:
        """The relations under which the page states something of `subject`."""
        stated = self._stated(subject)
        return tuple(relation for relation in self.relations if relation in stated)

    def _stated(self, subject: str) -> ByRelation:
        facts = self._about.get(subject)
        if facts is None:
            return {}
        if subject not in self._sorted_about:
            self._sorted_about[subject] = _by_relation(facts)
        return self._sorted_about[subject]


def grouped(
    facts: Iterable[Fact], group_of: Callable[[Fact], _Group]
) -> dict[_Group, tuple[Fact, ...]]:
    """Facts by what `group_of` tells of each, in their order."""
    found: dict[_Group, list[Fact]] = {}
    for fact in facts:
        found.setdefault(group_of(fact), []).append(fact)
    return {group: tuple(held) for group, held in found.items()}


def _by_relation(facts: Iterable[Fact]) -> ByRelation:
    return grouped(facts, lambda fact: fact.relation)
