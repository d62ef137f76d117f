"""Readers with sessions, as thousands of log-ins would have left them: laid into the database while no server runs.

The program is not made any weaker for it. A session's row holds the digest of a token, so whoever lays rows can make up tokens; the one password that all
readers share was chosen by a link, through the program's own form, and so is hashed with its pepper at its full cost.
"""

import base64
import contextlib
import hashlib
import os
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from crowd import Ask, ask
from processes import Failure
from servers import Served, serve_matbaa

PASSWORD = "seven quiet herons by the weir"
DAY = 86_400_000


@dataclass(frozen=True)
class Reader:
    email: str
    session: str

    @property
    def cookie(self) -> str:
        return f"session={self.session}"


class Readership:
    """The readers of a data folder."""

    def __init__(self, binary: Path, data: Path, log: Path):
        self.binary, self.data, self.log = binary, data, log

    @contextlib.contextmanager
    def database(self):
        with contextlib.closing(sqlite3.connect(self.data / "matbaa.sqlite", timeout=30)) as database, database:
            yield database

    def serve(self) -> Served:
        # One origin for every server, whatever its port: pages name it, and are compared.
        return serve_matbaa(self.binary, self.data, self.log, {"MATBAA_ORIGIN": "http://bench.example"})

    def enrol(self, count: int) -> list[Reader]:
        """So many new readers in place of those before, all with addresses of one length; each is logged in."""
        self.clear()
        hashed = self._hashed()
        readers = [Reader(f"reader{number:06}@bench.example", token()) for number in range(count)]
        with self.database() as database:
            now = milliseconds()
            database.executemany(
                "INSERT INTO readers (email, email_key, language, password, confirmed_at, created_at) VALUES (?1, ?1, 'en', ?2, ?3, ?3)",
                ((reader.email, hashed, now) for reader in readers))
            numbers = dict(database.execute("SELECT email, id FROM readers"))
            database.executemany(
                "INSERT INTO sessions (reader_id, digest, device, stays, created_at, proved_at, seen_at, ends_at) VALUES (?1, ?2, '', 1, ?3, ?3, ?3, ?4)",
                ((numbers[reader.email], digest(reader.session), now, now + 90 * DAY) for reader in readers))
        return readers

    def clear(self) -> None:
        """Takes away all readers, with what they voted and what is waiting to be done for them."""
        with self.database() as database:
            for table in ("votes", "vote_counts", "sessions", "links", "known_devices", "log_in_failures", "account_requests", "mails", "readers"):
                database.execute(f"DELETE FROM {table}")

    def _hashed(self) -> str:
        """What the program keeps of the password, chosen by a reader who comes with a link."""
        link = token()
        with self.database() as database:
            now = milliseconds()
            (number,) = database.execute(
                "INSERT INTO readers (email, email_key, language, created_at) VALUES ('first@bench.example', 'first@bench.example', 'en', ?) RETURNING id",
                (now,)).fetchone()
            database.execute(
                "INSERT INTO links (reader_id, purpose, digest, email, created_at, ends_at) VALUES (?, 'set-up', ?, 'first@bench.example', ?, ?)",
                (number, digest(link), now, now + DAY))
        site = self.serve()
        try:
            answer = ask(site.port, Ask("/en/choose-password", "POST", {"password": PASSWORD}, f"link={link}"))
        finally:
            site.stop()
        if answer.status != 303:
            raise Failure(f"no password could be chosen: {answer.status}")
        with self.database() as database:
            (hashed,) = database.execute("SELECT password FROM readers WHERE id = ?", (number,)).fetchone()
        self.clear()
        return hashed


def token() -> str:
    """As the program makes them: 256 bits in base64url."""
    return base64.urlsafe_b64encode(os.urandom(32)).rstrip(b"=").decode()


def digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def milliseconds() -> int:
    return round(time.time() * 1_000)
