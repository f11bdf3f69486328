// What the room shares while a step is open comes in under one's thumb: what is there stays in its place and only changes; what is new comes last.
// The type's form keeps a place for it, [data-shared]; in it [data-items] holds the items ([data-key]), and what changes stands in elements with
// a name of their own ([data-moving]).

export function mergeShared(place, fresh) {
  const list = place.querySelector("[data-items]");
  const gone = new Map([...list.children].map((item) => [item.dataset.key, item]));
  for (const part of place.querySelectorAll("[data-moving]")) {
    const now = fresh.querySelector(`[data-moving="${part.dataset.moving}"]`);
    if (now) part.replaceChildren(...now.childNodes);
  }
  for (const item of fresh.querySelectorAll("[data-key]")) {
    const old = gone.get(item.dataset.key);
    gone.delete(item.dataset.key);
    if (!old) list.append(item);
    else if (old.hidden) comeBack(old, item);
    else Object.assign(old.dataset, item.dataset);
  }
  gone.forEach(takeAway);
}

// Of what is no longer shown only one's own tick stays: it is sent with the rest, and is there again when the item comes back.
function takeAway(item) {
  const tick = item.querySelector("input:checked");
  if (!tick) return item.remove();
  item.replaceChildren(tick);
  item.hidden = true;
}

function comeBack(old, item) {
  const box = item.querySelector("input");
  if (box) box.checked = old.querySelector("input:checked") !== null;
  old.replaceWith(item);
}
