"""The report "Ce soir" as data. A section that has nothing to say is None or an empty tuple, and every surface leaves it out.

Above 100 lines because it is a vocabulary: one small class a section, no behaviour but its own French wording.
"""

from dataclasses import dataclass
from datetime import date, datetime

from workshop.exercises.contract import Section
from workshop.figures import Figure

from .wording import duration, hour, listed, long_day, many, number, percent, short_day

SMALLEST_GROUP = 5
"""Below, a mean or a mood would tell about persons and not about a group."""
TOO_FEW = "effectif trop faible"
REHEARSAL = "RÉPÉTITION"
FOR_THE_LEAD_ONLY = "Pour le conseiller référent seulement\u00a0: ne pas afficher, ne pas transmettre."


@dataclass(frozen=True)
class Steps:
    """Titles in the order of the workshop. A block is one activity, its pages to read included; a break stands nowhere."""

    done: tuple[str, ...]
    not_done: tuple[str, ...]
    shown: tuple[str, ...] = ()
    not_shown: tuple[str, ...] = ()

    @property
    def count(self) -> str:
        """Where there is little room: "9 activités faites, 3 pages montrées."."""
        pages = f", {many(len(self.shown), 'page montrée', 'pages montrées')}" if self.shown else ""
        return f"{many(len(self.done), 'activité faite', 'activités faites')}{pages}."

    @property
    def played(self) -> tuple[str, ...]:
        return _named((self.done, "Activité faite", "Activités faites"), (self.shown, "Page montrée", "Pages montrées"))

    @property
    def left_out(self) -> tuple[str, ...]:
        """One sentence for each kind: a page of information that nobody saw is worth telling again."""
        return _named((self.not_done, "Activité non faite", "Activités non faites"), (self.not_shown, "Page non montrée", "Pages non montrées"))


def _named(*kinds: tuple[tuple[str, ...], str, str]) -> tuple[str, ...]:
    return tuple(f"{one if len(titles) == 1 else several}\u00a0: {listed(titles)}." for titles, one, several in kinds if titles)


@dataclass(frozen=True)
class Card:
    """What was played, when, where and by whom."""

    title: str
    module: str
    theme: str
    kind: str
    day: date
    """In Europe/Paris, as `start` and `end`."""
    start: datetime
    end: datetime
    place: str
    facilitators: tuple[str, ...]
    organisation: str
    programme: str
    cohort: str
    is_rehearsal: bool
    steps: Steps

    @property
    def heading(self) -> str:
        return f"{REHEARSAL}\u00a0: {self.title}" if self.is_rehearsal else self.title

    @property
    def when(self) -> str:
        return f"{long_day(self.day)}, {hour(self.start)} à {hour(self.end)}"

    @property
    def who(self) -> str:
        return listed(self.facilitators)


@dataclass(frozen=True)
class ImiloBlock:
    """What to copy into i-milo, a status for those present and one for those enrolled who did not come."""

    status: str
    comment: str
    absent_status: str = ""
    absent_comment: str = ""

    @property
    def text(self) -> str:
        lines = [f"Présents\u00a0: statut «\u00a0{self.status}\u00a0».", f"Commentaire\u00a0: {self.comment}"]
        if self.absent_status:
            lines.append(f"Absents\u00a0: statut «\u00a0{self.absent_status}\u00a0», commentaire «\u00a0{self.absent_comment}\u00a0».")
        return "\n".join(lines)


@dataclass(frozen=True)
class Attendance:
    """Counts of people; `enrolled` is None where the session has no cohort. `cej_hours` is flat, whatever the real duration.

    `imagined` learners, played by the computer in a rehearsal, are in no other count.
    """

    enrolled: int | None
    present: int
    late: int
    left_early: int
    duration_s: int
    cej_hours: int
    imilo: ImiloBlock | None
    imagined: int = 0

    @property
    def sentence(self) -> str:
        if self.imagined and not self.present:
            return f"Personne n’est compté\u00a0: {many(self.imagined, 'jeune imaginaire', 'jeunes imaginaires')}."
        of = "" if self.enrolled is None else f" sur {many(self.enrolled, 'inscrit')}"
        details = [many(count, noun, plural) for count, noun, plural in (
            (self.late, "en retard", "en retard"), (self.left_early, "parti avant la fin", "partis avant la fin"),
        ) if count]
        return f"{many(self.present, 'présent')}{of}" + (f", dont {listed(details)}" if details else "") + "."

    @property
    def hours(self) -> str:
        return f"Durée réelle\u00a0: {duration(self.duration_s)}. Heures CEJ\u00a0: {self.cej_hours}\u202fh par personne présente."


