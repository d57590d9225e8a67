"""Answer what the page says of one subject under one relation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.claimed_numbers import check_frequency, check_numbers, frequency_of
from partners.claimed_words import check_words
from partners.claims import check_claims, offers_others
from partners.facts import (
    count_facts,
    forward_facts,
    left_open,
    nearest,
    not_stated,
    told,
)
from partners.meeting import meeting_criteria
from partners.model import Fact, Knowledge, Relation, Role
from partners.question import Question
from partners.somewhere import (
    from_elsewhere,
    members_by_place,
    members_called,
    misses,
    names_town,
)

# The page says how large a partner is only by its members.
_BY_MEMBERS = "size"
# What a question for a number asks, where the page has only a description.
_NUMBER_OF = {"members": "member_counts"}
# "Who is behind HLF" is whoever of these the page names.
_PARTIES, _NAMES = "parties", "names"
_OF_PARTIES = frozenset({"organisers", "members"})
_BEHIND = ("organisers", "founders", _PARTIES, "funders", "supporters")
_NAMING = frozenset(
    "name names named call called known stand stands standing short abbreviation "
    "acronym mean means meaning spelled title alias aka term same".split()
)
# Of these the page may have a description and no names.
_OF_PEOPLE = frozenset({"members", "parties", "collaborators", "audience"})


def forward(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> tuple[Answer, ...]:
    """What the page says of `subject` under `relation`."""
    if question.behind and relation.id == _PARTIES:
        relation = _behind(knowledge, relation, subject)
        if not knowledge.facts_of(subject, relation.id):  # nor whom it is for
            return (not_stated(knowledge, subject, relation),)
    if relation.id == _BY_MEMBERS and question.of_members:
        relation = knowledge.relations["members"]
        # "How large is TIM, in members" asks a number, where the page has one.
        counted = bool(count_facts(knowledge, subject, relation))
        question = replace(question, counts=question.counts or counted)
    if relation.id == _NAMES:  # "its Swedish name" asks for a name, and no place
        if named := members_called(knowledge, question, subject):
            return (named,)
        question = replace(question, criteria=())
        if _claims_a_name(question):
            return (Answer(Kind.NOT_STATED, Outcome.NOT_STATED, subject, "anything"),)
    elif question.elsewhere:
        return from_elsewhere(knowledge, question, relation, subject)
    if found := members_by_place(knowledge, question, relation, subject):
        return found
    if found := _some_of(knowledge, question, relation, subject):
        return found
    if (question.counts or _supposes_number(question)) and _counted(relation):
        return (_count(knowledge, question, relation, subject),)
    facts = forward_facts(knowledge, subject, relation)
    if question.counts and facts and not any(fact.numbers for fact in facts):
        return (not_stated(knowledge, subject, relation, told(facts)),)
    if relation.id == "kinds" and offers_others(knowledge, question, subject):
        return (left_open(told(facts)),) if facts else ()
    if checked := check_claims(knowledge, question, relation, subject):
        return checked
    if not facts and (near := _nearly(knowledge, question, relation, subject)):
        return (near,)
    if not facts:
        return _pointed_at(knowledge, question, subject, relation)
    return (_judged(knowledge, question, relation, facts),)


def _supposes_number(question: Question) -> bool:
    """Whether a number is taken for granted: "how come it only has five sites"."""
    taken = question.exclusive or not question.said.isdisjoint({"why", "come"})
    return bool(question.numbers) and not question.polar and taken


def _claims_a_name(question: Question) -> bool:
    """Whether something else is claimed than a name: "is it in English"."""
    either = question.polar or "or" in question.said  # "is it in English or Swedish"
    named = question.twice or not question.said.isdisjoint(_NAMING)
    return either and question.asserts and not named


def _behind(knowledge: Knowledge, relation: Relation, subject: str) -> Relation:
    """What the page states first of those who may be behind a partner."""
    stated = (id_ for id_ in _BEHIND if knowledge.facts_of(subject, id_))
    return knowledge.relations[next(stated, relation.id)]


def _judged(
    knowledge: Knowledge, question: Question, relation: Relation, facts: Sequence[Fact]
) -> Answer:
    """The facts, with a yes or a no where the question wants one."""
    answer = told(facts)
    precise = question.exact or question.ranked
    ends = max((fact.end for fact in facts if fact.end), default=None)
    if ends and question.after and question.after >= ends:
        return not_stated(knowledge, facts[0].subject, relation, answer)
    if precise and relation.id in _OF_PEOPLE and not facts[0].target:
        return not_stated(knowledge, facts[0].subject, relation, answer)
    if misses(knowledge, question, relation, facts):
        often = relation.id == "events" and any(frequency_of(fact) for fact in facts)
        placed = relation.id == "places" and (
            not question.beyond or (not question.polar and names_town(knowledge, facts))
        )
        if placed or (often and question.wants_time):
            return nearest([answer], answer.subject)
        return not_stated(knowledge, facts[0].subject, relation, answer)
    if question.frequency and relation.id == "funding":
        return replace(answer, unconfirmed=True)  # "what does it get per month"
    if not question.polar:
        return answer
    if question.twice and relation.id == _NAMES:
        return replace(answer, verdict=True)
    if question.numbers:
        return check_numbers(knowledge, question, relation, answer)
    checked = check_frequency(question, answer)
    return checked or check_words(knowledge, question, relation, answer)


def _nearly(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> Answer | None:
    """Who runs a project, or is a member of it, is nearest to whose project it is."""
    facts = knowledge.facts_of(subject, _PARTIES)
    if relation.id not in _OF_PARTIES or not facts or question.polar or question.counts:
        return None
    facts = meeting_criteria(knowledge, question, facts) or facts
    return nearest([told(facts)], subject)


def _held_by(
    knowledge: Knowledge, question: Question, subject: str, relation: Relation
) -> tuple[Answer, ...]:
    """Who works towards the goals of the UN? Those whose goals they are."""
    if relation.id != "goals" or not (question.wants_names or question.of_partners):
        return ()
    pointing = (f for f in knowledge.facts_to(subject) if f.relation == relation.id)
    return tuple(told([fact]) for fact in pointing)


def _pointed_at(
    knowledge: Knowledge, question: Question, subject: str, relation: Relation
) -> tuple[Answer, ...]:
    """What others' facts tell of it: the sum that a government committed."""
    if held := _held_by(knowledge, question, subject, relation):
        return held
    is_partner = knowledge.entities[subject].role is Role.PARTNER
    if not is_partner and relation.id == "funding":
        facts = [f for f in knowledge.facts_to(subject) if f.amount is not None]
        if facts and question.polar and question.numbers:
            return (check_numbers(knowledge, question, relation, told(facts)),)
        if facts:
            return (told(facts),)
    return (not_stated(knowledge, subject, relation),)


