"""Many visitors at once, each as a browser is: connections kept alive, a network of one's own. Every answer comes back with its time."""

import multiprocessing
import selectors
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode

from processes import Failure

HOME = "127.0.0.1"


@dataclass(frozen=True)
class Ask:
    """A request, and the address it is sent from."""

    path: str
    method: str = "GET"
    form: dict[str, str] | None = None
    cookies: str = ""
    source: str = HOME

    def head_and_body(self, port: int) -> bytes:
        """As a page of the site itself would send it."""
        body = urlencode(self.form).encode() if self.form is not None else b""
        fields = [f"{self.method} {self.path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "User-Agent: bench", "Sec-Fetch-Site: same-origin"]
        if self.cookies:
            fields.append(f"Cookie: {self.cookies}")
        if self.form is not None:
            fields += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        return "\r\n".join(fields + ["", ""]).encode() + body


@dataclass(frozen=True)
class Answer:
    status: int
    #: All the fields of the head, as they came.
    head: bytes
    body: bytes
    #: From when it was due to be sent to its last byte.
    seconds: float
    #: When that came, by the clock of this process.
    done: float

    def field(self, name: str) -> str | None:
        """The first of that name, which is given in lower case."""
        for line in self.head.split(b"\r\n")[1:]:
            key, _, value = line.partition(b":")
            if key.decode().lower() == name:
                return value.decode().strip()
        return None

    def cookies(self) -> str:
        """What a browser would send back."""
        lines = (line.partition(b":") for line in self.head.split(b"\r\n"))
        return "; ".join(value.strip().split(b";")[0].decode() for name, _, value in lines if name.lower() == b"set-cookie")


class Line:
    """A connection from one address, which asks for one thing at a time."""

    def __init__(self, port: int, source: str = HOME):
        self.port, self.source, self.received = port, source, b""
        self.ask: Ask | None = None
        self.due = 0.0
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30, source_address=(source, 0))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def send(self, ask: Ask, due: float | None = None) -> None:
        self.ask, self.due = ask, due if due is not None else time.perf_counter()
        self.socket.sendall(ask.head_and_body(self.port))

    def receive(self) -> Answer | None:
        """Takes what has come; the answer once it is whole."""
        part = self.socket.recv(1 << 16)
        if not part:
            raise Failure(f"{self.ask}: the connection was closed")
        self.received += part
        end = self.received.find(b"\r\n\r\n")
        if end < 0:
            return None
        now = time.perf_counter()
        answer = Answer(int(self.received[9:12]), self.received[:end], self.received[end + 4:], now - self.due, now)
        if len(answer.body) < int(answer.field("content-length") or 0):
            return None
        self.ask, self.received = None, b""
        return answer

    def close(self) -> None:
        self.socket.close()


def ask(port: int, one: Ask) -> Answer:
    """One request on a connection of its own."""
    line = Line(port, one.source)
    try:
        line.send(one)
        while (answer := line.receive()) is None:
            pass
        return answer
    finally:
        line.close()


def crowd(port: int, asks: Iterable[Ask], lines: int, rate: float | None = None) -> list[tuple[Ask, Answer]]:
    """Asks for everything once, over at most so many connections, and returns what came, in the order it came.

    With a rate so many become due each second whether or not the ones before are answered, and a time begins when its request was due: who waits for
    a free connection waits for the site. An address's connection is kept as long as there is room.
    """
    waiting, answers = iter(asks), []
    selector = selectors.DefaultSelector()
    idle: dict[str, list[Line]] = {}
    opened = busy = sent = 0
    start, next_one = time.perf_counter(), next(waiting, None)
    try:
        while next_one is not None or busy:
            now = time.perf_counter()
            due = now if rate is None else start + sent / rate
            if next_one is not None and busy < lines and due <= now:
                kept = idle.get(next_one.source)
                if kept:
                    line = kept.pop()
                else:
                    if opened >= lines:
                        _close_one(idle, selector)
                        opened -= 1
                    line, opened = Line(port, next_one.source), opened + 1
                    selector.register(line.socket, selectors.EVENT_READ, line)
                line.send(next_one, due)
                busy, sent, next_one = busy + 1, sent + 1, next(waiting, None)
                if rate is None and busy < lines:
                    continue
            may_send = next_one is not None and busy < lines
            for key, _ in selector.select(max(0.0, due - now) if may_send and rate is not None else (0 if may_send else 30)):
                line = key.data
                one = line.ask
                if one is None:
                    # The site closes what rests too long.
                    idle[line.source].remove(line)
                    _close(line, selector)
                    opened -= 1
                    continue
                if (answer := line.receive()) is not None:
                    answers.append((one, answer))
                    idle.setdefault(line.source, []).append(line)
                    busy -= 1
        return answers
    finally:
        for key in list(selector.get_map().values()):
            key.data.close()
        selector.close()


def _close_one(idle: dict[str, list[Line]], selector: selectors.BaseSelector) -> None:
    source, lines = next((source, lines) for source, lines in idle.items() if lines)
    _close(lines.pop(0), selector)
    if not lines:
        del idle[source]


def _close(line: Line, selector: selectors.BaseSelector) -> None:
    selector.unregister(line.socket)
    line.close()


class Meanwhile:
    """Something that goes on in a process of its own while the block runs, so that it takes no time from what is measured; its failure is the block's."""

    def __init__(self, work):
        context = multiprocessing.get_context("fork")
        self.result = None
        self.here, there = context.Pipe(duplex=False)

        def run() -> None:
            try:
                there.send((work(), None))
            except Exception as error:  # Raised again where it is waited for.
                there.send((None, f"{type(error).__name__}: {error}"))

        self.process = context.Process(target=run, daemon=True)

    @property
    def is_running(self) -> bool:
        return self.process.is_alive() and not self.here.poll()

    def __enter__(self) -> "Meanwhile":
        self.process.start()
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            self.process.kill()
            return
        self.result, failure = self.here.recv()
        self.process.join()
        if failure:
            raise Failure(failure)


def percentile(values: list[float], share: float) -> float:
    """The smallest of the values that at least this share of them do not exceed."""
    return sorted(values)[max(0, ceil(share * len(values)) - 1)]


def network(number: int) -> str:
    """An address of this machine in a network of its own: limits take a /24 for one."""
    if not 0 <= number < 254 * 256:
        raise ValueError(number)
    return f"127.{1 + number // 256}.{number % 256}.7"
