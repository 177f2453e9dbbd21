"""How are documents read so that none can harm the build?"""

import ctypes
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from indexer.errors import UnreadableError
from indexer.read.isolate import Isolation, Limits

LIMITS = Limits(memory=1 << 30, cpu=1, wall=3, written=1 << 20, result=1 << 20)


def task(argument: bytes) -> bytes:  # noqa: C901, PLR0912 - one task for every way to misbehave
    """Does what its argument names; runs in a child process."""
    match argument.decode():
        case "crash":
            ctypes.string_at(0)
        case "compute":
            while True:
                pass
        case "sleep" | "sleep again":
            time.sleep(60)
        case "memory":
            return bytes(4 << 30)
        case "recursion":
            return task(argument)
        case "fault":
            raise KeyError("no\nsuch key")
        case "unreadable":
            raise UnreadableError("is a riddle", "Ask the sphinx.")
        case "exit":
            os._exit(3)
        case "much":
            return bytes(2 << 20)
        case "print":
            print("noise", flush=True)  # noqa: T201
            os.write(1, b"noise")
            os.write(2, b"noise")
        case "kill the worker":
            os.kill(os.getppid(), signal.SIGKILL)
            time.sleep(5)
        case "start a process":
            return str(subprocess.Popen(["sleep", "60"]).pid).encode()
        case "limits":
            return repr([resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_CORE, resource.RLIMIT_AS)]).encode()
        case words if words.startswith("write "):
            Path(words.removeprefix("write ")).write_bytes(bytes(2 << 20))
    return b"done: " + argument


def outcomes(*arguments: str, workers: int = 1, limits: Limits = LIMITS) -> list[bytes | UnreadableError]:
    with Isolation(task, limits, workers) as isolation:
        return list(isolation.map(argument.encode() for argument in arguments))


def sentences(*arguments: str) -> list[str]:
    return [str(outcome) for outcome in outcomes(*arguments) if isinstance(outcome, UnreadableError)]


def is_running(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False


def test_results_come_in_the_order_of_the_arguments() -> None:
    words = [str(number) for number in range(60)]
    assert outcomes(*words, workers=3) == [f"done: {word}".encode() for word in words]


def test_nothing_to_do_is_nothing() -> None:
    assert outcomes() == []


def test_an_unreadable_document_comes_out_with_its_sentence_and_hint() -> None:
    [outcome] = outcomes("unreadable")
    assert isinstance(outcome, UnreadableError)
    assert (str(outcome), outcome.hint) == ("is a riddle", "Ask the sphinx.")


@pytest.mark.parametrize(
    ("argument", "sentence"),
    [
        ("crash", "made the reading program crash (SIGSEGV): the file is damaged"),
        ("exit", "made the reading program crash (exit status 3): the file is damaged"),
        ("compute", "took more than 1 seconds of computing to read"),
        ("sleep", "took more than 3 seconds to read"),
        ("memory", "needs more than 1024 MB of memory to read"),
        ("recursion", "is nested too deeply to be read"),
        ("much", "holds more than 1 MB of text"),
        ("fault", r"could not be read: it provoked KeyError ('no\nsuch key')"),
        ("kill the worker", "was not read: the system ended the reading process, perhaps because memory ran out"),
    ],
)
def test_a_document_that_does_harm_is_told_and_the_next_one_is_read(argument: str, sentence: str) -> None:
    harmed, following = outcomes(argument, "next")
    assert isinstance(harmed, UnreadableError)
    assert str(harmed) == sentence
    assert following == b"done: next"


def test_a_file_written_without_end_is_stopped(tmp_path: Path) -> None:
    [outcome] = outcomes(f"write {tmp_path / 'big'}")
    assert isinstance(outcome, UnreadableError)
    assert (tmp_path / "big").stat().st_size <= LIMITS.written


def test_a_slow_document_does_not_hold_up_the_others() -> None:
    started = time.monotonic()
    assert len(outcomes("sleep", *map(str, range(10)), "sleep again", workers=2)) == 12
    assert time.monotonic() - started < 3 * LIMITS.wall


def test_what_a_document_starts_ends_with_it() -> None:
    [outcome] = outcomes("start a process")
    assert isinstance(outcome, bytes)
    assert not is_running(int(outcome))


def test_what_libraries_print_does_not_disturb_the_results() -> None:
    assert outcomes("print", "next") == [b"done: print", b"done: next"]


def test_limits_are_set_before_the_task_runs() -> None:
    assert outcomes("limits") == [repr([0, LIMITS.memory]).encode()]


def test_closing_in_the_middle_ends_what_is_being_read() -> None:
    started = time.monotonic()
    with Isolation(task, Limits(wall=60), 1) as isolation:
        assert next(isolation.map([b"first", b"sleep"])) == b"done: first"
    assert time.monotonic() - started < 20


def test_a_task_that_cannot_be_imported_by_name_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be imported"):
        Isolation(lambda argument: argument)


@pytest.mark.parametrize("start", [["-c"], ["script.py"], ["-m", "script"]])
def test_it_works_whatever_program_asks(start: list[str], tmp_path: Path) -> None:
    script = (
        "from indexer.read.isolate import Isolation\nfrom tasks import echo\n"
        "with Isolation(echo, workers=1) as isolation:\n    print(list(isolation.map([b'a', b'b'])))\n"
    )
    (tmp_path / "tasks.py").write_text("def echo(argument):\n    return argument\n")
    (tmp_path / "script.py").write_text(script)
    command = [sys.executable, *start, *([script] if start == ["-c"] else [])]
    path = os.pathsep.join([str(tmp_path), *sys.path])
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": path}, capture_output=True, check=True
    )
    assert done.stdout == b"[b'a', b'b']\n"
    assert done.stderr == b""


def test_a_child_for_each_document_costs_little() -> None:
    count = 100
    with Isolation(task, LIMITS, 1) as isolation:
        list(isolation.map([b"warm"]))
        started = time.monotonic()
        assert len(list(isolation.map([b"x"] * count))) == count
        assert (time.monotonic() - started) / count < 0.3  # 3 ms measured; generous for a busy machine
