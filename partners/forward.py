"""Answer what the page says of one subject: facts, a yes or no, a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.cues import load_cues
from partners.facts import SHORT_LIST, count_facts, forward_facts, not_stated, told
from partners.folding import tokenise
from partners.model import Fact, Knowledge, Relation, Role
from partners.question import Question
from partners.search import stem, stems

# Criteria of these roles check a partner's facts under that relation.
_CLAIMS: dict[Role, str] = {
    Role.FORM: "legal_forms",
    Role.KIND: "kinds",
    Role.PLACE: "places",
    Role.TOPIC: "topics",
}
# What the page lists of these is all there is to it; to other claims it may be silent.
_CLOSED = frozenset({"kinds", "places"})


def forward(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> tuple[Answer, ...]:
    """What the page says of `subject` under `relation`."""
    if some := _some_of(knowledge, question, relation, subject):
        return some
    if question.counts and _counted(relation):
        return (_count(knowledge, relation, subject),)
    facts = forward_facts(knowledge, subject, relation)
    if question.counts and facts and not any(fact.numbers for fact in facts):
        unheld = not_stated(knowledge, subject, relation)
        return (replace(unheld, also=(told(facts),)),)
    claims = _claims(knowledge, question, relation)
    if claims:
        return _check_claims(knowledge, question, relation, subject, claims)
    if not facts:
        return (_pointed_at(knowledge, subject, relation),)
    answer = told(facts)
    if _misses(question, relation, facts):
        unheld = not_stated(knowledge, subject, relation)
        return (replace(unheld, also=(answer,)),)
    if question.polar and question.numbers:
        return (_check_numbers(knowledge, question, relation, answer),)
    often = [f for fact in facts if (f := load_cues().frequency(fact.text or ""))]
    if question.polar and question.frequency and often:
        return (replace(answer, verdict=question.frequency in often),)
    if question.polar and question.words:
        if _all_told(question, facts):
            answer = replace(answer, verdict=True)
        elif relation.id == "kinds" and not _said(knowledge, question, subject):
            # The page says what it is, and nowhere the other word.
            answer = replace(answer, verdict=False)
    return (answer,)


def _said(knowledge: Knowledge, question: Question, subject: str) -> bool:
    """Whether any fact of `subject` has a word of the claim."""
    asked = {stem(word) for word in question.words}
    return any(
        asked & stems(fact.text or "")
        for fact in knowledge.facts
        if fact.subject == subject
    )


def _unclaimed(answer: Answer) -> Answer:
    """Neither yes nor no: the page doesn't say that, it says this."""
    kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
    return Answer(kind, outcome, answer.subject, "claim", also=(answer,))


def _pointed_at(knowledge: Knowledge, subject: str, relation: Relation) -> Answer:
    """What others' facts tell of it: the sum that a government committed."""
    if (
        knowledge.entities[subject].role is not Role.PARTNER
        and relation.id == "funding"
    ):
        facts = [f for f in knowledge.facts_to(subject) if f.amount is not None]
        if facts:
            return told(facts)
    return not_stated(knowledge, subject, relation)


def _misses(question: Question, relation: Relation, facts: Sequence[Fact]) -> bool:
    """Whether the facts are near what is asked and not it: no city, no next date."""
    if question.beyond and relation.id != "places":
        return True
    if question.beyond:
        return not any(
            fact.target and (fact.basis == "location" or not fact.note)
            for fact in facts
        )
    if relation.id != "places":
        return False
    asked = set(question.words)
    return not any(_is_location(fact) or asked & _words(fact.note) for fact in facts)


def _is_location(fact: Fact) -> bool:
    """Whether a fact tells where something is itself, and not its members or users."""
    return fact.note is None or fact.basis in ("location", "coverage")


def _words(text: str | None) -> set[str]:
    return {token.word for token in tokenise(text or "")}


def _all_told(question: Question, facts: Sequence[Fact]) -> bool:
    """Whether every word that carries the claim stands in one of the facts."""
    asked = {stem(word) for word in question.words}
    return bool(asked) and any(asked <= stems(fact.text or "") for fact in facts)


