// One socket for a screen or a desk: redrawn on every change, and by itself after every cut.

export function follow(role, { onState, onStatus = () => {}, onCount = () => {} }) {
  const { code, token } = document.body.dataset;
  const socket = io("/live", {
    transports: ["websocket", "polling"], tryAllTransports: true, reconnectionDelay: 400, reconnectionDelayMax: 1500, randomizationFactor: 0.8,
    // in the address too, so that a proxy can keep a room together on one worker
    query: { code }, auth: { role, code, token },
  });
  const sync = () => socket.timeout(8000).emitWithAck("sync", { version: 0 }).then((state) => state.ok && onState(state)).catch(() => {});
  socket.on("connect", () => { onStatus("on"); sync(); });
  socket.on("disconnect", () => onStatus("off"));
  socket.on("connect_error", (error) => { onStatus("off"); if (error.message.startsWith("Accès refusé")) setTimeout(() => location.reload(), 4000); });
  socket.on("state_changed", onState);
  socket.on("answers_counted", onCount);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { if (socket.connected) sync(); else socket.connect(); } });
  return { socket, sync };
}
