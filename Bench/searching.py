"""How long a reader waits for what she looks for."""

import random
from pathlib import Path
from urllib.parse import quote

from load import load
from report import Detail, Report
from servers import Served
from words import Vocabulary

CONNECTIONS = 8
TARGET = 50


def queries(phrases: dict[str, list[str]]) -> dict[str, list[str]]:
    """Paths of searches by kind, the same in every run: what stands in half the archive, in a part of it, in next to nothing."""
    kinds: dict[str, list[str]] = {}
    for language in ("en", "ar"):
        chooser, words = random.Random(f"queries {language}"), Vocabulary(language)

        def word(low: int, high: int) -> str:
            return words.common(chooser.randrange(low, high))

        texts = {
            "common word": [word(0, 60) for _ in range(30)],
            "usual word": [word(60, 2_000) for _ in range(120)],
            "rare word": [word(8_000, 19_000) for _ in range(120)],
            "two words": [f"{word(0, 300)} {word(60, 3_000)}" for _ in range(120)],
            "three common words": [f"{word(0, 40)} {word(0, 60)} {word(0, 80)}" for _ in range(30)],
            "phrase": [f'"{phrase}"' for phrase in chooser.sample(phrases[language], min(60, len(phrases[language])))],
            "word and not another": [f"{word(60, 600)} -{word(0, 60)}" for _ in range(30)],
            "no match": [word(60, 600) + "qzx" for _ in range(15)],
        }
        for kind, asked in texts.items():
            # Two of three readers stay in their own language.
            kinds[f"{kind}, {language}"] = [
                f"/{language}/search?q={quote(text)}" + (f"&in={language}" if index % 3 else "") for index, text in enumerate(asked)]
    return kinds


def mixed(kinds: dict[str, list[str]]) -> list[str]:
    paths = [path for some in kinds.values() for path in some]
    random.Random("mix").shuffle(paths)
    return paths


def measure(report: Report, site: Served, phrases: dict[str, list[str]], articles: int, work: Path, seconds: float, each: float) -> None:
    kinds = queries(phrases)
    paths = work / "searches.txt"
    paths.write_text("\n".join(mixed(kinds)) + "\n")
    load(site.port, paths, 2, CONNECTIONS)
    run = load(site.port, paths, seconds, CONNECTIONS)
    report.add(f"search over {articles:,} articles, p99", f"{run.p99:.1f} ms", f"≤ {TARGET} ms", run.p99 <= TARGET)
    report.add(f"search over {articles:,} articles, p50 and rate", f"{run.p50:.1f} ms, {run.rate:,.0f}/s")
    if not each:
        return
    detail = Detail("Search, kind by kind", ["asked for", "queries/s", "p50 ms", "p99 ms", "longest ms"])
    for kind, some in kinds.items():
        paths.write_text("\n".join(some) + "\n")
        run = load(site.port, paths, each, CONNECTIONS)
        detail.rows.append([kind, f"{run.rate:,.0f}", f"{run.p50:.1f}", f"{run.p99:.1f}", f"{run.longest:.1f}"])
    report.details.append(detail)
