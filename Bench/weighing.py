"""What an article's page is over the wire, with all that a browser fetches for it."""

import gzip
import re
from html.parser import HTMLParser

from processes import Failure
from report import Detail, Report, kilobytes
from servers import Served, get

MOST_BYTES, MOST_REQUESTS = 30_000, 6
# Which of the stylesheet's font files a page in each language needs.
FONTS = {"en": "serif", "ar": "naskh"}


class Parts(HTMLParser):
    """The addresses a browser fetches with a page: styles, scripts, icon, and pictures of the site's own dress."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload", "modulepreload"):
            self.found.setdefault(values["href"], values["rel"])
        elif tag == "script" and values.get("src"):
            self.found.setdefault(values["src"], "script")
        elif tag == "img" and (values.get("src") or "").startswith("/assets/"):
            self.found.setdefault(values["src"], "picture of the dress")


def measure(report: Report, site: Served, articles: dict[str, str]) -> None:
    """`articles` are paths by language. Counted in gzip, as bodies with their fields."""
    detail = Detail("An article over the wire, in gzip", ["page", "part", "bytes"])
    for language, path in articles.items():
        page, html = _weigh(site, path)
        parts = Parts()
        parts.feed(html.decode())
        rows = [("page", page)]
        fonts: set[str] = set()
        for address, kind in parts.found.items():
            size, body = _weigh(site, address)
            rows.append((kind, size))
            if kind == "stylesheet":
                fonts.update(re.findall(rf"/assets/[\w.-]*{FONTS[language]}[\w.-]*\.woff2", body.decode()))
        letters = sum(_weigh(site, address)[0] for address in sorted(fonts))
        total = sum(size for _, size in rows)
        if fonts:
            rows.append((f"{len(fonts)} font files", letters))
        requests = len(parts.found) + 1 + len(fonts)
        # Type is not counted, as it comes once and no text waits for it; the whole with it is told beside.
        report.add(f"article ({language}) over the wire without pictures and type", kilobytes(total), f"≤ {kilobytes(MOST_BYTES)}", total <= MOST_BYTES)
        report.add(f"article ({language}), requests", str(requests), f"≤ {MOST_REQUESTS}", requests <= MOST_REQUESTS)
        if fonts:
            report.add(f"article ({language}) on a first visit with its {len(fonts)} font files", kilobytes(total + letters))
        detail.rows += [[language, part, f"{size:,}"] for part, size in rows]
    report.details.append(detail)


def _weigh(site: Served, path: str) -> tuple[int, bytes]:
    """Bytes of the whole answer, and its body as it reads."""
    status, fields, body = get(site.port, path, "gzip")
    if status != 200:
        raise Failure(f"{path}: {status}")
    packed = dict((name.lower(), value) for name, value in fields).get("content-encoding") == "gzip"
    head = len("HTTP/1.1 200 OK\r\n\r\n") + sum(len(name) + len(value) + 4 for name, value in fields)
    return head + len(body), gzip.decompress(body) if packed else body
