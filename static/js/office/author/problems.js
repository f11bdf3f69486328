// Says at each field what is wrong with it, once somebody has been there and left.
import { say } from "./asking.js";

export function markTouched(field) {
  if (field.name && !field.name.startsWith("_")) field.dataset.touched = "yes";
}

export function tell(form, problems) {
  for (const line of form.querySelectorAll("[data-why]")) {
    const problem = problems[line.dataset.why] ?? "";
    const isTold = problem && (form.dataset.told === "yes" || wasLeft(form, line.dataset.why));
    line.hidden = !isTold;
    if (isTold) line.querySelector("span").textContent = problem;
    for (const field of fieldsOf(form, line.dataset.why)) field.toggleAttribute("aria-invalid", Boolean(isTold));
  }
  form.querySelector(".told-wrong")?.remove();
  say(inWords(Object.keys(problems).length));
}

export function goToFirst(form) {
  const line = [...form.querySelectorAll("[data-why]")].find((one) => !one.hidden);
  for (let place = line?.closest("details"); place; place = place.parentElement.closest("details")) place.open = true;
  const first = fieldsOf(form, line?.dataset.why)[0] ?? line?.closest("fieldset")?.querySelector("textarea, input:not([type=hidden]), select, button");
  first?.focus();
}

// A list is told what it lacks when somebody wrote in it and is now elsewhere.
function wasLeft(form, name) {
  const own = fieldsOf(form, name);
  if (own.length) return own.some((field) => field.dataset.touched && field !== document.activeElement);
  const inside = [...form.querySelectorAll(`[name^="${name}."]`)];
  return inside.some((field) => field.dataset.touched) && !inside.includes(document.activeElement);
}

const fieldsOf = (form, name) => (name ? [...form.querySelectorAll(`[name="${name}"]:not([type=hidden])`)] : []);

function inWords(count) {
  const isSample = document.querySelector(".frames").hasAttribute("data-sample");
  if (count === 0) return "L’aperçu est à jour. Les réponses sont imaginées.";
  const left = count === 1 ? "Il reste une chose à compléter." : `Il reste ${count} choses à compléter.`;
  return `${left} ${isSample ? "En attendant, voici l’exemple." : "L’aperçu montre la dernière version complète."}`;
}
