#!/usr/bin/env python3
"""Takes pictures of the site: each kind of page in both languages, on a phone and on a desk, in the light and in the dark.

    screenshots.py OUT_DIR [--url http://127.0.0.1:8080] [--kinds front,article] [--assets ../../Sources/EmbeddedAssets]

Without --url it makes the sample newspaper in a folder of its own and serves it. --assets shows the pages with the style sheet of that
folder in place of the one that was built in.
"""

import argparse
import pathlib
import tempfile
import urllib.parse

from playwright.sync_api import sync_playwright

import pages
import visit
from server import Server, command

KINDS = ["front", "section", "article", "found", "missing"]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=pathlib.Path)
    options.add_argument("--url")
    options.add_argument("--kinds", default=",".join(KINDS))
    options.add_argument("--languages", default=",".join(pages.LANGUAGES))
    options.add_argument("--assets", type=pathlib.Path)
    chosen = options.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    if chosen.url:
        return shoot(chosen, chosen.url.rstrip("/"))
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder) / "data"
        command("demo", "--data", data, "--no-serve")
        server = Server(data)
        try:
            shoot(chosen, server.origin)
        finally:
            server.stop()


def shoot(chosen, origin):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for width in pages.WIDTHS:
            for scheme in ("light", "dark"):
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=origin)
                context.add_init_script(visit.WATCH)
                tab = context.new_page()
                if chosen.assets:
                    style = (chosen.assets / "site.css").read_text()
                    tab.route("**/assets/site.*.css", lambda route: route.fulfill(body=style, content_type="text/css"))
                for kind in chosen.kinds.split(","):
                    for language in chosen.languages.split(","):
                        tab.goto(urllib.parse.quote(pages.BY_NAME[kind].path(language), safe="/?=&%"), wait_until="load")
                        # A second load: by then the type is in the browser's cache.
                        tab.reload(wait_until="networkidle")
                        tab.evaluate(visit.SCROLL)
                        tab.screenshot(path=chosen.out / f"{kind}-{language}-{width}-{scheme}.png", full_page=True)
                context.close()
        browser.close()


if __name__ == "__main__":
    main()
