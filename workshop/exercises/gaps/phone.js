// Tap a word: it goes into the open gap, and the next empty one opens. The selects of the plain form stay, hidden, and are what is sent.

export function enhance(root) {
  const box = root.querySelector(".gaps");
  if (!box || box.querySelector(".gaps-open")) return;
  const gaps = [...box.querySelectorAll(".gaps-gap")];
  const words = [...box.querySelectorAll(".gaps-word")];
  const live = element("p", "gaps-live");
  live.setAttribute("role", "status");
  box.append(live);
  box.querySelector(".hint").textContent = "Touche un mot : il va dans le trou ouvert.";
  for (const gap of gaps) addOpen(gap);
  for (const word of words) addTake(word);
  open(gaps.find(isEmpty));

  box.addEventListener("click", (event) => {
    const gap = event.target.closest(".gaps-open")?.parentElement;
    const word = event.target.closest(".gaps-take")?.parentElement;
    if (gap) { open(gap); live.textContent = `${told(gap)} ouvert.`; }
    if (word) put(word);
  });
  root.addEventListener("submit", stopIfOneIsEmpty);

  function opened() {
    return gaps.find((gap) => gap.dataset.open === "yes");
  }

  function open(chosen) {
    for (const gap of gaps) gap.dataset.open = gap === chosen ? "yes" : "no";
    draw();
  }

  // Puts the word into the open gap, out of where it was. Once more takes it out; so does any touch where no gap is open.
  function put(word) {
    const gap = opened() ?? gaps.find((one) => select(one).value === word.dataset.id);
    if (!gap) { live.textContent = "Touche d’abord un trou."; return; }
    root.querySelector(".state[data-state=refused]")?.replaceChildren();
    const isUndone = select(gap).value === word.dataset.id;
    for (const other of gaps) if (select(other).value === word.dataset.id) select(other).value = "";
    if (!isUndone) select(gap).value = word.dataset.id;
    select(gap).dispatchEvent(new Event("input", { bubbles: true }));
    const next = isUndone ? gap : followingEmpty(gap);
    open(next);
    live.textContent = isUndone ? `${told(gap)} vide.` : `${told(gap)} ${label(word)}. ${next ? `Maintenant, le trou ${next.dataset.gap}.` : "Tout est rempli."}`;
  }

  function followingEmpty(gap) {
    const place = gaps.indexOf(gap);
    return [...gaps.slice(place + 1), ...gaps.slice(0, place)].find(isEmpty);
  }

  // Everything shown is read again from the selects.
  function draw() {
    for (const gap of gaps) {
      const word = words.find((one) => one.dataset.id === select(gap).value);
      const button = gap.querySelector(".gaps-open");
      button.textContent = word ? label(word) : gap.dataset.gap;
      button.setAttribute("aria-label", `${told(gap)} ${word ? label(word) : "vide"}`);
      button.setAttribute("aria-pressed", String(gap.dataset.open === "yes"));
      gap.dataset.state = word ? "filled" : "empty";
    }
    for (const word of words) {
      const gap = gaps.find((one) => select(one).value === word.dataset.id);
      word.dataset.state = gap ? "used" : "free";
      word.querySelector(".gaps-where").textContent = gap?.dataset.gap ?? "";
      word.querySelector(".gaps-take").setAttribute("aria-label", gap ? `${label(word)}, trou ${gap.dataset.gap}` : label(word));
    }
  }

  // Without the network the server's word would come too late.
  function stopIfOneIsEmpty(event) {
    const empty = gaps.find(isEmpty);
    if (!event.submitter?.classList.contains("send") || !empty) return;
    event.preventDefault();
    event.stopPropagation();
    open(empty);
    empty.querySelector(".gaps-open").focus();
    const state = root.querySelector(".state") ?? live;
    state.dataset.state = "refused";
    state.textContent = `Le trou ${empty.dataset.gap} est vide.`;
  }
}

const select = (gap) => gap.querySelector("select");
const isEmpty = (gap) => !select(gap).value;
const told = (gap) => `Trou ${gap.dataset.gap} :`;
const label = (word) => word.querySelector(".what").textContent;

function addOpen(gap) {
  const button = Object.assign(element("button", "gaps-open"), { type: "button" });
  select(gap).hidden = true;
  gap.prepend(button);
}

function addTake(word) {
  const button = Object.assign(element("button", "gaps-take"), { type: "button" });
  word.prepend(button);
  button.append(word.querySelector(".what"), " ", element("span", "gaps-where"));
}

function element(tag, className) {
  return Object.assign(document.createElement(tag), { className });
}
