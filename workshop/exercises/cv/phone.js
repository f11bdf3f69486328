// One question at a time; the verbs become buttons that begin a sentence. The fields of the plain form stay, and are all that is sent.

export function enhance(root) {
  const box = root.querySelector(".cv");
  if (!box || box.dataset.paged) return;
  box.dataset.paged = "yes";
  const steps = [...box.querySelectorAll(".cv-step")];
  const send = root.querySelector(".send");
  const [back, where, next] = [make("button", "cv-back", "↩ Précédent"), make("p", "cv-where"), make("button", "send cv-next")];
  const told = make("p", "cv-told");
  const ways = make("div", "cv-ways");
  told.setAttribute("role", "status");
  for (const button of [back, next]) button.type = "button";
  ways.append(back, where);
  box.prepend(ways);
  steps.at(-1).after(told);
  // The one big button stays at its place: it goes on, and in the end it sends.
  if (send) send.before(next);
  else box.append(next);
  steps.forEach(oneOfBoth);
  const lines = steps.find((step) => step.querySelector("[name='own_lines[]']"));
  if (lines) writeLines(lines);
  const hasCard = steps[0].classList.contains("cv-mine");
  let shown = 0;
  const isBegun = [...box.querySelectorAll("input")].some(isFilled);
  show(isBegun && !hasCard ? Math.max(0, steps.findIndex(isMissing)) : 0);

  back.addEventListener("click", () => turnTo(shown - 1));
  next.addEventListener("click", goOn);
  root.addEventListener("input", () => { told.textContent = ""; });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.type !== "text" || shown === steps.length - 1) return;
    event.preventDefault();
    goOn();
  });
  root.addEventListener("submit", (event) => {
    const missing = steps.findIndex(isMissing);
    if (event.submitter !== send || missing < 0) return;
    event.preventDefault();
    event.stopPropagation();
    turnTo(missing);
    told.textContent = "Choisis ou écris quelque chose ici.";
  });

  function goOn() {
    if (isMissing(steps[shown])) told.textContent = "Choisis ou écris quelque chose, puis continue.";
    else turnTo(shown + 1);
  }

  // What is hidden is not read aloud either.
  function show(place) {
    shown = place;
    const isLast = shown === steps.length - 1;
    steps.forEach((step, index) => {
      step.hidden = index !== shown;
      for (const said of step.querySelectorAll(step.hidden ? "[data-say]" : "[data-say-later]")) said.toggleAttribute("data-say", !step.hidden), said.toggleAttribute("data-say-later", step.hidden);
    });
    [back.hidden, next.hidden] = [shown === 0, isLast];
    const isCard = hasCard && shown === 0;
    where.textContent = isCard ? "" : `${shown + (hasCard ? 0 : 1)} sur ${steps.length - (hasCard ? 1 : 0)}`;
    next.textContent = isCard ? "Changer" : "Suivant";
    told.textContent = "";
    if (send) send.hidden = !isLast;
  }

  function turnTo(place) {
    show(place);
    const title = steps[shown].querySelector("legend, .hint");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    (root.closest(".moment") ?? root).scrollIntoView({ block: "start" });
  }
}

const isFilled = (field) => (field.type === "text" ? field.value.trim() !== "" : field.checked);
const isMissing = (step) => step.dataset.needed === "yes" && ![...step.querySelectorAll("input")].some(isFilled);

// Where one thing is asked, the last one given counts: a choice or a text.
function oneOfBoth(step) {
  const text = step.querySelector("[name^='own.']");
  const radios = [...step.querySelectorAll("input[type=radio]")];
  step.addEventListener("input", (event) => {
    if (!text || radios.length === 0) return;
    if (event.target === text && isFilled(text)) radios.forEach((radio) => { radio.checked = false; });
    if (radios.includes(event.target)) text.value = "";
  });
}

// One field at first, the next when it is wanted; never more sentences than asked.
function writeLines(step) {
  const most = Number(step.dataset.takes);
  const boxes = [...step.querySelectorAll("input[type=checkbox]")];
  const fields = [...step.querySelectorAll("input[type=text]")];
  const full = make("p", "cv-told");
  full.setAttribute("role", "status");
  step.append(full);
  const draw = () => {
    const taken = [...boxes, ...fields].filter(isFilled).length;
    const free = fields.find((field) => !isFilled(field));
    boxes.forEach((one) => { one.disabled = taken >= most && !one.checked; });
    fields.forEach((field) => { field.closest(".field").hidden = !isFilled(field) && field !== document.activeElement && (taken >= most || field !== free); });
    full.textContent = taken >= most ? `C’est assez\u00a0: ${most} phrases. Pour changer, enlève-en une.` : "";
  };
  step.addEventListener("input", draw);
  offerVerbs(step, fields, draw);
  draw();
}

function offerVerbs(step, fields, draw) {
  const verbs = [...step.querySelectorAll(".cv-verbs li")].map((item) => item.textContent);
  for (const item of step.querySelectorAll(".cv-verbs li")) {
    const button = make("button", "", item.textContent);
    button.type = "button";
    button.addEventListener("click", () => {
      const field = fields.find((one) => !one.closest(".field").hidden && (!isFilled(one) || verbs.includes(one.value.trim())));
      if (!field) return;
      field.value = `${button.textContent} `;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      draw();
      field.focus();
    });
    item.replaceChildren(button);
  }
}

function make(tag, className, text = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
