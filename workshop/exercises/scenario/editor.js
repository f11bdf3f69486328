// The author's form: keeps the outline of the story as it is being typed.

export function enhance(fields, tools) {
  const list = fields.querySelector(".scenario-outline ol");
  fields.querySelector(".stack").addEventListener("input", draw);
  draw();

  function draw() {
    list.replaceChildren(...tools.rows("situations").map((row, place) => {
      const title = tools.field(row, "title");
      const one = document.createElement("li");
      const choices = document.createElement("ul");
      choices.append(...tools.rows(`${row.dataset.row}.choices`).map(told));
      one.append(Object.assign(document.createElement("a"), { href: `#${title.id}`, textContent: title.value.trim() || `Situation ${place + 1}` }), choices);
      return one;
    }));
  }

  function told(choice, place) {
    const next = tools.field(choice, "next");
    const line = document.createElement("li");
    const goal = document.createElement("b");
    goal.textContent = next.value ? titleOf(next.value) : "à choisir";
    line.append(`${tools.field(choice, "text").value.trim() || `Choix ${place + 1}`} → `, goal);
    return line;
  }

  function titleOf(key) {
    for (const list of ["situations", "endings"]) {
      const rows = tools.rows(list);
      const place = rows.findIndex((row) => tools.field(row, "key").value === key);
      if (place >= 0) return tools.field(rows[place], "title").value.trim() || `n° ${place + 1}`;
    }
    return "à choisir";
  }
}
