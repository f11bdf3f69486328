// Puts the phone's parts together. Without this file the page is plain forms, and everything still works.
import { nested } from "./form.js";
import { listenForSpeech } from "./speech.js";
import { dropDraft, keepDraft } from "./drafts.js";
import { newId, post, waiting } from "./outbox.js";
import { enliven, heading, moment, share, show, tell, warn } from "./surface.js";
import { followTimer } from "./timer.js";
import { ask, connect, flush, isConnected, signal } from "./wire.js";

const SENT = "Envoyé ✓";
const surfaceElement = document.getElementById("surface");

function onState(state, isShared = false) {
  if (!state?.html) return;
  if (Number(moment()?.dataset.version ?? 0) > state.version) return;
  const isOwn = !isShared || !(/data-personal="yes"/.test(state.html) || document.body.dataset.untimed === "yes");
  if (isOwn) { show(state.html, state.askedAt); showWaiting(); return; }
  // the fragment for all lacks this person's own answer: ask for it, not all phones in the same instant
  setTimeout(async () => { const own = await ask(); show((own?.ok ? own : state).html, own?.askedAt); showWaiting(); }, 300 * Math.random());
}

function onStatus(status, text) {
  document.body.dataset.status = status;
  document.getElementById("status").textContent = text || (status === "on" ? "connecté" : "hors ligne");
  showWaiting();
}

function isHere(item) {
  const { run, part } = moment().dataset;
  return item.run === run && String(item.part) === part && item.token === document.body.dataset.token;
}

function showWaiting() {
  if (!waiting().some(isHere)) return;
  tell("waiting", isConnected() ? "Envoi en cours…" : "Hors ligne : ta réponse partira toute seule.");
}

async function onSettled(item, ack) {
  if (!ack.ok) return onRefused(item, ack);
  if (!isHere(item)) return;
  dropDraft(moment());
  moment().dataset.own = item.pass ? "passed" : "sent";
  const passed = moment().querySelector("form.exercise")?.dataset.passed ?? "Tu as passé. Tu peux encore répondre.";
  // an answer in several goes: what comes next, and whether anything does, is known to the server alone
  const goesOn = moment().dataset.stage !== undefined;
  tell("sent", item.pass ? passed : goesOn ? "Noté ✓" : `${SENT} Tu peux encore changer.`);
  if (goesOn) onState(await ask(Number(item.part)));
  else if (moment().dataset.parts) onState(await ask());
}

// After a long cut the room may be elsewhere: then it is said above the new question, and which answer it was.
async function onRefused(item, ack) {
  if (ack.reason === "too_late") onState(await ask());
  if (isHere(item) && moment().dataset.moment === "activity") return tell("refused", ack.error);
  const kept = ack.reason === "too_late" && !item.pass ? " Elle reste sur ce téléphone : si la question rouvre, tu pourras l’envoyer." : "";
  warn(`${item.about ? `« ${item.about} » ` : ""}${ack.error}${kept}`);
}

surfaceElement.addEventListener("submit", (event) => {
  const form = event.target.closest("form.exercise");
  if (!form) return;
  event.preventDefault();
  const isPass = event.submitter?.name === "_pass";
  const answer = nested(form, event.submitter);
  if (!isPass && Object.keys(answer).length === 0) return tell("refused", "Choisis ou écris quelque chose avant d’envoyer.");
  const { run, part } = moment().dataset;
  post({ run, part: Number(part), client_answer_id: newId(), token: document.body.dataset.token, about: heading(), ...(isPass ? { pass: true } : { answer }) });
  moment().dataset.own = "none";
  showWaiting();
  flush(onSettled);
});

surfaceElement.addEventListener("click", async (event) => {
  const lost = event.target.closest("[data-signal]");
  const place = event.target.closest("a[data-part]");
  if (lost && isConnected()) {
    event.preventDefault();
    const raised = lost.getAttribute("aria-pressed") !== "true";
    const ack = await signal(lost.dataset.signal, raised);
    if (ack?.ok) lost.setAttribute("aria-pressed", String(raised));
  }
  if (place) {
    event.preventDefault();
    onState(await ask(Number(place.dataset.part)));
  }
});

surfaceElement.addEventListener("input", () => { keepDraft(moment()); if (moment().dataset.own !== "none") tell("changed", "Pas encore envoyé."); });
document.body.classList.add("has-js");
// who has just come in stands at the address of a form: a reload would send it again
if (location.pathname !== `/r/${document.body.dataset.code}`) history.replaceState(null, "", `/r/${document.body.dataset.code}`);
connect({ onState, onShared: share, onStatus, onLeft: () => location.reload(), onSettled });
listenForSpeech(surfaceElement);
enliven();
showWaiting();
followTimer(async () => onState(await ask()));
