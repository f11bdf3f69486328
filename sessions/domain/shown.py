"""The result on the screen: a step's own, or one activity after the other where several were opened as one block."""

from dataclasses import dataclass, replace

from workshop.exercises.contract import Story
from workshop.plans.model import Step, Workshop

from .live_session import StepRun
from .paces import Stage, stages_of
from .refusals import NotNow
from .results import Earlier, PartAnswers, story_of_parts, story_of_step

Gathered = tuple[PartAnswers, ...]


@dataclass(frozen=True)
class Result:
    """`title` is what the room was asked, or the name of what it went through."""

    title: str
    story: Story


def results_of(plan: Workshop, step: Step) -> tuple[Stage, ...]:
    """Return the activities whose results are shown one by one; none where the step has one result."""
    if not step.covers:
        return ()
    return tuple(stage for stage in stages_of(plan, step) if any(step.parts[place].exercise.is_answerable for place in stage.places))


def show_result(plan: Workshop, step: Step, run: StepRun, number: int | None) -> None:
    """Show that activity's result, from 0, or the next one; raises NotNow where there is none."""
    wanted = run.shown + 1 if number is None else number
    if wanted >= len(results_of(plan, step)):
        raise NotNow("no_such_result")
    run.shown, run.page = wanted, 0


def shown_result(plan: Workshop, step: Step, run: StepRun, gathered: Gathered, before: Earlier | None) -> Result:
    """Return what the screen shows of a revealed run."""
    told = all_results(plan, step, gathered, before)
    return told[run.shown] if step.covers else told[0]


def all_results(plan: Workshop, step: Step, gathered: Gathered, before: Earlier | None) -> tuple[Result, ...]:
    """Return what the screen can show of a run: one result, or one for each activity."""
    stages = results_of(plan, step)
    if not stages:
        return (Result(step.title if step.is_block else step.parts[0].spec.prompt, story_of_step(step, gathered, before)),)
    return tuple(_result(step, stage, gathered, before) for stage in stages)


def _result(step: Step, stage: Stage, gathered: Gathered, before: Earlier | None) -> Result:
    places = [place for place in stage.places if step.parts[place].exercise.is_answerable]
    parts = tuple(step.parts[place] for place in places)
    earlier = None if before is None else replace(before, parts=tuple(before.parts[place] for place in places))
    title = parts[0].spec.prompt if len(parts) == 1 else stage.title
    return Result(title, story_of_parts(parts, tuple(gathered[place] for place in places), earlier))
