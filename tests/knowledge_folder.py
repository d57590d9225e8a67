"""A small sound folder of knowledge files, for tests to load and to break."""

from __future__ import annotations

from pathlib import Path

FILES = {
    "page.yml": """\
sections: [Sponsors, Projects]
host: park
groups:
  - {id: sponsors, name: sponsor, section: Sponsors, aliases: [giver]}
""",
    "relations.yml": """\
- {id: funders, values: [organisation], forward: ask_funders, related: [funding]}
- {id: funding, forward: ask_funding}
- {id: focus}
""",
    "supporting_partners.yml": """\
- id: acme
  name: Acme
  aliases: [Acme Robotics]
  group: sponsors
  section: Sponsors
  facts:
    funders: [{organisation: city}]
    funding:
      - {amount: 5, unit: million SEK, from: 2018, to: 2023, section: Projects}
""",
    "collaboration_partners_a_to_m.yml": """\
- {id: beta, name: Beta, group: sponsors, section: Projects}
""",
    "collaboration_partners_n_to_z.yml": """\
- {id: omega, name: Omega, group: sponsors, section: Projects}
""",
    "organisations.yml": """\
- {id: park, name: The Park, section: Sponsors}
- {id: city, name: Malmö City, section: Projects}
""",
    "places.yml": "- {id: lund, name: Lund, section: Projects}\n",
    "topics.yml": "- {id: food, name: food, section: Projects}\n",
    "kinds.yml": """\
- {id: network, role: kind, name: network, section: Projects}
- {id: non_profit, role: form, name: non-profit, section: Projects}
""",
}


def write(folder: Path, **changes: str) -> Path:
    """Write the sound files to `folder`, some of them (by stem) with another text."""
    for name, text in FILES.items():
        content = changes.get(name.removesuffix(".yml"), text)
        (folder / name).write_text(content, encoding="utf-8")
    return folder
