"""Word the answers that tell facts."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from partners.answer import Answer
from partners.facts import told, told_apart
from partners.model import Fact, grouped
from partners.values import ValueWording


@dataclass(frozen=True, slots=True)
class Reply:
    """The response to utter, what fills it, and the questions to offer as buttons."""

    response: str
    values: Mapping[str, str] = field(default_factory=dict)
    buttons: tuple[str, ...] = ()


class FactWording(ValueWording):
    """One method for each outcome that tells facts."""

    @abstractmethod
    def word(self, answer: Answer) -> Reply:
        """The reply that tells `answer`."""

    def sentence(self, answer: Answer) -> str:
        """The reply as one text without its source, to stand inside another."""
        reply = self.word(answer)
        return self._phrases.fill(reply.response, **{**reply.values, "source": ""})

    def _sentences(self, answers: Sequence[Answer]) -> str:
        return " ".join(self.sentence(answer) for answer in answers)

    def _facts(self, answer: Answer) -> Reply:
        assert answer.subject and answer.relation
        fact = Reply(
            f"utter_{answer.relation}_fact",
            {
                "partner": self.name(answer.subject),
                "values": self._values(answer.facts),
                "source": self._source(answer),
            },
        )
        if {f.basis for f in answer.facts} == {"stated", "listed"}:
            counts = {f.basis or "": str(f.count) for f in answer.facts}
            response = f"utter_{answer.relation}_contradiction"
            return self._judged(answer, Reply(response, {**fact.values, **counts}))
        return self._judged(answer, fact)

    def _judged(self, answer: Answer, fact: Reply) -> Reply:
        """`fact` with the yes, the no or the number that the question wanted."""
        more: dict[str, str] = {}
        if answer.swapped:
            response, more = "utter_swapped", {}
        elif answer.unconfirmed:
            response, more = "utter_unconfirmed", {}
        elif answer.verdict is not None and answer.number is not None:
            response = "utter_yes_number" if answer.verdict else "utter_no_number"
            more = {"number": str(answer.number)}
        elif answer.verdict is not None:
            response, more = "utter_yes" if answer.verdict else "utter_no", {}
        elif answer.number is not None:
            response = f"utter_count_{answer.unit}" if answer.unit else "utter_count"
            more = {"number": str(answer.number)}
        else:
            return fact
        text = self._phrases.fill(fact.response, **{**fact.values, "source": ""})
        values = {"fact": text, "source": fact.values.get("source", ""), **more}
        return Reply(response, values)

    def _reverse(self, answer: Answer) -> Reply:
        assert answer.subject
        fact = Reply(
            f"utter_{answer.relation}_reverse",
            {
                "name": self.name(answer.subject),
                "partners": self._names(answer.names),
                "source": self._source(answer),
            },
        )
        return self._judged(answer, fact)

    def _not_among(self, answer: Answer) -> Reply:
        assert answer.subject
        return Reply(
            "utter_not_among",
            {
                "name": self._names(answer.names),
                "label": self._label(answer.relation, answer.subject),
                "source": self._source(answer),
            },
        )

    def _every(self, answer: Answer) -> Reply:
        lines = []
        held = grouped(answer.facts, lambda fact: fact.subject)
        for subject in answer.names:
            text = self.sentence(told(held[subject]))
            lines.append(self._phrases.fill("utter_line", text=text))
        response = "utter_every_one" if len(lines) == 1 else "utter_every"
        total = str(len(self._knowledge.partners))
        values = {"number": str(len(lines)), "total": total, "lines": "".join(lines)}
        return Reply(response, {**values, "source": self._source(answer)})

    def _partners(self, answer: Answer) -> Reply:
        response = "utter_partners_one" if len(answer.names) == 1 else "utter_partners"
        return Reply(
            response,
            {
                "criteria": self._names(answer.criteria),
                "number": str(len(answer.names)),
                "partners": self._names(answer.names),
                "through": self._through(answer),
                "source": self._source(answer),
            },
        )

    def _through(self, answer: Answer) -> str:
        """By which of its members one fits, where it does so by them alone."""
        if not answer.also:
            return ""
        return self._phrases.fill("utter_through", text=self._sentences(answer.also))

    def _groups(self, answer: Answer) -> Reply:
        groups = [self._knowledge.groups[id_] for id_ in answer.criteria]
        lines = []
        for group in groups:
            names = [e.id for e in self._knowledge.partners if e.group == group.id]
            text = self._phrases.fill(
                f"utter_group_{group.id}",
                number=str(len(names)),
                partners=self._names(names),
            )
            lines.append(self._phrases.fill("utter_line", text=text))
        values = {"number": str(len(answer.names)), "lines": "".join(lines)}
        source = self._sections([group.section for group in groups])
        if len(groups) == 1:
            reply = Reply("utter_group", {"group": text, "source": source})
            return self._judged(replace(answer, number=None), reply)
        reply = Reply("utter_groups", {**values, "source": source})
        return self._judged(replace(answer, number=None), reply)

    def _status(self, answer: Answer) -> Reply:
        assert answer.subject
        name = self.name(answer.subject)
        if answer.subject == self._knowledge.host:
            return Reply("utter_status_host", {"name": name})
        if answer.group is None:
            roles = self._roles(answer.facts)
            source = self._source(answer)
            response = "utter_status_none" if roles else "utter_status_only_named"
            return Reply(response, {"name": name, "roles": roles, "source": source})
        group = self._knowledge.groups[answer.group]
        values = {"name": name, "source": self._sections([group.section])}
        return self._judged(answer, Reply(f"utter_status_{group.id}", values))

    def _roles(self, facts: Sequence[Fact]) -> str:
        return self._phrases.join([self._role(f) for f in facts if f.target])

    def _role(self, fact: Fact) -> str:
        return self._phrases.fill(
            f"utter_{fact.relation}_role", partner=self.name(fact.subject)
        )

    def _mentioned(self, answer: Answer) -> Reply:
        assert answer.subject
        # A text says more than the role that it gives the one it points at.
        whole = [f for f in answer.facts if f.subject == answer.subject or f.text]
        parts = [f for f in answer.facts if f.subject != answer.subject and not f.text]
        texts = [self.sentence(one) for one in told_apart(whole)]
        if parts:
            name, roles = self.name(answer.subject), self._roles(parts)
            texts.append(self._phrases.fill("utter_roles", name=name, roles=roles))
        values = {"told": " ".join(texts), "source": self._source(answer)}
        return self._judged(answer, Reply("utter_mentioned", values))

    def _connected(self, answer: Answer) -> Reply:
        lines = self._sentences([told([fact]) for fact in answer.facts])
        values = {"told": lines, "source": self._source(answer)}
        return self._judged(answer, Reply("utter_mentioned", values))

    def _compared(self, answer: Answer) -> Reply:
        lines = []
        for relation in dict.fromkeys(fact.relation for fact in answer.facts):
            cells = [self._cell(answer, relation, subject) for subject in answer.names]
            label = self._phrases.fill(f"utter_{relation}_heading")
            text = self._phrases.fill(
                "utter_compared_row", label=label, cells="; ".join(cells)
            )
            lines.append(self._phrases.fill("utter_line", text=text))
        values = {"partners": self._names(answer.names), "lines": "".join(lines)}
        return Reply("utter_compared", {**values, "source": self._source(answer)})

    def _cell(self, answer: Answer, relation: str, subject: str) -> str:
        facts = [
            f for f in answer.facts if (f.relation, f.subject) == (relation, subject)
        ]
        values = self._values(facts) if facts else self._phrases.fill("utter_unstated")
        return self._phrases.fill(
            "utter_compared_cell", partner=self.name(subject), values=values
        )
