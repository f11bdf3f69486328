// One thing at a time, put on a map with one touch. The radios of the plain form stay, under the map, for who prefers two questions; they are all that is sent.

const STEPS = [1, 2, 3, 4];

export function enhance(root) {
  const box = root.querySelector(".matrix");
  if (!box || box.querySelector(".matrix-map")) return;
  const things = [...box.querySelectorAll(".matrix-thing")];
  const questions = things.map(questionsOf);
  const map = drawnMap(box, questions[0]);
  const ground = map.querySelector(".matrix-ground");
  const [back, next] = [button("Précédent"), button("Suivant")];
  const where = element("p", "matrix-where");
  const ways = element("div", "matrix-ways");
  const other = element("details", "matrix-other");
  const line = element("p", "matrix-left unseen");
  line.setAttribute("role", "status");
  ways.append(back, where, next);
  other.append(element("summary", "", "Ou réponds à deux questions"), ...questions);
  box.append(map, ways, other, line);
  box.querySelector(".hint").textContent = "Touche la carte : c’est où, pour toi\u202f?";
  let shown = 0;
  show(Math.max(0, firstLeft()));

  back.addEventListener("click", () => turnTo(shown - 1));
  next.addEventListener("click", () => turnTo(shown + 1));
  ground.addEventListener("click", (event) => {
    const cell = event.target.closest(".matrix-cell");
    if (!cell) return;
    const said = `${nameOf(things[shown])}\u00a0: ${cell.dataset.words}.`;
    put(questions[shown], cell.dataset);
    if (firstLeft() >= 0) show(firstLeft());
    line.textContent = `${said} ${leftInWords()}`;
  });
  other.addEventListener("change", () => {
    draw();
    line.textContent = leftInWords();
  });
  root.addEventListener("submit", stopIfOneIsLeft);

  function firstLeft() {
    return questions.findIndex((one) => !isPlaced(one));
  }

  function leftInWords() {
    const left = questions.filter((one) => !isPlaced(one)).length;
    return left ? `Encore ${left} à placer. Maintenant\u00a0: ${nameOf(things[shown])}.` : "Tout est placé. Tu peux envoyer.";
  }

  function show(place) {
    shown = place;
    things.forEach((thing, index) => { thing.hidden = questions[index].hidden = index !== shown; });
    [back.disabled, next.disabled] = [shown === 0, shown === things.length - 1];
    draw();
  }

  function turnTo(place) {
    show(place);
    const title = things[shown].querySelector("h2");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "nearest" });
  }

  // Everything shown is read again from the radios: each thing that has its place stands on the map under its letter.
  function draw() {
    const left = questions.filter((one) => !isPlaced(one)).length;
    where.textContent = left ? `${shown + 1} sur ${things.length}` : "✓ tout est placé";
    root.querySelector(".state[data-state=refused]")?.replaceChildren();
    for (const cell of ground.querySelectorAll(".matrix-cell")) {
      const here = questions.map((one, index) => ({ one, index })).filter(({ one }) => stepOf(one, "across") === cell.dataset.across && stepOf(one, "up") === cell.dataset.up);
      const pins = here.map(({ index }) => pin(index, index === shown));
      cell.replaceChildren(...pins.flatMap((one) => [one, " "]));
      cell.setAttribute("aria-label", [cell.dataset.words, ...pins.map((one) => one.textContent)].join(", "));
      cell.setAttribute("aria-pressed", String(here.some(({ index }) => index === shown)));
    }
  }

  // Without the network the server's word would come too late.
  function stopIfOneIsLeft(event) {
    const left = questions.filter((one) => !isPlaced(one)).length;
    if (!event.submitter?.classList.contains("send") || left === 0) return;
    event.preventDefault();
    event.stopPropagation();
    turnTo(firstLeft());
    const state = root.querySelector(".state") ?? line;
    state.dataset.state = "refused";
    state.textContent = `Il en reste ${left} à placer.`;
  }
}

const stepOf = (one, axis) => one.querySelector(`[data-axis=${axis}] :checked`)?.value;
const isPlaced = (one) => Boolean(stepOf(one, "across") && stepOf(one, "up"));
const nameOf = (thing) => thing.querySelector("h2").textContent;

function put(one, places) {
  for (const axis of ["across", "up"]) {
    const radio = one.querySelector(`[data-axis=${axis}] input[value="${places[axis]}"]`);
    radio.checked = true;
    radio.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function questionsOf(thing) {
  const one = element("div", "matrix-questions");
  one.append(...thing.querySelectorAll(".matrix-axis"));
  return one;
}

// Sixteen buttons, heard as the words of the two questions.
function drawnMap(box, one) {
  const words = (axis) => [...one.querySelectorAll(`[data-axis=${axis}] .unseen`)].slice(1).map((word) => word.textContent);
  const [across, up] = [words("across"), words("up")];
  const map = element("div", "matrix-map");
  const ground = element("div", "matrix-ground");
  ground.setAttribute("role", "group");
  ground.setAttribute("aria-label", "Carte");
  box.dataset.corners.split("|").forEach((name, place) => {
    const corner = element("span", "matrix-corner", name);
    corner.dataset.place = place;
    ground.append(corner);
  });
  for (const high of [4, 3, 2, 1]) {
    for (const far of STEPS) {
      const cell = button("", "matrix-cell");
      Object.assign(cell.dataset, { across: far, up: high, words: `${across[far - 1]}, ${up[high - 1]}` });
      ground.append(cell);
    }
  }
  const pole = (text) => element("span", "matrix-pole", text);
  map.append(pole(`▲\u00a0${up[3]}`), ground, pole(`◀\u00a0${across[0]}`), pole(`▼\u00a0${up[0]}`), pole(`${across[3]}\u00a0▶`));
  return map;
}

function pin(index, isHere) {
  const made = element("span", "matrix-pin", "ABCDEFGH"[index]);
  Object.assign(made.dataset, { tone: "abcdef"[index % 6], here: isHere ? "yes" : "no" });
  return made;
}

function button(word, className = "matrix-turn") {
  return Object.assign(element("button", className, word), { type: "button" });
}

function element(tag, className, text = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
