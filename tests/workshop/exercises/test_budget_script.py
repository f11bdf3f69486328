"""What a small phone makes of a month of the budget: the balance in sight, the same sum as the server's, and nothing forgotten."""

import json

from workshop.exercises.budget.accounts import accounts
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_type, sample_of

from .on_a_phone import read
from .plain_form import macros

EXERCISE = exercise_type("budget")
SPECIFICATION = sample_of(EXERCISE).specification
SPENDS = {"telephone": "b", "repas": "c", "transports": "b", "loisirs": "c"}


def at(month, events, page, *, in_turns=False):
    """Put the page where that month is played, with those surprises dealt; dear choices so far, and every first way to react."""
    picks = {f"{number}-{key}": letter for number in range(1, month) for key, letter in SPENDS.items()}
    mine = EXERCISE.Answer(months=month - 1, picks=picks, events=tuple(events[: month - 1]))
    deal = EXERCISE.dealing.Deal(events=tuple(events), people=(1,), sent={1: month - 1})
    public = {**EXERCISE.public_to(SPECIFICATION, mine), "seat": EXERCISE.dealing.seat(SPECIFICATION, deal, 1, {})}
    html = f"{macros('budget', 'phone.html').form(public, mine)}<footer><p class='state' role='status'></p><div class='aside'></div></footer>"
    page.evaluate("""async ([html, inTurns]) => {
      window.gone = undefined;
      document.querySelector("main, form").outerHTML = `<main><form class="exercise">${html}</form></main>`;
      const form = document.querySelector("form");
      if (inTurns) (await import("/turns.js")).takeTurns(form);
      (await import("/phone.js")).enhance(form);
      document.querySelector("main").addEventListener("submit", async (event) => { event.preventDefault(); window.gone = (await import("/form.js")).nested(form, event.submitter); });
    }""", [html, in_turns])


def balance(page):
    return page.locator(".budget-balance").inner_text()


def choose(page, **letters):
    for key, letter in letters.items():
        page.locator(f"input[type=radio][name$='-{key}'][value={letter}]").evaluate("input => input.click()")


def test_the_balance_moves_with_each_choice(on_phone):
    def act(page):
        at(1, ["anniversaire", "vente", "velo"], page)
        seen = [balance(page)]
        for choice in ({"repas": "c"}, {"loisirs": "c"}, {"transports": "b"}, {"repas": "a"}):
            choose(page, **choice)
            seen.append(balance(page))
        return seen

    # 20 + 560 − 190 − 35, less 25 for the birthday
    over = "−50\u202f€\u00a0: tu es à découvert."
    assert on_phone("budget", act) == [f"Il te reste {left}\u202f€" for left in (330, 80, 10)] + [over, "Il te reste 40\u202f€"]


def test_what_the_phone_reckons_is_what_the_server_stores(on_phone):
    played = [
        (1, ["velo", "vente", "amende"], {"velo": "b"}),
        (2, ["velo", "facture", "vente"], {"facture": "a"}),
        (3, ["amende", "vente", "velo"], {"velo": "a"}),
        (3, ["velo", "amende", "anniversaire"], {}),
    ]

    def act(page):
        return [finish(page, month, events, reaction) for month, events, reaction in played]

    for (month, events, _), (told, sent) in zip(played, on_phone("budget", act), strict=True):
        deal = EXERCISE.dealing.Deal(events=tuple(events), people=(1,))
        stored = EXERCISE.dealing.complete(SPECIFICATION, deal, 1, read_answer(EXERCISE, SPECIFICATION, sent))
        assert stored.months == month
        assert accounts(SPECIFICATION, stored)[-1].left in told


def finish(page, month, events, reaction):
    """Return the balance that the phone tells, and what it sends for that month."""
    at(month, events, page)
    choose(page, **{**SPENDS, "repas": "b"}, **reaction)
    told = balance(page)
    page.locator(".send").click()
    page.wait_for_function("window.gone")
    return told, page.evaluate("window.gone")


def test_cents_and_thousands_are_written_as_the_server_writes_them(on_phone):
    def act(page):
        at(1, ["anniversaire", "vente", "velo"], page)
        seen = []
        for base in (123_456_70, -5, 100_000, 2500):
            page.evaluate("base => { document.querySelector('.budget').dataset.base = base; }", base + 2500)
            page.locator(".budget").dispatch_event("change")
            seen.append(page.locator(".budget-balance b").inner_text())
        return seen

    assert on_phone("budget", act) == ["123\u202f456,70\u202f€", "−0,05\u202f€", "1\u202f000\u202f€", "25\u202f€"]


