// Holds back one action too many, asks when for each action, and lets the last moment chosen win: a date takes the place of "cette semaine", and the reverse.

export function enhance(root) {
  if (root.dataset.enhanced) return;
  root.dataset.enhanced = "yes";
  const actions = root.querySelector(".commitment-actions");
  if (actions) holdBack(actions);
  const whens = [...root.querySelectorAll(".commitment-when")];
  whens.forEach(oneMoment);
  if (actions && whens.length) momentOfEach(root, actions, whens);
  const help = root.querySelector(".commitment-help");
  if (help) showHelp(help);
}

function holdBack(actions) {
  const most = Number(actions.dataset.most);
  const boxes = [...actions.querySelectorAll("input[type=checkbox]")];
  const texts = [...actions.querySelectorAll("input[type=text]")];
  const told = actions.querySelector(".commitment-full");
  const count = () => {
    const taken = boxes.filter((box) => box.checked).length + texts.filter((text) => text.value.trim() !== "").length;
    boxes.forEach((box) => { box.disabled = taken >= most && !box.checked; });
    texts.forEach((text) => { text.disabled = taken >= most && text.value.trim() === ""; });
    told.textContent = taken >= most ? "C’est assez pour commencer. Pour changer, enlève une action." : "";
  };
  actions.addEventListener("input", count);
  actions.addEventListener("change", count);
  count();
}

function oneMoment(when) {
  const date = when.querySelector("input[type=date]");
  const moments = [...when.querySelectorAll("input[type=radio]")];
  const told = when.querySelector(".commitment-past");
  when.addEventListener("change", (event) => {
    told.textContent = "";
    if (event.target === date && date.value !== "") moments.forEach((moment) => { moment.checked = false; });
    if (event.target !== date) date.value = "";
  });
  // Looked at when the field is left: a year typed figure by figure goes through the past.
  date.min = earliest(date.value);
  date.addEventListener("focusout", () => {
    if (date.value === "" || date.value >= date.min) return;
    date.value = "";
    told.textContent = "Cette date est passée. Choisis un jour à venir.";
  });
}

// A moment stays with its action, whatever is chosen before or after it.
function momentOfEach(root, actions, whens) {
  const taken = () => [...actions.querySelectorAll("input")].filter((input) => (input.type === "checkbox" ? input.checked : input.value.trim() !== ""));
  const words = (input) => (input.type === "checkbox" ? input.closest(".option").querySelector(".what").textContent : input.value.trim());
  let chosen = taken().slice(0, whens.length);
  // what was sent without a moment of its own is done with the first
  whens.slice(0, chosen.length).filter((when) => when.dataset.withFirst && !momentIn(when)).forEach((when) => choose(when, momentIn(whens[0])));
  const ask = () => {
    const moments = new Map(chosen.map((input, place) => [input, momentIn(whens[place])]));
    chosen = taken().slice(0, whens.length);
    whens.forEach((when, place) => {
      const input = chosen[place];
      if (input || place) choose(when, moments.get(input) ?? "");
      when.dataset.turn = input || !place ? "needed" : "none";
      when.querySelector("legend").textContent = chosen.length > 1 && input ? `Quand\u202f? «\u00a0${words(input)}\u00a0»` : "Je le fais quand\u202f?";
    });
    root.dispatchEvent(new Event("rearranged"));
  };
  actions.addEventListener("input", ask);
  ask();
}

function momentIn(when) {
  return when.querySelector("input[type=radio]:checked")?.value ?? when.querySelector("input[type=date]").value;
}

function choose(when, moment) {
  const radios = [...when.querySelectorAll("input[type=radio]")];
  for (const radio of radios) radio.checked = radio.value === moment;
  const date = when.querySelector("input[type=date]");
  date.value = radios.some((radio) => radio.checked) ? "" : moment;
  date.min = earliest(date.value);
  when.querySelector(".commitment-past").textContent = "";
}

// A day chosen long ago may stay.
const earliest = (day) => (day !== "" && day < today() ? day : today());

const today = () => new Date(Date.now() - 60_000 * new Date().getTimezoneOffset()).toISOString().slice(0, 10);

function showHelp(help) {
  const text = help.querySelector(".field");
  const yes = help.querySelector("input[value=yes]");
  const show = () => {
    text.hidden = !yes.checked;
    if (text.hidden) text.querySelector("input").value = "";
  };
  help.addEventListener("change", show);
  show();
}
