// A vote leaves at once, a question only with the button: what is half typed is never sent along with a vote.

export function enhance(root) {
  if (root.dataset.enhanced) return;
  root.dataset.enhanced = "yes";
  root.dataset.rest = "Envoyé ✓ Pas encore ta question.";
  const fields = [...root.querySelectorAll(".questions-ask textarea")];
  oneByOne(root, fields);
  markOwn(root, fields);
  tellUnsent(root, fields);
  new MutationObserver(() => markOwn(root, fields)).observe(root.querySelector("[data-items]"), { childList: true });
  root.addEventListener("input", () => { tellUnsent(root, fields); offerMore(root, fields); });
  root.addEventListener("change", (event) => { if (event.target.type === "checkbox") sendVotes(root, fields); });
  root.addEventListener("submit", (event) => {
    if (takesAllBack(root, event)) return;
    // from now on this is what stands at the server, or is on its way there
    const isPass = event.submitter?.name === "_pass";
    for (const field of fields) field.defaultValue = isPass ? "" : field.value;
    tellUnsent(root, fields);
    markOwn(root, fields);
  });
}

// What the room shares comes without anybody's marks: one's own is known by its words, as they are compared on the server.
function markOwn(root, fields) {
  const own = new Set(fields.map((field) => plain(field.defaultValue)).filter(Boolean));
  for (const item of root.querySelectorAll("[data-key]:not([hidden])")) {
    const words = plain(item.querySelector("[data-say]").textContent);
    item.dataset.mine = own.has(words) ? "yes" : "no";
    own.delete(words);
  }
  root.querySelector(".questions-waits").hidden = own.size === 0;
}

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim().toLowerCase();

function sendVotes(root, fields) {
  const typed = fields.map((field) => field.value);
  for (const field of fields) field.value = field.defaultValue;
  root.querySelector(isEmpty(root) ? "[name=_pass]" : ".send").click();
  fields.forEach((field, place) => { field.value = typed[place]; });
  // for the frame that is typed after the vote went out: it stays a draft when the vote has arrived
  if (isUnsent(fields)) fields[0].dispatchEvent(new Event("input", { bubbles: true }));
  tellUnsent(root, fields);
}

// Nothing is left of what was sent: that is said by passing, for an empty answer is none.
function takesAllBack(root, event) {
  if (event.submitter?.name === "_pass" || !isEmpty(root) || root.closest("[data-own]").dataset.own === "none") return false;
  event.preventDefault();
  event.stopPropagation();
  setTimeout(() => root.querySelector("[name=_pass]").click());
  return true;
}

function isEmpty(root) {
  return [...new FormData(root)].every(([name, value]) => name.startsWith("_") || value.trim() === "");
}

function tellUnsent(root, fields) {
  root.querySelector(".questions-unsent").hidden = !isUnsent(fields);
}

const isUnsent = (fields) => fields.some((field) => field.value.trim() !== field.defaultValue.trim());

const place = (field) => field.closest(".field");

function oneByOne(root, fields) {
  for (const field of fields.slice(1)) place(field).hidden = field.value.trim() === "";
  root.querySelector(".questions-more").addEventListener("click", () => {
    const next = fields.find((field) => place(field).hidden);
    place(next).hidden = false;
    offerMore(root, fields);
    next.focus();
  });
  offerMore(root, fields);
}

// The next field comes once those that are there are filled in.
function offerMore(root, fields) {
  const shown = fields.filter((field) => !place(field).hidden);
  root.querySelector(".questions-more").hidden = shown.length === fields.length || shown.some((field) => field.value.trim() === "");
}
