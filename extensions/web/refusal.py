"""What a request is refused with: a status, a word for the program, a reason for us."""

from __future__ import annotations


class Refusal(Exception):
    """The request is not answered.

    `error` is what the element chooses the visitor's text by; `reason` is for whoever
    writes a client.
    """

    def __init__(
        self, status: int, error: str, reason: str, retry_after: int | None = None
    ) -> None:
        super().__init__(reason)
        self.status = status
        self.error = error
        self.reason = reason
        self.retry_after = retry_after

    @property
    def body(self) -> dict[str, str | int]:
        """What the client is sent as JSON."""
        told: dict[str, str | int] = {"error": self.error, "reason": self.reason}
        if self.retry_after is not None:
            told["retry_after"] = self.retry_after
        return told

    @property
    def headers(self) -> dict[str, str]:
        """What the client is sent as headers."""
        if self.retry_after is not None:
            return {"Retry-After": str(self.retry_after)}
        return {"WWW-Authenticate": "Bearer"} if self.status == 401 else {}
