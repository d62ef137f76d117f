"""Finished pages: Matbaa against a bare Hummingbird handler and nginx, in turn."""

from pathlib import Path
from statistics import median

from load import Load, load
from processes import Failure
from report import Detail, Report
from servers import Served, copy_pages, get, serve_bare, serve_nginx

CONNECTIONS = 32
OF_BARE, OF_NGINX = 0.9, 0.42


def measure(report: Report, site: Served, bare: Path, pages: dict[str, str], work: Path, rounds: int, seconds: dict[str, float]) -> None:
    """`seconds` of load for each encoding, per server and round."""
    folder = work / "pages"
    copy_pages(site, pages, folder)
    first = next(iter(pages.values()))
    servers = [site]
    try:
        servers.append(serve_bare(bare, folder, first, work / "bare.log"))
        servers.append(serve_nginx(folder, first, work / "nginx.log"))
        detail = Detail(
            "Pages, server by server",
            ["page", "encoding", "bytes", "server", "requests/s", "p50 ms", "p99 ms", "processor µs/request"])
        for encoding, length in seconds.items():
            for name, path in pages.items():
                _page(report, detail, servers, name, path, encoding, work, rounds, length)
        report.details.append(detail)
    finally:
        for server in servers[1:]:
            server.stop()


def _page(
    report: Report, detail: Detail, servers: list[Served], name: str, path: str, encoding: str, work: Path, rounds: int, seconds: float
) -> None:
    bodies = {get(server.port, path, encoding)[2] for server in servers}
    if len(bodies) != 1:
        raise Failure(f"the servers do not give the same bytes for {path} in {encoding}")
    paths = work / "path.txt"
    paths.write_text(path + "\n")
    for server in servers:
        load(server.port, paths, 1, CONNECTIONS, encoding)
    runs: dict[str, list[tuple[Load, float]]] = {server.name: [] for server in servers}
    for number in range(rounds):
        # Each goes first in its turn, so that none always follows the same one.
        for server in servers[number % 3:] + servers[:number % 3]:
            before = server.process.processor_seconds()
            run = load(server.port, paths, seconds, CONNECTIONS, encoding)
            runs[server.name].append((run, (server.process.processor_seconds() - before) / run.requests))
    size = len(bodies.pop())
    for server in servers:
        own = runs[server.name]
        detail.rows.append([
            name, encoding, f"{size:,}", server.name, f"{median(run.rate for run, _ in own):,.0f}", f"{median(run.p50 for run, _ in own):.2f}",
            f"{median(run.p99 for run, _ in own):.2f}", f"{median(used for _, used in own) * 1e6:.0f}"])
    ours = [run.rate for run, _ in runs[servers[0].name]]
    for other, target in ((servers[1], OF_BARE), (servers[2], OF_NGINX)):
        ratio = median(mine / theirs.rate for mine, (theirs, _) in zip(ours, runs[other.name]))
        report.add(f"{name} page, {encoding}, requests/s of {other.name}", f"{ratio:.2f}", f"≥ {target}", ratio >= target)
