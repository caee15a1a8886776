"""What can go wrong."""

from __future__ import annotations


class SweepError(ValueError):
    """A mistake in a sweep, or in what is asked of it.

    Attributes
    ----------
    message : str
        The whole message, as the command shows it: where, what was found, what is accepted.
    file : str or None
        The name of the text with the mistake: a file, ``sweep`` for a dict or a text, ``set duration=…`` for a change.
    line, column : int or None
        The position in it, both from 1; in a table of points, the row and the number of the column.
    """

    def __init__(
        self,
        message: str,
        file: str | None = None,
        line: int | None = None,
        column: int | None = None,
        excerpt: str | None = None,
    ) -> None:
        super().__init__(message if excerpt is None else f"{message}\n{excerpt}")
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self._excerpt = excerpt

    def __reduce__(self) -> tuple[type[SweepError], tuple[object, ...]]:
        return SweepError, (self.message, self.file, self.line, self.column, self._excerpt)


class EngineError(RuntimeError):
    """The engine could not start, ended early, or failed; the next call starts it again if need be."""


class EngineWarning(RuntimeWarning):
    """The engine had ended between two calls, and another was started."""
