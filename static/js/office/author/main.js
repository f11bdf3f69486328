// The author's form, made lively: the preview follows what is typed. Without this file every button sends the form and the page comes back.
import { ask } from "./asking.js";
import { offerCopy } from "./copying.js";
import { shrunk } from "./pictures.js";
import { enliven, fitScreens, show } from "./preview.js";
import { goToFirst, markTouched, tell } from "./problems.js";
import { nameChoices } from "./references.js";
import { redraw } from "./rows.js";

const PAUSE_MS = 400;
const form = document.getElementById("author");
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
  await redraw(form, command, more);
  await refresh();
}

// What is left to complete is said at every field once somebody wants to go on, and not before.
async function check() {
  form.dataset.told = "yes";
  await change("");
  if (form.dataset.ready !== "yes") return goToFirst(form);
  document.getElementById("apercu").scrollIntoView({ block: "nearest" });
}

form.addEventListener("input", (event) => {
  if (event.target.name === "_moment") return fitScreens();
  if (event.target.type === "file") return;
  form.dataset.dirty = "yes";
  nameChoices(form);
  soon();
});

form.addEventListener("change", async (event) => {
  if (event.target.type !== "file" || !event.target.files.length) return;
  form.dataset.dirty = "yes";
  await change("", [event.target.name, await shrunk(event.target.files[0])]);
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
for (const hint of document.querySelectorAll("[data-with-script]")) hint.hidden = false;
offerCopy(form, check);
enliven();
refresh();
