// Each step gets "up" and "down" buttons. The selects of the plain form stay, hidden, and are what is sent.

const UP = "M6 15l6-6 6 6";
const DOWN = "M6 9l6 6 6-6";

export function enhance(root) {
  const box = root.querySelector(".ordering");
  if (!box || box.querySelector(".ordering-move")) return;
  const list = box.querySelector(".ordering-steps");
  const places = [...box.querySelectorAll("select")];
  const live = Object.assign(document.createElement("p"), { className: "ordering-live" });
  live.setAttribute("role", "status");
  box.append(live);
  box.querySelector(".hint").textContent = "Mets les étapes dans l’ordre avec les flèches. La première en haut.";
  box.querySelector(".ordering-places").hidden = true;
  for (const step of list.children) step.append(button(step, -1), button(step, 1));
  restore();
  write();

  list.addEventListener("click", (event) => {
    const pressed = event.target.closest(".ordering-move");
    if (!pressed) return;
    const step = pressed.closest("li");
    if (pressed.getAttribute("aria-disabled") === "true") return;
    if (pressed.dataset.way === "-1") step.previousElementSibling.before(step);
    else step.nextElementSibling.after(step);
    write();
    pressed.focus();
    live.textContent = `${text(step)} : place ${[...list.children].indexOf(step) + 1} sur ${list.children.length}.`;
    places[0].dispatchEvent(new Event("input", { bubbles: true }));
  });

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
}

const text = (step) => step.querySelector(".what").textContent;

function button(step, way) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "ordering-move";
  made.dataset.way = way;
  made.setAttribute("aria-label", `${way < 0 ? "Monter" : "Descendre"} : ${text(step)}`);
  made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${way < 0 ? UP : DOWN}" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
  return made;
}
