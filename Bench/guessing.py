"""Guesses at passwords from many networks: at one account, and one at each of many."""

import time
from statistics import median

from crowd import Ask, Answer, Meanwhile, ask, crowd, network
from processes import Failure
from readership import PASSWORD, Reader, Readership
from report import Report
from signing_in import MOST, front, log_ins

NETWORKS = 2_000
REACHED, PATIENCE = 100, 1.0
OWNER_NETWORK, STRANGER_NETWORK = 40_000, 50_000
LINES = 64


def one_account(report: Report, readership: Readership, readers: list[Reader], guesses: int) -> None:
    """At one account. Its owner comes with the browser she has used before; another reader with one that nobody knows."""
    owner, other = readers[0], readers[1]
    site = readership.serve()
    try:
        device = _log_in(site.port, owner, OWNER_NETWORK).cookies()
        attack = [
            Ask("/en/log-in", "POST", {"email": owner.email, "password": f"guess number {number}"}, source=network(number % NETWORKS))
            for number in range(guesses)]
        owners, others = [], []
        with Meanwhile(lambda: crowd(site.port, attack, LINES)) as guessing:
            time.sleep(1)
            while guessing.is_running and len(owners) < 5:
                owners.append(_log_in(site.port, owner, OWNER_NETWORK + len(owners), device))
                others.append(_log_in(site.port, other, STRANGER_NETWORK + len(others)))
                time.sleep(0.5)
        owners.append(_log_in(site.port, owner, OWNER_NETWORK + len(owners), device))
    finally:
        site.stop()
    reached = _reached(guessing.result)
    report.add(
        f"{guesses:,} guesses at one account from {NETWORKS:,} networks: tried at its password", f"{reached}", f"≤ {REACHED}", reached <= REACHED)
    slowest = max(answer.seconds for answer in owners)
    report.add(
        f"its owner logs in with her own browser, slowest of {len(owners)}", f"{slowest:.2f} s" if _all_in(owners) else "refused",
        f"≤ {PATIENCE:.0f} s", _all_in(owners) and slowest <= PATIENCE)
    report.add(
        f"another reader logs in meanwhile, slowest of {len(others)}",
        f"{max((answer.seconds for answer in others), default=0):.2f} s" if _all_in(others) else "refused", "not refused", _all_in(others))


def many_accounts(report: Report, readership: Readership, readers: list[Reader], pairs: int, seconds: float) -> None:
    """One guess at each of many accounts, as with a list of passwords from elsewhere, spread over as many seconds as the front page is looked at."""
    owner, other, stuffed = readers[0], readers[1], readers[2:]
    each = len(stuffed) // pairs
    site = readership.serve()
    ratios, owners, tries = [], [], []
    answers: list[tuple[Ask, Answer]] = []
    try:
        device = _log_in(site.port, owner, OWNER_NETWORK).cookies()
        front(site.port, 2)
        for number in range(pairs):
            quiet = front(site.port, seconds)
            attack = log_ins(stuffed[number * each:(number + 1) * each], number * each, "a password from a list")
            with Meanwhile(lambda: crowd(site.port, attack, LINES, each / seconds)) as stuffing:
                ratios.append(front(site.port, seconds) / quiet)
                owners.append(_log_in(site.port, owner, OWNER_NETWORK + 1 + number, device))
            answers += stuffing.result
        # Once more, and not for as long as the attack lasts but until she is in.
        attack = log_ins(stuffed[:each], len(stuffed), "a password from a list")
        with Meanwhile(lambda: crowd(site.port, attack, LINES, each / seconds)) as stuffing:
            time.sleep(seconds / 4)
            started = time.monotonic()
            while stuffing.is_running:
                tries.append(_log_in(site.port, other, STRANGER_NETWORK).status)
                if tries[-1] == 303:
                    break
                time.sleep(0.5)
            waited = time.monotonic() - started
    finally:
        site.stop()
    ratio = median(ratios)
    report.add(
        f"front page p99 while {pairs * each:,} accounts get a guess each, {each / seconds:.0f}/s, of quiet, median of {pairs}", f"{ratio:.2f}",
        f"≤ {MOST:.0f} ×", ratio <= MOST)
    report.add("of these tried at a password", f"{_reached(answers):,} of {len(answers):,}")
    report.add(
        f"meanwhile a reader logs in with her own browser, slowest of {len(owners)}",
        f"{max(answer.seconds for answer in owners):.2f} s" if _all_in(owners) else "refused", f"≤ {PATIENCE:.0f} s",
        _all_in(owners) and max(answer.seconds for answer in owners) <= PATIENCE)
    is_in = bool(tries) and tries[-1] == 303
    report.add(
        "and one with a browser that nobody knows", f"after {len(tries)} tries, {waited:.1f} s" if is_in else f"not in {len(tries)} tries",
        "logged in", is_in)


def _log_in(port: int, reader: Reader, place: int, cookies: str = "") -> Answer:
    return ask(port, Ask("/en/log-in", "POST", {"email": reader.email, "password": PASSWORD}, cookies, network(place % 60_000)))


def _all_in(answers: list[Answer]) -> bool:
    return bool(answers) and all(answer.status == 303 for answer in answers)


def _reached(answers: list[tuple[Ask, Answer]]) -> int:
    """How many were tried at a password; the others were refused with the time to wait."""
    statuses = [answer.status for _, answer in answers]
    if set(statuses) - {401, 429, 503}:
        raise Failure(f"the run is void: guesses were answered with {sorted(set(statuses))}")
    silent = [answer.status for _, answer in answers if answer.status != 401 and answer.field("retry-after") is None]
    if silent:
        raise Failure(f"{len(silent)} refusals say nothing of when to try again, as {silent[0]}")
    return statuses.count(401)
