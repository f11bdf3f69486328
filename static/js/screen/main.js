// The projector: shows what it is sent, fits it into the beam, counts, and comes back by itself.
import { countDown } from "../shared/countdown.js";
import { follow } from "../shared/socket.js";
import { countStages } from "../shared/stages.js";
import { fit } from "./fit.js";
import { fitNames } from "./names.js";

const surface = document.getElementById("surface");

function show(state) {
  const page = surface.firstElementChild;
  if (page && Number(page.dataset.version) > state.version) return;
  const [previous, turned] = [page?.dataset.moment + page?.dataset.run, page?.dataset.number];
  const video = surface.querySelector("video");
  surface.innerHTML = state.html;
  // a film that plays goes on while something else changes
  if (video) surface.querySelector(`video[src="${video.getAttribute("src")}"]`)?.replaceWith(video);
  fitAll();
  const now = surface.firstElementChild;
  const announce = document.getElementById("announce");
  if (previous !== now.dataset.moment + now.dataset.run) announce.textContent = now.querySelector("h1")?.textContent ?? "";
  else if (turned !== now.dataset.number) announce.textContent = now.querySelector(".where").textContent;
}

function fitAll() {
  fit();
  fitNames();
}

function count({ run, answered, expected, at = [] }) {
  if (surface.firstElementChild?.dataset.run !== run) return;
  for (const [name, value] of [["answered", answered], ["expected", expected]]) {
    const place = surface.querySelector(`[data-${name}]`);
    if (place) place.textContent = value;
  }
  countStages(surface, answered, at);
  const word = surface.querySelector("[data-answered-word]");
  if (word) word.textContent = answered > 1 ? "réponses" : "réponse";
}

let isLost = 0;
function status(state) {
  document.body.dataset.status = state;
  clearTimeout(isLost);
  const notice = document.getElementById("lost");
  if (state === "on") notice.hidden = true;
  else isLost = setTimeout(() => { notice.hidden = false; }, 3000);
}

const { sync } = follow("screen", { onState: show, onStatus: status, onCount: count });
countDown(sync);
fitAll();
document.fonts?.ready.then(fitAll);
window.addEventListener("resize", fitAll);
