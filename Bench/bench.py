#!/usr/bin/env python3
"""Measures Matbaa against its limits, a bare Hummingbird handler and nginx, and writes docs/benchmarks.md. All stays on 127.0.0.1."""

import argparse
import fcntl
import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import enumeration
import guessing
import importing
import memory
import pages
import searching
import signing_in
import starting
import voting
import weighing
from export import SECTIONS, VERSION, Export
from processes import Failure, stop_all
from readership import Reader, Readership
from report import Report, megabytes, table
from servers import Served, serve_matbaa

ROOT = Path(__file__).resolve().parent.parent
NAMES = ["import", "weight", "start", "pages", "search", "archive", "memory", "large", "reading", "voting", "logging-in", "guessing", "enumeration"]
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGALRM)
METHOD = """## Method

- An article is one edition in one language: one post of the export. Two of three belong to a pair of translations. Bodies are 3 to 5 KB of
  made-up words in Arabic or English, as frequent as words are in real text (Zipf), the same in every run. No pictures.
- Pages: wrk with one thread and 32 connections, kept alive; Matbaa, the bare handler and nginx (two workers, `gzip_static`, no log) in turn,
  after a warm-up, each with the same bytes and fields; the ratio is the median over the rounds of each round's own ratio. The bare handler is
  Hummingbird's router with one closure that returns a prepared buffer: the distance to it is what our own code costs.
- Search: wrk with 8 connections over a mix of common, usual and rare words, several words, phrases and exclusions in both languages.
- Any error, time-out or answer but 200 voids the run.
- Readers are laid into a newsroom of their own, of 200 articles, before its server starts: rows of sessions with the digests of made-up tokens, and one
  password for all that the program itself has hashed. Each has a network of her own: the clients are bound to addresses in different /24 of 127/8.
- Reading with a session: wrk as above, the same page without a cookie, with a thousand readers' cookies, and with the private request of its script after
  each page, in turn; a visit is both.
- Votes: every reader once per round, `PUT` as the page's script sends it, over 64 connections kept alive; SQLite with `synchronous = FULL`, each vote
  answered after its transaction is on the disk. Any other answer voids the run. Counted afterwards in the database, with the server stopped.
- Logging in, guesses: the front page is asked for 200 times a second over connections kept alive, by a process of its own, quiet and meanwhile, in pairs;
  a time begins when its request was due, so that whoever waits for a connection waits for the site. Log-ins and guesses become due at their rate whether
  or not those before are answered.
- Enumeration: known and unknown addresses of one length in random order, one at a time, each asked for once; answers are compared byte for byte, without
  the address and the clock, and times by the rank-sum test of Mann and Whitney.
- Start: from the spawning of the process to the first whole front page, with the files in the system's cache.
- The load generator shares the processors with what it measures, so only ratios travel to other machines.
"""


