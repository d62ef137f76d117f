"""Votes by many readers at once: each durable before it is answered, each counted once."""

from statistics import median

from crowd import Ask, crowd, percentile
from processes import Failure
from readership import Reader, Readership
from report import Report

LINES = 64
TARGET = 2_000


def measure(report: Report, readership: Readership, readers: list[Reader], articles: list[str], rounds: int) -> None:
    """In each round every reader votes once, by the request that the page's script sends, on an article that nobody has voted on."""
    site = readership.serve()
    try:
        rates, times = [], []
        for number in range(rounds):
            path = articles[number] + "/vote"
            votes = [Ask(path, "PUT", {"vote": "down" if index % 5 == 0 else "up"}, reader.cookie) for index, reader in enumerate(readers)]
            answers = crowd(site.port, votes, LINES)
            wrong = [answer.status for _, answer in answers if answer.status != 200]
            if wrong or len(answers) != len(votes):
                raise Failure(f"the run is void: {len(wrong)} of {len(answers)} votes were answered with other than 200, as {wrong[:3]}")
            times += [answer.seconds * 1_000 for _, answer in answers]
            rates.append(len(votes) / _span(answers))
    finally:
        site.stop()
    acknowledged = rounds * len(readers)
    rate = median(rates)
    report.add(
        f"durable votes by {len(readers):,} readers, median of {rounds} rounds", f"{rate:,.0f}/s", f"≥ {TARGET:,}/s", rate >= TARGET)
    report.add("a vote over HTTP, p50 and p99", f"{percentile(times, 0.5):.1f} ms, {percentile(times, 0.99):.1f} ms")
    rows, up, down, upright = _counted(readership)
    is_exact = acknowledged == rows == up + down and up == upright
    report.add(
        "votes acknowledged, rows, and what the counters say", f"{acknowledged:,}, {rows:,}, {up:,} up and {down:,} down", "the same", is_exact)


def _span(answers: list[tuple[Ask, object]]) -> float:
    """From the first request to the last answer."""
    return max(answer.done for _, answer in answers) - min(answer.done - answer.seconds for _, answer in answers)


def _counted(readership: Readership) -> tuple[int, int, int, int]:
    with readership.database() as database:
        (mode,) = database.execute("PRAGMA journal_mode").fetchone()
        if mode != "wal":
            raise Failure(f"the journal is {mode}")
        rows, upright = database.execute("SELECT count(*), coalesce(sum(value = 1), 0) FROM votes WHERE origin = 'reader'").fetchone()
        up, down = database.execute("SELECT coalesce(sum(up), 0), coalesce(sum(down), 0) FROM vote_counts WHERE origin = 'reader'").fetchone()
    return rows, up, down, upright
