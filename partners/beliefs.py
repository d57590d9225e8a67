"""Read who doubts an answer as who asks: "I thought it was Paris" - is it Paris?

Only where that is all that is said: a whole statement ("I heard that CAMP …") asks by
itself whether it is true.
"""

from __future__ import annotations

import re

from partners.cues import load_cues
from partners.folding import fold, tokenise
from partners.reading import NameReader

_BELIEVED = re.compile(
    r"^\W*(?:(?:but|so|and|strange|weird|odd|funny|really|huh|wait)\W+)*"
    r"(?:i|we)(?: have|'ve| had|'d| would have| always| actually)?"
    r" (?:thought|heard|read|assumed|believed|figured|guessed|expected|said|remember)"
    r"(?: somewhere)?(?: that)?"
    r"(?: (?P<whom>it|that|this|they)(?P<being>'s| is| was|'re| are| were))?"
    r" (?P<what>[^,;:.!?]+?)(?: somewhere| once)?[.!?\s]*$",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"^\W*(?:and |so |but )?(?:is|are|was|were) (?:it|that|this|they|those|these) "
    r"(?:then )?the only (?:ones?|(?:co-?)?(?:fund|found|back|support|organi[sz])ers?"
    r"|sponsors?|members?|part(?:y|ies))(?: then)?[?!.\s]*$",
    re.IGNORECASE,
)
# "SEB not?", "not SEB?": a name as it is written, since small words may be anything.
_NOT_THERE = re.compile(
    r"^\W*(?:(?:and|but|so)\W+)?"
    r"(?:(?P<before>[A-Z][\w&-]+) not|not (?P<after>[A-Z][\w&-]+))\s*\?\s*$"
)
_BY = re.compile(r"^\W*(?:(?:and|so|ok|founded|funded|run|managed)\W+)*by\W*$", re.I)
_HOW = re.compile(r"^\W*(?:(?:and|so|ok|but)\W+)*how(?: so| exactly)?\W*$", re.I)
# "That's kind" is a thank, and so may "which kind" seem.
_KIND = re.compile(
    r"^\W*(?:(?:and|so|ok|of)\W+)*(?:which|what) (?:kind|sort|type)(?: then)?\W*$", re.I
)
# What nobody is named by: "I thought so".
_NOTHING = frozenset("so that it this of about as not the same me you more to".split())
# A name, a number or a place has no more words, an article counted.
_LONGEST = 5
# So short is whatever says no more; a flood is not to be looked through.
_MOST = 120


def asked_of_belief(text: str) -> str:
    """The question whether it is so, or all, or `text` where it is no mere belief."""
    if len(text) > _MOST:
        return text
    if _ONLY.match(text):
        return "anyone else?"
    if _BY.match(text):
        return "by whom?"
    if _HOW.match(text):
        return "in what way?"
    if _KIND.match(text):
        return "what kind"
    found = _BELIEVED.match(text)
    if found is None:
        return text
    words = [token.word for token in tokenise(found["what"]) if token.is_word]
    cues = load_cues()
    if found["whom"] is None:
        verbs = cues.polar_start | cues.pronouns | cues.open_question | _NOTHING
        if not words or len(words) > _LONGEST or not verbs.isdisjoint(words):
            return text
    many = fold(found["whom"] or "it") == "they"
    return f"{'are they' if many else 'is it'} {found['what']}?"


def asked_of_absence(text: str, names: NameReader) -> str:
    """ "SEB not?" as "what about SEB?"; of a known name the conversation tells more."""
    missed = _NOT_THERE.match(text) if len(text) <= _MOST else None
    if missed is None or names.read(text):
        return text
    return f"what about {missed['before'] or missed['after']}?"