class Bench:
    def __init__(self, options: argparse.Namespace):
        self.options = options
        self.quick: bool = options.quick
        self.work: Path = options.work
        self.report = Report()

    def run(self) -> None:
        self.work.mkdir(parents=True, exist_ok=True)
        lock = open(self.work / "lock", "w", encoding="utf-8")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Failure("another run is using the work folder") from error
        wanted = self.options.only or NAMES
        steps = {
            "import": self.imports, "large": self.large, "weight": self.weight, "start": self.start, "pages": self.pages,
            "search": self.search, "archive": self.wide, "memory": self.memory, "reading": self.reading, "voting": self.voting, "logging-in": self.logging_in,
            "guessing": self.guessing, "enumeration": self.enumeration}
        for name in NAMES:
            if name in wanted:
                started = time.monotonic()
                print(f"{name}:", flush=True)
                steps[name]()
                print(f"    ({time.monotonic() - started:.0f} s)", flush=True)

    # MARK: Data

    @property
    def archive(self) -> int:
        return 10_000 if self.quick else 50_000

    def export(self, articles: int, size: int = 4_000, name: str | None = None) -> tuple[Path, dict]:
        """The export of so many articles, made when it is not in the work folder, with what is known of it."""
        path = self.work / f"{name or articles}.xml"
        known = path.with_suffix(".json")
        if path.exists() and known.exists():
            facts = json.loads(known.read_text())
            if facts["version"] == VERSION and facts["articles"] == articles:
                return path, facts
        print(f"    writing an export of {articles:,} articles", flush=True)
        Export(articles, size).write(path)
        return path, json.loads(known.read_text())

    def data(self) -> tuple[Path, dict]:
        """A data folder with the archive in it, imported when this run has not done so."""
        path, known = self.export(self.archive)
        folder = self.work / f"data-{self.archive}"
        stamp = folder / "bench.json"
        identity = [VERSION, str(self.options.matbaa), self.options.matbaa.stat().st_mtime]
        if not (stamp.exists() and json.loads(stamp.read_text()) == identity):
            print("    importing it", flush=True)
            importing.import_export(self.options.matbaa, path, folder, self.archive)
            stamp.write_text(json.dumps(identity))
        return folder, known

    def site(self, log: str) -> tuple[Served, dict]:
        folder, known = self.data()
        return serve_matbaa(self.options.matbaa, folder, self.work / f"{log}.log"), known

    # MARK: Steps

    def imports(self) -> None:
        for articles in [10_000] if self.quick else [10_000, 50_000]:
            path, _ = self.export(articles)
            folder = self.work / f"data-{articles}"
            done = importing.import_export(self.options.matbaa, path, folder, articles)
            (folder / "bench.json").write_text(json.dumps([VERSION, str(self.options.matbaa), self.options.matbaa.stat().st_mtime]))
            length = megabytes(path.stat().st_size)
            self.report.add(f"import of {articles:,} articles ({length})", f"{done.rate:,.0f} articles/s", "≥ 1,000/s", done.rate >= 1_000)
            self.report.add(
                f"import of {articles:,}: processor time, memory at most",
                f"{done.processor_seconds / articles * 1e6:,.0f} µs/article, {megabytes(done.peak)}")

    def large(self) -> None:
        size = 0.2e9 if self.quick else 1e9
        path, known = self.export(round(size / 11_300), 8_900, "large")
        folder = self.work / "data-large"
        try:
            done = importing.import_export(self.options.matbaa, path, folder, known["articles"])
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        length = megabytes(path.stat().st_size)
        self.report.add(f"import of {length}, memory at most", megabytes(done.peak), "≤ 200 MB", done.peak <= 200e6)
        self.report.add(
            f"import of {length}, {known['articles']:,} articles",
            f"{done.rate:,.0f} articles/s; memory of the last quarter {done.growth:.2f} × the second's")

    def weight(self) -> None:
        site, known = self.site("weight")
        try:
            weighing.measure(
                self.report, site, {language: next(path for path in known["paths"] if path.startswith(f"/{language}/")) for language in ("en", "ar")})
        finally:
            site.stop()

    def start(self) -> None:
        folder, _ = self.data()
        starting.measure(self.report, self.options.matbaa, folder, self.work, self.archive, 3 if self.quick else 10)

    def pages(self) -> None:
        bare = self.bare()
        site, known = self.site("pages")
        try:
            article = next(path for path in known["paths"] if path.startswith("/en/"))
            chosen = {"article": article, "section": f"/en/sections/{SECTIONS[0][0]}", "front": "/en"}
            seconds = {"gzip": 1, "identity": 1} if self.quick else {"gzip": 5, "identity": 2}
            pages.measure(self.report, site, bare, chosen, self.work, 3 if self.quick else 5, seconds)
        finally:
            site.stop()

    def search(self) -> None:
        site, known = self.site("search")
        try:
            searching.measure(self.report, site, known["phrases"], self.archive, self.work, 4 if self.quick else 15, 0 if self.quick else 2)
        finally:
            site.stop()

    def wide(self) -> None:
        """An archive twice as large: reading all of it anew, then searching it."""
        articles = 20_000 if self.quick else 100_000
        path, known = self.export(articles)
        folder = self.work / "data-archive"
        try:
            importing.import_export(self.options.matbaa, path, folder, articles)
            importing.reindex(self.report, self.options.matbaa, folder, articles)
            site = serve_matbaa(self.options.matbaa, folder, self.work / "archive.log")
            try:
                searching.measure(self.report, site, known["phrases"], articles, self.work, 4 if self.quick else 15, 0)
            finally:
                site.stop()
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def memory(self) -> None:
        site, known = self.site("memory")
        try:
            lists = [f"/en/sections/{section[0]}" for section in SECTIONS]
            memory.measure(self.report, site, known, lists, 1_000 if self.quick else 8_000)
        finally:
            site.stop()

    # MARK: Readers

    def readership(self, count: int) -> tuple[Readership, list[Reader], list[str]]:
        """A small newsroom of its own with so many readers who are logged in, and the addresses of its articles."""
        path, known = self.export(200, name="readers")
        folder = self.work / "data-readers"
        importing.import_export(self.options.matbaa, path, folder, 200)
        readership = Readership(self.options.matbaa, folder, self.work / "readers.log")
        return readership, readership.enrol(count), [path for path in known["paths"] if path.startswith("/en/")]

    def reading(self) -> None:
        readership, readers, articles = self.readership(1_000)
        signing_in.reading(self.report, readership, readers, articles[0], self.work, 5, 1 if self.quick else 5)

    def voting(self) -> None:
        readership, readers, articles = self.readership(2_000 if self.quick else 10_000)
        voting.measure(self.report, readership, readers, articles, 5)

    def logging_in(self) -> None:
        readership, readers, _ = self.readership(1_000 if self.quick else 5_000)
        signing_in.logging_in(self.report, readership, readers, 5, 3 if self.quick else 10)

    def guessing(self) -> None:
        readership, readers, _ = self.readership(1_002 if self.quick else 5_002)
        guessing.one_account(self.report, readership, readers, 2_000 if self.quick else 10_000)
        guessing.many_accounts(self.report, readership, readers, 5, 2 if self.quick else 10)

    def enumeration(self) -> None:
        readership, readers, _ = self.readership(400)
        enumeration.measure(self.report, readership, readers, 100 if self.quick else 400)

    def bare(self) -> Path:
        """The bare server, built when it is not there: with the versions that Matbaa is built with."""
        package = ROOT / "Bench" / "bare"
        binary = package / ".build" / "release" / "bare"
        if not binary.exists():
            print("    building the bare server: some minutes, once", flush=True)
            if (ROOT / "Package.resolved").exists():
                shutil.copy(ROOT / "Package.resolved", package / "Package.resolved")
            built = subprocess.run(["swift", "build", "-c", "release", "--static-swift-stdlib", "--package-path", str(package)], capture_output=True, text=True, check=False)
            if built.returncode != 0:
                raise Failure(f"the bare server does not build:\n{built.stdout[-800:]}{built.stderr[-800:]}")
        return binary


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less data and shorter runs: for a look, not for the record")
    parser.add_argument("--only", action="append", choices=NAMES, help="only this part; may be given more than once")
    parser.add_argument("--matbaa", type=Path, default=ROOT / ".build/release/matbaa", help="the program to measure")
    parser.add_argument("--work", type=Path, default=ROOT / ".build-bench", help="a folder for data and logs")
    parser.add_argument("--no-document", action="store_true", help="do not write docs/benchmarks.md")
    parser.add_argument("--minutes", type=float, default=45, help="give up after so long")
    return parser.parse_args()


