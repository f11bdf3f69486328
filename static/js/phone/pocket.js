// What stays on this phone and is never sent: a pocket for each session, person (a phone may be shared) and part of a step, kept across its rounds.
// A phone that keeps nothing (private browsing) just forgets it with the page.

import { forgetDrafts } from "./drafts.js";

export function pocketOf(exercise) {
  const { code, participant } = document.body.dataset;
  const place = ["tremplin.kept", code, participant, exercise.dataset.pocket].join("|");
  let kept = null;
  try { kept = JSON.parse(localStorage.getItem(place)); } catch { /* nothing readable was kept */ }
  const clear = () => { kept = null; try { localStorage.removeItem(place); } catch { /* nothing was kept */ } };
  return {
    // null where nothing is there
    read: () => kept,
    write: (what) => { kept = what; try { localStorage.setItem(place, JSON.stringify(what)); } catch { /* this phone keeps nothing */ } },
    clear,
    // for good: what was not sent in any round goes too
    forget: () => { clear(); forgetDrafts(exercise.dataset.pocket); },
  };
}

// Where a result recalls what is kept: the way to have it gone.
export function offerToForget(exercise, pocket) {
  if (!exercise.dataset.pocket || pocket.read() === null) return;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "forget", textContent: "Effacer de ce téléphone" });
  const told = Object.assign(document.createElement("p"), { className: "hint" });
  told.setAttribute("role", "status");
  told.tabIndex = -1;
  exercise.after(button, told);
  button.addEventListener("click", () => {
    pocket.forget();
    told.textContent = "Effacé de ce téléphone ✓";
    told.focus();
    button.remove();
    exercise.dispatchEvent(new Event("forgotten"));
  });
}
