// The socket, and the same two questions by plain HTTP where a proxy lets no socket through.
import { settle, waiting } from "./outbox.js";

const ACK_MS = 8000;
const HTTP_MS = 15_000;
const UNNOTICED_MS = 1500;
// the server closes a socket that brings more (LARGEST_BYTES in sessions/services/limits.py), and the phone would come back with the same again; no honest answer is near it
const MOST_BYTES = 90_000;
const TOO_BIG = { ok: false, reason: "too_big", error: "C’est beaucoup trop long. Raccourcis et renvoie." };
let socket = null;
let sending = false;

const page = () => document.body.dataset;
export const isConnected = () => Boolean(socket?.connected);

export function connect({ onState, onShared, onStatus, onLeft, onSettled }) {
  socket = io("/live", {
    transports: ["websocket", "polling"], tryAllTransports: true, reconnectionDelay: 400, reconnectionDelayMax: 1500, randomizationFactor: 0.8,
    // in the address too, so that a proxy can keep a room together on one worker
    query: { code: page().code }, auth: (send) => send({ role: "phone", code: page().code, token: page().token }),
  });
  let isGone = 0;
  socket.on("connect", async () => { clearTimeout(isGone); onStatus("on"); onState(await ask()); flush(onSettled); });
  // a server that restarts is back, or another in its place, before anyone need be told
  socket.on("disconnect", () => { isGone = setTimeout(() => onStatus("off"), UNNOTICED_MS); });
  socket.on("connect_error", (error) => { onStatus("off"); if (error.message.startsWith("Accès refusé")) onLeft(); });
  socket.on("state_changed", (state) => onState(state, true));
  socket.on("room_changed", onShared);
  socket.on("redraw", async () => onState(await ask()));
  socket.on("left", onLeft);
  socket.on("notice", (notice) => onStatus("on", notice.text));
  setInterval(() => flush(onSettled), 5000);
  // a phone that was locked keeps a dead socket for a while: ask at once when it is looked at again
  document.addEventListener("visibilitychange", () => { if (!document.hidden) wake(onState, onSettled); });
  window.addEventListener("online", () => wake(onState, onSettled));
}

async function wake(onState, onSettled) {
  if (!socket.connected) socket.connect();
  else onState(await ask());
  flush(onSettled);
}

export async function ask(part) {
  const wish = { version: Number(document.querySelector("#surface > *")?.dataset.version ?? 0), part };
  const query = part === undefined ? "" : `?partie=${part}`;
  const askedAt = performance.now();
  const state = (isConnected() && await bySocket("sync", wish)) || await byHttp(`maintenant${query}`);
  return state && { ...state, askedAt };
}

// Null where nothing came back. A socket that stays silent belongs to a network that was left (from the Wi-Fi to 4G): a new one is opened at once.
async function bySocket(event, data) {
  const { engine } = socket.io;
  try { return await socket.timeout(ACK_MS).emitWithAck(event, data); } catch {
    if (isConnected() && engine === socket.io.engine) engine.close();
    return null;
  }
}

async function byHttp(path, data) {
  // a request into a network that is gone may hang for minutes, and all answers behind it
  const patience = { signal: AbortSignal.timeout?.(HTTP_MS) };
  const sent = data && { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(data) };
  try {
    const reply = await fetch(`/r/${page().code}/${path}`, { ...patience, ...sent });
    // refused for good: it is told, and does not hold up what waits behind it; a proxy says so on a page of its own
    if (reply.status === 413) return TOO_BIG;
    return reply.ok || reply.status === 403 ? await reply.json() : null;
  } catch { return null; }
}

// By the plain form where no socket is there; it answers with the page, which nobody needs.
export async function signal(kind, raised) {
  if (isConnected()) return bySocket("signal", { kind, raised });
  const body = new URLSearchParams({ _signal: kind, _raised: raised ? "yes" : "no" });
  try {
    const reply = await fetch(`/r/${page().code}/reponse`, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout?.(HTTP_MS) });
    return { ok: reply.type === "opaqueredirect" };
  } catch { return null; }
}

// One at a time and in order, so that an older answer never arrives after a newer one.
export async function flush(onSettled) {
  if (sending) return;
  sending = true;
  try {
    for (let item = waiting()[0]; item; item = waiting()[0]) {
      const ack = await deliver(item);
      if (!ack || ack.reason === "busy" || ack.reason === "too_many") break;
      settle(item.client_answer_id);
      onSettled(item, ack);
    }
  } finally { sending = false; }
}

// What this phone alone needs of an item stays here.
function deliver({ participant, about, draft, ...item }) {
  if (new Blob([JSON.stringify(item)]).size > MOST_BYTES) return TOO_BIG;
  return isConnected() ? bySocket("submit_answer", item) : byHttp("envoi", item);
}
