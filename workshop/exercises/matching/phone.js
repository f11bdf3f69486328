// Tap a word, then tap what goes with it. The selects of the plain form stay, hidden, and are what is sent.

const EMPTY = "Touche pour choisir";

export function enhance(root) {
  const box = root.querySelector(".matching");
  if (!box || box.querySelector(".matching-head")) return;
  const choices = box.querySelector(".matching-rights");
  const pairs = [...box.querySelectorAll(".matching-pair")];
  const live = element("p", "matching-live");
  live.setAttribute("role", "status");
  box.append(live);
  box.querySelector(".hint").textContent = "Touche un mot, puis ce qui va avec.";
  for (const pair of pairs) addHead(pair);
  for (const choice of choices.children) addTake(choice);
  open(pairs.find((pair) => !select(pair).value));

  box.addEventListener("click", (event) => {
    const head = event.target.closest(".matching-head");
    const take = event.target.closest(".matching-take");
    if (head) open(head.parentElement === choices.parentElement ? null : head.parentElement);
    if (take) put(choices.parentElement, take.parentElement);
  });

  // Opens the choices under one pair; without a pair, puts them away.
  function open(pair) {
    choices.hidden = !pair;
    (pair ?? box).append(choices);
    draw();
  }

  function put(pair, choice) {
    const id = choice.dataset.id;
    const before = pairs.find((other) => other !== pair && select(other).value === id);
    if (before) select(before).value = "";
    const undone = select(pair).value === id;
    select(pair).value = undone ? "" : id;
    select(pair).dispatchEvent(new Event("input", { bubbles: true }));
    const next = undone ? pair : pairs.find((other) => !select(other).value);
    open(next);
    const head = (next ?? pair).querySelector(".matching-head");
    head.focus();
    if (next) head.scrollIntoView({ block: "start" });
    const left = pairs.filter((other) => !select(other).value).length;
    live.textContent = undone ? `${name(pair)} : enlevé.` : `${name(pair)} : ${label(choice)}. ${left ? `Il en reste ${left}.` : "Tout est relié."}`;
  }

  // Everything shown is read again from the selects.
  function draw() {
    for (const pair of pairs) {
      const chosen = [...choices.children].find((choice) => choice.dataset.id === select(pair).value);
      const isOpen = choices.parentElement === pair;
      pair.dataset.state = isOpen ? "open" : chosen ? "joined" : "empty";
      pair.querySelector(".matching-head").setAttribute("aria-expanded", String(isOpen));
      pair.querySelector(".matching-chosen").textContent = chosen ? label(chosen) : EMPTY;
    }
    for (const choice of choices.children) {
      const owner = pairs.find((pair) => select(pair).value === choice.dataset.id);
      const isHere = Boolean(owner) && owner === choices.parentElement;
      choice.dataset.state = isHere ? "here" : owner ? "elsewhere" : "free";
      choice.querySelector(".matching-take").setAttribute("aria-pressed", String(isHere));
      choice.querySelector(".matching-with").textContent = owner && !isHere ? `déjà avec « ${name(owner)} »` : "";
    }
  }
}

const select = (pair) => pair.querySelector("select");
const name = (pair) => pair.querySelector(".label").textContent;
const label = (choice) => choice.querySelector(".what").textContent;

function addHead(pair) {
  const head = element("button", "matching-head");
  head.type = "button";
  head.append(element("b", "matching-word", name(pair)), element("span", "matching-chosen"));
  pair.querySelector(".field").hidden = true;
  pair.prepend(head);
}

function addTake(choice) {
  const take = element("button", "matching-take");
  take.type = "button";
  choice.prepend(take);
  choice.querySelector(".key").remove(); // a letter only serves the options of the selects
  take.append(choice.querySelector(".what"), element("span", "matching-with"));
}

function element(tag, className, text = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
