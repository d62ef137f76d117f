"""Readers for the tests: newsrooms that have not been asked too often yet, and walks through their pages that are looked at on the way."""

import contextlib
import http.client
import itertools
import os
import pathlib
import shutil
import sqlite3
import urllib.parse

import pages
import patience
import visit
from letters import Letters
from server import Answer, Server

PASSWORD = "قارب heron window ثلاثة"
OTHER_PASSWORD = "lantern رصيف seven goats"
#: Where pictures of all that is looked at are laid, when it names a folder.
PICTURES = os.environ.get("MATBAA_READER_PICTURES")
PHONE = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"

# What ties labels, hints and errors to their fields, for those who do not see where they stand.
TIES = """() => {
    const found = [], ids = [...document.querySelectorAll("[id]")].map(element => element.id);
    for (const id of new Set(ids)) if (ids.filter(other => other === id).length > 1) found.push(`#${id} twice`);
    for (const field of document.querySelectorAll("main input:not([type=hidden]):not([hidden])")) {
        const notes = (field.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean), box = field.closest(".field");
        const is = (holds, words) => holds || found.push(`${field.name}: ${words}`);
        is([...field.labels].some(label => label.textContent.trim()), "no label");
        for (const id of notes) is(document.getElementById(id)?.textContent.trim(), `described by nothing, #${id}`);
        for (const note of box?.querySelectorAll(".hint, .error") ?? []) is(notes.includes(note.id), `not described by its ${note.className}`);
        is((field.getAttribute("aria-invalid") === "true") === Boolean(box?.querySelector(".error")), "invalid without an error, or the reverse");
        is(field.type !== "password" || /^(current|new)-password$/.test(field.autocomplete), "no word for password managers");
        is(!["email", "password"].includes(field.type) || getComputedStyle(field).direction === "ltr", "runs from the right");
    }
    for (const link of document.querySelectorAll('main a[href^="#"]'))
        if (!document.getElementById(link.hash.slice(1))) found.push(`nothing at ${link.hash}`);
    return found;
}"""


