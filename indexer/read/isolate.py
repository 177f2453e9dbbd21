"""How are many documents read at once, each in a process of its own that cannot harm the build?"""

from __future__ import annotations

import contextlib
import os
import selectors
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from io import BufferedReader, BufferedWriter
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from indexer.errors import UnreadableError
from indexer.read.worker import LENGTH, READY, Limits, Outcome, Task

__all__ = ["Isolation", "Limits", "Task"]

# More than four documents at once bring little: the index is written by one process.
_MOST_WORKERS = 4
# How far the reading may run ahead of the oldest document that is not finished, for each worker; bounds memory.
_AHEAD = 8

# The worker finds modules where this process does, whatever started this one.
_START = """
import sys
task, limits, sys.path[:] = sys.argv[1], sys.argv[2:7], sys.argv[7:]
from indexer.read.worker import Limits, main
main(task, Limits.of(limits))
"""


class Isolation:
    """Workers that run ``task`` in a fresh child process for each argument; to be used in a ``with`` statement.

    ``task`` is a function at the top of an importable module, from bytes to bytes. What it raises as UnreadableError
    comes out as one, and so does a crash, or taking more memory or time than ``limits`` allow.
    """

    def __init__(self, task: Task, limits: Limits | None = None, workers: int | None = None) -> None:
        if task.__module__ == "__main__" or "." in task.__qualname__:
            raise ValueError(f"{task.__qualname__} cannot be imported by its name from another process")
        self._task = f"{task.__module__}:{task.__qualname__}"
        self._limits = limits or Limits()
        count = workers or min(_MOST_WORKERS, len(os.sched_getaffinity(0)))
        self._workers = [_Worker(self._task, self._limits) for _ in range(count)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the workers, and with them whatever they are reading."""
        for worker in self._workers:
            worker.close()

    def map(self, arguments: Iterable[bytes]) -> Iterator[bytes | UnreadableError]:
        """What the task makes of each argument, in their order."""
        waiting = iter(arguments)
        finished: dict[int, bytes | UnreadableError] = {}
        idle, busy = list(self._workers), dict[_Worker, int]()
        sent = due = 0
        while True:
            while idle and sent - due < _AHEAD * len(self._workers):
                if (argument := next(waiting, None)) is None:
                    break
                idle[-1].send(argument)
                busy[idle.pop()] = sent
                sent += 1
            if not busy:
                return
            for worker in _answering(busy):
                finished[busy.pop(worker)] = worker.receive()
                idle.append(worker)
            while due in finished:
                yield finished.pop(due)
                due += 1


def _answering(busy: Iterable[_Worker]) -> list[_Worker]:
    """The workers that have something to say; waits for the first."""
    with selectors.DefaultSelector() as selector:
        for worker in busy:
            selector.register(worker.answers, selectors.EVENT_READ, worker)
        return [cast("_Worker", key.data) for key, _ in selector.select()]


class _Worker:
    """A worker process, started again when it has been killed from outside."""

    def __init__(self, task: str, limits: Limits) -> None:
        self._task, self._limits = task, limits
        self._start()

    def _start(self) -> None:
        path = [str(Path(entry).absolute()) for entry in sys.path]
        arguments = [self._task, *map(str, astuple(self._limits)), *path]
        # A session of its own: Ctrl-C in the terminal is for this process, which then ends its workers.
        self._process = subprocess.Popen(  # noqa: S603 - this Python, with words of our own
            [sys.executable, "-c", _START, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self._is_ready = False

    @property
    def answers(self) -> BufferedReader:
        return cast("BufferedReader", self._process.stdout)

    @property
    def _requests(self) -> BufferedWriter:
        return cast("BufferedWriter", self._process.stdin)

    def send(self, argument: bytes) -> None:
        """Gives the worker something to do. Raises RuntimeError where it cannot start: its task cannot be imported."""
        if not self._is_ready and self.answers.read(1) != READY:
            raise RuntimeError(f"the reading process could not import {self._task}; its message is above")
        self._is_ready = True
        with contextlib.suppress(BrokenPipeError):  # it was killed; receive() finds out
            self._requests.write(LENGTH.pack(len(argument)) + argument)
            self._requests.flush()

    def receive(self) -> bytes | UnreadableError:
        """What came of the last argument."""
        header = self.answers.read(1 + LENGTH.size)
        payload = self.answers.read(LENGTH.unpack(header[1:])[0]) if len(header) == 1 + LENGTH.size else None
        if payload is None:
            self.close()
            self._start()
            return UnreadableError(
                "was not read: the system ended the reading process, perhaps because memory ran out",
                "Build again; if it happens again, take the file out of the folder.",
            )
        if header[:1] == Outcome.RESULT:
            return payload
        message, _, hint = payload.decode().partition("\n")
        return UnreadableError(message, hint or None)

    def close(self) -> None:
        """Ends the worker; it ends its child when it finds that nobody waits."""
        for pipe in (self._requests, self.answers):
            with contextlib.suppress(BrokenPipeError):  # what was not sent is not wanted any more
                pipe.close()
        self._process.wait()
