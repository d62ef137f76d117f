"""The three servers: Matbaa, a bare Hummingbird handler, and nginx; the last two answer with bytes taken from the first."""

import gzip
import json
import os
import pwd
from http.client import HTTPConnection
from pathlib import Path

from processes import Failure, Process, await_answer, free_port

# What each server writes of itself.
OWN_FIELDS = {"date", "server", "connection", "keep-alive"}
NGINX_FIELDS = OWN_FIELDS | {"content-length", "content-encoding", "content-type", "etag", "vary"}
ENCODINGS = ("identity", "gzip")


class Served:
    """A server on a port of its own."""

    def __init__(self, name: str, command, log: Path, ready: str, environment: dict[str, str] | None = None):
        self.name, self.port = name, free_port()
        self.process = Process(command(self.port), log, environment)
        await_answer(self.process, self.port, ready)

    def stop(self) -> None:
        self.process.stop()


def serve_matbaa(binary: Path, data: Path, log: Path, environment: dict[str, str] | None = None, ready: str = "/health") -> Served:
    """The site in the data folder. Nothing is fetched from elsewhere."""
    return Served(
        "Matbaa", lambda port: [str(binary), "serve", "--data", str(data), "--port", str(port)], log, ready,
        {"MATBAA_FETCH_MEDIA": "false", **(environment or {})})


def get(port: int, path: str, encoding: str = "identity") -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, fields and body as they came over the wire."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("GET", path, headers={"Accept-Encoding": encoding})
        response = connection.getresponse()
        return response.status, response.getheaders(), response.read()
    finally:
        connection.close()


def copy_pages(site: Served, pages: dict[str, str], folder: Path) -> None:
    """Saves each page's fields and bodies, as the other two servers will give them."""
    folder.mkdir(parents=True, exist_ok=True)
    answers = []
    for name, path in pages.items():
        answer = {"path": path, "name": name}
        for encoding in ENCODINGS:
            status, fields, body = get(site.port, path, encoding)
            if status != 200:
                raise Failure(f"{path}: {status}")
            file = name if encoding == "identity" else f"{name}.gz"
            (folder / file).write_bytes(body)
            kept = [field for field in fields if field[0].lower() not in OWN_FIELDS]
            answer[encoding] = {"fields": kept, "body": file}
        if gzip.decompress((folder / f"{name}.gz").read_bytes()) != (folder / name).read_bytes():
            raise Failure(f"{path}: not the same page in both encodings")
        answers.append(answer)
    (folder / "answers.json").write_text(json.dumps(answers))


def serve_bare(binary: Path, folder: Path, ready: str, log: Path) -> Served:
    return Served("bare Hummingbird", lambda port: [str(binary), str(folder), str(port)], log, ready)


def serve_nginx(folder: Path, ready: str, log: Path) -> Served:
    """Two workers; the page as a file, and its .gz beside it."""
    def command(port: int) -> list[str]:
        (folder / "nginx.conf").write_text(_configuration(folder, port))
        return ["nginx", "-p", str(folder), "-e", str(folder / "nginx-errors"), "-c", str(folder / "nginx.conf")]

    return Served("nginx", command, log, ready)


def quoted(value: str) -> str:
    """As nginx reads it in its settings."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _configuration(folder: Path, port: int) -> str:
    locations = ""
    for answer in json.loads((folder / "answers.json").read_text()):
        fields = "".join(
            f"            add_header {name} {quoted(value)};\n" for name, value in answer["identity"]["fields"] if name.lower() not in NGINX_FIELDS)
        locations += (
            f"        location = {answer['path']} {{\n            alias {folder}/{answer['name']};\n"
            f"            default_type \"text/html; charset=utf-8\";\n{fields}        }}\n")
    user = f"user {pwd.getpwuid(os.geteuid()).pw_name};" if os.geteuid() == 0 else ""
    temporary = "\n".join(
        f"    {kind}_temp_path {folder}/nginx-{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    return f"""{user}
worker_processes 2;
daemon off;
pid {folder}/nginx.pid;
events {{ worker_connections 1024; }}
http {{
{temporary}
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 100000000;
    gzip_static on;
    gzip_vary on;
    server {{
        listen 127.0.0.1:{port};
{locations}    }}
}}
"""
