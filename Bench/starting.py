"""From the command to the first page."""

import time
from pathlib import Path
from statistics import median

from report import Report
from servers import serve_matbaa

TARGET = 1.0


def measure(report: Report, binary: Path, data: Path, work: Path, articles: int, times: int) -> None:
    seconds = []
    for _ in range(times):
        start = time.monotonic()
        site = serve_matbaa(binary, data, work / "start.log", ready="/en")
        seconds.append(time.monotonic() - start)
        site.stop()
    middle = median(seconds)
    report.add(
        f"start to the first front page, {articles:,} articles, median of {times}", f"{middle:.2f} s", f"≤ {TARGET:.0f} s", middle <= TARGET)
