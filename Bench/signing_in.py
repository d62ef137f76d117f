"""What being logged in costs those who read, and what logging in costs everyone else."""

from pathlib import Path
from statistics import median

from crowd import HOME, Ask, Meanwhile, crowd, network, percentile
from load import load
from processes import Failure
from readership import PASSWORD, Reader, Readership
from report import Report

CONNECTIONS = 32
PAGE, VISIT = 0.8, 0.3
FRONT_RATE, LINES = 200, 32
LOG_INS, MOST = 50, 2.0
NETWORKS = 5_000


def reading(report: Report, readership: Readership, readers: list[Reader], article: str, work: Path, rounds: int, seconds: float) -> None:
    """The same article for nobody, for readers with a session, and with the private request that its script sends besides; in turn."""
    asked = {"nobody": [article], "page": [f"{article}\tsession={reader.session}" for reader in readers[:1_000]]}
    asked["visit"] = [line for page in asked["page"] for line in (page, page.replace("\t", "/mine\t"))]
    files = {}
    for name, lines in asked.items():
        files[name] = work / f"reading-{name}.txt"
        files[name].write_text("\n".join(lines) + "\n")
    site = readership.serve()
    try:
        for file in files.values():
            load(site.port, file, 1, CONNECTIONS)
        rates: dict[str, list[float]] = {name: [] for name in files}
        names = list(files)
        for number in range(rounds):
            for name in names[number % 3:] + names[:number % 3]:
                rates[name].append(load(site.port, files[name], seconds, CONNECTIONS).rate)
    finally:
        site.stop()
    for name, what, share, target in (
        ("page", "article page with a session, requests/s of that without", 1, PAGE),
        ("visit", "with its private request, visits/s of pages without a session", 2, VISIT),
    ):
        ratio = median(own / share / theirs for own, theirs in zip(rates[name], rates["nobody"]))
        report.add(f"{what}, median of {rounds}", f"{ratio:.2f}", f"≥ {target}", ratio >= target)
    report.add("private requests beside their pages", f"{median(rates['visit']) / 2:,.0f}/s")


def logging_in(report: Report, readership: Readership, readers: list[Reader], pairs: int, seconds: float) -> None:
    """The front page for readers at a steady rate, quiet and while others log in, in pairs."""
    site = readership.serve()
    count, statuses, times = round(LOG_INS * seconds), [], []
    try:
        front(site.port, 2)
        alone = [answer.seconds for _, answer in crowd(site.port, log_ins(readers[:20], 0), 1)]
        ratios, quiets = [], []
        for number in range(pairs):
            quiet = front(site.port, seconds)
            some = [readers[(20 + number * count + index) % len(readers)] for index in range(count)]
            with Meanwhile(lambda: crowd(site.port, log_ins(some, 20 + number * count), 200, LOG_INS)) as logging:
                busy = front(site.port, seconds)
            ratios.append(busy / quiet)
            quiets.append(quiet)
            statuses += [answer.status for _, answer in logging.result]
            times += [answer.seconds for _, answer in logging.result if answer.status == 303]
    finally:
        site.stop()
    if set(statuses) - {303, 503}:
        raise Failure(f"the run is void: log-ins were answered with {sorted(set(statuses))}")
    ratio = median(ratios)
    report.add(
        f"front page p99 while {LOG_INS} log in each second, of quiet, median of {pairs}", f"{ratio:.2f} × {median(quiets):.1f} ms",
        f"≤ {MOST:.0f} ×", ratio <= MOST)
    opened = statuses.count(303)
    report.add(
        "log-ins alone; done, and refused at once as too many", f"{median(alone) * 1_000:.0f} ms; {opened / (pairs * seconds):.1f}/s in "
        f"{percentile(times, 0.5) * 1_000:.0f} ms (p50), {statuses.count(503) / (pairs * seconds):.1f}/s")


def front(port: int, seconds: float) -> float:
    """The p99 in milliseconds of the front page, asked for at a steady rate."""
    answers = crowd(port, [Ask("/en")] * round(FRONT_RATE * seconds), LINES, FRONT_RATE)
    wrong = [answer.status for _, answer in answers if answer.status != 200]
    if wrong:
        raise Failure(f"the run is void: the front page was answered with {wrong[0]}")
    return percentile([answer.seconds for _, answer in answers], 0.99) * 1_000


def log_ins(readers: list[Reader], first: int, password: str = PASSWORD) -> list[Ask]:
    """Each of them at home, in a network of her own."""
    return [
        Ask("/en/log-in", "POST", {"email": reader.email, "password": password}, source=network((first + index) % NETWORKS))
        for index, reader in enumerate(readers)]