@dataclass(frozen=True)
class ParticipationRow:
    """One activity. A person without a phone who was not answered for is counted in `without_phone`, never as a missing answer."""

    title: str
    received: int
    passed: int
    expected: int
    hands: int
    without_phone: int

    @property
    def count(self) -> str:
        return f"{self.received}\u00a0sur\u00a0{self.expected}"

    @property
    def share(self) -> float:
        """Those who answered or passed, 0..1."""
        return (self.received + self.passed) / self.expected if self.expected else 0.0

    @property
    def share_in_words(self) -> str:
        return percent(self.share) if self.expected else "—"

    @property
    def remarks(self) -> str:
        told = []
        if self.passed:
            told.append(f"{self.passed} «\u00a0je passe\u00a0»")
        if self.hands:
            told.append(many(self.hands, "main levée", "mains levées"))
        if self.without_phone:
            told.append(f"{self.without_phone} sans téléphone")
        return ", ".join(told)


@dataclass(frozen=True)
class Gain:
    """Means over the `paired` people who answered before and after; None where there are too few of them."""

    code: str
    text: str
    paired: int
    before: float | None
    after: float | None
    is_share: bool
    """True for a score in 0..1; False for a confidence from 0 to 10."""

    @property
    def is_told(self) -> bool:
        return self.before is not None

    @property
    def sentence(self) -> str:
        if not self.is_told:
            return f"{TOO_FEW} (n\u00a0=\u00a0{self.paired})"
        return f"{self._said(self.before)}\u00a0→\u00a0{self.level} (n\u00a0=\u00a0{self.paired})"

    @property
    def level(self) -> str:
        """Where the group stands now: "62 %", "6,8 sur 10"."""
        return self._said(self.after) + ("" if self.is_share else " sur\u00a010")

    @property
    def shares(self) -> tuple[float, float]:
        """Before and after as shares of the most that can be reached, 0..1, for a drawing."""
        top = 1 if self.is_share else 10
        return self.before / top, self.after / top

    def _said(self, value: float) -> str:
        return percent(value) if self.is_share else number(value)


@dataclass(frozen=True)
class Gains:
    goals: tuple[Gain, ...]
    confidence: tuple[Gain, ...]


@dataclass(frozen=True)
class Told:
    """A story in its place: which activity, the sentence, the figures. `is_withheld` where too few answered to show it."""

    title: str
    prompt: str
    sentence: str
    figures: tuple[Figure, ...]
    takeaway: str
    answered: int
    section: Section
    is_withheld: bool = False


@dataclass(frozen=True)
class Missed:
    """A question that half of those who answered, or more, got wrong."""

    title: str
    prompt: str
    wrong: int
    answered: int
    explanation: str
    figures: tuple[Figure, ...]

    @property
    def share(self) -> float:
        return self.wrong / self.answered

    @property
    def sentence(self) -> str:
        return f"{self.wrong} sur {self.answered} se sont trompés." if self.wrong > 1 else f"1 sur {self.answered} s’est trompé."


@dataclass(frozen=True)
class Promise:
    alias: str
    text: str


@dataclass(frozen=True)
class Suggestion:
    text: str
    because: str


@dataclass(frozen=True)
class DatedSource:
    label: str
    url: str
    valid_as_of: date
    review_on: date | None
    is_overdue: bool
    """True where the day to look again had passed when the workshop was played."""

    @property
    def dates(self) -> str:
        told = f"valable au {short_day(self.valid_as_of)}"
        if self.review_on:
            told += f", à revoir le {short_day(self.review_on)}"
        return told + (" (date dépassée)" if self.is_overdue else "")


@dataclass(frozen=True, kw_only=True)
class ReportDocument:
    card: Card
    attendance: Attendance
    participation: tuple[ParticipationRow, ...] = ()
    gains: Gains | None = None
    missed: tuple[Missed, ...] = ()
    climate: tuple[Told, ...] = ()
    made: tuple[Told, ...] = ()
    steps_taken: tuple[Told, ...] = ()
    """What the group decided to do, in figures and without a name."""
    commitments: tuple[Promise, ...] = ()
    """Named: for the lead counsellor only, and every surface says so."""
    feedback: tuple[Told, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    results: tuple[Told, ...] = ()
    """Every activity's story in the order it was played, for the spreadsheet."""
    sources: tuple[DatedSource, ...] = ()
    note: str = ""
    """Free text for the counsellor alone: on the web page, in no file."""
    method: str = ""

    @property
    def knowledge(self) -> tuple[Told, ...]:
        """The results that no other section shows: below all others, as an annex."""
        return tuple(told for told in self.results if told.section == "knowledge")
