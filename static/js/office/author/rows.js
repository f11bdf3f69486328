// A row more, a row less, a row up or down: the server draws the fields again, as it does without script.
import { ask } from "./asking.js";

export async function redraw(form, command, more) {
  const place = document.getElementById("author-fields");
  const before = typedIn(place);
  const html = await ask(form, form.dataset.fields, command, more);
  if (typeof html !== "string") return;
  // on a slow network somebody goes on typing meanwhile; where rows change places, a field's name says no longer which it is
  const since = /^(remove|up|down|clear):/.test(command) ? [] : [...typedIn(place)].filter(([name, value]) => before.get(name) !== value);
  const kept = [...place.querySelectorAll("[data-touched]")].map((field) => [field.name, field.value]);
  const opened = [...place.querySelectorAll("details[open]")].map(nameOf);
  const held = place.contains(document.activeElement) && document.activeElement.id;
  place.innerHTML = html;
  for (const [name, value] of since) {
    const field = form.elements[name];
    if (field?.value !== undefined) field.value = value;
  }
  for (const field of place.querySelectorAll("[name]")) if (kept.some(([name, value]) => name === field.name && value === field.value)) field.dataset.touched = "yes";
  for (const details of place.querySelectorAll("details")) if (opened.includes(nameOf(details))) details.open = true;
  showWithScript(place);
  const next = place.querySelector("[autofocus]") ?? (held && document.getElementById(held));
  if (next) next.focus();
}

const typedIn = (place) => new Map([...place.querySelectorAll("textarea, input[type=text]")].map((field) => [field.name, field.value]));

export function showWithScript(place) {
  for (const one of place.querySelectorAll("[data-with-script]")) one.hidden = false;
  for (const one of place.querySelectorAll("[data-without-script]")) one.hidden = true;
}

export const rowsOf = (form, list) => [...form.querySelectorAll(`[data-list="${list}"] > ol > li`)];
export const fieldOf = (row, name) => row.querySelector(`[name="${row.dataset.row}.${name}"]`);

// Writes into the first row of the list where nothing stands yet, or into a new one; returns that row, or null where the list is full.
export async function fillRow(form, list, values, change) {
  const free = rowsOf(form, list).find((row) => [...row.querySelectorAll("[name]:not([type=hidden])")].every(isEmpty));
  if (free) {
    for (const [name, value] of Object.entries(values)) write(fieldOf(free, name), value);
    fieldOf(free, Object.keys(values)[0]).dispatchEvent(new Event("input", { bubbles: true }));
    return free;
  }
  if (!form.querySelector(`[data-list="${list}"] > button[value="add:${list}"]`)) return null;
  const next = 1 + Math.max(-1, ...rowsOf(form, list).map((row) => Number(row.dataset.row.split(".").pop())));
  const sent = Object.entries(values).filter(([, value]) => value !== false);
  await change("", sent.map(([name, value]) => [`${list}.${next}.${name}`, value === true ? "1" : String(value)]));
  return rowsOf(form, list).at(-1);
}

function isEmpty(field) {
  const isTicked = ["checkbox", "radio"].includes(field.type) ? field.checked : true;
  return field.matches("button") || !isTicked || !field.value.trim();
}

function write(field, value) {
  if (typeof value === "boolean") field.checked = value;
  else field.value = value;
}

// A fold is known by the first field in it.
const nameOf = (details) => details.querySelector("[name]")?.name;
