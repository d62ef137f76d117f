"""One look at a page in a fresh browser, with everything the tests ask about it."""

import dataclasses
import urllib.parse

import pages

WATCH = """
window.watched = { shift: 0, moved: [], violations: [] };
const name = node => node ? (node.nodeType === 1 ? node.tagName + "." + node.className : "text of " + name(node.parentNode)) : "gone";
const take = entries => {
    for (const entry of entries) if (!entry.hadRecentInput) {
        window.watched.shift += entry.value;
        window.watched.moved.push(...entry.sources.map(source => name(source.node)));
    }
};
const observer = new PerformanceObserver(list => take(list.getEntries()));
observer.observe({ type: "layout-shift", buffered: true });
window.watched.flush = () => take(observer.takeRecords());
document.addEventListener("securitypolicyviolation", event => window.watched.violations.push(event.violatedDirective + " " + event.blockedURI));
"""
SCROLL = """async () => {
    const next = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 30)));
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight * .8) { scrollTo(0, y); await next(); }
    await Promise.all([...document.images].map(image => image.complete || new Promise(done => { image.onload = image.onerror = done; })));
    scrollTo(0, 0); await next();
    await new Promise(done => setTimeout(done, 150));
    window.watched.flush();
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
    moved: list = dataclasses.field(default_factory=list)
    broken_pictures: list = dataclasses.field(default_factory=list)
    overflow: list = dataclasses.field(default_factory=list)
    accessibility: dict = dataclasses.field(default_factory=dict)


def look(browser, axe, server, page, width, alter=None, keeps_policy=True):
    """`alter` changes the HTML on its way, and may leave its policy of content behind: so the tests of the tests break a page."""
    visit = Visit(page, width)
    context = browser.new_context(viewport={"width": width, "height": 844 if width < 600 else 900}, locale="en-GB", base_url=server.origin)
    try:
        context.add_init_script(WATCH)
        if alter:
            context.route(server.origin + urllib.parse.quote(pages.path(page), safe="/?=&%"), lambda route: altered(route, alter, keeps_policy))
        tab = context.new_page()
        tab.on("console", lambda message: visit.errors.append(message.text) if message.type in ("error", "warning") else None)
        tab.on("pageerror", lambda error: visit.errors.append(str(error)))
        tab.on("request", lambda request: visit.requests.append(request.url))
        tab.on("response", lambda response: visit.failures.append((response.status, response.url)) if response.status >= 400 else None)
        visit.status = tab.goto(urllib.parse.quote(pages.path(page), safe="/?=&%"), wait_until="load").status
        tab.evaluate(SCROLL)
        watched = tab.evaluate("({ ...window.watched, flush: null })")
        visit.shift, visit.moved, visit.violations = watched["shift"], watched["moved"], watched["violations"]
        visit.broken_pictures = tab.evaluate("[...document.images].filter(i => !i.naturalWidth).map(i => i.currentSrc || i.src)")
        for narrow in (width, 320) if width < 600 else (width, 768):
            tab.set_viewport_size({"width": narrow, "height": 844})
            visit.overflow += tab.evaluate(OVERFLOW)
        tab.set_viewport_size({"width": width, "height": 844})
        # Without motion: a colour half way through a transition would be measured as it is.
        for scheme in ("light", "dark") if width < 600 else ("light",):
            tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            visit.accessibility[scheme] = describe(axe.run(tab).response["violations"])
    finally:
        context.close()
    return visit


def altered(route, alter, keeps_policy):
    answer = route.fetch()
    headers = {name: value for name, value in answer.headers.items() if keeps_policy or name != "content-security-policy"}
    route.fulfill(response=answer, headers=headers, body=alter(answer.text()))


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
