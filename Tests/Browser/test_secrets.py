"""A thief of the data folder finds nothing that opens an account, and whoever forges a request gets none of it by mail."""

import base64
import contextlib
import socket
import sqlite3
import urllib.parse

import pytest

from patience import until
from readers import OTHER_PASSWORD, PASSWORD, Rooms
from test_crowds import device, log_in, network, send


@pytest.fixture
def room(newsroom, tmp_path):
    rooms = Rooms(newsroom, tmp_path)
    yield rooms.room(asks=4)
    rooms.close()


def value(cookies, name):
    return dict(pair.split("=", 1) for pair in cookies.split("; "))[name]


def token(link):
    return link.rsplit("/", 1)[1]


def live(room, address):
    """Signs up, logs in twice, forgets the password and chooses another; gives what browser, letters and reader know and nobody else may, by name."""
    secrets = {"first password": PASSWORD, "second password": OTHER_PASSWORD, "guess": "a wrong password that was typed"}
    assert room.post("/en/sign-up", {"email": address, "name": "Layla"}).status == 200
    link = room.letters.next(address).link
    secrets["set-up link"] = token(link)
    cookie = room.get(link).headers["set-cookie"].split(";")[0]
    first = send(room, "/en/choose-password", {"password": PASSWORD}, cookie).cookies
    log_in(room, address, secrets["guess"])
    second = log_in(room, address, cookies=device(first)).cookies
    assert room.post("/en/forgot-password", {"email": address}).status == 200
    link = room.letters.next(address).link
    secrets["used reset link"] = token(link)
    cookie = room.get(link).headers["set-cookie"].split(";")[0]
    assert send(room, "/en/choose-password", {"password": OTHER_PASSWORD}, cookie).status == 303
    third = log_in(room, address, OTHER_PASSWORD).cookies
    room.a_minute_passes(address)
    assert room.post("/en/forgot-password", {"email": address}).status == 200
    room.letters.next(address)
    secrets["open reset link"] = token(room.letters.next(address).link)
    for name, cookies in (("first", first), ("second", second), ("third", third)):
        secrets[f"{name} session"], secrets[f"{name} device"] = value(cookies, "session"), value(cookies, "device")
    return secrets


def forms(secret):
    """The secret as it may lie there: as text, as the bytes that it stands for, and those in hexadecimal digits."""
    found = [secret.encode()]
    if len(secret) == 43:
        raw = base64.urlsafe_b64decode(secret + "=")
        found += [raw, raw.hex().encode(), raw.hex().upper().encode()]
    return found


def found_in(secrets, data):
    return sorted(name for name, secret in secrets.items() if any(form in data for form in forms(secret)))


def test_nothing_that_lies_there_opens_an_account(room):
    address = "layla@secrets.example"
    secrets = live(room, address)
    database = room.folder / "matbaa.sqlite"
    with contextlib.closing(sqlite3.connect(database, timeout=20)) as rows:
        until(lambda: not rows.execute("SELECT 1 FROM mails WHERE state = 'waiting'").fetchall(), "the letters are sent")
        dump = "\n".join(rows.iterdump()).encode()
    assert address.encode() in dump and b"argon2id" in dump
    assert found_in(secrets, dump) == []
    # The bytes of the files, with what was there once: pages that are free again, and the log.
    files = b"".join(file.read_bytes() for file in room.folder.glob("matbaa.sqlite*"))
    assert address.encode() in files
    assert found_in(secrets, files) == []
    log = (room.folder.parent / "server.log").read_bytes()
    assert found_in(secrets, log) == [] and address.encode() not in log


def test_what_is_looked_for_would_be_seen():
    """Each form of each secret, in a file that holds it."""
    secrets = {"token": "A" * 42 + "E", "password": PASSWORD}
    for secret in secrets.values():
        for form in forms(secret):
            assert found_in(secrets, b"x" + form + b"y") == [name for name, other in secrets.items() if other == secret]
    assert found_in(secrets, b"nothing") == []


FORGED = {
    "host": ("/en/forgot-password", ["Host: evil.example"]),
    "two hosts": ("/en/forgot-password", ["Host: evil.example", "Host: {own}"]),
    "host after host": ("/en/forgot-password", ["Host: {own}", "Host: evil.example"]),
    "forwarded": ("/en/forgot-password", [
        "Host: {own}", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https", "X-Original-Host: evil.example", "Forwarded: host=evil.example"]),
    "absolute": ("http://evil.example/en/forgot-password", ["Host: {own}"]),
    "absolute and host": ("http://evil.example/en/forgot-password", ["Host: evil.example"]),
    "host with a user": ("/en/forgot-password", ["Host: {own}@evil.example"]),
}


def test_what_a_request_says_of_its_host_reaches_no_letter(room):
    """However it is forged, either no letter comes or all its links are on the configured origin (CVE-2017-8295)."""
    addresses = {name: f"layla{number}@forged.example" for number, name in enumerate(FORGED)}
    for number, address in enumerate(addresses.values()):
        assert send(room, "/en/sign-up", {"email": address}, source=network(number)).status == 200
    for number, (name, address) in enumerate(addresses.items()):
        room.letters.next(address)
        room.a_minute_passes(address)
        path, hosts = FORGED[name]
        body = urllib.parse.urlencode({"email": address}).encode()
        lines = [f"POST {path} HTTP/1.1", *hosts, "Sec-Fetch-Site: same-origin", "Content-Type: application/x-www-form-urlencoded", "Connection: close"]
        head = "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).replace("{own}", room.origin.removeprefix("http://"))
        with socket.create_connection(("127.0.0.1", room.port), 20, (network(100 + number), 0)) as wire:
            wire.sendall(head.encode() + body)
            answer = b"".join(iter(lambda: wire.recv(1 << 16), b""))
        assert b"evil" not in answer, name
    # The last of all is asked for plainly: when its letter is there, so are those before it.
    assert send(room, "/en/sign-up", {"email": "last@forged.example"}, source=network(200)).status == 200
    room.letters.next("last@forged.example")
    came = [letter for address in addresses.values() for letter in room.letters.to(address)]
    assert len(came) > len(FORGED)
    for letter in came:
        assert letter.links and [link for link in letter.links if not link.startswith(room.origin + "/")] == []
        assert "evil" not in letter.plain + letter.text
