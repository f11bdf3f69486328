// Counts down what the server said remains; the phone's own clock may be a day off, so only elapsed time is used.
import { moment } from "./surface.js";

let endsAt = null;
let watched = null;

export function followTimer(onEnd) {
  setInterval(() => {
    const current = moment();
    const line = current?.querySelector("[data-remaining]");
    if (!line) { watched = null; return; }
    if (watched !== line) { watched = line; endsAt = performance.now() + 1000 * Number(line.dataset.remaining); }
    const left = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
    line.querySelector("b").textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (left === 0 && !line.dataset.over) { line.dataset.over = "yes"; setTimeout(onEnd, 400 + 1200 * Math.random()); }
  }, 250);
}
