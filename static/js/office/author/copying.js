// Copies the step; where the browser keeps the clipboard closed, the text is selected for the keyboard.
export function offerCopy(form, check) {
  const button = document.getElementById("copy");
  const yaml = document.getElementById("yaml");
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (form.dataset.ready !== "yes") return check();
    yaml.select();
    const isCopied = await navigator.clipboard?.writeText(yaml.value).then(() => true, () => false);
    document.getElementById("copied").textContent = isCopied ? "C’est copié." : "Le texte est sélectionné. Copiez-le avec Ctrl + C.";
  });
}
