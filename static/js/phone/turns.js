// What a form asks in several turns is shown one at a time. All fields stay in the form, and are all that is sent.
//
// The form says "turned" each time another is shown. data-turn="needed": nothing goes on without it; "free": it may stay empty; "told": nothing is asked, what was given before is shown.

export function takeTurns(form) {
  const turns = [...form.querySelectorAll("[data-turn]")];
  if (turns.length < 2 || form.dataset.turns) return;
  form.dataset.turns = turns.length;
  const asked = turns.filter((turn) => turn.dataset.turn !== "told");
  const send = form.querySelector(".send");
  const [back, where, next] = [turnPart("button", "turn-back", "↩ Précédent"), turnPart("p", "turn-where"), turnPart("button", "send turn-next")];
  const [ways, told] = [turnPart("div", "turn-ways"), turnPart("p", "turn-told")];
  for (const button of [back, next]) button.type = "button";
  told.setAttribute("role", "status");
  ways.append(back, where);
  turns[0].before(ways);
  turns.at(-1).after(told);
  // The one big button stays at its place: it goes on, and in the end it sends.
  if (send) send.before(next);
  else turns.at(-1).after(next);
  let shown = 0;
  show(turns[0].dataset.turn !== "told" && asked.some(isTurnBegun) ? Math.max(0, turns.findIndex(isTurnMissing)) : 0);

  back.addEventListener("click", () => turnTo(shown - 1));
  next.addEventListener("click", goOn);
  form.addEventListener("input", () => { told.textContent = ""; });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input[type=text]") || shown === turns.length - 1 || !turns[shown].contains(event.target)) return;
    event.preventDefault();
    goOn();
  });
  form.addEventListener("submit", (event) => {
    const missing = turns.findIndex(isTurnMissing);
    if (event.submitter !== send || missing < 0) return;
    event.preventDefault();
    event.stopPropagation();
    turnTo(missing);
    told.textContent = "Choisis ou écris quelque chose ici.";
  });

  function goOn() {
    if (isTurnMissing(turns[shown])) told.textContent = "Choisis ou écris quelque chose, puis continue.";
    else turnTo(shown + 1);
  }

  function show(place) {
    shown = place;
    turns.forEach((turn, index) => { turn.hidden = index !== shown; });
    const [isLast, number] = [shown === turns.length - 1, asked.indexOf(turns[shown]) + 1];
    [back.hidden, next.hidden] = [shown === 0, isLast];
    where.textContent = number ? `${number} sur ${asked.length}` : "";
    next.textContent = number ? "Suivant" : "Changer";
    told.textContent = "";
    if (send) send.hidden = !isLast;
    form.dispatchEvent(new Event("turned"));
  }

  function turnTo(place) {
    show(place);
    const title = turns[shown].querySelector("legend, h2, .hint") ?? turns[shown];
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    (form.closest(".moment") ?? form).scrollIntoView({ block: "start" });
  }
}

const isTurnFilled = (field) => (["radio", "checkbox"].includes(field.type) ? field.checked : field.value.trim() !== "");
const isTurnBegun = (turn) => [...turn.querySelectorAll("input, select, textarea")].some(isTurnFilled);
const isTurnMissing = (turn) => turn.dataset.turn === "needed" && !isTurnBegun(turn);
const turnPart = (tag, className, textContent = "") => Object.assign(document.createElement(tag), { className, textContent });
