"""Where the facts that were told come from, and until when they hold."""

from collections.abc import Iterable
from datetime import date

from workshop.plans.model import Step

from .document import DatedSource


def sources(steps: Iterable[Step], day: date) -> tuple[DatedSource, ...]:
    """Return each source of the steps once, in order; a source is overdue where `day` is past its date of review."""
    used = dict.fromkeys(source for step in steps for part in step.parts for source in part.sources)
    return tuple(
        DatedSource(source.label, source.url, source.valid_as_of, source.review_on, bool(source.review_on and source.review_on < day))
        for source in used
    )
