// Puts a dated fact into the field that was last used, and says at each field what the facts in it are worth today.
const PLACEHOLDER = /\{\{\s*fact\s*:\s*([^{}\s]+)\s*\}\}/g;
const unaccented = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

export function offerFacts(form) {
  const box = document.getElementById("facts");
  if (!box) return;
  const goal = document.getElementById("facts-goal");
  const search = document.getElementById("facts-search");
  const facts = [...box.querySelectorAll("[data-fact]")];
  let last = "";
  for (const button of box.querySelectorAll("[data-inserts]")) button.hidden = false;

  form.addEventListener("focusin", ({ target }) => {
    if (!takesFacts(target)) return;
    last = target.name;
    goal.textContent = titleOf(target);
  });

  box.addEventListener("click", (event) => {
    const button = event.target.closest("[data-inserts]");
    if (!button) return;
    const field = last && form.elements[last];
    if (!field) return void (goal.textContent = "cliquez d’abord dans un champ");
    insert(field, button.dataset.inserts);
    box.open = false;
    search.value = "";
    search.dispatchEvent(new Event("input"));
  });

  search.addEventListener("input", () => {
    const wanted = unaccented(search.value).split(/\s+/).filter(Boolean);
    for (const fact of facts) fact.hidden = !wanted.every((word) => unaccented(fact.textContent).includes(word));
    document.getElementById("facts-none").hidden = facts.some((fact) => !fact.hidden);
  });
  search.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    box.open = false;
    box.querySelector("summary").focus();
  });
}

// A fact's name says nothing to who wrote it last year: its value stands under the field.
export function sayFacts(form) {
  for (const field of form.querySelectorAll("#author-fields textarea, #author-fields input[type=text]")) {
    const named = [...field.value.matchAll(PLACEHOLDER)].map(([, name]) => document.querySelector(`[data-fact="${CSS.escape(name)}"]`)).filter(Boolean);
    const told = [...new Set(named)].map((fact) => `${fact.dataset.value} (${fact.dataset.label})`).join("\u202f; ");
    let line = field.nextElementSibling?.matches(".fact-told") ? field.nextElementSibling : null;
    if (told && !line) {
      line = Object.assign(document.createElement("p"), { className: "hint fact-told" });
      field.after(line);
    }
    if (!told) line?.remove();
    else line.textContent = `Fait daté\u00a0: ${told}`;
  }
}

const takesFacts = (field) => field.matches("#author-fields :is(textarea, input[type=text])");

function insert(field, text) {
  field.removeAttribute("maxlength");
  if (field.inputMode === "decimal") field.value = /^\s*[-−]/.test(field.value) ? `-${text}` : text;
  else field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function titleOf(field) {
  const label = field.labels?.[0]?.firstChild?.textContent.trim() ?? "";
  const number = field.closest(".author-row")?.querySelector(".number")?.textContent;
  return number ? `${label}, n° ${number}` : label;
}
