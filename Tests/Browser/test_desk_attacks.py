"""Attacks in every field of the desk, and on every page that shows them: with the policy of content off, nothing of them runs.

ATTACKS=all for every input there is; a few of them otherwise.
"""

import json
import os
import pathlib
import urllib.parse

import pytest

from patience import until
from writer import WATCH

INPUTS = pathlib.Path(__file__).resolve().parents[3] / "shared/data/xss/inputs.json"
A_FIELD = 900
OWN = ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "</textarea><svg onload=alert(1)>", "javascript:alert(1)",
       "</title><script>alert(1)</script>", "<a href=\"javascript:alert(1)\" autofocus onfocus=alert(1)>x</a>", "${alert(1)}{{alert(1)}}"]


def batches():
    """The inputs as texts that fit into the longest fields."""
    inputs = OWN + ([entry if isinstance(entry, str) else entry.get("input", "") for entry in read()] if INPUTS.exists() else [])
    texts, text = [], ""
    for one in (one.replace("\0", "").strip() for one in inputs):
        if not one or len(one) > A_FIELD:
            continue
        if len(text) + len(one) > A_FIELD:
            texts.append(text)
            text = ""
        text += one + " "
    texts.append(text)
    return texts if os.environ.get("ATTACKS") == "all" else texts[:: max(1, len(texts) // 5)]


def read():
    found = json.loads(INPUTS.read_text())
    return found if isinstance(found, list) else [one for group in found.values() for one in group]


def post(desk, path, fields):
    answer = desk._post("Ada", path, {name: value for name, value in fields.items()})
    assert answer.status in (200, 303, 400), f"{path}: {answer.status} {answer.body[:300]}"
    return answer


@pytest.mark.parametrize("number", range(len(batches())))
def test_nothing_runs_on_any_page_of_the_desk(desk, browser, number):
    attack = batches()[number]
    desk.staff("Ada", "administrator")
    with desk._database() as database:
        database.execute("UPDATE readers SET name = ? WHERE email = 'ada@newsroom.example'", (attack[:100],))
    short, line = attack[:280], attack[:190]
    story = desk.story("en", headline=short, standfirst=attack[:950], dateline=line, searchTitle=short, searchDescription=attack[:950])
    base = f"/en/desk/stories/{story.edition}"
    desk.colleague_saves(story, "Ada", headline=attack[10:290], body="<p>Text.</p>")
    revisions = [revision["id"] for revision in desk.revisions(story)]
    placed = {"slug": f"attack-{number}-{story.edition}", "section": "1"}
    # What is no name in any letter is refused; the story is published all the same.
    if post(desk, f"{base}/details", {**placed, "byline": line.replace(",", " "), "topics": attack[5:195].replace(",", " ")}).status == 400:
        post(desk, f"{base}/details", {**placed, "byline": "Ada", "topics": "Port"})
    post(desk, f"{base}/publication", {"revision": revisions[-1], "moment": "", "correction": ""})
    desk.colleague_saves(story, "Ada", body="<p>Other.</p>", standfirst=attack[3:900])
    revisions = [revision["id"] for revision in desk.revisions(story)]
    post(desk, f"{base}/publication", {"revision": revisions[-1], "moment": "", "correction": attack[:950]})
    item = f"/en/desk/media/{desk.picture_number()}"
    texts = {f"{name}-{language}": attack[:length] for language in ("ar", "en") for name, length in (("alt", 490), ("caption", 950), ("credit", 190))}
    post(desk, item, {**texts, "licence": attack[:950], "focus-x": "50", "focus-y": "50"})
    post(desk, f"{base}/picture", {"picture": desk.picture_number()})
    post(desk, "/en/desk/keys", {"name": attack[:90], "scope-stories:read": "on", "days": "30"})
    post(desk, "/en/desk/webhooks", {"url": "https://hooks.example/" + urllib.parse.quote(attack[:300]), "event-story.published": "on"})
    with desk._database() as database:
        slug = database.execute("SELECT slug FROM editions WHERE id = ?", (story.edition,)).fetchone()[0]
        database.execute("UPDATE media SET file_name = ? WHERE id = ?", (line, desk.picture_number()))

    pages = ["/en/desk?tray=all", "/ar/desk?tray=today", base, f"{base}/details", f"{base}/revisions", f"{base}/revisions/{revisions[0]}/{revisions[-1]}",
             f"{base}/publication", f"{base}/preview", f"{base}/preview/page", item, "/en/desk/media", "/ar/desk/media?q=" + urllib.parse.quote(attack[:150]),
             "/en/desk/front/en", "/en/desk/keys", "/en/desk/webhooks", "/en/desk/staff", "/en/desk/audit",
             f"/en/articles/{slug}", f"/en/articles/{slug}/versions", f"/en/articles/{slug}/versions/2/since/1", "/en/corrections", "/en",
             "/en/search?q=" + urllib.parse.quote(attack[:150])]
    context = browser.new_context(base_url=desk.origin, bypass_csp=True, viewport={"width": 1280, "height": 900})
    try:
        context.add_init_script(WATCH)
        desk.set_role("administrator")
        desk.enter(context)
        tab, elsewhere = context.new_page(), []
        tab.on("request", lambda request: None if request.url.startswith((desk.origin + "/", "data:", "blob:")) else elsewhere.append(request.url))
        for page in pages:
            # What was published a moment ago is there in a moment.
            until(lambda: tab.goto(page, wait_until="load").status == 200, page)
            tab.evaluate("""() => { for (const element of document.querySelectorAll("main *")) {
                for (const name of ["mouseover", "focus", "error", "load", "toggle"]) element.dispatchEvent(new Event(name)); } }""")
            tab.wait_for_timeout(30)
            assert tab.evaluate("window.ran") == 0, f"{page}: {attack}"
            assert tab.locator("main script:not([type='application/json']), main [onerror], main [onload], main [onfocus], main [onmouseover]").count() == 0, page
        assert elsewhere == []
        # Withdrawn for a reason that is one, too.
        post(desk, f"{base}/withdrawal", {"reason": attack[:950]})
        until(lambda: tab.goto(f"/en/articles/{slug}", wait_until="load").status == 410, "it is withdrawn")
        assert tab.evaluate("window.ran") == 0
    finally:
        context.close()
        with desk._database() as database:
            database.execute("UPDATE readers SET name = 'Ada' WHERE email = 'ada@newsroom.example'")
            database.execute("DELETE FROM api_tokens")
            database.execute("DELETE FROM webhooks")
