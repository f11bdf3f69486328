// Nothing is ever cut: when a question or a figure is too tall for the beam, its text shrinks a little, down to six tenths; then its lines close up.

const LEAST_PERCENT = 60;

export function fit(page = document) {
  const middle = page.querySelector(".middle");
  if (!middle) return;
  delete middle.dataset.tight;
  for (let percent = 100; percent >= LEAST_PERCENT; percent -= 5) {
    middle.style.setProperty("--fit", percent / 100);
    if (!overflows(middle)) return;
  }
  middle.dataset.tight = "yes";
  if (overflows(middle)) middle.dataset.tight = "more";
}

function overflows(middle) {
  const boxes = [middle, ...middle.querySelectorAll(".figures, .figures > *")];
  return boxes.some((box) => box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1);
}
