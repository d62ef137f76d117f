"""The desk of a newsroom, for tests of its editor: stories, colleagues, and the sessions of those who write."""

import base64
import contextlib
import dataclasses
import hashlib
import http.client
import json
import os
import sqlite3
import time
import urllib.parse

FIELDS = ("headline", "standfirst", "dateline", "searchTitle", "searchDescription", "body")
DAY = 86_400_000


@dataclasses.dataclass(frozen=True)
class Story:
    edition: int


class Desk:
    """What the tests ask of a desk. Ben writes, and is an editor; Ada begins stories, and other colleagues come as they are needed."""

    def __init__(self, server, picture):
        self.server, self.origin = server, server.origin
        self.sessions = {}
        self.ben = self._staff("Ben", "editor")
        self._picture = picture and self._add_picture(picture)

    # Stories

    def story(self, language="en", is_read_only=False, **content):
        """A new story by Ada whose head is a named revision with that content."""
        headline = content.get("headline") or {"en": "A story", "ar": "خبر"}[language]
        begun = self._post("Ada", "/en/desk/stories", {"headline": headline, "language": language, "section": ""})
        assert begun.status == 303, begun.body
        story = Story(int(begun.headers["location"].rsplit("/", 1)[1]))
        if any(content.get(field) for field in FIELDS):
            self.colleague_saves(story, "Ada", **content)
        if is_read_only:
            self.set_role("translator")
        return story

    def head(self, story):
        return self.revisions(story)[-1]

    def revisions(self, story):
        with self._database() as database:
            rows = database.execute(
                "SELECT id, headline, standfirst, dateline, search_title, search_description, body, is_autosave, note, author FROM revisions"
                " WHERE edition_id = ? ORDER BY id", (story.edition,)).fetchall()
        return [
            {"id": row[0], "content": dict(zip(FIELDS, row[1:7])), "isNamed": not row[7], "note": row[8], "author": row[9]} for row in rows]

    def colleague_saves(self, story, name, **content):
        """Another person's save over the head: fields that are not named stay."""
        head = self.head(story)
        answer = self._script(
            name, "PUT", f"/en/desk/stories/{story.edition}/save",
            {"base": head["id"], "writer": chance(), "sequence": 1, "named": True, "note": "", "content": {**head["content"], **content}})
        assert answer.status == 200, answer.body

    def colleague_takes(self, story, name):
        answer = self._script(
            name, "POST", f"/en/desk/stories/{story.edition}/presence", {"writer": chance(), "isWriting": True, "take": True})
        assert answer.status == 200 and json.loads(answer.body)["claim"]["isMine"], answer.body

    def key(self, scopes):
        """A key of Ben's for a program."""
        secret = chance()
        with self._database() as database:
            database.execute(
                "INSERT INTO api_tokens (reader_id, name, digest, scopes, created_at, ends_at) VALUES (?, 'test', ?, ?, ?, ?)",
                (self.ben, hashlib.sha256(secret.encode()).digest(), " ".join(scopes), milliseconds(), milliseconds() + DAY))
        return "matbaa_" + secret

    def picture_number(self):
        return self._picture

    # Who writes

    def staff(self, name, role):
        """Somebody who works here, logged in."""
        number = self._staff(name, role)
        with self._database() as database:
            database.execute("UPDATE readers SET role = ? WHERE id = ?", (role, number))
        return name

    def enter(self, context, name="Ben"):
        context.add_cookies([{"name": "session", "value": self.sessions[name], "url": self.origin, "httpOnly": True, "sameSite": "Lax"}])

    def end_session(self):
        with self._database() as database:
            database.execute("DELETE FROM sessions WHERE reader_id = ?", (self.ben,))

    def resume_session(self):
        self._open_session(self.ben, self.sessions["Ben"])

    def set_role(self, role):
        with self._database() as database:
            database.execute("UPDATE readers SET role = ? WHERE id = ?", (role, self.ben))

    def restore(self):
        """As the next test finds it."""
        self.set_role("editor")
        self.end_session()
        self.resume_session()
        with self._database() as database:
            database.execute("DELETE FROM presences")

    # How it is done

    def _staff(self, name, role):
        address = f"{name.lower()}@newsroom.example"
        now = milliseconds()
        with self._database() as database:
            found = database.execute("SELECT id FROM readers WHERE email_key = ?", (address,)).fetchone()
            if found:
                number = found[0]
            else:
                (number,) = database.execute(
                    "INSERT INTO readers (email, email_key, name, language, role, confirmed_at, created_at) VALUES (?1, ?1, ?2, 'en', ?3, ?4, ?4)"
                    " RETURNING id", (address, name, role, now)).fetchone()
                # Whoever works here has a second step; this one is never asked for.
                database.execute(
                    "INSERT INTO passkeys (reader_id, credential, public_key, sign_count, is_backed_up, name, created_at) VALUES (?, ?, ?, 0, 0, 'key', ?)",
                    (number, os.urandom(32), bytes(64), now))
        self.sessions[name] = chance()
        self._open_session(number, self.sessions[name])
        return number

    def _open_session(self, reader, token):
        now = milliseconds()
        with self._database() as database:
            database.execute(
                "INSERT INTO sessions (reader_id, digest, device, stays, created_at, proved_at, seen_at, ends_at) VALUES (?, ?, '', 0, ?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING", (reader, hashlib.sha256(token.encode()).digest(), now, now, now, now + DAY))

    def _add_picture(self, path):
        answer = self._ask("Ada", "POST", "/en/desk/media/upload?name=ship.jpg", path.read_bytes(), "image/jpeg")
        assert answer.status == 201, answer.body
        number = json.loads(answer.body)["id"]
        with self._database() as database:
            for language in ("ar", "en"):
                database.execute(
                    "INSERT INTO media_texts (media_id, language, alt) VALUES (?, ?, 'A ship at the quay')"
                    " ON CONFLICT (media_id, language) DO UPDATE SET alt = excluded.alt", (number, language))
        return number

    def _post(self, name, path, fields):
        return self._ask(name, "POST", path, urllib.parse.urlencode(fields).encode(), "application/x-www-form-urlencoded")

    def _script(self, name, method, path, value):
        return self._ask(name, method, path, json.dumps(value).encode(), "application/json")

    def _ask(self, name, method, path, body, kind):
        if name not in self.sessions:
            self._staff(name, "editor")
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        try:
            connection.request(
                method, path, body, {"Content-Type": kind, "Cookie": f"session={self.sessions[name]}", "Sec-Fetch-Site": "same-origin"})
            response = connection.getresponse()
            return Answer(response.status, {key.lower(): value for key, value in response.getheaders()}, response.read().decode())
        finally:
            connection.close()

    @contextlib.contextmanager
    def _database(self):
        with contextlib.closing(sqlite3.connect(self.server.folder / "matbaa.sqlite", timeout=30)) as database, database:
            yield database


@dataclasses.dataclass(frozen=True)
class Answer:
    status: int
    headers: dict
    body: str


def chance():
    """As the program makes tokens: 256 bits in base64url."""
    return base64.urlsafe_b64encode(os.urandom(32)).rstrip(b"=").decode()


def milliseconds():
    return round(time.time() * 1_000)
