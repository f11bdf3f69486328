// A sentence that was begun for somebody says at once that it wants its end. The field of the plain form is all that is sent.

export function enhance(root) {
  const begun = root.querySelector("[data-opening]");
  const field = begun?.querySelector("[name=text]");
  if (!field) return;
  const bare = (text) => text.trim().replace(/[\s.…]+$/, "").toLowerCase();
  const look = () => field.setCustomValidity(bare(field.value) === bare(begun.dataset.opening) ? "La phrase est commencée. Écris la suite et renvoie." : "");
  field.addEventListener("input", look);
  look();
}
