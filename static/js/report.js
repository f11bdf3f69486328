// Copies the i-milo block in one click; without this module the text can be selected as usual.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    const status = button.parentElement.querySelector("[data-copied]");
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = "Copié ✓";
    } catch {
      field.select();
      status.textContent = "Le texte est sélectionné\u00a0: faites Ctrl + C.";
    }
  });
}
