"""Part the question of a message from the sentences around it.

"I write about lunch. Are there lunch and learns at EFL?": what is said before or after
the question gives its setting, and is no part of what it claims.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from partners.cues import Cues
from partners.elsewhere import ELSEWHERE
from partners.folding import Token, tokenise
from partners.masking import Span
from partners.model import Role
from partners.placing import SUBJECTS, covered
from partners.strangers import UNKNOWN

# With one of these a question says itself what it is about.
_ABOUT = (*SUBJECTS, Role.TOPIC.value)
_CHOOSING = (Role.TOPIC.value, Role.FORM.value)
# Where a question may begin, and the marks after which the next sentence begins.
_PAUSE = re.compile(r"(?:[.!?;:,…)]+|\s[-–—])(?=\s)|\n")
_SENTENCE = re.compile(r"[.!?…)]+(?=\s)|\n")


def asking_in(text: str, cues: Cues) -> tuple[int, int]:
    """The offsets of the sentence or clause that asks, or of all of `text`."""
    whole = (0, len(text))
    if not _PAUSE.search(text):
        return whole
    begins = next(_openings(text, tokenise(text), cues), None)
    return whole if begins is None else (begins, _end(text, begins))


def question_in(text: str, spans: Sequence[Span], cues: Cues) -> tuple[int, int]:
    """The offsets of the question in `text`, or of all of it where none stands apart.

    A setting that names a partner or an organisation is part of the question.
    """
    whole = (0, len(text))
    begins, ends = asking_in(text, cues)
    if (begins, ends) == whole:
        return whole
    outside = [s for s in spans if s.start < begins or ends <= s.start < len(text)]
    words = [token.word for token in tokenise(text[begins:ends])]
    # "I work at SEB, are we a partner" asks of a name that the setting has.
    asks_own = not cues.first_person.isdisjoint(words)
    about = any(s.role in _ABOUT and begins <= s.start < ends for s in spans)
    named = SUBJECTS if about and not asks_own else (*SUBJECTS, UNKNOWN)
    if any(span.role in named for span in outside):
        return whole
    apart = _SENTENCE.search(text[:begins]) or _tells(text[:begins], cues)
    if not cues.referring.isdisjoint(words) or (begins and not apart):
        return whole
    return begins, ends


def asked_of(text: str, spans: Sequence[Span], cues: Cues) -> list[Span]:
    """`spans` without those of the setting: "We are in Uppsala, so what is CAMP?"."""
    begins, _ = asking_in(text, cues)
    if not _tells(text[:begins], cues):
        return list(spans)
    return [span for span in spans if span.start >= begins]


def _tells(setting: str, cues: Cues) -> bool:
    """Whether it tells something: "I am curious, …" does, "In Spain, …" doesn't."""
    words = {token.word for token in tokenise(setting)}
    return not cues.settings.isdisjoint(words)


def _openings(text: str, tokens: Sequence[Token], cues: Cues) -> Iterator[int]:
    """Where a question word or a verb stands first, at the start or after a pause."""
    asking = cues.open_question | cues.polar_start | cues.commands
    pauses = [0, *(found.end() for found in _PAUSE.finditer(text))]
    for pause in pauses:
        for token in tokens:
            if token.start < pause or token.word in cues.openings or not token.is_word:
                continue
            if token.word in asking:
                yield token.start
            break


def _end(text: str, begins: int) -> int:
    """Where the sentence ends; what follows a question mark is a setting, too."""
    found = _SENTENCE.search(text, begins)
    if found is None or "?" not in found.group():
        return len(text)
    return found.end()


def says_need(text: str, cues: Cues) -> bool:
    """Whether the asker says what is needed: "we look for a mentor"."""
    return _after_need(tokenise(text), cues) > 0


def _after_need(tokens: Sequence[Token], cues: Cues) -> int:
    """Where the words for what the asker needs begin; 0 where nothing is needed."""
    words = [token.word for token in tokens]
    own = not cues.first_person.isdisjoint(words)
    ends = [
        tokens[i + len(way) - 1].end
        for way in (cues.needs if own else cues.finds)
        for i in range(len(words))
        if tuple(words[i : i + len(way)]) == way
    ]
    return max(ends, default=0)


def needed(text: str, spans: Sequence[Span], cues: Cues) -> tuple[str, Sequence[Span]]:
    """The need alone, blanks before it: "I run a biotech firm and look for a mentor".

    What the asker is chooses nobody where it is said what is looked for.
    """
    if any(span.role in (*SUBJECTS, UNKNOWN) for span in spans):
        return text, spans
    begins = _after_need(tokenise(text), cues)
    chosen = [s for s in spans if s.role in _CHOOSING and s.start < begins]
    before = [token.word for token in tokenise(text[:begins])]
    asks = not cues.open_question.isdisjoint(before) or (
        before[:1] != [] and before[0] in cues.polar_start
    )
    if not begins or (asks and not chosen) or not text[begins:].strip(" .?!,"):
        return text, spans
    return " " * begins + text[begins:], [s for s in spans if s.start >= begins]


def without_setting(
    text: str, spans: Sequence[Span], cues: Cues, listing: Collection[str]
) -> tuple[str, Sequence[Span]]:
    """The question alone, blanks before it, so that offsets stay as they are.

    The fields and places of its setting count where it has no name of its own: "We are
    a medtech startup. Who could mentor us?"
    """
    begins, ends = question_in(text, spans, cues)
    asked = " " * begins + text[begins:ends]
    inside = [s for s in spans if begins <= s.start < ends or s.start >= len(text)]
    tokens = [token for token in tokenise(asked) if token.is_word]
    words = {token.word for token in tokens if not covered(token, inside)}
    plain = cues.helping.union(listing)
    if not inside and words <= plain:  # "Which partner could help?"
        return text, spans
    refers = not cues.pronouns.isdisjoint(words)
    if refers or not any(span.role in _ABOUT for span in inside):
        # "We are in Uppsala, who could help": no partner needs to be there.
        apart = (UNKNOWN,) if refers else (UNKNOWN, ELSEWHERE)
        return asked, [s for s in spans if s in inside or s.role not in apart]
    return asked, inside
