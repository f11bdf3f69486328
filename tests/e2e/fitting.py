"""Whether a page fits those who hold it: nothing cut, nothing to scroll sideways, no target too small for a thumb."""

from playwright.sync_api import Page

THUMB_PX = 48
LARGE_TEXT = "200%"


def what_overflows(screen: Page, *, may_shorten: bool = False) -> list[str]:
    """Return what is cut or would scroll: on a projector nobody can scroll. Long labels may be shortened with « … » where many stand in rows."""
    return screen.evaluate(
        """(mayShorten) => {
          const boxes = [document.documentElement, ...document.querySelectorAll('.page, .middle, .middle *')];
          const isCut = box => getComputedStyle(box).overflow !== 'visible' && (box.scrollHeight > box.clientHeight + 3 || box.scrollWidth > box.clientWidth + 3);
          const isOut = box => { const {right, bottom} = box.getBoundingClientRect(); return right > innerWidth + 1 || bottom > innerHeight + 1; };
          const isUnseen = box => box.closest('figcaption, .unseen, .visually-hidden');
          const isShortened = box => mayShorten && getComputedStyle(box).webkitLineClamp !== 'none';
          return boxes.filter(box => !isUnseen(box) && !isShortened(box) && (isCut(box) || isOut(box))).map(box => box.outerHTML.slice(0, 120));
        }""",
        may_shorten,
    )


def what_is_too_wide(phone: Page, text_size: str = LARGE_TEXT) -> list[str]:
    """Return what stands out of the phone, or is cut, at that size of text: a page that scrolls sideways is lost for who reads with a magnifier."""
    return phone.evaluate(
        """(textSize) => {
          document.documentElement.style.fontSize = textSize;
          const isExempt = box => box.closest('.unseen, svg, select, input, .scroller');
          const isOut = box => box.getBoundingClientRect().width > 0 && box.getBoundingClientRect().right > innerWidth + 1;
          const isCut = box => getComputedStyle(box).overflowX !== 'visible' && box.clientWidth > 0 && box.scrollWidth > box.clientWidth + 1;
          const found = [...document.querySelectorAll('header *, main *, footer *')].filter(box => !isExempt(box) && (isOut(box) || isCut(box)));
          if (document.documentElement.scrollWidth > innerWidth) found.unshift(document.documentElement);
          document.documentElement.style.fontSize = '';
          return found.map(box => box.outerHTML.slice(0, 120));
        }""",
        text_size,
    )


def what_is_too_small(phone: Page) -> list[str]:
    """Return what can be touched, also where it is folded away, and is smaller than a thumb; a link within a sentence is as small as its words."""
    return phone.evaluate(
        """(least) => {
          const folded = [...document.querySelectorAll('details:not([open])')];
          for (const each of folded) each.open = true;
          const found = [...document.querySelectorAll('button, a, summary, select, textarea, input:not([type=hidden])')]
          .filter(target => target.checkVisibility() && !target.closest('p, .unseen'))
          .filter(target => Math.min(target.getBoundingClientRect().width, target.getBoundingClientRect().height) < least - 0.5)
          .map(target => target.outerHTML.slice(0, 120));
          for (const each of folded) each.open = false;
          return found;
        }""",
        THUMB_PX,
    )
