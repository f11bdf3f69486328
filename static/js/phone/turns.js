// What a form asks in several turns is shown one at a time. All fields stay in the form, and are all that is sent.
//
// data-turn="needed": nothing goes on without it; "free": it may stay empty; "told": nothing is asked, what was given before is shown; "none": passed over.
// What is filled in from the start is somebody's answer, and she is taken to where she stopped; data-turns="from-first" says that it is only proposed.
// The form says "turned" each time another turn is shown, and hears "rearranged" where a type has changed what is asked.

export function takeTurns(form) {
  const all = [...form.querySelectorAll("[data-turn]")];
  if (all.length < 2 || form.dataset.turns) return;
  form.dataset.turns = "yes";
  const [send, aside] = [form.querySelector(".send"), form.querySelector("footer .aside")];
  const [back, where, next] = [turnPart("button", "turn-back", "↩ Précédent"), turnPart("p", "turn-where"), turnPart("button", "send turn-next")];
  const [ways, told] = [turnPart("div", "turn-ways"), turnPart("p", "turn-told")];
  for (const button of [back, next]) button.type = "button";
  told.setAttribute("role", "status");
  ways.append(back, where);
  all[0].before(ways);
  all.at(-1).after(told);
  // The one big button is at the foot, always in sight, also where a type has put its own among what it asks: it goes on, and in the end it sends.
  if (send && !send.closest("footer")) aside?.before(send);
  if (send) send.before(next);
  else told.after(next);
  const turns = () => all.filter((turn) => turn.dataset.turn !== "none");
  const isProposed = form.querySelector("[data-turns=from-first]") !== null;
  const isBegun = !isProposed && turns()[0].dataset.turn !== "told" && turns().some((turn) => turn.dataset.turn !== "told" && isTurnBegun(turn));
  let shown = (isBegun && turns().find(isTurnMissing)) || turns()[0];
  show(shown);

  back.addEventListener("click", () => turnTo(turns()[turns().indexOf(shown) - 1]));
  next.addEventListener("click", goOn);
  form.addEventListener("input", () => {
    told.textContent = "";
    if (shown.dataset.turn !== "told") next.textContent = "Suivant";
  });
  form.addEventListener("rearranged", () => show(shown));
  // Enter in a field presses the first button of the form, wherever that stands: here it presses the big one.
  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key !== "Enter" || event.isComposing || event.defaultPrevented || !field.matches("input") || !shown.contains(field)) return;
    event.preventDefault();
    // left as by a tap on the button: what is written is looked at before
    field.blur();
    if (next.hidden) send?.click();
    else goOn();
    if (shown.contains(field)) field.focus();
  });
  form.addEventListener("submit", (event) => {
    const missing = turns().find(isTurnMissing);
    if (event.submitter !== send || !missing) return;
    event.preventDefault();
    event.stopPropagation();
    turnTo(missing);
    told.textContent = "Choisis ou écris quelque chose ici.";
  });

  function goOn() {
    if (isTurnMissing(shown)) told.textContent = "Choisis ou écris quelque chose, puis continue.";
    else turnTo(turns()[turns().indexOf(shown) + 1]);
  }

  function show(turn) {
    shown = turn;
    for (const one of all) one.hidden = one !== shown;
    const asked = turns().filter((one) => one.dataset.turn !== "told");
    const [isFirst, isLast, number] = [turns()[0] === shown, turns().at(-1) === shown, asked.indexOf(shown) + 1];
    [back.hidden, next.hidden] = [isFirst, isLast];
    where.textContent = number ? `${number} sur ${asked.length}` : "";
    next.textContent = !number ? "Changer" : isFirst && form.closest("[data-own=sent]:not([data-changed], [data-stage])") ? "Revoir ma réponse" : "Suivant";
    told.textContent = "";
    if (send) send.hidden = !isLast;
    form.dispatchEvent(new Event("turned"));
  }

  function turnTo(turn) {
    show(turn);
    const title = shown.querySelector("legend, summary, h2, .hint, .label") ?? shown;
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    (form.closest(".moment") ?? form).scrollIntoView({ block: "start" });
  }
}

const isTurnFilled = (field) => (["radio", "checkbox"].includes(field.type) ? field.checked : field.value.trim() !== "");
const isTurnBegun = (turn) => [...turn.querySelectorAll("input, select, textarea")].some(isTurnFilled);
const isTurnMissing = (turn) => turn.dataset.turn === "needed" && !isTurnBegun(turn);
const turnPart = (tag, className, textContent = "") => Object.assign(document.createElement(tag), { className, textContent });
