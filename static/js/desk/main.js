// The counsellor's desk: every button is a command for the version that was seen; every change redraws.
import { nested } from "../phone/form.js";
import { countDown } from "../shared/countdown.js";
import { follow } from "../shared/socket.js";
import { countStages } from "../shared/stages.js";
import { Idiomorph } from "../../vendor/idiomorph/idiomorph.esm.js";
import { listenForKeys } from "./keys.js";

const surface = document.getElementById("surface");
const page = () => surface.firstElementChild;

const here = () => surface.querySelector("nav [aria-current=step]");

// The list of a long workshop scrolls by itself, the page stays.
function keepInSight() {
  const [step, list] = [here(), surface.querySelector("nav ol")];
  if (step && list) list.scrollTop = step.offsetTop - list.clientHeight / 2;
}

function show(state) {
  if (!state.html || Number(page().dataset.version) > state.version) return;
  // what is open or being typed stays as it is
  const step = here()?.textContent;
  Idiomorph.morph(page(), state.html, { morphStyle: "outerHTML", ignoreActiveValue: true, callbacks: { beforeAttributeUpdated: keepOpen } });
  if (here()?.textContent !== step) keepInSight();
  for (const field of document.querySelectorAll(".drawers [name=expected_version]")) field.value = page().dataset.version;
}

function keepOpen(name, element) {
  return !(name === "open" && element.tagName === "DETAILS");
}

let hush = 0;
function refuse(text) {
  const line = document.getElementById("refusal");
  line.textContent = text;
  clearTimeout(hush);
  hush = setTimeout(() => { line.textContent = ""; }, 8000);
}

let offline = 0;
function status(state) {
  clearTimeout(offline);
  const notice = document.getElementById("lost");
  if (state === "on") notice.hidden = true;
  else offline = setTimeout(() => { notice.hidden = false; }, 2000);
}

function count({ run, answered, expected, at = [] }) {
  if (page().dataset.run !== run) return;
  for (const [name, value] of [["answered", answered], ["expected", expected]]) {
    const place = surface.querySelector(`[data-${name}]`);
    if (place) place.textContent = value;
  }
  countStages(surface, answered, at);
  const bar = surface.querySelector(".meter i");
  if (bar && expected) bar.style.inlineSize = `${(100 * answered) / expected}%`;
}

const { socket, sync } = follow("desk", { onState: show, onStatus: status, onCount: count });

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form.command");
  if (!form || !socket.connected) return;
  event.preventDefault();
  const wish = nested(form, event.submitter);
  delete wish.expected_version;
  try {
    const ack = await socket.timeout(8000).emitWithAck("command", { ...wish, expected_version: Number(page().dataset.version) });
    if (ack.ok) {
      const drawer = form.closest(".drawers details");
      if (drawer) { form.reset(); drawer.open = false; }
    } else {
      refuse(ack.error);
      if (ack.html) show(ack);
    }
  } catch {
    refuse("Le serveur ne répond pas. La commande n’est pas passée : réessayez.");
  }
});

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  const drawer = link && document.querySelector(link.getAttribute("href"));
  if (drawer) { drawer.open = true; requestAnimationFrame(() => drawer.querySelector("textarea, input:not([type=hidden])").focus()); }
});

// after a click the space bar belongs to the big button again; who uses the keyboard keeps the focus
document.addEventListener("click", (event) => { if (event.detail > 0) event.target.closest("button, summary")?.blur(); });
keepInSight();
listenForKeys(surface);
countDown(sync);
