// The author's form: passages are selected in the text, zones are drawn on the picture. The fields of the rows are all that is kept.
// Above 100 lines because drawing, moving, resizing and the keyboard share one state: which zone is held, and how.
const SIDES = ["x", "y", "width", "height"];
const SVG = "http://www.w3.org/2000/svg";
const SMALLEST = 0.02;
/* of the picture's width: less is a click */

export function enhance(fields, tools) {
  marking(fields, tools);
  drawing(fields, tools);
}

function marking(fields, tools) {
  const text = fields.querySelector('[name="text"]');
  for (const button of fields.querySelectorAll("[data-marks]")) button.addEventListener("click", async () => {
    const { words } = tools.selectedWords(text);
    const told = refusal(words);
    if (told) return say(told);
    const row = await tools.fill("passages", { text: words, wrong: button.dataset.marks === "wrong" });
    say(row ? `Passage ajouté\u00a0: «\u00a0${words}\u00a0». Son explication s’écrit plus bas.` : "Il y a déjà beaucoup de passages. Enlevez-en un.");
  });

  function refusal(words) {
    if (!words) return "Choisissez d’abord des mots dans le texte.";
    if (words.includes("\n")) return "Ces mots tiennent sur plusieurs lignes. Choisissez-les ligne par ligne.";
    if (text.value.split(words).length > 2) return "Ces mots y sont plusieurs fois. Prenez-en quelques-uns de plus.";
    const others = tools.rows("passages").map((row) => tools.field(row, "text").value.trim()).filter(Boolean);
    if (others.some((other) => overlap(text.value, other, words))) return "Un passage prend déjà ces mots. Enlevez-le, ou choisissez à côté.";
    return "";
  }

  // The buttons may have been drawn anew since.
  function say(told) {
    document.getElementById("spotting-marked").textContent = told;
  }
}

function overlap(text, one, other) {
  const [a, b] = [text.indexOf(one), text.indexOf(other)];
  return a >= 0 && a < b + other.length && b < a + one.length;
}

