// Tap in the order you like: the first one touched is first. The selects of the plain form stay, hidden, and are what is sent.

export function enhance(root) {
  const box = root.querySelector(".ranking");
  if (!box || box.querySelector(".ranking-take")) return;
  const options = [...box.querySelectorAll(".ranking-option")];
  const places = [...box.querySelectorAll("select")];
  const live = Object.assign(document.createElement("p"), { className: "ranking-live" });
  live.setAttribute("role", "status");
  box.append(live);
  box.querySelector(".hint").textContent = `${asked(places.length)} Il n’y a pas de bonne réponse.`;
  box.querySelector(".ranking-places").hidden = true;
  for (const option of options) addTake(option);
  draw();

  box.addEventListener("click", (event) => {
    const option = event.target.closest(".ranking-take")?.parentElement;
    if (option) touch(option);
  });
  root.addEventListener("submit", stopIfOneIsLeft);

  // An option goes to the next free place; touched again it leaves, and those after it move up.
  function touch(option) {
    const { key } = option.dataset;
    const order = chosen();
    const isPlaced = order.includes(key);
    if (!isPlaced && order.length === places.length) {
      live.textContent = "Toutes les places sont prises. Touche un choix pour l’enlever.";
      return;
    }
    root.querySelector(".state[data-state=refused]")?.replaceChildren();
    write(isPlaced ? order.filter((one) => one !== key) : [...order, key]);
    live.textContent = isPlaced ? `${label(option)} : enlevé. ${left()}` : `${label(option)} : ${ordinal(order.length + 1)} place. ${left()}`;
    places[0].dispatchEvent(new Event("input", { bubbles: true }));
  }

  function chosen() {
    return places.map((place) => place.value).filter(Boolean);
  }

  function write(order) {
    places.forEach((place, number) => { place.value = order[number] ?? ""; });
    draw();
  }

  function left() {
    const free = places.length - chosen().length;
    return free ? `Encore ${free}.` : "Tout est classé. Tu peux envoyer.";
  }

  // Everything shown is read again from the selects.
  function draw() {
    const order = chosen();
    for (const option of options) {
      const place = order.indexOf(option.dataset.key) + 1;
      const take = option.querySelector(".ranking-take");
      option.dataset.state = place ? "placed" : order.length === places.length ? "out" : "free";
      option.querySelector(".ranking-mark").textContent = place || "";
      take.setAttribute("aria-pressed", String(place > 0));
      take.setAttribute("aria-label", place ? `${label(option)}, ${ordinal(place)} place` : label(option));
    }
  }

  // Without the network the server's word would come too late.
  function stopIfOneIsLeft(event) {
    const isIncomplete = chosen().length < places.length;
    if (!event.submitter?.classList.contains("send") || !isIncomplete) return;
    event.preventDefault();
    event.stopPropagation();
    const free = options.find((option) => option.dataset.state === "free").querySelector(".ranking-take");
    free.focus();
    const state = root.querySelector(".state") ?? live;
    state.dataset.state = "refused";
    state.textContent = `Il n’y a pas tout. ${left()}`;
  }
}

const label = (option) => option.querySelector(".what").textContent;
const ordinal = (place) => (place === 1 ? "1re" : `${place}e`);
const asked = (places) => (places > 1 ? `Touche dans l’ordre tes ${places} choix : ton préféré d’abord.` : "Touche ton préféré.");

function addTake(option) {
  const take = document.createElement("button");
  const mark = document.createElement("b");
  take.type = "button";
  take.className = "ranking-take";
  mark.className = "ranking-mark";
  option.querySelector(".key").remove(); // a letter only serves the options of the selects
  take.append(mark, option.querySelector(".what"));
  option.prepend(take);
}
