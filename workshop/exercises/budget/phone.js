// Recounts the end of the month while one chooses. What counts is what the server works out from the same choices.

const SPACE = "\u202f";

export function enhance(root) {
  const box = root.querySelector(".budget");
  const line = box?.querySelector(".budget-balance");
  if (!line || line.dataset.alive) return;
  line.dataset.alive = "yes";
  const names = new Set([...box.querySelectorAll("input[type=radio]")].map((radio) => radio.name));
  const count = () => {
    const chosen = [...box.querySelectorAll("input[type=radio]:checked")];
    line.hidden = chosen.length === 0;
    const end = Number(box.dataset.left) + chosen.reduce((sum, radio) => sum + Number(radio.dataset.cents), 0);
    line.firstChild.textContent = chosen.length < names.size ? "Pour l’instant, il te reste\u00a0: " : "À la fin du mois\u00a0: ";
    line.querySelector("b").textContent = euros(end);
    line.dataset.below = end < 0 ? "yes" : "no";
  };
  box.addEventListener("change", count);
  count();
}

function euros(cents) {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, SPACE);
  const rest = Math.abs(cents) % 100;
  return `${cents < 0 ? "−" : ""}${whole}${rest ? `,${String(rest).padStart(2, "0")}` : ""}\u00a0€`;
}
