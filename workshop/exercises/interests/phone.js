// Thirty cards, one at a time. What is answered lives on this phone alone: in fields without a name, so no form can send it; six totals go into the form.

const MOST_NAMED = 3;

export function enhance(root, pocket) {
  if (root.dataset.enhanced) return;
  root.dataset.enhanced = "yes";
  const box = root.querySelector(".interests-cards");
  const kinds = [...box.querySelectorAll(".interests-kind")];
  const deck = cardsOf(kinds);
  const game = make("div", { className: "interests-game" });
  box.before(game);
  box.hidden = true;
  const table = { root, box, kinds, deck, pocket: cardsOn(pocket), game, feelings: JSON.parse(box.dataset.feelings) };
  const isShared = kinds.every((kind) => kind.querySelector("input").value !== "");
  if (table.pocket.read().length === 0 && isShared) showProfile(table, false);
  else goOn(table, false);
}

// Once revealed: whoever kept the profile sees it all the same, and what stands out comes first, with its trades.
export function recall(root, pocket) {
  const own = root.querySelector(".interests-own");
  const list = own?.querySelector(".interests-profile");
  if (!list || own.dataset.recalled) return false;
  own.dataset.recalled = "yes";
  root.addEventListener("forgotten", () => forget(own));
  const lines = [...list.children];
  const isKnown = own.dataset.known === "yes";
  const answers = isKnown ? [] : cardsOn(pocket).read();
  if (!isKnown && answers.length < 5 * lines.length) {
    if (answers.length) own.querySelector(".interests-none").textContent = `Tes réponses (${answers.length} sur ${5 * lines.length}) ne sont que sur ce téléphone.`;
    return answers.length > 0;
  }
  const sums = isKnown ? lines.map((line) => line.querySelector("progress").value) : totals(answers, lines.length);
  lines.forEach((line, place) => {
    line.querySelector("progress").value = sums[place];
    line.querySelector(":scope > b").textContent = sums[place];
  });
  const { first, named } = standingOut(sums);
  for (const place of named) lines[place].querySelector(".interests-trades").open = true;
  list.prepend(...first.map((place) => lines[place]));
  list.hidden = false;
  if (!isKnown) own.querySelector(".interests-none").textContent = "Tu l’as gardé pour toi\u00a0: il n’est que sur ce téléphone.";
  return true;
}

// What was shared stands at the server; all else was on this phone alone.
function forget(own) {
  if (own.dataset.known === "yes") return;
  own.querySelector(".interests-profile").hidden = true;
  own.querySelector(".interests-none").textContent = "Tu n’as rien partagé. Regarde l’écran\u00a0: c’est la roue du groupe.";
}

// In turn from each family, so that nobody guesses what a card counts for.
function cardsOf(kinds) {
  const lists = kinds.map((kind) => [...kind.querySelectorAll(":scope > ul > li")].map((card) => card.textContent));
  return lists[0].flatMap((_, row) => lists.map((list) => list[row]));
}

function totals(answers, families) {
  return Array.from({ length: families }, (_, place) => answers.filter((_, card) => card % families === place).reduce((sum, points) => sum + points, 0));
}

// The answers to the cards, as far as they go.
function cardsOn(pocket) {
  return {
    read: () => (pocket.read() ?? []).filter((points) => [0, 1, 2].includes(points)),
    write: (answers) => pocket.write(answers),
    forget: () => pocket.forget(),
  };
}

function goOn(table, isMoving) {
  if (table.pocket.read().length >= table.deck.length) { setTotals(table); showProfile(table, isMoving); } else showCard(table, isMoving);
}

function setTotals({ kinds, pocket }) {
  totals(pocket.read(), kinds.length).forEach((sum, place) => { kinds[place].querySelector("input").value = sum; });
}

