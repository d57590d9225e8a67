"""Which stored events of a conversation its next message needs, as one SQL statement.

What still counts of a long conversation is little: its last turns, and of all that was
before them the newest value of each slot.  Indexes find these, so that the cost doesn't
grow with the conversation.
"""

from __future__ import annotations

from functools import lru_cache

from rasa.shared.core.events import Event
from rasa.shared.utils.common import all_subclasses
from sqlalchemy import text
from sqlalchemy.sql.elements import TextClause

# What holds until another of its kind.  In their order, the newest of each kind leave
# the same slots, and the same pause, as all of them would.
LASTING = ("pause", "reset_slots", "restart", "resume", "session_started")
# What is over with its turn.
PASSING = (
    "action",
    "action_execution_rejected",
    "agent",
    "bot",
    "entities",
    "followup",
    "user",
    "user_featurization",
)
SAID = ("bot", "user")  # what a visitor sees of a conversation
ALL_TURNS = 2**31 - 1  # more than any conversation has; SQL wants a number

# A turn begins where the assistant starts to listen.  Rasa stores the name of an
# action, and that of a slot, as action_name.  GROUP BY and no max(id) for each type:
# for that, both databases would walk the conversation back until they meet the type.
_STATEMENT = """\
WITH newest AS (
    SELECT type_name, max(id) AS id FROM events
    WHERE sender_id = :sender AND type_name IN ({types})
    GROUP BY type_name{slots}
), session AS (
    SELECT coalesce(max(id), 0) AS start FROM newest
    WHERE type_name = 'session_started'
), turn AS (
    SELECT id AS start FROM events
    WHERE sender_id = :sender AND type_name = 'action' AND action_name = 'action_listen'
    ORDER BY id DESC LIMIT 1 OFFSET :turns
), tangle AS (
    SELECT count(*) AS size FROM newest, session
    WHERE type_name IN ({entangled}) AND id >= start
), recent AS (
    SELECT CASE WHEN turn.start > session.start AND tangle.size = 0
        THEN turn.start ELSE session.start END AS start
    FROM session CROSS JOIN tangle LEFT JOIN turn ON true
), lasting AS (
    SELECT id FROM newest, session, recent
    WHERE id >= session.start AND id < recent.start
)
SELECT id, data FROM events, recent WHERE sender_id = :sender AND id >= recent.start
UNION ALL
SELECT id, data FROM events WHERE id IN (SELECT id FROM lasting)
ORDER BY 1
"""
_SLOT = """
    UNION ALL SELECT 'slot', (
        SELECT id FROM events
        WHERE sender_id = :sender AND type_name = 'slot' AND action_name = :slot{number}
        ORDER BY id DESC LIMIT 1
    )"""

# The last of what was said, the newest first.
LAST_SAID = text(
    "SELECT data FROM events WHERE sender_id = :sender "
    "AND type_name IN ('bot', 'user') ORDER BY id DESC LIMIT :most"
)

# For what the statements look up.  Rasa's own index, by sender alone, would have a long
# conversation read and sorted to find its end.
INDEXES = (
    "CREATE INDEX IF NOT EXISTS ix_events_sender_id_id ON events (sender_id, id)",
    "CREATE INDEX IF NOT EXISTS ix_events_sender_id_type_name ON events"
    " (sender_id, type_name, action_name, id)",
)


@lru_cache  # the slots change with the model only
def needed_events(slots: tuple[str, ...]) -> TextClause:
    """The statement, which takes `sender` and the number of `turns`.

    A session with an event of an entangled type is read as a whole.
    """
    tangled = [f"'{name}'" for name in entangled()]
    statement = text(
        _STATEMENT.format(
            types=", ".join([*(f"'{name}'" for name in LASTING), *tangled]),
            entangled=", ".join(tangled),
            slots="".join(_SLOT.format(number=number) for number in range(len(slots))),
        )
    )
    names = {f"slot{number}": name for number, name in enumerate(slots)}
    return statement.bindparams(**names)


def entangled() -> list[str]:
    """The types of events that mean something only with others of their session.

    Forms, reminders, what takes back earlier events, and whatever a later Rasa or
    this project may add.
    """
    known = {*LASTING, *PASSING, "slot"}
    return sorted({event.type_name for event in all_subclasses(Event)} - known)
