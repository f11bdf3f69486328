// Space, arrows and a presenter's clicker (PageUp, PageDown, B).

const KEYS = { " ": "next-thing", ArrowRight: "next-thing", PageDown: "next-thing", ArrowLeft: "back", PageUp: "back", b: "pause", B: "pause", ".": "pause" };

// the page of texts before, the point before, the step before: the first that there is
const BACK = [".turn-back", "button[value=show_less]", "button[value=back]"];

export function listenForKeys(surface) {
  document.addEventListener("keydown", (event) => {
    const action = KEYS[event.key];
    if (!action || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return;
    event.preventDefault();
    button(surface, action)?.click();
  });
}

function isBusy(event) {
  if (event.target.closest("input, textarea, select, [contenteditable]")) return true;
  return event.key === " " && event.target.closest("button, a, summary");
}

function button(surface, action) {
  if (action === "next-thing") return surface.querySelector(".next");
  if (action === "back") return BACK.map((which) => surface.querySelector(which)).find(Boolean);
  return surface.querySelector("button[value=pause], button[value=resume]");
}
