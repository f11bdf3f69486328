// How many people are at each stage of a block, between two drawings of the whole.

export function countStages(surface, answered, at) {
  const word = surface.querySelector("[data-finished-word]");
  if (word) word.textContent = answered > 1 ? "ont fini" : "a fini";
  const counts = [...surface.querySelectorAll("[data-at]")];
  const words = [...surface.querySelectorAll("[data-at-word]")];
  if (counts.length !== at.length) return;
  for (const [place, people] of at.entries()) {
    counts[place].textContent = people;
    if (words[place]) words[place].textContent = people > 1 ? "personnes" : "personne";
  }
}
