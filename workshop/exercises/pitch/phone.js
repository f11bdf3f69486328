// The text as it grows, ideas to touch, and a countdown to say it aloud. The fields of the plain form stay, and are all that is sent.

export function enhance(root) {
  const box = root.querySelector(".pitch");
  if (!box || box.dataset.enhanced) return;
  box.dataset.enhanced = "yes";
  const sentences = [...box.querySelectorAll(".pitch-step")];
  const card = box.querySelector(":scope > .pitch-card");
  for (const step of sentences) offerIdeas(step);
  box.querySelectorAll(".pitch-practice").forEach(countDown);
  for (const kind of ["input", "turned"]) root.addEventListener(kind, draw);
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "TEXTAREA") return;
    event.preventDefault();
    root.querySelector(".turn-next").click();
  });
  draw();

  function draw() {
    const here = sentences.find((step) => !step.hidden);
    const lines = sentences.map((step) => [sentenceOf(step), step === here]).filter(([line]) => line);
    const isShownAbove = box.querySelector("[data-turn=told]:not([hidden])");
    card.hidden = lines.length === 0 || Boolean(isShownAbove);
    card.querySelector(".pitch-text").replaceChildren(...lines.map(([text, isHere]) => {
      const line = make("p", "", text);
      line.toggleAttribute("data-say", true);
      if (isHere) line.setAttribute("aria-current", "true");
      return line;
    }));
    const count = lines.flatMap(([line]) => line.split(/\s+/)).filter((word) => WORD.test(word)).length;
    const seconds = Math.max(5, Math.round((count * 12) / box.dataset.pace) * 5);
    card.querySelector(".pitch-length").textContent = here ? "" : `Environ ${seconds} secondes à voix haute, à un rythme calme.`;
  }
}

// A result: the text is there, and can be said once more.
export function recall(root) {
  root.querySelectorAll(".pitch-practice").forEach(countDown);
}

const WORD = /[\p{L}\p{N}]/u;
const fieldOf = (step) => step.querySelector("textarea");
const alike = (text) => text.toLowerCase().replaceAll("'", "’").replace(/[\u00a0\u202f]/g, " ");

// The sentence as workshop/exercises/pitch/speaking.py makes it.
function sentenceOf(step) {
  const begun = step.dataset.begun;
  let said = fieldOf(step).value.trim().replace(/\s+/g, " ");
  const endsThere = !/[\p{L}\p{N}]$/u.test(begun) || !/^[\p{L}\p{N}]/u.test(said.slice(begun.length));
  if (alike(said.slice(0, begun.length)) === alike(begun) && endsThere) said = said.slice(begun.length).replace(/^[\s.…]+/, "");
  said = said.replace(/[\s,;:]+$/, "");
  return WORD.test(said) && `${begun}${begun.endsWith("’") ? "" : " "}${said}${/[.!?…]$/.test(said) ? "" : "."}`;
}

// An idea that is touched is written into the field, beside what is there; touched again, it is taken out.
function offerIdeas(step) {
  const field = fieldOf(step);
  const told = make("p", "pitch-full");
  told.setAttribute("role", "status");
  step.append(told);
  const buttons = [...step.querySelectorAll(".pitch-ideas li")].map((item) => {
    const button = make("button", "", item.textContent);
    button.type = "button";
    item.replaceChildren(button);
    return button;
  });
  field.autocapitalize = "none"; // it goes on with a sentence
  // « un stage » is not taken for touched where « un stage en cuisine » is.
  const ideas = buttons.map((button) => button.textContent);
  const isIn = (idea) => ideas.filter((other) => other !== idea && other.includes(idea)).reduce((text, longer) => text.replace(longer, ""), field.value).includes(idea);
  const mark = () => buttons.forEach((button) => button.setAttribute("aria-pressed", String(isIn(button.textContent))));
  step.addEventListener("input", mark);
  step.addEventListener("click", (event) => {
    if (!buttons.includes(event.target)) return;
    const idea = event.target.textContent;
    const changed = isIn(idea) ? tidy(field.value.replace(idea, "")) : tidy(`${field.value}, ${idea}`);
    const fits = changed.length <= field.maxLength;
    if (fits) field.value = changed;
    told.textContent = fits ? "" : "C’est assez long. Enlève un peu de texte pour ajouter cette idée.";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  mark();
}

const tidy = (text) => text.replace(/\s+/g, " ").replace(/(\s*,)+\s*/g, ", ").replace(/^[\s,]+|[\s,]+$/g, "");

function countDown(practice) {
  if (practice.querySelector(".pitch-watch")) return;
  const total = Number(practice.dataset.seconds);
  const [watch, left, bar, start, heard] = [make("div", "pitch-watch"), make("p", "pitch-left"), make("div", "pitch-bar"), make("button", "pitch-start"), make("p", "pitch-heard")];
  left.setAttribute("role", "timer");
  bar.setAttribute("aria-hidden", "true");
  bar.append(make("i", ""));
  start.type = "button";
  heard.setAttribute("role", "status");
  watch.append(left, start, bar, heard);
  practice.append(watch);
  let ticking = null;
  rest("Démarrer");

  start.addEventListener("click", () => {
    if (ticking !== null) return rest("Recommencer");
    const endsAt = performance.now() + 1000 * total;
    let before = total + 1;
    watch.dataset.running = "yes";
    [start.textContent, heard.textContent] = ["Arrêter", `C’est parti\u00a0: ${total} secondes.`];
    ticking = setInterval(() => {
      if (!watch.isConnected) return clearInterval(ticking);
      const now = Math.max(0, Math.ceil((endsAt - performance.now()) / 1000));
      // Said at half and near the end only: more would speak over the speaker.
      for (const mark of [Math.round(total / 2), 10]) if (now <= mark && before > mark && now > 0 && mark < total) heard.textContent = `Il reste ${mark} secondes.`;
      write(before = now);
      if (now === 0) rest("Recommencer", "C’est fini. Termine ta phrase, puis recommence si tu veux.");
    }, 250);
  });

  function rest(label, said = "") {
    clearInterval(ticking);
    ticking = null;
    watch.dataset.running = "no";
    if (!said) write(total);
    [start.textContent, heard.textContent] = [label, said];
  }

  function write(seconds) {
    left.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    bar.firstElementChild.style.inlineSize = `${(100 * seconds) / total}%`;
  }
}

function make(tag, className, text = "") {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
