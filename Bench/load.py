"""wrk, with its figures as values. Any error voids the run."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

from processes import Failure

SCRIPT = Path(__file__).with_name("load.lua")


@dataclass
class Load:
    """What a stretch of load came to; times in milliseconds."""

    requests: int
    seconds: float
    p50: float
    p99: float
    longest: float

    @property
    def rate(self) -> float:
        return self.requests / self.seconds


def load(port: int, paths: Path, seconds: float, connections: int, encoding: str = "gzip") -> Load:
    """Asks for each of the paths in the file in turn, over and over."""
    command = [
        "wrk", "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", "--timeout", "10s", "-s", str(SCRIPT),
        "-H", f"Accept-Encoding: {encoding}", f"http://127.0.0.1:{port}/", "--", str(paths)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 60, check=False)
    line = next((line for line in run.stdout.splitlines() if line.startswith("{")), None)
    if run.returncode != 0 or line is None:
        raise Failure(f"wrk failed: {run.stdout[-300:]} {run.stderr[-300:]}")
    figures = json.loads(line)
    errors = {name: figures[name] for name in ("connect", "read", "write", "status", "timeout") if figures[name]}
    if errors or not figures["requests"]:
        raise Failure(f"the run is void: {figures['requests']} requests, errors {errors}")
    return Load(
        requests=figures["requests"], seconds=figures["microseconds"] / 1e6, p50=figures["p50"] / 1e3, p99=figures["p99"] / 1e3,
        longest=figures["longest"] / 1e3)
