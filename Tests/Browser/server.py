"""A newsroom in a folder of its own, and its site on a port of its own."""

import contextlib
import http.client
import os
import pathlib
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.parse

import patience

BINARY = str(pathlib.Path(os.environ.get("MATBAA_BINARY", pathlib.Path(__file__).parents[2] / ".build/debug/matbaa")).resolve())


def command(*arguments, folder=None):
    """Runs a command of the program to its end, in a folder when one is given; a failure shows what it said."""
    done = subprocess.run([BINARY, *map(str, arguments)], env=environment(), cwd=folder, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, f"{arguments}: exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def environment():
    """This process's, without variables that the program would take for wrong settings of its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("MATBAA_")}


class Answer:
    """What a request was answered with, byte for byte."""

    def __init__(self, response):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.body = response.read()

    @property
    def text(self):
        return self.body.decode("utf-8")


class Server:
    def __init__(self, folder, host="127.0.0.1"):
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.origin = f"http://{host}:{self.port}"
        self.log = open(folder.parent / "server.log", "wb")
        self.start()

    def start(self):
        """Starts it, for the first time or on the same port after it was killed, and waits until it answers."""
        self.process = subprocess.Popen(
            # As an operator starts it: from the folder above, by a name that leads on from there.
            [BINARY, "serve", "--data", self.folder.name, "--port", str(self.port), "--origin", self.origin],
            env=environment(), cwd=self.folder.parent, stdout=self.log, stderr=subprocess.STDOUT)
        deadline = time.monotonic() + patience.SECONDS
        while True:
            with contextlib.suppress(OSError):
                if self.get("/health").status == 200:
                    return
            said = (self.folder.parent / "server.log").read_text()
            assert self.process.poll() is None, f"the server ended at once: {said}"
            assert time.monotonic() < deadline, f"no answer within {patience.SECONDS} seconds: {said}"
            time.sleep(0.1)

    def kill(self):
        """As a power cut does, for all that the program can tell."""
        self.process.kill()
        self.process.wait()

    def get(self, path, method="GET", **headers):
        """One request, nothing followed, nothing decoded."""
        path = path.removeprefix(self.origin)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            quoted = urllib.parse.quote(path, safe="/?=&%+#:")
            connection.request(method, quoted, headers={name.replace("_", "-"): value for name, value in headers.items()})
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def withdraw(self, language, slug, reason):
        """Withdraws an article as another process would: in the database, with its event in the outbox."""
        now = int(time.time() * 1000)
        with contextlib.closing(sqlite3.connect(self.folder / "matbaa.sqlite", timeout=20)) as database, database:
            changed = database.execute(
                "UPDATE editions SET visibility = 'withdrawn', withdrawn_at = ?, withdrawal_reason = ?"
                " WHERE kind = 'article' AND language = ? AND slug = ? RETURNING work_id", (now, reason, language, slug)).fetchall()
            assert len(changed) == 1, f"{changed} for {language} {slug}"
            database.execute(
                "INSERT INTO outbox (kind, tags, created_at) VALUES ('edition.withdrawn', ?, ?)",
                (f"work:{changed[0][0]} latest:{language}", now))

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the server did not stop within 15 seconds of SIGTERM")
        finally:
            self.log.close()
