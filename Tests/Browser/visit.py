"""One look at a page in a fresh browser, with everything the tests ask about it."""

import dataclasses
import urllib.parse

import pages

WATCH = """
window.watched = { shift: 0, violations: [] };
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.watched.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
document.addEventListener("securitypolicyviolation", event => window.watched.violations.push(event.violatedDirective + " " + event.blockedURI));
"""
SCROLL = """async () => {
    const next = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 30)));
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight * .8) { scrollTo(0, y); await next(); }
    await Promise.all([...document.images].map(image => image.complete || new Promise(done => { image.onload = image.onerror = done; })));
    scrollTo(0, 0); await next();
}"""


@dataclasses.dataclass
class Visit:
    page: str
    width: int
    status: int = 0
    errors: list = dataclasses.field(default_factory=list)
    requests: list = dataclasses.field(default_factory=list)
    failures: list = dataclasses.field(default_factory=list)
    violations: list = dataclasses.field(default_factory=list)
    shift: float = 0
    broken_pictures: list = dataclasses.field(default_factory=list)
    overflow: list = dataclasses.field(default_factory=list)
    accessibility: dict = dataclasses.field(default_factory=dict)


def look(browser, axe, server, page, width):
    visit = Visit(page, width)
    context = browser.new_context(viewport={"width": width, "height": 844 if width < 600 else 900}, locale="en-GB", base_url=server.origin)
    try:
        context.add_init_script(WATCH)
        tab = context.new_page()
        tab.on("console", lambda message: visit.errors.append(message.text) if message.type in ("error", "warning") else None)
        tab.on("pageerror", lambda error: visit.errors.append(str(error)))
        tab.on("request", lambda request: visit.requests.append(request.url))
        tab.on("response", lambda response: visit.failures.append((response.status, response.url)) if response.status >= 400 else None)
        visit.status = tab.goto(urllib.parse.quote(pages.path(page), safe="/?=&%"), wait_until="load").status
        tab.evaluate(SCROLL)
        watched = tab.evaluate("window.watched")
        visit.shift, visit.violations = watched["shift"], watched["violations"]
        visit.broken_pictures = tab.evaluate("[...document.images].filter(i => !i.naturalWidth).map(i => i.currentSrc || i.src)")
        for width in {width, 320} if width < 600 else {width, 768}:
            tab.set_viewport_size({"width": width, "height": 844})
            visit.overflow += tab.evaluate(OVERFLOW)
        tab.set_viewport_size({"width": visit.width, "height": 844})
        # Without motion: a colour half way through a transition would be measured as it is.
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            visit.accessibility[scheme] = describe(axe.run(tab).response["violations"])
    finally:
        context.close()
    return visit


# What stands out of the window, were it not clipped by the page.
OVERFLOW = """() => {
    const root = document.documentElement, found = [];
    if (root.scrollWidth > innerWidth) {
        for (const element of document.querySelectorAll("body *")) {
            const box = element.getBoundingClientRect();
            if (box.width && (box.right > innerWidth + 1 || box.left < -1)) found.push(element.tagName + "." + element.className);
        }
        found.unshift(`${root.scrollWidth} wide in ${innerWidth}`);
    }
    return found.slice(0, 6);
}"""


def describe(violations):
    return [f'{rule["id"]}: {node["html"][:160]} — {node["failureSummary"][:200]}' for rule in violations for node in rule["nodes"][:4]]
