"""Look facts up the way questions need them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from partners.answer import Answer, Kind, Outcome
from partners.folding import tokenise
from partners.model import Entity, Fact, Knowledge, Relation, Role, grouped

# What the page does say instead is told briefly: whoever wants more can ask.
_MOST_RELATED = 2
# A list longer than this is told only to whom asks for it.
SHORT_LIST = 6


def forward_facts(
    knowledge: Knowledge, subject: str, relation: Relation
) -> tuple[Fact, ...]:
    """The facts that answer `relation` of `subject`.

    Where the relation itself has none, others stand in for it: the topics of a partner
    for its focus.
    """
    facts = knowledge.facts_of(subject, relation.id)
    if facts:
        return facts
    for id_ in relation.stands_in:
        facts = knowledge.facts_of(subject, id_)
        if facts:
            return facts
    return ()


def count_facts(
    knowledge: Knowledge, subject: str, relation: Relation
) -> tuple[Fact, ...]:
    """The facts that state a number of what `relation` lists."""
    for id_ in (relation.id, *relation.stands_in, *relation.related):
        facts = [f for f in knowledge.facts_of(subject, id_) if f.count is not None]
        if facts:
            return tuple(facts)
    return ()


def told(facts: Sequence[Fact]) -> Answer:
    """The plain answer that tells facts of one subject and one relation."""
    return Answer(
        Kind.FACT, Outcome.FACTS, facts[0].subject, facts[0].relation, tuple(facts)
    )


def left_open(answer: Answer) -> Answer:
    """Neither yes nor no: the page doesn't say that, it says this."""
    kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
    return Answer(kind, outcome, answer.subject, "claim", also=(answer,))


def nearest(answers: Iterable[Answer], subject: str | None = None) -> Answer:
    """What is near to the question, told as no more than that, and only once."""
    inner = tuple(
        one
        for answer in answers
        for one in (answer.also if answer.outcome is Outcome.NEAREST else (answer,))
    )
    plain = tuple(replace(one, unconfirmed=False) for one in inner)
    facts = tuple(fact for one in plain for fact in one.facts)
    return Answer(Kind.NEAREST, Outcome.NEAREST, subject, facts=facts, also=plain)


def told_apart(facts: Iterable[Fact]) -> tuple[Answer, ...]:
    """The plain answers that tell facts of any subjects and relations."""
    groups = grouped(facts, lambda fact: (fact.subject, fact.relation))
    return tuple(told(of_one) for of_one in groups.values())


def not_stated(
    knowledge: Knowledge,
    subject: str,
    relation: Relation,
    instead: Answer | None = None,
) -> Answer:
    """Say that the page doesn't tell, and `instead`, or what near it the page tells."""
    also = (instead,) if instead else _related(knowledge, subject, relation)
    kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
    return Answer(kind, outcome, subject, relation.id, also=also)


def _related(
    knowledge: Knowledge, subject: str, relation: Relation
) -> tuple[Answer, ...]:
    stated = (knowledge.facts_of(subject, id_) for id_ in relation.related)
    also = tuple(told(facts) for facts in stated if facts)[:_MOST_RELATED]
    return also or mentioned(knowledge, subject)


def mentioned(knowledge: Knowledge, subject: str) -> tuple[Answer, ...]:
    """What the page says of an organisation, as parts in partners; () of a partner."""
    facts = knowledge.facts_to(subject)
    if knowledge.entities[subject].role is Role.PARTNER:
        # That a partner supports the park is its status, which is told as that.
        facts = tuple(f for f in facts if f.subject != knowledge.host)
        if not facts:
            return ()
    own = knowledge.facts_of(subject, "summary") or knowledge.facts_of(subject, "names")
    # What an organisation is by its name alone says no more than the name.
    kinds = knowledge.facts_of(subject, "kinds")
    own = (*(kind for kind in kinds if kind.note is None), *own)
    places = knowledge.facts_of(subject, "places")
    if not (facts or own or places):
        return ()
    stated = (*own, *facts, *places)
    return (Answer(Kind.FACT, Outcome.MENTIONED, subject, facts=stated),)


def pointing(
    knowledge: Knowledge,
    subjects: Iterable[str],
    targets: Iterable[str],
    relation: str | None = None,
) -> tuple[Fact, ...]:
    """The facts of the subjects that point at the targets, target by target."""
    chosen = frozenset(subjects)
    return tuple(
        fact
        for target in targets
        for fact in knowledge.facts_to(target, relation)
        if fact.subject in chosen
    )


def members_there(
    knowledge: Knowledge, names: Sequence[str], criteria: Sequence[str]
) -> tuple[Fact, ...]:
    """Whose members make them fit: TIM goes with Slovenia by the one that is there."""
    places = [c for c in criteria if knowledge.entities[c].role is Role.PLACE]
    direct = {fact.subject for fact in pointing(knowledge, names, places)}
    there = frozenset(chain.from_iterable(map(knowledge.subjects_to, places)))
    facts = chain.from_iterable(
        knowledge.facts_of(id_, "members") for id_ in names if id_ not in direct
    )
    return tuple(fact for fact in facts if fact.target in there)


def words_of_names(knowledge: Knowledge, ids: Iterable[str]) -> list[str]:
    """The folded words of every name of these entities."""
    names = (name for id_ in ids for name in knowledge.entities[id_].names)
    return [token.word for name in names for token in tokenise(name)]


def subjects_with(knowledge: Knowledge, target: str) -> tuple[str, ...]:
    """The partners of which some fact points at `target`, in the page's order."""
    return knowledge.in_order(knowledge.subjects_to(target))


def matching(
    knowledge: Knowledge, criteria: Iterable[str], groups: Iterable[str] = ()
) -> tuple[Entity, ...]:
    """The partners that meet every criterion and belong to one of the groups."""
    found: tuple[str, ...] | None = None  # all of them
    for criterion in criteria:
        having = knowledge.subjects_to(criterion)
        met = _met(knowledge, having, found)
        if not met:
            # "Someone from Canada": a member that is there.
            there = chain.from_iterable(map(knowledge.subjects_to, having))
            met = _met(knowledge, frozenset(there), found)
        found = met
    wanted = set(groups)
    some = [knowledge.entities[id_] for id_ in found or ()]
    partners = knowledge.partners if found is None else some
    return tuple(p for p in partners if not wanted or p.group in wanted)


def _met(
    knowledge: Knowledge, ids: frozenset[str], among: tuple[str, ...] | None
) -> tuple[str, ...]:
    """Those of `ids` that are partners, of all or of `among`, in the page's order."""
    return knowledge.in_order(ids if among is None else ids.intersection(among))


def connections(knowledge: Knowledge, one: str, other: str) -> tuple[Fact, ...]:
    """Every fact of one of the two that points at the other."""
    both = (*knowledge.facts_to(one), *knowledge.facts_to(other))
    return tuple(fact for fact in both if {fact.subject, fact.target} == {one, other})
