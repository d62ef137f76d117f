"""What many do at the same moment, over real sockets: votes, links, sign-ups, log-outs, and guesses from many networks. Counts only; how long it takes is for the bench."""

import contextlib
import http.client
import sqlite3
import urllib.parse
from concurrent.futures import ThreadPoolExecutor

import pytest

import pages
from patience import until
from readers import OTHER_PASSWORD, PASSWORD
from server import Answer


def network(number):
    """An address of this machine in a /24 of its own."""
    return f"127.{1 + number // 256}.{number % 256}.7"


def send(room, path, form, cookies="", method="POST", source="127.0.0.1"):
    connection = http.client.HTTPConnection("127.0.0.1", room.port, timeout=60, source_address=(source, 0))
    try:
        connection.request(method, urllib.parse.quote(path), urllib.parse.urlencode(form), {
            "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin", "Cookie": cookies})
        response = connection.getresponse()
        answer = Answer(response)
        answer.cookies = "; ".join(value.split(";")[0] for value in response.headers.get_all("set-cookie") or [] if "Max-Age=0" not in value)
        return answer
    finally:
        connection.close()


def together(asks, most=50):
    """All of them at the same moment, as far as that goes."""
    with ThreadPoolExecutor(most) as pool:
        return list(pool.map(lambda ask: ask(), asks))


def rows(room, query, *values):
    with contextlib.closing(sqlite3.connect(room.folder / "matbaa.sqlite", timeout=20)) as database:
        return database.execute(query, values).fetchall()


def log_in(room, address, password=PASSWORD, cookies="", source="127.0.0.1"):
    return send(room, "/en/log-in", {"email": address, "password": password}, cookies, source=source)


def statuses(answers):
    return sorted({answer.status for answer in answers})


def device(cookies):
    """What a browser keeps after logging out."""
    return next(cookie for cookie in cookies.split("; ") if cookie.startswith("device="))


def is_open(room, cookies):
    return room.get("/en/account", Cookie=cookies).status == 200


def test_two_hundred_votes_of_one_reader_are_one(rooms):
    room = rooms.room(asks=1)
    room.enrol("en", "voter@crowd.example")
    cookies = log_in(room, "voter@crowd.example").cookies
    path = pages.path("article-en") + "/vote"
    answers = together([
        lambda number=number: send(room, path, {"vote": ("up", "down", "none")[number % 3]}, cookies, "PUT") for number in range(199)])
    answers.append(send(room, path, {"vote": "up"}, cookies, "PUT"))
    assert statuses(answers) == [200]
    votes = rows(room, "SELECT work_id, value FROM votes WHERE origin = 'reader'")
    assert len(votes) == 1 and votes[0][1] == 1
    assert rows(room, "SELECT up, down FROM vote_counts WHERE work_id = ? AND origin = 'reader'", votes[0][0]) == [(1, 0)]


@pytest.mark.parametrize("kind", ["sign-up", "forgot-password"])
def test_of_fifty_who_use_a_link_one_succeeds(rooms, kind):
    room, address = rooms.room(asks=2), f"{kind}@crowd.example"
    if kind == "forgot-password":
        room.enrol("en", address)
    assert room.post(f"/en/{kind}", {"email": address}).status == 200
    link = room.get(room.letters.next(address).link).headers["set-cookie"].split(";")[0]
    passwords = [f"the password of try {number:02}" for number in range(50)]
    answers = together([lambda password=password: send(room, "/en/choose-password", {"password": password}, link) for password in passwords])
    # Those who found no place to wait for a hash are refused before the link is looked at again.
    assert statuses(answers) in ([303, 410], [303, 410, 503])
    (number,) = [number for number, answer in enumerate(answers) if answer.status == 303]
    assert rows(room, "SELECT count(*) FROM readers WHERE email = ?", address) == [(1,)]
    assert log_in(room, address, passwords[number]).status == 303
    assert log_in(room, address, passwords[number - 1]).status == 401


