// A row more, a row less, a row up or down: the server draws the fields again, as it does without script.
import { ask } from "./asking.js";

export async function redraw(form, command, more) {
  const html = await ask(form, form.dataset.fields, command, more);
  if (typeof html !== "string") return;
  const place = document.getElementById("author-fields");
  const kept = [...place.querySelectorAll("[data-touched]")].map((field) => [field.name, field.value]);
  const opened = [...place.querySelectorAll("details[open]")].map(nameOf);
  place.innerHTML = html;
  for (const field of place.querySelectorAll("[name]")) if (kept.some(([name, value]) => name === field.name && value === field.value)) field.dataset.touched = "yes";
  for (const details of place.querySelectorAll("details")) if (opened.includes(nameOf(details))) details.open = true;
  place.querySelector("[autofocus]")?.focus();
}

// A fold is known by the first field in it.
const nameOf = (details) => details.querySelector("[name]")?.name;
