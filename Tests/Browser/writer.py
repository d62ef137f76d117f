"""Somebody who writes a story at the desk, in a browser: what the tests do with the editor, and what they hear of it."""

import json

import patience
import visit
from patience import until

WATCH = visit.WATCH + """
window.ran = 0;
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => { window.ran += 1; };
"""
PASTE = """(element, [html, text]) => {
    const data = new DataTransfer();
    if (html) data.setData("text/html", html);
    data.setData("text/plain", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
IS_AT_END = """(element) => {
    const [caret, rest] = [getSelection(), new Range()];
    if (!element.contains(caret.focusNode)) return false;
    rest.selectNodeContents(element);
    rest.setStart(caret.focusNode, caret.focusOffset);
    return rest.toString() === "";
}"""
# Every text the browser keeps for itself.
JOURNALS = """() => new Promise((done, fail) => {
    const asked = indexedDB.open("matbaa-desk", 1);
    asked.onerror = () => fail(asked.error);
    asked.onsuccess = () => {
        if (!asked.result.objectStoreNames.contains("journals")) return done([]);
        const all = asked.result.transaction("journals").objectStore("journals").getAll();
        all.onsuccess = () => { asked.result.close(); done(all.result); };
    };
})"""


class Writer:
    def __init__(self, desk, story, context, interface="en", name="Ben"):
        self.desk, self.story, self.interface, self.context = desk, story, interface, context
        self.errors, self.saves, self.requests = [], [], []
        context.add_init_script(WATCH)
        desk.enter(context, name)
        self.tab = context.new_page()
        self.tab.set_default_timeout(patience.MILLISECONDS)
        self.tab.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        self.tab.on("pageerror", lambda error: self.errors.append(str(error)))
        self.tab.on("request", self.note)
        self.address = f"{desk.origin}/{interface}/desk/stories/{story.edition}"

    def note(self, request):
        self.requests.append(request.url)
        if request.method == "PUT":
            self.saves.append(json.loads(request.post_data))

    def open(self):
        self.tab.goto(self.address, wait_until="load")
        return self.settle()

    def settle(self):
        self.tab.wait_for_selector("#story[data-ready]")
        return self

    @property
    def text(self):
        return self.tab.locator("#story-text")

    @property
    def state(self):
        return self.tab.locator(".save-state").get_attribute("data-state")

    def wait_for(self, state, seconds=patience.SECONDS):
        until(lambda: self.state == state, lambda: f"{self.state} instead of {state}", seconds)
        return self

    def saved(self):
        """Waits until the page says that the server has it, with the revision that it has."""
        head = lambda: str(self.desk.head(self.story)["id"])
        until(lambda: self.state == "saved" and self.tab.locator(".save-state").get_attribute("data-revision") == head(), lambda: f"{self.state}, not saved")
        return self

    def focus(self):
        """The editor takes the focus in two steps, and when a dialog closes; nobody presses a key between them."""
        self.tab.wait_for_function("!document.querySelector('dialog')")
        if not self.text.evaluate("element => element === document.activeElement"):
            self.text.focus()
        self.tab.wait_for_timeout(60)
        return self

    def to_end(self):
        """Presses until the caret is seen behind the last word: a browser that has much to do may lose a key."""
        self.focus()

        def is_there():
            self.tab.keyboard.press("Control+End")
            return self.text.evaluate(IS_AT_END)

        until(is_there, "the caret goes to the end")
        return self

    def write(self, words, delay=0):
        self.to_end()
        self.tab.keyboard.type(words, delay=delay)
        return self

    def paste(self, html, text=""):
        self.text.evaluate(PASTE, [html, text])
        return self

    def tool(self, name):
        return self.tab.locator(f'[data-tool="{name}"]')

    def notice(self, words):
        return self.tab.locator(".notice-line").filter(has_text=words)

    def journals(self):
        return [record for record in self.tab.evaluate(JOURNALS) if record.get("edition") == self.story.edition]

    @property
    def stored(self):
        return self.desk.head(self.story)["content"]

    def faults(self, *expected):
        """What went wrong in the browser, without answers that were to be expected."""
        found = [error for error in self.errors if not any(words in error for words in expected)]
        return found + self.tab.evaluate("window.watched.violations")
