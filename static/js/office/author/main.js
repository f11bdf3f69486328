// The author's form, made lively: the preview follows what is typed. Without this file every button sends the form and the page comes back.
import { ask } from "./asking.js";
import { offerCopy } from "./copying.js";
import { offerFacts, sayFacts } from "./facts.js";
import { shrunk } from "./pictures.js";
import { enliven, fitScreens, show } from "./preview.js";
import { goToFirst, markTouched, tell } from "./problems.js";
import { nameChoices } from "./references.js";
import { fieldOf, fillRow, redraw, rowsOf, showWithScript } from "./rows.js";
import { selectedWords } from "./selecting.js";
import { offerWraps } from "./wraps.js";

const PAUSE_MS = 400;
const form = document.getElementById("author");
// What a type's own `editor.js` may use: `fill(list, values)` writes a row, `rows(list)` and `field(row, name)` find what stands there.
const tools = {
  fill: (list, values) => fillRow(form, list, values, change),
  rows: (list) => rowsOf(form, list),
  field: fieldOf,
  selectedWords,
};
const own = form.dataset.editor ? import(form.dataset.editor) : null;
let waiting = 0;

async function refresh() {
  const state = await ask(form, form.dataset.preview);
  if (!state) return;
  form.dataset.ready = state.preview ? "yes" : "no";
  tell(form, state.problems);
  show(state.preview);
  if (state.yaml) document.getElementById("yaml").value = state.yaml;
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(refresh, PAUSE_MS);
}

async function change(command, more) {
  clearTimeout(waiting);
  await redraw(form, command, more);
  await enlivenFields();
  await refresh();
}

// The fields are new each time that the server has drawn them.
async function enlivenFields() {
  sayFacts(form);
  (await own)?.enhance(document.getElementById("author-fields"), tools);
}

// « Ajouter dans « Fins »… »: the server adds the row and leads there.
const asksForRow = (field) => field.matches("select[data-lists]") && field.value.startsWith("+");

// What is left to complete is said at every field once somebody wants to go on, and not before.
async function check() {
  form.dataset.told = "yes";
  await change("");
  if (form.dataset.ready !== "yes") return goToFirst(form);
  document.getElementById("apercu").scrollIntoView({ block: "nearest" });
}

form.addEventListener("input", (event) => {
  if (event.target.name === "_moment") return fitScreens();
  if (event.target.type === "file" || !event.target.name || asksForRow(event.target)) return;
  form.dataset.dirty = "yes";
  nameChoices(form);
  sayFacts(form);
  soon();
});

form.addEventListener("change", async (event) => {
  const { target } = event;
  if (asksForRow(target)) {
    form.dataset.dirty = "yes";
    return change("");
  }
  if (target.type !== "file" || !target.files.length) return;
  form.dataset.dirty = "yes";
  await change("", [[target.name, await shrunk(target.files[0])]]);
});

form.addEventListener("focusout", (event) => { markTouched(event.target); soon(); });

form.addEventListener("submit", (event) => {
  const button = event.submitter;
  const leaves = button?.hasAttribute("formaction");
  if (leaves && form.dataset.ready === "yes") return;
  event.preventDefault();
  if (leaves || button?.value === "look") check();
  else { form.dataset.dirty = "yes"; change(button.value); }
});

window.addEventListener("beforeunload", (event) => { if (form.dataset.dirty) event.preventDefault(); });
showWithScript(document);
offerCopy(form, check);
offerFacts(form);
offerWraps(form);
enliven();
enlivenFields();
refresh();
