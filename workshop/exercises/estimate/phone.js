// Adds big − and + buttons and a slider to the number field, which stays the only thing that is sent. What the server would refuse is said before.

const NOT_A_NUMBER = "Écris un nombre avec des chiffres, par exemple 12 ou 12,5.";
const french = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });

export function enhance(root) {
  const box = root.querySelector(".estimate");
  if (!box || box.querySelector(".estimate-controls")) return;
  const field = box.querySelector("input[name=value]");
  const [minimum, maximum, step] = [box.dataset.minimum, box.dataset.maximum, box.dataset.step].map(Number);
  const unit = box.querySelector(".estimate-unit");
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
  root.addEventListener("submit", stopIfItWouldBeRefused);
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
    slider.setAttribute("aria-valuetext", value === null ? "pas encore choisi" : `${french.format(value)} ${unitOf(value)}`.trim());
    if (unit) unit.textContent = unitOf(value);
    box.dataset.state = value === null ? "empty" : "given";
  }

  // As the server says it (workshop/figures/units.py): "0 jour", "1,5 jour", "2 jours".
  function unitOf(value) {
    const isOne = value !== null && Math.abs(Math.round(value * 100) / 100) < 2;
    return (isOne && box.dataset.unitOne) || box.dataset.unit;
  }

  // Without the network the server's word would come too late. An empty field is the frame's own business.
  function stopIfItWouldBeRefused(event) {
    const value = read(field.value);
    const isFine = value !== null && value >= minimum && value <= maximum;
    if (!event.submitter?.classList.contains("send") || field.value.trim() === "" || isFine) return;
    event.preventDefault();
    event.stopPropagation();
    field.focus();
    const state = root.querySelector(".state");
    if (!state) return;
    state.dataset.state = "refused";
    state.textContent = value === null ? NOT_A_NUMBER : `Le nombre doit être ${box.dataset.bounds}. Change-le et renvoie.`;
  }

  function middle() {
    return minimum + Math.round((maximum - minimum) / 2 / step) * step;
  }

  function within(value) {
    return Math.min(Math.max(Math.round(value * 100) / 100, minimum), maximum);
  }
}

// The number that a French hand typed, or null: spaces between thousands, a comma or a point, € or % after it. Arabic keyboards have digits of their own.
function read(text) {
  const bare = text.replace(/\s/g, "").replace(/[€%]$/, "").replace("−", "-").replace(",", ".").replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);
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
