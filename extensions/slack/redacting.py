"""Keep out of the logs whatever lets somebody speak for the app."""

from __future__ import annotations

import logging
import re
import traceback

_SECRETS = re.compile(
    r"xox[a-z]*-[\w-]+|xapp-[\w-]+"  # tokens
    r"|https?://\S+/(?:commands|actions|services)/\S+"  # response_url
    r"|(?<=ticket=)[^&\s'\"]+"  # of Socket Mode's address
)


def redacted(text: str) -> str:
    """`text` without tokens, tickets and addresses at which anyone can post."""
    return _SECRETS.sub("(redacted)", text)


class Redacting(logging.Filter):
    """Redact what a logger is told, tracebacks included."""

    def filter(self, record: logging.LogRecord) -> bool:
        """See the base class."""
        told = record.getMessage()
        if record.exc_info and record.exc_info[0]:
            told = "\n".join([told, *traceback.format_exception(*record.exc_info)])
        record.msg, record.args, record.exc_info = redacted(told), (), None
        return True


def sdk_logger() -> logging.Logger:
    """The logger for slack_sdk and slack_bolt, which at DEBUG tell whole requests."""
    logger = logging.getLogger("extensions.slack.sdk")
    # Also where Rasa is run with --debug.  At INFO bolt tells what strangers send.
    logger.setLevel(logging.WARNING)
    if not any(isinstance(held, Redacting) for held in logger.filters):
        logger.addFilter(Redacting())
    return logger