def test_a_forgotten_choice_is_led_to_and_nothing_leaves(on_phone):
    def act(page):
        at(1, ["velo", "vente", "amende"], page)
        choose(page, telephone="a", repas="a", transports="a")
        page.locator(".send").click()
        told, focused = page.locator(".state").inner_text(), page.evaluate("document.activeElement.name")
        choose(page, velo="a")
        page.locator(".send").click()
        again, after = page.locator(".state").inner_text(), page.evaluate("document.activeElement.name")
        choose(page, loisirs="a")
        return told, focused, again, after, page.evaluate("window.gone === undefined"), page.locator("[data-forgotten=yes]").count()

    assert on_phone("budget", act) == ("Il reste 2 choix à faire.", "picks.1-velo", "Il reste 1 choix à faire.", "picks.1-loisirs", True, 0)


def test_one_thing_is_shown_at_a_time_with_the_balance_above_and_no_choice_is_passed_over(on_phone):
    def act(page):
        at(1, ["velo", "vente", "amende"], page, in_turns=True)
        seen, next_one = [], page.locator(".turn-next")
        while next_one.is_visible():
            seen.append((page.locator("[data-turn]:visible").count(), page.locator(".turn-where").inner_text(), page.locator(".budget-balance").is_visible(), is_in_sight(next_one)))
            next_one.click()
            if page.locator(".turn-told").inner_text():
                page.locator("[data-turn]:visible input").last.check(force=True)
                next_one.click()
        page.locator("[data-turn]:visible input").last.check(force=True)
        seen.append(is_in_sight(page.get_by_role("button", name="Finir le mois 1")))
        page.locator(".send:visible").click()
        page.wait_for_function("window.gone")
        return seen, page.evaluate("window.gone").keys()

    seen, sent = on_phone("budget", act)

    assert seen == [(1, f"{place} sur 6", True, True) for place in range(1, 6)] + [True]
    assert "picks" in sent


def is_in_sight(button):
    """Whether it is at the foot, on the phone before anybody has scrolled."""
    return button.evaluate("button => { scrollTo(0, 0); return Boolean(button.closest('footer')) && button.getBoundingClientRect().bottom <= innerHeight; }")


def test_enter_presses_the_big_button_and_never_takes_a_month_back(on_phone):
    def act(page):
        at(2, ["vente", "facture", "amende"], page, in_turns=True)
        page.locator(".turn-next").click()
        for _ in range(10):
            if page.evaluate("window.gone !== undefined"):
                break
            page.locator("[data-turn]:visible input").last.check(force=True)
            page.locator("[data-turn]:visible input").last.press("Enter")
        return page.evaluate("window.gone?.months")

    assert on_phone("budget", act) == "2"


def test_a_later_month_begins_with_what_comes_in_though_the_habits_are_ticked(on_phone):
    def act(page):
        at(2, ["vente", "velo", "amende"], page, in_turns=True)
        return page.locator("[data-turn]:visible").inner_text(), page.locator(".turn-where").inner_text()

    shown, where = on_phone("budget", act)

    assert "Mois 2 sur 3" in shown
    assert "Au début du mois" in shown
    assert where == "1 sur 6"


def test_habits_are_ticked_and_count_from_the_start_of_the_next_month(on_phone):
    def act(page):
        at(2, ["vente", "remboursement", "velo"], page)
        return balance(page), page.locator("input:checked").count()

    assert on_phone("budget", act) == ("−35\u202f€\u00a0: tu es à découvert.", 4)


def test_one_can_go_back_with_a_button_and_no_script_stops_it(on_phone):
    def act(page):
        at(2, ["velo", "facture", "vente"], page)
        page.get_by_role("button", name="↩ Revenir au mois 1").click()
        page.wait_for_function("window.gone")
        return page.evaluate("window.gone")

    gone = on_phone("budget", act)
    assert read_answer(EXERCISE, SPECIFICATION, json.loads(json.dumps(gone))).months == 0


def test_a_month_fits_a_small_phone_at_any_size_of_text_and_can_be_touched(on_phone):
    def act(page):
        at(3, ["velo", "vente", "facture"], page)
        choose(page, loisirs="c")
        return [measured(page, size) for size in ("100%", "200%")]

    for width, small, count in on_phone("budget", act):
        assert (width, small) == (320, 0)
        assert count > 10


def measured(page, size):
    """Return the page's width, how many things to touch are too small, and how many there are, with text of that size."""
    return page.evaluate("""size => {
      document.documentElement.style.fontSize = size;
      const boxes = [...document.querySelectorAll("label.option, button")].map((node) => node.getBoundingClientRect());
      return [document.documentElement.scrollWidth, boxes.filter((box) => box.width < 48 || box.height < 48).length, boxes.length];
    }""", size)


def test_the_balance_stays_in_sight_at_the_end_of_the_page(on_phone):
    def act(page):
        at(2, ["velo", "vente", "facture"], page)
        page.locator(".send").scroll_into_view_if_needed()
        return page.locator(".budget-balance").bounding_box()["y"]

    assert on_phone("budget", act) == 0


def test_without_the_deal_nothing_breaks(on_phone):
    def act(page):
        choose(page, **SPENDS)
        return read("budget", page).picks

    assert on_phone("budget", act) == {f"1-{key}": letter for key, letter in SPENDS.items()}
