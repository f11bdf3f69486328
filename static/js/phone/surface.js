// The one thing on the phone: shows a fragment, keeps what is being typed, says what changed.
import { keepDraft, restoreDraft } from "./drafts.js";
import { mergeShared } from "./shared.js";
import { offerSpeech } from "./speech.js";
import { takeTurns } from "./turns.js";

const surface = () => document.getElementById("surface");
export const moment = () => surface().firstElementChild;

let heard = null;
const drawn = (html) => document.createRange().createContextualFragment(html.trim());
const sharedPlace = (root) => root.querySelector("[data-shared]");

// `askedAt` is when the fragment was asked for; none where it was pushed.
export function show(html, askedAt = Infinity) {
  const fresh = drawn(html).firstElementChild;
  if (isSame(moment(), fresh)) return refresh(moment(), fresh, askedAt);
  if (moment()) keepDraft(moment());
  const wentOn = moment()?.dataset.stage !== undefined && moment().dataset.run === fresh.dataset.run && moment().dataset.part === fresh.dataset.part;
  const wasElsewhere = moment()?.dataset.run !== fresh.dataset.run || moment()?.dataset.moment !== fresh.dataset.moment;
  surface().replaceChildren(fresh);
  enliven();
  if (wasElsewhere) announce();
  else if (wentOn) moment().querySelector("[data-arrive]")?.focus();
}

// Nothing is redrawn under the thumb while the same question is open. Where the room shares, one answers again and again: that redraws nothing either.
function isSame(old, fresh) {
  const told = ["moment", "run", "part", "own", "left", "stage", "seat"].filter((name) => name !== "own" || !old || !sharedPlace(old));
  return old?.dataset.moment === "activity" && told.every((name) => old.dataset[name] === fresh.dataset[name]);
}

// Only the clock changes under an open question (a timer may have been set, lengthened or lifted), and what the room shares.
function refresh(old, fresh, askedAt) {
  old.dataset.version = fresh.dataset.version;
  old.querySelector(".clock").replaceWith(fresh.querySelector(".clock"));
  const place = sharedPlace(old);
  if (!place) return;
  mergeShared(place, sharedPlace(fresh));
  offerSpeech(place);
  // what was pushed meanwhile may be newer than what was asked for; where it is older, it is soon pushed again
  if (heard?.at > askedAt) share(heard);
}

// What the room shares has changed: for the question on the phone, or for another of the block.
export function share(told) {
  heard = { at: performance.now(), ...told };
  const place = sharedPlace(moment());
  if (!place || moment().dataset.run !== told.run || moment().dataset.part !== String(told.part)) return;
  mergeShared(place, drawn(told.html));
  offerSpeech(place);
}

export async function enliven() {
  const current = moment();
  offerSpeech(current);
  if (current.dataset.own === "none") restoreDraft(current);
  for (const form of current.querySelectorAll("form.exercise")) takeTurns(form);
  for (const exercise of current.querySelectorAll(".exercise[data-script]")) if (exercise.dataset.script) await enrich(exercise);
}

// A form to answer is enhanced; a result may recall what this phone alone has kept.
async function enrich(exercise) {
  try {
    const module = await import(exercise.dataset.script);
    if (!exercise.isConnected) return;
    if (exercise.matches("form")) module.enhance(exercise);
    else module.recall?.(exercise);
  } catch (error) {
    console.warn("the plain form stays:", error);
  }
}

export const heading = () => moment().querySelector("h1")?.textContent.trim() ?? "";

function announce() {
  document.getElementById("announce").textContent = heading();
  window.scrollTo(0, 0);
}

export function tell(state, text = "") {
  const line = moment().querySelector(".state");
  if (line) { line.dataset.state = state; line.textContent = text; }
  else if (text) document.getElementById("announce").textContent = text;
}

// Said above everything, whatever is shown; it goes with a tap.
export function warn(text) {
  const line = document.getElementById("warning");
  line.textContent = text;
  line.hidden = false;
  line.onclick = () => { line.hidden = true; };
}
