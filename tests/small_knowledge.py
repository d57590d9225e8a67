"""A small knowledge made for tests, of which each fact has its reason in some test."""

from __future__ import annotations

from partners.answer import Answer
from partners.facts import told
from partners.model import Entity, Fact, Group, Knowledge, Relation, Role

_ENTITIES = (
    Entity("acme", Role.PARTNER, "Acme", group="givers", section="Givers"),
    Entity("beta", Role.PARTNER, "Beta", group="doers", section="Beta"),
    Entity("gamma", Role.PARTNER, "Gamma", group="doers", section="Gamma"),
    Entity("omega", Role.PARTNER, "Omega", group="doers", section="Omega"),
    Entity("park", Role.ORGANISATION, "The Park"),
    Entity("bank", Role.ORGANISATION, "Bank"),
    Entity("city", Role.ORGANISATION, "Malmö City"),
    Entity("smile_lab", Role.ORGANISATION, "SmiLe Laboratory"),
    Entity("sweden", Role.PLACE, "Sweden"),
    Entity("spain", Role.PLACE, "Spain"),
    Entity("europe", Role.PLACE, "Europe"),
    Entity("food", Role.TOPIC, "food"),
    Entity("ict", Role.TOPIC, "ICT"),
    Entity("network", Role.KIND, "network"),
    Entity("forum", Role.KIND, "forum"),
    Entity("laboratory", Role.KIND, "laboratory"),
    Entity("non_profit", Role.FORM, "non-profit"),
)
_ORGANISATIONS = (Role.ORGANISATION, Role.PARTNER)
_RELATIONS = (
    Relation("summary", forward="describe_partner"),
    Relation("names", forward="ask_name"),
    Relation("kinds", (Role.KIND,), "ask_kind"),
    Relation("legal_forms", (Role.FORM,), "ask_legal_form", related=("kinds",)),
    Relation("focus", forward="ask_focus", stands_in=("topics",)),
    Relation("topics", (Role.TOPIC,)),
    Relation("vision", forward="ask_vision"),
    Relation("events", forward="ask_events"),
    Relation(
        "members", _ORGANISATIONS, "ask_members", "ask_memberships", ("member_counts",)
    ),
    Relation("member_counts", related=("members",)),
    Relation("founders", _ORGANISATIONS, "ask_founders", "ask_founded", ("founding",)),
    Relation("founding", forward="ask_founding", related=("founders",)),
    Relation("funders", _ORGANISATIONS, "ask_funders", "ask_funded", ("funding",)),
    Relation("funding", forward="ask_funding", related=("funders",)),
    Relation("places", (Role.PLACE,), "ask_places"),
    Relation("contact", forward="ask_contact"),
)
_FACTS = (
    Fact("beta", "summary", "Beta", text="Beta is a network."),
    Fact("beta", "kinds", "Beta", "network", "a network"),
    Fact("beta", "legal_forms", "Beta", "non_profit"),
    Fact("beta", "topics", "Beta", "food"),
    Fact("beta", "topics", "Beta", "ict"),
    Fact("beta", "vision", "Beta", text="to light up the long night"),
    Fact("beta", "funders", "Beta", "bank"),
    Fact("beta", "funding", "Beta", amount=5, unit="million SEK", start=2018, end=2023),
    Fact("beta", "founders", "Beta", "city"),
    Fact("beta", "founding", "Beta", year=2016),
    Fact("beta", "members", "Beta", "bank"),
    Fact("beta", "members", "Beta", "city"),
    Fact("beta", "members", "Beta", "smile_lab"),
    Fact("beta", "places", "Beta", "europe", note="where its members come from"),
    Fact("bank", "places", "Beta", "spain"),
    Fact("city", "places", "Beta", "sweden"),
    Fact("city", "kinds", "Beta", "forum"),
    Fact("gamma", "summary", "Gamma", text="Gamma is a forum that is held each year."),
    Fact("gamma", "kinds", "Gamma", "forum", "a forum"),
    Fact("gamma", "legal_forms", "Gamma", "non_profit"),
    Fact("gamma", "topics", "Gamma", "food"),
    Fact("gamma", "events", "Gamma", text="an annual event"),
    Fact("gamma", "funders", "Gamma", "city"),
    Fact("gamma", "member_counts", "Gamma", count=100, unit="members"),
    Fact("gamma", "member_counts", "Gamma", count=50, unit="organisations"),
    Fact("omega", "kinds", "Omega", "network", "a network of parks"),
    Fact("omega", "places", "Omega", "sweden", basis="location"),
    Fact("omega", "member_counts", "Omega", count=10, unit="parks", basis="stated"),
    Fact("omega", "member_counts", "Omega", count=11, unit="names", basis="listed"),
)

SMALL = Knowledge(
    sections=("Givers", "Beta", "Gamma", "Omega"),
    host="park",
    groups={
        "givers": Group("givers", "giver", "Givers"),
        "doers": Group("doers", "doer", "Beta"),
    },
    entities={entity.id: entity for entity in _ENTITIES},
    relations={relation.id: relation for relation in _RELATIONS},
    facts=_FACTS,
)


def relation(id_: str) -> Relation:
    """One relation of the small knowledge."""
    return SMALL.relations[id_]


def stated(subject: str, relation: str) -> Answer:
    """The plain answer that tells what the page states of `subject`."""
    return told(SMALL.facts_of(subject, relation))
