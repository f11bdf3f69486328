// The one thing on the phone: shows a fragment, keeps what is being typed, says what changed.
import { keepDraft, restoreDraft } from "./drafts.js";
import { waiting } from "./outbox.js";
import { mergeShared } from "./shared.js";
import { offerToForget, pocketOf } from "./pocket.js";
import { offerSpeech } from "./speech.js";
import { takeTurns } from "./turns.js";

const surface = () => document.getElementById("surface");
export const moment = () => surface().firstElementChild;

let heard = null;
let asDrawn = "";
const drawn = (html) => document.createRange().createContextualFragment(html.trim());
const sharedPlace = (root) => root.querySelector("[data-shared]");

// `askedAt` is when the fragment was asked for; none where it was pushed.
export function show(html, askedAt = Infinity) {
  const fresh = drawn(html).firstElementChild;
  if (isSame(moment(), fresh)) return refresh(moment(), fresh, askedAt);
  const old = moment();
  // the screen turned a page: nothing is new on the phone
  if (fresh.dataset.moment === "result" && withoutVersion(fresh) === asDrawn) { old.dataset.version = fresh.dataset.version; return; }
  // a form that stands as it was sent is no draft
  if (old && (old.dataset.own === "none" || old.dataset.changed)) keepDraft(old);
  const isElsewhere = ["run", "moment", "part"].some((name) => old?.dataset[name] !== fresh.dataset[name]);
  const known = old ? newsIn(old) : [];
  const news = newsIn(fresh).filter((text) => !known.includes(text));
  const hadFocus = surface().contains(document.activeElement);
  surface().replaceChildren(fresh);
  enliven();
  if (isElsewhere) announce(hadFocus);
  else if (old.dataset.stage !== undefined) moment().querySelector("[data-arrive]")?.focus();
  else if (news.length) say(news);
}

// What is heard as soon as it is there: a point of a page, the end of a break, what a result means.
const newsIn = (root) => [...root.querySelectorAll("[data-heard]")].map((element) => element.textContent.trim().replace(/\s+/g, " "));

const withoutVersion = (root) => root.outerHTML.replace(/ data-version="\d+"/, "");

// Nothing is redrawn under the thumb while the same question is open. Where the room shares, one answers again and again: that redraws nothing either,
// but a form that forgot what it sent is drawn anew.
function isSame(old, fresh) {
  const answersAgain = old && sharedPlace(old) && old.dataset.own !== "forgotten";
  const told = ["moment", "run", "part", "own", "left", "stage", "seat"].filter((name) => name !== "own" || !answersAgain);
  return old?.dataset.moment === "activity" && told.every((name) => old.dataset[name] === fresh.dataset[name]);
}

// Only the clock changes under an open question (a timer may have been set, lengthened or lifted), what the room shares, and whether help has come.
function refresh(old, fresh, askedAt) {
  old.dataset.version = fresh.dataset.version;
  const [lost, now] = [old, fresh].map((one) => one.querySelector("[data-signal]"));
  // what is pushed to all knows nothing of this person
  if (askedAt < Infinity) {
    old.dataset.untimed = fresh.dataset.untimed;
    lost?.setAttribute("aria-pressed", now?.getAttribute("aria-pressed") ?? "false");
  }
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
  asDrawn = withoutVersion(current);
  offerSpeech(current);
  if (restoreDraft(current, waiting())) noteChange();
  for (const form of current.querySelectorAll("form.exercise")) takeTurns(form);
  for (const exercise of current.querySelectorAll(".exercise[data-script]")) if (exercise.dataset.script) await enrich(exercise);
}

// A form to answer is enhanced; a result may recall what this phone alone has kept.
async function enrich(exercise) {
  try {
    const module = await import(exercise.dataset.script);
    if (!exercise.isConnected) return;
    const pocket = pocketOf(exercise);
    if (exercise.matches("form")) return module.enhance(exercise, pocket);
    if (module.recall?.(exercise, pocket)) exercise.closest(".recalled")?.removeAttribute("hidden");
    offerToForget(exercise, pocket);
  } catch (error) {
    console.warn("the plain form stays:", error);
  }
}

export const heading = () => moment().querySelector("h1")?.textContent.trim() ?? "";

// Who was in the middle of something when it went is taken to what came: the focus of what is gone is nowhere.
function announce(hadFocus) {
  const title = hadFocus && moment().querySelector("h1");
  if (title) { title.tabIndex = -1; title.focus({ preventScroll: true }); }
  say([moment().dataset.said, title ? "" : heading(), ...newsIn(moment())]);
  window.scrollTo(0, 0);
}

function say(texts) {
  document.getElementById("announce").textContent = texts.filter(Boolean).join(" ");
}

export function tell(state, text = "") {
  const line = moment().querySelector(".state");
  if (line) { line.dataset.state = state; line.textContent = text; }
  else if (text) document.getElementById("announce").textContent = text;
}

// What stands in the form now is not what was sent.
export function noteChange() {
  moment().dataset.changed = "yes";
  tell("changed", "Pas encore envoyé.");
}

// Said above everything, whatever is shown; it goes with a tap.
export function warn(text) {
  const line = document.getElementById("warning");
  line.textContent = text;
  line.hidden = false;
  line.onclick = () => { line.hidden = true; };
}
