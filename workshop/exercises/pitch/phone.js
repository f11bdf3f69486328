// One sentence at a time, the text as it grows, and a countdown to say it aloud. The fields of the plain form stay, and are all that is sent.

export function enhance(root) {
  const box = root.querySelector(".pitch");
  if (!box || box.dataset.paged) return;
  box.dataset.paged = "yes";
  const sentences = [...box.querySelectorAll(".pitch-step")];
  const practice = box.querySelector(".pitch-practice");
  const pages = [...sentences.map((sentence) => [sentence]), [practice, box.querySelector(".pitch-after")]];
  const send = root.querySelector(".send");
  const [back, where, next] = [make("button", "pitch-back", "↩ Précédent"), make("p", "pitch-where"), make("button", "send pitch-next")];
  const ways = make("div", "pitch-ways");
  const told = make("p", "pitch-told");
  told.setAttribute("role", "status");
  for (const button of [back, next]) button.type = "button";
  ways.append(back, where);
  box.prepend(ways);
  box.append(told);
  // The one big button stays at its place: it goes on, and in the end it keeps.
  if (send) send.before(next);
  else box.append(next);
  for (const step of sentences) offerIdeas(step, told);
  countDown(practice);
  const missing = () => sentences.findIndex((step) => step.dataset.needed === "yes" && !sentenceOf(step));
  const isBegun = sentences.some((step) => fieldOf(step).value.trim() !== "");
  let [shown, isKept] = [0, box.dataset.kept === "yes"];
  show(isBegun ? (missing() + pages.length) % pages.length : 0);

  back.addEventListener("click", () => turnTo(shown - 1));
  next.addEventListener("click", goOn);
  root.addEventListener("input", () => { told.textContent = ""; draw(); });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName !== "TEXTAREA") return;
    event.preventDefault();
    goOn();
  });
  root.addEventListener("submit", (event) => {
    if (event.submitter !== send || missing() < 0) return;
    event.preventDefault();
    event.stopPropagation();
    turnTo(missing());
    told.textContent = "Écris la suite de cette phrase.";
  });

  function goOn() {
    if (shown === sentences.length) return turnTo(0);
    if (sentences[shown].dataset.needed === "yes" && !sentenceOf(sentences[shown])) told.textContent = "Écris la suite, puis continue.";
    else turnTo(shown + 1);
  }

  function turnTo(place) {
    isKept = false;
    show(place);
    const title = pages[shown][0].querySelector("legend, h2");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
    (root.closest(".moment") ?? root).scrollIntoView({ block: "start" });
  }

  // What is hidden is not read aloud either.
  function show(place) {
    shown = place;
    const isLast = shown === sentences.length;
    for (const part of pages.flat()) {
      part.hidden = !pages[shown].includes(part);
      for (const said of part.querySelectorAll(part.hidden ? "[data-say]" : "[data-say-later]")) said.toggleAttribute("data-say", !part.hidden), said.toggleAttribute("data-say-later", part.hidden);
    }
    [back.hidden, next.hidden] = [shown === 0 || isKept, isLast && !isKept];
    where.textContent = isLast ? "" : `${shown + 1} sur ${sentences.length}`;
    ways.hidden = back.hidden && isLast;
    next.textContent = isKept ? "Changer mon texte" : "Suivant";
    if (send) send.hidden = !next.hidden;
    told.textContent = "";
    draw();
  }

  function draw() {
    const lines = sentences.map((step) => [sentenceOf(step), step === sentences[shown]]).filter(([line]) => line);
    const card = box.querySelector(".pitch-card");
    card.hidden = lines.length === 0;
    card.querySelector(".pitch-text").replaceChildren(...lines.map(([text, isHere]) => {
      const line = make("p", "", text);
      line.toggleAttribute("data-say", true);
      if (isHere) line.setAttribute("aria-current", "true");
      return line;
    }));
    const count = lines.flatMap(([line]) => line.split(/\s+/)).filter((word) => WORD.test(word)).length;
    const seconds = Math.max(5, Math.round((count * 12) / box.dataset.pace) * 5);
    card.querySelector(".pitch-length").textContent = shown < sentences.length ? "" : `Environ ${seconds} secondes à voix haute, à un rythme calme.`;
  }
}

// A result: the text is there, and can be said once more.
export function recall(root) {
  const practice = root.querySelector(".pitch-practice");
  if (practice) countDown(practice);
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
function offerIdeas(step, told) {
  const field = fieldOf(step);
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
    field.dispatchEvent(new Event("input", { bubbles: true }));
    if (!fits) told.textContent = "C’est assez long. Enlève un peu de texte pour ajouter cette idée.";
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
