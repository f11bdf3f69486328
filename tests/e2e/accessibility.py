"""What axe-core finds on a page: violations of WCAG 2.2, levels A and AA. The engine is vendored beside the tests and runs in the page itself."""

from pathlib import Path

from playwright.sync_api import Page

ENGINE = (Path(__file__).parents[1] / "vendor" / "axe" / "axe.min.js").read_text(encoding="utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(page: Page) -> list[str]:
    """Return a line for each rule broken and place: « color-contrast: <p class=…> »; empty where there is nothing to say against the page.

    What is folded away is opened meanwhile: axe hears nothing of what cannot be seen. A list beside the page (its steps, who is there) that was
    heard word for word on this page without a fault is not heard again: that took most of the time.
    """
    page.wait_for_load_state("load")  # half a page is not what anyone reads
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(ENGINE)
    return page.evaluate(
        """async (values) => {
          const folded = [...document.querySelectorAll('details:not([open])')];
          for (const each of folded) each.open = true;
          const asHeard = (part) => part.outerHTML.replace(/name="expected_version" value="[^"]*"/g, '');
          const beside = [...document.querySelectorAll('nav, aside')];
          const heard = window.heardWithoutFault ??= new Set();
          const exclude = beside.filter((part) => heard.has(asHeard(part)));
          const {violations} = await axe.run({include: [document], exclude}, {runOnly: {type: 'tag', values}, resultTypes: ['violations'], elementRef: false});
          if (!violations.length) for (const part of beside) heard.add(asHeard(part));
          for (const each of folded) each.open = false;
          return violations.flatMap(({id, nodes}) => nodes.map(({html, any}) => `${id}: ${html.slice(0, 160)} (${any[0]?.message ?? ''})`));
        }""",
        LEVELS,
    )
