"""The engine: one warm JVM for this process, spoken to over its standard input and output. See PROTOCOL.md."""

from __future__ import annotations

import atexit
import itertools
import json
import os
import queue
import subprocess
import threading
import time
import warnings
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from . import _java
from ._error import EngineError, EngineWarning, SweepError

PROTOCOL = 1

#: How long an engine may take to stop a request before it is left to itself, in seconds.
_PATIENCE = 30.0

#: So many bytes are written to a pipe together or not at all.
_ATOMIC = 4096

Event = dict[str, Any]


@dataclass
class Answer:
    """The answer to a request.

    Attributes
    ----------
    facts : dict
        What the last event says.
    table : pyarrow.Table or None
        The rows, if any were sent.
    notes : list of str
        Lines for the user.
    """

    facts: Event
    table: pa.Table | None = None
    notes: list[str] = field(default_factory=list)


def _event(line: bytes) -> Event | None:
    """What the engine says in a line; None if the line is cut off or another's."""
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if isinstance(event, dict) and "event" in event else None


class Engine:
    """A running engine. Threads may share it; it answers one request after the other."""

    def __init__(self) -> None:
        self.pid = os.getpid()
        self.folder = os.getcwd()
        self._ids = itertools.count(1)
        self._open: dict[int, queue.SimpleQueue[Any]] = {}
        self._writing = threading.Lock()
        self._said = deque[str](maxlen=20)
        self._known = False
        #: A line on the engine's standard output that is not the engine's.
        self._strange = ""
        first: EngineError | None = None
        for environment in _java.environments():
            try:
                self._start(environment)
                return
            except EngineError as fault:
                first = first or fault
        raise first or EngineError(_java.NO_JAVA)

    def _start(self, environment: Mapping[str, str]) -> None:
        self._ready: queue.SimpleQueue[Event | None] = queue.SimpleQueue()
        # In a session of its own: Ctrl-C is for Python, which then cancels what runs.
        self.process = subprocess.Popen(
            [*_java.command(), "serve"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=dict(environment),
            start_new_session=True,
        )
        self._errors = threading.Thread(target=self._read_errors, name="spikesweep-errors", daemon=True)
        self._errors.start()
        threading.Thread(target=self._read, name="spikesweep-answers", daemon=True).start()
        try:
            ready = self._ready.get()
        except BaseException:
            self.process.kill()
            raise
        if ready is None:
            raise EngineError(self._end())
        if ready.get("protocol") != PROTOCOL:
            self.process.kill()
            raise EngineError(f"the engine speaks protocol {ready.get('protocol')}, this package {PROTOCOL}")

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr as lines:
            for line in lines:
                self._said.append(line.decode(errors="replace").rstrip())

    def _read(self) -> None:
        """Hands each event to the one who waits for it, until the engine ends."""
        assert self.process.stdout is not None
        out = self.process.stdout
        ready = False
        try:
            for line in iter(out.readline, b""):
                event = _event(line)
                if event is None and not ready:
                    continue  # What the JVM or its agents say when they start.
                if event is None:
                    if line.endswith(b"\n"):
                        self._strange = line[:200].decode(errors="replace").rstrip()
                    break
                if event["event"] == "ready":
                    ready = True
                    self._ready.put(event)
                    continue
                answer: Event | bytes = event
                if event["event"] == "data":
                    answer = out.read(event["bytes"])
                    if len(answer) < event["bytes"]:
                        break
                waiting = self._open.get(event.get("id", -1))
                if waiting is not None:
                    waiting.put(answer)
        except OSError:
            pass  # It has ended.
        self.process.kill()
        self.process.wait()
        out.close()
        assert self.process.stdin is not None
        with suppress(OSError), self._writing:
            self.process.stdin.close()
        self._ready.put(None)
        for waiting in list(self._open.values()):
            waiting.put(None)

    def alive(self) -> bool:
        """Whether it can be asked."""
        return self.process.poll() is None

    def tell_end(self) -> bool:
        """Whether its end is still to be told; from now on it is not."""
        told, self._known = self._known, True
        return not told

    def _end(self) -> str:
        """How it has ended, in words."""
        self._known = True
        self._errors.join(1)
        code = self.process.wait()
        if self._strange:
            return f"the engine was ended, since something else writes to its standard output: '{self._strange}'"
        said = next((line for line in reversed(self._said) if line.strip()), "")
        how = f"was killed by signal {-code}" if code < 0 else f"ended with code {code}"
        return said.removeprefix("spikesweep: ") if code > 0 and said else f"the engine {how}"

    def call(
        self,
        request: Mapping[str, Any],
        tables: Mapping[str, bytes] | None = None,
        progress: Callable[[float, int], None] | None = None,
    ) -> Answer:
        """Sends a request and waits for its answer.

        Parameters
        ----------
        request : mapping
            Its keys, without ``id``.
        tables : mapping of str to bytes
            Tables in Arrow's stream format, by the names that the sweep gives them.
        progress : callable
            Called now and then with how many rows are done and how many there are.

        Raises
        ------
        SweepError
            If there is a mistake in the sweep.
        EngineError
            If the engine fails or ends.
        KeyboardInterrupt
            If the user interrupts it. The request was then stopped, and the engine is ready for the next.
        """
        number = next(self._ids)
        waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._open[number] = waiting
        try:
            try:
                self._send({"id": number, **request}, tables or {})
                return self._wait(waiting, progress)
            except EngineError:
                raise
            except SweepError:
                raise
            except BaseException:
                self._cancel(number, waiting)
                raise
        finally:
            del self._open[number]

    def _send(self, request: Event, tables: Mapping[str, bytes]) -> None:
        if tables:
            request["tables"] = {name: len(content) for name, content in tables.items()}
        line = json.dumps(request, separators=(",", ":")).encode() + b"\n"
        content = b"".join([line, *tables.values()])
        assert self.process.stdin is not None
        try:
            with self._writing:
                self.process.stdin.write(content)
                self.process.stdin.flush()
        except (OSError, ValueError):
            raise EngineError(self._end() + "; the next call starts another") from None
        except BaseException:
            if len(content) > _ATOMIC:
                # Part of it may be written, and what follows would be taken for the rest.
                self._known = True
                self.process.kill()
            raise

    def _wait(self, waiting: queue.SimpleQueue[Any], progress: Callable[[float, int], None] | None) -> Answer:
        chunks: list[bytes] = []
        notes: list[str] = []
        while True:
            event = waiting.get()
            if event is None:
                raise EngineError(self._end() + "; the next call starts another")
            if isinstance(event, bytes):
                chunks.append(event)
            elif event["event"] == "progress":
                if progress is not None:
                    progress(event["rows"], event["of"])
            elif event["event"] == "note":
                notes.append(event["text"])
            elif event["event"] == "error":
                raise _error(event)
            else:
                return Answer(event, _table(chunks), notes)

    def _cancel(self, number: int, waiting: queue.SimpleQueue[Any]) -> None:
        """Stops a request, and waits until it has ended."""
        try:
            self._send({"id": number, "do": "cancel"}, {})
        except EngineError:
            return
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            try:
                event = waiting.get(timeout=1)
            except queue.Empty:
                continue
            if event is None or (isinstance(event, dict) and event["event"] in ("done", "error")):
                return

    def close(self) -> None:
        """Ends it. What it is computing is stopped; rows that it has written are kept."""
        self._known = True
        if self.process.poll() is None:
            try:
                for number in list(self._open):
                    self._send({"id": number, "do": "cancel"}, {})
                assert self.process.stdin is not None
                with self._writing:
                    self.process.stdin.close()
                self.process.wait(10)
            except (OSError, EngineError, subprocess.TimeoutExpired):
                self.process.kill()
                self.process.wait()


def _table(chunks: list[bytes]) -> pa.Table | None:
    if not chunks:
        return None
    content = chunks[0] if len(chunks) == 1 else b"".join(chunks)
    chunks.clear()
    with pa.ipc.open_stream(pa.py_buffer(content)) as stream:
        return stream.read_all()


def _error(event: Event) -> Exception:
    message = event["message"]
    if event["kind"] == "input":
        # The command's options are arguments here.
        source = event.get("source")
        return SweepError(
            message.removeprefix("--"),
            None if source is None else source.removeprefix("--"),
            event.get("line"),
            event.get("column"),
        )
    return EngineError(message)


_lock = threading.Lock()
_current: Engine | None = None


def engine() -> Engine:
    """The engine of this process; it is started if there is none.

    Warns
    -----
    EngineWarning
        If it had ended, once.
    """
    global _current
    with _lock:
        if _current is not None and not _current.alive():
            if _current.tell_end():
                warnings.warn(f"{_current._end()}; another was started", EngineWarning, stacklevel=3)
            _current = None
        if _current is None:
            _current = Engine()
        return _current


def close() -> None:
    """Ends the engine, and frees its memory; the next call starts another."""
    global _current
    with _lock:
        if _current is not None and _current.pid == os.getpid():
            _current.close()
        _current = None


_inherited: list[Engine] = []


def _forget() -> None:
    """In a process that was forked: the engine is its parent's, and another thread may have held the lock."""
    global _current, _lock
    _lock = threading.Lock()
    if _current is not None:
        # The engine ends when nobody can ask any more, so this process must not be able to.
        nothing = os.open(os.devnull, os.O_RDWR)
        for pipe in (_current.process.stdin, _current.process.stdout, _current.process.stderr):
            if pipe is not None and not pipe.closed:
                os.dup2(nothing, pipe.fileno())
        os.close(nothing)
        _inherited.append(_current)
        _current = None


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
atexit.register(close)


def path(name: str | os.PathLike[str]) -> str:
    """A path as the engine has to be told it: as it is, unless this process has gone to another folder since the start."""
    text = os.fspath(name)
    return text if os.getcwd() == engine().folder else os.path.abspath(text)
