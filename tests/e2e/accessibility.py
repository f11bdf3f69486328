"""What axe-core finds on a page: violations of WCAG 2.2, levels A and AA. The engine is vendored beside the tests and runs in the page itself."""

from pathlib import Path

from playwright.sync_api import Page

ENGINE = (Path(__file__).parents[1] / "vendor" / "axe" / "axe.min.js").read_text(encoding="utf-8")
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def violations(page: Page) -> list[str]:
    """Return a line for each rule broken and place: « color-contrast: <p class=…> »; empty where there is nothing to say against the page."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(ENGINE)
    return page.evaluate(
        """async (values) => {
          const {violations} = await axe.run(document, {runOnly: {type: 'tag', values}, resultTypes: ['violations'], elementRef: false});
          return violations.flatMap(({id, nodes}) => nodes.map(({html, any}) => `${id}: ${html.slice(0, 160)} (${any[0]?.message ?? ''})`));
        }""",
        LEVELS,
    )
