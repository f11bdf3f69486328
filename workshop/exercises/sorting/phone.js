// Says how many are left to sort, and leads to the first one that was forgotten. The radios of the plain form are all that is sent.

export function enhance(root) {
  const box = root.querySelector(".sorting");
  if (!box || box.querySelector(".sorting-left")) return;
  const items = [...box.querySelectorAll(".sorting-item")];
  const line = Object.assign(document.createElement("p"), { className: "sorting-left" });
  line.setAttribute("role", "status");
  box.append(line);
  box.addEventListener("change", tell);
  root.addEventListener("submit", stopIfOneIsLeft);
  mark();

  function tell() {
    const left = mark();
    root.querySelector(".state[data-state=refused]")?.replaceChildren();
    line.textContent = left.length ? `Encore ${left.length} à ranger.` : "Tout est rangé. Tu peux envoyer.";
  }

  // Returns the items still to sort; those that are sorted are no longer marked as forgotten.
  function mark() {
    const left = items.filter((item) => !item.querySelector(":checked"));
    for (const item of items) if (!left.includes(item)) item.dataset.forgotten = "no";
    return left;
  }

  // Without the network the server's word would come too late.
  function stopIfOneIsLeft(event) {
    const left = mark();
    if (!event.submitter?.classList.contains("send") || left.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    for (const item of left) item.dataset.forgotten = "yes";
    left[0].querySelector("input").focus({ preventScroll: true });
    left[0].scrollIntoView({ block: "center" });
    line.textContent = "";
    const state = root.querySelector(".state") ?? line;
    state.dataset.state = "refused";
    state.textContent = `Il en reste ${left.length} à ranger.`;
  }
}
