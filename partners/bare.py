"""Complete a question word that stands alone: "when?", "by whom?"."""

from __future__ import annotations

import re
from dataclasses import replace

from partners.answer import Answer, Kind, Outcome
from partners.completing import Turn
from partners.facts import told
from partners.folding import tokenise
from partners.listed import DESCRIBE
from partners.memory import Memory
from partners.model import Knowledge
from partners.question import Question
from partners.reference import Reference
from partners.rows import evidence_in

_OF_MONEY = frozenset({"funding", "funders"})
_AGAIN = re.compile(
    r"\W*(?:sorry|pardon|excuse me|huh|what|come again|say (?:that|it) again"
    r"|repeat(?: (?:that|it))?)(?: what)?(?: please)?\s*\?+\W*$",
    re.I,
)
# Of what comes then the page says nothing.
_AFTERWARDS = re.compile(
    r"\W*(?:(?:and|but|so)\W+)?(?:what )?(?:(?:happens|comes|happened|follows) )?"
    r"(?:after|before|beyond|following) (?:that|then|it|this)\W*$",
    re.I,
)
_SHORT = 4  # words of "so per year then"


def bare(
    knowledge: Knowledge, question: Question, reference: Reference, memory: Memory
) -> Turn | None:
    """When? By whom?  Per year?  What is said once more of another word: "and GMP"."""
    if turn := _in_what_way(knowledge, question, memory):
        return turn
    if _AGAIN.match(question.text) and memory.intent and memory.focus:
        return Turn(memory.intent, memory.focus)
    if _AFTERWARDS.match(question.text) and len(memory.focus) == 1:
        kind, outcome = Kind.NOT_STATED, Outcome.NOT_STATED
        return Turn(answers=(Answer(kind, outcome, memory.focus[0], "anything"),))
    names = knowledge.relations["names"].forward or ""
    if memory.intent == names and reference.empty and question.criteria:
        return Turn(names, criteria=question.criteria, dropped=True)
    if not reference.bare or not memory.focus or question.criteria:
        return None
    if reference.bare == ("",) and "about" in question.said:
        return Turn(DESCRIBE, memory.focus)  # "what's it about"
    if reference.bare == ("",):  # "how many sites?" - "which?"
        return Turn(memory.intent, memory.focus)
    return asked_alone(
        knowledge, reference, memory, _held(knowledge, reference, memory)
    )


def _in_what_way(
    knowledge: Knowledge, question: Question, memory: Memory
) -> Turn | None:
    """How much does CAMP get? - Per year?  In euros?"""
    words = [token for token in tokenise(question.text) if token.is_word]
    named = question.subjects or question.unknown or question.criteria
    asks = question.frequency or question.other_money  # "in euros?"
    if not asks or named or len(words) > _SHORT:
        return None
    last = knowledge.asked_by(memory.intent)
    if len(memory.focus) != 1 or last is None or last.id not in _OF_MONEY:
        return None
    facts = knowledge.facts_of(memory.focus[0], "funding")
    return Turn(answers=(replace(told(facts), unconfirmed=True),)) if facts else None


def asked_alone(
    knowledge: Knowledge,
    reference: Reference,
    memory: Memory,
    subjects: tuple[str, ...],
) -> Turn:
    """What a lone question word asks of `subjects`."""
    relations = knowledge.relations
    last = knowledge.asked_by(memory.intent)
    near = {last.id, *last.related} if last else set()
    stated = knowledge.relations_of(subjects[0])
    told = {f"{subjects[0]}/{id_}": id_ for id_ in reference.bare}
    # "Where is Malmö University part?" - "Together with whom in Open Lab?"
    other = subjects[0] not in memory.focus
    fitting = [told[one] for one in memory.evidence if other and one in told]
    # "What did LIF co-found?" - "Together with?"
    fitting += [i for i in reference.bare if last and i == last.id and memory.giver]
    fitting += [id_ for id_ in reference.bare if id_ in near]
    fitting += [id_ for id_ in reference.bare if id_ in stated]
    chosen = relations[(fitting or reference.bare)[0]]
    return Turn(chosen.forward or "", subjects)


def _held(
    knowledge: Knowledge, reference: Reference, memory: Memory
) -> tuple[str, ...]:
    """What did LIF found? - What year? The partner, where LIF has nothing of it."""
    (focus, *more) = memory.focus
    own = knowledge.relations_of(focus)
    if more or not set(reference.bare).isdisjoint(own):
        return memory.focus
    for facts in evidence_in(knowledge, memory.evidence):
        if any(fact.target == focus for fact in facts):
            return (facts[0].subject,)
    return memory.focus
