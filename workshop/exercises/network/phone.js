// Buttons to count, a map that grows, and first names that stay on this phone: in fields without a name, so no form can send them.

const MOST_NAMES = 50;
const [MIDDLE, CORE, EDGE] = [150, 26, 142];
const LARGE = 12;
// as many letters as stand beside each other on the smallest circle
const MOST_LETTERS = 10;

export function enhance(root, pocket) {
  if (root.dataset.enhanced) return;
  root.dataset.enhanced = "yes";
  const names = namesOn(pocket);
  const circles = [...root.querySelectorAll(".network-circle")];
  circles.forEach((circle) => { addSteps(circle); addNames(circle, names); });
  const map = make("div", { className: "network-map" });
  circles.at(-1)?.after(map, forgetButton(names, circles));
  const draw = () => {
    const shown = circles.findIndex((circle) => !circle.hidden && circles.some((other) => other.hidden));
    map.replaceChildren(drawn(circles.map((circle) => ({ count: count(circle), names: names.read(circle.dataset.circle) })), shown));
  };
  for (const news of ["input", "turned", "contacts-drawn"]) root.addEventListener(news, draw);
  draw();
}

// Once revealed: the map, and the first names beside each circle again, on this phone alone.
export function recall(root, pocket) {
  const names = namesOn(pocket);
  const own = root.querySelector(".network-own");
  const lines = [...own.querySelectorAll(".network-mine li")];
  const show = () => {
    const circles = lines.map((line) => ({ line, count: Number(line.querySelector("b").textContent), names: names.read(line.dataset.circle) }));
    for (const circle of circles) {
      circle.line.querySelector(".network-kept").textContent = circle.names.join(", ");
      // who passed has sent no number: what is noted here is what there is
      if (own.dataset.known === "no") circle.line.querySelector("b").textContent = circle.count = circle.names.length;
    }
    own.querySelector(".network-map").replaceChildren(drawn(circles, -1));
    own.hidden = own.dataset.known === "no" && names.isEmpty();
    root.querySelector(".network-none")?.toggleAttribute("hidden", !own.hidden);
  };
  root.addEventListener("forgotten", show);
  show();
  return !names.isEmpty();
}

function namesOn(pocket) {
  const kept = () => pocket.read() ?? {};
  return {
    read: (circle) => kept()[circle] ?? [],
    isEmpty: () => Object.values(kept()).every((names) => names.length === 0),
    write: (circle, names) => {
      const now = { ...kept(), [circle]: names.slice(0, MOST_NAMES) };
      if (Object.values(now).some((each) => each.length > 0)) pocket.write(now);
      else pocket.clear();
    },
    clear: () => pocket.clear(),
  };
}

// Oneself in the middle, each circle around with a dot for each person; whoever has a name noted here bears its first letter. The list says the same in words.
function drawn(circles, shown) {
  const map = draw("svg", { viewBox: "0 0 300 300", "aria-hidden": "true", focusable: "false" });
  const step = (EDGE - LARGE - CORE) / circles.length;
  circles.forEach((circle, place) => {
    const [radius, tone] = [CORE + step * (place + 1), "abcdef"[place % 6]];
    map.append(draw("circle", { class: place === shown ? "network-ring here" : "network-ring", cx: MIDDLE, cy: MIDDLE, r: radius }));
    const letters = circle.names.length <= MOST_LETTERS ? circle.names.map((who) => Array.from(who.trim())[0].toUpperCase()) : [];
    for (let at = 0; at < circle.count; at += 1) {
      // the circles begin at different places, so that few people do not all stand on one line
      const angle = 2 * Math.PI * (at / circle.count + place / 5) - Math.PI / 2;
      const [x, y] = [MIDDLE + radius * Math.cos(angle), MIDDLE + radius * Math.sin(angle)].map((length) => length.toFixed(1));
      map.append(draw("circle", { class: `network-person ${tone}`, cx: x, cy: y, r: letters[at] ? LARGE : 5 }));
      if (letters[at]) map.append(draw("text", { x, y, dy: ".36em", "text-anchor": "middle" }, letters[at]));
    }
  });
  map.append(draw("circle", { class: "network-me", cx: MIDDLE, cy: MIDDLE, r: CORE - 4 }), draw("text", { x: MIDDLE, y: MIDDLE, dy: ".36em", "text-anchor": "middle" }, "Moi"));
  return map;
}

function draw(tag, attributes, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
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
  return within(circle, Math.round(Number(circle.querySelector("input[type=number]").value)) || 0);
}

// however much is typed
const within = (circle, wanted) => Math.min(Number(circle.dataset.most), Math.max(0, wanted));

function setCount(circle, wanted) {
  const input = circle.querySelector("input[type=number]");
  input.value = within(circle, wanted);
  ["input", "change"].forEach((kind) => input.dispatchEvent(new Event(kind, { bubbles: true })));
}

function addNames(circle, names) {
  const key = circle.dataset.circle;
  const field = make("input", { type: "text", maxLength: 30, autocomplete: "off", placeholder: "Un prénom" });
  field.setAttribute("aria-label", "Un prénom (il reste sur ton téléphone)");
  const add = make("button", { type: "button", textContent: "Noter" });
  const noted = make("ul", { className: "network-noted" });
  const row = make("div", { className: "network-add" }, field, add);
  const title = make("summary", { textContent: "Ajoute des prénoms (ils restent sur ton téléphone)" });
  circle.append(make("details", { className: "network-names", open: names.read(key).length > 0 }, title, row, noted));

  const draw = () => {
    noted.replaceChildren(...names.read(key).map(chip));
    circle.dispatchEvent(new Event("contacts-drawn", { bubbles: true }));
  };
  const note = () => {
    if (field.value.trim() === "") return;
    names.write(key, [...names.read(key), field.value.trim()]);
    field.value = "";
    draw();
    field.focus();
    if (names.read(key).length > count(circle)) setCount(circle, names.read(key).length);
  };
  add.addEventListener("click", note);
  field.addEventListener("keydown", (event) => { if (event.key === "Enter") { event.preventDefault(); note(); } });
  ["input", "change"].forEach((kind) => field.addEventListener(kind, (event) => event.stopPropagation()));
  noted.addEventListener("click", (event) => {
    const chosen = event.target.closest("button");
    if (!chosen) return;
    names.write(key, names.read(key).filter((_, at) => at !== Number(chosen.dataset.at)));
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

function forgetButton(names, circles) {
  const button = make("button", { type: "button", className: "network-forget", textContent: "Effacer les prénoms de ce téléphone" });
  const offer = () => { button.hidden = names.isEmpty(); };
  circles[0].parentElement.addEventListener("contacts-drawn", offer);
  offer();
  button.addEventListener("click", () => {
    names.clear();
    circles.forEach((circle) => circle.dispatchEvent(new Event("contacts-forgotten")));
  });
  return button;
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
