// Where a row leads to another one, the choices bear the names that are being typed.
export function nameChoices(form) {
  for (const select of form.querySelectorAll("select[data-lists]")) {
    const lists = select.dataset.lists.split(" ");
    for (const list of lists) {
      const box = form.querySelector(`[data-list="${list}"]`);
      box?.querySelectorAll(":scope > ol > li").forEach((row, place) => {
        const option = [...select.options].find((one) => one.value === row.querySelector("[data-key]").value);
        const title = row.querySelector("input[type=text], textarea")?.value.trim() || `n° ${place + 1}`;
        if (option) option.textContent = lists.length > 1 ? `${box.querySelector("legend").textContent}\u00a0: ${title}` : title;
      });
    }
  }
}
