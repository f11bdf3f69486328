// The socket, and the same two questions by plain HTTP where a proxy lets no socket through.
import { settle, waiting } from "./outbox.js";

const ACK_MS = 8000;
let socket = null;
let sending = false;

const page = () => document.body.dataset;
export const isConnected = () => Boolean(socket?.connected);

export function connect({ onState, onStatus, onLeft, onSettled }) {
  socket = io("/live", {
    transports: ["websocket", "polling"], tryAllTransports: true, reconnectionDelay: 400, reconnectionDelayMax: 3000, randomizationFactor: 0.8,
    auth: (send) => send({ role: "phone", code: page().code, token: page().token }),
  });
  socket.on("connect", async () => { onStatus("on"); onState(await ask()); flush(onSettled); });
  socket.on("disconnect", () => onStatus("off"));
  socket.on("connect_error", (error) => { onStatus("off"); if (error.message.startsWith("Accès refusé")) onLeft(); });
  socket.on("state_changed", (state) => onState(state, true));
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
  if (isConnected()) {
    try { return await socket.timeout(ACK_MS).emitWithAck("sync", wish); } catch { /* then by HTTP */ }
  }
  const query = part === undefined ? "" : `?partie=${part}`;
  try { return await (await fetch(`/r/${page().code}/maintenant${query}`)).json(); } catch { return null; }
}

export function signal(kind, raised) {
  return isConnected() ? socket.timeout(ACK_MS).emitWithAck("signal", { kind, raised }).catch(() => null) : Promise.resolve(null);
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

async function deliver(item) {
  if (isConnected()) {
    try { return await socket.timeout(ACK_MS).emitWithAck("submit_answer", item); } catch { return null; }
  }
  try {
    const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(item) };
    const reply = await fetch(`/r/${page().code}/envoi`, options);
    return reply.ok || reply.status === 403 ? await reply.json() : null;
  } catch { return null; }
}
