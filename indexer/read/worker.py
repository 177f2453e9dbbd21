"""How is one document read so that it can do no harm? The program that ``isolate`` starts, and the limits it keeps.

A worker imports the task once. For each argument it forks a child that runs the task under the limits and dies; the
worker itself never touches a document. It speaks with the process that started it over standard input and output::

    in    length (8 bytes), argument
    out   outcome (1 byte), length (8 bytes), result or sentence
"""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import select
import signal
import struct
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from typing import BinaryIO, NoReturn

from indexer.errors import UnreadableError
from indexer.read import reader

LENGTH = struct.Struct(">Q")
READY = b"!"

_GRACE = 5  # seconds

Task = Callable[[bytes], bytes]


class Outcome(bytes, Enum):
    RESULT = b"R"
    UNREADABLE = b"U"  # the sentence, a line feed, the hint


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the reading of one document may take; its child process is ended when it takes more."""

    memory: int = 2 << 30  # bytes of address space: twice what an agenda pack of 1,000 pages takes
    cpu: int = 60  # seconds
    wall: int = 90  # seconds; more than ``cpu``, because other work may hold the processors
    written: int = 256 << 20  # bytes of one file
    result: int = 256 << 20  # bytes

    @classmethod
    def of(cls, numbers: Iterable[str]) -> Limits:
        """The limits from their numbers in the order of the fields, as they stand on a command line."""
        return cls(**{name: int(number) for name, number in zip(cls.__slots__, numbers, strict=True)})


def main(task: str, limits: Limits) -> None:
    """Serves until standard input ends. ``task`` is "module:function"."""
    with contextlib.suppress(BrokenPipeError):  # nobody waits for the answer any more
        _serve(task, limits)


def _serve(task: str, limits: Limits) -> None:
    requests, answers = _take_standard_streams()
    module, _, name = task.partition(":")
    function: Task = getattr(import_module(module), name)
    reader.import_readers()
    gc.freeze()  # what is shared with the children stays shared
    _write(answers, READY)
    while header := requests.read(LENGTH.size):
        argument = requests.read(LENGTH.unpack(header)[0])
        outcome, payload = _run(function, argument, limits, (requests.fileno(), answers))
        _write(answers, outcome.value + LENGTH.pack(len(payload)) + payload)


def _take_standard_streams() -> tuple[BinaryIO, int]:
    """The pipes of the conversation, moved to where nothing that a library prints can get among them."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return requests, answers


def _run(task: Task, argument: bytes, limits: Limits, conversation: tuple[int, int]) -> tuple[Outcome, bytes]:
    """What the task makes of the argument in a child of its own, or the sentence that says why it made nothing."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        for descriptor in (reading, *conversation):
            os.close(descriptor)
        _be_child(task, argument, limits, writing)
    os.close(writing)
    try:
        _make_leader(child)
        payload, stopped = _read_until(reading, time.monotonic() + limits.wall, limits, conversation[0])
        if stopped is not None:
            os.killpg(child, signal.SIGKILL)
        os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
        _end_group(child)  # while the child is not yet reaped, its number cannot be another's
    finally:
        os.close(reading)
        _, status, usage = os.wait4(child, 0)
    if stopped is not None:
        return Outcome.UNREADABLE, stopped.encode()
    if os.waitstatus_to_exitcode(status) == 0 and payload:
        return Outcome(payload[:1]), payload[1:]
    return Outcome.UNREADABLE, _cause_of_death(status, usage, limits).encode()


def _make_leader(child: int) -> None:
    """A group of its own, so that what the child starts ends with it; parent and child both do it, whoever is first."""
    with contextlib.suppress(ProcessLookupError, PermissionError):  # it has ended, or is the leader already
        os.setpgid(child, child)


def _end_group(child: int) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):  # nobody is left in it
        os.killpg(child, signal.SIGKILL)


def _read_until(reading: int, deadline: float, limits: Limits, requests: int) -> tuple[bytes, str | None]:
    """All that the child writes, and a sentence if it must be stopped: too slow, too much, or nobody waits for it."""
    chunks: list[bytes] = []
    size = 0
    poll = select.poll()
    poll.register(reading, select.POLLIN)
    poll.register(requests, 0)  # only its end is of interest
    while True:
        left = deadline - time.monotonic()
        ready = dict(poll.poll(max(0, left) * 1000))
        if requests in ready:
            return b"", "was not finished: the build was stopped"
        if reading not in ready:
            return b"", _slow(limits.wall, "")
        chunk = os.read(reading, 1 << 16)
        if not chunk:
            return b"".join(chunks), None
        chunks.append(chunk)
        size += len(chunk)
        if size > limits.result:
            return b"", f"holds more than {limits.result >> 20} MB of text\nSplit it into its papers."


def _cause_of_death(status: int, usage: resource.struct_rusage, limits: Limits) -> str:
    code = os.waitstatus_to_exitcode(status)
    if code == -signal.SIGXCPU or usage.ru_utime + usage.ru_stime >= limits.cpu:
        return _slow(limits.cpu, " of computing")
    if code == -signal.SIGXFSZ:
        return f"unpacks to more than {limits.written >> 20} MB\nSave it again as PDF."
    if code == -signal.SIGKILL:
        return "was stopped by the system while it was read, perhaps because memory ran out\nSplit it into its papers."
    name = signal.Signals(-code).name if code < 0 else f"exit status {code}"
    return f"made the reading program crash ({name}): the file is damaged\nSave it again as PDF."


def _slow(seconds: int, of_what: str) -> str:
    return f"took more than {seconds} seconds{of_what} to read\nSplit it into its papers, or save it again as PDF."


def _be_child(task: Task, argument: bytes, limits: Limits, writing: int) -> NoReturn:
    """Runs the task under the limits, writes what comes of it, and ends at once: there is nothing to clean up."""
    status = 1
    try:
        os.setpgid(0, 0)
        os.dup2(1, 2)  # what libraries complain of is no news
        _limit(limits)
        _write(writing, _answer(task, argument, limits))
        status = 0
    finally:
        os._exit(status)


def _limit(limits: Limits) -> None:
    signal.alarm(limits.wall + _GRACE)  # should the worker be killed, which watches the clock
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.written, limits.written))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))


def _answer(task: Task, argument: bytes, limits: Limits) -> bytes:
    try:
        return Outcome.RESULT.value + task(argument)
    except UnreadableError as error:
        sentence = f"{_line(error)}\n{error.hint or ''}"
    except MemoryError:
        sentence = f"needs more than {limits.memory >> 20} MB of memory to read\nSplit it, or save it again as PDF."
    except RecursionError:
        sentence = "is nested too deeply to be read\nSave it again as PDF."
    except Exception as error:  # noqa: BLE001 - whatever a damaged file provokes is that file's problem alone
        sentence = f"could not be read: it provoked {type(error).__name__} ({_line(error)})\nSave it again as PDF."
    return Outcome.UNREADABLE.value + sentence.encode(errors="backslashreplace")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
