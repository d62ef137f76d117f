"""A server of SMTP for the tests of mail. What it does with a letter stands in the recipient's name:

refuse@…   550 to the recipient                 defer@…   451 to the recipient
full@…     552 to the text                      drop@…    takes the letter and goes away without a word
stall@…    is silent until there is a file FOLDER/go, then takes it; writes FOLDER/waited if a client says farewell to its silence and still waits
           for the answer after 45 seconds

smtp_server.py FOLDER [--user NAME:PASSWORD] [--cert FILE --key FILE [--tls]] [--greeting TEXT] [--sender-refused]

Prints its port. Writes each letter to FOLDER as 1.json, 2.json …, and each recipient asked for as a line of FOLDER/asked. Ends with its standard input.
"""

import argparse
import asyncio
import json
import os
import ssl
import sys
import threading
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult

from letters import read


class Handler:
    def __init__(self, options):
        self.options = options
        self.taken = 0

    async def handle_MAIL(self, server, session, envelope, address, mail_options):
        if self.options.sender_refused:
            return "550 5.7.1 This sender may not send"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        with open(self.options.folder / "asked", "a") as file:
            print(address, session.host_name, "TLS" if session.ssl or self.options.tls else "clear", file=file)
        name = address.split("@")[0]
        if name == "refuse":
            return "550-5.1.1 No such mailbox\r\n550 5.1.1 here"
        if name == "defer":
            return "451 4.7.1 Come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name == "full":
            return "552 5.2.2 The mailbox is full"
        if name == "stall":
            server.silent = True
            while not (self.options.folder / "go").exists():
                await asyncio.sleep(0.05)
        self.take(session, envelope)
        if name == "drop":
            server.transport.abort()
            await asyncio.sleep(1)
        return "250 2.0.0 Taken"

    def take(self, session, envelope):
        letter = read(envelope.original_content)
        letter |= {"sender": envelope.mail_from, "recipients": envelope.rcpt_tos, "login": session.auth_data or ""}
        self.taken += 1
        draft = self.options.folder / "draft"
        draft.write_text(json.dumps(letter))
        draft.rename(self.options.folder / f"{self.taken}.json")


class Server(SMTP):
    def __init__(self, *arguments, greeting, **options):
        super().__init__(*arguments, **options)
        self.greeting = greeting
        self.silent = False

    def data_received(self, data):
        super().data_received(data)
        if self.silent and data.startswith(b"QUIT"):
            self.loop.call_later(45, self.look_who_waits)

    def look_who_waits(self):
        if self.transport is not None and not self.transport.is_closing():
            (self.event_handler.options.folder / "waited").touch()

    async def push(self, status):
        # The first thing that a server says is its greeting.
        if self.greeting and isinstance(status, str) and status.startswith("220 ") and self.session.host_name is None:
            status, self.greeting = self.greeting, None
        await super().push(status)


def authenticate(wanted):
    def check(server, session, envelope, mechanism, data):
        given = b":".join((data.login, data.password)).decode()
        return AuthResult(success=given == wanted, handled=False, auth_data=given)

    return check


async def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--user")
    arguments.add_argument("--cert")
    arguments.add_argument("--key")
    arguments.add_argument("--tls", action="store_true")
    arguments.add_argument("--greeting")
    arguments.add_argument("--sender-refused", action="store_true")
    options = arguments.parse_args()
    context = None
    if options.cert:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(options.cert, options.key)
    handler = Handler(options)
    login = {"authenticator": authenticate(options.user), "auth_required": True, "auth_require_tls": False} if options.user else {}

    def make():
        return Server(
            handler, hostname="mail.example", ident="Test", greeting=options.greeting, tls_context=None if options.tls else context, **login
        )

    server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0, ssl=context if options.tls else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    await server.serve_forever()


asyncio.run(main())
