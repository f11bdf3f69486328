// Buttons to count, and first names that stay on this phone: they live in localStorage, in fields without a name, so no form can send them.

const MOST_NAMES = 50;

export function enhance(root) {
  if (root.dataset.enhanced) return;
  root.dataset.enhanced = "yes";
  const shelf = shelfOfThisPhone();
  const circles = [...root.querySelectorAll(".network-circle")];
  circles.forEach((circle) => { addSteps(circle); addNames(circle, shelf); });
  circles.at(-1)?.after(forgetButton(shelf, circles));
}

// Once revealed: the first names stand beside each circle again, on this phone alone.
export function recall(root) {
  const shelf = shelfOfThisPhone();
  const lines = [...root.querySelectorAll(".network-mine li")];
  for (const line of lines) line.querySelector(".network-kept").textContent = shelf.read(line.dataset.circle).join(", ");
  return lines.length > 0 && !shelf.isEmpty();
}

// One shelf per session and person, for a phone may be shared. A phone that keeps nothing (private browsing) just forgets.
function shelfOfThisPhone() {
  const place = ["tremplin.contacts", location.pathname, document.body.dataset.participant ?? ""].join("|");
  let kept = {};
  try { kept = JSON.parse(localStorage.getItem(place)) ?? {}; } catch { /* nothing readable was kept */ }
  const save = () => { try { localStorage.setItem(place, JSON.stringify(kept)); } catch { /* this phone keeps nothing */ } };
  return {
    read: (circle) => kept[circle] ?? [],
    isEmpty: () => Object.values(kept).every((names) => names.length === 0),
    write: (circle, names) => { kept[circle] = names.slice(0, MOST_NAMES); save(); },
    clear: () => { kept = {}; try { localStorage.removeItem(place); } catch { /* nothing was kept */ } },
  };
}

function addSteps(circle) {
  const label = circle.querySelector(".network-count label");
  const step = (by, sign, what) => {
    const button = make("button", { type: "button", className: "network-step", textContent: sign });
    button.setAttribute("aria-label", `${what}\u00a0: ${circle.querySelector("legend [data-say]").textContent}`);
    button.addEventListener("click", () => setCount(circle, count(circle) + by));
    return button;
  };
  label.before(step(-1, "−", "Enlever une personne"));
  label.after(step(1, "+", "Ajouter une personne"));
}

function count(circle) {
  return Math.round(Number(circle.querySelector("input[type=number]").value)) || 0;
}

function setCount(circle, wanted) {
  const input = circle.querySelector("input[type=number]");
  input.value = Math.min(Number(circle.dataset.most), Math.max(0, wanted));
  ["input", "change"].forEach((kind) => input.dispatchEvent(new Event(kind, { bubbles: true })));
}

function addNames(circle, shelf) {
  const key = circle.dataset.circle;
  const field = make("input", { type: "text", maxLength: 30, autocomplete: "off", placeholder: "Un prénom" });
  field.setAttribute("aria-label", "Un prénom (il reste sur ton téléphone)");
  const add = make("button", { type: "button", textContent: "Noter" });
  const noted = make("ul", { className: "network-noted" });
  const row = make("div", { className: "network-add" }, field, add);
  const title = make("summary", { textContent: "Ajoute des prénoms (ils restent sur ton téléphone)" });
  circle.append(make("details", { className: "network-names", open: shelf.read(key).length > 0 }, title, row, noted));

  const draw = () => {
    noted.replaceChildren(...shelf.read(key).map(chip));
    circle.dispatchEvent(new Event("contacts-drawn", { bubbles: true }));
  };
  const note = () => {
    if (field.value.trim() === "") return;
    shelf.write(key, [...shelf.read(key), field.value.trim()]);
    field.value = "";
    draw();
    field.focus();
    if (shelf.read(key).length > count(circle)) setCount(circle, shelf.read(key).length);
  };
  add.addEventListener("click", note);
  field.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); note(); } });
  ["input", "change"].forEach((kind) => field.addEventListener(kind, (event) => event.stopPropagation()));
  noted.addEventListener("click", (event) => {
    const chosen = event.target.closest("button");
    if (!chosen) return;
    shelf.write(key, shelf.read(key).filter((_, at) => at !== Number(chosen.dataset.at)));
    draw();
  });
  circle.addEventListener("contacts-forgotten", draw);
  draw();
}

function chip(name, at) {
  const remove = make("button", { type: "button", textContent: `${name} ✕` });
  remove.dataset.at = at;
  remove.setAttribute("aria-label", `Enlever ${name}`);
  return make("li", {}, remove);
}

function forgetButton(shelf, circles) {
  const button = make("button", { type: "button", className: "network-forget", textContent: "Effacer les prénoms de ce téléphone" });
  const offer = () => { button.hidden = shelf.isEmpty(); };
  circles[0].parentElement.addEventListener("contacts-drawn", offer);
  offer();
  button.addEventListener("click", () => {
    shelf.clear();
    circles.forEach((circle) => circle.dispatchEvent(new Event("contacts-forgotten")));
  });
  return button;
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
