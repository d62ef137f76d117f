"""Whether answers tell which addresses have an account (CVE-2024-39329): by their bytes, or by the time they take."""

import random
from math import erfc, sqrt
from statistics import median

from crowd import Ask, Answer, ask, network
from processes import Failure
from readership import Reader, Readership
from report import Detail, Report

#: Askings for letters are bounded for everyone together, and each needs one; before the bound is reached the next server is started.
PER_SERVER = 150
LIKELY, NOTHING = 0.01, 2.0


def measure(report: Report, readership: Readership, readers: list[Reader], samples: int) -> None:
    """Known and unknown addresses in random order, one at a time, each asked for once from a network of its own."""
    detail = Detail("Whether an account can be told by time", ["form", "known p50 ms", "unknown p50 ms", "difference ms", "Mann-Whitney p", "same bytes"])
    strangers = [reader.email.replace("reader", "nobody") for reader in readers]
    for form, more in (("log-in", {"password": "not the password of anybody"}), ("sign-up", {"name": "x"}), ("forgot-password", {})):
        arms = [(readers[number].email, True) for number in range(samples)] + [(strangers[number], False) for number in range(samples)]
        random.Random(form).shuffle(arms)
        answers: list[tuple[bool, Answer]] = []
        said = set()
        for first in range(0, len(arms), PER_SERVER):
            site = readership.serve()
            try:
                ask(site.port, Ask(f"/en/{form}", "POST", {"email": "warm@bench.example", **more}))
                for number, (email, is_known) in enumerate(arms[first:first + PER_SERVER]):
                    answer = ask(site.port, Ask(f"/en/{form}", "POST", {"email": email, **more}, source=network(number)))
                    answers.append((is_known, answer))
                    said.add(_without(answer, email))
            finally:
                site.stop()
        statuses = {answer.status for _, answer in answers}
        if statuses - {200, 401}:
            raise Failure(f"the run is void: {form} was answered with {sorted(statuses)}")
        known, unknown = ([answer.seconds * 1_000 for is_known, answer in answers if is_known is arm] for arm in (True, False))
        difference, likely = median(known) - median(unknown), mann_whitney(known, unknown)
        detail.rows.append([
            form, f"{median(known):.2f}", f"{median(unknown):.2f}", f"{difference:+.2f}", f"{likely:.3f}", "yes" if len(said) == 1 else "NO"])
        report.add(
            f"{form}, known and unknown addresses, {samples} each: difference of medians, Mann-Whitney p", f"{difference:+.2f} ms, {likely:.3f}",
            f"≤ {NOTHING:.0f} ms or p > {LIKELY}", likely > LIKELY or abs(difference) <= NOTHING)
        report.add(f"{form}: different answers, but for the address", f"{len(said)}", "1", len(said) == 1)
    report.details.append(detail)


def _without(answer: Answer, email: str) -> bytes:
    """Status, fields and body without the address itself and the clock."""
    fields = [line for line in answer.head.split(b"\r\n") if not line.lower().startswith(b"date:")]
    return b"\n".join(fields) + answer.body.replace(email.encode(), b"ADDRESS")


def mann_whitney(a: list[float], b: list[float]) -> float:
    """How likely values so far apart are when both come from one distribution: two-sided, by the normal approximation with ties (Mann and Whitney, 1947)."""
    values = sorted([(value, 0) for value in a] + [(value, 1) for value in b])
    ranks = ties = 0.0
    first = 0
    while first < len(values):
        last = first
        while last + 1 < len(values) and values[last + 1][0] == values[first][0]:
            last += 1
        count = last - first + 1
        ranks += (first + last + 2) / 2 * sum(1 for _, arm in values[first:last + 1] if arm == 0)
        ties += count ** 3 - count
        first = last + 1
    whole, product = len(values), len(a) * len(b)
    spread = sqrt(product / 12 * (whole + 1 - ties / (whole * (whole - 1))))
    if not spread:
        return 1.0
    distance = abs(ranks - len(a) * (len(a) + 1) / 2 - product / 2) - 0.5
    return min(1.0, erfc(max(0.0, distance) / spread / sqrt(2)))
