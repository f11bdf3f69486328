// A button beside a text puts signs around the words that are selected, or takes them away again.
import { say } from "./asking.js";
import { selectedWords } from "./selecting.js";

export function offerWraps(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-wraps]");
    if (!button) return;
    const field = document.getElementById(button.dataset.wraps);
    const { start, end, words } = selectedWords(field);
    const { before, after } = button.dataset;
    if (!words) return say("Choisissez d’abord des mots dans le texte.");
    const isWrapped = field.value.slice(0, start).endsWith(before) && field.value.slice(end).startsWith(after);
    const from = isWrapped ? start - before.length : start + before.length;
    if (isWrapped) field.setRangeText(words, from, end + after.length);
    else field.setRangeText(`${before}${words}${after}`, start, end);
    field.setSelectionRange(from, from + words.length);
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