function showCard(table, isMoving) {
  const { root, game, deck, pocket, feelings } = table;
  const at = pocket.read().length;
  root.querySelector(".send")?.setAttribute("hidden", "");
  if (!game.querySelector(".interests-card")) {
    const card = make("p", { className: "interests-card" });
    card.dataset.say = "";
    card.setAttribute("aria-live", "polite");
    const faces = make("div", { className: "interests-faces" }, ...feelings.map((feeling, points) => faceButton(table, feeling, points)));
    const back = make("button", { type: "button", className: "interests-back", textContent: "↩ Carte d’avant" });
    back.addEventListener("click", () => { pocket.write(pocket.read().slice(0, -1)); showCard(table, true); });
    const bar = make("progress", { max: deck.length });
    bar.setAttribute("aria-hidden", "true");
    game.replaceChildren(make("p", { className: "interests-count" }, make("span", {}), bar), card, faces, back);
  }
  game.querySelector(".interests-count span").textContent = `Carte ${at + 1} sur ${deck.length}`;
  game.querySelector("progress").value = at;
  game.querySelector(".interests-card").textContent = deck[at];
  game.querySelector(".interests-back").hidden = at === 0;
  if (isMoving && document.activeElement === document.body) game.querySelector(".interests-faces button").focus({ preventScroll: true });
}

function faceButton(table, feeling, points) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("viewBox", "0 0 64 64");
  drawing.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", feeling.face);
  drawing.append(line);
  const button = make("button", { type: "button" }, drawing, make("span", { textContent: feeling.label }));
  button.addEventListener("click", () => {
    table.pocket.write([...table.pocket.read(), points]);
    goOn(table, true);
  });
  return button;
}

function showProfile(table, isMoving) {
  const { root, game, kinds, deck, pocket } = table;
  const sums = kinds.map((kind) => Number(kind.querySelector("input").value));
  const { first, named } = standingOut(sums);
  const title = make("h2", { textContent: "Ton profil", tabIndex: -1 });
  const order = [...first, ...kinds.keys()].filter((place, at, all) => all.indexOf(place) === at);
  const lines = order.map((place) => profileLine(kinds[place], sums[place], Number(kinds[place].querySelector("input").max), named.includes(place)));
  const again = make("button", { type: "button", className: "interests-back", textContent: "↩ Revoir mes cartes" });
  again.addEventListener("click", () => { pocket.write(pocket.read().slice(0, deck.length - 1)); showCard(table, true); });
  const forget = make("button", { type: "button", className: "interests-back", textContent: "Effacer de ce téléphone" });
  forget.addEventListener("click", () => {
    pocket.forget();
    for (const kind of kinds) kind.querySelector("input").value = "";
    // for the frame: what it keeps of the form forgets the totals too
    root.dispatchEvent(new Event("input", { bubbles: true }));
    showCard(table, true);
  });
  const told = make("p", { textContent: inWords(first, named.map((place) => `«\u00a0${kinds[place].dataset.label}\u00a0»`)) });
  told.dataset.say = "";
  const hint = make("p", { className: "hint", textContent: "Ce n’est pas un test\u00a0: ce sont des idées. Ton profil est sur ce téléphone. Tu peux partager tes totaux, sans ton nom." });
  game.replaceChildren(title, told, make("ul", { className: "interests-profile" }, ...lines), hint, again, forget);
  root.querySelector(".send")?.removeAttribute("hidden");
  if (isMoving) title.focus();
}

// The places of the two highest sums, highest first, with those that tie with the second. Where four or more tie, none of them is named.
function standingOut(sums) {
  const second = [...sums].sort((a, b) => b - a)[1];
  const first = [...sums.keys()].filter((place) => sums[place] > 0 && sums[place] >= second).sort((a, b) => sums[b] - sums[a]);
  return { first, named: first.length > MOST_NAMED ? [] : first };
}

function inWords(first, names) {
  if (first.length === 0) return "Aucune carte ne t’a plu. Parles-en\u00a0: il y a d’autres pistes.";
  if (names.length === 0) return "Aucune famille ne ressort, et c’est bien aussi. Ouvre les métiers qui te donnent envie.";
  return `Tu aimes surtout ${[names.slice(0, -1).join(", "), names.at(-1)].filter(Boolean).join(" et ")}.`;
}

function profileLine(kind, sum, most, isNamed) {
  const bar = make("progress", { max: most, value: sum });
  bar.setAttribute("aria-hidden", "true");
  const what = make("span", { className: "what" }, kind.dataset.label, bar);
  const trades = kind.querySelector(".interests-trades").cloneNode(true);
  trades.open = isNamed;
  return make("li", {}, kind.querySelector("legend .key").cloneNode(true), what, make("b", { textContent: sum }), trades);
}

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}
