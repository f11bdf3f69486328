// Says how many places are touched, and makes the zones of a picture touchable. The boxes of the plain form are all that is sent.

export function enhance(root) {
  const box = root.querySelector(".spotting");
  if (!box || box.querySelector(".spotting-count")) return;
  const line = Object.assign(document.createElement("p"), { className: "spotting-count" });
  line.setAttribute("role", "status");
  box.append(line);
  draw();

  box.addEventListener("change", () => {
    draw();
    const count = box.querySelectorAll(":checked").length;
    line.textContent = count === 0 ? "Rien n’est touché." : count === 1 ? "1 endroit touché." : `${count} endroits touchés.`;
  });

  box.addEventListener("click", (event) => {
    const zone = event.target.closest(".spotting-zone");
    if (!zone) return;
    const tick = tickOf(zone);
    tick.checked = !tick.checked;
    tick.dispatchEvent(new Event("input", { bubbles: true }));
    tick.dispatchEvent(new Event("change", { bubbles: true }));
  });

  function draw() {
    for (const zone of box.querySelectorAll(".spotting-zone")) zone.dataset.touched = tickOf(zone).checked ? "yes" : "no";
  }

  function tickOf(zone) {
    return box.querySelector(`input[value="${zone.dataset.id}"]`);
  }
}
