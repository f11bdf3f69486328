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

// A screen that is not shown cannot be measured.
export function fitScreens() {
  for (const frame of frames()) if (frame.dataset.surface === "screen" && pageOf(frame)) fit(pageOf(frame));
}

async function enlivenOne(frame) {
  if (frame.dataset.surface === "screen") {
    await pageOf(frame).fonts?.ready;
    return fit(pageOf(frame));
  }
  pageOf(frame).body.classList.add("has-js");
  for (const button of pageOf(frame).querySelectorAll(".say, .say-one")) button.hidden = false;
  for (const form of pageOf(frame).querySelectorAll("form.exercise")) takeTurns(form);
  for (const exercise of pageOf(frame).querySelectorAll(".exercise[data-script]")) {
    if (!exercise.dataset.script) continue;
    const module = await import(exercise.dataset.script);
    if (!exercise.isConnected) continue;
    if (exercise.matches("form")) module.enhance(exercise);
    else module.recall?.(exercise);
  }
}
