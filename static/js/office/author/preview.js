// Puts the room's own fragments into the frames. The frames run no script of theirs: what a type adds on the phone is done from here.
import { takeTurns } from "../../phone/turns.js";
import { fit } from "../../screen/fit.js";

const frames = () => [...document.querySelectorAll(".frame")];
const pageOf = (frame) => frame.querySelector("iframe").contentDocument;
const surfaceOf = (frame) => pageOf(frame)?.getElementById("surface");

export function show(preview) {
  if (!preview) return;
  document.querySelector(".preview").toggleAttribute("data-single", !preview.result);
  document.querySelector(".frames").removeAttribute("data-sample");
  for (const frame of frames()) {
    const { surface, moment } = frame.dataset;
    const inside = preview[moment]?.[surface];
    frame.hidden = inside === undefined;
    if (inside === undefined || frame.dataset.inside === inside || !surfaceOf(frame)) continue;
    frame.dataset.inside = inside;
    surfaceOf(frame).innerHTML = inside;
    enlivenOne(frame);
  }
}

export function enliven() {
  for (const frame of frames()) {
    frame.querySelector("iframe").addEventListener("load", () => enlivenOne(frame));
    if (surfaceOf(frame)) enlivenOne(frame);
  }
  window.addEventListener("resize", fitScreens);
}

// A screen that is not shown cannot be measured. It is drawn as large as a projector's and then made small: some figures need the room.
const SCREEN_PX = 1280;

export function fitScreens() {
  for (const frame of frames()) if (frame.dataset.surface === "screen" && pageOf(frame)) fitOne(frame);
}

function fitOne(frame) {
  const iframe = frame.querySelector("iframe");
  const width = iframe.parentElement.clientWidth;
  if (!width) return;
  iframe.style.setProperty("--scale", width / SCREEN_PX);
  iframe.dataset.scaled = "yes";
  fit(pageOf(frame));
}

// Nobody's answer stays in the author's browser.
function inMemory() {
  let kept = null;
  const clear = () => { kept = null; };
  return { read: () => kept, write: (what) => { kept = what; }, clear, forget: clear };
}

async function enlivenOne(frame) {
  if (frame.dataset.surface === "screen") {
    await pageOf(frame).fonts?.ready;
    return fitOne(frame);
  }
  pageOf(frame).body.classList.add("has-js");
  for (const button of pageOf(frame).querySelectorAll(".say, .say-one")) button.hidden = false;
  for (const form of pageOf(frame).querySelectorAll("form.exercise")) takeTurns(form);
  for (const exercise of pageOf(frame).querySelectorAll(".exercise[data-script]")) {
    if (!exercise.dataset.script) continue;
    const module = await import(exercise.dataset.script);
    if (!exercise.isConnected) continue;
    const pocket = inMemory();
    if (exercise.matches("form")) module.enhance(exercise, pocket);
    else module.recall?.(exercise, pocket);
  }
}
