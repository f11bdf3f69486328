// What an answer cannot do without is said before it leaves: without the network the server's word would come too late.
//
// A type marks its fields `required`, or has its script say what is wrong with one (setCustomValidity); in [data-why] stands what is told where one is missing.

// Returns the first field that is in the way, and why; null where nothing is.
export function missingIn(form) {
  for (const field of form.elements) {
    if (!field.willValidate || field.validity.valid || field.closest("[hidden]")) continue;
    const why = field.validity.customError ? field.validationMessage : field.closest("[data-why]")?.dataset.why;
    if (why) return { field, why };
  }
  return null;
}