function drawing(fields, tools) {
  const svg = fields.querySelector(".spotting-map svg");
  if (!svg) return;
  const { width: wide, height: high } = svg.viewBox.baseVal;
  const badge = Number(svg.dataset.badge);
  const zones = () => tools.rows("zones");
  let held = null;
  for (const zone of svg.querySelectorAll(".spotting-drawn")) zone.remove();
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", "Zones de l’image");
  svg.dataset.ready = "yes";
  draw();

  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    event.preventDefault();
    const drawn = event.target.closest(".spotting-drawn");
    const row = drawn && zones()[Number(drawn.dataset.place)];
    held = { from: at(event), row, box: row && boxOf(row), corner: event.target.dataset.corner, isMoved: false };
    svg.setPointerCapture(event.pointerId);
    choose(row);
  });

  svg.addEventListener("pointermove", (event) => {
    if (!held) return;
    const to = at(event);
    held.isMoved ||= Math.hypot(to.x - held.from.x, to.y - held.from.y) > wide * SMALLEST / 4;
    if (!held.isMoved) return;
    held.now = !held.row ? between(held.from, to) : held.corner ? pulled(held.box, held.corner, held.from, to) : shifted(held.box, to.x - held.from.x, to.y - held.from.y);
    if (held.row) write(held.row, held.now);
    draw();
  });

  svg.addEventListener("pointerup", async () => {
    const { row, now } = held ?? {};
    held = null;
    if (row && now) return tell(row);
    if (row) return goTo(row);
    draw();
    if (!now || now.width < wide * SMALLEST || now.height < wide * SMALLEST) return;
    add(now);
  });

  svg.addEventListener("pointercancel", () => {
    if (held?.row) write(held.row, held.box);
    held = null;
    draw();
  });

  svg.addEventListener("keydown", (event) => {
    const place = event.target.closest(".spotting-drawn")?.dataset.place;
    const row = place && zones()[Number(place)];
    if (!row) return;
    if (event.key === "Enter" || event.key === " ") goTo(row);
    else if (!step(row, event)) return;
    event.preventDefault();
  });

  fields.querySelector("#spotting-add").addEventListener("click", () => add(within({ x: wide * 0.35, y: high * 0.4, width: wide * 0.3, height: high * 0.2 })));

  const list = fields.querySelector('[data-list="zones"]');
  list.addEventListener("focusin", (event) => choose(event.target.closest("[data-row]")));
  list.addEventListener("input", draw);
  list.addEventListener("keydown", (event) => {
    const side = SIDES.find((name) => event.target.name?.endsWith(`.${name}`));
    const sign = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const box = side && sign && boxOf(event.target.closest("[data-row]"));
    if (!box) return;
    event.preventDefault();
    const row = event.target.closest("[data-row]");
    write(row, within({ ...box, [side]: box[side] + sign * (event.shiftKey ? 10 : 1) }));
    tell(row);
  });

  // The page stays at the picture: one draws all the zones first. The picture may have been drawn anew since.
  async function add(box) {
    const row = await tools.fill("zones", box);
    const place = row && tools.rows("zones").indexOf(row);
    document.getElementById("spotting-drawn-told").textContent = row ? `Zone ${place + 1} dessinée. Cliquez dessus pour écrire ses textes.` : "Il y a déjà beaucoup de zones. Enlevez-en une.";
    if (row) document.querySelector(`.spotting-drawn[data-place="${place}"]`).focus({ preventScroll: true });
  }

  // Arrows move, with Shift they make larger or smaller.
  function step(row, event) {
    const [across, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [0, 0];
    const by = Math.max(1, Math.round(wide / 100));
    const box = boxOf(row);
    if (!across && !down) return false;
    write(row, event.shiftKey ? within({ ...box, width: box.width + across * by, height: box.height + down * by }) : shifted(box, across * by, down * by));
    tell(row);
    return true;
  }

  function at(event) {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return { x: clamp(x, 0, wide), y: clamp(y, 0, high) };
  }

  const shifted = (box, across, down) => ({ ...box, x: Math.round(clamp(box.x + across, 0, wide - box.width)), y: Math.round(clamp(box.y + down, 0, high - box.height)) });

  // The corner across stays where it is.
  function pulled(box, corner, from, to) {
    const far = { x: corner.includes("w") ? box.x + box.width : box.x, y: corner.includes("n") ? box.y + box.height : box.y };
    const near = { x: corner.includes("w") ? box.x : box.x + box.width, y: corner.includes("n") ? box.y : box.y + box.height };
    return between(far, { x: clamp(near.x + to.x - from.x, 0, wide), y: clamp(near.y + to.y - from.y, 0, high) });
  }

  const between = (a, b) => within({ x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) });

  function within(box) {
    const x = Math.round(clamp(box.x, 0, wide - 1));
    const y = Math.round(clamp(box.y, 0, high - 1));
    return { x, y, width: Math.round(clamp(box.width, 1, wide - x)), height: Math.round(clamp(box.height, 1, high - y)) };
  }

  // Where one of the four numbers is missing, there is no zone yet.
  function boxOf(row) {
    const typed = SIDES.map((name) => tools.field(row, name).value.replace(/\s/g, "").replace(",", "."));
    return typed.every((value) => value && Number.isFinite(Number(value))) ? Object.fromEntries(SIDES.map((name, place) => [name, Number(typed[place])])) : null;
  }

  function write(row, box) {
    for (const name of SIDES) tools.field(row, name).value = String(box[name]).replace(".", ",");
  }

  function tell(row) {
    tools.field(row, "x").dispatchEvent(new Event("input", { bubbles: true }));
  }

  function goTo(row) {
    if (!row) return;
    const field = tools.field(row, "label");
    field.focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  }

  function choose(row) {
    for (const drawn of svg.querySelectorAll(".spotting-drawn")) drawn.toggleAttribute("data-chosen", zones()[Number(drawn.dataset.place)] === row);
  }

  function draw() {
    zones().forEach((row, place) => {
      const box = boxOf(row);
      const drawn = svg.querySelector(`.spotting-drawn[data-place="${place}"]`) ?? svg.appendChild(fresh(place));
      drawn.toggleAttribute("hidden", !box);
      if (box) put(drawn, box, `Zone ${place + 1}\u00a0: ${tools.field(row, "label").value.trim() || "sans texte"}. Flèches\u00a0: déplacer. Majuscule et flèches\u00a0: agrandir. Entrée\u00a0: écrire.`);
    });
    const ghost = svg.querySelector(".spotting-ghost") ?? svg.appendChild(make("rect", "spotting-ghost"));
    const box = held && !held.row && held.now;
    ghost.toggleAttribute("hidden", !box);
    if (box) for (const name of SIDES) ghost.setAttribute(name, box[name]);
  }

  function fresh(place) {
    const drawn = make("g", "spotting-drawn");
    drawn.dataset.place = place;
    drawn.setAttribute("tabindex", "0");
    drawn.setAttribute("role", "button");
    const number = make("text", "number");
    number.textContent = place + 1;
    number.setAttribute("font-size", badge * 1.2);
    number.setAttribute("text-anchor", "middle");
    const disc = make("circle", "disc");
    disc.setAttribute("r", badge * 0.85);
    drawn.append(make("rect", "body"), disc, number, ...["nw", "ne", "sw", "se"].map((corner) => {
      const grip = make("rect", "grip");
      grip.dataset.corner = corner;
      return grip;
    }));
    return drawn;
  }

  function put(drawn, box, label) {
    drawn.setAttribute("aria-label", label);
    for (const name of SIDES) drawn.querySelector(".body").setAttribute(name, box[name]);
    // on the upper edge, so that what the zone shows can still be read
    const middle = { x: box.x + box.width / 2, y: Math.max(box.y, badge) };
    drawn.querySelector(".disc").setAttribute("cx", middle.x);
    drawn.querySelector(".disc").setAttribute("cy", middle.y);
    drawn.querySelector(".number").setAttribute("x", middle.x);
    drawn.querySelector(".number").setAttribute("y", middle.y + badge * 0.42);
    for (const grip of drawn.querySelectorAll(".grip")) {
      const { corner } = grip.dataset;
      grip.setAttribute("x", (corner.includes("w") ? box.x : box.x + box.width) - badge / 2);
      grip.setAttribute("y", (corner.includes("n") ? box.y : box.y + box.height) - badge / 2);
      grip.setAttribute("width", badge);
      grip.setAttribute("height", badge);
    }
  }
}

function make(kind, name) {
  const one = document.createElementNS(SVG, kind);
  one.setAttribute("class", name);
  return one;
}

const clamp = (value, least, most) => Math.min(Math.max(value, least), Math.max(least, most));
