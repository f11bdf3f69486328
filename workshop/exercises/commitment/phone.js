// Holds back one action too many, and lets the last moment chosen win: a date takes the place of "cette semaine", and the reverse.

export function enhance(root) {
  if (root.dataset.enhanced) return;
  root.dataset.enhanced = "yes";
  const actions = root.querySelector(".commitment-actions");
  if (actions) holdBack(actions);
  const when = root.querySelector(".commitment-when");
  if (when) oneMoment(when);
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
  // Looked at when the field is left: a year typed figure by figure goes through the past. A day chosen long ago may stay.
  date.min = date.value !== "" && date.value < today() ? date.value : today();
  date.addEventListener("focusout", () => {
    if (date.value === "" || date.value >= date.min) return;
    date.value = "";
    told.textContent = "Cette date est passée. Choisis un jour à venir.";
  });
}

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
