// What is being typed survives a pause, a reload and a lost page. Kept on the phone only, until the answer is sent.

const draftKey = (moment) => `tremplin.draft.${moment.dataset.run}.${moment.dataset.part}.${document.body.dataset.participant}`;

export function keepDraft(moment) {
  const form = moment.querySelector("form.exercise");
  if (!form) return;
  const fields = [...new FormData(form)].filter(([name, value]) => !name.startsWith("_") && typeof value === "string");
  try { sessionStorage.setItem(draftKey(moment), JSON.stringify(fields)); } catch { /* a full or forbidden storage only costs the draft */ }
}

export function restoreDraft(moment) {
  const form = moment.querySelector("form.exercise");
  let fields = null;
  try { fields = JSON.parse(sessionStorage.getItem(draftKey(moment))); } catch { return; }
  if (!form || !fields) return;
  const values = new Map();
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of form.elements) {
    if (!field.name || field.name.startsWith("_")) continue;
    const kept = values.get(field.name) ?? [];
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = kept.includes(field.value);
      // a text field of the same name must not get the ticked choice as its text
      if (field.checked) kept.splice(kept.indexOf(field.value), 1);
    } else if (kept.length) field.value = kept.shift();
  }
}

export function dropDraft(moment) {
  try { sessionStorage.removeItem(draftKey(moment)); } catch { /* nothing was kept */ }
}
