// Counts down what the server said remains, by elapsed time only: no surface trusts its own clock.

const endings = new WeakMap();

export function countDown(onEnd) {
  setInterval(() => {
    for (const line of document.querySelectorAll("[data-remaining]")) {
      if (!endings.has(line)) endings.set(line, performance.now() + 1000 * Number(line.dataset.remaining));
      const left = Math.max(0, Math.ceil((endings.get(line) - performance.now()) / 1000));
      line.querySelector("b").textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
      if (left === 0 && !line.dataset.over) { line.dataset.over = "yes"; setTimeout(onEnd, 500); }
    }
  }, 250);
}
