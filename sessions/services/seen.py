"""What the metrics see of the services: how an answer ended and how long that took, and who came in."""

from collections.abc import Callable
from functools import wraps
from time import perf_counter
from typing import ParamSpec, TypeVar

from sessions.domain.refusals import Refusal, TooLate
from workshop.exercises.contract import AnswerRefused
from workshop.seen.metrics import ACKNOWLEDGED, ANSWER_SECONDS, FAILED, JOINS, REFUSED, TOO_LATE

Given = ParamSpec("Given")
Result = TypeVar("Result")


def answer_seen(submit: Callable[Given, Result]) -> Callable[Given, Result]:
    """Count each call by its outcome; time those that are acknowledged, for a refusal is quick and would flatter."""

    @wraps(submit)
    def seen(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        began = perf_counter()
        try:
            result = submit(*args, **kwargs)
        except TooLate:
            TOO_LATE.inc()
            raise
        except (Refusal, AnswerRefused):
            REFUSED.inc()
            raise
        except Exception:
            FAILED.inc()
            raise
        ANSWER_SECONDS.observe(perf_counter() - began)
        ACKNOWLEDGED.inc()
        return result

    return seen


def join_seen(join: Callable[Given, Result]) -> Callable[Given, Result]:
    """Count each call that let somebody in."""

    @wraps(join)
    def seen(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        result = join(*args, **kwargs)
        JOINS.inc()
        return result

    return seen
