// Adds big − and + buttons and a slider to the number field. The field stays the only thing that is sent.

const french = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });

export function enhance(root) {
  const box = root.querySelector(".estimate");
  if (!box || box.querySelector(".estimate-controls")) return;
  const field = box.querySelector("input[name=value]");
  const [minimum, maximum, step] = [box.dataset.minimum, box.dataset.maximum, box.dataset.step].map(Number);
  const unit = box.dataset.unit;
  const controls = document.createElement("div");
  const slider = document.createElement("input");
  const less = button("−", "Moins", -1);
  const more = button("+", "Plus", 1);

  Object.assign(slider, { type: "range", min: minimum, max: maximum, step, className: "estimate-slider" });
  slider.setAttribute("aria-label", "Ton nombre, avec le curseur");
  controls.className = "estimate-controls";
  controls.append(less, slider, more);
  box.querySelector(".estimate-field").after(controls);
  follow();

  field.addEventListener("input", follow);
  slider.addEventListener("input", () => write(Number(slider.value)));
  controls.addEventListener("click", (event) => {
    const way = Number(event.target.closest("button")?.dataset.way);
    if (way) write(within((read(field.value) ?? middle()) + way * step));
  });

  function write(value) {
    field.value = french.format(value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function follow() {
    const value = read(field.value);
    slider.value = value ?? middle();
    slider.setAttribute("aria-valuetext", value === null ? "pas encore choisi" : `${french.format(value)} ${unit}`.trim());
    box.dataset.state = value === null ? "empty" : "given";
  }

  function middle() {
    return minimum + Math.round((maximum - minimum) / 2 / step) * step;
  }

  function within(value) {
    return Math.min(Math.max(Math.round(value * 100) / 100, minimum), maximum);
  }
}

// The number that a French hand typed, or null: spaces between thousands, a comma or a point, € or % after it.
function read(text) {
  const bare = text.replace(/\s/g, "").replace(/[€%]$/, "").replace("−", "-").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : null;
}

function button(sign, word, way) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "estimate-button";
  made.dataset.way = way;
  made.textContent = sign;
  made.setAttribute("aria-label", word);
  return made;
}
