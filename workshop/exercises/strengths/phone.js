// Holds back one card too many, and asks for the proofs of the chosen cards alone. The fields of the plain form stay, and are all that is sent.

export function enhance(root) {
  const cards = root.querySelector(".strengths-cards");
  if (!cards || root.dataset.enhanced) return;
  root.dataset.enhanced = "yes";
  const most = Number(cards.dataset.most);
  const boxes = [...cards.querySelectorAll("input[type=checkbox]")];
  const proofs = [...root.querySelectorAll(".strengths-proof")];
  const full = cards.querySelector(".strengths-full");
  cards.addEventListener("change", draw);
  draw();

  function draw() {
    const taken = boxes.filter((box) => box.checked).map((box) => box.value);
    boxes.forEach((box) => { box.disabled = taken.length >= most && !box.checked; });
    full.textContent = taken.length >= most && most > 1 ? `${most} cartes\u00a0: c’est assez. Pour changer, enlève-en une.` : "";
    for (const proof of proofs) {
      const isWanted = taken.includes(proof.dataset.card);
      // before the first card is taken, one of them says that something follows
      proof.dataset.turn = isWanted || (taken.length === 0 && proof === proofs[0]) ? "free" : "none";
      proof.open = isWanted;
      // what was written for a card that is put back is not sent
      for (const field of proof.querySelectorAll("textarea, input")) field.disabled = !isWanted;
    }
    root.dispatchEvent(new Event("rearranged"));
  }
}