def test_of_fifty_sign_ups_of_one_address_one_account_and_one_letter_come(rooms):
    room, address = rooms.room(asks=0), "fifty@crowd.example"
    spellings = [address, address.upper(), "Fifty@crowd.EXAMPLE"]
    answers = together([
        lambda number=number: send(room, "/en/sign-up", {"email": spellings[number % 3]}, source=network(number)) for number in range(50)])
    assert statuses(answers) == [200]
    until(lambda: rows(room, "SELECT 1 FROM account_requests") == [], "the requests are answered")
    assert rows(room, "SELECT count(*) FROM readers WHERE email_key = ?", address) == [(1,)]
    assert rows(room, "SELECT count(*) FROM links WHERE lower(email) = ?", address) == [(1,)]
    assert rows(room, "SELECT count(*) FROM mails m JOIN readers r ON r.id = m.reader_id WHERE r.email_key = ?", address) == [(1,)]


def test_after_fifty_log_outs_the_session_is_dead_and_no_other(rooms):
    room, address = rooms.room(asks=1), "out@crowd.example"
    room.enrol("en", address)
    here, there = log_in(room, address).cookies, log_in(room, address).cookies
    answers = together([lambda: send(room, "/en/log-out", {}, here) for _ in range(50)])
    assert statuses(answers) == [303]
    assert not is_open(room, here) and is_open(room, there)


def test_whoever_logs_in_while_the_password_is_changed_is_out(rooms):
    """A log-in that waits in line with the old password opens nothing once there is a new one; of many changes at once one stands."""
    room, address = rooms.room(asks=1), "change@crowd.example"
    room.enrol("en", address)
    first = log_in(room, address).cookies
    # From the browser that is known by now: strangers have but ten tries in a burst.
    sessions = [first] + [log_in(room, address, cookies=device(first)).cookies for _ in range(3)]
    fresh = [f"{OTHER_PASSWORD} {number}" for number in range(4)]
    changes = [
        lambda cookies=cookies, password=password: send(room, "/en/account/password", {"old": PASSWORD, "password": password}, cookies)
        for cookies, password in zip(sessions, fresh)]
    log_ins = [lambda number=number: log_in(room, address, source=network(number)) for number in range(5)]
    answers = together(log_ins[:4] + changes + log_ins[4:])
    changed = [number for number, answer in enumerate(answers[4:8]) if answer.headers.get("location", "").endswith("?done=password")]
    assert len(changed) == 1
    opened = [answer.cookies for answer in answers[:4] + answers[8:] if answer.status == 303]
    assert [is_open(room, cookies) for cookies in opened] == [False] * len(opened)
    assert [is_open(room, cookies) for cookies in sessions] == [number == changed[0] for number in range(4)]
    assert len(rows(room, "SELECT s.id FROM sessions s JOIN readers r ON r.id = s.reader_id WHERE r.email = ?", address)) == 1
    right = [log_in(room, address, password, source=network(100 + number)).status for number, password in enumerate(fresh)]
    assert right == [303 if number == changed[0] else 401 for number in range(4)]
    assert rows(room, "SELECT count(*) FROM mails m JOIN readers r ON r.id = m.reader_id WHERE r.email_key = ? AND m.kind = 'password-changed'", address) == [(1,)]


def test_guesses_from_three_hundred_networks(rooms):
    """Few are tried at the password, all others are told when to come again; neither the owner nor anybody else is kept out by them."""
    room, owner, other = rooms.room(asks=2), "owner@crowd.example", "other@crowd.example"
    for address in (owner, other):
        room.enrol("en", address)
    known = device(log_in(room, owner).cookies)
    guesses = [
        lambda number=number: log_in(room, owner, f"guess number {number}", source=network(number % 300)) for number in range(1_500)]

    def owners():
        return [log_in(room, owner, cookies=known, source=network(number % 300)) for number in range(5)]

    def others():
        return [log_in(room, other, source=network(400 + number)) for number in range(5)]

    answers = together(guesses[:1_000] + [owners, others] + guesses[1_000:], most=16)
    own, foreign = answers.pop(1_000), answers.pop(1_000)
    assert (statuses(own), statuses(foreign)) == ([303], [303])
    assert statuses(answers) == [401, 429]
    assert len([answer for answer in answers if answer.status == 401]) <= 100
    assert not [answer for answer in answers if answer.status == 429 and not answer.headers.get("retry-after", "").isdigit()]
    # A stranger's browser is refused the right password as well: the guesses were refused unseen.
    assert log_in(room, owner, source=network(500)).status == 429