def _some_of(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> tuple[Answer, ...]:
    """The values that meet the criteria, or where all members come from."""
    members = knowledge.facts_of(subject, relation.id)
    some = meeting_criteria(knowledge, question, members)
    if some:
        number = len(some) if question.counts else None
        verdict = True if question.polar and not question.counts else None
        return (replace(told(some), number=number, verdict=verdict),)
    places = knowledge.facts_of(subject, relation.detail or "")
    if question.wants_place and places:
        return (told(places), told(members))
    return ()


def _counted(relation: Relation) -> bool:
    """Whether a number of its values makes sense: not "how much does it get"."""
    return bool(relation.values) or "topics" in relation.stands_in


def _count(knowledge: Knowledge, relation: Relation, subject: str) -> Answer:
    stated = count_facts(knowledge, subject, relation)
    if stated:
        return told(stated)
    for id_ in (relation.id, *relation.stands_in):
        facts = knowledge.facts_of(subject, id_)
        if facts and all(fact.target is not None for fact in facts):
            # Only what is linked in the same way: sectors, not parts of a vision.
            counted = tuple(fact for fact in facts if fact.note == facts[0].note)
            return replace(told(counted), number=len(counted))
    facts = forward_facts(knowledge, subject, relation)
    answer = not_stated(knowledge, subject, relation)
    return replace(answer, also=(told(facts),)) if facts else answer


def _claims(
    knowledge: Knowledge, question: Question, relation: Relation
) -> dict[str, str]:
    """Criterion -> the relation whose facts say whether it holds."""
    asked = {relation.id, *relation.stands_in, *relation.related}
    found = {}
    for criterion in question.criteria:
        role = knowledge.entities[criterion].role
        under = relation.id if role in relation.values else _CLAIMS[role]
        if relation.id == "kinds":
            under = "kinds"  # "is MTT an incubator" asks its kind, whatever that is
        if under in asked:
            found[criterion] = under
    return found


def _check_claims(
    knowledge: Knowledge,
    question: Question,
    relation: Relation,
    subject: str,
    claims: dict[str, str],
) -> tuple[Answer, ...]:
    answers: list[Answer] = []
    for criterion, under in claims.items():
        facts = knowledge.facts_of(subject, under)
        found = [fact for fact in facts if fact.target == criterion]
        if found:
            # The other values belong to a whole answer: "yes: Grenoble and France".
            shown = facts if len(facts) <= SHORT_LIST else found
            answers.append(replace(told(shown), verdict=question.polar or None))
        elif members := _members_in(knowledge, subject, criterion):
            answers.append(replace(told(members), verdict=question.polar or None))
        elif facts and question.polar and under in _CLOSED:
            answers.append(replace(told(facts), verdict=False))
        elif facts and question.polar:
            answers.append(_unclaimed(told(facts)))
        elif stated := forward_facts(knowledge, subject, relation):
            answers.append(replace(told(stated), verdict=None))
        else:
            answers.append(not_stated(knowledge, subject, relation))
    if any(a.verdict is not True for a in answers):
        # A yes to one half of "is it a non-profit network" is no yes.
        answers = [replace(a, verdict=a.verdict and None) for a in answers]
    return tuple(answers)


def _members_in(knowledge: Knowledge, subject: str, place: str) -> tuple[Fact, ...]:
    return tuple(
        member
        for member in knowledge.facts_of(subject, "members")
        for fact in knowledge.facts_of(member.target or "", "places")
        if fact.target == place
    )


def meeting_criteria(
    knowledge: Knowledge, question: Question, facts: tuple[Fact, ...]
) -> tuple[Fact, ...]:
    """The values that meet the criteria: the members of TIM that are in Spain."""
    meeting = {
        fact.subject
        for criterion in question.criteria
        for fact in knowledge.facts_to(criterion)
    }
    values = (Role.ORGANISATION, Role.PARTNER)
    return tuple(
        fact
        for fact in facts
        if fact.target in meeting and knowledge.entities[fact.target].role in values
    )


def _check_numbers(
    knowledge: Knowledge, question: Question, relation: Relation, answer: Answer
) -> Answer:
    stated = [answer.facts]
    if answer.subject is not None:
        stated.append(count_facts(knowledge, answer.subject, relation))
    numbered = [facts for facts in stated if any(fact.numbers for fact in facts)]
    if not numbered:
        if not _counted(relation) or not all(fact.target for fact in answer.facts):
            # The page has no number to hold against the one in the question.
            return _unclaimed(answer)
        verdict = len(answer.facts) in question.numbers
        return replace(answer, verdict=verdict, number=len(answer.facts))
    known = {number for fact in numbered[-1] for number in fact.numbers}
    contradicts = any(fact.basis for fact in numbered[-1])
    holds = known.issuperset(question.numbers)
    return replace(told(numbered[-1]), verdict=None if contradicts else holds)
