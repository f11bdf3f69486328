// Stands in the page itself: asks for the socket before the script that speaks through it is here. On a slow network that is a whole round trip.
(() => {
  const kept = [];
  const code = location.pathname.split("/")[2];
  // the very address that the script will ask for: any other socket is closed again, and the script opens its own
  let early = new WebSocket(`${location.origin.replace("http", "ws")}/socket.io/?code=${code}&EIO=4&transport=websocket`);
  early.onopen = early.onmessage = (event) => kept.push(event);
  window.WebSocket = new Proxy(WebSocket, {
    construct(Native, given) {
      const taken = early;
      early = null;
      if (taken?.url !== given[0] || taken.readyState > WebSocket.OPEN) { taken?.close(); return new Native(...given); }
      // what came meanwhile is told once the client listens
      queueMicrotask(() => { for (const event of kept) taken[`on${event.type}`](event); });
      return taken;
    },
  });
})();
