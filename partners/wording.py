"""Choose the response for an answer and make the values that fill it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from partners.answer import Answer, Outcome
from partners.model import Knowledge
from partners.phrases import Phrases
from partners.retelling_wording import FollowUpWording
from partners.telling import Reply

__all__ = ["Reply", "Wording"]

_MOST_BUTTONS = 5
# What a user wrote is quoted up to here: a name is no longer.
_LONGEST_QUOTE = 60


class Wording(FollowUpWording):
    """Word answers about `knowledge` with the phrases of one language."""

    def __init__(self, knowledge: Knowledge, phrases: Phrases) -> None:
        super().__init__(knowledge, phrases)
        self._by_outcome: Mapping[Outcome, Callable[[Answer], Reply]] = {
            Outcome.FACTS: self._facts,
            Outcome.REVERSE: self._reverse,
            Outcome.NOT_AMONG: self._not_among,
            Outcome.EVERY: self._every,
            Outcome.PARTNERS: self._partners,
            Outcome.GROUPS: self._groups,
            Outcome.STATUS: self._status,
            Outcome.MENTIONED: self._mentioned,
            Outcome.CONNECTED: self._connected,
            Outcome.COMPARED: self._compared,
            Outcome.NOT_STATED: self._not_stated,
            Outcome.REVERSE_NOT_STATED: self._reverse_not_stated,
            Outcome.NONE_MATCHES: self._none_matches,
            Outcome.CRITERION_UNKNOWN: self._criterion_unknown,
            Outcome.NOT_CONNECTED: self._not_connected,
            Outcome.UNKNOWN_NAME: self._unknown_name,
            Outcome.LONGER_NAME: self._longer_name,
            Outcome.WHICH: self._which,
            Outcome.NEAREST: self._nearest,
            Outcome.EVIDENCE: self._evidence,
            Outcome.NO_EVIDENCE: lambda answer: Reply("utter_evidence_none"),
            Outcome.MORE: self._more,
            Outcome.NO_MORE: self._no_more,
            Outcome.NO_OTHERS: lambda answer: Reply("utter_others_none"),
            Outcome.SELECTED: self._selected,
            Outcome.NONE_SELECTED: self._none_selected,
            Outcome.COUNTED: self._counted,
            Outcome.OUT_OF_RANGE: self._out_of_range,
            Outcome.AMONG: self._among,
            Outcome.DISTINCT: self._distinct,
            Outcome.INITIAL: self._spelled,
            Outcome.SPELLED: self._spelled,
            Outcome.OFF_PAGE: lambda answer: Reply("utter_park"),
        }

    def word(self, answer: Answer) -> Reply:
        """The reply that tells `answer`."""
        return self._by_outcome[answer.outcome](answer)

    def _topic(self, answer: Answer, end: str) -> str:
        if answer.names and answer.subject is None:
            return self._phrases.fill("utter_that_of", names=self._names(answer.names))
        name = f"utter_{answer.relation}_{end}"
        if answer.subject is None:
            return self._phrases.fill(f"{name}_any")
        shown = self.name(answer.subject)
        return self._phrases.fill(name, partner=shown, name=shown)

    def _not_stated(self, answer: Answer) -> Reply:
        return Reply(
            "utter_not_stated",
            {
                "what": self._topic(answer, "topic"),
                "instead": self._instead(answer),
                "source": self._source_of(answer.also),
            },
        )

    def _source_of(self, answers: Sequence[Answer]) -> str:
        facts = tuple(fact for answer in answers for fact in answer.facts)
        if not facts:
            return ""
        return self._source(Answer(answers[0].kind, Outcome.FACTS, facts=facts))

    def _instead(self, answer: Answer) -> str:
        if answer.also:
            return self._phrases.fill(
                "utter_instead", text=self._sentences(answer.also)
            )
        if answer.subject is None:
            return ""
        labels = [
            self._label(r, answer.subject)
            for r in self._knowledge.relations_of(answer.subject)
            if r != "summary"
        ]
        entity = self._knowledge.entities[answer.subject]
        if labels:
            return self._phrases.fill("utter_stated", labels=self._phrases.join(labels))
        if entity.group:
            text = self._phrases.fill(
                f"utter_status_{entity.group}", name=entity.name, source=""
            )
            return self._phrases.fill("utter_instead", text=text)
        return ""

    def _reverse_not_stated(self, answer: Answer) -> Reply:
        what = self._topic(answer, "reverse_topic")
        source = self._source_of(answer.also)
        values = {"what": what, "instead": self._instead(answer), "source": source}
        return Reply("utter_not_stated", values)

    def _none_matches(self, answer: Answer) -> Reply:
        known = [self.name(id_) for id_ in answer.criteria]
        other = [self._quoted(name) for name in answer.names]
        criteria = self._phrases.join([*known, *other])
        values = {
            "criteria": criteria,
            "instead": self._instead(answer) if answer.also else "",
            "source": self._source(answer) if answer.also else "",
        }
        if answer.group is None:
            return Reply("utter_partners_none", values)
        group = self._knowledge.groups[answer.group].name
        return Reply("utter_partners_none_in", {**values, "group": group})

    def _criterion_unknown(self, answer: Answer) -> Reply:
        words = self._phrases.join([self._quoted(name) for name in answer.names])
        return Reply("utter_criterion_unknown", {"criteria": words})

    def _not_connected(self, answer: Answer) -> Reply:
        one, other = (self.name(name) for name in answer.names)
        return Reply(
            "utter_not_connected",
            {
                "one": one,
                "other": other,
                "instead": self._instead(answer) if answer.also else "",
                "source": self._source_of(answer.also),
            },
        )

    def _quoted(self, text: str) -> str:
        """Text of the user, if it is nothing that a channel might take as markup."""
        typed = self._phrases.as_typed(text.strip(" "))
        if not all(c.isalnum() or c in " -&.'’" for c in typed):
            return self._phrases.fill("utter_unquotable")  # code, not a name
        return self._phrases.fill("utter_quoted", text=typed[:_LONGEST_QUOTE])

    def _nearest(self, answer: Answer) -> Reply:
        text, source = self._sentences(answer.also), self._source(answer)
        values = {"told": text, "source": source}
        asked = tuple(
            self.question(relation, answer.subject or "")
            for relation in answer.names
            if self.can_ask(relation)
        )
        if not asked:
            return Reply("utter_nearest", values)
        return Reply("utter_nearest_or", values, asked)

    def _unknown_name(self, answer: Answer) -> Reply:
        near = answer.criteria[:_MOST_BUTTONS]
        name = self._quoted(answer.names[0])
        if not near:
            denied = answer.verdict is False
            response = "utter_name_unknown_no" if denied else "utter_name_unknown"
            return Reply(response, {"name": name})
        questions = tuple(
            self._phrases.fill("utter_summary_question", partner=self.name(id_))
            for id_ in near
        )
        values = {"name": name, "partners": self._names(near)}
        return Reply("utter_name_unknown_near", values, questions)

    def _longer_name(self, answer: Answer) -> Reply:
        shown = self.name(answer.subject or "")
        said = self._quoted(answer.names[0])
        return Reply("utter_name_longer", {"name": said, "partner": shown})

    def _which(self, answer: Answer) -> Reply:
        asks = f"utter_{answer.relation}_question" in self._phrases
        if not asks or not 0 < len(answer.names) <= _MOST_BUTTONS:
            return Reply("utter_which_partner")
        questions = tuple(self.question(answer.relation, id_) for id_ in answer.names)
        return Reply(
            "utter_which_of", {"partners": self._names(answer.names)}, questions
        )

    def can_ask(self, relation: str) -> bool:
        """Whether there is a plain question for `relation`."""
        return f"utter_{relation}_question" in self._phrases

    def question(self, relation: str | None, subject: str) -> str:
        """The plain question that asks `relation` of `subject`, for a button."""
        return self._phrases.fill(
            f"utter_{relation}_question", partner=self.name(subject)
        )
