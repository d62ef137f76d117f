"""What was measured, as a table for people."""

import platform
import subprocess
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass
class Figure:
    """One line of the table. `isMet` is None where there is no target."""

    what: str
    measured: str
    target: str = ""
    is_met: bool | None = None

    @property
    def verdict(self) -> str:
        return {True: "pass", False: "FAIL", None: ""}[self.is_met]


@dataclass
class Detail:
    """A table of what lies behind the figures."""

    title: str
    head: list[str]
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class Report:
    figures: list[Figure] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)

    def add(self, what: str, measured: str, target: str = "", is_met: bool | None = None) -> None:
        figure = Figure(what, measured, target, is_met)
        self.figures.append(figure)
        print(f"    {what}: {measured}" + (f" (target {target}: {figure.verdict})" if target else ""), flush=True)

    @property
    def has_failed(self) -> bool:
        return any(figure.is_met is False for figure in self.figures)

    def table(self) -> str:
        return table(["what", "target", "measured", ""], [[f.what, f.target, f.measured, f.verdict] for f in self.figures])

    def document(self, command: str, method: str) -> str:
        parts = [
            "# Benchmarks", "", f"Written by `{command}`; do not edit.", "",
            f"- Date: {date.today().isoformat()}", f"- Commit: {commit()}", f"- Machine: {machine()}, which also makes the load", "",
            self.table()]
        for detail in self.details:
            parts += ["", f"## {detail.title}", "", table(detail.head, detail.rows)]
        return "\n".join(parts + ["", method])


def table(head: list[str], rows: list[list[str]]) -> str:
    widths = [max(len(row[column]) for row in [head] + rows) for column in range(len(head))]
    lines = [[text.ljust(width) for text, width in zip(row, widths)] for row in [head] + rows]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def megabytes(size: float) -> str:
    return f"{size / 1e6:,.0f} MB"


def kilobytes(size: float) -> str:
    return f"{size / 1e3:.1f} KB"


def commit() -> str:
    """The commit of the sources, with a word when they have changed since."""
    folder = Path(__file__).parent
    try:
        name = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=folder, capture_output=True, text=True, check=True).stdout.strip()
        changed = subprocess.run(
            ["git", "status", "--porcelain", "--", "../Sources", "../Package.swift"], cwd=folder, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return name + (", with changes not committed" if changed.strip() else "")


def machine() -> str:
    model = "unknown processor"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    cores = Path("/proc/cpuinfo").read_text().count("processor\t:")
    memory = int(Path("/proc/meminfo").read_text().split()[1]) / 1024 / 1024
    return f"{cores} cores of {model}, {memory:.0f} GB of memory, Linux {platform.release().split('-')[0]}"
