"""The newsroom, the browser and the looks at its pages that the tests share."""

import pathlib
import sys
import urllib.parse

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html as lxml_html
from playwright.sync_api import Error, expect, sync_playwright

sys.path.insert(0, str(pathlib.Path(__file__).parent))

import pages
import paper
import patience
import visit as visiting
from desks import Desk
from readers import Rooms, Walk, copy_newsroom
from server import Server, command

CHROMIUM = "/usr/bin/chromium"
expect.set_options(timeout=patience.MILLISECONDS)


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory):
    """The folder of a newsroom with the sample and what it lacks."""
    folder = tmp_path_factory.mktemp("newsroom")
    command("demo", "--data", "data", "--no-serve", folder=folder)
    paper.write(folder / "paper")
    command("import", "markdown", "paper", "--data", "data", folder=folder)
    paper.mend(folder / "paper")
    command("import", "markdown", "paper", "--data", "data", folder=folder)
    return folder / "data"


@pytest.fixture(scope="session")
def server(newsroom):
    server = Server(newsroom)
    for language in pages.LANGUAGES:
        server.withdraw(language, "doomed", {"en": "The source took it back.", "ar": "تراجع المصدر عن أقواله."}[language])
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def axe():
    return Axe()


@pytest.fixture(scope="session")
def visits(browser, axe, server):
    """Each page at each width is looked at once, for all tests."""
    seen = {}

    def look(page, width):
        if (page, width) not in seen:
            try:
                found = seen[page, width] = visiting.look(browser, axe, server, page, width)
                # On a machine that is busy a page may be shown half before all of it is there; what moves of itself moves again.
                if found.shift:
                    again = visiting.look(browser, axe, server, page, width)
                    if again.shift < found.shift:
                        found.shift, found.moved = again.shift, again.moved
            except Error as error:
                seen[page, width] = error
        if isinstance(seen[page, width], Error):
            raise seen[page, width]
        return seen[page, width]

    return look


@pytest.fixture
def tab(browser, server):
    """Opens a page in a fresh browser: `tab("article-ar", 1280, java_script_enabled=False)`."""
    contexts = []

    def open_tab(page=None, width=1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, base_url=server.origin, **options)
        contexts.append(context)
        tab = context.new_page()
        if page:
            tab.goto(quoted(page), wait_until="load")
        return tab

    yield open_tab
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def rooms(newsroom, tmp_path_factory):
    """Newsrooms whose readers get letters, for one file of tests."""
    rooms = Rooms(newsroom, tmp_path_factory.mktemp("rooms"))
    yield rooms
    rooms.close()


@pytest.fixture
def walk(browser, axe):
    """Opens a browser of its own: `walk(room, width=390, scripts=False)`."""
    walks = []

    def start(room, **options):
        walks.append(Walk(browser, axe, room, **options))
        return walks[-1]

    yield start
    for one in walks:
        one.context.close()


@pytest.fixture(scope="session")
def desks(newsroom, tmp_path_factory):
    """The desk of a newsroom of its own, for all tests of it: its staff are in no other."""
    server = Server(copy_newsroom(newsroom, tmp_path_factory.mktemp("desk") / "data"))
    yield Desk(server, picture=pathlib.Path(__file__).parents[2] / "Sample/pictures/wheat-market.jpg")
    server.stop()


@pytest.fixture
def desk(desks):
    yield desks
    desks.restore()


@pytest.fixture(scope="session")
def document(server):
    """The tree of a page's HTML as it was sent."""
    known = {}

    def read(page):
        if page not in known:
            known[page] = lxml_html.fromstring(server.get(pages.path(page)).body)
        return known[page]

    return read


def quoted(page):
    return urllib.parse.quote(pages.path(page) if page in pages.ALL else page, safe="/?=&%:#+")


@pytest.fixture
def open_desk(browser, desk):
    """Opens tabs of those who are logged in at the desk, each in a browser of its own: `open_desk(390)`."""
    contexts = []

    def start(width, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, base_url=desk.origin, reduced_motion="reduce", **options)
        contexts.append(context)
        desk.enter(context)
        return context.new_page()

    yield start
    for context in contexts:
        context.close()
