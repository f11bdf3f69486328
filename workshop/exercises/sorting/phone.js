// The frame shows one thing at a time. A box that is touched leads on to the next one by itself; by keyboard one goes on by the button, since
// the arrows try one box after the other. The radios of the plain form are all that is sent.

const SEEN_MS = 350; // long enough to see one's choice marked

export function enhance(root) {
  const box = root.querySelector(".sorting");
  if (!box || box.dataset.enhanced) return;
  box.dataset.enhanced = "yes";
  box.addEventListener("click", (event) => {
    const thing = event.target.closest(".sorting-item");
    const isTouch = event.detail > 0 && event.target.closest(".option");
    if (isTouch) setTimeout(() => goOn(thing), SEEN_MS);
  });

  function goOn(thing) {
    const next = root.querySelector(".turn-next");
    if (next && !next.hidden && !thing.hidden) next.click();
  }
}
