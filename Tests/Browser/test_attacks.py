"""What became of each attack, in a browser without any policy: nothing of it may run, whatever is clicked, pointed at or focused.

The outputs are written by the tests of Markup where MATBAA_ATTACK_OUT names a folder; the same variable brings them here.
"""

import json
import os
import pathlib

import pytest

FOLDER = os.environ.get("MATBAA_ATTACK_OUT")
ORIGIN = "http://attacks.example"
BATCH = 200
# Raw inputs only show that the oracle sees: some of each corpus will do.
UNGUARDED = 200

# The oracle: whatever calls one of these has run; a script that is loaded calls one.
ORACLE = """
window.ran = 0;
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => { window.ran += 1; };
"""
# Every output stands in a document of its own, so that none can hide or eat the next; events are sent to all that could listen.
TRY = """async outputs => {
    const pause = time => new Promise(done => setTimeout(done, time));
    const frames = outputs.map(html => {
        const frame = document.createElement("iframe");
        frame.srcdoc = `<!doctype html><meta charset="utf-8"><script>
            for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => { parent.ran += 1; };
        <\\/script><body>${html}`;
        document.body.append(frame);
        return frame;
    });
    await Promise.race([Promise.all(frames.map(frame => new Promise(done => frame.onload = done))), pause(2500)]);
    await pause(60);
    for (const frame of frames) {
        const document = frame.contentDocument;
        if (!document) continue;
        for (const element of document.querySelectorAll("*")) {
            for (const [kind, names] of [
                [MouseEvent, ["mouseover", "mouseenter", "mousemove", "mousedown", "mouseup", "mouseout", "contextmenu", "dblclick"]],
                [PointerEvent, ["pointerover", "pointerenter", "pointerdown", "pointerup", "pointerout"]],
                [FocusEvent, ["focus", "focusin", "blur"]], [KeyboardEvent, ["keydown", "keypress", "keyup"]],
                [Event, ["scroll", "wheel", "toggle", "input", "change", "copy", "paste", "animationstart", "animationend", "transitionend", "pageshow"]],
            ]) for (const name of names) element.dispatchEvent(new kind(name, { bubbles: false }));
            try { element.focus?.(); } catch {}
        }
        for (const link of document.querySelectorAll("a, area, button, input, summary, label, form, [onclick]")) {
            // Elsewhere is nowhere here: only an address that is a script could still run.
            const address = link.getAttribute("href") ?? link.getAttribute("xlink:href") ?? "";
            if (/^[\\0-\\x20]*(https?:|mailto:|tel:|\\/|#|\\?|\\.)/i.test(address)) link.addEventListener("click", event => event.preventDefault());
            try { link.click ? link.click() : link.dispatchEvent(new MouseEvent("click")); } catch {}
        }
    }
    await pause(250);
    frames.forEach(frame => frame.remove());
    const ran = window.ran;
    window.ran = 0;
    return ran;
}"""


class Oracle:
    def __init__(self, browser):
        self.context = browser.new_context(bypass_csp=True)
        self.context.route("**/*", self.answer)
        self.tab = None

    def answer(self, route):
        """Nothing leaves the machine; what an attack loads as a script says that it ran."""
        request = route.request
        if request.url == ORIGIN + "/":
            route.fulfill(body="<!doctype html><title>attacks</title><body>", content_type="text/html")
        elif request.resource_type == "script":
            route.fulfill(body="alert(1)", content_type="text/javascript")
        else:
            route.abort()

    def fresh(self):
        if self.tab:
            self.tab.close()
        self.tab = self.context.new_page()
        self.tab.on("dialog", lambda dialog: dialog.dismiss())
        self.tab.add_init_script(ORACLE)
        self.tab.goto(ORIGIN + "/")

    def runs(self, outputs):
        """How often something of these ran."""
        total = 0
        for start in range(0, len(outputs), BATCH):
            self.fresh()
            total += self.tab.evaluate(TRY, outputs[start:start + BATCH])
        return total

    def culprits(self, outputs):
        """Those of these that run, by halves."""
        if not outputs or not self.runs(outputs):
            return []
        if len(outputs) == 1:
            return outputs
        middle = len(outputs) // 2
        return self.culprits(outputs[:middle]) + self.culprits(outputs[middle:])


@pytest.fixture(scope="module")
def oracle(browser):
    oracle = Oracle(browser)
    yield oracle
    oracle.context.close()


@pytest.fixture(scope="module")
def corpora():
    file = pathlib.Path(FOLDER or "") / "attacks.json"
    if not FOLDER or not file.exists():
        print("skipped: MATBAA_ATTACK_OUT names no folder with attacks.json")
        pytest.skip("MATBAA_ATTACK_OUT names no folder with attacks.json")
    return json.loads(file.read_text())


@pytest.mark.parametrize("attack", [
    "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "<a href=javascript:alert(1)>x</a>", "<p onmouseover=alert(1)>x",
    "<input onfocus=alert(1) autofocus>", "<svg onload=alert(1)>", "<script src=//elsewhere.example/x.js></script>",
    "<form action=javascript:alert(1)><button>x</button></form>", "<iframe src='javascript:parent.alert(1)'></iframe>",
    "<details ontoggle=alert(1) open>x</details>",
])
def test_the_oracle_sees_an_attack_that_is_not_guarded_against(oracle, attack):
    assert oracle.runs([attack]) > 0
    assert oracle.runs(["<p>Nothing of the kind. <a href='/a'>x</a><img src=/a.png></p>"]) == 0


def test_nothing_of_an_attack_runs(oracle, corpora, capsys):
    assert corpora
    for name, pairs in sorted(corpora.items()):
        outputs = list(dict.fromkeys(pair["html"] for pair in pairs))
        inputs = list(dict.fromkeys(pair["input"] for pair in pairs))
        ran = oracle.runs(outputs)
        unguarded = oracle.runs(inputs[:UNGUARDED])
        with capsys.disabled():
            print(f"\nattacks in Chromium: {name}: {len(inputs)} inputs, {len(outputs)} outputs, {ran} ran ({unguarded} runs unguarded)", end="")
        assert ran == 0, oracle.culprits(outputs)[:5]
        assert unguarded > 0
