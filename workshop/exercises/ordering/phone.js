// A step moves by two touches (itself, then its new place), by its buttons "up" and "down", or dragged by its number.
// The selects of the plain form stay, hidden, and are what is sent.

const UP = "M6 15l6-6 6 6";
const DOWN = "M6 9l6 6 6-6";
const EDGE_PX = 90;

export function enhance(root) {
  const box = root.querySelector(".ordering");
  if (!box || box.querySelector(".ordering-move")) return;
  const list = box.querySelector(".ordering-steps");
  const places = [...box.querySelectorAll("select")];
  const live = Object.assign(document.createElement("p"), { className: "ordering-live" });
  live.setAttribute("role", "status");
  box.append(live);
  box.querySelector(".hint").textContent = "La première étape en haut. Touche une étape, puis sa place. Ou utilise les flèches.";
  box.querySelector(".ordering-places").hidden = true;
  for (const step of list.children) {
    step.append(arrow(step, -1), arrow(step, 1));
    addTake(step);
  }
  restore();
  write();

  list.addEventListener("click", (event) => {
    const step = event.target.closest("li");
    const pressed = event.target.closest(".ordering-move, .ordering-take");
    if (!pressed || pressed.getAttribute("aria-disabled") === "true") return;
    if (pressed.matches(".ordering-take")) return take(step);
    hold(null);
    move(step, rank(step) + Number(pressed.dataset.way));
    pressed.focus();
  });
  list.addEventListener("pointerdown", (event) => {
    if (event.target.matches(".ordering-mark") && event.isPrimary && event.button === 0) drag(event.target.closest("li"), event);
  });

  // The first touch takes a step, the second puts it where another one is; on itself, it lets it go.
  function take(step) {
    const held = list.querySelector("[data-held=yes]");
    if (!held) {
      hold(step);
      live.textContent = `${text(step)} : choisie. Touche sa nouvelle place.`;
      return;
    }
    hold(null);
    if (held === step) live.textContent = `${text(step)} : place ${rank(step) + 1}.`;
    else move(held, rank(step));
    held.querySelector(".ordering-take").focus();
  }

  function hold(step) {
    list.dataset.holding = step ? "yes" : "no";
    for (const one of list.children) {
      one.dataset.held = one === step ? "yes" : "no";
      one.querySelector(".ordering-take").setAttribute("aria-pressed", String(one === step));
    }
  }

  // The step follows the finger; the others make room for it only once it is let go, so that nothing jumps under the thumb.
  function drag(step, start) {
    start.preventDefault();
    hold(null);
    const from = start.clientY + scrollY;
    const others = [...list.children].filter((one) => one !== step);
    let place = rank(step);
    const follow = (event) => {
      if (event.pointerId !== start.pointerId) return;
      if (event.clientY < EDGE_PX) scrollBy(0, -12);
      if (event.clientY > innerHeight - 2 * EDGE_PX) scrollBy(0, 12);
      step.dataset.dragged = "yes";
      step.style.transform = `translateY(${event.clientY + scrollY - from}px)`;
      place = others.filter((one) => middle(one) < event.clientY).length;
      others.forEach((one, number) => { one.dataset.room = number === place ? "before" : number === place - 1 && !others[place] ? "after" : ""; });
    };
    const drop = (event) => {
      if (event.pointerId !== start.pointerId) return;
      for (const name of ["pointermove", "pointerup", "pointercancel"]) document.removeEventListener(name, name === "pointermove" ? follow : drop);
      for (const one of list.children) one.dataset.room = "";
      step.dataset.dragged = "no";
      step.style.transform = "";
      if (event.type === "pointerup") move(step, place);
    };
    document.addEventListener("pointermove", follow);
    document.addEventListener("pointerup", drop);
    document.addEventListener("pointercancel", drop);
  }

  function move(step, place) {
    if (place === rank(step)) return;
    list.insertBefore(step, [...list.children].filter((one) => one !== step)[place] ?? null);
    write();
    live.textContent = `${text(step)} : place ${place + 1} sur ${list.children.length}.`;
    places[0].dispatchEvent(new Event("input", { bubbles: true }));
  }

  // Puts the steps as the selects have them; those not chosen yet follow in the order they came.
  function restore() {
    for (const { value } of places) {
      const step = [...list.children].find((item) => item.dataset.id === value);
      if (step) list.append(step);
    }
    const chosen = new Set(places.map((place) => place.value));
    for (const step of [...list.children]) if (!chosen.has(step.dataset.id)) list.append(step);
  }

  function write() {
    [...list.children].forEach((step, number) => {
      places[number].value = step.dataset.id;
      step.querySelector(".ordering-mark").textContent = number + 1;
      const [up, down] = step.querySelectorAll(".ordering-move");
      up.setAttribute("aria-disabled", String(number === 0));
      down.setAttribute("aria-disabled", String(number === list.children.length - 1));
    });
  }

  function rank(step) {
    return [...list.children].indexOf(step);
  }
}

const text = (step) => step.querySelector(".what").textContent;
const middle = (step) => step.getBoundingClientRect().top + step.offsetHeight / 2;

function addTake(step) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "ordering-take" });
  const what = step.querySelector(".what");
  what.before(made);
  made.append(what);
  made.setAttribute("aria-pressed", "false");
}

function arrow(step, way) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "ordering-move";
  made.dataset.way = way;
  made.setAttribute("aria-label", `${way < 0 ? "Monter" : "Descendre"} : ${text(step)}`);
  made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${way < 0 ? UP : DOWN}" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return made;
}
