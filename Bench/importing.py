"""How fast an export comes in, and in how much memory."""

import re
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from processes import Failure, Process, tail
from report import Report


@dataclass
class Imported:
    articles: int
    seconds: float
    peak: int
    #: Resident bytes, a sample each quarter of a second.
    samples: list[int]
    processor_seconds: float

    @property
    def rate(self) -> float:
        return self.articles / self.seconds

    @property
    def growth(self) -> float:
        """The last quarter's middle over the second quarter's: 1 is flat."""
        quarter = len(self.samples) // 4
        if quarter < 4:
            return 1
        second, last = sorted(self.samples[quarter:2 * quarter]), sorted(self.samples[-quarter:])
        return last[len(last) // 2] / second[len(second) // 2]


def import_export(binary: Path, export: Path, data: Path, articles: int) -> Imported:
    """Imports into a new data folder, watching the process's memory. Counts the articles that the program says it made."""
    shutil.rmtree(data, ignore_errors=True)
    start = time.monotonic()
    process = Process(
        [str(binary), "import", "wordpress", str(export), "--data", str(data)], data.with_suffix(".log"), {"MATBAA_FETCH_MEDIA": "false"})
    samples, peak, used, seen = [], 0, 0.0, 0.0
    try:
        while process.is_running:
            now = time.monotonic()
            if now - seen >= 0.25:
                seen = now
                memory = process.memory()
                if memory["rss"]:
                    samples.append(memory["rss"])
                    peak = max(peak, memory["peak"])
                    used = process.processor_seconds()
            time.sleep(0.01)
        seconds = time.monotonic() - start
    finally:
        process.stop()
    if process.child.returncode != 0:
        raise process.failed()
    told = re.search(r"([\d,]+) created", process.log.read_text(errors="replace"))
    if told is None or int(told[1].replace(",", "")) != articles:
        raise Failure(f"not all {articles} articles came in: {tail(process.log)}")
    return Imported(articles, seconds, peak, samples, used)


def reindex(report: Report, binary: Path, data: Path, articles: int) -> None:
    """Reads what is published into the index of search anew."""
    start = time.monotonic()
    process = Process([str(binary), "reindex", "--data", str(data)], data.with_suffix(".log"))
    process.child.wait()
    rate = articles / (time.monotonic() - start)
    process.stop()
    if process.child.returncode != 0:
        raise process.failed()
    report.add(f"reindex of {articles:,} articles", f"{rate:,.0f} articles/s", "≥ 300/s", rate >= 300)
