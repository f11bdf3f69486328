// Puts the phone's parts together. Without this file the page is plain forms, and everything still works.
import { nested } from "./form.js";
import { listenForSpeech } from "./speech.js";
import { draftSent, dropDraft, keepDraft } from "./drafts.js";
import { missingIn } from "./needed.js";
import { newId, post, waiting } from "./outbox.js";
import { enliven, heading, moment, noteChange, share, show, tell, warn } from "./surface.js";
import { followTimer } from "./timer.js";
import { ask, connect, flush, isConnected, signal } from "./wire.js";

const SENT = "Envoyé ✓";
const surfaceElement = document.getElementById("surface");

function onState(state, isShared = false) {
  if (!state?.html) return;
  if (Number(moment()?.dataset.version ?? 0) > state.version) return;
  const isOwn = !isShared || !(/data-personal="yes"/.test(state.html) || moment()?.dataset.untimed === "yes");
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
  return item.run === run && String(item.part) === part && item.participant === document.body.dataset.participant;
}

function showWaiting() {
  if (!waiting().some(isHere) || moment().dataset.changed) return;
  tell("waiting", isConnected() ? "Envoi en cours…" : "Hors ligne : ta réponse partira toute seule.");
}

async function onSettled(item, ack) {
  if (!ack.ok) return onRefused(item, ack);
  dropDraft(item.draft);
  if (!isHere(item)) return;
  const current = moment();
  const form = current.querySelector("form.exercise");
  // an answer in several goes: what comes next, and whether anything does, is known to the server alone
  const goesOn = current.dataset.stage !== undefined;
  const isOther = !goesOn && !item.pass && form && JSON.stringify(nested(form)) !== JSON.stringify(item.answer);
  // a page that was lost forgot what it sent: what it shows is nobody's draft, and is drawn anew with what the server has
  const own = item.pass ? "passed" : "sent";
  current.dataset.own = isOther && !current.dataset.changed ? "forgotten" : own;
  // where a part of a form goes out by itself, that it has arrived is told beside what has not left
  if (current.dataset.changed && !goesOn) return form?.dataset.rest ? tell("changed", form.dataset.rest) : noteChange();
  tell("sent", item.pass ? form?.dataset.passed ?? "Tu as passé. Tu peux encore répondre." : goesOn ? "Noté ✓" : `${SENT} Tu peux encore changer.`);
  if (goesOn) onState(await ask(Number(item.part)));
  else if (current.dataset.parts || isOther) onState(await ask());
  if (moment() === current) current.dataset.own = own;
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
  const missing = event.submitter?.matches(".send") && !isPass && missingIn(form);
  if (missing) {
    missing.field.focus({ preventScroll: true });
    missing.field.scrollIntoView({ block: "center" });
    return tell("refused", missing.why);
  }
  const answer = nested(form, event.submitter);
  if (!isPass && Object.keys(answer).length === 0) return tell("refused", "Choisis ou écris quelque chose avant d’envoyer.");
  const { run, part } = moment().dataset;
  const { token, participant } = document.body.dataset;
  const kept = { participant, about: heading(), draft: draftSent(moment()) };
  post({ run, part: Number(part), client_answer_id: newId(), token, ...kept, ...(isPass ? { pass: true } : { answer }) });
  moment().dataset.own = "none";
  delete moment().dataset.changed;
  showWaiting();
  flush(onSettled);
});

surfaceElement.addEventListener("click", async (event) => {
  const lost = event.target.closest("[data-signal]");
  const place = event.target.closest("a[data-part]");
  if (lost) {
    event.preventDefault();
    const raised = lost.getAttribute("aria-pressed") !== "true";
    const ack = await signal(lost.dataset.signal, raised);
    if (ack?.ok) lost.setAttribute("aria-pressed", String(raised));
    else warn("Hors ligne : on ne te voit pas d’ici. Lève la main.");
  }
  if (place) {
    event.preventDefault();
    onState(await ask(Number(place.dataset.part)));
  }
});

surfaceElement.addEventListener("input", () => {
  keepDraft(moment());
  if (moment().dataset.own !== "none" || waiting().some(isHere)) noteChange();
  else if (moment().querySelector(".state[data-state=refused]")) tell("none");
});
document.body.classList.add("has-js");
// who has just come in stands at the address of a form: a reload would send it again
if (location.pathname !== `/r/${document.body.dataset.code}`) history.replaceState(null, "", `/r/${document.body.dataset.code}`);
connect({ onState, onShared: share, onStatus, onLeft: () => location.reload(), onSettled });
listenForSpeech(surfaceElement);
enliven();
showWaiting();
followTimer(async () => onState(await ask()));