class Room(Server):
    """A newsroom whose readers get their letters as files."""

    def __init__(self, folder, host="127.0.0.1"):
        super().__init__(folder, host)
        self.letters = Letters(folder / "mail")

    def post(self, path, form, cookies=""):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("POST", path, urllib.parse.urlencode(form), {
                "Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin, "Cookie": cookies})
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def enrol(self, language, address, name=""):
        """Signs up in one go, without a browser."""
        assert self.post(f"/{language}/sign-up", {"email": address, "name": name}).status == 200
        cookie = self.get(self.letters.next(address).link).headers["set-cookie"].split(";")[0]
        assert self.post(f"/{language}/choose-password", {"password": PASSWORD}, cookie).status == 303

    def change(self, statement, *values):
        """Changes the database behind the program's back, as time or another process would."""
        with contextlib.closing(sqlite3.connect(self.folder / "matbaa.sqlite", timeout=20)) as database, database:
            return database.execute(statement, values).rowcount

    def a_minute_passes(self, address):
        """For the links sent to that address: the next one is not asked for too soon."""
        assert self.change("UPDATE links SET created_at = created_at - 61000 WHERE email = ?", address)


def copy_database(source, target):
    with contextlib.closing(sqlite3.connect(source)) as old, contextlib.closing(sqlite3.connect(target)) as new:
        old.backup(new)


class Rooms:
    """Newsrooms to ask for letters in: a network may ask for ten in a burst, so each is left before it says no."""

    MOST = 10

    def __init__(self, newsroom, folder):
        self.newsroom, self.folder = newsroom, folder
        self.open, self.left, self.current = [], 0, None

    def room(self, asks):
        if self.current is None or asks > self.left:
            self.current = self.new()
            self.left = self.MOST
        self.left -= asks
        return self.current

    def new(self, host="127.0.0.1"):
        """A newsroom for one test alone."""
        self.open.append(Room(copy_newsroom(self.newsroom, self.folder / str(len(self.open)) / "data"), host))
        return self.open[-1]

    def close(self):
        for room in self.open:
            room.stop()


def copy_newsroom(newsroom, data):
    """A newsroom of its own with what is in this one, though a server may be writing in it."""
    shutil.copytree(newsroom, data, ignore=shutil.ignore_patterns("matbaa.sqlite*", "mail"))
    copy_database(newsroom / "matbaa.sqlite", data / "matbaa.sqlite")
    return data


class Walk:
    """A browser in which somebody goes from page to page. What `look` finds wrong with them is kept as `faults`."""

    def __init__(self, browser, axe, room, width=1280, scripts=True, name="", **options):
        self.axe, self.room, self.width, self.scripts, self.name = axe, room, width, scripts, name
        self.faults, self.errors, self.failures, self.requests = [], [], [], []
        self.status = 0
        self.numbers = itertools.count(1)
        self.context = browser.new_context(
            viewport={"width": width, "height": 844 if width < 600 else 900}, locale="en-GB", base_url=room.origin, java_script_enabled=scripts,
            reduced_motion="reduce", **options)
        self.context.add_init_script(visit.WATCH)
        self.tab = self.context.new_page()
        self.tab.set_default_timeout(patience.MILLISECONDS)
        self.tab.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))
        self.tab.on("request", lambda request: self.requests.append(request))
        self.tab.on("response", lambda answer: self.failures.append(answer) if answer.status >= 400 else None)

    def go(self, act, status=200):
        """Does what leads to another page, which is to have that status."""
        for heard in (self.errors, self.failures, self.requests):
            heard.clear()
        with self.tab.expect_navigation(wait_until="load") as navigation:
            act()
        self.status = navigation.value.status
        assert self.status == status, f"{self.status} for {self.tab.url}"
        return self

    def open(self, address, status=200):
        return self.go(lambda: self.tab.goto(address), status)

    def press(self, locator, status=200):
        return self.go(self.tab.locator(locator).click, status)

    def send(self, path, status=200, **fields):
        """Fills in the form that is sent to that path, and sends it."""
        form = self.tab.locator(f'main form[action$="/{path}"]')
        for name in fields:
            form = form.filter(has=self.tab.locator(f"[name={name}]"))
        for name, value in fields.items():
            field = form.locator(f"[name={name}]")
            # What a browser's own bound would cut off is sent whole: the server's is what is asked.
            field.evaluate("field => field.removeAttribute('maxlength')")
            field.fill(value)
        return self.go(form.locator("button").click, status)

    @property
    def path(self):
        return self.tab.url.removeprefix(self.room.origin)

    @property
    def language(self):
        return self.path.split("/")[1]

    def says(self, words, where="main"):
        return words in " ".join(self.tab.locator(where).all_inner_texts())

    def value(self, name):
        return self.tab.locator(f"main [name={name}]").input_value()

    def error(self, name):
        """What is said to be wrong at that field."""
        field = self.tab.locator(f"main [name={name}]")
        assert field.get_attribute("aria-invalid") == "true"
        return self.tab.locator(f"#{field.get_attribute('aria-describedby').split()[-1]}.error").inner_text()

    def look(self, state):
        """Looks at the page as it stands: whether anybody is shut out, anything runs over the side, is refused or asked for elsewhere."""
        tab, found = self.tab, []
        expected = f"the server responded with a status of {self.status}" if self.status >= 400 else None
        found += [error for error in self.errors if not (expected and expected in error)]
        found += [f"{answer.status} for {answer.url}" for answer in self.failures if not answer.request.is_navigation_request()]
        found += [f"asked {request.url}" for request in self.requests if not request.url.startswith((self.room.origin + "/", "data:"))]
        found += tab.evaluate(TIES)
        page = tab.evaluate("[document.documentElement.lang, document.documentElement.dir, document.querySelectorAll('h1').length]")
        if page != [self.language, pages.DIRECTION[self.language], 1]:
            found.append(f"language, direction and headings: {page}")
        if self.scripts:
            found += tab.evaluate("window.watched.violations")
        if PICTURES:
            self.picture(state)
        for narrow in (self.width, 320) if self.width < 600 else (self.width, 768):
            tab.set_viewport_size({"width": narrow, "height": 844})
            found += tab.evaluate(visit.OVERFLOW)
        tab.set_viewport_size({"width": self.width, "height": 844 if self.width < 600 else 900})
        # axe is a script itself; without any the page is the same.
        for scheme in ("light", "dark")[: 2 if self.width < 600 else 1] if self.scripts else ():
            tab.emulate_media(color_scheme=scheme)
            found += visit.describe(self.axe.run(tab).response["violations"])
        tab.emulate_media(color_scheme="light")
        self.faults += [f"{state}: {fault}" for fault in found]
        return self

    def picture(self, state):
        folder = pathlib.Path(PICTURES)
        folder.mkdir(parents=True, exist_ok=True)
        scripts = "" if self.scripts else "-plain"
        name = f"{self.name}{next(self.numbers):02}-{state.replace(' ', '-')}-{self.language}-{self.width}{scripts}"
        self.tab.screenshot(path=folder / f"{name}.png", full_page=True)
