"""Word the answers that go on from what was told before."""

from __future__ import annotations

from partners.answer import Answer, Kind, Outcome
from partners.telling import FactWording, Reply

# Of more facts than this only the sections are told again.
_MOST_AGAIN = 4
# Which names are written so, which are not, and that none is.
_SPELLED = {
    Outcome.INITIAL: ("utter_initial", "utter_initial_not", "utter_initial_none"),
    Outcome.SPELLED: ("utter_spelled", "utter_spelled_not", "utter_spelled_none"),
}


class FollowUpWording(FactWording):
    """One method for each outcome that only a conversation has."""

    def _evidence(self, answer: Answer) -> Reply:
        sections = answer.sections
        if not sections:  # a partner's status stands in its group's section
            groups = [self._knowledge.groups[a.group] for a in answer.also if a.group]
            sections = tuple(dict.fromkeys(group.section for group in groups))
        values = {"sections": "; ".join(sections)}
        if len(answer.also) > _MOST_AGAIN:
            return Reply("utter_evidence_sections", values)
        return Reply("utter_evidence", {**values, "told": self._sentences(answer.also)})

    def _more(self, answer: Answer) -> Reply:
        values = {"told": self._sentences(answer.also), "source": self._source(answer)}
        return Reply("utter_more", values)

    def _no_more(self, answer: Answer) -> Reply:
        assert answer.subject
        return Reply("utter_more_none", {"partner": self.name(answer.subject)})

    def _selected(self, answer: Answer) -> Reply:
        values = {
            "partners": self._names(answer.names),
            "criteria": self._names(answer.criteria),
            "source": self._source(answer),
        }
        return self._judged(answer, Reply("utter_selected", values))

    def _none_selected(self, answer: Answer) -> Reply:
        known = [self.name(id_) for id_ in answer.criteria]
        criteria = self._phrases.join([*known, *answer.names])
        denied = answer.verdict is False
        response = "utter_selected_none_no" if denied else "utter_selected_none"
        return Reply(response, {"criteria": criteria})

    def _counted(self, answer: Answer) -> Reply:
        names = self._names(answer.names)
        number = str(answer.number)
        return Reply("utter_counted", {"number": number, "partners": names})

    def _out_of_range(self, answer: Answer) -> Reply:
        shown = self._names(answer.names) if answer.names else None
        shown = shown or self._values(answer.facts)
        values = {"number": str(answer.number), "partners": shown}
        return Reply("utter_out_of_range", values)

    def _among(self, answer: Answer) -> Reply:
        assert answer.subject
        response = "utter_among" if answer.verdict else "utter_among_none"
        values = {"name": self.name(answer.subject)}
        group = self._knowledge.entities[answer.subject].group
        if group and not answer.verdict:  # what it is says more than a long list
            told = self._phrases.fill(f"utter_status_{group}", **values, source="")
            return Reply("utter_among_other", {**values, "told": told})
        return Reply(response, {**values, "partners": self._names(answer.names)})

    def _distinct(self, answer: Answer) -> Reply:
        values = {"names": self._names(answer.names), "source": self._source(answer)}
        return Reply("utter_distinct", {**values, "told": self._sentences(answer.also)})

    def _spelled(self, answer: Answer) -> Reply:
        way = 2 if not answer.names else int(answer.verdict is False)
        response = _SPELLED[answer.outcome][way]
        groups = dict.fromkeys(self._knowledge.entities[i].group for i in answer.names)
        sections = [self._knowledge.groups[id_].section for id_ in groups if id_]
        values = {
            "letters": str(answer.unit),
            "number": str(answer.number),
            "partners": self._names(answer.names),
            "source": self._sections(sections),
        }
        if answer.kind is Kind.FACT:
            return Reply(response, values)
        told = self._phrases.fill(response, **{**values, "source": ""})
        return Reply("utter_sort_unknown", {**values, "told": told})
