// Keeps the balance in sight while choices are made, and leads to the first one that was left out. The radios of the plain form are all that is sent.

export function enhance(root) {
  const box = root.querySelector(".budget");
  if (!box || box.dataset.live) return;
  box.dataset.live = "yes";
  const line = box.querySelector(".budget-balance");
  const groups = [...box.querySelectorAll(".budget-group")];
  const surprise = Number(box.querySelector(".budget-event[data-cents]")?.dataset.cents ?? 0);
  box.addEventListener("change", (event) => {
    const group = event.target.closest(".budget-group");
    if (group) group.dataset.forgotten = "no";
    root.querySelector(".state[data-state=refused]")?.replaceChildren();
    tell();
  });
  root.addEventListener("submit", stopIfOneIsLeft);
  tell();

  function tell() {
    const chosen = [...box.querySelectorAll("input:checked")].reduce((sum, input) => sum + Number(input.dataset.cents), 0);
    const balance = Number(box.dataset.base) + surprise + chosen;
    const [before, after] = (balance < 0 ? line.dataset.over : line.dataset.left).split("{}");
    line.dataset.below = balance < 0 ? "yes" : "no";
    line.replaceChildren(before, Object.assign(document.createElement("b"), { textContent: euros(balance) }), after);
  }

  // Without the network the server's word would come too late.
  function stopIfOneIsLeft(event) {
    const left = groups.filter((group) => !group.querySelector(":checked"));
    if (!event.submitter?.classList.contains("send") || left.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    for (const group of left) group.dataset.forgotten = "yes";
    left[0].querySelector("input").focus({ preventScroll: true });
    left[0].scrollIntoView({ block: "center" });
    const state = root.querySelector(".state");
    if (!state) return;
    state.dataset.state = "refused";
    state.textContent = left.length === 1 ? "Il reste 1 choix à faire." : `Il reste ${left.length} choix à faire.`;
  }
}

// The same as money.py: "35 €", "−12,50 €", "1 867 €".
function euros(cents) {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
  const rest = Math.abs(cents) % 100;
  return `${cents < 0 ? "−" : ""}${whole}${rest ? `,${String(rest).padStart(2, "0")}` : ""}\u202f€`;
}