def give_up(number: int, _frame: object) -> None:
    # Once: what ends the processes must not be cut off itself.
    for each in SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    raise Failure("the time is over" if number == signal.SIGALRM else "stopped")


def main() -> int:
    chosen = options()
    chosen.matbaa, chosen.work = chosen.matbaa.resolve(), chosen.work.resolve()
    missing = [tool for tool in ("wrk", "nginx") if shutil.which(tool) is None]
    if missing:
        print(f"needs {' and '.join(missing)}: apt-get install wrk nginx-light", file=sys.stderr)
        return 2
    if not chosen.matbaa.exists():
        print("there is no release build of matbaa: make release", file=sys.stderr)
        return 2
    for number in SIGNALS:
        signal.signal(number, give_up)
    signal.setitimer(signal.ITIMER_REAL, chosen.minutes * 60)
    bench = Bench(chosen)
    try:
        bench.run()
    except Failure as reason:
        print(f"\n{bench.report.table()}\n\nnot finished: {reason}", file=sys.stderr)
        return 2
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        stop_all()
    print("\n" + bench.report.table())
    for detail in bench.report.details:
        print(f"\n{detail.title}\n" + table(detail.head, detail.rows))
    if not (chosen.quick or chosen.only or chosen.no_document):
        document = ROOT / "docs" / "benchmarks.md"
        document.write_text(bench.report.document("make bench", METHOD), encoding="utf-8")
        print("\nwritten: docs/benchmarks.md")
    return 1 if bench.report.has_failed else 0


if __name__ == "__main__":
    sys.exit(main())
