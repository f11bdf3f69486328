// The verbs become buttons that begin a sentence. The fields of the plain form stay, and are all that is sent.

export function enhance(root) {
  const box = root.querySelector(".cv");
  if (!box || box.dataset.enhanced) return;
  box.dataset.enhanced = "yes";
  const steps = [...box.querySelectorAll(".cv-step")];
  steps.forEach(oneOfBoth);
  const lines = steps.find((step) => step.querySelector("[name='own_lines[]']"));
  if (lines) writeLines(lines);
}

const isFilled = (field) => (field.type === "text" ? field.value.trim() !== "" : field.checked);

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
  const full = make("p", "cv-full");
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
