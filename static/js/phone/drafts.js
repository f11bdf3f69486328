// What is being typed survives a pause, a reload and a lost page. Kept on the phone only, until the answer is sent.

// A story's next go has fields of its own: what was left of the one before is nothing to it.
const draftKey = (moment) => ["tremplin.draft", moment.dataset.run, moment.dataset.part, document.body.dataset.participant, moment.dataset.stage].filter(Boolean).join(".");
const isTicked = (field) => field.type === "checkbox" || field.type === "radio";
// what a hidden field says is the server's; one that is disabled keeps its place among those of its name
const filledIn = (form) => [...form.elements].filter((field) => field.name && !field.name.startsWith("_") && !["hidden", "submit", "button", "fieldset"].includes(field.type));

export function keepDraft(moment) {
  const form = moment.querySelector("form.exercise");
  if (!form) return;
  const fields = filledIn(form).filter((field) => !isTicked(field) || field.checked).map((field) => [field.name, field.value]);
  try { sessionStorage.setItem(draftKey(moment), JSON.stringify(fields)); } catch { /* a full or forbidden storage only costs the draft */ }
}

// Returns whether there was something to restore.
export function restoreDraft(moment) {
  const form = moment.querySelector("form.exercise");
  const fields = draftIn(draftKey(moment));
  if (!form || !fields) return false;
  const values = new Map();
  for (const [name, value] of JSON.parse(fields)) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of filledIn(form)) {
    const kept = values.get(field.name) ?? [];
    if (isTicked(field)) {
      field.checked = kept.includes(field.value);
      // a text field of the same name must not get the ticked choice as its text
      if (field.checked) kept.splice(kept.indexOf(field.value), 1);
    } else if (kept.length) field.value = kept.shift();
  }
  return true;
}

// What goes out with an answer: the draft as it was then, so that whatever is typed while the answer is under way stays.
export function draftSent(moment) {
  keepDraft(moment);
  return { key: draftKey(moment), fields: draftIn(draftKey(moment)) };
}

// Whether what is kept here is what this draft was when it went out: nothing was changed since.
export const isDraftOf = (moment, draft) => draft?.key === draftKey(moment) && draft.fields === draftIn(draft.key);

export function dropDraft(draft) {
  if (!draft?.fields || draftIn(draft.key) !== draft.fields) return;
  try { sessionStorage.removeItem(draft.key); } catch { /* nothing was kept */ }
}

function draftIn(key) {
  try { return sessionStorage.getItem(key); } catch { return null; }
}
