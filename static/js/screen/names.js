// The names of who is there, the latest first: smaller where they are many, in whole rows as far as the beam goes; those before are counted.

const SIZES = [1, 0.85, 0.7];

export function fitNames(page = document) {
  const list = page.querySelector(".aliases");
  if (!list) return;
  const rest = list.querySelector(".rest");
  const names = [...list.children].filter((one) => one !== rest);
  let shown = names.length;
  const tell = () => {
    const left = Number(list.dataset.people) - shown;
    rest.hidden = left === 0;
    rest.textContent = left === 1 ? "et 1 autre" : `et ${left} autres`;
  };
  const isCut = () => list.scrollHeight > list.clientHeight + 2;
  for (const one of names) one.hidden = false;
  tell();
  for (const size of SIZES) {
    list.style.setProperty("--size", size);
    if (!isCut()) return;
  }
  while (shown > 1 && isCut()) {
    shown -= 1;
    names[shown].hidden = true;
    tell();
  }
}
