#!/usr/bin/env python3
"""Looks at a built edition as a reader would: in headless Chromium, page by page.

    python check.py EDITION [SCREENSHOTS] [--base URL] [--chromium PATH] [--only TEXT] [--workers N]

Every page must satisfy axe in light and in dark, must not scroll sideways at 320 pixels, must be reachable by keyboard
(skip link, scrolling tables), must show painted charts and letters of 12 pixels at least, must sort, filter and switch
its tables where it offers to, must ask for nothing that its content policy refuses, and must print. A line `ok PAGE` or `not ok PAGE` a page, with a sentence a complaint below it; the exit code is 0 without
complaints, 65 with them and 64 when there is nothing to look at.
"""

import argparse
import base64
import concurrent.futures
import functools
import http.server
import os
import pathlib
import re
import sys
import threading

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

NARROW, WIDE = 320, 1280


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the folder without a line for every request."""

    def log_message(self, *_):
        pass


def served(folder):
    """The address of the folder on a free port of the loopback interface."""
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_address[1]}/"


def violations(page, path, scheme):
    """What axe has against the page in this colour scheme."""
    result = Axe().run(page)
    for violation in result.response["violations"]:
        places = "; ".join(" ".join(node["target"]) if isinstance(node["target"][0], str) else str(node["target"])
                           for node in violation["nodes"][:3])
        yield f"{path} ({scheme}): axe says '{violation['help']}' at {places}."


def sideways(page, path):
    """Whether the page as a whole scrolls sideways at the narrow width."""
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > NARROW:
        culprit = page.evaluate(
            """limit => { for (const e of document.querySelectorAll('main *, header *, footer *, aside *')) {
                 if (e.closest('.scroller') || e.closest('.hidden') || e.closest('.skip')) continue;
                 if (e.getBoundingClientRect().right > limit + 1) return e.tagName + '.' + e.className; }
                 return 'an element that could not be named' }""", NARROW)
        yield f"{path}: at {NARROW} pixels the page is {width} pixels wide, because of {culprit}."


def spilling(page, path):
    """Whether a word of a card stands out of it."""
    words = page.evaluate(
        """() => [...document.querySelectorAll('.key-number, .card')].filter(e => e.scrollWidth > e.clientWidth + 1)
             .map(e => e.innerText.slice(0, 40))""")
    for text in words:
        yield f"{path}: '{text}' does not fit its card."


def colours(page, chart):
    """How many different colours the visible chart has been painted with, as a measure of not being empty."""
    image = chart.screenshot(type="png")
    return page.evaluate(
        """async text => {
             const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
             const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
             const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
             const context = canvas.getContext('2d');
             context.drawImage(bitmap, 0, 0);
             const data = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
             const counts = new Map();
             for (let i = 0; i < data.length; i += 4) {
               const key = data[i] << 16 | data[i + 1] << 8 | data[i + 2];
               counts.set(key, (counts.get(key) || 0) + 1);
             }
             const most = Math.max(...counts.values());
             return [counts.size, 1 - most / (bitmap.width * bitmap.height)];
           }""", base64.b64encode(image).decode())


def unpainted(page, path, width):
    """Charts of a figure page that show nothing, or more than one drawing at once."""
    pictures = page.locator("figure.picture")
    for index in range(pictures.count()):
        charts = [c for c in pictures.nth(index).locator("svg.chart").all() if c.is_visible()]
        if len(charts) != 1:
            yield f"{path}: at {width} pixels {len(charts)} drawings of the chart are visible instead of one."
            continue
        number, painted = colours(page, charts[0])
        if number < 3 or painted < 0.02:
            yield f"{path}: at {width} pixels the chart is empty ({number} colours, {painted:.1%} painted)."
        outside = charts[0].evaluate(
            """svg => { const box = svg.viewBox.baseVal; const texts = [...svg.querySelectorAll('text')];
                 const bad = texts.find(t => { const b = t.getBBox();
                   return b.x < -2 || b.y < -2 || b.x + b.width > box.width + 2 || b.y + b.height > box.height + 2 });
                 return bad ? bad.textContent : null }""")
        if outside:
            yield f"{path}: at {width} pixels the text '{outside}' falls outside the chart."


def tiny(page, path, width):
    """Letters below 12 pixels on the screen, those of drawings as they are scaled."""
    found = page.evaluate(
        """() => { const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
             while (walk.nextNode()) {
               const e = walk.currentNode.parentElement;
               if (!walk.currentNode.textContent.trim() || e.closest('.hidden, .skip, title, desc, sup')) continue;
               const range = document.createRange(); range.selectNode(walk.currentNode);
               if (!range.getBoundingClientRect().height) continue;
               const svg = e.closest('svg');
               const size = parseFloat(getComputedStyle(e).fontSize) * (svg ? svg.getScreenCTM().a : 1);
               if (size < 11.8) return [walk.currentNode.textContent.trim().slice(0, 40), size];
             } return null }""")
    if found:
        yield f"{path}: at {width} pixels '{found[0]}' is {found[1]:.1f} pixels high; letters have 12 at least."


def keyboard(page, path):
    """The skip link comes first and works; every scrolling region can be focused and has a name."""
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className + ' ' + document.activeElement.getAttribute('href')")
    if first != "skip #content":
        yield f"{path}: the first thing to reach by keyboard is '{first}', not the link that skips to the content."
    else:
        page.keyboard.press("Enter")
        if page.evaluate("document.activeElement.id") != "content":
            yield f"{path}: the skip link does not move the focus to the content."
    for region in page.locator(".scroller").all():
        if not region.is_visible():
            continue
        region.focus()
        if not region.evaluate("e => e === document.activeElement && !!e.getAttribute('aria-label')"):
            yield f"{path}: a region that scrolls cannot be focused or has no name."


def comforts(page, path):
    """What the script adds does what it says: order, filter, shares; and everything comes back."""
    button = page.locator("button.sort:visible").first
    if button.count():
        head, body = button.locator("xpath=ancestor::th[1]"), button.locator("xpath=ancestor::table[1]/tbody")
        before = body.inner_text()
        button.click()
        if head.get_attribute("aria-sort") != "ascending":
            yield f"{path}: a table does not say that it is sorted."
        button.click()
        button.click()
        if body.inner_text() != before:
            yield f"{path}: a table does not come back to its own order."
    switch = page.locator(".switch button:visible").first
    if switch.count():
        cell = page.locator("td[data-share]").first
        number = cell.inner_text()
        switch.click()
        if cell.inner_text() != cell.get_attribute("data-share") or switch.get_attribute("aria-pressed") != "true":
            yield f"{path}: the switch to shares does not show them."
        switch.click()
        if cell.inner_text() != number:
            yield f"{path}: the switch does not bring the numbers back."
    field = page.locator(".filter input:visible").first
    if field.count():
        field.fill("zzzzzz")
        if not page.locator(".filter .count").first.inner_text().startswith("0"):
            yield f"{path}: a filter finds what is not there."
        field.fill("")


def printed(page, path, target):
    """Prints the page; complains when there is nothing on paper."""
    page.emulate_media(media="print")
    data = page.pdf(prefer_css_page_size=True, format="A4")
    page.emulate_media(media="screen")
    if target:
        target.write_bytes(data)
    if len(re.findall(rb"/Type\s*/Page\b(?!s)", data)) < 1:
        yield f"{path}: printing gives no pages."


def check(browser, base, path, pictures):
    """All complaints about one page."""
    name = path.replace("/", "_").removesuffix(".html")
    for scheme, width in (("light", WIDE), ("dark", WIDE), ("light", NARROW)):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page = context.new_page()
        refused = []
        page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: refused.append(str(error)))
        response = page.goto(base + path)
        if response is not None and response.status >= 400:
            yield f"{path}: the server answers {response.status}."
        else:
            yield from looks(page, path, scheme, width, pictures / f"{name}-{width}-{scheme}.png" if pictures else None)
            if scheme == "light" and width == WIDE:
                yield from keyboard(page, path)
                yield from comforts(page, path)
                yield from printed(page, path, pictures / f"{name}.pdf" if pictures else None)
        yield from (f"{path}: the browser complains: {text}" for text in refused)
        context.close()


def looks(page, path, scheme, width, picture):
    """What is wrong with the page at this width, in this colour scheme, with all that is folded away laid open."""
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    if width == NARROW:
        yield from sideways(page, path)
    yield from violations(page, path, scheme if width == WIDE else "narrow")
    yield from unpainted(page, path, width)
    yield from tiny(page, path, width)
    yield from spilling(page, path)
    if picture:
        page.screenshot(path=str(picture), full_page=True)


def looked_at(paths, base, chromium, pictures):
    """Each page with its complaints, in a browser of its own."""
    options = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=options)
        found = [(path, list(check(browser, base, path, pictures))) for path in paths]
        browser.close()
    return found


def asked():
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description="Looks at a built edition in headless Chromium.")
    parser.add_argument("edition", type=pathlib.Path, help="folder of the edition")
    parser.add_argument("screenshots", type=pathlib.Path, nargs="?", help="folder for pictures and prints")
    parser.add_argument("--base", help="address where the edition is served; default: served here on a free port")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser")
    parser.add_argument("--only", default="", help="look only at pages whose path contains this text")
    parser.add_argument("--workers", type=int, default=min(4, os.cpu_count() or 1), help="browsers at the same time")
    return parser.parse_args()


def main():
    arguments = asked()
    pages = sorted(str(p.relative_to(arguments.edition)) for p in arguments.edition.rglob("*.html"))
    pages = [p for p in pages if arguments.only in p]
    if not pages:
        print(f"There are no pages to look at in {arguments.edition}.", file=sys.stderr)
        return 64
    if arguments.screenshots:
        arguments.screenshots.mkdir(parents=True, exist_ok=True)
    base = arguments.base.rstrip("/") + "/" if arguments.base else served(arguments.edition)
    look = functools.partial(looked_at, base=base, chromium=arguments.chromium, pictures=arguments.screenshots)
    shares = [pages[start::arguments.workers] for start in range(min(arguments.workers, len(pages)))]
    with concurrent.futures.ThreadPoolExecutor(max_workers=len(shares)) as pool:
        found = sorted(item for share in pool.map(look, shares) for item in share)
    for path, complaints in found:
        print(("not ok " if complaints else "ok ") + path)
        for complaint in complaints:
            print("    " + complaint)
    count = sum(len(complaints) for _, complaints in found)
    print(f"{len(pages)} pages, {count} complaints.")
    return 65 if count else 0


if __name__ == "__main__":
    sys.exit(main())
