// Saves taps in the notebook: the type's own help with its form, reading aloud, copying, printing. Without it everything still works.
import { listenForSpeech, offerSpeech } from "../phone/speech.js";
import { takeTurns } from "../phone/turns.js";

const main = document.querySelector("main");
offerSpeech(main);
listenForSpeech(main);

const form = document.querySelector("form.exercise");
if (form) takeTurns(form);
if (form?.dataset.script) {
  import(form.dataset.script).then((module) => module.enhance(form)).catch((error) => console.warn("the plain form stays:", error));
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => copy(button));
}

async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  const status = button.parentElement.querySelector("[data-copied]");
  try {
    await navigator.clipboard.writeText(field.value);
    status.textContent = "Copié ✓";
  } catch {
    field.select();
    status.textContent = "Le texte est choisi\u00a0: touche «\u00a0Copier\u00a0».";
  }
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