def _some_of(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> tuple[Answer, ...]:
    """The values that meet the criteria: the members of TIM that are in Spain."""
    members = knowledge.facts_of(subject, relation.id)
    own = {fact.target for fact in knowledge.facts_about(subject)}
    # "Which clusters are in TIM": all its members are, so that chooses none.
    placed = relation.id == "members"  # "from Asia": the page names those who are
    choosing = tuple(
        c
        for c in question.criteria
        if c not in own or (placed and knowledge.entities[c].role is Role.PLACE)
    )
    some = meeting_criteria(knowledge, replace(question, criteria=choosing), members)
    claims = question.polar and not question.counts
    if claims and choosing and _is_elsewhere(knowledge, question, members, some):
        return (replace(told(members), verdict=False),)
    if not some:
        return ()
    number = len(some) if question.counts else None
    return (replace(told(some), number=number, verdict=True if claims else None),)


def _is_elsewhere(
    knowledge: Knowledge,
    question: Question,
    values: Sequence[Fact],
    there: Sequence[Fact],
) -> bool:
    """Whether the page has values in other places than claimed: "by a Swedish campus".

    "Are all members Swedish" claims it of each of them.
    """
    roles = {knowledge.entities[c].role for c in question.criteria}
    known = all(knowledge.facts_of(value.target or "", "places") for value in values)
    if roles != {Role.PLACE} or not (values and known):
        return False
    whole = question.universal or question.exclusive
    return not there or (whole and len(there) < len(values))


def _counted(relation: Relation) -> bool:
    """Whether a number of its values makes sense: not "how much does it get"."""
    counted = bool(relation.values) or "topics" in relation.stands_in
    return counted and relation.id != "kinds"


def _count(
    knowledge: Knowledge, question: Question, relation: Relation, subject: str
) -> Answer:
    stated = count_facts(knowledge, subject, relation)
    if stated:
        return check_numbers(knowledge, question, relation, told(stated))
    for id_ in (relation.id, *relation.stands_in):
        facts = knowledge.facts_of(subject, id_)
        if facts and all(fact.target is not None for fact in facts):
            # Only what is linked in the same way: sectors, not parts of a vision.
            counted = tuple(fact for fact in facts if fact.note == facts[0].note)
            answer = replace(told(counted), number=len(counted))
            return check_numbers(knowledge, question, relation, answer)
    facts = forward_facts(knowledge, subject, relation)
    number = knowledge.relations[_NUMBER_OF.get(relation.id, relation.id)]
    return not_stated(knowledge, subject, number, told(facts) if facts else None)
