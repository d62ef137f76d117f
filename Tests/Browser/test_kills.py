"""Browsers and servers are killed in the midst of writing, again and again: no word is lost that was typed more than a second before.

KILLS=1000 MOMENT=1 for a long run on a quiet machine, SEED=… to see one again; the run prints what it did.
"""

import os
import random
import threading
import time

import pytest
from playwright.sync_api import Error

from browsers import kill, launch
from conftest import copy_newsroom
from desks import Desk
from patience import until
from server import Server
from writer import Writer

KILLS = int(os.environ.get("KILLS", "6"))
SEED = int(os.environ.get("SEED", "7"))
#: What is typed less than this many seconds before a browser is killed may be lost. The promise is one; a machine that is busy with other tests is slower.
MOMENT = float(os.environ.get("MOMENT", "4"))
ROUNDS_A_STORY = 10


@pytest.fixture
def newsroom_to_kill(newsroom, tmp_path):
    server = Server(copy_newsroom(newsroom, tmp_path / "data"))
    yield server
    server.stop()


def type_until(writer, chance, seconds, number, strike):
    """Types numbered words until something strikes; each with the moment at which its last key was down."""
    words, struck = [], []
    timer = threading.Timer(seconds, lambda: (struck.append(time.monotonic()), strike()))
    timer.start()
    try:
        while not struck:
            # All of one length and each only once: what is left of a word is none, and none is begun again.
            number += 1
            word = f"w{number:05}"
            writer.tab.keyboard.type(f" {word}", delay=chance.choice((0, 8, 25)))
            words.append((word, time.monotonic()))
            if chance.random() < 0.15:
                writer.tab.keyboard.press("Enter")
            time.sleep(chance.random() * 0.12)
    except Error:
        # The browser is gone, in the midst of a key.
        timer.join()
    timer.join()
    return words, struck[0], number


def test_no_word_is_lost_to_a_kill(browser, newsroom_to_kill, tmp_path):
    chance, server = random.Random(SEED), newsroom_to_kill
    desk, folder = Desk(server, None), tmp_path / "profile"
    writer, number, kept = None, 0, {"browser": 0, "server": 0}
    for turn in range(KILLS):
        if turn % ROUNDS_A_STORY == 0:
            if writer:
                writer.context.close()
            story, expected = desk.story("en", body="<p>begun</p>"), []
            writer = Writer(desk, story, launch(browser, folder)).open()
        victim = chance.choice(("browser", "server"))
        writer.to_end()
        strike = {"browser": lambda: kill(folder), "server": server.kill}[victim]
        words, struck, number = type_until(writer, chance, chance.uniform(0.2, 2.5 + MOMENT), number, strike)
        if victim == "server":
            time.sleep(chance.uniform(0, 1.5))
            server.start()
            # Nothing is killed here but the server: every word is.
            expected += [word for word, _ in words]
        else:
            writer = Writer(desk, story, launch(browser, folder)).open()
            expected += [word for word, moment in words if moment < struck - MOMENT]
        writer.saved()
        stored = desk.head(story)["content"]["body"]
        there = stored.replace("<", " ").replace(">", " ").split()
        lost = [word for word in expected if word not in there]
        assert lost == [], f"turn {turn}, {victim}: {lost} of {words}"
        assert there.count("begun") == 1 and all(there.count(word) == 1 for word in expected), f"turn {turn}, {victim}: twice"
        kept[victim] += 1
    writer.context.close()
    print(f"killed {kept['browser']} browsers and {kept['server']} servers: {number} words typed, none lost")
