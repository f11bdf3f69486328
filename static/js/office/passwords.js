// A button beside each password that shows what is typed. Without this module the field is an ordinary password field.
for (const box of document.querySelectorAll("[data-password]")) {
  const input = box.querySelector("input");
  const row = document.createElement("div");
  row.className = "with-eye";
  const button = makeButton(input);
  input.before(row);
  row.append(input, button);
}

function makeButton(input) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.setAttribute("aria-controls", input.id);
  tell(button, false);
  button.addEventListener("click", () => {
    const shown = input.type === "password";
    input.type = shown ? "text" : "password";
    tell(button, shown);
  });
  // what is shown must not stay in the browser's list of typed texts
  input.form.addEventListener("submit", () => { input.type = "password"; });
  return button;
}

function tell(button, shown) {
  button.textContent = shown ? "Cacher" : "Montrer";
  button.setAttribute("aria-label", shown ? "Cacher le mot de passe" : "Montrer le mot de passe");
}
