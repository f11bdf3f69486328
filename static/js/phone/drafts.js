// What is being typed survives a pause, a reload and a lost page. Kept on the phone only, until the answer is sent.

const draftsOf = (...whose) => ["tremplin.draft", document.body.dataset.participant, ...whose].filter(Boolean).join(".");
// A story's next go has fields of its own: what was left of the one before is nothing to it.
const draftKey = (moment) => draftsOf(moment.querySelector("form.exercise")?.dataset.pocket, moment.dataset.run, moment.dataset.part, moment.dataset.stage);
const isTicked = (field) => field.type === "checkbox" || field.type === "radio";
// what a hidden field says is the server's; one that is disabled keeps its place among those of its name
const filledIn = (form) => [...form.elements].filter((field) => field.name && !field.name.startsWith("_") && !["hidden", "submit", "button", "fieldset"].includes(field.type));

export function keepDraft(moment) {
  const form = moment.querySelector("form.exercise");
  if (!form) return;
  const fields = filledIn(form).filter((field) => !isTicked(field) || field.checked).map((field) => [field.name, field.value]);
  hold(draftKey(moment), JSON.stringify(fields));
}

// Returns whether something was changed since the last answer. `waiting` is what went out and has not arrived yet: such an answer is in
// the form again though the page was lost with its draft.
export function restoreDraft(moment, waiting) {
  const form = moment.querySelector("form.exercise");
  const key = draftKey(moment);
  const onItsWay = waiting.find((item) => item.draft?.key === key);
  const fields = draftIn(key) ?? onItsWay?.draft.fields;
  if (!form || !fields) return false;
  if (onItsWay?.draft.fields && !onItsWay.pass) standAsSent(form, onItsWay.draft.fields);
  fillIn(form, fields);
  hold(key, fields);
  // an answer whose receipt was lost stands at the server already, and its draft is no change
  return onItsWay ? fields !== onItsWay.draft.fields : moment.dataset.own !== "none";
}

function fillIn(form, fields) {
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
}

// A type that sends a part by itself sends with it what stood in the form from the start.
function standAsSent(form, fields) {
  fillIn(form, fields);
  for (const field of filledIn(form)) {
    if (isTicked(field)) field.defaultChecked = field.checked;
    else if ("defaultValue" in field) field.defaultValue = field.value;
  }
}

// What goes out with an answer: the draft as it was then, so that whatever is typed while the answer is under way stays.
export function draftSent(moment) {
  keepDraft(moment);
  return { key: draftKey(moment), fields: draftIn(draftKey(moment)) };
}

export function dropDraft(draft) {
  if (!draft?.fields || draftIn(draft.key) !== draft.fields) return;
  try { sessionStorage.removeItem(draft.key); } catch { /* nothing was kept */ }
}

// What is to be gone from the phone may stand in a form too that was left without sending: in whatever round that was.
export function forgetDrafts(pocket) {
  if (!pocket) return;
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(`${draftsOf(pocket)}.`)) sessionStorage.removeItem(key);
  } catch { /* nothing was kept */ }
}

function hold(key, fields) {
  try { sessionStorage.setItem(key, fields); } catch { /* a full or forbidden storage only costs the draft */ }
}

function draftIn(key) {
  try { return sessionStorage.getItem(key); } catch { return null; }
}
