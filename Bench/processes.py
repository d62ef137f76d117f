"""Processes the harness starts: none outlives it."""

import atexit
import os
import signal
import socket
import subprocess
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
_running: list["Process"] = []


class Failure(Exception):
    """The run cannot go on, or its numbers would mean nothing."""


class Process:
    """A child in a group of its own, with its log in a file."""

    def __init__(self, command: list[str], log: Path, environment: dict[str, str] | None = None):
        self.command, self.log = command, log
        with open(log, "wb") as output:
            self.child = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
                env={**os.environ, **(environment or {})})
        _running.append(self)

    @property
    def is_running(self) -> bool:
        return self.child.poll() is None

    def stop(self) -> None:
        """Asks the group to end, and ends it after ten seconds."""
        for name, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 5)):
            if not self.is_running:
                break
            try:
                os.killpg(self.child.pid, name)
                self.child.wait(patience)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                pass
        if self in _running:
            _running.remove(self)

    def memory(self) -> dict[str, int]:
        """Bytes resident now, of which its own share, and the most there ever were; of this process without its children."""
        status = _fields(f"/proc/{self.child.pid}/status")
        rollup = _fields(f"/proc/{self.child.pid}/smaps_rollup")
        return {
            "rss": status.get("VmRSS", 0), "peak": status.get("VmHWM", 0), "pss": rollup.get("Pss", 0), "anonymous": status.get("RssAnon", 0)}

    def processor_seconds(self) -> float:
        """What it and its children have used of the processors."""
        total = 0.0
        for pid in [self.child.pid] + _children(self.child.pid):
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except FileNotFoundError:
                continue
            total += (int(fields[11]) + int(fields[12])) / TICKS
        return total

    def failed(self) -> Failure:
        return Failure(f"{Path(self.command[0]).name} ended with {self.child.returncode}: {tail(self.log)}")


def await_answer(process: Process, port: int, path: str, seconds: float = 60) -> None:
    """Returns at the first 200."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not process.is_running:
            raise process.failed()
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path)
            status = connection.getresponse().status
            connection.close()
            if status == 200:
                return
        except (OSError, HTTPException):
            pass
        time.sleep(0.002)
    raise Failure(f"no answer from {Path(process.command[0]).name} at {path} after {seconds} s: {tail(process.log)}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def tail(log: Path) -> str:
    return log.read_text(errors="replace")[-600:].strip()


def stop_all() -> None:
    for process in list(_running):
        process.stop()


atexit.register(stop_all)


def _fields(path: str) -> dict[str, int]:
    try:
        lines = Path(path).read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return {}
    pairs = (line.split(":", 1) for line in lines if line.endswith(" kB"))
    return {name: int(value.split()[0]) * 1024 for name, value in pairs}


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []
