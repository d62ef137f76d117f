"""What stays in memory after a long day of readers."""

import random
import threading
import time
from http.client import HTTPConnection

from processes import Failure
from report import Report, megabytes
from searching import mixed, queries
from servers import Served

READERS = 8
TARGET = 150_000_000


def measure(report: Report, site: Served, known: dict, sections: list[str], visits: int) -> None:
    """Walks through so many articles, the lists and searches as eight readers at once, then looks at the process."""
    chooser = random.Random("visits")
    articles = chooser.sample(known["paths"], min(visits, len(known["paths"])))
    lists = [f"{section}/page/{number}" for section in sections for number in range(2, 22)] + sections * 5 + ["/en", "/ar"] * 20
    walk = articles + lists + mixed(queries(known["phrases"]))[:max(100, visits // 10)]
    chooser.shuffle(walk)
    start = time.monotonic()
    _walk(site.port, walk)
    seconds = time.monotonic() - start
    memory = site.process.memory()
    report.add(
        f"resident memory, {known['articles']:,} articles, after {len(walk):,} pages", megabytes(memory["rss"]), f"≤ {megabytes(TARGET)}",
        memory["rss"] <= TARGET)
    report.add(
        "of that its own, and the most there was",
        f"PSS {megabytes(memory['pss'])}, anonymous {megabytes(memory['anonymous'])}, peak {megabytes(memory['peak'])}")
    report.add("pages made anew, by one client of eight connections", f"{len(walk) / seconds:,.0f}/s")


def _walk(port: int, walk: list[str]) -> None:
    failures: list[str] = []

    def read(paths: list[str]) -> None:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            for path in paths:
                connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
                response = connection.getresponse()
                response.read()
                if response.status != 200 and "/page/" not in path:
                    failures.append(f"{response.status} {path}")
        except OSError as error:
            failures.append(str(error))
        finally:
            connection.close()

    readers = [threading.Thread(target=read, args=(walk[number::READERS],), daemon=True) for number in range(READERS)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    if failures:
        raise Failure(f"{len(failures)} pages failed while visiting, as {failures[0]}")
